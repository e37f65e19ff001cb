"""EDTF values read as intervals: the earliest and the latest moment a date can mean.

Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2), levels 0 to 2 as far as the
project writes them: partial dates, unspecified digits, seasons, intervals, sets, clock times.
"""

import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

EARLIEST_YEAR, LATEST_YEAR = -9999, 9999
"""What an open or unknown year is bounded by."""

APPROXIMATE_YEARS = 2
"""How far "about 1790" may reach on either side, in the unit the date is given in (years, months or
days): a conservative reading, so that an approximate date conflicts with little."""

_DATE = re.compile(
    r"(?P<y>-?[\dX]{4})(?:-(?P<m>[\dX]{2})(?:-(?P<d>[\dX]{2}))?)?"
    r"(?:T(?P<H>\d{2})(?::?(?P<M>\d{2})(?::?\d{2})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?"
)
_QUALIFIERS = str.maketrans("", "", "?~%")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_WINTER = 24
_PARTS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 37: (1, 4), 38: (5, 8), 39: (9, 12)}
_HALVES = {40: (1, 6), 41: (7, 12)}
_LONGEST = 200
"""Characters of the longest value that is read: a set of a dozen days; more is no date."""
_LAST_MINUTE = 24 * 60 - 1


class Moment(NamedTuple):
    """A minute of a day in the proleptic calendar the date was written in; ``minute`` from 0."""

    year: int
    month: int
    day: int
    minute: int


Bounds = tuple[Moment, Moment]


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> Bounds | None:
    """The first and the last moment ``edtf`` can mean, or None when it is empty or no EDTF.

    An open or unknown end reaches EARLIEST_YEAR or LATEST_YEAR; the members of a set are spanned;
    qualifiers (``?``, ``~``, ``%``) are not read here (see ``is_approximate``). An impossible day
    (``1999-02-31``) has no bounds.
    """
    text = edtf.strip().translate(_QUALIFIERS)
    if len(text) > _LONGEST:
        return None
    if text[:1] in ("[", "{"):
        members = [bounds(member) for member in _members(text)]
        known = [member for member in members if member is not None]
        if not known or len(known) < len(members):
            return None
        return min(first for first, _ in known), max(last for _, last in known)
    if "/" in text:
        return _interval(text)
    return _single(text)


def is_approximate(edtf: str) -> bool:
    """Whether the date is qualified as approximate (``~`` or ``%``)."""
    return "~" in edtf or "%" in edtf


@lru_cache(maxsize=65536)
def compatible(a: str, b: str) -> bool:
    """Whether both dates can be true of one moment; what cannot be read conflicts with nothing.

    ``1914`` and ``1914-05-03`` are compatible, so are ``XXXX-05-03`` and ``1914-05``, and an
    approximate date with what lies within APPROXIMATE_YEARS of it.
    """
    mine, yours = _members(a), _members(b)
    if len(mine) > 1 or len(yours) > 1:
        return any(compatible(one, other) for one in mine for other in yours)
    first, second = _widened(a), _widened(b)
    if first is None or second is None:
        return True
    if first[1] < second[0] or second[1] < first[0]:
        return False
    if is_approximate(a) or is_approximate(b):
        return True
    return _digits_agree(a, b, first, second) and _digits_agree(b, a, second, first)


def _members(text: str) -> list[str]:
    text = text.strip()
    if text[:1] in ("[", "{") and len(text) <= _LONGEST:
        return [part.strip().replace("..", "/") for part in text[1:-1].split(",") if part.strip()]
    return [text]


def _interval(text: str) -> Bounds | None:
    begin, _, end = text.partition("/")
    first = _single(begin) if begin.strip(".") else (_moment(EARLIEST_YEAR, 1, 1, 0),) * 2
    last = _single(end) if end.strip(".") else (_moment(LATEST_YEAR, 12, 31, _LAST_MINUTE),) * 2
    if first is None or last is None or last[1] < first[0]:
        return None
    return first[0], last[1]


def _single(text: str) -> Bounds | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    first_year, last_year = _year_range(match["y"])
    if match["m"] is None:
        return _moment(first_year, 1, 1, 0), _moment(last_year, 12, 31, _LAST_MINUTE)
    if not match["m"].isdigit():
        return _moment(first_year, 1, 1, 0), _moment(last_year, 12, 31, _LAST_MINUTE)
    month = int(match["m"])
    if month == _WINTER:  # of 1871: the winter that begins or the one that ends in that year
        return _moment(first_year - 1, 12, 1, 0), _moment(last_year + 1, 2, 28, _LAST_MINUTE)
    begin, end = (_SEASONS | _PARTS | _HALVES).get(month, (month, month))
    if not 1 <= begin <= end <= 12:
        return None
    year_known = first_year == last_year and last_year >= 1
    month_end = monthrange(last_year if year_known else 2000, end)[1]
    if match["d"] is None or not match["d"].isdigit():
        return _moment(first_year, begin, 1, 0), _moment(last_year, end, month_end, _LAST_MINUTE)
    day = int(match["d"])
    if not 1 <= day <= month_end:
        return None
    return _clock(match, _moment(first_year, month, day, 0), _moment(last_year, month, day, 0))


def _clock(match: re.Match[str], first: Moment, last: Moment) -> Bounds | None:
    if match["H"] is None:
        return first, last._replace(minute=_LAST_MINUTE)
    hour, minute = int(match["H"]), int(match["M"] or 0)
    if hour * 60 + minute > _LAST_MINUTE or minute > 59:
        return None
    return (
        first._replace(minute=hour * 60 + minute),
        last._replace(minute=hour * 60 + (minute if match["M"] else 59)),
    )


def _year_range(written: str) -> tuple[int, int]:
    if written.strip("-") == "XXXX":
        return EARLIEST_YEAR, LATEST_YEAR
    ends = sorted((int(written.replace("X", "0")), int(written.replace("X", "9"))))
    return ends[0], ends[1]


def _moment(year: int, month: int, day: int, minute: int) -> Moment:
    return Moment(max(EARLIEST_YEAR, min(LATEST_YEAR, year)), month, day, minute)


def _widened(edtf: str) -> Bounds | None:
    span = bounds(edtf)
    if span is None or not is_approximate(edtf):
        return span
    first, last = span
    if first.year != last.year or (first.month, last.month) == (1, 12):
        return (
            first._replace(year=first.year - APPROXIMATE_YEARS),
            last._replace(year=last.year + APPROXIMATE_YEARS),
        )
    if first.month != last.month or first.day != last.day:
        return _shifted(first, -APPROXIMATE_YEARS), _shifted(last, APPROXIMATE_YEARS)
    # a day: day numbers below 1 or above the month's end still compare in the right order
    return (
        first._replace(day=first.day - APPROXIMATE_YEARS),
        last._replace(day=last.day + APPROXIMATE_YEARS),
    )


def _shifted(moment: Moment, months: int) -> Moment:
    index = moment.year * 12 + moment.month - 1 + months
    return moment._replace(year=index // 12, month=index % 12 + 1)


def _digits_agree(masked: str, other: str, span: Bounds, against: Bounds) -> bool:
    """Whether a date with unspecified digits (``XXXX-05-03``) can lie within the other's bounds."""
    match = _DATE.fullmatch(masked.translate(_QUALIFIERS))
    if match is None or "X" not in match["y"] or match["m"] is None or not match["m"].isdigit():
        return True
    shape = _DATE.fullmatch(other.translate(_QUALIFIERS))
    if shape is not None and "X" in shape["y"]:
        against = _in_year(against, span[0].year)
    years = range(max(span[0].year, against[0].year), min(span[1].year, against[1].year) + 1)
    return any(
        _meet(_in_year(span, year), against) for year in (years if len(years) < 3 else years[:3])
    )


def _in_year(span: Bounds, year: int) -> Bounds:
    return span[0]._replace(year=year), span[1]._replace(year=year)


def _meet(a: Bounds, b: Bounds) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
