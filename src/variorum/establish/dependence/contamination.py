"""Contamination: a copy that followed one exemplar here and another there.

A branch is taken off the tree and priced at every other place, column by column. A run of columns in
which another place is much cheaper than its own is a block copied from there. What was found is shut off
from the tree, the tree is made anew without it, and the next blocks are looked for.
"""

from dataclasses import dataclass

import numpy as np

from variorum.establish.dependence.search import (
    improved,
    placement,
    placements,
    standing,
)
from variorum.establish.dependence.tree import Gate, Tree, detach, messages
from variorum.establish.dependence.variation import COSTS, Floats, Variation

SEARCHES = 3
"""Times that blocks are looked for, each time in the tree made without those found before."""


@dataclass(frozen=True, slots=True)
class Block:
    """``node`` follows ``source`` (or, if ``between``, a lost copy just above it) in the columns
    ``[start, end)``; ``saved``: what that saves."""

    node: int
    source: int
    between: bool
    start: int
    end: int
    saved: float


def contaminated(tree: Tree, variation: Variation, seen: Floats) -> tuple[Tree, list[Block]]:
    """The tree of the main exemplars, and the blocks that came from others, in the finished tree."""
    for _ in range(SEARCHES):
        taken: set[int] = set()
        trial = tree.copy()
        for block in sorted(blocks(tree, variation, seen), key=lambda b: (-b.saved, b.node)):
            around = {block.node, block.source, tree.parent[block.node], *tree.children[block.node]}
            if around & taken:
                continue
            taken |= around
            gate: Gate = np.zeros(variation.states.shape[1], np.bool_)
            gate[block.start : block.end] = True
            trial.gates[block.node] = gate | trial.gates.get(block.node, np.False_)
        if not taken:
            break
        tree = improved(trial, variation, seen)
    return tree, _sources(tree, variation, seen)


def blocks(tree: Tree, variation: Variation, seen: Floats) -> list[Block]:
    """For each branch the block that is most plainly from elsewhere, where there is one."""
    found = messages(tree, variation, seen)
    out: list[Block] = []
    for node in sorted(tree.parent):
        if tree.parent[node] == -1:
            continue
        rest = tree.copy()
        detach(rest, node)
        around = messages(rest, variation, seen)
        added = placements(around, found.given[found.index[node]])
        own = added[standing(tree, rest, around, node)]
        row, start, end, saved = _best_run(own - added, len(around.order))
        if saved > COSTS["second exemplar"]:
            source, between = placement(around, row)
            out.append(Block(node, source, between, start, end, saved))
    return out


def _best_run(gain: Floats, half: int) -> tuple[int, int, int, float]:
    """The row and the run of columns with the greatest sum (Kadane's scan over all rows at once)."""
    sums = np.zeros((gain.shape[0], gain.shape[1] + 1), np.float64)
    np.cumsum(gain, axis=1, out=sums[:, 1:])
    lowest = np.minimum.accumulate(sums, axis=1)
    best = (sums - lowest).max(axis=1)
    best[half:] -= COSTS["hypothetical"]
    row = int(best.argmax())
    end = int((sums[row] - lowest[row]).argmax())
    start = int(sums[row, : end + 1].argmin())
    return row, start, end, float(best[row])


def _sources(tree: Tree, variation: Variation, seen: Floats) -> list[Block]:
    """Where the blocks behind the gates of the finished tree come from."""
    out: list[Block] = []
    open_tree = tree.copy()
    for node, gate in sorted(tree.gates.items()):
        if tree.parent.get(node, -1) == -1:
            continue
        open_tree.gates = {other: shut for other, shut in tree.gates.items() if other != node}
        given = messages(open_tree, variation, seen)
        rest = open_tree.copy()
        detach(rest, node)
        around = messages(rest, variation, seen)
        added = placements(around, given.given[given.index[node]])
        own = added[standing(tree, rest, around, node)]
        for start, end in _runs(gate):
            saved = (own - added)[:, start:end].sum(axis=1, dtype=np.float64)
            saved[len(around.order) :] -= COSTS["hypothetical"]
            row = int(saved.argmax())
            source, between = placement(around, row)
            if saved[row] > 0:
                out.append(Block(node, source, between, start, end, float(saved[row])))
    return out


def _runs(gate: Gate) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], gate.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
