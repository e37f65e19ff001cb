"""Judging: how probable it is that two stretches of one wording are a copy, and what kind of copy."""

import math

from variorum.establish.reuse.pairs import Evidence

_BIAS, _PLAIN, _NAMES, _RAREST = -6.86, 0.152, 0.059, -0.1
"""Logistic regression on 92 pairs of phrases that news stories share, drawn by hash at every level of
probability and labelled by one reader: of one origin, or the language's own (``_reuse_fit.py`` among the
benchmarks). Nine or ten plain words weigh even."""
_MOST = 150.0
"""Letters above which more say no more."""


def probability(found: Evidence) -> float:
    """The probability that the wording has one origin and is not the language's or chance's own."""
    logit = (
        _BIAS
        + _PLAIN * min(found.plain, _MOST)
        + _NAMES * min(found.same - found.plain, _MOST)
        + _RAREST * math.log2(max(2, found.rarest) / 2)
    )
    return 1 / (1 + math.exp(-min(30.0, logit)))
