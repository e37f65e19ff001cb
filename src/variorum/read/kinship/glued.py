"""A kinsman's name run together with its owner's: "мать Ксении Людмила Нарусова" names two people."""

from collections.abc import Iterator
from dataclasses import replace

from variorum.read.kinship.vocabulary import GENDERS, RUSSIAN, RUSSIAN_FORMS
from variorum.read.parse import Parse
from variorum.read.russian import base_name, cases, grammemes, word_form
from variorum.read.spans import NameSpan

_NAMES = frozenset(("Name", "Surn", "Patr"))


def parted(parses: list[Parse], names: list[NameSpan]) -> Iterator[NameSpan]:
    """The names, each that follows a Russian kin term and changes from the genitive to the nominative
    taken as two."""
    for name in names:
        parse = parses[name.paragraph]
        name = _without_term(parse, name)
        split = _split(parse, name)
        if not split:
            yield name
            continue
        yield _piece(parse, name, name.first, split)
        yield replace(_piece(parse, name, split, name.end), titles=())


def _without_term(parse: Parse, name: NameSpan) -> NameSpan:
    """ "Тёща Павла Дарья" at the head of a sentence, read as one name of three words."""
    low = parse.words[name.first].lower()
    if parse.language != "ru" or name.kind != "person" or name.end - name.first < 3:
        return name
    if not (RUSSIAN_FORMS.get(low) or RUSSIAN.get(parse.lemmas[name.first])):
        return name
    return _piece(parse, name, name.first + 1, name.end)


def _piece(parse: Parse, name: NameSpan, first: int, end: int) -> NameSpan:
    form = base_name(tuple(parse.words[first:end]), "person").replace(" . ", ".")
    start, stop = parse.starts[first], parse.ends[end - 1]
    return replace(name, first=first, end=end, start=start, stop=stop, form=form)


def _split(parse: Parse, name: NameSpan) -> int:
    """The token where the second name begins; 0 where there is one name alone."""
    if (
        parse.language != "ru"
        or name.kind != "person"
        or name.end - name.first < 2
        or not name.first
    ):
        return 0
    before = parse.words[name.first - 1].lower()
    relation = RUSSIAN_FORMS.get(before) or RUSSIAN.get(parse.lemmas[name.first - 1], "")
    if not relation:
        return 0
    first = name.first
    initials = parse.words[first + 1] == "."
    while first < name.end - 1 and (parse.words[first] == "." or len(parse.words[first]) == 1):
        first += 1
    opening = parse.words[first]
    if not _genitive(opening) or not (initials or _inflected(opening)):
        return 0
    for token in range(first + 1, name.end):
        here, last = parse.words[token], parse.words[token - 1]
        guessed = GENDERS.get(relation) == "m" and here.endswith(
            ("а", "я")
        )  # "правнук Льва Термена"
        if _nominative(here) and _genitive(last) and "Name" in grammemes(here) and not guessed:
            return token
    return 0


def _nominative(word: str) -> bool:
    known = cases(word)
    return "nomn" in known and "gent" not in known


def _genitive(word: str) -> bool:
    return bool(grammemes(word) & _NAMES) and "gent" in cases(word)


def _inflected(word: str) -> bool:
    """Whether a name is no base form: "Ингвара", "Ксении"."""
    return word_form(word)[0].replace("ё", "е") != word.lower().replace("ё", "е")
