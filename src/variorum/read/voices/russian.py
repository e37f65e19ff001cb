"""Reported speech in Russian, by its words and commas: no syntax is read for it."""

from collections.abc import Iterator

from variorum.read.parse import Parse
from variorum.read.russian import cases
from variorum.read.spans import VoiceSpan
from variorum.read.voices.reported import spoken
from variorum.read.voices.speakers import NOBODY, PRONOUNS, Speaker, SpokenPage, who
from variorum.read.words import BELIEF_VERBS, SPEECH_VERBS, listed

BETWEEN = 8
"""Tokens that may stand between a verb of speech and its "что"."""

SHORTEST = 2
_SUBJECT_REACH = 7
_RUMOUR = listed("якобы")
_BY_RUMOUR = listed("слухам преданию легенде")
_NAMELESS = listed("говорят рассказывают считается известно сообщается утверждают пишут сообщалось")
_THEY_SAID = listed("писали говорили рассказывали сообщали утверждали")
"""Plurals that may stand without a subject: in the paper they wrote that."""
_RUMOURS = listed("слух молва предание легенда")
_THINKING = listed("считать полагать думать надеяться верить бояться опасаться подозревать")
_VERBS = (
    SPEECH_VERBS
    | BELIEF_VERBS
    | _THINKING
    | listed(
        "передавать передать поведать показывать рассказываться доложить докладывать извещать известить"
    )
)
_JOINING = frozenset(("что", "будто", "как"))
_BREAKS = frozenset((",", ":", ";", "—", "–", "-", "(", ")", "»", "«"))


def reported_russian(page: SpokenPage) -> Iterator[VoiceSpan]:
    """The reported speech of a Russian paragraph: "X вспоминает, что …", "как сообщил X, …",
    "…, сообщил X", "говорят, что …", "якобы"."""
    parse = page.parse
    for first, end in parse.sentences:
        seen = False
        for token in range(first, end):
            word = parse.words[token].lower()
            lemma = parse.lemmas[token]
            by_rumour = word in _BY_RUMOUR and token > 0 and parse.words[token - 1].lower() == "по"
            if (word in _RUMOUR or by_rumour) and not seen and end - token > SHORTEST:
                content = _clean(parse, token + 1, end)
                if content[1] - content[0] >= SHORTEST:
                    yield spoken(page, content, (token, token + 1), NOBODY)
                continue
            verb = parse.tags[token] == "VERB" and lemma in _VERBS
            if not verb and word not in _NAMELESS and lemma not in _RUMOURS:
                continue
            voice = _said(page, token, first, end)
            if voice:
                seen = True
                yield voice


def _said(page: SpokenPage, verb: int, first: int, end: int) -> VoiceSpan | None:
    parse = page.parse
    words = parse.words
    speaker = NOBODY if words[verb].lower() in _NAMELESS else _subject(page, verb, first, end)
    nameless = words[verb].lower() in _NAMELESS or parse.lemmas[verb] in _RUMOURS
    thinks = parse.lemmas[verb] in _THINKING
    plural = words[verb].lower() in _THEY_SAID
    if speaker is NOBODY and not nameless and not plural:
        return None
    if speaker.words in ("я", "мы") and thinks:
        return None
    for token in range(verb + 1, min(end - 1, verb + 1 + BETWEEN)):
        if words[token] == "," and words[token + 1].lower() in _JOINING:
            content = _clean(parse, token + 2, end)
            if content[1] - content[0] >= SHORTEST:
                return spoken(page, content, (verb, verb + 1), speaker, NOBODY, thinks)
            return None
        if words[token] in (",", ":", ";"):
            break
    before = verb - 1
    while before > first and words[before] not in _BREAKS and verb - before < _SUBJECT_REACH:
        before -= 1
    as_said = words[first].lower() == "как" and verb - first < _SUBJECT_REACH
    if as_said:
        comma = next((t for t in range(verb + 1, end) if words[t] == ","), -1)
        while comma >= 0 and speaker.first > comma:
            comma = next((t for t in range(comma + 1, end) if words[t] == ","), -1)
        content = _clean(parse, comma + 1, end) if comma >= 0 else (end, end)
    elif words[before] == "," and before - first >= SHORTEST:
        tail = next((t for t in range(verb + 1, end) if words[t] in (",", ":")), end)
        if tail < end - 2 or any(parse.tags[t] == "VERB" for t in range(before + 1, verb)):
            return None  # more follows: the verb opens a clause of its own
        content = _clean(parse, first, before)
        if not any(parse.tags[t] == "VERB" for t in range(*content)):
            return None
    else:
        return None
    if content[1] - content[0] < SHORTEST or content[0] <= speaker.first < content[1]:
        return None
    return spoken(page, content, (verb, verb + 1), speaker, NOBODY, thinks)


def _clean(parse: Parse, first: int, stop: int) -> tuple[int, int]:
    while first < stop and not parse.words[first][0].isalnum():
        first += 1
    while stop > first and not parse.words[stop - 1][-1].isalnum():
        stop -= 1
    return first, stop


def _subject(page: SpokenPage, verb: int, first: int, end: int) -> Speaker:
    """The name, pronoun or noun in the nominative beside a verb, before a comma stands between."""
    parse = page.parse
    behind = range(verb - 1, max(first - 1, verb - 1 - _SUBJECT_REACH), -1)
    ahead = range(verb + 1, min(end, verb + 1 + _SUBJECT_REACH))
    for tokens in (ahead, behind):
        for token in tokens:
            if parse.words[token] in _BREAKS or parse.tags[token] == "VERB":
                break
            named = page.at_token.get((page.number, token), -1)
            pronoun = parse.words[token].lower() in PRONOUNS
            noun = parse.tags[token] == "NOUN" and (parse.words[token].islower() or token == first)
            if not (named >= 0 or pronoun or noun):
                continue
            known = cases(parse.words[token])
            if (known and "nomn" not in known) or (
                named >= 0 and page.names[named].kind == "place"
            ):
                continue
            if noun and token + 1 < end and page.at_token.get((page.number, token + 1), -1) >= 0:
                token += 1  # "капитан Жердев"
            found = who(page, token)
            while noun and found.first > first and parse.tags[found.first - 1] == "ADJ":
                found = _widened(parse, found)
            return found
    if verb - 1 > first and parse.words[verb - 1] == ",":  # "Ильин, который служил, вспоминал"
        named = page.at_token.get((page.number, first), -1)
        known = cases(parse.words[first])
        if named >= 0 and page.names[named].kind == "person" and (not known or "nomn" in known):
            return who(page, first)
    return NOBODY


def _widened(parse: Parse, found: Speaker) -> Speaker:
    first = found.first - 1
    words = parse.text[parse.starts[first] - parse.start : parse.ends[found.stop - 1] - parse.start]
    return Speaker(words if found.name < 0 else found.words, found.name, first, found.stop)
