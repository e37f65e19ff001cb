"""Questions and reasons in plain words."""

import re
from collections import Counter
from collections.abc import Sequence

from variorum.confront.answers import Answer
from variorum.confront.context import Ground
from variorum.model.lexicon import listed
from variorum.read.quantities.units import MONEY

_MOST_NAMED = 3
_RARE = 0.6
"""Rarity from which on a word is worth naming beside a name."""
_DATES = {
    "born": "When was {who} born?",
    "died": "When did {who} die?",
    "killed": "When was {who} killed?",
    "married": "When did {who} marry?",
    "buried": "When was {who} buried?",
    "founded": "When was {who} founded?",
    "built": "When was {who} built?",
    "elected": "When was {who} elected?",
    "appointed": "When was {who} appointed?",
    "executed": "When was {who} executed?",
    "destroyed": "When was {who} destroyed?",
    "burned": "When did {who} burn?",
    "signed": "When was {who} signed?",
    "invented": "When was {who} invented?",
    "discovered": "When was {who} discovered?",
    "happened": "When did {who} happen?",
    "landed": "When did {who} land?",
    "sank": "When did {who} sink?",
    "began": "When did {who} begin?",
    "ended": "When did {who} end?",
    "arrested": "When was {who} arrested?",
    "opened": "When was {who} opened?",
    "collapsed": "When did {who} collapse?",
    "arrived": "When did {who} arrive?",
    "left": "When did {who} leave?",
}
_KINDS = {
    "way": "How far was it",
    "width": "How wide was it",
    "height": "How high was it",
    "depth": "How deep was it",
    "length": "How long was it",
    "thickness": "How thick was it",
    "duration": "How long did it last",
    "weight": "How heavy was it",
    "clock": "At what hour was it",
}
_SMALL = frozenset(("inch", "foot", "yard", "centimetre", "millimetre"))
"""Units of things rather than of ways."""

_BEFALLEN = frozenset(
    ("killed", "wounded", "missing", "taken prisoner", "saved", "aboard", "inside")
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_FULL = re.compile(r"(?P<y>-?\d{4})(?:-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>\d{2}))?)?")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def date_in_words(edtf: str) -> str:
    """A date as people write it: "15 October 1933", "October 1933", "1933"; others as they stand."""
    match = _FULL.fullmatch(edtf)
    if match is None:
        return edtf
    year = match["y"].lstrip("0")
    month = f"{_MONTHS[int(match['m']) - 1]} " if match["m"] else ""
    return f"{int(match['d'])} {month}{year}" if match["d"] else f"{month}{year}"


def when_in_words(edtf: str) -> str:
    """ "on 15 October 1933", "in 1933"; "(../1933)" for what is no plain date."""
    match = _FULL.fullmatch(edtf)
    if match is None:
        return f"({edtf})"
    return f"{'on' if match['d'] else 'in'} {date_in_words(edtf)}"


def in_plain_words(answers: Sequence[Answer], ground: Ground) -> str:
    """The question that ``answers`` answer, with the words they share in brackets."""
    first = answers[0]
    who = ground.names.get(first.subject, "")
    if first.kind == "age":
        return f"How old was {who}?" if first.topic == "age" else f"At what age did {who} die?"
    about = shared_words(answers, ground)
    if first.kind == "date":
        asked = _DATES.get(first.topic, "When was {who}?")
        if not who and about and _is_name(about[0], answers, ground):
            who, about = about[0], about[1:]
        # a name says it all; shared words help only where nobody and nothing is named
        return _asked(asked.replace("{who}", who or "it"), [] if who else about)
    if first.kind == "position":
        return _asked(f"At what {first.topic} was it?", about)
    if first.kind == "amount":
        return _asked(_how_much(first.topic), about)
    if first.kind == "count":
        return _asked(f"How many {_counted(answers)}?", about)
    if first.topic == "way" and all(answer.unit in _SMALL for answer in answers):
        return _asked("What did it measure?", about)
    return _asked(f"{_KINDS[first.topic if first.kind == 'distance' else first.kind]}?", about)


def _how_much(unit: str) -> str:
    """The question for an amount by its unit: money, warmth, a share, or so many of the unit."""
    if unit in _MONEY:
        return "How much money was it?"
    if unit.startswith("degree"):
        return "How warm was it?"
    return "What share was it?" if unit in ("percent", "share") else f"How many {unit}s was it?"


_MONEY = frozenset(MONEY.values()) | listed(
    "ruble dollar euro franc mark kopeck shilling penny cent crown yen lira guinea thaler gulden"
)


def _asked(question: str, about: Sequence[str]) -> str:
    return f"{question[:-1]} ({', '.join(about)})?" if about else question


def _is_name(word: str, answers: Sequence[Answer], ground: Ground) -> bool:
    """Whether a shared word is the name of what is no mere place."""
    return any(
        ground.names.get(feature[2:]) == word and ground.types.get(feature[2:]) != "place"
        for answer in answers[:1]
        for feature in answer.features
        if feature[0] == "e"
    )


def shared_words(answers: Sequence[Answer], ground: Ground) -> list[str]:
    """The rarest names and words that most of the answers share, rarest first."""
    counts = Counter(f for answer in answers for f in answer.features if f[0] != "d")
    most = [f for f, count in counts.items() if count * 2 > len(answers) and count > 1]
    most.sort(key=lambda f: (f[0] != "e", -counts[f] * ground.rarity.get(f, 0.0), f))
    if any(f[0] == "e" and ground.names.get(f[2:]) for f in most):
        most = [f for f in most if f[0] == "e" or ground.rarity.get(f, 0.0) >= _RARE]
    named = [ground.names.get(f[2:], "") if f[0] == "e" else f[2:] for f in most]
    topic = answers[0].topic
    return [word for word in dict.fromkeys(named) if word and word != topic][:_MOST_NAMED]


def value_in_words(answer: Answer) -> str:
    """A side's value: the words as they stand; for a date its EDTF value too, where it says more."""
    if answer.kind == "date" and answer.edtf not in answer.shown:
        return f"{answer.shown} ({answer.edtf})"
    return answer.shown


def _counted(answers: Sequence[Answer]) -> str:
    """ "people were killed", "lifebelts were there"; "men" from "22 men"."""
    first = answers[0]
    if first.topic in _BEFALLEN or " and " in first.topic:
        return f"people were {first.topic}"
    plural = [answer for answer in answers if answer.high is None or answer.high > 1]
    words = Counter(
        found[-1].casefold()
        for answer in plural
        if (found := _WORD.findall(answer.shown))
        and answer.shown.isascii()
        and found[-1].casefold()[:2] == answer.topic[:2]
    )
    things = min(words, key=lambda word: (-words[word], word)) if words else first.topic
    things = "people" if things in ("person", "man", "men") else things
    return f"{things} were there"
