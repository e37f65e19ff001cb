"""Reported speech by the syntax: "X said that …", "X's claim that …", "was told by X that …".

After the rules of Pareti (2016) and Newell, Cowlishaw and Man (2018): a word of the lexicon, what it
governs, and its subject. Where nobody is the subject ("it is said that") the voice has no speaker.
"""

from collections.abc import Iterator
from dataclasses import replace

from variorum.read.parse import sentence_of, subtree
from variorum.read.spans import VoiceSpan
from variorum.read.voices.frames import PARTS, frames
from variorum.read.voices.governed import (
    SHORTEST_CLAUSE,
    clause_said,
    content_of,
    informant_of,
    is_expletive,
    spoken,
    trimmed,
)
from variorum.read.voices.lexicon import CLAUSE_VERBS, THINKING, WILLING, weights
from variorum.read.voices.parenthetic import aside, interrupted, is_aside_verb
from variorum.read.voices.sources import quoting_phrases
from variorum.read.voices.speakers import (
    NO_ONE,
    NOBODY,
    SpokenPage,
    hearer_of,
    owner_of,
    subject_of,
    who,
)
from variorum.read.voices.unsaid import REQUESTING, negated, not_done, unsaid
from variorum.read.words import SPEECH_VERBS, listed

STOP_MARKS = 2
"""Characters by which a quotation may reach beyond the clause that holds it: its full stop."""

LEADING, LONG = 3, 25
"""Characters before, and of, a quotation that a clause begins with: the quotation is what is said, and
the rest of the clause is the parser's mistake."""

DENIES = "denies"
"""The role of who says that it is not so."""

INQUIRING = listed("ask wonder inquire enquire question")
"""Verbs whose clause is a question: it affirms nothing."""

QUOTING = listed("quote cite report describe paraphrase record")
"""Verbs whose subject repeats what their object says: quoted Dorn as saying."""

_DENYING = listed("deny dispute contradict refute reject repudiate disavow rebut")

RUMOURS = listed("rumour rumor legend tradition gossip hearsay story word")

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))

_AUXILIARIES = frozenset(("aux", "auxpass"))


def reported(page: SpokenPage, quotes: list[VoiceSpan]) -> Iterator[VoiceSpan]:
    """The reported speech of a paragraph, outer before inner; ``quotes`` are its direct speech."""
    parse = page.parse
    if not any(parse.deps):
        return
    seen = {(quote.start, quote.end) for quote in quotes}
    cued = {quote.cue[0] for quote in quotes if quote.cue}
    for voice in (*_governed(page), *quoting_phrases(page)):
        kept = _beside_quotes(voice, quotes, cued)
        if kept and kept not in seen and parse.text[kept[0] - parse.start : kept[1] - parse.start]:
            seen.add(kept)
            yield _at(voice, *kept)


def _governed(page: SpokenPage) -> Iterator[VoiceSpan]:
    parse, table = page.parse, weights()
    for token, lemma in enumerate(parse.lemmas):
        part = PARTS.get(parse.tags[token][:2])
        if part is None or parse.deps[token] in _AUXILIARIES:
            continue
        inserted = _inserted(page, token) if lemma in CLAUSE_VERBS else None
        if inserted is not None:
            yield inserted
            continue
        if lemma in QUOTING:
            yield from _quoted_as(page, token)
        shares = table.get((lemma, part))
        if shares is None:
            if lemma in ("have", "hear", "learn", "as") and part == "verb":
                yield from _rumoured(page, token)
            continue
        governed = frames(parse, page.below, token)
        content = content_of(page, token, governed, shares) if governed else None
        if content is None:
            if part == "verb" and lemma in CLAUSE_VERBS:  # nothing governed that it says
                yield from _that(page, token) or _as_said(page, token)
            continue
        yield from _voiced(page, token, part, content)


def _voiced(
    page: SpokenPage, token: int, part: str, content: tuple[int, int, str]
) -> Iterator[VoiceSpan]:
    parse = page.parse
    first, stop, frame = content
    lemma = parse.lemmas[token]
    if unsaid(page, token, part, (first, stop), frame):
        return
    informant = informant_of(page, token)
    if part == "noun":
        subject = owner_of(page, token)
    elif informant is not None:
        subject = informant
    else:
        subject = subject_of(page, token)
    if subject is not None and (
        first <= subject < stop or is_expletive(page, token, subject, frame)
    ):
        subject = None
    thinks = lemma in THINKING and informant is None
    if subject is None:
        speaker = NOBODY
        passive = any(parse.deps[t] in ("nsubjpass", "auxpass") for t in page.below.get(token, ()))
        passive = passive or (parse.tags[token] == "VBN" and parse.deps[token] == "advcl")
        if not (frame in ("clause", "to", "passive") and passive) and not (
            part == "noun" and frame == "clause"
        ):
            return
    else:
        low = parse.words[subject].lower()
        if (
            low in ("you", "one", "this", "there")
            or low in NO_ONE
            or (low in ("i", "we") and thinks)
        ):
            return  # "I think" is the narrator's hedge, nobody's report
        speaker = who(page, subject)
    hearer = hearer_of(page, token) if part == "verb" else None
    if informant is not None:
        hearer = subject_of(page, token)
    told = who(page, hearer) if hearer is not None and not first <= hearer < stop else NOBODY
    wished = lemma in WILLING or lemma in REQUESTING
    stated = not (wished and frame != "clause") and frame in ("clause", "to")
    stated = stated and lemma not in INQUIRING
    voice = spoken(page, (first, stop), (token, token + 1), speaker, told, thinks, stated)
    yield _disputed(page, token, voice)


def _inserted(page: SpokenPage, token: int) -> VoiceSpan | None:
    """ "The bridge, Aster argues, was mined", "The fire, it is said, began at noon"."""
    parse = page.parse
    within = aside(page, token) if is_aside_verb(page, token) else None
    if within is None or negated(page, token):
        return None
    subjects = [
        t
        for t in page.below.get(token, ())
        if parse.deps[t][:5] == "nsubj" and within[0] <= t < within[1]
    ]
    low = parse.words[subjects[0]].lower() if subjects else ""
    nobody = low == "it"
    if not subjects or low in NO_ONE or (parse.deps[subjects[0]] == "nsubjpass" and not nobody):
        return None
    speaker = NOBODY if nobody else who(page, subjects[0])
    return interrupted(page, token, within, speaker)


def _quoted_as(page: SpokenPage, token: int) -> Iterator[VoiceSpan]:
    """ "The Tide quoted Dorn as saying that …": the Tide's own voice around Dorn's."""
    parse = page.parse
    below = page.below.get(token, ())
    said = next(
        (
            t
            for prep in below
            if parse.words[prep].lower() == "as"
            for t in page.below.get(prep, ())
            if parse.deps[t] == "pcomp"
        ),
        None,
    )
    quoted = next((t for t in below if parse.deps[t] == "dobj"), None)
    subject = subject_of(page, token)
    if said is None or quoted is None or subject is None:
        return
    first, stop = subtree(page.below, quoted)[0], subtree(page.below, said)[1]
    first, stop = trimmed(parse, first, stop)
    if not first <= token < stop and not first <= subject < stop:
        yield spoken(page, (first, stop), (token, token + 1), who(page, subject))


def _disputed(page: SpokenPage, token: int, voice: VoiceSpan) -> VoiceSpan:
    """The voice with what it denies or does not believe, in the words that show it."""
    parse = page.parse
    lemma = parse.lemmas[token]
    word = parse.words[token]
    if lemma in _DENYING:
        return replace(voice, role=DENIES, reason=f"“{word}”")
    if voice.role != "believer" or not negated(page, token):
        return voice
    neg = next(
        (t for t in page.below.get(token, ()) if parse.deps[t] == "neg" and t < token), token
    )
    first = neg - 1 if parse.words[neg].lower() in ("n't", "n’t") else neg
    words = parse.text[parse.starts[first] - parse.start : parse.ends[token] - parse.start]
    return replace(voice, role=DENIES, reason=f"“{words}”")


def _rumoured(page: SpokenPage, verb: int) -> Iterator[VoiceSpan]:
    """ "Rumour had it that the mill burned", "we heard from a sailor that it burned"."""
    parse = page.parse
    subject = subject_of(page, verb)
    clause = next((t for f, t in frames(parse, page.below, verb) if f == "clause"), None)
    if clause is None or subject is None:
        return
    found = clause_said(parse, page.below, verb, clause)
    informant = informant_of(page, verb)
    if found is None or found[0] <= subject < found[1]:
        return
    if informant is not None:
        yield spoken(page, found, (verb, verb + 1), who(page, informant), who(page, subject))
    elif parse.lemmas[subject] in RUMOURS and parse.lemmas[verb] == "have":
        yield spoken(page, found, (verb, verb + 1), who(page, subject))


def _that(page: SpokenPage, verb: int) -> list[VoiceSpan]:
    """ "The log records that the boat left", where the parser took "that" for something else."""
    parse = page.parse
    _, end = sentence_of(parse, verb)
    if verb + 2 >= end or parse.words[verb + 1].lower() != "that":
        return []
    subject = next((t for t in page.below.get(verb, ()) if parse.deps[t] == "nsubj"), None)
    first, stop = trimmed(parse, verb + 2, end)
    told = any(parse.tags[t] in _FINITE for t in range(first + 1, stop))
    if subject is None or subject > verb or not told or not_done(page, verb):
        return []
    return [spoken(page, (first, stop), (verb, verb + 1), who(page, subject))]


def _as_said(page: SpokenPage, verb: int) -> Iterator[VoiceSpan]:
    """ "As Weiss recalled, the mill burned": what the verb's clause is attached to."""
    parse = page.parse
    if parse.deps[verb] != "advcl" or not any(
        parse.words[t].lower() == "as" for t in page.below.get(verb, ())
    ):
        yield from _afterwards(page, verb)
        return
    subject = subject_of(page, verb)
    low, high = subtree(page.below, verb)
    head = parse.heads[verb]
    first, stop = subtree(page.below, head)
    first, stop = (high, stop) if low - first < stop - high else (first, low)
    first, stop = trimmed(parse, first, stop)
    if subject is None or not low <= subject < high or stop - first < SHORTEST_CLAUSE:
        return
    if sentence_of(parse, verb) != sentence_of(parse, first):
        return
    yield spoken(page, (first, stop), (verb, verb + 1), who(page, subject))


def _afterwards(page: SpokenPage, verb: int) -> Iterator[VoiceSpan]:
    """ "The mill burned, Weiss said.": the words before the comma, where the parser tied them to
    nothing."""
    parse = page.parse
    subject = next((t for t in page.below.get(verb, ()) if parse.deps[t] == "nsubj"), None)
    if subject is None or parse.lemmas[verb] not in SPEECH_VERBS:
        return
    begin = min(subtree(page.below, subject)[0], verb)
    first, _ = sentence_of(parse, verb)
    if begin - first <= SHORTEST_CLAUSE or parse.words[begin - 1] != ",":
        return
    if not any(parse.tags[t] in _FINITE for t in range(first, begin)):
        return
    head, stop = trimmed(parse, first, begin)
    if stop - head >= SHORTEST_CLAUSE and parse.deps[verb] in ("ROOT", "parataxis", "relcl"):
        yield spoken(page, (head, stop), (verb, verb + 1), who(page, subject))


def _beside_quotes(
    voice: VoiceSpan, quotes: list[VoiceSpan], cued: set[int]
) -> tuple[int, int] | None:
    """A reported span that crosses no quotation: inside the one its cue stands in, else around whole
    ones; None where the quotation is what the cue introduces."""
    start, end = voice.start, voice.end
    at = voice.cue[0] if voice.cue else start
    for quote in quotes:
        if quote.start <= at < quote.end and (quote.end <= start or end <= quote.start):
            return None  # said inside the quotation, and nothing of it there
        if quote.end <= start or end <= quote.start:
            continue
        if quote.cue and quote.cue[0] == at and start < at < end:
            return None  # “Hold it,” he shouted, and I held it
        if quote.cue and quote.cue[0] == at and not (start <= quote.start and quote.end <= end):
            return None
        if quote.start <= at < quote.end:
            start, end = max(start, quote.start), min(end, quote.end)
        elif quote.start <= start and end <= quote.end:
            return None
        elif start <= quote.start and quote.end <= end:
            whole = 2 * (quote.end - quote.start) > end - start
            leads = quote.start - start < LEADING and quote.end - quote.start > LONG
            if at in cued and (whole or (leads and quote.cue is not None and quote.cue[0] == at)):
                return None
        elif quote.start <= start:
            start = quote.end
        elif quote.end - end <= STOP_MARKS:
            end = quote.end
        else:
            end = quote.start
    return (start, end) if end - start > 1 else None


def _at(voice: VoiceSpan, start: int, end: int) -> VoiceSpan:
    return (
        voice if (start, end) == (voice.start, voice.end) else replace(voice, start=start, end=end)
    )
