"""From running text to blocks: paragraphs, headings, list items, as the file or the lines say."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from variorum.model.transcript import Mark

BLOCK_KINDS = (
    "heading",
    "title",
    "list_item",
    "quotation",
    "caption",
    "table_row",
    "preformatted",
    "footnote",
    "paragraph",
)
"""Marks that make blocks; of several on one block the first in this order names it."""

WRAPPED = (45, 120)
"""Characters of the longest line in a text that was wrapped by hand, as typewriters and mail programs
do: such line ends are no line ends of the author's. Wider than any typewriter's, narrower than a
paragraph on one line; chosen by eye."""

EVEN = 0.7
"""A wrapped line is at least this share of the longest: only a long word makes it shorter."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text ``[start, end)`` without white space around it.

    ``kind`` is one of BLOCK_KINDS, or ``lines`` for a paragraph whose line ends are to be kept.
    """

    start: int
    end: int
    kind: str


def blocks(text: str, ranges: Iterable[tuple[int, int]], marks: Iterable[Mark]) -> Iterator[Block]:
    """The blocks of the disjoint, sorted ``ranges`` of a text, in order.

    ``marks`` are in the same offsets, sorted by start. Blank lines part blocks, and so does every
    edge of a mark that makes one.
    """
    making = [mark for mark in marks if mark.kind in BLOCK_KINDS]
    edges = sorted({m.start for m in making} | {m.end for m in making})
    taken, open_ = 0, list[Mark]()
    for lines in _line_groups(text, ranges, edges):
        start, end = lines[0][0], lines[-1][1]
        while taken < len(making) and making[taken].start <= start:
            open_.append(making[taken])
            taken += 1
        open_ = [mark for mark in open_ if mark.end > start]
        kinds = {mark.kind for mark in open_}
        kind = next((kind for kind in BLOCK_KINDS if kind in kinds), "paragraph")
        if kind == "paragraph" and not _wrapped([b - a for a, b in lines]):
            kind = "lines"
        yield Block(start, end, kind)


def _line_groups(
    text: str, ranges: Iterable[tuple[int, int]], edges: list[int]
) -> Iterator[list[tuple[int, int]]]:
    """Lines that follow one another without a blank line, an edge or another account between."""
    cuts = set(edges)
    group: list[tuple[int, int]] = []
    for start, end in ranges:
        inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        for line_start, line_end in _pieces(text, start, end, inner):
            a, b = _stripped(text, line_start, line_end)
            if group and (a == b or line_start in cuts or group[-1][1] in cuts):
                yield group
                group = []
            if a < b:
                group.append((a, b))
        if group:
            yield group
            group = []


def _pieces(text: str, start: int, end: int, inner: list[int]) -> Iterator[tuple[int, int]]:
    """The lines of ``text[start:end]`` without their ends, cut at the edges inside them."""
    edges = iter(inner)
    edge = next(edges, end)
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        while edge <= stop and edge < end:
            if edge > position:
                yield position, edge
                position = edge
            edge = next(edges, end)
        yield position, stop
        position = stop + 1


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _wrapped(lines: list[int]) -> bool:
    """Whether all lines but the last are about as long as hand-wrapped lines are."""
    low, high = WRAPPED
    longest = max(lines)
    return len(lines) == 1 or (
        low <= longest <= high and all(length >= EVEN * longest for length in lines[:-1])
    )
