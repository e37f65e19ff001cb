"""Aligning two texts sentence by sentence (after Gale and Church 1993; Thompson and Koehn 2019).

First by sums of sentence vectors in a band around a coarse path; then, only where that leaves doubt,
runs of sentences are encoded whole, numbers and rare words count that are alone in their
neighbourhood, and the programme is run again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.establish.meaning import Encoder
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
    found = probabilities(two, within, _near_diagonal(within), knows)
    links = best(found, within)
    if encoder is not None and knows == "well":
        encode_runs(two, _doubtful(found, within, links), encoder)
    found = probabilities(two, within, _near(links, len(a), len(b)), knows)
    return Alignment(
        two,
        tuple(best(found, within)),
        tuple(map(float, found.skipped_a)),
        tuple(map(float, found.skipped_b)),
    )


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


def _near_diagonal(within: Band) -> list[int]:
    return [int(x) for x in (within.low + within.high)[:-1] // 2]


def _near(links: Iterable[Link], n: int, m: int) -> list[int]:
    """For each sentence of ``a`` the sentence of ``b`` it should stand near."""
    known = [(-1, -1), *((link.a, link.b) for link in links), (n, m)]
    xs, ys = zip(*known, strict=True)
    return [int(j) for j in np.interp(np.arange(n), xs, ys)]


def _doubtful(found: Chances, within: Band, links: Sequence[Link]) -> tuple[set[int], set[int]]:
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
    """Replace sums by the vectors of whole runs, where all sentences of the run are in ``where``."""
    for one, places, runs in ((two.a, where[0], two.sense[0]), (two.b, where[1], two.sense[1])):
        for p in range(2, min(_ENCODED_RUN, LONGEST_RUN, len(one)) + 1):
            firsts = [i for i in sorted(places) if all(i + k in places for k in range(p))]
            if firsts:
                rows = encoder.encode([one.quote(i, i + p) for i in firsts])
                runs[p - 1][firsts] = unit(rows - one.middle)


__all__ = ["SHAPES", "Alignment", "align"]
