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
from variorum.read.surnames import eastern_base, foreign, is_eastern, possessive

_UNIVERSAL = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB",
    "PRTF": "VERB", "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON",
    "PRED": "ADV", "PREP": "ADP", "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
_NAME_KINDS = {"person": ("Name", "Surn", "Patr"), "place": ("Geox",), "group": ("Orgn",)}

_Forms = dict[tuple[str, str], tuple[float, str]]
"""By gender and case what a word's nominative is, with its weight."""

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
def counted_form(word: str) -> str:
    """The base form of a word that can be a common noun in the genitive, as after a number; else ""."""
    for reading in _parses(word):
        tag = str(reading.tag)
        if "NOUN" in tag and "gent" in tag and not any(kind in tag for kind in _PROPER):
            return str(reading.normal_form)
    return ""


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


@lru_cache(maxsize=100_000)
def is_feminine_subject(word: str) -> bool:
    """Whether a word can be the subject of a verb in the feminine: a noun, a name or "она"."""
    if word.lower() == "она":
        return True
    return any({"NOUN", "femn", "sing", "nomn"} in r.tag for r in _parses(word))


@lru_cache(maxsize=100_000)
def gender_of_given(word: str) -> str:
    """``femn`` or ``masc`` where a word is a given name in the nominative, of that gender alone, and no
    surname or patronymic; else ""."""
    readings = [r for r in _parses(word) if str(r.tag.number) == "sing" and not _fake(r)]
    if not readings or any("Surn" in r.tag or "Patr" in r.tag for r in readings):
        return ""
    genders = {str(r.tag.gender) for r in readings if {"Name", "nomn"} in r.tag}
    return next(iter(genders)) if len(genders) == 1 else ""


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
    """A name in the nominative, as far as the dictionary and the endings of its words tell: "Марии
    Ивановой" gives "Мария Иванова". The words of a name agree in gender; one that does not inflect
    stays. ``among`` are the cases it can stand in where something beside it tells."""
    return base_names(words, kind, among)[0]


@lru_cache(maxsize=100_000)
def base_names(
    words: tuple[str, ...], kind: str, among: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """All that ``base_name`` can give for a name, the likeliest first; at least one."""
    if kind != "person":
        return (_base_name(words, kind, frozenset() if "nomn" in among else among),)
    if is_eastern(words):
        return (eastern_base(words),)
    several = len(words) > 1
    tables: list[_Forms] = []
    declined = False  # whether a word before tells the case
    for n, word in enumerate(words):
        tables.append(_person_forms(word, several and n > 0, declined))
        declined = declined or 0 < len({case for _, case in tables[-1]}) < len(_CASES)
    shared = _agreed(tables, words[0])
    if among and any(case in among for _, case in shared):
        shared = {key for key in shared if key[1] in among}
    if not shared:
        return (" ".join(words),)
    ranked: dict[str, float] = {}
    for gender, case in shared:
        chosen = [
            table[gender, case] if table else (0.0, word) for table, word in _with(tables, words)
        ]
        weight = sum(weight for weight, _ in chosen) + _CASE_WEIGHT.get(case, 0.0)
        weight += WOMANS * (gender == "femn" and chosen[0][1].endswith("ия"))
        form = " ".join(
            _as_written(word, base) for (_, base), word in zip(chosen, words, strict=True)
        )
        ranked[form] = max(weight, ranked.get(form, 0.0))
    return tuple(sorted(ranked, key=lambda form: (-ranked[form], form)))


def _agreed(tables: list[_Forms], first: str) -> set[tuple[str, str]]:
    """The genders and cases that all words can share; where there are none, the first may be a foreign
    name, or the last word that stands in the way is emptied and stays as it is."""
    if tables[0] and not set.intersection(*(set(table) for table in tables if table)):
        for base, gender, case in foreign(first):
            tables[0] = {(gender, case): (PREDICTED, base), **tables[0]}
    for left in (None, *reversed(range(1, len(tables)))):
        keys = [set(table) for n, table in enumerate(tables) if table and n != left]
        shared = set.intersection(*keys) if keys else set()
        if shared:
            if left is not None:
                tables[left] = {}
            return shared
    return set()


_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_CASE_WEIGHT = {"nomn": 0.3, "gent": 0.1, "accs": 0.1}
"""How much likelier a name is to stand in a case where several are possible."""
WOMANS = 0.3
"""How much likelier a woman's is a name that is a man's in -ий too: Лидия beside Лидий."""
WOMANS_ALONE = 0.8
"""Weight of a surname in a consonant as a woman's, which never changes, where no given name tells; less
where it may be a man's in the instrumental."""
AFTER_ALL = 0.5
"""Weight of a word as a foreign surname that the dictionary knows as something else."""
GUESSED, UNCHANGED, FOREIGN_WOMAN, PREDICTED = 1.0, 0.9, 0.3, 0.2
"""Weights of a reading by its ending; of a word in -а as it is, alone and after a given name; of what
the dictionary predicts for a word it does not hold. Set by hand on invented sentences."""


def _with(tables: list[_Forms], words: tuple[str, ...]) -> Iterable[tuple[_Forms, str]]:
    return zip(tables, words, strict=True)


@lru_cache(maxsize=100_000)
def _person_forms(word: str, surname: bool, declined: bool) -> _Forms:
    """What a word of a person's name can be: by gender and case its nominative, with a weight. Empty
    where nothing is known, as of an initial. ``surname``: it does not stand first; ``declined``: a word
    before it tells the case."""
    found: _Forms = {}

    def add(gender: str, case: str, weight: float, base: str) -> None:
        for one in ("masc", "femn") if gender not in ("masc", "femn") else (gender,):
            if (one, case) not in found or found[one, case][0] < weight:
                found[one, case] = weight, base

    if len(word) < 2 or not word[-1].isalpha():
        return found
    readings = [r for r in _parses(word) if str(r.tag.number) == "sing" and "Infr" not in r.tag]
    named = [r for r in readings if _fits(r, _NAME_KINDS["person"])]
    given = any("Name" in r.tag or "Patr" in r.tag for r in named)
    ending = possessive(word) if not given or surname else ()
    for r in named:
        if not ending or "Surn" not in r.tag:
            inflected = r.inflect({"nomn"})
            base = str(inflected.word) if inflected else word
            held = PREDICTED if _fake(r) else GUESSED
            add(str(r.tag.gender), str(r.tag.case), held + float(r.score), base)
    for base, gender, case in ending:
        add(gender, case, GUESSED, base)
    if found and (ending or not all(map(_fake, named))):
        if surname and not ending and not any("Surn" in r.tag or "Patr" in r.tag for r in named):
            for base, gender, case in foreign(word):  # "Ольги Марк": a given name for a surname
                add(gender, case, AFTER_ALL, base)
        return found
    pet = _PET_NAME.fullmatch(word)
    if pet:
        add("", "nomn" if word.endswith("а") else "gent", GUESSED, pet["stem"].lower() + "а")
        return found
    if _morph().word_is_known(word.lower()):
        for r in readings:
            adjective = str(r.tag.POS) in ("ADJF", "PRTF")
            if word.lower().endswith("е") or (adjective and str(r.tag.gender) == "neut"):
                continue
            if adjective or str(r.tag.POS) == "NOUN":
                inflected = r.inflect({"nomn"})
                base = str(inflected.word) if inflected else word
                add(str(r.tag.gender) if adjective else "", str(r.tag.case), GUESSED, base)
    if found and not named:
        for base, gender, case in foreign(word):  # "Гольца" is Goltz's before it is a fish's
            add(gender, case, AFTER_ALL, base)
    if not found or named:
        for base, gender, case in foreign(word):
            as_is = base == word.lower() and base[-1] in "ая"
            weight = FOREIGN_WOMAN if declined else UNCHANGED
            alone = not declined and base[-1] not in "аяеоиыую"
            womans = alone and gender == "femn"
            instrumental = alone and base == word.lower() and base.endswith(("ом", "ем"))
            doubted = WOMANS_ALONE - 0.2 * instrumental if womans or instrumental else GUESSED
            add(gender, case, weight if as_is else doubted, base)
    return found


def _as_written(word: str, base: str) -> str:
    """A base form with the capitals of the word."""
    if word.lower() == base:
        return word
    if word.isupper() and len(word) > 1:
        return base.upper()
    if word[:1].islower():
        return base
    if base.replace("ё", "е") == word.lower():
        return word
    if "ё" not in word.lower() and base != "пётр":
        base = base.replace("ё", "е")
    parts = base.split("-")
    small = [part[:1].islower() for part in word.split("-")]
    if len(small) != len(parts):
        small = [False] * len(parts)
    return "-".join(
        part if low else _CAPITAL.sub(lambda m: m[0].upper(), part)
        for part, low in zip(parts, small, strict=True)
    )


_CAPITAL = re.compile(r"(?:^|(?<=\.))[^\W\d_]")
"""The letters of a name that are capitals: the first, and those after an initial's full stop."""


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
    found = list(_morph().parse(word))
    declined = any("Name" in r.tag and "Fixd" not in r.tag for r in found)
    # "Анне" is Anna's dative before it is a name that never changes
    return [
        r for r in found if not ("Name" in r.tag and "Fixd" in r.tag and (declined or _fake(r)))
    ]


def _fake(reading: Any) -> bool:
    """Whether the dictionary does not hold the word but one that ends like it."""
    return type(reading.methods_stack[0][0]).__name__ == "FakeDictionary"


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
    return _as_written(word, str(inflected.word) if inflected else word)
