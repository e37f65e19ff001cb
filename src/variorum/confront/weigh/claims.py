"""What is weighed, wherever it comes from: who says which value of which question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, log


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """``teller`` answers ``question`` with ``value``.

    ``kind`` is the kind of question (number, place, arrival time…): a teller may be good at one and bad
    at another. ``nearness`` is added to the log odds of the teller being right here: above nought for
    an eyewitness, below for hearsay. ``share`` (0 to 1) is what of a full voice this is: nought for a
    known copy.
    """

    question: str
    value: str
    teller: str
    kind: str = ""
    nearness: float = 0.0
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Kinship:
    """How two values of one question are akin, by ``(question, said, true)``.

    ``part``: who says ``said`` is not wrong when ``true`` is the case, only vaguer (the country, not the
    town; two of three authors). ``like`` (0 to 1): how easily ``true`` is mistaken for ``said``.
    """

    part: frozenset[tuple[str, str, str]] = frozenset()
    like: Mapping[tuple[str, str, str], float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bond:
    """Two tellers of whom one draws on the other, or both on a third: ``probability``, the questions
    at which they share what is probably wrong, and what each question says for it, as log odds."""

    a: str
    b: str
    probability: float
    shared_errors: tuple[str, ...] = ()
    says: Mapping[str, float] = field(default_factory=dict)

    def elsewhere(self, question: str) -> float:
        """The probability by all other questions: that two agree on a disputed answer does not show
        that they have it from each other."""
        kept = min(max(self.probability, 1e-12), 1 - 1e-12)
        return 1 / (1 + exp(min(500.0, self.says.get(question, 0.0) - log(kept / (1 - kept)))))


@dataclass(frozen=True, slots=True)
class Weighed:
    """``values``: by question, the probability of each value (at most 1 in all, the rest is that none
    is right). ``records``: by teller, the expected shares of right, vague and wrong answers.
    ``shares``: of each claim (in the order of ``claims``) what it counts as a voice of its own."""

    claims: tuple[Claim, ...]
    values: Mapping[str, Mapping[str, float]]
    records: Mapping[str, tuple[float, float, float]]
    shares: tuple[float, ...]
    bonds: tuple[Bond, ...]
