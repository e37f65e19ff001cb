"""Transpositions: words that some witnesses have in one place and others in another.

Columns keep every witness in its own order, so a moved block stands in columns of its own. Here such
columns are tied to those where the other witnesses have the block (Bourdaillet and Ganascia 2007 on
moves as repeated blocks of what an alignment leaves over).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from variorum.establish.collate.anchors import shingles

SEED = 3
"""Words in a row that must be equal for a block that was moved far."""
LEAST = 4
"""Words of a block that was moved far."""
NEAR = 12
"""Columns within which a single word may have moved."""
BESIDE = 2
"""Columns between such a word and a short word that went with it."""
LETTERS = 3
"""Letters such a word must have, more than an article has."""
ALIKE = 0.6
"""Likeness of two words with which a block goes on."""
MOST_PLACES = 8
"""Places of one seed that are tried: a refrain stands in many."""

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """The words in the columns ``here`` of some witnesses are those in the columns ``there`` of others,
    one for one; both rise."""

    here: tuple[int, ...]
    there: tuple[int, ...]


def moves(
    table: NDArray[np.int32],
    witnesses: Ids,
    texts: Sequence[Ids],
    forms: Sequence[str],
    words: NDArray[np.bool_],
) -> tuple[Move, ...]:
    """The moves that the rows of a table show, those of fewer witnesses ``here``.

    ``witnesses[r]`` is how many have row ``r``, ``texts[r]`` its form ids; ``words`` says of each
    form whether it is a word.
    """
    if table.shape[0] < 2:
        return ()
    held = witnesses @ (table >= 0)
    commonest = _commonest(table, texts)
    found: dict[tuple[int, int], None] = {}
    for row, ids in zip(table, texts, strict=True):
        here = np.flatnonzero(row >= 0)
        if not len(here):
            continue
        span = slice(max(0, int(here[0]) - NEAR), int(here[-1]) + 1 + NEAR)
        gap = span.start + np.flatnonzero(row[span] < 0)
        added = here[held[here] * 2 <= witnesses.sum()]
        added = added[words[commonest[added]]]
        gap = gap[words[commonest[gap]]]
        if len(added) and len(gap):
            for pair in _blocks(added, ids[row[added]], gap, commonest[gap], held, forms):
                found[pair] = None
    return tuple(sorted(_joined(_one_way(found, held, table))))


def _commonest(table: NDArray[np.int32], texts: Sequence[Ids]) -> Ids:
    """The first witnesses' form in each column: rows are sorted by length, the fullest first."""
    found = np.zeros(table.shape[1], np.int64)
    for row, ids in zip(table[::-1], texts[::-1], strict=True):
        here = row >= 0
        found[here] = ids[row[here]]
    return found


def _blocks(
    added: Ids, own: Ids, gap: Ids, theirs: Ids, held: Ids, forms: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Pairs of columns (the row's own, the others') of one word, for each block that was moved."""
    at: dict[tuple[int, ...], list[int]] = defaultdict(list)
    there = theirs.tolist()
    mine = own.tolist()
    seeds = np.isin(shingles(theirs, SEED), shingles(own, SEED))
    for j in np.flatnonzero(seeds).tolist():
        at[tuple(there[j : j + SEED])].append(j)
    taken: set[int] = set()
    i = 0
    while at and i < len(mine) - SEED + 1:
        best: list[tuple[int, int]] = []
        for j in at.get(tuple(mine[i : i + SEED]), ())[:MOST_PLACES]:
            if j not in taken:
                block = _extended(mine, there, i, j, added, gap, forms)
                best = max(best, block, key=len)
        if len(best) >= LEAST:
            taken.update(j for _, j in best)
            yield from ((int(added[x]), int(gap[y])) for x, y in best)
            i = best[-1][0] + 1
            continue
        i += 1
    yield from _single(added, mine, gap, there, taken, forms)


def _extended(
    mine: list[int], there: list[int], i: int, j: int, added: Ids, gap: Ids, forms: Sequence[str]
) -> list[tuple[int, int]]:
    block: list[tuple[int, int]] = []
    while (
        i < len(mine)
        and j < len(there)
        and _alike(mine[i], there[j], forms)
        and (not block or (_next(added, i) and _next(gap, j)))
    ):
        block.append((i, j))
        i, j = i + 1, j + 1
    return block


def _next(columns: Ids, place: int) -> bool:
    """Whether a column lies near the one before it: a block is one piece."""
    return bool(columns[place] - columns[place - 1] <= NEAR)


def _alike(one: int, other: int, forms: Sequence[str]) -> bool:
    return one == other or (
        Levenshtein.normalized_similarity(forms[one], forms[other], score_cutoff=ALIKE) >= ALIKE
    )


def _single(
    added: Ids, mine: list[int], gap: Ids, there: list[int], taken: set[int], forms: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Words that were moved a few places."""
    places: dict[int, list[int]] = defaultdict(list)
    for j in np.flatnonzero(np.isin(there, mine)).tolist():
        places[there[j]].append(j)
    for i, form in enumerate(mine if places else ()):
        if len(forms[form]) <= LETTERS:
            continue
        known = places.get(form)
        if not known:
            continue
        column = int(added[i])
        near = np.searchsorted(gap[known], [column - NEAR, column + NEAR + 1])
        close = [j for j in known[near[0] : near[1]] if j not in taken]
        if len(close) == 1:
            for x, y in _with_neighbours(mine, there, i, close[0], added, gap):
                if y not in taken:
                    taken.add(y)
                    yield int(added[x]), int(gap[y])


def _with_neighbours(
    mine: list[int], there: list[int], i: int, j: int, added: Ids, gap: Ids
) -> Iterator[tuple[int, int]]:
    """A word that was moved, and the short words that went with it."""
    yield i, j
    for step in (-1, 1):
        x, y = i + step, j + step
        while (
            0 <= x < len(mine)
            and 0 <= y < len(there)
            and mine[x] == there[y]
            and abs(int(added[x] - added[x - step])) <= BESIDE
            and abs(int(gap[y] - gap[y - step])) <= BESIDE
        ):
            yield x, y
            x, y = x + step, y + step


def _one_way(
    found: dict[tuple[int, int], None], held: Ids, table: NDArray[np.int32]
) -> Iterator[tuple[int, int]]:
    """Each pair once, from the column of fewer witnesses; not where a witness has the word in both."""
    used: set[int] = set()
    ordered = {(x, y) if (held[x], x) <= (held[y], y) else (y, x) for x, y in found}
    for here, there in sorted(ordered):
        if here in used or there in used:
            continue
        both = (table[:, here] >= 0) & (table[:, there] >= 0)
        if not both.any():
            used |= {here, there}
            yield here, there


def _joined(pairs: Iterator[tuple[int, int]]) -> Iterator[Move]:
    """Pairs that lie close together in both places as one move."""
    here: list[int] = []
    there: list[int] = []
    for x, y in pairs:
        if here and not (x - here[-1] <= NEAR and 0 < y - there[-1] <= NEAR):
            yield Move(tuple(here), tuple(there))
            here, there = [], []
        here.append(x)
        there.append(y)
    if here:
        yield Move(tuple(here), tuple(there))
