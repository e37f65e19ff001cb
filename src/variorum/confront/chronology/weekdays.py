"""Weekdays that do not fit their dates, in the Gregorian and the Julian calendar."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from variorum.confront.chronology.row import CERTAIN, LIKELY, impossible
from variorum.confront.context import Ground
from variorum.confront.wording import date_in_words
from variorum.model.edtf import bounds
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention

OLD_STYLE_UNTIL = 1924
"""The year from which no state's civil calendar was Julian any more (Greece was the last, in 1923)."""

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
_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ADJOINING = 3
"""Characters between a weekday and the date it belongs to: ", " or " (" or " the"."""


def weekdays(ground: Ground) -> Iterator[Impossibility]:
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
            yield impossible((passage,), (reason,), LIKELY if number == julian else CERTAIN)


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
