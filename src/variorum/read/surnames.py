"""Surnames of Russian texts by their endings, where a dictionary knows them in one gender or not at all.

Each kind has its own declension (Zaliznyak 1977): possessives in -ов and -ин, adjectives in -ский,
foreign surnames in a consonant, which only men's decline. Names of the East keep all their words but
the last.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from variorum.read.words import listed

Form = tuple[str, str, str]
"""A nominative, the gender it has there ("masc", "femn") and the case that the word stands in."""

_POSSESSIVE = re.compile(r"(\w*[^\W\d_]{2}(?:ов|ев|ёв|ин|ын))(а|у|ым|ом|е|ой|ою)?")
_ADJECTIVE = re.compile(r"(\w+[сц]к)(ий|ого|ому|им|ом|ая|ой|ую|ою)")
_IN_OY = listed("донск трубецк шаховск ланск луговск")
_FOREIGN = re.compile(r"(\w+?[бвгджзклмнпрстфхцчшщ])(а|у|ом|ем|е)")
_CONSONANT = re.compile(r"\w+[бвгджзклмнпрстфхцчшщ]")
_SOFT = re.compile(r"(\w*[^\W\d_]{2})(я|ю|ем|е)")
_INVARIABLE = re.compile(r"\w+(?:[оиыую]|их|ых)|\w*[^\W\d_]е")
_VOWELS = frozenset("аеёиоуыэюя")

_CASES = {
    "": [("masc", "nomn")],
    "а": [("masc", "gent"), ("masc", "accs")],
    "у": [("masc", "datv")],
    "ом": [("masc", "ablt")],
    "ем": [("masc", "ablt")],
    "е": [("masc", "loct")],
}
_POSSESSED = {
    **_CASES,
    "а": [("femn", "nomn"), *_CASES["а"]],
    "у": [("femn", "accs"), *_CASES["у"]],
    "ым": [("masc", "ablt")],
    "ой": [("femn", "gent"), ("femn", "datv"), ("femn", "ablt"), ("femn", "loct")],
    "ою": [("femn", "ablt")],
}
_ADJECTIVES = {
    "ий": [("masc", "nomn")],
    "ого": [("masc", "gent"), ("masc", "accs")],
    "ому": [("masc", "datv")],
    "им": [("masc", "ablt")],
    "ом": [("masc", "loct")],
    "ая": [("femn", "nomn")],
    "ой": _POSSESSED["ой"],
    "ую": [("femn", "accs")],
    "ою": [("femn", "ablt")],
}
_SOFTLY = {"я": _CASES["а"], "ю": _CASES["у"], "ем": _CASES["ем"], "е": _CASES["е"]}
_ALL_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")

EASTERN = listed(
    """мао чжоу дэн цзян лю линь чжан ван чэнь хуан чжао сюй сунь чжу ху го гао ло чжэн лян се тан фэн
    цао пэн сяо тянь дун пань юань цай ду дин си цянь бай сюэ ким ли пак чхве чон кан чо юн чан лим хан
    квон сон но пэк нам мун хо нгуен чан"""
)
"""Chinese, Korean and Vietnamese surnames as Russian writes them, before the given name."""

LONGEST_EASTERN = 8
"""Letters of the longest word of a Chinese or Korean name: two syllables ("Цзэдуном" with its case)."""


@lru_cache(maxsize=100_000)
def possessive(word: str) -> tuple[Form, ...]:
    """The readings of a surname in -ов, -ин or -ский: endings that leave little else; () for others."""
    low = word.lower()
    match = _POSSESSIVE.fullmatch(low)
    if match:
        stem, ending = match[1], match[2] or ""
        cases = _POSSESSED[ending]
        return tuple((stem + "а" * (gender == "femn"), gender, case) for gender, case in cases)
    match = _ADJECTIVE.fullmatch(low)
    if match:
        ends = {"masc": "ой" if match[1] in _IN_OY else "ий", "femn": "ая"}
        cases = _ADJECTIVES[match[2]]
        if match[1] in _IN_OY and match[2] == "ой":
            cases = [("masc", "nomn"), *cases]
        return tuple((match[1] + ends[g], g, case) for g, case in cases)
    return ()


@lru_cache(maxsize=100_000)
def foreign(word: str) -> tuple[Form, ...]:
    """The readings of a surname that no dictionary knows, as a foreign one: a man's declines where it
    ends in a consonant, all others stay."""
    return tuple(dict.fromkeys(_foreign(word.lower())))


def _foreign(low: str) -> Iterator[Form]:
    match = _FOREIGN.fullmatch(low)
    if match:
        yield from ((match[1], gender, case) for gender, case in _CASES[match[2]])
    if _CONSONANT.fullmatch(low):
        yield (low, "masc", "nomn")
    match = _SOFT.fullmatch(low)
    if match:
        ending = "й" if match[1][-1] in _VOWELS else "ь"
        yield from ((match[1] + ending, gender, case) for gender, case in _SOFTLY[match[2]])
    if low[-1:] in ("ь", "й"):
        yield (low, "masc", "nomn")
    if low[-1:] not in _VOWELS:
        yield from ((low, "femn", case) for case in _ALL_CASES)
    elif _INVARIABLE.fullmatch(low):
        yield from ((low, gender, case) for gender in ("masc", "femn") for case in _ALL_CASES)
    elif low[-1:] in ("а", "я"):
        yield from ((low, gender, "nomn") for gender in ("masc", "femn"))


_OF_RUSSIA = re.compile(r"\w{2,}(?:[оеё]в|[сц]к)(?:а|у|ым|ом|е|ой|ий|ая|ого|ому|им|ую)?")


def is_eastern(words: tuple[str, ...]) -> bool:
    """Whether the words of a name are a Chinese, Korean or Vietnamese one: "Ким Ир Сен"."""
    return (
        2 <= len(words) <= 3
        and words[0].lower() in EASTERN
        and all(len(word) <= LONGEST_EASTERN and word.isalpha() for word in words)
        and not any(_OF_RUSSIA.fullmatch(word) for word in words[1:])
    )


_LAST = re.compile(r"(\w+[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|е)")


def eastern_base(words: tuple[str, ...]) -> str:
    """Such a name in the nominative: only its last word declines, and only in a consonant."""
    match = _LAST.fullmatch(words[-1])
    last = match[1] if match and len(match[1]) > 4 - len(words) else words[-1]
    return " ".join((*words[:-1], last))
