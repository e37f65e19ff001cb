"""Alignments of names: which letters of a Latin name stand for each letter of another script.

A letter of the other script gives none to ``LONGEST`` Latin letters, and a Latin letter may stand for
nothing written (a vowel in Arabic). The edges' log probabilities are the generative model of Knight
and Graehl (1998); a batch of pairs is aligned at once, array by array, after Viterbi (1967).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST = 5
"""Latin letters that one letter of another script may give: 壮 is Zhuang."""

MOST_LETTERS = 24
"""Letters of a name that are compared; what is longer is cut."""

IMPOSSIBLE = -1e9
UNSEEN, NOTHING = 0, 1
"""Index of a Latin substring never seen in training, and of the empty one."""
UNKNOWN, INSERTED, BOUNDARY = 0, 1, 2
"""Index of a letter never seen, of the nothing before an unwritten letter, and of a name's ends."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of names as numbers. ``source`` [pair, i] are letters' indices, ``target`` [pair, j, n]
    the index of the n + 1 Latin letters from j; ``letters`` [pair, j] are those of one letter."""

    source: Ints
    target: Ints
    source_lengths: Ints
    target_lengths: Ints


@dataclass(frozen=True, slots=True)
class Paths:
    """The best alignments, edge by edge from the end: ``source`` and ``target`` [pair, edge] are the
    indices on each edge, ``BOUNDARY`` and ``NOTHING`` beyond the first; ``scores`` log probabilities."""

    source: Ints
    target: Ints
    scores: Floats


def batch(
    pairs: Sequence[tuple[str, str]], letters: Mapping[str, int], substrings: Mapping[str, int]
) -> Batch:
    """``pairs`` of Latin letters and units of another script as numbers, padded to the longest."""
    cut = [(latin[:MOST_LETTERS], other[:MOST_LETTERS]) for latin, other in pairs]
    wide = max((len(latin) for latin, _ in cut), default=0)
    high = max((len(other) for _, other in cut), default=0)
    source = np.full((len(cut), high), UNKNOWN, np.int32)
    target = np.full((len(cut), wide, LONGEST), UNSEEN, np.int32)
    known: dict[str, list[list[int]]] = {}
    for row, (latin, other) in enumerate(cut):
        source[row, : len(other)] = [letters.get(letter, UNKNOWN) for letter in other]
        if latin not in known:
            known[latin] = [
                [
                    substrings.get(latin[j : j + n], UNSEEN) if j + n <= len(latin) else UNSEEN
                    for n in range(1, LONGEST + 1)
                ]
                for j in range(len(latin))
            ]
        if latin:
            target[row, : len(latin)] = known[latin]
    return Batch(
        source,
        target,
        np.array([len(other) for _, other in cut], np.int32),
        np.array([len(latin) for latin, _ in cut], np.int32),
    )


def best_paths(rows: Batch, table: Floats) -> Paths:
    """The best alignment of each pair under ``table`` [letter, substring] of log probabilities."""
    count, high = rows.source.shape
    wide = rows.target.shape[1]
    taken = np.zeros((high + 1, wide + 1, count), np.int8)
    inserted = table[INSERTED][rows.target[:, :, 0]].T  # [j, pair]
    best = np.full((wide + 1, count), IMPOSSIBLE, np.float32)
    best[0] = 0.0
    scores = np.full(count, IMPOSSIBLE, np.float32)
    for i in range(high + 1):
        if i:
            before, best = best, _through(best, rows, table, i - 1, taken[i])
            del before
        for j in range(1, wide + 1):
            other = best[j - 1] + inserted[j - 1]
            better = other > best[j]
            best[j][better] = other[better]
            taken[i, j][better] = -1
        ended = rows.source_lengths == i
        if ended.any():
            scores[ended] = best[rows.target_lengths[ended], np.nonzero(ended)[0]]
    return _traced(rows, taken, scores)


def _through(best: Floats, rows: Batch, table: Floats, i: int, taken: NDArray[np.int8]) -> Floats:
    """One letter of the other script further; ``taken`` notes how many Latin letters it gave."""
    emitted = table[rows.source[:, i][:, None, None], rows.target]  # [pair, j, n]
    after = best + table[rows.source[:, i], NOTHING]
    wide = best.shape[0] - 1
    for n in range(1, min(LONGEST, wide) + 1):
        other = best[: wide + 1 - n] + emitted[:, : wide + 1 - n, n - 1].T
        better = other > after[n:]
        after[n:][better] = other[better]
        taken[n:][better] = n
    return np.asarray(after, np.float32)


def _traced(rows: Batch, taken: NDArray[np.int8], scores: Floats) -> Paths:
    count = len(scores)
    steps = taken.shape[0] + taken.shape[1] - 2
    source = np.full((count, steps), BOUNDARY, np.int32)
    target = np.full((count, steps), NOTHING, np.int32)
    every = np.arange(count)
    i, j = rows.source_lengths.copy(), rows.target_lengths.copy()
    for step in range(steps):
        length = taken[i, j, every].astype(np.int32)
        going = (i > 0) | (j > 0)
        if not going.any():
            break
        inserted = going & (length < 0)
        written = going & (length >= 0)
        source[inserted, step] = INSERTED
        source[written, step] = rows.source[every[written], i[written] - 1]
        back = np.where(inserted, 1, np.where(written, length, 0))
        some = back > 0
        target[some, step] = rows.target[every[some], j[some] - back[some], back[some] - 1]
        target[going & ~some, step] = NOTHING
        i = i - written
        j = j - back
    return Paths(source, target, scores)
