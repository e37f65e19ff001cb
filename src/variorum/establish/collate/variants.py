"""Variants: where two witnesses differ, cut and named as an editor would.

Words that differ side by side make one reading; a word that is only written otherwise stands by itself.
Punctuation and capitals alone are no variant, nor is what a printer sets round the text. What is lost
in one witness is none either.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from variorum.establish.collate.collation import Collation
from variorum.establish.collate.cutting import AROUND, agrees, cut, steps_of
from variorum.establish.collate.difference import Difference, Side, Sides, Span, Step
from variorum.establish.collate.naming import CERTAINTY, Ground, named
from variorum.establish.collate.slips import is_garbled
from variorum.establish.particulars import particulars
from variorum.establish.sentences import sentences

__all__ = ["Difference", "Side", "Span", "between", "side", "variants"]

NOISE = 2
NOISY = 0.004
"""Garbled words from which, and share of the words from which, a scanner has plainly been at work in
one of two copies. Set by hand, on leaflets with and without noise."""


def variants(collation: Collation, a: str, b: str) -> tuple[Difference, ...]:
    """The differences of two witnesses, by name, in the order of ``a``. KeyError for an unknown name."""
    one, other = collation.number(a), collation.number(b)
    return between(collation, one, other, side(collation, one), side(collation, other))


def between(collation: Collation, one: int, other: int, a: Side, b: Side) -> tuple[Difference, ...]:
    """The differences of two witnesses by number, their sides already made."""
    if collation.rows[one] == collation.rows[other]:
        return ()
    steps, moved = steps_of(collation, one, other)
    sides = (a, b)
    found = [_transposed(block, sides) for block in moved]
    agreeing = np.array([agrees(step, sides) for step in steps], np.float64)
    sums = np.concatenate([[0.0], np.cumsum(agreeing)])
    ground = Ground(steps, sides, _used_twice(sides), _is_noisy(steps, agreeing, sides))
    for first, last, rewritten in cut(steps, sides):
        difference = named(ground, first, last, _share(sums, first, last), rewritten)
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


def _used_twice(sides: Sides) -> Collection[str]:
    """The forms that stand in another place too."""
    counts = Counter(sides[0].tokens.forms)
    counts.update(sides[1].tokens.forms)
    return {form for form, n in counts.items() if n > 1}


def _is_noisy(steps: Sequence[Step], agreeing: NDArray[np.float64], sides: Sides) -> bool:
    """Whether a scanner has plainly been at work in one of two witnesses."""
    garbled = 0
    language = sides[0].witness.language
    for k in np.flatnonzero(agreeing == 0).tolist():
        _, i, j = steps[k]
        if min(i, j) >= 0 and is_garbled(
            sides[0].tokens.forms[i], sides[1].tokens.forms[j], language
        ):
            garbled += 1
    return garbled >= max(NOISE, NOISY * len(steps))


def _share(sums: NDArray[np.float64], first: int, last: int) -> float:
    low, high = max(0, first - AROUND), min(len(sums) - 1, last + AROUND)
    outside = (first - low) + (high - last)
    agreeing = sums[first] - sums[low] + sums[high] - sums[last]
    return float(agreeing / outside) if outside else 0.0


def _transposed(block: Sequence[Step], sides: Sides) -> Difference:
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
