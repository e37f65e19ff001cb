"""A simple temporal network: what differences of moments allow, and which of them cannot all hold.

Dechter, Meiri and Pearl 1991: every constraint bounds the difference of two moments; they cannot all
hold where a cycle of them sums to less than nothing. The cycle with the fewest constraints is what is
shown to a reader: leave out any of it, and the rest of it can be true.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from variorum.model.edtf import Moment

YEAR = 372
"""Units in a year: every month is reckoned as 31 days, so that whole years are whole numbers."""

DAY_OF_MONTH = 31


@dataclass(frozen=True, slots=True)
class Constraint:
    """``later`` is at most ``most`` units after ``earlier``; ``row`` says which fact demands it."""

    earlier: Hashable
    later: Hashable
    most: int
    row: int


def units(moment: Moment) -> int:
    """A moment's day as a number of units of which YEAR make a year."""
    return moment.year * YEAR + (moment.month - 1) * DAY_OF_MONTH + moment.day - 1


def between(earlier: Hashable, later: Hashable, low: int, high: int, row: int) -> list[Constraint]:
    """The two constraints that ``later`` is ``low`` to ``high`` units after ``earlier``."""
    return [Constraint(earlier, later, high, row), Constraint(later, earlier, -low, row)]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The rows that cannot all hold, sorted, and by how many units they miss each other."""

    rows: tuple[int, ...]
    excess: int


def contradiction(constraints: Iterable[Constraint]) -> Contradiction | None:
    """A shortest contradiction; None where all constraints can hold.

    Of constraints between the same moments only the tightest matters. Cubic in the number of
    moments times the length of the cycle, linear in the constraints: a life has four moments.
    """
    tightest: dict[tuple[Hashable, Hashable], Constraint] = {}
    for constraint in constraints:
        key = (constraint.earlier, constraint.later)
        known = tightest.get(key)
        if known is None or (constraint.most, constraint.row) < (known.most, known.row):
            tightest[key] = constraint
    moments = list(dict.fromkeys(moment for key in tightest for moment in key))
    # the tightest walk of exactly n constraints between any two moments, with its constraints
    walks: dict[tuple[Hashable, Hashable], tuple[int, tuple[int, ...]]]
    walks = {key: (c.most, (c.row,)) for key, c in tightest.items()}
    for _ in moments:
        closed = [walks[m, m] for m in moments if (m, m) in walks and walks[m, m][0] < 0]
        if closed:
            length, cycle = min(closed, key=lambda walk: (len(set(walk[1])), walk))
            return Contradiction(tuple(sorted(set(cycle))), -length)
        longer: dict[tuple[Hashable, Hashable], tuple[int, tuple[int, ...]]] = {}
        for (begin, middle), (length, rows) in walks.items():
            for end in moments:
                step = tightest.get((middle, end))
                if step is None:
                    continue
                walk = (length + step.most, (*rows, step.row))
                if (begin, end) not in longer or walk < longer[begin, end]:
                    longer[begin, end] = walk
        walks = longer
    return None
