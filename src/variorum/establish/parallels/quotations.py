"""Quotations: which words of a copy stand inside its quotation marks.

Whoever quotes sets words of his own between the quoted ones ("he said"). Those are no reading of the
quoted text, and nobody altered anything by them.
"""

import re
from functools import lru_cache

_MARKS = re.compile('["“”„«»「」『』]|\n\\s*\n')
_OPENS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』"}

HALF = 0.5
QUOTES = 0.4
"""By how much more of a copy must stand in quotation marks than of the other for it to quote it."""


@lru_cache(maxsize=64)
def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans inside quotation marks, in order; a mark left open ends with its paragraph."""
    found: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for mark in _MARKS.finditer(text):
        sign = mark.group()
        if sign.isspace():
            if opened >= 0:
                found.append((opened, mark.start()))
            opened, closing = -1, ""
        elif opened >= 0 and sign in closing:
            found.append((opened, mark.start()))
            opened, closing = -1, ""
        elif opened < 0 and (sign in _OPENS or sign == '"'):
            opened, closing = mark.end(), _OPENS.get(sign, '"')
    if opened >= 0:
        found.append((opened, len(text)))
    return tuple(found)


def share(text: str, start: int, end: int) -> float:
    """How much of ``[start, end)`` stands in quotation marks, 0 to 1."""
    inside = sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in quoted_spans(text))
    return inside / (end - start) if end > start else 0.0


def is_outside(text: str, start: int, end: int) -> bool:
    """Whether the words ``[start, end)`` stand outside all quotation marks."""
    return end > start and share(text, start, end) < HALF
