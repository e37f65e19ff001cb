"""Answers: every number, age, clock time and date of a once-only act, as an answer to a question."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.confront.context import CLOSE, SHORTEST, Ground, Scene, features
from variorum.confront.vocabulary import (
    ABOARD,
    ABOARD_COUNTED,
    ARE_DEAD,
    CASUALTY_RELATIONS,
    CLAUSE,
    COUNTED,
    DIMENSION,
    DIMENSION_OF,
    DIMENSIONS,
    FULL_DATE,
    JOINED,
    JOINED_IN,
    KILOGRAMS,
    LIVES,
    METRES,
    MINUTES,
    OF_A_NOUN,
    ONCE,
    ONCE_RELATIONS,
    PART,
    PART_BEFORE,
    PEOPLE,
    PERSONAL,
    SCOPE_STEMS,
    SCOPES,
    WAS,
)
from variorum.model.critique import Account
from variorum.model.edtf import Bounds, bounds
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Quantity, Statement

MOST_VALUES = 30
"""Numbers and dates of the fullest sentence that is confronted: one with more is a table or a list."""

ACT_REACH = 80
"""Characters between a date and the act it dates, or a count and what befell the counted."""

CURRENT_KINDS = frozenset(("article", "interview", "letter", "post", "comment", "testimony"))
"""Kinds of account that tell a person's age as of their own date, unless the sentence has a date."""

ABOUT_YEARS = 2
"""Years that "about 40" or "in her forties" is allowed on either side."""

ABOARD_REACH = 30
"""Characters between "aboard" and the people counted."""

STAMP_WORDS = 9
"""Content words of the longest dateline with a time of day."""

WAS_REACH = 30
"""Characters before an age in which "was" makes it one of the past."""

PERSON_REACH = 120
"""Characters between an age and the person whose it is."""

HALF_UNTOLD = "clock of either half"
"""Topic of a clock time that may be of the morning or of the evening."""

_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,9})?")
_TALLY = re.compile(r"(?P<about>~?)(?P<low>\d{1,9})(?P<open>(?:\.\.)?)")
_MANY = re.compile(r"(?:many\s)?(?:dozens|scores|hundreds|thousands|десятки|сотни|тысячи)\b", re.I)
"""Plurals that say no more than "at least"."""

_HALF_TOLD = re.compile(r"[ap]\.?\s?m\b|утра|дня|вечера|ночи|1[3-9]|2[0-3]|\b0\d?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that a sentence gives, with the question's ``kind`` and ``topic``.

    ``low``/``high`` are in base units (persons, metres, minutes, kilograms, hours of the day, years);
    for dates ``edtf`` holds the value. ``features`` weigh what it is about. ``subject`` is an entity
    where the question is about one; ``moment`` is what the sentence speaks of; ``beside`` counts the
    answers of its kind in the sentence; ``born`` holds the years of birth that an age at a known moment
    allows; ``mass`` sums the rarity of the features; ``day`` is the dated day of the account as a
    feature; ``places`` are those named close by.
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
                moment = moment or _age_moment(scene, row.passage, account, ground)
                born = born_in(low, high, exactness, moment)
            about = features(scene, before, row.passage, account)
            found.append(
                Answer(
                    len(found), kind, topic, low, high, exactness, edtf, unit,
                    " ".join(row.passage.quote.split()), row.passage, scene.number,
                    scene.sentence.account, scene.voice, subject,
                    moment, beside[kind], born, about,
                    sum([ground.rarity.get(f, 0.0) * weight for f, weight in about.items()]),
                    next((f for f in about if f[0] == "d"), ""),
                    _places(about, ground),
                )
            )  # fmt: skip
    return tuple(found)


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
        kind, topic, scale = _topic(scene, quantity)
        stated = _stated_number(scene, quantity)
        subject = ""
        if kind == "age":
            subject = _whose_age(scene, quantity.passage, stated, ground)
            if not subject:
                continue
        if not kind or (stated is not None and stated.modality in ("planned", "counterfactual")):
            continue
        if (kind == "count" and _is_part(scene, quantity.passage)) or (
            kind == "clock" and _is_stamp(scene)
        ):
            continue
        low = quantity.low * scale
        high = None if quantity.high is None else quantity.high * scale
        following = scene.quantities[index + 1] if index + 1 < len(scene.quantities) else None
        if following is not None and high is not None and _continues(scene, quantity, following):
            skip = index + 1
            rest = following.low * _topic(scene, following)[2]
            low, high = low + rest, high + rest
        exactness = quantity.exactness
        if exactness == "exact" and _MANY.match(quantity.passage.quote):
            exactness, high = "at_least", None
        yield quantity, kind, topic, subject, (low, high, exactness, "", quantity.unit)
    for date in scene.dates:
        if bounds(date.edtf) is None or "X" in date.edtf[:4]:
            continue  # a decade, or a day of no year, contradicts little and is often another act's
        stated = _stated(scene, date.passage, "date")
        act = ONCE_RELATIONS.get(stated.relation, "") if stated else ""
        act = act or ("" if stated else once_only_act(scene, date.passage))
        if not act or (stated is not None and stated.modality in ("planned", "counterfactual")):
            continue
        subject = stated.subject if stated is not None and stated.subject in ground.types else ""
        if act in PERSONAL and ground.types.get(subject) != "person":
            subject = nearest_person(scene, date.passage, ground) if stated is None else ""
            if not subject:
                continue
        yield date, "date", act, subject, (0.0, 0.0, "exact", date.edtf, "")


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


def _stated(scene: Scene, at: Passage, value_type: str) -> Statement | None:
    """The shortest statement with a value of this type that covers ``at``."""
    covering = [
        statement
        for statement in scene.statements
        if statement.value_type == value_type
        and statement.passage.start <= at.start
        and at.end <= statement.passage.end
        and statement.polarity != "negative"
    ]
    return min(
        covering, key=lambda s: (s.passage.end - s.passage.start, s.relation, s.id), default=None
    )


def _stated_number(scene: Scene, quantity: Quantity) -> Statement | None:
    """The statement whose value this quantity is."""
    stated = _stated(scene, quantity.passage, "number")
    if stated is None:
        return None
    numbers = {float(number) for number in _NUMBER.findall(stated.value)}
    return stated if {quantity.low, quantity.high} & numbers else None


def _whose_age(scene: Scene, at: Passage, stated: Statement | None, ground: Ground) -> str:
    """The person whose age it is: as stated, or named right beside it."""
    if stated is not None:
        aged = stated.relation == "age" and ground.types.get(stated.subject) == "person"
        return stated.subject if aged else ""
    if OF_A_NOUN.search(at.quote):
        # "an 11-year-old girl" is hardly the person named before
        after = scene.sentence.passage.quote[at.end - scene.sentence.passage.start :]
        if after[:2].strip()[:1].islower():
            return ""
    return nearest_person(scene, at, ground)


def _is_part(scene: Scene, at: Passage) -> bool:
    """Whether a count says that it is not all: "two other victims", "the final two debates"."""
    begin = at.start - scene.sentence.passage.start
    before = scene.sentence.passage.quote[max(0, begin - 20) : begin]
    return bool(PART.search(at.quote) or PART_BEFORE.search(before))


def _is_stamp(scene: Scene) -> bool:
    """Whether a clock time stands in a dateline: a full date and hardly a word besides."""
    dated = any(FULL_DATE.match(date.edtf) for date in scene.dates)
    return dated and len(scene.sentence.terms) <= STAMP_WORDS


def _continues(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Whether "2 feet" goes on as "11 inches": one measure in two units, the smaller one second."""
    for factors in (METRES, MINUTES, KILOGRAMS):
        if first.unit in factors and second.unit in factors:
            begin = first.passage.end - scene.sentence.passage.start
            between = scene.sentence.passage.quote[begin:][
                : max(0, second.passage.start - first.passage.end)
            ]
            joined = between.strip(" ,") in ("", "and", "и") and len(between) <= len(", and ")
            return joined and factors[second.unit] < factors[first.unit]
    return False


def _topic(scene: Scene, quantity: Quantity) -> tuple[str, str, float]:
    """Kind, topic and the factor to base units of what a quantity answers; "" for none."""
    unit = quantity.unit
    if quantity.counted == "age":
        return "age", "age", 1.0
    if unit == "clock":
        return "clock", "clock" if _HALF_TOLD.search(quantity.passage.quote) else HALF_UNTOLD, 1.0
    if unit in METRES:
        return "distance", dimension(scene, quantity.passage), METRES[unit]
    for kind, factors in (("duration", MINUTES), ("weight", KILOGRAMS)):
        if unit in factors:
            return kind, kind, factors[unit]
    if unit:
        return "amount", unit, 1.0
    scope = scope_of(scene, quantity)
    single = quantity.low == quantity.high == 1
    if scope and (not quantity.counted or quantity.counted in PEOPLE):
        return "count", scope, 1.0
    if quantity.counted in ABOARD_COUNTED and is_aboard(scene, quantity.passage):
        return "count", "aboard", 1.0
    if (
        len(quantity.counted) >= SHORTEST and not single
    ):  # "one man … another" tells them apart, it does not count
        return "count", COUNTED.get(quantity.counted, quantity.counted), 1.0
    return "", "", 1.0


def is_aboard(scene: Scene, at: Passage) -> bool:
    """Whether "aboard" stands near the counted people in their clause: "160 people aboard"."""
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    begin, end = at.start - offset, at.end - offset
    after = quote[end : end + ABOARD_REACH]
    before = quote[max(0, begin - ABOARD_REACH) : begin]
    return bool(ABOARD.search(CLAUSE.split(after)[0]) or ABOARD.search(CLAUSE.split(before)[-1]))


def dimension(scene: Scene, at: Passage) -> str:
    """Which way a length was measured: width, height, depth, length, thickness, or the way between."""
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    after = DIMENSION.match(quote, at.end - offset)
    if after:
        return DIMENSIONS[after["word"].lower()]
    before = DIMENSION_OF.search(quote, max(0, at.start - offset - 24), at.start - offset)
    return DIMENSIONS[before["word"].lower()] if before else "way"


def scope_of(scene: Scene, quantity: Quantity) -> str:
    """What befell the people counted: as stated, else by the nearest word; "" for nothing."""
    at = quantity.passage
    stated = _stated_number(scene, quantity)
    if stated is not None:
        told = CASUALTY_RELATIONS.get(stated.relation, "") or SCOPES.get(quantity.counted, "")
        if not told and stated.relation == "number":
            told = _scope_beside(scene, at)  # a bare count: its verb may have gone unread
    else:
        told = _scope_by_words(scene, at)
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    joined = JOINED.match(quote, at.end - offset) or JOINED_IN.search(at.quote)
    if joined:
        both = {SCOPE_STEMS[joined[part].casefold()] for part in ("one", "other")}
        return " and ".join(sorted(both))
    if not told and (ARE_DEAD.match(quote, at.end - offset) or LIVES.search(at.quote)):
        return "killed"
    return told


def _scope_beside(scene: Scene, at: Passage) -> str:
    """ "killed" where the verb stands right beside the count, in its clause."""
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    after = CLAUSE.split(quote[at.end - offset : at.end - offset + ABOARD_REACH])[0]
    for place, word in scene.words:
        if word in SCOPES and at.end <= place < at.end + len(after):
            return SCOPES[word]
    return ""


def _scope_by_words(scene: Scene, at: Passage) -> str:
    """ "killed", "wounded", "killed and wounded"… by the words near ``at``, or ""."""
    found = [
        (max(at.start - offset, offset - at.end), SCOPES[word])
        for offset, word in scene.words
        if word in SCOPES and -ACT_REACH <= offset - at.end <= ACT_REACH
    ]
    if not found:
        return ""
    # a clause's own verb only: "12 were killed and 40 wounded" holds two counts, not one of both
    others = [q.passage for q in scene.quantities if q.passage != at]
    nearest = min(distance for distance, _ in found)
    scopes = {s for distance, s in found if distance <= nearest + 20} if not others else None
    chosen = scopes or {min(found)[1]}
    return " and ".join(sorted(chosen))


def once_only_act(scene: Scene, at: Passage) -> str:
    """The once-only act that a date at ``at`` dates: the nearest such word, before rather than after."""
    found = [
        (distance + (20 if offset > at.start else 0), ONCE[word])
        for offset, word in scene.words
        if word in ONCE
        and (distance := max(at.start - offset, offset - at.end)) <= ACT_REACH
        and not any(other.passage.start in _between(offset, at) for other in scene.dates)
    ]
    return min(found)[1] if found else ""


def _between(offset: int, at: Passage) -> range:
    return range(offset, at.start) if offset < at.start else range(at.end, offset)


def nearest_person(scene: Scene, at: Passage, ground: Ground) -> str:
    """The person nearest before ``at`` in the sentence, or right after it; "" where two contend."""
    before: list[tuple[int, str]] = []
    for mention in scene.mentions:
        if ground.types.get(mention.entity) != "person":
            continue
        place = mention.passage
        if place.start >= at.end and place.start - at.end <= 3:
            return mention.entity
        if place.end <= at.start and at.start - place.end <= PERSON_REACH:
            before.append((at.start - place.end, mention.entity))
    if not before:
        return ""
    before.sort()
    touching = before[0][0] <= len(" (aged ")
    if touching or len({entity for _, entity in before}) == 1:
        return before[0][1]
    return ""


def born_in(
    low: float, high: float | None, exactness: str, moment: Bounds | None
) -> tuple[int, int] | None:
    """The years of birth that an age at a moment allows: 84 in 1998 is 1913 or 1914."""
    if moment is None or moment[1].year - moment[0].year > 1 or high is None:
        return None
    slack = 0 if exactness == "exact" else ABOUT_YEARS
    return moment[0].year - int(high) - 1 - slack, moment[1].year - int(low) + slack


def _age_moment(
    scene: Scene, at: Passage, account: Account | None, ground: Ground
) -> Bounds | None:
    """When somebody is of an age that stands without a date.

    Now, in a report of the day or in the present tense; at the time of the events where the account
    is told in the past tense years after them.
    """
    told = _told_at(account)
    begin = at.start - scene.sentence.passage.start
    past = WAS.search(scene.sentence.passage.quote[max(0, begin - WAS_REACH) : begin])
    if not past:
        return told
    return ground.when if told is None or ground.when is None or _later(told, ground) else told


def _later(told: Bounds, ground: Ground) -> bool:
    return ground.when is not None and told[0].year > ground.when[1].year + 1


def _told_at(account: Account | None) -> Bounds | None:
    if account is None or account.kind not in CURRENT_KINDS:
        return None
    return bounds(account.date)


def said_moment(scene: Scene, at: Passage) -> Bounds | None:
    """The moment a sentence speaks of, from its own dates other than ``at``; None when it tells none."""
    told = [
        bounds(d.edtf) for d in scene.dates if d.passage != at and not d.edtf.startswith("XXXX")
    ]
    known = [span for span in told if span is not None]
    if not known:
        return None
    return min(first for first, _ in known), max(last for _, last in known)
