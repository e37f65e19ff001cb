"""Quoting: whether a stretch stands in quotation marks."""

import re

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "「": "」", "『": "』", "‹": "›"}
_ANY = re.compile("[“”„«»「」『』‹›]")
REACH = 600
"""Characters before and after a stretch in which its quotation marks are looked for."""
EDGE = 3
"""Characters between a straight or single quotation mark and the stretch it opens."""


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` stands inside quotation marks, or is what they enclose."""
    before = text[max(0, start - REACH) : start].rpartition("\n\n")[2]
    after = text[end : end + REACH].partition("\n\n")[0]
    opening = _last(_ANY.findall(before))
    closing = _ANY.search(after)
    if opening in _PAIRS and closing is not None and closing.group() in _PAIRS[opening]:
        return True
    if before.count('"') % 2 and after.count('"'):
        return True
    single = re.search(r"(?:^|\s)[‘'][\W_]{0,2}$", before[-EDGE - 2 :])
    return single is not None and re.match(r"[\W_]{0,3}['’](?!\w)", after) is not None


def _last(marks: list[str]) -> str:
    return marks[-1] if marks else ""
