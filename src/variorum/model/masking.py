"""Masks: a compiler's insertions are not repeated in Variorum's own voice.

An insertion may abuse somebody; whoever reads an edition decides whether to see its words. One
function, ``masked``, cuts any string into pieces that may be shown and pieces that are masked, and
everything a person sees goes through it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from variorum.model.critique import Hand

MASK = "▮▮▮"
"""What stands for masked words; always the same length, so that it tells nothing."""

MASK_LABEL = "inserted by a later hand"

_LETTER = r"[^\W\d_]"
_NO_WORD = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Masks:
    """Where the masked words stand, by source (sorted, disjoint spans), and what they look like."""

    spans: Mapping[str, tuple[tuple[int, int], ...]]
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a string, to be shown as it is or masked."""

    text: str
    hidden: bool


def is_masked(hand: Hand) -> bool:
    """Whether a hand's words are masked: insertions are, but for an editor's or an author's, who own to
    them."""
    return hand.hand not in ("editor", "author") and hand.kind == "insertion"


def inserted_words(quote: str) -> str:
    """The words of an insertion without brackets, punctuation and differences of case."""
    start, end = 0, len(quote)
    while start < end and not quote[start].isalnum():
        start += 1
    while end > start and not quote[end - 1].isalnum():
        end -= 1
    return " ".join(quote[start:end].casefold().split())


def masks(hands: Iterable[Hand]) -> Masks:
    """What is to be masked, from the rows of ``hands`` (those that mask nothing are passed over)."""
    spans: dict[str, list[tuple[int, int]]] = {}
    words: set[str] = set()
    for hand in hands:
        if is_masked(hand):
            passage = hand.passage
            spans.setdefault(passage.source, []).append((passage.start, passage.end))
            word = inserted_words(passage.quote)
            if re.search(_LETTER, word):
                words.add(word)
    return Masks({source: _merged(spans[source]) for source in sorted(spans)}, _any_of(words))


def masked(masks: Masks, text: str, source: str = "", start: int = 0) -> tuple[Piece, ...]:
    """Cut ``text`` into pieces to show and pieces to mask, in order and without loss.

    With a ``source``, ``text`` is what stands there from ``start`` on, and the inserted places are
    masked. Without one it is a string from somewhere else (a title, a name, a sentence about a
    finding), and the inserted words are masked wherever they stand in it as whole words.
    """
    if source:
        hidden = hidden_spans(masks, source, start, start + len(text))
        return _cut(text, [(a - start, b - start) for a, b in hidden])
    return _cut(text, [match.span() for match in masks.words.finditer(text)])


def hidden_spans(masks: Masks, source: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The masked parts of ``[start, end)`` of a source, in order."""
    return tuple(_within(masks.spans.get(source, ()), start, end))


def plain(pieces: Iterable[Piece]) -> str:
    """The pieces as one string, for places where nothing can be unfolded."""
    return "".join(MASK if piece.hidden else piece.text for piece in pieces)


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _any_of(words: set[str]) -> re.Pattern[str]:
    """One pattern for all words, the longest first; any white space may stand between their parts.

    An underscore is no letter here: a file name shows the word as well as a sentence does.
    """
    if not words:
        return _NO_WORD
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    patterns = (r"\s+".join(map(re.escape, word.split())) for word in longest_first)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])", re.IGNORECASE)


def _within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of the sorted ``spans`` that lie in ``[start, end)``."""
    found = []
    index = max(bisect_right(spans, (start, start)) - 1, 0)
    while index < len(spans) and spans[index][0] < end:
        first, last = max(spans[index][0], start), min(spans[index][1], end)
        if first < last:
            found.append((first, last))
        index += 1
    return found


def _cut(text: str, hidden: list[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces, position = [], 0
    for start, end in hidden:
        if start > position:
            pieces.append(Piece(text[position:start], False))
        pieces.append(Piece(text[start:end], True))
        position = end
    if position < len(text):
        pieces.append(Piece(text[position:], False))
    return tuple(pieces)
