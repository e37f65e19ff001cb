"""Quantities: counts, ages, distances, durations, clock times and money, with their exactness."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.quantities.clocks import find_clocks, keeps_log, touches
from variorum.read.quantities.numbers import Number, find_numbers
from variorum.read.quantities.tallies import label_of, tally
from variorum.read.spans import DateSpan, QuantitySpan
from variorum.read.words import listed

OLDEST = 115
"""No stated age of a person above this is read as one."""

HARMED = listed("kill wound injure die drown capture rescue save hurt perish")
"""Verbs that count people even where the number stands alone."""

FIRST_YEAR, LAST_YEAR = 1500, 2099
"""Four digits in this range before a singular noun are a year, not a count."""

AGE = "age"
"""``counted`` of a person's age; its unit is "year"."""

UNITS = {
    "year": "year", "yr": "year", "month": "month", "week": "week", "day": "day", "night": "night",
    "hour": "hour", "minute": "minute", "min": "minute", "second": "second",
    "mile": "mile", "kilometre": "kilometre", "kilometer": "kilometre", "km": "kilometre",
    "metre": "metre", "meter": "metre", "m": "metre", "foot": "foot", "feet": "foot", "ft": "foot",
    "inch": "inch", "yard": "yard", "fathom": "fathom", "league": "league", "knot": "knot",
    "centimetre": "centimetre", "centimeter": "centimetre", "cm": "centimetre",
    "millimetre": "millimetre", "millimeter": "millimetre", "mm": "millimetre", "acre": "acre",
    "hectare": "hectare", "ton": "ton", "tonne": "tonne", "kilogram": "kilogram", "kg": "kilogram",
    "kilo": "kilogram", "gram": "gram", "pound": "pound", "lb": "pound", "ounce": "ounce",
    "litre": "litre", "liter": "litre", "gallon": "gallon", "degree": "degree",
    "percent": "percent", "%": "percent", "mph": "mile per hour",
    "oclock": "clock", "o'clock": "clock", "yds": "yard", "yd": "yard",
    "dollar": "dollar", "euro": "euro", "ruble": "ruble", "rouble": "ruble", "franc": "franc",
    "cent": "cent", "shilling": "shilling", "crown": "crown",
    "год": "year", "лето": "year", "месяц": "month", "неделя": "week", "день": "day", "сутки": "day",
    "час": "hour", "минута": "minute", "секунда": "second", "километр": "kilometre",
    "км": "kilometre", "метр": "metre", "м": "metre", "сантиметр": "centimetre", "см": "centimetre",
    "верста": "verst", "миля": "mile", "тонна": "tonne", "килограмм": "kilogram", "кг": "kilogram",
    "рубль": "ruble", "доллар": "dollar", "копейка": "kopeck", "процент": "percent",
    "градус": "degree", "лет": "year",
}  # fmt: skip
_MONEY = {"$": "dollar", "us$": "dollar", "£": "pound sterling", "€": "euro", "₽": "ruble"}
_TENS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90, "teens": 13,
}  # fmt: skip
_RU_AGED = re.compile(r"(?<!\d)(?P<low>\d{1,3})(?:-ти|-и)?-летн\w+", re.IGNORECASE)
_NUMBERED = listed("no № # number page pp p chapter vol volume section room flight route номер стр")
_CODES = listed("ms me mss am pm loc ed fol ibid f ff")
"""Abbreviations after a number that may mean many things, so that nothing is counted."""
_PAGE_COUNTS = listed("post comment reply view like share page visit hit click vote point note")
"""What a web page counts of itself."""
_SCORED = listed("loss win victory defeat lead vote record tie decision score draw margin")
_NOUNS = frozenset(("NN", "NNS", "NOUN", "NNPS"))
_BETWEEN = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "NN", "ADJ", "NNP", "CC", ",", "HYPH"))


def find_quantities(
    parses: list[Parse], dates: list[DateSpan], people_ends: dict[int, set[int]]
) -> list[QuantitySpan]:
    """The quantities of an account, in order. ``people_ends`` holds, by paragraph, the token after
    each person's name: ", 45," after one is an age."""
    by_paragraph: dict[int, list[DateSpan]] = {}
    for date in dates:
        by_paragraph.setdefault(date.paragraph, []).append(date)
    found = []
    log = keeps_log(parses)
    for number, parse in enumerate(parses):
        if parse.tags and parse.tags[0] == "" and parse.language != "ru":
            continue
        busy = [(d.start, d.end) for d in by_paragraph.get(number, [])]
        clocks = find_clocks(number, parse, busy, log)
        clocks += _russian_ages(number, parse)
        busy = sorted(busy + [(q.start, q.end) for q in clocks])
        here = clocks
        for item in find_numbers(parse):
            if not touches(busy, parse.starts[item.first], parse.ends[item.end - 1]):
                span = _quantity(number, parse, item, people_ends.get(number, set()))
                if span:
                    here.append(span)
        found += sorted(here, key=lambda span: span.start)
    return found


def _russian_ages(number: int, parse: Parse) -> Iterator[QuantitySpan]:
    """ "34-летний матрос": the age stands inside the word."""
    if parse.language != "ru":
        return
    for match in _RU_AGED.finditer(parse.text):
        age = float(match["low"])
        start, end = parse.start + match.start(), parse.start + match.end()
        first = bisect_right(parse.starts, start) - 1
        if 0 < age <= OLDEST and first >= 0:
            stop = bisect_right(parse.starts, end - 1)
            yield QuantitySpan(number, start, end, first, stop, age, age, "year", AGE, "exact")


def _quantity(
    number: int, parse: Parse, item: Number, people_ends: set[int]
) -> QuantitySpan | None:
    def span(first: int, stop: int, unit: str, counted: str, noun: int = -1) -> QuantitySpan:
        return QuantitySpan(
            number, parse.starts[first], parse.ends[stop - 1], first, stop,
            item.low, item.high, unit, counted, item.exactness, noun,
        )  # fmt: skip

    words, count = parse.words, len(parse.words)
    before = words[item.first - 1].lower() if item.first else ""
    if item.first > 1 and before == ".":
        before = words[item.first - 2].lower()
    if before.rstrip(".") in _NUMBERED:
        return None
    if before in ("-", "–") and words[item.first - 2][:1].isdigit():
        return None  # "an 88-72 loss"
    if before in _MONEY:
        return span(item.first - 1, item.end, _MONEY[before], "")
    aged = _age_end(parse, item, people_ends)
    if aged:
        return span(aged[0], aged[1], "year", AGE)
    after = item.end
    if after < count and words[after] in ("-", "‑") and after + 1 < count:
        after += 1
    if after < count:
        unit = UNITS.get(parse.lemmas[after]) or UNITS.get(words[after].lower())
        if unit and not (unit == "metre" and words[after] == "M"):
            return span(item.first, after + 1, unit, "")
    noun = _counted(parse, item)
    if noun >= 0 and (
        parse.lemmas[noun] in _CODES
        or (item.exactness == "between" and parse.lemmas[noun] in _SCORED)
    ):
        return None
    if noun < 0:
        last = item.end - 1
        counted = parse.deps[last] in ("nsubj", "nsubjpass", "dobj")
        if counted and parse.lemmas[parse.heads[last]] in HARMED:
            return span(item.first, item.end, "", "", last)  # "twelve were killed"
        bare = span(item.first, item.end, "", "")
        if tally(parse, bare):
            return bare
        return _labelled(parse, bare)
    unit = UNITS.get(parse.lemmas[noun], "")
    return span(item.first, noun + 1, unit, "" if unit else parse.lemmas[noun], noun)


def _labelled(parse: Parse, bare: QuantitySpan) -> QuantitySpan | None:
    """ "Lifebelts: 48": a number that is all of a line's value counts what its label names."""
    label = label_of(parse)
    at = parse.text.find(":") + 1
    rest = parse.text[bare.end - parse.start :].strip(" .;")
    before = parse.text[at : bare.start - parse.start].strip()
    colon = bisect_right(parse.starts, parse.start + at - 1) - 1
    plural = label and colon > 0 and parse.tags[colon - 1] in ("NNS", "NNPS")
    if not plural or rest or before or parse.lemmas[colon - 1] in _PAGE_COUNTS:
        return None
    return replace(bare, counted=parse.lemmas[colon - 1])


def _counted(parse: Parse, item: Number) -> int:
    """The token of the noun that a number counts, or -1."""
    token = item.end
    count = len(parse.words)
    if token < count and parse.words[token] == "-":
        return -1  # "a three-way fight" counts nothing
    if token + 1 < count and parse.words[token].lower() in ("of", "из"):
        token += 1
        while token < count and parse.tags[token] in ("DT", "PRP$", "PRON"):
            token += 1
    best = -1
    for step in range(4):
        at = token + step
        if at >= count:
            break
        tag = parse.tags[at]
        if tag in _NOUNS and parse.words[at][0].isalpha():
            best = at
            if parse.language != "en" or tag == "NNS":
                break
        elif tag not in _BETWEEN or best >= 0:
            break
    if best < 0:
        return -1
    many = parse.tags[best] in ("NNS", "NNPS", "NOUN")
    if item.low == item.high == 1 and parse.tags[best] == "NNS":
        return -1
    year = parse.words[item.end - 1].isdigit() and FIRST_YEAR <= item.low <= LAST_YEAR
    return best if many or not year else -1  # "the 1931 fire"


def _age_end(parse: Parse, item: Number, people_ends: set[int]) -> tuple[int, int] | None:
    """The tokens of an age that this number states, or None."""
    if item.high is None or not 0 < item.low <= item.high <= OLDEST or item.low % 1:
        return None
    words, first, end = parse.words, item.first, item.end
    low = [word.lower() for word in words[end : end + 4]] + [""] * 4
    before = [word.lower() for word in words[max(0, first - 3) : first]]
    before = [""] * (3 - len(before)) + before
    if (
        low[0] in ("year", "years")
        and low[1] in ("old", "of")
        and (low[1] == "old" or low[2] == "age")
    ):
        return first, end + (2 if low[1] == "old" else 3)
    if low[:4] in (["-", "year", "-", "old"], ["-", "years", "-", "old"]):
        return first, end + 4
    if before[-1] in ("aged", "age"):
        return first - 1, end
    if before[-2:] == ["age", "of"]:
        return first - 2, end
    if low[0] in ("лет", "года", "год") and (
        before[-2:] == ["в", "возрасте"] or before[-1] in ("было", "исполнилось", "исполнился")
    ):
        return first, end + 1
    closed = low[0] in (",", ")", ";", ".", "")
    if first - 1 in people_ends and before[-1] in (",", "("):
        if low[0] in ("лет", "года", "год"):
            return first, end + 1
        if closed:
            return first, end
    whose = before[-2] in _WHO | {"who"} or first - 1 in people_ends
    if before[-1] in ("was", "is", "turned", "am") and whose:
        dated = low[0] in ("in", "on") and low[1].isdigit() and len(low[1]) == 4
        if closed or dated or low[0] in _AFTER_AGE:
            return first, end
    return None


_AFTER_AGE = listed("when at then and but that this now last or years")
_WHO = frozenset(("he", "she", "i"))
