"""Ages as they are told: "34 years old", ", 45,", "in her early forties", "34-летний"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.quantities.numbers import Number
from variorum.read.quantities.ordinals import WORDS
from variorum.read.spans import QuantitySpan
from variorum.read.words import KINSHIP, listed

AGE = "age"
"""``counted`` of a person's age; its unit is "year"."""

OLDEST = 115
"""No stated age of a person above this is read as one."""

_DECADES = {
    "teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_PARTS = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9), "": (0, 9)}
"""Years of a decade of life that "early", "mid" and "late" mean."""

_IN_DECADE = re.compile(
    rf"\bin\s(?:his|her|their|my|your)\s(?:(?P<part>early|mid|middle|late)[-\s])?"
    rf"(?P<decade>{'|'.join(_DECADES)})\b",
    re.IGNORECASE,
)
_RU_STEMS = {
    "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60,
    "семидесяти": 70, "восьмидесяти": 80, "девяносто": 90, "десяти": 10, "пятнадцати": 15,
    "шестнадцати": 16, "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19,
    "четырнадцати": 14, "тринадцати": 13, "двенадцати": 12, "одиннадцати": 11,
}  # fmt: skip
_RU_ONES = {
    "одно": 1, "двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5, "шести": 6,
    "семи": 7, "восьми": 8, "девяти": 9,
}  # fmt: skip
_RU_AGED = re.compile(
    rf"(?<![\w-])(?:(?P<low>\d{{1,3}})(?:-?ти|-?и|-?х)?[- ]?|(?P<tens>{'|'.join(_RU_STEMS)})?"
    rf"(?P<ones>{'|'.join(_RU_ONES)})?)летн(?:ий|его|ему|им|ем|яя|ей|юю|ие|их|ими)\b",
    re.IGNORECASE,
)
_RU_YEAR_OF_LIFE = re.compile(
    r"\bна\s(?P<year>\d{1,3})(?:-[а-я]{1,2})?\sгоду\sжизни\b", re.IGNORECASE
)
_RU_TENS = {
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70,
    "восемьдесят": 80, "девяносто": 90,
}  # fmt: skip
_RU_GOING = re.compile(
    rf"\b(?:ид[её]т|ш[её]л|пош[её]л)\s(?:(?P<year>\d{{1,3}})(?:-?[ыо]?й)?"
    rf"|(?:(?P<tens>{'|'.join(_RU_TENS)})\s)?(?P<one>[а-яё]+[ыио]й))\sгод\b",
    re.IGNORECASE,
)
""" "Ему идёт 71-й год": he is seventy."""
_RU_IN_FIGURES = re.compile(r"\bвозрасте\s(?P<age>\d{1,3})-?(?:ти|х|и|ми)\sлет\b", re.IGNORECASE)
_LASTING = re.compile(
    r"\s(?:\w+\s)?(?:юбиле|сро[кч]|контракт|договор|войн|период|план|истори|перерыв|исследован|заключени"
    r"|лишени|годовщин|стаж(?:а|у|ем|е)?\b|опыт|аренд)",
    re.IGNORECASE,
)
"""What lasts that many years: no age of a person."""
_AFTER_AGE = listed("when at then and but that this now last or years")
_WHO = frozenset(("he", "she", "i"))
_RU_AGEING = listed(
    "было исполнилось исполнился исполнится исполняется ему ей мне которому которой стукнуло"
)
"""Words before a number of years that make it an age."""
_COMPARED = listed("younger older junior senior his her my their elder later earlier")
_GOES_ON = frozenset(("who", "with", "then", "when", "at", "but", "and", "that"))
_KIN = frozenset(KINSHIP) | listed(
    "captain keeper pilot skipper driver stoker mate teacher doctor girl boy man woman"
)
"""Who may be so old by the number alone: "her uncle was thirty-three"."""
_RU_TO_WHOM = listed("ему ей мне нам тебе которому которой")
_RU_TO_KIN = ("отцу", "матери", "брату", "сестре", "дяде", "тётке", "тетке", "тёте", "деду", "бабке",
              "бабушке", "дедушке", "сыну", "дочери", "мужу", "жене", "маме", "папе")  # fmt: skip
_RU_AFTER = listed("и а но когда тогда в")
_CLOSED = frozenset((",", ")", ";", ".", ""))
_PEOPLE = listed("man woman boy girl youth lad person lady gentleman child")


_DECADES_TOLD = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_ORDINAL = (
    r"(?:(?P<year>\d{1,3})(?:st|nd|rd|th)"
    rf"|(?:(?P<tens>{'|'.join(_DECADES_TOLD)})[-\s])?(?P<one>{'|'.join(_ORDINALS)}))"
)
_IN_YEAR = re.compile(
    rf"\bin\s(?:his|her|my)\s{_ORDINAL}\syear\b(?!\s(?:of|at|as|in|with)\b)", re.IGNORECASE
)
"""A running year of life: "in his sixty-fifth year" is said of a man of sixty-four."""

YOUNGEST_RUNNING = 20
"""Earlier years are mostly of a school or an office: "in her third year"."""


def worded_ages(number: int, parse: Parse) -> Iterator[QuantitySpan]:
    """Ages told without a number of years: "in her early forties", "34-летний", "тридцатилетний"."""

    def span(match: re.Match[str], low: float, high: float) -> QuantitySpan:
        start, end = parse.start + match.start(), parse.start + match.end()
        first, stop = bisect_right(parse.starts, start) - 1, bisect_left(parse.starts, end)
        exactness = "exact" if low == high else "between"
        return QuantitySpan(
            number, start, end, max(0, first), stop, low, high, "year", AGE, exactness
        )

    if parse.language != "ru":
        for match in _IN_DECADE.finditer(parse.text):
            decade = _DECADES[match["decade"].lower()]
            low, high = _PARTS[(match["part"] or "").lower()]
            yield span(match, max(13, decade // 10 * 10 + low), decade // 10 * 10 + high)
        for match in _IN_YEAR.finditer(parse.text):
            tens, one = (match["tens"] or "").lower(), (match["one"] or "").lower()
            running = float(match["year"] or _DECADES_TOLD.get(tens, 0) + _ORDINALS.get(one, 0))
            if YOUNGEST_RUNNING <= running <= OLDEST:
                yield span(match, running - 1, running - 1)
        return
    for match in _RU_AGED.finditer(parse.text):
        tens, ones = (match["tens"] or "").lower(), (match["ones"] or "").lower()
        age = float(match["low"] or _RU_STEMS.get(tens, 0) + _RU_ONES.get(ones, 0))
        lasting = _LASTING.match(parse.text, match.end())
        if 0 < age <= OLDEST and not lasting:
            yield span(match, age, age)
    for match in _RU_IN_FIGURES.finditer(parse.text):
        if 0 < int(match["age"]) <= OLDEST:
            found = span(match, float(match["age"]), float(match["age"]))
            skipped = parse.starts[found.first + 1]  # without "возрасте"
            yield replace(found, first=found.first + 1, start=skipped)
    for match in _RU_GOING.finditer(parse.text):
        year = float(match["year"] or 0) or float(
            _RU_TENS.get((match["tens"] or "").lower(), 0) + WORDS.get(match["one"].lower(), 0)
        )
        if 1 < year <= OLDEST:
            yield span(match, year - 1, year - 1)
    for match in _RU_YEAR_OF_LIFE.finditer(parse.text):
        if 0 < int(match["year"]) <= OLDEST:
            yield span(match, float(match["year"]) - 1, float(match["year"]) - 1)


def age_end(parse: Parse, item: Number, people_ends: set[int]) -> tuple[int, int] | None:
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
    if low[0] in ("year", "years", "month", "months") and low[1] in _COMPARED:
        return None  # "five years younger than I"
    if before[-1] in ("aged", "age"):
        return first - 1, end
    if before[-2:] == ["age", "of"]:
        return first - 2, end
    if low[0] in ("лет", "года", "год") and (
        before[-2:] == ["в", "возрасте"] or not _RU_AGEING.isdisjoint(before)
    ):
        return first, end + 1
    if words[first].lower() == "лет" and before[-1] in ("было", "ему", "ей", "мне"):
        return first, end
    if before[-1] == "of" and before[-2] in _PEOPLE and low[0] in _CLOSED | _GOES_ON:
        return first, end  # "a man of forty"
    if low[0] in ("лет", "года", "год") and _russian_age(
        words, first, end, before, low, people_ends
    ):
        return first, end + 1
    closed = low[0] in _CLOSED
    if before[-1] in _RU_TURNED and closed:
        return first, end  # "которому исполнилось 30"
    if before[-2:] in ([",", "then"], [",", "now"], [",", "just"], [",", "only"]) and closed:
        return first, end  # "Weber, then 19, drove"
    if before[-1] == "turned" and low[0] in ("in", "on", "at", "this", "last", "next", "during"):
        return first, end
    if first - 1 in people_ends and before[-1] in (",", "("):
        if low[0] in ("лет", "года", "год"):
            return first, end + 1
        if closed:
            return first, end
    if _was_to_whom(words, first, before) and (low[0] in _CLOSED or low[0] in _RU_AFTER):
        return first, end  # "отцу было двадцать восемь"
    whose = before[-2] in _WHO | {"who"} or first - 1 in people_ends
    whose = whose or (
        item.low > 1 and before[-2] in _KIN and words[first - 1].lower() in ("was", "is", "turned")
    )
    if before[-1] in ("then", "only", "just", "now", "already") and before[-2] in ("was", "is"):
        whose = before[-3] in _WHO or (item.low > 1 and before[-3] in _KIN)
        before = before[:-1]
    if low[:3] == ["at", "the", "time"] and before[-1] == ",":
        return first, end
    if before[-1] in ("was", "is", "turned", "am") and whose:
        dated = low[0] in ("in", "on") and low[1].isdigit() and len(low[1]) == 4
        if closed or dated or low[0] in _AFTER_AGE:
            return first, end
    return None


def _was_to_whom(words: list[str], first: int, before: list[str]) -> bool:
    """ "Ему было тридцать четыре", "было ей тогда двадцать", "отцу было": a dative and "was"."""
    if not {"было", "исполнилось", "стукнуло"} & {*before} or words[first].isdigit():
        return False
    near = [word.lower() for word in words[max(0, first - 4) : first]]
    return any(word in _RU_TO_WHOM or word.endswith(_RU_TO_KIN) for word in near)


def _russian_age(
    words: list[str], first: int, end: int, before: list[str], low: list[str], people_ends: set[int]
) -> bool:
    """ "Герману Кейну 65 лет, …", a line of a list, "в 19 лет уехал"; no time, term or sentence."""
    last = end + 1 >= len(words) or low[1] in _CLOSED or low[1] in (".", "!", "?", "(")
    if before[-2:] == [")", ","] and last:
        return True  # "Вебер (Weber), 34 года, врач"
    if first in people_ends or (before[-1] in ("—", "–") and first - 1 in people_ends):
        return last or words[end + 1][:1].isupper()
    return before[-1] == "в" and before[-2] not in _TERMS and low[1] not in _RU_LASTING


_RU_TURNED = listed("исполнилось исполнится исполняется стукнуло стукнет")
_TERMS = listed("срок сроком возраст разница стаж опыт перерыв разрыв история раз жизнь пауза")
_RU_LASTING = listed(
    "тюрьмы лишения колонии заключения каторги условно строгого спустя назад службы работы ссылки "
    "лагерей исправительных выдержки разницы длиной длиною раз"
)
"""A number of years beside these lasts, and is nobody's age."""
