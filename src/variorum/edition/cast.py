"""Who and what the dossier speaks of, and where: gathered once, account by account."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from variorum.dossier import Dossier
from variorum.edition.survey import Survey, finding_page
from variorum.model.findings import Standing
from variorum.model.homes import home
from variorum.model.masking import Piece, masked, plain
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Entity, Mention, Relation, Statement, Voice

T = TypeVar("T")
K = TypeVar("K")

LONGEST_PAGE = 2_000_000
"""Characters of an account that its page shows; browsers stop scrolling smoothly far below that."""

TOLD_OF = ("impossibility", "disagreement", "growth")
"""Kinds of findings that are about what is stated, and so stand on the page of whom it is stated of."""

LEAST_MENTIONS = 2
"""Mentions that make a page of its own worth while, where nothing is stated of somebody."""

LONGEST_WORDS = 240
"""Characters of verbatim words in a table; they stand whole in their account."""


@dataclass(frozen=True, slots=True)
class Words:
    """Verbatim words, masked, and where they stand: the account and the place on its page."""

    account: str
    label: str
    anchor: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """All that is said of people, places and the like, entities resolved, by account and by entity.

    ``names`` are masked. ``pages`` are the addresses, from the edition's folder, of the entities that
    have a page; ``order`` numbers the accounts. ``doubts`` are, by entity, the findings (an index)
    that it may be the same as another; ``findings`` are all other findings, by the places (source,
    start) where their passages begin. ``standing`` is what is left standing, ``stands`` where its
    passages begin.
    """

    entities: Mapping[str, Entity]
    names: Mapping[str, str]
    pages: Mapping[str, str]
    mentions: Mapping[str, tuple[Mention, ...]]
    statements: Mapping[str, tuple[Statement, ...]]
    relations: Mapping[str, tuple[Relation, ...]]
    dates: Mapping[str, tuple[DateMention, ...]]
    voices: Mapping[str, tuple[Voice, ...]]
    mentioned: Mapping[str, tuple[Mention, ...]]
    order: Mapping[str, int]
    doubts: Mapping[str, tuple[int, ...]]
    findings: Mapping[tuple[str, int], tuple[int, ...]]
    standing: tuple[Standing, ...] = ()
    stands: Mapping[str, frozenset[int]] = field(default_factory=dict)


def cast(known: Survey, dossier: Dossier) -> Cast:
    """Look over what was read, once; accounts in the order of the survey."""
    mentions = _by_account(known, dossier.table("mentions"))
    statements = _by_account(known, dossier.table("statements"))
    relations = _by_account(known, dossier.table("relations"))
    entities = {entity.id: entity for entity in dossier.table("entities")}
    mentioned = _grouped((m.entity, m) for rows in mentions.values() for m in rows)
    stated = {
        identity
        for row in (s for rows in statements.values() for s in rows)
        for identity in (row.subject, row.value, row.place)
    } | {
        identity
        for row in (r for rows in relations.values() for r in rows)
        for identity in (row.subject, row.object)
    }
    return Cast(
        entities,
        {e.id: plain(masked(known.masks, " ".join(e.name.split()))) for e in entities.values()},
        {
            identity: f"entities/{identity}.html"
            for identity in entities
            if identity in stated or len(mentioned.get(identity, ())) >= LEAST_MENTIONS
        },
        mentions,
        statements,
        relations,
        _by_account(known, dossier.table("dates")),
        _by_account(known, dossier.table("voices")),
        mentioned,
        {account: number for number, account in enumerate(known.accounts)},
        _doubts(known, mentioned),
        _grouped(
            ((passage.source, passage.start), number)
            for number, finding in enumerate(known.findings)
            if finding.kind in TOLD_OF
            for passage in finding.passages
        ),
        standing := tuple(dossier.table("standing")),
        _stands(known, standing),
    )


def _stands(known: Survey, rows: Iterable[Standing]) -> dict[str, frozenset[int]]:
    """Where the words begin that the sentences of what is left standing lead to, by account."""
    found: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        for passage in row.passages:
            found[home(known.homes, passage) or ""].add(passage.start)
    return {account: frozenset(starts) for account, starts in found.items()}


def account_of(known: Survey, record: Any) -> str:
    """The account a record was read from: the one it names, or else the one its words stand in."""
    named: str = record.account
    return named if named in known.accounts else home(known.homes, record.passage) or ""


def anchor_in(known: Survey, account: str, passage: Passage) -> str:
    """The id that words carry on their account's page; empty where the page does not reach."""
    offset = passage.start - known.accounts[account].start
    return f"w{offset}" if 0 <= offset < LONGEST_PAGE else ""


def words(known: Survey, account: str, passage: Passage) -> Words:
    """Verbatim words as a table shows them."""
    quote = passage.quote
    if len(quote) > LONGEST_WORDS:
        quote = quote[:LONGEST_WORDS].rsplit(None, 1)[0] + "…"
    return Words(
        account,
        known.labels[account],
        anchor_in(known, account, passage),
        masked(known.masks, quote, passage.source, passage.start),
    )


def _by_account(known: Survey, records: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
    """Records by account, in the order of the survey and of the text; those in no account are left
    out, because no page shows their words."""
    rows = _grouped((account_of(known, record), record) for record in records)
    return {
        account: tuple(sorted(rows[account], key=lambda r: (r.passage.start, r.passage.end)))
        for account in known.accounts
        if account in rows
    }


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    groups: dict[K, list[T]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}


def _doubts(
    known: Survey, mentioned: Mapping[str, Sequence[Mention]]
) -> dict[str, tuple[int, ...]]:
    doubted: dict[Passage, list[int]] = defaultdict(list)
    for number, finding in enumerate(known.findings):
        if finding.kind == "identity":
            for passage in finding.passages:
                doubted[passage].append(number)
    if not doubted:
        return {}
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for identity, rows in mentioned.items():
        for row in rows:
            for number in doubted.get(row.passage, ()):
                found[identity][number] = None
    return {identity: tuple(sorted(numbers)) for identity, numbers in found.items()}


def finding_rows(known: Survey, numbers: Iterable[int]) -> tuple[tuple[str, str, str], ...]:
    """Findings as lines: the kind, the sentence, the page; each once, the weightiest first."""
    found = (known.findings[number] for number in sorted(set(numbers)))
    return tuple(
        (finding.kind, plain(masked(known.masks, finding.summary)), finding_page(finding))
        for finding in found
    )
