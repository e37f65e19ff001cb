"""Rows about agreement: disagreements, growths, impossibilities; and findings and decisions."""

from dataclasses import dataclass

from variorum.model.passage import Passage

DISAGREEMENT_TYPES = (
    "number",
    "date",
    "place",
    "person",
    "role",
    "identity",
    "sequence",
    "polarity",
    "age",
)


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a question: its value, the words that give it, who says so (voice ids), and
    how far it is carried (0 to 1 over all sides; None until it is weighed)."""

    value: str
    passages: tuple[Passage, ...]
    voices: tuple[str, ...] = ()
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A row of ``disagreements``: a question to which at least two sides cannot both be right."""

    id: str
    type: str
    question: str
    sides: tuple[Side, ...]
    verdict: str
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One telling of a story that changes as it is told.

    ``change`` says in plain words what is otherwise than in the step before; empty in the first.
    """

    value: str
    passage: Passage
    voice: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Growth:
    """A row of ``growths``: the tellings of one thing, in order."""

    id: str
    question: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Impossibility:
    """A row of ``impossibilities``: passages that cannot stand together, whoever is right."""

    id: str
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]
    confidence: float = 1.0


STANDING_VERDICTS = ("agreed", "single", "disputed", "impossible", "one origin")


@dataclass(frozen=True, slots=True)
class Standing:
    """A row of ``standing``: one sentence of what is left of the events when all is weighed.

    ``verdict``: agreed (by independent witnesses), single (told by one), disputed, impossible, or one
    origin (told by several who have it from one). ``sentence`` says it in the words of the sources or of
    the question; ``passages`` are where it stands; ``about`` is the id of the disagreement or
    impossibility, or empty; ``reasons`` say why, in plain words.
    """

    id: str
    verdict: str
    sentence: str
    passages: tuple[Passage, ...]
    about: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Anything the critique reports to a reader, in one shape for lists, margins and the terminal.

    ``id`` is the id of the row it stands for; ``kind`` one of insertion, revision, omission, borrowing,
    disagreement, growth, impossibility, retouching, note…; ``summary`` one plain sentence that
    repeats no abusive word; ``confidence`` is calibrated, with its ``reasons``;
    ``weight`` (0 to 1) says how much it changes the sense, other things being equal.
    """

    id: str
    kind: str
    summary: str
    passages: tuple[Passage, ...]
    confidence: float
    reasons: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of ``decisions``: what a person said about a finding, an identity or a statement.

    ``about`` is an id; ``verdict`` one of accept, reject, same, different, note; ``undoes`` the id of
    an earlier decision or empty. Append-only: nothing is ever changed or deleted.
    """

    id: str
    at: str
    who: str
    about: str
    verdict: str
    note: str
    undoes: str = ""
