"""What an account's page is made from, taken out of the dossier account by account."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from variorum.edition.account_page import (
    APPARATUS,
    AccountInputs,
    AccountView,
    NameAt,
    Note,
    Pinned,
    Relative,
    account_view,
)
from variorum.edition.apparatus import copied, elsewhere, marked_starts
from variorum.edition.cast import Cast
from variorum.edition.concordance import Concordance
from variorum.edition.layout import BLOCK_KINDS
from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.survey import Survey, finding_page
from variorum.edition.voices import chain_links, teller, voice_notes
from variorum.edition.wording import account_imprint, counted, date_words, language_name
from variorum.establish import reading
from variorum.model.critique import Account, Hand
from variorum.model.findings import Finding
from variorum.model.masking import Piece, hidden_spans, masked, plain
from variorum.model.reading import ReadingText
from variorum.model.summaries import in_words
from variorum.model.transcript import Mark, Transcript

T = TypeVar("T")

SHOWN_EXCERPT = 400
"""Characters of a caption or note that are shown where it stands in another account."""

_BLANK_LINES = re.compile(r"\s*\n\s*")
_SHOWN_MARKS = frozenset({*BLOCK_KINDS, "emphasis", "language"})


def account_pages(
    known: Survey, told: Cast, shared: Concordance, transcript: Transcript
) -> Iterator[Page]:
    """The pages of all accounts in one source."""
    accounts = [known.accounts[i] for i in known.by_source.get(transcript.source, ())]
    accounts.sort(key=lambda account: (account.start, -account.end, account.id))
    hands = sorted(known.hands.get(transcript.source, ()), key=lambda hand: hand.passage.start)
    marks = [mark for mark in transcript.marks if mark.kind in _SHOWN_MARKS]
    hands_in = _touching(hands, [(h.passage.start, h.passage.end) for h in hands], accounts)
    marks_in = _touching(marks, [(m.start, m.end) for m in marks], accounts)
    for account, own_hands, own_marks in zip(accounts, hands_in, marks_in, strict=True):
        inputs = _inputs(known, told, shared, account, transcript.text, own_marks, own_hands)
        yield page(
            f"accounts/{account.id}.html",
            "account.html",
            inputs,
            partial(_view, inputs),
        )


def _view(inputs: AccountInputs) -> dict[str, AccountView]:
    return {"view": account_view(inputs)}


def _touching(
    items: list[T], spans: list[tuple[int, int]], accounts: list[Account]
) -> Iterator[list[T]]:
    """For each account the items that touch it; everything is sorted by its start."""
    starts = [start for start, _ in spans]
    before: list[int] = []
    taken = 0
    for account in accounts:
        first = bisect_left(starts, account.start)
        before = [i for i in [*before, *range(taken, first)] if spans[i][1] > account.start]
        taken = max(taken, first)
        yield [items[i] for i in [*before, *range(first, bisect_left(starts, account.end))]]


def _inputs(
    known: Survey,
    told: Cast,
    shared: Concordance,
    account: Account,
    text: str,
    marks: list[Mark],
    hands: list[Hand],
) -> AccountInputs:
    start, end = account.start, account.end
    notes, pinned = _notes(known, shared, account)
    parent = known.accounts.get(account.parent or "")
    children = [known.accounts[identity] for identity in known.children.get(account.id, ())]
    voices, voiced = voice_notes(told.voices.get(account.id, ()), start, known.masks, told)
    return AccountInputs(
        account=account,
        label=known.labels[account.id],
        by=plain(masked(known.masks, account.author)),
        imprint=_imprint(known, account),
        source=plain(masked(known.masks, account.source)),
        text=text[start:end],
        marks=tuple(marks),
        hands=tuple(hands),
        hidden=hidden_spans(known.masks, account.source, start, end),
        removed=_gaps(reading(account, children, hands, text)),
        notes=notes,
        pinned=pinned,
        parent=_relative(known, parent, "") if parent else None,
        children=tuple(_relative(known, child, text) for child in children),
        names=_names(told, account.id),
        anchors=_anchors(known, told, shared, account.id),
        teller=chain_links(teller(account), known.masks),
        voices=voices,
        voiced=voiced,
        copied=copied(known, shared, account.id),
    )


def _names(told: Cast, account: str) -> tuple[NameAt, ...]:
    """The mentions of those who have a page."""
    return tuple(
        NameAt(m.passage.start, m.passage.end, told.pages[m.entity], m.kind == "pronoun")
        for m in told.mentions.get(account, ())
        if m.entity in told.pages
    )


def _anchors(known: Survey, told: Cast, shared: Concordance, account: str) -> tuple[int, ...]:
    """Where the words begin that pages of entities, drawings, synopses and the apparatus lead to."""
    tables = (told.mentions, told.statements, told.relations, told.dates, told.voices)
    starts = {row.passage.start for table in tables for row in table.get(account, ())}
    starts |= told.stands.get(account, frozenset())
    return tuple(sorted(starts.union(marked_starts(known, shared, account))))


def _gaps(own: ReadingText) -> tuple[tuple[int, int], ...]:
    """What the reading text leaves out of an account."""
    gaps, position = [], own.account.start
    for run in own.runs:
        if run.origin > position:
            gaps.append((position, run.origin))
        position = run.origin + run.length
    if position < own.account.end:
        gaps.append((position, own.account.end))
    return tuple(gaps)


def _imprint(known: Survey, account: Account) -> str:
    parts = (account.publisher, date_words(account.date), language_name(account.language))
    return plain(masked(known.masks, ", ".join(part for part in parts if part)))


def _relative(known: Survey, account: Account, text: str) -> Relative:
    shown = min(account.end, account.start + SHOWN_EXCERPT) if account.kind in APPARATUS else 0
    excerpt = text[account.start : shown]
    pieces = masked(known.masks, excerpt, account.source, account.start) if excerpt else ()
    return Relative(
        account.id,
        known.labels[account.id],
        account.kind,
        account_imprint(account, known.masks),
        account.start,
        account.end,
        account.language,
        tuple(Piece(_BLANK_LINES.sub("\n", piece.text), piece.hidden) for piece in pieces),
        bool(excerpt) and shown < account.end,
    )


def _notes(
    known: Survey, shared: Concordance, account: Account
) -> tuple[tuple[Note, ...], tuple[Pinned, ...]]:
    """The findings that touch an account, numbered as they appear, and where they touch it."""
    pins = known.pins.get(account.id, ())
    places = Counter(pin.finding for pin in pins)
    numbers = {finding: number for number, finding in enumerate(places)}
    notes = []
    others = {note.group: note for note in elsewhere(known, shared, account.id)}
    for index in numbers:
        finding = known.findings[index]
        notes.append(
            Note(
                finding.id,
                finding.kind,
                _local_summary(known, finding, places[index]),
                finding_page(finding),
                in_words(finding.confidence),
                places[index],
                others.get(finding.id),
            )
        )
    pinned = tuple(Pinned(numbers[pin.finding], pin.anchor, pin.start, pin.end) for pin in pins)
    return tuple(notes), pinned


def _local_summary(known: Survey, finding: Finding, places: int) -> str:
    """What the margin says. Of masked words it counts only the places in this account: the same word
    found in one more account is no reason to print all the others anew."""
    first = finding.passages[0]
    hidden = hidden_spans(known.masks, first.source, first.start, first.end)
    if finding.kind != "insertion" or not hidden:
        return finding.summary
    return "A later hand put words in here" + (
        f", and in {counted(places - 1, 'more place')} of this account." if places > 1 else "."
    )
