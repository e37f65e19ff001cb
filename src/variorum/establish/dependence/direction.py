"""Which of two accounts had a shared passage from the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from variorum.establish.dependence.changes import change_clues
from variorum.establish.dependence.clues import COMMON_SOURCE, Clue, worth
from variorum.establish.dependence.naming import is_interrupted, is_quoted, naming_clues
from variorum.establish.dependence.style import style_clue
from variorum.establish.stretches import Stretch
from variorum.model.edtf import bounds
from variorum.model.reading import ReadingText, to_source

SURE = 0.7
"""From this probability on a direction is stated; below, it is unknown. Set by hand."""
DATE_ALONE = 0.65
"""What the date of a short passage's account is worth at most, if there is nothing else."""
CEILING = 0.97
"""No direction is surer than this: a third account, which nobody has, may be the source of both."""
SHORT = 100
"""Characters of a passage, on either side, below which a date alone gives no direction: a sentence may
be a form of words that both papers use."""
_DATED = ("later", "later, of an older text", "older kind")
_OLDER_KINDS = ("testimony", "letter")
_YOUNGER_KINDS = ("article", "post", "comment", "notes", "interview")
_OLD_TEXTS = ("memoir", "testimony", "letter", "notes")


@dataclass(frozen=True, slots=True)
class Direction:
    """``value``: ``a→b`` when b follows a, ``b→a``, or ``unknown``; ``probability`` (0.5 to 1) that the
    likelier of the two ways is right; ``reasons`` in plain words, those against it among them."""

    value: str
    probability: float
    reasons: tuple[str, ...]


def direction(
    a: ReadingText,
    b: ReadingText,
    stretch_a: Stretch,
    stretch_b: Stretch,
    texts: Mapping[str, str] | None = None,
) -> Direction:
    """Who had the passage from whom, judged by dates, names, quotation and what only one side has.

    ``texts``: the whole text of a source by its name, if at hand: it shows what other hands set into the
    passage, such as "[sic]". Every clue adds its log odds (``clues.WEIGHTS``) for the side that has it
    being the copy. The same evidence for both, or hardly any, is "unknown".
    """
    follows_a = _clues(b, a, stretch_b, stretch_a, texts or {})
    follows_b = _clues(a, b, stretch_a, stretch_b, texts or {})
    odds = worth(follows_a) - worth(follows_b)
    common = is_quoted(a, stretch_a) and is_quoted(b, stretch_b)
    common = common and not (is_interrupted(a, stretch_a) and is_interrupted(b, stretch_b))
    if common:
        odds *= COMMON_SOURCE
    probability = min(CEILING, 1 / (1 + exp(-abs(odds))))
    short = min(stretch_a.end - stretch_a.start, stretch_b.end - stretch_b.start) < SHORT
    if short and all(clue.name in _DATED for clue in (*follows_a, *follows_b)):
        probability = min(probability, DATE_ALONE)
    value = "unknown"
    if probability >= SURE:
        value = "a→b" if odds > 0 else "b→a"
    reasons = [f"b {clue.reason}" for clue in follows_a] + [
        f"a {clue.reason}" for clue in follows_b
    ]
    if odds < 0:
        reasons = reasons[len(follows_a) :] + reasons[: len(follows_a)]
    if common:
        reasons.append("both stand in quotation marks: both may quote a third")
    if not reasons:
        reasons.append("nothing tells the two apart")
    return Direction(value, round(probability, 3), tuple(reasons))


def _clues(
    copy: ReadingText,
    original: ReadingText,
    at: Stretch,
    there: Stretch,
    texts: Mapping[str, str],
) -> tuple[Clue, ...]:
    """All that speaks for ``copy`` being the copy."""
    return (
        *_dated(copy, original),
        *naming_clues(copy, original, at, there),
        *change_clues(copy, original, at, there, _written(copy, at, texts)),
        *style_clue(copy, original, at, there),
    )


def _dated(copy: ReadingText, original: ReadingText) -> tuple[Clue, ...]:
    mine, theirs = copy.account, original.account
    clues = []
    late, early = bounds(mine.date), bounds(theirs.date)
    if late is not None and early is not None and early[1] < late[0]:
        name = "later, of an older text" if mine.kind in _OLD_TEXTS else "later"
        clues.append(Clue(name, f"is dated {mine.date}, after {theirs.date}"))
    if mine.kind in _YOUNGER_KINDS and theirs.kind in _OLDER_KINDS:
        clues.append(Clue("older kind", f"is of the kind {mine.kind}, the other of {theirs.kind}"))
    return tuple(clues)


def _written(reading: ReadingText, at: Stretch, texts: Mapping[str, str]) -> str:
    """The passage as its source has it, with what other hands set into it, or nothing."""
    text = texts.get(reading.account.source, "")
    if not text or at.end <= at.start:
        return ""
    return text[to_source(reading, at.start) : to_source(reading, at.end - 1) + 1]
