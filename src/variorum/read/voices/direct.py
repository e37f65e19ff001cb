"""Direct speech: words in quotation marks with the verb of speech beside them and its subject."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.spans import VoiceSpan
from variorum.read.voices.lexicon import DIRECT, SUREST, weights
from variorum.read.voices.quotes import Quoted, find_quoted
from variorum.read.voices.reported import source_of
from variorum.read.voices.speakers import (
    NOBODY,
    PRONOUNS,
    Speaker,
    SpokenPage,
    hearer_of,
    is_verb,
    subject_of,
    who,
)
from variorum.read.words import BELIEF_VERBS, listed

REACH = 14
"""How many tokens from a quotation its verb of speech may stand."""

SPELLED = 2
"""A quotation of no more words after "wrote", with no stop inside, is a spelling, not speech."""

LONG_QUOTE = 5
"""Words from which a quotation without any verb of speech is still speech."""

TERM = 4
"""Words up to which marks inside a sentence, without a comma or colon before them, hold a term."""

_LEADERS = frozenset((",", ":", '"', "“", "„", "«", "``", "—", "–", "‘", "'"))
_OPENERS = frozenset(("He", "She", "They", "We", "It", "The", "This", "Then", "Он", "Она", "Они"))
_WRITTEN = listed("write spell print sign read call name enter record put писать написать")
_STOPS = frozenset((".", "!", "?", ";"))


def direct(
    page: SpokenPage, quoted: list[Quoted], carried: VoiceSpan | None
) -> Iterator[VoiceSpan]:
    """The quotations of a paragraph that are speech, each with the speech inside it. ``carried`` is
    the voice of a quotation that the paragraph before left open."""
    for voice in _spoken(page, quoted, carried, page.parse.start):
        yield voice
        text = page.parse.text[voice.start - page.parse.start : voice.end - page.parse.start]
        inner = find_quoted(text, False)
        if inner:
            yield from _spoken(page, inner, None, voice.start)


def _spoken(
    page: SpokenPage, quoted: list[Quoted], carried: VoiceSpan | None, base: int
) -> Iterator[VoiceSpan]:
    parse = page.parse
    previous = carried
    bounds = [(base + q.start, base + q.end) for q in quoted]
    for index, (start, end) in enumerate(bounds):
        while start < end and parse.text[start - parse.start].isspace():
            start += 1
        while end > start and parse.text[end - 1 - parse.start].isspace():
            end -= 1
        if start >= end:
            continue
        first, stop = bisect_left(parse.starts, start), bisect_left(parse.starts, end)
        low = bisect_left(parse.starts, bounds[index - 1][1]) if index else 0
        high = (
            bisect_left(parse.starts, bounds[index + 1][0])
            if index + 1 < len(bounds)
            else len(parse.words)
        )
        words = sum(1 for token in range(first, stop) if parse.words[token][0].isalnum())
        if not words:
            continue
        goes_on = carried is not None and not index
        cue = cue_of(page, first, stop, low, high)
        if cue and not (goes_on and cue[1] is NOBODY):
            verb, speaker = cue
            told = _told(page, verb, first, stop)
            voice = VoiceSpan(
                page.number, start, end, (parse.starts[verb], parse.ends[verb]), speaker.words,
                speaker.name, True, source=source_of(parse, speaker), hearer=told.words,
                hearer_name=told.name,
            )  # fmt: skip
        elif goes_on or _sentence_like(parse, first, stop, words):
            voice = VoiceSpan(page.number, start, end, None, "", -1, True)
            if previous:
                voice = replace(previous, paragraph=page.number, start=start, end=end, direct=True)
        else:
            continue
        previous = voice
        yield voice


def cue_of(
    page: SpokenPage, first: int, stop: int, low: int, high: int
) -> tuple[int, Speaker] | None:
    """The verb of speech beside a quotation on tokens ``[first, stop)`` and its subject, looked for
    within ``[low, high)`` and the sentence the quotation touches."""
    parse = page.parse
    after = range(stop, min(high, stop + REACH))
    before = range(first - 1, max(low, first - REACH) - 1, -1)
    best: tuple[int, int] | None = _leading(parse, first, low)
    if best and _new_sentence(parse, stop, high):
        after = range(0)
    for direction, tokens in ((0, after), (1, before)):
        for distance, token in enumerate(tokens):
            word = parse.words[token]
            if distance > 1 and word in _STOPS:
                break
            if says(parse, token):
                if not direction and _opens_report(page, token, stop):
                    break
                rank = distance + direction * 2
                if best is None or rank < best[0]:
                    best = (rank, token)
                break
    if best is None:
        return None
    verb = best[1]
    if _spelling(parse, verb, first, stop):
        return None
    speaker = _speaker(page, verb, first, stop)
    return (verb, speaker) if speaker else None


def _opens_report(page: SpokenPage, verb: int, stop: int) -> bool:
    """Whether a verb after a quotation that has ended says something else: “….” Neighbours said that."""
    parse = page.parse
    ended = parse.words[stop - 1][-1:] in (".", "!", "?", "…")
    return ended and any(
        parse.deps[child] == "ccomp" and child > verb for child in page.below.get(verb, ())
    )


def says(parse: Parse, token: int) -> bool:
    """Whether a token is a verb that stands beside a quotation."""
    if not is_verb(parse, token):
        return False
    lemma = parse.lemmas[token]
    return lemma in DIRECT or (
        parse.language == "en" and weights().get((lemma, "verb"), {}).get("quote", 0.0) >= SUREST
    )


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
        said = found or says(parse, token)
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


def _speaker(page: SpokenPage, verb: int, first: int, stop: int) -> Speaker | None:
    """The subject of a verb of speech outside the quotation."""
    parse = page.parse
    if parse.deps[verb]:
        subject = subject_of(page, verb)
        if subject is not None and not first <= subject < stop:
            return who(page, subject)
    near = [
        *range(verb + 1, min(len(parse.words), verb + 5)),
        *range(verb - 1, max(-1, verb - 6), -1),
    ]
    for token in near:
        if first <= token < stop:
            continue
        if (page.number, token) in page.at_token:
            return who(page, token)
        if parse.words[token].lower() in PRONOUNS:
            return who(page, token)
    for token in near[:2] if not parse.deps[verb] else []:
        if parse.tags[token] == "NOUN" and not first <= token < stop:
            return who(page, token)
    loose = ("ROOT", "conj", "ccomp", "parataxis", "advcl")
    return NOBODY if parse.deps[verb] in loose else None


def _told(page: SpokenPage, verb: int, first: int, stop: int) -> Speaker:
    hearer = hearer_of(page, verb) if page.parse.deps[verb] else None
    return who(page, hearer) if hearer is not None and not first <= hearer < stop else NOBODY


def _sentence_like(parse: Parse, first: int, stop: int, words: int) -> bool:
    """Whether words in marks are a clause of some length, not a term or a title."""
    if words < LONG_QUOTE:
        return False
    tags = parse.tags[first:stop]
    verb = any(
        (tag[:2] == "VB" and tag not in ("VBN", "VBG")) or tag in ("VERB", "MD") for tag in tags
    )
    small = sum(1 for token in range(first, stop) if parse.words[token][:1].islower())
    return verb and 2 * small >= words
