"""Accounts: who draws on whom, by all that two of them share.

One passage may mislead; all that two accounts share seldom does. Each passage's direction is evidence,
weighed by how much text it carries and how sure it is, and a shared error says more than shared words:
what is right anybody may know, what is wrong has been copied (Lachmann's common errors; Maas 1927).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

from variorum.model.critique import Dependence

ENOUGH = 200.0
"""Characters of shared text at which one passage counts fully."""

FULL, LEAST = 1.0, 0.6
"""What a passage's direction counts at most and at least, by its length. Set by hand, as the rest is."""

KIND_CREDIT = {"copy": 1.0, "translation": 1.0, "retelling": 0.5}
"""How far a passage of each kind shows that one account draws on the other at all: a story may be known
to both. Set by hand; formulas count nothing."""

ERROR_CREDIT = 1.0
"""What an error that only these two accounts share adds to the log-odds that one draws on the other."""

CEILING = 0.98
"""No dependence is surer: a lost third account may be the source of both."""

STATED = 0.7
"""The probability from which a direction is stated."""


@dataclass(frozen=True, slots=True)
class Bond:
    """One passage two accounts share. ``direction`` is seen from ``a`` (``a→b``: b follows a) with its
    ``probability``; ``score`` is how surely it is no chance, ``length`` its characters, ``errors`` the
    errors only these two share in it."""

    parallel: str
    a: str
    b: str
    kind: str
    direction: str
    probability: float
    score: float
    length: int
    errors: int = 0


def dependences(bonds: Iterable[Bond]) -> tuple[Dependence, ...]:
    """A row for each two accounts that share more than formulas, by their ids.

    ``probability`` is that of the direction where one is stated, else that one draws on the other, or
    both on a third, in whatever direction. ``evidence`` lists the passages, the weightiest first.
    """
    by_pair: dict[tuple[str, str], list[Bond]] = defaultdict(list)
    for bond in bonds:
        if bond.a != bond.b and KIND_CREDIT.get(bond.kind, 0.0):
            by_pair[min(bond.a, bond.b), max(bond.a, bond.b)].append(bond)
    return tuple(_row(pair, found) for pair, found in sorted(by_pair.items()))


def _row(pair: tuple[str, str], bonds: Sequence[Bond]) -> Dependence:
    chance = 1.0  # that all they share is chance
    way = 0.0
    for bond in bonds:
        chance *= 1 - KIND_CREDIT[bond.kind] * bond.score
        if bond.direction in ("a→b", "b→a"):
            forward = (bond.direction == "a→b") == (bond.a == pair[0])
            probability = min(bond.probability, CEILING)
            way += (_weight(bond) if forward else -_weight(bond)) * log(
                probability / (1 - probability)
            )
    chance *= exp(-ERROR_CREDIT * sum(bond.errors for bond in bonds))
    shared = 1 - chance
    sure = 1 / (1 + exp(-abs(way)))
    direction = "unknown"
    probability = min(CEILING, shared)
    if way and sure >= STATED:
        direction = "a→b" if way > 0 else "b→a"
        probability = min(CEILING, shared * sure)
    weightiest = sorted(bonds, key=lambda b: (-_weight(b) * b.score, b.parallel))
    evidence = tuple(dict.fromkeys(bond.parallel for bond in weightiest))
    return Dependence(*pair, direction, round(probability, 3), evidence)


def _weight(bond: Bond) -> float:
    return min(FULL, max(LEAST, bond.length / ENOUGH))
