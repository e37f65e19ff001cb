"""Ordinals of units: "412th division", "Third Army", "3-я батарея": a number that counts nothing."""

import re

from variorum.read.parse import Parse
from variorum.read.quantities.number_words import MAX_DIGITS, VALUES
from variorum.read.spans import QuantitySpan
from variorum.read.words import listed

ORDINAL = "ordinal"
"""The unit of a unit's number; ``counted`` is the kind of unit."""

REACH = 4
"""Words between the number and the kind of unit, at most: "3rd Guards Heavy Field Artillery Battery"."""

KINDS = listed(
    "division regiment battalion brigade company platoon battery squadron army corps flotilla legion "
    "infantry cavalry detachment fleet troop artillery hussars dragoons fusiliers grenadiers rifles "
    "дивизия полк батальон бригада рота взвод батарея эскадрон эскадрилья армия корпус флотилия "
    "дивизион отряд сд сп"
)
"""Base forms of the kinds of unit that are numbered."""

_FIRST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENTHS = "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
_RU_FIRST = (
    "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый "
    "двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый "
    "девятнадцатый двадцатый"
)
_RU_TENTHS = (
    "тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый сотый"
)
WORDS = (
    {word: i for i, word in enumerate(_FIRST.split(" "), 1)}
    | {word: 10 * i for i, word in enumerate(_TENTHS.split(" "), 3)}
    | {word: i for i, word in enumerate(_RU_FIRST.split(" "), 1)}
    | {word: 10 * i for i, word in enumerate(_RU_TENTHS.split(" "), 3)}
    | {"четвертый": 4}
)
"""Ordinals in words, base form, to their numbers."""

_DIGITS = re.compile(
    r"(\d{1,5})[-–]?(?:st|nd|rd|th|d|й|я|е|го|му|м|ю|ой|ом|ая|ый|ий|ую|ей|ый|х)?$", re.IGNORECASE
)
_ROMAN = re.compile(r"(?=[IVXL]{1,7}$)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_BARE = frozenset(("regt", "regiment", "division", "battalion", "brigade", "squadron", "corps"))


def find_ordinals(number: int, parse: Parse) -> list[QuantitySpan]:
    """The numbered units of a paragraph, in order: from the number to the kind of unit."""
    found: list[QuantitySpan] = []
    floor = 0
    for token, lemma in enumerate(parse.lemmas):
        if lemma.rstrip(".") not in KINDS:
            continue
        at, value = _ordinal_before(parse, token, floor)
        if value:
            found.append(
                QuantitySpan(
                    number, parse.starts[at], parse.ends[token], at, token + 1,
                    float(value), float(value), ORDINAL, lemma.rstrip("."), "exact", token,
                )
            )  # fmt: skip
        floor = token + 1
    return found


def _ordinal_before(parse: Parse, kind: int, floor: int) -> tuple[int, int]:
    """The token at which a unit's number begins and its value; 0 where there is none."""
    for token in range(kind - 1, max(floor, kind - 1 - REACH) - 1, -1):
        word = parse.words[token]
        value = _value(parse, token, kind)
        if value:
            low = token
            while low > floor and parse.words[low - 1] == "-" and low - 2 >= floor:
                low -= 1
            return _with_tens(parse, token, value, floor)
        if not word[0].isalpha() and word not in ("-", "("):
            return 0, 0
        if parse.tags[token] in ("IN", "DT", "CC", "ADP", "CCONJ", "VERB") or word in (",", ";"):
            return 0, 0
    return 0, 0


def _value(parse: Parse, token: int, kind: int) -> int:
    word, lemma = parse.words[token], parse.lemmas[token]
    digits = _DIGITS.match(word)
    if digits:
        bare = word.isdigit()
        split = bare and parse.words[token + 1] in ("-", "–")  # "412 - я"
        plural = parse.tags[kind] in ("NNS", "NNPS")
        single = kind == token + 1 and not plural and parse.lemmas[kind] in _BARE
        russian = parse.language == "ru" and parse.words[kind][-1:].lower() not in ("й", "в")
        counted = bare and not split and not (single or (russian and int(word) > 4))
        if counted or len(word) > MAX_DIGITS:
            return 0
        return int(digits[1])
    if word.isupper() and kind == token + 1 and len(word) > 1 and _ROMAN.match(word):
        return _roman(word)
    return WORDS.get(word.lower(), WORDS.get(lemma, 0))


def _with_tens(parse: Parse, token: int, value: int, floor: int) -> tuple[int, int]:
    """Take "forty-" before "second" and "сорок" before "второй" into a unit's number."""
    tens = token - 2 if token - 2 >= floor and parse.words[token - 1] == "-" else token - 1
    if tens >= floor and value < 10 and not parse.words[token][0].isdigit():
        before = VALUES.get(parse.words[tens].lower(), 0.0)
        if 20 <= before < 100:
            return tens, int(before) + value
        if before >= 100 and parse.language == "ru":
            return tens, int(before) + value
    return token, value


def _roman(word: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(
        -value if following > value else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
