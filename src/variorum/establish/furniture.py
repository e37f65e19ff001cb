"""Furniture: the lines before an account's first paragraph and after its last that are no text of it.

Titles, bylines, the translator's and the recorder's line, dates and places. They stand on lines of their
own, are short and end no sentence; an edition has others than the original, and nothing is lost by that.
"""

import re

LONGEST = 80
"""Characters of the longest line that is furniture."""

LONGEST_CREDIT = 120
"""The same of a line that begins as a credit does."""

LINES = 8
"""Lines at either end among which furniture stands, at most."""

SEARCHED = 4_000
"""Characters at either end in which furniture is looked for."""

_EMPTY = re.compile(r"\n[^\S\n]*\n\s*$")
_ENDED = re.compile(r"[.!?…。！？।؟:;]+[\"»”’')\]」』）]*\s*$")
_CREDIT = re.compile(
    r"^\W{0,3}(?:(?:translated|translation|transl|recorded|edited|written|told|published|printed|"
    r"interview(?:ed)?|traduit|traduction|traducido|traducción|tradotto|übersetzt|übersetzung|vertaald|"
    r"aus\s+dem|перев[её]л[аи]?|перевод|пер|записал[аи]?|записано|написано|запись|публикация|"
    r"tłum|przełożył[a]?|from\s+the\s+\w+\s+of|by|von|par|por)\b|с\s+\w+ого\s+перев)",
    re.IGNORECASE,
)
_DATED = re.compile(r"^[^.!?]{0,40}\b(?:1[0-9]|20)\d\d\b[^.!?]{0,12}[.]?\s*$")


def prose(text: str) -> tuple[int, int]:
    """The span ``[start, end)`` of ``text`` without its furniture at both ends; all of it where nothing
    else is left, as in a poem."""
    start, end = _first(text[:SEARCHED]), len(text)
    tail = max(start, end - SEARCHED)
    lines = _lines(text[tail:])
    while len(lines) > 1:
        begun, stop = (tail + at for at in lines[-1])
        if not _is_furniture(text[begun:stop].strip()) or not _is_apart(text[tail:begun]):
            break
        lines.pop()
        end = tail + lines[-1][1]
    return (start, end) if start < end else (0, len(text))


def _first(head: str) -> int:
    """Where the first line begins that is no furniture, or the paragraph it is wrapped in."""
    lines = _lines(head)[: LINES + 1]
    for number, (begun, end) in enumerate(lines):
        line = head[begun:end].strip()
        if _is_furniture(line) or (not number and _is_title(line) and _has_byline(head, lines)):
            continue
        return _block(head, begun) if end - begun <= LONGEST else begun
    return 0


def _is_title(line: str) -> bool:
    return len(line) <= LONGEST and line.endswith(("?", "!"))


def _has_byline(head: str, lines: list[tuple[int, int]]) -> bool:
    """Whether furniture stands straight under the first line."""
    if len(lines) < 2 or "\n" in head[lines[0][1] + 1 : lines[1][0]]:
        return False
    return _is_furniture(head[slice(*lines[1])].strip())


def _block(head: str, begun: int) -> int:
    """Where the paragraph begins that a line stands in."""
    return max((m.end() for m in re.finditer(r"\n[^\S\n]*\n\s*", head[:begun])), default=0)


def _is_apart(before: str) -> bool:
    """Whether what follows stands under an empty line or the end of a sentence."""
    return bool(_EMPTY.search(before[-200:]) or _ENDED.search(before[-200:].rstrip()[-20:]))


def _lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _is_furniture(line: str) -> bool:
    if len(line) <= LONGEST:
        return not _ENDED.search(line[-20:]) or bool(_DATED.match(line) or _CREDIT.match(line))
    return (
        len(line) <= LONGEST_CREDIT and bool(_CREDIT.match(line)) and not _ENDED.search(line[-20:])
    )
