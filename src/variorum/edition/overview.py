"""The overview, which opens the edition, and the page that says how it was made."""

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.dossier import Dossier
from variorum.edition.account_page import APPARATUS
from variorum.edition.cast import Cast
from variorum.edition.concordance import Concordance
from variorum.edition.entity_lists import LISTS, by_list
from variorum.edition.lists import Entry, entry, heading
from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.standing_page import ON_OVERVIEW, Verdict, verdicts
from variorum.edition.survey import Survey
from variorum.edition.wording import SINGULARS, counted, date_words, language_name, listed
from variorum.model.masking import masked, plain
from variorum.model.summaries import KINDS
from variorum.model.transcript import Source

DEEPEST = 12
"""Levels of accounts within accounts in the table of contents; what is deeper stands on the pages."""

SHOWN_FINDINGS = 24
"""Findings that the overview names: what fits two screens."""


@dataclass(frozen=True, slots=True)
class Contents:
    """An account in the table of contents, with the accounts inside it.

    ``apparatus`` are its captions, notes and the like, named only by their kind.
    """

    id: str
    label: str
    by: str
    imprint: str
    kind: str
    findings: int
    inside: tuple["Contents", ...]
    apparatus: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the overview is made from; ``ways`` lead into it (address, name, what is there)."""

    title: str
    holds: str
    found: str
    contents: tuple[tuple[str, tuple[Contents, ...], tuple[tuple[str, str], ...]], ...]
    entries: tuple[Entry, ...]
    total: int
    standing: tuple[Verdict, ...]
    ways: tuple[tuple[str, str, str], ...]
    unread: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """Everything the page "how this was made" is made from."""

    sources: tuple[Source, ...]
    unread: tuple[tuple[str, str], ...]
    made: tuple[tuple[str, str], ...]


def overview_page(known: Survey, told: Cast, shared: Concordance, dossier: Dossier) -> Page:
    """``index.html``: what the dossier holds, what was found, what could not be read."""
    inputs = Overview(
        plain(masked(known.masks, known.title)),
        _holds(known),
        _found(known),
        tuple(
            (plain(masked(known.masks, source)), *_level(known, _roots(known, ids)))
            for source, ids in known.by_source.items()
        ),
        tuple(entry(known, finding) for finding in known.findings[:SHOWN_FINDINGS]),
        len(known.findings),
        verdicts(known, told, ON_OVERVIEW),
        _ways(known, told, shared),
        _unread(known, dossier),
    )
    return page("index.html", "index.html", inputs)


def made_page(known: Survey, dossier: Dossier) -> Page:
    """``made.html``: what was read, with what, and what was not read and why."""
    sources = tuple(
        Source(
            plain(masked(known.masks, row.source)), row.sha256, row.media_type, row.reader,
            row.length, plain(masked(known.masks, row.note)),
        )
        for row in dossier.table("sources")
    )  # fmt: skip
    made = tuple(sorted(dossier.made.items()))
    return page("made.html", "made.html", Made(sources, _unread(known, dossier), made))


def _unread(known: Survey, dossier: Dossier) -> tuple[tuple[str, str], ...]:
    return tuple(
        (plain(masked(known.masks, source)), plain(masked(known.masks, sentence)))
        for source, sentence in sorted(set(dossier.unread))
    )


def _ways(known: Survey, told: Cast, shared: Concordance) -> tuple[tuple[str, str, str], ...]:
    """The pages that look at the dossier as a whole, and how much each shows."""
    lists = by_list(told)
    dates = sum(1 for rows in told.dates.values() for row in rows if row.edtf)
    kin = sum(len(rows) for rows in told.relations.values())
    differ = sum(1 for finding in known.findings if finding.kind == "disagreement")
    found = sum(1 for e in lists["places"] if e.latitude is not None and e.longitude is not None)
    named = [
        (f"{name}.html", title, f"{len(lists[name]):,} named") for name, (title, _) in LISTS.items()
    ]
    return (
        ("disagreements.html", "Disagreements", counted(differ, "question")),
        ("parallels.html", "Parallels", counted(len(shared.groups), "parallel")),
        *named,
        ("timeline.html", "Timeline", counted(dates, "date")),
        ("map.html", "Map", f"{counted(found, 'place')} found"),
        ("families.html", "Families", counted(kin, "stated relation")),
    )


def _holds(known: Survey) -> str:
    main = [a for a in known.accounts.values() if a.kind not in APPARATUS]
    if not main:
        return "Nothing in this dossier could be read as an account."
    authors = {a.author for a in main if a.author}
    languages = sorted({language_name(a.language) for a in main} - {""})
    by = f" by {counted(len(authors), 'named author')}" if authors else ""
    in_ = f", in {listed(languages)}" if languages else ""
    sources = counted(len(known.by_source), "source")
    return f"{counted(len(main), 'account')}{by}{in_}, from {sources}."


def _found(known: Survey) -> str:
    if not known.findings:
        return "Nothing was found that a reader should be warned of."
    counts = dict.fromkeys(KINDS, 0)
    for finding in known.findings:
        counts[finding.kind] = counts.get(finding.kind, 0) + 1
    return (
        listed(
            [
                counted(n, SINGULARS.get(kind, kind), heading(kind))
                for kind, n in counts.items()
                if n
            ]
        )
        + "."
    )


def _roots(known: Survey, ids: Iterable[str]) -> list[str]:
    return [i for i in ids if known.accounts[i].parent not in known.accounts]


def _contents(known: Survey, ids: Iterable[str], depth: int) -> Iterable[Contents]:
    """The accounts of one level with those inside them, down to DEEPEST."""
    for identity in ids:
        account = known.accounts[identity]
        inside = known.children.get(identity, ())
        parts = (account.publisher, date_words(account.date), language_name(account.language))
        yield Contents(
            identity,
            known.labels[identity],
            plain(masked(known.masks, account.author)),
            plain(masked(known.masks, ", ".join(part for part in parts if part))),
            account.kind,
            len({pin.finding for pin in known.pins.get(identity, ())}),
            *_level(known, inside if depth < DEEPEST else (), depth + 1),
        )


def _level(
    known: Survey, ids: Iterable[str], depth: int = 0
) -> tuple[tuple[Contents, ...], tuple[tuple[str, str], ...]]:
    """The accounts of one level, and the captions, notes and the like beside them."""
    main, apparatus = [], []
    for identity in ids:
        if _is_main(known, identity):
            main.append(identity)
        else:
            apparatus.append((identity, known.accounts[identity].kind))
    return tuple(_contents(known, main, depth)), tuple(apparatus)


def _is_main(known: Survey, identity: str) -> bool:
    return known.accounts[identity].kind not in APPARATUS or identity in known.children
