"""Fits the weights of the alignment model: ``python benchmarks/_translation_fit.py``.

Maximum likelihood by gradient (Adam, Kingma and Ba 2015) over gold beads; prints cross-validated
strict F1 and the weights of all data, which stand in ``establish/translation/weights.py``.
"""

import sys
from collections.abc import Sequence

import numpy as np

from _translation_data import Beads, parice, sides_of, strict, textberg
from variorum.establish.meaning import Encoder, open_encoder
from variorum.establish.translation.align import (
    doubtful,
    encode_runs,
    familiarity,
    near,
    near_diagonal,
    probabilities,
)
from variorum.establish.translation.band import Band, band
from variorum.establish.translation.chain import Link, best, chances
from variorum.establish.translation.scoring import (
    SHAPES,
    anchors,
    coarse,
    features,
    pair,
    skip_features,
)
from variorum.establish.translation.sides import Side

FOLDS, STEPS, RATE, RIDGE = 6, 90, 0.15, 1e-4

START = (
    (3.0, 3.0, 0.0, 0.0, -0.5, -0.5, 1.0, 1.0, 0.0, -2.0, -3.0, -4.0, -3.0, 0.5),
    (-1.0, 0.5, -0.5),
)
"""Where every fit begins: nothing learnt is carried from one fold to the next."""

Case = tuple[list[np.ndarray], np.ndarray, np.ndarray, list[tuple[int, int, int, int]], Beads]


def cases(a: Side, b: Side, gold: Beads, folds: int, encoder: Encoder) -> list[Case]:
    """A document cut into ``folds`` pieces at beads, with the features of every possible bead."""
    two, within = pair(a, b), band(*coarse(pair(a, b)))
    knows = familiarity(a, b)
    first = probabilities(two, within, near_diagonal(within), knows)
    links = best(first, within)
    if knows == "well":
        encode_runs(two, doubtful(first, within, links), encoder)
    shared = anchors(two, near(links, len(a), len(b)))
    skips_a, skips_b = skip_features(a), skip_features(b)
    made = []
    for i0, i1, j0, j1 in cuts(gold, len(a), len(b), folds):
        grid = Band(np.full(len(a) + 1, j0), np.full(len(a) + 1, j1))
        rows = [features(two, grid, shared, i) for i in range(i0, i1)]
        inside = [
            (x[0] - i0, x[-1] + 1 - i0, y[0] - j0, y[-1] + 1 - j0)
            for x, y in gold
            if x and y and i0 <= x[0] and x[-1] < i1 and j0 <= y[0] and y[-1] < j1
        ]
        kept = [
            (tuple(i - i0 for i in x), tuple(j - j0 for j in y))
            for x, y in gold
            if x and y and i0 <= x[0] < i1
        ]
        made.append((rows, skips_a[i0:i1], skips_b[j0:j1], trainable(inside), kept))
    return made


def cuts(gold: Beads, n: int, m: int, folds: int) -> list[tuple[int, int, int, int]]:
    made, i0, j0, i, j = [], 0, 0, 0, 0
    for x, y in gold:
        i, j = max([i, *(k + 1 for k in x)]), max([j, *(k + 1 for k in y)])
        if i >= (len(made) + 1) * n / folds and len(made) < folds - 1:
            made.append((i0, i, j0, j))
            i0, j0 = i, j
    return [*made, (i0, n, j0, m)]


def trainable(spans: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Gold beads of possible shapes in rising order; larger ones are cut down."""
    kept, i, j = [], 0, 0
    for a, a_end, b, b_end in sorted(spans):
        if a < i or b < j:
            continue
        while (a_end - a, b_end - b) not in SHAPES:
            if a_end - a > b_end - b:
                a_end -= 1
            else:
                b_end -= 1
        kept.append((a, a_end, b, b_end))
        i, j = a_end, b_end
    return kept


def _grid(case: Case) -> Band:
    n, m = len(case[1]), len(case[2])
    return Band(np.zeros(n + 1, np.int64), np.full(n + 1, m))


def _found(case: Case, weights: np.ndarray, skips: np.ndarray):
    rows, skips_a, skips_b = case[:3]
    gains = [np.einsum("sfc,f->sc", row, weights) for row in rows]
    return chances(gains, skips_a @ skips, skips_b @ skips, _grid(case)), gains


def gradient(data: Sequence[Case], weights: np.ndarray, skips: np.ndarray):
    """Log-likelihood a sentence and its gradients."""
    to_weights, to_skips, total, count = np.zeros_like(weights), np.zeros_like(skips), 0.0, 0
    for case in data:
        rows, skips_a, skips_b, gold, _ = case
        found, gains = _found(case, weights, skips)
        in_a, in_b = np.ones(len(skips_a), bool), np.ones(len(skips_b), bool)
        for a, a_end, b, b_end in gold:
            number = SHAPES.index((a_end - a, b_end - b))
            to_weights += rows[a][number, :, b]
            total += gains[a][number, b]
            in_a[a:a_end], in_b[b:b_end] = False, False
        to_skips += skips_a[in_a].sum(0) + skips_b[in_b].sum(0)
        total += (skips_a[in_a] @ skips).sum() + (skips_b[in_b] @ skips).sum() - found.total
        for row, share in zip(rows, found.beads, strict=True):
            to_weights -= np.einsum("sfc,sc->f", row, share)
        to_skips -= found.skipped_a @ skips_a + found.skipped_b @ skips_b
        count += len(skips_a) + len(skips_b)
    return total / count, to_weights / count, to_skips / count


def fit(
    data: Sequence[Case], start: tuple[Sequence[float], Sequence[float]], frozen: Sequence[int]
):
    """Weights by Adam, ``frozen`` features kept at 0."""
    size = len(start[0])
    point = np.array([*start[0], *start[1]])
    point[list(frozen)] = 0.0
    mean, square = np.zeros_like(point), np.zeros_like(point)
    for step in range(1, STEPS + 1):
        _, one, other = gradient(data, point[:size], point[size:])
        slope = np.concatenate([one, other]) - RIDGE * point
        slope[list(frozen)] = 0.0
        mean, square = 0.9 * mean + 0.1 * slope, 0.98 * square + 0.02 * slope**2
        rate = RATE * min(1.0, 3 * (1 - step / (STEPS + 1)))
        point += rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.98**step)) + 1e-8)
    return point[:size], point[size:]


def score(data: Sequence[Case], weights: np.ndarray, skips: np.ndarray, doubt: float) -> np.ndarray:
    totals = np.zeros(3)
    for case in data:
        found, _ = _found(case, weights, skips)
        totals += strict(case[4], _beads(best(found, _grid(case), doubt)))
    return totals


def _beads(links: Sequence[Link]) -> Beads:
    return [(tuple(range(x.a, x.a_end)), tuple(range(x.b, x.b_end))) for x in links]


def cross_validated(
    groups: list[list[Case]], knows: str, frozen: Sequence[int]
) -> dict[float, float]:
    totals = {doubt: np.zeros(3) for doubt in (0.0, 0.3, 0.4, 0.5)}
    for held in range(len(groups)):
        weights, skips = fit(
            [c for i, g in enumerate(groups) if i != held for c in g], START, frozen
        )
        for doubt in totals:
            totals[doubt] += score(groups[held], weights, skips, doubt)
    return {doubt: 2 * t[0] / (t[1] + t[2]) for doubt, t in totals.items()}


def main() -> None:
    encoder = open_encoder()
    wanted = sys.argv[1:] or ["well", "little", "not"]
    for knows in wanted:
        if knows == "well":
            a, b, gold = textberg()
            groups = [
                [c] for c in cases(*sides_of(a, b, "de", "fr", encoder), gold, FOLDS, encoder)
            ]
        else:
            tag = "en" if knows == "little" else "und"
            groups = [
                cases(*sides_of(a, b, tag, "is", encoder, knows), gold, 1, encoder)
                for a, b, gold in parice().values()
            ]
        frozen = (0, 1) if knows == "not" else ()
        print(knows, cross_validated(groups, knows, frozen))
        weights, skips = fit([c for g in groups for c in g], START, frozen)
        print(tuple(map(float, weights.round(2))), tuple(map(float, skips.round(2))), flush=True)


if __name__ == "__main__":
    main()
