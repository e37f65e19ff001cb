"""In which account words stand: accounts lie side by side and inside one another in a source."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.model.critique import Account
from variorum.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Homes:
    """Which account, the innermost, each character of a source stands in (None: in no account)."""

    starts: tuple[int, ...]
    accounts: tuple[str | None, ...]


def homes(accounts: Iterable[Account]) -> dict[str, Homes]:
    """The homes in every source; the time is that of sorting the accounts."""
    by_source: dict[str, list[Account]] = {}
    for account in accounts:
        by_source.setdefault(account.source, []).append(account)
    return {source: _homes(inside) for source, inside in by_source.items()}


def home(homes: Mapping[str, Homes], passage: Passage) -> str | None:
    """The id of the innermost account that a passage begins in."""
    within = homes.get(passage.source)
    if within is None:
        return None
    index = bisect_right(within.starts, passage.start) - 1
    return within.accounts[index] if index >= 0 else None


def around(homes: Mapping[str, Homes], passage: Passage, length: int) -> tuple[int, int]:
    """The stretch of a passage's own account that it stands in, up to where others begin or end;
    ``length`` is the source's."""
    starts = homes[passage.source].starts if passage.source in homes else ()
    before, after = bisect_right(starts, passage.start), bisect_left(starts, passage.end)
    return starts[before - 1] if before else 0, starts[after] if after < len(starts) else length


def _homes(inside: Sequence[Account]) -> Homes:
    cuts: list[tuple[int, str | None]] = []
    open_: list[Account] = []
    for account in sorted(inside, key=lambda a: (a.start, -a.end)):
        _close(cuts, open_, account.start)
        open_.append(account)
        cuts.append((account.start, account.id))
    _close(cuts, open_, None)
    return Homes(tuple(c[0] for c in cuts), tuple(c[1] for c in cuts))


def _close(cuts: list[tuple[int, str | None]], open_: list[Account], until: int | None) -> None:
    """Close the accounts that end at or before ``until``; what follows is the outer account's."""
    while open_ and (until is None or open_[-1].end <= until):
        closed = open_.pop()
        cuts.append((closed.end, open_[-1].id if open_ else None))
