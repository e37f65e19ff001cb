"""Quotation marks: a tolerant, linear scan that finds what stands between them.

It never raises: an unclosed quotation goes on in the next paragraph when that opens with the same
mark (the printers' rule for speech of several paragraphs); it ends with its paragraph, or where its
mark opens the next line, when it began one or stood after a colon; else the mark was a stray one.
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
    False where the quotation goes on in the next paragraph, ``cut`` True where the end is not marked
    or a teller's words stand beside it: then it is speech in any case."""

    start: int
    end: int
    closed: bool = True
    cut: bool = False


def find_quoted(text: str, continues: bool) -> list[Quoted]:
    """The outermost quotations of a paragraph. ``continues``: the next paragraph opens with a mark."""
    found: list[Quoted] = []
    mark, begun, depth = "", -1, 0
    unclosed = {m: text.count(m) - text.count(_CLOSERS[m][-1]) for m in "“«„"}
    for match in _MARKS.finditer(text):
        here, at = match.group(), match.start()
        if mark:
            if here == mark and mark in "“«" and not unclosed[mark] and _can_open(text, match):
                depth += 1
            elif here in _CLOSERS[mark] and depth:
                depth -= 1
            elif here in _CLOSERS[mark] and _can_close(text, match, mark, begun):
                if at > begun:
                    found.append(Quoted(begun, at))
                mark = ""
            elif mark in _SINGLE and here in '“«"„' and _can_open(text, match):
                mark, begun = here, match.end()  # an apostrophe had seemed to open
            elif here == mark and unclosed.get(mark, 0) > 0 and _after_stop(text, at):
                unclosed[mark] -= 1  # the end of the one before was forgotten
                if _begins_speech(text, begun - len(mark)):
                    found.append(Quoted(begun, _stripped(text, at), cut=True))
                begun = match.end()
        elif here in _CLOSERS and _can_open(text, match):
            mark, begun = here, match.end()
    if mark and mark not in _SINGLE and continues and begun < len(text):
        found.append(Quoted(begun, len(text), closed=False))
    elif mark and mark in "“«„" and begun < len(text) and _begins_speech(text, begun - len(mark)):
        found.append(Quoted(begun, len(text), cut=True))
    return found


def _after_stop(text: str, at: int) -> bool:
    """Whether a mark opens a line or a sentence."""
    before = text[max(0, at - 3) : at]
    return before != before.rstrip() and before.rstrip()[-1:] in (".", "!", "?", "…")


def _stripped(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _begins_speech(text: str, at: int) -> bool:
    """Whether a mark opens its paragraph, line or sentence, or stands after a colon."""
    before = text[max(0, at - 3) : at].rstrip(" \t")
    return at == 0 or not before or before[-1] in "\n:.!?…"


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
