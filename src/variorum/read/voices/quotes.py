"""Quotation marks: a tolerant, linear scan that finds what stands between them.

It never raises: an unclosed quotation ends with its paragraph when the next one opens with the same
mark (the printers' rule for speech of several paragraphs) and is dropped otherwise.
"""

import re
from dataclasses import dataclass

_MARKS = re.compile("[“”„‟\"«»‘’‚'「」『』‹›]|``|''")
_CLOSERS = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "‘": "’", "‚": "‘’", '"': '"', "'": "'", "「": "」",
    "『": "』", "‹": "›", "»": "«", "``": ("''",), "”": "”",
}  # fmt: skip
_SINGLE = frozenset("‘'‚")
_FINAL = frozenset(".,!?…;:—–-")


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks: ``[start, end)`` of a text without the marks; ``closed`` is
    False where the quotation goes on in the next paragraph."""

    start: int
    end: int
    closed: bool = True


def find_quoted(text: str, continues: bool) -> list[Quoted]:
    """The outermost quotations of a paragraph. ``continues``: the next paragraph opens with a mark."""
    found: list[Quoted] = []
    mark, begun = "", -1
    for match in _MARKS.finditer(text):
        here, at = match.group(), match.start()
        if mark:
            if here in _CLOSERS[mark] and _can_close(text, match, mark, begun):
                if at > begun:
                    found.append(Quoted(begun, at))
                mark = ""
            elif mark in _SINGLE and here in '“«"„' and _can_open(text, match):
                mark, begun = here, match.end()  # an apostrophe had seemed to open
        elif here in _CLOSERS and _can_open(text, match):
            mark, begun = here, match.end()
    if mark and mark not in _SINGLE and continues and begun < len(text):
        found.append(Quoted(begun, len(text), closed=False))
    return found


def opens(text: str) -> bool:
    """Whether a paragraph begins with an opening quotation mark."""
    head = text.lstrip()[:1]
    return head in '“«„"' and bool(head)


def _can_open(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if mark in ("»", "”", "’", "''", "」", "』", "›"):
        return False
    if mark in "\"'‘“":
        free = not (before.isalnum() or before in ".,!?;:%)") or (mark == "“")
        if mark in _SINGLE:
            return free and (after.isupper() or (mark == "‘" and after.isalpha()))
        return free and not after.isspace()
    return not after.isspace()


def _can_close(text: str, match: re.Match[str], mark: str, begun: int) -> bool:
    """Whether a mark closes; a single one only after punctuation, or it is an apostrophe."""
    after = text[match.end()] if match.end() < len(text) else " "
    if mark in _SINGLE:
        before = text[match.start() - 1]
        return not after.isalnum() and (before in _FINAL or match.start() - begun < 40)
    return not (mark == '"' and after.isalnum() and text[match.start() - 1].isspace())
