"""Voices: who says it. Quotations, turns and reported speech with their speakers and cues.

Rules after the literature on quotation attribution (Elson and McKeown 2010; Pareti 2016): a verb of
speech beside the quotation names the speaker as its subject; one paragraph has one speaker unless it
says otherwise. Scare quotes and titles are no speech: words in marks count only with a verb of speech
beside them or when they are a sentence of their own.
"""

from bisect import bisect_left
from dataclasses import replace

from variorum.read.coreference.pronouns import surname
from variorum.read.parse import Parse, children
from variorum.read.spans import NameSpan, VoiceSpan
from variorum.read.voices.direct import direct, introducing
from variorum.read.voices.knowing import knowing, own_words, present_people
from variorum.read.voices.narrators import NARRATED, narrated
from variorum.read.voices.quotes import find_quoted, opens
from variorum.read.voices.reported import reported
from variorum.read.voices.russian import reported_russian
from variorum.read.voices.sources import quoting_phrases
from variorum.read.voices.speakers import PRONOUNS, SpokenPage
from variorum.read.voices.tellers import without_tellers
from variorum.read.voices.turns import find_turns, heard, spoken_dashes, turn_voice
from variorum.read.words import listed

MARKS_AND_SPACE = " \t\n“”\"'‘’«»„`—–-"
OPENING_MARKS = 3
"""Characters before the words of a paragraph that begins with speech."""

_SAME = listed("same said former тот же")
_ANYBODY = listed("man woman person source witness speaker writer author he she человек автор")


def find_voices(
    parses: list[Parse], names: list[NameSpan], kind: str, pronouns: dict[tuple[int, int], int]
) -> list[VoiceSpan]:
    """The voices of an account, in order of their passages, outer before inner. Linear in its length.

    ``pronouns`` says of the last token of a pronoun or description, by paragraph and token, the number
    of the name it stands for.
    """
    at_token = {
        (span.paragraph, token): number
        for number, span in enumerate(names)
        for token in range(span.first, span.end)
    }
    found: list[VoiceSpan] = []
    turns = find_turns(parses, names, at_token, kind)
    present = present_people(parses, names)
    asker = next(
        (turn for said in turns.values() for turn in said if turn.role == "interviewer"), None
    )
    teller = heard(parses, names, kind)
    form = names[teller].form if teller >= 0 else ""
    lived = teller >= 0 or kind in NARRATED
    own = kind != "interview" or (teller >= 0 and not turns)  # who introduces it is not its teller
    carried: VoiceSpan | None = None
    led: VoiceSpan | None = None
    for number, parse in enumerate(parses):
        below = children(parse, 0, len(parse.words))
        page = SpokenPage(number, parse, names, at_token, pronouns, below)
        taken = turns.get(number)
        if taken:
            heard_here = (turn_voice(number, parse, turn, asker) for turn in taken)
            spoken = [voice for voice in heard_here if voice]
            quoted = find_quoted(parse.text, False)
            spoken += direct(page, quoted, None)
            carried = None
        else:
            following = parses[number + 1].text if number + 1 < len(parses) else ""
            dashes = spoken_dashes(parse)
            quoted = dashes or find_quoted(parse.text, opens(following))
            quoted = dashes or without_tellers(parse, quoted)
            spoken = list(direct(page, quoted, carried, bool(dashes)))
            if led is not None and spoken and spoken[0].cue is None:
                spoken = _introduced(parse, spoken, led)
            goes_on = bool(quoted) and not quoted[-1].closed and bool(spoken)
            carried = spoken[-1] if goes_on else None
        led = introducing(page) if not taken and parse.text.rstrip().endswith(":") else None
        if parse.language == "ru":
            spoken += _apart([*quoting_phrases(page), *reported_russian(page)], spoken)
        else:
            spoken += list(reported(page, spoken))
        told = [
            knowing(parse, voice, own_words(parse, voice, spoken), names, pronouns, present)
            for voice in spoken
        ]
        if own and not taken:
            told += narrated(number, parse, spoken, teller, form, lived)
        found += sorted(told, key=lambda voice: (voice.start, -voice.end))
    return _tied(_in_turn(found, parses, names))


def _in_turn(
    voices: list[VoiceSpan], parses: list[Parse], names: list[NameSpan]
) -> list[VoiceSpan]:
    """Where two speak in turn, "he said" right after one's own turn is not that one again: the name
    is dropped, and nobody is guessed for it."""
    found: list[VoiceSpan] = []
    before: VoiceSpan | None = None
    other = False
    for voice in voices:
        if not voice.direct or voice.cue is None:
            found.append(voice)
            continue
        if before is not None and voice.cue == before.cue:
            voice = replace(voice, name=before.name)  # one speech, the teller between
        elif before is not None:
            again = voice.name >= 0 and before.name >= 0 and voice.paragraph - before.paragraph < 2
            again = again and surname(names[voice.name]) == surname(names[before.name])
            again = again and not _named_between(names, before, voice)
            begins = voice.paragraph > before.paragraph and (
                voice.start - parses[voice.paragraph].start <= OPENING_MARKS
            )
            if again and voice.speaker in PRONOUNS and (other or begins):
                voice = replace(voice, name=-1)
            other = before.name >= 0 and not again
        before = voice
        found.append(voice)
    return found


def _introduced(parse: Parse, spoken: list[VoiceSpan], led: VoiceSpan) -> list[VoiceSpan]:
    """The voices with the first spoken by whom the paragraph before names: "She went on to say:"."""
    first = spoken[0]
    if parse.text[: first.start - parse.start].strip(MARKS_AND_SPACE):
        return spoken
    said = replace(led, paragraph=first.paragraph, start=first.start, end=first.end)
    return [said, *spoken[1:]]


def _named_between(names: list[NameSpan], before: VoiceSpan, voice: VoiceSpan) -> bool:
    """Whether the speaker of a voice is named between it and the one before."""
    at = bisect_left(names, before.cue[1] if before.cue else before.end, key=lambda n: n.start)
    while at < len(names) and names[at].start < voice.start:
        if names[at].start >= before.end and surname(names[at]) == surname(names[voice.name]):
            return before.source is None or names[at].start >= before.source[1]
        at += 1
    return False


def _apart(reports: list[VoiceSpan], quotes: list[VoiceSpan]) -> list[VoiceSpan]:
    """Reports that cross no quotation, and each span once."""
    seen = {(quote.start, quote.end) for quote in quotes}
    kept = []
    for report in reports:
        crossing = any(
            quote.start < report.end
            and report.start < quote.end
            and not (quote.start <= report.start and report.end <= quote.end)
            and not (report.start <= quote.start and quote.end <= report.end)
            for quote in quotes
        )
        same_cue = any(quote.cue == report.cue for quote in quotes if quote.cue)
        if not crossing and not same_cue and (report.start, report.end) not in seen:
            seen.add((report.start, report.end))
            kept.append(report)
    return kept


def _tied(voices: list[VoiceSpan]) -> list[VoiceSpan]:
    """Unnamed voices tied to whom they mean: "the same man" is the last voice so called, or the last
    one of all."""
    found: list[VoiceSpan] = []
    last: VoiceSpan | None = None
    by_noun: dict[str, VoiceSpan] = {}
    for voice in voices:
        words = voice.speaker.lower().split()
        if voice.name < 0 and len(words) > 1:
            noun = words[-1]
            if _SAME.intersection(words[:-1]):
                meant = by_noun.get(noun) or (last if noun in _ANYBODY else None)
                if meant is not None and meant.speaker:
                    voice = replace(voice, speaker=meant.speaker, name=meant.name)
            else:
                by_noun[noun] = voice
        if voice.speaker and voice.cue is not None:
            last = voice
        found.append(voice)
    return found
