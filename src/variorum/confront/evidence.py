"""What is confronted, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.critique import Account, Dependence, Hand, Parallel, Variant
from variorum.model.findings import Disagreement, Growth, Impossibility, Standing
from variorum.model.testimony import (
    DateMention,
    Entity,
    Mention,
    Quantity,
    Relation,
    Sentence,
    Statement,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that was read in all accounts, with mentions resolved to entities.

    The texts themselves are not needed: every sentence carries its words.
    """

    accounts: Sequence[Account] = ()
    sentences: Sequence[Sentence] = ()
    quantities: Sequence[Quantity] = ()
    dates: Sequence[DateMention] = ()
    statements: Sequence[Statement] = ()
    voices: Sequence[Voice] = ()
    mentions: Sequence[Mention] = ()
    relations: Sequence[Relation] = ()
    entities: Sequence[Entity] = ()
    hands: Sequence[Hand] = ()
    parallels: Sequence[Parallel] = ()
    variants: Sequence[Variant] = ()
    dependences: Sequence[Dependence] = ()


@dataclass(frozen=True, slots=True)
class Confrontation:
    """Disagreements weightiest first, growths and impossibilities in the order of the sources;
    and what is left standing."""

    disagreements: tuple[Disagreement, ...]
    growths: tuple[Growth, ...]
    impossibilities: tuple[Impossibility, ...]
    standing: tuple[Standing, ...] = ()
