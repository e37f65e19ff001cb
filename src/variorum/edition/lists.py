"""Lists of findings, by kind and by weight."""

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.survey import Survey, finding_page, places
from variorum.edition.wording import PLURALS
from variorum.model.findings import Finding
from variorum.model.masking import masked, plain
from variorum.model.summaries import KINDS, in_words

FIRST = 500
"""Findings on one page; a browser filters that many without a pause."""

SHOWN_PLACES = 4
"""Accounts that a line of a list names; the others are counted."""

_OTHER_PLURAL = "other findings"


@dataclass(frozen=True, slots=True)
class Place:
    """A link to an account, at the words where there are some."""

    account: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding in a list; ``accounts`` are all it touches, ``places`` the first of them."""

    id: str
    kind: str
    summary: str
    confidence: str
    page: str
    accounts: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class FindingList:
    """A page of findings: groups of one kind each, ``total`` of how many there are in all.

    ``pages`` are the further pages of this kind (name, number), ``kinds`` those of all kinds (kind,
    heading, count, address); ``accounts`` can be chosen in the filter.
    """

    title: str
    groups: tuple[tuple[str, str, tuple[Entry, ...]], ...]
    aside: tuple[Entry, ...]
    shown: int
    total: int
    kinds: tuple[tuple[str, str, int, str], ...]
    pages: tuple[tuple[str, int], ...]
    accounts: tuple[tuple[str, str], ...]


def finding_lists(known: Survey) -> Iterator[Page]:
    """``findings.html`` and, where there are more than it holds, pages for each kind."""
    by_kind: dict[str, list[Finding]] = {}
    for finding in known.findings:
        by_kind.setdefault(finding.kind, []).append(finding)
    kinds = sorted(
        by_kind,
        key=lambda kind: (kind not in KINDS, KINDS.index(kind) if kind in KINDS else 0, kind),
    )
    more = len(known.findings) > FIRST
    headings = tuple(
        (kind, heading(kind), len(by_kind[kind]), _kind_page(kind, 1) if more else f"#{kind}")
        for kind in kinds
    )
    first = known.findings[:FIRST]
    groups = tuple(
        (kind, heading(kind), tuple(entry(known, f) for f in first if f.kind == kind))
        for kind in kinds
    )
    yield _list_page(known, "findings.html", "Findings", groups, headings, len(known.findings))
    if not more:
        return
    for kind in kinds:
        found = by_kind[kind]
        pages = -(-len(found) // FIRST)
        names = tuple((_kind_page(kind, number), number) for number in range(1, pages + 1))
        for number in range(pages):
            part = found[number * FIRST : (number + 1) * FIRST]
            group = (kind, heading(kind), tuple(entry(known, f) for f in part))
            yield _list_page(
                known, _kind_page(kind, number + 1), heading(kind).capitalize(), (group,),
                headings, len(found), names,
            )  # fmt: skip


def entry(known: Survey, finding: Finding) -> Entry:
    """A finding as one line of a list."""
    first: dict[str, Place] = {}
    for account, anchor in places(known.homes, finding).values():
        first.setdefault(account, Place(account, known.labels[account], anchor))
    return Entry(
        finding.id,
        finding.kind,
        plain(masked(known.masks, finding.summary)),
        in_words(finding.confidence),
        finding_page(finding),
        tuple(first),
        tuple(first.values())[:SHOWN_PLACES],
    )


def heading(kind: str) -> str:
    """What findings of a kind are called together."""
    return PLURALS.get(kind, kind or _OTHER_PLURAL)


def _list_page(
    known: Survey,
    name: str,
    title: str,
    groups: tuple[tuple[str, str, tuple[Entry, ...]], ...],
    kinds: tuple[tuple[str, str, int, str], ...],
    total: int,
    pages: tuple[tuple[str, int], ...] = (),
) -> Page:
    shown = {account for _, _, part in groups for e in part for account in e.accounts}
    whole = name == "findings.html"
    inputs = FindingList(
        title,
        groups,
        tuple(entry(known, finding) for finding in known.aside) if whole else (),
        sum(len(part) for _, _, part in groups),
        total,
        kinds,
        pages,
        tuple((a, label) for a, label in known.labels.items() if a in shown),
    )
    return page(name, "findings.html", inputs)


def _kind_page(kind: str, number: int) -> str:
    return f"findings-{kind}-{number}.html"
