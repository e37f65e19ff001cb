"""Arithmetic on EDTF values: parts, shifts and spans of dates, and dates of the Julian calendar."""

import re
from calendar import monthrange
from datetime import date, timedelta

from variorum.model.edtf import bounds

DAYS = {"day": 1, "week": 7, "fortnight": 14}
YEARS = {"year": 1, "decade": 10, "century": 100}
MONTHS = {"month": 1, "quarter": 3, "season": 3}
GRAINS = ("day", "month", "year", "decade", "century")
"""From fine to coarse: how exactly a value is given."""

FARTHEST = 5000
"""Units that a phrase may count; more is no date."""

_SINGLE = re.compile(r"(?P<y>[\dX]{4})(?:-(?P<m>[\dX]{2})(?:-(?P<d>[\dX]{2}))?)?")


def single(edtf: str) -> re.Match[str] | None:
    """The year ``y``, month ``m`` and day ``d`` of a value that is no interval or set."""
    return _SINGLE.fullmatch(edtf.rstrip("~?").partition("T")[0])


def grain(edtf: str) -> str:
    """How exactly a value is given: day, week (an interval of at most that), month, year…; "" for
    open intervals and for what has no year."""
    match = single(edtf)
    if match is None:
        span = days(edtf)
        if span is None:
            return ""
        length = (span[1] - span[0]).days
        return "week" if length < 14 else "month" if length < 100 else "year"
    if match["y"].startswith("XX"):
        return ""
    if match["y"].endswith("XX"):
        return "century"
    if match["y"].endswith("X"):
        return "decade"
    if match["m"] is None:
        return "year"
    return "day" if match["d"] else "month"


def days(edtf: str) -> tuple[date, date] | None:
    """The first and last day of a value that has both ends; None else."""
    if not edtf or edtf.startswith(("../", "/", "X")) or edtf.endswith(("/..", "/")):
        return None
    span = bounds(edtf)
    if span is None or not 1 <= span[0].year <= span[1].year <= 9998:
        return None
    return date(*span[0][:3]), date(*span[1][:3])


def interval(first: date, last: date) -> str:
    """Two days as an interval, or the day they are."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def shifted(edtf: str, unit: str, amount: int) -> str:
    """``edtf`` moved by an amount of units, as exact as the unit and the value allow; "" where the
    value is too vague to count from.

    Three years after 3 June 1931 is 1934; two days after June 1931 is any day of
    1931-06-03/1931-07-02; a day after "1931" is nothing.
    """
    if abs(amount) > FARTHEST:
        return ""
    match, near = single(edtf), grain(edtf)
    if unit in DAYS:
        span = days(edtf)
        if span is None or near not in ("day", "week", "month") or _season(match):
            return ""
        try:
            step = timedelta(days=DAYS[unit] * amount)
            moved = interval(span[0] + step, span[1] + step)
        except OverflowError:
            return ""
        return moved + "~" if unit != "day" and "/" not in moved else moved
    if match is None:
        span = days(edtf)
        if span is None:
            return ""
        edge = span[1] if amount > 0 else span[0]
        return shifted(edge.isoformat() if unit in MONTHS else f"{edge.year:04d}", unit, amount)
    if not match["y"].isdigit():
        if unit in ("decade", "century") and near in ("decade", "century"):
            start = int(match["y"].replace("X", "0")) + YEARS[unit] * amount
            kept = 3 if near == "decade" else 2
            return f"{start:04d}"[:kept].ljust(4, "X") if 0 <= start <= 9999 else ""
        return ""
    year = int(match["y"])
    if unit in MONTHS:
        if match["m"] is None:
            return ""
        month = int(match["m"])
        if 33 <= month <= 36 and unit == "quarter":
            at = year * 4 + month - 33 + amount
            return f"{at // 4:04d}-{at % 4 + 33}" if 1 <= at // 4 <= 9999 else ""
        if not 1 <= month <= 12:
            return ""
        at = year * 12 + month - 1 + MONTHS[unit] * amount
        return f"{at // 12:04d}-{at % 12 + 1:02d}" if 1 <= at // 12 <= 9999 else ""
    year += YEARS.get(unit, 0) * amount
    return (
        f"{year:04d}" + ("~" if unit in ("decade", "century") else "") if 1 <= year <= 9999 else ""
    )


def _season(match: re.Match[str] | None) -> bool:
    return match is not None and match["m"] is not None and int(match["m"]) > 12


def unit_around(edtf: str, unit: str) -> str:
    """The week, month, year… that a value lies in, or "" where it is not that exact."""
    if unit in ("week", "weekend", "fortnight"):
        span = days(edtf)
        if span is None or grain(edtf) not in ("day", "week"):
            return ""
        monday = span[0] - timedelta(days=span[0].weekday())
        try:
            first = monday + timedelta(days=5 * (unit == "weekend"))
            return interval(first, monday + timedelta(days=6))
        except OverflowError:
            return ""
    match = single(edtf)
    if match is None:
        span = days(edtf)
        if span is None:
            return ""
        ends = {unit_around(day.isoformat(), unit) for day in span}
        return ends.pop() if len(ends) == 1 else ""
    year, month = match["y"], match["m"]
    if unit == "day":
        return edtf.partition("T")[0] if match["d"] else ""
    if unit in ("month", "quarter"):
        if month is None or not month.isdigit():
            return ""
        if unit == "quarter" and 33 <= int(month) <= 36:
            return f"{year}-{month}"
        if int(month) > 12:
            return ""
        return f"{year}-{month}" if unit == "month" else f"{year}-{(int(month) - 1) // 3 + 33}"
    if unit == "year":
        return year if year.isdigit() else ""
    kept = {"decade": 3, "century": 2}.get(unit, 0)
    return year[:kept].ljust(4, "X") if kept and year[:kept].isdigit() else ""


def part_of(edtf: str, part: int) -> str:
    """The first, middle or last third (0, 1, 2) of a century, decade, year, month or longer span, or
    its first or second half (3, 4); a day has no parts."""
    approximate = edtf.endswith("~")
    match = single(edtf)
    if part > 2:
        return _half(edtf, part - 3)
    if match is None:
        return _third(edtf, part)
    year, month = match["y"], match["m"]
    if re.fullmatch(r"\d\dXX", year) and month is None:
        first, last = ((0, 33), (34, 66), (67, 99))[part]
        return f"{year[:2]}{first:02d}/{year[:2]}{last:02d}"
    if re.fullmatch(r"\d{3}X", year) and month is None:
        return f"{year[:3]}{(0, 4, 7)[part]}/{year[:3]}{(3, 6, 9)[part]}"
    if match["d"] is not None or not year.isdigit():
        return _open_month(year, month, part) if match["d"] is None and month else ""
    if month is None:
        if approximate:
            return edtf
        return f"{year}-{(1, 5, 9)[part]:02d}/{year}-{(4, 8, 12)[part]:02d}"
    if int(month) > 12:
        return _third(edtf, part)
    last_day = monthrange(int(year), int(month))[1]
    ends = (10, 20, last_day)[part]
    return f"{year}-{month}-{(1, 11, 21)[part]:02d}/{year}-{month}-{ends:02d}"


def _open_month(year: str, month: str, part: int) -> str:
    """A third of a month of no year: EDTF has no interval of that, so the month stands for it."""
    return f"{year}-{month}" if part >= 0 else ""


def _third(edtf: str, part: int) -> str:
    span = days(edtf)
    if span is None:
        return ""
    length = (span[1] - span[0]).days + 1
    if length < 3:
        return ""
    first = span[0] + timedelta(days=length * part // 3)
    return interval(first, span[0] + timedelta(days=length * (part + 1) // 3 - 1))


def _half(edtf: str, part: int) -> str:
    match = single(edtf)
    if match is not None and match["m"] is None:
        year = match["y"]
        if year.isdigit():
            return f"{year}-{40 + part}"
        kept = year.rstrip("X")
        if kept.isdigit() and len(kept) in (2, 3):
            ends = (("0", "4"), ("5", "9"))[part]
            rest = ("", "") if len(kept) == 3 else ("0", "9")
            return f"{kept}{ends[0]}{rest[0]}/{kept}{ends[1]}{rest[1]}"
        return ""
    span = days(edtf)
    if span is None or (length := (span[1] - span[0]).days + 1) < 2:
        return ""
    middle = span[0] + timedelta(days=length // 2)
    return interval(middle, span[1]) if part else interval(span[0], middle - timedelta(days=1))


def new_style(edtf: str) -> str:
    """A day of the Julian calendar as the same day of the Gregorian one; "" where it is no day.

    Meeus 1998, ch. 7: the Julian calendar is behind by ``century - century // 4 - 2`` days.
    """
    match = single(edtf)
    if match is None or match["d"] is None or not edtf[:4].isdigit():
        return ""
    behind = days_behind(int(match["y"]), int(match["m"]))
    try:
        return (date.fromisoformat(edtf) + timedelta(days=behind)).isoformat()
    except (ValueError, OverflowError):
        return ""


def days_behind(year: int, month: int) -> int:
    """By how many days the Julian calendar is behind the Gregorian one."""
    century = (year if month > 2 else year - 1) // 100
    return century - century // 4 - 2


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, as in Meeus 1998, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
