"""What a variant is about: a number, a name, a negation, a spelling, or only the wording."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from variorum.establish.collate.slips import is_garbled, is_known, slip
from variorum.establish.collate.spellings import is_misread
from variorum.establish.particulars import Particular

KINDS = ("date", "number", "polarity", "kin", "name", "hedge")
"""Kinds of particulars, the weightiest first: a variant is named after the first that differs."""
CLAUSE = 5
"""Words from which an omission or addition is a clause."""
SHORTEST = 4
"""Letters of a word that is taken for a misprint of another when nothing but its look says so: "in" and
"on", "he" and "she" are changed on purpose as often as by mistake."""
SENSE = ("date", "number", "polarity", "kin", "hedge")
"""Kinds that no spelling explains away where both sides have one."""
_GARBLED = "the same words, one of them garbled"
GARBLED = 0.75
"""Likeness of two stretches from which one may be the other garbled. Set by hand, on noisy leaflets."""
WEIGHTS: dict[str, float] = {
    "date": 0.85,
    "number": 0.85,
    "polarity": 0.9,
    "kin": 0.75,
    "name": 0.7,
    "sentence": 0.8,
    "clause": 0.6,
    "misprint": 0.6,
    "hedge": 0.5,
    "wording": 0.3,
    "spelling": 0.05,
}
"""How much a variant changes the sense, as a rule; set by hand."""
TURNED = 0.9
"""The weight of a misprint that turns a sentence into its opposite."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words (folded forms) and the particulars of both sides of a difference, their language, the
    forms used elsewhere, and whether a scanner has been at work in one of them."""

    forms: Sequence[Sequence[str]]
    inside: Sequence[Sequence[Particular]]
    language: str
    used: Collection[str]
    noisy: bool


def classed(kind: str, words: Words, sentence: bool) -> tuple[str, float, tuple[str, ...]]:
    """What a variant is about, its weight, and why. ``sentence``: whether one side alone has a whole
    sentence.

    What is only written otherwise comes before all particulars: "n0" is no other number than "no"."""
    forms, inside = words.forms, words.inside
    if kind == "transposition":
        return "wording", 0.2, ("the same words in another order",)
    one_sided = kind != "substitution"
    size = max(map(len, forms))
    if one_sided and sentence and size >= 3:
        return "sentence", WEIGHTS["sentence"], ("a whole sentence",)
    if one_sided and size >= CLAUSE:
        return "clause", WEIGHTS["clause"], (f"{size} words",)
    if not one_sided and (said := _written_otherwise(words)):
        return "spelling", WEIGHTS["spelling"], (said,)
    differing = [k for k in KINDS if _values(inside[0], k) != _values(inside[1], k)]
    single = len(forms[0]) == len(forms[1]) == 1
    written = slip(forms[0][0], forms[1][0], words.language, words.used) if single else ""
    if differing:
        first = differing[0]
        if first == "polarity" and written == "misprint" and not _prefixed(*forms[0], *forms[1]):
            return "misprint", TURNED, ("a word written nearly alike turns the meaning",)
        return first, WEIGHTS[first], (_said(inside, first),)
    same = any(_values(inside[0], k) for k in ("date", "number", "name"))
    if written == "misprint" and not same and min(len(f[0]) for f in forms) >= SHORTEST:
        return "misprint", WEIGHTS["misprint"], ("written nearly alike, and another word",)
    if same and not one_sided and _all_particular(forms, inside):
        return "spelling", WEIGHTS["spelling"], ("the same, written otherwise",)
    return "wording", _wording_weight(size, one_sided), ()


def _written_otherwise(words: Words) -> str:
    """Why two readings are the same words; empty where they are not, or where both make sense and the
    sense differs."""
    forms, language = words.forms, words.language
    if "".join(forms[0]) == "".join(forms[1]):
        parted = [all(is_known(form, language) for form in own) for own in forms]
        return (
            ""
            if all(parted) and _turned(words, "polarity")
            else "the same letters, parted otherwise"
        )
    if len(forms[0]) != len(forms[1]):
        if is_garbled("".join(forms[0]), "".join(forms[1]), language) and not _turned(
            words, *SENSE
        ):
            return "the same letters, misread and parted otherwise"
        return "" if _contradicted(words) or not _garbled(forms, language) else _GARBLED
    pairs = [(a, b) for a, b in zip(*forms, strict=True) if a != b]
    if _contradicted(words):
        return ""
    if not all(slip(a, b, language, words.used, words.noisy) == "spelling" for a, b in pairs):
        return _GARBLED if len(pairs) > 1 and _garbled(forms, language) else ""
    if all(is_misread(a, b) for a, b in pairs):
        return "the same word, misread" if len(pairs) == 1 else "the same words, misread"
    return "the same word written otherwise"


def _contradicted(words: Words) -> bool:
    """Whether two readings that are written alike say different things: both have a number, date or
    name, and another; or one has a negation, a number … that the other lacks though all of its words
    are words."""
    if _turned(words, *SENSE):
        return True
    lacking = [
        k
        for kind in SENSE
        for k in (0, 1)
        if _values(words.inside[1 - k], kind) and not _values(words.inside[k], kind)
    ]
    for k in lacking:
        own = [f for f in words.forms[k] if f not in words.forms[1 - k]]
        if not words.noisy and all(is_known(form, words.language) for form in own):
            return True
    if _turned(words, "name"):
        pairs = [(a, b) for a, b in zip(*words.forms, strict=False) if a != b]
        misread = all(is_misread(a, b) for a, b in pairs)
        return not (misread and words.noisy)
    return False


def _turned(words: Words, *kinds: str) -> bool:
    """Whether both readings have a particular of a kind, and another."""
    values = [[_values(found, kind) for found in words.inside] for kind in kinds]
    return any(one and other and one != other for one, other in values)


def _values(found: Sequence[Particular], kind: str) -> Counter[str]:
    return Counter(p.value for p in found if p.kind == kind)


def _said(inside: Sequence[Sequence[Particular]], kind: str) -> str:
    values = [" ".join(p.value for p in found if p.kind == kind) for found in inside]
    return f"{kind}: {values[0] or 'none'} / {values[1] or 'none'}"


def _garbled(forms: Sequence[Sequence[str]], language: str) -> bool:
    """Whether two stretches are the same words, of which a scanner or typist garbled one: nearly the
    same letters, no figures, and what is in one alone no word of the language, while what is in the
    other alone is."""
    letters = ["".join(own) for own in forms]
    if any(map(str.isdigit, "".join(letters))):
        return False
    if OSA.normalized_similarity(*letters) < GARBLED:
        return False
    parts = [{part for form in own for part in form.split("-")} for own in forms]
    alone = [parts[0] - parts[1], parts[1] - parts[0]]
    known = [all(is_known(part, language) for part in own) for own in alone]
    return known[0] != known[1]


def _prefixed(one: str, other: str) -> bool:
    """Whether one word is the other with a syllable before it, as in able and unable."""
    return one != other and (one.endswith(other) or other.endswith(one))


def _all_particular(forms: Sequence[Sequence[str]], inside: Sequence[Sequence[Particular]]) -> bool:
    """Whether both sides are nothing but particulars that agree: "12" and "twelve"."""
    return all(
        len(own) <= 2 * len(found) + 1 and found for own, found in zip(forms, inside, strict=True)
    )


def _wording_weight(words: int, one_sided: bool) -> float:
    least = round(0.1 + 0.05 * words, 2)
    return min(WEIGHTS["wording"], least) if one_sided else WEIGHTS["wording"]
