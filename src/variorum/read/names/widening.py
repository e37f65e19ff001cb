"""The words that belong to a marked name and were left out of the mark."""

import re
from dataclasses import replace

from variorum.read.names.first_names import is_given_name
from variorum.read.names.nouns import GROUP_NOUNS, NO_NAMES, PLACE_NOUNS
from variorum.read.names.titles import titles_inside
from variorum.read.names.titles_after import is_title
from variorum.read.parse import Parse
from variorum.read.russian import agree, grammemes
from variorum.read.spans import NameSpan
from variorum.read.surnames import is_eastern, possessive
from variorum.read.words import MONTH_NAMES, WEEKDAYS, listed

MAX_WORDS = 8
"""A person's or place's name has no more words; longer marks are misread lists."""

_LEADING = listed("de von van du da di del della bin ibn ben al el ter zu af d l d' l'")

LONGEST_SYLLABLE = 5
"""Letters of the longest second syllable of a Chinese or Korean given name ("Sung-hyun", "Tse-tung")."""

_NO_SYLLABLES = listed(
    "led era like born made run type ish old wide style based free only to and in"
)

TRIM_LEFT = listed(
    "the a an this that these those his her its their our my your dear poor old twins twin both later "
    "soon afterwards meanwhile suddenly finally eventually perhaps yesterday today"
)

_OPENERS = listed(
    """the a our my his her their its he she it we they this that these those there here in on at by but
    and or when then after before while if as for from with no not all some what who how why where crew
    dead killed length total missing wounded height weight date time yes since so"""
)
"""Words that open a sentence after "… than I." or "… +4 C." and end no name."""

_HEADLINE = listed(
    """killed dead found shot dies died wounded missing arrested drowned drowns lost hanged slain feared
    murdered executed sentenced freed"""
)
"""Words that follow a name in the capitals of a headline: "Captain Hasper Found Dead"."""

JUNK = MONTH_NAMES | WEEKDAYS | NO_NAMES

NAME_TAGS = frozenset(("NNP", "NNPS"))

WORD = re.compile(r"[^\W\d_]")

_INITIAL = re.compile(r"[^\W\d_]\.?")


def trimmed(number: int, parse: Parse, first: int, end: int, kind: str) -> NameSpan | None:
    words = parse.words
    while first < end and (
        words[first].lower() in TRIM_LEFT
        or not WORD.search(words[first])
        or (not _cased(words[first]) and words[first].lower() not in _LEADING)
    ):
        first += 1
    while first < end and (
        parse.tags[end - 1] == "POS"
        or words[end - 1] in ("'s", "’s", "'", "’")
        or not WORD.search(words[end - 1])
        or (not _cased(words[end - 1]) and kind == "person")
    ):
        end -= 1
    if kind == "person":
        told = (n for n in range(first + 1, end) if words[n].lower() in _HEADLINE)
        end = next(told, end)
    titles, first = titles_inside(parse, first, end, kind)
    if first < end and sentence_ends(parse, first, end):
        return None
    if first < end <= first + MAX_WORDS:
        return NameSpan(number, first, end, 0, 0, kind, "", titles)
    return None


def sentence_ends(parse: Parse, first: int, end: int) -> bool:
    """Whether what looks like an initial ends a sentence or a measure: "older than I. Our father"."""
    words = parse.words
    return (
        end - first > 1
        and bool(_INITIAL.fullmatch(words[first]))
        and words[end - 1].lower() in _OPENERS
    )


def _cased(word: str) -> bool:
    """Whether a word can begin or end a name: it has a capital, or its script knows none."""
    return word != word.lower() or (word == word.upper() and bool(WORD.search(word)))


def widened(span: NameSpan, parse: Parse, taken: set[int]) -> NameSpan:
    """A mark with what belongs to it and was left out: "Rimsky-Korsakov", "Pyotr N.", "von Weiss"."""
    words, count = parse.words, len(parse.words)
    first, end = span.first, span.end
    if span.kind == "group":
        return span
    while (
        end + 1 < count
        and words[end] in ("-", "‑")
        and words[end + 1][:1].isupper()
        and parse.starts[end + 1] == parse.ends[end - 1] + 1
        and not taken & {end, end + 1}
    ):
        end += 2
    while (
        first > 1
        and words[first - 1] in ("-", "‑")
        and (words[first - 2][:1].isupper() or words[first - 2].lower() in _LEADING)
        and parse.starts[first] == parse.ends[first - 2] + 1
        and not taken & {first - 1, first - 2}
    ):
        first -= 2
    if span.kind == "person":
        end = _second_syllable(parse, first, end)
        if first and words[first - 1].lower() in _LEADING and words[first - 1].islower():
            first -= 1
        while first and first - 1 not in taken and _opens(parse, first - 1):
            first -= 1
        if end < count and end not in taken and _continues(parse, span, end):
            end += 1
    if parse.language == "ru" and end < count and end - first > 1 and words[end] == ".":
        end += len(words[end - 1]) == 1 and words[end - 1].isupper()  # "Талмина О. С."
    return replace(span, first=first, end=end)


def _second_syllable(parse: Parse, first: int, end: int) -> int:
    """The end of a name that goes on in small letters after a hyphen: "Mao Tse-tung"."""
    words = parse.words
    joined = (
        end - first > 1
        and end + 1 < len(words)
        and words[end] == "-"
        and words[end + 1].islower()
        and len(words[end + 1]) <= LONGEST_SYLLABLE
        and words[end + 1] not in _NO_SYLLABLES
        and parse.starts[end + 1] == parse.ends[end - 1] + 1
    )
    return end + 2 if joined else end


def _opens(parse: Parse, token: int) -> bool:
    """Whether an unmarked word before a person's name is part of it: a given name or an initial."""
    word = parse.words[token]
    initial = len(word) == 2 and word[1] == "." and word[0].isupper()
    if parse.language == "ru":
        return initial or _given_before(parse, token)
    return initial or (is_given_name(word) and parse.tags[token] in NAME_TAGS)


def _given_before(parse: Parse, token: int) -> bool:
    """Whether a Russian given name stands before a surname: "Марта Ланге", not "Роман Толстого"."""
    word, surname = parse.words[token : token + 2]
    kinds = grammemes(word)
    if not word[:1].isupper() or "Name" not in kinds or is_title(word) or not agree(word, surname):
        return False
    return "known" not in kinds or not ("known" in grammemes(surname) or possessive(surname))


def _continues(parse: Parse, span: NameSpan, token: int) -> bool:
    """Whether an unmarked word after a person's name is part of it: "Pyotr N.", "Orlo Zherebko"."""
    word, before = parse.words[token], parse.words[token - 1]
    if not word[:1].isupper() or parse.starts[token] > parse.ends[token - 1] + 1:
        return False
    if _INITIAL.fullmatch(word) and word != "I":
        return is_given_name(before) or "Name" in (
            grammemes(before) if parse.language == "ru" else ()
        )
    single = span.end - span.first == 1
    if parse.language == "ru":
        name = tuple(parse.words[span.first : token + 1])
        return len(name) == 3 and len(word) > 1 and is_eastern(name) and not is_title(word)
    return (
        single
        and parse.tags[token] in NAME_TAGS
        and not is_title(word)
        and len(word) > 1
        and word.lower() not in JUNK | GROUP_NOUNS | PLACE_NOUNS
        and word.isupper() == before.isupper()
    )
