"""Direct speech: words in quotation marks with the verb of speech beside them and its subject."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from variorum.read.coreference.pronouns import can_be, surname
from variorum.read.parse import Parse, sentence_of
from variorum.read.spans import VoiceSpan
from variorum.read.voices.beside import (
    ANY_MARK,
    STOPS,
    by_phrase,
    cue_of,
    labelled,
    noun_cue,
    signed,
)
from variorum.read.voices.governed import source_of
from variorum.read.voices.quotes import Quoted, find_quoted
from variorum.read.voices.speakers import (
    NOBODY,
    PRONOUNS,
    Speaker,
    SpokenPage,
    hearer_of,
    who,
)
from variorum.read.words import listed

LONG_QUOTE = 5
"""Words from which a quotation without any verb of speech is still speech."""

RESUMING = 2
"""Words between two quotations of one speaker: “…” And then: “…”."""

_SPEAKING = listed("i we я мы you")


def direct(
    page: SpokenPage, quoted: list[Quoted], carried: VoiceSpan | None, dashes: bool = False
) -> Iterator[VoiceSpan]:
    """The quotations of a paragraph that are speech, each with the speech inside it. ``carried`` is
    the voice of a quotation that the paragraph before left open; what stands between ``dashes`` is
    speech in any case."""
    for voice in _spoken(page, quoted, carried, page.parse.start, dashes):
        yield voice
        text = page.parse.text[voice.start - page.parse.start : voice.end - page.parse.start]
        inner = find_quoted(text, False)
        if inner:
            yield from _spoken(page, inner, None, voice.start)


def _spoken(
    page: SpokenPage, quoted: list[Quoted], carried: VoiceSpan | None, base: int, sure: bool = False
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
        cue = cue_of(page, first, stop, low, high) or noun_cue(page, first, low)
        cue = cue or labelled(page, first, low) or by_phrase(page, first, low)
        cue = cue or signed(page, stop, high)
        resumed = previous is not None and not cue and _resumes(parse, first, low)
        if cue and not (goes_on and cue[1] is NOBODY):
            verb, speaker = cue
            if previous is not None and previous.cue == (parse.starts[verb], parse.ends[verb]):
                previous = replace(previous, start=start, end=end)  # the teller interrupts a speech
                yield previous
                continue
            speaker = _likely(page, speaker, first, stop)
            told = _told(page, verb, first, stop)
            voice = VoiceSpan(
                page.number, start, end, (parse.starts[verb], parse.ends[verb]), speaker.words,
                speaker.name, True, source=source_of(parse, speaker), hearer=told.words,
                hearer_name=told.name,
            )  # fmt: skip
        elif (
            sure
            or quoted[index].cut
            or goes_on
            or resumed
            or alone(parse, first, stop)
            or _sentence_like(parse, first, stop, words)
        ):
            voice = VoiceSpan(page.number, start, end, None, "", -1, True)
            if previous and not _somebody_else(page, previous, low, first, goes_on):
                voice = replace(previous, paragraph=page.number, start=start, end=end, direct=True)
        else:
            continue
        previous = voice
        yield voice


def _somebody_else(
    page: SpokenPage, previous: VoiceSpan, low: int, first: int, goes_on: bool
) -> bool:
    """Whether another may speak a quotation than the one before: somebody else is named between them
    (“…,” said Weiss. Rask rose. “…”), or nothing at all stands there (“Who is it?” “It is me.”)."""
    parse = page.parse
    between = parse.text[max(0, previous.end - parse.start) : parse.starts[first] - parse.start]
    if previous.paragraph == page.number and not goes_on and not any(map(str.isalnum, between)):
        return True
    for token in range(low, first):
        if parse.deps[token] != "nsubj" or parse.tags[token] != "NNP":
            continue
        if previous.source is not None and parse.starts[token] < previous.source[1]:
            continue
        number = page.at_token.get((page.number, token), -1)
        known = number >= 0 and previous.name >= 0
        if not known or surname(page.names[number]) != surname(page.names[previous.name]):
            return True
    return False


def introducing(page: SpokenPage) -> VoiceSpan | None:
    """The voice that a paragraph's last words introduce, ":" at its end; it stands at that end."""
    parse = page.parse
    end = len(parse.words)
    low = sentence_of(parse, end - 1)[0] if end else 0
    cue = (cue_of(page, end, end, low, end) or noun_cue(page, end, low)) if end > 1 else None
    if cue is None or cue[1] is NOBODY:
        return None
    verb, speaker = cue
    return VoiceSpan(
        page.number, parse.ends[-1] - 1, parse.ends[-1], (parse.starts[verb], parse.ends[verb]),
        speaker.words, speaker.name, True, source=source_of(parse, speaker),
    )  # fmt: skip


def _resumes(parse: Parse, first: int, low: int) -> bool:
    """Whether only "And then:" stands between a quotation and the one before it."""
    between = [parse.words[t] for t in range(low, first)]
    return (
        sum(word[0].isalnum() for word in between) <= RESUMING
        and ":" in between
        and bool({"then", "again", "And", "and", "затем", "потом"}.intersection(between))
    )


def _likely(page: SpokenPage, speaker: Speaker, first: int, stop: int) -> Speaker:
    """A pronoun's person made sure of: nobody the quotation speaks of, and where nothing else says
    who it is, the person the sentence before the quotation is about."""
    parse, names = page.parse, page.names
    if speaker.words not in PRONOUNS or speaker.words in _SPEAKING:
        return speaker
    if speaker.name >= 0:
        called = {
            surname(names[page.at_token[page.number, token]])
            for token in range(first, stop)
            if (page.number, token) in page.at_token
        }
        if surname(names[speaker.name]) in called:
            return replace(speaker, name=-1)
        return speaker
    if not any(parse.deps) or speaker.first < stop:
        return speaker
    token = first - 1
    while token > 0 and not parse.words[token][0].isalnum() and parse.words[token] not in STOPS:
        token -= 1
    if token < 1 or parse.words[token] not in STOPS:
        return speaker
    low, _ = sentence_of(parse, token)
    about = [t for t in range(low, token) if parse.deps[t] in ("nsubj", "nsubjpass", "appos")]
    people = [
        page.at_token[page.number, t]
        for t in about
        if (page.number, t) in page.at_token
        and names[page.at_token[page.number, t]].kind == "person"
    ]
    pronoun = "he" if speaker.words in ("he", "он") else "she"
    if len({surname(names[n]) for n in people}) == 1 and can_be(names[people[0]], pronoun):
        return replace(speaker, name=people[0])
    return speaker


def _told(page: SpokenPage, verb: int, first: int, stop: int) -> Speaker:
    hearer = hearer_of(page, verb) if page.parse.deps[verb] else None
    return who(page, hearer) if hearer is not None and not first <= hearer < stop else NOBODY


def alone(parse: Parse, first: int, stop: int) -> bool:
    """Whether a quotation is a sentence, or several: it begins where one begins and ends with a stop
    of its own: “No.” She turned away."""
    end = parse.words[stop - 1][-1:]
    if end not in (".", "!", "?", "…") or parse.words[first][:1].islower():
        return False
    token = first - 1
    while token >= 0 and (parse.words[token] in ANY_MARK or parse.words[token].isspace()):
        token -= 1
    return token < 0 or parse.words[token][-1:] in (".", "!", "?", "…")


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
