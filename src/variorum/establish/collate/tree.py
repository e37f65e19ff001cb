"""The guide tree: which texts are aligned first, so that the most alike are.

Distances come from a sample of each text's shingles (the smallest part of their hashes, the same part
of every text), and the tree from average linkage (Sokal and Michener 1958) on likeness. A fragment is
as like a text as the share of it that stands there, so that it joins its own text and no other fragment.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.establish.collate.anchors import Ids, shingles

SHINGLE = 3
"""Tokens of a shingle."""
SAMPLE = 400
"""Shingles sampled from the longest text."""
MOST = 256
"""Texts in one tree; of more, trees are made of as many at a time and then of those trees' texts."""

Merge = tuple[int, int]
"""Two nodes; texts are 0…n-1, and the k-th merge makes node n + k."""


def guide_tree(texts: Sequence[Ids]) -> list[Merge]:
    """The merges, in order, that make one tree of all texts."""
    samples = _samples(texts)
    nodes = sorted(range(len(texts)), key=lambda k: (samples[k][:1].tolist(), k))
    merges: list[Merge] = []
    sketches = dict(enumerate(samples))
    while len(nodes) > 1:
        heads: list[int] = []
        for k in range(0, len(nodes), MOST):
            group = sorted(nodes[k : k + MOST])
            if len(group) == 1:
                heads += group
                continue
            likeness = _likeness([sketches[node] for node in group])
            for one, other in _linked(likeness):
                merged = len(texts) + len(merges)
                a, b = group[one], group[other]
                merges.append((min(a, b), max(a, b)))
                sketches[merged] = np.union1d(sketches.pop(a), sketches.pop(b))
                group.append(merged)
            heads.append(group[-1])
        nodes = heads
    return merges


def _samples(texts: Sequence[Ids]) -> list[NDArray[np.uint64]]:
    longest = max((len(text) for text in texts), default=0)
    limit = np.uint64(min(1.0, SAMPLE / max(1, longest)) * (2**64 - 2**12))
    found = []
    for text in texts:
        hashes = np.unique(shingles(text, SHINGLE))
        found.append(hashes[hashes <= limit] if longest > SAMPLE else hashes)
    return found


def _likeness(samples: Sequence[NDArray[np.uint64]]) -> NDArray[np.float64]:
    values, number = np.unique(np.concatenate(samples), return_inverse=True)
    owner = np.repeat(np.arange(len(samples)), [len(s) for s in samples])
    shared = np.bincount(number, minlength=len(values)) > 1
    place = np.cumsum(shared) - 1
    has = np.zeros((len(samples), int(shared.sum())), np.float32)
    mine = shared[number]
    has[owner[mine], place[number[mine]]] = 1
    common = (has @ has.T).astype(np.float64)
    sizes = np.array([max(1, len(s)) for s in samples], np.float64)
    smaller = np.minimum(sizes[:, None], sizes[None, :])
    union = sizes[:, None] + sizes[None, :] - common
    likeness: NDArray[np.float64] = np.round((common / smaller + common / union) / 2, 9)
    return likeness


def _linked(likeness: NDArray[np.float64]) -> list[Merge]:
    """Average linkage; of equally like pairs the first."""
    count = len(likeness)
    table = likeness.copy()
    np.fill_diagonal(table, -1)
    sizes = np.ones(count)
    node = list(range(count))
    merges: list[Merge] = []
    for step in range(count - 1):
        one, other = divmod(int(table.argmax()), count)
        one, other = min(one, other), max(one, other)
        merges.append((node[one], node[other]))
        both = sizes[one] + sizes[other]
        row = (table[one] * sizes[one] + table[other] * sizes[other]) / both
        row = np.where((table[one] < 0) | (table[other] < 0), -1, np.round(row, 9))
        table[one], table[:, one] = row, row
        table[other], table[:, other] = -1, -1
        table[one, one] = -1
        sizes[one], node[one] = both, count + step
    return merges
