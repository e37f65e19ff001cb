"""Candidates: which sentences may tell the same, without comparing all with all.

Two ways in: rare words two sentences share, and nearness of meaning, of a sentence together with its
neighbours. Up to ``EXACT`` sentences are compared by one product of matrices; more are laid into cells
first, and a sentence meets those of its own cell and the nearest (an inverted file, Jégou et al. 2011).
"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from variorum.establish.retell.units import Floats, Ints, Units

EXACT = 8_000
"""Sentences up to which all are compared: a second of one core."""

PROBED = 6
"""Cells whose sentences are compared with those of one cell."""

NEIGHBOURS = 12
"""Nearest sentences kept for each."""

PER_ACCOUNT = 2
"""Of those, how many may be of one account, so that a near copy does not hide all others."""

RARE = 12
"""A word in more sentences than this brings none together: what all accounts share tells nothing."""

NEAR = 4
"""Sentences of one account nearer than this are one passage, not two tellings."""

OFTEN = 3
"""A sentence that stands more often than this word for word is a formula, and no retelling."""

_BLOCK = 1_024


def candidates(units: Units) -> NDArray[np.int64]:
    """Pairs of sentences that may tell the same: shape (n, 2), the first before the second, sorted."""
    pairs = np.array(sorted({*_by_meaning(units), *_by_words(units)}), np.int64).reshape(-1, 2)
    if not len(pairs):
        return pairs
    first, second = pairs[:, 0], pairs[:, 1]
    within = units.account[first] == units.account[second]
    refrain = units.wording[first] == units.wording[second]
    refrain &= within | (np.bincount(units.wording)[units.wording[first]] > OFTEN)
    return np.asarray(pairs[~refrain & (~within | (second - first >= NEAR))])


def _by_words(units: Units) -> Iterator[tuple[int, int]]:
    for sets in (units.terms, units.marks):
        places: dict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(sets):
            for term in terms:
                places[term].append(number)
        for found in places.values():
            if 2 <= len(found) <= RARE:
                yield from ((a, b) for n, a in enumerate(found) for b in found[n + 1 :])


def _by_meaning(units: Units) -> Iterator[tuple[int, int]]:
    rows = _with_neighbours(units)
    for mine, others in _cells(rows):
        for at in range(0, len(mine), _BLOCK):
            block = mine[at : at + _BLOCK]
            likeness = rows[block] @ rows[others].T
            kept = min(NEIGHBOURS * 2, len(others))
            best = np.argpartition(-likeness, kept - 1, axis=1)[:, :kept]
            order = np.take_along_axis(likeness, best, axis=1).argsort(axis=1)[:, ::-1]
            best = np.take_along_axis(best, order, axis=1)
            for number, near in zip(block.tolist(), others[best].tolist(), strict=True):
                yield from _chosen(units, number, near)


def _chosen(units: Units, number: int, near: list[int]) -> Iterator[tuple[int, int]]:
    """The nearest of each account, no more than ``NEIGHBOURS`` in all."""
    taken: dict[int, int] = defaultdict(int)
    left = NEIGHBOURS
    for other in near:
        account = int(units.account[other])
        if account == units.account[number] and abs(other - number) < NEAR:
            continue
        if not left:
            return
        if taken[account] < PER_ACCOUNT:
            taken[account] += 1
            left -= 1
            yield min(number, other), max(number, other)


def _with_neighbours(units: Units) -> Floats:
    """Each sentence's vector with its neighbours' at half and quarter weight, centred by language.

    The mean of a language's vectors is what its sentences share as sentences of that language.
    """
    rows = units.vectors.copy()
    for number in range(len(units.languages)):
        of_it = units.language == number
        rows[of_it] -= rows[of_it].mean(axis=0)
    whole = rows.copy()
    for distance, weight in ((1, 0.5), (2, 0.25)):
        together = (units.account[distance:] == units.account[:-distance])[:, None]
        whole[distance:] += np.where(together, rows[:-distance] * weight, 0)
        whole[:-distance] += np.where(together, rows[distance:] * weight, 0)
    lengths = np.linalg.norm(whole, axis=1, keepdims=True)
    return np.asarray(whole / np.where(lengths > 0, lengths, 1), np.float32)


def _cells(rows: Floats) -> Iterator[tuple[Ints, Ints]]:
    """Groups of sentences with those they are compared with."""
    total = len(rows)
    everyone = np.arange(total, dtype=np.int64)
    if total <= EXACT:
        yield everyone, everyone
        return
    count = int(total**0.5)
    centres = rows[:: total // count][:count]
    for _ in range(4):
        nearest = _nearest(rows, centres, 1)[:, 0]
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, rows)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.asarray(
            np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres), np.float32
        )
    home = _nearest(rows, centres, 1)[:, 0]
    order = np.argsort(home, kind="stable")
    members = np.split(order, np.searchsorted(home[order], np.arange(1, len(centres))))
    beside = _nearest(centres, centres, PROBED)
    for cell, mine in enumerate(members):
        if len(mine):
            near = {cell, *beside[cell].tolist()}
            yield mine, np.sort(np.concatenate([members[other] for other in sorted(near)]))


def _nearest(rows: Floats, centres: Floats, count: int) -> Ints:
    found = np.empty((len(rows), count), np.int64)
    for at in range(0, len(rows), _BLOCK):
        likeness = rows[at : at + _BLOCK] @ centres.T
        best = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
        order = np.take_along_axis(likeness, best, axis=1).argsort(axis=1)[:, ::-1]
        found[at : at + _BLOCK] = np.take_along_axis(best, order, axis=1)
    return found
