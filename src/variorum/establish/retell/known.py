"""What is known already: copies and translations are no retellings of each other."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from variorum.establish.retell.margins import places
from variorum.establish.retell.units import Units
from variorum.establish.stretches import Stretch


class Known:
    """The stretches of copies and translations, those of one passage in one group: of five hundred
    copies of a leaflet each may be named beside the first alone, and yet all are known."""

    def __init__(self, units: Units, pairs: Sequence[tuple[Stretch, Stretch]]) -> None:
        stretches = sorted({stretch for pair in pairs for stretch in pair})
        number = {stretch: n for n, stretch in enumerate(stretches)}
        above = list(range(len(stretches)))

        def top(n: int) -> int:
            while above[n] != n:
                above[n] = above[above[n]]
                n = above[n]
            return n

        for a, b in pairs:
            above[top(number[a])] = top(number[b])
        account = {name: n for n, name in enumerate(units.accounts)}
        self._spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        self._touched: dict[int, list[int]] = defaultdict(list)
        self._group = [top(n) for n in range(len(stretches))]
        for n, stretch in enumerate(stretches):
            if stretch.account in account:
                mine = places(units, account[stretch.account])
                first = int(np.searchsorted(units.ends[mine], stretch.start, side="right"))
                end = int(np.searchsorted(units.starts[mine], stretch.end, side="left"))
                if first < end:
                    self._spans[account[stretch.account]].append((first, end, n))
                    for place in mine[first:end].tolist():
                        self._touched[place].append(n)

    def holds(self, a: int, b: int) -> bool:
        """Whether two sentences touch two stretches of one group."""
        return any(
            x != y and self._group[x] == self._group[y]
            for x in self._touched.get(a, ())
            for y in self._touched.get(b, ())
        )

    def blocks(self, one: int, other: int) -> list[tuple[slice, slice]]:
        """Where the sentences of two accounts touch stretches of one group: rows and columns."""
        there: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for span in self._spans.get(other, ()):
            there[self._group[span[2]]].append(span)
        return [
            (slice(first, end), slice(left, right))
            for first, end, x in self._spans.get(one, ())
            for left, right, y in there.get(self._group[x], ())
            if x != y
        ]
