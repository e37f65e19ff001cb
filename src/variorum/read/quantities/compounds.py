"""Compounds: two quantities that are one: "3 hours and 20 minutes", "4 by 5 metres"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from variorum.read.parse import Parse
from variorum.read.quantities.numbers import Number
from variorum.read.spans import QuantitySpan

SMALLER = {
    ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("day", "hour"): 24,
    ("week", "day"): 7, ("foot", "inch"): 12, ("mile", "yard"): 1760, ("kilometre", "metre"): 1000,
    ("metre", "centimetre"): 100, ("ruble", "kopeck"): 100, ("dollar", "cent"): 100,
    ("month", "day"): 30, ("year", "day"): 365,
    ("pound sterling", "shilling"): 20, ("shilling", "penny"): 12, ("degree", "minute"): 60,
}  # fmt: skip
"""How many of the second unit are one of the first."""

_UNEVEN = (30, 365)
"""Days of a month and of a year, more or less."""
_JOINED = re.compile(r"(?:\syears?)?,?\s(?:and\s|и\s)?")
_HALF = re.compile(r"\sand\sa\shalf\b|\sс\sполовиной\b")
_HALVED = frozenset(("year", "month", "week", "day", "hour", "mile", "kilometre", "metre", "verst"))
_BY = frozenset(("by", "x", "×", "х", "на"))
_SIDES = frozenset(("metre", "foot", "yard", "inch", "centimetre", "kilometre", "mile"))


def joined(parse: Parse, found: list[QuantitySpan]) -> Iterator[QuantitySpan]:
    """The quantities of a paragraph, in order, those that are one put together."""
    last: QuantitySpan | None = None
    for span in (_and_a_half(parse, span) for span in found):
        if last is None:
            last = span
            continue
        parts = SMALLER.get((last.unit, span.unit), 0)
        gap = parse.text[last.end - parse.start : span.start - parse.start]
        whole = last.low == last.high and span.low == span.high and span.exactness == "exact"
        if parts and whole and span.low < parts and _JOINED.fullmatch(gap):
            value = last.low + span.low / parts
            how = last.exactness if parts not in _UNEVEN else "about"
            last = replace(last, end=span.end, stop=span.stop, low=value, high=value, exactness=how)
            continue
        yield last
        last = span
    if last is not None:
        yield last


def _and_a_half(parse: Parse, span: QuantitySpan) -> QuantitySpan:
    """ "Two days and a half", "два дня с половиной"."""
    half = _HALF.match(parse.text, span.end - parse.start) if span.unit in _HALVED else None
    if half is None or span.low != span.high:
        return span
    end, stop = parse.start + half.end(), span.stop
    while stop < len(parse.starts) and parse.starts[stop] < end:
        stop += 1
    value = span.low + 0.5
    return replace(span, end=end, stop=stop, low=value, high=value)


def areas(parse: Parse, numbers: list[Number], found: list[QuantitySpan]) -> list[QuantitySpan]:
    """The quantities, "4 by 5 metres" as an area of 20 square metres, on all of its words."""
    ends = {number.end: number for number in numbers}
    made = []
    for span in found:
        by = parse.words[span.first - 1].lower() if span.first else ""
        side = ends.get(span.first - 1) if by in _BY and span.unit in _SIDES else None
        if side is None or side.low != side.high or span.low != span.high or not side.low:
            made.append(span)
            continue
        value = side.low * span.low
        made = [before for before in made if before.end <= parse.starts[side.first]]
        start = parse.starts[side.first]
        made.append(
            replace(
                span,
                start=start,
                first=side.first,
                low=value,
                high=value,
                unit=f"square {span.unit}",
            )
        )
    return made
