"""An axis of time: empty decades are left out, and what lies close together is drawn as under a lens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from variorum.model.edtf import EARLIEST_YEAR, LATEST_YEAR, Moment

DAYS_IN_YEAR = 365.2425
MOST_RANGES = 6
"""Stretches of time an axis is broken into; more breaks than that cannot be followed by eye."""

LEAST_GAP = 0.2
"""A stretch without any date is left out when it is at least this share of what is drawn now."""

LONG = 400
"""Days of the longest date that decides where an axis may be broken: a year and a little. "In the
1880s" is no reason to draw ten empty years."""

BREAK = 26.0
"""Pixels between two stretches."""

LEAST_WIDTH = 54.0
"""Pixels of the narrowest stretch: one date with its label."""

LENS_SHARE, LENS_SIZE, LENS_DATES = 0.3, 0.05, 8
"""A stretch with at least so many dates is drawn under a lens where this share of them lies within so
small a part of it: the days of the event itself, between the years of its telling."""

LENS_WEIGHT = 2.0
"""How much wider what is under a lens is drawn than its dates alone would make it."""

PRECISE = 31
"""Days of the longest date that counts when a lens is looked for."""

PADDING = 0.06
"""Share of a stretch that is kept free at either end."""

_STEPS = (
    *(("day", n) for n in (1, 2, 7)),
    *(("month", n) for n in (1, 2, 3, 6)),
    *(("year", n) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
_STEP_DAYS = {"day": 1.0, "month": DAYS_IN_YEAR / 12, "year": DAYS_IN_YEAR}
_TICK_ROOM = {"day": 46.0, "month": 34.0, "year": 42.0}
"""Pixels from one tick's label to the next."""

FINER = 0.05
"""A tick's step is at least this share of the shortest date: days are no help where only years are
known, months are."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on the axis and what stands under it."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """An unbroken stretch, ``first`` to ``last`` in days, drawn from ``left`` on, ``width`` wide.
    ``caption`` names its years where the ticks do not; ``lens``: drawn larger than its neighbours,
    from which no break parts it (``joined``: nor does one part it from the piece before)."""

    first: float
    last: float
    left: float
    width: float
    ticks: tuple[Tick, ...] = ()
    caption: str = ""
    lens: bool = False
    joined: bool = False


def days(moment: Moment) -> float:
    """A moment as a number of days; years outside the calendar of ``datetime`` are counted evenly."""
    if 1 <= moment.year <= LATEST_YEAR:
        day = min(moment.day, 28) if moment.month == 2 else moment.day
        extra = moment.day - day
        return date(moment.year, moment.month, day).toordinal() + extra + moment.minute / 1440
    return (moment.year - 1) * DAYS_IN_YEAR + (moment.month - 1) * 30.4 + moment.day


def is_open(moment: Moment) -> bool:
    """Whether a bound says no more than that nothing is known in this direction."""
    return moment.year in (EARLIEST_YEAR, LATEST_YEAR)


def axis(spans: Iterable[tuple[float, float]], left: float, width: float) -> tuple[Piece, ...]:
    """The axis on which the dates ``spans`` (first and last day of each) are drawn.

    It is broken at its widest gaps, and stretched where dates are many; a piece is as wide as the
    square root of their number asks for. Every date lies on it. Empty without dates. Costs a sort.
    """
    spans = sorted(spans)
    if not spans:
        return ()
    sharp = [span for span in spans if span[1] - span[0] <= LONG] or spans
    precise = sorted({(a + b) / 2 for a, b in spans if b - a <= PRECISE})
    cuts: list[tuple[float, float, bool, bool]] = []
    for first, last in _broken(sharp):
        pad = max((last - first) * PADDING, 0.75)
        inside = precise[bisect_left(precise, first) : bisect_right(precise, last)]
        cuts += _under_lens(first - pad, last + pad, inside)
    starts = [first for first, _, _, _ in cuts]
    weights = [0.0] * len(cuts)
    finest = [float(LONG)] * len(cuts)
    for first, last in sharp:
        number = max(0, bisect_right(starts, first) - 1)
        weights[number] += 1
        finest[number] = min(finest[number], last - first)
    shares = [
        weight**0.5 * (LENS_WEIGHT if lens else 1.0)
        for weight, (_, _, lens, _) in zip(weights, cuts, strict=True)
    ]
    breaks = sum(not joined for _, _, _, joined in cuts) - 1
    room = max(0.0, width - BREAK * breaks - LEAST_WIDTH * len(cuts))
    pieces: list[Piece] = []
    at = left
    for number, ((first, last, lens, joined), share) in enumerate(zip(cuts, shares, strict=True)):
        at += BREAK if number and not joined else 0.0
        wide = LEAST_WIDTH + room * share / (sum(shares) or 1)
        piece = replace(_piece(first, last, at, wide, finest[number]), lens=lens, joined=joined)
        if joined:
            piece = _apart(pieces[-1], piece)
        pieces.append(piece)
        at += wide
    return tuple(pieces)


def position(pieces: tuple[Piece, ...], day: float) -> float:
    """Where a day stands on the axis; one in a break stands in the middle of the break."""
    index = bisect_right(pieces, day, key=lambda piece: piece.first) - 1
    if index < 0:
        return pieces[0].left
    piece = pieces[index]
    if day <= piece.last:
        return piece.left + piece.width * (day - piece.first) / (piece.last - piece.first)
    end = piece.left + piece.width
    broken = index + 1 < len(pieces) and not pieces[index + 1].joined
    return end + BREAK / 2 if broken else end


def _broken(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The range of the sorted ``spans`` without its widest gaps."""
    merged: list[tuple[float, float]] = []
    for first, last in spans:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    gaps = sorted(((b[0] - a[1], a[1], b[0]) for a, b in pairwise(merged)), reverse=True)
    whole = merged[-1][1] - merged[0][0]
    cuts = []
    for gap, a, b in gaps[: MOST_RANGES - 1]:
        if gap < max(LEAST_GAP * whole, 2):
            break
        cuts.append((a, b))
        whole -= gap
    edges = [merged[0][0], *(edge for cut in sorted(cuts) for edge in cut), merged[-1][1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _under_lens(
    first: float, last: float, points: list[float]
) -> list[tuple[float, float, bool, bool]]:
    """A stretch as one piece, or cut in three where its dates crowd: (first, last, lens, joined)."""
    count = -int(-len(points) * LENS_SHARE // 1)
    if len(points) < LENS_DATES:
        return [(first, last, False, False)]
    length, start = min((b - a, a) for a, b in zip(points, points[count - 1 :], strict=False))
    low, high = _grown(points, start, start + length)
    pad = max((high - low) * PADDING, 1.0)
    low, high = max(first, low - pad), min(last, high + pad)
    if high - low > LENS_SIZE * (last - first):
        return [(first, last, False, False)]
    cuts = [(first, low, False), (low, high, True), (high, last, False)]
    kept = [cut for cut in cuts if cut[1] - cut[0] > pad / 2]
    return [(a, b, lens, number > 0) for number, (a, b, lens) in enumerate(kept)]


def _grown(points: list[float], low: float, high: float) -> tuple[float, float]:
    """A crowd of dates with those that follow on it on either side without a gap of its own size."""
    first, last = bisect_left(points, low), bisect_right(points, high) - 1
    while last + 1 < len(points) and points[last + 1] - points[last] <= (high - low) / 2:
        last += 1
    while first > 0 and points[first] - points[first - 1] <= (high - low) / 2:
        first -= 1
    return points[first], points[last]


def _piece(first: float, last: float, left: float, width: float, finest: float) -> Piece:
    """A stretch with its ticks, none finer than the ``finest`` of its dates (in days)."""
    unit, number = next(
        (
            (unit, n)
            for unit, n in _STEPS
            if _STEP_DAYS[unit] >= finest * FINER
            and n * _STEP_DAYS[unit] / (last - first) * width >= _TICK_ROOM[unit]
        ),
        _STEPS[-1],
    )
    ticks = tuple(
        Tick(left + width * (day - first) / (last - first), label)
        for day, label in _marks(first, last, unit, number)
    )
    pad = (last - first) * PADDING / (1 + 2 * PADDING)
    years = f"{_year(first + pad)}", f"{_year(last - pad)}"
    caption = "" if unit == "year" and len(ticks) > 1 else "–".join(dict.fromkeys(years))
    return Piece(first, last, left, width, () if unit == "year" and caption else ticks, caption)


def _apart(before: Piece, piece: Piece) -> Piece:
    """The piece without the ticks whose labels would touch those of the piece before."""
    last = max((tick.x for tick in before.ticks), default=before.left)
    return replace(piece, ticks=tuple(t for t in piece.ticks if t.x - last >= _TICK_ROOM["month"]))


def _year(day: float) -> int:
    if 1 <= day < date.max.toordinal():
        return date.fromordinal(int(day)).year
    return int(day // DAYS_IN_YEAR) + 1


def _marks(first: float, last: float, unit: str, number: int) -> Iterator[tuple[float, str]]:
    """The days at which a unit's every ``number``-th begins, with their labels; a few dozen at most,
    because ticks are ``_TICK_ROOM`` apart."""
    if unit == "year":
        year = -(-_year(first) // number) * number
        while True:
            day = days(Moment(year, 1, 1, 0))
            if day > last:
                return
            if day >= first:
                yield day, str(year)
            year += number
    if first < 1 or last >= date.max.toordinal():
        return
    start = date.fromordinal(int(first))
    if unit == "month":
        index = start.year * 12 + start.month - 1
        index = -(-index // number) * number
        while index // 12 <= LATEST_YEAR:
            day = date(index // 12, index % 12 + 1, 1).toordinal()
            if day > last:
                return
            if day >= first:
                yield day, _MONTHS[index % 12]
            index += number
        return
    for day in range(int(first) + 1, int(last) + 1, number):
        at = date.fromordinal(day)
        yield day, f"{at.day} {_MONTHS[at.month - 1]}"
