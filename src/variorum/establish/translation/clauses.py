"""Which clauses the other side of a bead does not have.

A sentence is divided at its punctuation and at "and" between longer parts. A bead is looked into
only
where something speaks for a loss: its lengths do not fit, its likeness is low for this pair, or
a number is left over. Then each clause is held against the other side: whether anything there means
the
same, and whether the bead is more alike, and its lengths fit better, without the clause (after the
contrastive idea of Vamvas and Sennrich 2022, with sentence vectors for a translation model).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.establish.meaning import Encoder
from variorum.establish.translation.chain import Link
from variorum.establish.translation.coverage import View, level
from variorum.establish.translation.coverage_weights import CLAUSE_WEIGHTS
from variorum.establish.translation.sides import grams, stems, unit

CLAUSE_EVIDENCE = (
    "bias", "likeness", "beside", "gain", "fit", "room", "uncovered", "covered", "length", "share",
    "letters", "bead",
)  # fmt: skip

_BREAK = re.compile(
    r"[,;:—–()（），、；：«»“”\"]+\s*|\s[-–—]\s|\s(?=(?:and|but|or|who|which|und|oder|aber|et|ou|mais|y|o|pero|и|а|но|или|"
    r"который|которая|которое|которые|потому)\s)"
)
_SHORTEST = 12
"""Letters of the shortest clause; shorter pieces belong to their neighbour. (Half of it in scripts
in
which a letter is a syllable or a word.)"""

_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")
_SUSPECT_RATIO = -0.1
"""Logarithm of the ratio of lengths from which a bead is looked into."""

_SUSPECT_LEVEL = 0.3
"""Likeness, in spreads from the pair's usual, below which it is."""

_OTHERWISE = frozenset(("ja", "ko", "th", "zh"))
"""Languages whose clauses are divided and ordered so otherwise that nine in ten said to be missing are
there."""

_MOST_CLAUSES = 14
_MOST_BEADS = 400
"""Beads looked into, at most: what takes the time is encoding."""


@dataclass(frozen=True, slots=True)
class Clause:
    """``[start, end)`` of ``mine``'s text in the bead ``link``, missing with this probability."""

    link: Link
    start: int
    end: int
    probability: float


def missing_clauses(view: View, encoder: Encoder, whole: Sequence[float]) -> list[Clause]:
    """Clauses of ``view.mine`` that the other side of their bead lacks, with probabilities.
    ``whole`` is
    for each sentence the probability that it is missing as a whole; such beads are left out."""
    if not _OTHERWISE.isdisjoint((view.mine.language, view.theirs.language)):
        return []
    found = clause_evidence(view, encoder, whole)
    if not found:
        return []
    rows = np.array([row for _, _, _, row in found])
    chances = 1 / (1 + np.exp(-np.clip(rows @ np.array(CLAUSE_WEIGHTS), -30, 30)))
    return [
        Clause(link, start, end, float(p))
        for (link, start, end, _), p in zip(found, chances, strict=True)
    ]


def clause_evidence(
    view: View, encoder: Encoder, whole: Sequence[float]
) -> list[tuple[Link, int, int, tuple[float, ...]]]:
    """The evidence for every clause of the suspect beads: bead, start, end and
    ``CLAUSE_EVIDENCE``."""
    middle, spread = level(view)
    suspects = []
    for link in view.links:
        if link.probability < 0.3 or max(whole[link.a : link.a_end]) > 0.5:
            continue
        spans = clauses(view.mine.text, view.mine.starts[link.a], view.mine.ends[link.a_end - 1])
        if 1 < len(spans) <= _MOST_CLAUSES and _suspect(view, link, middle, spread):
            suspects.append((link, spans))
    suspects = suspects[:_MOST_BEADS]
    wanted: dict[str, None] = {}
    for link, spans in suspects:
        for text in _texts(view, link, spans):
            wanted[text] = None
    texts = sorted(wanted, key=lambda t: (len(t), t))
    known = dict(zip(texts, encoder.encode(texts), strict=True)) if texts else {}
    return [
        (link, start, end, row)
        for link, spans in suspects
        for (start, end), row in zip(
            spans, _rows(view, link, spans, known, middle, spread), strict=True
        )
    ]


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of ``text[start:end]`` in order, without the punctuation between them."""
    least = _SHORTEST // 2 if _DENSE.search(text, start, end) else _SHORTEST
    pieces: list[tuple[int, int]] = []
    begun = start
    for mark in _BREAK.finditer(text, start, end):
        pieces.append((begun, mark.start()))
        begun = mark.end()
    pieces.append((begun, end))
    joined: list[tuple[int, int]] = []
    for one, stop in pieces:
        while one < stop and text[one].isspace():
            one += 1
        while stop > one and (text[stop - 1].isspace() or text[stop - 1] in ".!?…。"):
            stop -= 1
        if one >= stop:
            continue
        if joined and (stop - one < least or joined[-1][1] - joined[-1][0] < least):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((one, stop))
    return joined


def _suspect(view: View, link: Link, middle: float, spread: float) -> bool:
    mine = float(view.mine.sizes[link.a : link.a_end].sum())
    theirs = float(view.theirs.sizes[link.b : link.b_end].sum()) * view.ratio
    if float(np.log((mine + 15) / (theirs + 15))) > _SUSPECT_RATIO:
        return True
    target = _target(view, link)
    own = view.sense[link.a_end - link.a - 1][link.a]
    if (float(own @ target) - middle) / spread < _SUSPECT_LEVEL:
        return True
    numbers = set().union(*view.mine.numbers[link.a : link.a_end])
    return bool(numbers - set().union(*view.theirs.numbers[link.b : link.b_end]))


def _target(view: View, link: Link) -> NDArray[np.float32]:
    found: NDArray[np.float32] = view.other_sense[link.b_end - link.b - 1][link.b]
    return found


def _texts(view: View, link: Link, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    yield view.mine.quote(link.a, link.a_end)
    yield view.theirs.quote(link.b, link.b_end)
    for number, (start, end) in enumerate(spans):
        yield view.mine.text[start:end]
        yield _without(view.mine.text, spans, number)
    for start, end in _their_clauses(view, link):
        yield view.theirs.text[start:end]


def _their_clauses(view: View, link: Link) -> list[tuple[int, int]]:
    """The clauses of the other side, and of one sentence before and after it."""
    first, last = max(0, link.b - 1), min(len(view.theirs), link.b_end + 1)
    found = clauses(view.theirs.text, view.theirs.starts[first], view.theirs.ends[last - 1])
    return found[: 3 * _MOST_CLAUSES]


def _without(text: str, spans: Sequence[tuple[int, int]], number: int) -> str:
    return ", ".join(text[s:e] for i, (s, e) in enumerate(spans) if i != number)


def _rows(
    view: View,
    link: Link,
    spans: Sequence[tuple[int, int]],
    known: dict[str, NDArray[np.float32]],
    middle: float,
    spread: float,
) -> Iterator[tuple[float, ...]]:
    text = view.mine.text
    target = unit(known[view.theirs.quote(link.b, link.b_end)] - view.theirs.middle)
    own = float(unit(known[view.mine.quote(link.a, link.a_end)] - view.mine.middle) @ target)
    theirs = [
        unit(known[view.theirs.text[s:e]] - view.theirs.middle)
        for s, e in _their_clauses(view, link)
    ]
    pool = np.stack([*theirs, target])
    parts = [unit(known[text[s:e]] - view.mine.middle) for s, e in spans]
    likeness = [float((pool @ part).max()) for part in parts]
    there = _there(view, link)
    size = sum(e - s for s, e in spans)
    size_b = float(view.theirs.sizes[link.b : link.b_end].sum()) * view.ratio + 10
    grams_b = set(grams(view.theirs.quote(link.b, link.b_end)))
    for number, (start, end) in enumerate(spans):
        rest = unit(known[_without(text, spans, number)] - view.mine.middle)
        others = [x for i, x in enumerate(likeness) if i != number]
        with_it = float(np.log((size + 10) / size_b))
        without = float(np.log((size - (end - start) + 10) / size_b))
        words = stems(text[start:end]) | set(re.findall(r"\d+", text[start:end]))
        numbers = {w for w in words if w.isdigit()} - there
        mine = set(grams(text[start:end]))
        yield (
            1.0,
            (likeness[number] - middle) / spread,
            (likeness[number] - sum(others) / len(others)) / spread,
            (float(rest @ target) - own) / spread,
            abs(with_it) - abs(without),
            max(-1.5, min(1.5, with_it)),
            float(min(2, len(numbers))),
            float(min(3, len(words & there))) / 2,
            float(np.log(end - start)) - 3.5,
            (end - start) / max(1, size),
            len(mine & grams_b) / max(1, len(mine)) * 3,
            (own - middle) / spread,
        )


def _there(view: View, link: Link) -> set[str]:
    there: set[str] = set()
    for j in range(max(0, link.b - 1), min(len(view.theirs), link.b_end + 1)):
        there |= view.theirs.numbers[j] | view.theirs.stems[j]
    return there
