"""Records: how often each teller is right, from all other questions of the dossier."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from variorum.confront.weigh.claims import Weighed
from variorum.confront.weigh.setting import FIXED


@dataclass(slots=True)
class Record:
    """Answers expected to be right, and all answers; by question what each adds to the two."""

    right: float = 0.0
    given: float = 0.0
    by_question: dict[str, tuple[float, float]] = field(default_factory=dict)


Records = Mapping[str, Record]


def records(weighed: Weighed) -> Records:
    found: dict[str, Record] = {}
    for claim, share in zip(weighed.claims, weighed.shares, strict=True):
        probability = weighed.values[claim.question].get(claim.value, 0.0)
        record = found.setdefault(claim.teller, Record())
        right, given = record.by_question.get(claim.question, (0.0, 0.0))
        record.by_question[claim.question] = right + probability * share, given + share
        record.right += probability * share
        record.given += share
    return found


def elsewhere(kept: Records, teller: str, question: str) -> float:
    """The share of right answers expected of a teller, ``question`` itself left aside."""
    expected = FIXED.right + FIXED.vague
    seen = expected + FIXED.wrong
    record = kept.get(teller)
    if record is None:
        return expected / seen
    right, given = record.by_question.get(question, (0.0, 0.0))
    return (expected + record.right - right) / (seen + record.given - given)
