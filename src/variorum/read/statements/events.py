"""Events: born, died, killed, married, founded: a verb with its subject, date, place and number."""

from collections.abc import Iterator

from variorum.read.parse import Parse, sentence_of, subtree
from variorum.read.statements.clauses import (
    Page,
    StatementSpan,
    amount,
    hangs_on,
    modality_of,
    named,
    place_of,
    polarity_of,
    subject_of,
    time_within,
)
from variorum.read.vocabulary import (
    BORN,
    CASUALTIES,
    DIED,
    HAPPENED,
    KILLED,
    KILLED_AND_WOUNDED,
    LASTED,
    MEASURES,
    VERB_RELATIONS,
    WOUNDED,
)
from variorum.read.words import HEDGES

REACH = 7
"""Tokens between a Russian verb and its subject or number, at most."""


def events(page: Page) -> Iterator[StatementSpan]:
    parse = page.parse
    syntax = any(parse.deps)
    for verb, lemma in enumerate(parse.lemmas):
        relation = VERB_RELATIONS.get(lemma)
        if relation and parse.tags[verb][:2] == "VB":
            if syntax:
                yield from _english_event(page, verb, relation)
            else:
                yield from _russian_event(page, verb, relation)
        elif relation and parse.tags[verb] == "VERB":
            yield from _russian_event(page, verb, relation)


def _english_event(page: Page, verb: int, relation: str) -> Iterator[StatementSpan]:
    parse = page.parse
    under = page.below.get(verb, [])
    objects = [t for t in under if parse.deps[t] == "dobj"]
    passive = (
        any(parse.deps[t] in ("auxpass", "nsubjpass") for t in under) or parse.deps[verb] == "acl"
    )
    subject = subject_of(page, verb)
    transitive = bool(objects) and relation in CASUALTIES - {DIED}
    theme = named(page, objects[0]) if transitive else subject
    if theme is None:
        return
    first, stop = subtree(page.below, verb)
    low, high = sentence_of(parse, verb)
    first, stop = max(first, low), min(stop, high)
    dates = [(f, s, d) for f, s, d in page.dates if first <= f and s <= stop and d.edtf]
    dates = [item for item in dates if hangs_on(parse, item[0], item[1], verb)]
    place = place_of(page, verb)
    time = dates[0][2].edtf if len(dates) == 1 else ""
    polarity, modality = polarity_of(page, verb), modality_of(page, verb)

    def statement(value: str, object_: int, kind: str, a: int, b: int) -> StatementSpan:
        begin = min(theme[2], verb, a)
        end = max(theme[3], verb + 1, b)
        told = _toll(parse, verb, relation) if kind == "number" else relation
        return StatementSpan(
            page.number, parse.starts[begin], parse.ends[end - 1], theme[0], theme[1], told,
            value, object_, kind, time, place, polarity, modality,
        )  # fmt: skip

    if relation in CASUALTIES:
        for quantity in page.quantities:
            inside = theme[2] - 6 <= quantity.first and quantity.stop <= theme[3]
            both = _joined(parse, verb - 2)  # "killed and injured": told at "killed"
            if inside and not quantity.unit and quantity.stop == theme[3] and not both:
                yield statement(amount(quantity), -1, "number", quantity.first, quantity.stop)
    if relation == LASTED:
        for quantity in page.quantities:
            if MEASURES.get(quantity.unit) == "duration" and verb < quantity.first <= verb + 6:
                yield statement(amount(quantity), -1, "number", quantity.first, quantity.stop)
    elif len(dates) == 1:
        yield statement(time, -1, "date", dates[0][0], dates[0][1])
    if place >= 0 and relation in (BORN, DIED, "buried", "landed", "arrived", HAPPENED):
        span = page.names[place]
        yield statement("", place, "place", span.first, span.end)
    if not passive and objects and not transitive and subject and subject[0] >= 0:
        other = page.at_token.get(objects[0], -1)
        if other >= 0 and page.names[other].kind == "person":
            span = page.names[other]
            yield statement("", other, "person", span.first, span.end)


def _toll(parse: Parse, verb: int, relation: str) -> str:
    """What a number of dead is called however they died; one number of dead and wounded is both."""
    if _joined(parse, verb):
        return KILLED_AND_WOUNDED
    return KILLED if relation == DIED else relation


def _joined(parse: Parse, verb: int) -> bool:
    """Whether a verb of harm is joined to another without a number of its own between."""
    if verb < 0 or verb + 2 >= len(parse.words):
        return False
    relations = [VERB_RELATIONS.get(parse.lemmas[token]) for token in (verb, verb + 2)]
    joined = parse.words[verb + 1].lower() in ("and", "or", "и", "или")
    return joined and set(relations) == {KILLED, WOUNDED}


def _russian_event(page: Page, verb: int, relation: str) -> Iterator[StatementSpan]:
    parse = page.parse
    low, high = sentence_of(parse, verb)
    polarity = "negative" if verb > low and parse.words[verb - 1].lower() == "не" else "positive"
    hedged = any(parse.words[t].lower() in HEDGES for t in range(low, high))
    modality = "hedged" if hedged else "asserted"
    time, place = time_within(page, low, high), _russian_place(page, low, high)

    def statement(
        subject: int, words: str, value: str, object_: int, kind: str, a: int, b: int
    ) -> StatementSpan:
        told = _toll(parse, verb, relation) if kind == "number" else relation
        return StatementSpan(
            page.number, parse.starts[min(a, verb)], parse.ends[max(b, verb + 1) - 1], subject,
            words, told, value, object_, kind, time, place, polarity, modality,
        )  # fmt: skip

    if relation in CASUALTIES:
        for quantity in page.quantities:
            gap = max(quantity.first - verb - 1, verb - quantity.stop)
            if not quantity.unit and low <= quantity.first < high and gap <= 2:
                words = quantity.counted
                yield statement(
                    -1, words, amount(quantity), -1, "number", quantity.first, quantity.stop
                )
                return
    subject, begun, ended = _russian_subject(page, verb, low, high)
    if subject < 0:
        return
    dates = [(f, s, d) for f, s, d in page.dates if low <= f < high and d.edtf]
    if len(dates) == 1:
        a, b = min(begun, dates[0][0]), max(ended, dates[0][1])
        yield statement(subject, "", dates[0][2].edtf, -1, "date", a, b)
    if place >= 0 and relation in (BORN, DIED, "buried"):
        span = page.names[place]
        yield statement(
            subject, "", "", place, "place", min(begun, span.first), max(ended, span.end)
        )


def _russian_subject(page: Page, verb: int, low: int, high: int) -> tuple[int, int, int]:
    """The one person named just before the verb, else just after it, with the tokens that say so;
    -1 when it is not certain."""
    before = range(verb - 1, max(low, verb - REACH) - 1, -1)
    after = range(verb + 1, min(high, verb + 4))
    for tokens in (before, after):
        for token in tokens:
            number = page.at_token.get(token, -1)
            if number >= 0 and page.names[number].kind == "person":
                return number, page.names[number].first, page.names[number].end
            if token in page.pronouns:
                return page.pronouns[token], token, token + 1
            if _stops(page.parse, token):
                break
    return -1, verb, verb


def _stops(parse: Parse, token: int) -> bool:
    """Whether a subject can no longer be looked for beyond this token."""
    return parse.words[token] in (";", ":", "—") or parse.tags[token] in ("VERB", "PRON")


def _russian_place(page: Page, low: int, high: int) -> int:
    places = [
        number
        for token, number in page.at_token.items()
        if low < token < high
        and page.names[number].kind == "place"
        and page.names[number].first == token
        and page.parse.words[token - 1].lower() in ("в", "во", "под", "на")
    ]
    return places[0] if len(places) == 1 else -1
