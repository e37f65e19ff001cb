"""Inflection: a Russian surname in an oblique case, led back to a base form that is known here."""

from collections.abc import Container, Iterator

from variorum.identify.folding import folded, is_cyrillic, skeleton
from variorum.identify.given import is_known_given

_CASES = """ами- ями-ь ого-ий ого-ый ому-ий ому-ый ским-ский ском-ский ской-ская скую-ская ою-а ой-а
ей-я ом- ем-ь ем-й ым- им- ам- ах- ов- ых- а- у- е- ы- и- я-ь я-й ю-ь ю-й е-ь е-а у-а ы-а
и-ь ю-я и-я"""
_ENDINGS = tuple((case, base) for case, _, base in (e.partition("-") for e in _CASES.split()))
"""Case endings of surnames and what stands in the nominative, the longest first (Zaliznyak 1977)."""

LEAST_STEM = 3
_WOMENS = ("ова", "ева", "ёва", "ина", "ына", "ая")
"""Endings of a woman's surname, which are a man's in the genitive too: left as they are."""


def base_of(form: str, surname: str, known: Container[str]) -> str:
    """The skeleton of the base form of a Cyrillic ``form``'s last word, if it is among the surnames
    ``known`` and the form's own is not plainly a name by itself; else ""."""
    if not is_cyrillic(form):
        return ""
    word = form.split()[-1].lower()
    if word.endswith(_WOMENS) or is_known_given(word):
        return ""
    return next((base for base in _bases(word) if base != surname and base in known), "")


def _bases(word: str) -> Iterator[str]:
    for ending, nominative in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            yield skeleton(folded(word[: -len(ending)] + nominative))
