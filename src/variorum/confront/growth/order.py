"""The order of telling: when each account was told, and what is no telling of its own."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.confront.context import Ground, Scene
from variorum.confront.evidence import Evidence
from variorum.model.critique import Parallel
from variorum.model.edtf import Bounds, Moment, bounds

HEAD = 400
"""Characters from an account's beginning in which a heading or byline may give its year."""

MORE_THAN_IT = 1.5
"""A copied passage so many times as long as a telling is a copy of the account, not of the anecdote."""

LEAST_SURE = 0.9
"""Least score of a copy that is believed to be one: retold sentences are alike too."""

_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]\d\d|20[0-2]\d)(?![\d.,]\d|\d)")
_BARE = re.compile(r"\W*(?:1[0-9]\d\d|20[0-2]\d)\W*")
_ANY_DAY: Bounds = (Moment(0, 1, 1, 0), Moment(0, 1, 1, 0))


def told_at(evidence: Evidence, ground: Ground) -> Mapping[str, Bounds]:
    """When each account was told: by its date, or by the one year in its byline or standing alone at
    its head. Accounts without either are left out."""
    found: dict[str, Bounds] = {}
    years: dict[str, set[str]] = defaultdict(set)
    heads = [
        (row.account, row.passage) for row in evidence.hands if row.kind in ("byline", "heading")
    ]
    heads += [
        (scene.sentence.account, scene.sentence.passage)
        for scene in ground.scenes
        if _BARE.fullmatch(scene.sentence.passage.quote)
    ]
    for account_id, place in heads:
        account = ground.accounts.get(account_id)
        if account is not None and place.start < account.start + HEAD:
            years[account_id] |= set(_YEAR.findall(place.quote))
    for account_id, account in ground.accounts.items():
        given = years.get(account_id, set())
        span = bounds(account.date)
        if span is None and len(given) == 1:
            span = bounds(next(iter(given)))
        if span is not None:
            found[account_id] = span
    return found


def copied_in(
    parallels: Sequence[Parallel], ground: Ground, numbers: Iterable[int]
) -> Mapping[int, frozenset[tuple[int, str]]]:
    """For a sentence's number the sides of copies and translations that hold it: two sentences on two
    sides of one are no two tellings. A copy of little more than the sentence is a retelling of it."""
    starts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in numbers:
        place = ground.scenes[number].sentence.passage
        starts[place.source].append((place.start, number))
    for rows in starts.values():
        rows.sort()
    found: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for index, row in enumerate(parallels):
        if row.kind == "translation":
            least = 0.0
        elif row.kind == "copy" and row.score >= LEAST_SURE:
            least = MORE_THAN_IT
        else:
            continue
        for side, whole in (("a", row.a), ("b", row.b)):
            rows = starts.get(whole.source, [])
            for at, number in rows[max(0, bisect_left(rows, (whole.start, -1)) - 1) :]:
                if at >= whole.end:
                    break
                place = ground.scenes[number].sentence.passage
                long = whole.end - whole.start >= least * (place.end - place.start)
                if place.end > whole.start and long:
                    found[number].add((index, side))
    return {number: frozenset(sides) for number, sides in found.items()}


def tellings(
    scenes: Sequence[Scene],
    when: Mapping[str, Bounds],
    copied: Mapping[int, frozenset[tuple[int, str]]],
) -> list[tuple[Bounds, Scene]]:
    """The dated tellings in their order, without copies and translations of earlier ones."""
    if len({scene.sentence.account for scene in scenes}) == 1:
        when = dict.fromkeys([scenes[0].sentence.account], _ANY_DAY)  # its own order is enough
    dated = [(when[s.sentence.account], s) for s in scenes if s.sentence.account in when]
    dated.sort(key=lambda item: (item[0], item[1].number))
    kept: list[tuple[Bounds, Scene]] = []
    seen: set[tuple[int, str]] = set()
    for span, scene in dated:
        sides = copied.get(scene.number, frozenset())
        if any((index, "b" if side == "a" else "a") in seen for index, side in sides):
            continue
        seen |= sides
        kept.append((span, scene))
    return kept
