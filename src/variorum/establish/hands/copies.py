"""Hands that only another copy shows: what was put in, left out or altered, and by whom.

One copy of a passage tells nothing of what its scribe did; two tell that something was done, not by
whom; three, or a knowledge of who copied whom, tell that too (``majority``). Who the copyist is, the
place says (``roles``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.establish.collate.apparatus import Entry, apparatus
from variorum.establish.collate.collation import Collation
from variorum.establish.collate.variants import Difference, Side, between, side
from variorum.establish.hands.foreign import foreign_words
from variorum.establish.hands.majority import (
    Follows,
    Verdict,
    base_of,
    camps_of,
    makers_of,
    verdict,
)
from variorum.establish.hands.roles import QUOTES, UNKNOWN, Copy, accounts_by_source, role
from variorum.model.critique import Account, Hand
from variorum.model.ids import content_id
from variorum.model.passage import overlaps
from variorum.model.reading import source_passage

__all__ = ["UNKNOWN", "Change", "Copy", "copy_hands"]

REPORTED = 0.8
"""Probability from which a hand is reported as a row."""
FOREIGN = 0.4
"""What is left of the doubt when the words are plainly another's and a majority has not got them. Set
by hand."""
PLACED = {"insertion": 0.8, "alteration": 0.9}
"""How surely the words must be cut for a row: where most words around differ the text was rewritten."""
_SILENT = frozenset({"spelling"})
"""What a copyist writes otherwise without altering anything."""
_FOLLOWS = " follows "


@dataclass(frozen=True, slots=True)
class Change:
    """``witness`` has other words than ``against``: ``difference`` has the words of ``against`` as its
    ``a`` and those of ``witness`` as its ``b``. ``hand``: whose doing it is, author (of the account that
    quotes or borrows), editor, compiler or unknown; then which of the two is changed is not known
    either. ``confidence``: of that answer; of unknown, that the copies differ there."""

    witness: str
    against: str
    difference: Difference
    hand: str
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """A collation, its copies and what is known of them: lengths of the witnesses, accounts of each
    source, who follows whom, and which copies stand in quotation marks."""

    collation: Collation
    copies: Mapping[str, Copy]
    lengths: Mapping[str, int]
    accounts: Mapping[str, int]
    follows: Follows
    quoted: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Compared:
    """Witnesses and pairs that were looked at, by their numbers."""

    sides: dict[int, Side]
    pairs: dict[tuple[int, int], dict[tuple[int, int], Difference]]


def copy_hands(
    collation: Collation,
    copies: Sequence[Copy],
    accounts: Iterable[Account],
    follows: Mapping[tuple[str, str], float],
    known: Iterable[Hand] = (),
) -> tuple[tuple[Change, ...], tuple[Hand, ...]]:
    """Who did what in the copies of one passage, and the rows of ``hands`` that follow from it.

    ``collation`` has a witness for each of ``copies``, by name; ``accounts`` are the dossier's.
    ``follows[x, y]`` is the probability that copy ``y`` was made from ``x``, as far as known.
    ``known`` are the hands found before: what stands in one of them is not said again.

    Of each place where copies differ there is one change a reading, in the order of the text. Rows are
    only made of what is surely somebody's: kind ``insertion`` for added words that are plainly
    another's (in brackets, or a word before a name that no copy has anywhere else), ``alteration`` for
    other words that were added or changed in another's text. Words left out leave no characters, and
    so no row; what an author makes of a loan without quotation marks is his own, and no row either.
    KeyError when a copy is no witness of the collation. The time is linear in the copies and, where
    they differ at all, in ``accounts`` and ``known``: only those of the copies' sources matter.
    """
    by_name = {copy.name: copy for copy in copies}
    for name in by_name:
        collation.number(name)
    base = base_of(collation, sorted(by_name), follows) if by_name else ""
    entries = apparatus(collation, base) if len(by_name) > 1 else ()
    if not entries:
        return (), ()
    case = _Case(
        collation,
        by_name,
        {w.name: len(w.text) for w in collation.witnesses},
        accounts_by_source(copies, accounts),
        follows,
        frozenset(name for name, copy in by_name.items() if copy.quoted),
    )
    compared = _Compared({}, {})
    changes: list[Change] = []
    for entry in entries:
        changes += _changes(case, entry, base, compared)
    sources = {copy.reading.account.source for copy in copies}
    taken = [h for h in known if h.passage.source in sources and h.kind != "alteration"]
    rows = [row for change in changes if (row := _row(collation, change, by_name, taken))]
    unique = {row.id: row for row in rows}
    return tuple(changes), tuple(sorted(unique.values(), key=lambda row: (row.passage, row.kind)))


def _changes(case: _Case, entry: Entry, base: str, compared: _Compared) -> Iterator[Change]:
    collation, follows = case.collation, case.follows
    camps = camps_of(entry, base)
    known = sum(map(len, camps))
    makers = [makers_of(camp, camps, follows) for camp in camps]
    for number, camp in enumerate(camps[1:], 1):
        witness = camp[0]
        difference = _there(collation, base, witness, entry.lemma, compared, mine=True)
        if difference is None:
            continue
        made = verdict(camp, makers[number], camps[0], known, follows, case.quoted)
        original = verdict(camps[0], makers[0], camp, known, follows, case.quoted)
        if len(camps) > 2 and original:
            original = None  # the others do not agree on what the base's word replaced
        if made and original:
            made = original = None
        if made:
            own = _there(collation, base, made[0], entry.lemma, compared, mine=True) or difference
            yield _change(case, made, base, own)
        elif original:
            turned = _there(collation, witness, original[0], entry.lemma, compared, mine=False)
            if turned is not None:
                yield _change(case, original, witness, turned)
        else:
            reason = "nothing tells which of the copies was changed"
            yield Change(witness, base, difference, UNKNOWN, difference.confidence, (reason,))


def _change(case: _Case, made: Verdict, against: str, difference: Difference) -> Change:
    name, confidence, reasons = made
    copy, other = case.copies.get(name), case.copies.get(against)
    if copy is None or other is None:
        return Change(name, against, difference, UNKNOWN, confidence, reasons)
    hand, how = role(copy, other, case.lengths, difference.b, case.accounts)
    return Change(name, against, difference, hand, confidence, (*reasons, how))


def _there(
    collation: Collation,
    one: str,
    other: str,
    span: tuple[int, int],
    compared: _Compared,
    mine: bool,
) -> Difference | None:
    """The difference of two witnesses that has ``span`` on the one side or (not ``mine``) the other."""
    pair = collation.number(one), collation.number(other)
    if pair not in compared.pairs:
        for number in pair:
            if number not in compared.sides:
                compared.sides[number] = side(collation, number)
        found = between(collation, *pair, *(compared.sides[number] for number in pair))
        compared.pairs[pair] = {(d.a if mine else d.b): d for d in found}
    return compared.pairs[pair].get(span)


def _row(
    collation: Collation, change: Change, copies: Mapping[str, Copy], known: Sequence[Hand]
) -> Hand | None:
    difference = change.difference
    start, end = difference.b
    silent = difference.what in _SILENT or difference.kind in ("omission", "transposition")
    if change.hand == UNKNOWN or silent or start >= end:
        return None
    copy = copies[change.witness]
    foreign = foreign_words(collation, change.witness, change.difference)
    confidence = change.confidence
    if foreign and not any(_FOLLOWS in reason for reason in change.reasons):
        confidence = round(1 - FOREIGN * (1 - confidence), 3)
    if (
        confidence < REPORTED
        or difference.confidence < PLACED["insertion" if foreign else "alteration"]
    ):
        return None
    whose = change.hand
    if whose == "author" and QUOTES not in change.reasons:
        return None  # what an author makes of a loan is his own text
    kind = "insertion" if foreign else "alteration"
    if foreign and whose == "editor":
        whose = "compiler"
    passage = source_passage(copy.reading, copy.source_text, copy.start + start, copy.start + end)
    for row in known:
        parenthesis = (row.hand, row.kind) == ("author", "parenthesis")
        replaces = foreign and parenthesis and change.hand != "author"
        if overlaps(row.passage, passage) and not replaces:
            return None
    reasons = (*change.reasons, foreign) if foreign else (*change.reasons, *difference.reasons)
    return Hand(
        content_id("h", passage.source, passage.start, passage.end, whose, kind),
        passage,
        whose,
        kind,
        confidence,
        reasons,
        copy.reading.account.id,
    )
