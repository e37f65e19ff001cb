"""Named times: months, days, seasons and weekdays whose year or week the words do not say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.read.dates.anchors import FUTURE, PAST, PRESENT, Anchor, Anchors
from variorum.read.dates.arithmetic import days, shifted, single
from variorum.read.dates.expressions import EITHER, SPEECH, Named

AHEAD_MONTHS = 6
"""A coming month that lies more than this before an account's date is the next year's."""

NEAR_YEARS = 15
"""A year of two digits is of the century that brings it this near the time being told of."""

_SEASON_MONTHS = {21: 4, 22: 7, 23: 10, 24: 1, 33: 2, 34: 5, 35: 8, 36: 11, 40: 3, 41: 9}
"""A month in the middle of each season, quarter and half, to compare it with an account's."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the anchors, the tense, whether inside quotation marks."""

    anchors: Anchors
    tense: Callable[[], str]
    quoted: bool = False


Value = tuple[str, str]
"""EDTF and anchor; both may be empty."""

NOTHING: Value = ("", "")


TELLERS_UNITS = frozenset(("year", "decade", "century"))
"""Units of what is counted from the telling, not from a moment within the story: "ten years ago"."""


def base_of(base: str, place: Place, unit: str = "") -> Anchor | None:
    """The anchor that a phrase counts from at a place."""
    anchors = place.anchors
    if base == SPEECH or (
        base == EITHER and anchors.dated and anchors.account and not anchors.history()
    ):
        teller = unit in TELLERS_UNITS and not place.quoted
        return place.anchors.speech(place.tense(), teller)
    return place.anchors.story()


def two_digits(edtf: str, anchors: Anchors) -> Value:
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
            if century >= 0 and abs(year - int(told)) <= NEAR_YEARS + 20 * ("X" in wanted):
                return f"{century:02d}{edtf[2:]}", f"narrative {told}"
    if "X" in wanted and anchors.account:
        own = int(anchors.account[:4])
        century = own // 100 - (int(wanted[0]) * 10 > own % 100)
        if century < 0:
            return edtf, ""
        return f"{century:02d}{wanted}", f"account {anchors.account}"
    return edtf, ""


def named(read: Named, place: Place) -> Value:
    if read.weekday is not None:
        return _weekday(read, place)
    month = int(read.edtf[5:7])
    if read.base == SPEECH:
        anchors = place.anchors
        own = anchors.account
        back = anchors.history() or anchors.booked
        history = not (anchors.dated and own) or (back and place.tense() == PAST)
        if read.which is None and history and anchors.dated and anchors.doubtful():
            return read.edtf, ""  # of the year told of or of the account's own: nobody knows
        if read.which is None and (anchors.lost() or (history and anchors.spanned())):
            return read.edtf, ""  # "after the war", "from 1912 to 1931": of a year nobody named
        if read.which is None and history:
            return _in_narrative(read.edtf, anchors)
        teller = read.which in (0, 10, -10) and not place.quoted
        anchor = anchors.speech(place.tense(), teller)
        if anchor is None:
            return read.edtf, ""
        return _valid(read.edtf, _year_by_date(read, month, own, place)), anchor.said
    anchor = place.anchors.story()
    # "that autumn" two paragraphs after a year: of that year, or of the story as everybody knows it
    if anchor is None or (read.which == 0 and place.anchors.last_at != place.anchors.paragraph):
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


def _in_narrative(edtf: str, anchors: Anchors) -> Value:
    """A month or day in the year being told of. Told in December, "5 January" is of that year or,
    more likely, the next: both stand; so do the story's year and that of a witness who spoke of it."""
    spoken = anchors.other_year()
    if spoken:
        told = anchors.told()
        years = sorted({told[:4], spoken})
        both = [_valid(edtf, int(year)) for year in years if year.isdigit()]
        if len(both) == 2 and all(both):
            return f"[{','.join(both)}]", f"narrative {told}"
    told = anchors.going_on()
    kind = "narrative" if told == anchors.told() else "last date"
    if not told or told.endswith(("~", "?")):
        return edtf, ""
    near, mine = single(told), single(edtf)
    if near is None or mine is None or not near["y"].isdigit():
        return edtf, ""
    year = int(near["y"])
    here = _valid(edtf, year)
    months = near["m"], mine["m"]
    if (
        months[0]
        and months[1]
        and _middle(int(months[1])) - _middle(int(months[0])) < -AHEAD_MONTHS
    ):
        following = _valid(edtf, year + 1)
        if here and following:
            return f"[{here},{following}]", f"{kind} {told}"
    return here, f"{kind} {told}"


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
    if place.tense() == PRESENT and ahead > AHEAD_MONTHS:
        return year - 1  # "December's figures" in February
    if place.tense() != PAST:
        return year + (ahead < -AHEAD_MONTHS)
    return year - (ahead > 1)


def _weekday(read: Named, place: Place) -> Value:
    anchor = base_of(read.base, place)
    day = anchor and single(anchor.edtf)
    if anchor is None or not day or not day["d"] or (span := days(anchor.edtf)) is None:
        return NOTHING
    ahead = ((read.weekday or 0) - span[0].weekday()) % 7
    which = read.which
    if anchor.kind != "account" and which is None:
        return NOTHING
    forward = which == 1 or ((which or 0) == 0 and place.tense() == FUTURE)
    step = 7 * which if which and ahead == 0 else ahead if forward else ahead - 7 * (ahead > 0)
    return _moved(span[0], step), anchor.said


def _moved(day: date, step: int) -> str:
    try:
        return (day + timedelta(days=step)).isoformat()
    except OverflowError:
        return ""


def day_of_month(day: int, place: Place) -> Value:
    anchors = place.anchors
    anchor = anchors.story()
    if anchor is None:
        return NOTHING
    near = single(anchor.edtf)
    if near is None or not near["m"] or int(near["m"]) > 12 or not near["y"].isdigit():
        return NOTHING
    here = f"{near['y']}-{near['m']}"
    this = f"{here}-{day:02d}"
    if not near["d"] or day >= int(near["d"]):
        return (this if days(this) else ""), anchor.said
    following = f"{shifted(here, 'month', 1)}-{day:02d}"
    both = [value for value in (this, following) if days(value)]
    return (f"[{','.join(both)}]" if len(both) == 2 else ""), anchor.said
