"""Links between accounts that other links explain.

A text of 1931 that copies a text of 1908, which copies one of 1849, has the words of 1849 too, and has
nothing from it. Two papers that print one agency's report have the agency's words, and nothing from each
other. A link of such two is explained by the third, unless they share what the third has not.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

COVERED = 0.8
"""The share of the words two accounts have in common that each must have in common with the third too.
Set by hand: the ends of one passage differ a little from pair to pair."""

MOST_THIRDS = 50
"""Accounts beyond which nobody looks for a third: the surest of them are asked, in linear time."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """``direction`` between ``a`` and ``b`` (``a→b``: b follows a, or ``unknown``); ``errors``: what
    only these two share; ``at``: the spans of either account that the link rests on, empty where they
    are not known, and then no other link explains it."""

    a: str
    b: str
    direction: str
    probability: float
    errors: int
    at: Mapping[str, Spans]


def unexplained(links: Sequence[Link]) -> frozenset[tuple[str, str]]:
    """The pairs that no third account explains, of a group without directions the fewest that hold it
    together, the surest first."""
    ranked = sorted(links, key=lambda one: (-one.probability, one.a, one.b))
    near: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in ranked:
        near[link.a][link.b] = link
        near[link.b][link.a] = link
    stated = [one for one in ranked if one.direction != "unknown"]
    direct = [one for one in stated if not _through(one, near)]
    open_links = [one for one in ranked if one.direction == "unknown" and not _siblings(one, near)]
    kept = {(one.a, one.b) for one in direct}
    kept |= {(one.a, one.b) for one in _forest(open_links, near)}
    return frozenset(kept)


def _ends(link: Link) -> tuple[str, str]:
    """Who is followed, and who follows."""
    return (link.b, link.a) if link.direction == "b→a" else (link.a, link.b)


def _follows(copy: str, source: str, near: Mapping[str, Mapping[str, Link]]) -> bool:
    link = near.get(copy, {}).get(source)
    return link is not None and link.direction != "unknown" and _ends(link) == (source, copy)


def _thirds(link: Link, near: Mapping[str, Mapping[str, Link]]) -> list[str]:
    """Accounts linked with both, where they share the same words with either."""
    if link.errors or not link.at:
        return []
    fewer, more = sorted((near[link.a], near[link.b]), key=len)
    both = [third for third in islice(fewer, MOST_THIRDS) if third in more]
    return [
        third
        for third in both
        if all(
            covered(link.at.get(end, ()), near[end][third].at.get(end, ())) >= COVERED
            for end in (link.a, link.b)
        )
    ]


def _through(link: Link, near: Mapping[str, Mapping[str, Link]]) -> bool:
    """Whether a third stands between the two: it follows the one, and the other follows it."""
    source, copy = _ends(link)
    return any(
        _follows(third, source, near) and _follows(copy, third, near)
        for third in _thirds(link, near)
    )


def _siblings(link: Link, near: Mapping[str, Mapping[str, Link]]) -> bool:
    """Whether both follow a third, or either follows it and it follows the other."""
    return any(
        (_follows(link.a, third, near) or _follows(third, link.a, near))
        and (_follows(link.b, third, near) or _follows(third, link.b, near))
        and (_follows(link.a, third, near) or _follows(link.b, third, near))
        for third in _thirds(link, near)
    )


def _forest(links: Sequence[Link], near: Mapping[str, Mapping[str, Link]]) -> list[Link]:
    """A spanning forest: a link is left out that closes a circle of three over the same words."""
    group: dict[str, str] = {}

    def head(account: str) -> str:
        while group.setdefault(account, account) != account:
            group[account] = group[group[account]]
            account = group[account]
        return account

    kept = []
    for link in links:
        first, second = head(link.a), head(link.b)
        if first != second:
            group[first] = second
        elif any(near[link.a][third].direction == "unknown" for third in _thirds(link, near)):
            continue
        kept.append(link)
    return kept


def covered(spans: Spans, others: Spans) -> float:
    """The share of some spans that others cover."""
    merged: list[list[int]] = []
    for start, end in sorted(others):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    whole = sum(end - start for start, end in spans)
    if not whole:
        return 0.0
    inside = at = 0
    for start, end in sorted(spans):
        while at < len(merged) and merged[at][1] <= start:
            at += 1
        here = at
        while here < len(merged) and merged[here][0] < end:
            inside += min(end, merged[here][1]) - max(start, merged[here][0])
            here += 1
    return inside / whole
