"""Counterparts: sentences of two parallel passages that stand at about the same place in both."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.model.critique import Parallel
from variorum.model.passage import Passage

TELLS_ALIKE = frozenset(("copy", "retelling", "translation"))
"""Kinds of parallel whose passages tell one thing; a formula is a stock phrase of many things."""

APART = 0.25
"""Share of a passage by which two counterparts may be shifted: retellings leave out and add."""

MOST_HELD = 30
"""Sentences with values of one passage that are held against the other's, for speed."""


def counterparts(
    parallels: Sequence[Parallel], places: Sequence[tuple[int, Passage]]
) -> dict[int, dict[int, float]]:
    """For a sentence's number those of its counterparts, and how surely they are: the parallel's score,
    less what they are shifted. ``places`` are the sentences that tell a value at all. Linear but for
    sorting."""
    rows: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, place in places:
        rows[place.source].append((place.start, place.end, number))
    for found in rows.values():
        found.sort()
    paired: dict[int, dict[int, float]] = defaultdict(dict)
    for parallel in parallels:
        if parallel.kind not in TELLS_ALIKE:
            continue
        mine, yours = _held(rows, parallel.a), _held(rows, parallel.b)
        for a, here in mine:
            for b, there in yours:
                shifted = abs(here - there)
                if a == b or shifted > APART:
                    continue
                sure = parallel.score * (1 - shifted / APART / 2)
                paired[a][b] = paired[b][a] = max(sure, paired[a].get(b, 0.0))
    return dict(paired)


def _held(
    rows: Mapping[str, Sequence[tuple[int, int, int]]], whole: Passage
) -> list[tuple[int, float]]:
    """The sentences that begin in a passage, each with the share of it at which its middle stands."""
    found = rows.get(whole.source, ())
    # a sentence may hold the whole of a short passage
    first = max(0, bisect_left(found, (whole.start, -1, -1)) - 1)
    held: list[tuple[int, float]] = []
    for start, end, number in found[first:]:
        if start >= whole.end or len(held) >= MOST_HELD:
            break
        if end > whole.start:
            middle = (max(start, whole.start) + min(end, whole.end)) / 2
            held.append((number, (middle - whole.start) / max(1, whole.end - whole.start)))
    return held
