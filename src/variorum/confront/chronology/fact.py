"""What one passage demands of a life, and how a date bounds it."""

from dataclasses import dataclass

from variorum.confront.chronology.network import YEAR, units
from variorum.confront.wording import when_in_words
from variorum.model.edtf import APPROXIMATE_YEARS, bounds, is_approximate
from variorum.model.passage import Passage

SLACK_YEARS = 1
"""Years an age may be off without being called impossible: counted in running years, or misdated."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a passage demands of one life. ``kind``: birth, death, burial, age, deed; ``low``/``high``
    are the moment's bounds in units; ``said`` tells it in words after the name. ``scene`` is the
    number of its sentence (-1 where none), ``also`` further words it rests on, ``least``
    the years of age that a deed takes."""

    kind: str
    low: int
    high: int
    passage: Passage
    account: str
    said: str
    first_year: int
    last_year: int
    age: int = 0
    sure: bool = True
    scene: int = -1
    also: tuple[Passage, ...] = ()
    least: int = 0


def dated(
    kind: str, edtf: str, passage: Passage, account: str, said: str, sure: bool, scene: int = -1
) -> list[Fact]:
    """The fact that something of ``kind`` was at a date; none where the date bounds nothing. ``said`` is
    the verb, or for an age its number."""
    span = bounds(edtf)
    if span is None or "X" in edtf[:4] or (kind in ("birth", "death") and "/" in edtf):
        return []
    wider = APPROXIMATE_YEARS * YEAR if is_approximate(edtf) else 0
    low, high = units(span[0]) - wider, units(span[1]) + wider
    if kind == "age":
        age = int(said)
        early, late = low - (age + 1 + SLACK_YEARS) * YEAR, high - (age - SLACK_YEARS) * YEAR
        years = span[0].year, span[1].year
        return [Fact(kind, early, late, passage, account, said, *years, age, sure, scene)]
    words = {"birth": "was born", "death": "died", "killed": "was killed", "buried": "was buried"}
    told = f"{words.get(said, words.get(kind, said))} {when_in_words(edtf)}"
    sure = sure and not wider and not edtf.endswith("?")
    years = span[0].year, span[1].year
    return [Fact(kind, low, high, passage, account, told, *years, 0, sure, scene)]
