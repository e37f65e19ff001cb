"""A timeline: a lane for each account, a mark for each date, its uncertainty drawn as what it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.edition.charts.axis import Piece, axis, days, is_open, position
from variorum.model.edtf import bounds, is_approximate

WIDTH = 960.0
"""Pixels of a timeline's width; a page scales it down, a narrow one scrolls it."""

MARGIN = 12.0
POINT = 9.0
"""Pixels of a date that is drawn as a point."""

LONGEST_BAR = 3
"""Rows a lane may have; dates that would need more are counted."""

ROW = 15.0
LABEL = 19.0
"""Pixels of a lane's name, which stands above its marks."""

FADE = 46.0
"""Pixels over which a bar with an open end fades away."""

AXIS = 46.0
"""Pixels of the axis below the lanes."""


@dataclass(frozen=True, slots=True)
class Event:
    """A date to draw: its EDTF value, what a pointer over it is told, where it leads."""

    edtf: str
    title: str
    href: str
    told: bool = False
    """Whether it is when the account itself was written or printed."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A mark. ``shape``: point, bar or told; ``fades``: "", left, right or both."""

    x: float
    y: float
    width: float
    shape: str
    fades: str
    approximate: bool
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One account's marks; ``left_out`` counts those there was no room for."""

    label: str
    href: str
    y: float
    height: float
    bars: tuple[Bar, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A whole drawing, in pixels."""

    width: float
    height: float
    axis_y: float
    pieces: tuple[Piece, ...]
    lanes: tuple[Lane, ...]


def is_drawn(edtf: str) -> bool:
    """Whether a date has a place on an axis: at least one end of it is known."""
    span = bounds(edtf)
    return span is not None and not (is_open(span[0]) and is_open(span[1]))


def timeline(rows: Sequence[tuple[str, str, Sequence[Event]]]) -> Timeline | None:
    """Lay out lanes (name, address, dates), in the order given; None where no date can be drawn.

    Every event must be one that ``is_drawn``. Linear in the events but for a sort.
    """
    known = [[extent(event.edtf) for event in events] for _, _, events in rows]
    pieces = axis((span for row in known for span in row), MARGIN, WIDTH - 2 * MARGIN)
    if not pieces:
        return None
    lanes, y = [], 4.0
    for (label, href, events), spans in zip(rows, known, strict=True):
        bars, used, left_out = _bars(events, spans, pieces, y + LABEL)
        height = LABEL + ROW * max(used, 1) + 5
        lanes.append(Lane(label, href, y, height, bars, left_out))
        y += height
    return Timeline(WIDTH, y + AXIS, y, pieces, tuple(lanes))


def extent(edtf: str) -> tuple[float, float]:
    """First and last day of what is known; an open end is taken for the other one."""
    span = bounds(edtf)
    if span is None:
        raise ValueError(f"{edtf!r} has no place on an axis")
    first, last = span
    if is_open(first):
        return days(last), days(last)
    return days(first), days(first) if is_open(last) else days(last)


def _bars(
    events: Iterable[Event],
    spans: Iterable[tuple[float, float]],
    pieces: tuple[Piece, ...],
    top: float,
) -> tuple[tuple[Bar, ...], int, int]:
    """The marks of one lane, in as few rows as they need without touching one another."""
    ends: list[float] = []
    bars, left_out = [], 0
    ordered = sorted(zip(spans, events, strict=True), key=lambda item: (item[0], item[1].href))
    for (first, last), event in ordered:
        span = bounds(event.edtf)
        fades = _fades(is_open(span[0]), is_open(span[1])) if span else ""
        x, stop = position(pieces, first), position(pieces, last)
        wide = stop - x > POINT and last - first > 1
        shape = "told" if event.told else "bar" if fades or wide else "point"
        if fades == "left":
            x = max(x - FADE, 0.0)
        elif fades == "right":
            stop = min(stop + FADE, WIDTH)
        if shape != "bar":
            x = (x + stop - POINT) / 2
            stop = x + POINT
        row = next((n for n, end in enumerate(ends) if end + 2 <= x), len(ends))
        if row == LONGEST_BAR:
            left_out += 1
            continue
        ends[row : row + 1] = [stop]
        bars.append(
            Bar(
                round(x, 1), round(top + row * ROW, 1), round(stop - x, 1), shape, fades,
                is_approximate(event.edtf), event.title, event.href,
            )
        )  # fmt: skip
    return tuple(bars), len(ends), left_out


def _fades(left: bool, right: bool) -> str:
    return "left" if left else "right" if right else ""
