"""Resolution: the value of an expression at the place it stands, and the anchor it was counted from."""

import re
from datetime import timedelta

from variorum.read.dates import arithmetic
from variorum.read.dates.anchors import Anchor
from variorum.read.dates.arithmetic import (
    days,
    grain,
    interval,
    part_of,
    shifted,
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
    Event,
    Expression,
    Named,
    OldStyle,
    OneOf,
    Part,
    Qualified,
    Reference,
    Shift,
    Sofar,
    Stretch,
    Week,
)
from variorum.read.dates.named import (
    NOTHING,
    Place,
    Value,
    base_of,
    day_of_month,
    named,
    two_digits,
)

_QUARTER = re.compile(r"\d{4}-3[3-6]")
_BEFORE, _AFTER = "before ", "after "


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
            return _of_past(_shift(read, place), read.base, place)
        case Around():
            return _of_past(_around(read, place), read.base, place)
        case Named():
            return named(read, place)
        case DayOfMonth(day):
            return day_of_month(day, place)
        case Stretch():
            return _stretch(read, place)
        case Reference(sign):
            return _reference(sign, place)
        case Part(of, part):
            value, anchor = resolve(of, place)
            if value[:1] == "[":
                return value, anchor  # of one year or of another: both stand, whole
            vague = grain(value) == "day" or value.startswith("XX")
            return part_of(value, part) or (value if vague else ""), anchor
        case Week(of):
            value, anchor = resolve(of, place)
            return unit_around(value, "week"), anchor
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
        case OneOf(one, other):
            return _either(resolve(one, place), resolve(other, place))


def _of_past(value: Value, base: str, place: Place) -> Value:
    """A story told as past cannot come to a time after its telling: such a time stays open."""
    edtf, said = value
    if edtf and base == STORY and place.anchors.untold(edtf, place.tense):
        return "", (_AFTER + said) if said else ""
    return value


def _calendar(edtf: str, place: Place) -> Value:
    """A date as written; a year that is not said comes from the account's date or the narrative."""
    if edtf.startswith("XXXX"):
        return named(Named(edtf, None, None, SPEECH), place)
    if edtf.startswith("XX"):
        return two_digits(edtf, place.anchors)
    return edtf, ""


def _around(read: Around, place: Place) -> Value:
    anchor = base_of(read.base, place, read.unit)
    if read.unit == "quarter" and read.base == STORY:
        anchor = place.anchors.compared() or anchor
    if anchor is None:
        return NOTHING
    if read.unit == "day" and read.base == STORY and grain(anchor.edtf) == "year":
        return "", anchor.said  # "that day", when only a year was named
    value = _unit(anchor.edtf, read.unit, read.offset)
    return (_marked(value, "~") if anchor.edtf.endswith("~") else value), anchor.said


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
        anchor = base_of(read.base, place, read.unit)
        if (read.unit, read.low, read.high, read.sign) == ("year", 1, 1, -1):
            anchor = place.anchors.compared() or anchor
        said = anchor.said if anchor else ""
    if anchor is None:
        return NOTHING
    if read.low is None or read.high is None:
        return "", (_BEFORE if read.sign < 0 else _AFTER) + said
    amounts = sorted({read.low * read.sign, read.high * read.sign})
    ends = [_exact(anchor.edtf, read.unit, amount) for amount in amounts]
    if not all(ends):
        return "", (_BEFORE if read.sign < 0 else _AFTER) + said
    if len(ends) > 1:
        whole = _span(ends[0].rstrip("~"), ends[1].rstrip("~"))
        return whole, said
    about = read.about or anchor.edtf.endswith("~")
    return (_marked(ends[0], "~") if about else ends[0]), said


def _exact(edtf: str, unit: str, amount: int) -> str:
    if unit == "year" and _QUARTER.fullmatch(edtf):
        return f"{int(edtf[:4]) + amount:04d}{edtf[4:]}"  # a quarter is compared with its own
    return shifted(edtf, unit, amount)


def _stretch(read: Stretch, place: Place) -> Value:
    anchor = base_of(read.base, place)
    if anchor is None:
        return NOTHING
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
        return NOTHING
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
        if _span(begin, end) == "":
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
        return NOTHING
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
        return NOTHING
    if len(ends) == 1:
        return one
    if any("/" in end or end[0] == "[" for end in ends):
        return "", one[1] or other[1]
    return f"[{','.join(ends)}]", one[1] or other[1]
