"""Candidates: the words that may be a name, by the pipeline's marks and by their capitals."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from variorum.read.names.first_names import is_given_name
from variorum.read.names.titles import BRANCHES, PEOPLE, introduced, titles_inside
from variorum.read.names.titles_after import TITLE_MODIFIERS, is_occupation, is_title, title_word
from variorum.read.names.widening import (
    JUNK,
    NAME_TAGS,
    TRIM_LEFT,
    WORD,
    sentence_ends,
    trimmed,
    widened,
)
from variorum.read.parse import Parse, sentence_of
from variorum.read.russian import agree, gender_of_given, grammemes
from variorum.read.spans import NameSpan
from variorum.read.surnames import is_eastern
from variorum.read.words import KINSHIP, listed

LABELS: Mapping[str, str] = {
    "PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "FAC": "place",
    "ORG": "group",
}  # fmt: skip
"""Labels of pipelines and the kind each says."""

_MEASURES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"))

_PEOPLES = frozenset(("NORP", "LANGUAGE"))

PARTICLES = listed(
    "de von van der den du da di del della la le bin ibn ben al el ul ter zu af av y und"
)

_AND = frozenset(("and", "&", ",", ";", "и", "/", "or", "или"))


def marked(number: int, parse: Parse, taken: set[int]) -> Iterator[NameSpan]:
    """The pipeline's own marks, trimmed to the name and divided at conjunctions."""
    tagger = "natasha" if parse.language == "ru" else "label"
    for first, end, label in parse.names:
        kind = LABELS.get(label)
        if kind:
            begun = first
            for token in range(first, end + 1):
                divides = token < end and (
                    parse.words[token] == "("
                    or (parse.words[token] in _AND and (kind != "group" or _joins(parse, token)))
                )
                begins = begun < token < end and _of_two(parse, token, token == end - 1)
                if begins:
                    span = trimmed(number, parse, begun, token, kind)
                    if span:
                        yield replace(span, cues=(f"{tagger} {label}",))
                    begun = token
                if token == end or token in taken or divides:
                    span = trimmed(number, parse, begun, token, kind)
                    if span and not all(map(is_title, parse.words[span.first : span.end : 2])):
                        yield widened(replace(span, cues=(f"{tagger} {label}",)), parse, taken)
                    begun = token + 1


def _of_two(parse: Parse, token: int, last: bool) -> bool:
    """Whether a man's given name begins another name after a woman's, "Нина Павел Лёмка", or a name in
    another case: "Карла Брандта Грета". The last one may be a surname instead: "Анна Герман"."""
    if parse.language != "ru":
        return False
    if last:
        word, before = parse.words[token], parse.words[token - 1]
        return gender_of_given(word) != "" and not agree(before, word)
    genders = {gender_of_given(parse.words[token - 1]), gender_of_given(parse.words[token])}
    return genders == {"femn", "masc"}


def _joins(parse: Parse, token: int) -> bool:
    """Whether a conjunction stands between two given names: "Mendel and Fanya" are no firm."""
    near = parse.words[token - 1 : token] + parse.words[token + 1 : token + 2]
    return len(near) == 2 and all(map(is_given_name, near))


def runs(number: int, parse: Parse, taken: set[int]) -> Iterator[NameSpan]:
    """Capitalised words that no mark covers: whether they are names their cues will tell."""
    blocked = set(taken)
    peoples: set[int] = set()
    for first, end, label in parse.names:
        if label in _MEASURES:
            blocked.update(range(first, end))
        elif label in _PEOPLES:
            peoples.update(range(first, end))
    possible = _possible_russian if parse.language == "ru" else _possible
    words, count = parse.words, len(parse.words)
    token = 0
    while token < count:
        if (
            not words[token][:1].isupper()
            or token in blocked
            or not possible(parse, token)
            or words[token].lower() in TRIM_LEFT
        ):
            token += 1
            continue
        end = token + 1
        while end < count and end < token + 6 and end not in blocked:
            if words[end][:1].isupper() and (
                possible(parse, end) or is_eastern(tuple(words[token : end + 1]))
            ):
                if (
                    title_word(parse, end)
                    and not title_word(parse, end - 1)
                    and words[end - 1].lower() not in TITLE_MODIFIERS
                    and _goes_on(parse, end)
                ):
                    break  # the next one's title
                end += 1
            elif (
                end + 1 < count
                and end + 1 not in blocked
                and (
                    (words[end] == "-" and parse.starts[end] == parse.ends[end - 1])
                    or words[end] in PARTICLES
                )
                and words[end + 1][:1].isupper()
                and possible(parse, end + 1)
            ):
                end += 2
            elif (
                words[end] == "."
                and end + 1 < count
                and len(words[end - 1]) == 1
                and parse.language == "ru"
            ):
                end += 1
            else:
                break
        first = token
        token = end
        if first > 1 and words[first - 1].lower() == "of" and words[first].lower() in BRANCHES:
            first += title_word(parse, first - 2)  # "General of Artillery Orlo Zherebko"
        titles, first = titles_inside(parse, first, end, "person")
        while end > first and words[end - 1] == ".":
            end -= 1
        alone = end == first + 1
        if first < end and sentence_ends(parse, first, end):
            continue
        if first < end and not (alone and len(words[first]) < 2 and not _lettered(parse, first)):
            people = ("people",) if first in peoples else ()
            yield NameSpan(number, first, end, 0, 0, "", "", titles, people)


def _goes_on(parse: Parse, token: int) -> bool:
    """Whether a title inside a run of capitals has a name after it: not the King in "Stephen King"."""
    return token + 1 < len(parse.words) and parse.words[token + 1][:1].isupper()


def _lettered(parse: Parse, token: int) -> bool:
    """Whether a single capital letter stands where a name would: "Mr. K. said"."""
    return token > 0 and (title_word(parse, token - 1) or introduced(parse, token))


def _possible(parse: Parse, token: int) -> bool:
    word = parse.words[token]
    if word == "Per" and token and title_word(parse, token - 1):
        return True  # a preposition to the tagger
    return (
        parse.tags[token] in NAME_TAGS
        or (not parse.tags[token] and len(word) > 1)
        or _heads_office(parse, token)
    ) and word.lower() not in JUNK


def _heads_office(parse: Parse, token: int) -> bool:
    """Whether a capital that the tagger takes for the sentence's is a name with an office after it:
    "Penrose the boatswain cut the rope", not "Ask the captain"."""
    words, tags = parse.words, parse.tags
    return (
        token + 3 < len(words)
        and len(words[token]) > 2
        and words[token + 1] == "the"
        and is_occupation(parse.lemmas[token + 2])
        and tags[token + 3] in ("VBD", "VBZ", "MD")
    )


_QUOTES = frozenset('«„“"')

_PROPER = frozenset(("Name", "Surn", "Patr"))


def _possible_russian(parse: Parse, token: int) -> bool:
    """Whether an unmarked Russian word may be a person's: by the dictionary, and by its capital where
    that is not owed to the sentence."""
    word = parse.words[token]
    if len(word) == 1:
        return word.isupper() and (
            token + 1 < len(parse.words) and parse.words[token + 1] == "."
        )  # fmt: skip
    if word.lower() in JUNK or (not word.isalpha() and "-" not in word):
        return False
    if token and parse.words[token - 1] in _QUOTES:
        return False  # a thing that is called so
    kinds = grammemes(word)
    if not kinds & _PROPER:
        return bool(not kinds and token and title_word(parse, token - 1))
    return "known" not in kinds or (
        token > 0 and parse.words[token - 1] not in '.!?…«"“—–-:' and bool(kinds & _PROPER)
    )


_NUMBERS = listed(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    dozens hundreds thousands"""
)

_NATIVES = re.compile(r"\w+(?:анин|янин|анка|янка)")

_NATIVE = listed(
    """немец американец японец норвежец испанец итальянец украинец эстонец голландец китаец кореец
    австриец турок швед финн поляк чех серб грек татарин француз еврей цыган латыш литовец венгр болгарин
    грузин русский"""
)


def _several_people(parse: Parse, token: int) -> bool:
    """Whether the first word of a sentence is no name but people or a number: "Neighbours told me",
    "Eleven died", "Датчанин построил"."""
    if token != sentence_of(parse, token)[0] and parse.words[token - 1] not in _QUOTES:
        return False
    low = parse.words[token].lower()
    if parse.language == "ru":
        lemma = parse.lemmas[token]
        common = "known" in grammemes(parse.words[token])
        return common and (lemma in PEOPLE or lemma in _NATIVE or bool(_NATIVES.fullmatch(lemma)))
    if low in _NUMBERS:
        return True
    if not low.endswith(("s", "men", "women")):
        return False
    one = low.removesuffix("s") if low.endswith("s") else low[:-2] + "an"
    return one in PEOPLE or (is_occupation(one) and len(one) > 3)


def without_junk(spans: list[NameSpan], parses: list[Parse]) -> list[NameSpan]:
    """Drop what is no name: months, pronouns, and single words that the account also writes small."""
    small: Counter[str] = Counter()
    for parse in parses:
        small.update(word for word in parse.words if word.islower())
    kept = []
    for span in spans:
        parse = parses[span.paragraph]
        words = parse.words[span.first : span.end]
        low = [word.lower().rstrip(".") for word in words]
        titled = bool(span.titles) or (span.first > 0 and title_word(parse, span.first - 1))
        lettered = titled and bool(WORD.search(words[0]))
        if not lettered and all(
            word in JUNK or not WORD.search(word) or len(word) < 2 for word in low
        ):
            continue
        if len(words) == 1:
            tag = parse.tags[span.first]
            if small[low[0]] > 1 or (small[low[0]] and tag not in NAME_TAGS):
                continue
            known = tag in NAME_TAGS or tag in ("NN", "FW", "NNS")
            if parse.language == "en" and not known and not _heads_office(parse, span.first):
                continue
            if low[0] in KINSHIP or is_title(low[0]) or _several_people(parse, span.first):
                continue
        elif all(word.isupper() or not WORD.search(word) for word in words) and all(
            small[word] for word in low if len(word) > 3
        ):
            continue  # a heading in capitals, made of common words
        kept.append(span)
    return kept
