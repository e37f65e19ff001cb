"""What is laid out: every sentence with all that stands in it, and what holds of the whole dossier."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from variorum.model.critique import Account
from variorum.model.edtf import Bounds
from variorum.model.testimony import DateMention, Mention, Quantity, Sentence, Statement

Vector = NDArray[np.float32]

DAY = len("1804-05-14")
"""Length of a full date."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with what stands in it, in order.

    ``terms`` are its base forms in the dossier's one vocabulary, ``words`` the same with their offsets,
    where it holds a quantity or a date at all; ``day`` is that of its diary's entry or its account.
    """

    number: int
    sentence: Sentence
    terms: tuple[str, ...]
    words: tuple[tuple[int, str], ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]
    voice: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """All scenes, the accounts by id, and how rare each feature is (0 to 1, 1 for a hapax).

    ``aligned`` tells of a scene with values which others are its counterparts in parallels, and how
    surely; ``meant`` holds vectors of length 1 of scenes with values; ``kin`` names a person's
    father, mother or spouse where only one is told of; ``story`` are the accounts of a small dossier
    that hang together as one story.
    """

    scenes: tuple[Scene, ...]
    accounts: Mapping[str, Account]
    rarity: Mapping[str, float]
    names: Mapping[str, str]
    types: Mapping[str, str]
    cast: Mapping[str, frozenset[str]] = field(default_factory=dict)
    signs: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    when: Bounds | None = None
    aligned: Mapping[int, Mapping[int, float]] = field(default_factory=dict)
    meant: Mapping[int, Vector] = field(default_factory=dict)
    kin: Mapping[tuple[str, str], str] = field(default_factory=dict)
    story: frozenset[str] = frozenset()
