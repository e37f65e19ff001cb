"""Weights of the alignment model, fitted by maximum likelihood
(``benchmarks/_translation_fit.py``)."""

WEIGHTS: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "well": (
        (1.16, 9.13, 1.03, -5.35, 0.28, -0.6, 0.6, 0.77, -0.3, -0.14, -0.56, -0.35, -0.26, 0.82),
        (-0.18, 1.13, -0.64),
    ),
    "little": (
        (1.36, 4.99, -1.14, 0.92, -1.41, -0.46, 1.1, 3.31, 0.81, -2.6, -4.27, -4.8, -5.76, 1.81),
        (-1.86, -0.74, -0.34),
    ),
    "learnt": (
        (1.36, 4.99, -1.14, 0.92, -1.41, -0.46, 1.1, 3.31, 0.81, -2.6, -4.27, -4.8, -5.76, 1.81),
        (-1.86, -0.74, -0.34),
    ),
    "not": (
        (0.0, 0.0, -0.27, 0.11, -1.7, -0.53, 2.39, 3.6, 0.97, -2.94, -4.82, -6.08, -7.11, 1.96),
        (-2.06, -0.89, -0.41),
    ),
}
"""By how well the encoder knows the worse known language: weights of ``scoring.FEATURES`` and of
``scoring.SKIP_FEATURES``. "well" was fitted on the Text+Berg dev part, German-French; "little" and
"not" on ParIce's ten English-Icelandic documents, with and without the encoder."""
