"""Titles: the ranks, offices, occupations and forms of address that stand with a name.

All that stand there are kept, each in its own words: "the then mayor of X" before the name, "a retired
colonel and historian" after it, several at once.
"""

from variorum.read.names.first_names import is_given_name
from variorum.read.names.nouns import GROUP_NOUNS, PLACE_NOUNS
from variorum.read.names.titles_after import (
    LONGEST_SHORT,
    LONGEST_TITLE,
    TITLE_MODIFIERS,
    is_occupation,
    phrase,
    title_word,
    with_modifiers,
)
from variorum.read.parse import Parse, sentence_of
from variorum.read.russian import agree
from variorum.read.spans import NameSpan
from variorum.read.words import ADDRESS, KINSHIP, MILITARY_RANKS, listed

PEOPLE = listed(
    "man woman boy girl child lad youth widow orphan passenger survivor witness person fellow "
    "gentleman lady native villager survivor islander relative bystander onlooker eyewitness local "
    "exile colleague comrade refugee prisoner emigrant immigrant pioneer volunteer pensioner neighbour "
    "neighbor friend resident человек мужчина женщина мальчик девочка житель жительница"
)
"""Nouns that say that somebody is a person, and no more."""

_DOCTORS = listed("dr prof capt captain colonel lieutenant sergeant countess prince princess baron")

BRANCHES = listed(
    "artillery engineers infantry cavalry guards marines militia police justice medicine aviation "
    "staff navy army horse foot state war"
)
"""What a general can be "of"."""

_COMPLEMENT = listed("of for at in to the our his her their de la du ' 's ’s")

_PAPER = frozenset(("NNP", "NNPS", "NN", "NNS", "CD", "DT", "JJ", "POS", "HYPH", "IN", "VBN"))


def titles_inside(parse: Parse, first: int, end: int, kind: str) -> tuple[tuple[str, ...], int]:
    """Split "Captain Ivan Petrov" into its titles and its name; "Captain" alone is no name."""
    if kind == "group" and not (first < end and _addressed(parse, first, end)):
        return (), first
    start = first
    while first < end and (
        title_word(parse, first)
        or (first + 1 < end and parse.words[first].lower() in KINSHIP)
        or (
            parse.language == "ru"
            and first + 2 < end
            and is_occupation(parse.lemmas[first])
            and first == sentence_of(parse, first)[0]
        )  # "Кузнец Павел Громов"
        or (words_low := parse.words[first].lower()) in ("-", ".")
        or (words_low in TITLE_MODIFIERS and first + 1 < end and title_word(parse, first + 1))
    ):
        first += 1
    if first == end - 1 and parse.words[first].lower() in GROUP_NOUNS | PLACE_NOUNS:
        return (), start  # "Justice Ministry", "Priest Street"
    found = phrase(parse, start, first)
    return ((found,) if found else ()), first


def _addressed(parse: Parse, first: int, end: int) -> bool:
    """Whether what a model holds to be a group is a person addressed: "Dr. Floss", "Aunt Juley"."""
    while first + 1 < end and (
        parse.words[first].lower() in TITLE_MODIFIERS and title_word(parse, first + 1)
    ):
        first += 1  # "Rear Admiral Jan Holt"
    opening = parse.words[first].lower().rstrip(".")
    words = parse.words[first + 1 : end]
    if opening in MILITARY_RANKS and words and is_given_name(words[0]):
        return len(words) < 4 and words[-1].lower() not in GROUP_NOUNS
    return (
        (opening in ADDRESS or opening in _DOCTORS)
        and 0 < len(words) < 4
        and all(word[:1].isupper() for word in words)
        and words[-1].lower() not in GROUP_NOUNS
    )


def titles_before(parse: Parse, first: int) -> tuple[int, str]:
    """Where the run of titles that ends before token ``first`` begins, and its words."""
    english = parse.language == "en"
    if _short_title(parse, first - 1):
        first -= 1  # "Lt. Zherebko", but "Rask was the pilot. Dorn drowned"
    stop = first
    if (
        english
        and first > 2
        and parse.words[first - 1].lower() in BRANCHES
        and parse.words[first - 2].lower() == "of"
        and title_word(parse, first - 3)
    ):
        first -= 2  # "Lieutenant-General of Artillery"
    begin, token = first, first - 1
    while token >= 0 and first - token <= 5:
        low = parse.words[token].lower()
        noun = parse.tags[token][:2] == "NN" or not english or _adjectival(parse, token, first)
        lemma = parse.lemmas[token]
        titled = title_word(parse, token) or is_occupation(lemma)
        if noun and (titled or lemma in KINSHIP) and not _after_title(parse, token, first):
            begin = token
        elif begin == token + 1 and _short_title(parse, token):
            pass  # "Maj. Gen."
        elif not (
            begin < first and (low in TITLE_MODIFIERS or lemma in TITLE_MODIFIERS or low == "-")
        ):
            break
        elif low != "-":
            begin = token
        token -= 1
    if begin == first:
        return stop, ""
    return begin, phrase(parse, begin, stop)


def _adjectival(parse: Parse, token: int, first: int) -> bool:
    """Whether a tagger took the rank before a name for an adjective: "the general Ivan Petrov"."""
    return (
        token == first - 1
        and parse.lemmas[token] in MILITARY_RANKS
        and parse.tags[min(first, len(parse.tags) - 1)] in ("NNP", "NNPS")
    )


def _short_title(parse: Parse, stop: int) -> bool:
    """Whether a token is the full stop of a title's abbreviation."""
    return (
        stop > 0
        and parse.words[stop] == "."
        and parse.ends[stop - 1] == parse.starts[stop]
        and title_word(parse, stop - 1)
        and parse.words[stop - 1][:1].isupper()
        and len(parse.words[stop - 1]) <= LONGEST_SHORT
    )


_LATER = listed("later then afterwards subsequently now formerly позже впоследствии затем позднее")


def ranks_before(parse: Parse, first: int) -> tuple[str, ...]:
    """Two ranks before a name, the second borne at another time: "Captain (later Admiral) Holm",
    "Sergeant, later Lieutenant, Brandt"; () where there are no two."""
    words = parse.words
    stop = first
    if stop > 2 and words[stop - 1] in (")", ","):
        stop -= 1
    begun, second = titles_before(parse, stop)
    later = begun - 1
    if not second or later < 2 or words[later].lower() not in _LATER:
        return ()
    opened = later - 1
    if words[opened] not in ("(", ","):
        return ()
    _, one = titles_before(parse, opened)
    return (one, phrase(parse, later, stop)) if one else ()


def _after_title(parse: Parse, token: int, first: int) -> bool:
    """Whether a Russian title's case shows that it is not this name's: "президенту Иван"."""
    return (
        parse.language == "ru"
        and first < len(parse.words)
        and not agree(parse.words[token], parse.words[first])
    )


def office_before(parse: Parse, first: int) -> str:
    """An office with its complement before a name: "the then mayor of X, " or "мэр Саркала "."""
    token = first - 1
    if token < 1:
        return ""
    comma = parse.words[token] == ","
    if parse.language == "en" and not comma and parse.tags[token] not in ("NNP", "NN"):
        return ""
    stop = token if comma else first
    token = stop - 1
    while token >= 0 and stop - token <= LONGEST_TITLE:
        word, tag = parse.words[token], parse.tags[token]
        if parse.language == "en":
            if title_word(parse, token) or is_occupation(parse.lemmas[token]):
                after = parse.words[token + 1].lower() if token + 1 < stop else ""
                if after in ("of", "for", "at") and tag[:2] == "NN":
                    return phrase(parse, with_modifiers(parse, token), stop)
                return ""
            if tag not in _PAPER:
                return ""
        elif parse.language == "ru":
            if comma or word in ",.;:()!?—–":
                return ""
            if token + 1 < stop and (
                title_word(parse, token) or is_occupation(parse.lemmas[token])
            ):
                begin = with_modifiers(parse, token)
                return phrase(parse, begin, stop) if agree(word, parse.words[first]) else ""
            if tag not in ("NOUN", "ADJ", "NUM", "X") and word not in "«»-":
                return ""
        else:
            return ""
        token -= 1
    return ""


def title_length(parse: Parse, span: NameSpan) -> int:
    """Tokens between the words before a name and the name: the titles split off from its mark."""
    if not span.titles:
        return 0
    first = span.first
    begun = parse.ends[first - 1] - len(span.titles[0]) if first else 0
    return sum(1 for token in range(max(0, first - 8), first) if parse.starts[token] >= begun)


def introduced(parse: Parse, first: int) -> bool:
    """Whether a name follows "a deckhand called" or "a man named"."""
    if first < 2 or parse.words[first - 1].lower() not in ("called", "named", "имени", "фамилии"):
        return False
    noun = first - 2 - (parse.words[first - 2].lower() == "по")
    lemma = parse.lemmas[noun] if noun >= 0 else ""
    return lemma in PEOPLE or lemma in KINSHIP or is_occupation(lemma)
