"""Cohesion: whether the words on both sides of a gap come from one text or from two."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import lgamma, log

from variorum.gather.divide.style import COMMON, first_person, signs

STEM = 6
"""Letters kept of a word, which takes off most endings in the languages we meet."""
CONCENTRATION = 150.0
"""How closely a text keeps to the whole file's word rates (tuned in ``benchmarks/divide.py``)."""
IMPERSONAL, PERSONAL = 0.012, 0.045
"""Shares of first-person pronouns: news lie below the one, letters and memoirs above the other."""
USUAL_OVERLAP = 0.2
"""The share of names on both sides of a gap of which nothing is known."""
PRIOR_WORDS = 2000.0
VOCABULARY = 4000.0
"""Before anything else of the file is known, every word is as likely as one in VOCABULARY, and that
counts as much as PRIOR_WORDS words read."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NAME = re.compile(
    r"(?<=[^\W\d_,;»”][ "
    r"\u00a0])[^\W\d_a-zа-яё][^\W\d_]*[a-zа-яё’'][\w’'-]*(?:\s[^\W\d_a-zа-яё][\w’'-]*[a-zа-яё])*"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a block contributes: its length in words, stems of content words, single names, full
    names as pairs of (first word, last word), first-person pronouns, signs."""

    length: int
    stems: Counter[str]
    names: Counter[str]
    full: frozenset[tuple[str, str]]
    bare: frozenset[str]
    first_person: int
    signs: Counter[str]


@dataclass(slots=True)
class Side:
    """The words of some blocks on one side of a gap, added up."""

    length: int = 0
    stems: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    full: set[tuple[str, str]] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    first_person: int = 0
    signs: Counter[str] = field(default_factory=Counter)


@lru_cache(maxsize=1 << 12)
def words_of(text: str) -> Words:
    """Count a block's words. Chinese and Japanese, written without blanks, count by pairs of "
    "signs."""
    if _CJK.search(text):
        signs_only = _CJK.findall(text)
        pairs = [a + b for a, b in pairwise(signs_only)]
        return Words(
            len(signs_only) // 2 + 1,
            Counter(pairs),
            Counter(),
            frozenset(),
            frozenset(),
            0,
            signs(text),
        )
    words = [word.lower() for word in _WORD.findall(text)]
    stems = Counter(w[:STEM] for w in words if len(w) > 2 and w not in COMMON)
    names: Counter[str] = Counter()
    full: set[tuple[str, str]] = set()
    bare: set[str] = set()
    for match in _NAME.finditer(text):
        parts = match[0].split()
        names.update(part[:STEM] for part in parts)
        if len(parts) > 1:
            full.add((parts[0][:STEM], parts[-1][:STEM]))
        else:
            bare.add(parts[0][:STEM])
    return Words(
        len(words), stems, names, frozenset(full), frozenset(bare), first_person(words), signs(text)
    )


def side(blocks: Sequence[Words]) -> Side:
    """Add blocks up."""
    return _sum(blocks)


def together(sides: Sequence[Side]) -> Side:
    """Add sides up."""
    return sides[0] if len(sides) == 1 else _sum(sides)


def _sum(parts: Sequence[Words] | Sequence[Side]) -> Side:
    total = Side()
    for part in parts:
        total.length += part.length
        _add(total.stems, part.stems)
        _add(total.names, part.names)
        total.full |= part.full
        total.bare |= part.bare
        total.first_person += part.first_person
        _add(total.signs, part.signs)
    return total


def _add(total: Counter[str], part: Counter[str]) -> None:
    """Like ``Counter.update``, without its cost for the many tiny counts of short lines."""
    for key, count in part.items():
        total[key] = total.get(key, 0) + count


def two_texts(left: Side, right: Side, counts: Counter[str], total: int) -> float:
    """The logarithm of how much likelier the words are when the sides are two texts.

    Each text's word rates are drawn from a Dirichlet around those of the rest of the file (the
    segment model of Eisenstein and Barzilay 2008, with an informed prior), so a rare word on both
    sides speaks strongly for one text and a word that is common everywhere speaks for nothing.
    ``counts`` and ``total`` are of the whole file, the two sides included.
    """
    n_left, n_right = left.stems.total(), right.stems.total()
    if not n_left or not n_right:
        return 0.0
    rest = max(0, total - n_left - n_right) + PRIOR_WORDS
    small, large = sorted((left.stems, right.stems), key=len)
    score = (
        lgamma(CONCENTRATION)
        - lgamma(CONCENTRATION + n_left)
        - lgamma(CONCENTRATION + n_right)
        + lgamma(CONCENTRATION + n_left + n_right)
    )
    for stem, count in small.items():
        other = large.get(stem)
        if other:
            elsewhere = counts[stem] - count - other + PRIOR_WORDS / VOCABULARY
            weight = CONCENTRATION * max(elsewhere, 0.1) / rest
            score += _shared(_rounded(weight), count, other)
    return score


def _rounded(weight: float) -> float:
    """Keep few different weights, so that their values can be remembered."""
    return float(f"{weight:.2g}")


@lru_cache(maxsize=1 << 16)
def _shared(weight: float, here: int, there: int) -> float:
    return (
        lgamma(weight + here)
        + lgamma(weight + there)
        - lgamma(weight + here + there)
        - lgamma(weight)
    )


def name_overlap(left: Side, right: Side) -> float:
    """The share of the names of the side that has fewer which stand on both sides.

    Drawn towards USUAL_OVERLAP, as if two more names had been seen: few names say little.
    """
    fewer = min(len(left.names), len(right.names))
    shared = sum(1 for name in right.names if name in left.names)
    return (shared + 2 * USUAL_OVERLAP) / (fewer + 2)


def introduced_again(left: Side, right: Side) -> int:
    """How many people the right side introduces by their full name whom the left already knew."""
    return len(left.full & right.full)


def known_bare(left: Side, right: Side) -> int:
    """How many people the right side calls by a bare last name whom only the left introduced."""
    introduced = {last for _, last in left.full}
    here = {last for _, last in right.full}
    return len((introduced & right.bare) - here)


def sign_distance(left: Side, right: Side) -> float:
    """How differently the sides form quotation marks and dashes: 0 alike, 1 nothing in common."""
    n_left, n_right = left.signs.total(), right.signs.total()
    if n_left < 4 or n_right < 4:
        return 0.0
    shared = sum(min(c / n_left, right.signs[s] / n_right) for s, c in left.signs.items())
    return 1.0 - shared


def narrator_shift(left: Side, right: Side) -> float:
    """The change in the rate of first-person pronouns, on a logarithmic scale."""
    a = (left.first_person + 1) / (left.length + 100)
    b = (right.first_person + 1) / (right.length + 100)
    return abs(log(a / b))


def first_person_begins(left: Side, right: Side) -> float:
    """1 where a narrator begins to say "I" after a text in which nobody did, else 0."""
    before = left.first_person / max(1, left.length)
    after = right.first_person / max(1, right.length)
    return 1.0 if before <= IMPERSONAL and after >= PERSONAL else 0.0
