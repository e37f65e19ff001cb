"""Compatibility before conflict: two answers differ only if both cannot be true."""

import re

from variorum.confront.answers import Answer
from variorum.model.edtf import compatible

ABOUT = 0.15
"""How far "about 40" reaches to either side: 34 to 46."""

ROUNDED = 0.05
"""How far a number in round hundreds may stand for an exact one: 500 for 476 to 524."""

CONVERTED = 0.07
"""How far two units' round numbers may differ for one distance or duration: 3 miles, 5 kilometres."""

ABOUT_PARTS = 0.25
"""Hours by which a part of the day may be stretched, and a time told to the minute with "about"."""

ABOUT_HOURS = 0.5
"""How far a clock time may be meant loosely where one of the two is approximate. These five were
set by hand, wide rather than narrow; a wider reach only hides disagreements."""

_HALF_DAY, _DAY = 12.0, 24.0
_SECONDS = re.compile(r"[\"”″]|''|’’")


def agree(a: Answer, b: Answer) -> bool:
    """Whether both answers can be true of one thing; neither has to be."""
    if a.kind == "date":
        return compatible(a.edtf, b.edtf)
    if a.kind == "clock":
        return _clocks_agree(a, b)
    if a.kind == "position":
        return abs(a.low - b.low) <= max(_fineness(a), _fineness(b))
    if a.born is not None and b.born is not None:
        return a.born[0] <= b.born[1] and b.born[0] <= a.born[1]
    low_a, high_a = _reach(a, a.unit != b.unit)
    low_b, high_b = _reach(b, a.unit != b.unit)
    return low_a <= high_b and low_b <= high_a


def _fineness(answer: Answer) -> float:
    """How finely an angle is told, in degrees: to the second, or to the minute."""
    return 1e-5 if _SECONDS.search(answer.shown) else 1 / 60


def why_agree(a: Answer, b: Answer) -> str:
    """In words why two answers of unlike value are no conflict; "" where they are alike or conflict."""
    if same_value(a, b) or not agree(a, b):
        return ""
    if a.kind == "date":
        return "the one date lies within the other"
    if a.kind == "position":
        return "told to the minute, not to the second"
    if a.born is not None and b.born is not None:
        return "both ages fit one year of birth"
    if a.exactness != "exact" or b.exactness != "exact":
        return "about, over and under are ranges, which meet"
    if a.unit != b.unit:
        return "in other units it is the same, rounded"
    return "the one is within the other, or rounded"


def same_value(a: Answer, b: Answer) -> bool:
    """Whether both say the same, so that they stand on one side."""
    if a.kind == "date":
        return a.edtf == b.edtf
    if a.born != b.born:
        return False
    return (a.low, a.high, a.exactness) == (b.low, b.high, b.exactness)


def _reach(answer: Answer, converted: bool) -> tuple[float, float]:
    low = answer.low
    high = float("inf") if answer.high is None else answer.high
    if answer.exactness == "at_least":
        return low, float("inf")
    if answer.exactness == "at_most":
        return 0.0, answer.high if answer.high is not None else low
    slack = ABOUT if answer.exactness == "about" else 0.0
    if converted:
        slack = max(slack, CONVERTED)
    if answer.kind == "count" and low == high and low >= 100 and low % 100 == 0:
        slack = max(slack, ROUNDED)
    return low * (1 - slack), high * (1 + slack)


def _clocks_agree(a: Answer, b: Answer) -> bool:
    if a.high != a.low or b.high != b.low:
        return _spans_apart(a, b) <= ABOUT_PARTS
    told = a.topic == b.topic == "clock"
    span = _DAY if told else _HALF_DAY
    apart = abs(a.low - b.low) % span
    loose = a.exactness != "exact" or b.exactness != "exact"
    whole = a.low % 0.5 == b.low % 0.5 == 0
    slack = (ABOUT_HOURS if whole else ABOUT_PARTS) if loose else 1 / 120
    return min(apart, span - apart) <= slack


def _spans_apart(a: Answer, b: Answer) -> float:
    """Hours between two times one of which is a part of the day: dusk, the small hours."""
    shifts = [0.0, _DAY, -_DAY]
    if any(hour.high == hour.low and hour.topic != "clock" for hour in (a, b)):
        shifts += [_HALF_DAY, -_HALF_DAY]  # the plain hour does not say of which half it is
    end, other = a.high or a.low, b.high or b.low
    return min(max(0.0, b.low + s - end, a.low - other - s) for s in shifts)
