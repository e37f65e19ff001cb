"""Whose account a character stands in: nested accounts flattened to segments."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.critique import Account


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters ``[start, end)`` that are ``account``'s own: no account inside it has them."""

    start: int
    end: int
    account: Account


def segments(accounts: Sequence[Account]) -> tuple[Segment, ...]:
    """The accounts of one source as segments, sorted, without overlap.

    Where accounts nest, a character belongs to the innermost; where they overlap without nesting, to
    the one that begins later.
    """
    events = sorted(
        [(account.start, 1, index) for index, account in enumerate(accounts)]
        + [(account.end, 0, index) for index, account in enumerate(accounts)],
        key=lambda event: (event[0], event[1], -accounts[event[2]].end),
    )
    found: list[Segment] = []
    stack: list[int] = []
    ended: set[int] = set()
    position = 0
    for at, opens, index in events:
        while stack and stack[-1] in ended:
            stack.pop()
        if stack and at > position:
            found.append(Segment(position, at, accounts[stack[-1]]))
        position = at
        if opens:
            stack.append(index)
        else:
            ended.add(index)
    return tuple(found)


def segment_at(parts: Sequence[Segment], position: int) -> Segment | None:
    """The segment that holds ``position``, or None where no account stands."""
    index = bisect_right(parts, position, key=lambda part: part.start) - 1
    return parts[index] if index >= 0 and position < parts[index].end else None
