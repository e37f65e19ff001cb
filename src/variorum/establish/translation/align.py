"""Aligning two texts sentence by sentence (after Gale and Church 1993; Thompson and Koehn 2019).

First by sums of sentence vectors in a band around a coarse path; then, only where that leaves
doubt,
runs of sentences are encoded whole, numbers and rare words count that are alone in their
neighbourhood, and the programme is run again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.establish.meaning import LONGEST, Encoder
from variorum.establish.translation.band import Band, band
from variorum.establish.translation.chain import Chances, Link, best, chances, gains
from variorum.establish.translation.scoring import (
    LONGEST_RUN,
    SHAPES,
    Pair,
    anchors,
    coarse,
    features,
    pair,
    skip_features,
)
from variorum.establish.translation.sides import Side, unit
from variorum.establish.translation.weights import WEIGHTS

SURE = 0.7
"""Probability from which a bead of the first pass needs no second look."""

PROMISING = 0.25
"""Likeness of beads, in the middle, below which two texts do not translate each other."""

_ENCODED_RUN = 4
"""Sentences of the longest run that is encoded whole; longer ones are sums."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two texts stand to each other: ``links`` in order, and for each sentence the probability
    that it has no counterpart."""

    pair: Pair
    links: tuple[Link, ...]
    skipped_a: tuple[float, ...]
    skipped_b: tuple[float, ...]


def align(a: Side, b: Side, encoder: Encoder | None) -> Alignment:
    """Align the sentences of two sides, each with at least one."""
    two = pair(a, b)
    knows = familiarity(a, b)
    within = band(*coarse(two))
    found = probabilities(two, within, near_diagonal(within), knows)
    links = best(found, within)
    if encoder is not None and knows == "well" and _promising(two, links):
        encode_runs(two, doubtful(found, within, links), encoder)
    found = probabilities(two, within, near(links, len(a), len(b)), knows)
    return Alignment(
        two,
        tuple(best(found, within)),
        tuple(map(float, found.skipped_a)),
        tuple(map(float, found.skipped_b)),
    )


def _promising(two: Pair, links: Sequence[Link]) -> bool:
    """Whether the beads of a first pass mean enough alike to look closer."""
    sims = [
        float(two.sense[0][x.a_end - x.a - 1][x.a] @ two.sense[1][x.b_end - x.b - 1][x.b])
        for x in links
    ]
    return bool(sims) and float(np.median(sims)) > PROMISING


def familiarity(a: Side, b: Side) -> str:
    """How well the encoder knows the two languages: the worse of them."""
    for worse in ("not", "little", "learnt"):
        if worse in (a.knows, b.knows):
            return worse
    return "well"


def probabilities(two: Pair, within: Band, near: Sequence[int], knows: str) -> Chances:
    """The probabilities of all beads, anchors looked for around ``near``."""
    weights, skip_weights = WEIGHTS[knows]
    shared = anchors(two, near)
    scores = gains(lambda i: features(two, within, shared, i), weights, len(two.a))
    skips = (
        skip_features(two.a) @ np.array(skip_weights),
        skip_features(two.b) @ np.array(skip_weights),
    )
    return chances(scores, skips[0], skips[1], within)


def near_diagonal(within: Band) -> list[int]:
    """For each row the middle column of the band."""
    return [int(x) for x in (within.low + within.high)[:-1] // 2]


def near(links: Iterable[Link], n: int, m: int) -> list[int]:
    """For each sentence of ``a`` the sentence of ``b`` it should stand near."""
    known = [(-1, -1), *((link.a, link.b) for link in links), (n, m)]
    xs, ys = zip(*known, strict=True)
    return [int(j) for j in np.interp(np.arange(n), xs, ys)]


def doubtful(found: Chances, within: Band, links: Sequence[Link]) -> tuple[set[int], set[int]]:
    """The sentences whose place is not sure, with one neighbour on either side."""
    n, m = len(found.skipped_a), len(found.skipped_b)
    sure_a, sure_b = np.zeros(n, bool), np.zeros(m, bool)
    for link in links:
        if link.probability >= SURE:
            sure_a[link.a : link.a_end] = True
            sure_b[link.b : link.b_end] = True
    return _widened(~sure_a), _widened(~sure_b)


def _widened(marked: NDArray[np.bool_]) -> set[int]:
    places = np.flatnonzero(marked)
    wide = np.concatenate([places - 1, places, places + 1])
    return {int(x) for x in wide if 0 <= x < len(marked)}


def encode_runs(two: Pair, where: tuple[set[int], set[int]], encoder: Encoder) -> None:
    """Replace sums by the vectors of whole runs, where all sentences of the run are in
    ``where``."""
    for one, places, runs in ((two.a, where[0], two.sense[0]), (two.b, where[1], two.sense[1])):
        for p in range(2, min(_ENCODED_RUN, LONGEST_RUN, len(one)) + 1):
            firsts = [i for i in sorted(places) if all(i + k in places for k in range(p))]
            if firsts:
                texts = [one.quote(i, i + p)[:LONGEST] for i in firsts]
                different = sorted(set(texts), key=lambda t: (len(t), t))
                number = {text: k for k, text in enumerate(different)}
                rows = encoder.encode(different)[[number[text] for text in texts]]
                runs[p - 1][firsts] = unit(rows - one.middle)


__all__ = ["SHAPES", "Alignment", "align"]
