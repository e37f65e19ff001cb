"""Confidence: from the strength of the evidence to how often such a report is right.

Platt scaling (Platt 1999) of the logistic score, with one further term: the farther apart two numbers
are, the more often they count two things. Fitted on 152 reports read by hand, the ids of which stand in
``benchmarks/confront_labels.json``: 85 on journals of two travellers, 67 on news of twenty topics, each
of which holds two like events. On dossiers of one event the confidence is rather too low than too high.
"""

from math import exp, log

from variorum.confront.answers import Answer
from variorum.confront.vocabulary import PEOPLE

INTERCEPT, SLOPE, APART = -1.4, 0.49, -0.79
"""Fitted by maximum likelihood with an L2 penalty of 1 on the last two."""

OF_ONE_STORY = 1.1
"""What it adds that both answers stand in accounts of one story: of 40 such pairs on six
dossiers of our own with a link of .5 and more, four in five were real."""

SUREST = 0.9995
"""Probability from which on more evidence adds nothing."""

FARTHEST = 3.0
"""Natural logarithm of the ratio from which on two numbers are not held to be farther apart."""

LEAST_CONFIDENCE = 0.3
"""Below it a disagreement is not reported: of the labelled ones below, one in seven was right."""


def confidence(
    probability: float, a: Answer, b: Answer, one_event: bool = False, story: bool = False
) -> float:
    """How likely it is that two answers that differ really answer one question, 0 to 1.

    ``probability`` is that of their link (``questions.link``). In a dossier of one event a story may
    grow from three to twenty: there the distance of two numbers tells nothing, but for mere people.
    """
    distance = 0.0 if one_event and a.topic not in PEOPLE else apart(a, b)
    score = INTERCEPT + SLOPE * log_odds(probability) + APART * distance
    score += OF_ONE_STORY * story
    return 1 / (1 + exp(-score))


def log_odds(probability: float) -> float:
    """The log odds, capped at those of SUREST."""
    capped = min(max(probability, 1 - SUREST), SUREST)
    return log(capped / (1 - capped))


def apart(a: Answer, b: Answer) -> float:
    """The logarithm of the ratio of two numbers, 0 to FARTHEST; 0 for dates."""
    low, high = sorted((abs(a.low), abs(b.low)))
    return min(FARTHEST, log((high + 0.5) / (low + 0.5)))
