"""Questions and reasons in plain words."""

import re
from collections import Counter
from collections.abc import Sequence

from variorum.confront.answers import Answer
from variorum.confront.context import Ground

_MOST_NAMED = 3
_PAST = {
    "born": "When was {who} born?",
    "died": "When did {who} die?",
    "killed": "When was {who} killed?",
    "married": "When did {who} marry?",
    "buried": "When was {who} buried?",
}
_ACTS = {
    "founded": "When was it founded",
    "built": "When was it built",
    "elected": "When was the election",
    "appointed": "When was the appointment",
    "executed": "When was the execution",
    "destroyed": "When was it destroyed",
    "burned": "When did it burn",
    "signed": "When was it signed",
    "invented": "When was it invented",
    "discovered": "When was it discovered",
    "happened": "When did it happen",
    "landed": "When was the landing",
    "sank": "When did it sink",
    "began": "When did it begin",
    "ended": "When did it end",
    "arrested": "When was the arrest",
    "opened": "When was it opened",
    "collapsed": "When did it happen",
    "arrived": "When was the arrival",
    "left": "When was the departure",
}
_KINDS = {
    "way": "How far",
    "width": "How wide",
    "height": "How high",
    "depth": "How deep",
    "length": "How long",
    "thickness": "How thick",
    "duration": "How long did it last",
    "weight": "How heavy",
    "clock": "At what hour",
}
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def in_plain_words(answers: Sequence[Answer], ground: Ground) -> str:
    """The question that ``answers`` answer, with the words they share in brackets."""
    first = answers[0]
    who = ground.names.get(first.subject, "")
    if first.kind == "age":
        return f"How old was {who}?"
    if first.kind == "date" and who:
        return _PAST.get(first.topic, f"{_ACTS.get(first.topic, 'When was it')} ({who})?").replace(
            "{who}", who
        )
    about = shared_words(answers, ground)
    within = f" ({', '.join(about)})" if about else ""
    if first.kind == "date":
        return f"{_ACTS.get(first.topic, 'When was it')}{within}?"
    if first.kind == "count":
        return f"How many {_counted(answers)}{within}?"
    if first.kind == "amount":
        return f"How many {_counted(answers)}{within}?"
    return f"{_KINDS[first.topic if first.kind == 'distance' else first.kind]}{within}?"


def shared_words(answers: Sequence[Answer], ground: Ground) -> list[str]:
    """The rarest names and words that most of the answers share, rarest first."""
    counts = Counter(f for answer in answers for f in answer.features if f[0] != "d")
    most = [f for f, count in counts.items() if count * 2 > len(answers) and count > 1]
    most.sort(key=lambda f: (f[0] != "e", -counts[f] * ground.rarity.get(f, 0.0), f))
    named = [ground.names.get(f[2:], "") if f[0] == "e" else f[2:] for f in most]
    topic = answers[0].topic
    return [word for word in dict.fromkeys(named) if word and word != topic][:_MOST_NAMED]


def value_in_words(answer: Answer) -> str:
    """A side's value: the words as they stand; for a date its EDTF value too, where it says more."""
    if answer.kind == "date" and answer.edtf not in answer.shown:
        return f"{answer.shown} ({answer.edtf})"
    return answer.shown


def _counted(answers: Sequence[Answer]) -> str:
    """ "men" from "22 men"; "people were killed" for what befell the counted."""
    first = answers[0]
    if " " in first.topic or first.topic in ("killed", "wounded", "missing", "saved"):
        return f"were {first.topic}"
    plural = [answer for answer in answers if answer.high is None or answer.high > 1]
    words = Counter(
        found[-1].casefold() for answer in plural if (found := _WORD.findall(answer.shown))
    )
    return min(words, key=lambda word: (-words[word], word)) if words else first.topic
