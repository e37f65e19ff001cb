"""Neighbour joining (scikit-bio) and a minimum spanning tree on the tables scored, and the scores.

Peers are given what they can use: a branch of next to no length makes its witness the copy the others
were made from; the length was chosen for each peer on the traditions to tune on.
"""

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

JOINING_PYTHON = os.environ.get("VARIORUM_SKBIO_PYTHON", sys.executable)
"""An interpreter that has scikit-bio, if this one has not."""
_JOIN = """
import json, sys
import skbio
from skbio.tree import nj
print(json.dumps(skbio.__version__), flush=True)
for line in sys.stdin:
    names, rows = json.loads(line)
    tree = nj(skbio.DistanceMatrix(rows, names), neg_as_zero=True).root_at_midpoint()
    out, number = [], {}
    for node in tree.preorder():
        number[node] = node.name if node.is_tip() else f"node {len(number)}"
        above = number[node.parent] if node.parent is not None else None
        out.append([number[node], above, node.length or 0.0])
    print(json.dumps(out), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A rooted tree or network: directed edges between nodes, witnesses among them by name."""

    edges: tuple[tuple[str, str], ...]
    nodes: frozenset[str]


def distances(readings: Mapping[str, Sequence[str | None]]) -> tuple[list[str], np.ndarray]:
    """The share of places at which two witnesses differ, of those both have."""
    names = sorted(readings)
    columns = list(zip(*(readings[name] for name in names), strict=True))
    codes = np.array(
        [
            [-1 if reading is None else number[reading] for reading in column]
            for column in columns
            for number in [
                {r: i for i, r in enumerate(sorted({r for r in column if r is not None}))}
            ]
        ]
    ).T
    size = len(names)
    found = np.zeros((size, size))
    for i in range(size):
        both = (codes[i] >= 0) & (codes >= 0)
        differ = ((codes[i] != codes) & both).sum(axis=1)
        found[i] = differ / np.maximum(both.sum(axis=1), 1)
    return names, (found + found.T) / 2


def joined(matrices: Sequence[tuple[list[str], np.ndarray]]) -> tuple[str, list[list[list]]] | None:
    """scikit-bio's version, and for each matrix [node, parent, length]; None without scikit-bio."""
    lines = "\n".join(json.dumps([names, rows.tolist()]) for names, rows in matrices)
    done = subprocess.run(
        [JOINING_PYTHON, "-W", "ignore", "-c", _JOIN],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return None
    version, *trees = map(json.loads, done.stdout.splitlines())
    return version, trees


def joined_tree(rows: list[list], names: list[str], least: float) -> Drawn:
    """The tree of neighbour joining; a tip nearer than ``least`` stands for the node it hangs from."""
    parent = {node: above for node, above, _ in rows}
    length = {node: far for node, _, far in rows}
    stands: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (length[name], name)):
        if length[name] <= least and parent[name] not in stands:
            stands[parent[name]] = name
    chosen = set(stands.values())
    edges = [
        (stands.get(above, above), stands.get(node, node))
        for node, above in parent.items()
        if above is not None and node not in chosen
    ]
    return Drawn(tuple(edges), frozenset(n for edge in edges for n in edge) | set(names))


def spanning_tree(names: list[str], far: np.ndarray) -> Drawn:
    """Prim's tree, rooted at the witness from which the farthest is nearest."""
    near: dict[int, list[tuple[int, float]]] = {i: [] for i in range(len(names))}
    best = {i: (far[0, i], 0) for i in range(1, len(names))}
    while best:
        node = min(best, key=lambda i: (best[i][0], i))
        length, other = best.pop(node)
        near[node].append((other, length))
        near[other].append((node, length))
        for i in best:
            best[i] = min(best[i], (far[node, i], node))

    def walked(start: int) -> dict[int, tuple[float, int]]:
        seen = {start: (0.0, -1)}
        waiting = deque([start])
        while waiting:
            node = waiting.popleft()
            for other, length in near[node]:
                if other not in seen:
                    seen[other] = (seen[node][0] + length, node)
                    waiting.append(other)
        return seen

    root = min(near, key=lambda i: (max(d for d, _ in walked(i).values()), i))
    edges = [(names[up], names[node]) for node, (_, up) in walked(root).items() if up >= 0]
    return Drawn(tuple(sorted(edges)), frozenset(names))


def ancestry(drawn: Drawn, names: Sequence[str]) -> frozenset[tuple[str, str]]:
    """(nearest ancestor among the witnesses, witness)."""
    above: dict[str, list[str]] = {}
    for up, node in drawn.edges:
        above.setdefault(node, []).append(up)
    known = set(names)
    pairs = set()
    for name in names:
        waiting, seen = list(above.get(name, [])), set()
        while waiting:
            node = waiting.pop()
            if node in known:
                pairs.add((node, name))
            elif node not in seen:
                seen.add(node)
                waiting.extend(above.get(node, []))
    return frozenset(pairs)


def edge_f1(found: frozenset[tuple[str, str]], true: frozenset[tuple[str, str]]) -> float:
    return 2 * len(found & true) / max(1, len(found) + len(true))


def steps(edges: Mapping[str, set[str]], names: Sequence[str]) -> np.ndarray:
    """How many edges lie between every two witnesses."""
    out = np.full((len(names), len(names)), 10_000)
    for row, name in enumerate(names):
        seen = {name: 0}
        waiting = deque([name])
        while waiting:
            node = waiting.popleft()
            for other in edges.get(node, ()):
                if other not in seen:
                    seen[other] = seen[node] + 1
                    waiting.append(other)
        out[row] = [seen.get(other, 10_000) for other in names]
    return out


def sign_distance(drawn: Drawn, true: Mapping[str, set[str]], names: Sequence[str]) -> float:
    """Average sign distance (Roos and Heikkilä 2009), as a similarity: 1 when for every three witnesses
    both pedigrees agree which of two is nearer to the third."""
    near: dict[str, set[str]] = {}
    for up, node in drawn.edges:
        near.setdefault(up, set()).add(node)
        near.setdefault(node, set()).add(up)
    mine, theirs = steps(near, names), steps(true, names)
    size = len(names)
    total = count = 0.0
    for a in range(size):
        others = [i for i in range(size) if i != a]
        x, y = mine[a, others], theirs[a, others]
        signs = np.abs(np.sign(x[:, None] - x) - np.sign(y[:, None] - y))
        total += (1 - signs / 2).sum() - len(others)
        count += len(others) * (len(others) - 1)
    return total / max(count, 1)
