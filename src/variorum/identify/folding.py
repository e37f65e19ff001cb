"""Spellings made comparable: case, diacritics, Cyrillic in Latin letters, transliteration families."""

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    **dict(zip("абвгдезиклмнопрстуфыэіґ", "abvgdeziklmnoprstufyeig", strict=True)),
    "ж": "zh",
    "й": "y",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ё": "yo",
    "ю": "yu",
    "я": "ya",
    "є": "ye",
    "ї": "yi",
    "ў": "w",
    "ъ": "",
    "ь": "",
    "ј": "j",
    "џ": "dzh",
    "ђ": "dj",
    "ћ": "c",
    "љ": "lj",
    "њ": "nj",
}
_LATIN = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
}
_TO_LATIN = str.maketrans(_CYRILLIC | _LATIN)
_DOUBLES_LATIN, _DOUBLES_CYRILLIC = "aceopxykmthbi", "асеорхукмтнві"
"""Letters that look alike in both alphabets (Unicode's confusables.txt), lower case or capital."""
_TO_CYRILLIC_DOUBLES = str.maketrans(_DOUBLES_LATIN, _DOUBLES_CYRILLIC)
_TO_LATIN_DOUBLES = str.maketrans(_DOUBLES_CYRILLIC, _DOUBLES_LATIN)
_MIXED = re.compile(r"\b(?=\w{0,40}[a-z])(?=\w{0,40}[а-яё])\w+")
_NOT_LETTER = re.compile(r"[^\w.\- ]|_")
_POSSESSIVE = re.compile(r"(?<=\w)['’‘`]s?(?=\s|$)")

_FAMILIES: tuple[tuple[str, str], ...] = (
    ("schtsch|shtsh|shch|sch", "W"),
    ("tsch|tch|ch", "C"),
    ("sh", "S"),
    ("zh", "Z"),
    ("kh", "h"),
    ("ph", "f"),
    ("ts|tz", "T"),
    ("x", "ks"),
    ("ck", "k"),
    ("w", "v"),
    ("ou", "u"),
    ("[iyj]{1,2}a", "A"),
    ("[iyj]u", "U"),
    ("[iyj]?[iyj][eo]|yo", "e"),
    ("[iyj]+", "i"),
    ("(?:ff|f)$", "v"),
)
"""Spellings that different tables of transliteration give one Cyrillic letter: British and American,
German, French, scholarly, passport. After the tables in BGN/PCGN (1947), ISO 9 (1995) and GOST 7.79."""

_FAMILY = re.compile("|".join(f"(?P<f{i}>{spelling})" for i, (spelling, _) in enumerate(_FAMILIES)))
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 17)
def folded(name: str) -> str:
    """``name`` in lower-case Latin letters without diacritics, quotation marks or a possessive 's.

    Letters of other scripts stay as they are.
    """
    text = _POSSESSIVE.sub("", name).casefold()
    if not text.isascii():
        text = _MIXED.sub(_one_script, text)
        # й and ё are letters, not и and е with a diacritic: transliterate before decomposing
        text = unicodedata.normalize("NFC", text).translate(_TO_LATIN)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return " ".join(_NOT_LETTER.sub(" ", text).split())


def _one_script(match: re.Match[str]) -> str:
    """A word of Latin and Cyrillic letters, in the script of most of those that have no double."""
    word = match[0]
    cyrillic = sum("Ѐ" <= letter <= "ӿ" and letter not in _DOUBLES_CYRILLIC for letter in word)
    latin = sum(letter.isascii() and letter not in _DOUBLES_LATIN for letter in word)
    return word.translate(_TO_CYRILLIC_DOUBLES if cyrillic >= latin else _TO_LATIN_DOUBLES)


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """What is left of a folded word when the families of transliteration are levelled.

    Equal for Chaykovskiy, Tchaikovsky and Чайковский. A key for comparing, never for showing.
    """
    return _DOUBLED.sub(r"\1", _FAMILY.sub(_levelled, word))


def is_cyrillic(text: str) -> bool:
    """Whether the first letter that is Latin or Cyrillic is Cyrillic."""
    for letter in text:
        if "Ѐ" <= letter <= "ӿ":
            return True
        if letter.isascii() and letter.isalpha():
            return False
    return False


def _levelled(match: re.Match[str]) -> str:
    return _FAMILIES[int((match.lastgroup or "f0")[1:])][1]
