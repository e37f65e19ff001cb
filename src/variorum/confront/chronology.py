"""Impossibilities of time: ages, births, deaths and weekdays that cannot all be true."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.confront.answers import Answer
from variorum.confront.context import Ground, Scene
from variorum.confront.evidence import Evidence
from variorum.confront.topics import once_only_act
from variorum.confront.wording import date_in_words, when_in_words
from variorum.model.edtf import Bounds, bounds
from variorum.model.findings import Impossibility
from variorum.model.ids import content_id
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Quantity, Statement

OLD_STYLE_UNTIL = 1924
"""The year from which no state's civil calendar was Julian any more (Greece was the last, in 1923)."""

SLACK_YEARS = 1
"""Years an age may be off without being called impossible: counted in running years, or misdated."""

MOST_OFF = 15
"""Years beyond SLACK_YEARS from which on an age that another account tells is rather another person's:
father and son bear one name. Set by hand."""

DEED_RELATIONS = frozenset(
    (
        "met",
        "joined",
        "married",
        "attacked",
        "returned",
        "arrived",
        "left",
        "landed",
        "signed",
        "retired",
    )
)
"""Relations whose subject must be alive."""

BIRTH, DEATH = frozenset(("born", "was born")), frozenset(("died", "killed"))

CERTAIN, LIKELY = 0.95, 0.8
"""Confidence of a weekday's arithmetic, and of arithmetic on ages that rests on an identity. Not yet
calibrated: too few impossibilities in the benchmarks."""

_DAYS: tuple[tuple[str, ...], ...] = (
    ("monday", "понедельник", "montag", "lundi"),
    ("tuesday", "вторник", "dienstag", "mardi"),
    ("wednesday", "среда", "среду", "mittwoch", "mercredi"),
    ("thursday", "четверг", "donnerstag", "jeudi"),
    ("friday", "пятница", "пятницу", "freitag", "vendredi"),
    ("saturday", "суббота", "субботу", "samstag", "samedi"),
    ("sunday", "воскресенье", "sonntag", "dimanche"),
)
_WEEKDAYS = {word: number for number, words in enumerate(_DAYS) for word in words}
_WORD = re.compile(r"[^\W\d_]+")
SUM_REACH = 400
"""Characters within which the parts of a sum and the sum stand."""

_YEAR = re.compile(r"\d{4}(?:-\d{2}){0,2}$")
_WHEN = re.compile(r"^[^;.]{0,60}?\b(?:when|in|on|by|когда|в)\b[^;.]{0,80}$", re.IGNORECASE)
"""From an age to the moment it is told of, within one clause or its "when"."""
_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ADJOINING = 3
"""Characters between a weekday and the date it belongs to: ", " or " (" or " the"."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """A year span in which somebody was born; ``age`` and ``year`` where it follows from an age."""

    first: int
    last: int
    passage: Passage
    account: str
    age: int = 0
    year: int = 0


def impossibilities(
    evidence: Evidence, found: Sequence[Answer], ground: Ground
) -> Iterator[Impossibility]:
    """What cannot be true whoever is right. One pass over ages and dates; no pairs of accounts."""
    yield from _weekdays(evidence, ground)
    births: dict[str, list[_Fact]] = defaultdict(list)
    ages: dict[str, list[_Fact]] = defaultdict(list)
    for answer in found:
        if answer.subject and answer.kind == "date" and answer.topic == "born":
            births[answer.subject] += _birth(answer.edtf, answer.passage, answer.account)
        elif answer.subject and answer.kind == "age":
            ages[answer.subject] += _implied_birth(answer)
    for statement in evidence.statements:
        if statement.relation in BIRTH and statement.polarity != "negative":
            births[statement.subject] += _birth(
                statement.time, statement.passage, statement.account
            )
    yield from _within_sentences(ground)
    yield from _sums(found)
    for subject in sorted(ages):
        yield from _ages_against_births(
            ground.names.get(subject, ""), ages[subject], births[subject]
        )
    yield from _deeds(evidence, births, ground)


def _sums(found: Sequence[Answer]) -> Iterator[Impossibility]:
    """ "Killed: 64. Wounded: 37. Killed and wounded: 111": one account's own sum that does not add up.

    Only where each of the three is told once, exactly, within SUM_REACH characters.
    """
    told: dict[str, dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for answer in found:
        if answer.kind == "count" and answer.topic in ("killed", "wounded", "killed and wounded"):
            told[answer.account][answer.topic].append(answer)
    for _, topics in sorted(told.items()):
        rows = [topics[topic] for topic in ("killed", "wounded", "killed and wounded")]
        if any(len(row) != 1 or row[0].exactness != "exact" for row in rows):
            continue
        killed, wounded, both = (row[0] for row in rows)
        places = [row[0].passage for row in rows]
        near = max(p.end for p in places) - min(p.start for p in places) <= SUM_REACH
        if near and killed.low + wounded.low != both.low:
            parts = f"{killed.low:g} killed and {wounded.low:g} wounded"
            reason = f"{parts} make {killed.low + wounded.low:g}, not {both.low:g}"
            yield _impossible(tuple(places), (reason,), LIKELY)


def _within_sentences(ground: Ground) -> Iterator[Impossibility]:
    """ "Born in 1907 and nineteen when he came aboard in 1921": a sentence that contradicts itself.

    Only where it names one person at most, one birth, one age and, after "when" or within reach of the
    age, one further year: then whose years they are needs no name.
    """
    for scene in ground.scenes:
        ages = [q for q in scene.quantities if q.counted == "age" and q.exactness == "exact"]
        years = [d for d in scene.dates if _YEAR.match(d.edtf) and "/" not in d.edtf]
        if len(ages) != 1 or len(years) != 2:
            continue
        people = {m.entity for m in scene.mentions if ground.types.get(m.entity) == "person"}
        births = [d for d in years if once_only_act(scene, d.passage) == "born"]
        if len(births) != 1 or len(people) > 1:
            continue
        (age,), (birth,) = ages, births
        (later,) = [d for d in years if d is not birth]
        born, told = bounds(birth.edtf), bounds(later.edtf)
        if born is None or told is None or not _WHEN.search(_between(scene, age, later)):
            continue
        fewest, most = told[0].year - born[1].year - 1, told[1].year - born[0].year
        if fewest - SLACK_YEARS <= age.low <= most + SLACK_YEARS:
            continue
        was = f"{fewest} or {most}" if fewest != most else str(most)
        shown = " ".join(age.passage.quote.split())
        reason = f"Who was born in {born[0].year} was {was} in {told[0].year}, not “{shown}”"
        yield _impossible((birth.passage, age.passage, later.passage), (reason,), LIKELY)


def _between(scene: Scene, age: Quantity, later: DateMention) -> str:
    """The words from an age to a later date of the sentence; "" where the date stands first."""
    offset = scene.sentence.passage.start
    begin, end = age.passage.end - offset, later.passage.start - offset
    return scene.sentence.passage.quote[begin:end] if begin < end else ""


def _implied_birth(answer: Answer) -> list[_Fact]:
    if answer.born is None or answer.moment is None:
        return []
    year, age = answer.moment[0].year, int(answer.low)
    return [
        _Fact(
            answer.born[0] - SLACK_YEARS,
            answer.born[1] + SLACK_YEARS,
            answer.passage,
            answer.account,
            age,
            year,
        )
    ]


def _birth(edtf: str, passage: Passage, account: str) -> list[_Fact]:
    span = bounds(edtf)
    if span is None or edtf.startswith("XXXX") or "/" in edtf:
        return []
    return [_Fact(span[0].year, span[1].year, passage, account)]


def _ages_against_births(
    name: str, ages: Sequence[_Fact], births: Sequence[_Fact]
) -> Iterator[Impossibility]:
    """Each birth year against the age that contradicts it most; equal pairs of years once."""
    seen: set[tuple[int, int]] = set()
    for birth in births:
        for age in ages:
            years = (birth.first, age.first)
            off = max(birth.first - age.last, age.first - birth.last)
            near = off <= MOST_OFF or birth.account == age.account
            if off > 0 and near and years not in seen:
                seen.add(years)
                shown = " ".join(age.passage.quote.split())
                reached = age.year - birth.first
                was = f"{reached - 1} or {reached}" if reached > 0 else "not yet born"
                reason = f"{name}, born in {birth.first}, was {was} in {age.year}, not “{shown}”"
                told = f"{birth.first} + {age.age} = {birth.first + age.age}"
                yield _impossible((birth.passage, age.passage), (reason, told), LIKELY)


def _deeds(
    evidence: Evidence, births: dict[str, list[_Fact]], ground: Ground
) -> Iterator[Impossibility]:
    deaths: dict[str, list[tuple[Bounds, Statement]]] = defaultdict(list)
    for statement in evidence.statements:
        span = bounds(statement.time)
        if span is not None and statement.relation in DEATH and statement.polarity != "negative":
            deaths[statement.subject].append((span, statement))
    for statement in evidence.statements:
        span = bounds(statement.time)
        asserted = statement.polarity != "negative" and statement.modality in ("asserted", "")
        if span is None or not asserted or statement.relation not in DEED_RELATIONS:
            continue
        name = ground.names.get(statement.subject, statement.subject)
        told = f"{name} {statement.relation} {when_in_words(statement.time)}"
        for death, row in deaths.get(statement.subject, ()):
            if death[1] < span[0]:
                died = "was killed" if row.relation == "killed" else "died"
                reason = f"{told}, but {died} {when_in_words(row.time)}"
                yield _impossible((row.passage, statement.passage), (reason,), LIKELY)
        for birth in births.get(statement.subject, ()):
            if span[1].year < birth.first:
                reason = f"{told}, but was born in {birth.first}"
                yield _impossible((birth.passage, statement.passage), (reason,), LIKELY)


def _weekdays(evidence: Evidence, ground: Ground) -> Iterator[Impossibility]:
    """Dates whose weekday is that of neither calendar, or of the Julian one where another account
    gives the same date its Gregorian weekday."""
    new_style = {
        row.edtf
        for scene in ground.scenes
        for row in scene.dates
        if (beside := _weekday_of(row, scene.sentence.passage)) is not None
        and beside[0] == date.fromisoformat(row.edtf).weekday()
    }
    for scene in ground.scenes:
        for row in scene.dates:
            weekday = _weekday_of(row, scene.sentence.passage)
            if weekday is None:
                continue
            number, passage = weekday
            day = date.fromisoformat(row.edtf)
            julian = _julian_weekday(day) if day.year < OLD_STYLE_UNTIL else day.weekday()
            if number == day.weekday():
                continue
            if number == julian and row.edtf not in new_style:
                continue
            actual, old, told = (_DAYS[n][0].capitalize() for n in (day.weekday(), julian, number))
            style = f" (a {old} if the date is Old Style)" if day.year < OLD_STYLE_UNTIL else ""
            if number == julian:
                style = ""  # another account counts in the New Style
            reason = f"{date_in_words(row.edtf)} was a {actual}{style}, not a {told}"
            yield _impossible((passage,), (reason,), LIKELY if number == julian else CERTAIN)


def _weekday_of(row: DateMention, sentence: Passage) -> tuple[int, Passage] | None:
    """The weekday that stands in or next to a full date, and the passage of both."""
    if not _FULL_DAY.fullmatch(row.edtf) or bounds(row.edtf) is None or row.anchor:
        return None
    if row.edtf < "0001":
        return None
    inside = [w for w in _WORD.findall(row.passage.quote.casefold()) if w in _WEEKDAYS]
    if inside:
        return _WEEKDAYS[inside[0]], row.passage
    begin, end = row.passage.start - sentence.start, row.passage.end - sentence.start
    quote = sentence.quote
    before = list(_WORD.finditer(quote, max(0, begin - 20), begin))
    if before and begin - before[-1].end() <= _ADJOINING:
        word = before[-1].group().casefold()
        if word in _WEEKDAYS:
            start = sentence.start + before[-1].start()
            words = quote[before[-1].start() : end]
            return _WEEKDAYS[word], Passage(row.passage.source, start, row.passage.end, words)
    return None


def _julian_weekday(day: date) -> int:
    """The weekday of the same date in the Julian calendar (0 is Monday).

    Meeus 1998, ch. 7: the Julian calendar is behind by ``century - century // 4 - 2`` days.
    """
    year = day.year if day.month > 2 else day.year - 1
    behind = year // 100 - year // 400 - 2
    try:
        return (day + timedelta(days=behind)).weekday()
    except OverflowError:
        return day.weekday()


def _impossible(
    passages: tuple[Passage, ...], reasons: tuple[str, ...], confidence: float
) -> Impossibility:
    ordered = tuple(sorted(set(passages)))
    identity = content_id("i", [[p.source, p.start, p.end] for p in ordered], list(reasons))
    return Impossibility(identity, ordered, reasons, confidence)
