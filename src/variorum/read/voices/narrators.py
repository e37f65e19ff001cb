"""Narrators: what an account's own teller says they saw, did or were told, outside any quotation.

A memoir, a letter, a deposition and an interview are told by somebody. Where a sentence of theirs shows
how they know it ("I saw the boat burn", "I was told later"), it is a voice of its own with that role.
"""

import re
from collections.abc import Iterator

from variorum.read.parse import Parse
from variorum.read.spans import VoiceSpan
from variorum.read.voices.knowing import first_person

SELF = frozenset(("i", "we", "я", "мы"))
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me|[Яя]|[Мм]ы|[Мм]не|[Нн]ам|мо\w+|наш\w+)\b")
_MINE = re.compile(r"\b(?:I|[Mm]y|me|[Яя]|[Мм]не|мо\w+)\b")
"""Words of the first person: without one the sentence is about somebody else."""
NARRATED = frozenset(("memoir", "interview", "testimony", "letter"))
"""Kinds of account whose author tells what they lived through."""


def narrated(
    number: int, parse: Parse, spoken: list[VoiceSpan], teller: int, form: str, lived: bool
) -> Iterator[VoiceSpan]:
    """The sentences of a paragraph in which its teller shows how they know, as voices of the teller:
    the name with the number ``teller`` and its ``form``, or "I" where that is -1. A sentence that a
    quotation or a turn says, or cuts, is not the teller's own. Where the account is not ``lived``
    through by its author (an article, a post), only "I" is one of those who tell, not "we"."""
    first_persons = _OWN if lived else _MINE
    if not first_persons.search(parse.text):
        return
    direct = [voice for voice in spoken if voice.direct]
    own = "я" if parse.language == "ru" else "i"
    for first, end in parse.sentences:
        start, stop = parse.starts[first], parse.ends[end - 1]
        outside = all(
            voice.end <= start
            or stop <= voice.start
            or (start <= voice.start and voice.end <= stop)
            for voice in direct
        )
        if not outside or any(voice.start <= start and stop <= voice.end for voice in direct):
            continue
        told = VoiceSpan(number, start, stop, None, form or own, teller, False)
        role, reason = first_person(parse, told, _unquoted(parse, told, spoken))
        if role and first_persons.search(reason):
            yield VoiceSpan(number, start, stop, None, form or own, teller, False, role, reason)


def _unquoted(parse: Parse, told: VoiceSpan, spoken: list[VoiceSpan]) -> str:
    """A sentence's text with what others say in it blanked."""
    text = parse.text[told.start - parse.start : told.end - parse.start]
    for voice in spoken:
        if voice.speaker in SELF:
            continue
        if told.start <= voice.start and voice.end <= told.end:
            low, high = voice.start - told.start, voice.end - told.start
            text = text[:low] + " " * (high - low) + text[high:]
    return text
