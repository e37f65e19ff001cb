"""Quotation marks: which words of a text stand inside them."""

import re
from bisect import bisect_right
from functools import lru_cache

_MARKS = re.compile('["“”„«»「」『』]|\n\\s*\n')
_CLOSES = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", '"': '"', "”": "”"}
"""Opening marks and what closes them; in Swedish and Finnish the same mark does both."""


@lru_cache(maxsize=64)
def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans inside quotation marks, in order. A mark left open ends with its paragraph where the
    next begins with a mark too, and else opens nothing."""
    found: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for mark in _MARKS.finditer(text):
        sign = mark.group()
        if sign.isspace():
            if opened >= 0 and text[mark.end() : mark.end() + 1] in _CLOSES:
                found.append((opened, mark.start()))
            opened, closing = -1, ""
        elif opened >= 0 and sign in closing:
            found.append((opened, mark.start()))
            opened, closing = -1, ""
        elif opened < 0 and sign in _CLOSES:
            opened, closing = mark.end(), _CLOSES[sign]
    return tuple(found)


def is_enclosed(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` stands inside quotation marks, wherever they open and close."""
    spans = quoted_spans(text)
    before = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return before >= 0 and end <= spans[before][1]


def quoted_share(text: str, start: int, end: int) -> float:
    """How much of ``[start, end)`` stands in quotation marks, 0 to 1."""
    spans = quoted_spans(text)
    at = max(0, bisect_right(spans, start, key=lambda span: span[0]) - 1)
    inside = 0
    for begin, stop in spans[at:]:
        if begin >= end:
            break
        inside += max(0, min(end, stop) - max(start, begin))
    return inside / (end - start) if end > start else 0.0
