"""Which sentences the other side does not have: evidence for each sentence, then a probability.

The alignment alone calls too much or too little missing: a short sentence hides in its neighbour's
bead, a free rendering looks like none. So every sentence is examined again: whether any sentence
about its
place means the same, whether a bead gains or loses by it in meaning and in length, and whether
its numbers and names turn up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.establish.translation.align import Alignment, familiarity
from variorum.establish.translation.chain import Link
from variorum.establish.translation.coverage_weights import SENTENCE_WEIGHTS
from variorum.establish.translation.scoring import Pair
from variorum.establish.translation.sides import Side, unit

EVIDENCE = (
    "bias", "skipped", "linked", "alone", "likeness", "share", "gain", "fit", "letters", "uncovered",
    "covered", "length", "short", "anything", "open", "room",
)  # fmt: skip

_REACH = 3
"""Sentences beyond the neighbouring beads in which a counterpart is looked for."""

_USUAL = {"well": (0.5, 0.16), "little": (0.25, 0.15), "not": (0.0, 1.0), "learnt": (0.35, 0.2)}
"""Likeness of true beads and its spread, assumed as ``_ASSUMED`` beads' worth of evidence."""

_ASSUMED = 6.0

Evidence = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class View:
    """A pair seen from one side: ``mine`` is examined, ``theirs`` should cover it; ``ratio`` is the
    length
    of mine for one character of theirs."""

    mine: Side
    theirs: Side
    sense: Sequence[NDArray[np.float32]]
    other_sense: Sequence[NDArray[np.float32]]
    letters: Sequence[NDArray[np.float32]]
    other_letters: Sequence[NDArray[np.float32]]
    ratio: float
    links: tuple[Link, ...]
    skipped: tuple[float, ...]


def views(found: Alignment) -> tuple[View, View]:
    """Both sides of an alignment."""
    two = found.pair
    turned = tuple(Link(x.b, x.b_end, x.a, x.a_end, x.probability) for x in found.links)
    return (
        View(two.a, two.b, two.sense[0], two.sense[1], two.letters[0], two.letters[1], _ratio(two,
        found.links), found.links, found.skipped_a),
        View(two.b, two.a, two.sense[1], two.sense[0], two.letters[1], two.letters[0], 1 /
        _ratio(two, found.links), turned, found.skipped_b),
    )  # fmt: skip


def _ratio(two: Pair, links: Iterable[Link]) -> float:
    """Characters of ``a`` for one of ``b`` where they stand for each other."""
    mine = theirs = 200.0
    for link in links:
        if link.probability > 0.5:
            mine += float(two.a.sizes[link.a : link.a_end].sum())
            theirs += float(two.b.sizes[link.b : link.b_end].sum())
    return mine / theirs


def missing(found: Alignment) -> tuple[list[float], list[float]]:
    """For each sentence of either side the probability that the other side does not have it."""
    weights = np.array(SENTENCE_WEIGHTS[familiarity(found.pair.a, found.pair.b)])
    one, other = views(found)
    return _probabilities(evidence(one), weights), _probabilities(evidence(other), weights)


def _probabilities(rows: Evidence, weights: Evidence) -> list[float]:
    return [float(x) for x in 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))]


def evidence(view: View) -> Evidence:
    """The evidence for each sentence of ``view.mine``, shape ``(n, len(EVIDENCE))``."""
    middle, spread = level(view)
    owner: dict[int, Link] = {i: link for link in view.links for i in range(link.a, link.a_end)}
    before: list[Link | None] = [None] * len(view.mine)
    after: list[Link | None] = [None] * len(view.mine)
    for i in range(1, len(view.mine)):
        before[i] = owner.get(i - 1, before[i - 1])
    for i in range(len(view.mine) - 2, -1, -1):
        after[i] = owner.get(i + 1, after[i + 1])
    rows = [
        _row(view, i, owner.get(i), before[i], after[i], middle, spread)
        for i in range(len(view.mine))
    ]
    return np.array(rows).reshape(len(view.mine), len(EVIDENCE))


def level(view: View) -> tuple[float, float]:
    """How alike beads are in this pair, and the spread of that: translations differ in freedom."""
    usual, spread = _USUAL[familiarity(view.mine, view.theirs)]
    sims = [_alike(view, x.a, x.a_end, x.b, x.b_end) for x in view.links if x.probability > 0.5]
    count = len(sims)
    middle = (sum(sims) + _ASSUMED * usual) / (count + _ASSUMED)
    variance = (sum((s - middle) ** 2 for s in sims) + _ASSUMED * spread**2) / (count + _ASSUMED)
    return middle, variance**0.5


def _alike(view: View, a: int, a_end: int, b: int, b_end: int) -> float:
    """Likeness of meaning of two runs; sums of sentences where they are longer than a bead."""
    return float(
        run(view.sense, view.mine, a, a_end) @ run(view.other_sense, view.theirs, b, b_end)
    )


def run(
    rows: Sequence[NDArray[np.float32]], one: Side, first: int, end: int
) -> NDArray[np.float32]:
    """The vector of sentences ``[first, end)``."""
    if end - first <= len(rows):
        found: NDArray[np.float32] = rows[end - first - 1][first]
        return found
    weighed = rows[0][first:end] * np.sqrt(one.sizes[first:end])[:, None]
    return unit(weighed.sum(axis=0))


def _row(
    view: View,
    i: int,
    own: Link | None,
    before: Link | None,
    after: Link | None,
    middle: float,
    spread: float,
) -> tuple[float, ...]:
    low = max(0, (own.b if own else before.b if before else 0) - _REACH)
    last = own.b_end if own else after.b_end if after else len(view.theirs)
    if not own and before and after is None:
        last = before.b_end
    high = min(len(view.theirs), last + _REACH, low + 40)
    likeness = letters = -1.0
    if high > low:
        singles = view.other_sense[0][low:high] @ view.sense[0][i]
        pairs = (
            view.other_sense[1][low : high - 1] @ view.sense[0][i] if high - low > 1 else singles
        )
        likeness = float(max(singles.max(), pairs.max(initial=-1.0)))
        letters = float((view.other_letters[0][low:high] @ view.letters[0][i]).max())
    share = own.probability if own else 0.0
    gain, fit, room = _effect(view, i, own, before, after)
    words = view.mine.numbers[i] | view.mine.stems[i]
    there: set[str] = set()
    for j in range(low, high):
        there |= view.theirs.numbers[j] | view.theirs.stems[j]
    numbers = len(view.mine.numbers[i] - there)
    skipped = min(max(view.skipped[i], 1e-4), 1 - 1e-4)
    length = float(view.mine.sizes[i])
    return (
        1.0,
        float(np.log(skipped / (1 - skipped))) / 3,
        float(own is not None),
        float(own is not None and own.a_end - own.a == 1),
        (likeness - middle) / spread,
        share,
        gain / spread,
        fit,
        letters * 3,
        float(min(3, numbers)),
        float(min(4, len(words & there))) / 2,
        float(np.log(length)) - 4,
        float(length < 25),
        float(view.mine.wordless[i]),
        float(view.mine.open_ended[i]),
        room,
    )


def _effect(
    view: View, i: int, own: Link | None, before: Link | None, after: Link | None
) -> tuple[float, float, float]:
    """What the sentence does to the bead it is in or, in none, to the better of its neighbours: the
    gain
    in likeness by it, how much worse the lengths fit with it, and whether there is room for it."""
    if own is not None and own.a_end - own.a == 1:
        # Alone in its bead: held against the bead's own likeness, nothing to take away.
        size = float(view.mine.sizes[i])
        theirs = float(view.theirs.sizes[own.b : own.b_end].sum()) * view.ratio
        return 0.0, abs(np.log((size + 15) / (theirs + 15))), 0.0
    best = (-1.0, 2.0, -2.0)
    for link in (own,) if own else (before, after):
        if link is None:
            continue
        if own is None and not (link.a_end == i or link.a == i + 1):
            continue
        first, end = min(link.a, i), max(link.a_end, i + 1)
        whole = run(view.sense, view.mine, first, end)
        rest = [k for k in range(first, end) if k != i]
        weighed = view.sense[0][rest] * np.sqrt(view.mine.sizes[rest])[:, None]
        target = run(view.other_sense, view.theirs, link.b, link.b_end)
        gain = float(whole @ target) - float(unit(weighed.sum(axis=0)) @ target)
        theirs = float(view.theirs.sizes[link.b : link.b_end].sum()) * view.ratio + 15
        with_it = float(np.log((view.mine.sizes[first:end].sum() + 15) / theirs))
        without = float(np.log((view.mine.sizes[rest].sum() + 15) / theirs))
        one = (gain, abs(with_it) - abs(without), -with_it)
        if one[0] - 0.3 * one[1] > best[0] - 0.3 * best[1]:
            best = one
    return best
