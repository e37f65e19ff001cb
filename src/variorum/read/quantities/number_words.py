"""The words, signs and forms of numbers, English and Russian."""

import re

from variorum.read.words import listed

MAX_DIGITS = 15
"""A number with more digits is no count of anything (and no longer exact as a float)."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_RU_UNITS = (
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
_RU_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
_RU_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
VALUES = (
    {word: float(i) for i, word in enumerate(_UNITS.split(" "))}
    | {word: 10.0 * i for i, word in enumerate(_TENS.split(" "), 2)}
    | {word: float(i) for i, word in enumerate(_RU_UNITS.split(" "))}
    | {word: 10.0 * i for i, word in enumerate(_RU_TENS.split(" "), 2)}
    | {word: 100.0 * i for i, word in enumerate(_RU_HUNDREDS.split(" "), 1)}
    | {"двое": 2.0, "трое": 3.0, "четверо": 4.0, "пятеро": 5.0, "шестеро": 6.0, "семеро": 7.0}
    | {"восьмеро": 8.0, "девятеро": 9.0, "десятеро": 10.0, "полсотни": 50.0, "полусотня": 50.0}
)
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "score": 20.0, "тысяча": 1e3, "миллион": 1e6, "миллиард": 1e9, "дюжина": 12.0,
    "тыс": 1e3, "млн": 1e6, "млрд": 1e9, "m": 1e6, "bn": 1e9, "десяток": 10.0, "сотня": 100.0,
}  # fmt: skip
ARTICLED = frozenset(("hundred", "thousand", "million", "billion", "dozen", "score"))

UNCOUNTED = listed(
    "dozens scores hundreds thousands millions tens десятки сотни тысячи миллионы дюжины"
)
"""Plurals that count nothing exactly: at least what they name."""
KNOWN = VALUES.keys() | SCALES.keys() | UNCOUNTED

ONE_AND_A_HALF = frozenset(("полтора", "полторы", "полутора"))
COUPLES = frozenset(("couple", "пара", "десяток"))
SCALE_FIRST = frozenset(("тысяч", "десятка", "миллионов"))
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
COUNTED_BEFORE = listed(
    "человек лет год месяц неделя день сутки час минута километр верста метр шаг миля раз рубль "
    "душа солдат"
)
"""Base forms of nouns that stand before a Russian number to say "about": "человек триста"."""

GROUPED = re.compile(r"\d{1,3}(?:[,   ’']\d{3})+(?:\.\d+)?$")
DECIMAL = re.compile(r"\d+(?:[.,]\d+)?$")
LARGEST_PART = 8
"""Largest denominator of a fraction that stands alone: 3/12 is a date or a page."""

FRACTION = re.compile(r"(\d{0,6})([½¼¾⅓⅔⅛])$")
WRITTEN_FRACTION = re.compile(r"([1-9])/([2-9])$")
MIXED = re.compile(r"(\d{1,2})([1-7])/([248])$")
"""A whole number set close to its fraction, as in old prints: "31/4 inches"."""
MEASURED = listed(
    "inch inches foot feet yard yards mile miles league leagues pound pounds acre acres"
)
PARTS = {"quarter": 0.25, "quarters": 0.25, "fourth": 0.25, "fourths": 0.25, "third": 1 / 3,
          "thirds": 1 / 3, "eighth": 0.125, "eighths": 0.125, "half": 0.5}  # fmt: skip
GLUED_SCALE = re.compile(r"(\d+(?:\.\d+)?)(k|m|bn|million|billion)$", re.IGNORECASE)
