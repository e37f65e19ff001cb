"""Retellings: the same episode in other words, between accounts and within one."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.establish.retell.episodes import Episode, episodes
from variorum.establish.retell.known import Known
from variorum.establish.retell.likeness import Weights, likeness
from variorum.establish.retell.margins import LONG
from variorum.establish.retell.nearest import candidates
from variorum.establish.retell.short import is_short, short_episodes
from variorum.establish.retell.units import Floats, Ints, Units, units
from variorum.establish.stretches import Stretch
from variorum.model.critique import Meaning
from variorum.model.reading import ReadingText

EPISODES = (Weights(-2.744, (0.7424,)), Weights(-3.5967, (0.9987,)))
"""The log-odds of an episode in one language, and in two, from the root of its sum: how probably most of
it lies in one pericope. Fitted on Matthew and Mark, tried on the others."""

LEAST = 0.5
"""Retellings less probable than this are not reported."""

SHOWN = 4
"""Words and names that a reason names."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two stretches that tell one episode, with the probability that they do; ``group`` is the same for
    all tellings of one episode."""

    a: Stretch
    b: Stretch
    score: float
    reasons: tuple[str, ...]
    group: int


def retellings(
    readings: Sequence[ReadingText],
    meanings: Mapping[str, Meaning],
    known: Sequence[tuple[Stretch, Stretch]] = (),
) -> tuple[Retelling, ...]:
    """The episodes told more than once in ``readings``, in the order of the text.

    ``meanings`` holds a row for every reading's account; ``known`` are copies and translations already
    found: what lies inside them is no retelling.
    """
    told = [
        r for r in readings if r.account.kind != "boilerplate" and meanings[r.account.id].starts
    ]
    everything = units(told, meanings)
    if everything is None:
        return ()
    pairs = candidates(everything)
    if not len(pairs):
        return ()
    inside = Known(everything, known)
    odds = likeness(everything, pairs)
    kept = sorted(
        [
            *short_episodes(everything, pairs, odds, inside),
            *_long_episodes(everything, pairs, odds, inside),
        ],
        key=lambda found: (found[0].first, found[0].second),
    )
    groups = _groups([episode for episode, _ in kept])
    return tuple(
        Retelling(
            _stretch(everything, *episode.first),
            _stretch(everything, *episode.second),
            round(chance, 3),
            _reasons(everything, episode),
            group,
        )
        for (episode, chance), group in zip(kept, groups, strict=True)
    )


def _long_episodes(
    everything: Units, pairs: Ints, odds: Floats, inside: Known
) -> Iterator[tuple[Episode, float]]:
    """The episodes of two long accounts, or of one, with their probabilities."""
    told = [
        not is_short(everything, *accounts) and not inside.holds(*pair)
        for accounts, pair in zip(everything.account[pairs].tolist(), pairs.tolist(), strict=True)
    ]
    for episode in episodes(everything, pairs, np.where(told, odds, -np.inf)):
        chance = probability(everything, episode)
        if chance >= LEAST:
            yield episode, chance


def probability(everything: Units, episode: Episode) -> float:
    """How probably an episode of long accounts is one, 0 to 1."""
    one = everything.language[episode.first[0]] == everything.language[episode.second[0]]
    weights = EPISODES[0] if one else EPISODES[1]
    return 1 / (1 + math.exp(-(weights.bias + weights.of[0] * math.sqrt(episode.total))))


def _stretch(everything: Units, first: int, last: int) -> Stretch:
    account = everything.accounts[int(everything.account[first])]
    return Stretch(account, int(everything.starts[first]), int(everything.ends[last]))


def _groups(found: Sequence[Episode]) -> list[int]:
    """A number for each episode, the same where the tellings overlap: a story told five times is one."""
    above = list(range(len(found)))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    tellings = sorted(
        (start, end, n) for n, e in enumerate(found) for start, end in (e.first, e.second)
    )
    reach, last = -1, 0
    for start, end, n in tellings:
        if start <= reach - (end - start) // 2:
            above[top(n)] = top(last)
        if end >= reach:
            reach, last = end, n
    return [top(n) for n in range(len(found))]


def _reasons(everything: Units, episode: Episode) -> tuple[str, ...]:
    """What the two tellings share, the rarest first."""
    marks = _union(everything.marks, episode.first) & _union(everything.marks, episode.second)
    terms = _union(everything.terms, episode.first) & _union(everything.terms, episode.second)
    terms = frozenset(term for term in terms if len(term) >= LONG)
    answered = len({a for a, _ in episode.pairs})
    reasons = [f"{answered} sentences of one answer to sentences of the other, in one place"]
    if marks:
        weigh = everything.mark_weights
        rarest = sorted(marks, key=lambda m: (-weigh[m], m))[:SHOWN]
        reasons.append("both name " + ", ".join(mark.partition(" ")[2] for mark in rarest))
    if terms:
        weigh = everything.term_weights
        rarest = sorted(terms, key=lambda t: (-weigh[t], t))[:SHOWN]
        reasons.append("rare words in both: " + ", ".join(f"{term}…" for term in rarest))
    return tuple(reasons)


def _union(sets: Sequence[frozenset[str]], span: tuple[int, int]) -> frozenset[str]:
    return frozenset().union(*sets[span[0] : span[1] + 1])
