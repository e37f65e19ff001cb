"""Local alignment: the runs of two accounts that answer each other, best first.

Smith and Waterman (1981) on the margins of sentences: a sentence answers one or several in a row, others
may be passed over at a price, and a run ends where it no longer pays. The same place is given once, and
the search is repeated (Waterman and Eggert 1987) until nothing is left.
"""

from collections.abc import Iterator

import numpy as np

from variorum.establish.retell.units import Floats

PASSED_OVER = 1.6
"""What a sentence without an answer costs, in log-odds."""

AGAIN = 0.5
"""What a second answer to the same sentence is worth. Both tuned with ``margins``."""

Cells = list[tuple[int, int]]


def runs(scores: Floats, least: float) -> Iterator[tuple[Cells, float]]:
    """The runs of ``scores`` (shape (n, m)) worth at least ``least``, the best first: the cells that
    speak for each, in order, and its worth. No two share a sentence of both sides."""
    scores = scores.astype(np.float64)
    sums = np.zeros((scores.shape[0] + 1, scores.shape[1] + 1))
    begun = 0
    while scores.size:
        _fill(scores, sums, begun)
        at = int(sums.argmax())
        row, column = divmod(at, sums.shape[1])
        worth = float(sums[row, column])
        if worth < least or worth <= 0:
            return
        cells = _traced(scores, sums, row, column)
        (first, left), (last, right) = cells[0], cells[-1]
        scores[first : last + 1, left : right + 1] = -np.inf
        begun = first
        yield cells, worth


def _fill(scores: Floats, sums: Floats, begun: int) -> None:
    """The best sums of runs that end in each cell, from row ``begun`` on."""
    for row in range(begun, len(scores)):
        own = scores[row]
        step = np.where(own > 0, AGAIN * own, -PASSED_OVER)
        reached = np.maximum(sums[row, :-1] + own, sums[row, 1:] + step)
        along = np.cumsum(step)
        best = along + np.maximum.accumulate(np.maximum(reached, 0.0) - along)
        sums[row + 1, 1:] = np.maximum(best, 0.0)


def _traced(scores: Floats, sums: Floats, row: int, column: int) -> Cells:
    """The cells above 0 on the way to a sum."""
    cells: Cells = []
    while row and column and sums[row, column] > 0:
        own = float(scores[row - 1, column - 1])
        step = AGAIN * own if own > 0 else -PASSED_OVER
        ways = (
            (float(sums[row - 1, column - 1]) + own, row - 1, column - 1),
            (float(sums[row - 1, column]) + step, row - 1, column),
            (float(sums[row, column - 1]) + step, row, column - 1),
        )
        if own > 0:
            cells.append((row - 1, column - 1))
        _, row, column = max(ways, key=lambda way: way[0])
    return cells[::-1]
