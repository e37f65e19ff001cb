"""The dynamic programme over a band: probabilities of beads and the best sequence of them.

A log-linear model over sequences of beads (a semi-Markov random field, Sarawagi and Cohen 2004);
its forward and backward sums give every bead and every skipped sentence a probability.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.establish.translation.band import Band
from variorum.establish.translation.scoring import SHAPES

Row = NDArray[np.float64]

NEVER = -1e30

DOUBT = 0.4
"""Probability below which a bead is better left out (tuned for strict F1 on Text+Berg dev)."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Sentences ``[a, a_end)`` stand for ``[b, b_end)`` with this probability."""

    a: int
    a_end: int
    b: int
    b_end: int
    probability: float


@dataclass(frozen=True, slots=True)
class Chances:
    """``beads[i][s, c]``: probability of shape ``s`` at row ``i`` and column ``low[i] + c``;
    ``skipped_a[i]`` and ``skipped_b[j]``: of a sentence without a counterpart. ``total`` is the log
    of the partition sum."""

    beads: list[Row]
    skipped_a: Row
    skipped_b: Row
    total: float


def chances(gains: list[Row], skips_a: Row, skips_b: Row, within: Band) -> Chances:
    """Probabilities of all beads. ``gains[i]`` has shape ``(shapes, columns of row i)``."""
    n = len(skips_a)
    paid = np.concatenate([[0.0], np.cumsum(skips_b)])
    before: list[Row] = []
    for i in range(n + 1):
        row = _shifted(before[i - 1] + skips_a[i - 1], within, i - 1, i, 0) if i else _start(within)
        for number, (p, q) in enumerate(SHAPES):
            if p <= i:
                reached = before[i - p] + gains[i - p][number]
                row = np.logaddexp(row, _shifted(reached, within, i - p, i, q))
        cost = paid[within.low[i] : within.high[i] + 1]
        before.append(np.logaddexp.accumulate(row - cost) + cost)
    after: list[Row] = [np.empty(0)] * (n + 1)
    for i in range(n, -1, -1):
        if i == n:
            row = np.full(len(before[n]), NEVER)
            row[-1] = 0.0
        else:
            row = _shifted(after[i + 1], within, i + 1, i, 0) + skips_a[i]
            for number, (p, q) in enumerate(SHAPES):
                if i + p <= n:
                    ahead = _shifted(after[i + p], within, i + p, i, -q)
                    row = np.logaddexp(row, gains[i][number] + ahead)
        cost = paid[within.low[i] : within.high[i] + 1]
        after[i] = np.logaddexp.accumulate((row + cost)[::-1])[::-1] - cost
    total = float(before[n][-1])
    return Chances(*_shares(gains, skips_a, skips_b, within, before, after, total), total)


def _shares(
    gains: list[Row],
    skips_a: Row,
    skips_b: Row,
    within: Band,
    before: list[Row],
    after: list[Row],
    total: float,
) -> tuple[list[Row], Row, Row]:
    n, m = len(skips_a), len(skips_b)
    beads, skipped_a, skipped_b = [], np.zeros(n), np.zeros(m)
    for i in range(n + 1):
        low, high = int(within.low[i]), int(within.high[i])
        if i < n:
            ahead = np.full(gains[i].shape, NEVER)
            for number, (p, q) in enumerate(SHAPES):
                if i + p <= n:
                    ahead[number] = _shifted(after[i + p], within, i + p, i, -q)
            beads.append(np.exp(np.minimum(0.0, before[i] + gains[i] + ahead - total)))
            down = before[i] + skips_a[i] + _shifted(after[i + 1], within, i + 1, i, 0) - total
            skipped_a[i] = min(1.0, np.exp(np.minimum(0.0, down)).sum())
        across = before[i][:-1] + skips_b[low:high] + after[i][1:] - total
        skipped_b[low:high] += np.exp(np.minimum(0.0, across))
    return beads, skipped_a, np.minimum(1.0, skipped_b)


def _start(within: Band) -> Row:
    row = np.full(int(within.high[0] - within.low[0]) + 1, NEVER)
    row[0] = 0.0
    return row


def _shifted(values: Row, within: Band, source: int, target: int, by: int) -> Row:
    """The values of row ``source`` moved ``by`` columns, at the columns of row ``target``."""
    low, high = int(within.low[target]), int(within.high[target])
    row = np.full(high - low + 1, NEVER)
    start = int(within.low[source]) + by
    first, stop = max(low, start), min(high + 1, start + len(values))
    if first < stop:
        row[first - low : stop - low] = values[first - start : stop - start]
    return row


def best(found: Chances, within: Band, doubt: float = DOUBT) -> list[Link]:
    """The sequence of beads with the largest sum of probabilities above ``doubt``: what is expected
    to be right most often. Sentences in no bead are left over."""
    n = len(found.skipped_a)
    sums: list[Row] = []
    came: list[NDArray[np.int8]] = []
    for i in range(n + 1):
        row = _shifted(sums[i - 1], within, i - 1, i, 0) if i else _start(within)
        how = np.full(len(row), -1, np.int8)
        for number, (p, q) in enumerate(SHAPES):
            if p <= i:
                gain = sums[i - p] + found.beads[i - p][number] - doubt
                reached = _shifted(gain, within, i - p, i, q)
                better = reached > row
                row[better], how[better] = reached[better], number
        highest = np.maximum.accumulate(row)
        how[highest > row] = -2
        sums.append(highest)
        came.append(how)
    links, i, j = [], n, int(within.high[n])
    while i or j:
        how_here = int(came[i][j - int(within.low[i])])
        if how_here == -2 or i == 0:
            j -= 1
        elif how_here == -1:
            i -= 1
        else:
            p, q = SHAPES[how_here]
            i, j = i - p, j - q
            share = float(found.beads[i][how_here, j - int(within.low[i])])
            links.append(Link(i, i + p, j, j + q, share))
    return links[::-1]


Scorer = Callable[[int], Row]


def gains(scorer: Scorer, weights: Sequence[float], rows: int) -> list[Row]:
    """The scores of all beads: features of each row times their weights."""
    vector = np.asarray(weights)
    return [np.einsum("sfc,f->sc", scorer(i), vector) for i in range(rows)]
