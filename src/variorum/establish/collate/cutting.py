"""Cutting: which runs of columns in which two witnesses differ are one reading."""

from collections.abc import Iterator, Sequence

import numpy as np

from variorum.establish.collate.collation import LOST, Collation
from variorum.establish.collate.difference import Sides, Span, Step
from variorum.establish.collate.slips import alike
from variorum.establish.collate.spellings import is_misread

WHOLE = frozenset({"number", "date", "kin"})
"""Kinds that are compared whole: of "forty-one" and "forty-three" the last word alone is no reading."""
NEAR = 3
"""Words between two places that exchanged theirs."""
BRIDGE, REWRITTEN, LEAST = 2, 8, 3
"""Words that may agree by chance between two places; words from which a stretch full of such places was
written anew; and how many of them each side must have: what one side lacks was left out. Set by hand."""
AROUND = 10
"""Words on either side by whose agreement the place of a variant is sure."""


def steps_of(collation: Collation, one: int, other: int) -> tuple[list[Step], list[list[Step]]]:
    """The columns in which either has something and neither is lost; blocks that were moved apart."""
    a, b = collation.row(one), collation.row(other)
    moved: list[list[Step]] = []
    gone: set[int] = set()
    for move in collation.moves:
        for mine, theirs in ((move.there, move.here), (move.here, move.there)):
            block = [
                (y, int(a[x]), int(b[y]))
                for x, y in zip(mine, theirs, strict=True)
                if a[x] >= 0 and b[y] >= 0 and a[y] < 0 and b[x] < 0
            ]
            if block:
                moved.append(block)
                gone.update(x for x, y in zip(mine, theirs, strict=True) if a[x] >= 0 and b[y] >= 0)
                gone.update(y for y, _, _ in block)
    columns = np.flatnonzero(((a >= 0) | (b >= 0)) & (a != LOST) & (b != LOST))
    steps = [
        (c, max(i, -1), max(j, -1))
        for c, i, j in zip(columns.tolist(), a[columns].tolist(), b[columns].tolist(), strict=True)
        if c not in gone
    ]
    return steps, moved


def agrees(step: Step, sides: Sides) -> bool:
    """Whether both have the same word there."""
    _, i, j = step
    return i >= 0 and j >= 0 and sides[0].tokens.forms[i] == sides[1].tokens.forms[j]


def cut(steps: Sequence[Step], sides: Sides) -> Iterator[tuple[int, int, bool]]:
    """The readings as ``[first, last)`` of the steps, and whether the text was written anew there."""
    widened = _widened(_units(steps, sides), steps, sides)
    return _rewritten(list(_exchanged(widened, steps, sides)), steps, sides)


def _units(steps: Sequence[Step], sides: Sides) -> Iterator[Span]:
    """Runs of steps that differ, of which words written nearly alike stand by themselves."""
    begun = -1
    for k, (column, i, j) in enumerate(steps):
        one = sides[0].tokens.forms[i] if i >= 0 else ""
        other = sides[1].tokens.forms[j] if j >= 0 else ""
        apart = k > 0 and _interrupted(steps[k - 1], (column, i, j))
        if begun >= 0 and (apart or one == other):
            yield begun, k
            begun = -1
        if one == other:
            continue
        if one and other and _stand_alone(one, other):
            if begun >= 0:
                yield begun, k
                begun = -1
            yield k, k + 1
        elif begun < 0:
            begun = k
    if begun >= 0:
        yield begun, len(steps)


def _stand_alone(one: str, other: str) -> bool:
    return alike(one, other) or (one[0].isdigit() and other[0].isdigit()) or is_misread(one, other)


def _interrupted(before: Step, after: Step) -> bool:
    """Whether something lost or moved stands between two steps."""
    return any(0 <= before[k] < after[k] - 1 for k in (1, 2))


def _widened(units: Iterator[Span], steps: Sequence[Step], sides: Sides) -> list[Span]:
    """Units that cut a number, date or word of kin, with all of it; then those that overlap as one."""
    places = [{step[1 + k]: n for n, step in enumerate(steps) if step[1 + k] >= 0} for k in (0, 1)]
    found: list[Span] = []
    for first, last in units:
        low, high = first, last
        for k, side in enumerate(sides):
            own = [step[1 + k] for step in steps[first:last] if step[1 + k] >= 0]
            if not own or _is_misread_pair(steps[first:last], sides):
                continue
            for p in side.touching(side.span(own, -1)):
                if p.kind not in WHOLE:
                    continue
                begin = int(side.tokens.ends.searchsorted(p.start, "right"))
                end = int(side.tokens.starts.searchsorted(p.end, "left")) - 1
                low = min(low, places[k].get(begin, low))
                high = max(high, places[k].get(end, high - 1) + 1)
        if high - low > last - first + AROUND:
            low, high = first, last
        while found and found[-1][1] > low:
            low, high = min(low, found[-1][0]), max(high, found[-1][1])
            found.pop()
        found.append((low, high))
    return found


def _is_misread_pair(steps: Sequence[Step], sides: Sides) -> bool:
    """Whether a unit is one word and what a scanner took it for: then nothing round it differs."""
    if len(steps) != 1 or min(steps[0][1:]) < 0:
        return False
    _, i, j = steps[0]
    return is_misread(sides[0].tokens.forms[i], sides[1].tokens.forms[j])


def _exchanged(units: Sequence[Span], steps: Sequence[Step], sides: Sides) -> Iterator[Span]:
    """Units close by that hold each other's words ("rope and fire", "fire and rope") as one."""
    k = 0
    while k < len(units):
        first, last = units[k]
        for more in (1, 2):
            if k + more >= len(units) or units[k + more][0] - last > NEAR:
                break
            if same_words(steps[first : units[k + more][1]], sides):
                last = units[k + more][1]
                k += more
                break
        yield first, last
        k += 1


def _rewritten(
    units: Sequence[Span], steps: Sequence[Step], sides: Sides
) -> Iterator[tuple[int, int, bool]]:
    """Units, those as one that stand so close that the few words between them agree by chance; whether
    they are such. A word only written otherwise agrees."""
    k = 0
    while k < len(units):
        last = k
        while last + 1 < len(units) and units[last + 1][0] - units[last][1] <= BRIDGE:
            last += 1
        run = units[k : last + 1]
        other = [unit for unit in run if not _is_one_word(steps[slice(*unit)], sides)]
        k = last + 1
        if not _is_rewritten(other, steps):
            yield from ((start, end, False) for start, end in run)
            continue
        first, end = other[0][0], other[-1][1]
        yield from ((*unit, False) for unit in run if unit[1] <= first)
        yield first, end, True
        yield from ((*unit, False) for unit in run if unit[0] >= end)


def _is_rewritten(units: Sequence[Span], steps: Sequence[Step]) -> bool:
    """Whether so much differs in units close by, on both sides, that they are one new text."""
    if len(units) < 2:
        return False
    differing = sum(end - start for start, end in units)
    agreeing = units[-1][1] - units[0][0] - differing
    inside = [step for unit in units for step in steps[slice(*unit)]]
    least = min(sum(step[side] >= 0 for step in inside) for side in (1, 2))
    return differing >= REWRITTEN and agreeing * 3 <= differing and least >= LEAST


def _is_one_word(steps: Sequence[Step], sides: Sides) -> bool:
    """Whether a unit is one word that is only written otherwise."""
    if len(steps) != 1 or min(steps[0][1:]) < 0:
        return False
    one, other = (side.tokens.forms[i] for side, i in zip(sides, steps[0][1:], strict=True))
    return alike(one, other) or is_misread(one, other)


def same_words(steps: Sequence[Step], sides: Sides) -> bool:
    """Whether both sides have the same words, those beside each other as good as equal."""
    one: list[str] = []
    other: list[str] = []
    for _, i, j in steps:
        a = sides[0].tokens.forms[i] if i >= 0 else ""
        b = sides[1].tokens.forms[j] if j >= 0 else ""
        if not (a and b and alike(a, b)):
            one += [a] if a else []
            other += [b] if b else []
    return bool(one) and sorted(one) == sorted(other)
