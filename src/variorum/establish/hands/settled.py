"""One row a place: where the whole dossier shows a compiler's hand, the single source's guess goes."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from variorum.model.critique import Hand

_AROUND = "[](){}<>⟨⟩‹›［］（）«»“”„\"'*_ \t\n"

_SQUARE = ("[", "［")


def settled(hands: Iterable[Hand]) -> list[Hand]:
    """The rows of ``hands`` with one hand for each place, sorted by passage.

    A bracket seen by itself is an editor's; seen in all the texts it may be a compiler's. The
    compiler's row then takes the place of every other hand's row that covers the same characters, a
    part of them, or the brackets around them. Rows that reach further (a caption the word stands in)
    stay. A bracket that another copy shows to be put in is no editor's completion either. Time is
    n log n in the number of rows.
    """
    rows = sorted(
        hands,
        key=lambda h: (h.passage.source, h.passage.start, -h.passage.end, h.hand, h.kind, h.id),
    )
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        if is_compilers(row):
            spans[row.passage.source].append((row.passage.start, row.passage.end))
    put_in = {row.passage for row in rows if _is_put_in(row)}
    return [
        row
        for row in rows
        if is_compilers(row)
        or not (_replaced(row, spans) or (_completes(row) and row.passage in put_in))
    ]


def is_compilers(hand: Hand) -> bool:
    """Whether the row is a word of the compiler's own in another's text."""
    return (hand.hand, hand.kind) == ("compiler", "insertion")


def _is_put_in(hand: Hand) -> bool:
    """Whether the row is a bracket that whoever quotes put in, seen from another copy."""
    return hand.kind in ("insertion", "alteration") and hand.passage.quote[:1] in _SQUARE


def _completes(hand: Hand) -> bool:
    return (hand.hand, hand.kind) == ("editor", "completion")


def _replaced(row: Hand, spans: dict[str, list[tuple[int, int]]]) -> bool:
    known = spans.get(row.passage.source)
    if not known:
        return False
    start, end, quote = row.passage.start, row.passage.end, row.passage.quote
    before = bisect_right(known, start, key=lambda span: span[0]) - 1
    if before >= 0 and end <= known[before][1]:
        return True
    inner_start = start + len(quote) - len(quote.lstrip(_AROUND))
    inner_end = end - len(quote) + len(quote.rstrip(_AROUND))
    inside = bisect_left(known, start, key=lambda span: span[0])
    return (
        inside < len(known)
        and known[inside][0] <= inner_start
        and (inner_end <= known[inside][1] <= end)
    )
