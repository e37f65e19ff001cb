"""What speaks for a bead: the features of a pair of runs of sentences, row by row of the band.

A bead pairs ``p`` sentences of one text with ``q`` of the other. Its score is a weighted sum:
likeness
of meaning and of letters (each also times the bead's sentences, so that beads of all sizes compete
fairly), lengths after the texts' own ratio (Gale and Church 1993), numbers and words that both
sides alone have hereabouts, and what kind of bead it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.establish.meaning import Vectors
from variorum.establish.translation.band import Band
from variorum.establish.translation.sides import Side, hashed, rarity, unit

SHAPES = tuple(
    (p, q)
    for p in range(1, 6)
    for q in range(1, 6)
    if p + q <= 6 and not (p > 1 and q > 1 and p + q > 5)
)
"""The sizes of beads, sentences of one side and of the other."""

LONGEST_RUN = 5

FEATURES = (
    "sense*k", "sense", "letters*k", "letters", "ratio*k", "difference", "numbers", "stems",
    "k", "three", "four", "more", "many to many", "open ends",
)  # fmt: skip
SKIP_FEATURES = ("skip", "wordless", "length")

_SMOOTH = 15.0
"""Characters added to both lengths, so that the ratio of short sentences says little."""

_ANCHOR_REACH = 8
"""Sentences within which a number or word must be alone to be an anchor."""

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides made comparable. ``sense[p - 1]`` and ``letters[p - 1]`` have a row for each run of
    ``p`` sentences; ``ratio`` is characters of ``a`` for one of ``b``."""

    a: Side
    b: Side
    sense: tuple[list[Vectors], list[Vectors]]
    letters: tuple[list[Vectors], list[Vectors]]
    ratio: float


def pair(a: Side, b: Side) -> Pair:
    """Two sides made comparable."""
    weights = rarity([*a.grams, *b.grams])
    sense = (a.sense, b.sense)
    if a.sense.shape[1] != b.sense.shape[1]:
        sense = (np.zeros((len(a), 1), np.float32), np.zeros((len(b), 1), np.float32))
    letters = (unit(hashed(a.grams, weights)), unit(hashed(b.grams, weights)))
    return Pair(
        a,
        b,
        (_runs(sense[0], a.sizes), _runs(sense[1], b.sizes)),
        (_runs(letters[0], a.sizes), _runs(letters[1], b.sizes)),
        float(a.sizes.sum() / max(1.0, b.sizes.sum())),
    )


def _runs(rows: Vectors, sizes: Vectors) -> list[Vectors]:
    """Vectors of runs of 1 to ``LONGEST_RUN`` sentences: sums, the longer sentence weighing
    more."""
    weighed = rows * np.sqrt(sizes)[:, None]
    summed = np.concatenate([np.zeros((1, rows.shape[1])), np.cumsum(weighed, axis=0)])
    return [unit(summed[p:] - summed[:-p]) for p in range(1, LONGEST_RUN + 1)]


def coarse(two: Pair) -> tuple[Vectors, Vectors]:
    """A row of comparable numbers for each sentence: meaning and letters side by side."""
    return (
        unit(np.concatenate([two.sense[0][0], two.letters[0][0] * 0.6], axis=1)),
        unit(np.concatenate([two.sense[1][0], two.letters[1][0] * 0.6], axis=1)),
    )


Anchors = list[dict[int, tuple[float, float]]]


def anchors(two: Pair, near: Sequence[int]) -> Anchors:
    """For each sentence of ``a`` the sentences of ``b`` around ``near[i]`` that share numbers and
    stems with it: for each how many, a share where several have the same."""
    found: Anchors = [{} for _ in range(len(two.a))]
    for kind, (mine, theirs) in enumerate(
        ((two.a.numbers, two.b.numbers), (two.a.stems, two.b.stems))
    ):
        here, there = _places(mine), _places(theirs)
        for i, words in enumerate(mine):
            for word in sorted(words & there.keys()):
                js = _within(there[word], near[i])
                rivals = max(len(js), len(_within(here[word], i)))
                for j in js:
                    seen = found[i].get(j, (0.0, 0.0))
                    share = 1.0 / rivals
                    found[i][j] = (
                        (seen[0] + share, seen[1]) if kind == 0 else (seen[0], seen[1] + share)
                    )
    return found


def _places(sentences: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for i, words in enumerate(sentences):
        for word in words:
            places.setdefault(word, []).append(i)
    return places


def _within(places: list[int], middle: int) -> list[int]:
    first = int(np.searchsorted(places, middle - _ANCHOR_REACH))
    last = int(np.searchsorted(places, middle + _ANCHOR_REACH, side="right"))
    return places[first:last]


def features(two: Pair, within: Band, shared: Anchors, i: int) -> Rows:
    """The features of all beads that begin at row ``i``, shape ``(shapes, features, columns)``, for
    the columns of the band; impossible beads are 0 (``possible`` says which are)."""
    n, m = len(two.a), len(two.b)
    low, high = int(within.low[i]), int(within.high[i])
    width = high - low + 1
    row = np.zeros((len(SHAPES), len(FEATURES), width))
    longest = min(LONGEST_RUN, n - i)
    mine = (
        np.stack([runs[i] for runs in two.sense[0][:longest]]),
        np.stack([runs[i] for runs in two.letters[0][:longest]]),
    )
    sizes_a = np.cumsum(two.a.sizes[i : i + LONGEST_RUN])
    reach = np.concatenate([[0.0], np.cumsum(two.b.sizes[low : high + LONGEST_RUN])]) * two.ratio
    open_a = np.concatenate([[0], np.cumsum(two.a.open_ended[i : i + LONGEST_RUN])])
    open_b = np.concatenate([[0], np.cumsum(two.b.open_ended[low : high + LONGEST_RUN])])
    held = np.zeros((2, LONGEST_RUN + 1, width + LONGEST_RUN + 1))
    for p in range(longest):
        for j, share in shared[i + p].items():
            if low <= j < high + LONGEST_RUN:
                held[:, p + 1, j - low + 1] = share
    held = held.cumsum(axis=1).cumsum(axis=2)
    like = []
    for q in range(1, LONGEST_RUN + 1):
        last = max(low, min(high + 1, m - q + 1))
        like.append(
            (mine[0] @ two.sense[1][q - 1][low:last].T, mine[1] @ two.letters[1][q - 1][low:last].T)
        )
    for number, (p, q) in enumerate(SHAPES):
        count = min(high + 1, m - q + 1) - low
        if i + p > n or count <= 0:
            continue
        k = p + q
        length_a, length_b = sizes_a[p - 1], (reach[q:] - reach[:-q])[:count]
        ratio = np.log((length_a + _SMOOTH) / (length_b + _SMOOTH))
        off = np.abs(length_a - length_b) / np.sqrt(length_a + length_b + 20.0)
        sense, letters = like[q - 1][0][p - 1], like[q - 1][1][p - 1]
        within_bead = (held[:, p, q:] - held[:, p, :-q])[:, :count]
        joined = open_a[p - 1] + (open_b[q - 1 :] - open_b[: len(open_b) - q + 1])[:count]
        row[number, :, :count] = np.stack(
            [
                sense * k, sense, letters * k, letters,
                np.minimum(ratio * ratio, 4.0) * k, np.minimum(off, 6.0),
                within_bead[0], within_bead[1],
                *(np.full(count, float(x)) for x in _shape(p, q)),
                joined,
            ]
        )  # fmt: skip
    return row


def _shape(p: int, q: int) -> tuple[float, ...]:
    k, one_sided = p + q, p == 1 or q == 1
    return (
        k, k == 3, k == 4 and one_sided, (k - 4) * (k > 4 and one_sided), (k - 3) * (not one_sided)
    )  # fmt: skip


def skip_features(one: Side) -> Rows:
    """The features of leaving a sentence without a counterpart, shape ``(n, 3)``."""
    return np.stack(
        [np.ones(len(one)), np.array(one.wordless, float), np.minimum(one.sizes, 200.0) / 100.0],
        axis=1,
    )
