"""Rows about what the text says and who says it: mentions, entities, dates, voices, statements.

Reading comes before identifying, so what is read refers to a *mention* id (``m_…``) wherever the
table speaks of an entity; identifying maps mention ids to entity ids (``e_…``), and the tables are
handed out with that map applied (see ``resolved``). So a decision about an identity never makes
anything be read again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from variorum.model.ids import content_id
from variorum.model.passage import Passage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mention:
    """A row of ``mentions``: a name, a description or a pronoun that means somebody or something.

    ``form`` is the name in its base form (nominative, without titles); ``titles`` are the ranks,
    offices, kin terms and forms of address that stand with it. ``kind``: name, description ("the
    Dane") or pronoun; the latter two carry the entity of the name they stand for, or none and the
    ``candidates`` where several fit. ``cues`` name what speaks for the type (title, verb of speech…).
    """

    passage: Passage
    type: str
    entity: str
    form: str = ""
    titles: tuple[str, ...] = ()
    account: str = ""
    kind: str = "name"
    candidates: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A row of ``entities``: the person, place, group, unit, ship or work that mentions mean.

    ``reasons`` speak for the identity of its names, ``against`` for keeping others apart from it or
    for doubt; ``within`` are the places that contain a place, the nearest first. Degrees are WGS 84.
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    latitude: float | None = None
    longitude: float | None = None
    authority_ids: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mention id means: one row per mention, kept apart from what was read."""

    mention: str
    entity: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A row of ``dates``: a phrase and its EDTF value ("" when it cannot be resolved).

    ``anchor`` says what a relative date was resolved against; ``entity`` or ``event`` what it dates.
    """

    passage: Passage
    edtf: str
    anchor: str = ""
    entity: str | None = None
    event: str | None = None
    account: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a voice's chain. ``role``: eyewitness, participant, hearsay, narrator, interviewer,
    publisher, denies…, and ``reason`` what shows it; ``date``: when it spoke (EDTF or empty); ``years``
    between what it tells of and the telling, None where either is not known."""

    name: str
    entity: str
    role: str
    date: str
    reason: str = ""
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """A row of ``voices``: who says this passage, nearest first, up to the publication."""

    id: str
    passage: Passage
    cue: Passage | None
    chain: tuple[Link, ...]
    direct: bool
    account: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """The words one part of a statement stands on. ``part``: subject, value, time, place or cue."""

    part: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of ``statements``: who did or was what, when, where, how many.

    ``subject`` is an entity (mention) id or, where none is known, the words; ``modality``: asserted,
    hedged, denied, planned, counterfactual; ``polarity``: positive or negative; ``voice``: a voice id,
    or empty where the account's author says it and nothing shows how he knows; ``arguments`` pin its
    parts to their own words.
    """

    id: str
    passage: Passage
    subject: str
    relation: str
    value: str
    value_type: str
    time: str
    place: str
    polarity: str
    modality: str
    voice: str
    account: str = ""
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A row of ``relations``: ``object`` is the subject's *relation* (subject's mother is object).

    ``reason`` is empty where the words state it, else how it follows (a patronymic, two relations
    put together)."""

    passage: Passage
    subject: str
    relation: str
    object: str
    account: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count, age, distance, duration or sum of money in the text (kept in the store only).

    ``low``/``high`` bound the value (equal when one number is given; ``high`` None: no upper bound);
    ``unit`` is "" for a plain count, else year, mile, hour, dollar…; ``counted`` is the base form of
    what is counted; ``exactness``: exact, about, at_least, at_most, between.
    """

    passage: Passage
    low: float
    high: float | None
    unit: str
    counted: str
    exactness: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the later steps see it (kept in the store only).

    ``terms`` are the base forms of its content words, lower-cased, in order; ``mentions`` the mention
    ids that stand in it; ``date`` the account's or the narrated date (EDTF or ""); ``voice`` a voice
    id or "". Quantities and dates are found by their passages.
    """

    passage: Passage
    terms: tuple[str, ...]
    mentions: tuple[str, ...]
    voice: str = ""
    language: str = "und"
    account: str = ""


def mention_id(passage: Passage, kind: str) -> str:
    """The id a mention carries until it is identified: same words at the same place, same id."""
    return content_id("m", passage.source, passage.start, passage.end, kind)


def resolved(record: T, identities: Mapping[str, str]) -> T:
    """``record`` with every mention id in it replaced by the entity id it was found to mean."""
    names = _REFERENCES.get(type(record))
    if names is None:
        return record
    changes: dict[str, Any] = {}
    for name in names:
        value = getattr(record, name)
        renewed = _resolved(value, identities)
        if renewed != value:
            changes[name] = renewed
    return replace(record, **changes) if changes else record  # type: ignore[type-var]


def _resolved(value: Any, identities: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return identities.get(value, value)
    if isinstance(value, tuple):
        return tuple(_resolved(item, identities) for item in value)
    return resolved(value, identities)


_REFERENCES: Mapping[type, tuple[str, ...]] = {
    Mention: ("entity", "candidates"),
    DateMention: ("entity",),
    Link: ("entity",),
    Voice: ("chain",),
    Statement: ("subject", "value", "place"),
    Relation: ("subject", "object"),
    Sentence: ("mentions",),
}
"""Which fields speak of entities, and so hold mention ids until they are identified."""
