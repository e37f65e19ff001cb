"""Episodes: pairs of sentences that tell the same, chained into passages of two accounts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.establish.retell.order import Seed, likest
from variorum.establish.retell.units import Floats, Ints, Units

SEED = -2.0
"""The least log-odds with which a pair of sentences counts."""

REACH = 4
"""Sentences that may be passed over between two pairs of one episode, in either account."""

LONGEST = 14
"""Sentences of an episode: a longer run of parallels is divided where it is thinnest."""

MIDDLE = 0.15
"""How much nearer the middle a division is preferred, in sentences passed over for each pair off it."""
# All four were tuned on Matthew and Mark in English.


@dataclass(frozen=True, slots=True)
class Episode:
    """Sentences ``first[0]..first[1]`` and ``second[0]..second[1]`` (inclusive) tell the same; ``pairs``
    of them in parallel carry ``total`` log-odds above the least."""

    first: tuple[int, int]
    second: tuple[int, int]
    pairs: tuple[tuple[int, int], ...]
    total: float


def episodes(units: Units, pairs: Ints, odds: Floats) -> tuple[Episode, ...]:
    """The episodes that pairs of sentences with their log-odds make, in the order of the sentences."""
    found: list[Episode] = []
    for seeds in likest(units, pairs, odds, SEED).values():
        for chain in _chains(seeds):
            found.extend(_episodes(chain))
    return tuple(sorted(found, key=lambda e: (e.first, e.second)))


def _chains(seeds: Sequence[Seed]) -> Iterator[list[Seed]]:
    """Seeds no further from another of theirs than REACH in both accounts."""
    above = list(range(len(seeds)))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = above[above[n]]
            n = above[n]
        return n

    for n, (a, b, _) in enumerate(seeds):
        for m in range(n + 1, len(seeds)):
            if seeds[m][0] - a > REACH:
                break
            if abs(seeds[m][1] - b) <= REACH:
                above[top(m)] = top(n)
    chains: dict[int, list[Seed]] = defaultdict(list)
    for n, seed in enumerate(seeds):
        chains[top(n)].append(seed)
    yield from (chains[n] for n in sorted(chains))


def _episodes(chain: list[Seed]) -> Iterator[Episode]:
    waiting = [sorted(chain, key=lambda s: (s[0] + s[1], s[0]))]
    while waiting:
        seeds = waiting.pop()
        first = min(a for a, _, _ in seeds), max(a for a, _, _ in seeds)
        second = min(b for _, b, _ in seeds), max(b for _, b, _ in seeds)
        if len(seeds) > 1 and max(first[1] - first[0], second[1] - second[0]) >= LONGEST:
            cut = _thinnest(seeds)
            waiting += [seeds[cut:], seeds[:cut]]
            continue
        matched = _matched(seeds)
        total = float(np.sum([value - SEED for _, _, value in matched]))
        yield Episode(first, second, tuple((a, b) for a, b, _ in matched), total)


def _matched(seeds: Sequence[Seed]) -> list[Seed]:
    """Each sentence with one of the other account, the likest first: one that is a little like a dozen
    answers none of them."""
    taken: set[int] = set()
    found = []
    for a, b, value in sorted(seeds, key=lambda s: (-s[2], s[0], s[1])):
        if a not in taken and b not in taken:
            taken |= {a, b}
            found.append((a, b, value))
    return sorted(found)


def _thinnest(seeds: Sequence[Seed]) -> int:
    """Where a run of seeds is divided: before the seed that lies furthest from the one before it."""

    def gap(n: int) -> float:
        (a, b, _), (c, d, _) = seeds[n - 1], seeds[n]
        return (c - a) + (d - b) - MIDDLE * abs(n - len(seeds) / 2)

    return max(range(1, len(seeds)), key=gap)
