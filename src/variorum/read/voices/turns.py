"""Turns: speech that no quotation mark shows, by a dialogue dash or by a speaker's label."""

import re

from variorum.read.parse import Parse
from variorum.read.spans import VoiceSpan
from variorum.read.voices.quotes import Quoted
from variorum.read.words import SPEECH_VERBS

_DASH_TURN = re.compile(r"\s*[—–]\s*(?=\S)")
_DASH_CUE = re.compile(r"[,!?…\".»]\s?[—–]\s(?=[а-яёa-z])")
_DASH_BACK = re.compile(r"[.,!?…]\s?[—–]\s?")
_LABEL = re.compile(
    r"\s*(?P<who>[A-ZА-ЯЁ][\w.’'-]*(?:\s[A-ZА-ЯЁ][\w.’'-]*){0,3}|Q|A|В|О)\s?[:.]\s+(?=\S)"
)
_TURN_LETTERS = frozenset("QAВО")


def spoken_dashes(parse: Parse) -> list[Quoted]:
    """The speech of a paragraph that opens with a dialogue dash: "— Да, — сказал он. — Иду." """
    opened = _DASH_TURN.match(parse.text)
    if not opened or not any(lemma in SPEECH_VERBS for lemma in parse.lemmas):
        return []
    found: list[Quoted] = []
    begun = opened.end()
    while True:
        cue = _DASH_CUE.search(parse.text, begun)
        if not cue:
            if found:
                found.append(Quoted(begun, len(parse.text)))
            return found
        found.append(Quoted(begun, cue.start() + 1))
        back = _DASH_BACK.search(parse.text, cue.end())
        if not back:
            return found
        begun = back.end()


def labels(parses: list[Parse]) -> dict[int, tuple[int, str]]:
    """The turns of a transcript: paragraph number to where its speech begins and its label.

    A label counts when it opens at least two paragraphs of the account.
    """
    seen: dict[str, list[tuple[int, int]]] = {}
    for number, parse in enumerate(parses):
        match = _LABEL.match(parse.text)
        if match and (parse.text[match.end("who")] == ":" or match["who"] in _TURN_LETTERS):
            seen.setdefault(match["who"], []).append((number, match.end()))
    return {
        number: (begin, label)
        for label, places in seen.items()
        if len(places) > 1
        for number, begin in places
    }


def turn_voice(
    number: int, parse: Parse, turn: tuple[int, str], at_token: dict[tuple[int, int], int]
) -> VoiceSpan:
    begin, label = turn
    name = at_token.get((number, 0), -1)
    start = parse.start + begin
    end = parse.start + len(parse.text.rstrip())
    return VoiceSpan(number, start, end, None, "" if label in _TURN_LETTERS else label, name, True)
