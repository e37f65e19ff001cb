"""Hours: a clock time that stands beside its day makes one moment of both."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Quantity

CLOCK = "clock"
"""The unit of a clock time; its value is the hour of the day."""

_CLOCK_FIRST = re.compile(
    r"\s?,?\s(?:on|of)\s(?:the\s)?|\s(?:утра|вечера|дня|ночи)\s|\s(?:[A-Z]{2,4},?\s)?(?:local\stime,?\s)?"
)
_DAY_FIRST = re.compile(r"\s?,?\sв\s")
_DAY_ALONE = re.compile(r"\s?,?\sat\s(?:about\s|exactly\s|just\s)?")
_ON = re.compile(r"(?:^|[^\W\d_]+\s|[.,;:!?—–(“\"]\s?)on\s(?:the\s)?$", re.IGNORECASE)
_STAMPED = re.compile(
    r"\b(?:post|publish|updat|edit|modifi|retriev|access|print|written|submit|comment|repl|add)\w*\s"
    r"on\s(?:the\s)?$",
    re.IGNORECASE,
)
_AT_RUSSIAN = re.compile(r"(?:^|\s)[вВ]\s$")
_HALF_NAMED = re.compile(
    r"[ap]\.?\s?m\b|noon|midnight|morning|evening|night|hours|\d{4}|утра|вечера|дня|ночи|полдень|полночь",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d\d?[:.]\d\d")
_LATE = re.compile(r"evening|afternoon|вечер|дн[её]м\b|пополудни", re.IGNORECASE)
_NIGHT = re.compile(r"night|ночь", re.IGNORECASE)
_EARLY = re.compile(r"morning|dawn|утр", re.IGNORECASE)
_NOON, _DUSK = 12, 6
_FULL_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")
_LEAD = 24
"""Characters before a day that tell a sentence's "on" from a stamp's."""
_GAP = 12
"""Characters between a day and its hour."""


def with_hours(
    dates: Sequence[DateMention], quantities: Sequence[Quantity], text: str
) -> list[DateMention]:
    """The dates, those joined to an exact clock time ("at 18:30 on March 4") as moments:
    ``1931-03-04T18:30``. A stamp ("March 9, 2012, 18:02", "… at 18:02") stays a day; "on March 9, 1911,
    at 7.15 p.m." is none.

    ``text`` is the source's; the row's passage then covers both. The hour stays a quantity as well.
    """
    clocks = sorted(
        (q.passage.start, q.passage.end, q.low)
        for q in quantities
        if q.unit == CLOCK and q.exactness == "exact" and q.low == q.high and 0 <= q.low < 24
    )
    return [_timed(row, clocks, text) for row in dates] if clocks else list(dates)


def _timed(row: DateMention, clocks: list[tuple[int, int, float]], text: str) -> DateMention:
    if not _FULL_DAY.fullmatch(row.edtf):
        return row
    start, end = row.passage.start, row.passage.end
    at = bisect_left(clocks, (start, 0, 0.0))
    for begin, stop, hour in clocks[max(0, at - 1) : at + 1]:
        before = 0 <= start - stop <= _GAP and _CLOCK_FIRST.fullmatch(text, stop, start)
        after = 0 <= begin - end <= _GAP and _DAY_FIRST.fullmatch(text, end, begin)
        lead = text[max(0, start - _LEAD) : start]
        if 0 <= begin - end <= _GAP + 4 and _DAY_ALONE.fullmatch(text, end, begin):
            after = _ON.search(lead) if not _STAMPED.search(lead) else None
        if text[stop:start] == " " and _AT_RUSSIAN.search(text, max(0, begin - 3), begin):
            before = re.match(" ", text[stop:start])
        if before or after:
            low, high = min(start, begin), max(end, stop)
            hour_of_day = _of_day(hour, text[begin:stop], row.passage.quote)
            if hour_of_day is None:
                continue
            minutes = round(hour_of_day * 60)
            value = f"{row.edtf}T{minutes // 60:02d}:{minutes % 60:02d}"
            passage = Passage(row.passage.source, low, high, text[low:high])
            return replace(row, passage=passage, edtf=value)
    return row


def _of_day(hour: float, clock: str, day: str) -> float | None:
    """The hour on a clock of 24: "Saturday evening at ten" is 22; None for "Saturday at ten", which may
    be either."""
    if hour >= _NOON or _HALF_NAMED.search(clock):
        return hour
    if _LATE.search(day) and hour >= 1:
        return hour + _NOON
    if _NIGHT.search(day):
        return hour + _NOON if hour >= _DUSK else hour
    return hour if _EARLY.search(day) or _DIGITS.search(clock) else None
