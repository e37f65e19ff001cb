"""Answers: every number, age, clock time and date of a once-only act, as an answer to a question."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.confront.context import Ground, Scene, features
from variorum.model.critique import Account
from variorum.model.edtf import Bounds, bounds
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Quantity

_KILLED = """kill die dead death perish slay murder massacre drown casualty fatality
убить погибнуть умереть погибший убитый мёртвый мертвый смерть гибель утонуть"""
_WOUNDED = "wound injure hurt wounded injured injury ранить раненый пострадать пострадавший"
_MISSING = "miss missing vanish disappear пропасть исчезнуть пропавший"
_TAKEN = "arrest capture imprison prisoner detain арестовать задержать схватить пленный"
_SAVED = "rescue survive save survivor спасти спастись выжить выживший"
_SCOPES: Mapping[str, str] = {
    word: scope
    for scope, words in (
        ("killed", _KILLED),
        ("wounded", _WOUNDED),
        ("missing", _MISSING),
        ("taken prisoner", _TAKEN),
        ("saved", _SAVED),
    )
    for word in words.split()
}
"""What befell the people who are counted: those who were killed are not those who were wounded."""

_PEOPLE = """person people man woman victim soul passenger worker sailor soldier villager civilian
resident child other crew member inhabitant fisherman casualty dead wounded injured fatality survivor
человек люди мужчина женщина жертва пассажир рабочий матрос солдат житель ребёнок погибший раненый"""
PEOPLE = frozenset(_PEOPLE.split())
"""Words under which one count of people may go in several accounts."""

_ONCE: Mapping[str, str] = {
    word: act
    for act, words in (
        ("born", "bear born birth родиться рождение рождённый"),
        ("died", "die death perish pass умереть скончаться погибнуть смерть"),
        ("killed", "kill murder assassinate execute shoot hang убить расстрелять казнить"),
        ("founded", "found establish основать основание учредить"),
        ("married", "marry wed wedding жениться свадьба обвенчаться"),
        ("buried", "bury burial похоронить похороны"),
        ("sank", "sink scuttle founder затонуть потонуть"),
        ("began", "begin start break erupt начаться вспыхнуть"),
        ("ended", "end cease surrender кончиться закончиться сдаться"),
        ("arrested", "arrest арестовать арест"),
        ("opened", "open inaugurate открыться открыть"),
        ("collapsed", "collapse explode обрушиться взорваться"),
        ("arrived", "arrive land прибыть высадиться"),
        ("left", "leave depart sail отплыть отбыть уехать"),
    )
    for word in words.split()
}
"""Acts that are done once to one person or thing, so that two dates of them cannot both be right."""

PERSONAL = frozenset(("born", "died", "killed", "married", "buried"))
"""Acts whose date is asked of a person: the nearest person named before the date."""

METRES = {
    "mile": 1609.344, "kilometre": 1000.0, "metre": 1.0, "foot": 0.3048, "inch": 0.0254,
    "yard": 0.9144, "fathom": 1.8288, "league": 4828.032, "centimetre": 0.01, "millimetre": 0.001,
    "verst": 1066.8,
}  # fmt: skip
MINUTES = {
    "second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "night": 1440.0, "week": 10080.0,
    "month": 43830.0, "year": 525960.0,
}  # fmt: skip
KILOGRAMS = {
    "ton": 1016.0, "tonne": 1000.0, "kilogram": 1.0, "gram": 0.001, "pound": 0.4536, "ounce": 0.02835,
}  # fmt: skip

ACT_REACH = 80
"""Characters between a date and the act it dates, or a count and what befell the counted."""

CURRENT_KINDS = frozenset(("article", "interview", "letter", "post", "comment", "testimony"))
"""Kinds of account that tell a person's age as of their own date, unless the sentence has a date."""

ABOUT_YEARS = 2
"""Years that "about 40" or "in her forties" is allowed on either side."""

PERSON_REACH = 120
"""Characters between an age and the person whose it is."""

HALF_UNTOLD = "clock of either half"
"""Topic of a clock time that may be of the morning or of the evening."""

_HALF_TOLD = re.compile(r"[ap]\.?\s?m\b|утра|дня|вечера|ночи|1[3-9]|2[0-3]|\b0\d?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that a sentence gives, with the question's ``kind`` and ``topic``.

    ``low``/``high`` are in base units (persons, metres, minutes, kilograms, hours of the day, years);
    for dates ``edtf`` holds the value. ``features`` weigh what it is about. ``subject`` is an entity
    where the question is about one; ``born`` the years of birth that an age at a known moment allows.
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
    born: tuple[int, int] | None
    features: Mapping[str, float]


def answers(ground: Ground) -> tuple[Answer, ...]:
    """Every answer the evidence gives, in the order of accounts and sentences."""
    found: list[Answer] = []
    for scene in ground.scenes:
        if not scene.quantities and not scene.dates:
            continue
        for row, kind, topic, subject, value in _values(scene, ground):
            account = ground.accounts.get(scene.sentence.account)
            low, high, exactness, edtf, unit = value
            moment = said_moment(scene, row.passage)
            born = None
            if kind == "age":
                moment = moment or _told_at(account)
                born = born_in(low, high, exactness, moment)
            found.append(
                Answer(
                    len(found), kind, topic, low, high, exactness, edtf, unit,
                    " ".join(row.passage.quote.split()), row.passage, scene.number,
                    scene.sentence.account, scene.voice, subject,
                    moment, born, features(scene, row.passage, account),
                )
            )  # fmt: skip
    return tuple(found)


_Value = tuple[float, float | None, str, str, str]
_Found = tuple[Quantity | DateMention, str, str, str, _Value]


def _values(scene: Scene, ground: Ground) -> Iterator[_Found]:
    for quantity in scene.quantities:
        kind, topic, scale = _topic(scene, quantity)
        subject = ""
        if kind == "age":
            subject = nearest_person(scene, quantity.passage, ground)
            if not subject:
                continue
        if kind:
            high = None if quantity.high is None else quantity.high * scale
            value = (quantity.low * scale, high, quantity.exactness, "", quantity.unit)
            yield quantity, kind, topic, subject, value
    for date in scene.dates:
        act = once_only_act(scene, date.passage) if bounds(date.edtf) else ""
        if act:
            subject = ""
            if act in PERSONAL:
                subject = nearest_person(scene, date.passage, ground)
                if not subject:
                    continue
            yield date, "date", act, subject, (0.0, 0.0, "exact", date.edtf, "")


def _topic(scene: Scene, quantity: Quantity) -> tuple[str, str, float]:
    """Kind, topic and the factor to base units of what a quantity answers; "" for none."""
    unit = quantity.unit
    if quantity.counted == "age":
        return "age", "age", 1.0
    if unit == "clock":
        return "clock", "clock" if _HALF_TOLD.search(quantity.passage.quote) else HALF_UNTOLD, 1.0
    for kind, factors in (("distance", METRES), ("duration", MINUTES), ("weight", KILOGRAMS)):
        if unit in factors:
            return kind, kind, factors[unit]
    if unit:
        return "amount", unit, 1.0
    scope = scope_of(scene, quantity.passage)
    if scope and (not quantity.counted or quantity.counted in PEOPLE):
        return "count", scope, 1.0
    if quantity.counted:
        return "count", quantity.counted, 1.0
    return "", "", 1.0


def scope_of(scene: Scene, at: Passage) -> str:
    """What befell the people counted at ``at``: "killed", "killed and wounded"…, or ""."""
    found = [
        (max(at.start - offset, offset - at.end), _SCOPES[word])
        for offset, word in scene.words
        if word in _SCOPES and -ACT_REACH <= offset - at.end <= ACT_REACH
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
        (distance + (20 if offset > at.start else 0), _ONCE[word])
        for offset, word in scene.words
        if word in _ONCE
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
