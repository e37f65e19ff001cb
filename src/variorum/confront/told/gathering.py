"""Differences made disagreements: what is one question becomes one, with calibrated confidence."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import alike
from variorum.confront.told.stated import scene_at, scene_index
from variorum.confront.told.words import BEINGS, PLAIN
from variorum.model.critique import Parallel
from variorum.model.findings import Disagreement, Side
from variorum.model.ids import content_id
from variorum.model.passage import Passage

LEAST_CONFIDENCE = 0.3
"""Below this nothing is reported."""

LEAST_OF: Mapping[str, float] = {"denied": 0.55}
"""The same for ways of which hardly every other report below was right, in nine dossiers of one story:
a "not" among the same names is often of something else."""

MOST_SIDES = 12
"""Tellings one question holds; further ones are left out, and the reasons say so."""

BASE: Mapping[str, float] = {
    "denied": -4.0,
    "excepted": -1.4, "actor": -1.2, "described": -1.6, "spot": -1.6, "of": -0.9, "order": -2.7,
    "stated": -1.0, "hearsay": -0.8, "versions": 0.4, "disputed": -2.2,
    "noted": -0.2, "unsaid": -1.4,
    "translated": -0.6, "absent": -2.4, "claimed": -2.0, "fate": -2.2,
    "role": -1.4, "self": -1.2, "identity": -1.0,
    "before": -3.0, "day": -1.6, "means": -2.0, "held": -2.2, "death": -1.8, "site": -1.8, "state": -1.8,
    "one": -2.8, "address": -1.2, "colour": -1.0, "way": -1.4, "soon": -1.2, "bank": -1.4,
}  # fmt: skip
"""Log odds of each way of seeing a difference, before its evidence."""

NEWS_WAYS = frozenset(("denied", "spot", "of", "actor", "described", "one"))
"""Ways that news of like events mislead."""

OTHER = -1.6
"""Log odds of the ways not named in BASE."""

WEIGHTS: Mapping[str, float] = {
    "near": 0.55, "likeness": 1.6, "parallel": 0.9, "around": 0.12, "kin": 0.6, "day": 0.3,
    "one event": 1.3,
    "denied of one event": 1.0,
    "news": -0.7,
}  # fmt: skip
"""Weights of the evidence, set by hand on reports of gospels, the example and own texts; the README of
benchmarks tells how the result is measured."""

MOST_AROUND, MOST_NEAR = 6.0, 4.0
"""Rarity around and near two sentences above which more adds nothing."""


def confidence(pair: Pair, row: Difference, one_event: bool, news: bool = False) -> float:
    """How likely two tellings are of one thing and cannot both be true (0 to 1)."""
    odds = (
        BASE.get(row.way, OTHER)
        + WEIGHTS["near"] * min(row.near, MOST_NEAR)
        + WEIGHTS["likeness"] * pair.likeness
        + WEIGHTS["parallel"] * pair.parallel
        + WEIGHTS["around"] * min(pair.around, MOST_AROUND)
        + WEIGHTS["kin"] * min(pair.kin, 1.0)
        + WEIGHTS["day"] * max(pair.day, 0)
        + WEIGHTS["one event"] * one_event
        + WEIGHTS["denied of one event"] * (one_event and row.way == "denied")
        + WEIGHTS["news"] * (news and row.way in NEWS_WAYS)
    )
    return 1 / (1 + exp(-odds))


def gathered(
    found: Iterable[tuple[Pair, Difference]], ground: Ground, parallels: Sequence[Parallel]
) -> tuple[Disagreement, ...]:
    """One disagreement for each question; differences that share a telling are one question."""
    groups: dict[tuple[str, str], list[tuple[float, Difference]]] = defaultdict(list)
    one_event = ground.when is not None or bool(ground.story)
    for pair, row in found:
        sure = confidence(pair, row, one_event, not one_event and _news(row, ground))
        if sure >= LEAST_OF.get(row.way, LEAST_CONFIDENCE):
            groups[row.type, row.way].append((sure, row))
    rows = []
    for _, members in sorted(groups.items()):
        for cluster in _clusters(members, _renderings(members, ground, parallels), one_event):
            made = _disagreement(cluster, ground)
            if made is not None:
                rows.append(made)
    return tuple(_merged_over(rows, ground))


RENDERED = 0.04
"""How far apart, as a share of the text, a sentence and its translation stand at most."""


def _renderings(
    members: Sequence[tuple[float, Difference]], ground: Ground, parallels: Sequence[Parallel]
) -> list[tuple[int, int]]:
    """Differences told in a text and once more in its translation, at the same share of it."""
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (_, row) in enumerate(members):
        place = ground.scenes[row.a.scene].sentence.passage
        where[place.source].append((place.start, number))
    for found in where.values():
        found.sort()
    same = []
    for parallel in parallels:
        if parallel.kind != "translation":
            continue
        sides = []
        for side in (parallel.a, parallel.b):
            rows = where.get(side.source, [])
            first, last = bisect_left(rows, (side.start, -1)), bisect_left(rows, (side.end, -1))
            long = max(1, side.end - side.start)
            sides.append([((start - side.start) / long, n) for start, n in rows[first:last]])
        for share, number in sides[0][:MOST_SIDES]:
            for other, twin in sides[1][:MOST_SIDES]:
                if abs(share - other) <= RENDERED and number != twin:
                    same.append((number, twin))
    return same


def _clusters(
    members: Sequence[tuple[float, Difference]], same: Sequence[tuple[int, int]], one_event: bool
) -> list[list[tuple[float, Difference]]]:
    """Differences that share a passage, or, of one event, oppose the same two values of one thing,
    joined. Linear but for the union's upkeep."""
    parent = list(range(len(members)))

    def find(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    first: dict[tuple[str, int, int], int] = {}
    for number, (_, row) in enumerate(members):
        for told in (row.a, row.b):
            key = told.passage.source, told.passage.start, told.passage.end
            parent[find(number)] = find(first.setdefault(key, number))
    alike: dict[tuple[str, frozenset[str]], int] = {}
    for number, (_, row) in enumerate(members if one_event else ()):
        values = frozenset((_value(row.a), _value(row.b)))
        parent[find(number)] = find(alike.setdefault((row.key.split(" ")[0], values), number))
    for one, other in same:
        parent[find(one)] = find(other)
    together: dict[int, list[tuple[float, Difference]]] = defaultdict(list)
    for number, member in enumerate(members):
        together[find(number)].append(member)
    return [sorted(group, key=_weightiest) for _, group in sorted(together.items())]


def _weightiest(member: tuple[float, Difference]) -> tuple[float, Passage, Passage]:
    return -member[0], member[1].a.passage, member[1].b.passage


def _disagreement(
    cluster: Sequence[tuple[float, Difference]], ground: Ground
) -> Disagreement | None:
    """The sides of a cluster: tellings of one value together; who says both stands on neither."""
    sure, lead = cluster[0]
    sides: dict[str, list[Told]] = {_value(lead.a): [lead.a], _value(lead.b): [lead.b]}
    side_of = {_at(lead.a): _value(lead.a), _at(lead.b): _value(lead.b)}
    left = 0
    for _, row in cluster[1:]:
        if sum(map(len, sides.values())) >= MOST_SIDES - 1:
            left += _at(row.a) not in side_of or _at(row.b) not in side_of
            continue
        if row.type == "person" and row.way in NAMED_SIDES:
            # a doer is a side of its own: who names another stands on no other's
            for told in (row.a, row.b):
                if _at(told) not in side_of:
                    value = next((v for v in sides if _one_doer(v, _value(told))), _value(told))
                    sides.setdefault(value, []).append(told)
                    side_of[_at(told)] = value
            continue
        if row.type == "role":  # each rank is a side of its own
            for told in (row.a, row.b):
                if _at(told) not in side_of:
                    sides.setdefault(_value(told), []).append(told)
                    side_of[_at(told)] = _value(told)
            continue
        if _at(row.a) not in side_of and _at(row.b) not in side_of:
            # the same question in other words: its sides have the same values, or at least their order
            turned = _value(row.a) == _value(lead.b) or _value(row.b) == _value(lead.a)
            one, other = (row.b, row.a) if turned else (row.a, row.b)
            sides[_value(lead.a)].append(one)
            sides[_value(lead.b)].append(other)
            side_of |= {_at(one): _value(lead.a), _at(other): _value(lead.b)}
            continue
        # a telling joins the side opposite to the one that the known telling stands on
        for one, other in ((row.a, row.b), (row.b, row.a)):
            if _at(one) in side_of and _at(other) not in side_of:
                value = _opposite(other, side_of[_at(one)], sides)
                sides.setdefault(value, []).append(other)
                side_of[_at(other)] = value
                break
    rows = tuple(
        Side(
            tellings[0].value,
            tuple(sorted({p for t in tellings for p in (t.passage, *t.also)})),
            tuple(
                sorted(
                    {v for t in tellings if not t.elsewhere and (v := ground.scenes[t.scene].voice)}
                )
            ),
        )
        for _, tellings in sorted(sides.items(), key=lambda item: (-len(item[1]), item[0]))
    )
    if len(rows) < 2:
        return None
    spans = sorted([[p.source, p.start, p.end] for p in row.passages] for row in rows)
    support = [len({ground.scenes[t.scene].sentence.account for t in s}) for s in sides.values()]
    carried = " to ".join(str(count) for count in sorted(support, reverse=True))
    reasons = [*lead.reasons, f"carried by {carried} accounts"]
    if left:
        reasons.append(f"{left} further tellings were left out")
    return Disagreement(
        content_id("d", lead.type, spans), lead.type, lead.question, rows,
        "tied" if len(set(support)) == 1 else "open", round(sure, 3), tuple(reasons),
    )  # fmt: skip


def _at(told: Told) -> tuple[str, int, int]:
    return told.passage.source, told.passage.start, told.passage.end


def _news(row: Difference, ground: Ground) -> bool:
    """Whether both sides stand in articles: news of many like events is written in like words."""
    accounts = (
        ground.accounts.get(ground.scenes[told.scene].sentence.account) for told in (row.a, row.b)
    )
    return all(account is not None and account.kind == "article" for account in accounts)


def _value(told: Told) -> str:
    return " ".join(told.value.casefold().split())


NAMED_SIDES = frozenset(("actor", "described"))
"""Ways whose values are the words of a doer."""


def _one_doer(one: str, other: str) -> bool:
    """Whether two doers share a name: "major lann", "lann"."""
    mine, yours = (
        {word for word in who.split() if word not in PLAIN and word not in BEINGS}
        for who in (one, other)
    )
    return any(alike(a, b) for a in mine for b in yours) if mine and yours else one == other


def _opposite(told: Told, known: str, sides: Mapping[str, Sequence[Told]]) -> str:
    """The side a telling joins: one of its own value, else the other of two that say yes and no."""
    value = _value(told)
    if value in sides and value != known:
        return value
    others = [side for side in sides if side != known]
    return others[0] if len(sides) == 2 and others else value


def _merged_over(rows: Sequence[Disagreement], ground: Ground) -> list[Disagreement]:
    """Of disagreements of any way between the same two sentences, the surest only."""
    index = scene_index(ground)
    kept: list[Disagreement] = []
    taken: set[tuple[int | None, int | None]] = set()
    for row in sorted(rows, key=lambda row: (-row.confidence, row.id)):
        scenes = [{scene_at(p, index, ground) for p in side.passages} for side in row.sides]
        couples = {(a, b) for a in scenes[0] for b in scenes[1]}
        if couples <= taken:
            continue
        kept.append(row)
        taken |= couples | {(b, a) for a, b in couples}
    return kept
