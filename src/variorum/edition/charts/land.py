"""Land and borders from Natural Earth, cut to what a map shows and thinned to what can be seen."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

LAND = Path(__file__).parents[1] / "assets" / "land.json"
"""The outlines, made by ``npm run land`` in ``web`` (1:50 million)."""

THIN = 0.7
"""Pixels between two points of an outline that are both drawn."""

Point = tuple[float, float]
Line = tuple[tuple[float, ...], tuple[float, ...]]
"""Longitudes and latitudes, in degrees."""

Frame = tuple[float, float, float, float]
"""West, south, east, north in degrees; east may lie beyond 180, west before -180."""

WORLD = 360.0


def outlines(kind: str) -> Sequence[Line]:
    """All lines of a kind, ``land`` (rings) or ``borders``; none where the asset is missing."""
    return _read().get(kind, ())


@cache
def _read() -> dict[str, tuple[Line, ...]]:
    if not LAND.is_file():
        return {}
    stored = json.loads(LAND.read_bytes())
    scale = stored["scale"]

    def line(steps: list[int]) -> Line:
        return (
            tuple(x / scale for x in accumulate(steps[::2])),
            tuple(y / scale for y in accumulate(steps[1::2])),
        )

    return {kind: tuple(line(steps) for steps in stored[kind]) for kind in ("land", "borders")}


def in_frame(lines: Iterable[Line], frame: Frame, closed: bool) -> Iterator[list[Point]]:
    """The parts of the lines that lie in the frame, wherever on the round earth it begins.

    Rings (``closed``) are clipped to the frame (Sutherland and Hodgman, 1974); of open lines the
    stretches that touch it are given. Linear in the points.
    """
    west, south, east, north = frame
    for xs, ys in lines:
        low, high = min(xs), max(xs)
        if min(ys) > north or max(ys) < south:
            continue
        first = -int((high - west) // WORLD)
        for turn in range(first, first + 3):
            shift = turn * WORLD
            if low + shift > east or high + shift < west:
                continue
            points = [(x + shift, y) for x, y in zip(xs, ys, strict=True)]
            if closed:
                ring = _clipped(points, frame)
                if len(ring) > 2:
                    yield ring
            else:
                yield from _touching(points, frame)


def path(points: Iterable[Point], closed: bool) -> str:
    """An SVG path through ``points`` (pixels), without those too near the one before."""
    out: list[str] = []
    at = (-1e9, -1e9)
    for x, y in points:
        if abs(x - at[0]) + abs(y - at[1]) >= THIN:
            out.append(f"{x:.1f} {y:.1f}")
            at = (x, y)
    if len(out) < 2:
        return ""
    return f"M{'L'.join(out)}{'Z' if closed else ''}"


def _clipped(ring: list[Point], frame: Frame) -> list[Point]:
    west, south, east, north = frame
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        kept: list[Point] = []
        for a, b in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            a_in, b_in = (a[axis] - bound) * sign >= 0, (b[axis] - bound) * sign >= 0
            if a_in != b_in:
                share = (bound - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
            if b_in:
                kept.append(b)
        ring = kept
        if not ring:
            break
    return ring


def _touching(points: list[Point], frame: Frame) -> Iterator[list[Point]]:
    """Stretches of a line inside the frame, with the point before and the point after."""
    west, south, east, north = frame
    run: list[Point] = []
    before: Point | None = None
    for point in points:
        if west <= point[0] <= east and south <= point[1] <= north:
            if not run and before:
                run.append(before)
            run.append(point)
        elif run:
            yield [*run, point]
            run = []
        before = point
    if len(run) > 1:
        yield run
