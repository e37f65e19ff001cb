"""I and you: who speaks in a quotation, who is spoken to, and who tells a memoir."""

from bisect import bisect_left
from collections.abc import Iterator

from variorum.read.coreference.people import people_of
from variorum.read.coreference.quoted import quoted_regions, region_at
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan, ReferenceSpan, VoiceSpan
from variorum.read.words import listed

_I = listed(
    "i me my mine myself я меня мне мной мною мой моя моё мое мои моего моей моему моим моих мою"
)
_YOU = listed("you your yours yourself thou thee thy ты тебя тебе тобой твой твоя твоё твое твои")
_ANY_CASE = frozenset(
    form for word in _I | _YOU for form in (word, word.capitalize(), word.upper())
)
_ENDS = frozenset((".", "!", "?", "…", ",", "”", '"', "»", "’", "''", ";", "—", "–"))

NEAR_TURNS = 3
"""Paragraphs within which two speeches are turns of one dialogue."""

FORMER_TURNS = 4
"""Speeches among which there must be no third speaker for "you" to be the other of two."""


def spoken(
    parses: list[Parse],
    names: list[NameSpan],
    voices: list[VoiceSpan],
    references: list[ReferenceSpan],
    author: str = "",
) -> list[ReferenceSpan]:
    """The words for "I" and "you" whose person is plain, in order of the text.

    Inside a direct quotation "I" is its speaker; "you" is whom the speech calls by name, whom its
    verb of speech names, or the other one of two who speak in turn. Outside quotations "I" is the
    account's ``author`` where the account names them so. Nothing is said of the rest.
    """
    people = people_of(names)
    tied = {(r.paragraph, r.end - 1): r.name for r in references if r.name >= 0}
    by_paragraph: dict[int, list[int]] = {}
    direct = [n for n, voice in enumerate(voices) if voice.direct]
    for number in direct:
        by_paragraph.setdefault(voices[number].paragraph, []).append(number)
    turns = _turns([voices[number] for number in direct], people)
    other = dict(zip(direct, turns, strict=True))
    narrator = _narrator(names, author)
    regions = quoted_regions(parses) if narrator >= 0 else []
    named_in: dict[int, list[int]] = {}
    for number, name in enumerate(names):
        if name.kind == "person":
            named_in.setdefault(name.paragraph, []).append(number)
    found: list[ReferenceSpan] = []
    for number, parse in enumerate(parses):
        here = by_paragraph.get(number, [])
        if not here and narrator < 0:
            continue
        said = _by_token(parse, voices, here)
        heard: dict[int, int] = {}
        for token, word in enumerate(parse.words):
            if word not in _ANY_CASE or (number, token) in tied:
                continue
            low, who = word.lower(), -1
            voice = said.get(token, -1)
            if voice >= 0:
                if low in _I:
                    who = voices[voice].name
                else:
                    if voice not in heard:
                        heard[voice] = _addressee(
                            parse, voices[voice], names, named_in.get(number, []), people, tied
                        )
                    who = heard[voice] if heard[voice] >= 0 else other[voice]
            elif low in _I and narrator >= 0 and region_at(regions[number], token) < 0:
                who = narrator
            if who >= 0 and names[who].kind == "person":
                start, stop = parse.starts[token], parse.ends[token]
                found.append(ReferenceSpan(number, token, token + 1, start, stop, "pronoun", who))
    return found


def _narrator(names: list[NameSpan], author: str) -> int:
    form = " ".join(author.split()).casefold()
    if not form:
        return -1
    return next((n for n, name in enumerate(names) if name.form.casefold() == form), -1)


def _by_token(parse: Parse, voices: list[VoiceSpan], here: list[int]) -> dict[int, int]:
    """The innermost voice of every token of a paragraph that somebody says."""
    said: dict[int, int] = {}
    for number in sorted(here, key=lambda n: (voices[n].start - voices[n].end, n)):
        voice = voices[number]
        first = bisect_left(parse.starts, voice.start)
        said.update(dict.fromkeys(range(first, bisect_left(parse.starts, voice.end)), number))
    return said


def _addressee(
    parse: Parse,
    voice: VoiceSpan,
    names: list[NameSpan],
    here: list[int],
    people: list[int],
    tied: dict[tuple[int, int], int],
) -> int:
    """Whom a speech calls by name, or its verb of speech names; -1 where neither or several."""
    called = [n for n in here if voice.start <= names[n].start and names[n].stop <= voice.end]
    called = [n for n in called if _vocative(parse, voice, names[n])]
    called += [voice.hearer_name] if voice.hearer_name >= 0 else []
    called += _told(parse, voice, names, here, tied)
    mine = people[voice.name] if voice.name >= 0 else -2
    others = {people[n]: n for n in reversed(called) if people[n] != mine}
    return next(iter(others.values())) if len(others) == 1 else -1


def _vocative(parse: Parse, voice: VoiceSpan, name: NameSpan) -> bool:
    """Whether a name is set off by commas at an edge of its sentence: "Tom, come", "Come here, Tom!"
    but not "my brother, Tom"."""
    before, after = name.first - 1, name.end
    while (
        before >= 0 and parse.ends[before] > voice.start and parse.words[before].lower() in _TITLED
    ):
        before -= 1
    opens = (
        before < 0 or parse.starts[before] < voice.start or parse.words[before] in (".", "!", "?")
    )
    closes = after >= len(parse.words) or parse.starts[after] >= voice.end
    follows = parse.words[after] if not closes else "."
    if opens:
        return follows in (",", "!", "?") or (closes and after - name.first < 3)
    if parse.words[before] != "," or not (closes or follows in (".", "!", "?")):
        return False
    return before < 1 or parse.tags[before - 1][:2] not in ("NN", "PR")


_TITLED = listed("mr mr. mrs mrs. miss dear my captain doctor dr dr. sir lady old")


def _told(
    parse: Parse,
    voice: VoiceSpan,
    names: list[NameSpan],
    here: list[int],
    tied: dict[tuple[int, int], int],
) -> Iterator[int]:
    """Whom the verb of speech has as its object: "he told Weiss", "she said to her"."""
    if voice.cue is None:
        return
    verb = bisect_left(parse.starts, voice.cue[0])
    at = {names[n].end - 1: n for n in here}
    for token in range(verb + 1, min(len(parse.words), verb + 8)):
        dep, head = parse.deps[token], parse.heads[token]
        told = head == verb and dep in ("dobj", "dative")
        to = dep == "pobj" and parse.words[head].lower() == "to" and parse.heads[head] == verb
        if told or to:
            number = at.get(token, tied.get((voice.paragraph, token), -1))
            if number >= 0:
                yield number


def _turns(voices: list[VoiceSpan], people: list[int]) -> list[int]:
    """For every speech the name of who speaks before and after it, where that is one other person
    and nobody else has spoken lately; -1 otherwise."""
    speaker = [people[voice.name] if voice.name >= 0 else -1 for voice in voices]
    found = []
    for number, voice in enumerate(voices):
        near = [
            n
            for n in range(max(0, number - FORMER_TURNS), min(len(voices), number + 3))
            if abs(voices[n].paragraph - voice.paragraph) <= NEAR_TURNS
        ]
        others = {speaker[n] for n in near} - {speaker[number]}
        plain = speaker[number] >= 0 and len(others) == 1 and -1 not in others
        before = [n for n in near if n < number and speaker[n] != speaker[number]]
        after = [n for n in near if n > number and speaker[n] != speaker[number]]
        found.append(voices[before[-1]].name if plain and before and after else -1)
    return found
