"""What a variant is about: a number, a name, a negation, a spelling, or only the wording."""

from collections import Counter
from collections.abc import Collection, Sequence

from rapidfuzz.distance import OSA

from variorum.establish.collate.slips import is_known, slip
from variorum.establish.particulars import Particular

KINDS = ("date", "number", "polarity", "kin", "name", "hedge")
"""Kinds of particulars, the weightiest first: a variant is named after the first that differs."""
CLAUSE = 5
"""Words from which an omission or addition is a clause."""
SHORTEST = 4
"""Letters of a word that is taken for a misprint of another when nothing but its look says so: "in" and
"on", "he" and "she" are changed on purpose as often as by mistake."""
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


def classed(
    kind: str,
    forms: Sequence[Sequence[str]],
    inside: Sequence[Sequence[Particular]],
    sentence: bool,
    language: str,
    used: Collection[str],
) -> tuple[str, float, tuple[str, ...]]:
    """What a variant is about, its weight, and why. ``forms`` and ``inside``: the words and the
    particulars of both sides; ``sentence``: whether one side alone has a whole sentence."""
    if kind == "transposition":
        return "wording", 0.2, ("the same words in another order",)
    one_sided = kind != "substitution"
    words = max(map(len, forms))
    if one_sided and sentence and words >= 3:
        return "sentence", WEIGHTS["sentence"], ("a whole sentence",)
    if one_sided and words >= CLAUSE:
        return "clause", WEIGHTS["clause"], (f"{words} words",)
    single = len(forms[0]) == len(forms[1]) == 1
    written = slip(forms[0][0], forms[1][0], language, used) if single else ""
    differing = [k for k in KINDS if _values(inside[0], k) != _values(inside[1], k)]
    two_names = all(_values(found, "name") for found in inside)
    if differing and not one_sided and not two_names and _garbled(forms, language):
        return "spelling", WEIGHTS["spelling"], ("the same words, one of them garbled",)
    if written == "spelling" and not all(any(map(str.isdigit, own[0])) for own in forms):
        differing = [k for k in differing if k != "number"]  # a scanner's "shou1d"
    if differing:
        first = differing[0]
        if first == "polarity" and written == "misprint" and not _prefixed(*forms[0], *forms[1]):
            return "misprint", TURNED, ("a word written nearly alike turns the meaning",)
        if first == "name" and written == "spelling" and _name_misread(inside):
            return "spelling", WEIGHTS["spelling"], ("the same word written otherwise",)
        return first, WEIGHTS[first], (_said(inside, first),)
    same = any(_values(inside[0], k) for k in ("date", "number", "name"))
    if written == "misprint" and not same and min(len(f[0]) for f in forms) >= SHORTEST:
        return "misprint", WEIGHTS["misprint"], ("written nearly alike, and another word",)
    if written == "spelling" or (same and not one_sided and _all_particular(forms, inside)):
        return "spelling", WEIGHTS["spelling"], ("the same word written otherwise",)
    return "wording", _wording_weight(words, one_sided), ()


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


def _name_misread(inside: Sequence[Sequence[Particular]]) -> bool:
    """Whether only one side's word was taken for a name: a slip made it capital or unknown."""
    return not all(any(p.kind == "name" for p in found) for found in inside)


def _all_particular(forms: Sequence[Sequence[str]], inside: Sequence[Sequence[Particular]]) -> bool:
    """Whether both sides are nothing but particulars that agree: "12" and "twelve"."""
    return all(
        len(own) <= 2 * len(found) + 1 and found for own, found in zip(forms, inside, strict=True)
    )


def _wording_weight(words: int, one_sided: bool) -> float:
    least = round(0.1 + 0.05 * words, 2)
    return min(WEIGHTS["wording"], least) if one_sided else WEIGHTS["wording"]
