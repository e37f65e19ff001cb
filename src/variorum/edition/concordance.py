"""What the accounts share, gathered once: passages with their witnesses, and sets of accounts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.dossier import Dossier
from variorum.edition.survey import Survey
from variorum.model.comparisons import group_of
from variorum.model.critique import Dependence, Parallel, Variant
from variorum.model.findings import Finding
from variorum.model.homes import home
from variorum.model.ids import content_id
from variorum.model.passage import Passage

GROUPS_ON_A_PAGE = 60
"""Passages that one synopsis sets side by side; the others stand on further pages."""

STOCK_PLACES = 5
"""Places of a stock phrase that are linked."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, order=True)
class Witness:
    """A place where a shared passage stands."""

    account: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage with all its witnesses, an episode with its tellings, or a translation.

    ``witnesses`` are in the order of the set's accounts; ``rows`` are the pairs, of a translation the
    whole first; ``variants`` are by the row's id. ``page`` is where its synopsis stands.
    """

    id: str
    kind: str
    manner: str
    witnesses: tuple[Witness, ...]
    rows: tuple[Parallel, ...]
    variants: Mapping[str, tuple[Variant, ...]]
    page: str


@dataclass(frozen=True, slots=True)
class Company:
    """Accounts that share passages with one another: a synopsis, on one page or more.

    ``accounts`` stand in the order of their dates, the undated last; ``number`` counts the pages.
    """

    id: str
    accounts: tuple[str, ...]
    groups: tuple[Shared, ...]
    page: str
    number: int
    pages: tuple[str, ...]
    translation: bool


@dataclass(frozen=True, slots=True)
class Concordance:
    """All that is shared: ``groups`` by id, ``companies`` with a synopsis each, ``stock`` the phrases
    that many unrelated accounts have, ``held`` the groups of each account by their places,
    ``differing`` the group of each variant's words, ``stocked`` where linked stock phrases begin."""

    groups: Mapping[str, Shared]
    companies: tuple[Company, ...]
    stock: tuple[Shared, ...]
    held: Mapping[str, tuple[tuple[Shared, Passage], ...]]
    dependences: tuple[Dependence, ...]
    differing: Mapping[Passage, Shared]
    stocked: Mapping[str, tuple[int, ...]]


def concordance(known: Survey, dossier: Dossier) -> Concordance:
    """Look over the parallels and variants once; what a person rejected is left out."""
    rejected = {finding.id for finding in known.aside}
    by_group: dict[str, list[Parallel]] = {}
    for row in dossier.table("parallels"):
        if group_of(row) not in rejected:
            by_group.setdefault(group_of(row), []).append(row)
    by_row: dict[str, list[Variant]] = {}
    for variant in dossier.table("variants"):
        by_row.setdefault(variant.parallel, []).append(variant)
    order = {a.id: (not a.date, a.date, number) for number, a in enumerate(known.accounts.values())}
    stock: list[Shared] = []
    sets: dict[tuple[bool, tuple[str, ...]], list[Shared]] = {}
    for identity, rows in by_group.items():
        group = _shared(known, identity, rows, by_row, order)
        accounts = tuple(dict.fromkeys(w.account for w in group.witnesses))
        if len(group.witnesses) < 2:
            continue
        if group.kind == "formula":
            stock.append(group)
        else:
            sets.setdefault((group.kind == "translation", accounts), []).append(group)
    companies = [c for key, groups in sets.items() for c in _companies(*key, groups)]
    groups = {g.id: g for c in companies for g in c.groups}
    held: dict[str, list[tuple[Shared, Passage]]] = {}
    for group in groups.values():
        for witness in group.witnesses:
            held.setdefault(witness.account, []).append((group, witness.passage))
    return Concordance(
        groups,
        tuple(companies),
        tuple(stock),
        {a: tuple(sorted(row, key=lambda r: (r[1], r[0].id))) for a, row in held.items()},
        tuple(dossier.table("dependences")),
        {
            passage: group
            for group in groups.values()
            for variants in group.variants.values()
            for variant in variants
            for passage in (variant.a, variant.b)
            if passage
        },
        _stocked(stock),
    )


def synopsis_of(shared: Concordance, finding: Finding) -> str:
    """The address of the synopsis a finding belongs to; empty where it has none."""
    group = shared.groups.get(finding.id)
    if group is None and finding.kind in ("omission", "addition", "alteration"):
        group = next((shared.differing[p] for p in finding.passages if p in shared.differing), None)
    return f"{group.page}#{anchor(group)}" if group else ""


def siglum(number: int) -> str:
    """``A`` for 0, ``Z`` for 25, ``AA`` for 26."""
    written = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        written = _LETTERS[rest] + written
    return written


def sigla(group: Shared) -> dict[Witness, str]:
    """The siglum of each witness: a letter for each account, with a number where it has two places."""
    letters: dict[str, str] = {}
    times: dict[str, int] = {}
    found = {}
    for witness in group.witnesses:
        letter = letters.setdefault(witness.account, siglum(len(letters)))
        times[letter] = times.get(letter, 0) + 1
        found[witness] = letter if times[letter] == 1 else f"{letter}{times[letter]}"
    return found


def anchor(group: Shared) -> str:
    """The id of a group's section on its page."""
    return f"g-{group.id}"


def _stocked(stock: Iterable[Shared]) -> dict[str, tuple[int, ...]]:
    """Where the stock phrases begin that a page leads to, by account, in offsets of the source."""
    found: dict[str, list[int]] = {}
    for group in stock:
        for witness in group.witnesses[:STOCK_PLACES]:
            found.setdefault(witness.account, []).append(witness.passage.start)
    return {account: tuple(starts) for account, starts in found.items()}


def _shared(
    known: Survey,
    identity: str,
    rows: Sequence[Parallel],
    by_row: Mapping[str, Sequence[Variant]],
    order: Mapping[str, tuple[bool, str, int]],
) -> Shared:
    rows = sorted(rows, key=lambda r: (r.manner != "whole", r.a, r.b, r.id))
    witnesses = _witnesses(known, [r for r in rows if r.manner == "whole"] or rows)
    return Shared(
        identity,
        rows[0].kind,
        rows[0].manner,
        tuple(sorted(witnesses, key=lambda w: (order[w.account], w.passage))),
        tuple(rows),
        {row.id: tuple(by_row[row.id]) for row in rows if row.id in by_row},
        "",
    )


def _witnesses(known: Survey, rows: Iterable[Parallel]) -> set[Witness]:
    places = ((home(known.homes, p), p) for row in rows for p in (row.a, row.b))
    return {Witness(account, passage) for account, passage in places if account}


def _companies(
    translation: bool, accounts: tuple[str, ...], groups: Sequence[Shared]
) -> Iterable[Company]:
    """The pages of one set of accounts; a translation has a page of its own."""
    identity = content_id("s", "translation" if translation else "shared", accounts)
    groups = sorted(groups, key=lambda g: (g.witnesses[0].passage, g.id))
    size = 1 if translation else GROUPS_ON_A_PAGE
    parts = [groups[at : at + size] for at in range(0, len(groups), size)]
    pages = tuple(
        f"synopses/{identity}{f'-{number}' if number > 1 else ''}.html"
        for number in range(1, len(parts) + 1)
    )
    for number, part in enumerate(parts):
        here = tuple(
            Shared(g.id, g.kind, g.manner, g.witnesses, g.rows, g.variants, pages[number])
            for g in part
        )
        yield Company(identity, accounts, here, pages[number], number + 1, pages, translation)
