"""Witnesses of one text and their tokens.

A token is a word, a number or a mark of punctuation; in scripts written without spaces between words
it is one letter with the signs that belong to it. Between two tokens there is nothing but white space.
"""

import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]

LONGEST = 100
"""A longer run of letters is cut: no language has such words, and comparing them would cost a square."""
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
_JOINERS = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Invisible characters that direct or join letters: part of the word they stand in."""
_HYPHEN = r"[-\u2010\u00ac][ \t]{0,8}\r?\n[ \t]{0,8}"
"""A hyphen at the end of a line: where a small letter follows, one word goes on."""
_BROKEN = re.compile(_HYPHEN)
_SMALL = "a-zß-öø-ÿа-яёіїєґα-ω"


@dataclass(frozen=True, slots=True)
class Witness:
    """One copy of a text: ``name`` is its siglum, unlike all others'; ``language`` a BCP 47 tag."""

    name: str
    text: str
    language: str = "und"


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a text: token ``i`` is ``text[starts[i]:ends[i]]``, its folded form ``forms[i]``."""

    starts: Places
    ends: Places
    forms: Sequence[str]

    def __len__(self) -> int:
        return len(self.starts)


def tokens(text: str) -> Tokens:
    """The tokens of a text in order; every character that is not white space is in exactly one."""
    starts: list[int] = []
    ends: list[int] = []
    forms: list[str] = []
    known: dict[str, str] = {}
    for found in _pattern().finditer(text):
        word = found.group()
        form = known.get(word)
        if form is None:
            form = known[word] = folded(word)
        starts.append(found.start())
        ends.append(found.end())
        forms.append(form)
    return Tokens(np.array(starts, np.int64), np.array(ends, np.int64), forms)


def folded(word: str) -> str:
    """A token without what two copies may write differently and nobody would call a variant: case,
    ligatures, the shape of quotation marks and dashes, invisible joiners, the break of a line."""
    if "\n" in word:
        word = _BROKEN.sub("", word)
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_shapes())
    return plain or word


def is_word(form: str) -> bool:
    """Whether a folded form is a word or number, not punctuation."""
    return form[0].isalnum() or any(letter.isalnum() for letter in form)


@cache
def _shapes() -> dict[int, str]:
    shapes = {ord(mark): '"' for mark in "“”„‟«»‹›「」『』〝〞"}
    shapes |= {ord(mark): "'" for mark in "‘’‚‛ʼ`´"}
    shapes |= {ord(mark): "-" for mark in "‐‑‒–—―−"}
    shapes |= {ord(mark): "" for mark in _joiners()}
    return shapes


def _joiners() -> list[str]:
    return [c for c in map(chr, range(0xAD, 0xFF00)) if re.match(f"[{_JOINERS}]", c)]


@cache
def _pattern() -> re.Pattern[str]:
    marks = _marks()
    letters = rf"(?:[^\W_{_UNSPACED}]{{1,{LONGEST}}}+[{marks}{_JOINERS}]{{0,8}}+){{1,12}}+"
    return re.compile(
        rf"""\d++(?:[.,:\u00a0\u202f]\d++)*(?![^\W_])         # a number as it is written
          |  [{_UNSPACED}][{marks}{_JOINERS}]{{0,8}}+           # a letter of a script without spaces
          |  {letters}(?:['’ʼ]{letters}|{_HYPHEN}(?=[{_SMALL}]){letters}){{0,3}}
          |  ([^\w\s]|_)\1{{0,{LONGEST}}}                     # punctuation, repeated as in an ellipsis
          |  \S
        """,
        re.X,
    )


@cache
def _marks() -> str:
    """The combining marks of all scripts, as the inside of a character class."""
    points = [
        point
        for point in range(0x300, min(sys.maxunicode, 0x1F000))
        if unicodedata.category(chr(point)) in {"Mn", "Mc", "Me"}
    ]
    ranges: list[list[int]] = []
    for point in points:
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
