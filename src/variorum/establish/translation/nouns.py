"""The nouns: a translation, its beads, its changes."""

from dataclasses import dataclass

from variorum.establish.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences ``a`` stand for sentences ``b``, with this probability."""

    a: Stretch
    b: Stretch
    probability: float


@dataclass(frozen=True, slots=True)
class Change:
    """What one side has and the other has not, or has otherwise.

    ``kind``: omission, addition or substitution, seen from the original where the translation's
    direction
    is known, else from ``a`` to ``b``. ``what``: sentence, clause, number, date, name, place,
    polarity,
    hedge or kin. ``confidence`` is a probability; ``weight`` (0 to 1) says how much it changes the
    sense.
    """

    a: Stretch | None
    b: Stretch | None
    kind: str
    what: str
    confidence: float
    reasons: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Translation:
    """Two accounts of which one translates the other, wholly or in part.

    ``a`` and ``b`` are account ids, ``a`` the one that stands first among the readings.
    ``direction``:
    ``a→b`` when b is the translation, ``b→a``, or ``unknown``; ``direction_probability`` of what it
    says
    (of the likelier side where it is unknown). ``score`` is the probability that this is a
    translation.
    ``whole``: it covers most of both accounts. ``changes`` are sorted, the weightiest first.
    """

    a: str
    b: str
    direction: str
    direction_probability: float
    score: float
    whole: bool
    beads: tuple[Bead, ...]
    changes: tuple[Change, ...]
    reasons: tuple[str, ...]
