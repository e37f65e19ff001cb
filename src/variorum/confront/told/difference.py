"""What two sentences that tell one thing say otherwise."""

from dataclasses import dataclass, field

from variorum.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a difference: the value in words, where it stands, and in which scene; ``also``
    are further passages it stands on; ``elsewhere``: another hand says it, not the scene's voice."""

    value: str
    passage: Passage
    scene: int
    also: tuple[Passage, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Two tellings of one thing that cannot both be true.

    ``type`` is the disagreement's, ``way`` which detector saw it, ``key`` what is asked (for merging),
    ``near`` the rarity of what the two share close to the words that differ, ``reasons`` in words.
    """

    type: str
    way: str
    key: str
    question: str
    a: Told
    b: Told
    near: float
    reasons: tuple[str, ...] = field(default=())
