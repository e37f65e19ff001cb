"""Variants: where two witnesses differ, cut and named as an editor would.

Words that differ side by side make one reading; a word that is only written otherwise stands by itself.
Punctuation and capitals alone are no variant. What is lost in one witness is none either.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from variorum.establish.collate.classing import WEIGHTS, classed
from variorum.establish.collate.collation import LOST, Collation
from variorum.establish.collate.slips import alike
from variorum.establish.collate.witness import Tokens, Witness, is_word
from variorum.establish.particulars import Particular, particulars
from variorum.establish.sentences import sentences

WHOLE = frozenset({"number", "date", "kin"})
"""Kinds that are compared whole: of "forty-one" and "forty-three" the last word alone is no reading."""
NEAR = 3
"""Words between two places that exchanged theirs."""
BRIDGE, REWRITTEN = 2, 8
"""Words that may agree by chance between two places, and words from which a stretch full of such places
was written anew. Set by hand."""
AROUND = 10
"""Words on either side by whose agreement the place of a variant is sure."""
CERTAINTY = ((0.75, 0.94), (0.5, 0.85), (0.25, 0.7), (0.0, 0.5))
"""Share of the words around that agree, and how often a variant cut there was one: the places where
the two copies truly stood for each other (``benchmarks/collate.py``, simulated traditions)."""

MARKED = 0.5
"""What is left of the weight of an omission that dots admit."""
_DOTS = re.compile(r"…|\.\s?\.\s?\.")

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


def variants(collation: Collation, a: str, b: str) -> tuple[Difference, ...]:
    """The differences of two witnesses, by name, in the order of ``a``. KeyError for an unknown name."""
    one, other = collation.number(a), collation.number(b)
    return between(collation, one, other, side(collation, one), side(collation, other))


def between(collation: Collation, one: int, other: int, a: Side, b: Side) -> tuple[Difference, ...]:
    """The differences of two witnesses by number, their sides already made."""
    if collation.rows[one] == collation.rows[other]:
        return ()
    steps, moved = _steps(collation, one, other)
    sides = (a, b)
    used = _used_twice(sides)
    found = [_transposed(block, sides) for block in moved]
    agreeing = np.array([_agree(step, sides) for step in steps], np.float64)
    sums = np.concatenate([[0.0], np.cumsum(agreeing)])
    units = _exchanged(_widened(_units(steps, sides), steps, sides), steps, sides)
    for first, last, rewritten in _rewritten(list(units), steps):
        around = _share(sums, first, last)
        difference = _difference(steps, first, last, sides, used, around)
        if difference is not None and rewritten:
            difference = replace(
                difference,
                kind="substitution",
                what="clause",
                reasons=("rewritten: too little agrees to set word against word",),
                weight=WEIGHTS["clause"],
            )
        if difference is not None:
            found.append(difference)
    return tuple(sorted(found, key=lambda d: (d.a, d.b, d.kind)))


def side(collation: Collation, number: int) -> Side:
    """A witness with what its variants are judged by."""
    witness = collation.witnesses[number]
    return Side(
        witness,
        collation.tokens[number],
        particulars(witness.text, witness.language),
        tuple(sentences(witness.text, witness.language)),
    )


def _used_twice(sides: tuple[Side, Side]) -> Collection[str]:
    counts = [Counter(side.tokens.forms) for side in sides]
    return {form for count in counts for form, n in count.items() if n > 1}


def _steps(collation: Collation, one: int, other: int) -> tuple[list[Step], list[list[Step]]]:
    """The columns in which either has something and neither is lost; blocks that were moved apart."""
    a, b = collation.row(one), collation.row(other)
    moved: list[list[Step]] = []
    gone: set[int] = set()
    for move in collation.moves:
        for mine, theirs in ((move.there, move.here), (move.here, move.there)):
            block = [
                (y, int(a[x]), int(b[y]))
                for x, y in zip(mine, theirs, strict=True)
                if a[x] >= 0 and b[y] >= 0 and a[y] < 0 and b[x] < 0
            ]
            if block:
                moved.append(block)
                gone.update(x for x, y in zip(mine, theirs, strict=True) if a[x] >= 0 and b[y] >= 0)
                gone.update(y for y, _, _ in block)
    columns = np.flatnonzero(((a >= 0) | (b >= 0)) & (a != LOST) & (b != LOST))
    steps = [
        (c, max(i, -1), max(j, -1))
        for c, i, j in zip(columns.tolist(), a[columns].tolist(), b[columns].tolist(), strict=True)
        if c not in gone
    ]
    return steps, moved


def _agree(step: Step, sides: tuple[Side, Side]) -> bool:
    _, i, j = step
    return i >= 0 and j >= 0 and sides[0].tokens.forms[i] == sides[1].tokens.forms[j]


def _share(sums: NDArray[np.float64], first: int, last: int) -> float:
    low, high = max(0, first - AROUND), min(len(sums) - 1, last + AROUND)
    outside = (first - low) + (high - last)
    agreeing = sums[first] - sums[low] + sums[high] - sums[last]
    return float(agreeing / outside) if outside else 0.0


def _units(steps: Sequence[Step], sides: tuple[Side, Side]) -> Iterator[Span]:
    """Runs of steps that differ, of which words written nearly alike stand by themselves."""
    begun = -1
    for k, (column, i, j) in enumerate(steps):
        one = sides[0].tokens.forms[i] if i >= 0 else ""
        other = sides[1].tokens.forms[j] if j >= 0 else ""
        apart = k > 0 and _interrupted(steps[k - 1], (column, i, j))
        if begun >= 0 and (apart or one == other):
            yield begun, k
            begun = -1
        if one == other:
            continue
        if one and other and (alike(one, other) or (one[0].isdigit() and other[0].isdigit())):
            if begun >= 0:
                yield begun, k
                begun = -1
            yield k, k + 1
        elif begun < 0:
            begun = k
    if begun >= 0:
        yield begun, len(steps)


def _interrupted(before: Step, after: Step) -> bool:
    """Whether something lost or moved stands between two steps."""
    return any(0 <= before[k] < after[k] - 1 for k in (1, 2))


def _widened(units: Iterator[Span], steps: Sequence[Step], sides: tuple[Side, Side]) -> list[Span]:
    """Units that cut a number, date or word of kin, with all of it; then those that overlap as one."""
    places = [{step[1 + k]: n for n, step in enumerate(steps) if step[1 + k] >= 0} for k in (0, 1)]
    found: list[Span] = []
    for first, last in units:
        low, high = first, last
        for k, side in enumerate(sides):
            own = [step[1 + k] for step in steps[first:last] if step[1 + k] >= 0]
            if not own:
                continue
            for p in side.touching(side.span(own, -1)):
                if p.kind not in WHOLE:
                    continue
                begin = int(side.tokens.ends.searchsorted(p.start, "right"))
                end = int(side.tokens.starts.searchsorted(p.end, "left")) - 1
                low = min(low, places[k].get(begin, low))
                high = max(high, places[k].get(end, high - 1) + 1)
        if high - low > last - first + AROUND:
            low, high = first, last
        while found and found[-1][1] > low:
            low, high = min(low, found[-1][0]), max(high, found[-1][1])
            found.pop()
        found.append((low, high))
    return found


def _exchanged(
    units: Sequence[Span], steps: Sequence[Step], sides: tuple[Side, Side]
) -> Iterator[Span]:
    """Units close by that hold each other's words ("rope and fire", "fire and rope") as one."""
    k = 0
    while k < len(units):
        first, last = units[k]
        for more in (1, 2):
            if k + more >= len(units) or units[k + more][0] - last > NEAR:
                break
            if _same_words(steps[first : units[k + more][1]], sides):
                last = units[k + more][1]
                k += more
                break
        yield first, last
        k += 1


def _rewritten(units: Sequence[Span], steps: Sequence[Step]) -> Iterator[tuple[int, int, bool]]:
    """Units, those as one that stand so close that the few words between them agree by chance; whether
    they are such."""
    k = 0
    while k < len(units):
        last = k
        while last + 1 < len(units) and units[last + 1][0] - units[last][1] <= BRIDGE:
            last += 1
        run = units[k : last + 1]
        differing = sum(end - start for start, end in run)
        agreeing = run[-1][1] - run[0][0] - differing
        if len(run) > 1 and differing >= REWRITTEN and agreeing * 3 <= differing:
            yield run[0][0], run[-1][1], True
        else:
            yield from ((start, end, False) for start, end in run)
        k = last + 1


def _same_words(steps: Sequence[Step], sides: tuple[Side, Side]) -> bool:
    """Whether both sides have the same words, those beside each other as good as equal."""
    one: list[str] = []
    other: list[str] = []
    for _, i, j in steps:
        a = sides[0].tokens.forms[i] if i >= 0 else ""
        b = sides[1].tokens.forms[j] if j >= 0 else ""
        if not (a and b and alike(a, b)):
            one += [a] if a else []
            other += [b] if b else []
    return bool(one) and sorted(one) == sorted(other)


def _difference(
    steps: Sequence[Step],
    first: int,
    last: int,
    sides: tuple[Side, Side],
    used: Collection[str],
    around: float,
) -> Difference | None:
    own = [[s[1 + k] for s in steps[first:last] if s[1 + k] >= 0] for k in (0, 1)]
    forms = [
        [sides[k].tokens.forms[i] for i in own[k] if is_word(sides[k].tokens.forms[i])]
        for k in (0, 1)
    ]
    if forms[0] == forms[1]:
        return None
    before = [
        max((s[1 + k] for s in steps[max(0, first - 200) : first]), default=-1) for k in (0, 1)
    ]
    spans = [sides[k].span(_trimmed(own[k], sides[k]), before[k]) for k in (0, 1)]
    inside = [sides[k].inside(spans[k]) for k in (0, 1)]
    sentence = [_sentence_end(sides[k], spans[k]) for k in (0, 1)]
    kind = "substitution" if all(forms) else "omission" if forms[0] else "addition"
    numbers = [sorted(p.value for p in found if p.kind == "number") for found in inside]
    if (
        all(forms)
        and numbers[0] == numbers[1]
        and (sorted(forms[0]) == sorted(forms[1]) or _same_words(steps[first:last], sides))
    ):
        kind = "transposition"
    language = sides[0].witness.language
    what, weight, reasons = classed(kind, forms, inside, max(sentence) >= 0, language, used)
    if what == "sentence":
        spans = [(s, max(e, end)) for (s, e), end in zip(spans, sentence, strict=True)]
    if kind in ("omission", "addition") and _marked(sides, spans):
        weight, reasons = round(weight * MARKED, 2), (*reasons, "marked by an ellipsis")
    confidence = next(value for share, value in CERTAINTY if around >= share)
    columns = steps[first][0], steps[last - 1][0] + 1
    return Difference(spans[0], spans[1], kind, what, confidence, reasons, weight, columns)


def _marked(sides: tuple[Side, Side], spans: Sequence[Span]) -> bool:
    """Whether dots stand where one side has nothing: whoever left the words out says so."""
    return any(
        start == end and _DOTS.search(side.witness.text, max(0, start - 2), end + 6)
        for side, (start, end) in zip(sides, spans, strict=True)
    )


def _trimmed(indexes: Sequence[int], side: Side) -> Sequence[int]:
    """Tokens without punctuation at their edges, unless they are a whole stretch in brackets."""
    forms = side.tokens.forms
    if len(indexes) > 2 and forms[indexes[0]] in "([{<" and forms[indexes[-1]] in ")]}>":
        return indexes
    words = [k for k, index in enumerate(indexes) if is_word(forms[index])]
    return indexes[words[0] : words[-1] + 1] if words else []


def _sentence_end(side: Side, span: Span) -> int:
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


def _transposed(block: Sequence[Step], sides: tuple[Side, Side]) -> Difference:
    a = sides[0].span([i for _, i, _ in block], -1)
    b = sides[1].span([j for _, _, j in block], -1)
    near = all(y[0] - x[0] <= AROUND for x, y in pairwise(block))
    return Difference(
        a,
        b,
        "transposition",
        "wording",
        CERTAINTY[0][1] if len(block) > 2 and near else CERTAINTY[1][1],
        (f"{len(block)} {'word stands' if len(block) == 1 else 'words stand'} in another place",),
        0.2,
        (block[0][0], block[-1][0] + 1),
    )
