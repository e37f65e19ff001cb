"""Bearers of names: who bears which name where, and who they are found to be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from variorum.identify.names import Name

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
