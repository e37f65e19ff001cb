"""Explicit calendar dates in running text, as EDTF; month names in seven languages.

Only what the words say outright is given: no guess of a century, of a missing year, or of whether
a day or a month comes first. Everything relative or hedged is left to whoever reads the context.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping

_NAMES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    ),
    "ru": (
        "январь января январе янв",
        "февраль февраля феврале фев февр",
        "март марта марте мар",
        "апрель апреля апреле апр",
        "май мая мае",
        "июнь июня июне июн",
        "июль июля июле июл",
        "август августа августе авг",
        "сентябрь сентября сентябре сен сент",
        "октябрь октября октябре окт",
        "ноябрь ноября ноябре ноя нояб",
        "декабрь декабря декабре дек",
    ),
    "uk": (
        "січень січня січні",
        "лютий лютого лютому",
        "березень березня березні",
        "квітень квітня квітні",
        "травень травня травні",
        "червень червня червні",
        "липень липня липні",
        "серпень серпня серпні",
        "вересень вересня вересні",
        "жовтень жовтня жовтні",
        "листопад листопада листопаді",
        "грудень грудня грудні",
    ),
    "de": (
        "januar jänner",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "es": (
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre setiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    "it": (
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
}

MONTHS: Mapping[str, int] = {
    word: number
    for language in _NAMES.values()
    for number, words in enumerate(language, 1)
    for word in words.split()
}
"""Month names and abbreviations in lower case, without the full stop, to 1..12."""

CAPITALISED = frozenset(
    word for language in ("en", "de") for words in _NAMES[language] for word in words.split()
)
"""Names that count as a month only with a capital: "may", "march" and "mar" are words too."""


def _month_pattern() -> str:
    forms: set[str] = set()
    for word in MONTHS:
        forms |= {word.capitalize(), word.upper()}
        if word not in CAPITALISED:
            forms.add(word)
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


_MONTH = rf"(?:{_month_pattern()})(?!\w)\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|d|er|-?го|-?е|\.|º)?"
_GAP = r"(?:[ \t\u00a0]{1,2}|[ \t\u00a0]?\n[ \t\u00a0]?|[-/])"
_SPACE = r"(?:[ \t\u00a0]{1,2}|[ \t\u00a0]?\n[ \t\u00a0]?)"
_COMMA = rf"(?:\s?,{_SPACE}?|{_GAP})"
_OF = r"(?:(?:day[ \n])?of[ \n]|de[ \n]|del[ \n])?"
_YEAR = r"(?:1\d|20)\d\d(?!\d)"
_DUAL = r"(?:/\d{1,4}(?![\d/]))?"
_TO = r"\s?[-–—]\s?"
_ERA = r"(?:[ \u00a0]?(?:г\.|года|году|р\.|року|році)(?!\w))?"

_INITIALS = "".join(sorted({form for word in MONTHS for form in (word[0], word[0].upper())}))

_DATE = re.compile(
    rf"""(?=[\d{_INITIALS}])(?<![\w./-])(?:
      (?P<iso_y>{_YEAR})(?P<iso_sep>[-/.])(?P<iso_m>\d\d?)
          (?:(?P=iso_sep)(?P<iso_d>\d\d?)|(?<=-\d\d))(?=T\d|[^\w/-]|$)(?!\.\d)
    | (?P<first>\d\d?)(?P<sep>[./-])(?P<second>\d\d?)(?P=sep)(?P<num_y>{_YEAR})(?![./-]\d)
    | (?P<ymd_y>{_YEAR}){_SPACE}(?P<ymd_m>{_MONTH}){_SPACE}(?P<ymd_d>{_DAY})(?![\d:])
          (?!{_COMMA}{_YEAR})
    | (?P<dmy_d>{_DAY}){_ORDINAL}(?:{_TO}(?P<dmy_e>{_DAY}){_ORDINAL})?
          {_GAP}{_OF}(?P<dmy_m>{_MONTH})(?:{_COMMA}{_OF}(?P<dmy_y>{_YEAR}{_DUAL}){_ERA})?
    | (?P<mdy_m>{_MONTH}){_GAP}(?:the[ ])?(?P<mdy_d>{_DAY})(?:st|nd|rd|th|d)?(?!\d|:\d)
          (?:{_TO}(?P<mdy_e>{_DAY})(?![\d:]))?(?:{_COMMA}(?P<mdy_y>{_YEAR}{_DUAL})|(?!\w))
    | (?:(?P<my_b>{_MONTH}){_TO})?(?P<my_m>{_MONTH}){_COMMA}{_OF}(?P<my_y>{_YEAR}{_DUAL}){_ERA}
    )(?!\w(?<!T))""",
    re.VERBOSE,
)


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or abbreviation in any case, with or without a full stop."""
    return MONTHS.get(word.rstrip(".").lower())


def explicit_dates(text: str) -> Iterator[tuple[int, int, str]]:
    """The explicit dates of ``text`` in order: ``(start, end, edtf)``, none overlapping.

    A date has at least a month and a year (``1999-03``) or a day and a month; a year that is not
    given is unspecified (``XXXX-03-05``). Days joined by a dash are an interval
    (``1999-03-03/1999-03-05``). A numeric date with slashes or hyphens that can be read in two ways
    is one of two (``[2016-03-05,2016-05-03]``); with full stops the day stands first. A dual year
    ("1665/6") is the later one. Impossible days (31 April) are no dates. Bare years are left out.
    Linear in the length of ``text``: every repetition in the pattern is bounded.
    """
    for match in _DATE.finditer(text):
        edtf = _normalised(match)
        if edtf:
            yield match.start(), match.end(), edtf


def _normalised(match: re.Match[str]) -> str:
    group = match.groupdict()
    if group["iso_y"]:
        return _edtf(group["iso_y"], int(group["iso_m"]), group["iso_d"])
    if group["num_y"]:
        return _numeric(group)
    if group["my_m"]:
        month = _edtf(_year(group["my_y"]), _month(group["my_m"]), None)
        if not group["my_b"]:
            return month
        return _interval(_edtf(_year(group["my_y"]), _month(group["my_b"]), None), month)
    for order in ("ymd", "dmy", "mdy"):
        if group[f"{order}_m"]:
            year, month_of = _year(group.get(f"{order}_y")), _month(group[f"{order}_m"])
            first = _edtf(year, month_of, group[f"{order}_d"])
            last_day = group.get(f"{order}_e")
            return _interval(first, _edtf(year, month_of, last_day)) if last_day else first
    return ""


def _numeric(group: dict[str, str]) -> str:
    year, first, second = group["num_y"], group["first"], group["second"]
    day_first = _edtf(year, int(second), first)
    if group["sep"] == ".":
        return day_first
    month_first = _edtf(year, int(first), second)
    if day_first and month_first and day_first != month_first:
        return "[" + ",".join(sorted((day_first, month_first))) + "]"
    return day_first or month_first


def _interval(first: str, last: str) -> str:
    return f"{first}/{last}" if first and last and first < last else ""


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def _year(written: str | None) -> str:
    """Four digits, or XXXX; of a dual year ("1665/6", Old Style) the later one."""
    if not written:
        return "XXXX"
    year, _, later = written.partition("/")
    following = str(int(year) + 1)
    return following if later and following.endswith(later) else year


def _edtf(year: str, month: int, day: str | None) -> str:
    if not 1 <= month <= 12:
        return ""
    if day is None:
        return f"{year}-{month:02d}"
    last = monthrange(int(year) if year.isdigit() else 2000, month)[1]
    return f"{year}-{month:02d}-{int(day):02d}" if 1 <= int(day) <= last else ""
