"""What the pages must know of the dossier as a whole, gathered in one pass over the tables."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.dossier import Dossier
from variorum.edition.wording import account_label
from variorum.model.critique import Account, Hand
from variorum.model.findings import Decision, Finding
from variorum.model.homes import Homes, home, homes
from variorum.model.masking import Masks, masks
from variorum.model.passage import Passage
from variorum.model.summaries import insertion_id

FOLDERS = {
    "insertion": "insertions",
    "disagreement": "disagreements",
    "impossibility": "impossibilities",
    "growth": "growths",
    "borrowing": "parallels",
}
"""The folder of a finding's page by its kind; other kinds stand in ``findings``."""

SHOWN_PASSAGES = 300
"""Passages of a finding that its page quotes; the rest are counted, and marked in the accounts."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One passage of a finding (an index into the findings) on an account's page."""

    finding: int
    anchor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Survey:
    """The dossier in small: everything but the texts and what only one page needs.

    ``labels`` are the accounts' names with inserted words masked; ``by_source`` and ``children`` list
    account ids, ``pins`` are by account id, all in the order of the text; ``aside`` holds the
    findings that a person rejected.
    """

    title: str
    accounts: Mapping[str, Account]
    labels: Mapping[str, str]
    children: Mapping[str, tuple[str, ...]]
    homes: Mapping[str, Homes]
    hands: Mapping[str, tuple[Hand, ...]]
    masks: Masks
    findings: tuple[Finding, ...]
    aside: tuple[Finding, ...]
    decisions: Mapping[str, tuple[Decision, ...]]
    by_source: Mapping[str, tuple[str, ...]]
    pins: Mapping[str, tuple[Pin, ...]]


def survey(dossier: Dossier) -> Survey:
    """Look over the dossier once."""
    decisions: dict[str, list[Decision]] = {}
    for decision in dossier.decisions():
        decisions.setdefault(decision.about, []).append(decision)
    rejected = {about for about, taken in decisions.items() if _rejected(taken)}
    hands: dict[str, list[Hand]] = {}
    for hand in dossier.table("hands"):
        if not rejected or not {hand.id, insertion_id(hand)} & rejected:
            hands.setdefault(hand.passage.source, []).append(hand)
    hidden = masks(hand for source in hands.values() for hand in source)
    accounts = {account.id: account for account in dossier.table("accounts")}
    children: dict[str, list[str]] = {}
    for account in accounts.values():
        if account.parent in accounts:
            children.setdefault(str(account.parent), []).append(account.id)
    within = homes(accounts.values())
    found = tuple(dossier.findings())
    kept = tuple(finding for finding in found if finding.id not in rejected)
    return Survey(
        dossier.title,
        accounts,
        {account.id: account_label(account, hidden, dossier.text) for account in accounts.values()},
        {
            parent: tuple(sorted(ids, key=lambda i: accounts[i].start))
            for parent, ids in children.items()
        },
        within,
        {source: tuple(rows) for source, rows in hands.items()},
        hidden,
        kept,
        tuple(finding for finding in found if finding.id in rejected),
        {about: tuple(taken) for about, taken in decisions.items()},
        {source: tuple(a.id for a in row) for source, row in _by_source(accounts).items()},
        _pins(kept, within),
    )


def quoted_passages(known: Survey) -> dict[str, list[Passage]]:
    """The passages that the findings' pages quote, by source; of each finding the first ones."""
    wanted: dict[str, list[Passage]] = {}
    for finding in (*known.findings, *known.aside):
        for passage in finding.passages[:SHOWN_PASSAGES]:
            wanted.setdefault(passage.source, []).append(passage)
    return wanted


def finding_page(finding: Finding) -> str:
    """The name of a finding's page."""
    return f"{FOLDERS.get(finding.kind, 'findings')}/{finding.id}.html"


def places(homes: Mapping[str, Homes], finding: Finding) -> dict[Passage, tuple[str, str]]:
    """Where a finding's passages are marked: account id, and the id its words carry on that page."""
    numbers: Counter[str] = Counter()
    found = {}
    for passage in sorted(set(finding.passages)):
        account = home(homes, passage)
        if account is not None:
            numbers[account] += 1
            number = numbers[account]
            anchor = f"f-{finding.id}" if number == 1 else f"f-{finding.id}-{number}"
            found[passage] = (account, anchor)
    return found


def _rejected(decisions: list[Decision]) -> bool:
    verdicts = [d.verdict for d in decisions if d.verdict in ("accept", "reject")]
    return bool(verdicts) and verdicts[-1] == "reject"


def _by_source(accounts: Mapping[str, Account]) -> dict[str, list[Account]]:
    by_source: dict[str, list[Account]] = {}
    for account in accounts.values():
        by_source.setdefault(account.source, []).append(account)
    return by_source


def _pins(findings: tuple[Finding, ...], homes: Mapping[str, Homes]) -> dict[str, tuple[Pin, ...]]:
    pins: dict[str, list[Pin]] = {}
    for index, finding in enumerate(findings):
        for passage, (account, anchor) in places(homes, finding).items():
            pin = Pin(index, anchor, passage.start, passage.end)
            pins.setdefault(account, []).append(pin)
    return {
        account: tuple(sorted(row, key=lambda pin: (pin.start, pin.end, pin.finding)))
        for account, row in pins.items()
    }
