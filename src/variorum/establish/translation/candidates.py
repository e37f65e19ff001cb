"""Which accounts may translate each other: cheap evidence first, few pairs aligned in full.

Each account is cut into windows of a few sentences. Windows in different languages that mean the
same
land in the same cells of a coarse partition of meaning (an inverted file, Sivic and Zisserman
2003),
and only those are compared; numbers and names that few accounts share do the same for languages no
encoder knows. An account keeps its few best partners in each language, and a pair must be among the
best of both, so the work does not grow with the square of the accounts.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from variorum.establish.meaning import Vectors, vectors
from variorum.establish.translation.sides import stems, unit
from variorum.model.critique import Meaning
from variorum.model.reading import ReadingText

PARTNERS = 4
"""Partners an account keeps in each other language."""

WINDOW = 6
"""Sentences of a window."""

LEAST_LIKENESS = 0.42
"""Likeness two windows must reach (true pairs of free translations lie above .5, centred)."""

_PROBES = 3
_MOST_WINDOWS, _LEAST_WINDOWS, _ALL_WINDOWS = 40, 4, 100_000
"""Windows of one account that are compared, at most and in large dossiers, and of all accounts;
longer
accounts are sampled evenly."""

_RARE = 12
_FEW = 60
"""Accounts a name or number may stand in to say anything: in up to ``_FEW`` accounts, all of
them."""

_LEAST_RARE = 5.0
"""Weight of shared rare words from which a pair is a candidate."""

_SAMPLE = 20_000
"""Characters of an account that are searched for rare words."""

Pair = tuple[int, int]


def candidates(readings: Sequence[ReadingText], meanings: Mapping[str, Meaning]) -> list[Pair]:
    """Pairs of readings in different languages worth aligning, as indices, sorted."""
    languages = [meanings[r.account.id].language for r in readings]
    if len(set(languages)) < 2:
        return []
    scores: dict[Pair, float] = {}
    for pair, score in _by_meaning(readings, meanings, languages):
        scores[pair] = max(scores.get(pair, 0.0), score)
    for pair, score in _by_words(readings, languages):
        scores[pair] = max(scores.get(pair, 0.0), score)
    kept: dict[tuple[int, str], list[tuple[float, Pair]]] = {}
    for (i, j), score in sorted(scores.items()):
        kept.setdefault((i, languages[j]), []).append((score, (i, j)))
        kept.setdefault((j, languages[i]), []).append((score, (i, j)))
    votes = Counter(
        pair
        for rows in kept.values()
        for _, pair in sorted(rows, key=lambda row: (-row[0], row[1]))[:PARTNERS]
    )
    return sorted(pair for pair, count in votes.items() if count == 2)


def _windows(rows: Vectors, most: int) -> Vectors:
    """Sums of ``WINDOW`` sentences, half overlapping, sampled evenly where there are many."""
    step = max(1, WINDOW // 2)
    starts = list(range(0, max(1, len(rows) - step), step))
    if len(starts) > most:
        starts = [starts[int(k)] for k in np.linspace(0, len(starts) - 1, most)]
    return unit(np.stack([rows[s : s + WINDOW].sum(axis=0) for s in starts]))


def _by_meaning(
    readings: Sequence[ReadingText], meanings: Mapping[str, Meaning], languages: Sequence[str]
) -> list[tuple[Pair, float]]:
    blocks, owners = [], []
    most = max(_LEAST_WINDOWS, min(_MOST_WINDOWS, _ALL_WINDOWS // max(1, len(readings))))
    for number, reading in enumerate(readings):
        found = meanings[reading.account.id]
        if found.width and found.starts:
            rows = _windows(vectors(found), most)
            blocks.append(rows)
            owners += [number] * len(rows)
    if len(blocks) < 2 or len({languages[o] for o in owners}) < 2:
        return []
    rows, owner = np.concatenate(blocks), np.array(owners)
    tongue = np.array([languages[o] for o in owners])
    for language in sorted(set(tongue)):
        rows[tongue == language] -= rows[tongue == language].mean(axis=0) * min(
            1.0, len(set(owner[tongue == language])) / 8
        )
    rows = unit(rows)
    cells = max(1, int(len(rows) ** 0.5))
    centres = rows[np.linspace(0, len(rows) - 1, cells).astype(int)]
    probes = min(_PROBES if cells > _PROBES * 3 else cells, cells)
    members: list[list[int]] = [[] for _ in range(cells)]
    for start in range(0, len(rows), 4096):
        near = np.argpartition(-(rows[start : start + 4096] @ centres.T), probes - 1, axis=1)[
            :, :probes
        ]
        for offset, row in enumerate(near):
            for cell in row:
                members[int(cell)].append(start + offset)
    best: dict[Pair, float] = {}
    for inside in members:
        _compare(np.array(inside, int), rows, owner, tongue, best)
    return [(pair, score) for pair, score in sorted(best.items()) if score >= LEAST_LIKENESS]


_CELL = 600
"""Windows of a cell compared with each other; more are the same text over and over."""


def _compare(
    inside: np.ndarray[tuple[int], np.dtype[np.int64]],
    rows: Vectors,
    owner: np.ndarray[tuple[int], np.dtype[np.int64]],
    tongue: np.ndarray[tuple[int], np.dtype[np.str_]],
    best: dict[Pair, float],
) -> None:
    if len(inside) > _CELL:
        inside = inside[np.linspace(0, len(inside) - 1, _CELL).astype(int)]
    if len(inside) < 2:
        return
    alike = rows[inside] @ rows[inside].T
    alike[tongue[inside][:, None] == tongue[inside][None]] = -1.0
    count = min(PARTNERS * 3, len(inside) - 1)
    nearest = np.argpartition(-alike, count, axis=1)[:, :count]
    for x, columns in enumerate(nearest):
        for y in columns:
            score = float(alike[x, y])
            if score > 0.2:
                i, j = int(owner[inside[x]]), int(owner[inside[y]])
                pair = (min(i, j), max(i, j))
                best[pair] = max(best.get(pair, 0.0), score)


def _by_words(
    readings: Sequence[ReadingText], languages: Sequence[str]
) -> list[tuple[Pair, float]]:
    """Pairs that share names and numbers which few accounts have."""
    places: dict[str, list[int]] = {}
    for number, reading in enumerate(readings):
        text = reading.text[:_SAMPLE]
        for word in sorted(_rare_words(text)):
            places.setdefault(word, []).append(number)
    shared: Counter[Pair] = Counter()
    most = len(readings) if len(readings) <= _FEW else _RARE
    for word in sorted(places):
        owners = places[word]
        if 1 < len(owners) <= most:
            weight = float(np.log(1 + 2 * _RARE / len(owners))) / 3
            for x, i in enumerate(owners):
                for j in owners[x + 1 :]:
                    if languages[i] != languages[j]:
                        shared[i, j] += weight  # type: ignore[assignment]
    return [
        (pair, min(0.9, weight / 30))
        for pair, weight in sorted(shared.items())
        if weight >= _LEAST_RARE
    ]


def _rare_words(text: str) -> set[str]:
    return {w for w in stems(text) if len(w) >= 4}


__all__ = ["candidates"]
