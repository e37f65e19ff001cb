"""The teller's words inside a quotation: «Мы ждали, — сказал Ильин. — Никто не пришёл».

One speech printed between one pair of marks: what stands between the dashes and has a verb of speech is
cut out of it. A quotation whose end was forgotten ends where the teller's clause begins.
"""

import re
from bisect import bisect_left

from variorum.read.parse import Parse
from variorum.read.voices.lexicon import DIRECT, LOOSE
from variorum.read.voices.quotes import Quoted
from variorum.read.words import SPEECH_VERBS

DASH_CUE = re.compile(r"[,!?…\".»]\s?[—–]\s(?=[а-яёa-z])")
DASH_BACK = re.compile(r"[.,!?…:]\s?[—–]\s?")
TELLING = DIRECT | LOOSE
NEAREST = 8
"""Tokens after the dash within which the teller's verb stands: сказал он тихо."""


def without_tellers(parse: Parse, quoted: list[Quoted]) -> list[Quoted]:
    """The quotations of a paragraph in pieces, the teller's words between them cut out."""
    found: list[Quoted] = []
    for quote in quoted:
        pieces = _pieces(parse, quote)
        if len(pieces) == 1 and quote.cut:
            pieces = [_before_teller(parse, quote)]
        found += pieces
    return found


def _pieces(parse: Parse, quote: Quoted) -> list[Quoted]:
    text, begun = parse.text, quote.start
    found: list[Quoted] = []
    cue = DASH_CUE.search(text, begun, quote.end)
    while cue:
        back = DASH_BACK.search(text, cue.end(), quote.end)
        stop = back.end() if back else quote.end
        if tells(parse, cue.end(), back.start() if back else stop):
            found.append(Quoted(begun, cue.start() + 1, True, True))
            begun = stop
        cue = DASH_CUE.search(text, max(stop - 3, cue.end()), quote.end) if back else None
    if not found:
        return [quote]
    if begun < quote.end:
        found.append(Quoted(begun, quote.end, quote.closed, True))
    return found


def tells(parse: Parse, start: int, end: int) -> bool:
    """Whether characters ``[start, end)`` of a paragraph are a teller's: a verb of speech is among
    their first words."""
    first = bisect_left(parse.starts, parse.start + start)
    stop = bisect_left(parse.starts, parse.start + end)
    return any(
        parse.lemmas[t] in TELLING and parse.tags[t][:2] in ("VB", "VE")
        for t in range(first, min(stop, first + NEAREST))
    )


def _before_teller(parse: Parse, quote: Quoted) -> Quoted:
    """An unclosed quotation up to ", said X" or ", X said"."""
    first = bisect_left(parse.starts, parse.start + quote.start)
    stop = bisect_left(parse.starts, parse.start + quote.end)
    for token in range(first + 1, stop - 1):
        if parse.words[token] != ",":
            continue
        for verb in range(token + 1, min(stop, token + 4)):
            said = parse.lemmas[verb] in SPEECH_VERBS and parse.tags[verb] in ("VBD", "VERB", "VBZ")
            beside = parse.words[min(verb + 1, len(parse.words) - 1)]
            named = verb > token + 1 or beside[:1].isupper() or beside in _PERSONS
            if said and named:
                return Quoted(quote.start, parse.starts[token] - parse.start + 1, True, True)
    return quote


_PERSONS = frozenset(("he", "she", "the", "my", "his", "her", "они", "он", "она", "мой", "моя"))
