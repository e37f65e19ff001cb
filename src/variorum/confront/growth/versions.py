"""Versions: sentences of several accounts, or of one that repeats itself, that tell one anecdote."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import fsum, log

from variorum.confront.laid import Ground, Scene
from variorum.establish import open_encoder
from variorum.model.critique import Parallel

FEWEST_SIGNS = 3
"""Words, names and units of measure that a sentence must hold, and share, to be a telling."""

MOST_SHARING = 40
"""Sentences that share a sign, up to which it brings them together."""

INDEXED = 12
"""Signs by which a sentence is found: its rarest."""

FEWEST_SCENES = 60
"""Sentences a dossier is taken to have at least when a sign's weight is reckoned."""

ALIKE = 0.5
"""Share of the lighter sentence's weight that two tellings have in common."""

ALIKE_INSIDE = 0.65
"""The same within one account, which says many like things once each."""

ALIKE_IN_PARALLEL, MEANT_ALIKE = 0.3, 0.55
"""The same, and the least cosine, where retold passages hold both sentences. All four were set on
small dossiers of the authors' own: newspapers, memoirs, an interview, letters, a forum, a chronicle."""

APART = 2
"""Sentences between two tellings of one account: nearer ones are one telling."""

MOST_VERSIONS = 24
"""Tellings of one anecdote that are kept; further ones are left out."""

REPRESENTATIVES = 4
"""Tellings of a group that stand for it when two groups are joined."""

LONGEST = 600
"""Characters of the longest sentence that is held to tell one thing."""

MOST_HELD, MOST_MEANT = 12, 500
"""Sentences of one retold passage that are compared with the other's, and how many in all by meaning,
which is asked of passages in two languages only: in one they share words."""

_ENDS = re.compile(r"[.!…;:][\"'”’»)\]]*\s*\Z")
_TELLS = frozenset(("retelling", "copy"))
_NUMERIC = re.compile(r"[\W\d_]+")

Versions = tuple[Scene, ...]


def anecdotes(ground: Ground, parallels: Sequence[Parallel]) -> Iterator[Versions]:
    """Groups of two or more sentences that tell one thing, each group in the order of the sentences.

    Found by rare shared signs and inside retold passages, never by comparing all pairs; a sentence is
    in one group at most. Near-linear: what a common word shares is not looked at.
    """
    signs = {scene.number: _signs(scene) for scene in ground.scenes if _may_tell(scene)}
    counts = Counter(sign for own in signs.values() for sign in own)
    size = max(FEWEST_SCENES, len(signs))
    weights = {sign: log(1 + size / count) for sign, count in counts.items()}
    mass = {number: fsum(weights[sign] for sign in own) for number, own in signs.items()}
    edges = dict(_by_signs(ground, signs, weights, counts, mass))
    for pair, alike in _in_parallels(ground, signs, weights, mass, parallels):
        edges[pair] = max(alike, edges.get(pair, 0.0))
    for group in _grouped(edges):
        told = _one_each([ground.scenes[number] for number in group])
        if len(told) > 1:
            yield tuple(told[:MOST_VERSIONS])


def too_long(scene: Scene) -> bool:
    """Whether a sentence is longer than one that tells one thing: a list, a table, a broken page."""
    return len(scene.sentence.passage.quote) > LONGEST


def _may_tell(scene: Scene) -> bool:
    tells = not too_long(scene) and len(scene.terms) > 1
    return tells and bool(_ENDS.search(scene.sentence.passage.quote))


def _signs(scene: Scene) -> frozenset[str]:
    found = {f"t:{term}" for term in scene.terms if len(term) > 2 and not _NUMERIC.fullmatch(term)}
    found |= {f"e:{mention.entity}" for mention in scene.mentions if mention.entity}
    found |= {f"q:{row.unit}" for row in scene.quantities if row.unit and row.counted != "age"}
    return frozenset(found)


def _weight(signs: frozenset[str], weights: Mapping[str, float]) -> float:
    return fsum(weights[sign] for sign in signs)  # exact, for sets have no order


def _by_signs(
    ground: Ground,
    signs: Mapping[int, frozenset[str]],
    weights: Mapping[str, float],
    counts: Mapping[str, int],
    mass: Mapping[int, float],
) -> Iterator[tuple[tuple[int, int], float]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for number, own in signs.items():
        shared = (sign for sign in own if 1 < counts[sign] <= MOST_SHARING)
        for sign in sorted(shared, key=lambda s: (counts[s], s))[:INDEXED]:
            postings[sign].append(number)
    met: Counter[tuple[int, int]] = Counter()
    for numbers in postings.values():
        for place, one in enumerate(numbers):
            met.update((one, other) for other in numbers[place + 1 :])
    for (one, other), many in sorted(met.items()):
        if many < FEWEST_SIGNS - 1:
            continue
        a, b = ground.scenes[one], ground.scenes[other]
        inside = a.sentence.account == b.sentence.account
        if inside and abs(one - other) <= APART:
            continue
        shared_signs = signs[one] & signs[other]
        if len(shared_signs) < FEWEST_SIGNS + inside:
            continue
        lighter = min(mass[one], mass[other])
        alike = _weight(shared_signs, weights) / lighter
        if alike >= (ALIKE_INSIDE if inside else ALIKE):
            yield (one, other), alike


def _in_parallels(
    ground: Ground,
    signs: Mapping[int, frozenset[str]],
    weights: Mapping[str, float],
    mass: Mapping[int, float],
    parallels: Sequence[Parallel],
) -> Iterator[tuple[tuple[int, int], float]]:
    """Of the sentences of two retold passages, those that are each other's nearest."""
    starts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in signs:
        place = ground.scenes[number].sentence.passage
        starts[place.source].append((place.start, number))
    for places in starts.values():
        places.sort()

    def held(source: str, start: int, end: int) -> list[int]:
        rows = starts.get(source, [])
        first = max(0, bisect_right(rows, (start, len(ground.scenes))) - 1)
        found: list[int] = []
        for at, number in rows[first:]:
            if at >= end or len(found) >= MOST_HELD:
                break
            if ground.scenes[number].sentence.passage.end > start:
                found.append(number)
        return found

    blocks = [
        (held(p.a.source, p.a.start, p.a.end), held(p.b.source, p.b.start, p.b.end))
        for p in parallels
        if p.kind in _TELLS
    ]
    asked = sorted(
        {
            number
            for mine, yours in blocks
            for number in (*mine, *yours)
            if len({_language(ground.scenes[n]) for n in (*mine, *yours)}) > 1
        }
    )[:MOST_MEANT]
    encoder = open_encoder()
    known = [n for n in asked if _language(ground.scenes[n]) in encoder.languages]
    rows = encoder.encode(
        [" ".join(ground.scenes[n].sentence.passage.quote.split()) for n in known]
    )
    meant = dict(zip(known, rows, strict=True))
    for mine, yours in blocks:
        likeness = {}
        for a in mine:
            for b in yours:
                lighter = min(mass[a], mass[b]) or 1.0
                alike = _weight(signs[a] & signs[b], weights) / lighter
                if a in meant and b in meant:
                    cosine = float(meant[a] @ meant[b])
                    if cosine >= MEANT_ALIKE:
                        alike = max(alike, ALIKE * cosine)
                if a != b and alike >= ALIKE_IN_PARALLEL:
                    likeness[min(a, b), max(a, b)] = alike
        best: dict[int, float] = {}
        for pair, alike in likeness.items():
            for number in pair:
                best[number] = max(alike, best.get(number, 0.0))
        for pair, alike in sorted(likeness.items()):
            if alike == best[pair[0]] == best[pair[1]]:
                yield pair, alike


def _language(scene: Scene) -> str:
    return scene.sentence.language.partition("-")[0]


def _grouped(edges: Mapping[tuple[int, int], float]) -> Iterator[list[int]]:
    """Groups whose members hang together: half of the pairs of their first ones must be alike."""
    group_of: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for (one, other), _ in sorted(edges.items(), key=lambda item: (-item[1], item[0])):
        a, b = group_of.get(one, one), group_of.get(other, other)
        if a == b:
            continue
        mine, yours = groups.get(a, [one]), groups.get(b, [other])
        if len(mine) + len(yours) > 2 * MOST_VERSIONS:
            continue
        tried = [
            (min(x, y), max(x, y)) in edges
            for x in mine[:REPRESENTATIVES]
            for y in yours[:REPRESENTATIVES]
        ]
        if 2 * sum(tried) < len(tried):
            continue
        groups[a] = mine + yours
        groups.pop(b, None)
        group_of.update(dict.fromkeys(groups[a], a))
    for _, group in sorted(groups.items()):
        yield sorted(group)


def _one_each(scenes: Sequence[Scene]) -> list[Scene]:
    """Of sentences of one account that stand together, the fullest: they are one telling."""
    kept: list[Scene] = []
    for scene in scenes:
        last = kept[-1] if kept else None
        near = (
            last is not None
            and last.sentence.account == scene.sentence.account
            and scene.number - last.number <= APART
        )
        if last is None or not near:
            kept.append(scene)
        elif len(scene.terms) + len(scene.quantities) > len(last.terms) + len(last.quantities):
            kept[-1] = scene
    return kept
