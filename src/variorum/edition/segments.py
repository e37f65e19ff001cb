"""From a block to segments: the stretches of text that look and act alike throughout."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONG_PIECE = 500
"""Characters after which a paragraph is cut, at a sentence's end, so that a margin note can stand
beside its words: six or seven lines. Chosen by eye."""

_SENTENCE_END = re.compile('[.!?…]["”»’)\\]]{0,3}\\s+')


@dataclass(frozen=True, slots=True)
class Span:
    """Something that holds for ``[start, end)``.

    ``sort`` is hand (``name``: its kind), language (a tag), emphasis, cut (not in the reading text),
    hidden (masked), pin (``name``: the finding's number on the page, ``anchor``: the element's id),
    shared (as pin, for words that stand elsewhere too: marked only where they begin and end),
    name or pronoun (``name``: the address of the page of whom it means), voice (``name``: its
    letter) or anchor (only where it starts counts).
    """

    start: int
    end: int
    sort: str
    name: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with everything that holds for it.

    ``anchors`` are ids of passages that begin here; ``pins`` the numbers of the findings it belongs
    to; ``ends`` the numbers to print after it. ``link`` is the page of whom it names (``quiet`` where
    it is a pronoun); ``voices`` and ``voiced`` are the letters of who says it, and those to print;
    ``opens`` and ``closes`` are the numbers of the shared passages that begin and end here.
    """

    text: str
    hands: tuple[str, ...]
    language: str
    emphasis: bool
    cut: bool
    hidden: bool
    anchors: tuple[str, ...]
    pins: tuple[str, ...]
    ends: tuple[str, ...]
    link: str = ""
    quiet: bool = False
    voices: tuple[str, ...] = ()
    voiced: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


def segments(
    text: str, start: int, end: int, spans: Sequence[Span], anchored: set[str]
) -> list[Segment]:
    """Cut ``text[start:end]`` wherever one of the ``spans`` (all of which touch it) begins or ends.

    A hidden span is never cut, so that it is unfolded as a whole. ``anchored`` holds the anchors the
    page has already; the new ones are added to it.
    """
    hidden = sorted((span.start, span.end) for span in spans if span.sort == "hidden")
    cuts = {start, end}
    for span in spans:
        ends = (span.start,) if span.sort == "anchor" else (span.start, span.end)
        cuts.update(p for p in ends if start < p < end)
    if hidden:
        cuts = {p for p in cuts if not _inside(hidden, p)} | {start, end}
    ordered = sorted(cuts)
    waiting = sorted(spans, key=lambda span: span.start)
    taken, open_ = 0, list[Span]()
    found = []
    for a, b in pairwise(ordered):
        begin = taken
        while taken < len(waiting) and waiting[taken].start < b:
            open_.append(waiting[taken])
            taken += 1
        open_ = [span for span in open_ if span.end > a]
        fresh = dict.fromkeys(span.anchor for span in waiting[begin:taken])
        anchors = [anchor for anchor in fresh if anchor and anchor not in anchored]
        anchored.update(anchors)
        opens = [
            span.name
            for span in waiting[begin:taken]
            if span.sort == "shared" and span.anchor in anchors
        ]
        found.append(_segment(text[a:b], b, end, open_, anchors, opens))
    return found


def sentence_ends(text: str, start: int, end: int) -> list[int]:
    """Where the long block ``text[start:end]`` may be cut into pieces of about LONG_PIECE characters."""
    cuts, last = [], start
    if end - start > LONG_PIECE:
        for match in _SENTENCE_END.finditer(text, start, end):
            if match.end() - last >= LONG_PIECE and end - match.end() >= LONG_PIECE // 2:
                cuts.append(match.end())
                last = match.end()
    return cuts


def _inside(disjoint: list[tuple[int, int]], position: int) -> bool:
    """Whether a position is strictly inside one of the sorted, disjoint spans."""
    index = bisect_left(disjoint, (position,)) - 1
    return index >= 0 and position < disjoint[index][1]


def _segment(
    text: str,
    stop: int,
    block_end: int,
    spans: Iterable[Span],
    anchors: Iterable[str],
    opens: Iterable[str],
) -> Segment:
    by_sort: dict[str, list[Span]] = {}
    for span in spans:
        by_sort.setdefault(span.sort, []).append(span)
    pins, voices = by_sort.get("pin", []), by_sort.get("voice", [])
    language = by_sort.get("language")
    names = by_sort.get("name") or by_sort.get("pronoun")
    return Segment(
        text,
        tuple(dict.fromkeys(span.name for span in by_sort.get("hand", ()))),
        language[-1].name if language else "",
        "emphasis" in by_sort,
        "cut" in by_sort,
        "hidden" in by_sort,
        tuple(anchors),
        tuple(dict.fromkeys(span.name for span in pins)),
        _ending(pins, stop, block_end),
        names[-1].name if names else "",
        "name" not in by_sort,
        tuple(dict.fromkeys(span.name for span in voices)),
        _ending(voices, stop, block_end),
        tuple(opens),
        tuple(dict.fromkeys(s.name for s in by_sort.get("shared", ()) if s.end <= stop)),
    )


def _ending(spans: Iterable[Span], stop: int, block_end: int) -> tuple[str, ...]:
    """The names of the spans that end at ``stop``, or that the block breaks off."""
    return tuple(dict.fromkeys(s.name for s in spans if s.end <= stop or stop == block_end))
