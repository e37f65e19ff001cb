"""Two places at one time: the same day, or hour, at places too far apart for it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from variorum.confront.chronology.row import DOUBTFUL, LIKELY, impossible
from variorum.confront.chronology.words import REMAINS
from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground, Scene
from variorum.confront.wording import date_in_words
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Entity, Mention

EARTH = 6371.0
"""Kilometres: the earth's mean radius."""

REACHES = ((1840, 250.0), (1920, 1200.0), (1950, 4000.0), (9999, 9000.0))
"""Up to what year nobody travels how many kilometres in a day: by horse and ship, by train, by the first
aeroplanes, by jet. Generous, set by hand."""

HOURLY = ((1840, 30.0), (1920, 120.0), (1950, 400.0), (9999, 1000.0))
"""The same of kilometres in an hour."""

MOST_NAMES = 60
"""Names of the fullest sentence that is read: one with more is a list."""

MOST_STAYS = 200
"""Stays of one person that are compared, in the order of the days."""

_DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:T(?P<hour>\d{2}:\d{2}))?")
_PRESENT = re.compile(
    r"\s(?:himself\s|herself\s)?(?:was|were|stayed|slept|dined|supped|lodged|spoke|preached|lectured|"
    r"appeared|attended|married|signed|stood|sat|sang|played|performed|testified|worked|lay|"
    r"был[аи]?|находил(?:ся|ась)|ночевал[аи]?|выступал[аи]?|выступил[аи]?|жил[аи]?|обедал[аи]?|"
    r"war|befand sich|wohnte|sprach)\b"
    r"(?:\s(?!not\b|never\b|born\b|from\b|to\b|said\b|thought\b|reported\b|believed\b|supposed\b|told\b|"
    r"не\b|из\b|о\b)[\w'’-]+){0,5}?\s(?:in|at|в|во|на|im)\s$"
)
"""Between a name and a place: the one was at the other."""

_UNREAL = re.compile(
    r"\b(?:would|will|shall|should|could|might|may|if|not|never|plan\w*|supposed|perhaps|or|letter|telegram|"
    r"telegraph\w*|telephon\w*|wrote|heard|news|dream\w*|бы|не|если|будто|письм\w*|телеграм\w*)\b",
    re.IGNORECASE,
)
KILOMETRES = {
    "mile": 1.609,
    "kilometre": 1.0,
    "verst": 1.067,
    "league": 4.8,
    "nautical mile": 1.852,
}
_FROM_TO = re.compile(
    r"\b(?:distance|(?:miles?|kilomet\w+|km) (?:from|off|away|apart|by)|lies|is .{0,30} from|between|"
    r"верст\w* (?:от|до)|километр\w* (?:от|до)|расстояние|liegt)\b",
    re.IGNORECASE,
)
"""A sentence that tells how far two places are from each other."""

_SAW = re.compile(
    r"\b(?:saw|met|watched|spoke (?:to|with)|видел[аи]?|встретил[аи]?)\s"
    r"(?:(?:Mr|Mrs|Miss|Dr|the said|Captain|Major)\.?\s)?$"
)
_THERE = re.compile(
    r"(?:\s(?:in|at|on|near|outside|before)\s(?:[\w'’]+\s){1,4}?)?\s?(?:in|at|в|во|на)\s"
)
"""Before a name, and between the name and a place: who was seen there."""

_STATED = frozenset(("was at",))
"""Relations that tell where somebody was. Not those of a journey: who leaves is soon elsewhere."""


@dataclass(frozen=True, slots=True)
class _Stay:
    """Somebody at a place on a day; ``hour`` as "21:00" or empty."""

    day: str
    hour: str
    place: str
    words: Passage
    account: str
    scene: int


def places(evidence: Evidence, ground: Ground, shared: frozenset[str]) -> Iterator[Impossibility]:
    """People told to have been at two places on one day, or in one hour, that lie further apart than
    anybody travelled then. Only places whose coordinates are known, neither within the other, and only
    full dates. Linear: of a day only its first stay at each place is compared with the day's first."""
    known = {entity.id: entity for entity in evidence.entities if entity.type == "place"}
    told = _told_distances(ground)
    stays: dict[str, list[_Stay]] = defaultdict(list)
    for scene in ground.scenes:
        for who, stay in _stays(scene, ground, known):
            stays[who].append(stay)
    for who in sorted(stays):
        days: dict[str, list[_Stay]] = defaultdict(list)
        for stay in sorted(stays[who], key=lambda s: (s.day, s.words))[:MOST_STAYS]:
            days[stay.day].append(stay)
        for _, rows in sorted(days.items()):
            first = rows[0]
            for other in rows[1:]:
                if who in shared and abs(first.scene - other.scene) > 1:
                    continue  # it may be the other of the name
                row = _apart(ground.names.get(who, "") or "One person", first, other, known, told)
                if row is not None:
                    yield row
                    break


def _told_distances(ground: Ground) -> dict[tuple[str, str], tuple[float, Passage]]:
    """How far two places are from each other, as a sentence says that names just these two; the
    shortest where it is told more than once."""
    found: dict[tuple[str, str], tuple[float, Passage]] = {}
    for scene in ground.scenes:
        rows = [row for row in scene.quantities if row.unit in KILOMETRES]
        spots = sorted({m.entity for m in scene.mentions if m.type == "place"})
        if len(rows) != 1 or len(spots) != 2 or not _FROM_TO.search(scene.sentence.passage.quote):
            continue
        pair = spots[0], spots[1]
        apart = rows[0].low * KILOMETRES[rows[0].unit], rows[0].passage
        found[pair] = min(found.get(pair, apart), apart)
    return found


def _stays(
    scene: Scene, ground: Ground, known: Mapping[str, Entity]
) -> Iterator[tuple[str, _Stay]]:
    quote = scene.sentence.passage.quote
    if (
        not scene.dates
        or len(scene.mentions) > MOST_NAMES
        or REMAINS.search(quote)
        or _UNREAL.search(quote)
    ):
        return
    days = [row for row in scene.dates if not row.anchor and _DAY.fullmatch(row.edtf)]
    if len(days) != 1 or len(scene.dates) != 1:
        return
    day = _DAY.fullmatch(days[0].edtf)
    assert day is not None
    told: list[tuple[str, Mention]] = []
    for row in scene.statements:
        if row.relation in _STATED and row.polarity == "positive" and row.modality == "asserted":
            told += [(row.subject, m) for m in scene.mentions if m.entity == row.place]
    told += list(_named(scene, ground))
    for who, place in told:
        if ground.types.get(who) == "person" and place.entity in known:
            words = _words(scene, who, place, days[0])
            yield (
                who,
                _Stay(
                    day["day"], day["hour"] or "", place.entity, words, place.account, scene.number
                ),
            )


def _named(scene: Scene, ground: Ground) -> Iterator[tuple[str, Mention]]:
    """ "Henrik Strand was in Bergen", by name, and the place that follows."""
    quote, start = scene.sentence.passage.quote, scene.sentence.passage.start
    people = [
        m for m in scene.mentions if ground.types.get(m.entity) == "person" and m.kind == "name"
    ]
    for place in scene.mentions:
        before = [m for m in people if m.passage.end < place.passage.start]
        if place.type != "place" or not before:
            continue
        gap = quote[before[-1].passage.end - start : place.passage.start - start]
        opening = quote[: before[-1].passage.start - start]
        seen = _SAW.search(opening[-40:]) and _THERE.fullmatch(gap)
        if len(gap) < 80 and (seen or _PRESENT.fullmatch(gap)):
            yield before[-1].entity, place


def _words(scene: Scene, who: str, place: Mention, date: DateMention) -> Passage:
    """From the first to the last of the person, the place and the date."""
    spots = [place.passage, date.passage, *(m.passage for m in scene.mentions if m.entity == who)]
    whole = scene.sentence.passage
    begin = max(whole.start, min(p.start for p in spots))
    end = min(whole.end, max(p.end for p in (place.passage, date.passage)))
    return Passage(whole.source, begin, end, whole.quote[begin - whole.start : end - whole.start])


def _apart(
    name: str,
    one: _Stay,
    other: _Stay,
    known: Mapping[str, Entity],
    told: Mapping[tuple[str, str], tuple[float, Passage]],
) -> Impossibility | None:
    a, b = known[one.place], known[other.place]
    if (
        a.id == b.id
        or a.id in b.within
        or b.id in a.within
        or a.name in b.within
        or b.name in a.within
    ):
        return None
    spoken = told.get((min(a.id, b.id), max(a.id, b.id)))
    apart, year = (spoken[0] if spoken else _kilometres(a, b)), int(one.day[:4])
    same_hour = bool(one.hour) and one.hour == other.hour
    if one.hour and other.hour and not same_hour:
        hours = abs(_hours(one.hour) - _hours(other.hour))
        allowed = _upto(HOURLY, year) * hours
    else:
        allowed = _upto(HOURLY, year) / 2 if same_hour else _upto(REACHES, year)
    if apart <= allowed:
        return None
    when = f"{date_in_words(one.day)}{f' at {one.hour}' if same_hour else ''}"
    reason = f"{name} cannot have been in {a.name} and in {b.name} on {when}"
    span = (
        "half an hour" if same_hour else "the time between" if one.hour and other.hour else "a day"
    )
    reckoned = f"{a.name} to {b.name}: {apart:.0f} km; in {span} of {year} at most {allowed:.0f} km"
    words = (one.words, other.words, *((spoken[1],) if spoken else ()))
    sure = LIKELY if one.account == other.account or same_hour else DOUBTFUL
    return impossible(words, (reason, reckoned), sure)


def _kilometres(a: Entity, b: Entity) -> float:
    """The distance on a sphere (haversine; Sinnott 1984); 0 where a place or which of its name it is is
    not known: then none is too far."""
    if a.against or b.against:
        return 0.0
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return 0.0
    north, south = radians(a.latitude), radians(b.latitude)
    east = radians(b.longitude - a.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def _hours(clock: str) -> float:
    return int(clock[:2]) + int(clock[3:]) / 60


def _upto(table: Sequence[tuple[int, float]], year: int) -> float:
    return next(most for last, most in table if year <= last)
