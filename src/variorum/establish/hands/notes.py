"""Footnotes in plain text: markers in the running text and the notes they call."""

import re
from collections.abc import Iterator

from variorum.establish.hands import cues
from variorum.establish.hands.grammar import AUTHOR_NOTE, Verdict, at_edge

_NOTE_START = re.compile(
    r"^[ \t]*(?:(?P<superscript>[¹²³⁴-⁹⁰]{1,3})|(?P<sign>\*{1,3}|†|‡)(?![\w*])|(?P<signed>\*{1,3}"
    r"|†|‡)(?=[^\W\d_])"
    r"|\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<bare>\d{1,3})(?=[.)]?\s))[.)]?[ \t]*(?=\S)",
    re.MULTILINE,
)
_SUPERSCRIPT_MARKER = re.compile(
    r"(?<=[^\W\d_.,;:!?)»”\"'’])(?P<m>[¹²³⁴-⁹⁰]{1,3})|(?<=[.,;:!?)»”\"'’])(?P<n>[¹²³⁴-⁹⁰]{1,3})"
)
_SIGN_MARKER = re.compile(r"(?<=[^\s*†‡])(?P<m>\*{1,3}|†|‡)(?![\w*†‡])")
_UNIT = re.compile(r"(?:\b(?:k|c|m|d)?m|\b(?:ft|in|yd|mi|к?м|см|дм|мм|га))$", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


def note_numbers(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The notes that stand as lines of their own in ``[start, end)``: sign or number, and its line.

    A line that begins with a bare number counts only when the running text before it calls that
    number by a superscript: else it is a list.
    """
    found: dict[str, tuple[int, int]] = {}
    for match in _NOTE_START.finditer(text, start, end):
        sign = (match.group(match.lastgroup or 0)).translate(_SUPERSCRIPTS)
        if match.lastgroup == "bare":
            continue
        newline = text.find("\n", match.end(), end)
        found.setdefault(sign, (match.start(), end if newline < 0 else newline))
    return found


def footnotes(
    text: str, start: int, end: int, called: dict[str, int]
) -> Iterator[tuple[int, int, Verdict]]:
    """Markers and the notes they call inside ``[start, end)``.

    ``called`` gives, for each number that stands in brackets in the running text, where it first
    stands. A note is a line whose sign was called before it; a sign is a marker when such a line
    follows. A superscript after a letter or a stop is a marker even where its note is lost, unless
    it belongs to a unit ("km²").
    """
    notes = note_numbers(text, start, end)
    first: dict[str, int] = dict(called)
    markers: list[tuple[int, int, str]] = []
    lines = {span[0] for span in notes.values()}
    for match in (
        *_SUPERSCRIPT_MARKER.finditer(text, start, end),
        *_SIGN_MARKER.finditer(text, start, end),
    ):
        symbol = match.group().translate(_SUPERSCRIPTS)
        if match.group()[0] in "²³" and _UNIT.search(
            text, max(start, match.start() - 4), match.start()
        ):
            continue
        if match.group()[0] in "*†‡" and not (symbol in notes and match.start() < notes[symbol][0]):
            continue
        if match.start() in lines:
            continue
        first.setdefault(symbol, match.start())
        markers.append((match.start(), match.end(), symbol))
    hands = {}
    for symbol, (note_start, note_end) in notes.items():
        if symbol not in first or first[symbol] >= note_start:
            continue
        hands[symbol] = note_verdict(text[note_start:note_end])
        yield _trimmed(text, note_start, note_end, hands[symbol])
    for marker_start, marker_end, symbol in markers:
        hand = hands[symbol].hand if symbol in hands else "author"
        yield marker_start, marker_end, Verdict(hand, "marker", "marker", ("calls a note",))


def note_verdict(content: str) -> Verdict:
    """Whose note this is: who signs it, or else the author."""
    for pattern, hand, who in (
        (cues.TRANSLATOR, "translator", "a translator"),
        (cues.COMPILER, "compiler", "the compiler"),
        (cues.EDITOR, "editor", "an editor"),
    ):
        cue = at_edge(pattern, content.strip(" )]—–-"))
        if cue:
            return Verdict(hand, "note", "named by its cue", (f"signed as {who}'s by “{cue}”",))
    return AUTHOR_NOTE


def _trimmed(text: str, start: int, end: int, verdict: Verdict) -> tuple[int, int, Verdict]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end, verdict
