"""The nouns of variants: one difference of two witnesses, and a witness with what it is judged by."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.establish.collate.witness import Tokens, Witness
from variorum.establish.particulars import Particular

Span = tuple[int, int]
Step = tuple[int, int, int]
"""A column and the tokens of both witnesses in it, -1 for none."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``a``: the span ``[start, end)`` of the one witness's text, ``b`` of the other's; one that has
    nothing has an empty span where it would stand. ``kind`` (seen from ``a``): omission, addition,
    substitution, transposition. ``what``: number, date, name, polarity, kin, hedge, spelling, misprint,
    sentence, clause or wording. ``weight`` (0 to 1): how much it changes the sense. ``columns``: from
    and to, half-open; of a transposition where ``b`` has the words."""

    a: Span
    b: Span
    kind: str
    what: str
    confidence: float
    reasons: tuple[str, ...]
    weight: float
    columns: Span


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One witness, its particulars and its sentences."""

    witness: Witness
    tokens: Tokens
    found: Sequence[Particular]
    sentences: Sequence[Span]

    def span(self, indexes: Sequence[int], before: int) -> Span:
        if not indexes:
            at = int(self.tokens.ends[before]) if before >= 0 else 0
            return at, at
        return int(self.tokens.starts[indexes[0]]), int(self.tokens.ends[indexes[-1]])

    def inside(self, span: Span) -> list[Particular]:
        first = bisect_left(self.found, span[0], key=lambda p: p.start)
        return [p for p in self.found[first : first + 64] if p.end <= span[1] and p.start < span[1]]

    def touching(self, span: Span) -> list[Particular]:
        last = bisect_left(self.found, span[1], key=lambda p: p.start)
        return [p for p in self.found[max(0, last - 8) : last] if p.end > span[0]]


Sides = tuple[Side, Side]


def sentence_end(side: Side, span: Span) -> int:
    """Where the last sentence ends whose words all stand in a span; -1 if there is none."""
    first = bisect_left(side.sentences, span[0], key=lambda s: s[1])
    found = -1
    for start, end in side.sentences[first:]:
        if start >= span[1]:
            break
        text = side.witness.text[start:end]
        words = [k for k, letter in enumerate(text) if letter.isalnum()]
        if words and start + words[0] >= span[0] and start + words[-1] < span[1]:
            found = end
    return found
