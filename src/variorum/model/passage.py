"""Passages: exact spans of a source's text, the pins that hold every finding."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of a source's text in Unicode code points, half-open.

    ``source`` is the path inside the dossier's ``sources`` folder, with ``/`` between parts.
    Always ``quote == text[start:end]`` for the text of that source.
    """

    source: str
    start: int
    end: int
    quote: str


def cut(source: str, text: str, start: int, end: int) -> Passage:
    """Cut the passage ``[start, end)`` out of a source's ``text``.

    Raises ``ValueError`` when the span is empty, reversed or outside the text: what cannot be
    anchored is not reported.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage {start}..{end} in {source}, which has {len(text)} characters")
    return Passage(source, start, end, text[start:end])


def overlaps(a: Passage, b: Passage) -> bool:
    """Whether two passages share at least one character of the same source."""
    return a.source == b.source and a.start < b.end and b.start < a.end
