"""Clues to who copied whom, and what each is worth."""

import math
from dataclasses import dataclass

WEIGHTS: dict[str, float] = {
    "later": 1.5,
    "later, of an older text": 0.3,
    "older kind": 0.8,
    "names beside": 2.0,
    "names": 1.0,
    "translated": 1.6,
    "quotes": 1.1,
    "quotes with a verb": 1.9,
    "brackets": 1.6,
    "ellipsis": 1.6,
    "skip": 0.9,
    "slip": 0.6,
    "shorter": 0.4,
    "hedge": 0.9,
    "person": 1.3,
    "cut out": 0.4,
    "whole": 0.4,
    "style": 0.5,
}
"""Log odds that the side with the clue is the copy. "skip" and "shorter" were fitted on 400 pairs of
exemplar and copy of the simulated traditions to tune on (``benchmarks/dependence.py --tune``). There
"slip" is worth 1.7; it is kept at a third of that, for two copies of a lost third have slips too. The
others were set by hand and held against the hand-made cases of ``tests/establish/test_direction.py``. A
date is a date of publication, and an older text may be printed late."""

COMMON_SOURCE = 0.5
"""What is left of the evidence when both sides quote: they may have it from a third."""
OTHER_WAY = 2.0
"""Clues of one name count this often at most: ten misspellings do not weigh ten times one."""


@dataclass(frozen=True, slots=True)
class Clue:
    """``name``: a key of WEIGHTS; ``reason`` says it in plain words; ``times``: how often it was
    seen."""

    name: str
    reason: str
    times: int = 1


def worth(clues: tuple[Clue, ...]) -> float:
    """The log odds of all clues; repeated ones count less and less."""
    return sum(WEIGHTS[clue.name] * min(OTHER_WAY, math.sqrt(clue.times)) for clue in clues)
