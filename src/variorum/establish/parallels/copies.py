"""Copies: a passage with all its witnesses as rows, two and two, each with its differences."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.establish.collate import Collation, Witness, collate, variants
from variorum.establish.dependence import Direction, direction
from variorum.establish.parallels.ground import (
    MIRRORED,
    TURNED,
    Ground,
    ordered,
    parallel_row,
    variant_row,
)
from variorum.establish.reuse import Shared
from variorum.establish.stretches import Stretch
from variorum.model.critique import Parallel, Variant
from variorum.model.ids import content_id

ALL_PAIRS = 6
"""Witnesses up to which each is set beside each; of more, each beside the likeliest origin alone: five
hundred copies of one leaflet are five hundred rows and not a hundred thousand."""

Rows = tuple[list[Parallel], list[Variant]]


def copied(
    ground: Ground, shared: Sequence[Shared]
) -> Iterator[tuple[Shared, Collation | None, Rows]]:
    """Each shared passage, its witnesses collated, with its rows; a stock phrase is not collated."""
    for passage in shared:
        group = content_id("g", *((s.account, s.start, s.end) for s in passage.witnesses))
        if passage.kind == "formula":
            yield passage, None, (list(_stock(ground, passage, group)), [])
            continue
        collation = collate([_witness(ground, s) for s in passage.witnesses])
        yield passage, collation, _rows(ground, passage, collation, group)


def name(stretch: Stretch) -> str:
    """What a witness is called in its collation."""
    return f"{stretch.account} {stretch.start}"


def _witness(ground: Ground, stretch: Stretch) -> Witness:
    return Witness(name(stretch), ground.words(stretch), ground.reading(stretch).account.language)


def _stock(ground: Ground, passage: Shared, group: str) -> Iterator[Parallel]:
    first, *others = passage.witnesses
    for other in others:
        a, b, _ = ordered(ground, first, other)
        yield parallel_row(
            ground, a, b, "formula", "unknown", passage.score, passage.reasons, "", group
        )


def _rows(ground: Ground, passage: Shared, collation: Collation, group: str) -> Rows:
    found: list[Parallel] = []
    differences: list[Variant] = []
    for one, other in _pairs(ground, passage.witnesses):
        a, b, _ = ordered(ground, one, other)
        way = _direction(ground, a, b)
        row = parallel_row(
            ground,
            a,
            b,
            "copy",
            way.value,
            passage.score,
            (*passage.reasons, *way.reasons),
            passage.manner,
            group,
        )
        found.append(row)
        differences.extend(_differences(ground, row, collation, a, b))
    return found, differences


def _pairs(ground: Ground, witnesses: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    if len(witnesses) <= ALL_PAIRS:
        yield from combinations(witnesses, 2)
        return
    origin = min(witnesses, key=lambda s: _age(ground, s))
    yield from ((origin, other) for other in witnesses if other != origin)


def _age(ground: Ground, stretch: Stretch) -> tuple[bool, str, int, str, int]:
    """The sort key that puts the likeliest origin first: dated before undated, early, long."""
    account = ground.reading(stretch).account
    return (
        not account.date,
        account.date,
        stretch.start - stretch.end,
        stretch.account,
        stretch.start,
    )


def _direction(ground: Ground, a: Stretch, b: Stretch) -> Direction:
    if a.account == b.account:
        return Direction("unknown", 0.5, ("both stand in one account",))
    return direction(ground.reading(a), ground.reading(b), a, b, ground.texts)


def _differences(
    ground: Ground, row: Parallel, collation: Collation, a: Stretch, b: Stretch
) -> Iterator[Variant]:
    for found in variants(collation, name(a), name(b)):
        here = Stretch(a.account, a.start + found.a[0], a.start + found.a[1])
        there = Stretch(b.account, b.start + found.b[0], b.start + found.b[1])
        kind = found.kind
        if row.direction in TURNED and row.direction == "b→a":
            kind = MIRRORED.get(kind, kind)
        yield variant_row(
            ground,
            row.id,
            here,
            there,
            kind,
            found.what,
            found.confidence,
            found.reasons,
            found.weight,
        )
