"""Events: born, died, killed, met, went, founded: a verb of the closed vocabulary with what it says."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from variorum.read.parse import Parse, sentence_of
from variorum.read.spans import DateSpan, QuantitySpan
from variorum.read.statements.clauses import AT, FROM, TO, Clause, further_places, place_of
from variorum.read.statements.page import (
    Page,
    StatementSpan,
    Subject,
    amount,
    named,
    part,
    quoted,
    subject_part,
)
from variorum.read.statements.values import AWARDING, became, objects, said_of
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
    KILLED,
    KILLED_AND_WOUNDED,
    LASTED,
    LEFT,
    MEASURES,
    MEMBER_OF,
    NAMED,
    PLACED,
    RETURNED,
    TO_PLACE,
    UNDERGONE,
    VERB_RELATIONS,
    WAS_AT,
    WENT,
    WOUNDED,
)
from variorum.read.words import listed

REACH = 7
"""Tokens between a number and the verb that counts it, at most."""

_COMMANDED = listed(
    """division regiment battalion brigade company platoon battery squadron army corps fleet flotilla
    ship troop force garrison detachment vessel crew unit expedition дивизия полк батальон бригада
    рота взвод батарея эскадрон армия корпус флот корабль отряд гарнизон судно экспедиция войско"""
)
_LEADING = listed("lead head вести")
_WHITHER = listed("to for в во на")
_JOINING = listed("and , in on again then и в во на")
_UNBORN = frozenset((BORN, DIED))


def relation_of(page: Page, clause: Clause) -> str:
    """The relation that a clause states, or ""."""
    parse = page.parse
    lemma = parse.lemmas[clause.verb]
    if lemma == "come":
        if any(parse.words[t].lower() == "back" for t in page.below.get(clause.verb, ())):
            return RETURNED
        arriving = place_of(page, clause, TO) >= 0 or bool(clause.dates)
        return ARRIVED if arriving else ""
    if lemma in _LEADING and any(parse.lemmas[t] in _COMMANDED for t in clause.objects):
        return COMMANDED
    relation = VERB_RELATIONS.get(lemma, "")
    if relation == COMMANDED and clause.objects and not _is_force(page, clause.objects[0]):
        return ""
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


def _is_force(page: Page, token: int) -> bool:
    number = page.at_token.get(token, -1)
    if number >= 0:
        return page.names[number].kind in ("unit", "ship", "group")
    return page.parse.lemmas[token] in _COMMANDED


def _grouped(page: Page, clause: Clause) -> bool:
    return any(
        page.names[page.at_token[token]].kind in ("group", "unit", "ship")
        for _, token in clause.obliques
        if token in page.at_token
    )


def _is_given_a_name(page: Page, clause: Clause) -> bool:
    """ "named the ship Aurora", not "called the remarks toxic"."""
    parse = page.parse
    if parse.lemmas[clause.verb] == "call" and not clause.passive:
        return False
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
        if relation == LASTED and themes and quantity.first <= themes[0][2] < quantity.stop:
            continue
        subject = themes[0] if themes else (-1, quantity.counted, quantity.first, quantity.stop)
        if subject[0] < 0 and quantity.noun >= 0 and not subject[2] <= quantity.noun < subject[3]:
            # "half of the 96 horses drowned": the horses, not the half
            counted = quoted(page, quantity.noun, quantity.noun + 1)
            subject = -1, counted, quantity.noun, quantity.noun + 1
        told = _toll(page.parse, clause.verb, relation)
        value = part(page, "value", quantity.first, quantity.stop)
        said = said_of(page, clause, subject, told, amount(quantity), -1, "number", value)
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
                    yield said_of(
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
    # "whom Petrov killed": the object stands elsewhere, and the subject is not who was killed
    told = [
        s for s in clause.subjects if any(q.stop == s[3] and not q.unit for q in page.quantities)
    ]
    return (clause.subjects if page.parse.lemmas[clause.verb] in UNDERGONE else tuple(told)), ()


def _counted(
    page: Page, clause: Clause, relation: str, themes: tuple[Subject, ...]
) -> Iterator[QuantitySpan]:
    """The number of those it befell; how long it lasted."""
    verb = clause.verb
    low, high = sentence_of(page.parse, verb)
    if relation == LASTED:
        for quantity in page.quantities:
            near = quantity.stop <= high and verb < quantity.first <= verb + REACH
            if near and MEASURES.get(quantity.unit) == "duration":
                yield quantity
        return
    if relation not in CASUALTIES and relation != RETURNED:
        return
    for quantity in page.quantities:
        if quantity.unit:
            continue
        for theme in themes[:1]:
            inside = theme[2] - REACH <= quantity.first and quantity.stop <= theme[3]
            both = _joined(page.parse, verb - 2)  # "killed and injured": told at "killed"
            within = quantity.first <= theme[3] - 1 < quantity.stop  # "sixty-four of our men"
            if ((inside and quantity.stop == theme[3]) or within) and not both:
                yield quantity
        if not themes and page.parse.language == "ru":
            gap = max(quantity.first - verb - 1, verb - quantity.stop)
            if 0 <= gap <= 2 and low <= quantity.first and quantity.stop <= high:
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
        yield said_of(
            page, clause, subject, relation, date.edtf, -1, "date", ("value", date.start, date.end),
            (first, stop),
        )  # fmt: skip
    elif len(dates) > 1 and relation not in _UNBORN and _listed(page, dates):
        for first, stop, date in dates:  # "wounded twice, in 1915 and 1916"
            said = said_of(
                page, clause, subject, relation, date.edtf, -1, "date", ("value", date.start, date.end),
                (first, stop),
            )  # fmt: skip
            yield replace(said, time=date.edtf)
    known = subject[0] >= 0 or bool(subject[1])
    at = _where(page, clause, relation)
    if at >= 0 and known:
        number = page.at_token[at]
        name = page.names[number]
        yield said_of(
            page, clause, subject, relation, "", number, "place", ("value", name.start, name.stop),
            (name.first, name.end),
        )  # fmt: skip
        for token in further_places(page, clause, TO, at) if relation in TO_PLACE else ():
            other = page.names[page.at_token[token]]
            said = said_of(
                page, clause, subject, relation, "", page.at_token[token], "place",
                ("value", other.start, other.stop), (other.first, other.end),
            )  # fmt: skip
            yield replace(said, place=page.at_token[token])
    yield from objects(page, clause, relation, subject)
    if relation in (APPOINTED, "elected", CHOSE, NAMED, MEMBER_OF):
        yield from became(page, clause, relation, subject)


def _listed(page: Page, dates: tuple[tuple[int, int, DateSpan], ...]) -> bool:
    """Whether dates are joined by nothing but "and" and prepositions."""
    words = page.parse.words
    between = [words[one[1] : other[0]] for one, other in pairwise(dates)]
    return all({w.lower() for w in gap} <= _JOINING and gap for gap in between)


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
