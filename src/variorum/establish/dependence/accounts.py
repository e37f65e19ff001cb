"""Accounts: who draws on whom, by all that two of them share.

One passage may mislead; all that two accounts share seldom does. Each passage's direction is evidence,
weighed by how much text it carries and how sure it is, and a shared error says more than shared words:
what is right anybody may know, what is wrong has been copied (Lachmann's common errors; Maas 1927).
What a chain explains is not said again of its ends.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from variorum.establish.dependence.links import Link, unexplained
from variorum.establish.stretches import Stretch
from variorum.model.critique import Dependence

ENOUGH = 240.0
"""Characters of shared text at which one passage counts fully: a sentence that two papers share, and
nothing else, may be anybody's."""

SURE_WAY = 0.83
"""The probability of a direction that shows by itself that a short passage was copied: more than a date
alone gives."""

LEAST = 0.6
"""What a short passage's direction counts at least. Set by hand, as the rest is."""

KIND_CREDIT = {"copy": 1.0, "translation": 1.0, "retelling": 0.5}
"""How far a passage of each kind shows that one account draws on the other at all: a story may be known
to both. Set by hand; formulas count nothing."""

ERROR_CREDIT = 1.0
"""What an error that only these two accounts share adds to the log-odds that one draws on the other."""

CEILING = 0.98
"""No dependence is surer: a lost third account may be the source of both."""

STATED = 0.7
"""The probability from which a direction is stated."""

LISTED = 0.5
"""A dependence less probable than not is not listed."""


@dataclass(frozen=True, slots=True)
class Bond:
    """One passage two accounts share. ``direction`` is seen from ``a`` (``a→b``: b follows a) with its
    ``probability``; ``score`` is how surely it is no chance, ``length`` its characters, ``errors`` the
    errors only these two share in it; ``at``: where it stands in either, if that is known."""

    parallel: str
    a: str
    b: str
    kind: str
    direction: str
    probability: float
    score: float
    length: int
    errors: int = 0
    at: tuple[Stretch, ...] = ()


def dependences(bonds: Iterable[Bond]) -> tuple[Dependence, ...]:
    """A row for each two accounts of which one more likely than not draws on the other, by their ids.

    ``probability`` is that of the direction where one is stated, else that one draws on the other, or
    both on a third, in whatever direction. ``evidence`` lists the passages, the weightiest first.

    Two accounts whose shared words all came through a third that both are linked with have no row of
    their own (``links``), and many copies of one text, of which nobody knows the first, are tied
    together by as few rows as there can be.
    """
    by_pair: dict[tuple[str, str], list[Bond]] = defaultdict(list)
    for bond in bonds:
        if bond.a != bond.b and KIND_CREDIT.get(bond.kind, 0.0):
            by_pair[min(bond.a, bond.b), max(bond.a, bond.b)].append(bond)
    rows = [_row(pair, found) for pair, found in sorted(by_pair.items())]
    listed = [row for row in rows if row.probability >= LISTED]
    kept = unexplained([_link(row, by_pair) for row in listed])
    return tuple(row for row in listed if (row.account_a, row.account_b) in kept)


def _row(pair: tuple[str, str], bonds: Sequence[Bond]) -> Dependence:
    chance = 1.0  # that all they share is chance
    way = 0.0
    for bond in bonds:
        credit = KIND_CREDIT[bond.kind] * bond.score
        if bond.direction in ("a→b", "b→a"):
            forward = (bond.direction == "a→b") == (bond.a == pair[0])
            probability = min(bond.probability, CEILING)
            way += (_weight(bond) if forward else -_weight(bond)) * log(
                probability / (1 - probability)
            )
        if bond.direction == "unknown" or bond.probability < SURE_WAY:
            credit *= min(1.0, bond.length / ENOUGH)
        chance *= 1 - credit
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


def _link(row: Dependence, by_pair: Mapping[tuple[str, str], Sequence[Bond]]) -> Link:
    bonds = by_pair[row.account_a, row.account_b]
    at: dict[str, list[tuple[int, int]]] = defaultdict(list)
    placed = all(bond.at for bond in bonds)
    for bond in bonds:
        for stretch in bond.at:
            at[stretch.account].append((stretch.start, stretch.end))
    errors = sum(bond.errors for bond in bonds)
    known = {account: tuple(spans) for account, spans in at.items()} if placed else {}
    return Link(row.account_a, row.account_b, row.direction, row.probability, errors, known)


def _weight(bond: Bond) -> float:
    return min(1.0, max(LEAST, bond.length / ENOUGH))
