"""Folding: one key for a word over case, script, spelling and inflection.

The key serves to bring together what *may* be one name (Shchedrin, Schedrin, Щедрин, Щедрину); it
decides nothing by itself. Letters are transliterated, sounds that are spelled in many ways are
written in one, and endings of Russian declension or an English plural are taken off.
"""

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e",
        "ж": "z", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
        "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
        "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ы": "i", "ь": "", "э": "e",
        "ю": "u", "я": "a",
    }
)  # fmt: skip
_LATIN = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("kh", "h"),
    ("ph", "f"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("yu", "u"), ("ju", "u"), ("iu", "u"),
    ("ya", "a"), ("ja", "a"), ("ia", "a"), ("yo", "e"), ("jo", "e"), ("ye", "e"), ("je", "e"),
    ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("ß", "s"),
)  # fmt: skip
_RUSSIAN_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ым|им|ом|ем|ём|ой|ей|ою|ею|ая|яя|ую|юю|ий|ый|ых|их|ам|ям|ах|ях"
    r"|а|я|у|ю|е|ё|ы|и|о|ь|й)$"
)
_LATIN_ENDING = re.compile(r"(?:['’]s|s['’]?|['’])$")
_VOWELS = re.compile(r"[aeiou]+$")
_DOUBLE = re.compile(r"(.)\1+")
_FF = re.compile(r"ff$")
STEM = 3
"""What is left of a word when an ending is taken off has at least this many letters."""


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The folded form of one word."""
    folded = word.casefold()
    if any("а" <= letter <= "ӿ" for letter in folded):
        cut = _RUSSIAN_ENDING.sub("", folded)
        folded = (cut if len(cut) >= STEM else folded).translate(_CYRILLIC)
    else:
        cut = _LATIN_ENDING.sub("", folded)
        folded = cut if len(cut) >= STEM else folded
        folded = _FF.sub("v", folded)
    decomposed = unicodedata.normalize("NFKD", folded)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    for many, one in _LATIN:
        plain = plain.replace(many, one)
    plain = _DOUBLE.sub(r"\1", plain)
    cut = _VOWELS.sub("", plain)
    return cut if len(cut) >= STEM else plain


def phrase_key(words: str) -> str:
    """The folded form of a phrase: its words' keys with spaces between."""
    return " ".join(key(word) for word in re.findall(r"[^\W\d_]+", words))


def one_edit_apart(a: str, b: str) -> bool:
    """Whether one letter's insertion, deletion or replacement turns ``a`` into ``b``."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    if len(a) > len(b):
        a, b = b, a
    same = next((i for i, letter in enumerate(a) if letter != b[i]), len(a))
    return a[same + (len(a) == len(b)) :] == b[same + 1 :]


def script(word: str) -> str:
    """``latin``, ``cyrillic`` or ``other``, by the first letter."""
    for letter in word:
        if letter.isalpha():
            if "Ѐ" <= letter <= "ԯ":
                return "cyrillic"
            return "latin" if letter < "ɐ" or "Ḁ" <= letter <= "ỿ" else "other"
    return "other"
