"""Datelines: the date a short line gives, as EDTF, and what is left of the line without it."""

import re

from variorum.model.calendar import explicit_dates

SEPARATOR = "\x1f"
"""Stands in the rest of a line where a date was; no text has it."""

_WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
_TIME = (
    r"(?:\bat\s|\bв\s)?\b[012]?\d[:.][0-5]\d(?::[0-5]\d)?\s?(?:[ap]\.?m\b\.?)?(?:\s?(?:hrs|uhr)\b)?"
    r"(?:\s?(?:UTC|GMT|MSK|МСК|[BCEMP][DES]?[ST]T?)\b(?:[+-]\d\d?)?)?"
)
_NOISE = re.compile(rf"(?<!\w)(?:{_WEEKDAY})(?!\w)|(?<![\w.]){_TIME}", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![\w.,'’/–—-])(?:1[5-9]|20)\d\d(?![\w'’/–—-]|[.,]\d)(?:\s?(?:г\.|год\b|года\b))?"
)
_SHORT_DATE = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{2})(?![\d./])")

_DIGIT = re.compile(r"\d")
_FILLERS = re.compile(r"\b(?:the|of|at|on|in|от|в)\b|\b\d{1,2}(?:st|nd|rd|th|d)\b", re.IGNORECASE)


def dateline(line: str) -> tuple[str, str]:
    """The date of a line ("" when it gives none) and the line without dates, weekdays and times.

    The first full date wins, then the first month, then a bare year; a day and month without a year
    count only when nothing better is there (``XXXX-03-05``). Dates become ``SEPARATOR``.
    """
    if not _DIGIT.search(line):
        return "", line
    found = list(explicit_dates(line))
    rest = line
    for start, end, _ in reversed(found):
        rest = rest[:start] + SEPARATOR + rest[end:]
    for match in reversed(list(_SHORT_DATE.finditer(rest))):
        rest = rest[: match.start()] + SEPARATOR + rest[match.end() :]
    years = list(_YEAR.finditer(rest))
    for match in reversed(years):
        rest = rest[: match.start()] + SEPARATOR + rest[match.end() :]
    rest = _NOISE.sub(SEPARATOR, rest) if found or years else rest
    full = [edtf for _, _, edtf in found if not edtf.startswith("XXXX")]
    whole = [edtf for edtf in full if len(edtf) >= 10]
    if whole or full:
        return (whole or full)[0], rest
    if years:
        return years[0][0][:4], rest
    return (found[0][2] if found else ""), rest


def is_only_a_date(line: str) -> bool:
    """Whether a short line holds a date and not a word besides."""
    date, rest = dateline(line)
    return bool(date) and not any(c.isalpha() for c in _FILLERS.sub("", rest))
