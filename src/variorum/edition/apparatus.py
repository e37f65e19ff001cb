"""What an account's page says of its shared passages: where else they stand, how they read there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.edition.alongside import pairs
from variorum.edition.cast import anchor_in
from variorum.edition.concordance import Concordance, Shared, Witness, anchor, sigla
from variorum.edition.survey import Survey
from variorum.edition.synopsis_page import Column, beside, column, spans
from variorum.model.critique import Parallel
from variorum.model.masking import Piece, masked
from variorum.model.passage import Passage

SHOWN_ELSEWHERE = 5
"""Places a note in the margin leads to; the others are counted, and stand in the synopsis."""

SHOWN_SIGLA = 12
"""Witnesses of a reading that are named; the others are counted."""

SHOWN_ENTRIES = 400
"""Entries under one account's text; the others are counted, and marked in the synopses."""

LONG = 5
"""Words of a lemma that is printed by its first and last word."""

KINDS = {"copy": "copied", "retelling": "told again", "translation": "translated"}

_LONGEST_READING = 300


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The note beside a shared passage: ``said`` is what it is, ``places`` (address, name)
    where else."""

    group: str
    said: str
    places: tuple[tuple[str, str], ...]
    left: int
    synopsis: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What some witnesses have: ``how`` (omits, adds…), the words, their sigla, how many more."""

    how: str
    pieces: tuple[Piece, ...]
    language: str
    sigla: tuple[str, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A lemma, the id of its words in the text, its readings; ``agree`` and ``agree_left`` are those who
    have the lemma too, for the positive form."""

    anchor: str
    lemma: tuple[Piece, ...]
    readings: tuple[Reading, ...]
    agree: tuple[str, ...]
    agree_left: int


@dataclass(frozen=True, slots=True)
class Copied:
    """The apparatus of one passage: its own siglum, the witnesses by theirs, the entries."""

    own: str
    anchor: str
    synopsis: str
    witnesses: tuple[Column, ...]
    witnesses_left: int
    entries: tuple[Entry, ...]
    entries_left: int


def elsewhere(known: Survey, shared: Concordance, account: str) -> tuple[Elsewhere, ...]:
    """Where else the passages of an account stand, once for each passage with its witnesses."""
    notes = {}
    for group, passage in shared.held.get(account, ()):
        if group.id not in notes:
            others = [w for w in group.witnesses if w != Witness(account, passage)]
            notes[group.id] = Elsewhere(
                group.id,
                _said(group, account),
                tuple(
                    (f"accounts/{w.account}.html#{anchor_in(known, w.account, w.passage)}",
                     known.labels[w.account])
                    for w in others[:SHOWN_ELSEWHERE]
                ),
                max(0, len(others) - SHOWN_ELSEWHERE),
                f"{group.page}#{anchor(group)}",
            )  # fmt: skip
    return tuple(notes.values())


def marked_starts(known: Survey, shared: Concordance, account: str) -> tuple[int, ...]:
    """Where the words begin that synopses and the apparatus lead to, in offsets of the source."""
    starts = set(shared.stocked.get(account, ()))
    for group, passage in shared.held.get(account, ()):
        starts.add(passage.start)
        if group.kind == "copy":
            for mine, _ in _readings(group, Witness(account, passage)):
                starts.add(mine[0] + passage.start)
    return tuple(sorted(starts))


def copied(known: Survey, shared: Concordance, account: str) -> tuple[Copied, ...]:
    """The apparatus under an account's text: for each passage with copies what the others have."""
    found = []
    room = SHOWN_ENTRIES
    for group, passage in shared.held.get(account, ()):
        base = Witness(account, passage)
        if group.kind != "copy":
            continue
        letters = sigla(group)
        rows = beside(group, base)
        entries = list(_entries(known, group, base, rows, letters))
        others = sorted(rows, key=lambda w: (len(letters[w]), letters[w]))
        found.append(
            Copied(
                letters[base],
                anchor_in(known, account, passage),
                f"{group.page}#{anchor(group)}",
                tuple(column(known, w, letters[w]) for w in others[:SHOWN_SIGLA]),
                max(0, len(others) - SHOWN_SIGLA),
                tuple(entries[:room]),
                max(0, len(entries) - room),
            )
        )
        room = max(0, room - len(entries))
    return tuple(found)


def _said(group: Shared, account: str) -> str:
    said = KINDS.get(group.kind, group.kind)
    ways = {
        {"a→b": (r.a, r.b), "b→a": (r.b, r.a)}.get(r.direction, (None, None)) for r in group.rows
    }
    mine = {w.passage for w in group.witnesses if w.account == account}
    gives, takes = any(a in mine for a, _ in ways), any(b in mine for _, b in ways)
    if len({w.account for w in group.witnesses}) == 1:
        return f"{said} in this account, at"
    if gives != takes:
        quoted = "quoted" if group.manner == "quotation" else said
        return f"{quoted} {'in' if gives else 'from'}"
    return {"copy": "stands also in", "retelling": "told also in"}.get(group.kind, f"{said} in")


_Found = tuple[tuple[int, int], tuple[str, str, Witness, Passage | None]]


def _readings(group: Shared, base: Witness) -> Iterator[_Found]:
    """Each difference from the base: the span of the lemma (in the passage), how the other differs, its
    words folded, the witness, its words. Of words added, the lemma is the word before them."""
    text = base.passage.quote
    for witness, row in beside(group, base).items():
        variants = [(v, *spans(row, v, base)) for v in group.variants.get(row.id, ())]
        alone = [theirs for _, mine, theirs in variants if theirs and not mine]
        words = None
        if alone:
            words = pairs(
                text,
                witness.passage.quote,
                [_within(m, base.passage) for _, m, _ in variants if m],
                [_within(t, witness.passage) for _, _, t in variants if t],
            )
        for variant, mine, theirs in variants:
            how = "" if theirs else "omits"
            if variant.kind == "transposition" and theirs and mine:
                how = "moves"
            if mine:
                span = _within(mine, base.passage)
            elif words and theirs:
                how = "adds"
                span = words.turned().before(theirs.start - witness.passage.start)
            else:
                continue
            folded = " ".join(theirs.quote.casefold().split()) if theirs else ""
            yield span, (how, folded, witness, theirs)


def _entries(
    known: Survey,
    group: Shared,
    base: Witness,
    rows: Mapping[Witness, Parallel],
    letters: Mapping[Witness, str],
) -> Iterator[Entry]:
    by_lemma: dict[tuple[int, int], dict[tuple[str, str], list[tuple[Witness, Passage | None]]]]
    by_lemma = {}
    reached: dict[Witness, int] = {}
    for span, (how, folded, witness, theirs) in _readings(group, base):
        by_lemma.setdefault(span, {}).setdefault((how, folded), []).append((witness, theirs))
        reached[witness] = reached.get(witness, 0) + 1
    passage = base.passage
    untouched = sorted((letters[w] for w in rows if w not in reached), key=_by_length)
    for (start, end), readings in sorted(by_lemma.items()):
        lemma = masked(known.masks, passage.quote[start:end], passage.source, passage.start + start)
        away = {w for found in readings.values() for w, _ in found}
        # Named are those that nowhere differ and those that differ elsewhere: a few of the many.
        agree = [letters[w] for w in list(reached)[: 4 * SHOWN_SIGLA] if w not in away]
        agree = sorted([*untouched[: SHOWN_SIGLA + 1], *agree], key=_by_length)
        total = len(rows) - len(away)
        yield Entry(
            _anchor(known, base, start),
            _short(lemma),
            tuple(
                _reading(known, how, found, letters)
                for (how, _), found in sorted(
                    readings.items(), key=lambda item: (-len(item[1]), item[0])
                )
            ),
            tuple(agree[:SHOWN_SIGLA]),
            max(0, total - min(len(agree), SHOWN_SIGLA)),
        )


def _reading(
    known: Survey,
    how: str,
    found: Sequence[tuple[Witness, Passage | None]],
    letters: Mapping[Witness, str],
) -> Reading:
    witness, words = found[0]
    pieces: tuple[Piece, ...] = ()
    if words:
        quote = words.quote[:_LONGEST_READING]
        pieces = masked(known.masks, quote, words.source, words.start)
    names = sorted((letters[w] for w, _ in found), key=_by_length)
    language = known.accounts[witness.account].language
    return Reading(
        how,
        pieces,
        "" if language == "und" else language,
        tuple(names[:SHOWN_SIGLA]),
        max(0, len(names) - SHOWN_SIGLA),
    )


def _short(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A long lemma by its first and last word; one that holds masked words as it is."""
    if len(pieces) != 1 or pieces[0].hidden:
        return pieces
    words = pieces[0].text.split()
    if len(words) <= LONG:
        return (Piece(" ".join(words), False),)
    return (Piece(f"{words[0]} … {words[-1]}", False),)


def _anchor(known: Survey, base: Witness, start: int) -> str:
    place = Passage(base.passage.source, base.passage.start + start, base.passage.end, "")
    return anchor_in(known, base.account, place)


def _within(place: Passage, passage: Passage) -> tuple[int, int]:
    return place.start - passage.start, place.end - passage.start


def _by_length(siglum: str) -> tuple[int, str]:
    return len(siglum), siglum
