"""Dates in a text, to EDTF with X for what is not said. Months and days by name through CLDR."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from variorum.establish.particulars.eastern import eastern_dates
from variorum.establish.particulars.numerals import cardinal, ordinal

_RUSSIAN_MONTHS = (
    "январ(?:ь|я|е|ю|ём|ем)", "феврал(?:ь|я|е|ю|[её]м)", "март(?:а|е|у|ом)?", "апрел(?:ь|я|е|ю|ем)",
    "ма(?:й|я|е|ю|ем)", "июн(?:ь|я|е|ю|ем)", "июл(?:ь|я|е|ю|ем)", "август(?:а|е|у|ом)?",
    "сентябр(?:ь|я|е|ю|ём|ем)", "октябр(?:ь|я|е|ю|ём|ем)", "ноябр(?:ь|я|е|ю|ём|ем)",
    "декабр(?:ь|я|е|ю|ём|ем)",
)  # fmt: skip
_RUSSIAN_DAYS = (
    "понедельник(?:а|у|ом|е)?", "вторник(?:а|у|ом|е)?", "сред(?:а|у|ы|е|ой)", "четверг(?:а|у|"
    "ом|е)?",
    "пятниц(?:а|у|ы|е|ей)", "суббот(?:а|у|ы|е|ой)", "воскресень(?:е|я|ю|ем)",
)  # fmt: skip
_AMBIGUOUS_MONTHS = frozenset(
    ("may", "march", "mars", "mai", "май", "мая", "мае", "маю", "марта", "марте")
)
"""Month names that are other words too: they need a day, a year or a capital."""

_ISO = re.compile(r"\b(?P<y>1\d{3}|20\d{2})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])\b")
_NUMERIC = re.compile(
    r"\b(?P<a>\d{1,2})(?P<s>[./])(?P<b>\d{1,2})(?P=s)(?P<y>1\d{3}|20\d{2}|\d{2})\b"
)
_YEAR = re.compile(r"(?<![\d.,:])(?:1[0-9]|20)\d{2}(?![\d]|[.,:]\d|\s?%)")
_SHORT_YEAR = re.compile(r"(?<!\w)['’](?P<y>\d{2})(?!\d)")
_DAY = r"(?P<day{0}>\d{{1,2}})(?:[-–]?(?:st|nd|rd|th|го|е|ое|ого|er|\.|º|ª))?"
_AFTER_YEAR = re.compile(r"\s*,?\s*(?:(?:of|de|del|года|в|im)\s+)?(?P<y>1\d{3}|20\d{2})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_NO_WORD = r"(?!\w)"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date ``[start, end)`` and its value."""

    start: int
    end: int
    value: str


def dates(text: str, language: str) -> Iterator[Dated]:
    """The dates of a text in order; none overlaps another."""
    found = [*_iso(text), *_numeric(text, language), *_named(text, language)]
    found += [*_spelled_years(text, language), *_years(text), *_days(text, language)]
    found += [Dated(*date) for date in eastern_dates(text, language)]
    end = 0
    for date in sorted(found, key=lambda d: (d.start, -d.end)):
        if date.start >= end:
            yield date
            end = date.end


def _iso(text: str) -> Iterator[Dated]:
    for m in _ISO.finditer(text):
        yield Dated(m.start(), m.end(), f"{m['y']}-{m['m']}-{m['d']}")


def _numeric(text: str, language: str) -> Iterator[Dated]:
    """14.10.1933; in English 10/14/1933 where the second number can be no month."""
    for m in _NUMERIC.finditer(text):
        day, month = int(m["a"]), int(m["b"])
        if month > 12 >= day:
            day, month = month, day
        if 1 <= day <= 31 and 1 <= month <= 12:
            year = m["y"] if len(m["y"]) == 4 else f"XX{m['y']}"
            either = language == "en" and m["s"] == "/" and day <= 12 and day != month
            yield Dated(m.start(), m.end(), year if either else f"{year}-{month:02d}-{day:02d}")


def _years(text: str) -> Iterator[Dated]:
    for m in _YEAR.finditer(text):
        yield Dated(m.start(), m.end(), m.group())
    for m in _SHORT_YEAR.finditer(text):
        yield Dated(m.start(), m.end(), f"XX{m['y']}")


def _spelled_years(text: str, language: str) -> Iterator[Dated]:
    """ "в тридцать третьем году", "тысяча девятьсот сорок первого года"."""
    if language != "ru":
        return
    for m in re.finditer(r"\bгод(?:а|у|ом|е)?\b", text):
        before = list(_WORD.finditer(text, max(0, m.start() - 90), m.start()))
        if not before or text[before[-1].end() : m.start()].strip():
            continue
        last = ordinal(before[-1].group().lower(), "ru")
        if last is None:
            continue
        value, start = last, before[-1].start()
        for word in reversed(before[:-1]):
            low = word.group().lower()
            more = 1000.0 if low.startswith("тысяч") else cardinal(low, "ru")
            if (
                more is None
                or (more <= value % 1000 and more < 1000)
                or text[word.end() : start].strip()
            ):
                break
            value, start = value + more, word.start()
        if 20 < value < 100:
            yield Dated(start, m.end(), f"XX{int(value):02d}")
        elif 1000 < value < 2100:
            yield Dated(start, m.end(), str(int(value)))


def _days(text: str, language: str) -> Iterator[Dated]:
    for pattern, number in _weekdays(language):
        for m in pattern.finditer(text):
            yield Dated(m.start(), m.end(), f"day-{number}")


def _named(text: str, language: str) -> Iterator[Dated]:
    for pattern, month in _months(language):
        for m in pattern.finditer(text):
            found = _around(text, m, month, language)
            if found is not None:
                yield found


def _around(text: str, name: re.Match[str], month: int, language: str) -> Dated | None:
    """The day before or after a month's name, and the year after."""
    start, end, day = name.start(), name.end(), 0
    before = _BEFORE.search(text, max(0, start - 24), start)
    after = _AFTER.match(text, end, end + 12)
    if before and 1 <= int(before["dayb"]) <= 31:
        start, day = before.start(), int(before["dayb"])
    elif after and 1 <= int(after["daya"]) <= 31:
        end, day = after.end(), int(after["daya"])
    else:
        spelled = _spelled_day(text, start, end, language)
        if spelled:
            start, end, day = spelled
    year = _AFTER_YEAR.match(text, end, end + 16)
    if year:
        end = year.end()
    elif not day and len(name.group()) < 4 and name.group().lower() not in _AMBIGUOUS_MONTHS:
        return None
    elif not day and name.group().lower() in _AMBIGUOUS_MONTHS:
        preceded = re.search(
            r"(?:\b(?:in|of|since|until|by|last|early|late|im|en|в|к|до|с)\s+)$",
            text[max(0, start - 8) : start],
        )
        if not preceded or (language == "en" and name.group()[0].islower()):
            return None
    value = f"{year['y'] if year else 'XXXX'}-{month:02d}"
    return Dated(start, end, f"{value}-{day:02d}" if day else value)


_BEFORE = re.compile(_DAY.format("b") + r"\s*(?:(?:of|de|di|van)\s+)?$")
_AFTER = re.compile(r"\s+(?:the\s+)?" + _DAY.format("a") + r"(?!\d)(?!:\d)")


def _spelled_day(text: str, start: int, end: int, language: str) -> tuple[int, int, int] | None:
    """ "the fourteenth of October", "четырнадцатого октября", "October the fourteenth"."""
    before = list(_WORD.finditer(text, max(0, start - 40), start))
    words = [w for w in before if w.group().lower() not in ("of", "the", "day")]
    if words and not text[words[-1].end() : start].strip(" -ofthe\n"):
        day = ordinal(words[-1].group().lower(), language)
        if day and day <= 31:
            first = words[-1].start()
            tens = cardinal(words[-2].group().lower(), language) if len(words) > 1 else None
            if tens in (20.0, 30.0) and day < 10:
                day, first = day + (tens or 0), words[-2].start()
            return first, end, int(day)
    after = re.match(r"\s+(?:the\s+)?([a-z]+)(?:-([a-z]+))?", text[end : end + 40], re.IGNORECASE)
    if after and language == "en":
        day = ordinal((after[2] or after[1]).lower(), "en")
        tens = cardinal(after[1].lower(), "en") if after[2] else 0.0
        if day and tens is not None and day + tens <= 31:
            return start, end + after.end(), int(day + tens)
    return None


@cache
def _months(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    if language == "ru":
        return tuple(
            (re.compile(rf"\b(?:{p})\b", re.IGNORECASE), i)
            for i, p in enumerate(_RUSSIAN_MONTHS, 1)
        )
    return _cldr(language, "months")


@cache
def month_names(language: str) -> frozenset[str]:
    """The names of months that CLDR has for a language, in small letters, without their full stop."""
    try:
        table = Locale(language).months
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = (name for use in table.values() for width in use.values() for name in width.values())
    return frozenset(name.lower().rstrip(".") for name in names if len(name) > 2)


@cache
def _weekdays(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    if language == "ru":
        return tuple(
            (re.compile(rf"\b(?:{p})\b", re.IGNORECASE), i) for i, p in enumerate(_RUSSIAN_DAYS, 1)
        )
    return tuple((p, i % 7 + 1) for p, i in _cldr(language, "days"))


def _cldr(language: str, what: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """The names of months (1 to 12) or days (0 Monday to 6) that CLDR has for a language."""
    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return ()
    table = getattr(locale, what)
    names: dict[int, set[str]] = {}
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated") if what == "months" else ("wide",):
            for number, name in table[use][width].items():
                if len(name) > 2 and any(c.isalpha() for c in name):
                    names.setdefault(number, set()).add(name)
    made = []
    for number, forms in sorted(names.items()):
        either = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
        # English names have capitals: without them they are other words.
        flags = re.NOFLAG if language in ("en", "de") else re.IGNORECASE
        edge = r"\b" if all(ord(c) < 0x2E80 for c in either) else ""
        made.append((re.compile(rf"{edge}(?:{either}){edge and _NO_WORD}", flags), number))
    return tuple(made)
