"""An entity's page: its names, its mentions, what each account states of it, its kin, its time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from variorum.edition.cast import Cast, Words, account_of, anchor_in, finding_rows, words
from variorum.edition.charts.lanes import Event, is_drawn, timeline
from variorum.edition.press import page
from variorum.edition.saying import firmness, kin_words, relation_words, value_words
from variorum.edition.shelf import Page
from variorum.edition.stated import Stated, stated_rows
from variorum.edition.survey import Survey
from variorum.edition.wording import account_imprint, date_words
from variorum.model.masking import masked, plain
from variorum.model.testimony import Entity, Mention, Relation, Statement, Voice

SHOWN_ACCOUNTS = 40
"""Accounts whose mentions a page lists; the others are counted."""

SHOWN_FORMS = 12
"""Names or descriptions of one account."""

SHOWN_LINKS = 12
"""Places of one name in one account that are linked."""

SHOWN_KIN = 100
"""Rows of the table of kin."""

SHOWN_FINDINGS = 20
"""Findings about what is stated of somebody."""

SHOWN_EVENTS = 60
"""Dates of one account in a timeline."""


@dataclass(frozen=True, slots=True)
class Called:
    """What an account calls somebody, how often, and the first places."""

    form: str
    kind: str
    count: int
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """One account's mentions: names and descriptions, and pronouns, which are folded."""

    account: str
    label: str
    imprint: str
    count: int
    forms: tuple[Called, ...]
    pronouns: tuple[Called, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Kin:
    """A row of the table of kin; ``reason`` says how it follows where the words do not state it."""

    how: str
    name: str
    href: str
    words: Words
    reason: str


@dataclass(frozen=True, slots=True)
class EntityInputs:
    """Everything an entity's page is made from; every string in it is masked."""

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    total: int
    named: tuple[Named, ...]
    accounts_left: int
    stated: tuple[Stated, ...]
    elsewhere: tuple[Stated, ...]
    kin: tuple[Kin, ...]
    kin_left: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    doubts: tuple[tuple[str, str, str], ...]
    findings: tuple[tuple[str, str, str], ...]
    findings_left: int
    lanes: tuple[tuple[str, str, tuple[Event, ...]], ...]


def entity_pages(known: Survey, told: Cast) -> Iterator[Page]:
    """A page for each entity that is worth one (``Cast.pages``), in the order of the table."""
    of, at, kin = _about(told)
    voices = {voice.id: voice for rows in told.voices.values() for voice in rows}
    for identity, address in told.pages.items():
        inputs = _inputs(
            known, told, voices, told.entities[identity],
            of.get(identity, ()), at.get(identity, ()), kin.get(identity, ()),
        )  # fmt: skip
        yield page(address, "entity.html", inputs, partial(_view, inputs))


def _view(inputs: EntityInputs) -> dict[str, Any]:
    return {"chart": timeline(inputs.lanes)}


def _about(
    told: Cast,
) -> tuple[
    Mapping[str, list[Statement]], Mapping[str, list[Statement]], Mapping[str, list[Relation]]
]:
    """By entity: what is stated of it, where else it comes in, who is its kin."""
    of: dict[str, list[Statement]] = defaultdict(list)
    at: dict[str, list[Statement]] = defaultdict(list)
    for row in (row for rows in told.statements.values() for row in rows):
        if row.subject in told.pages:
            of[row.subject].append(row)
        for other in {row.value, row.place} - {row.subject}:
            if other in told.pages:
                at[other].append(row)
    kin: dict[str, list[Relation]] = defaultdict(list)
    for one in (one for ones in told.relations.values() for one in ones):
        for who in {one.subject, one.object}:
            kin[who].append(one)
    return of, at, kin


def _inputs(
    known: Survey,
    told: Cast,
    voices: Mapping[str, Voice],
    entity: Entity,
    of: Sequence[Statement],
    at: Sequence[Statement],
    kin: Sequence[Relation],
) -> EntityInputs:
    def shown(text: str) -> str:
        return plain(masked(known.masks, text))

    mentions = told.mentioned.get(entity.id, ())
    named = _named(known, mentions)
    found = _findings(told, of)
    rows = sorted(kin, key=lambda r: (r.relation, r.subject, r.object, bool(r.reason)))
    return EntityInputs(
        entity.id,
        entity.type,
        told.names[entity.id],
        tuple(shown(name) for name in sorted(set(entity.names) - {entity.name})),
        _facts(entity, shown),
        len(mentions),
        named[:SHOWN_ACCOUNTS],
        max(0, len(named) - SHOWN_ACCOUNTS),
        stated_rows(known, told, voices, of, ""),
        stated_rows(known, told, voices, at, entity.id),
        tuple(_kin(known, told, entity.id, row) for row in rows[:SHOWN_KIN]),
        max(0, len(rows) - SHOWN_KIN),
        tuple(shown(reason) for reason in entity.reasons),
        tuple(shown(reason) for reason in entity.against),
        finding_rows(known, told.doubts.get(entity.id, ())),
        finding_rows(known, found[:SHOWN_FINDINGS]),
        max(0, len(found) - SHOWN_FINDINGS),
        _lanes(known, told, [*of, *at]),
    )


def _findings(told: Cast, of: Iterable[Statement]) -> list[int]:
    """The findings that rest on the words of what is stated of somebody."""
    numbers: set[int] = set()
    for row in of:
        for passage in (row.passage, *(argument.passage for argument in row.arguments)):
            numbers.update(told.findings.get((passage.source, passage.start), ()))
    return sorted(numbers)


def _facts(entity: Entity, shown: Any) -> tuple[tuple[str, str], ...]:
    facts = []
    if entity.latitude is not None and entity.longitude is not None:
        facts.append(("Lies at", coordinates(entity.latitude, entity.longitude)))
    if entity.within:
        facts.append(("Lies in", shown(", ".join(entity.within))))
    if entity.authority_ids:
        facts.append(("Known as", shown(", ".join(entity.authority_ids))))
    return tuple(facts)


def coordinates(latitude: float, longitude: float) -> str:
    """``56.95° N, 24.11° E``."""
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"


def _named(known: Survey, mentions: Iterable[Mention]) -> tuple[Named, ...]:
    """Mentions by account; they come in the order of the accounts and of the text."""
    by_account: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_account[account_of(known, mention)].append(mention)
    found = []
    for account, rows in by_account.items():
        forms = _called(known, account, [m for m in rows if m.kind != "pronoun"])
        found.append(
            Named(
                account,
                known.labels[account],
                account_imprint(known.accounts[account], known.masks),
                len(rows),
                forms[:SHOWN_FORMS],
                _called(known, account, [m for m in rows if m.kind == "pronoun"])[:SHOWN_FORMS],
                max(0, len(forms) - SHOWN_FORMS),
            )
        )
    return tuple(found)


def _called(known: Survey, account: str, rows: Sequence[Mention]) -> tuple[Called, ...]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        passage = row.passage
        form = plain(masked(known.masks, passage.quote, passage.source, passage.start))
        form = " ".join(form.split())
        key = form.lower() if row.kind == "pronoun" else form
        groups[key, row.kind].append(anchor_in(known, account, passage))
    return tuple(
        Called(form, kind, len(anchors), tuple(a for a in anchors[:SHOWN_LINKS] if a))
        for (form, kind), anchors in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
    )


def _kin(known: Survey, told: Cast, identity: str, row: Relation) -> Kin:
    other = row.object if row.subject == identity else row.subject
    return Kin(
        kin_words(row.relation, row.subject == identity),
        told.names.get(other) or plain(masked(known.masks, other)),
        told.pages.get(other, ""),
        words(known, account_of(known, row), row.passage),
        plain(masked(known.masks, row.reason)),
    )


def _lanes(
    known: Survey, told: Cast, rows: Iterable[Statement]
) -> tuple[tuple[str, str, tuple[Event, ...]], ...]:
    """The entity's own timeline: a lane for each account that dates something of it."""
    events: dict[str, dict[Event, None]] = defaultdict(dict)
    for row in rows:
        edtf = row.value if row.value_type == "date" else row.time
        if not edtf or not is_drawn(edtf):
            continue
        account = account_of(known, row)
        value = value_words(row, told.names, known.masks) if row.value != edtf else ""
        what = " ".join(filter(None, [firmness(row), relation_words(row.relation), value]))
        anchor = anchor_in(known, account, row.passage)
        title = f"{date_words(edtf)}: {plain(masked(known.masks, what))}"
        href = f"accounts/{account}.html" + (f"#{anchor}" if anchor else "")
        events[account][Event(edtf, title, href)] = None
    return tuple(
        (known.labels[a], f"accounts/{a}.html", tuple(events[a])[:SHOWN_EVENTS])
        for a in sorted(events, key=told.order.__getitem__)[:SHOWN_ACCOUNTS]
    )
