"""Names in a text, and whether two names in any two scripts can be one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from variorum.establish.particulars.eastern import eastern_names
from variorum.model.lexicon import listed

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEGUN = re.compile(r"(?:(?:^|[.!?…:;·\n]|[—–-]\s)[\s\"“”„«»‘’'(\[—–-]*|[\"“„«‘¿¡])$")
_NO_NAMES = listed(
    """i i'm i'll i've i'd the a an and but or so yet for nor if when while after before then there
    here
    this that these those he she it we they you his her its our their my your who what which where
    why
    how in on at to from of by with as not no yes oh ah god lord sir mr mrs ms miss dr
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    english french german russian spanish italian american british chinese japanese polish ukrainian
    turkish jewish christian muslim roman greek latin catholic orthodox soviet european
    я бог господь боже вы ваш вас вам мне меня мной мною мой моя мое моё мои он она они его ему им
    ей ею
    нем нём него нему ним ней ты тебя тебе тобой тобою твой твоя твое твоё сей сего сем вами нас
    нам"""
)
_DEMONYM = re.compile(
    r"^(?!(?:adrian|brian|bryan|julian|vivian|lilian|fabian|gillian|marian|damian|dorian)$)"
    r"(?:\w{2,}ish|\w{3,}ese|\w{2,}ians?|\w{3,}eans?)$"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_VOWELS = re.compile("[aeiouy]")
_LEVELLED = {
    "shch": "s", "sch": "s", "dzh": "s", "sh": "s", "zh": "s", "ch": "k", "cz": "s", "ts": "s",
    "tz": "s",
    "ck": "k", "th": "t", "ph": "p", "kh": "k", "gh": "k", "gn": "n", "dj": "s",
}  # fmt: skip
_CLUSTERS = re.compile("|".join(_LEVELLED))
_SOUNDS = str.maketrans("bvfwgqcxzdhj", "ppppkkkkst i")
"""Consonants that scripts and languages exchange become one; h is silent in too many of them."""


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word ``[start, end)`` and its letters in one alphabet."""

    start: int
    end: int
    value: str


def names(text: str, language: str) -> Iterator[Name]:
    """The words of a text that are names by their capital, in order. At the head of a sentence only
    those that have a capital within another too; in German, where every noun has one, all that
    stand in
    no lexical position are still many: whoever compares must expect nouns."""
    found = list(_WORD.finditer(text))
    inside: set[str] = set()
    heads: list[re.Match[str]] = []
    names_: list[re.Match[str]] = []
    small: set[str] = set()
    for match in found:
        word = match.group()
        if not word[0].isupper():
            small.add(word.lower())
            continue
        if len(word) < 3 or (word.isupper() and len(word) > 5):
            continue
        bare = _POSSESSIVE.sub("", word).lower()
        if bare in _NO_NAMES or (language == "en" and _DEMONYM.search(bare)):
            continue
        if _BEGUN.search(text, max(0, match.start() - 8), match.start()):
            heads.append(match)
        else:
            names_.append(match)
            inside.add(_stem(bare))
    names_ += [
        m
        for m in heads
        if _stem(_POSSESSIVE.sub("", m.group()).lower()) in inside
        and m.group().lower() not in small
    ]
    for match in sorted(names_, key=lambda m: m.start()):
        word = _POSSESSIVE.sub("", match.group())
        yield Name(match.start(), match.start() + len(word), anyascii(word).lower())
    for start, end in eastern_names(text, language):
        yield Name(start, end, anyascii(text[start:end]).lower())


def _stem(word: str) -> str:
    return word[: max(3, min(5, len(word) - 2))]


@lru_cache(maxsize=65_536)
def skeleton(value: str) -> str:
    """The consonants of a name, sounds that scripts exchange made one: "Yakov", "Jacob" -> "kp"."""
    plain = value
    plain = _CLUSTERS.sub(lambda m: _LEVELLED[m.group()], plain)
    plain = plain.translate(_SOUNDS).replace(" ", "").replace("i", "y")
    plain = _VOWELS.sub("", re.sub(r"(.)\1+", r"\1", plain))
    return re.sub(r"[^a-z]", "", plain)


@lru_cache(maxsize=65_536)
def likeness(a: str, b: str) -> float:
    """How alike two names are, 0 to 1, endings counting little (values as ``names`` gives them)."""
    if a == b:
        return 1.0
    one, other = skeleton(a), skeleton(b)
    if not one or not other:
        return Levenshtein.normalized_similarity(a, b)
    shorter = min(len(one), len(other))
    cut = max(shorter, 2)
    # A case ending adds at most two consonants: they are held against nobody.
    bones = max(
        Levenshtein.normalized_similarity(one, other),
        Levenshtein.normalized_similarity(one[:cut], other[:cut])
        - 0.05 * min(2, abs(len(one) - len(other)))
        if abs(len(one) - len(other)) <= 2
        else 0.0,
    )
    whole = Levenshtein.normalized_similarity(a[: len(b) + 1], b[: len(a) + 1])
    return 0.65 * bones + 0.35 * whole
