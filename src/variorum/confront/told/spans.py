"""The words around a word: what two lines share there, what the thing is, the phrase to be shown."""

import re

from rapidfuzz.fuzz import ratio

from variorum.confront.laid import Ground
from variorum.confront.told.lines import Line, Word
from variorum.confront.told.pairs import verb_feature
from variorum.confront.told.words import LIGHT, PLAIN
from variorum.model.passage import Passage

WIDTH = 8
"""Words on either side of a word among which two lines may share something."""

ALIKE, ALIKE_BEGUN = 0.72, 0.66
"""Likeness of letters from which on two names are held to be one in two spellings; the second where
they begin with the same two letters."""


def alike(one: str, other: str) -> bool:
    """Whether two words are likely spellings of one."""
    one, other = one.casefold(), other.casefold()
    if min(len(one), len(other)) > 4 and _skeleton(one) == _skeleton(other):
        return True
    begun = len(one) > 3 and one[:2] == other[:2]
    return ratio(one, other) >= 100 * (ALIKE_BEGUN if begun else ALIKE)


def _skeleton(word: str) -> str:
    """Consonants, doubled ones once: "Minetares" and "Menitarrees" are one."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", word))


_VOWELS = re.compile(r"[aeiouyаеёиоуыэюяьъ'’\s-]")
_TWICE = re.compile(r"(.)\1+")


def feature(line: Line, number: int) -> str:
    """A word's feature: the entity of the name it belongs to, else its base form."""
    mention = line.owner.get(number)
    if mention is not None and mention.entity and mention.type != "":
        return "e:" + mention.entity
    return verb_feature(line.words[number].base)


def nearby(line: Line, at: int, length: int, width: int = WIDTH) -> dict[str, str]:
    """Features near the words ``[at, at + length)``, with the words as written."""
    found: dict[str, str] = {}
    for number in range(max(0, at - width), min(len(line.words), at + length + width)):
        if at <= number < at + length:
            continue
        word = line.words[number]
        if word.content or number in line.owner:
            found.setdefault(feature(line, number), word.form)
    return found


def shared_near(
    a: Line, at: int, length: int, b: Line, bt: int, span: int, ground: Ground, width: int = WIDTH
) -> tuple[float, list[str]]:
    """Rarity of what two lines share near two words, and the shared words, rarest first."""
    mine, yours = nearby(a, at, length, width), nearby(b, bt, span, width)
    common = sorted(mine.keys() & yours.keys(), key=lambda f: (-ground.rarity.get(f, 0.0), f))
    names = [ground.names.get(f[2:], mine[f]) if f[0] == "e" else f[2:] for f in common]
    return sum(ground.rarity.get(f, 0.0) for f in common), names


def thing(line: Line, at: int, length: int, head: str, words: list[str]) -> str:
    """What the question is about, in words: "the robe", "Jericho"; "it" where nothing tells."""
    if head:
        named = next((w.form for w in line.words[1:] if w.base == head and w.capital), "")
        return named.capitalize() if named else f"the {head}"
    names = [word for word in words if word[:1].isupper()]
    return names[0] if names else (f"the {words[0]}" if words else "it")


def phrase(line: Line, at: int, length: int, ground: Ground) -> tuple[str, Passage]:
    """The words ``[at, at + length)`` with what closely follows in their part of the sentence."""
    first, last = at, at + length - 1
    part = line.words[at].part
    while first > 0 and line.words[first - 1].part == part and at - first < 2:
        first -= 1
    while (
        last + 1 < len(line.words) and line.words[last + 1].part == part and last - at - length < 2
    ):
        last += 1
        if line.words[last].content:
            break
    return words_of(line, first, last + 1, ground)


def words_of(line: Line, first: int, end: int, ground: Ground) -> tuple[str, Passage]:
    """The exact words ``[first, end)`` of a line and their passage."""
    sentence = ground.scenes[line.scene].sentence.passage
    start, stop = line.words[first].start, line.words[end - 1].end
    quote = sentence.quote[start - sentence.start : stop - sentence.start]
    return " ".join(quote.split()), Passage(sentence.source, start, stop, quote)


def noun_group(line: Line, number: int) -> tuple[int, int]:
    """The words around a noun up to small words and verbs: [first, end)."""
    first = end = number
    part = line.words[number].part
    while first > 0 and _joins(line.words[first - 1], part):
        first -= 1
    while end + 1 < len(line.words) and _joins(line.words[end + 1], part):
        end += 1
    return first, end + 1


def _joins(word: Word, part: int) -> bool:
    return word.part == part and word.form not in PLAIN | LIGHT and not word.verb
