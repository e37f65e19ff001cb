"""The pedigree of a whole tradition: which copy was made from which, and which copies are lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p

import numpy as np
from numpy.typing import NDArray

from variorum.establish.dependence.contamination import Block, contaminated
from variorum.establish.dependence.search import grown, improved, placements, standing, summed
from variorum.establish.dependence.tree import Tree, detach, evidence, messages
from variorum.establish.dependence.variation import Floats, Reading, Variation, chosen, variation
from variorum.model.edtf import bounds

MOST_WITNESSES = 150
"""Different witnesses that are searched for the best tree, the most complete ones; each of any others is
put under the one of them that it differs from least."""
DRAWN = 0.5
"""A second exemplar less probable than this is not reported."""
_TREE_EDGE = (-0.8, 0.55, 0.7)
"""Log odds that an edge is right: constant, for ``log1p`` of what the next best place would cost
more, and where the parent survives."""
_SECOND_EDGE = (-3.6, 0.7, 1.2)
"""The same for a second exemplar: constant, ``log1p`` of what it saves, and where it survives. Both
fitted by logistic regression on the simulated traditions to tune on (``benchmarks/dependence.py
--tune``)."""
_TWINS = 0.5
"""Of two copies that differ nowhere either may be the other's."""
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


@dataclass(frozen=True, slots=True, order=True)
class Descent:
    """``child`` was made from ``parent``, with the probability that this is so.

    ``main`` is False where the parent was a second exemplar, followed in the columns ``[start, end)`` of
    the table only.
    """

    parent: str
    child: str
    probability: float
    main: bool = True
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Stemma:
    """A rooted network without cycles: ``witnesses`` and ``supposed`` (lost copies that have to be
    supposed, by Greek letters) are its nodes, ``root`` the first copy, ``descents`` its edges.

    Without second exemplars it is a tree. ``root`` is empty where there are no witnesses.
    """

    witnesses: tuple[str, ...]
    supposed: tuple[str, ...]
    root: str
    descents: tuple[Descent, ...]


def stemma(
    table: Mapping[str, Sequence[Reading]], dates: Mapping[str, str] | None = None
) -> Stemma:
    """The pedigree of the witnesses of one text, from their readings.

    ``table``: for each witness what it reads at each place of the collated text, in order: a string,
    empty where it leaves out what others have, or None where its text is lost there. Places where all
    agree may be among them, and help: a word that stands elsewhere in the text is no slip of the pen.
    ``dates``: EDTF dates of some witnesses; no copy is older than its exemplar.

    The tree is the cheapest by the costs of scribal changes (``variation``), which are not the same both
    ways and so show where it begins; the principle is Lachmann's, that witnesses belong together by the
    errors they share. Rows of unequal length raise ValueError. Time grows with the square of the number
    of different witnesses, up to MOST_WITNESSES.
    """
    every = variation(table, dates or {})
    if not every.names:
        return Stemma((), (), "", ())
    twins = _twins(every, dates or {})
    order = sorted(twins, key=lambda w: (*_completeness(every, w), every.names[w]))
    searched, others = sorted(order[:MOST_WITNESSES]), sorted(order[MOST_WITNESSES:])
    given = chosen(every, searched)
    seen = evidence(given, given.states)
    place = {witness: row for row, witness in enumerate(searched)}
    tree = grown(given, seen, [place[w] for w in order[:MOST_WITNESSES]])
    tree = improved(tree, given, seen)
    tree, blocks = contaminated(tree, given, seen)
    titles = _titles(tree, given.names)
    descents = _tree_edges(tree, given, seen, titles) + _second_edges(tree, given, blocks, titles)
    for witness in others:
        near = _nearest(every, witness, searched)
        descents.append(Descent(every.names[near], every.names[witness], _TWINS))
    for witness, same in twins.items():
        descents += [Descent(every.names[witness], every.names[twin], _TWINS) for twin in same]
    supposed = tuple(sorted((titles[node] for node in tree.supposed()), key=lambda t: (len(t), t)))
    return Stemma(every.names, supposed, titles[tree.first], tuple(sorted(descents)))


def ancestors(found: Stemma) -> tuple[tuple[str, str, float], ...]:
    """(ancestor, witness, probability) for the nearest surviving ancestors of each witness, by any
    line."""
    above: dict[str, list[Descent]] = {}
    for descent in found.descents:
        above.setdefault(descent.child, []).append(descent)
    known = set(found.witnesses)
    best: dict[tuple[str, str], float] = {}
    for witness in found.witnesses:
        waiting = [(descent.parent, descent.probability) for descent in above.get(witness, [])]
        seen: set[str] = set()
        while waiting:
            node, probability = waiting.pop()
            if node in known:
                pair = (node, witness)
                best[pair] = max(best.get(pair, 0.0), probability)
            elif node not in seen:
                seen.add(node)
                waiting += [
                    (d.parent, min(probability, d.probability)) for d in above.get(node, [])
                ]
    return tuple((up, name, probability) for (up, name), probability in sorted(best.items()))


def _twins(every: Variation, dates: Mapping[str, str]) -> dict[int, list[int]]:
    """Witnesses that differ nowhere, under the oldest of them, or the first by name."""
    groups: dict[bytes, list[int]] = {}
    for row in range(len(every.names)):
        groups.setdefault(every.states[row].tobytes(), []).append(row)

    def age(row: int) -> tuple[bool, object, int]:
        known = bounds(dates.get(every.names[row], ""))
        return known is None, known or (), row

    ordered = (sorted(group, key=age) for group in groups.values())
    return {group[0]: group[1:] for group in ordered}


def _completeness(every: Variation, witness: int) -> tuple[int, bytes]:
    row = every.states[witness]
    return int((row < 0).sum()), row.tobytes()


def _nearest(every: Variation, witness: int, searched: Sequence[int]) -> int:
    rows, own = every.states[list(searched)], every.states[witness]
    both = (rows >= 0) & (own >= 0)
    share = ((rows != own) & both).sum(axis=1) / np.maximum(both.sum(axis=1), 1)
    return searched[int(share.argmin())]


def _titles(tree: Tree, names: Sequence[str]) -> dict[int, str]:
    """Names of all nodes; the supposed ones are lettered from the first copy downward."""
    titles = dict(enumerate(names))
    taken = set(names)
    number = 0
    for node in tree.downward():
        if node < tree.known:
            continue
        while True:
            turn, letter = divmod(number, len(_GREEK))
            title = _GREEK[letter] + (str(turn) if turn else "")
            number += 1
            if title not in taken:
                break
        titles[node] = title
    return titles


def _tree_edges(
    tree: Tree, given: Variation, seen: Floats, titles: Mapping[int, str]
) -> list[Descent]:
    return [
        Descent(
            titles[tree.parent[node]],
            titles[node],
            probability(_TREE_EDGE, margin, tree.parent[node] < tree.known),
        )
        for node, margin in margins(tree, given, seen).items()
    ]


def margins(tree: Tree, given: Variation, seen: Floats) -> dict[int, float]:
    """For every node but the first, what its next best place would cost more than its own."""
    found = messages(tree, given, seen)
    out: dict[int, float] = {}
    for node in sorted(tree.parent):
        if tree.parent[node] == -1:
            continue
        rest = tree.copy()
        detach(rest, node)
        around = messages(rest, given, seen)
        sums = summed(around, placements(around, found.given[found.index[node]]))
        row = standing(tree, rest, around, node)
        others: NDArray[np.float64] = np.delete(sums, row)
        out[node] = max(0.0, float(others.min() - sums[row]))
    return out


def _second_edges(
    tree: Tree, given: Variation, blocks: Sequence[Block], titles: Mapping[int, str]
) -> list[Descent]:
    """The second exemplars probable enough, as long as nobody becomes his own ancestor."""
    out: list[Descent] = []
    up: dict[int, set[int]] = {node: {above} for node, above in tree.parent.items() if above != -1}
    for block in sorted(blocks, key=lambda b: (-b.saved, b.node, b.start)):
        source = second_exemplar(tree, block)
        chance = probability(_SECOND_EDGE, block.saved, source < tree.known)
        if chance < DRAWN or source in up.get(block.node, ()) or block.node in _over(up, source):
            continue
        up.setdefault(block.node, set()).add(source)
        columns = int(given.places[block.start]), int(given.places[block.end - 1]) + 1
        out.append(Descent(titles[source], titles[block.node], chance, False, *columns))
    return out


def second_exemplar(tree: Tree, block: Block) -> int:
    """The node a block came from: a lost copy between two others is not drawn, but the one above it."""
    above = tree.parent[block.source]
    return above if block.between and above != -1 else block.source


def _over(up: Mapping[int, set[int]], node: int) -> set[int]:
    over = [node]
    seen = {node}
    for one in over:
        for above in sorted(up.get(one, ())):
            if above not in seen:
                seen.add(above)
                over.append(above)
    return seen


def probability(weights: tuple[float, float, float], nats: float, survives: bool) -> float:
    """The logistic of what speaks for an edge."""
    odds = weights[0] + weights[1] * log1p(nats) + weights[2] * survives
    return round(1 / (1 + exp(-odds)), 3)
