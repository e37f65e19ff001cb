"""Expressions: what a phrase of time means before it is known when it was said.

A phrase is read into a small tree ("by the end of last May" is a bound on a part of a named month)
and the tree is given its value by ``resolution`` with the anchors of the place it stands at.
"""

from dataclasses import dataclass

SPEECH, STORY, EITHER = "speech", "story", "either"
"""What a relative phrase counts from: when it is said ("ago"), or the time told of ("later"), or either
("at the end of the week"), as the account speaks of its own days or of others."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the words say outright: EDTF, a year that is not said as ``XXXX`` or ``XX42``."""

    edtf: str


@dataclass(frozen=True, slots=True)
class OldStyle:
    """A day of the Julian calendar, as written."""

    edtf: str


@dataclass(frozen=True, slots=True)
class Shift:
    """``low`` to ``high`` units (None: several) before (``sign`` -1) or after (1) what ``base`` names,
    or the expression ``of``."""

    unit: str
    low: int | None
    high: int | None
    sign: int
    base: str
    about: bool = False
    of: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class Around:
    """The week, month, year… that is ``offset`` from that of the base: "last year", "that summer"."""

    unit: str
    offset: int
    base: str


@dataclass(frozen=True, slots=True)
class Named:
    """A month, season, day of the year (``XXXX-04``) or a weekday (0 is Monday), the ``which`` one:
    -1 last, 0 this, 1 next; None: the words do not say."""

    edtf: str
    weekday: int | None
    which: int | None
    base: str


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """ "On the 14th": a day of the month being told of."""

    day: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from some units back until the base, or from it on: "the past three years"."""

    unit: str
    low: int | None
    sign: int
    base: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The present (0) of whoever speaks; the past (-1) and the future (1) have no value."""

    sign: int


@dataclass(frozen=True, slots=True)
class Part:
    """A third (0, 1, 2) or a half (3, 4) of another expression."""

    of: "Expression"
    part: int


@dataclass(frozen=True, slots=True)
class Week:
    """The week that a day lies in."""

    of: Calendar


@dataclass(frozen=True, slots=True)
class Sofar:
    """What of a time lies before now (-1) or is still to come (1): "earlier this year"."""

    of: "Expression"
    sign: int


@dataclass(frozen=True, slots=True)
class Qualified:
    """About (``~``) or perhaps (``?``) that."""

    of: "Expression"
    mark: str


@dataclass(frozen=True, slots=True)
class Bound:
    """Not after (``sign`` -1) or not before (1) that."""

    of: "Expression"
    sign: int


@dataclass(frozen=True, slots=True)
class Between:
    """From one to the other."""

    first: "Expression"
    last: "Expression"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One or the other."""

    one: "Expression"
    other: "Expression"


@dataclass(frozen=True, slots=True)
class Event:
    """A well-known event's own time."""

    edtf: str
    name: str


Expression = (
    Calendar | OldStyle | Shift | Around | Named | DayOfMonth | Stretch | Reference | Part | Week | Sofar
    | Qualified | Bound | Between | OneOf | Event
)  # fmt: skip
