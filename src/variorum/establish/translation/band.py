"""Where in the grid of two texts the alignment can run: a band around a coarse path.

The texts are halved again and again until they are short, aligned by a plain dynamic programme, and
the path is carried back level by level, each time looking only near it (as in vecalign, Thompson
and
Koehn 2019, after Salvador and Chan 2007). So the work grows with the length of the texts, not with
its square.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.establish.meaning import Vectors

SMALL = 160
"""Sentences up to which the whole grid is looked at."""

NEAR = 16
"""Sentences on either side of the path that are looked at."""

_DIAGONAL = 0.3
"""What the full distance from the diagonal costs a pair, in similarity; a tie-breaker."""

_WORTH = 0.12
"""Similarity a pair must pass to be better than two skips."""


@dataclass(frozen=True, slots=True)
class Band:
    """For every row ``i`` in ``0..n`` the columns ``low[i]..high[i]`` (both included) in
    ``0..m``."""

    low: NDArray[np.int64]
    high: NDArray[np.int64]


def band(a: Vectors, b: Vectors) -> Band:
    """The band for two texts given a row of comparable numbers for each sentence."""
    n, m = len(a), len(b)
    if max(n, m) <= SMALL:
        return Band(np.zeros(n + 1, np.int64), np.full(n + 1, m))
    return _around(_path(a, b), n, m)


def _around(path: list[tuple[int, int]], n: int, m: int) -> Band:
    """The band around the cells of a path from (0, 0) to (n, m), steps of at most one."""
    low, high = np.full(n + 1, m), np.zeros(n + 1, np.int64)
    for i, j in path:
        low[i], high[i] = min(low[i], j), max(high[i], j)
    wide_low, wide_high = low.copy(), high.copy()
    for shift in range(-NEAR, NEAR + 1):
        rows = np.clip(np.arange(n + 1) + shift, 0, n)
        wide_low, wide_high = np.minimum(wide_low, low[rows]), np.maximum(wide_high, high[rows])
    return Band(np.maximum(wide_low - NEAR, 0), np.minimum(wide_high + NEAR, m))


def _path(a: Vectors, b: Vectors) -> list[tuple[int, int]]:
    n, m = len(a), len(b)
    if max(n, m) <= SMALL or min(n, m) < 2:
        return _walk(a, b, Band(np.zeros(n + 1, np.int64), np.full(n + 1, m)))
    coarse = _path(_halved(a), _halved(b))
    fine = [(min(2 * i, n), min(2 * j, m)) for i, j in coarse]
    return _walk(a, b, _around([*_stepped(fine), (n, m)], n, m))


def _stepped(cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cells with those between added, so that no row is without one."""
    steps = [cells[0]]
    for i, j in cells[1:]:
        while steps[-1] != (i, j):
            x, y = steps[-1]
            steps.append((x + (x < i), y + (y < j)))
    return steps


def _halved(rows: Vectors) -> Vectors:
    pairs = np.concatenate([rows, np.zeros((len(rows) % 2, rows.shape[1]), np.float32)])
    summed = pairs[0::2] + pairs[1::2]
    lengths = np.linalg.norm(summed, axis=1, keepdims=True)
    return np.asarray(summed / np.maximum(lengths, 1e-9), np.float32)


def _walk(a: Vectors, b: Vectors, within: Band) -> list[tuple[int, int]]:
    """The best path of pairs and skips inside a band."""
    n, m = len(a), len(b)
    rows: list[NDArray[np.float64]] = []
    came: list[NDArray[np.int8]] = []
    for i in range(n + 1):
        low, high = int(within.low[i]), int(within.high[i])
        row = np.full(high - low + 1, -np.inf)
        how = np.zeros(high - low + 1, np.int8)
        if i == 0:
            row[:1] = 0.0
        else:
            before, start = rows[-1], int(within.low[i - 1])
            stop = start + len(before)
            x, y = max(low, start), min(high + 1, stop)
            row[x - low : y - low] = before[x - start : y - start]
            x, y = max(low, start + 1), min(high + 1, stop + 1)
            if x < y:
                columns = np.arange(x - 1, y - 1)
                far = np.abs(columns / max(1, m) - (i - 1) / max(1, n)) * _DIAGONAL
                paired = before[x - 1 - start : y - 1 - start] + b[x - 1 : y - 1] @ a[i - 1] - far
                paired = paired - _WORTH
                better = paired > row[x - low : y - low]
                row[x - low : y - low][better] = paired[better]
                how[x - low : y - low][better] = 1
        best = np.maximum.accumulate(row)
        how[best > row] = 2
        rows.append(best)
        came.append(how)
    path, i, j = [(n, m)], n, m
    while i or j:
        how_here = came[i][j - int(within.low[i])]
        if how_here == 2 or i == 0:
            j -= 1
        elif how_here == 1:
            i, j = i - 1, j - 1
        else:
            i -= 1
        path.append((i, j))
    return path[::-1]
