"""A family tree's drawing: a row for each generation, couples side by side, children below.

A layered drawing (Sugiyama, Tagawa and Toda, 1981) with rows that are given; within a row, what
belongs together is kept together and pulled towards parents and children by isotonic regression.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.edition.charts.kin import COUPLE, DESCENT, FURTHER, SIBLINGS, Family

BOX = (148.0, 46.0)
"""Width and height of a person's box, in pixels."""

BETWEEN = 26.0
"""Pixels between two people of a row; couples stand as far apart, joined by their line."""

ROWS = 64.0
"""Pixels between two generations, for the lines of descent."""

MARGIN = 10.0
BUS = 6.0
"""Pixels between the lines of descent of neighbouring couples."""

MOST_BUSES = 5
SWEEPS = 4
"""Times the rows are pulled towards their parents and their children in turn; more moves little."""


@dataclass(frozen=True, slots=True)
class Box:
    """A person, at the box's upper left corner."""

    person: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: ``sort`` couple, descent, siblings or further, ``path`` for SVG, with a word on it."""

    sort: str
    path: str
    word: str = ""
    x: float = 0
    y: float = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole drawing, in pixels."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]


def tree(family: Family) -> Tree:
    """Draw a family; ties that clash with its generations are drawn as they fall."""
    parents: dict[str, set[str]] = defaultdict(set)
    for tie in family.ties:
        if tie.sort == DESCENT and tie not in family.clashes:
            parents[tie.lower].add(tie.upper)
    rows = _rows(family, parents)
    lefts = _placed(rows, parents)
    shift = MARGIN - min(lefts.values())
    at = {
        who: (
            round(lefts[who] + shift, 1),
            round(MARGIN + family.levels[who] * (BOX[1] + ROWS), 1),
        )
        for who in family.members
    }
    width = max(x for x, _ in at.values()) + BOX[0] + MARGIN
    height = max(y for _, y in at.values()) + BOX[1] + MARGIN + BUS * 2
    return Tree(
        width,
        height,
        tuple(Box(who, *at[who]) for who in sorted(at, key=lambda w: (at[w][1], at[w][0], w))),
        tuple(_strokes(family, parents, at)),
    )


def _rows(family: Family, parents: Mapping[str, set[str]]) -> list[list[list[str]]]:
    """For each generation the blocks of people who stand together: couples, those who have children
    together, and brothers and sisters whose parents are not known."""
    together: dict[str, list[str]] = defaultdict(list)

    def join(a: str, b: str) -> None:
        if family.levels[a] == family.levels[b] and b not in together[a]:
            together[a].append(b)
            together[b].append(a)

    for tie in family.ties:
        if tie.sort == COUPLE:
            join(tie.upper, tie.lower)
    for _, two in sorted(parents.items()):
        first, *others = sorted(two)
        for other in others:
            join(first, other)
    for tie in family.ties:
        if tie.sort == SIBLINGS and not (parents.get(tie.upper) and parents.get(tie.lower)):
            join(tie.upper, tie.lower)
    rows: list[list[list[str]]] = [[] for _ in range(max(family.levels.values()) + 1)]
    seen: set[str] = set()
    for who in sorted(family.members, key=lambda w: (len(together[w]) != 1, w)):
        if who not in seen:
            rows[family.levels[who]].append(list(_walk(who, together, seen)))
    return rows


def _walk(start: str, together: Mapping[str, list[str]], seen: set[str]) -> Iterator[str]:
    """A block's people, neighbours next to one another as far as that goes."""
    waiting = [start]
    while waiting:
        who = waiting.pop()
        if who not in seen:
            seen.add(who)
            yield who
            waiting += [other for other in reversed(together[who]) if other not in seen]


def _placed(rows: list[list[list[str]]], parents: Mapping[str, set[str]]) -> dict[str, float]:
    """Everybody's left edge."""
    children: dict[str, list[str]] = defaultdict(list)
    for child, two in sorted(parents.items()):
        for parent in sorted(two):
            children[parent].append(child)
    lefts: dict[str, float] = {}
    for row in rows:
        _arrange(row, {who: sorted(parents.get(who, ())) for b in row for who in b}, lefts)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 1
        for row in rows if down else reversed(rows):
            near = {
                who: sorted(parents.get(who, ())) if down else children[who]
                for block in row
                for who in block
            }
            _arrange(row, near, lefts)
    return lefts


def _arrange(
    row: list[list[str]], near: Mapping[str, Sequence[str]], lefts: dict[str, float]
) -> None:
    """Order a row's blocks and set them as near as they can be to those they hang on."""
    step = BOX[0] + BETWEEN
    wishes = []
    for number, block in enumerate(row):
        pulls = [
            lefts[other] - place * step
            for place, who in enumerate(block)
            for other in near[who]
            if other in lefts
        ]
        own = lefts.get(block[0])
        stay = own if own is not None else number * step
        wishes.append((sum(pulls) / len(pulls) if pulls else stay, number))
    order = [number for _, number in sorted(wishes)]
    wanted = {number: wish for wish, number in wishes}
    offsets, offset = [], 0.0
    for number in order:
        offsets.append(offset)
        offset += len(row[number]) * step
    settled = _isotonic([wanted[n] - o for n, o in zip(order, offsets, strict=True)])
    for number, place, offset in zip(order, settled, offsets, strict=True):
        for index, who in enumerate(row[number]):
            lefts[who] = place + offset + index * step


def _isotonic(values: list[float]) -> list[float]:
    """The nearest sequence that never falls (pool adjacent violators; Ayer and others, 1955)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, m), (b, n) = pools[-2:]
            pools[-2:] = [((a * m + b * n) / (m + n), m + n)]
    return [value for value, count in pools for _ in range(count)]


def _strokes(
    family: Family, parents: Mapping[str, set[str]], at: Mapping[str, tuple[float, float]]
) -> Iterator[Stroke]:
    wide, high = BOX
    for tie in family.ties:
        (ax, ay), (bx, by) = at[tie.upper], at[tie.lower]
        if ax > bx:
            (ax, ay), (bx, by) = (bx, by), (ax, ay)
        if tie.sort == COUPLE and ay == by and bx - ax < wide + BETWEEN + 1:
            yield Stroke(COUPLE, f"M{ax + wide:g} {ay + high / 2 - 2:g}H{bx:g}M{ax + wide:g} "
                                 f"{ay + high / 2 + 2:g}H{bx:g}")  # fmt: skip
        elif tie.sort == COUPLE:
            low = max(ay, by) + high + BUS * 1.5
            yield Stroke(COUPLE, f"M{ax + wide * 0.6:g} {ay + high:g}V{low:g}H{bx + wide * 0.4:g}"
                                 f"V{by + high:g}")  # fmt: skip
        elif tie.sort == SIBLINGS and not (
            parents.get(tie.upper, set()) & parents.get(tie.lower, set())
        ):
            top = min(ay, by) - MARGIN * 0.7
            yield Stroke(
                SIBLINGS, f"M{ax + wide * 0.75:g} {ay:g}V{top:g}H{bx + wide * 0.25:g}V{by:g}"
            )
        elif tie in family.clashes:
            yield _further(at[tie.upper], at[tie.lower], "?")
        elif tie.sort == FURTHER and not _descends(tie.lower, tie.upper, tie.steps, parents):
            yield _further(at[tie.upper], at[tie.lower], tie.word)
    couples: set[tuple[str, ...]] = {
        (tie.upper, tie.lower) for tie in family.ties if tie.sort == COUPLE
    }
    yield from _descents(parents, at, couples)


def _further(a: tuple[float, float], b: tuple[float, float], word: str) -> Stroke:
    """A line with its word: below the boxes of one row, else from the upper box to the lower."""
    wide, high = BOX
    (ax, ay), (bx, by) = sorted((a, b), key=lambda at: (at[1], at[0]))
    if ay == by:
        low = ay + high + ROWS * 0.25
        line = f"M{ax + wide * 0.6:g} {ay + high:g}V{low:g}H{bx + wide * 0.4:g}V{by + high:g}"
        return Stroke(FURTHER, line, word, (ax + bx + wide) / 2, low)
    share = (high + ROWS * 0.5) / (by - ay + high / 2)
    x, end = ax + wide * 0.4, bx + wide * 0.3
    return Stroke(
        FURTHER, f"M{x:g} {ay + high:g}L{end:g} {by:g}", word, x + (end - x) * share,
        ay + high + ROWS * 0.5,
    )  # fmt: skip


def _descends(who: str, from_whom: str, steps: int, parents: Mapping[str, set[str]]) -> bool:
    """Whether the lines of descent already show somebody's ancestor so many generations up."""
    above = {who}
    for _ in range(steps):
        above = {parent for one in above for parent in parents.get(one, ())}
    return steps > 0 and from_whom in above


def _descents(
    parents: Mapping[str, set[str]],
    at: Mapping[str, tuple[float, float]],
    couples: set[tuple[str, ...]],
) -> Iterator[Stroke]:
    """From each couple, or from one parent, to all their children by one line; parents of whom no
    marriage is stated are joined by a single line."""
    wide, high = BOX
    unions: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for child, two in sorted(parents.items()):
        unions[tuple(sorted(two))].append(child)
    used: dict[float, int] = defaultdict(int)
    for couple, born in sorted(unions.items(), key=lambda item: (at[item[0][0]], item[0])):
        edges = sorted(at[parent] for parent in couple)
        low = max(y for _, y in edges)
        bus = low + high + ROWS * 0.5 + (used[low] % MOST_BUSES - MOST_BUSES // 2) * BUS
        used[low] += 1
        beside = len(couple) == 2 and edges[0][1] == edges[1][1]
        if beside and edges[1][0] - edges[0][0] < wide + BETWEEN + 1:
            middle = (edges[0][0] + edges[1][0] + wide) / 2
            lines = [f"M{middle:g} {low + high / 2 + 2 * (couple in couples):g}V{bus:g}"]
            if couple not in couples:
                lines.append(f"M{edges[0][0] + wide:g} {low + high / 2:g}H{edges[1][0]:g}")
            ends = [middle]
        else:
            ends = [x + wide / 2 for x, _ in edges]
            lines = [f"M{x + wide / 2:g} {y + high:g}V{bus:g}" for x, y in edges]
        ends += [at[child][0] + wide / 2 for child in born]
        lines.append(f"M{min(ends):g} {bus:g}H{max(ends):g}")
        lines += [f"M{at[c][0] + wide / 2:g} {bus:g}V{at[c][1]:g}" for c in born]
        yield Stroke(DESCENT, "".join(lines))
