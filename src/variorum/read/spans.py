"""Spans: what was found in a reading text, in characters and tokens, before it becomes records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name in paragraph number ``paragraph``: tokens ``[first, end)`` and characters
    ``[start, stop)`` of the reading text, without titles, articles and possessive endings;
    ``cues`` name what spoke for its kind."""

    paragraph: int
    first: int
    end: int
    start: int
    stop: int
    kind: str
    form: str
    titles: tuple[str, ...]
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceSpan:
    """A pronoun or a description ("the Dane") on tokens ``[first, end)`` and characters
    ``[start, stop)``: the number of the name span it stands for, or -1 and the ``candidates``."""

    paragraph: int
    first: int
    end: int
    start: int
    stop: int
    kind: str
    name: int
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A dated phrase ``[start, end)`` of the reading text; ``paragraph`` is its paragraph's number."""

    paragraph: int
    start: int
    end: int
    edtf: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class QuantitySpan:
    """A quantity on characters ``[start, end)`` of the reading text and tokens ``[first, stop)`` of
    paragraph ``paragraph``; ``noun`` is the token of what is counted, or -1."""

    paragraph: int
    start: int
    end: int
    first: int
    stop: int
    low: float
    high: float | None
    unit: str
    counted: str
    exactness: str
    noun: int = -1


@dataclass(frozen=True, slots=True)
class VoiceSpan:
    """What somebody says: ``[start, end)`` of the reading text, the cue's characters or None, the
    speaker's words, and the number of the name span that means the speaker (or -1); ``role`` is
    eyewitness, participant, hearsay, believer or narrator, and ``reason`` the words or rule that show
    it; ``source`` are the characters that name the speaker; ``hearer`` and ``hearer_name`` say the same
    of whom it was told; ``stated`` is False where no fact is stated, only wanted, felt or named."""

    paragraph: int
    start: int
    end: int
    cue: tuple[int, int] | None
    speaker: str
    name: int
    direct: bool
    role: str = ""
    reason: str = ""
    source: tuple[int, int] | None = None
    hearer: str = ""
    hearer_name: int = -1
    stated: bool = True
