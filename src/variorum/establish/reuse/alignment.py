"""Exact spans: where in a neighbourhood of two texts one and the same wording begins and ends.

The letters of both are aligned by edit distance (Hyyrö 2003, in ``rapidfuzz``), and of the alignment the
stretches of high score are kept, ended where the score has dropped too far below its peak (Altschul et
al. 1997): letters that agree count for them, edits against, a long insertion no more than ``GAP``.
Stretches that lie close in both texts, in whatever order, are one passage with something put in, left
out or moved.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from rapidfuzz.distance import Levenshtein

from variorum.establish.reuse.letters import Words

Step = tuple[str, int, int, int, int]
"""A step of an alignment: what it does, from and to in either text."""

MARGINS = (40, 400, 2_000)
"""Letters looked at on both sides of a neighbourhood; the next when the wording goes on that far."""
RUN = 3
"""Letters in a row that agree and count in full; shorter runs meet by chance and count half."""
EDIT = 1.6
"""What an edit costs, in letters that agree: at 15 % of noise wording gains, unrelated text loses."""
GAP = 30.0
"""The most that one insertion or omission costs."""
LEAST = 24.0
"""The score from which a stretch is kept: four or five words."""
NEAR = 50
"""Letters that may part two stretches of one passage, at least; the longer they are, the more."""
FARTHEST = 300
"""Letters that may part them at most: some fifty words put in."""
ALIKE = 0.6
"""Likeness of two words with which a passage may begin or end."""
TORN = 4
"""Words at most that an alignment may have torn off an edge."""
STRAY = 2
"""Words at the edge of a passage that agree by chance when a sentence parts them from it."""

_END = re.compile(r"[.!?…。！？।؟\n]")

Covered = tuple[int, int, int, int]
"""The words ``[first, last)`` of one text, then of the other."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The letters ``[a, a_end)`` of one text and ``[b, b_end)`` of another, of which ``same`` agree."""

    a: int
    a_end: int
    b: int
    b_end: int
    same: int


def aligned(a: str, b: str, window: Span) -> list[Span]:
    """The stretches of one wording in and around a window of two texts' letters."""
    for margin in MARGINS:
        a_from, b_from = max(0, window.a - margin), max(0, window.b - margin)
        a_to, b_to = min(len(a), window.a_end + margin), min(len(b), window.b_end + margin)
        found = list(_stretches(a[a_from:a_to], b[b_from:b_to], a_from, b_from))
        if not any(
            (s.a == a_from > 0 and s.b == b_from > 0)
            or (s.a_end == a_to < len(a) and s.b_end == b_to < len(b))
            for s in found
        ):
            break
    return found


def _stretches(a: str, b: str, a_from: int, b_from: int) -> Iterator[Span]:
    """The stretches of an alignment, each from where its score begins to rise to where it is highest."""
    total = peak = 0.0
    same = 0
    first: Step | None = None
    best: tuple[Step, int] | None = None
    for step in cast(list[Step], Levenshtein.opcodes(a, b).as_list()):
        tag, i, i_end, j, j_end = step
        if tag == "equal":
            length = i_end - i
            if total <= 0:
                first, best, total, peak, same = step, None, 0.0, 0.0, 0
            total += length if length >= RUN else length / 2
            same += length
            if total > peak:
                peak, best = total, (step, same)
            continue
        total -= min(GAP, EDIT * max(i_end - i, j_end - j))
        if first is not None and best is not None and total <= max(0.0, peak - LEAST - GAP):
            if peak >= LEAST:
                yield _spanned(first, best, a_from, b_from)
            first, best, total, peak = None, None, 0.0, 0.0
    if first is not None and best is not None and peak >= LEAST:
        yield _spanned(first, best, a_from, b_from)


def _spanned(first: Step, best: tuple[Step, int], a_from: int, b_from: int) -> Span:
    last, same = best
    return Span(a_from + first[1], a_from + last[2], b_from + first[3], b_from + last[4], same)


def joined(parts: Sequence[Span]) -> list[Span]:
    """Stretches of the same two texts put together where they lie close in both, in any order."""
    passages: list[list[Span]] = []
    for part in sorted(parts):
        near = [p for p in passages[-8:] if any(_close(part, other) for other in p[-8:])]
        together = [span for p in near for span in p] + [part]
        passages = [p for p in passages if all(p is not q for q in near)]
        passages.append(sorted(together))
    return sorted(
        Span(
            min(s.a for s in p),
            max(s.a_end for s in p),
            min(s.b for s in p),
            max(s.b_end for s in p),
            sum(s.same for s in p),
        )
        for p in passages
    )


def without_doubles(spans: Sequence[Span]) -> list[Span]:
    """Overlapping stretches of one diagonal, found from two neighbourhoods, as one."""
    kept: list[Span] = []
    for span in sorted(set(spans)):
        over = next((k for k in reversed(kept[-8:]) if _overlap(k, span)), None)
        if over is None:
            kept.append(span)
            continue
        kept.remove(over)
        rate = (over.same + span.same) / (over.a_end - over.a + span.a_end - span.a)
        a, a_end = min(over.a, span.a), max(over.a_end, span.a_end)
        b, b_end = min(over.b, span.b), max(over.b_end, span.b_end)
        same = max(over.same, span.same, round(rate * (a_end - a)))
        kept.append(Span(a, a_end, b, b_end, min(same, a_end - a, b_end - b)))
    return sorted(kept)


def _overlap(one: Span, other: Span) -> bool:
    return min(one.a_end, other.a_end) > max(one.a, other.a) and min(one.b_end, other.b_end) > max(
        one.b, other.b
    )


def _close(one: Span, other: Span) -> bool:
    shorter = min(one.same, other.same)
    near = max(NEAR, min(FARTHEST, shorter))
    return (
        max(one.a, other.a) - min(one.a_end, other.a_end) <= near
        and max(one.b, other.b) - min(one.b_end, other.b_end) <= near
    )


def trimmed(a: Words, b: Words, a_text: str, b_text: str, span: Span) -> Span | None:
    """A span from whole words alike to whole words alike; None where there are none.

    A word or two beyond the end of a sentence agree by chance and are left out.
    """
    covered = _alike_edges(a, b, *_covered(a, span.a, span.a_end), *_covered(b, span.b, span.b_end))
    if covered is None:
        return None
    a_first, a_last, b_first, b_last = _extended(a, b, *covered)
    for stray in range(STRAY, 0, -1):
        i, j = a_last - stray, b_last - stray
        if i > a_first and j > b_first and _parted(a, b, a_text, b_text, i, j):
            a_last, b_last = i, j
            break
    for stray in range(STRAY, 0, -1):
        i, j = a_first + stray, b_first + stray
        if i < a_last and j < b_last and _parted(a, b, a_text, b_text, i, j):
            a_first, b_first = i, j
            break
    covered = _alike_edges(a, b, a_first, a_last, b_first, b_last)
    if covered is None:
        return None
    i, i_end, j, j_end = (int(words.at[k]) for words, k in zip((a, a, b, b), covered, strict=True))
    same = span.same + max(0, span.a - i) + max(0, i_end - span.a_end)
    return Span(i, i_end, j, j_end, min(same, i_end - i, j_end - j))


def _extended(a: Words, b: Words, a_first: int, a_last: int, b_first: int, b_last: int) -> Covered:
    """Covered words and those beyond that are the same: of equally good alignments the one found may
    have torn a short word off the edge."""
    for _ in range(TORN):
        if a_first and b_first and a.word(a_first - 1) == b.word(b_first - 1):
            a_first, b_first = a_first - 1, b_first - 1
        if a_last < len(a) and b_last < len(b) and a.word(a_last) == b.word(b_last):
            a_last, b_last = a_last + 1, b_last + 1
    return a_first, a_last, b_first, b_last


def _alike_edges(
    a: Words, b: Words, a_first: int, a_last: int, b_first: int, b_last: int
) -> Covered | None:
    """The words ``[a_first, a_last)`` and ``[b_first, b_last)`` without those at their edges that are
    not alike."""
    while a_first < a_last and b_first < b_last and not _alike(a, a_first, b, b_first):
        a_first, b_first = _step(a, a_first, a_last, b, b_first, b_last, 1)
    while a_first < a_last and b_first < b_last and not _alike(a, a_last - 1, b, b_last - 1):
        a_end, b_end = _step(a, a_last - 1, a_first - 1, b, b_last - 1, b_first - 1, -1)
        a_last, b_last = a_end + 1, b_end + 1
    if a_first >= a_last or b_first >= b_last:
        return None
    return a_first, a_last, b_first, b_last


def _parted(a: Words, b: Words, a_text: str, b_text: str, i: int, j: int) -> bool:
    """Whether a sentence ends before word ``i`` of one text and before word ``j`` of the other."""
    return _ended(a, a_text, i) and _ended(b, b_text, j)


def _ended(words: Words, text: str, index: int) -> bool:
    return _END.search(text, int(words.ends[index - 1]), int(words.starts[index])) is not None


def _step(
    a: Words, i: int, a_stop: int, b: Words, j: int, b_stop: int, way: int
) -> tuple[int, int]:
    """The next words to compare: one text's word may have been put in, the other's stays."""
    if i + way != a_stop and _alike(a, i + way, b, j):
        return i + way, j
    if j + way != b_stop and _alike(a, i, b, j + way):
        return i, j + way
    return i + way, j + way


def _alike(a: Words, i: int, b: Words, j: int) -> bool:
    return Levenshtein.normalized_similarity(a.word(i), b.word(j)) >= ALIKE


def _covered(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words of which at least half the letters lie in ``[start, end)``."""
    first = int(words.at.searchsorted(start, "right")) - 1
    if start - words.at[first] > (words.at[first + 1] - words.at[first]) // 2:
        first += 1
    last = int(words.at.searchsorted(end, "left"))
    if last > first and end - words.at[last - 1] < (words.at[last] - words.at[last - 1] + 1) // 2:
        last -= 1
    return first, last
