"""The cheapest tree: witnesses added one by one, then branches moved for as long as that makes it
cheaper."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.establish.dependence.tree import (
    Messages,
    Tree,
    attach,
    cost,
    detach,
    given_by,
    messages,
    replace,
    turn,
)
from variorum.establish.dependence.variation import COSTS, Floats, Variation

ROUNDS = 12
"""Rounds of moving every branch, at most; simulated traditions of 40 witnesses settle in two to five."""
_TURNS, _TURNS_BY_DATE = 3, 20
"""First copies that are tried: the estimate of their cost is off by at most the old first copy, unless
dates have a say."""
_REAL = 1e-2
"""What a move must save: more than float32 rounds off."""


def grown(variation: Variation, seen: Floats, order: Sequence[int]) -> Tree:
    """A first tree: each witness, in ``order``, where it costs least."""
    tree = Tree(len(variation.names), order[0], {order[0]: -1}, {order[0]: []})
    for witness in order[1:]:
        found = messages(tree, variation, seen)
        given = given_by(variation, seen[witness])
        node, between, _ = cheapest(found, placements(found, given))
        tree.children[witness] = []
        attach(tree, witness, node, between)
    return tree


def improved(tree: Tree, variation: Variation, seen: Floats) -> Tree:
    """The tree after all moves that make it cheaper: branches, supposed copies, the first copy."""
    best = cost(tree, messages(tree, variation, seen), variation)
    for _ in range(ROUNDS):
        before = best
        tree, best = _contracted(tree, best, variation, seen)
        tree, best = _turned(tree, best, variation, seen)
        tree, best = _moved(tree, best, variation, seen)
        if best > before - _REAL:
            break
    return tree


def placements(found: Messages, given: Floats) -> Floats:
    """``[place, column]``: what a subtree adds under each node (first half) and above each (second
    half)."""
    whole = found.arrive + found.down
    under = (whole + given).min(axis=2) - whole.min(axis=2)
    above = (found.reach + found.given + given).min(axis=2)
    above -= (found.reach + found.given).min(axis=2)
    return np.concatenate([under, above])


def cheapest(found: Messages, added: Floats) -> tuple[int, bool, float]:
    """Node, whether above it under a new supposed copy, and the cost added."""
    sums = summed(found, added)
    row = int(sums.argmin())
    return (*placement(found, row), float(sums[row]))


def summed(found: Messages, added: Floats) -> NDArray[np.float64]:
    """What each placement costs over all places, the supposed copies counted."""
    sums: NDArray[np.float64] = added.sum(axis=1, dtype=np.float64)
    sums[len(found.order) :] += COSTS["hypothetical"]
    return sums


def placement(found: Messages, row: int) -> tuple[int, bool]:
    """Node, and whether above it, for a row of ``placements``."""
    half = len(found.order)
    return found.order[row % half], row >= half


def standing(tree: Tree, rest: Tree, found: Messages, node: int) -> int:
    """The row of ``placements`` in ``rest``, the tree without ``node``, where ``tree`` has it."""
    above = tree.parent[node]
    if above in rest.parent:
        return found.index[above]
    sibling = next(other for other in tree.children[above] if other != node)
    return len(found.order) + found.index[sibling]


def _moved(tree: Tree, best: float, variation: Variation, seen: Floats) -> tuple[Tree, float]:
    found = messages(tree, variation, seen)
    for node in sorted(tree.parent):
        if node not in tree.parent or tree.parent[node] == -1:
            continue
        given = found.given[found.index[node]]
        trial = tree.copy()
        detach(trial, node)
        rest = messages(trial, variation, seen)
        added = placements(rest, given)
        place, between, least = cheapest(rest, added)
        if summed(rest, added)[standing(tree, trial, rest, node)] > least + _REAL:
            attach(trial, node, place, between)
            after = messages(trial, variation, seen)
            worth = cost(trial, after, variation)
            if worth < best - _REAL:
                tree, best, found = trial, worth, after
    return tree, best


def _contracted(tree: Tree, best: float, variation: Variation, seen: Floats) -> tuple[Tree, float]:
    """Without the supposed copies that are better taken for one of their neighbours."""
    while True:
        found = messages(tree, variation, seen)
        whole = (found.arrive + found.down).min(axis=2).sum(axis=1, dtype=np.float64)
        savings: list[tuple[float, int, int]] = []
        for node, above in sorted(tree.parent.items()):
            if above == -1 or (node < tree.known and above < tree.known):
                continue
            row, up = found.index[node], found.index[above]
            one = found.arrive[up] + found.down[up] - found.given[row] + found.down[row]
            more = float(one.min(axis=1).sum(dtype=np.float64)) - float(whole[up])
            savings.append((more, above, node))
        if not savings:
            return tree, best
        _, above, node = min(savings)
        trial = tree.copy()
        if above >= tree.known:
            replace(trial, above, node)
        else:
            trial.children[above].remove(node)
            for child in trial.children.pop(node):
                trial.children[above].append(child)
                trial.parent[child] = above
            del trial.parent[node]
            trial.gates.pop(node, None)
        worth = cost(trial, messages(trial, variation, seen), variation)
        if worth >= best - _REAL:
            return tree, best
        tree, best = trial, worth


def _turned(tree: Tree, best: float, variation: Variation, seen: Floats) -> tuple[Tree, float]:
    """With the first copy where the direction of the changes puts it."""
    found = messages(tree, variation, seen)
    back = np.zeros_like(found.down)
    for node in found.order[1:]:
        row, up = found.index[node], found.index[tree.parent[node]]
        back[row] = given_by(variation, found.down[up] - found.given[row] + back[up])
    at = (variation.first + found.down + back).min(axis=2).sum(axis=1, dtype=np.float64)
    on = (variation.first + found.given + back).min(axis=2).sum(axis=1, dtype=np.float64)
    on += COSTS["hypothetical"]
    ranked = sorted(
        [(float(at[row]), node, False) for row, node in enumerate(found.order[1:], 1)]
        + [(float(on[row]), node, True) for row, node in enumerate(found.order[1:], 1)]
    )
    tried = _TURNS_BY_DATE if variation.later.size else _TURNS
    for _, node, between in ranked[:tried]:
        trial = tree.copy()
        if between:
            made = max(trial.parent) + 1
            above = trial.parent[node]
            trial.parent[made], trial.children[made] = above, [node]
            trial.children[above].remove(node)
            trial.children[above].append(made)
            trial.parent[node] = made
            turn(trial, made)
        else:
            turn(trial, node)
        worth = cost(trial, messages(trial, variation, seen), variation)
        if worth < best - _REAL:
            return trial, worth
    return tree, best
