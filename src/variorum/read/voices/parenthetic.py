"""The teller's words inside what is told: "The bridge, Aster argues, was mined", both languages.

What is said is the whole sentence around them, for its subject and its verb stand on either side.
"""

from variorum.read.parse import sentence_of
from variorum.read.spans import VoiceSpan
from variorum.read.voices.lexicon import CLAUSE_VERBS, THINKING
from variorum.read.voices.speakers import Speaker, SpokenPage
from variorum.read.words import listed

LONGEST_ASIDE = 12
"""Tokens of the longest aside: "as the harbour master of Kem wrote in 1931"."""

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PAIRED = frozenset((",", "—", "–", "("))
_CLOSES = {",": ",", "—": "—", "–": "–", "(": ")"}
_OPENING = listed(
    """who which whom whose that and or but if when while where because so nor yet although though
    который которая которые которое и или но а если когда пока где потому что чтобы хотя кто"""
)
"""Words that open a clause of its own, and no aside."""
_LIGHT = frozenset(("be", "have", "быть"))


def aside(page: SpokenPage, verb: int) -> tuple[int, int] | None:
    """The tokens ``[first, stop)`` between the commas or dashes around a verb of speech, where they
    are an aside in a sentence that goes on after it; its subject is for the caller to find."""
    parse = page.parse
    first, end = sentence_of(parse, verb)
    low, high = verb - 1, verb + 1
    while low > first and parse.words[low] not in _PAIRED:
        low -= 1
    if low <= first or verb - low > LONGEST_ASIDE:
        return None
    close = _CLOSES[parse.words[low]]
    while high < end and parse.words[high] != close:
        high += 1
    if high >= end - 1 or high - low > LONGEST_ASIDE or parse.words[low + 1].lower() in _OPENING:
        return None
    if low > first and parse.words[low - 1].lower() in _OPENING:
        return None  # "but, Weiss said, …": nothing was begun
    russian = parse.language == "ru"
    for token in range(low + 1, high):
        own = token == verb or parse.heads[token] == verb
        finite = parse.tags[token] in FINITE or (russian and parse.tags[token] == "VERB")
        if finite and token != verb and not (own and parse.deps[token][:3] == "aux"):
            return None
        if own and parse.deps[token] in ("dobj", "ccomp"):
            return None
    return (low + 1, high) if _goes_on(page, (first, low), (high + 1, end)) else None


def _goes_on(page: SpokenPage, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether a sentence is begun on the left and ended on the right: the subject stands before the
    aside and the verb after it, or the auxiliary before and the rest after."""
    parse = page.parse

    def told(span: tuple[int, int]) -> list[int]:
        verbal = FINITE if parse.language != "ru" else frozenset(("VERB",))
        return [t for t in range(*span) if parse.tags[t] in verbal]

    before, after = told(left), told(right)
    cut = bool(before) and before[-1] == left[1] - 1
    light = cut and len(before) == 1 and parse.lemmas[before[0]] in _LIGHT
    if not any(parse.words[t][0].isalnum() for t in range(*left)):
        return False
    short = parse.language == "ru" and any(
        parse.tags[t] == "ADJ" for t in range(right[0], min(right[1], right[0] + 3))
    )
    return light or (not before and (bool(after) or short))


def around(page: SpokenPage, within: tuple[int, int], verb: int) -> tuple[int, int]:
    """The tokens of the sentence around an aside, from its last semicolon on, without its marks."""
    parse = page.parse
    first, end = sentence_of(parse, verb)
    for token in range(within[0] - 1, first, -1):
        if parse.words[token] in (";", ":"):
            first = token + 1
            break
    while first < end and not parse.words[first][0].isalnum():
        first += 1
    while end > first and not parse.words[end - 1][-1].isalnum():
        end -= 1
    return first, end


def interrupted(
    page: SpokenPage, verb: int, within: tuple[int, int], speaker: Speaker
) -> VoiceSpan:
    """The voice of an aside on the tokens ``within``: all the sentence around it."""
    parse = page.parse
    first, stop = around(page, within, verb)
    thinks = parse.lemmas[verb] in THINKING
    source = None
    if speaker.first >= 0:
        source = parse.starts[speaker.first], parse.ends[speaker.stop - 1]
    cue = parse.starts[verb], parse.ends[verb]
    return VoiceSpan(
        page.number, parse.starts[first], parse.ends[stop - 1], cue, speaker.words, speaker.name,
        False, "believer" if thinks else "", f"“{parse.words[verb]}”" if thinks else "", source,
    )  # fmt: skip


def is_aside_verb(page: SpokenPage, token: int) -> bool:
    """Whether a token is a verb of saying or thinking in a form that can stand in an aside."""
    parse = page.parse
    return parse.lemmas[token] in CLAUSE_VERBS and parse.tags[token][:2] in ("VB", "VE")
