"""Likeness: how probable it is that two sections of two accounts are one text, adapted.

Words changed, put in and turned round leave no long stretch of letters that agree. What they leave are
rare words, stems and neighbouring words in common, more of them than in any other section; the same
between the sections before or after; and a third account that has both. These are weighed together by
logistic regression, fitted on the sections of Matthew and Mark in English and Greek (``_reuse_fit.py``
among the benchmarks), and on nothing else.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from variorum.establish.reuse.letters import words

Matrix = NDArray[np.float64]

STEM = 5
"""Letters of a word that count as its stem."""
PIECE = 4
"""Letters of a piece of a word."""
LONG_WORD = 4
"""Letters from which a word may be one of two neighbours."""
STEP = 0.85
"""What a parallel section further off counts for the one here, for each section it is further off."""
AROUND = 3
"""Sections before and after that are looked at."""
TERMS_AT_ONCE = 2_000
SCALE = 60.0
"""What makes the amount two sections have in common a number about as large as their words."""

WEIGHTS: tuple[float, ...] = (
    -5.997,
    5.685,
    -8.795,
    0.689,
    -15.131,
    3.163,
    0.616,
    9.21,
    3.238,
    10.122,
    9.121,
    1.525,
    2.066,
    -1.149,
    2.978,
    6.224,
    -1.416,
    -0.888,
)
BIAS = -2.03
PARALLEL = 0.28
"""The probability from which sections are parallel: the lowest within .005 of the best F1 on Matthew and
Mark, where parallels are closer and therefore surer than elsewhere."""


def likeness(accounts: Sequence[Sequence[str]]) -> Mapping[tuple[int, int], Matrix]:
    """For every two accounts ``(i, j)``, ``i < j``, the probability that a section of one (row) and a
    section of the other (column) are parallel. An account is its sections' texts in order.

    Time and memory grow with the square of the number of sections given: give related accounts only.
    """
    return {
        pair: 1 / (1 + np.exp(-(BIAS + found @ np.array(WEIGHTS))))
        for pair, found in features(accounts).items()
    }


def features(accounts: Sequence[Sequence[str]]) -> Mapping[tuple[int, int], Matrix]:
    """For every two accounts the features of all pairs of sections, ``(rows, columns, features)``."""
    ends = np.cumsum([0, *(len(sections) for sections in accounts)])
    spans = [slice(int(a), int(b)) for a, b in pairwise(ends)]
    tokens = [_tokens(text) for sections in accounts for text in sections]
    shared = [_shared([kind(t) for t in tokens]) for kind in (_words, _stems, _neighbours, _pieces)]
    alike: Matrix = np.mean([cosine for cosine, _, _ in shared], axis=0)
    sizes = np.log1p(np.array([len(t) for t in tokens], float))
    return {
        (i, j): _features(i, j, spans, shared, alike, sizes)
        for i, j in combinations(range(len(accounts)), 2)
    }


def _features(
    i: int,
    j: int,
    spans: Sequence[slice],
    shared: Sequence[tuple[Matrix, Matrix, Matrix]],
    alike: Matrix,
    sizes: Matrix,
) -> Matrix:
    a, b = spans[i], spans[j]
    (
        (by_words, _, _),
        (by_stems, in_stems, of_stems),
        (by_near, in_near, of_near),
        (by_pieces, _, _),
    ) = shared
    here = alike[a, b]
    before, after = _around(here, -1), _around(here, 1)
    through = np.zeros_like(here)
    for k, third in enumerate(spans):
        if k not in {i, j}:
            for section in range(third.start, third.stop):
                way = np.minimum(alike[a, section][:, None], alike[section, b][None, :])
                np.maximum(through, way, out=through)
    rows, columns = sizes[a][:, None], sizes[b][None, :]
    return np.stack(
        [
            by_words[a, b],
            by_stems[a, b],
            in_stems[a, b],
            of_stems[a, b],
            by_near[a, b],
            in_near[a, b],
            of_near[a, b],
            by_pieces[a, b],
            here,
            here - _best_other(here),
            here - _best_other(here.T).T,
            before,
            after,
            np.minimum(before, after),
            np.maximum(before, after),
            through,
            np.minimum(rows, columns) + 0 * here,
            np.maximum(rows, columns) + 0 * here,
        ],
        axis=-1,
    )


def _tokens(text: str) -> list[str]:
    found = words(text)
    return [found.word(k) for k in range(len(found))]


def _words(tokens: Sequence[str]) -> Iterable[str]:
    return tokens


def _stems(tokens: Sequence[str]) -> Iterable[str]:
    return (token[:STEM] for token in tokens)


def _neighbours(tokens: Sequence[str]) -> Iterable[str]:
    """Two and three words in a row, and two long words near each other in either order."""
    stems = [token[:STEM] for token in tokens if len(token) >= LONG_WORD]
    for step in (1, 2):
        for one, other in zip(stems, stems[step:], strict=False):
            yield "+".join(sorted((one, other)))
    for length in (2, 3):
        for k in range(len(tokens) - length + 1):
            yield " ".join(tokens[k : k + length])


def _pieces(tokens: Sequence[str]) -> Iterable[str]:
    """The overlapping pieces of four letters of every word, its edges marked."""
    for token in tokens:
        word = f"_{token}_"
        for k in range(max(1, len(word) - PIECE + 1)):
            yield word[k : k + PIECE]


Kind = Callable[[Sequence[str]], Iterable[str]]


def _shared(sections: Sequence[Iterable[str]]) -> tuple[Matrix, Matrix, Matrix]:
    """What sections have in common, by the rarity of their terms: the cosine, the share of the smaller
    one, and the logarithm of the amount, each ``(sections, sections)``."""
    counts = [Counter(terms) for terms in sections]
    times = Counter(term for count in counts for term in count)
    whole = np.log(len(counts)) + 1
    own = np.zeros(len(counts))
    places: dict[str, int] = {}
    rows, columns, values = [], [], []
    for row, count in enumerate(counts):
        for term, often in count.items():
            rarity = (np.log(len(counts) / times[term]) + 1) / whole
            value = (1 + np.log(often)) * rarity
            own[row] += value * value
            if times[term] > 1:
                rows.append(row)
                columns.append(places.setdefault(term, len(places)))
                values.append(value)
    amount = np.zeros((len(counts), len(counts)))
    row_of, column_of, value_of = np.array(rows, int), np.array(columns, int), np.array(values)
    for begin in range(0, len(places), TERMS_AT_ONCE):
        within = (column_of >= begin) & (column_of < begin + TERMS_AT_ONCE)
        block = np.zeros((len(counts), min(TERMS_AT_ONCE, len(places) - begin)))
        block[row_of[within], column_of[within] - begin] = value_of[within]
        amount += block @ block.T
    lengths = np.sqrt(own) + 1e-9
    return (
        amount / np.outer(lengths, lengths),
        amount / (np.minimum.outer(own, own) + 1e-9),
        np.log1p(SCALE * amount),
    )


def _around(here: Matrix, way: int) -> Matrix:
    """The best parallel of the sections before (``way`` -1) or after (1) both."""
    best = np.zeros_like(here)
    for down in range(AROUND + 1):
        for along in range(AROUND + 1):
            if down + along and not (along == 0 and down):
                steps = max(1, down + along - 1)
                moved = _moved(here, way * down, way * along) * STEP ** (steps - 1)
                np.maximum(best, moved, out=best)
    return best


def _moved(matrix: Matrix, down: int, along: int) -> Matrix:
    """``moved[i, j] = matrix[i + down, j + along]``, zero beyond the edge."""
    moved = np.zeros_like(matrix)
    height, width = matrix.shape
    rows = slice(max(0, -down), max(0, min(height, height - down)))
    columns = slice(max(0, -along), max(0, min(width, width - along)))
    from_rows = slice(rows.start + down, rows.stop + down)
    from_columns = slice(columns.start + along, columns.stop + along)
    if rows.stop > rows.start and columns.stop > columns.start:
        moved[rows, columns] = matrix[from_rows, from_columns]
    return moved


def _best_other(matrix: Matrix) -> Matrix:
    """For each place the best of the other places in its row."""
    if matrix.shape[1] < 2:
        return np.zeros_like(matrix)
    ordered = np.sort(matrix, axis=1)
    return np.where(matrix == ordered[:, -1:], ordered[:, -2:-1], ordered[:, -1:])
