"""Speakers: the verb of speech beside a quotation, and who its subject is."""

from bisect import bisect_left
from dataclasses import dataclass

from variorum.read.coreference.pronouns import can_be, surname
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import BELIEF_VERBS, SPEECH_VERBS, listed

REACH = 14
"""How many tokens from a quotation its verb of speech may stand."""

SPELLED = 2
"""A quotation of no more words after "wrote", with no stop inside, is a spelling, not speech."""

RELATIVES = frozenset(("who", "which", "that"))
_LEADERS = frozenset((",", ":", '"', "“", "„", "«", "``", "—", "–", "‘", "'"))
_OPENERS = frozenset(("He", "She", "They", "We", "It", "The", "This", "Then", "Он", "Она", "Они"))
_WRITTEN = listed("write spell print sign read call name enter record put писать написать")
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
    best: tuple[int, int] | None = _leading(parse, first, low)
    if best and _new_sentence(parse, stop, high):
        after = range(0)
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
    if _spelling(parse, verb, first, stop):
        return None
    subject = _subject(page, verb, first, stop)
    return (verb, *subject) if subject else None


def _leading(parse: Parse, first: int, low: int) -> tuple[int, int] | None:
    """The verb that a comma, a colon or "that" alone divides from the quotation, with its rank:
    nothing that follows the quotation can be nearer."""
    token = first - 1
    while token >= low and (parse.words[token] in _LEADERS or parse.words[token].lower() == "that"):
        token -= 1
    if token < low or token == first - 1:
        return None
    if parse.words[token].lower() == "record" and token > low + 1:
        token -= 2  # "put on record that"
        said = parse.lemmas[token] in ("put", "place", "go")
    else:
        found = parse.lemmas[token] in BELIEF_VERBS and parse.words[token + 1].lower() == "that"
        said = parse.lemmas[token] in SPEECH_VERBS or found
    return (0, token) if said and is_verb(parse, token) else None


def _new_sentence(parse: Parse, stop: int, high: int) -> bool:
    """Whether after the quotation's full stop another sentence begins: “…!” He shouted it twice."""
    if not parse.words[stop - 1] or parse.words[stop - 1][-1] not in ".!?…":
        return False
    token = stop
    while token < high and not parse.words[token][0].isalnum():
        token += 1
    word = parse.words[token] if token < high else ""
    return word in _OPENERS


def _spelling(parse: Parse, verb: int, first: int, stop: int) -> bool:
    """Whether the marks hold a word that is spoken about: the clerk wrote “Ivanoff”."""
    words = [word for word in parse.words[first:stop] if word[0].isalnum()]
    return (
        parse.lemmas[verb] in _WRITTEN
        and len(words) <= SPELLED
        and parse.words[stop - 1][-1] not in ".!?,…"
    )


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
    if parse.words[token].lower() in RELATIVES and parse.deps[token]:
        token = _antecedent(page, token)
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


def _antecedent(page: SpokenPage, token: int) -> int:
    """What "who" or "which" stands for: the Board in "the Board, which found that"; no place speaks."""
    parse = page.parse
    clause = parse.heads[token]
    if parse.deps[clause] != "relcl" or parse.heads[clause] == clause:
        return token
    head = parse.heads[clause]
    number = page.at_token.get((page.number, head), -1)
    return token if number >= 0 and page.names[number].kind == "place" else head


def _only_person(page: SpokenPage, token: int) -> int:
    """The one person named before a pronoun in its paragraph whom it fits, or -1."""
    if (page.number, token) in page.pronouns:
        return page.pronouns[page.number, token]
    if page.parse.words[token].lower() not in ("he", "she", "он", "она"):
        return -1
    pronoun = "he" if page.parse.words[token].lower() in ("he", "он") else "she"
    low = bisect_left(page.names, page.number, key=lambda span: span.paragraph)
    everybody: dict[str, int] = {}
    for number in range(low, len(page.names)):
        span = page.names[number]
        if span.paragraph != page.number or span.first > token:
            break
        if span.kind == "person":
            everybody[surname(span)] = number
    fitting = [number for number in everybody.values() if can_be(page.names[number], pronoun)]
    return fitting[0] if len(fitting) == 1 else -1
