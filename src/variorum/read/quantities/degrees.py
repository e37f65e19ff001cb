"""Degrees of warmth with their sign: "minus 30 degrees", "-25 °C", "20 градусов мороза"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from variorum.read.parse import Parse, sentence_of
from variorum.read.quantities.number_words import VALUES
from variorum.read.spans import QuantitySpan
from variorum.read.words import listed

DEGREE, FAHRENHEIT = "degree", "degree Fahrenheit"
"""Units of warmth; degrees of no scale are as soon of an angle."""

_WORD = "|".join(sorted((w for w, v in VALUES.items() if v < 100), key=len, reverse=True))
_NUMBER = rf"(?P<digits>\d{{1,4}}(?:[.,]\d)?)|(?P<words>(?:{_WORD})(?:[-\s](?:{_WORD}))?)"
_SIGN = r"(?P<minus>minus\s|минус\s|[-−–]\s?)?(?P<plus>plus\s|плюс\s|\+\s?)?"
_SCALE = (
    r"(?:\s?°\s?(?P<scale>[CFСcf])?|\s?(?:degrees?|градус\w*)(?:\s(?:of\s)?(?P<name>Celsius|centigrade"
    r"|Fahrenheit|Цельсия|Фаренгейта|[CF]\b))?|\s(?P<letter>[CF])(?=[\s.,;:!?)]|$))"
)
_BELOW = r"(?P<below>\s(?:below(?:\szero|\sfreezing)?|of\sfrost|мороза|ниже\sнуля))?"
_DEGREES = re.compile(rf"(?<![\w.,:-]){_SIGN}(?:{_NUMBER}){_SCALE}{_BELOW}", re.IGNORECASE)
_FROST = re.compile(r"\bмороз\w{0,3}\s(?:[а-яё]{2,12}\s)?(?:в\s|до\s)?$", re.IGNORECASE)
_REACH = 26
"""Characters before a number in which frost makes it one below zero."""
_BARE = re.compile(
    rf"(?:(?<=\s)|^)(?:[-−–]|(?P<said>minus\s|минус\s))(?:(?P<digits>\d{{1,2}})|(?P<words>{_WORD}))"
    r"(?=[\s,;:!?)]|\.(?!\d)|$)",
    re.IGNORECASE,
)
_IT_WAS = re.compile(r"\b(?:it\swas|было)\s$", re.IGNORECASE)
_GLASSES = listed(
    "glass thermometer temperature mercury frost cold градусник термометр температура мороз"
)
"""Words beside which a number with a sign is one of degrees."""


def find_degrees(number: int, parse: Parse) -> Iterator[QuantitySpan]:
    """The degrees of a paragraph that have a sign, a scale or a side of zero, in order."""
    seen = -1
    for match in _DEGREES.finditer(parse.text):
        group = match.groupdict()
        frost = _FROST.search(parse.text, max(0, match.start() - _REACH), match.start())
        minus = group["minus"] or group["below"] or frost
        signed = minus or group["plus"]
        scale = group["scale"] or group["name"] or group["letter"] or ""
        if not signed and not scale:
            continue
        if group["letter"] and not signed:
            continue  # "4 C" may be a class, "+4 C" is not
        value = _value(group["digits"], group["words"])
        value = -value if minus else value
        fahrenheit = scale[:1].lower() in ("f", "ф")
        unit = FAHRENHEIT if fahrenheit else DEGREE
        seen = match.end()
        yield _span(number, parse, match.start(), seen, value, unit)
    for match in _BARE.finditer(parse.text):
        token = bisect_right(parse.starts, parse.start + match.start()) - 1
        low, high = sentence_of(parse, max(0, token))
        weather = match["said"] and _IT_WAS.search(
            parse.text, max(0, match.start() - 8), match.start()
        )
        if weather or not _GLASSES.isdisjoint(parse.lemmas[low:high]):
            value = -_value(match["digits"], match["words"])
            yield _span(number, parse, match.start(), match.end(), value, DEGREE)


def _value(digits: str | None, words: str | None) -> float:
    if digits:
        return float(digits.replace(",", "."))
    return sum(VALUES[word] for word in re.split(r"[-\s]", (words or "").lower()))


def _span(number: int, parse: Parse, start: int, end: int, value: float, unit: str) -> QuantitySpan:
    begin, stop = parse.start + start, parse.start + end
    first = max(0, bisect_right(parse.starts, begin) - 1)
    return QuantitySpan(
        number, begin, stop, first, bisect_left(parse.starts, stop), value, value, unit, "", "exact"
    )  # fmt: skip
