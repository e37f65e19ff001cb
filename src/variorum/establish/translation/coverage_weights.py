"""Weights of the evidence for missing sentences and clauses, fitted by ``benchmarks/translation.py --fit``
on texts with planted losses and additions (Text+Berg dev, ParIce, chapters of the gospels)."""

SENTENCE_WEIGHTS: dict[str, tuple[float, ...]] = {
    "well": (
        -1.55, 3.53, -0.0, -0.33, -0.76, 0.21, 0.4, 1.18, -0.71, 1.01, -0.09, 0.85, 0.36, -0.48, 0.75, -0.87,
    ),
    "little": (
        0.66, 2.35, 1.11, -0.45, -0.03, -2.0, 0.0, 0.99, -0.13, 1.03, -0.38, -0.35, -0.35, 0.07, 0.24, 0.44,
    ),
    "not": (
        0.54, 2.79, 1.9, -1.96, 0.0, -0.5, 0.26, 1.67, -0.11, 0.0, -0.97, 0.15, -0.69, 0.0, -0.07, 0.75,
    ),
}
"""By how well the encoder knows the languages: weights of ``coverage.EVIDENCE``."""

CLAUSE_WEIGHTS: tuple[float, ...] = (0.0,) * 12
