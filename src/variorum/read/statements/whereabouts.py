"""Whereabouts: "X was in London", "X was at the mill"; and what there was: "there was a moon"."""

from collections.abc import Iterator

from variorum.read.statements.clauses import AT, Clause, clause_of, cue, place_of
from variorum.read.statements.modality import modality_of, polarity_of
from variorum.read.statements.page import (
    Page,
    StatementSpan,
    Subject,
    in_words,
    part,
    phrase,
    subject_part,
)
from variorum.read.vocabulary import (
    OPEN,
    WAS_AT,
    WAS_THERE,
)
from variorum.read.words import listed

_NOBODY = frozenset(("nobody", "nothing", "something", "everything", "anything", "one", "somebody"))
_CERTAIN = listed("the his her my our their its")
_SPOTS = listed(
    "mill house home station bridge church school factory office hospital quay harbour harbor village "
    "market farm field forest wood shop inn tavern barracks prison jail camp port dock pier shore beach "
    "deck cabin kitchen garden yard cellar attic court palace castle cemetery lighthouse mine pit works "
    "depot theatre theater hotel square tower gate wheel helm bakery smithy orchard"
)
"""Nouns of places somebody may be said to have been at."""


def whereabouts(page: Page) -> Iterator[StatementSpan]:
    """ "X was in London": where a named person was."""
    parse = page.parse
    for verb, lemma in enumerate(parse.lemmas):
        if lemma not in ("be", "быть") or parse.deps[verb] in ("aux", "auxpass", ""):
            continue
        russian = parse.deps[verb] == "cop"
        clause = clause_of(page, parse.heads[verb] if russian else verb)
        at = _copular_place(page, clause.verb) if russian else place_of(page, clause, AT)
        if not russian:
            yield from _at_a_place(page, clause, verb)
        if at < 0 or any(
            parse.deps[t] in ("attr", "acomp", "expl") for t in page.below.get(verb, ())
        ):
            continue
        for subject in clause.subjects:
            if subject[0] >= 0 and page.names[subject[0]].kind != "person":
                continue
            if subject[0] >= 0 or subject[1] == "I":
                yield _present(page, clause, subject, verb, at)


def _at_a_place(page: Page, clause: Clause, verb: int) -> Iterator[StatementSpan]:
    """ "Rosa was at the mill": a place that has no name of its own."""
    parse = page.parse
    if any(parse.deps[t] in ("attr", "acomp", "expl") for t in page.below.get(verb, ())):
        return
    for word, token in clause.obliques:
        definite = any(
            parse.words[t].lower() in _CERTAIN for t in page.below.get(token, ()) if t < token
        )
        if word not in AT or parse.lemmas[token] not in _SPOTS or not definite:
            continue
        first, stop = phrase(page, token)
        for subject in clause.subjects:
            person = subject[0] >= 0 and page.names[subject[0]].kind == "person"
            if not person and subject[1] != "I":
                continue
            parts = [subject_part(page, subject), part(page, "value", first, stop), cue(page, verb)]
            time = clause.dates[0][2] if len(clause.dates) == 1 else None
            if time is not None:
                parts.append(("time", time.start, time.end))
            yield StatementSpan(
                page.number, min(p[1] for p in parts), max(p[2] for p in parts), subject[0],
                subject[1], WAS_AT, in_words(page, first, stop), -1, "text",
                time.edtf if time is not None else "", -1, clause.polarity, clause.modality,
                tuple(parts),
            )  # fmt: skip
        return


def presence(page: Page) -> Iterator[StatementSpan]:
    """ "There was a moon", "луны не было": what there was or was not, where no number is told."""
    parse = page.parse
    counted = {token for q in page.quantities for token in range(q.first, q.stop)}
    for verb, lemma in enumerate(parse.lemmas):
        if lemma not in ("be", "быть") or not parse.deps[verb]:
            continue
        under = page.below.get(verb, ())
        if parse.language == "ru":
            thing = (
                [t for t in under if parse.deps[t] == "nsubj"] if parse.tags[verb] == "VERB" else []
            )
            if parse.deps[verb] == "cop" or any(parse.deps[t] == "obl" for t in under):
                continue
        elif parse.tags[verb] == "VBD" and any(parse.deps[t] == "expl" for t in under):
            thing = [t for t in under if parse.deps[t] == "attr"]
        else:
            continue
        for token in thing[:1]:
            if (
                parse.tags[token] not in ("NN", "NOUN")
                or token in counted
                or token in page.at_token
            ):
                continue
            if parse.words[token].lower() in _NOBODY:
                continue
            first, stop = phrase(page, token)
            told = (-1, in_words(page, first, stop), first, stop)
            none = any(parse.words[t].lower() == "no" for t in page.below.get(token, ()))
            parts = (subject_part(page, told), cue(page, verb))
            yield StatementSpan(
                page.number, min(p[1] for p in parts), max(p[2] for p in parts), -1, told[1],
                WAS_THERE, "", -1, OPEN, polarity="negative" if none else polarity_of(page, verb),
                modality=modality_of(page, verb), parts=parts,
            )  # fmt: skip


def _copular_place(page: Page, token: int) -> int:
    """The token of a Russian predicate that is a place: "был в Одессе"."""
    parse = page.parse
    number = page.at_token.get(token, -1)
    if number < 0 or page.names[number].kind != "place":
        return -1
    case = (t for t in page.below.get(token, ()) if parse.deps[t] == "case")
    return token if any(parse.words[t].lower() in AT for t in case) else -1


def _present(page: Page, clause: Clause, subject: Subject, verb: int, at: int) -> StatementSpan:
    place = page.at_token[at]
    name = page.names[place]
    parts = [subject_part(page, subject), ("value", name.start, name.stop), cue(page, verb)]
    time = clause.dates[0][2] if len(clause.dates) == 1 else None
    if time is not None:
        parts.append(("time", time.start, time.end))
    return StatementSpan(
        page.number, min(p[1] for p in parts), max(p[2] for p in parts), subject[0], subject[1],
        WAS_AT, "", place, "place", time.edtf if time is not None else "", place, clause.polarity,
        clause.modality, tuple(parts),
    )  # fmt: skip
