"""Passages: pairs of stretches put together into one passage with all its witnesses."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from variorum.establish.reuse.pairs import Pair
from variorum.establish.stretches import Stretch

SAME_STRETCH = 0.6
"""Of two stretches of one account, the share of what either covers that both must cover to be one."""
CELL = 512
"""Characters of an account that are looked through for a stretch at once."""


def passages(found: Iterable[Pair]) -> list[tuple[tuple[Stretch, ...], tuple[Pair, ...]]]:
    """The witnesses of each passage, sorted, with the pairs that make it one.

    Stretches of one account that cover nearly the same words are one witness; a short quotation out
    of a long copy stays a passage of its own.
    """
    ordered = sorted(found, key=lambda p: (-(p.a.end - p.a.start), p.a, p.b))
    parent: list[int] = []
    nodes: list[list[Stretch]] = []
    seen: dict[tuple[str, int], list[int]] = defaultdict(list)

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def node(stretch: Stretch) -> int:
        cells = range(stretch.start // CELL, (stretch.end - 1) // CELL + 1)
        near = sorted({k for cell in cells for k in seen[stretch.account, cell]})
        best = max(near, key=lambda k: (_jaccard(nodes[k][0], stretch), -k), default=None)
        if best is not None and _jaccard(nodes[best][0], stretch) >= SAME_STRETCH:
            nodes[best].append(stretch)
            return best
        nodes.append([stretch])
        parent.append(len(parent))
        for cell in cells:
            seen[stretch.account, cell].append(len(nodes) - 1)
        return len(nodes) - 1

    joined: list[tuple[int, Pair]] = []
    for pair in ordered:
        a, b = node(pair.a), node(pair.b)
        parent[max(root(a), root(b))] = min(root(a), root(b))
        joined.append((a, pair))
    members: dict[int, list[Stretch]] = defaultdict(list)
    of: dict[int, list[Pair]] = defaultdict(list)
    for number, stretches in enumerate(nodes):
        members[root(number)].append(_widest(stretches))
    for number, pair in joined:
        of[root(number)].append(pair)
    return sorted((tuple(_apart(members[k])), tuple(sorted(of[k], key=_order))) for k in members)


def _order(pair: Pair) -> tuple[Stretch, Stretch]:
    return pair.a, pair.b


def _widest(stretches: Sequence[Stretch]) -> Stretch:
    return Stretch(
        stretches[0].account, min(s.start for s in stretches), max(s.end for s in stretches)
    )


def _apart(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Sorted stretches, those that overlap made one."""
    apart: list[Stretch] = []
    for stretch in sorted(stretches):
        if apart and apart[-1].account == stretch.account and stretch.start < apart[-1].end:
            stretch = _widest([apart.pop(), stretch])
        apart.append(stretch)
    return apart


def _jaccard(one: Stretch, other: Stretch) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))
