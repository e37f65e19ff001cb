"""Plain text: the decoded file exactly as it is, whatever stands in it."""

import re
from itertools import pairwise

from variorum.gather.readers.draft import MAX_CHARACTERS, Reading, Unreadable, too_long
from variorum.gather.readers.encoding import Decoded, byte_offsets, decode
from variorum.model.transcript import Mark, Origin

CHUNK = 500
"""Least characters of one origin: it begins at a paragraph or, in long ones, at a line."""

MAX_MARKS = 200_000
"""A text with more paragraphs than this is a list: its paragraphs are not marked one by one."""

CONTROL_SHARE = 0.02
"""A file with more control characters than this is no text; NUL counts when it is not padding."""

LONG_LINE = 150
"""Where the longer half of the lines is longer than this, every line is a paragraph of its own."""

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"[^\r\n]+")


def read(data: bytes, name: str) -> Reading:
    """Read a text file. ``text == data.decode(codec)`` for the codec found, nothing normalised."""
    decoded = text_of(data)
    text = decoded.text
    marks: list[Mark] = []
    for start, end in paragraphs(text):
        marks.append(Mark(start, end, "paragraph"))
    return Reading(text, origins(decoded), tuple(marks), notes=tuple(notes(decoded, name)))


def text_of(data: bytes) -> Decoded:
    """Decode a file that should be text; raises ``Unreadable`` when it is too long or no text."""
    if len(data) > 4 * MAX_CHARACTERS + 4:  # no encoding spends more bytes on a character
        raise Unreadable(too_long())
    decoded = decode(data)
    if len(decoded.text) > MAX_CHARACTERS:
        raise Unreadable(too_long())
    if not decoded.text.strip("\0"):
        raise Unreadable("holds nothing but zero bytes; look whether it was copied whole")
    refuse_binary(decoded.text)
    return decoded


def refuse_binary(text: str) -> None:
    """Raise ``Unreadable`` when what was decoded is no text by its control characters."""
    sample = text[:100_000]
    zeros = sample.rstrip("\0").count("\0")
    if len(_CONTROL.findall(sample)) + zeros / 4 > max(2, CONTROL_SHARE * len(sample)):
        raise Unreadable(
            "is not text but binary data of an unknown kind; save it as text, PDF, DOCX or a web page"
        )


def notes(decoded: Decoded, name: str) -> list[str]:
    """What to say about bytes that could not be decoded."""
    if decoded.broken is None:
        return []
    return [
        f"{name} has bytes that are not valid {decoded.codec} (first at byte {decoded.broken}), shown "
        "as U+FFFD; if words are missing, save it again as UTF-8."
    ]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans between blank lines, or of the lines where each is long enough to be a paragraph."""
    lines = [m.span() for m in _LINE.finditer(text) if not text[m.start() : m.end()].isspace()]
    if not lines:
        return []
    lengths = sorted(end - start for start, end in lines)
    if lengths[len(lines) // 2] <= LONG_LINE:
        cuts = [m.span() for m in _BLANK.finditer(text)]
        edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
        lines = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    if len(lines) > MAX_MARKS:
        return []
    spans = (_trimmed(text, start, end) for start, end in lines)
    return [(start, end) for start, end in spans if start < end]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\0"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def origins(decoded: Decoded) -> tuple[Origin, ...]:
    """Origins of whole lines, ``line[n]`` counted from 1, with their exact bytes."""
    text = decoded.text
    cuts = [0]
    while (end := text.find("\n", cuts[-1] + CHUNK)) >= 0 and end + 1 < len(text):
        cuts.append(end + 1)
    cuts.append(len(text))
    exact = decoded.broken is None
    offsets = byte_offsets(text, decoded.codec, cuts) if exact else [None] * len(cuts)
    result = []
    line = 1
    for (start, end), (first, last) in zip(pairwise(cuts), pairwise(offsets), strict=True):
        if start < end:
            result.append(Origin(start, end, f"line[{line}]", first, last))
            line += text.count("\n", start, end)
    return tuple(result)
