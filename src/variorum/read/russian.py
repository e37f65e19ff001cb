"""Russian: names by slovnet's tagger, base forms by the pymorphy dictionary, through natasha.

Kukushkin (2020), Natasha: https://natasha.github.io. Only the segmenter and the name tagger run; its
morphology and syntax models would cost three times as much and nothing here needs them.
"""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from variorum.establish.paragraphs import Paragraph
from variorum.read.parse import Parse

_UNIVERSAL = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB",
    "PRTF": "VERB", "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON",
    "PRED": "ADV", "PREP": "ADP", "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
_NAME_KINDS = {"person": ("Name", "Surn", "Patr"), "place": ("Geox",), "group": ("Orgn",)}

_PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn")
_PET_NAME = re.compile(r"(?P<stem>[А-ЯЁ][а-яё]+[юуяаоеи]ш)(?:а|и|е|у|ей|ею)")
"""Pet names the dictionary does not know ("Гаврюша") all end in -ша in the nominative."""


@cache
def _natasha() -> tuple[Any, Any, type]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter
    return Segmenter(), NewsNERTagger(NewsEmbedding()), Doc


@cache
def _morph() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import natasha  # noqa: F401 (pymorphy2 runs on Python 3.11 only once this has mended it)
        import pymorphy2  # type: ignore[import-untyped]

        return pymorphy2.MorphAnalyzer()


@lru_cache(maxsize=200_000)
def word_form(word: str) -> tuple[str, str]:
    """A word's base form, lower-cased, and its universal part of speech."""
    if not any(letter.isalpha() for letter in word):
        return word, "NUM" if word[:1].isdigit() else "PUNCT"
    best = _morph().parse(word.lower())[0]
    return best.normal_form, _UNIVERSAL.get(str(best.tag.POS), "X")


def read_russian(pieces: Iterable[Paragraph]) -> Iterator[Parse]:
    """Parse Russian paragraphs: words, base forms, sentences and names; no syntax."""
    segmenter, tagger, document = _natasha()
    for piece in pieces:
        doc = document(piece.text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        yield _parse(piece, doc)


def _parse(piece: Paragraph, doc: Any) -> Parse:
    tokens = doc.tokens or []
    forms = [word_form(token.text) for token in tokens]
    starts = [piece.start + token.start for token in tokens]
    at_start = {start: index for index, start in enumerate(starts)}
    sentences: list[tuple[int, int]] = []
    for sentence in doc.sents or []:
        if sentence.tokens:
            first = at_start[piece.start + sentence.tokens[0].start]
            sentences.append((first, first + len(sentence.tokens)))
    names = []
    for span in doc.spans or []:
        if span.tokens:
            first = at_start[piece.start + span.tokens[0].start]
            names.append((first, first + len(span.tokens), span.type))
    return Parse(
        piece.start,
        piece.language,
        piece.text,
        [token.text for token in tokens],
        [lemma for lemma, _ in forms],
        [tag for _, tag in forms],
        [""] * len(tokens),
        list(range(len(tokens))),
        starts,
        [piece.start + token.stop for token in tokens],
        sentences,
        names,
    )


@lru_cache(maxsize=100_000)
def grammemes(word: str) -> frozenset[str]:
    """What the dictionary knows a capitalised word to be, of Name, Surn, Patr, Geox and Orgn; "known"
    where it also knows it as a common word."""
    readings = [str(reading.tag) for reading in _parses(word)]
    found = {kind for kind in _PROPER if any(kind in reading for reading in readings)}
    plain = [reading for reading in readings if not any(kind in reading for kind in _PROPER)]
    if plain and _morph().word_is_known(word.lower()):
        found.add("known")
    return frozenset(found)


@lru_cache(maxsize=100_000)
def cases(word: str) -> frozenset[str]:
    """The cases a word's form can have; none where it does not inflect."""
    readings = _parses(word)
    return frozenset(str(r.tag.case) for r in readings if r.tag.case is not None)


@lru_cache(maxsize=100_000)
def is_animate(word: str) -> bool:
    """Whether a noun can mean a living being."""
    return any("NOUN" in str(r.tag) and "anim" in str(r.tag) for r in _parses(word))


def agree(one: str, other: str) -> bool:
    """Whether two words can stand in one case: a title with its name. Abbreviations always can."""
    mine, yours = cases(one), cases(other)
    return not mine or not yours or bool(mine & yours)


OBLIQUE = frozenset(("gent", "datv", "accs", "ablt", "loct", "gen2", "loc2"))
"""The cases that stand after a preposition."""


def may_be_nominative(words: list[str]) -> bool:
    """Whether every word of a name that inflects can stand in the nominative as it is."""
    return all("nomn" in cases(word) for word in words if cases(word))


def base_name(words: tuple[str, ...], kind: str, among: frozenset[str] = frozenset()) -> str:
    """A name in the nominative, as far as the dictionary knows its words: "Марии Ивановой" gives
    "Мария Иванова". The words of a name agree in gender; one that does not inflect stays. ``among``
    are the cases it can stand in where something beside it tells: a preposition, a title."""
    return _base_name(words, kind, frozenset() if "nomn" in among else among)


@lru_cache(maxsize=100_000)
def _base_name(words: tuple[str, ...], kind: str, known: frozenset[str]) -> str:
    wanted = _NAME_KINDS.get(kind, ())
    options = [_options(word, wanted) for word in words]
    options = [[p for p in group if str(p.tag.case) in known] or group for group in options]
    genders = [{str(p.tag.gender) for p in group} for group in options if group]
    shared = set.intersection(*genders) if genders else set()
    cases = [{str(p.tag.case) for p in group} for group in options if group]
    case = set.intersection(*cases) if cases else set()
    if "nomn" in case and len(words) > 0 and all(group for group in options):
        return " ".join(words)
    gender: Callable[[Any], bool] = lambda p: not shared or str(p.tag.gender) in shared  # noqa: E731
    return " ".join(
        _nominative(word, [p for p in group if gender(p)] or group, kind)
        for word, group in zip(words, options, strict=True)
    )


def _options(word: str, wanted: tuple[str, ...]) -> list[Any]:
    """A word's readings as a name; where the dictionary has none, as any noun or adjective, unless
    it may well be a nominative already (a foreign name)."""
    readings = _parses(word)
    singular = [reading for reading in readings if str(reading.tag.number) == "sing"]
    readings = singular or readings
    named = [reading for reading in readings if _fits(reading, wanted)]
    if named:
        return named
    declined = [reading for reading in readings if str(reading.tag.POS) in ("NOUN", "ADJF", "PRTF")]
    return [] if any(str(reading.tag.case) == "nomn" for reading in declined) else declined


def _parses(word: str) -> list[Any]:
    if len(word) < 2 or not word[-1].isalpha():
        return []
    return list(_morph().parse(word))


def _fits(parse: Any, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(grammeme in parse.tag for grammeme in wanted)


def _nominative(word: str, options: list[Any], kind: str) -> str:
    pet = _PET_NAME.fullmatch(word) if kind == "person" else None
    if pet and not any(_fits(option, _NAME_KINDS["person"]) for option in options):
        return pet["stem"] + "а"
    if not options:
        return word
    if kind == "group":
        return word  # an organisation's words depend on each other; its head alone is not inflected
    if str(options[0].tag.number) == "plur":
        return word  # several of a name, or a foreign one that only looks like it
    inflected = options[0].inflect({"nomn"})
    form = str(inflected.word) if inflected else word
    if word.isupper() and len(word) > 1:
        return form.upper()
    if word[:1].islower():
        return form
    return "-".join(part[:1].upper() + part[1:] for part in form.split("-"))
