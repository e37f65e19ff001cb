"""Speakers: the verb of speech beside a quotation, and who its subject is."""

from bisect import bisect_left
from dataclasses import dataclass

from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import SPEECH_VERBS, listed

REACH = 14
"""How many tokens from a quotation its verb of speech may stand."""

_PRONOUNS = listed("he she they i we он она они я мы")


@dataclass(frozen=True, slots=True)
class SpokenPage:
    """A paragraph with the names on its tokens."""

    number: int
    parse: Parse
    names: list[NameSpan]
    at_token: dict[tuple[int, int], int]
    pronouns: dict[tuple[int, int], int]


def cue_of(
    page: SpokenPage, first: int, stop: int, low: int, high: int
) -> tuple[int, str, int] | None:
    """The verb of speech beside a quotation on tokens ``[first, stop)``, its subject's words and
    name; looked for within ``[low, high)`` and the sentence the quotation touches."""
    parse = page.parse
    after = range(stop, min(high, stop + REACH))
    before = range(first - 1, max(low, first - REACH) - 1, -1)
    best: tuple[int, int] | None = None
    for direction, tokens in ((0, after), (1, before)):
        for distance, token in enumerate(tokens):
            word = parse.words[token]
            if distance > 1 and word in (".", "!", "?", ";"):
                break
            if parse.lemmas[token] in SPEECH_VERBS and is_verb(parse, token):
                rank = distance + direction * 2
                if best is None or rank < best[0]:
                    best = (rank, token)
                break
    if best is None:
        return None
    verb = best[1]
    subject = _subject(page, verb, first, stop)
    return (verb, *subject) if subject else None


def is_verb(parse: Parse, token: int) -> bool:
    return parse.tags[token][:2] == "VB" or parse.tags[token] == "VERB"


def _subject(page: SpokenPage, verb: int, first: int, stop: int) -> tuple[str, int] | None:
    """The subject of a verb of speech outside the quotation: its words, and its name's number."""
    parse = page.parse
    if parse.deps[verb]:
        for token in range(max(0, verb - 30), min(len(parse.words), verb + 12)):
            own = parse.heads[token] == verb and parse.deps[token] == "nsubj"
            if own and not first <= token < stop:
                return who(page, token)
    near = [
        *range(verb + 1, min(len(parse.words), verb + 5)),
        *range(verb - 1, max(-1, verb - 6), -1),
    ]
    for token in near:
        if first <= token < stop:
            continue
        if (page.number, token) in page.at_token:
            return who(page, token)
        if parse.words[token].lower() in _PRONOUNS:
            return who(page, token)
    for token in near[:2] if not parse.deps[verb] else []:
        if parse.tags[token] == "NOUN" and not first <= token < stop:
            return who(page, token)
    return ("", -1) if parse.deps[verb] in ("ROOT", "conj", "ccomp", "parataxis", "advcl") else None


def who(page: SpokenPage, token: int) -> tuple[str, int]:
    """A speaker's words and name: the name the token is part of, else its noun phrase."""
    parse = page.parse
    number = page.at_token.get((page.number, token), -1)
    if number >= 0:
        return page.names[number].form, number
    if parse.words[token].lower() in _PRONOUNS:
        return parse.words[token].lower(), _only_person(page, token)
    for beside in range(token + 1, min(len(parse.words), token + 6)):
        apposed = page.at_token.get((page.number, beside), -1)
        if apposed >= 0 and (
            beside == token + 1 or (parse.deps[beside] == "appos" and parse.heads[beside] == token)
        ):
            return page.names[apposed].form, apposed
    first = token
    while first > 0 and parse.heads[first - 1] == token and parse.deps[first - 1] in (
        "det", "amod", "compound", "poss", "nummod", "nmod",
    ):  # fmt: skip
        first -= 1
    base = parse.start
    return parse.text[parse.starts[first] - base : parse.ends[token] - base], -1


def _only_person(page: SpokenPage, token: int) -> int:
    """The one person named before a pronoun in its paragraph, or -1 when there are none or several."""
    if (page.number, token) in page.pronouns:
        return page.pronouns[page.number, token]
    if page.parse.words[token].lower() not in ("he", "she", "он", "она"):
        return -1
    low = bisect_left(page.names, page.number, key=lambda span: span.paragraph)
    last, surname = -1, ""
    for number in range(low, len(page.names)):
        span = page.names[number]
        if span.paragraph != page.number or span.first > token:
            break
        if span.kind == "person":
            key = span.form.rpartition(" ")[2]
            if surname and key != surname:
                return -1
            last, surname = number, key
    return last
