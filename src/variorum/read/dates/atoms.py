"""Atoms: dates the calendar names: days, months, quarters and feasts, with the years of ``years``."""

import itertools
import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from variorum.read.dates.arithmetic import days, days_behind, easter, single
from variorum.read.dates.expressions import Calendar, Expression, OldStyle, OneOf
from variorum.read.dates.lexing import Item
from variorum.read.dates.page import Page, first, grammar, reads, values
from variorum.read.dates.years import (
    GOES_ON,
    NOUNS,
    PRICED,
    bare_year,
    called_year,
    century_in_words,
    decade_in_digits,
    hundred_year,
    season_of_year,
    season_span,
    season_years,
    short_year,
    worded_decade,
    worded_month,
    worded_year,
    year_span,
)

_NIGHT = re.compile(r"\b(?:night\s(?:of\s)?(?:the\s)?|ночь\s(?:на\s)?)$", re.IGNORECASE)
"""Before two days of a month: the night between them."""
_MONTH_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|last|early|late|mid|during|next|this|from|that|before|after|between|and"
    r"|to|through|for|and|в|во|с|до|к|на|по|между|и|начал[оаеу]|кон(?:ец|ц[аеу])|середин[аеуы])\s|mid-)$",
    re.IGNORECASE,
)
_NAMES_TOO = frozenset((3, 4, 5, 6, 8))
"""March, April, May, June and August are also verbs and names: they need a word of time before."""


def _calendar(edtf: str) -> Expression | None:
    return Calendar(edtf) if edtf else None


def _day(year: str, month: int, day: int) -> str:
    last = monthrange(int(year) if year.isdigit() else 2000, month)[1]
    return f"{year}-{month:02d}-{day:02d}" if 1 <= day <= last else ""


def _year_month(part: Sequence[Item]) -> tuple[str, int]:
    """Year (or XXXX) and month that stand among the items; month 0 where there is none."""
    for item in part:
        if item.code == "M" and isinstance(item.value, int):
            years = values(part, "Y")
            return (str(years[0]) if years else "XXXX"), item.value
        if item.code == "C" and isinstance(item.read, Calendar):
            match = single(item.read.edtf)
            if match and match["m"] and not match["d"] and match["m"].isdigit():
                return match["y"], int(match["m"])
    return "", 0


def _ordinal_day(page: Page, part: Sequence[Item]) -> Expression | None:
    year, month = _year_month(part)
    (day, *_) = values(part, "o")
    return _calendar(_day(year, month, day)) if month and day <= 31 else None


def _day_of(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The 4th day of June in the year 1891"."""
    return _ordinal_day(page, part) if first(part, "u").value == "day" else None


def _in_year(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "June in the year 1891", "on 4 June in the year of our Lord 1891", "mid-March 1920"."""
    (year, *_) = values(part, "Y")
    units = [item.value for item in part if item.code == "u"]
    if units and units != ["year"]:
        return None
    told = reads(part)
    if not told:
        return Calendar(f"{year}-{values(part, 'M')[0]:02d}")
    if isinstance(told[0], Calendar) and told[0].edtf.startswith("XXXX-"):
        return _calendar(_valid_day(f"{year}{told[0].edtf[4:]}"))
    return None


def _valid_day(edtf: str) -> str:
    year, month, *day = edtf.split("-")
    return _day(year, int(month), int(day[0])) if day else edtf


def _year_first(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "1864, 30 Nov.", as registers and chronicles write a day."""
    told = part[-1].read
    if not isinstance(told, Calendar) or not re.fullmatch(r"XXXX-\d\d-\d\d", told.edtf):
        return None
    return _calendar(_valid_day(f"{values(part, 'Y')[0]}{told.edtf[4:]}"))


def _compound_day(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The twenty-second of June": tens and an ordinal."""
    year, month = _year_month(part)
    (tens, *_), (ones, *_) = values(part, "n"), values(part, "o")
    if not month or tens not in (20, 30) or ones > 9:
        return None
    return _calendar(_day(year, month, tens + ones))


def _dual_day(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "12 (24) March 1801": the same day in both calendars."""
    year, month = _year_month(part)
    days = values(part, "d")
    if not month or len(days) < 2:
        return None
    old, new = _day(year, month, days[0]), _day(year, month, days[1])
    if year.isdigit() and days[1] - days[0] == days_behind(int(year), month):
        return OldStyle(old)
    if _NIGHT.search(page.before(part[0].start)) and old and old < new:
        return Calendar(f"{old}/{new}")
    return OneOf(Calendar(old), Calendar(new)) if old and new else None


def _both_styles(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "25 October (7 November) 1917" and "7 November (25 October O.S.) 1917"."""
    dates = [read.edtf for read in reads(part) if isinstance(read, Calendar)]
    if len(dates) != 2:
        return None
    years = [str(year) for year in values(part, "Y")] + [d[:4] for d in dates if d[:4].isdigit()]
    shapes = [single(value) for value in dates]
    if not years or any(shape is None or not shape["d"] for shape in shapes):
        return None
    try:
        one, two = (date.fromisoformat(years[0] + value[4:]) for value in dates)
    except ValueError:
        return None
    apart = (two - one).days
    if apart < -300:  # 25 December 1916 (7 January 1917)
        apart, two = apart + 365, two
    behind = days_behind(one.year, one.month)
    if apart == behind:
        return OldStyle(one.isoformat())
    if apart == -behind:
        return OldStyle(two.isoformat())
    return None


def _days(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "From 3 to 5 May 1931": two days of one month."""
    last = next((read.edtf for read in reads(part) if isinstance(read, Calendar)), "")
    match = single(last)
    if match is None or not match["d"]:
        return None
    first_day = _day(match["y"], int(match["m"]), values(part, "do")[0])
    return _calendar(f"{first_day}/{last}" if first_day and first_day < last else "")


def _night(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "В ночь с 3 на 4 марта 1911 года": both days."""
    last = part[-2]
    return _days(page, part) if page.text[last.start : last.end].lower() == "на" else None


def _two_days(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "March 4 and 5, 1911", "4 and 5 March": two days that follow each other."""
    told = next(read for read in reads(part) if isinstance(read, Calendar))
    match = single(told.edtf)
    if match is None or not match["d"] or page.tag_after(part[-1].end) in NOUNS:
        return None
    years = values(part, "Y")
    year = str(years[0]) if years and not match["y"].isdigit() else match["y"]
    if not year.isdigit():
        return None
    ends = sorted(_day(year, int(match["m"]), n) for n in (int(match["d"]), values(part, "do")[0]))
    span = days(f"{ends[0]}/{ends[1]}") if all(ends) else None
    return Calendar(f"{ends[0]}/{ends[1]}") if span and (span[1] - span[0]).days == 1 else None


def _either(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "March 4 or 5", "4 or 5 March"."""
    told = next((read for read in reads(part) if isinstance(read, Calendar)), None)
    match = single(told.edtf) if told else None
    if told is None or match is None or not match["d"]:
        return None
    if page.tag_after(part[-1].end) in NOUNS and part[-1].code in "do":
        return None  # "on March 4 or 5 miles away"
    other = _day(match["y"], int(match["m"]), values(part, "do")[0])
    return OneOf(*sorted((Calendar(other), told), key=lambda c: c.edtf)) if other else None


def _months(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "May to July 1942"."""
    last = next((read.edtf for read in reads(part) if isinstance(read, Calendar)), "")
    match = single(last)
    if match is None or match["d"] or not match["m"] or not match["y"].isdigit():
        return None
    begin = f"{match['y']}-{values(part, 'M')[0]:02d}"
    return Calendar(f"{begin}/{last}") if begin < last else None


def _quarter(page: Page, part: Sequence[Item]) -> Expression | None:
    (number, *_), (year, *_) = values(part, "o"), values(part, "Y")
    if first(part, "u").value != "quarter" or number > 4:
        return None
    return Calendar(f"{year}-{32 + number}")


def _holiday(page: Page, part: Sequence[Item]) -> Expression | None:
    name = first(part, "H").value
    years = values(part, "Y")
    if any(item.code == "u" and item.value != "day" for item in part):
        return None
    if isinstance(name, str) and name[0].isdigit():
        month, day = int(name[:2]), int(name[3:])
        eve = re.match(r"\s[Ee]ve\b", page.after(part[0].end, 8))
        return Calendar(f"{years[0] if years else 'XXXX'}-{month:02d}-{day - bool(eve):02d}")
    if not years:
        return None
    if name == "easter":
        return Calendar(easter(years[0]).isoformat())
    opening = date(years[0], 11, 1)
    thursday = opening + timedelta(days=(3 - opening.weekday()) % 7 + 21)
    return Calendar(thursday.isoformat())


def _month(page: Page, part: Sequence[Item]) -> Expression | None:
    """A month alone; those that are words or names too need a word of time before them."""
    month, start, end = values(part, "M")[0], part[0].start, part[0].end
    before = page.before(start)
    if re.match(r"\s?\d|\s[A-Z][a-z]", page.after(end, 3)) and not _MONTH_CUE.search(before):
        return None
    if re.match(r"\s?\d", page.after(end, 2)):
        return None
    word = page.text[start:end]
    english = word.isascii()
    if english and month not in _NAMES_TOO and len(word) > 4:
        return Calendar(f"XXXX-{month:02d}")
    return Calendar(f"XXXX-{month:02d}") if _MONTH_CUE.search(before) else None


def _numeric_days(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "3-5.09.1942": days of one month in digits."""
    (begin, end, month), year = values(part, "d"), str(values(part, "Y")[0])
    if month > 12 or any(one.end != two.start for one, two in pairwise(part)):
        return None
    days = _day(year, month, begin), _day(year, month, end)
    return _calendar(f"{days[0]}/{days[1]}" if all(days) and begin < end else "")


def _short_date(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "17.08.42": day, month and a year whose century is not said."""
    (day, month, _) = values(part, "dN")
    written = page.text[part[4].start : part[4].end]
    if len(written) != 2 or not 1 <= month <= 12:
        return None
    if any(item.end != after.start for item, after in itertools.pairwise(part)):
        return None
    if len(page.text[part[2].start : part[2].end]) != 2:
        return None
    if PRICED.search(page.before(part[0].start)) or GOES_ON.match(page.text, part[4].end):
        return None
    if not _day("XXXX", month, day):
        return None
    return Calendar(f"XX{written}-{month:02d}-{day:02d}")


CALENDAR = grammar(
    ("C", "d - d [.] d [.] Y", _numeric_days),
    ("C", "d [.] d [.] [dN]", _short_date),
    ("C", "d < d > [CM] (?: ,? Y )?", _dual_day),
    ("C", "d / d [CM] (?: ,? Y )?", _dual_day),
    ("C", "C ,? < C (?:_ .? _? .?)? > (?: ,? Y (?: -? u )? )?", _both_styles),
    ("C", "t? o u f t? (?: C | M (?: ,? i? (?: t? u (?: f _ )? )? Y )? )", _day_of),
    ("C", "[CM] ,? i? t? u (?: f _ )? Y | (?<=b-) M ,? Y | M Y u", _in_year),
    ("C", "t? n -? o f? t? (?: C | M (?: ,? Y )? )", _compound_day),
    ("C", "Y , C", _year_first),
    ("C", "t? o f? t? (?: C | M (?: ,? Y )? )", _ordinal_day),
    ("C", "M t? n - o (?: ,? Y )?", _compound_day),
    ("C", "M t? o (?: ,? Y )?", _ordinal_day),
    ("C", "F t? [do] [Zz] C", _days),
    ("C", "I t? [do] A C", _days),
    ("C", "F d i C", _night),
    ("C", "(?<=P f) t? [do] [ZA] C", _days),
    ("C", "C A d (?: ,? Y )? | t? [do] A t? C", _two_days),
    ("C", "C O [do] | t? [do] O t? C", _either),
    ("C", "F? M t? [-Z] C", _months),
    ("C", "S f? t? Y [-/] [YdN]", season_years),
    ("C", "S f? t? C", season_span),
    ("C", "S [fi]? (?: t u )? ,? Y (?: -? u )?", season_of_year),
    ("C", "t? o -? u f? t? u? Y | t? Y o -? u", _quarter),
    ("C", "t? (?: n - )? o -? c | & -? \\^? c | o c", century_in_words),
    ("C", "~? D | Y - \\^ U? | [dN] - \\^ U", decade_in_digits),
    ("C", "n -? G | t G | ~ G | o U", worded_decade),
    ("C", "H (?: u ,? Y | _? f? ,? Y )?", _holiday),
    ("C", "Y [-/] [YdN] (?: (?: - \\^ )? [uU] )?", year_span),
    ("C", "(?<=[iwzkFZV]) ~ [dN]", short_year),
    ("C", "u Y | Y (?: - \\^ )? [uU]", called_year),
    ("C", "M ,? n n (?: -? n )?", worded_month),
    ("C", "n n A n (?: -? n )? | (?<=[iwzkFZVeu]) n n", hundred_year),
    ("C", "(?<=[iwzkFZVe]) n n (?: -? n )? | n n - n", worded_year),
    ("C", "Y", bare_year),
    ("C", "M", _month),
)
"""Dates that the calendar names, as class C."""
