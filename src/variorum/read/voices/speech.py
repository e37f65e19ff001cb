"""Voices: who says it. Quotations and reported speech with their speakers and cues.

Rules after the literature on quotation attribution (Elson and McKeown 2010; Pareti 2016): a verb of
speech beside the quotation names the speaker as its subject; one paragraph has one speaker unless it
says otherwise. Scare quotes and titles are no speech: words in marks count only with a verb of speech
beside them or when they are a sentence of their own.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.spans import NameSpan, VoiceSpan
from variorum.read.voices.quotes import Quoted, find_quoted, opens
from variorum.read.voices.reported import reported
from variorum.read.voices.speakers import SpokenPage, cue_of
from variorum.read.voices.turns import labels, spoken_dashes, turn_voice

LONG_QUOTE = 5
"""Words from which a quotation without any verb of speech is still speech."""


def find_voices(
    parses: list[Parse], names: list[NameSpan], kind: str, pronouns: dict[tuple[int, int], int]
) -> list[VoiceSpan]:
    """The voices of an account, in order of their passages. Linear in its length."""
    at_token = {
        (span.paragraph, token): number
        for number, span in enumerate(names)
        for token in range(span.first, span.end)
    }
    found: list[VoiceSpan] = []
    turns = labels(parses) if kind in ("interview", "testimony") else {}
    carried: VoiceSpan | None = None
    for number, parse in enumerate(parses):
        if number in turns:
            found.append(turn_voice(number, parse, turns[number], at_token))
            continue
        following = parses[number + 1].text if number + 1 < len(parses) else ""
        quoted = spoken_dashes(parse) or find_quoted(parse.text, opens(following))
        page = SpokenPage(number, parse, names, at_token, pronouns)
        direct = list(_direct(page, quoted, carried))
        goes_on = bool(quoted) and not quoted[-1].closed and bool(direct)
        carried = direct[-1] if goes_on else None
        direct += list(reported(page, [(v.start, v.end) for v in direct]))
        found += sorted(direct, key=lambda voice: (voice.start, voice.end))
    return found


def _direct(
    page: SpokenPage, quoted: list[Quoted], carried: VoiceSpan | None
) -> Iterator[VoiceSpan]:
    parse = page.parse
    previous = carried
    bounds = [(parse.start + q.start, parse.start + q.end) for q in quoted]
    for index, (start, end) in enumerate(bounds):
        while start < end and parse.text[start - parse.start].isspace():
            start += 1
        while end > start and parse.text[end - 1 - parse.start].isspace():
            end -= 1
        if start >= end:
            continue
        first = bisect_left(parse.starts, start)
        stop = bisect_left(parse.starts, end)
        low = bisect_left(parse.starts, bounds[index - 1][1]) if index else 0
        high = (
            bisect_left(parse.starts, bounds[index + 1][0])
            if index + 1 < len(bounds)
            else len(parse.words)
        )
        cue = cue_of(page, first, stop, low, high)
        words = sum(1 for token in range(first, stop) if parse.words[token][0].isalnum())
        if not words:
            continue
        if cue:
            verb, speaker, name = cue
            voice = VoiceSpan(
                page.number, start, end, (parse.starts[verb], parse.ends[verb]), speaker, name, True
            )
        elif (carried and not index) or _sentence_like(parse, first, stop, words):
            voice = VoiceSpan(page.number, start, end, None, "", -1, True)
            if previous:
                voice = replace(voice, speaker=previous.speaker, name=previous.name)
        else:
            continue
        previous = voice
        yield voice


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
