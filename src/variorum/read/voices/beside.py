"""The words beside a quotation that say who speaks it: verb of speech, noun, label, signature."""

from variorum.read.parse import Parse, sentence_of, subtree
from variorum.read.voices.lexicon import DIRECT, LOOSE, NOUN_CUES
from variorum.read.voices.sources import sourced
from variorum.read.voices.speakers import (
    NOBODY,
    RELATIVES,
    SUBJECTS,
    Speaker,
    SpokenPage,
    is_verb,
    owner_of,
    subject_of,
    who,
)
from variorum.read.words import BELIEF_VERBS, listed

REACH = 14
"""How many tokens from a quotation its verb of speech may stand."""

FAR_REACH = 26
"""The same where the quotation ends with a comma, so that its sentence goes on: “…,” James Lund, the
keeper of the light at Orlo, said."""

SPELLED = 2
"""A quotation of no more words after "wrote", with no stop inside, is a spelling, not speech."""

CLOSE = 4
"""Tokens after a quotation within which any verb of sounding says it: “…!” he called."""

LED_CLOSE = 6
"""Tokens before a quotation within which a comma or colon makes any verb of sounding lead it."""

_LEADERS = frozenset((",", ":", '"', "“", "„", "«", "``", "—", "–", "‘", "'"))

_OPENERS = frozenset(("He", "She", "They", "We", "It", "The", "This", "Then", "Он", "Она", "Они"))

_WRITTEN = listed("write spell print sign read call name enter record put писать написать")

_MARKS = frozenset(("’", "'", "”", '"', "»", "''"))

ANY_MARK = _MARKS | _LEADERS - {",", ":", "—", "–"}

_READERS = listed("we you one i they people")

_SURE = listed("уверен уверена уверены убеждён убежден убеждена убеждены")

STOPS = frozenset((".", "!", "?", ";"))


def noun_cue(page: SpokenPage, first: int, low: int) -> tuple[int, Speaker] | None:
    """The noun whose owner speaks in a quotation that "that" or a colon leads: "Weiss's statement
    before the court, that “…”"."""
    parse = page.parse
    token = first - 1
    while token >= low and not parse.words[token][0].isalnum() and parse.words[token] not in STOPS:
        token -= 1
    led = ":" in parse.words[token + 1 : first] or parse.words[token].lower() in ("that", "reads")
    if token < low or not led or not any(parse.deps):
        return None
    begin = max(low, sentence_of(parse, first - 1)[0], first - 2 * REACH)
    for noun in range(token, begin - 1, -1):
        if parse.lemmas[noun] in NOUN_CUES and parse.tags[noun][:2] == "NN":
            owner = owner_of(page, noun)
            if owner is not None and not (first <= owner):
                return noun, who(page, owner)
    return None


def labelled(page: SpokenPage, first: int, low: int) -> tuple[int, Speaker] | None:
    """The name that begins a line or sentence and a colon, right before a quotation: Weiss: “…”."""
    parse = page.parse
    colon = first - 1
    while colon > low and parse.words[colon] in ANY_MARK:
        colon -= 1
    number = page.at_token.get((page.number, colon - 1), -1)
    if colon <= low or parse.words[colon] != ":" or number < 0:
        return None
    name = page.names[number]
    begun = name.first == sentence_of(parse, colon - 1)[0]
    if not begun or name.kind not in ("person", "group") or name.first < low:
        return None
    return colon, who(page, colon - 1)


def signed(page: SpokenPage, stop: int, high: int) -> tuple[int, Speaker] | None:
    """The person named after a quotation that has ended, and a dash: “…” — Jan Kuyp, mate."""
    parse = page.parse
    dash = stop
    while dash < high and parse.words[dash] in _MARKS:
        dash += 1
    if dash + 1 >= high or parse.words[dash] not in ("—", "–", "--") or not _ended(parse, stop):
        return None
    number = page.at_token.get((page.number, dash + 1), -1)
    if number < 0 or page.names[number].kind != "person":
        return None
    after = page.names[number].end
    ends = after >= len(parse.words) or parse.words[after] in (",", ".", "(", ";")
    return (dash, who(page, dash + 1)) if ends else None


def by_phrase(page: SpokenPage, first: int, low: int) -> tuple[int, Speaker] | None:
    """ "According to the paper, “…”": a phrase that names a source, right before a quotation."""
    parse = page.parse
    begin = max(low, sentence_of(parse, max(0, first - 1))[0], first - REACH)
    for found in sourced(page, begin, first):
        at, stop, speaker = found
        between = [parse.words[t] for t in range(stop, first) if parse.words[t] not in ANY_MARK]
        if between in ([","], [":"], []):
            return at, speaker
    return None


def cue_of(
    page: SpokenPage, first: int, stop: int, low: int, high: int
) -> tuple[int, Speaker] | None:
    """The verb of speech beside a quotation on tokens ``[first, stop)`` and its subject, looked for
    within ``[low, high)`` and the sentence the quotation touches."""
    parse = page.parse
    unended = parse.words[stop - 1][-1:] == ","
    after = range(stop, min(high, stop + (FAR_REACH if unended else REACH)))
    before = range(first - 1, max(low, first - REACH) - 1, -1)
    best: tuple[int, int] | None = _leading(parse, first, low)
    led = any(parse.words[t] in (",", ":") for t in range(max(low, first - 2), first))
    closed = _ended(parse, stop)
    if closed and (best or parse.language == "en") and _new_sentence(parse, stop, high):
        after = range(0)
    for direction, tokens in ((0, after), (1, before)):
        for distance, token in enumerate(tokens):
            word = parse.words[token]
            if word in STOPS and (distance > 1 or (not direction and _begins(parse, token, high))):
                break
            near = distance < (LED_CLOSE if direction else CLOSE)
            lower = stop < high and any(
                parse.words[t][:1].islower() for t in range(stop, min(high, stop + 2))
            )
            loose = near and (led if direction else lower)
            if says(parse, token, loose) or (
                unended and not direction and _sounds(page, token, stop)
            ):
                if not direction and _opens_report(page, token, stop):
                    break
                rank = distance + direction * 2
                if best is None or rank < best[0]:
                    best = (rank, token)
                break
    if best is None:
        return None
    verb = best[1]
    if _spelling(parse, verb, first, stop):
        return None
    if parse.language == "ru" and verb < first and not _set_off(parse, first, low):
        return None  # a name in marks: «заявил газете “Прилив”, что»
    speaker = _speaker(page, verb, first, stop, low, high)
    if speaker is None or (parse.lemmas[verb] == "read" and speaker.words in _READERS):
        return None  # "there we read: “…”": whose words are read, the sentence may say
    return verb, speaker


def _begins(parse: Parse, stop: int, high: int) -> bool:
    """Whether after a stop outside the marks a sentence begins: called him “the Dane”. Dorn denied."""
    token = next((t for t in range(stop + 1, high) if parse.words[t][0].isalnum()), high)
    return token < high and parse.words[token][:1].isupper()


def _opens_report(page: SpokenPage, verb: int, stop: int) -> bool:
    """Whether a verb after a quotation that has ended says something else: “….” Neighbours said that."""
    parse = page.parse
    return _ended(parse, stop) and any(
        parse.deps[child] == "ccomp" and child > verb for child in page.below.get(verb, ())
    )


def _ended(parse: Parse, stop: int) -> bool:
    """Whether what stands before a token ends a sentence, the marks around it aside."""
    token = stop - 1
    while token > 0 and parse.words[token] in _MARKS:
        token -= 1
    return parse.words[token][-1:] in (".", "!", "?", "…")


def says(parse: Parse, token: int, loose: bool = False) -> bool:
    """Whether a token is a verb that stands beside a quotation; ``loose``: divided from it by a
    comma."""
    if parse.words[token].lower() in _SURE:
        return loose
    if not is_verb(parse, token):
        return False
    lemma = parse.lemmas[token]
    return lemma in DIRECT or (loose and lemma in LOOSE)


def _sounds(page: SpokenPage, verb: int, stop: int) -> bool:
    """Whether any verb at all says a quotation that ends with a comma: “…,” an angry Rask retorted.
    Its subject is all that stands between, and nothing but a stop or a place follows."""
    parse = page.parse
    if parse.tags[verb] not in ("VBD", "VBZ") or verb - stop > CLOSE + 2:
        return False
    subject = next((t for t in page.below.get(verb, ()) if parse.deps[t] == "nsubj"), None)
    if subject is None or not stop <= subject < verb or parse.words[subject].lower() in RELATIVES:
        return False
    first = stop
    while first < verb and not parse.words[first][0].isalnum():
        first += 1
    nothing = not any(parse.deps[t] in ("dobj", "acomp", "attr") for t in page.below.get(verb, ()))
    return nothing and min(subject, subtree(page.below, subject)[0]) <= first


def _leading(parse: Parse, first: int, low: int) -> tuple[int, int] | None:
    """The verb that a comma, a colon or "that" alone divides from the quotation, with its rank:
    nothing that follows the quotation can be nearer."""
    token = first - 1
    while token >= low and (parse.words[token] in _LEADERS or parse.words[token].lower() == "that"):
        token -= 1
    if token < low or token == first - 1:
        return None
    if parse.words[token].lower() == "record" and token > low + 1:
        token -= 2  # "put on record that"
        said = parse.lemmas[token] in ("put", "place", "go")
    else:
        found = parse.lemmas[token] in BELIEF_VERBS and parse.words[token + 1].lower() == "that"
        set_off = any(mark in (",", ":") for mark in parse.words[token + 1 : first])
        said = found or says(parse, token, set_off)
    return (0, token) if said and is_verb(parse, token) else None


def _new_sentence(parse: Parse, stop: int, high: int) -> bool:
    """Whether after the quotation's stop another sentence begins, so that its verb introduces nothing:
    “…!” He shouted it twice; after a full stop any capital begins one: “… .” Weiss sighed."""
    token = stop
    while token < high and not parse.words[token][0].isalnum():
        token += 1
    word = parse.words[token] if token < high else ""
    full = parse.words[stop - 1][-1:] == "." and parse.language == "en"
    return word in _OPENERS or (full and word[:1].isupper())


def _set_off(parse: Parse, first: int, low: int) -> bool:
    """Whether a mark of punctuation or a joining word stands before a quotation."""
    token = first - 1
    while token > low and parse.words[token] in ANY_MARK:
        token -= 1
    return not parse.words[token][0].isalnum() or parse.words[token].lower() in ("что", "как")


def _spelling(parse: Parse, verb: int, first: int, stop: int) -> bool:
    """Whether the marks hold a word that is spoken about: the clerk wrote “Ivanoff”."""
    words = [word for word in parse.words[first:stop] if word[0].isalnum()]
    return (
        parse.lemmas[verb] in _WRITTEN
        and len(words) <= SPELLED
        and parse.words[stop - 1][-1] not in ".!?,…"
        and ":" not in parse.words[max(0, first - 2) : first]
    )


def _speaker(
    page: SpokenPage, verb: int, first: int, stop: int, low: int, high: int
) -> Speaker | None:
    """The subject of a verb of speech outside the quotation."""
    parse = page.parse
    if parse.deps[verb]:
        subject = subject_of(page, verb)
        outside = subject is not None and not first <= subject < stop
        if subject is not None and outside and (low <= subject < high or not low <= verb < high):
            return who(page, subject)
    begin, end = (low, high) if low <= verb < high else (0, len(parse.words))
    near = [*range(verb + 1, min(end, verb + 5)), *range(verb - 1, max(begin - 1, verb - 6), -1)]
    for token in near[:3]:  # "said my old father"
        noun = parse.tags[token][:2] == "NN" and (page.number, token) not in page.at_token
        if noun and token > verb and parse.tags[verb + 1] in ("DT", "PRP$"):
            return who(page, token)
    for token in near:
        if first <= token < stop:
            continue
        if (page.number, token) in page.at_token:
            return who(page, token)
        if parse.words[token].lower() in SUBJECTS:
            return who(page, token)
    for token in near[:2] if not parse.deps[verb] else []:
        if parse.tags[token] == "NOUN" and not first <= token < stop:
            return who(page, token)
    loose = ("ROOT", "conj", "ccomp", "parataxis", "advcl")
    return NOBODY if parse.deps[verb] in loose else None
