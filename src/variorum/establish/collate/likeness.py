"""How much it is worth to put two items into one column: equal, written alike, or neither.

Likeness of words is edit distance (Levenshtein 1966, by ``rapidfuzz``), which sees spellings, endings
and what a scanner does; each pair of forms is compared once.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cpdist

from variorum.establish.collate.witness import is_word

Floats = NDArray[np.float32]
Ids = NDArray[np.int64]

NEAR = 0.5
"""Likeness from which two forms are near matches; below it words are alike by chance."""
SHORT = 3
"""Letters of a word up to which it says less that two texts share it."""


class Likeness:
    """What pairs of forms are worth. ``forms[id]`` is the folded form; ``weights`` as in ``profile``."""

    def __init__(self, forms: Sequence[str], weights: Mapping[str, float]) -> None:
        self._forms = forms
        self._weights = weights
        self._words = np.array([is_word(form) for form in forms], np.bool_)
        lengths = np.array([len(form) for form in forms], np.int64)
        self._equal = np.where(
            self._words,
            np.where(lengths <= SHORT, weights["short"], weights["word"]),
            weights["mark"],
        ).astype(np.float32)
        self._lengths = lengths

    def gains(self, windows: Sequence[tuple[Ids, Ids]], small: int) -> list[Floats]:
        """A table of gains for each window of columns (rows of their commonest forms). In windows of
        more than ``small`` cells only equal forms are seen."""
        near = [k for k, (a, b) in enumerate(windows) if len(a) * len(b) <= small]
        keys = [
            (windows[k][0][:, None, 0] * len(self._forms) + windows[k][1][None, :, 0]).ravel()
            for k in near
        ]
        looked: dict[int, Floats] = {}
        if keys:
            pairs, back = np.unique(np.concatenate(keys), return_inverse=True)
            worth = self._worth(pairs // len(self._forms), pairs % len(self._forms))[back]
            sizes = np.cumsum([len(k) for k in keys])[:-1]
            looked = dict(zip(near, np.split(worth, sizes), strict=True))
        return [
            self._with_equals(a, b, looked[k].reshape(len(a), len(b)) if k in looked else None)
            for k, (a, b) in enumerate(windows)
        ]

    def _with_equals(self, a: Ids, b: Ids, gain: Floats | None) -> Floats:
        if gain is None:
            words = self._words[a[:, 0]][:, None], self._words[b[:, 0]][None, :]
            gain = self._unlike(*words)
        rows = [k for k in range(a.shape[1]) if k == 0 or (a[:, k] >= 0).any()]
        columns = [k for k in range(b.shape[1]) if k == 0 or (b[:, k] >= 0).any()]
        for i in rows:
            for j in columns:
                if i == j == 0 and len(rows) == len(columns) == 1 and gain is None:
                    continue
                same = (a[:, None, i] == b[None, :, j]) & (a[:, None, i] >= 0)
                gain = np.where(same, np.maximum(gain, self._equal[a[:, i]][:, None]), gain)
        return gain.astype(np.float32)

    def _unlike(self, a: NDArray[np.bool_], b: NDArray[np.bool_]) -> Floats:
        weights = self._weights
        both, neither = a & b, ~a & ~b
        return np.where(
            both,
            weights["other word"],
            np.where(neither, weights["other mark"], weights["word for mark"]),
        ).astype(np.float32)

    def _worth(self, a: Ids, b: Ids) -> Floats:
        worth = self._unlike(self._words[a], self._words[b])
        worth = np.where(a == b, self._equal[a], worth)
        shorter = np.minimum(self._lengths[a], self._lengths[b])
        longer = np.maximum(self._lengths[a], self._lengths[b])
        compare = np.flatnonzero(
            (a != b) & self._words[a] & self._words[b] & (shorter >= NEAR * longer)
        )
        if not len(compare):
            return worth
        alike = cpdist(
            [self._forms[k] for k in a[compare].tolist()],
            [self._forms[k] for k in b[compare].tolist()],
            scorer=Levenshtein.normalized_similarity,
            dtype=np.float32,
        )
        least = np.float32(self._weights["other word"])
        full = np.minimum(self._equal[a[compare]], self._equal[b[compare]])
        scaled = least + (full - least) * (alike - NEAR) / np.float32(1 - NEAR)
        worth[compare] = np.where(alike > NEAR, scaled, least)
        return worth
