"""Voices: who says it. Quotations and reported speech with their speakers and cues.

Rules after the literature on quotation attribution (Elson and McKeown 2010; Pareti 2016): a verb of
speech beside the quotation names the speaker as its subject; one paragraph has one speaker unless it
says otherwise. Scare quotes and titles are no speech: words in marks count only with a verb of speech
beside them or when they are a sentence of their own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from variorum.read.names import NameSpan
from variorum.read.parse import Parse, children, subtree
from variorum.read.quotes import Quoted, find_quoted, opens
from variorum.read.words import BELIEF_VERBS, SPEECH_VERBS, listed

REACH = 14
"""How many tokens from a quotation its verb of speech may stand."""

LONG_QUOTE = 5
"""Words from which a quotation without any verb of speech is still speech."""

_PRONOUNS = listed("he she they i we он она они я мы")
_NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "NOUN", "PRON"))
_ACCORDING = re.compile(
    r"\b[Aa]ccording to\s|\b[Пп]о (?:словам|мнению|свидетельству|данным|сообщению)\s"
)
_DASH_TURN = re.compile(r"\s*[—–]\s*(?=\S)")
_DASH_CUE = re.compile(r"[,!?…\".»]\s?[—–]\s(?=[а-яёa-z])")
_DASH_BACK = re.compile(r"[.,!?…]\s?[—–]\s?")
_LABEL = re.compile(
    r"\s*(?P<who>[A-ZА-ЯЁ][\w.’'-]*(?:\s[A-ZА-ЯЁ][\w.’'-]*){0,3}|Q|A|В|О)\s?[:.]\s+(?=\S)"
)
_TURN_LETTERS = frozenset("QAВО")


@dataclass(frozen=True, slots=True)
class VoiceSpan:
    """What somebody says: ``[start, end)`` of the reading text, the cue's characters or None, the
    speaker's words, and the number of the name span that means the speaker (or -1)."""

    paragraph: int
    start: int
    end: int
    cue: tuple[int, int] | None
    speaker: str
    name: int
    direct: bool


def find_voices(parses: list[Parse], names: list[NameSpan], kind: str) -> list[VoiceSpan]:
    """The voices of an account, in order of their passages. Linear in its length."""
    at_token = {
        (span.paragraph, token): number
        for number, span in enumerate(names)
        for token in range(span.first, span.end)
    }
    found: list[VoiceSpan] = []
    turns = _labels(parses) if kind in ("interview", "testimony") else {}
    carried: VoiceSpan | None = None
    for number, parse in enumerate(parses):
        if number in turns:
            found.append(_turn(number, parse, turns[number], at_token))
            continue
        following = parses[number + 1].text if number + 1 < len(parses) else ""
        quoted = _spoken_dashes(parse) or find_quoted(parse.text, opens(following))
        page = _Page(number, parse, names, at_token)
        direct = list(_direct(page, quoted, carried))
        goes_on = bool(quoted) and not quoted[-1].closed and bool(direct)
        carried = direct[-1] if goes_on else None
        direct += list(_reported(page, [(v.start, v.end) for v in direct]))
        found += sorted(direct, key=lambda voice: (voice.start, voice.end))
    return found


@dataclass(frozen=True, slots=True)
class _Page:
    """A paragraph with the names on its tokens."""

    number: int
    parse: Parse
    names: list[NameSpan]
    at_token: dict[tuple[int, int], int]


def _direct(page: _Page, quoted: list[Quoted], carried: VoiceSpan | None) -> Iterator[VoiceSpan]:
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
        cue = _cue(page, first, stop, low, high)
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


def _cue(page: _Page, first: int, stop: int, low: int, high: int) -> tuple[int, str, int] | None:
    """The verb of speech beside a quotation on tokens ``[first, stop)``, its subject's words and
    name; looked for within ``[low, high)`` and the sentence the quotation touches."""
    parse = page.parse
    after = range(stop, min(high, stop + REACH))
    before = range(first - 1, max(low, first - REACH) - 1, -1)
    best: tuple[int, int] | None = None
    for direction, tokens in ((0, after), (1, before)):
        for distance, token in enumerate(tokens):
            word = parse.words[token]
            if distance > 1 and word in (".", "!", "?", ";"):
                break
            if parse.lemmas[token] in SPEECH_VERBS and _is_verb(parse, token):
                rank = distance + direction * 2
                if best is None or rank < best[0]:
                    best = (rank, token)
                break
    if best is None:
        return None
    verb = best[1]
    subject = _subject(page, verb, first, stop)
    return (verb, *subject) if subject else None


def _is_verb(parse: Parse, token: int) -> bool:
    return parse.tags[token][:2] == "VB" or parse.tags[token] == "VERB"


def _subject(page: _Page, verb: int, first: int, stop: int) -> tuple[str, int] | None:
    """The subject of a verb of speech outside the quotation: its words, and its name's number."""
    parse = page.parse
    if parse.deps[verb]:
        for token in range(max(0, verb - 30), min(len(parse.words), verb + 12)):
            own = parse.heads[token] == verb and parse.deps[token] == "nsubj"
            if own and not first <= token < stop:
                return _who(page, token)
    near = [
        *range(verb + 1, min(len(parse.words), verb + 5)),
        *range(verb - 1, max(-1, verb - 6), -1),
    ]
    for token in near:
        if first <= token < stop:
            continue
        if (page.number, token) in page.at_token:
            return _who(page, token)
        if parse.words[token].lower() in _PRONOUNS:
            return _who(page, token)
    for token in near[:2] if not parse.deps[verb] else []:
        if parse.tags[token] == "NOUN" and not first <= token < stop:
            return _who(page, token)
    return ("", -1) if parse.deps[verb] in ("ROOT", "conj", "ccomp", "parataxis", "advcl") else None


def _who(page: _Page, token: int) -> tuple[str, int]:
    """A speaker's words and name: the name the token is part of, else its noun phrase."""
    parse = page.parse
    number = page.at_token.get((page.number, token), -1)
    if number >= 0:
        return page.names[number].form, number
    if parse.words[token].lower() in _PRONOUNS:
        return parse.words[token].lower(), _only_person(page, token)
    for beside in range(token + 1, min(len(parse.words), token + 6)):
        apposed = page.at_token.get((page.number, beside), -1)
        if apposed >= 0 and (
            beside == token + 1 or (parse.deps[beside] == "appos" and parse.heads[beside] == token)
        ):
            return page.names[apposed].form, apposed
    first = token
    while first > 0 and parse.heads[first - 1] == token and parse.deps[first - 1] in (
        "det", "amod", "compound", "poss", "nummod", "nmod",
    ):  # fmt: skip
        first -= 1
    base = parse.start
    return parse.text[parse.starts[first] - base : parse.ends[token] - base], -1


def _only_person(page: _Page, token: int) -> int:
    """The one person named before a pronoun in its paragraph, or -1 when there are none or several."""
    if page.parse.words[token].lower() not in ("he", "she", "он", "она"):
        return -1
    low = bisect_left(page.names, page.number, key=lambda span: span.paragraph)
    last, surname = -1, ""
    for number in range(low, len(page.names)):
        span = page.names[number]
        if span.paragraph != page.number or span.first > token:
            break
        if span.kind == "person":
            key = span.form.rpartition(" ")[2]
            if surname and key != surname:
                return -1
            last, surname = number, key
    return last


def _reported(page: _Page, taken: list[tuple[int, int]]) -> Iterator[VoiceSpan]:
    """Reported speech: "X said that …" by the clause that depends on the verb, "according to X"."""
    parse = page.parse
    yield from _according(page, taken)
    if not any(parse.deps):
        return
    verbs = [
        token
        for token, lemma in enumerate(parse.lemmas)
        if (lemma in SPEECH_VERBS or lemma in BELIEF_VERBS) and _is_verb(parse, token)
    ]
    if not verbs:
        return
    below = children(parse, 0, len(parse.words))
    for verb in verbs:
        under = below.get(verb, [])
        clause = next((t for t in under if parse.deps[t] == "ccomp"), None)
        subject = _shared_subject(parse, below, verb)
        if clause is None or subject is None:
            continue
        if parse.words[subject].lower() in ("i", "we") and parse.lemmas[verb] in BELIEF_VERBS:
            continue  # "I think" is the narrator's hedge, nobody's report
        first, stop = subtree(below, clause)
        if first <= verb < stop:  # "…, he said, …": the verb stands inside what it reports
            first, stop = (first, verb) if clause < verb else (verb + 1, stop)
            if subject < verb and first < subject < stop:
                stop = subject
        while (
            first < stop
            and (
                parse.words[first].lower() in ("that", ",", ":")
                or not parse.words[first][0].isalnum()
            )
            and parse.tags[first] not in ("CD", "$")
        ):
            first += 1
        while stop > first and parse.words[stop - 1] in (",", '"', "“", "”", "-", "—"):
            stop -= 1
        if stop - first < 3 or first <= subject < stop:
            continue
        start, end = parse.starts[first], parse.ends[stop - 1]
        if any(s < end and start < e for s, e in taken):
            continue
        taken.append((start, end))
        speaker, name = _who(page, subject)
        cue = (parse.starts[verb], parse.ends[verb])
        yield VoiceSpan(page.number, start, end, cue, speaker, name, False)


def _shared_subject(parse: Parse, below: dict[int, list[int]], verb: int) -> int | None:
    """The subject of a verb, its own or its coordinate's ("rose and said", "left, saying that")."""
    for _ in range(3):
        own = next((t for t in below.get(verb, ()) if parse.deps[t] == "nsubj"), None)
        if own is not None or parse.deps[verb] not in ("conj", "advcl", "xcomp"):
            return own
        verb = parse.heads[verb]
    return None


def _according(page: _Page, taken: list[tuple[int, int]]) -> Iterator[VoiceSpan]:
    parse = page.parse
    for match in _ACCORDING.finditer(parse.text):
        at = bisect_left(parse.starts, parse.start + match.start())
        source = bisect_left(parse.starts, parse.start + match.end())
        if source >= len(parse.words):
            continue
        first, end = next(((f, e) for f, e in parse.sentences if f <= at < e), (0, 0))
        head = source
        while (
            head < end - 1
            and (page.number, head) not in page.at_token
            and (
                parse.deps[head] in ("det", "amod", "compound", "poss", "nummod")
                or parse.tags[head] == "ADJ"
            )
        ):
            head += 1
        if (page.number, head) in page.at_token:
            head = page.names[page.at_token[page.number, head]].end - 1
        if parse.deps[source]:
            last = subtree(children(parse, first, end), head)[1]
        else:
            last = head + 1
            while (page.number, last) in page.at_token:
                last += 1
        speaker, name = _who(page, head)
        if at - first > 2:
            span = (first, at)
        else:
            while last < end and parse.words[last] in (",", "—", "-"):
                last += 1
            span = (last, end)
        a, b = span
        while b > a and not parse.words[b - 1][-1].isalnum():
            b -= 1
        if b - a < 3:
            continue
        start, stop = parse.starts[a], parse.ends[b - 1]
        if any(s < stop and start < e for s, e in taken):
            continue
        taken.append((start, stop))
        cue = (
            parse.start + match.start(),
            parse.start + len(match.group().rstrip()) + match.start(),
        )
        yield VoiceSpan(page.number, start, stop, cue, speaker, name, False)


def _spoken_dashes(parse: Parse) -> list[Quoted]:
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


def _labels(parses: list[Parse]) -> dict[int, tuple[int, str]]:
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


def _turn(
    number: int, parse: Parse, turn: tuple[int, str], at_token: dict[tuple[int, int], int]
) -> VoiceSpan:
    begin, label = turn
    name = at_token.get((number, 0), -1)
    start = parse.start + begin
    end = parse.start + len(parse.text.rstrip())
    return VoiceSpan(number, start, end, None, "" if label in _TURN_LETTERS else label, name, True)
