"""The report on a translation: what was left out, added and changed, the weightiest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.edition.alongside import Bit, Sign, bits
from variorum.edition.beads import Pair, turn
from variorum.edition.concordance import Shared, Witness
from variorum.edition.survey import Survey
from variorum.edition.synopsis_page import masked_all
from variorum.model.comparisons import WHAT
from variorum.model.critique import Variant
from variorum.model.masking import masked
from variorum.model.passage import Passage
from variorum.model.summaries import in_words

SHOWN_CHANGES = 300
"""Entries of the report; the rest are counted, and marked in the columns below it."""

AROUND = 180
"""Characters of the sentences before and after a place where words are missing."""

WHOLE = 0.8
"""Share of an account that a translation must span for the rest (a title, a byline) to be passed
over."""

HEADINGS = {
    "omission": ("left out", "What was left out"),
    "addition": ("added", "What was added"),
    "change": ("changed", "What was changed"),
}

Cell = tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the report: both sides in their context, and why; ``line`` is the synopsis's row."""

    what: str
    confidence: str
    sides: tuple[Cell, Cell]
    reasons: tuple[str, ...]
    line: int


def report(
    known: Survey, group: Shared, lines: Sequence[Pair], turned: bool, certain: bool
) -> Iterator[tuple[str, str, tuple[Change, ...], int]]:
    found: dict[str, list[tuple[float, int, Variant]]] = {}
    for number, pair in enumerate(lines):
        variants = [pair.sentence] if pair.sentence else group.variants.get(pair.row, ())
        for variant in variants:
            if variant is None:
                continue
            two = turn(variant.a, variant.b, turned)
            sort = "change" if two[0] and two[1] else "omission" if two[0] else "addition"
            found.setdefault(sort, []).append(
                (-variant.weight * variant.confidence, number, variant)
            )
    for sort, (_, heading) in HEADINGS.items():
        if not certain:
            heading = {"omission": "Only in the first", "addition": "Only in the second",
                       "change": "What differs"}[sort]  # fmt: skip
        rows = sorted(found.get(sort, ()), key=lambda row: (row[0], row[1], row[2].what))
        changes = tuple(
            _change(known, lines, number, variant, turned, certain)
            for _, number, variant in rows[:SHOWN_CHANGES]
        )
        yield sort, heading, changes, len(rows) - len(changes)


def _change(
    known: Survey,
    lines: Sequence[Pair],
    number: int,
    variant: Variant,
    turned: bool,
    certain: bool,
) -> Change:
    pair = lines[number]
    what = WHAT.get(variant.what, variant.what or "wording")
    if pair.sentence:
        side = 0 if pair.first else 1
        passage = pair.first or pair.other
        sort = "addition" if side else "omission"
        word = HEADINGS[sort][0] if certain else "only here"
        full = cell(known, passage, [Sign(0, length(passage), sort, word)])
        empty = _empty(known, lines, number, 1 - side, certain and not side)
        cells = (empty, full) if side else (full, empty)
    else:
        signs: tuple[list[Sign], list[Sign]] = ([], [])
        for side, sign in signs_in(pair, variant, turned, certain):
            signs[side].append(sign)
        cells = (cell(known, pair.first, signs[0]), cell(known, pair.other, signs[1]))
    return Change(
        what,
        in_words(variant.confidence),
        cells,
        masked_all(known, variant.reasons),
        number + 1,
    )


def signs_in(
    pair: Pair, variant: Variant, turned: bool, certain: bool
) -> Iterator[tuple[int, Sign]]:
    """What is said of the words of a difference inside a bead, on either side (0, 1)."""
    two = turn(variant.a, variant.b, turned)
    for side, (place, within) in enumerate(zip(two, (pair.first, pair.other), strict=True)):
        if place is None or within is None:
            continue
        word, sort = ("changed" if certain else "differs", "change")
        if two[1 - side] is None:
            sort = "addition" if side else "omission"
            word = HEADINGS[sort][0] if certain else "only here"
        elif side == 0:
            yield 0, Sign(*_within(place, within), sort, "", word)
            continue
        yield side, Sign(*_within(place, within), sort, word)


def cell(known: Survey, passage: Passage | None, signs: Sequence[Sign]) -> Cell:
    if passage is None:
        return ()
    quote = passage.quote
    return bits(known.masks, quote, passage.source, passage.start, signs, 0, len(quote))


def _empty(known: Survey, lines: Sequence[Pair], number: int, side: int, left_out: bool) -> Cell:
    """The place where words are missing, between the ends of what stands before and after it."""
    before = next((p for n in range(number - 1, -1, -1) if (p := _side(lines[n], side))), None)
    after = next((p for n in range(number + 1, len(lines)) if (p := _side(lines[n], side))), None)
    cells: list[Bit] = []
    if before:
        start = max(0, len(before.quote) - AROUND)
        start = before.quote.find(" ", start) + 1 if start else 0
        shown = before.quote[start:]
        pieces = masked(known.masks, shown, before.source, before.start + start)
        cells.append(Bit(pieces, "around"))
    cells.append(Bit((), "omission", "left out here" if left_out else "not here"))
    if after:
        shown = after.quote[:AROUND]
        if len(after.quote) > AROUND:
            shown = shown[: shown.rfind(" ") + 1 or AROUND]
        cells.append(Bit(masked(known.masks, shown, after.source, after.start), "around"))
    return tuple(cells)


def covered(known: Survey, lines: Sequence[Pair], original: Witness, certain: bool) -> str:
    """How much of the first account's letters stand beside something."""
    found = sum(_letters(p.first) for p in lines if p.first and p.other)
    between = sum(_letters(p.first) for p in lines if p.first)
    if not between:
        return ""
    account = known.accounts[original.account]
    share = (original.passage.end - original.passage.start) / max(1, account.end - account.start)
    what = "the original" if certain else "the first"
    said = f"{_percent(found / between)} of {what}"
    if share < WHOLE:
        said += f", of which {_percent(share)} is spanned,"
    return f"{said} has a counterpart"


def _within(place: Passage, within: Passage) -> tuple[int, int]:
    return max(0, place.start - within.start), place.end - within.start


def length(passage: Passage | None) -> int:
    return len(passage.quote) if passage else 0


def _side(pair: Pair, side: int) -> Passage | None:
    return pair.other if side else pair.first


def _letters(passage: Passage | None) -> int:
    return sum(map(str.isalnum, passage.quote)) if passage else 0


def _percent(share: float) -> str:
    """Rounded down, so that 100% is all of it."""
    return f"{int(share * 100 + 1e-9)}%"
