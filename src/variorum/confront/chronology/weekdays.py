"""Weekdays that do not fit their dates, in the Gregorian and the Julian calendar."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from variorum.confront.chronology.datelines import Dateline
from variorum.confront.chronology.row import CERTAIN, LIKELY, impossible
from variorum.confront.laid import Ground
from variorum.confront.wording import date_in_words
from variorum.model.edtf import bounds
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention

OLD_STYLE_UNTIL = 1924
"""The year from which no state's civil calendar was Julian any more (Greece was the last, in 1923)."""

NEW_STYLE, NEW_STYLE_FROM = frozenset(("de", "fr", "it", "es", "nl", "pt")), 1701
"""Languages whose countries all counted in the New Style from that year on."""

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS = (
    r"monday|mon\.?|понедельник\w?|montag|lundi",
    r"tuesday|tues?\.?|вторник\w?|dienstag|mardi",
    r"wednesday|weds?\.?|сред[ауые]|mittwoch|mercredi",
    r"thursday|thu(?:rs?)?\.?|четверг\w?|donnerstag|jeudi",
    r"friday|fri\.?|пятниц\w|freitag|vendredi",
    r"saturday|sat\.?|суббот\w|samstag|sonnabend|samedi",
    r"sunday|sun\.?|воскресень\w|sonntag|dimanche",
)
_ANY_DAY = "|".join(f"(?P<d{number}>{words})" for number, words in enumerate(_DAYS))
_INSIDE = re.compile(rf"\b(?:{_ANY_DAY})(?!\w)", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?<!The )\b(?:{_ANY_DAY})[,(]?\s?(?:the |den |dem |d\. ?|le )?$", re.IGNORECASE
)
"""A weekday that ends right before its date: "Friday, ", "Freitag, dem "; not "The Sun, "."""
_AFTER = re.compile(
    rf"(?:,\s(?:an?\s|ein(?:em|en)?\s|в\s|во\s)?|\s?\()(?:{_ANY_DAY})(?=\s?[,.);:]|\s?$)(?!,?\s\d)",
    re.IGNORECASE,
)
"""One right after it, by itself: ", a Friday.", " (Friday)", ", в пятницу,"."""
_FULL_DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:T[\d:]+)?")
_LOOKED_BACK = 24
"""Characters before a date in which its weekday is looked for."""

_NEAR_DAYS = 40
"""Days from the dateline within which a date without a year is of that year: a letter's own month."""

_CURRENT = frozenset(("article", "letter", "post", "comment", "testimony"))
_DAY_AND_MONTH = re.compile(r"\d{1,2}\D{0,5}[^\W\d_]{3}|[^\W\d_]{3,}\.?\s\d{1,2}")


def weekdays(ground: Ground, lines: Mapping[str, Dateline]) -> Iterator[Impossibility]:
    """Dates whose weekday is that of neither calendar, or of the Julian one where another account
    gives the same date its Gregorian weekday."""
    told: list[tuple[date, int, tuple[Passage, ...], str]] = []
    for scene in ground.scenes:
        account = ground.accounts.get(scene.sentence.account)
        for row in scene.dates:
            line = lines.get(scene.sentence.account)
            kind = account.kind if account is not None else ""
            weekday = _weekday_of(row, scene.sentence.passage, line, kind)
            if weekday is not None:
                day = date.fromisoformat(row.edtf[:10])
                told.append((day, *weekday, scene.sentence.language))
    new_style = {day for day, number, *_ in told if number == day.weekday()}
    for day, number, passages, language in told:
        if number == day.weekday():
            continue
        in_two = day.year < OLD_STYLE_UNTIL
        julian = _julian_weekday(day) if in_two else day.weekday()
        new = day in new_style or (language in NEW_STYLE and day.year > NEW_STYLE_FROM)
        if number == julian and not new:
            continue
        actual, old, said = (_NAMES[n] for n in (day.weekday(), julian, number))
        style = f" (a {old} if the date is Old Style)" if in_two and number != julian else ""
        reason = f"{date_in_words(day.isoformat())} was a {actual}{style}, not a {said}"
        sure = CERTAIN if number != julian and len(passages) == 1 else LIKELY
        yield impossible(passages, (reason,), sure)


def _weekday_of(
    row: DateMention, sentence: Passage, line: Dateline | None, kind: str
) -> tuple[int, tuple[Passage, ...]] | None:
    """The weekday that stands in or next to a full date, and the passages of both; and of the account's
    own date, where the year is taken from there."""
    full = _FULL_DAY.fullmatch(row.edtf)
    if full is None or bounds(row.edtf) is None or row.edtf < "0001":
        return None
    beside: tuple[Passage, ...] = ()
    if row.anchor:
        if line is None or not _same_season(full["day"], row, line, kind):
            return None
        beside = (line.passage,)
    begin, end = row.passage.start - sentence.start, row.passage.end - sentence.start
    inside = _INSIDE.search(row.passage.quote)
    if inside:
        return _number(inside), (row.passage, *beside)
    before = _BEFORE.search(sentence.quote[max(0, begin - _LOOKED_BACK) : begin])
    if before:
        start = begin - len(before.group())
        words = sentence.quote[start:begin] + row.passage.quote
        whole = Passage(row.passage.source, sentence.start + start, row.passage.end, words)
        return _number(before), (whole, *beside)
    after = _AFTER.match(sentence.quote, end) if end <= len(sentence.quote) else None
    if after:
        words = row.passage.quote + sentence.quote[end : after.end()]
        stop = sentence.start + after.end()
        return _number(after), (
            Passage(row.passage.source, row.passage.start, stop, words), *beside,
        )  # fmt: skip
    return None


def _number(match: re.Match[str]) -> int:
    return next(number for number in range(7) if match[f"d{number}"])


def _same_season(day: str, row: DateMention, line: Dateline, kind: str) -> bool:
    """Whether a day and a month without a year are so near to a dated letter or report that they can be
    of no other year."""
    if kind not in _CURRENT or not row.anchor.startswith("account") or len(line.edtf) != len(day):
        return False
    if not _DAY_AND_MONTH.search(row.passage.quote):
        return False
    return abs((date.fromisoformat(day) - date.fromisoformat(line.edtf)).days) <= _NEAR_DAYS


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
