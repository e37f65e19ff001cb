"""Bearers of names: who bears which name where, and who they are found to be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.identify.names import Name, is_woman

MUCH_MORE = 3
"""How many times more bearings the one has whom a surname alone means, where several bear it."""

Bearing = tuple[str, str, str]
"""Who bears a name where: account id, form as written, gender from its titles."""


@dataclass(slots=True)
class Person:
    """A person while names are being gathered; ``name`` grows fuller."""

    name: Name
    bearings: list[Bearing] = field(default_factory=list)
    reasons: dict[str, None] = field(default_factory=dict)
    against: dict[str, None] = field(default_factory=dict)
    account: str = ""  # where a name stays apart because others could bear it too
    namesake: bool = False  # of another who bears the name more often


@dataclass(frozen=True, slots=True)
class Doubt:
    """Persons, by their index, who may be one; ``why`` in plain words, with the chance that they are.
    Where some are ``ambiguous``, named alike in several accounts, these may be one of the others."""

    persons: tuple[int, ...]
    why: str
    chance: float
    ambiguous: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """Bearings of a full name that are another's than the rest: why, and the chance they are not."""

    bearings: tuple[Bearing, ...]
    against: tuple[str, ...]
    chance: float


Splits = Callable[[Name, Sequence[Bearing]], Sequence[Split]]
"""Tells which bearings of a full name are a namesake's."""


def no_splits(name: Name, bearings: Sequence[Bearing]) -> Sequence[Split]:
    """No namesakes: where nothing is known of the bearers."""
    return ()


Strangers = Callable[[Sequence[Bearing], Sequence[Bearing]], bool]
"""Tells whether what is told of some bearings and of others cannot be one life."""


def no_strangers(some: Sequence[Bearing], others: Sequence[Bearing]) -> bool:
    """Nobody is a stranger: where nothing is known of the bearers."""
    return False


def usual(
    name: Name, fitting: Sequence[int], found: Sequence[Person], counts: Mapping[int, int]
) -> tuple[int, str] | None:
    """Whom a surname alone means where several bear it: the one with a given name ("Oakes" where others
    tell of Wilfred Oakes and of Mrs Oakes), or the one of whom nearly all is told."""
    named = [i for i in fitting if found[i].name.given]
    if len(fitting) == 1:
        return fitting[0], "the only person of whom more than one account tells whom it fits"
    if name.given or name.gender or name.generation:
        return None
    if len(named) == 1:
        return named[0], "the only one of the surname with a given name"
    men = [i for i in named if not is_woman(found[i].name.gender)]
    if len(men) == 1 and all(counts[men[0]] >= counts[i] for i in fitting):
        return men[0], "the only man of the surname, which alone is seldom a woman’s"
    ranked = sorted(fitting, key=lambda i: (-counts[i], i))
    if counts[ranked[0]] >= MUCH_MORE * counts[ranked[1]] and counts[ranked[0]] > MUCH_MORE:
        return ranked[0], "of those of the surname, nearly all is told of this one"
    return None
