"""Statements and kinship that have one answer: born where, whose son, killed or founded by whom."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair, day_of
from variorum.confront.told.spans import alike
from variorum.model.passage import Passage
from variorum.read.vocabulary import COMMANDED

PLACED = {
    "born": "Where was {who} born?",
    "died": "Where did {who} die?",
    "buried": "Where was {who} buried?",
}
"""Relations that have one place only."""

DONE_BY = {
    "killed by": "Who killed {who}?",
    "founded by": "Who founded {who}?",
    "built by": "Who built {who}?",
    "discovered by": "Who discovered {who}?",
    "invented by": "Who invented {who}?",
    "executed by": "Who executed {who}?",
    "shot by": "Who shot {who}?",
    "burned by": "Who burned {who}?",
    "destroyed by": "Who destroyed {who}?",
    "opened by": "Who opened {who}?",
    "arrested by": "Who arrested {who}?",
    "rescued by": "Who rescued {who}?",
}
"""Relations that have one doer."""

PARENTS = {"father": "Who was the father of {who}?", "mother": "Who was the mother of {who}?"}

SceneIndex = Mapping[str, tuple[list[int], list[int]]]
"""By source, where its scenes begin and their numbers, in order."""

BETWEEN = 4
"""Characters between a place and the larger one it lies in: "Luda, Kem", "New Zealand 's Mt Cook"."""

MOST_TOLD = 40
"""Statements of one relation of one subject that are compared."""


def stated(evidence: Evidence, ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """Different answers of different accounts where there can be only one."""
    within = {e.id: frozenset(e.within) for e in evidence.entities}
    nested, index = nested_places(ground), scene_index(ground)
    told: dict[tuple[str, str], list[tuple[str, str, Passage, str]]] = defaultdict(list)
    for row in evidence.statements:
        if row.polarity == "negative" or row.modality not in ("asserted", ""):
            continue
        if row.value not in ground.types or len(row.passage.quote) > LONGEST:
            continue
        person = ground.types.get(row.subject) == "person"
        if row.relation in PLACED and row.value_type == "place" and person:
            told[row.relation, row.subject].append(
                (row.value, row.account, row.passage, PLACED[row.relation])
            )
        elif row.relation in DONE_BY and ground.types[row.value] == "person":
            if row.subject not in ground.types and ground.when is None:
                continue  # a gate is one gate only where all tell of one event
            told[row.relation, _thing(row.subject)].append(
                (row.value, row.account, row.passage, DONE_BY[row.relation])
            )
    for row in evidence.statements:
        asserted = row.polarity != "negative" and row.modality in ("asserted", "")
        led = row.relation == COMMANDED and row.value and row.value not in ground.types
        if (
            asserted
            and led
            and ground.when is not None
            and ground.types.get(row.subject) == "person"
        ):
            told[row.relation, _thing(row.value)].append(
                (row.subject, row.account, row.passage, "Who commanded {who}?")
            )
    for tie in evidence.relations:
        if tie.relation in PARENTS and not tie.reason and tie.subject in ground.types:
            told[tie.relation, tie.subject].append(
                (tie.object, tie.account, tie.passage, PARENTS[tie.relation])
            )
    for (relation, subject), rows in sorted(told.items()):
        yield from _apart(
            relation, subject, sorted(rows)[:MOST_TOLD], within, nested, index, ground
        )


MOST_ANSWERS = 3
"""Different answers above which a question is none about one thing."""


LONGEST = 600
"""Characters of the longest statement that is believed: a longer one was pieced together from afar."""


def _apart(
    relation: str,
    subject: str,
    rows: list[tuple[str, str, Passage, str]],
    within: Mapping[str, frozenset[str]],
    nested: frozenset[frozenset[str]],
    index: SceneIndex,
    ground: Ground,
) -> Iterator[tuple[Pair, Difference]]:
    sayers: dict[str, set[str]] = defaultdict(set)
    for value, account, _, _ in rows:
        sayers[value].add(account)
    if len(sayers) > MOST_ANSWERS:
        return  # "who killed an elk": many such things
    for number, (value, account, passage, question) in enumerate(rows):
        for other, teller, place, _ in rows[number + 1 :]:
            if value == other or account == teller or sayers[value] & sayers[other]:
                continue
            if value == subject or other == subject or day_of(ground, account, teller) < 0:
                continue
            if other in within.get(value, ()) or value in within.get(other, ()):
                continue
            if frozenset((value, other)) in nested:
                continue
            said, heard = ground.names.get(value, ""), ground.names.get(other, "")
            if (
                not said
                or not heard
                or alike(said, heard)
                or not (said[0].isupper() and heard[0].isupper())
            ):
                continue
            if ground.types.get(value) != ground.types.get(other):
                continue
            a, b = scene_at(passage, index, ground), scene_at(place, index, ground)
            if a is None or b is None:
                continue
            type_ = "place" if relation in PLACED else "person"
            yield (
                Pair(a, b, 2.0, 0.5, 0.0, 0.0, 1.0, 0),
                Difference(
                    type_, "stated", f"{relation} {subject}",
                    question.format(who=ground.names.get(subject, f"the {subject}")),
                    Told(said, passage, a), Told(heard, place, b), 2.0,
                    ("each account names one, and there can be only one",),
                ),
            )  # fmt: skip


def _thing(subject: str) -> str:
    """What was opened or commanded: an entity, or the last of the words for it."""
    if subject.startswith("e_"):
        return subject
    words = subject.casefold().split()
    return words[-1] if words else ""


def scene_index(ground: Ground) -> SceneIndex:
    """Where the scenes of each source begin."""
    begun: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for scene in ground.scenes:
        begun[scene.sentence.passage.source].append((scene.sentence.passage.start, scene.number))
    return {
        source: ([start for start, _ in sorted(rows)], [number for _, number in sorted(rows)])
        for source, rows in begun.items()
    }


def scene_at(passage: Passage, index: SceneIndex, ground: Ground) -> int | None:
    """The number of the scene a passage begins in, or None."""
    starts, numbers = index.get(passage.source, ([], []))
    at = bisect_right(starts, passage.start) - 1
    if at < 0 or ground.scenes[numbers[at]].sentence.passage.end <= passage.start:
        return None
    return numbers[at]


def nested_places(ground: Ground) -> frozenset[frozenset[str]]:
    """Pairs of places that stand side by side somewhere ("Luda, Kem"): one lies within the other."""
    pairs = set()
    for scene in ground.scenes:
        places = [m for m in scene.mentions if ground.types.get(m.entity) == "place"]
        for one, other in pairwise(places):
            if 0 <= other.passage.start - one.passage.end <= BETWEEN:
                pairs.add(frozenset((one.entity, other.entity)))
    return frozenset(pairs)
