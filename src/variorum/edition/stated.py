"""What is stated, as a table: a relation, and under it each account's value beside its words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from variorum.edition.cast import Cast, Words, account_of, words
from variorum.edition.saying import (
    FIRST_RELATIONS,
    firmness,
    relation_order,
    relation_words,
    value_words,
)
from variorum.edition.survey import Survey
from variorum.edition.wording import date_words
from variorum.model.masking import masked, plain
from variorum.model.testimony import Statement, Voice

SHOWN_AGAIN = 12
"""Further places of one statement in one account that are linked."""

SHOWN_STATED = 30
"""Rows of one relation in a table of what is stated."""

SHOWN_RELATIONS = 40
"""Relations in such a table with rows of their own."""

FURTHER = "further, each stated once"
"""What the group is called in which nothing can be compared."""


@dataclass(frozen=True, slots=True)
class Said:
    """A row of what is stated. ``who`` is the subject where that is somebody else; ``again`` are the
    further places where the same account states the same; ``relation`` is given where the rows of a
    group have different ones."""

    who: str
    who_href: str
    value: str
    value_href: str
    when: str
    place: str
    place_href: str
    firmness: str
    says: str
    words: Words
    again: tuple[str, ...] = ()
    again_left: int = 0
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """All rows of one relation."""

    relation: str
    rows: tuple[Said, ...]
    left_out: int


def stated_rows(
    known: Survey,
    told: Cast,
    voices: Mapping[str, Voice],
    rows: Iterable[Statement],
    guest: str,
) -> tuple[Stated, ...]:
    """Statements by relation, in each by account; what an account says again stands in one row.

    ``guest`` is the entity whose page shows what is stated of others, or empty.
    """
    by_relation: dict[str, dict[Said, tuple[Said, list[str]]]] = defaultdict(dict)
    for row in rows:
        said = _said(known, told, voices, row, guest)
        key = replace(said, words=replace(said.words, anchor="", pieces=()))
        first, again = by_relation[row.relation].setdefault(key, (said, []))
        if first is not said:
            again.append(said.words.anchor)
    rows_of = {
        relation: [_with_more(*group) for group in by_relation[relation].values()]
        for relation in sorted(by_relation, key=relation_order)
    }
    alone = {r for r, found in rows_of.items() if len(found) == 1 and r not in FIRST_RELATIONS}
    compared = [relation for relation in rows_of if relation not in alone]
    further = alone | set(compared[SHOWN_RELATIONS:])

    def words_of(relation: str) -> str:
        return plain(masked(known.masks, relation_words(relation)))

    groups = [(words_of(relation), rows_of[relation]) for relation in compared[:SHOWN_RELATIONS]]
    if further:
        rest = [
            replace(said, relation=words_of(relation))
            for relation in rows_of
            if relation in further
            for said in rows_of[relation]
        ]
        groups.append((FURTHER if groups else "", rest))
    return tuple(
        Stated(relation, tuple(found[:SHOWN_STATED]), max(0, len(found) - SHOWN_STATED))
        for relation, found in groups
    )


def _with_more(said: Said, again: list[str]) -> Said:
    anchors = tuple(anchor for anchor in again[:SHOWN_AGAIN] if anchor)
    return replace(said, again=anchors, again_left=max(0, len(again) - SHOWN_AGAIN))


def _said(
    known: Survey, told: Cast, voices: Mapping[str, Voice], row: Statement, guest: str
) -> Said:
    account = account_of(known, row)
    voice = voices.get(row.voice)
    says = plain(masked(known.masks, voice.chain[0].name)) if voice and voice.chain else ""

    def named(text: str) -> str:
        return told.names.get(text) or plain(masked(known.masks, text))

    return Said(
        named(row.subject) if guest else "",
        told.pages.get(row.subject, "") if guest else "",
        "" if row.value == guest else value_words(row, told.names, known.masks),
        told.pages.get(row.value, ""),
        date_words(row.time) if row.time != row.value else "",
        "" if row.place in ("", guest, row.value) else named(row.place),
        told.pages.get(row.place, ""),
        firmness(row),
        says,
        words(known, account, row.passage),
    )
