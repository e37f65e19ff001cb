"""A transcript: the text a reader took from a source, and where each character came from."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A row of ``sources``: a file as it came.

    ``source`` is its path inside the dossier's ``sources`` folder; ``length`` counts the code points
    of its text; ``reader`` names the reader and is empty when nothing could read it, ``note`` then
    says in one sentence why and what to do next (it may also warn about a source that was read).
    """

    source: str
    sha256: str
    media_type: str
    reader: str
    length: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something inside a source that could not be read, in one sentence (kept in the store only)."""

    source: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the characters ``[start, end)`` of a transcript stand in the file they were read from.

    ``path`` is the place in the file's own terms: a DOM path (``html/body/div[2]/p[1]``), a part and
    paragraph (``word/document.xml#p14``), a message or record (``message[3]/body``).
    ``byte_start``/``byte_end`` are bytes of the file (None where the file is compressed or the
    reader cannot know). ``page`` counts from 1; ``box`` is left, bottom, right, top in points.
    """

    start: int
    end: int
    path: str = ""
    byte_start: int | None = None
    byte_end: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What the file itself says about the characters ``[start, end)``.

    ``kind`` is one of MARK_KINDS; ``detail`` depends on it (a heading's level, a language tag, an
    address, a CSS class, a date); ``who`` is the person the file names (author of a tracked change).
    """

    start: int
    end: int
    kind: str
    detail: str = ""
    who: str = ""


MARK_KINDS = frozenset(
    {
        "paragraph",  # a block of running text
        "heading",  # detail: level 1 to 6
        "title",  # the document's own title, where it stands in the text
        "list_item",
        "table_row",
        "quotation",  # a block quotation
        "article",  # the file says: one self-standing piece (article element, chapter, message)
        "caption",
        "image",  # where an image stood; detail: its address inside the file
        "link",  # detail: its address
        "byline",  # detail: what marks it as such (rel, itemprop, class)
        "time",  # detail: the machine-readable date
        "navigation",  # menus, headers, footers, sidebars
        "hidden",  # not shown to a reader of the page
        "form",  # comment forms, search boxes, buttons
        "comment",  # a comment on the text (DOCX comment, a web page's reader comment)
        "footnote",  # the note's text
        "footnote_marker",  # the marker in the running text
        "inserted",  # tracked insertion; who, detail: date
        "deleted",  # tracked deletion; who, detail: date
        "language",  # detail: BCP 47 tag, as the file says or as recognised
        "emphasis",  # italics, bold, small capitals
        "preformatted",
    }
)


@dataclass(frozen=True, slots=True)
class Transcript:
    """The text of one source.

    ``origins`` are sorted, do not overlap and cover every character; ``marks`` are sorted by start,
    then by descending end, and may nest; ``meta`` holds what the file says of itself as a whole
    (``title``, ``author``, ``publisher``, ``date``, ``language``, ``url``), in the order found.
    """

    source: str
    text: str
    origins: tuple[Origin, ...] = ()
    marks: tuple[Mark, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()


def origin_at(transcript: Transcript, position: int) -> Origin:
    """The origin of the character at ``position``; raises ``IndexError`` outside the text."""
    if not 0 <= position < len(transcript.text):
        raise IndexError(f"{transcript.source} has no character {position}")
    index = bisect_right(transcript.origins, position, key=lambda origin: origin.start) - 1
    return transcript.origins[index]


def marks_in(transcript: Transcript, start: int, end: int, *kinds: str) -> list[Mark]:
    """The marks of these kinds (of any kind when none is given) that touch ``[start, end)``."""
    return [
        mark
        for mark in transcript.marks
        if mark.start < end and start < mark.end and (not kinds or mark.kind in kinds)
    ]
