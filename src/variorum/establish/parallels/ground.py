"""The ground that rows stand on: reading texts by account, and stretches of them as passages."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from variorum.establish.dependence import Bond
from variorum.establish.stretches import Stretch
from variorum.model.critique import Account, Parallel, Variant
from variorum.model.ids import content_id
from variorum.model.passage import Passage
from variorum.model.reading import ReadingText, source_passage

TURNED = {"a→b": "b→a", "b→a": "a→b"}
MIRRORED = {"omission": "addition", "addition": "omission"}


@dataclass(frozen=True)
class Ground:
    """``readings`` by the account's id, ``texts`` by the source's name."""

    readings: Mapping[str, ReadingText]
    texts: Mapping[str, str]

    def accounts(self, source: str) -> tuple[Account, ...]:
        """The accounts of a source."""
        return self._by_source.get(source, ())

    @cached_property
    def _by_source(self) -> Mapping[str, tuple[Account, ...]]:
        found: dict[str, list[Account]] = defaultdict(list)
        for reading in self.readings.values():
            found[reading.account.source].append(reading.account)
        return {source: tuple(accounts) for source, accounts in found.items()}

    def reading(self, stretch: Stretch) -> ReadingText:
        """The reading text a stretch is of."""
        return self.readings[stretch.account]

    def words(self, stretch: Stretch) -> str:
        """The words of a stretch."""
        return self.reading(stretch).text[stretch.start : stretch.end]

    def passage(self, stretch: Stretch) -> Passage:
        """The exact span of the source a stretch stands for."""
        reading = self.reading(stretch)
        text = self.texts[reading.account.source]
        return source_passage(reading, text, stretch.start, stretch.end)


def ordered(
    ground: Ground, a: Stretch, b: Stretch, direction: str = "unknown"
) -> tuple[Stretch, Stretch, str]:
    """Two stretches in the order of the sources, and the direction seen so."""
    first, second = (ground.reading(one).account for one in (a, b))
    if (second.source, second.start, b.start) < (first.source, first.start, a.start):
        return b, a, TURNED.get(direction, direction)
    return a, b, direction


def parallel_row(
    ground: Ground,
    a: Stretch,
    b: Stretch,
    kind: str,
    direction: str,
    score: float,
    reasons: tuple[str, ...],
    manner: str = "",
    group: str = "",
) -> Parallel:
    """The row of two stretches that stand in the order of the sources."""
    one, other = ground.passage(a), ground.passage(b)
    places = (a.account, one.start, one.end, b.account, other.start, other.end)
    identity = content_id("p", kind, manner, *places)
    return Parallel(identity, one, other, kind, direction, round(score, 3), reasons, manner, group)


def bond_of(row: Parallel, a: Stretch, b: Stretch, probability: float, errors: int = 0) -> Bond:
    """What a row, its sides in this order, says of the dependence of two accounts."""
    length = min(a.end - a.start, b.end - b.start)
    return Bond(
        row.id,
        a.account,
        b.account,
        row.kind,
        row.direction,
        probability,
        row.score,
        length,
        errors,
        (a, b),
    )


def variant_row(
    ground: Ground,
    parallel: str,
    a: Stretch | None,
    b: Stretch | None,
    kind: str,
    what: str,
    confidence: float,
    reasons: tuple[str, ...],
    weight: float,
) -> Variant:
    """The row of a place where the two sides of a parallel differ."""
    sides = [None if one is None or one.start >= one.end else ground.passage(one) for one in (a, b)]
    return Variant(
        parallel, sides[0], sides[1], kind, what, round(confidence, 3), reasons, round(weight, 3)
    )
