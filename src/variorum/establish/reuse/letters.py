"""The letters of a text: what is left of it when case, accents, spaces and punctuation are taken away.

Copies are compared by their letters, because that is what survives a new line break, another
punctuation, a lost hyphen and most of what a scanner does. Every word keeps its place in the text.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]

LONGEST = 200
"""A longer run of letters without a space is cut: no language has such words."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
"""Scripts written without spaces between words: each of their letters is a word here."""

IDEOGRAMS = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SAME = str.maketrans(
    {"ѣ": "е", "і": "и", "ї": "и", "ѳ": "ф", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
_JOINERS = "\u00ad\u200b-\u200f\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order. Word ``i`` is ``text[starts[i]:ends[i]]``; its folded letters are
    ``letters[at[i]:at[i + 1]]``; ``at`` has one entry more than there are words."""

    letters: str
    starts: Places
    ends: Places
    at: Places

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """The folded letters of a word."""
        return self.letters[self.at[index] : self.at[index + 1]]


@cache
def _pattern() -> re.Pattern[str]:
    marks = "".join(
        chr(point)
        for point in range(0x300, 0xFE30)
        if unicodedata.category(chr(point)) in {"Mn", "Mc", "Me"}
    )
    return re.compile(
        rf"[{_UNSPACED}][{marks}]*|(?:(?![{_UNSPACED}])[^\W_][{marks}{_JOINERS}]*){{1,{LONGEST}}}"
    )


def words(text: str) -> Words:
    """The words of a text with their letters folded. Words that fold to nothing are left out."""
    starts: list[int] = []
    ends: list[int] = []
    lengths: list[int] = []
    letters: list[str] = []
    known: dict[str, str] = {}
    for found in _pattern().finditer(text):
        word = found.group()
        folded = known.get(word)
        if folded is None:
            folded = known[word] = fold(word)
        if folded:
            starts.append(found.start())
            ends.append(found.end())
            letters.append(folded)
            lengths.append(len(folded))
    at = np.zeros(len(lengths) + 1, np.int32)
    np.cumsum(lengths, out=at[1:])
    return Words("".join(letters), np.array(starts, np.int32), np.array(ends, np.int32), at)


def fold(word: str) -> str:
    """A word's letters and digits without case, accents and ligatures."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold()).translate(_SAME)
    return "".join(letter for letter in plain if letter.isalnum() or _is_vowel_sign(letter))


def _is_vowel_sign(letter: str) -> bool:
    """Whether it is a mark that spells a vowel (Devanagari, Thai…), not an accent on a letter."""
    return unicodedata.category(letter) in {"Mc", "Mn"} and not unicodedata.combining(letter)
