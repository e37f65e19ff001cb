"""A tradition as a rooted tree of copies, known and supposed, and what every part of it costs.

The cost of a tree is the least cost of all changes in it (Sankoff 1975), with known copies at any of its
nodes, not at the tips only. From the messages along its edges, up and down, the cost of every small
change of the tree follows without working the tree out again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from variorum.establish.dependence.variation import COSTS, IMPOSSIBLE, Floats, Variation

Gate = NDArray[np.bool_]


@dataclass(slots=True)
class Tree:
    """``parent[node]``, -1 for the first; nodes below ``known`` are witnesses, the others supposed.

    ``gates[node]``: the places at which a copy does not follow its parent, but another exemplar: nothing
    passes its edge there, up or down, and what it reads comes from where the tree does not show.
    """

    known: int
    first: int
    parent: dict[int, int] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)
    gates: dict[int, Gate] = field(default_factory=dict)

    def copy(self) -> "Tree":
        children = {node: list(under) for node, under in self.children.items()}
        return Tree(self.known, self.first, dict(self.parent), children, dict(self.gates))

    def downward(self) -> list[int]:
        """Every node, parents before their children."""
        order = [self.first]
        for node in order:
            order.extend(self.children[node])
        return order

    def below(self, node: int) -> set[int]:
        under = [node]
        for one in under:
            under.extend(self.children[one])
        return set(under)

    def supposed(self) -> Iterator[int]:
        return (node for node in self.parent if node >= self.known)


@dataclass(frozen=True, slots=True)
class Messages:
    """For each node (row ``index[node]``), place and reading: ``down``: the cost of all below when
    the node reads so; ``given``: the same when its parent reads so; ``arrive``: the cost of all
    else when the node reads so; ``reach``: the same as if the node had no gate."""

    order: list[int]
    index: dict[int, int]
    down: Floats
    given: Floats
    arrive: Floats
    reach: Floats


def evidence(variation: Variation, rows: np.ndarray) -> Floats:
    """``[witness, place, reading]``: 0 for what stands there and for anything unknown, else
    impossible."""
    width = variation.first.shape[1]
    seen = np.where(
        rows[:, :, None] == np.arange(width, dtype=np.int8), np.float32(0), IMPOSSIBLE
    ).astype(np.float32)
    seen[rows < 0] = 0.0
    return seen


def messages(tree: Tree, variation: Variation, seen: Floats) -> Messages:
    """Both passes over the tree."""
    order = tree.downward()
    index = {node: row for row, node in enumerate(order)}
    shape = (len(order), *variation.first.shape)
    down, given = np.zeros(shape, np.float32), np.empty(shape, np.float32)
    for node in reversed(order):
        row = index[node]
        if node < tree.known:
            down[row] += seen[node]
        given[row] = _least(variation.change, down[row])
        if node in tree.gates:
            given[row][tree.gates[node]] = 0.0
        if node != tree.first:
            down[index[tree.parent[node]]] += given[row]
    reach = np.empty(shape, np.float32)
    reach[0] = variation.first
    arrive = reach.copy() if tree.gates else reach
    forward = np.ascontiguousarray(variation.change.transpose(0, 2, 1))
    for node in order[1:]:
        row, above = index[node], index[tree.parent[node]]
        reach[row] = _least(forward, arrive[above] + down[above] - given[row])
        if tree.gates:
            arrive[row] = reach[row]
            if node in tree.gates:
                arrive[row][tree.gates[node]] = 0.0
    return Messages(order, index, down, given, arrive, reach)


def given_by(variation: Variation, down: Floats) -> Floats:
    """The cost of a subtree by what its parent reads, from its cost by what it reads itself."""
    return _least(variation.change, down)


def cost(tree: Tree, found: Messages, variation: Variation) -> float:
    """The whole tree's cost; what lies behind a gate is a tree of its own there."""
    whole = (found.down[0] + found.arrive[0]).min(axis=1).sum(dtype=np.float64)
    for node, gate in tree.gates.items():
        if node in found.index:
            row = found.index[node]
            whole += (found.down[row] + found.arrive[row])[gate].min(axis=1).sum(dtype=np.float64)
    return (
        float(whole)
        + COSTS["hypothetical"] * sum(1 for _ in tree.supposed())
        + COSTS["second exemplar"] * len(tree.gates)
        + COSTS["against its date"] * _untimely(tree, variation)
    )


def _untimely(tree: Tree, variation: Variation) -> int:
    """Witnesses whose nearest ancestor among the witnesses is later than they are."""
    if not variation.later.size:
        return 0
    count = 0
    nearest: dict[int, int] = {-1: -1}
    for node in tree.downward():
        above = nearest[tree.parent[node]]
        if node < tree.known:
            count += above >= 0 and bool(variation.later[above, node])
            above = node
        nearest[node] = above
    return count


def _least(change: Floats, costs: Floats) -> Floats:
    """``min over t of change[c, s, t] + costs[c, t]``, one ``t`` after the other: few and
    cache-friendly."""
    least = change[:, :, 0] + costs[:, 0:1]
    for t in range(1, change.shape[2]):
        np.minimum(least, change[:, :, t] + costs[:, t : t + 1], out=least)
    return least


def detach(tree: Tree, node: int) -> None:
    """Take ``node`` with all below it out of the tree; a supposed copy with one copy left goes too."""
    above = tree.parent[node]
    tree.children[above].remove(node)
    tree.parent[node] = -1
    _drop_idle(tree, above)


def _drop_idle(tree: Tree, node: int) -> None:
    """A supposed copy that was copied once, or never, need not have been."""
    while node >= tree.known and len(tree.children[node]) < 2:
        above, under = tree.parent.pop(node), tree.children.pop(node)
        tree.gates.pop(node, None)
        if above == -1:
            tree.first = under[0]
            tree.parent[under[0]] = -1
            return
        tree.children[above].remove(node)
        for child in under:
            tree.children[above].append(child)
            tree.parent[child] = above
        node = above


def attach(tree: Tree, node: int, place: int, between: bool) -> None:
    """Hang ``node`` under the copy ``place``, or ``between`` it and its parent under a new supposed
    copy."""
    if between:
        made = max(max(tree.parent), tree.known - 1) + 1
        above = tree.parent[place]
        tree.parent[made] = above
        tree.children[made] = [place]
        if above == -1:
            tree.first = made
        else:
            siblings = tree.children[above]
            siblings[siblings.index(place)] = made
        tree.parent[place] = made
        place = made
    tree.children[place].append(node)
    tree.parent[node] = place


def turn(tree: Tree, node: int) -> None:
    """Make ``node`` the first copy of all: the edges between it and the old one turn round."""
    old, child = tree.first, node
    line = [node]
    while tree.parent[line[-1]] != -1:
        line.append(tree.parent[line[-1]])
    for child, above in pairwise(line):
        tree.children[above].remove(child)
    for child, above in pairwise(line):
        tree.parent[above] = child
        tree.children[child].append(above)
    tree.parent[node] = -1
    tree.first = node
    tree.gates.pop(node, None)
    if old != node:
        _drop_idle(tree, old)


def replace(tree: Tree, gone: int, by: int) -> None:
    """The copy ``by``, a child of the supposed copy ``gone``, takes its place and its other children."""
    above = tree.parent.pop(gone)
    tree.gates.pop(by, None)
    if gone in tree.gates:
        tree.gates[by] = tree.gates.pop(gone)
    for child in tree.children.pop(gone):
        if child != by:
            tree.parent[child] = by
            tree.children[by].append(child)
    tree.parent[by] = above
    if above == -1:
        tree.first = by
    else:
        siblings = tree.children[above]
        siblings[siblings.index(gone)] = by
