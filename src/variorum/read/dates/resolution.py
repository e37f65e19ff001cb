"""Resolution: the value of an expression at the place it stands, and the anchor it was counted from."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.read.dates import arithmetic
from variorum.read.dates.anchors import FUTURE, PAST, Anchor, Anchors
from variorum.read.dates.arithmetic import (
    days,
    grain,
    interval,
    part_of,
    shifted,
    single,
    unit_around,
)
from variorum.read.dates.expressions import (
    SPEECH,
    STORY,
    Around,
    Between,
    Bound,
    Calendar,
    DayOfMonth,
    Either,
    Event,
    Expression,
    Named,
    OldStyle,
    Part,
    Qualified,
    Reference,
    Shift,
    Sofar,
    Stretch,
)

AHEAD_MONTHS = 6
"""A coming month that lies more than this before an account's date is the next year's."""

NEAR_YEARS = 15
"""A year of two digits is of the century that brings it this near the time being told of."""

_SEASON_MONTHS = {21: 4, 22: 7, 23: 10, 24: 1, 33: 2, 34: 5, 35: 8, 36: 11, 40: 3, 41: 9}
"""A month in the middle of each season, quarter and half, to compare it with an account's."""

_QUARTER = re.compile(r"\d{4}-3[3-6]")
_BEFORE, _AFTER = "before ", "after "


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the anchors, the tense, and whether words of the future are near."""

    anchors: Anchors
    tense: Callable[[], str]


Value = tuple[str, str]
"""EDTF and anchor; both may be empty."""

_NOTHING: Value = ("", "")


def resolve(read: Expression, place: Place) -> Value:
    """The value of an expression and what it was counted from.

    Never more exact than the words: what has no anchor stays ``""``, a missing year ``XXXX``.
    """
    match read:
        case Calendar(edtf):
            return _calendar(edtf, place)
        case OldStyle(edtf):
            value, anchor = _calendar(edtf, place)
            new = arithmetic.new_style(value)
            told = f"Old Style {value}"
            return new, f"{told}, {anchor}" if anchor else told
        case Event(edtf, name):
            return edtf, f"event {name}"
        case Shift():
            return _shift(read, place)
        case Around():
            return _around(read, place)
        case Named():
            return _named(read, place)
        case DayOfMonth(day):
            return _day_of_month(day, place)
        case Stretch():
            return _stretch(read, place)
        case Reference(sign):
            return _reference(sign, place)
        case Part(of, part):
            value, anchor = resolve(of, place)
            vague = grain(value) == "day" or value.startswith("XX")
            return part_of(value, part) or (value if vague else ""), anchor
        case Sofar(of, sign):
            return _so_far(of, sign, place)
        case Qualified(of, mark):
            value, anchor = resolve(of, place)
            return _marked(value, mark), anchor
        case Bound(of, sign):
            value, anchor = resolve(of, place)
            return _bound(value, sign), anchor
        case Between(first, last):
            return _between(first, last, place)
        case Either(one, other):
            return _either(resolve(one, place), resolve(other, place))


def _anchor(base: str, place: Place) -> Anchor | None:
    return place.anchors.speech(place.tense()) if base == SPEECH else place.anchors.story()


def _calendar(edtf: str, place: Place) -> Value:
    """A date as written; a year that is not said comes from the account's date or the narrative."""
    if edtf.startswith("XXXX"):
        return _named(Named(edtf, None, None, SPEECH), place)
    if edtf.startswith("XX"):
        return _two_digits(edtf, place.anchors)
    return edtf, ""


def _two_digits(edtf: str, anchors: Anchors) -> Value:
    """ "17.08.42", "the eighties": the century of the time told of, else the account's last such
    decade; a year of two digits stays open where nothing tells."""
    wanted = edtf[2:4]
    near = [year for year in sorted(anchors.years) if year[2:] == wanted]
    if len(near) == 1 and wanted.isdigit():
        return near[0] + edtf[4:], f"narrative {near[0]}"
    told = anchors.told()[:4]
    if told.isdigit():
        for century in (int(told[:2]) - 1, int(told[:2]), int(told[:2]) + 1):
            year = century * 100 + int(wanted.replace("X", "5"))
            if abs(year - int(told)) <= NEAR_YEARS + 20 * ("X" in wanted):
                return f"{century:02d}{edtf[2:]}", f"narrative {told}"
    if "X" in wanted and anchors.account:
        own = int(anchors.account[:4])
        century = own // 100 - (int(wanted[0]) * 10 > own % 100)
        if century < 0:
            return edtf, ""
        return f"{century:02d}{wanted}", f"account {anchors.account}"
    return edtf, ""


def _named(read: Named, place: Place) -> Value:
    if read.weekday is not None:
        return _weekday(read, place)
    month = int(read.edtf[5:7])
    if read.base == SPEECH:
        anchors = place.anchors
        own = anchors.account
        history = anchors.history() or not (anchors.dated and own)
        if read.which is None and history:
            told = anchors.told()
            return (told[:4] + read.edtf[4:], f"narrative {told}") if told else (read.edtf, "")
        anchor = anchors.speech(place.tense())
        if anchor is None:
            return read.edtf, ""
        return _valid(read.edtf, _year_by_date(read, month, own, place)), anchor.said
    anchor = place.anchors.story()
    if anchor is None:
        return read.edtf, ""
    near = single(anchor.edtf)
    span = days(anchor.edtf)
    if near is None or span is None or not near["y"].isdigit():
        return read.edtf, ""
    year = int(near["y"])
    if abs(read.which or 0) == 10:
        year += (read.which or 0) // 10
    elif read.which:
        if not near["m"]:  # "In 1931 … the following April": of that year or of the next
            years = sorted((year, year + read.which))
            both = [_valid(read.edtf, at) for at in years]
            return (f"[{both[0]},{both[1]}]" if all(both) else ""), anchor.said
        now = _middle(int(near["m"]))
        mine = _middle(month)
        year += (mine <= now) if read.which > 0 else -(mine >= now)
    return _valid(read.edtf, year), anchor.said


def _valid(edtf: str, year: int) -> str:
    """The value in a year; "" where that has no such day."""
    made = f"{year:04d}{edtf[4:]}"
    if not 1 <= year <= 9998:
        return ""
    return made if days(made) is not None else ""


def _middle(month: int) -> int:
    return _SEASON_MONTHS.get(month, month)


def _year_by_date(read: Named, month: int, own: str, place: Place) -> int:
    """The year of a month named in a text written at ``own``."""
    year, now = int(own[:4]), int(own[5:7] or 0)
    which = read.which
    if which is not None and abs(which) >= 10:
        return year + which // 10
    if which == 0 or not now:
        return year + (which or 0) * (not now)
    mine = _middle(month)
    if 33 <= month <= 36:
        here = (now - 1) // 3 + 33
        later = place.tense() == FUTURE
        return year - (month > here and not later) + (month + 1 < here and later)
    if which is not None:
        return year - (mine >= now) if which < 0 else year + (mine <= now)
    ahead = mine - now
    if place.tense() != PAST:
        return year + (ahead < -AHEAD_MONTHS)
    return year - (ahead > 1)


def _weekday(read: Named, place: Place) -> Value:
    anchor = _anchor(read.base, place)
    day = anchor and single(anchor.edtf)
    if anchor is None or not day or not day["d"] or (span := days(anchor.edtf)) is None:
        return _NOTHING
    ahead = ((read.weekday or 0) - span[0].weekday()) % 7
    which = read.which
    if anchor.kind != "account" and which is None:
        return _NOTHING
    forward = which == 1 or ((which or 0) == 0 and place.tense() == FUTURE)
    step = 7 * which if which and ahead == 0 else ahead if forward else ahead - 7 * (ahead > 0)
    return _moved(span[0], step), anchor.said


def _moved(day: date, step: int) -> str:
    try:
        return (day + timedelta(days=step)).isoformat()
    except OverflowError:
        return ""


def _day_of_month(day: int, place: Place) -> Value:
    anchors = place.anchors
    anchor = anchors.story()
    if anchor is None:
        return _NOTHING
    near = single(anchor.edtf)
    if near is None or not near["m"] or int(near["m"]) > 12 or not near["y"].isdigit():
        return _NOTHING
    here = f"{near['y']}-{near['m']}"
    this = f"{here}-{day:02d}"
    if not near["d"] or day >= int(near["d"]):
        return (this if days(this) else ""), anchor.said
    following = f"{shifted(here, 'month', 1)}-{day:02d}"
    both = [value for value in (this, following) if days(value)]
    return (f"[{','.join(both)}]" if len(both) == 2 else ""), anchor.said


def _around(read: Around, place: Place) -> Value:
    anchor = _anchor(read.base, place)
    if read.unit == "quarter" and read.base == STORY:
        anchor = place.anchors.compared() or anchor
    if anchor is None:
        return _NOTHING
    return _unit(anchor.edtf, read.unit, read.offset), anchor.said


def _unit(edtf: str, unit: str, offset: int) -> str:
    if unit == "day":
        return shifted(edtf, "day", offset) if offset else unit_around(edtf, "day") or edtf
    own = unit_around(edtf, unit)
    if not own or not offset:
        return own
    if unit in ("week", "weekend", "fortnight"):
        span = days(own)
        if span is None:
            return ""
        try:
            step = timedelta(days=7 * offset)
            return interval(span[0] + step, span[1] + step)
        except OverflowError:
            return ""
    return shifted(own, unit, offset).rstrip("~")


def _shift(read: Shift, place: Place) -> Value:
    if read.of is not None:
        value, said = resolve(read.of, place)
        anchor = Anchor(value, "date") if value else None
    else:
        anchor = _anchor(read.base, place)
        if (read.unit, read.low, read.high, read.sign) == ("year", 1, 1, -1):
            anchor = place.anchors.compared() or anchor
        said = anchor.said if anchor else ""
    if anchor is None:
        return _NOTHING
    if read.low is None or read.high is None:
        return "", (_BEFORE if read.sign < 0 else _AFTER) + said
    amounts = sorted({read.low * read.sign, read.high * read.sign})
    ends = [_exact(anchor.edtf, read.unit, amount) for amount in amounts]
    if not all(ends):
        return "", (_BEFORE if read.sign < 0 else _AFTER) + said
    if len(ends) > 1:
        whole = _span(ends[0].rstrip("~"), ends[1].rstrip("~"))
        return whole, said
    value = ends[0]
    return (_marked(value, "~") if read.about else value), said


def _exact(edtf: str, unit: str, amount: int) -> str:
    if unit == "year" and _QUARTER.fullmatch(edtf):
        return f"{int(edtf[:4]) + amount:04d}{edtf[4:]}"  # a quarter is compared with its own
    return shifted(edtf, unit, amount)


def _stretch(read: Stretch, place: Place) -> Value:
    anchor = _anchor(read.base, place)
    if anchor is None:
        return _NOTHING
    if read.low is None:
        return "", (_BEFORE if read.sign < 0 else _AFTER) + anchor.said
    other = shifted(anchor.edtf, read.unit, read.low * read.sign).rstrip("~")
    unit = read.unit if read.unit in ("month", "year") else ""
    unit = "year" if read.unit in ("decade", "century") else unit
    near = unit_around(anchor.edtf, unit) if unit else anchor.edtf
    if not other or not near:
        return "", anchor.said
    return (_span(other, near) if read.sign < 0 else _span(near, other)), anchor.said


def _reference(sign: int, place: Place) -> Value:
    tense = place.tense()
    anchor = place.anchors.speech(tense)
    if anchor is None:
        return _NOTHING
    if sign:
        return "", (_BEFORE if sign < 0 else _AFTER) + anchor.said
    return anchor.edtf[:7] + "~", anchor.said


def _so_far(of: Expression, sign: int, place: Place) -> Value:
    value, said = resolve(of, place)
    whole = days(value)
    now = said.rpartition(" ")[2]
    here = days(now)
    if whole is None or here is None or grain(now) != "day":
        return value, said
    if sign < 0 and whole[0] < here[0] <= whole[1]:
        return interval(whole[0], here[0]), said
    if sign > 0 and whole[0] <= here[1] < whole[1]:
        return interval(here[1], whole[1]), said
    return value, said


def _marked(value: str, mark: str) -> str:
    if not value or value.endswith(mark) or value[0] == "[" or ".." in value:
        return value
    return "/".join(end.rstrip("~?") + mark for end in value.split("/"))


def _bound(value: str, sign: int) -> str:
    """An open interval; a date of no year stays as it is, for EDTF has no such bound."""
    if not value or value.startswith("XX") or ".." in value:
        return value
    if value[0] == "[":
        ends = value[1:-1].split(",")
        return f"../{ends[-1]}" if sign < 0 else f"{ends[0]}/.."
    if sign < 0:
        return "../" + value.rpartition("/")[2]
    return value.partition("/")[0] + "/.."


def _between(first: Expression, last: Expression, place: Place) -> Value:
    """An interval; a first date without its year has the last's, or the year before it."""
    end, end_said = resolve(last, place)
    if isinstance(first, Calendar) and first.edtf.startswith("XXXX") and end[:4].isdigit():
        begin = end[:4] + first.edtf[4:]
        if _span(begin, end) == "" and end_said:
            begin = f"{int(end[:4]) - 1:04d}{first.edtf[4:]}"
        return _span(begin, end), end_said
    if (
        isinstance(first, Part)
        and isinstance(first.of, Calendar)
        and first.of.edtf[:4] == "XXXX"
        and end[:4].isdigit()
    ):
        begin = part_of(end[:4] + first.of.edtf[4:], first.part)
        return _span(begin, end), end_said
    begin, begin_said = resolve(first, place)
    if begin.startswith("XX") or end.startswith("XX"):
        return _NOTHING
    return _span(begin, end), begin_said or end_said


def _span(begin: str, end: str) -> str:
    begin = begin.partition("/")[0] if "/" in begin else begin
    end = end.rpartition("/")[2] if "/" in end else end
    if not begin or not end or begin[0] == "[" or end[0] == "[":
        return ""
    one, other = days(begin.strip(".")), days(end.strip("."))
    if one is None or other is None or one[0] > other[1]:
        return ""
    return begin if begin == end else f"{begin}/{end}"


def _either(one: Value, other: Value) -> Value:
    ends = sorted({one[0], other[0]})
    if not all(ends):
        return _NOTHING
    if len(ends) == 1:
        return one
    if any("/" in end or end[0] == "[" for end in ends):
        return "", one[1] or other[1]
    return f"[{','.join(ends)}]", one[1] or other[1]
