"""A testimony: everything that was read in one account."""

from dataclasses import dataclass

from variorum.model.testimony import (
    DateMention,
    Mention,
    Quantity,
    Relation,
    Sentence,
    Statement,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one account says. Every record has its passage; entities are mention ids.

    ``unread`` says in one sentence each what could not be read, and why.
    """

    account: str
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    voices: tuple[Voice, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    unread: tuple[str, ...] = ()
