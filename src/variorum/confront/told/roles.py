"""Ranks, posts and kin: what one person cannot be to one other, or be called, at one time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair, day_of
from variorum.confront.told.stated import SceneIndex, scene_at, scene_index
from variorum.model.edtf import bounds
from variorum.model.lexicon import listed
from variorum.model.passage import Passage
from variorum.read.vocabulary import ENGLISH_TITLES, RANK, ROLE, SHORT_TITLES

MOST_TOLD = 30
"""Tellings of one person's ranks, or of one tie, that are compared."""

MOST_VALUES = 4
"""Different ranks or kinships above which several people are likely meant."""

_STEPS = (
    "private",
    "corporal",
    "sergeant",
    "sergeant major",
    "ensign",
    "lieutenant",
    "captain",
    "major",
    "lieutenant colonel",
    "colonel",
    "general",
    "marshal",
)
RANKS: Mapping[str, int] = {rank: step for step, rank in enumerate(_STEPS)}
"""One ladder, lowest first; a naval captain stands higher, but no one is called both on one day."""

_AS: Mapping[str, str] = {
    "major general": "general", "lieutenant general": "general", "colonel general": "general",
    "brigadier general": "general", "second lieutenant": "lieutenant",
    "senior lieutenant": "lieutenant", "first lieutenant": "lieutenant",
    "ротмистр": "captain", "штабс-капитан": "captain", "подпоручик": "lieutenant",
    "старший лейтенант": "lieutenant", "младший лейтенант": "lieutenant",
    "lance corporal": "corporal", "staff sergeant": "sergeant", "colour sergeant": "sergeant",
    "солдат": "private", "фельдшер": "feldsher", "medical assistant": "feldsher",
    "кок": "cook", "повар": "cook", "сторож": "watchman", "мастер": "foreman",
    "бригадир": "foreman", "шкипер": "master", "skipper": "master", "doctor": "surgeon",
    "врач": "surgeon", "шофёр": "driver", "шофер": "driver", "водитель": "driver",
    "machinist": "engine driver", "bosun": "boatswain", "seaman": "sailor", "fireman": "stoker",
    "director": "manager", "медсестра": "nurse", "бухгалтер": "bookkeeper",
    "accountant": "bookkeeper", "helmsman": "coxswain", "рулевой": "coxswain",
}  # fmt: skip
"""Refinements and other names of one rank or post."""

COURTESY = frozenset(
    (
        frozenset(("lieutenant colonel", "colonel")),
        frozenset(("sergeant", "sergeant major")),
        frozenset(("ensign", "lieutenant")),
    )
)
"""Ranks that are called alike in address, or translated by one another."""

POSTS = tuple(
    listed(words)
    for words in (
        "stoker cook purser steward boatswain mate coxswain deckhand surgeon helmsman",
        "manager foreman watchman clerk stoker bookkeeper porter cook lampman",
        "surgeon nurse feldsher orderly pharmacist midwife",
        "driver conductor stoker signalman stationmaster guard",
    )
)
"""Posts of one ship, works, hospital or railway of which one person holds one at a time."""

_KIN: Mapping[str, str] = {
    "brother": "sibling", "sister": "sibling", "cousin": "cousin",
    "husband": "spouse", "wife": "spouse", "father": "parent", "mother": "parent",
    "son": "child", "daughter": "child", "uncle": "parent's sibling", "aunt": "parent's sibling",
    "nephew": "sibling's child", "niece": "sibling's child", "grandfather": "grandparent",
    "grandmother": "grandparent", "grandson": "grandchild", "granddaughter": "grandchild",
}  # fmt: skip
_INVERSE: Mapping[str, str] = {
    "sibling": "sibling", "cousin": "cousin", "spouse": "spouse", "parent": "child",
    "child": "parent", "parent's sibling": "sibling's child", "sibling's child": "parent's sibling",
    "grandparent": "grandchild", "grandchild": "grandparent",
}  # fmt: skip
_DISTANT = re.compile(
    r"двоюродн|троюродн|in[- ]law|step|half|foster|god|adopt|приёмн|приемн|крёстн|названн|сводн|like\sa"
    r"|\bкузен|\bcousin",
    re.IGNORECASE,
)
"""Words that make "brother" or "son" something else."""

_OTHER_TIME = re.compile(
    r"\b(?:later|afterwards|subsequently|eventually|future|former|formerly|ex|late|retired|promoted"
    r"|became|become|now|today|since|(?<!at\s)once|rose|made|acting|would[- ]be|posthumous\w*"
    r"|so[- ]called|позже|позднее|впоследствии|потом|будущ\w+|бывш\w+|ныне|теперь|стал\w*|произвед\w+"
    r"|дослужил\w+|отставн\w+|посмертно|затем)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:then|at\sthe\stime|at\sthat\stime|in\sthose\sdays|тогда|в\sто\sвремя|в\sту\sпору)\b",
    re.IGNORECASE,
)
"""Words that date a rank to the events, whenever they are told."""

RETOLD = frozenset(("memoir", "interview", "post", "comment"))
"""Kinds of accounts that are told long after, where they are not dated."""

REACH = 60
"""Characters around a rank among which such a word bears on it."""


@dataclass(frozen=True, slots=True)
class _Called:
    """What one account calls somebody: the value in the common vocabulary, and its words."""

    value: str
    account: str
    passage: Passage
    scene: int
    then: bool


def roles(evidence: Evidence, ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """Ranks of one ladder, posts of one crew and kinship that exclude each other, between accounts.

    Grouped by person, or by the two who are kin. Ranks and posts only of one event or story: over the
    years one rises. A higher rank in an account a year or more later may be that of its telling.
    Linear in the statements but for the capped tellings of one person.
    """
    index = scene_index(ground)
    if ground.when is not None or ground.story:
        for entity, rows in sorted(_called(evidence, index, ground).items()):
            yield from _apart(entity, rows[:MOST_TOLD], ground)
    yield from _kin_apart(evidence, index, ground)


def _called(evidence: Evidence, index: SceneIndex, ground: Ground) -> dict[str, list[_Called]]:
    told: dict[str, list[_Called]] = defaultdict(list)
    for row in sorted(evidence.statements, key=lambda row: (row.passage, row.id)):
        if row.relation not in (RANK, ROLE) or row.polarity == "negative":
            continue
        if row.modality not in ("asserted", "") or ground.types.get(row.subject) != "person":
            continue
        scene = scene_at(row.passage, index, ground)
        if scene is None or len(row.passage.quote) > 2 * REACH:
            continue
        value = _post(row.value, row.passage.quote)
        if value not in RANKS and not any(value in posts for posts in POSTS):
            continue
        around = _around(row.passage, scene, ground)
        if _OTHER_TIME.search(around):
            continue
        told[row.subject].append(
            _Called(value, row.account, row.passage, scene, bool(_THEN.search(around)))
        )
    return told


def _post(value: str, quote: str) -> str:
    """A rank or post in the one vocabulary: "старшиной" read as sergeant major, "Capt." as captain."""
    words = value.casefold().replace(".", "").split(" of ")[0]
    if re.search(
        r"(?:under|vice|deputy|assistant|sub|пом\w*|зам\w*)[-\s]" + re.escape(words), quote, re.I
    ):
        return ""  # another post than that of whom he stands under
    if any(mark in quote for mark in '“”«»"'):
        return ""
    words = SHORT_TITLES.get(words, ENGLISH_TITLES.get(words, words))
    if words in RANKS:
        return words
    if words in _AS:
        return _AS[words]
    last = words.split()[-1] if words else ""
    last = SHORT_TITLES.get(last, ENGLISH_TITLES.get(last, last))
    if last in RANKS and len(words.split()) > 2:
        return ""  # "captain of the second rank": another ladder
    return _AS.get(last, last)


def _around(passage: Passage, scene: int, ground: Ground) -> str:
    whole = ground.scenes[scene].sentence.passage
    begin = passage.start - whole.start
    return whole.quote[max(0, begin - REACH) : passage.end - whole.start + REACH]


def _apart(
    entity: str, rows: Sequence[_Called], ground: Ground
) -> Iterator[tuple[Pair, Difference]]:
    sayers: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        sayers[row.value].add(row.account)
    if len(sayers) > MOST_VALUES:
        return
    who = ground.names.get(entity, "")
    for number, one in enumerate(rows):
        for other in rows[number + 1 :]:
            if one.value == other.value or sayers[one.value] & sayers[other.value]:
                continue  # who calls him both knows why
            if not _of_one_time(one.account, other.account, ground):
                continue
            reason = _exclude(one, other, ground)
            if reason:
                yield _difference(
                    f"role {entity}", f"What was {who}: {one.value} or {other.value}?", one, other,
                    reason,
                )  # fmt: skip


def _of_one_time(a: str, b: str, ground: Ground) -> bool:
    if a == b or day_of(ground, a, b) < 0:
        return False
    return ground.when is not None or {a, b} <= ground.story


def _exclude(one: _Called, other: _Called, ground: Ground) -> str:
    """Why two callings cannot both be right, or nothing."""
    if one.value in RANKS and other.value in RANKS:
        if frozenset((one.value, other.value)) in COURTESY:
            return ""
        low, high = sorted((one, other), key=lambda row: RANKS[row.value])
        if not high.then and _told_later(low, high, ground):
            return ""  # he may have risen since
        return f"{low.value} and {high.value} are ranks of one ladder, and both are of the events"
    if any({one.value, other.value} <= posts for posts in POSTS):
        return f"one person is not {one.value} and {other.value} at one time"
    return ""


def _told_later(low: _Called, high: _Called, ground: Ground) -> bool:
    """Whether the higher rank is told in a year after the lower one, or long after the events."""
    first, last = (_year(row.account, ground) for row in (low, high))
    if first is not None and last is not None:
        return last > first
    told = ground.accounts.get(high.account)
    if last is None and told is not None and told.kind in RETOLD:
        return True
    event = ground.when[1].year if ground.when is not None else None
    return last is not None and event is not None and last > event


def _year(account: str, ground: Ground) -> int | None:
    row = ground.accounts.get(account)
    span = bounds(row.date) if row is not None and row.date else None
    return span[0].year if span is not None else None


def _kin_apart(
    evidence: Evidence, index: SceneIndex, ground: Ground
) -> Iterator[tuple[Pair, Difference]]:
    told: dict[tuple[str, str], list[_Called]] = defaultdict(list)
    for row in sorted(evidence.relations, key=lambda row: (row.passage, row.relation)):
        kin = _KIN.get(row.relation, "")
        people = (row.subject, row.object)
        if row.reason or not kin or row.subject == row.object:
            continue
        if any(ground.types.get(person) != "person" for person in people):
            continue
        scene = scene_at(row.passage, index, ground)
        if scene is not None and _others_named(row.passage, frozenset(people), scene, ground):
            continue  # whose brother is not sure
        if scene is None or (
            row.relation != "cousin" and _DISTANT.search(_near(row.passage, scene, ground))
        ):
            continue
        if row.subject > row.object:
            kin, people = _INVERSE[kin], (row.object, row.subject)
        told[people].append(_Called(kin, row.account, row.passage, scene, True))
    for people, rows in sorted(told.items()):
        sayers: dict[str, set[str]] = defaultdict(set)
        for called in rows[:MOST_TOLD]:
            sayers[called.value].add(called.account)
        if len(sayers) > 2:
            continue
        names = [ground.names.get(person, "") for person in people]
        for number, one in enumerate(rows[:MOST_TOLD]):
            for other in rows[number + 1 : MOST_TOLD]:
                if one.value == other.value or sayers[one.value] & sayers[other.value]:
                    continue
                yield _difference(
                    f"kin {people[0]} {people[1]}", f"How were {names[0]} and {names[1]} kin?",
                    one, other, "one of them is not both to the other",
                )  # fmt: skip


def _others_named(passage: Passage, people: frozenset[str], scene: int, ground: Ground) -> bool:
    return any(
        passage.start <= mention.passage.start < passage.end and mention.entity not in people
        for mention in ground.scenes[scene].mentions
    )


def _near(passage: Passage, scene: int, ground: Ground) -> str:
    whole = ground.scenes[scene].sentence.passage
    begin = passage.start - whole.start
    return whole.quote[max(0, begin - 15) : passage.end - whole.start + 10]


def _difference(
    key: str, question: str, one: _Called, other: _Called, reason: str
) -> tuple[Pair, Difference]:
    first, second = sorted((one, other), key=lambda row: row.scene)
    return (
        Pair(first.scene, second.scene, 2.0, 0.4, 0.0, 0.0, 0.5, 0),
        Difference(
            "role", "role", key, question,
            Told(first.value, first.passage, first.scene),
            Told(second.value, second.passage, second.scene), 2.0, (reason,),
        ),
    )  # fmt: skip
