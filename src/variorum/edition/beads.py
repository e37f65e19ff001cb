"""The beads of a translation in order, and between them what only one side has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from variorum.edition.concordance import Shared
from variorum.edition.survey import Survey
from variorum.model.critique import Variant
from variorum.model.homes import home
from variorum.model.passage import Passage, cut


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead, or a stretch of one side; ``row`` is the parallel's id, ``sentence`` the variant by which
    the stretch is said to be missing."""

    first: Passage | None
    other: Passage | None
    row: str = ""
    sentence: Variant | None = None


def pairs(
    known: Survey,
    group: Shared,
    ends: tuple[Passage, Passage],
    turned: bool,
    text: Callable[[str], str],
) -> list[Pair]:
    """All that stands between both ends: beads, and in their places what only one side has."""
    beads = sorted(
        (
            Pair(*turn(r.a, r.b, turned), row=r.id)
            for r in group.rows
            if r.manner != "whole"
        ),
        key=lambda p: (p.first.start if p.first else 0, p.other.start if p.other else 0),
    )  # fmt: skip
    alone: list[tuple[Passage, int, Variant | None]] = []
    for variant in group.variants.get(group.rows[0].id, ()):
        for side, passage in enumerate(turn(variant.a, variant.b, turned)):
            if passage and (variant.a is None or variant.b is None):
                alone.append((passage, side, variant))
    for side, end in enumerate(ends):
        taken = [p for pair in beads for p in [pair.other if side else pair.first] if p]
        taken += [p for p, s, _ in alone if s == side]
        alone += [(p, side, None) for p in _gaps(known, end, taken, text(end.source))]
    return _merged(beads, alone)


def turn(
    a: Passage | None, b: Passage | None, turned: bool
) -> tuple[Passage | None, Passage | None]:
    return (b, a) if turned else (a, b)


def _merged(
    beads: Sequence[Pair], alone: Sequence[tuple[Passage, int, Variant | None]]
) -> list[Pair]:
    """The beads in the order of the first side; what one side has alone stands before the first bead
    that begins after it on that side."""
    waiting: list[list[tuple[Passage, Variant | None]]] = [
        sorted(((p, v) for p, side, v in alone if side == number), key=lambda x: x[0])
        for number in (0, 1)
    ]
    found: list[Pair] = []
    at = [0, 0]
    for bead in [*beads, None]:
        for side in (0, 1):
            place = None if bead is None else bead.other if side else bead.first
            row = waiting[side]
            while at[side] < len(row) and (place is None or row[at[side]][0] < place):
                passage, variant = row[at[side]]
                first, other = (None, passage) if side else (passage, None)
                found.append(Pair(first, other, "", variant))
                at[side] += 1
        if bead:
            found.append(bead)
    return found


def _gaps(known: Survey, end: Passage, taken: Sequence[Passage], text: str) -> Iterator[Passage]:
    """What of the stretch stands in no bead, without what another hand put there."""
    account = home(known.homes, end)
    hands = [h.passage for h in known.hands.get(end.source, ()) if h.hand != "author"]
    inside = [p for p in hands if p.start < end.end and end.start < p.end]
    position = end.start
    edge = Passage(end.source, end.end, end.end, "")
    for passage in sorted([*taken, *inside, edge]):
        stop = min(passage.start, end.end)
        if stop > position and any(c.isalnum() for c in text[position:stop]):
            gap = text[position:stop]
            low = position + len(gap) - len(gap.lstrip())
            found = cut(end.source, text, low, position + len(gap.rstrip()))
            if home(known.homes, found) == account:
                yield found
        position = max(position, passage.end)
