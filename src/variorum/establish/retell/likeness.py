"""Likeness: how far two sentences, seen with their neighbours, tell the same, in log-odds.

Three features of a pair: what its meaning, its words and its names and numbers have in common,
summed over their neighbourhood, because a retelling goes on where it began. A fourth, of a second
look, is the order: how much of what stands around both, further off, is alike too. What each is worth
is a logistic regression fitted on the parallels of Matthew and Mark; ``benchmarks/retell.py --fit``
does it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.establish.retell.order import order
from variorum.establish.retell.units import Floats, Ints, Units

AROUND: tuple[tuple[int, int, float], ...] = (
    (1, 1, 0.5), (-1, -1, 0.5), (2, 2, 0.25), (-2, -2, 0.25),
    (1, 0, 0.3), (-1, 0, 0.3), (0, 1, 0.3), (0, -1, 0.3),
)  # fmt: skip
"""Which neighbouring pairs count, and how much: along the diagonal most. Tuned on Matthew and Mark."""

MOST_MARKS = 6.0
"""More of names and numbers in common than this adds nothing: a list of names is no story."""

ROOM = 200
"""Sentences of the shorter account from which on what stands further off must bear a retelling out."""

BOTH = 0.5
"""The share of the second look where there is room for it: together the two looks judge better than
either (tuned on Matthew and Mark)."""

FEATURES = ("meaning", "words", "names")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds that two sentences tell the same."""

    bias: float
    of: tuple[float, ...]


FIRST_LOOK = (Weights(-6.4595, (0.1592, 4.0523, -0.0313)), Weights(-3.2253, (0.2571, 0.0, 0.0711)))
"""For two sentences in one language, and in two: FEATURES."""

SECOND_LOOK = (
    Weights(-7.2808, (0.088, 3.188, -0.1116, 1.0091)),
    Weights(-4.2646, (0.1797, 0.0, -0.035, 1.1571)),
)
"""The same: FEATURES and the order."""


def likeness(units: Units, pairs: Ints) -> Floats:
    """The log-odds of each pair of sentences (shape (n, 2)) that they tell the same.

    The second look counts as far as both accounts are long enough to have something further off."""
    found = features(units, pairs)
    first = weighed(units, pairs, found, FIRST_LOOK)
    second = weighed(units, pairs, np.c_[found, order(units, pairs, first)], SECOND_LOOK)
    lengths = np.bincount(units.account, minlength=len(units.accounts))[units.account[pairs]]
    room = np.float32(BOTH) * np.clip(lengths.min(axis=1) / ROOM, 0, 1).astype(np.float32)
    return np.asarray((1 - room) * first + room * second, np.float32)


def weighed(units: Units, pairs: Ints, found: Floats, weights: tuple[Weights, Weights]) -> Floats:
    """The log-odds that ``weights`` give: those for one language, and those for two."""
    same = units.language[pairs[:, 0]] == units.language[pairs[:, 1]]
    mine, other = (found @ np.array(w.of, np.float32) + np.float32(w.bias) for w in weights)
    return np.asarray(np.where(same, mine, other), np.float32)


def features(units: Units, pairs: Ints) -> Floats:
    """The FEATURES of each pair of sentences, shape (n, 3)."""
    means, deviations = units.chance
    first, second = pairs[:, 0], pairs[:, 1]
    known: dict[tuple[int, int], tuple[float, float]] = {}
    whole = np.zeros((len(pairs), len(FEATURES)), np.float32)
    for one, other, weight in ((0, 0, 1.0), *AROUND):
        a, b = first + one, second + other
        inside = (a >= 0) & (b >= 0) & (a < len(units)) & (b < len(units))
        a, b = np.clip(a, 0, len(units) - 1), np.clip(b, 0, len(units) - 1)
        inside &= (units.account[a] == units.account[first]) & (
            units.account[b] == units.account[second]
        )
        meaning = np.zeros(len(pairs), np.float32)
        for at in range(0, len(pairs), _BLOCK):
            part = slice(at, at + _BLOCK)
            meaning[part] = np.einsum("ij,ij->i", units.vectors[a[part]], units.vectors[b[part]])
        seen_from_a = (meaning - means[a, units.language[b]]) / deviations[a, units.language[b]]
        seen_from_b = (meaning - means[b, units.language[a]]) / deviations[b, units.language[a]]
        shared = np.array(
            [
                _shared(units, x, y, known) if held else (0.0, 0.0)
                for x, y, held in zip(a.tolist(), b.tolist(), inside.tolist(), strict=True)
            ],
            np.float32,
        ).reshape(-1, 2)
        values = np.stack([seen_from_a + seen_from_b, shared[:, 0], shared[:, 1]], axis=1)
        whole += values * inside[:, None] * np.float32(weight)
    return whole


_BLOCK = 8_192


def _shared(
    units: Units, a: int, b: int, known: dict[tuple[int, int], tuple[float, float]]
) -> tuple[float, float]:
    """What two sentences share of words (the root of their weighted cosine; nothing where they are in
    two languages) and of names and numbers."""
    if (a, b) not in known:
        weigh = units.term_weights
        terms = units.terms[a] & units.terms[b] if units.language[a] == units.language[b] else ()
        cosine = sum(weigh[t] ** 2 for t in terms) / float(units.lengths[a] * units.lengths[b])
        marks = sum(units.mark_weights[m] for m in units.marks[a] & units.marks[b])
        known[a, b] = cosine**0.5, min(marks, MOST_MARKS)
    return known[a, b]


def fit(found: NDArray[np.float32], right: Sequence[bool], strength: float = 1.0) -> Weights:
    """A logistic regression of ``right`` on features, with a ridge of ``strength``."""
    truth = np.array(right, np.float64)
    scale = found.std(axis=0) + 1e-6
    rows = np.c_[np.ones(len(found)), found / scale]
    weights = np.zeros(rows.shape[1])
    ridge = strength * np.diag([0.0] + [1.0] * found.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-rows @ weights))
        bend = (rows * (chance * (1 - chance) + 1e-9)[:, None]).T @ rows + ridge
        weights += np.linalg.solve(bend, rows.T @ (truth - chance) - ridge @ weights)
    return Weights(
        round(float(weights[0]), 4), tuple(round(float(w), 4) for w in weights[1:] / scale)
    )
