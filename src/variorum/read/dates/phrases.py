"""Dates: phrases of calendar time to EDTF, without ever guessing from today's date.

The explicit dates of ``model.calendar`` and years, decades, centuries and seasons are the atoms;
what stands around them (circa, early, between…and, since) composes their value. A day or a month
without its year is resolved against a stated anchor or stays unspecified (``XXXX-05``).
"""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace

from variorum.model.calendar import explicit_dates, month_number
from variorum.model.critique import Account
from variorum.read.parse import Parse
from variorum.read.spans import DateSpan

DATED_KINDS = frozenset(("article", "post", "comment", "letter", "notes", "caption"))
"""Kinds of account that speak of their own days: a date without a year is of about their own year."""

ANCHOR_REACH = 3
"""How many paragraphs back the year of a narrative still holds for a date without one."""

AHEAD_MONTHS = 6
"""A coming month that lies more than this before an account's date is the next year's."""

HISTORY_YEARS = 10
"""A news text that names a year further back tells history: its dates are of that year. News of the
day mentions recent years in passing (set on TimeBank)."""

_SEASONS = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
    "весн": 21, "лет": 22, "осен": 23, "зим": 24,
}  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
_CENTURY = {word: number for number, word in enumerate(_ORDINALS.split(" "), 1)}
_ROMAN = {"XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}

_Y = r"(?:1\d|20)\d\d"
_RU_YEAR = r"(?:-?(?:й|го|м|ом))?\s?(?:год(?:а|у|ом|ы|ов|ах)?|гг?\.)"
_MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS_RU = "январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре"
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|понедельник|вторник|среду|среда|четверг"
    r"|пятницу|пятница|субботу|суббота|воскресенье)"
)
_ATOM = re.compile(
    rf"""(?:(?<![\w.,/$£€-])|(?<=mid-)|(?<=MID-)|(?<=Mid-))(?:
      (?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s|in\s)?(?:the\syear\s)?(?P<season_y>{_Y})
    | (?P<ru_season>[Вв]есн|[Лл]ет|[Оо]сен|[Зз]им)[а-яё]{{1,3}}\s(?P<ru_season_y>{_Y})(?:{_RU_YEAR})?
    | (?P<decade>(?:1\d|20)\d0)(?:['’]?s|-?(?:х|е|ые|ых)(?:\s?(?:год(?:ах|ов|ы)|гг?\.))?)
    | (?P<century>\d{{1,2}})(?:st|nd|rd|th)[- ][Cc]entur(?:y|ies)
    | (?P<century_word>{"|".join(sorted(_CENTURY, key=len, reverse=True))})[- ][Cc]entury
    | (?P<roman>XV|XVI|XVII|XVIII|XIX|XX|XXI)\s?(?:век(?:а|е|у|ом)?|в\.)
    | (?P<years>(?P<y1>{_Y})\s?[-–—]\s?(?P<y2>{_Y}|\d\d))(?:{_RU_YEAR})?
    | (?P<year>{_Y})(?P<ru_year>{_RU_YEAR})?
    | (?P<month>{_MONTHS_EN}|{_MONTHS_RU})
    )(?![\w/$%°]|[.,:]\d|-\d)""",
    re.VERBOSE,
)
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|from|until|till|by|of|around|about|before|after|between|and|to|through|during|early|late|"
    r"mid|circa|year|[Cc]a?\.|or|The|the|its|our|their|his|her|at|for|на|в|с|до|от|к|по)\s|mid-|\()$|^\s*$",
    re.IGNORECASE,
)
_LIFE_CUE = re.compile(
    r"(?:\b(?:built|rebuilt|launched|scrapped|wrecked|lost|sunk|sank|founded|established|opened|closed"
    r"|demolished|completed|commissioned|born|died|married|killed|drowned|buried|printed"
    r"|published|written|dated|[bd]\.|род\.|ум\.|рожд\.|построен\w*|спущен\w*)(?::|,)?\s?"
    r"|^\s*[A-ZА-ЯЁ][\w ]{2,20}:\s)$|(?<=[bd]\.)$",
    re.IGNORECASE,
)
"""What a bare year dates: a ship built, a man's death; also the label of a line ("Built: 1911")."""
_MONTH_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|last|early|late|mid|during|next|this|from|that|before|after|between|and|в)\s|mid-)$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?P<part>(?:the\s)?(?:early|beginning\sof|start\sof|mid|middle\sof|late|end\sof)"
    r"|(?:начал|середин|кон(?:е)?ц)[а-я]?)(?:[- ](?:in\s)?(?:the\s)?)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:\b(?:c|ca)\.\s?|\b(?:circa|about|around|roughly|approximately|около|ок\.|примерно(?:\sв)?)\s)$",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:perhaps|possibly|probably|возможно|вероятно)(?:\s(?:in|on|в))?\s$", re.IGNORECASE
)
_BEFORE_IT = re.compile(
    r"(?:\b(?P<open>since|after|после|начиная\sс|с)|\b(?P<shut>until|till|up\sto|by|before|prior\sto|до|к))\s(?:the\s)?$",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\s(?:on|onwards?)(?=[\s,.;)]|$)")
_FROM = re.compile(r"\b(?P<word>between|from|между|с|от)\s(?:the\s)?$", re.IGNORECASE)
_TO = re.compile(r"\s?(?:and|to|until|till|through|и|по|до|[-–—])\s?(?:the\s)?", re.IGNORECASE)
_DAY_BEFORE = re.compile(
    rf"{_WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?,?\s(?:the\s)?$", re.I
)
_DAY_AFTER = re.compile(rf",?\s\(?{_WEEKDAY}\)?(?!\w)", re.IGNORECASE)
_NEAR_YEAR = re.compile(r"\s?(?:of\s)?\b(this|last|next)\syear\b", re.IGNORECASE)
_COMING = re.compile(
    r"\b(?:will|scheduled|due|expect\w*|payable|upcoming|plan\w*|slated|set to|effective|would)\b"
)
_SHORT_YEAR = re.compile(r"[-/.’']\d\d(?!\d)")
_WHOLE_YEAR = re.compile(r"\d{4}(?=$|-|/)")


def find_dates(parses: list[Parse], account: Account) -> list[DateSpan]:
    """The dates of an account, in order; none overlap. Linear in its length."""
    spans: list[DateSpan] = []
    year, year_at = "", -ANCHOR_REACH
    for number, parse in enumerate(parses):
        for start, end, edtf in _composed(parse):
            span = DateSpan(number, parse.start + start, parse.start + end, edtf)
            if "XXXX" in edtf:
                told = year if number - year_at <= ANCHOR_REACH else ""
                near = number == year_at
                span = _anchored(span, told, near, account, parse)
            elif edtf:
                stated = _WHOLE_YEAR.search(edtf)
                if stated and "/" not in edtf and "X" not in edtf:
                    year, year_at = stated.group(), number
            spans.append(span)
    return spans


def _anchored(span: DateSpan, told: str, near: bool, account: Account, parse: Parse) -> DateSpan:
    """A day or month given its year: the narrative's own, or for news and letters their own date's."""
    dated = account.date[:7] if account.kind in DATED_KINDS else ""
    month = int(span.edtf[(at := span.edtf.index("XXXX-") + 5) : at + 2])
    if not re.fullmatch(r"\d{4}(-\d\d)?", dated) or (
        told and near and int(dated[:4]) - int(told) > HISTORY_YEARS
    ):
        year = told
    else:
        year = str(_year_by_date(span, int(dated[:4]), int(dated[5:7] or 0), month, parse))
        return replace(span, edtf=span.edtf.replace("XXXX", year), anchor=account.date)
    return replace(span, edtf=span.edtf.replace("XXXX", year), anchor=year) if year else span


def _year_by_date(span: DateSpan, year: int, now: int, month: int, parse: Parse) -> int:
    """The year of a month named in a text written in month ``now`` (0: unknown) of ``year``."""
    start, end = span.start - parse.start, span.end - parse.start
    said = _NEAR_YEAR.search(parse.text, end, end + 14)
    word = said[1].lower() if said and said.start() <= end + 1 else ""
    if word:
        return year + {"last": -1, "next": 1}.get(word, 0)
    before = parse.text[max(0, start - 10) : start].rstrip().rpartition(" ")[2].lower()
    if before == "this" or not now:
        return year
    if before == "last":
        return year - (month >= now)
    if before == "next":
        return year + (month <= now)
    ahead = month - now
    coming = _COMING.search(parse.text, max(0, start - 120), start)
    if coming:
        return year + (ahead < -AHEAD_MONTHS)
    return year - (ahead > 1)


def _composed(parse: Parse) -> Iterator[tuple[int, int, str]]:
    """Atoms with the words around them that change their value."""
    text = parse.text
    atoms = _atoms(parse)
    index, free = 0, 0
    while index < len(atoms):
        start, end, edtf = atoms[index]
        index += 1
        start, edtf = _parted(text, free, start, edtf)
        left = text[max(free, start - 24) : start]
        pair = _TO.match(text, end, end + 12)
        opener = _FROM.search(left)
        if opener and pair and index < len(atoms) and pair.end() >= atoms[index][0] - 10:
            second = _parted(text, end, *atoms[index][0::2])
            if second[0] == pair.end() or atoms[index][0] == pair.end():
                joined = _interval(edtf, second[1])
                if joined:
                    start, end, edtf = start - len(left) + opener.start(), atoms[index][1], joined
                    index += 1
                    free = end
                    yield start, end, edtf
                    continue
        start, end, edtf = _qualified(text, free, start, end, edtf)
        free = end
        yield start, end, edtf


def _parted(text: str, free: int, start: int, edtf: str) -> tuple[int, str]:
    """Take "early", "mid" or "the end of" before an atom into its value."""
    low = max(free, start - 24)
    part = _PART.search(text[low:start])
    if part:
        narrowed = _third(edtf, part["part"].lower())
        if narrowed:
            return low + part.start(), narrowed
    return start, edtf


def _qualified(text: str, free: int, start: int, end: int, edtf: str) -> tuple[int, int, str]:
    low = max(free, start - 40)
    day = _DAY_BEFORE.search(text[low:start])
    if day and edtf.count("-") == 2:
        start = low + day.start()
    elif edtf.count("-") == 2 and (after := _DAY_AFTER.match(text, end, end + 20)):
        end = after.end()
    if edtf.startswith("XXXX") and (short := _SHORT_YEAR.match(text, end, end + 4)):
        return start, short.end(), ""  # "19-Nov-12": which century, nobody knows
    left = text[low:start]
    bound = _BEFORE_IT.search(left)
    if "/" in edtf and bound and bound["shut"]:
        return low + bound.start(), end, "../" + edtf.partition("/")[2]
    if "/" not in edtf:
        about, maybe = _ABOUT.search(left), _MAYBE.search(left)
        onward = _ONWARD.match(text, end, end + 9)
        if about:
            return low + about.start(), end, edtf + "~"
        if maybe:
            return low + maybe.start(), end, edtf + "?"
        if onward:
            from_ = _FROM.search(left)
            return (low + from_.start() if from_ else start), onward.end(), f"{edtf}/.."
        if bound and bound.group().strip().lower() == "с" and edtf.count("-") == 2:
            return start, end, edtf  # "с 3 марта" may open a longer span that goes on elsewhere
        if bound:
            value = f"{edtf}/.." if bound["open"] else f"../{edtf}"
            return low + bound.start(), end, value
    return start, end, edtf


def _third(edtf: str, part: str) -> str:
    """The first, middle or last third of a century, a decade, a year or a month, as an interval."""
    which = (
        0
        if re.search("early|begin|start|начал", part)
        else 2
        if re.search("late|end|кон", part)
        else 1
    )
    if re.fullmatch(r"\d\dXX", edtf):
        years = ((0, 33), (34, 66), (67, 99))[which]
        return f"{edtf[:2]}{years[0]:02d}/{edtf[:2]}{years[1]:02d}"
    if re.fullmatch(r"\d{3}X", edtf):
        return f"{edtf[:3]}{(0, 4, 7)[which]}/{edtf[:3]}{(3, 6, 9)[which]}"
    if re.fullmatch(r"\d{4}", edtf):
        return f"{edtf}-{(1, 5, 9)[which]:02d}/{edtf}-{(4, 8, 12)[which]:02d}"
    if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", edtf):
        last = monthrange(int(edtf[:4]), int(edtf[5:]))[1]
        return f"{edtf}-{(1, 11, 21)[which]:02d}/{edtf}-{(10, 20, last)[which]:02d}"
    return ""


def _interval(first: str, last: str) -> str:
    """Two atoms as one interval; a first without its year has the last's."""
    if "/" in first or "/" in last:
        first, last = first.split("/")[0], last.split("/")[-1]
    if first.startswith("XXXX") and last[:4].isdigit():
        first = last[:4] + first[4:]
    if "X" in first[4:] + last[4:] or first >= last:
        return ""
    return f"{first}/{last}"


def _atoms(parse: Parse) -> list[tuple[int, int, str]]:
    """Explicit dates, and years, decades, centuries and seasons where none of those stands."""
    text = parse.text
    atoms = list(explicit_dates(text))
    taken = [atom[0] for atom in atoms]
    for match in _ATOM.finditer(text):
        at = bisect_right(taken, match.start()) - 1
        if at >= 0 and match.start() < atoms[at][1]:
            continue
        if at + 1 < len(taken) and taken[at + 1] < match.end():
            continue
        edtf = _atom_value(match, parse)
        if edtf:
            atoms.append((match.start(), match.end(), edtf))
    return sorted(atoms)


def _atom_value(match: re.Match[str], parse: Parse) -> str:
    group = match.groupdict()
    left = parse.text[max(0, match.start() - 26) : match.start()]
    if group["season"]:
        return f"{group['season_y']}-{_SEASONS[group['season'].lower()]}"
    if group["ru_season"]:
        return f"{group['ru_season_y']}-{_SEASONS[group['ru_season'].lower()]}"
    if group["decade"]:
        return f"{group['decade'][:3]}X"
    if group["century"] or group["century_word"] or group["roman"]:
        number = _ROMAN.get(group["roman"] or "") or _CENTURY.get(
            (group["century_word"] or "").lower()
        )
        number = number or int(group["century"])
        return f"{number - 1:02d}XX" if 1 <= number <= 21 else ""
    if group["years"]:
        last = group["y2"] if len(group["y2"]) == 4 else group["y1"][:2] + group["y2"]
        cued = left.endswith("(") or _YEAR_CUE.search(left) or len(group["y2"]) == 4
        return f"{group['y1']}/{last}" if group["y1"] < last and cued else ""
    if group["year"]:
        return group["year"] if group["ru_year"] or _is_year(match, left, parse) else ""
    month = month_number(group["month"])
    if month and _MONTH_CUE.search(left) and not re.match(r"\s?\d", parse.text[match.end() :][:2]):
        return f"XXXX-{month:02d}"
    return ""


def _is_year(match: re.Match[str], left: str, parse: Parse) -> bool:
    """Whether four digits are a year: a cue stands before them and nothing countable after them."""
    if _LIFE_CUE.search(left):
        return not _counts(match, parse)
    if not _YEAR_CUE.search(left) or (left.endswith("at ") and int(match["year"]) % 100 < 60):
        return False  # "at 1830" is an hour as soon as a year
    if _counts(match, parse):
        return False
    article = re.search(
        r"\b(?:the|its|our|their|his|her|at|for|and|or|в|на)\s$", left, re.IGNORECASE
    )
    return not article or int(match["year"]) >= FIRST_BARE_YEAR


def _counts(match: re.Match[str], parse: Parse) -> bool:
    """Whether four digits count what follows them."""
    token = bisect_right(parse.starts, parse.start + match.start()) - 1
    following = parse.tags[token + 1] if token + 1 < len(parse.tags) else "."
    return following in ("NNS", "NNPS", "NOUN", "ADJ", "CD", "NUM", "$")


FIRST_BARE_YEAR = 1600
"""After an article or "and", a number below this is a count more often than a year."""
