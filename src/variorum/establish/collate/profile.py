"""Profiles: what is already aligned, as a row of columns, and the alignment of two of them.

A column knows the commonest forms that stand in it, how many texts have a word there and how many
could have one: a column that few texts have is skipped cheaply.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from variorum.establish.collate.anchors import RUNS, Ids, Pairs, anchored
from variorum.establish.collate.dynamic import Piece, best
from variorum.establish.collate.likeness import Likeness

FORMS = 3
"""Different forms of a column that are looked at: the commonest."""
SPINE = 0.5
"""Share of the texts that must have a column for anchors to be looked for in it."""
LACUNA = 80
"""Tokens missing in a row from which a text is taken to be lost there, not shortened: more than a long
sentence that a copyist drops, less than a page."""
SMALL = 128 * 128
"""Cells of a piece that is aligned with near matches, without a further look for anchors."""
LARGE = 512 * 512
"""Cells of a piece beyond which it is cut where nothing else divides it."""
CUT = 256
"""Columns of a piece that was cut."""

WEIGHTS: dict[str, float] = {
    "word": 1.0,
    "short": 0.6,
    "mark": 0.45,
    "other word": -0.3,
    "other mark": -0.1,
    "word for mark": -1.2,
    "open": 0.45,
    "skip": 0.1,
    "rare": 0.15,
}
"""What pairs of items are worth and gaps cost; ``rare``: of the cost of a gap, what stays for a column
that hardly any text has. Set by hand, looking at simulated traditions of the King James Version
(``benchmarks/collate.py``); not searched for."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """Columns of aligned texts: ``forms[c]`` the commonest forms (-1 for none) with their ``counts``;
    ``held[c]`` texts that have a word there, of ``known[c]`` that are not lost there."""

    forms: NDArray[np.int64]
    counts: NDArray[np.int64]
    held: NDArray[np.int64]
    known: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.held)


def profile_of(ids: Ids) -> Profile:
    """The profile of one text."""
    forms = np.full((len(ids), FORMS), -1, np.int64)
    forms[:, 0] = ids
    counts = np.zeros((len(ids), FORMS), np.int64)
    counts[:, 0] = 1
    ones = np.ones(len(ids), np.int64)
    return Profile(forms, counts, ones, ones)


def merged(a: Profile, b: Profile, pairs: Pairs) -> tuple[Profile, Ids, Ids]:
    """The profile of both with the given columns put together, and where each column of either went."""
    a_at, b_at = _places(pairs, len(a), len(b))
    length = len(a) + len(b) - len(pairs)
    a_known = _carried(a.known, a_at, length)
    b_known = _carried(b.known, b_at, length)
    forms = np.full((length, 2 * FORMS), -1, np.int64)
    counts = np.zeros((length, 2 * FORMS), np.int64)
    forms[a_at, :FORMS], counts[a_at, :FORMS] = a.forms, a.counts
    forms[b_at, FORMS:], counts[b_at, FORMS:] = b.forms, b.counts
    for mine in range(FORMS):
        for theirs in range(FORMS, 2 * FORMS):
            same = (forms[:, mine] == forms[:, theirs]) & (forms[:, mine] >= 0)
            counts[same, mine] += counts[same, theirs]
            counts[same, theirs] = 0
            forms[same, theirs] = -1
    order = np.lexsort((forms, -counts), axis=1)[:, :FORMS]
    held = np.zeros(length, np.int64)
    held[a_at] += a.held
    held[b_at] += b.held
    made = Profile(
        np.take_along_axis(forms, order, axis=1),
        np.take_along_axis(counts, order, axis=1),
        held,
        np.maximum(held, a_known + b_known),
    )
    return made, a_at, b_at


def _places(pairs: Pairs, a_length: int, b_length: int) -> tuple[Ids, Ids]:
    """The columns of the merged profile: between two pairs first what only ``a`` has."""
    a_pair = np.zeros(a_length + 1, np.int64)
    b_pair = np.zeros(b_length + 1, np.int64)
    a_pair[pairs[:, 0] + 1] = 1
    b_pair[pairs[:, 1] + 1] = 1
    ends = np.append(pairs, [[a_length, b_length]], axis=0)
    a_before = np.cumsum(a_pair)[:-1]  # pairs before each column
    b_before = np.cumsum(b_pair)[:-1]
    starts = np.concatenate([[[0, 0]], pairs + 1])
    a_at = np.arange(a_length) + (starts[a_before, 1] - a_before)
    b_only = np.ones(b_length, np.bool_)
    b_only[pairs[:, 1]] = False
    b_at = np.arange(b_length) + (ends[b_before, 0] - b_before)
    a_only = np.ones(a_length, np.bool_)
    a_only[pairs[:, 0]] = False
    a_at[pairs[:, 0]] = b_at[pairs[:, 1]]
    return a_at, b_at


def _carried(known: Ids, at: Ids, length: int) -> Ids:
    """How many texts of a profile are not lost in each column of the merged one."""
    carried = np.zeros(length, np.int64)
    if not len(at):
        return carried
    carried[at] = known
    gaps = np.diff(at) - 1
    lower = np.minimum(known[:-1], known[1:])
    lower[gaps > LACUNA] = 0
    places = np.flatnonzero(gaps)
    for k in places.tolist():
        carried[at[k] + 1 : at[k + 1]] = lower[k]
    return carried


def aligned(a: Profile, b: Profile, likeness: Likeness) -> Pairs:
    """The columns of ``a`` and ``b`` that stand for one place of the text, as rising pairs."""
    if not len(a) or not len(b):
        return np.empty((0, 2), np.int64)
    found: list[Pairs] = []
    pieces: list[tuple[int, int, int, int]] = []
    waiting = [(0, len(a), 0, len(b), 0)]
    while waiting:
        a0, a1, b0, b1, step = waiting.pop()
        if a0 == a1 or b0 == b1:
            continue
        if step and (a1 - a0) * (b1 - b0) <= SMALL:
            pieces.append((a0, a1, b0, b1))
            continue
        if step < len(RUNS):
            fixed = _fixed(a, b, (a0, a1, b0, b1), RUNS[step])
            found.append(fixed)
            waiting += _between(fixed, (a0, a1, b0, b1), step + 1)
            continue
        if (a1 - a0) * (b1 - b0) <= LARGE:
            pieces.append((a0, a1, b0, b1))
            continue
        parts = -(-max(a1 - a0, b1 - b0) // CUT)
        a_cuts = [a0 + (a1 - a0) * k // parts for k in range(parts + 1)]
        b_cuts = [b0 + (b1 - b0) * k // parts for k in range(parts + 1)]
        pieces += [
            (a_cuts[k], a_cuts[k + 1], b_cuts[k], b_cuts[k + 1])
            for k in range(parts)
            if a_cuts[k] < a_cuts[k + 1] and b_cuts[k] < b_cuts[k + 1]
        ]
    found += _worked_out(a, b, pieces, likeness)
    pairs = np.concatenate(found)
    return pairs[np.argsort(pairs[:, 0], kind="stable")]


Window = tuple[int, int, int, int]


def _fixed(a: Profile, b: Profile, window: Window, run: int) -> Pairs:
    """Anchors inside a window, and what agrees at its two ends."""
    a0, a1, b0, b1 = window
    a_spine = a0 + np.flatnonzero(a.held[a0:a1] >= SPINE * a.known[a0:a1])
    b_spine = b0 + np.flatnonzero(b.held[b0:b1] >= SPINE * b.known[b0:b1])
    one, other = a.forms[a_spine, 0], b.forms[b_spine, 0]
    if run == RUNS[0] and len(one) == a1 - a0 and len(other) == b1 - b0:
        head = _agreeing(one, other)
        tail = _agreeing(one[head:][::-1], other[head:][::-1])
        if len(one) * len(other) > LARGE or head == len(one) == len(other):
            middle = anchored(one[head : len(one) - tail], other[head : len(other) - tail], run)
            heads = np.arange(head)[:, None].repeat(2, axis=1)
            tails = np.arange(tail)[:, None] + np.array([[len(one) - tail, len(other) - tail]])
            pairs = np.concatenate([heads, middle + head, tails])
            return np.stack([a_spine[pairs[:, 0]], b_spine[pairs[:, 1]]], axis=1)
    pairs = anchored(one, other, run)
    return np.stack([a_spine[pairs[:, 0]], b_spine[pairs[:, 1]]], axis=1)


def _agreeing(one: Ids, other: Ids) -> int:
    """How many items agree from the start on."""
    length = min(len(one), len(other))
    differ = np.flatnonzero(one[:length] != other[:length])
    return int(differ[0]) if len(differ) else length


def _between(fixed: Pairs, window: Window, step: int) -> list[tuple[int, int, int, int, int]]:
    """The windows that anchors leave."""
    a0, a1, b0, b1 = window
    starts = np.concatenate([[[a0, b0]], fixed + 1])
    ends = np.concatenate([fixed, [[a1, b1]]])
    both = (ends > starts).all(axis=1)
    return [
        (s[0], e[0], s[1], e[1], step)
        for s, e in zip(starts[both].tolist(), ends[both].tolist(), strict=True)
    ]


def _worked_out(
    a: Profile, b: Profile, windows: Sequence[Window], likeness: Likeness
) -> list[Pairs]:
    a_open, a_skip = _gap_costs(a)
    b_open, b_skip = _gap_costs(b)
    pieces: list[Piece] = []
    gains = likeness.gains([(a.forms[a0:a1], b.forms[b0:b1]) for a0, a1, b0, b1 in windows], SMALL)
    for (a0, a1, b0, b1), gain in zip(windows, gains, strict=True):
        pieces.append(Piece(gain, a_open[a0:a1], a_skip[a0:a1], b_open[b0:b1], b_skip[b0:b1]))
    return [
        np.array(path, np.int64).reshape(-1, 2) + np.array([[window[0], window[2]]])
        for window, path in zip(windows, best(pieces), strict=True)
    ]


def _gap_costs(profile: Profile) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    share = profile.held / np.maximum(1, profile.known)
    scale = (WEIGHTS["rare"] + (1 - WEIGHTS["rare"]) * share).astype(np.float32)
    return np.float32(WEIGHTS["open"]) * scale, np.float32(WEIGHTS["skip"]) * scale
