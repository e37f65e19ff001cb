"""Phrases that name a source: "according to X", "in X's view", "X: …", with or without syntax."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from variorum.read.parse import sentence_of, subtree
from variorum.read.russian import agree, is_animate
from variorum.read.spans import VoiceSpan
from variorum.read.voices.parenthetic import around
from variorum.read.voices.speakers import Speaker, SpokenPage, who
from variorum.read.words import KINSHIP

_PHRASE = re.compile(
    r"\b(?:[Aa]ccording to|ACCORDING TO|[Pp]er (?=[A-Z])|[Ii]n the (?:words|view|opinion|account) of"
    r"|[Bb]y the account of|[Oo]n the (?:word|testimony|authority) of"
    r"|[Сс]огласно"
    r"|[Пп]о (?:словам|мнению|свидетельству|данным|сообщению|сообщениям|утверждению"
    r"|воспоминаниям|рассказам|рассказу|версии|сведениям|информации|подсч[её]там|оценке|оценкам))\s"
)
_OWNED = re.compile(
    r"\b[Ii]n (?P<who>(?:[\w.’'-]+\s){0,5}?[\w.-]+?)(?:['’]s?)? (?:own )?"
    r"(?P<noun>view|opinion|telling|words|account|estimation|version|recollection)\b"
)
_POSSESSIVES = {"his": "he", "her": "she", "their": "they", "my": "i", "our": "we"}
_LABEL = re.compile(r"\s*(?P<who>[A-ZА-ЯЁ][\w.’' -]{1,40}):\s+(?=[\w“\"«‘'])")
_PAIR = frozenset((",", "—", "–", "(", ")"))
_MODIFIERS = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod"))
_TITLE_REACH = 4
_RUSSIAN_MODIFIERS = frozenset(("ADJ", "NUM"))
SHORTEST = 3
"""Tokens of the shortest passage that is ascribed."""


def quoting_phrases(page: SpokenPage) -> Iterator[VoiceSpan]:
    """The voices that a phrase names, in a paragraph; what they say is the rest of the sentence."""
    parse = page.parse
    for match in _PHRASE.finditer(parse.text):
        at = bisect_left(parse.starts, parse.start + match.start())
        source = bisect_left(parse.starts, parse.start + match.end())
        if source < len(parse.words) and at < source:
            yield from _ascribed(page, at, source)
    if parse.language == "en":
        yield from _viewed(page)
        yield from _labelled(page)


def sourced(page: SpokenPage, begin: int, end: int) -> Iterator[tuple[int, int, Speaker]]:
    """The phrases that name a source on tokens ``[begin, end)``: where each begins and stops, and who
    it names."""
    parse = page.parse
    if begin >= end:
        return
    low, high = parse.starts[begin] - parse.start, parse.ends[end - 1] - parse.start
    for match in _PHRASE.finditer(parse.text, low, high):
        at = bisect_left(parse.starts, parse.start + match.start())
        source = bisect_left(parse.starts, parse.start + match.end())
        named = _source(page, at, source) if at < source < end else None
        if named is not None:
            yield at, min(named[0], end), named[1]


def _ascribed(page: SpokenPage, at: int, source: int) -> Iterator[VoiceSpan]:
    named = _source(page, at, source)
    if named is not None:
        yield from _rest(page, (at, source), (at, named[0]), named[1])


def _source(page: SpokenPage, at: int, source: int) -> tuple[int, Speaker] | None:
    """Where the phrase with the words "according to" on ``[at, source)`` stops, and who it names."""
    parse = page.parse
    end = sentence_of(parse, at)[1]
    if source >= end:
        return None
    head = source
    while (
        head < end - 1
        and (page.number, head) not in page.at_token
        and (
            parse.deps[head] in _MODIFIERS
            or parse.tags[head] in _RUSSIAN_MODIFIERS
            or _titles(page, head, end)
        )
    ):
        head += 1
    if (page.number, head) in page.at_token:
        head = page.names[page.at_token[page.number, head]].end - 1
    if parse.deps[source]:
        last = min(subtree(page.below, head)[1], end)
    else:
        last = head + 1
        while last < end and ((page.number, last) in page.at_token or _genitive(page, last)):
            last += 1
    called = _unlisted(page, head, end)
    if called > head:
        words = parse.text[parse.starts[head + 1] - parse.start : parse.ends[called] - parse.start]
        speaker, last = Speaker(words, -1, source, called + 1), called + 1
    else:
        speaker = who(page, head)
    if speaker.first > source:
        words = speaker.words
        if speaker.name < 0:
            words = parse.text[
                parse.starts[source] - parse.start : parse.ends[last - 1] - parse.start
            ]
        speaker = Speaker(words, speaker.name, source, max(speaker.stop, last))
    return last, speaker


def _unlisted(page: SpokenPage, token: int, end: int) -> int:
    """The last of the capitalised words after a Russian noun for a person, where no name was found:
    по мнению историка Лемке; ``token`` itself where there is none."""
    parse = page.parse
    last = token
    if parse.tags[token] != "NOUN" or not parse.words[token].islower():
        return token
    if not is_animate(parse.words[token]) or parse.lemmas[token] in KINSHIP:
        return token
    while last + 1 < end and parse.words[last + 1].istitle():
        last += 1
    return last


def _titles(page: SpokenPage, token: int, end: int) -> bool:
    """Whether a Russian noun is what the person named after it is, not whose kin: историка Лемке."""
    parse = page.parse
    if parse.tags[token] != "NOUN" or not is_animate(parse.words[token]):
        return False
    name = token + 1
    while name < min(end, token + _TITLE_REACH) and parse.tags[name] in ("NOUN", "ADJ"):
        if (page.number, name) in page.at_token:
            break
        name += 1
    number = page.at_token.get((page.number, name), -1)
    person = number >= 0 and page.names[number].kind == "person"
    return (
        person
        and parse.lemmas[token] not in KINSHIP
        and agree(parse.words[token], parse.words[name])
    )


def _genitive(page: SpokenPage, token: int) -> bool:
    """Whether a Russian noun stands under the one before it: по данным следственного комитета."""
    tags = page.parse.tags
    return tags[token] in ("NOUN", "ADJ") and tags[token - 1] in ("NOUN", "ADJ")


def _rest(
    page: SpokenPage, cue: tuple[int, int], phrase: tuple[int, int], speaker: Speaker
) -> Iterator[VoiceSpan]:
    """What a phrase on tokens ``phrase`` ascribes: the sentence before it, or else after it."""
    parse = page.parse
    first, end = sentence_of(parse, phrase[0])
    inserted = parse.words[phrase[0] - 1] in _PAIR and first < phrase[0] - 1
    if inserted and phrase[1] < end - 1 and parse.words[phrase[1]] in _PAIR:
        span = around(page, phrase, phrase[0])  # "The lamp, according to Holt, was out"
    else:
        span = (first, phrase[0]) if phrase[0] - first > SHORTEST - 1 else (phrase[1], end)
    a, b = span
    while a < b and not parse.words[a][0].isalnum():
        a += 1
    while b > a and not parse.words[b - 1][-1].isalnum():
        b -= 1
    if b - a < SHORTEST:
        return
    stop = parse.ends[cue[1] - 1]
    yield VoiceSpan(
        page.number, parse.starts[a], parse.ends[b - 1], (parse.starts[cue[0]], stop),
        speaker.words, speaker.name, False,
        source=(parse.starts[speaker.first], parse.ends[speaker.stop - 1])
        if speaker.first >= 0 else None,
    )  # fmt: skip


def _viewed(page: SpokenPage) -> Iterator[VoiceSpan]:
    """ "In Weiss's view the mill was lost": the owner of a view, an account, a version."""
    parse = page.parse
    for match in _OWNED.finditer(parse.text):
        base = parse.start
        at = bisect_left(parse.starts, base + match.start())
        noun = bisect_left(parse.starts, base + match.start("noun"))
        if noun >= len(parse.words) or noun - at < 2 or sentence_of(parse, at)[1] <= noun:
            continue
        owner = next((t for t in page.below.get(noun, ()) if parse.deps[t] == "poss"), None)
        if owner is None:
            continue
        speaker = who(page, owner)
        words = _POSSESSIVES.get(speaker.words, speaker.words)
        speaker = Speaker(words, speaker.name, speaker.first, speaker.stop)
        yield from _rest(page, (at, noun + 1), (at, noun + 1), speaker)


def _labelled(page: SpokenPage) -> Iterator[VoiceSpan]:
    """ "Weiss: the mill burned twice": a name, a colon and a sentence."""
    parse = page.parse
    match = _LABEL.match(parse.text)
    if not match:
        return
    stop = bisect_left(parse.starts, parse.start + match.end("who"))
    name = page.at_token.get((page.number, max(0, stop - 1)), -1)
    if name < 0 or page.names[name].kind not in ("person", "group") or page.names[name].first > 2:
        return
    begin = bisect_left(parse.starts, parse.start + match.end())
    tags = parse.tags[begin:]
    if not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags) or len(tags) < 2 * SHORTEST:
        return
    end = len(parse.words)
    span = page.names[name]
    while end > begin and not parse.words[end - 1][-1].isalnum():
        end -= 1
    if end - begin < SHORTEST:
        return
    yield VoiceSpan(
        page.number, parse.starts[begin], parse.ends[end - 1],
        (parse.starts[stop], parse.ends[stop]) if stop < begin else None,
        span.form, name, False, source=(span.start, span.stop),
    )  # fmt: skip
