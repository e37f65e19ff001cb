"""Clock times, as hours of the day: 18.5 is half past six in the evening.

"9.40" and "2158" are times only after "at" or where a log's entries begin with them; in a sentence
that speaks of prices or shares they are none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from variorum.read.parse import Parse
from variorum.read.quantities.number_words import VALUES
from variorum.read.spans import QuantitySpan

CLOCK = "clock"
"""The unit of clock times."""

PRICED = 60
"""Characters on either side of "at 9.40" in which a word of trade makes it a price."""

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_HOURS = rf"{_ONES}|ten|eleven|twelve|noon|midnight|1[0-2]|[1-9]"
_TEENS = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_MINUTES = rf"twenty[- ](?:{_ONES})|twenty|{_TEENS}|ten|{_ONES}|[1-5]?\d"
_DAY = (
    r"(?:,?\s(?:o['’]clock\s)?(?P<day>in\sthe\s(?:morning|afternoon|evening)|at\snight"
    r"|[ap]\.?\s?m\b\.?))?"
)
_DIGITAL = re.compile(
    r"(?<![\w:.])(?P<h>[01]?\d|2[0-3])(?:(?:[:.]|\s:\s)(?P<m>[0-5]\d))?(?::[0-5]\d)?\s?"
    r"(?P<day>[ap]\.?\s?m\b\.?|o['’]clock(?:\sin\sthe\s(?:morning|afternoon|evening)|\sat\snight)?"
    r"|hrs\b|hours\b|час(?:ов|а)?\s(?:утра|вечера|дня|ночи))",
    re.IGNORECASE,
)
_MILITARY = re.compile(
    r"(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\bfrom\s)|(?<=\buntil\s)|(?<=\babout\s)|(?<=\bsince\s)"
    r"|(?<=\bbefore\s)|(?<=\bafter\s)|(?<![\w:.,])(?=0))(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s?(?:hours|hrs|h)\b",
    re.IGNORECASE,
)
_COLON = re.compile(
    r"(?<![\w:.])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\w:]|\s?[ap]\.?m)", re.IGNORECASE
)
_SPOKEN_HOUR = re.compile(
    rf"\b(?P<h>{_ONES}|ten|eleven|twelve)\s(?:o['’]clock|of\sthe\sclock){_DAY}"
    r"|\b(?:at|about|around|by|till|until|towards?|near|nearly|before|after|since)\s"
    rf"(?P<h2>{_ONES}|ten|eleven|twelve|1[0-2]|[1-9])\s"
    r"(?P<day2>in\sthe\s(?:morning|afternoon|evening)|at\snight)\b"
    r"|\b(?P<day3>morning|afternoon|evening|night),?\s(?:at\s)?about\s"
    rf"(?P<h3>{_ONES}|ten|eleven|twelve)(?=[,.;])",
    re.IGNORECASE,
)
_COUNTED_HOUR = re.compile(
    r"\b(?:was|about|at|from|until|till|to)\s(?:about\s)?the\s(?P<h>first|third|fourth|sixth|seventh|ninth"
    r"|tenth|twelfth)\shour\b(?!\sof\s(?!the\sday))",
    re.IGNORECASE,
)
""" "It was about the sixth hour": hours of the day counted from sunrise, as the ancients did."""
SUNRISE = 6
_PARTS = {
    "noon": (12.0, 12.0), "midday": (12.0, 12.0), "midnight": (24.0, 24.0), "dawn": (3.0, 9.0),
    "daybreak": (3.0, 9.0), "sunrise": (3.5, 8.5), "sunset": (15.5, 22.5), "dusk": (15.5, 23.0),
    "nightfall": (15.5, 23.0), "twilight": (15.5, 23.0), "полдень": (12.0, 12.0),
    "полночь": (24.0, 24.0), "рассвете": (3.0, 9.0), "заре": (3.0, 9.0), "закате": (15.5, 22.5),
    "сумерках": (15.5, 23.0),
}  # fmt: skip
"""Hours of the day that words name, as wide as the sun's at any season between the polar circles."""
_AT_IT = frozenset(("at", "about", "around", "towards", "toward", "near", "в", "на", "около"))
_PART = re.compile(
    rf"\b(?:at|about|around|by|before|after|till|until|towards?|near|в|на|к|около)\s"
    rf"(?P<part>{'|'.join(_PARTS)})\b",
    re.IGNORECASE,
)
_ORDINALS = {"first": 1, "third": 3, "fourth": 4, "sixth": 6, "seventh": 7, "ninth": 9, "tenth": 10,
             "twelfth": 12}  # fmt: skip
_PAST = re.compile(
    rf"(?<![\w/.,])(?P<m>half|[13]/[24]|[¼½¾]|(?:a\s)?quarter|(?:{_MINUTES})(?:\sminutes?)?)\s"
    r"(?P<to>past|passed|after)\s"
    rf"(?P<h>{_HOURS})\b(?![.:]\d){_DAY}"
    rf"|\b(?P<m2>(?:a\s)?quarter|(?:{_MINUTES})\sminutes?)\s(?P<to2>to|before|after)\s"
    rf"(?P<h2>{_HOURS})\b(?![.:]\d){_DAY.replace('P<day>', 'P<day2>')}"
    rf"|(?<=\bat\s)(?P<m3>five|ten|twenty|twenty-five)\s(?P<to3>to)\s(?P<h3>{_ONES}|ten|eleven|twelve)"
    r"(?=[.,;:!?)]|$|\s(?:in|on|that|when|and|the|I|he|she|we|they|there|it)\b)",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:at|в)\s(?:or\s)?(?:about\s|around\s|exactly\s|just\safter\s|just\sbefore\s)?"
    r"(?P<time>(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d)|(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d))"
    r"(?=[.,;:!?)](?!\d)|$|\s(?:in|on|that|when|and|the|a|an|I|he|she|we|they|there|it|my|our|his|her|from|by"
    r"|smoke|fire|hrs|hours)\b|\s[а-яё])",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:^\s*|[.!?;]\s+)(?P<time>(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d)|(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d))"
    r"(?=\.?,?\s+[A-ZА-ЯЁ]|\s?[-–—:]\s)"
)
_SECTION = re.compile(r"\s*\d{1,2}\.\d\.?\s")
_TRADE = re.compile(
    r"[$£€%₽]|\b(?:per\s?cent|shares?|points?|rates?|prices?|priced|yield\w*|stocks?|bonds?|index"
    r"|average[ds]?|cents?|dollars?|francs?|marks?|yen|sold|quoted|руб\w*|курс\w*|цен\w*)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|nearly|almost|roughly|около|примерно(?:\sв)?)\s(?:the\s)?$",
    re.IGNORECASE,
)
_RU_HOURS = {
    word: hour
    for hour, words in enumerate(
        [
            "час первого",
            "два двух второго",
            "три трёх трех третьего",
            "четыре четырёх четвёртого четвертого",
            "пять пяти пятого",
            "шесть шести шестого",
            "семь семи седьмого",
            "восемь восьми восьмого",
            "девять девяти девятого",
            "десять десяти десятого",
            "одиннадцать одиннадцати одиннадцатого",
            "двенадцать двенадцати двенадцатого",
        ],
        1,
    )
    for word in words.split()
}
_RU_MINUTES = {
    "одной": 1, "двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5, "пять": 5,
    "десяти": 10, "десять": 10, "пятнадцати": 15, "пятнадцать": 15, "четверти": 15, "четверть": 15,
    "двадцати": 20, "двадцать": 20, "двадцати пяти": 25, "двадцать пять": 25, "тридцать": 30,
    "тридцать пять": 35, "сорок": 40, "сорок пять": 45, "пятьдесят": 50, "пятьдесят пять": 55,
}  # fmt: skip
_RU_HOUR = "|".join(sorted(_RU_HOURS, key=len, reverse=True))
_RU_MINUTE = "|".join(sorted(_RU_MINUTES, key=len, reverse=True))
_RU_GENITIVE = "|".join(sorted((word for word in _RU_HOURS if word.endswith("го")), key=len)[::-1])
_RU_DAY = r"(?:\s(?P<day>утра|вечера|дня|ночи))?"
_RUSSIAN = re.compile(
    rf"\b(?:половин[еау]\s(?P<half>{_RU_GENITIVE})|без\s(?P<less>{_RU_MINUTE})(?:\sминут\w*)?\s"
    rf"(?P<less_h>{_RU_HOUR})|(?P<past>{_RU_MINUTE})(?:\sминут\w*)?\s(?P<past_h>{_RU_GENITIVE})"
    rf"|(?<=[вк]\s)(?P<h>{_RU_HOUR}|[01]?\d|2[0-3])\s(?:час(?:ов|а|у|ам)?|ч\.)"
    rf"(?:\s(?P<m>{_RU_MINUTE}|[0-5]?\d)\s(?:минут\w*|мин\.?))?)\b{_RU_DAY}",
    re.IGNORECASE,
)


def touches(busy: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether ``[start, end)`` shares a character with one of the sorted spans."""
    at = bisect_right(busy, (start, end)) - 1
    return any(s < end and start < e for s, e in busy[max(0, at) : at + 2])


def keeps_log(parses: list[Parse]) -> bool:
    """Whether an account's entries begin with their hours, and no sections with their numbers."""
    entries = 0
    for parse in parses:
        if _SECTION.match(parse.text):
            return False
        entries += sum(
            bool(match["h"]) or not 15 <= int(match["h2"]) <= 20 or match["h2"] == "00"
            for match in _ENTRY.finditer(parse.text)
        )
    return entries > 1


def find_clocks(
    number: int, parse: Parse, busy: list[tuple[int, int]], log: bool
) -> list[QuantitySpan]:
    """The clock times of a paragraph that stand outside the ``busy`` spans; ``log``: whether its
    account keeps a log, where an entry may begin with a bare hour."""
    found: list[QuantitySpan] = []
    for start, end, value in _times(parse, log):
        about = _ABOUT.search(parse.text, max(0, start - 16), start)
        if about:
            start = about.start()
        begin, stop = parse.start + start, parse.start + end
        if touches(busy, begin, stop) or (found and found[-1].end > begin):
            continue
        first = bisect_right(parse.starts, begin) - 1
        last = bisect_right(parse.starts, stop - 1)
        exactness = "about" if about else "exact"
        found.append(
            QuantitySpan(number, begin, stop, first, last, value, value, CLOCK, "", exactness)
        )
    return sorted([*found, *_parts_of_day(number, parse, busy, found)], key=lambda q: q.start)


def _parts_of_day(
    number: int, parse: Parse, busy: list[tuple[int, int]], found: list[QuantitySpan]
) -> Iterator[QuantitySpan]:
    """ "At dusk": between two hours; "before noon" and the like are open and say too little."""
    taken = sorted([*busy, *((q.start, q.end) for q in found)])
    for match in _PART.finditer(parse.text):
        if match[0].split()[0].lower() not in _AT_IT:
            continue
        begin, stop = parse.start + match.start("part"), parse.start + match.end()
        if touches(taken, begin, stop):
            continue
        low, high = _PARTS[match["part"].lower()]
        first, last = bisect_right(parse.starts, begin) - 1, bisect_right(parse.starts, stop - 1)
        exactness = "exact" if low == high else "between"
        yield QuantitySpan(number, begin, stop, first, last, low, high, CLOCK, "", exactness)


def _times(parse: Parse, log: bool) -> list[tuple[int, int, float]]:
    """Every reading of every pattern, in order; the longer first where two begin together."""
    text = parse.text
    times: list[tuple[int, int, float]] = []
    if parse.language == "ru":
        times += _russian(text)
    else:
        times += _spoken(text)
    for pattern in (_DIGITAL, _COLON, _MILITARY):
        for match in pattern.finditer(text):
            value = _digital(match)
            if value is not None:
                times.append((*match.span(), value))
    for pattern in (_AT, _ENTRY) if log else (_AT,):
        for match in pattern.finditer(text):
            start, end = match.span("time")
            if not _TRADE.search(text, max(0, start - PRICED), end + PRICED):
                hour, minute = match["h"] or match["h2"], match["m"] or match["m2"]
                times.append((start, end, int(hour) + int(minute) / 60))
    return sorted(times, key=lambda time: (time[0], -time[1]))


def _digital(match: re.Match[str]) -> float | None:
    group = match.groupdict()
    day = (group.get("day") or "").lower()
    if day == "hours" and not group["m"]:
        return None  # "for 12 hours" is a duration
    return _half(int(group["h"]), day) + int(group["m"] or 0) / 60


def _half(hour: int, day: str) -> int:
    """The hour of the day, by "p.m.", "in the evening", "утра"."""
    if day[:1] == "p" or any(word in day for word in ("afternoon", "evening", "вечера", "дня")):
        return hour + 12 * (hour < 12)
    if "night" in day or "ночи" in day:
        return hour + 12 if 6 <= hour < 12 else hour % 12 if hour == 12 else hour
    if hour == 12 and (day[:1] == "a" or "morning" in day):
        return 0
    return hour


def _spoken(text: str) -> Iterator[tuple[int, int, float]]:
    for match in _SPOKEN_HOUR.finditer(text):
        part = next(name for name in ("h", "h2", "h3") if match[name])
        day = (match["day"] or match["day2"] or match["day3"] or "").lower()
        start, end = match.start(part), match.end()
        yield start, end, float(_half(_hour(match[part]), day))
    for match in _COUNTED_HOUR.finditer(text):
        yield match.start("h"), match.end(), float(SUNRISE + _ORDINALS[match["h"].lower()])
    for match in _PAST.finditer(text):
        group = match.groupdict()
        minute = group["m"] or group["m2"] or group["m3"]
        hour = _hour(group["h"] or group["h2"] or group["h3"])
        day = (group["day"] or group["day2"] or "").lower()
        minutes = _minutes(minute.lower()) / 60
        to = (group["to"] or group["to2"] or group["to3"]).lower()
        base = _half(hour, day)
        past = to in ("past", "passed", "after")
        yield *match.span(), base + minutes if past else base - minutes


def _hour(word: str) -> int:
    low = word.lower()
    if low in ("noon", "midnight"):
        return 12 if low == "noon" else 24
    return int(low) if low.isdigit() else int(VALUES[low])


_FRACTIONS = {"1/4": 15.0, "¼": 15.0, "1/2": 30.0, "½": 30.0, "2/4": 30.0, "3/4": 45.0, "¾": 45.0}
""" "1/2 after six", as logs and journals write it."""


def _minutes(words: str) -> float:
    if words in _FRACTIONS:
        return _FRACTIONS[words]
    if "half" in words:
        return 30
    if "quarter" in words:
        return 15
    parts = words.replace("-", " ").removesuffix("s").removesuffix(" minute").split(" ")
    return sum(float(part) if part.isdigit() else VALUES[part] for part in parts)


def _russian(text: str) -> Iterator[tuple[int, int, float]]:
    for match in _RUSSIAN.finditer(text):
        group = {name: (value or "").lower() for name, value in match.groupdict().items()}
        minute = 0.0
        if group["half"]:
            hour, minute = _RU_HOURS[group["half"]] - 1, 30
        elif group["less"]:
            hour, minute = _RU_HOURS[group["less_h"]], -_RU_MINUTES[group["less"]]
        elif group["past"]:
            hour, minute = _RU_HOURS[group["past_h"]] - 1, _RU_MINUTES[group["past"]]
        else:
            hour = int(group["h"]) if group["h"].isdigit() else _RU_HOURS[group["h"]]
            said = group["m"]
            minute = float(said) if said.isdigit() else _RU_MINUTES.get(said, 0)
        yield *match.span(), _half(hour, group["day"]) + minute / 60
