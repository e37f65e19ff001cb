"""Two copies word for word: which words stand for each other, and what is said of those that do not.

The differences themselves are the critique's; here is only found where in one copy the place lies of
words that it does not have, and where a copy may be cut so that both halves still stand side by side.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model.masking import Masks, Piece, masked

REACH = 12
"""Words looked ahead on either side where two copies part without a variant saying so: a bracket, a
note, words that another hand put in."""

LONGEST_ROW = 600
"""Characters after which a passage is cut at a sentence's end into a further row."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese: scripts without spaces, whose letters are compared one
by one."""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_SENTENCE_END = re.compile('[.!?…。！？؟]["”»’)\\]]{0,3}\\s*')

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sign:
    """What is said of ``[start, end)`` of a text: ``word`` stands beside it (empty: only told to those
    who cannot see the underlining, as ``quiet``). An empty span is the place of words not there."""

    start: int
    end: int
    sort: str
    word: str = ""
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of a cell: its pieces, and what is said of them."""

    pieces: tuple[Piece, ...]
    sort: str = ""
    word: str = ""
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Words that stand for each other: where they begin and end in either text, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    other_starts: tuple[int, ...]
    other_ends: tuple[int, ...]

    def place(self, position: int) -> int:
        """Where in the other text words stand that would begin at ``position`` of the first."""
        index = bisect_right(self.ends, position) - 1
        return self.other_ends[index] if index >= 0 else 0

    def before(self, position: int) -> Span:
        """The other text's last word before words that would begin at ``position`` of the first."""
        index = bisect_right(self.ends, position) - 1
        return (self.other_starts[index], self.other_ends[index]) if index >= 0 else (0, 0)

    def cut(self, position: int) -> int | None:
        """Where the other text is to be cut when the first is cut at ``position``; None at its end."""
        index = bisect_left(self.starts, position)
        return self.other_starts[index] if index < len(self.starts) else None

    def turned(self) -> "Pairs":
        """The same seen from the other text."""
        return Pairs(self.other_starts, self.other_ends, self.starts, self.ends)


def pairs(one: str, other: str, apart: Iterable[Span], other_apart: Iterable[Span]) -> Pairs:
    """The words that two copies have in common, in order; ``apart`` are the spans that differ.

    Linear in the length of the texts: where they part unannounced it looks REACH words ahead.
    """
    left, right = _words(one, apart), _words(other, other_apart)
    found: list[tuple[Span, Span]] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i][0] == right[j][0]:
            found.append((left[i][1], right[j][1]))
            i, j = i + 1, j + 1
            continue
        steps = _meeting(left[i : i + REACH], right[j : j + REACH])
        i, j = i + steps[0], j + steps[1]
    return Pairs(
        tuple(a[0] for a, _ in found),
        tuple(a[1] for a, _ in found),
        tuple(b[0] for _, b in found),
        tuple(b[1] for _, b in found),
    )


def cuts(text: str) -> list[int]:
    """Where a long passage is cut into rows."""
    found, last = [], 0
    if len(text) > LONGEST_ROW:
        for match in _SENTENCE_END.finditer(text):
            far = match.end() - last >= LONGEST_ROW
            if far and len(text) - match.end() >= LONGEST_ROW // 3:
                found.append(match.end())
                last = match.end()
    return found


def bits(
    masks: Masks, text: str, source: str, start: int, signs: Iterable[Sign], low: int, high: int
) -> tuple[Bit, ...]:
    """``text[low:high]``, which stands at ``start`` of a source, cut where something is said of it.

    Of signs that overlap the first counts.
    """
    found: list[Bit] = []
    position = low
    for sign in sorted(signs, key=lambda s: (s.start, s.end)):
        empty = sign.start == sign.end
        inside = low <= sign.start < high or (empty and sign.start == high == len(text))
        if not inside or sign.start < position:
            continue
        if sign.start > position:
            between = text[position : sign.start]
            found.append(Bit(masked(masks, between, source, start + position)))
        end = min(sign.end, high)
        words = masked(masks, text[sign.start : end], source, start + sign.start)
        found.append(Bit(words if end > sign.start else (), sign.sort, sign.word, sign.quiet))
        position = end
    if position < high:
        found.append(Bit(masked(masks, text[position:high], source, start + position)))
    return tuple(found)


def _words(text: str, apart: Iterable[Span]) -> list[tuple[str, Span]]:
    """The words outside the spans, folded."""
    spans = sorted(apart)
    found, at = [], 0
    for match in _WORD.finditer(text):
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        if at == len(spans) or match.end() <= spans[at][0]:
            found.append((match.group().casefold(), match.span()))
    return found


def _meeting(
    left: Sequence[tuple[str, Span]], right: Sequence[tuple[str, Span]]
) -> tuple[int, int]:
    """How many words to pass over on either side until they meet again; one each where they do not."""
    for distance in range(1, 2 * REACH):
        for i in range(max(0, distance - len(right) + 1), min(distance + 1, len(left))):
            if left[i][0] == right[distance - i][0]:
                return i, distance - i
    return 1, 1
