"""Anchors: runs of words that stand exactly once in either of two texts, in one order.

The text between two anchors is short, so that a costly alignment is made of short pieces only and the
whole stays near to linear (Cohen 2010, the patience diff, on single lines; here on runs of words).
"""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Pairs = NDArray[np.int64]
"""Rows of (place in one text, place in the other), rising in both."""

RUNS = (4, 2, 1)
"""Lengths of the runs that are looked for, the surest first."""
_PRIME = np.uint64(0x9E3779B97F4A7C15)


def shingles(ids: Ids, length: int) -> NDArray[np.uint64]:
    """A hash for every run of ``length`` ids."""
    if len(ids) < length:
        return np.empty(0, np.uint64)
    mixed = (ids.astype(np.uint64) + np.uint64(1)) * _PRIME
    mixed ^= mixed >> np.uint64(29)
    found = np.zeros(len(ids) - length + 1, np.uint64)
    for k in range(length):
        found = found * np.uint64(0xBF58476D1CE4E5B9) + mixed[k : k + len(found)]
    found ^= found >> np.uint64(31)
    return found * _PRIME


def anchored(a: Ids, b: Ids, length: int) -> Pairs:
    """The longest chain of runs of ``length`` ids that stand once in ``a`` and once in ``b``."""
    a_once, a_at = _once(shingles(a, length))
    b_once, b_at = _once(shingles(b, length))
    _, i, j = np.intersect1d(a_once, b_once, assume_unique=True, return_indices=True)
    pairs = np.stack([a_at[i], b_at[j]], axis=1)
    pairs = pairs[np.argsort(pairs[:, 0], kind="stable")]
    if len(pairs) > 1 and not (np.diff(pairs[:, 1]) > 0).all():
        pairs = pairs[_rising(pairs[:, 1].tolist())]
    if not len(pairs):
        return pairs
    whole = (pairs[:, None, :] + np.arange(length)[None, :, None]).reshape(-1, 2)
    return _without_collisions(whole, a, b)


def _once(hashes: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The hashes that occur once, sorted, and where."""
    values, first, counts = np.unique(hashes, return_index=True, return_counts=True)
    return values[counts == 1], first[counts == 1]


def _rising(values: list[int]) -> list[int]:
    """Places of the longest rising subsequence (Fredman 1975)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(place)
        else:
            tails[at], ends[at] = value, place
    chain: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _without_collisions(pairs: Pairs, a: Ids, b: Ids) -> Pairs:
    """Overlapping runs as single pairs that rise in both texts and are truly equal."""
    pairs = np.unique(pairs, axis=0)
    pairs = pairs[a[pairs[:, 0]] == b[pairs[:, 1]]]
    keep = np.ones(len(pairs), np.bool_)
    if len(pairs) > 1:
        highest = np.maximum.accumulate(pairs[:, 1])
        keep[1:] = (pairs[1:, 1] > highest[:-1]) & (np.diff(pairs[:, 0]) > 0)
    return pairs[keep]
