"""Reported speech: "X said that …" by the clause under the verb, and "according to X"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from variorum.read.parse import Parse, children, subtree
from variorum.read.spans import VoiceSpan
from variorum.read.voices.speakers import RELATIVES, SpokenPage, is_verb, who
from variorum.read.words import BELIEF_VERBS, SPEECH_VERBS

_ACCORDING = re.compile(
    r"\b[Aa]ccording to\s|\b[Пп]о (?:словам|мнению|свидетельству|данным|сообщению)\s"
)


def reported(page: SpokenPage, taken: list[tuple[int, int]]) -> Iterator[VoiceSpan]:
    """Reported speech: "X said that …" by the clause that depends on the verb, "according to X"."""
    parse = page.parse
    yield from _according(page, taken)
    if not any(parse.deps):
        return
    verbs = [
        token
        for token, lemma in enumerate(parse.lemmas)
        if (lemma in SPEECH_VERBS or lemma in BELIEF_VERBS) and is_verb(parse, token)
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
        speaker, name = who(page, subject)
        if parse.words[subject].lower() in RELATIVES:
            speaker = parse.words[subject].lower()  # as it is written; the name says who is meant
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


def _according(page: SpokenPage, taken: list[tuple[int, int]]) -> Iterator[VoiceSpan]:
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
        speaker, name = who(page, head)
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
