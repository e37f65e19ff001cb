"""Stretches: spans of reading texts, as copies, retellings and translations are found in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """``[start, end)`` of the reading text of ``account`` (its id)."""

    account: str
    start: int
    end: int
