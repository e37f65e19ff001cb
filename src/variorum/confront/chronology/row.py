"""The row of an impossibility, and how sure its arithmetic is."""

from collections.abc import Iterable

from variorum.model.findings import Impossibility
from variorum.model.ids import content_id
from variorum.model.passage import Passage

CERTAIN, LIKELY, DOUBTFUL = 0.95, 0.8, 0.65
"""Confidence of plain arithmetic; of arithmetic that rests on an identity; and of what rests on an
identity across accounts or on a date reckoned from others. Not calibrated: too few are known."""


def impossible(
    passages: Iterable[Passage], reasons: tuple[str, ...], confidence: float
) -> Impossibility:
    """An impossibility of these passages; its id follows from them and the reasons."""
    ordered = tuple(sorted(set(passages)))
    identity = content_id("i", [[p.source, p.start, p.end] for p in ordered], list(reasons))
    return Impossibility(identity, ordered, reasons, confidence)
