"""What is left standing: the events as sentences, each with why and with the words it stands on."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.edition.cast import Cast, anchor_in
from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.survey import Survey, finding_page
from variorum.model.findings import Standing
from variorum.model.homes import home
from variorum.model.masking import masked, plain

VERDICTS = {
    "agreed": "Agreed by independent witnesses",
    "disputed": "Disputed",
    "impossible": "Impossible, whoever is right",
    "one origin": "Told by several who have it from one",
    "single": "Told by one alone",
}
SHOWN = 200
"""Sentences of one verdict on the page; the others are counted and stand in the table ``standing``."""
ON_OVERVIEW = 3
"""Sentences of one verdict on the overview."""
PLACES = 6
"""Accounts of one sentence that are linked, each at its first place."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the address of the finding it is about or "", its accounts (address, name), how
    many more there are, and why it is so judged."""

    words: str
    finding: str
    places: tuple[tuple[str, str], ...]
    left: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentences of one verdict; ``total`` counts those that are not shown too."""

    id: str
    title: str
    total: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Everything the page of what is left standing is made from."""

    summary: str
    verdicts: tuple[Verdict, ...]


def verdicts(known: Survey, told: Cast, most: int = SHOWN) -> tuple[Verdict, ...]:
    """The sentences by verdict, at most ``most`` of each, in the order of the table."""
    found = []
    pages = {finding.id: finding_page(finding) for finding in known.findings}
    for verdict, title in VERDICTS.items():
        rows = [row for row in told.standing if row.verdict == verdict]
        if rows:
            shown = tuple(_sentence(known, row, pages.get(row.about, "")) for row in rows[:most])
            found.append(Verdict(verdict.replace(" ", "-"), title, len(rows), shown))
    return tuple(found)


def standing_page(known: Survey, told: Cast) -> Page:
    """``standing.html``: what is agreed, told by one, disputed, impossible, of one origin."""
    found = verdicts(known, told)
    summary = ", ".join(f"{v.title[0].lower()}{v.title[1:]}: {v.total:,}" for v in found)
    return page("standing.html", "standing.html", Left(summary, found))


def _sentence(known: Survey, row: Standing, finding: str) -> Sentence:
    places: dict[str, tuple[str, str]] = {}
    for passage in row.passages:
        account = home(known.homes, passage)
        if account is None:
            continue
        anchor = anchor_in(known, account, passage)
        address = f"accounts/{account}.html" + (f"#{anchor}" if anchor else "")
        places.setdefault(account, (address, known.labels[account]))
    linked: Sequence[tuple[str, str]] = list(places.values())
    return Sentence(
        plain(masked(known.masks, " ".join(row.sentence.split()))),
        finding,
        tuple(linked[:PLACES]),
        max(0, len(linked) - PLACES),
        tuple(plain(masked(known.masks, reason)) for reason in row.reasons),
    )
