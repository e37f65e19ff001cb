"""Names as units a model can count: which script a name is in, and its letters as that script reads."""

import unicodedata
from bisect import bisect_right

from variorum.identify.folding import folded

LATIN, CYRILLIC = "latin", "cyrillic"
LEARNED = ("arabic", "hebrew", "kana", "hangul", "cyrillic", "han")
"""Scripts whose pairs with Latin a model was trained on."""

_RANGES = (
    (0x0041, 0x024F, LATIN),
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, CYRILLIC),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, "arabic"),
    (0x0750, 0x077F, "arabic"),
    (0x1100, 0x11FF, "hangul"),
    (0x1E00, 0x1EFF, LATIN),
    (0x3041, 0x30FF, "kana"),
    (0x3130, 0x318F, "hangul"),
    (0x31F0, 0x31FF, "kana"),
    (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7A3, "hangul"),
    (0xF900, 0xFAFF, "han"),
    (0xFB1D, 0xFB4F, "hebrew"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFC, "arabic"),
)
"""First and last code point of each script's letters, after Unicode's Scripts.txt, blocks joined."""

_STARTS = [first for first, _, _ in _RANGES]
_HIRAGANA = range(0x3041, 0x3097)
_TO_KATAKANA = 0x60


def script_of(name: str) -> str:
    """The script of the first letter that belongs to one of the scripts known; "" for none."""
    for letter in name:
        index = bisect_right(_STARTS, ord(letter)) - 1
        if index >= 0 and ord(letter) <= _RANGES[index][1] and letter.isalpha():
            return _RANGES[index][2]
    return ""


def latin_letters(name: str) -> str:
    """The letters a to z of a Latin name, without diacritics."""
    return "".join(letter for letter in folded(name) if "a" <= letter <= "z")


def units(name: str) -> str:
    """The letters of a name in another script, as its model counts them.

    Presentation forms, points and vowel signs are levelled; Korean syllables are taken apart into
    their letters; hiragana is read as katakana.
    """
    text = unicodedata.normalize("NFKC", name.casefold())
    if any("가" <= letter <= "힣" for letter in text):
        text = unicodedata.normalize("NFD", text)
    return "".join(
        chr(ord(letter) + _TO_KATAKANA) if ord(letter) in _HIRAGANA else letter
        for letter in text
        if letter.isalpha() and letter != "ـ"
    )
