"""Fits the weights of ``likeness.py`` and ``judging.py`` of ``establish/reuse``:
``python benchmarks/_reuse_fit.py``.

Matthew against Mark, in English and Greek, nothing else; Luke is read as the third account, without his
labels. And the pairs of phrases labelled in ``_reuse_labels.json`` (numbers only, no text). Prints what
stands in the modules.
"""

import json
import math
from pathlib import Path

import numpy as np

from _reuse_data import BENCH, eusebian
from variorum.establish.reuse.likeness import features

RIDGE = 3.0


def logistic(x: np.ndarray, y: np.ndarray, ridge: float) -> np.ndarray:
    """Weights and, last, the bias: Newton's method on standardised columns."""
    mean, scale = x.mean(0), x.std(0) + 1e-12
    z = np.c_[(x - mean) / scale, np.ones(len(x))]
    w = np.zeros(z.shape[1])
    penalty = np.r_[np.full(x.shape[1], ridge), 0.0]
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        gradient = z.T @ (p - y) + penalty * w
        step = np.linalg.solve(
            (z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty + 1e-9), gradient
        )
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    weights = w[:-1] / scale
    return np.r_[weights, w[-1] - weights @ mean]


def best_threshold(p: np.ndarray, y: np.ndarray, slack: float = 0.005) -> tuple[float, float]:
    """The lowest threshold within ``slack`` of the best F1, and that F1."""
    order = np.argsort(-p)
    hits = np.cumsum(y[order])
    f1 = 2 * hits / (np.arange(1, len(p) + 1) + y.sum())
    last = np.flatnonzero(f1 >= f1.max() - slack)[-1]
    return float(p[order][last]), float(f1.max())


def main() -> None:
    if not (BENCH / "eusebian_pairs").is_dir():
        print(f"benchmarks/_reuse_fit.py: no bench data at {BENCH}; nothing was fitted.")
        return
    xs, ys = [], []
    for language in ("kjv", "greek"):
        sections, truth = eusebian(language)
        found = features(list(sections.values()))[0, 1]
        xs.append(found.reshape(-1, found.shape[-1]))
        ys.append(truth[0, 1].ravel())
    x, y = np.concatenate(xs), np.concatenate(ys)
    w = logistic(x, y, RIDGE)
    p = 1 / (1 + np.exp(-(x @ w[:-1] + w[-1])))
    print("WEIGHTS =", tuple(round(float(v), 3) for v in w[:-1]))
    labels = json.loads(Path(__file__).with_name("_reuse_labels.json").read_text("utf-8"))
    rows = [[x["plain"], x["names"], math.log2(x["rarest"] / 2)] for x in labels]
    fitted = logistic(np.array(rows), np.array([float(x["copy"]) for x in labels]), 0.1)
    print("_PLAIN, _NAMES, _RAREST, _BIAS =", *(round(float(v), 3) for v in fitted))
    print("BIAS =", round(float(w[-1]), 3), "PARALLEL, F1 =", best_threshold(p, y))


if __name__ == "__main__":
    main()
