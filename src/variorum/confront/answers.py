"""Answers: every number, age, clock time and date of a once-only act, as an answer to a question."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.confront.context import CLOSE, features
from variorum.confront.joined import JOINED, WORKS, joined
from variorum.confront.laid import Ground, Scene
from variorum.confront.moments import age_moment, born_in, is_stamp, said_moment
from variorum.confront.subjects import whose
from variorum.confront.topics import (
    continues,
    once_only_act,
    stated_number,
    statement_at,
    topic_of,
)
from variorum.confront.vocabulary import (
    CASUALTY_RELATIONS,
    CONVERTED,
    DEED,
    FULL_DATE,
    NOBODY,
    ONCE_RELATIONS,
    ONE_EVENT,
    PART,
    PART_BEFORE,
    PART_OF,
    PERSONAL,
    THAT_DAY,
)
from variorum.model.edtf import Bounds, bounds
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Quantity

MOST_VALUES = 30
"""Numbers and dates of the fullest sentence that is confronted: one with more is a table or a list."""

FULL = len("1804-05-14")
JOURNALS = frozenset(("memoir", "letter", "diary", ""))
"""Kinds of account that may be entries of a journal, each for its day."""

REACH_BEFORE = 40
"""Characters before a value in which it may be called a part, or the same in other units."""

REACH_AFTER = 25
"""Characters after a statement's words in which its hour or day may stand: "went down at dusk on…"."""

FEWEST_WORDS = 2
"""Content words of a sentence that tells what happened on a day."""

_OWNS = re.compile(r"\s?['’]s?\s\w")
_REPORTED = re.compile(
    r"(?!posted|printed|published|updated|written|filed|signed)(?:[^\W\d]\w+\s){1,4}(?<=ed\s)", re.I
)
"""A short sentence that tells what was done: "Inquiry reported Monday 5 December"; no dateline."""
_TALLY = re.compile(r"(?P<about>~?)(?P<low>\d{1,9})(?P<open>(?:\.\.)?)")
_MANY = re.compile(r"(?:many\s)?(?:dozens|scores|hundreds|thousands|десятки|сотни|тысячи)\b", re.I)
"""Plurals that say no more than "at least"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that a sentence gives, with the question's ``kind`` and ``topic``.

    ``low``/``high`` are in base units (persons, metres, minutes, kilograms, hours of the day, years);
    for dates ``edtf`` holds the value. ``features`` weigh what it is about. ``subject`` is an entity
    where the question is about one; ``moment`` is what the sentence speaks of; ``beside`` counts the
    answers of its kind in the sentence; ``thing`` is what the sentence states it of, in its base form
    ("the span fell at three"), where that is no person; ``doer``: it is a person; ``born`` holds the
    years of birth that an age at a known moment allows; ``mass`` sums the rarity of the features;
    ``day`` is the dated day of the account as a feature; ``places`` are those named close by.
    """

    number: int
    kind: str
    topic: str
    low: float
    high: float | None
    exactness: str
    edtf: str
    unit: str
    shown: str
    passage: Passage
    scene: int
    account: str
    voice: str
    subject: str
    moment: Bounds | None
    beside: int
    born: tuple[int, int] | None
    features: Mapping[str, float]
    mass: float
    day: str
    places: frozenset[str]
    thing: str = ""
    doer: bool = False


def answers(ground: Ground) -> tuple[Answer, ...]:
    """Every answer the evidence gives, in the order of accounts and sentences."""
    found: list[Answer] = []
    for scene in ground.scenes:
        if len(scene.quantities) + len(scene.dates) > MOST_VALUES:
            continue
        if not (scene.quantities or scene.dates or scene.statements):
            continue
        given = list(_values(scene, ground))
        beside = Counter(kind for _, kind, _, _, _ in given)
        before = ground.scenes[scene.number - 1] if scene.number else None
        for row, kind, topic, subject, value in given:
            account = ground.accounts.get(scene.sentence.account)
            low, high, exactness, edtf, unit = value
            moment = said_moment(scene, row.passage)
            born = None
            if kind == "age":
                if topic == "age":
                    moment = moment or age_moment(scene, row.passage, account, ground)
                born = born_in(low, high, exactness, moment)
            about = features(scene, before, row.passage)
            found.append(
                Answer(
                    len(found), kind, topic, low, high, exactness, edtf, unit,
                    " ".join(row.passage.quote.split()), row.passage, scene.number,
                    scene.sentence.account, scene.voice, subject,
                    moment, beside[kind], born, about,
                    sum([ground.rarity.get(f, 0.0) * weight for f, weight in about.items()]),
                    next((f for f in about if f[0] == "d"), ""),
                    _places(about, ground),
                    *_thing(scene, row, ground),
                )
            )  # fmt: skip
    return tuple(found)


def _thing(scene: Scene, row: Quantity | DateMention, ground: Ground) -> tuple[str, bool]:
    """What a value is stated of: a thing of one event, by the last word of the statement's subject;
    and whether it is a person instead."""
    at = row.passage
    told = [
        statement
        for statement in scene.statements
        if statement.passage.start <= at.start < at.end <= statement.passage.end + REACH_AFTER
        and statement.subject
        and statement.relation != "number"
    ]
    shortest = min(told, key=lambda s: (s.passage.end - s.passage.start, s.id), default=None)
    if shortest is None or ground.types.get(shortest.subject) == "person":
        return "", shortest is not None
    if shortest.subject in ground.types:
        return shortest.subject, False
    last = shortest.subject.split()[-1].casefold()
    if last in NOBODY:
        return "", False
    if last in ONE_EVENT and scene.sentence.account in ground.story:
        return ONE_EVENT[last], False
    known = zip(scene.sentence.terms, scene.terms, strict=True)
    return next((word for term, word in known if _alike(term, last)), last), False


def _alike(term: str, word: str) -> bool:
    length = min(len(term), len(word), 4)
    return length > 2 and term[:length] == word[:length]


def _places(about: Mapping[str, float], ground: Ground) -> frozenset[str]:
    return frozenset(
        feature
        for feature, weight in about.items()
        if weight >= CLOSE and ground.types.get(feature[2:]) == "place"
    )


_Value = tuple[float, float | None, str, str, str]
_Found = tuple[Quantity | DateMention, str, str, str, _Value]


def _values(scene: Scene, ground: Ground) -> Iterator[_Found]:
    skip = -1
    yield from _tallies(scene)
    for index, quantity in enumerate(scene.quantities):
        if index == skip:
            continue
        kind, topic, scale = topic_of(scene, quantity)
        stated = stated_number(scene, quantity)
        subject = ""
        if kind == "age":
            subject = whose(scene, quantity.passage, stated, ground)
            if not subject:
                continue
        if not kind or (stated is not None and stated.modality in ("planned", "counterfactual")):
            continue
        if _is_part(scene, quantity.passage, kind) or (kind == "clock" and is_stamp(scene)):
            continue
        if quantity.unit and CONVERTED.search(_before(scene, quantity.passage)):
            continue
        low = quantity.low * scale
        high = None if quantity.high is None else quantity.high * scale
        following = scene.quantities[index + 1] if index + 1 < len(scene.quantities) else None
        if following is not None and high is not None and continues(scene, quantity, following):
            skip = index + 1
            rest = following.low * topic_of(scene, following)[2]
            low, high = low + rest, high + rest
        exactness = quantity.exactness
        if exactness == "exact" and _MANY.match(quantity.passage.quote):
            exactness, high = "at_least", None
        yield quantity, kind, topic, subject, (low, high, exactness, "", quantity.unit)
    for date in scene.dates:
        if bounds(date.edtf) is None or "X" in date.edtf[:4] or THAT_DAY.match(date.passage.quote):
            continue  # a decade, or a day of no year, contradicts little and is often another act's
        if _OWNS.match(
            scene.sentence.passage.quote, date.passage.end - scene.sentence.passage.start
        ):
            continue  # "the previous day's shooting": the day of what follows
        stated = statement_at(scene, date.passage, "date")
        told = ONCE_RELATIONS.get(stated.relation, "") if stated else ""
        act = joined(scene, date.passage) if scene.sentence.account in ground.story else ""
        if not act or (told and act == WORKS):  # who came to the mill came to the town
            act = told
        act = act or ("" if stated else once_only_act(scene, date.passage))
        act = act or (DEED if _dates_a_deed(scene, date, ground) else "")
        if not act or (stated is not None and stated.modality in ("planned", "counterfactual")):
            continue
        subject = stated.subject if stated is not None and stated.subject in ground.types else ""
        if act in PERSONAL and ground.types.get(subject) != "person":
            subject = whose(scene, date.passage, stated, ground)
            if not subject:
                continue
        # who has been in a crew "since 1926" joined it then
        edtf = date.edtf.removesuffix("/..") if act in JOINED else date.edtf
        yield date, "date", act, subject, (0.0, 0.0, "exact", edtf, "")


def _dates_a_deed(scene: Scene, date: DateMention, ground: Ground) -> bool:
    """Whether a day told in full is the only one of a sentence that tells something: the day it
    happened. Not in a journal, whose every day is told by its date."""
    account = ground.accounts.get(scene.sentence.account)
    if account is None or (len(account.date) == FULL and account.kind in JOURNALS):
        return False
    days = [row for row in scene.dates if FULL_DATE.fullmatch(row.edtf)]
    written = any(letter.isdigit() for letter in date.passage.quote)
    told = len(scene.terms) >= FEWEST_WORDS and date.edtf != account.date
    stamp = is_stamp(scene) and not _REPORTED.match(scene.sentence.passage.quote)
    return written and days == [date] and told and not stamp


def _tallies(scene: Scene) -> Iterator[_Found]:
    """ "Killed: 64": a stated number that is a line of a table, with no words of its own to count."""
    counted = {quantity.passage.start for quantity in scene.quantities}
    for row in scene.statements:
        scope = CASUALTY_RELATIONS.get(row.relation, "")
        bare = _TALLY.fullmatch(row.value) if row.value_type == "number" and scope else None
        asserted = row.polarity != "negative" and row.modality in ("asserted", "")
        if bare is None or not asserted:
            continue
        if not any(row.passage.start <= start < row.passage.end for start in counted):
            low = float(bare["low"])
            exactness = "at_least" if bare["open"] else "about" if bare["about"] else "exact"
            quantity = Quantity(row.passage, low, low, "", "", exactness, row.account)
            high = None if bare["open"] else low
            yield quantity, "count", scope, "", (low, high, exactness, "", "")


def _is_part(scene: Scene, at: Passage, kind: str) -> bool:
    """Whether a value says that it is not all: "two other victims", "the final two debates", "of
    which $2 million"."""
    before = _before(scene, at)
    if kind != "count":  # "112 aboard, of whom 41 drowned": of people, all who drowned
        return PART_OF.search(before) is not None
    return bool(PART.search(at.quote) or PART_BEFORE.search(before))


def _before(scene: Scene, at: Passage) -> str:
    """The words right before a value."""
    begin = at.start - scene.sentence.passage.start
    return scene.sentence.passage.quote[max(0, begin - REACH_BEFORE) : begin]
