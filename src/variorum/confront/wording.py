"""Questions and reasons in plain words."""

import re
from collections import Counter
from collections.abc import Sequence

from variorum.confront.answers import Answer
from variorum.confront.gaps import gapped, plural
from variorum.confront.laid import Ground
from variorum.confront.vocabulary import PERSONAL, TIMES
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
    "joined the crew": "When did {who} join the crew?",
    "joined the army": "When did {who} join the army?",
    "joined the party": "When did {who} join the party?",
    "entered the school": "When did {who} enter the school?",
    "joined the works": "When did {who} come to the works?",
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

BEFALLEN = frozenset(
    ("killed", "wounded", "missing", "taken prisoner", "saved", "aboard", "inside", "executed")
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
OF_PEOPLE = frozenset(("elected", "appointed", "executed", "arrested", "arrived", "left", "landed"))
"""Acts of people, beside those that happen once to everybody."""

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
    """The question that ``answers`` answer; where its kind says too little, with the words of one of
    them and a gap: "At what hour was it: “the explosion was at …”?"."""
    first = answers[0]
    who = ground.names.get(first.subject, "")
    if first.kind == "age":
        return f"How old was {who}?" if first.topic == "age" else f"At what age did {who} die?"
    if first.kind == "date":
        about = shared_words(answers, ground)
        if ground.types.get(first.subject) == "person" and first.topic not in PERSONAL | OF_PEOPLE:
            who = ""
        if not who and about and _is_name(about[0], answers, ground):
            who = about[0]
        asked = _DATES.get(first.topic, "When was it?")
        known = who and first.topic in _DATES
        return (
            asked.replace("{who}", who)
            if known
            else _asked(asked.replace("{who}", "it"), answers, ground)
        )
    if first.kind == "position":
        return f"At what {first.topic} was it?"
    if first.kind == "amount":
        return _asked(_how_much(first.topic), answers, ground)
    if first.kind == "count":
        befallen = first.topic in BEFALLEN or " and " in first.topic
        asked = f"How many {_counted(answers)}?"
        one_story = ground.when is not None or {a.account for a in answers} <= ground.story
        return asked if befallen and one_story else _asked(asked, answers, ground)
    if first.topic == "way" and all(answer.unit in _SMALL for answer in answers):
        return _asked("What did it measure?", answers, ground)
    kind = first.topic if first.kind == "distance" else first.kind
    return _asked(f"{_KINDS[kind]}?", answers, ground)


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


def _asked(question: str, answers: Sequence[Answer], ground: Ground) -> str:
    """The question with the words of an answer and a gap, in English where one has them."""
    told = [(ground.scenes[answer.scene].sentence, answer) for answer in answers]
    sentence, answer = next((pair for pair in told if pair[0].language.startswith("en")), told[0])
    around = gapped(sentence.passage, answer.passage)
    return f"{question[:-1]}: “{around}”?" if around else question


def _is_name(word: str, answers: Sequence[Answer], ground: Ground) -> bool:
    """Whether a shared word is the name of what may have done or undergone it: no mere place, and
    somebody only of what people do."""
    people = answers[0].topic in PERSONAL | OF_PEOPLE
    unfit = {"place"} if people else {"place", "person"}
    return any(
        ground.names.get(feature[2:]) == word and ground.types.get(feature[2:]) not in unfit
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
    if first.topic in BEFALLEN or " and " in first.topic:
        return f"people were {first.topic}"
    if first.topic.partition(" ")[0] in TIMES:
        return "times was it"
    several = [answer for answer in answers if answer.high is None or answer.high > 1]
    words = Counter(
        found[-1].casefold()
        for answer in several
        if (found := _WORD.findall(answer.shown))
        and answer.shown.isascii()
        and found[-1].casefold()[:2] == answer.topic[:2]
    )
    things = min(words, key=lambda word: (-words[word], word)) if words else plural(first.topic)
    things = "people" if things in ("person", "man", "men") else things
    return f"{things} were there"
