"""Lexing: a paragraph's words of time as items, each with the letter of its class."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from variorum.model.calendar import explicit_dates
from variorum.read.dates.cyrillic import Value
from variorum.read.dates.expressions import Calendar, Expression
from variorum.read.dates.lexicon import CAPITAL_MONTHS, WORDS

_TOKEN = re.compile(r"\d+(?:(?:st|nd|rd|th|['’]?s|d)(?![^\W_]))?|[^\W\d_]+|[^\w\s]")
_MARKS = {",": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "/": "/", ".": ".", "'": "~", "’": "~",
          "(": "<", ")": ">", "[": "<", "]": ">"}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "Х": 10, "І": 1}
_ROMAN_NUMBER = re.compile(r"[IVXХІ]{1,6}")
_FIRST_YEAR, _LAST_YEAR = 1000, 2099
_ABBREVIATED = re.compile(
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|г|р|янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)\.$",
    re.IGNORECASE,
)
"""Months that a full stop belongs to; after others it ends the sentence."""
MOST_DIGITS = 4
"""A number with more digits is no part of a date."""


@dataclass(frozen=True, slots=True)
class Item:
    """Characters ``[start, end)`` of a paragraph: a word's class and value, or what was read there."""

    code: str
    start: int
    end: int
    value: Value = None
    read: Expression | None = None


def items(text: str) -> list[Item]:
    """The items of a paragraph; runs of words that mean nothing here are one item. Linear."""
    found: list[Item] = []
    explicit = list(explicit_dates(text))
    ends = [end for _, end, _ in explicit]
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if ends:
            at = bisect_right(ends, start)
            if at < len(explicit) and explicit[at][0] <= start:
                begin, stop, edtf = explicit[at]
                if text[stop - 1] == "." and not _ABBREVIATED.search(text, begin, stop):
                    stop -= 1
                if start == begin or (found and found[-1].end <= begin):
                    found.append(Item("C", begin, stop, None, Calendar(edtf)))
                continue
        code, value = _classed(match.group())
        if code == "_" and found and found[-1].code == "_":
            continue
        found.append(Item(code, start, end, value))
    return found


def _classed(word: str) -> tuple[str, Value]:
    known = WORDS.get(word.lower())
    if known is not None:
        return known
    first = word[0]
    if first.isdigit():
        return _number(word)
    if not first.isalpha():
        return _MARKS.get(word, ";"), None
    if first.isupper():
        month = CAPITAL_MONTHS.get(word.lower())
        if month is not None:
            return "M", month
        if _ROMAN_NUMBER.fullmatch(word):
            return "&", _roman(word)
    return "_", None


def _number(word: str) -> tuple[str, Value]:
    digits = word.rstrip("stndrh'’")
    if len(digits) > MOST_DIGITS or not digits.isascii():
        return "_", None
    number, ending = int(digits), word[len(digits) :]
    if ending[-1:] == "s":
        decade = number % 10 == 0 and (len(digits) == 2 or _FIRST_YEAR <= number <= _LAST_YEAR)
        return ("D", number) if decade else ("_", None)
    if ending:
        return "o", number
    if len(digits) == MOST_DIGITS and _FIRST_YEAR <= number <= _LAST_YEAR:
        return "Y", number
    return ("d" if 1 <= number <= 31 and len(digits) <= 2 else "N"), number


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))
