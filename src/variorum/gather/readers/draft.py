"""What every reader makes: a ``Reading``, put together piece by piece in a ``Draft``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from variorum.model.transcript import Mark, Origin

MAX_CHARACTERS = 20_000_000
"""A source with a longer text is not read: twenty times the longest novel is a pile, not a source."""

META_LENGTH = 1_000
"""A title or name longer than this is text that went astray, and is cut."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Unreadable(Exception):  # noqa: N818 - a verdict about a file, not a fault of the program
    """This file cannot be read. The message completes "NAME …": what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader took from a file; ``notes`` are sentences about what it left unread."""

    text: str
    origins: tuple[Origin, ...]
    marks: tuple[Mark, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


class Draft:
    """A text under construction, with its origins and marks.

    ``add`` appends characters and says where they came from; ``mark`` says what they are.
    """

    __slots__ = ("_marks", "_origins", "_pieces", "length", "meta", "notes")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._origins: list[Origin] = []
        self._marks: list[Mark] = []
        self.length = 0
        self.meta: list[tuple[str, str]] = []
        self.notes: list[str] = []

    def add(
        self,
        text: str,
        path: str = "",
        span: tuple[int, int] | None = None,
        page: int | None = None,
        box: tuple[float, float, float, float] | None = None,
    ) -> None:
        """Append ``text``, which stands at ``path`` (bytes ``span``; ``page`` and ``box``) of the file.

        Raises ``Unreadable`` once the text is longer than ``MAX_CHARACTERS``.
        """
        if not text:
            return
        start, end = self.length, self.length + len(text)
        if end > MAX_CHARACTERS:
            raise Unreadable(too_long())
        first, last = span if span else (None, None)
        self._pieces.append(well_formed(text))
        self._origins.append(Origin(start, end, path, first, last, page, box))
        self.length = end

    def mark(self, start: int, end: int, kind: str, detail: str = "", who: str = "") -> None:
        """Say what the characters ``[start, end)`` are."""
        self._marks.append(Mark(start, end, kind, well_formed(detail), well_formed(who)))

    def told(self, key: str, value: str) -> None:
        """Keep what the file says of itself; an empty value, and a repeated one, are passed over."""
        value = well_formed(" ".join(value[: 2 * META_LENGTH].split())[:META_LENGTH])
        if value and (key, value) not in self.meta:
            self.meta.append((key, value))

    def include(
        self, reading: Reading, path: str = "", span: tuple[int, int] | None = None
    ) -> None:
        """Append another reading, its paths below ``path``.

        Its byte ranges count inside a part that the file holds compressed or encoded, so they give
        way to ``span``, the bytes of that part.
        """
        first, last = span if span else (None, None)
        base = self.length
        if base + len(reading.text) > MAX_CHARACTERS:
            raise Unreadable(too_long())
        self._pieces.append(reading.text)
        self.length += len(reading.text)
        for o in reading.origins:
            below = "/".join(part for part in (path, o.path) if part)
            self._origins.append(
                Origin(base + o.start, base + o.end, below, first, last, o.page, o.box)
            )
        self._marks.extend(
            replace(m, start=base + m.start, end=base + m.end) for m in reading.marks
        )

    def reading(self) -> Reading:
        """The finished reading."""
        return Reading(
            "".join(self._pieces),
            merged(self._origins),
            in_order(self._marks),
            tuple(self.meta),
            tuple(self.notes),
        )


def too_long() -> str:
    """Why a text that is too long is not read."""
    return (
        f"holds more than {MAX_CHARACTERS // 1_000_000} million characters; "
        "divide it into smaller files and build again"
    )


def well_formed(text: str) -> str:
    """``text`` with lone surrogates, which no file can hold, replaced one for one by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def merged(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Neighbours that name the very same place made one origin."""
    result: list[Origin] = []
    for origin in origins:
        if result and _place(result[-1]) == _place(origin):
            origin = replace(origin, start=result.pop().start)
        result.append(origin)
    return tuple(result)


def _place(o: Origin) -> tuple[object, ...]:
    return (o.byte_start, o.byte_end, o.path, o.page, o.box)


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks sorted as a transcript wants them, each once."""
    key = {mark: (mark.start, -mark.end, mark.kind, mark.detail, mark.who) for mark in marks}
    return tuple(sorted(key, key=key.__getitem__))
