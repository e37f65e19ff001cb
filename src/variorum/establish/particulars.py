"""Particulars: the numbers, dates, names, negations, hedges and kin terms in a stretch of any language.

What a copyist or translator may change without the sentence looking changed. Values are made to be
compared across languages: a number is its digits, a name its letters in one alphabet.
"""

import re
from dataclasses import dataclass

from anyascii import anyascii

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_NAME = re.compile(r"(?<![.!?…]\s)(?<!^)\b[^\W\d_]\w+")


@dataclass(frozen=True, slots=True)
class Particular:
    """One particular ``[start, end)`` of a text. ``kind``: number, date, name, polarity, hedge or kin;
    ``value``: comparable across languages, equal for equal particulars."""

    start: int
    end: int
    kind: str
    value: str


def particulars(text: str, language: str = "und") -> tuple[Particular, ...]:
    """The particulars of a text, by their start."""
    found = [
        Particular(m.start(), m.end(), "number", re.sub(r"\D", "", m.group()))
        for m in _NUMBER.finditer(text)
    ]
    found += [
        Particular(m.start(), m.end(), "name", anyascii(m.group()).lower())
        for m in _NAME.finditer(text)
        if m.group()[0].isupper()
    ]
    return tuple(sorted(found, key=lambda p: (p.start, p.end)))
