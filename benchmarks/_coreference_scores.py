"""Scores of a partition against another: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), entity
CEAF (Luo 2005); their mean is the CoNLL score (Pradhan et al. 2012)."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence


def b_cubed(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> tuple[float, float]:
    """Precision and recall, mention by mention."""
    both = Counter((gold[m], found[m]) for m in gold)
    golds, founds = Counter(gold.values()), Counter(found[m] for m in gold)
    total = len(gold) or 1
    precision = sum(n * n / founds[f] for (_, f), n in both.items()) / total
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / total
    return precision, recall


def muc(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> tuple[float, float]:
    """Precision and recall of links."""

    def one(a: Mapping[str, Hashable], b: Mapping[str, Hashable]) -> float:
        parts: dict[Hashable, set[Hashable]] = defaultdict(set)
        sizes: Counter[Hashable] = Counter()
        for mention, cluster in a.items():
            parts[cluster].add(b[mention])
            sizes[cluster] += 1
        links = sum(n - 1 for n in sizes.values())
        return sum(sizes[c] - len(parts[c]) for c in sizes) / links if links else 0.0

    inside = {m: found[m] for m in gold}
    return one(inside, gold), one(gold, inside)


def ceaf_e(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> tuple[float, float]:
    """Precision and recall of entities, aligned one to one as well as can be."""
    both = Counter((gold[m], found[m]) for m in gold)
    golds, founds = Counter(gold.values()), Counter(found[m] for m in gold)
    phi = {(g, f): 2 * n / (golds[g] + founds[f]) for (g, f), n in both.items()}
    best = sum(_best(part) for part in _components(phi))
    return best / (len(founds) or 1), best / (len(golds) or 1)


def f1(scores: tuple[float, float]) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * scores[0] * scores[1] / (sum(scores) or 1.0)


def conll(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> float:
    """Mean F1 of the three."""
    return sum(f1(score(gold, found)) for score in (muc, b_cubed, ceaf_e)) / 3


Weights = dict[tuple[Hashable, Hashable], float]


def _components(phi: Weights) -> list[Weights]:
    home: dict[tuple[int, Hashable], tuple[int, Hashable]] = {}

    def root(x: tuple[int, Hashable]) -> tuple[int, Hashable]:
        while home.setdefault(x, x) != x:
            home[x] = home[home[x]]
            x = home[x]
        return x

    for g, f in phi:
        home[root((0, g))] = root((1, f))
    parts: dict[tuple[int, Hashable], Weights] = defaultdict(dict)
    for (g, f), weight in phi.items():
        parts[root((0, g))][g, f] = weight
    return list(parts.values())


def _best(phi: Weights) -> float:
    """The largest sum of weights with no row or column twice (Kuhn 1955, Munkres 1957)."""
    rows = sorted({g for g, _ in phi}, key=str)
    columns = sorted({f for _, f in phi}, key=str)
    if len(rows) > len(columns):
        phi = {(f, g): w for (g, f), w in phi.items()}
        rows, columns = columns, rows
    cost = [[-phi.get((r, c), 0.0) for c in columns] for r in rows]
    chosen = _assigned(cost)
    return -sum(cost[i][j] for j, i in chosen.items())


def _assigned(cost: Sequence[Sequence[float]]) -> dict[int, int]:
    n, m = len(cost), len(cost[0])
    u, v = [0.0] * (n + 1), [0.0] * (m + 1)
    match, way = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0], j = i, 0
        least, used = [float("inf")] * (m + 1), [False] * (m + 1)
        while match[j]:
            used[j] = True
            delta, following = float("inf"), 0
            for k in range(1, m + 1):
                if not used[k]:
                    current = cost[match[j] - 1][k - 1] - u[match[j]] - v[k]
                    if current < least[k]:
                        least[k], way[k] = current, j
                    if least[k] < delta:
                        delta, following = least[k], k
            for k in range(m + 1):
                if used[k]:
                    u[match[k]] += delta
                    v[k] -= delta
                else:
                    least[k] -= delta
            j = following
        while j:
            match[j], j = match[way[j]], way[j]
    return {k - 1: match[k] - 1 for k in range(1, m + 1) if match[k]}
