"""Blocks: the lines or paragraphs of a transcript, the smallest pieces a boundary can fall "
"between."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.model.transcript import Mark, Transcript

WIDEST_WRAP = 110
"""Characters: hard-wrapped text (e-mail, old plain-text editions) never has longer lines."""
NARROWEST_WRAP = 40
"""Characters: a shorter line is a line of its own, not one broken to fit a width."""
FIELD_NAME = 16
"""Characters: so much may stand before a marked value in its line."""
WRAP_CONTEXT = 3
"""Lines before and after that tell the width to which a line was broken."""

BLOCK_MARKS = frozenset(
    {
        "heading",
        "title",
        "quotation",
        "caption",
        "byline",
        "time",
        "navigation",
        "form",
        "comment",
        "footnote",
        "article",
        "hidden",
        "list_item",
        "table_row",
        "image",
        "paragraph",
        "emphasis",
    }
)
_WHOLE_LINE = frozenset({"byline", "time", "title", "heading"})
"""A line with such a mark stands for itself and is never joined to its neighbours."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_GLUED = re.compile(
    r"(?<=[^\W\d_]{3}[.!?…])[»”\"’']{0,2}(?=[A-ZА-ЯЁ«“\"][^\W\d_]{2}|[A-ZА-ЯЁ]\s)"
    r"|(?<=\.(?:jpg|png|gif|tif|pdf|JPG|PNG|GIF|TIF|PDF))(?=[A-ZА-ЯЁ«“\"][a-zа-яё ])"
    r"|(?<=\s[12]\d{3})(?=[A-ZА-ЯЁ«“](?:[a-zа-яё]{2,20})?\s)"
    r"|(?<=\b[12]\d{3}-\d\d-\d\d)(?=[A-ZА-ЯЁ«“][a-zа-яё\s])"
    r"|(?<=\.jpeg)(?=[A-ZА-ЯЁ«“\"][a-zа-яё ])"
)


@dataclass(frozen=True, slots=True)
class Block:
    """``[start, end)`` of the text without surrounding blanks; ``gap`` counts the line ends before
    it (0 when it is glued to the block before); ``marks`` are the kinds of marks that cover it, a
    heading with its level (``heading2``); ``opens`` those that begin with it."""

    start: int
    end: int
    text: str
    gap: int
    marks: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()


def blocks_of(transcript: Transcript) -> tuple[Block, ...]:
    """Cut a transcript into blocks. Lines broken to fit a width are joined; a line in which two
    texts were run together without a blank ("…was dead.Harbour News") is cut. Every character that
    is not blank stands in exactly one block. Linear in the length of the text."""
    text = transcript.text
    apart = sorted((m.start, m.end) for m in transcript.marks if m.kind in _WHOLE_LINE)
    spans = list(_unwrapped(text, apart))
    marks = sorted(
        (m for m in transcript.marks if m.kind in BLOCK_MARKS), key=lambda m: (m.start, -m.end)
    )
    covering = _covering(marks, spans)
    blocks = []
    last = 0
    for (start, end), (kinds, opens) in zip(spans, covering, strict=True):
        gap = text.count("\n", last, start) + text.count("\r", last, start)
        gap -= text.count("\r\n", last, start)
        blocks.append(Block(start, end, text[start:end], gap, kinds, opens))
        last = end
    return tuple(blocks)


def _unwrapped(text: str, apart: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in _joined(text, list(_stripped_lines(text)), apart):
        last = start
        for match in _GLUED.finditer(text, start, end):
            cut = match.end()
            if last < cut < end:
                yield last, cut
                last = cut
        yield last, end


def _stripped_lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match[0]
        left = len(line) - len(line.lstrip())
        if left < len(line):
            yield match.start() + left, match.start() + len(line.rstrip())


def _joined(
    text: str, lines: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Join a line to the next where the next one's first word would not have fitted any more."""
    lengths = [end - start for start, end in lines]
    alone = _touched(lines, apart)
    start = -1
    for index, (left, right) in enumerate(lines):
        start = left if start < 0 else start
        free = index + 1 < len(lines) and index not in alone and index + 1 not in alone
        if free and _is_wrapped(text, lines, lengths, index):
            continue
        yield start, right
        start = -1


def _touched(lines: list[tuple[int, int]], apart: list[tuple[int, int]]) -> frozenset[int]:
    """The lines that the stretches ``apart`` touch."""
    ends = [end for _, end in lines]
    touched: set[int] = set()
    for start, stop in apart:
        index = bisect_right(ends, start)
        while index < len(lines) and lines[index][0] < stop and index not in touched:
            touched.add(index)
            index += 1
    return frozenset(touched)


def _is_wrapped(text: str, lines: list[tuple[int, int]], lengths: list[int], index: int) -> bool:
    if not NARROWEST_WRAP <= lengths[index] <= WIDEST_WRAP:
        return False
    _, right = lines[index]
    following, following_end = lines[index + 1]
    between = following - right
    if between > 40 or text.count("\n", right, following) > 1:
        return False
    near = lengths[max(0, index - WRAP_CONTEXT) : index + WRAP_CONTEXT + 2]
    if max(near) > WIDEST_WRAP or len(near) < 3:
        return False
    word_end = re.compile(r"\S{1,110}").match(text, following, following_end)
    width = max(near)
    return word_end is not None and lengths[index] + 1 + len(word_end[0]) > width


def _covering(
    marks: list[Mark], spans: list[tuple[int, int]]
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """For each span the kinds of the marks that cover most of it, and of those that open in it."""
    kinds: list[set[str]] = [set() for _ in spans]
    opens: list[set[str]] = [set() for _ in spans]
    starts = [start for start, _ in spans]
    delta: dict[str, list[int]] = {}
    for mark in marks:
        name = mark.kind + (mark.detail if mark.kind == "heading" else "")
        first = bisect_left(starts, mark.start)
        if first and spans[first - 1][1] > mark.start and mark.start - starts[first - 1] < 3:
            first -= 1
        elif first and mark.kind in _WHOLE_LINE and mark.start - starts[first - 1] <= FIELD_NAME:
            # "From: " and the like may stand before what is marked
            first -= mark.start < spans[first - 1][1] <= mark.end + 2
        last = bisect_left(starts, mark.end)
        if first < last:
            opens[first].add(name)
            changes = delta.setdefault(name, [0] * (len(spans) + 1))
            changes[first] += 1
            changes[last] -= 1
    for name, changes in delta.items():
        depth = 0
        for index in range(len(spans)):
            depth += changes[index]
            if depth:
                kinds[index].add(name)
    return [(frozenset(k), frozenset(o)) for k, o in zip(kinds, opens, strict=True)]
