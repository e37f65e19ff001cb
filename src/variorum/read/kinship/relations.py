"""A relation between two names, or between a name and who tells the story."""

from dataclasses import dataclass

TELLER = -1
"""The subject of a relation whose subject says "my": the account's narrator or a quotation's speaker."""


@dataclass(frozen=True, slots=True)
class RelationSpan:
    """A relation on ``[start, end)`` of the reading text; subject and object are name numbers,
    the subject ``TELLER`` where it is who says "my". ``reason`` is empty where the words state it."""

    start: int
    end: int
    subject: int
    relation: str
    object: int
    reason: str = ""
