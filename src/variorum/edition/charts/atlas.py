"""A map: land, borders and a dossier's places, zoomed to where they lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sqrt

from variorum.edition.charts.labels import Label, placed
from variorum.edition.charts.land import WORLD, Frame, Point, in_frame, outlines, path

WIDTH = 960.0
"""Pixels of a map's width."""

HEIGHTS = (420.0, 640.0)
"""Pixels of the lowest and of the highest map."""

LEAST_SPAN = 4.0
"""Degrees of latitude the closest map shows: nearer, a 1:50 million coast is a few straight lines."""

AROUND = 0.16
"""Share of the places' span that is shown around them."""

DETAIL_SHARE = 0.7
"""Share of the places that lie together when a second map shows them larger…"""

DETAIL_SIZE = 0.3
"""…and how much of the first map's width and height they fill at most."""

HAIR = 1e-6
"""Degrees that keep the westernmost place from being counted once around the earth by rounding."""

NORTHMOST, SOUTHMOST = 84.0, -80.0

_MERIDIANS = (0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
"""Degrees between the lines of the net, of which the first that gives few lines is taken."""

CORNER = 18.0
"""Pixels above the lower edge in which no parallel is drawn: its name would cover a meridian's."""

EDGE = 4.0
"""Pixels beyond the map's edge to which outlines are drawn, so that none is drawn along the edge."""

MOST_LINES = 7


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to draw, in degrees; ``weight`` is how often it is named."""

    name: str
    latitude: float
    longitude: float
    weight: int
    href: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map, in pixels, with its name where there is room for it."""

    x: float
    y: float
    radius: float
    label: Label | None
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class NetLine:
    """A meridian or parallel and what it is called."""

    x: float
    y: float
    vertical: bool
    label: str


@dataclass(frozen=True, slots=True)
class Map:
    """A whole drawing, in pixels; ``land`` and ``borders`` are SVG paths, ``detail`` a rectangle (x, y,
    width, height) that the next map shows larger."""

    width: float
    height: float
    land: str
    borders: str
    net: tuple[NetLine, ...]
    dots: tuple[Dot, ...]
    detail: tuple[float, float, float, float] | None = None


def maps(spots: Sequence[Spot]) -> tuple[Map, ...]:
    """The map of all ``spots`` (the weightiest first) and, where most of them lie close together
    in it, a second one of that part. Equidistant cylindrical projection, true at the middle parallel."""
    if not spots:
        return ()
    turned = _turned(spots)
    whole = _frame(turned, AROUND)
    close = _close(turned)
    near = _frame(close, AROUND)
    small = (near[2] - near[0]) < DETAIL_SIZE * (whole[2] - whole[0]) and (
        near[3] - near[1]
    ) < DETAIL_SIZE * (whole[3] - whole[1])
    if len(close) < 2 or not small:
        return (_map(turned, whole, None),)
    return _map(turned, whole, near), _map(turned, near, None)


def _turned(spots: Sequence[Spot]) -> list[Spot]:
    """The spots with their longitudes counted on from the widest empty stretch of the round earth."""
    around = sorted({spot.longitude % WORLD for spot in spots})
    gaps = [(b - a, b) for a, b in pairwise([*around, around[0] + WORLD])]
    start = max(gaps)[1] % WORLD - HAIR
    first = start if start <= WORLD / 2 else start - WORLD
    return [
        Spot(s.name, s.latitude, first + (s.longitude - first) % WORLD, s.weight, s.href)
        for s in spots
    ]


def _close(spots: Sequence[Spot]) -> list[Spot]:
    """The share of the spots that lies nearest to their middle (of the medians)."""
    longitudes = sorted(spot.longitude for spot in spots)
    latitudes = sorted(spot.latitude for spot in spots)
    x, y = longitudes[len(longitudes) // 2], latitudes[len(latitudes) // 2]
    nearest = sorted(spots, key=lambda s: ((s.longitude - x) ** 2 + (s.latitude - y) ** 2, s.name))
    return nearest[: int(len(nearest) * DETAIL_SHARE)] or nearest


def _frame(spots: Sequence[Spot], around: float) -> Frame:
    """The degrees a map of the spots shows, in the shape of the page."""
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    middle = max(min((south + north) / 2, 75.0), -75.0)
    flat = cos(radians(middle))
    high = max((north - south) * (1 + 2 * around), LEAST_SPAN)
    wide = max((east - west) * (1 + 2 * around) * flat, LEAST_SPAN)
    low, top = (WIDTH / height for height in reversed(HEIGHTS))
    wide, high = max(wide, high * low), max(high, wide / top)
    half = min(wide / flat, WORLD) / 2
    x = (west + east) / 2
    south, north = (south + north - high) / 2, (south + north + high) / 2
    if north - south > NORTHMOST - SOUTHMOST:
        south, north = SOUTHMOST, NORTHMOST
    shift = min(0.0, NORTHMOST - north) or max(0.0, SOUTHMOST - south)
    return x - half, south + shift, x + half, north + shift


def _map(spots: Sequence[Spot], frame: Frame, detail: Frame | None) -> Map:
    west, south, east, north = frame
    scale = WIDTH / (east - west)
    flat = cos(radians((south + north) / 2))
    height = round((north - south) * scale / flat, 1)

    def at(point: Point) -> Point:
        return (point[0] - west) * scale, (north - point[1]) * scale / flat

    more = EDGE / scale
    wider = (west - more, south - more, east + more, north + more)
    inside = [s for s in spots if west <= s.longitude <= east and south <= s.latitude <= north]
    drawn = [(*at((s.longitude, s.latitude)), _radius(s.weight), s.name) for s in inside]
    labels = placed(drawn, WIDTH, height)
    dots = tuple(
        Dot(round(x, 1), round(y, 1), radius, label, s.name, s.href)
        for (x, y, radius, _), label, s in zip(drawn, labels, inside, strict=True)
    )
    edge = None
    if detail:
        left, top = at((detail[0], detail[3]))
        right, bottom = at((detail[2], detail[1]))
        edge = (round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1))
    return Map(
        WIDTH, height,
        "".join(path(map(at, ring), True) for ring in in_frame(outlines("land"), wider, True)),
        "".join(path(map(at, line), False) for line in in_frame(outlines("borders"), wider, False)),
        tuple(_net(frame, scale, flat)), dots, edge,
    )  # fmt: skip


def _radius(weight: int) -> float:
    """A dot's area grows with how often a place is named, within reason."""
    return round(min(3.0 + sqrt(weight), 9.0), 1)


def _net(frame: Frame, scale: float, flat: float) -> list[NetLine]:
    west, south, east, north = frame
    step = next((n for n in _MERIDIANS if (east - west) / n <= MOST_LINES), _MERIDIANS[-1])
    lines = []
    degree = -(-west // step) * step
    while degree < east:
        true = (degree + 180) % WORLD - 180
        x = round((degree - west) * scale, 1)
        lines.append(NetLine(x, 0, True, _degrees(true, "E", "W")))
        degree += step
    degree = -(-(south + CORNER / scale) // step) * step
    while degree < north:
        y = round((north - degree) * scale / flat, 1)
        lines.append(NetLine(0, y, False, _degrees(degree, "N", "S")))
        degree += step
    return lines


def _degrees(degree: float, plus: str, minus: str) -> str:
    side = "" if degree == 0 or abs(degree) == 180 else plus if degree > 0 else minus
    return f"{abs(degree):g}°{side}"
