"""The best alignment of many short pieces at once (Needleman and Wunsch 1970; gaps as in Gotoh 1982).

All pieces of about one size are worked out together, a row at a time, so that the cost of a step in
Python is shared by hundreds of pieces.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Pairs = NDArray[np.int64]

MOST_CELLS = 4_000_000
"""Cells worked out together at most; three small numbers are kept for each (40 MB in all)."""
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """``gain[i, j]``: what aligning item ``i`` of one side with item ``j`` of the other is worth;
    ``a_open``, ``a_skip``: what it costs to begin a gap at, and to skip, an item of the one side, and
    ``b_open``, ``b_skip`` of the other."""

    gain: Floats
    a_open: Floats
    a_skip: Floats
    b_open: Floats
    b_skip: Floats


def best(pieces: Sequence[Piece]) -> list[list[tuple[int, int]]]:
    """For each piece its aligned pairs (i, j), rising in both."""
    paths: list[list[tuple[int, int]]] = [[] for _ in pieces]
    for numbers in _batches(pieces):
        for number, path in zip(numbers, _together([pieces[k] for k in numbers]), strict=True):
            paths[number] = path
    return paths


def _batches(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """Pieces of like size, no more of them than fit."""
    sizes: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        m, n = piece.gain.shape
        sizes[1 << (m - 1).bit_length(), 1 << (n - 1).bit_length()].append(number)
    for (m, n), numbers in sorted(sizes.items()):
        most = max(1, MOST_CELLS // (m * n))
        for k in range(0, len(numbers), most):
            yield numbers[k : k + most]


def _together(pieces: Sequence[Piece]) -> Iterator[list[tuple[int, int]]]:
    count = len(pieces)
    m = max(p.gain.shape[0] for p in pieces)
    n = max(p.gain.shape[1] for p in pieces)
    gain = np.full((count, m, n), _NEVER, np.float32)
    costs = [np.zeros((count, size), np.float32) for size in (m, m, n, n)]
    for k, p in enumerate(pieces):
        gain[k, : p.gain.shape[0], : p.gain.shape[1]] = p.gain
        for cost, own in zip(costs, (p.a_open, p.a_skip, p.b_open, p.b_skip), strict=True):
            cost[k, : len(own)] = own
    a_open, a_skip, b_open, b_skip = costs
    columns = np.arange(n + 1)
    across = np.zeros((count, n + 1), np.float32)
    np.cumsum(b_skip, axis=1, out=across[:, 1:])
    opened = np.concatenate([b_open, np.full((count, 1), -_NEVER, np.float32)], axis=1)
    skips_a = np.zeros((count, m + 1, n + 1), np.bool_)
    skips_b = np.zeros((count, m + 1, n + 1), np.bool_)
    began = np.zeros((count, m + 1, n + 1), np.int32)
    down_from = np.zeros((count, m + 1, n + 1), np.bool_)

    high = np.full((count, n + 1), _NEVER, np.float32)
    high[:, 0] = 0
    high = _swept(high, across, opened, columns, skips_b[:, 0], began[:, 0])
    down = np.full((count, n + 1), _NEVER, np.float32)
    for i in range(m):
        fresh = high - a_open[:, i, None]
        from_high = fresh >= down
        down = np.where(from_high, fresh, down) - a_skip[:, i, None]
        down_from[:, i + 1] = from_high
        diagonal = np.full((count, n + 1), _NEVER, np.float32)
        diagonal[:, 1:] = high[:, :-1] + gain[:, i]
        skips_a[:, i + 1] = down > diagonal
        high = np.maximum(diagonal, down)
        high = _swept(high, across, opened, columns, skips_b[:, i + 1], began[:, i + 1])
    for k, p in enumerate(pieces):
        yield _traced(skips_a[k], skips_b[k], began[k], down_from[k], *p.gain.shape)


def _swept(
    high: Floats,
    across: Floats,
    opened: Floats,
    columns: NDArray[np.int64],
    skips_b: NDArray[np.bool_],
    began: NDArray[np.int32],
) -> Floats:
    """A row with gaps along it: the best beginning of a gap that ends at each place, in one sweep."""
    worth = high - opened + across
    top = np.maximum.accumulate(worth, axis=1)
    start = np.maximum.accumulate(np.where(worth == top, columns, 0), axis=1)
    along = np.full_like(high, _NEVER)
    along[:, 1:] = top[:, :-1] - across[:, 1:]
    better = along > high
    skips_b[:] = better
    began[:, 1:] = start[:, :-1]
    return np.where(better, along, high)


def _traced(
    skips_a: NDArray[np.bool_],
    skips_b: NDArray[np.bool_],
    began: NDArray[np.int32],
    down_from: NDArray[np.bool_],
    i: int,
    j: int,
) -> list[tuple[int, int]]:
    path: list[tuple[int, int]] = []
    while i or j:
        if skips_b[i, j]:
            j = int(began[i, j])  # the gap began before this row's other gaps were worked out
            if not i:
                break
        if skips_a[i, j]:
            while not down_from[i, j]:
                i -= 1
            i -= 1
        else:
            i, j = i - 1, j - 1
            path.append((i, j))
    return path[::-1]
