"""Two names compared: how far they can be one bearer's, whatever their script, spelling and order."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from variorum.identify.folding import folded, skeleton
from variorum.identify.given import given_key
from variorum.identify.scripts import chances, script_of

MATCHED = 0.62
"""Least similarity of two words that are held to be spellings of one, and not one put for another."""

MOST_WORDS = 12
"""Words of a name that are compared."""

PARTICLE_WEIGHT = 0.3
"""Of al, bin, de, van beside a word of the name itself."""

_PARTICLES_WORDS = """al el bin ben ibn abu abou bint de la le du des da do dos di del der den van von zu
ter ten ul ur as and of for the und et y i"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_ADDRESS_WORDS = """mr mrs ms dr mr. mrs. dr. sir lord lady monsieur madame mme herr frau president prime
minister general colonel captain sheikh shaikh haji sayyed"""
_ADDRESS = frozenset(_ADDRESS_WORDS.split())
_FORMS = (
    ("gesellschaft mit beschrankter haftung|gmbh", "gmbh"),
    ("limited liability company|llc|ooo|obshchestvo s ogranichennoy otvetstvennostyu", "llc"),
    ("joint stock company|jsc|pjsc|ojsc|oao|pao|zao|ao|aktsionernoye obshchestvo", "jsc"),
    ("aktiengesellschaft|ag", "ag"),
    ("incorporated|inc", "inc"),
    ("corporation|corp", "corp"),
    ("limited|ltd", "ltd"),
    ("company|co", "co"),
    ("public limited company|p l c|plc", "plc"),
    ("sp z o o", "spzoo"),
    ("s a r l|sarl", "sarl"),
    ("s p a|spa", "spa"),
    ("s a|sa", "sa"),
    ("n v|nv", "nv"),
    ("l l p|llp", "llp"),
    ("n a", "na"),
    ("b v|bv", "bv"),
    ("international|intl|int l", "international"),
)
"""Legal forms of companies in the words they are written with, and each one's short form."""
_FORM = re.compile("|".join(rf"\b(?P<f{i}>{form})\b" for i, (form, _) in enumerate(_FORMS)))
_LEGAL = frozenset(short for _, short in _FORMS) - {"international"}
_COUNTED = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED.split(), 1)}
_JOINT = re.compile(r"[-.·・‧,/()\"“”«»&]+")
_SILENT = re.compile(r"['’‘ʻʼ`]")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two names compare. ``chance`` (0 to 1) that both are one bearer's, and its ``log_odds``."""

    chance: float
    log_odds: float


FEATURES = (
    "constant",
    "replaced",  # share of the words that stand against other words
    "nearest_replaced",  # how like the likest of those are
    "extra",  # share of the words only one name has
    "misspelt",  # share of letters in which words held to be the same differ
    "worst",  # the least like of those
    "letters",  # letters changed in all
    "single",  # only one word is the same
    "initials",  # words that only an initial stands for
    "whole",  # likeness of the names written in one, or of their words across scripts
    "sorted",  # likeness of their words in the order of the alphabet
    "beginning",  # of words that differ, the first letter does too
    "numbers",  # their numbers differ
    "group",  # it is no person
    "group_replaced",
    "group_extra",
    "group_misspelt",
    "short",  # all that is the same is short
)


def compared(pairs: Sequence[tuple[str, str]], person: bool = True) -> list[Comparison]:
    """Compare each pair of names; ``person`` is false for companies, ships and the like.

    Words are matched whatever their order: by letters, by the skeleton that spellings of one Russian
    name share, as translations or diminutives of one given name, as initials, and between Latin and
    other scripts by the learned model. The weights are those of a logistic regression over
    ``FEATURES`` (benchmarks/identity.py fits and cross-validates them).
    """
    result = []
    for row in features(pairs, person):
        odds = math.fsum(w * value for w, value in zip(WEIGHTS, row, strict=True))
        result.append(Comparison(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), odds))
    return result


def features(pairs: Sequence[tuple[str, str]], person: bool = True) -> list[tuple[float, ...]]:
    """The values of ``FEATURES`` for each pair."""
    words = {name: _words(name, person) for pair in pairs for name in pair}
    asked: dict[tuple[str, str], None] = {}
    for a, b in pairs:
        if _foreign(a) != _foreign(b):
            asked |= dict.fromkeys(_crossed(words[a], words[b], a, b))
    known = dict(zip(asked, chances(list(asked)), strict=True))
    return [_row(a, b, words[a], words[b], known, person) for a, b in pairs]


def _foreign(name: str) -> bool:
    return script_of(name) not in ("", "latin", "cyrillic", "greek")


def _crossed(a: list[str], b: list[str], *names: str) -> list[tuple[str, str]]:
    if _foreign(names[0]):
        a, b = b, a
    return [(x, y) for x in [*a, "".join(a)] for y in [*b, "".join(b)]]


def _words(name: str, person: bool) -> list[str]:
    name = _JOINT.sub(lambda m: " and " if "&" in m[0] else " ", _SILENT.sub("", name))
    text = folded(name).replace("-", " ").replace(".", " ")
    if not person:
        text = _FORM.sub(lambda m: _FORMS[int((m.lastgroup or "f0")[1:])][1], text)
    words = [_NUMBERS.get(word, word) for word in text.split()]
    kept = [word for word in words if word not in (_ADDRESS if person else {"the"})]
    if not person and sum(word not in _LEGAL for word in kept):
        kept = [word for word in kept if word not in _LEGAL]
    return (kept or words)[:MOST_WORDS]


def _weight(word: str) -> float:
    return PARTICLE_WEIGHT if word in _PARTICLES else 0.5 if len(word) == 1 else 1.0


def _likeness(a: str, b: str, person: bool) -> float:
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.9 if a[:1] == b[:1] else 0.0
    if a.isdigit() or b.isdigit():
        return 0.0
    likeness = OSA.normalized_similarity(a, b)
    if person and given_key(a) == given_key(b):
        return max(likeness, 0.97)
    x, y = skeleton(a), skeleton(b)
    if min(len(x), len(y)) < 3:
        return likeness
    return max(likeness, 0.97 if x == y else 0.0, 0.94 * OSA.normalized_similarity(x, y))


def _row(
    a: str,
    b: str,
    mine: list[str],
    yours: list[str],
    known: dict[tuple[str, str], float],
    person: bool,
) -> tuple[float, ...]:
    cross = _foreign(a) != _foreign(b)
    if cross and _foreign(a):
        mine, yours = yours, mine
    if cross:
        whole = known.get(("".join(mine), "".join(yours)), 0.0)
        table = [[known.get((x, y), 0.0) for y in yours] for x in mine]
    else:
        whole = _joined(mine, yours)
        table = [[_likeness(x, y, person) for y in yours] for x in mine]
    pairs = _matched(table, mine, yours)
    left = [i for i in range(len(mine)) if i not in {p[0] for p in pairs}]
    right = [j for j in range(len(yours)) if j not in {p[1] for p in pairs}]
    rest = [sum(_weight(mine[i]) for i in left), sum(_weight(yours[j]) for j in right)]
    totals = [sum(map(_weight, mine)) or 1.0, sum(map(_weight, yours)) or 1.0]
    if whole > 0.9:
        rest = [0.0, 0.0]
    replaced = min(rest) / min(totals)
    extra = abs(rest[0] - rest[1]) / max(totals)
    nearest = max((table[i][j] for i in left for j in right), default=0.0) if min(rest) else 0.0
    weights = [min(_weight(mine[i]), _weight(yours[j])) for i, j in pairs]
    same = [table[i][j] for i, j in pairs]
    total = sum(weights) or 1.0
    misspelt = sum(w * (1 - s) for w, s in zip(weights, same, strict=True)) / total
    full = [
        (mine[i], yours[j], s)
        for (i, j), s in zip(pairs, same, strict=True)
        if min(len(mine[i]), len(yours[j])) > 1 or cross
    ]
    changed = [] if cross else [OSA.distance(x, y) for x, y, s in full if s < 0.97]
    numbers = [{w for w in words if w.isdigit()} for words in (mine, yours)]
    if cross:
        covered = math.fsum(w * s for w, s in zip(weights, same, strict=True)) / max(totals)
        whole = ordered = max(whole, covered)
    else:
        ordered = fuzz.ratio(" ".join(sorted(mine)), " ".join(sorted(yours))) / 100
    solid = sum(len(x) for x, _, _ in full if x not in _PARTICLES)
    group = float(not person)
    return (
        1.0,
        replaced,
        nearest,
        extra,
        misspelt,
        1 - min(same, default=1.0),
        min(4.0, float(sum(changed))),
        float(len([1 for x, _, _ in full if x not in _PARTICLES]) < 2),
        float(len(pairs) - len(full)),
        whole,
        ordered,
        float(any(x[0] != y[0] for x, y, s in full if s < 0.97)) if not cross else 0.0,
        float(numbers[0] != numbers[1]),
        group,
        group * replaced,
        group * extra,
        group * misspelt,
        float(solid < 6),
    )


def _joined(a: list[str], b: list[str]) -> float:
    return OSA.normalized_similarity("".join(a), "".join(b))


def _matched(table: list[list[float]], mine: list[str], yours: list[str]) -> list[tuple[int, int]]:
    """Pairs of words, the likest first, none twice, words of the name itself before its particles."""
    cells = sorted(
        (-likeness * _weight(mine[i]) ** 0.1, abs(i - j), i, j)
        for i, row in enumerate(table)
        for j, likeness in enumerate(row)
        if likeness >= MATCHED
    )
    rows: set[int] = set()
    columns: set[int] = set()
    found = []
    for _, _, i, j in cells:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            found.append((i, j))
    return sorted(found)


WEIGHTS: tuple[float, ...] = (
    -2.624,  # constant
    -4.547,  # replaced
    -2.174,  # nearest_replaced
    2.47,  # extra
    1.191,  # misspelt
    4.11,  # worst
    -0.774,  # letters
    0.281,  # single
    -0.308,  # initials
    1.82,  # whole
    2.529,  # sorted
    0.801,  # beginning
    1.051,  # numbers
    0.255,  # group
    0.696,  # group_replaced
    -3.23,  # group_extra
    0.114,  # group_misspelt
    0.774,  # short
)
"""Fitted on the 826 labelled pairs of OpenSanctions' name benchmark with a ridge of 5."""
