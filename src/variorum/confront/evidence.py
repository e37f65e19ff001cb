"""What is confronted, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.critique import Account
from variorum.model.findings import Disagreement, Growth, Impossibility
from variorum.model.testimony import DateMention, Mention, Quantity, Sentence, Statement, Voice


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


@dataclass(frozen=True, slots=True)
class Confrontation:
    """Disagreements weightiest first, growths and impossibilities in the order of the sources."""

    disagreements: tuple[Disagreement, ...]
    growths: tuple[Growth, ...]
    impossibilities: tuple[Impossibility, ...]
