"""Events: born, died, killed, met, went, founded: a verb of the closed vocabulary with what it says."""

from collections.abc import Iterator
from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.spans import QuantitySpan
from variorum.read.statements.clauses import AT, FROM, TO, Clause, cue, place_of
from variorum.read.statements.page import (
    NOUN_TAGS,
    Page,
    Part,
    StatementSpan,
    Subject,
    amount,
    in_words,
    named,
    part,
    phrase,
    quoted,
    subject_part,
)
from variorum.read.vocabulary import (
    APPOINTED,
    ARRIVED,
    BEFALLS,
    BORN,
    BY,
    CASUALTIES,
    CHOSE,
    COMMANDED,
    DIED,
    ENGLISH_TITLES,
    JOINED,
    KILLED,
    KILLED_AND_WOUNDED,
    LASTED,
    LEFT,
    MEASURES,
    MEMBER_OF,
    NAMED,
    PLACED,
    TEXTUAL,
    TO_PLACE,
    VERB_RELATIONS,
    WAS_AT,
    WENT,
    WOUNDED,
)
from variorum.read.words import listed

REACH = 7
"""Tokens between a number and the verb that counts it, at most."""

LONGEST_VALUE = 8
"""Words of a value that is told in words; longer ones are no name of a thing."""

AWARDING = listed("award наградить удостоить присудить присвоить")
_COMING = listed("come прийти приехать приходить")
_COMMANDED = listed(
    """division regiment battalion brigade company platoon battery squadron army corps fleet flotilla
    ship troop force garrison detachment vessel crew unit expedition дивизия полк батальон бригада
    рота взвод батарея эскадрон армия корпус флот корабль отряд гарнизон судно экспедиция войско"""
)
_LEADING = listed("lead head вести")
_WHITHER = listed("to for в во на")
_UNBORN = frozenset((BORN, DIED))


def relation_of(page: Page, clause: Clause) -> str:
    """The relation that a clause states, or ""."""
    parse = page.parse
    lemma = parse.lemmas[clause.verb]
    if lemma in _COMING and lemma == "come":
        arriving = place_of(page, clause, TO) >= 0 or bool(clause.dates)
        return ARRIVED if arriving else ""
    if lemma in _LEADING and any(parse.lemmas[t] in _COMMANDED for t in clause.objects):
        return COMMANDED
    relation = VERB_RELATIONS.get(lemma, "")
    if relation in (WENT, WAS_AT):
        whither = place_of(page, clause, TO if relation == WENT else AT)
        return relation if whither >= 0 else ""
    if relation == MEMBER_OF and not _grouped(page, clause):
        return ""
    if relation == NAMED:
        return NAMED if _is_given_a_name(page, clause) else ""
    if relation == LEFT and _leads_away(page, clause):
        return WENT
    return relation


def _grouped(page: Page, clause: Clause) -> bool:
    return any(
        page.names[page.at_token[token]].kind in ("group", "unit", "ship")
        for _, token in clause.obliques
        if token in page.at_token
    )


def _is_given_a_name(page: Page, clause: Clause) -> bool:
    """ "named the ship Aurora", not "called the remarks toxic"."""
    parse = page.parse
    named_as = [
        t
        for t in page.below.get(clause.verb, ())
        if parse.deps[t] in ("oprd", "attr", "xcomp", "dobj")
    ]
    return any(parse.tags[t] in ("NNP", "NNPS") or t in page.at_token for t in named_as[-1:]) and (
        clause.passive or len(named_as) > 1
    )


def _leads_away(page: Page, clause: Clause) -> bool:
    """ "left for London", "уехал в Москву": told by where to, not by where from."""
    from_somewhere = bool(clause.objects) or place_of(page, clause, FROM) >= 0
    return not from_somewhere and place_of(page, clause, _WHITHER) >= 0


def events(page: Page, clause: Clause, relation: str) -> Iterator[StatementSpan]:
    """The statements of one clause whose verb is of the closed vocabulary."""
    themes, doers = _roles(page, clause, relation)
    for quantity in _counted(page, clause, relation, themes):
        subject = themes[0] if themes else (-1, quantity.counted, quantity.first, quantity.stop)
        told = _toll(page.parse, clause.verb, relation)
        value = part(page, "value", quantity.first, quantity.stop)
        said = _said(page, clause, subject, told, amount(quantity), -1, "number", value)
        # "no one was hurt" says that the number is none, and says so positively
        yield said if quantity.low or quantity.high else replace(said, polarity="positive")
    for subject in themes:
        yield from _valued(page, clause, relation, subject)
    if relation in BY:
        for doer in doers[:1]:
            for subject in themes[:1]:
                value = subject_part(page, doer)
                kind = page.names[doer[0]].kind if doer[0] >= 0 else "text"
                words = doer[1] if doer[0] < 0 else ""
                if doer[0] >= 0 or words not in ("", "I"):
                    yield _said(
                        page, clause, subject, BY[relation], words, doer[0], kind,
                        ("value", value[1], value[2]),
                    )  # fmt: skip


def _roles(
    page: Page, clause: Clause, relation: str
) -> tuple[tuple[Subject, ...], tuple[Subject, ...]]:
    """Whom or what a statement of this relation is about, and who did it."""
    agent = named(page, clause.agent) if clause.agent >= 0 else None
    doers = (agent,) if agent else ()
    if page.parse.lemmas[clause.verb] in AWARDING:
        if clause.passive:
            return clause.subjects, ()
        given = [t for word, t in clause.obliques if word == "to"] or list(clause.objects[:1])
        whom = named(page, given[0]) if given else None
        return ((whom,) if whom else ()), ()
    if relation not in BEFALLS:
        if clause.passive and doers and relation not in _UNBORN:
            return doers, doers  # "the town was attacked by the rebels"
        return clause.subjects, doers
    if clause.passive:
        return clause.subjects, doers
    if clause.objects:
        theme = named(page, clause.objects[0])
        if theme is None or theme[1] == "I":
            return (), clause.subjects
        return (theme,), clause.subjects
    return clause.subjects, ()


def _counted(
    page: Page, clause: Clause, relation: str, themes: tuple[Subject, ...]
) -> Iterator[QuantitySpan]:
    """The number of those it befell; how long it lasted."""
    verb = clause.verb
    if relation == LASTED:
        for quantity in page.quantities:
            near = verb < quantity.first <= verb + REACH
            if near and MEASURES.get(quantity.unit) == "duration":
                yield quantity
        return
    if relation not in CASUALTIES:
        return
    for quantity in page.quantities:
        if quantity.unit:
            continue
        for theme in themes[:1]:
            inside = theme[2] - REACH <= quantity.first and quantity.stop <= theme[3]
            both = _joined(page.parse, verb - 2)  # "killed and injured": told at "killed"
            if inside and quantity.stop == theme[3] and not both:
                yield quantity
        if not themes and page.parse.language == "ru":
            gap = max(quantity.first - verb - 1, verb - quantity.stop)
            if 0 <= gap <= 2:
                yield quantity
                return
        elif not themes and not quantity.low and quantity.stop <= verb <= quantity.stop + 4:
            yield quantity  # "no one was hurt"


def _valued(page: Page, clause: Clause, relation: str, subject: Subject) -> Iterator[StatementSpan]:
    """When it was, where, whom or what it concerned."""
    dates = clause.dates
    if len(dates) > 1 and relation in _UNBORN:
        dates = (min(dates, key=lambda item: (abs(item[0] - clause.verb), item[0])),)
    if len(dates) == 1 and relation != LASTED:
        first, stop, date = dates[0]
        yield _said(
            page, clause, subject, relation, date.edtf, -1, "date", ("value", date.start, date.end),
            (first, stop),
        )  # fmt: skip
    known = subject[0] >= 0 or bool(subject[1])
    at = _where(page, clause, relation)
    if at >= 0 and known:
        number = page.at_token[at]
        name = page.names[number]
        yield _said(
            page, clause, subject, relation, "", number, "place", ("value", name.start, name.stop),
            (name.first, name.end),
        )  # fmt: skip
    yield from _objects(page, clause, relation, subject)
    if relation in (APPOINTED, "elected", CHOSE, NAMED, MEMBER_OF):
        yield from _became(page, clause, relation, subject)


def _where(page: Page, clause: Clause, relation: str) -> int:
    """The token of the place that goes with a relation, or -1."""
    if relation not in PLACED:
        return -1
    if relation == LEFT:
        for token in clause.objects:
            number = page.at_token.get(token, -1)
            if number >= 0 and page.names[number].kind == "place":
                return token
        return place_of(page, clause, FROM)
    if relation in TO_PLACE:
        for token in clause.objects:
            number = page.at_token.get(token, -1)
            if number >= 0 and page.names[number].kind == "place":
                return token  # "reached London"
        return place_of(page, clause, TO if relation == WENT else TO | AT)
    return place_of(page, clause, AT)


def _objects(
    page: Page, clause: Clause, relation: str, subject: Subject
) -> Iterator[StatementSpan]:
    """Whom somebody met or married, what somebody received or wore."""
    if relation in BEFALLS or relation in CASUALTIES:
        return
    if page.parse.lemmas[clause.verb] in AWARDING:
        yield from _awarded(page, clause, relation, subject)
        return
    tokens = list(clause.objects[:1])
    if clause.passive and clause.agent >= 0:
        tokens = [s[2] for s in clause.subjects[:1]]
    if not tokens:
        tokens = [t for word, t in clause.obliques if word in ("with", "с", "со", "на", "to")][:1]
        if relation == COMMANDED and page.parse.language == "ru":
            tokens = [t for word, t in clause.obliques if not word][:1]
        elif relation not in ("met", "married"):
            tokens = []
    if relation in (JOINED, MEMBER_OF):
        tokens += [t for word, t in clause.obliques if word in ("in", "with", "to", "в", "во")]
    for token in tokens[:1]:
        number = page.at_token.get(token, -1)
        if number < 0 and token in page.pronouns and page.pronouns[token] != subject[0]:
            number = page.pronouns[token]
            told = part(page, "value", token, token + 1)
            yield _said(page, clause, subject, relation, "", number, page.names[number].kind, told)
        elif number >= 0:
            name = page.names[number]
            if name.kind == "place" and relation in PLACED:
                return
            yield _said(
                page, clause, subject, relation, "", number, name.kind,
                ("value", name.start, name.stop), (name.first, name.end),
            )  # fmt: skip
        elif relation in TEXTUAL and page.parse.tags[token] in NOUN_TAGS:
            first, stop = phrase(page, token)
            if stop - first <= LONGEST_VALUE:
                yield _said(
                    page, clause, subject, relation, in_words(page, first, stop), -1, "text",
                    part(page, "value", first, stop), (first, stop),
                )  # fmt: skip


def _awarded(
    page: Page, clause: Clause, relation: str, subject: Subject
) -> Iterator[StatementSpan]:
    """What somebody was awarded: "награждён орденом", "was awarded the medal"."""
    parse = page.parse
    bare = [t for word, t in clause.obliques if not word] if parse.language == "ru" else []
    withs = [t for word, t in clause.obliques if word == "with"]
    for token in (*bare, *clause.objects, *withs):
        if token in range(subject[2], subject[3]) or parse.tags[token] not in NOUN_TAGS:
            continue
        first, stop = _titled(page, token)
        yield _said(
            page, clause, subject, relation, in_words(page, first, stop), -1, "text",
            part(page, "value", first, stop), (first, stop),
        )  # fmt: skip
        return


def _became(page: Page, clause: Clause, relation: str, subject: Subject) -> Iterator[StatementSpan]:
    """What somebody was appointed, elected or named: "appointed commander of the fort"."""
    parse = page.parse
    for token in page.below.get(clause.verb, ()):
        said = parse.deps[token] in ("oprd", "attr", "xcomp") or (
            parse.deps[token] == "dobj" and clause.passive
        )
        if said and parse.tags[token] in NOUN_TAGS and token not in range(subject[2], subject[3]):
            first, stop = _titled(page, token)
            value = in_words(page, first, stop)
            shown = (
                quoted(page, first, stop) if relation == NAMED else ENGLISH_TITLES.get(value, value)
            )
            yield _said(
                page, clause, subject, relation, shown, -1, "text", part(page, "value", first, stop),
                (first, stop),
            )  # fmt: skip
            return
    for word, token in clause.obliques:
        rank = word in ("to", "as", "в") and relation in (APPOINTED, CHOSE, "elected", MEMBER_OF)
        instrumental = not word and parse.language == "ru" and relation in (APPOINTED, "elected")
        plain = parse.tags[token] in NOUN_TAGS and token not in page.at_token
        if (rank or instrumental) and plain:
            first, stop = _titled(page, token)
            value = in_words(page, first, stop)
            value = ENGLISH_TITLES.get(value, value)
            yield _said(
                page, clause, subject, relation, value, -1, "text", part(page, "value", first, stop),
                (first, stop),
            )  # fmt: skip
            return


def _titled(page: Page, token: int) -> tuple[int, int]:
    """A title with its "of …"."""
    parse = page.parse
    first, stop = phrase(page, token)
    if stop + 1 < len(parse.words) and parse.words[stop] == "of" and parse.heads[stop] == token:
        last = max((t for t in page.below.get(stop, ())), default=stop)
        stop = last + 1 if last - stop < LONGEST_VALUE else stop
    return first, stop


def _said(
    page: Page,
    clause: Clause,
    subject: Subject,
    relation: str,
    value: str,
    object_: int,
    kind: str,
    told: Part,
    tokens: tuple[int, int] | None = None,
) -> StatementSpan:
    """One statement, its passage from the first to the last of subject, verb and value."""
    parse = page.parse
    time = clause.dates[0][2] if len(clause.dates) == 1 else None
    at = place_of(page, clause, AT | TO) if relation in PLACED else -1
    place = page.at_token[at] if at >= 0 else -1
    parts = [subject_part(page, subject), told, cue(page, clause.verb)]
    if time is not None and kind != "date":
        parts.append(("time", time.start, time.end))
    if place >= 0 and kind != "place":
        parts.append(("place", page.names[place].start, page.names[place].stop))
    start = min(parts[0][1], parse.starts[clause.verb], told[1])
    end = max(parts[0][2], parse.ends[clause.verb], told[2])
    return StatementSpan(
        page.number, start, end, subject[0], subject[1], relation, value, object_, kind,
        time.edtf if time is not None else "", place, clause.polarity, clause.modality, tuple(parts),
    )  # fmt: skip


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
