"""Given names: which words are somebody's first name, in Latin letters.

The list is our own (see its head); Cyrillic given names are known to the dictionary that
``read.russian`` uses.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from variorum.read.words import listed

_LIST = "given_names.txt"
_STROKES = str.maketrans("łøđðıæß", "lodd" + "ias")

ALSO_PLACES = listed(
    """florence virginia charlotte victoria sydney sidney paris austin chester helena carolina lincoln
    jordan israel milan salem valencia adelaide nelson beatrice alexandria clare georgiana lorraine
    carlisle douglas kent sofia alma adela trinidad savannah madison dallas chelsea hamilton wellington
    stanley stafford warren preston bedford mina alba roman vera nice nancy nino ali lena marino
    lorenzo clara regis rhoda ross sultan medina noel erie dover kim goran"""
)
"""Given names that are places as well, or words."""

_PATRONYMIC = re.compile(r"[A-Z][a-z]+(?:ovich|evich|ovych|ovna|evna|ivna|ichna|inichna)")
_SURNAME = re.compile(
    r"[A-Z][\w'’-]{2,}(?:enko|ov|ova|ev|eva|yov|sky|skyi|skii|skiy|ski|skaya|skaia|ska|yan|"
    r"shvili|dze|chuk|iuk|yuk|ović|ovic|ević|evic|escu|opoulos|oglu|zadeh|nejad|sson|dottir)"
)


@cache
def _names() -> frozenset[str]:
    text = files("variorum.read.names").joinpath(_LIST).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and line[0] not in "#[")
    return frozenset(name for line in lines for name in line.split())


@lru_cache(maxsize=100_000)
def is_given_name(word: str) -> bool:
    """Whether a capitalised word in Latin letters is a common given name, whatever its accents."""
    if not word[:1].isupper():
        return False
    low = word.lower()
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
        low = low.translate(_STROKES)
    return low in _names() or ("-" in low and all(part in _names() for part in low.split("-")))


@lru_cache(maxsize=100_000)
def is_patronymic(word: str) -> bool:
    """Whether a word in Latin letters is an East Slavic patronymic: "Ivanovich", "Petrovna"."""
    return bool(_PATRONYMIC.fullmatch(word.title() if word.isupper() else word))


@lru_cache(maxsize=100_000)
def has_surname_ending(word: str) -> bool:
    """Whether a word ends as surnames do in languages where nearly all of them end alike."""
    return bool(_SURNAME.fullmatch(word.title() if word.isupper() else word))
