"""Judging: how probable it is that two stretches of one wording are a copy, and what kind of copy."""

import math

from variorum.establish.reuse.pairs import Evidence

_BIAS, _PLAIN, _NAMES, _SHARE, _RAREST = -6.9, 0.155, 0.03, 3.0, -0.45


def probability(found: Evidence) -> float:
    """The probability that the wording has one origin and is not the language's or chance's own."""
    plain, names = min(found.plain, 150.0), min(found.same - found.plain, 150.0)
    logit = (
        _BIAS
        + _PLAIN * plain
        + _NAMES * names
        + _SHARE * (found.share - 0.8)
        + _RAREST * math.log2(max(2, found.rarest) / 2)
    )
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
