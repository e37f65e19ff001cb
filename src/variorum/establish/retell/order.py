"""Order: pairs of sentences that stand in one order in both accounts bear each other out."""

from collections import defaultdict

import numpy as np

from variorum.establish.retell.units import Floats, Ints, Units

Seed = tuple[int, int, float]
"""Two sentences and their log-odds."""

SURE = 0.0
"""Log-odds from which a pair bears others out."""

FAR = 40
"""Sentences from which a pair may be borne out, in either account."""

ASLANT = 10
"""How many sentences more may lie between two pairs in one account than in the other."""

CLOSE = 5
"""Sentences around a pair that bear it out already as its neighbourhood."""

MOST = 4.0
"""A pair bears others out with no more than this, however sure it is. All tuned on Matthew and Mark."""


def likest(
    units: Units, pairs: Ints, odds: Floats, least: float
) -> dict[tuple[int, int], list[Seed]]:
    """For every two accounts, the pairs that are the likest for one of their sentences, sorted.

    Only those with log-odds over ``least``."""
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    kept = odds > least
    for (a, b), value in zip(pairs[kept].tolist(), odds[kept].tolist(), strict=True):
        in_a, in_b = int(units.account[a]), int(units.account[b])
        for key in ((a, in_b), (b, in_a)):
            if key not in best or (value, -a, -b) > best[key]:
                best[key] = (value, -a, -b)
    found: dict[tuple[int, int], set[Seed]] = defaultdict(set)
    for value, a, b in best.values():
        found[int(units.account[-a]), int(units.account[-b])].add((-a, -b, value))
    return {key: sorted(seeds) for key, seeds in sorted(found.items())}


def order(units: Units, pairs: Ints, odds: Floats) -> Floats:
    """How much bears each pair (shape (n, 2)) out: the logarithm of one more than the log-odds of the
    pairs further off that lie on its diagonal."""
    seeds = {key: np.array(rows) for key, rows in likest(units, pairs, odds, SURE).items()}
    borne = np.zeros(len(pairs), np.float32)
    accounts = zip(
        units.account[pairs[:, 0]].tolist(), units.account[pairs[:, 1]].tolist(), strict=True
    )
    for number, key in enumerate(accounts):
        rows = seeds.get(key)
        if rows is None:
            continue
        a, b = pairs[number]
        low, high = np.searchsorted(rows[:, 0], (a - FAR, a + FAR + 1))
        down, across = rows[low:high, 0] - a, rows[low:high, 1] - b
        on_it = (np.abs(down - across) <= ASLANT) & (
            np.maximum(np.abs(down), np.abs(across)) > CLOSE
        )
        borne[number] = np.log1p(np.minimum(rows[low:high, 2][on_it] - SURE, MOST).sum())
    return borne
