"""Where somebody was born, died or was buried: places stated that cannot both be right."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from variorum.confront.context import Ground
from variorum.confront.evidence import Evidence
from variorum.model.findings import Disagreement, Side
from variorum.model.ids import content_id
from variorum.model.testimony import Statement

QUESTIONS = {
    "born": "Where was {who} born?",
    "died": "Where did {who} die?",
    "buried": "Where was {who} buried?",
}
"""Relations that have one place only."""

CONFIDENCE = 0.55
"""Not measured: without a gazetteer a village and its province look like two places unless some
account names them together."""

BETWEEN = 2
"""Characters between a place and the larger one it lies in: "Luda, Kem"."""


def whereabouts(evidence: Evidence, ground: Ground) -> Iterator[Disagreement]:
    """Different places for one person's birth, death or burial, told by different accounts.

    Places that stand side by side anywhere ("Luda, Kem") are taken to lie one in the other.
    """
    told: dict[tuple[str, str], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for row in evidence.statements:
        if row.value_type != "place" or row.relation not in QUESTIONS:
            continue
        asserted = row.polarity != "negative" and row.modality in ("asserted", "")
        known = ground.types.get(row.subject) == "person" and row.value in ground.types
        if asserted and known:
            told[row.relation, row.subject][row.value].append(row)
    if not told:
        return
    nested = _nested(ground)
    for (relation, subject), places in sorted(told.items()):
        apart = _apart(places, nested)
        if len(apart) < 2 or len({row.account for rows in apart.values() for row in rows}) < 2:
            continue
        sides = tuple(
            Side(
                ground.names[place],
                tuple(sorted({row.passage for row in rows})),
                tuple(sorted({row.voice for row in rows if row.voice})),
            )
            for place, rows in sorted(apart.items(), key=lambda item: (-len(item[1]), item[0]))
        )
        spans = sorted([[p.source, p.start, p.end] for p in side.passages] for side in sides)
        support = [len({row.account for row in rows}) for rows in apart.values()]
        yield Disagreement(
            content_id("d", "place", spans),
            "place",
            QUESTIONS[relation].format(who=ground.names[subject]),
            sides,
            "tied" if len(set(support)) == 1 else "open",
            CONFIDENCE,
            ("no account names these places side by side, as one within the other",),
        )


def _nested(ground: Ground) -> set[frozenset[str]]:
    """Pairs of places that stand side by side somewhere."""
    pairs = set()
    for scene in ground.scenes:
        places = [m for m in scene.mentions if ground.types.get(m.entity) == "place"]
        for one, other in pairwise(places):
            if 0 <= other.passage.start - one.passage.end <= BETWEEN:
                pairs.add(frozenset((one.entity, other.entity)))
    return pairs


def _apart(
    places: dict[str, list[Statement]], nested: set[frozenset[str]]
) -> dict[str, list[Statement]]:
    """Places none of which lies in another; what lies in one of them joins it."""
    sides: dict[str, list[Statement]] = {}
    for place in sorted(places, key=lambda p: (-len(places[p]), p)):
        home = next((side for side in sides if frozenset((side, place)) in nested), place)
        sides.setdefault(home, []).extend(places[place])
    return sides
