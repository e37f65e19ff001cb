"""Reported speech in Russian, by its words and commas: no syntax is read for it."""

from collections.abc import Iterator
from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.russian import cases
from variorum.read.spans import VoiceSpan
from variorum.read.voices.governed import spoken
from variorum.read.voices.parenthetic import aside, interrupted
from variorum.read.voices.reported import DENIES
from variorum.read.voices.speakers import NOBODY, PRONOUNS, Speaker, SpokenPage, who
from variorum.read.words import BELIEF_VERBS, SPEECH_VERBS, listed

BETWEEN = 8
"""Tokens that may stand between a verb of speech and its "что"."""

SHORTEST = 2
_SUBJECT_REACH = 7
_RUMOUR = listed("якобы")
_BY_RUMOUR = listed("слухам преданию легенде")
_NAMELESS = listed("говорят рассказывают считается известно сообщается утверждают пишут сообщалось")
_WRITTEN = listed(
    "утверждается сообщается записано указано сказано говорится отмечено значится написано"
)
"""What stands in a writing: в журнале записано, что."""
_SOME = listed("одни некоторые многие другие иные остальные соседи все")
_DENYING = listed("оспаривать оспорить отрицать опровергать опровергнуть")
_PHASES = listed("стать начать приняться продолжать продолжить")
"""Verbs after which an infinitive was done."""
_NOBODY = listed("никто ничего ни нечего некому")
_SUBORDINATE = listed("чтобы что который которая которые кто где когда если и а но хотя пока")
_THEY_SAID = listed("писали говорили рассказывали сообщали утверждали")
"""Plurals that may stand without a subject: in the paper they wrote that."""
_RUMOURS = listed("слух молва предание легенда")
_THINKING = listed("считать полагать думать надеяться верить бояться опасаться подозревать")
_VERBS: frozenset[str] = (
    SPEECH_VERBS
    | BELIEF_VERBS
    | _THINKING
    | listed(
        """передавать передать поведать показывать рассказываться доложить докладывать извещать
        известить установить заключить"""
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
            written = word in _WRITTEN
            denies = lemma in _DENYING and parse.tags[token] == "VERB"
            if not (verb or written or denies or word in _NAMELESS or lemma in _RUMOURS):
                continue
            if denies:
                disputed = _disputes(page, token, first, end)
                if disputed:
                    yield disputed
                    continue
            if _unsaid(parse, token, first):
                continue
            voice = _said(page, token, first, end)
            if voice:
                seen = True
                yield voice


def _said(page: SpokenPage, verb: int, first: int, end: int) -> VoiceSpan | None:
    parse = page.parse
    words = parse.words
    inserted = aside(page, verb) if parse.tags[verb] == "VERB" else None
    if inserted:
        teller = _subject(page, verb, *inserted)
        if teller is not NOBODY or words[verb].lower() in _NAMELESS:
            return interrupted(page, verb, inserted, teller)
    speaker = _speaker(page, verb, first, end)
    nameless = words[verb].lower() in _NAMELESS or parse.lemmas[verb] in _RUMOURS
    thinks = parse.lemmas[verb] in _THINKING
    plural = words[verb].lower() in _THEY_SAID
    if speaker is NOBODY and not nameless and not plural:
        return None
    if speaker.words in ("я", "мы") and thinks:
        return None
    for token in range(verb + 1, min(end - 1, verb + 1 + BETWEEN)):
        if words[token] == "," and words[token + 1].lower() in _JOINING:
            content = _clean(parse, token + 2, _until(parse, token + 2, end))
            number = content[1] > content[0] and parse.tags[content[0]] == "NUM"
            if content[1] - content[0] < SHORTEST - number:
                return None
            voice = spoken(page, content, (verb, verb + 1), speaker, NOBODY, thinks)
            if parse.lemmas[verb] in _DENYING:
                return replace(voice, role=DENIES, reason=f"“{words[verb]}”")
            return voice
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
        if words[before + 1].lower() in _SUBORDINATE:
            return None
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


def _speaker(page: SpokenPage, verb: int, first: int, end: int) -> Speaker:
    """Who says it: the subject; "some" and "others"; the writing in which it stands."""
    parse = page.parse
    low = parse.words[verb].lower()
    if low in _WRITTEN:
        for token in range(verb - 1, max(first - 1, verb - _SUBJECT_REACH), -1):
            if parse.tags[token] == "NOUN" and parse.words[max(first, token - 1)].lower() in _IN:
                return Speaker(parse.lemmas[token], -1, token, token + 1)
        return NOBODY
    before = verb - 1
    if before >= first and parse.words[before].lower() in _SOME:
        return Speaker(parse.words[before], -1, before, verb)
    if low in _NAMELESS:
        # they say: whoever stands before it is the subject, what follows is not
        return _subject(page, verb, first, verb + 1) if before >= first else NOBODY
    return _subject(page, verb, first, end)


_IN = frozenset(("в", "во"))


def _unsaid(parse: Parse, verb: int, first: int) -> bool:
    """Whether nothing was said: не говорил, никто не сказал, отказался говорить, велели сказать."""
    words, lemmas = parse.words, parse.lemmas
    if verb > first and words[verb - 1].lower() in ("не", "ни"):
        return True
    clause = verb - 1
    while clause >= first and words[clause] not in _BREAKS:
        if words[clause].lower() in _NOBODY:
            return True
        clause -= 1
    if verb + 1 < len(words) and words[verb + 1].lower() in _NOBODY:
        return True
    infinitive = words[verb].lower() == lemmas[verb]
    governing = [t for t in range(clause + 1, verb) if parse.tags[t] == "VERB"]
    return infinitive and not any(lemmas[t] in _PHASES for t in governing)


def _disputes(page: SpokenPage, verb: int, first: int, end: int) -> VoiceSpan | None:
    """ "Холт это оспаривает", "другие отрицают это": what was said is denied."""
    parse = page.parse
    near = range(max(first, verb - 2), min(end, verb + 3))
    it = next((t for t in near if parse.words[t].lower() == "это"), None)
    if it is None or (it > verb + 1 and parse.words[it - 1] in _BREAKS):
        return None
    low = max((t + 1 for t in range(first, verb) if parse.words[t] in _BREAKS), default=first)
    some = next((t for t in range(low, verb) if parse.words[t].lower() in _SOME), None)
    if some is not None:
        speaker = Speaker(parse.words[some], -1, some, some + 1)
    else:
        speaker = _subject(page, verb, low, it if it > verb else verb + 1)
    if speaker is NOBODY or parse.words[verb - 1].lower() == "не":
        return None
    voice = spoken(page, (it, it + 1), (verb, verb + 1), speaker)
    return replace(voice, role=DENIES, reason=f"“{parse.words[verb]}”", stated=False)


def _until(parse: Parse, first: int, end: int) -> int:
    """Where what is said ends: before somebody else's clause, ", другие …", ", но Холт …"."""
    for token in range(first + SHORTEST, end - 2):
        if parse.words[token] not in (",", ";"):
            continue
        at = token + 1
        joined = parse.words[at].lower() in ("но", "а", "однако", "зато")
        other = parse.words[at + joined].lower() in _SOME
        tells = any(
            parse.tags[t] == "VERB" and parse.lemmas[t] in _VERBS | _DENYING
            for t in range(at, min(end, at + BETWEEN))
        )
        if (joined or other) and tells:
            return token
    return end


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
            if parse.tags[token] == "NOUN" and parse.words[token].lower() in (
                "год",
                "году",
                "года",
            ):
                continue
            if not (named >= 0 or pronoun or noun):
                continue
            known = cases(parse.words[token])
            base = named >= 0 and page.names[named].form.split()[-1:] == [parse.words[token]]
            if (known and "nomn" not in known and not base) or (
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
        if named < 0 and parse.tags[first] == "NOUN" and parse.words[first + 1].istitle():
            first += 1  # "Дядя Фёдор, который …, уверял"
            named = page.at_token.get((page.number, first), -1)
        known = cases(parse.words[first])
        if named >= 0 and page.names[named].kind == "person" and (not known or "nomn" in known):
            return who(page, first)
    return NOBODY


def _widened(parse: Parse, found: Speaker) -> Speaker:
    first = found.first - 1
    words = parse.text[parse.starts[first] - parse.start : parse.ends[found.stop - 1] - parse.start]
    return Speaker(words if found.name < 0 else found.words, found.name, first, found.stop)
