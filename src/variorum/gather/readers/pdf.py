"""PDF files with a text layer: lines put together to paragraphs, each line with its page and box.

No character is altered but line breaks: inside a paragraph a break becomes a space, and nothing after
a hyphen, which stays.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

from variorum.gather.readers.draft import Draft, Reading, Unreadable

PARAGRAPH_LEADING = 1.35
"""Lines further apart than this many times the page's usual distance begin a new paragraph."""
INDENT = 0.8
"""A line that begins further right than the one before by this part of its type size is indented…"""
MAX_INDENT = 5.0
"""…up to here; beyond, it is another column or centred."""
SPARE_ROOM = 1.3
"""A line that ends a sentence is its paragraph's last when it leaves this many times the room that the
next line's first word would have needed."""
COLUMN_STEP = 60.0
"""Lines that begin within this many points of each other may belong to one column."""
OTHER_SIZE = 1.15
"""Type that differs by this factor is another paragraph…"""
OTHER_FONT_SIZE = 1.05
"""…and by this factor when it is set in another font too."""
HEADING_SIZE = 1.2
"""Type this much larger than the text's is a heading's…"""
HEADING_LENGTH = 200
"""…unless it runs on for more characters than this; so is a line in bold that ends no sentence."""
FONT_NAME_BYTES = 128
"""Longest name of a font that is looked at."""
RUNNING_PAGES = 3
"""A line that stands first or last on this many pages, its digits aside, is a running head."""
UNMAPPED_SHARE = 0.3
"""A page on which more characters than this have no Unicode value has no usable text layer."""

_HYPHENS = (0x02, 0xFFFE)
"""What PDFium gives for a hyphen at the end of a line whose word goes on."""
_NOBODY = frozenset(("", "untitled", "anonymous", "unspecified", "unknown", "user", "admin"))
"""What programs put where nobody named a title or an author."""
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”»’)\]]*$")
_OPENING = re.compile(r"[QAВО]\.\s|[-–—•*]\s|\(?\d{1,3}[.)]\s|[A-ZА-ЯЁ][A-ZА-ЯЁ .'’-]{2,40}[:.,]\s")
"""How a question, an answer, an item or a speaker's turn begins."""
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|с\.|стр\.|seite|s\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})\W*", re.I
)
_CREATED = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?")

Box = tuple[float, float, float, float]
Trait = TypeVar("Trait", str, float)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, box (left, bottom, right, top), baseline and type size in points.

    ``font`` names the font it begins in; ``hyphenated``: its last word goes on in the next line.
    """

    text: str
    box: Box
    baseline: float
    size: float
    font: str = ""
    hyphenated: bool = False


def read(data: bytes, name: str) -> Reading:
    """Read a PDF; origins are ``page[n]/line[m]`` with page and box; pages without text are noted."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("is encrypted; save it without a password and build again") from error
        raise Unreadable("is damaged or cut off; copy it again from where it came") from error
    try:
        pages, unread = _pages(pdf)
        if not any(pages):
            raise Unreadable(
                f"has {len(pages)} pages and no text layer; run character recognition (OCR) on it first"
            )
        draft = Draft()
        _write(draft, pages)
        meta = pdf.get_metadata_dict(skip_empty=True)
    finally:
        pdf.close()
    for key in ("Title", "Author"):
        if meta.get(key, "").strip("() ").lower() not in _NOBODY:
            draft.told(key.lower(), meta[key])
    if created := _CREATED.match(meta.get("CreationDate", "")):
        draft.told("created", "-".join(part for part in created.groups() if part))
    if unread:
        draft.notes.append(
            f"{name}: {_listed(unread)} without a usable text layer; run character recognition (OCR) on "
            "the file to have them read."
        )
    return draft.reading()


def _pages(pdf: Any) -> tuple[list[list[Line]], list[int]]:
    """The lines of every page, and the numbers of the pages that gave none."""
    import pypdfium2

    pages: list[list[Line]] = []
    unread = []
    for number in range(len(pdf)):
        lines: list[Line] = []
        try:
            page = pdf[number]
            text = page.get_textpage()
            lines = list(_lines(text.raw, text.count_chars()))
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            pass  # a damaged page is listed as unread, the others stand
        characters = sum(len(line.text) for line in lines)
        if sum(line.text.count("\ufffd") for line in lines) > UNMAPPED_SHARE * characters:
            lines = []
        if not lines:
            unread.append(number + 1)
        pages.append(lines)
    return pages, unread


def _lines(text: Any, count: int) -> Iterator[Line]:
    import pypdfium2.raw as raw

    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    pointers = [ctypes.byref(edge) for edge in edges]
    x, y = ctypes.c_double(), ctypes.c_double()
    words: list[str] = []
    box: Box | None = None
    baseline = size = 0.0
    font = ""
    name = ctypes.create_string_buffer(FONT_NAME_BYTES)
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in (10, 13) or code in _HYPHENS:
            hyphenated = code in _HYPHENS
            if hyphenated:
                words.append("-")
            if box and "".join(words).strip():
                yield Line(_clean(words), box, baseline, size, font, hyphenated)
            words, box = [], None
            continue
        words.append(chr(code) if code else "\ufffd")
        if code in (9, 32, 160) or not raw.FPDFText_GetCharBox(text, i, *pointers):
            continue
        if box is None:
            raw.FPDFText_GetCharOrigin(text, i, ctypes.byref(x), ctypes.byref(y))
            baseline, size = y.value, raw.FPDFText_GetFontSize(text, i)
            told = raw.FPDFText_GetFontInfo(text, i, name, FONT_NAME_BYTES, None)
            font = name.value.decode("utf-8", "replace") if 0 < told <= FONT_NAME_BYTES else ""
            box = (left.value, bottom.value, right.value, top.value)
        else:
            box = (
                min(box[0], left.value),
                min(box[1], bottom.value),
                max(box[2], right.value),
                max(box[3], top.value),
            )
    if box and "".join(words).strip():
        yield Line(_clean(words), box, baseline, size, font)


def _clean(characters: list[str]) -> str:
    """The characters of a line; the halves of astral ones joined, blank ends taken off."""
    text = "".join(characters).strip()
    if any("\ud800" <= c <= "\udfff" for c in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _write(draft: Draft, pages: Sequence[Sequence[Line]]) -> None:
    body = _body_size(pages)
    body_font = _most(pages, lambda line: line.font)
    levels = _heading_levels(pages, body)
    running = _running_heads(pages, body)
    for number, lines in enumerate(pages, 1):
        alone = [_is_running(line, i, lines, running) for i, line in enumerate(lines)]
        groups = list(_paragraphs(lines, alone))
        line_number = 0
        for group in groups:
            start = draft.length
            for i, line in enumerate(group):
                line_number += 1
                last = i == len(group) - 1
                end = "\n\n" if last else "" if line.hyphenated else " "
                if last and number == len(pages) and group is groups[-1]:
                    end = ""
                path = f"page[{number}]/line[{line_number}]"
                draft.add(line.text + end, path, page=number, box=line.box)
                stop = draft.length - len(end)
            level = levels.get(round(group[0].size)) or _bold_level(group, body_font, len(levels))
            if alone[line_number - 1]:
                draft.mark(start, stop, "navigation", "running head")
            elif level and stop - start <= HEADING_LENGTH:
                draft.mark(start, stop, "heading", str(level))
            else:
                draft.mark(start, stop, "paragraph")


def _paragraphs(lines: Sequence[Line], alone: Sequence[bool]) -> Iterator[list[Line]]:
    """Group a page's lines; those that are ``alone`` are no part of any paragraph."""
    if not lines:
        return
    steps = Counter(round(a.baseline - b.baseline) for a, b in pairwise(lines))
    leading = max(sorted(s for s in steps if s > 0), key=steps.__getitem__, default=0)
    reach = _reach(lines)
    group = [lines[0]]
    for i in range(1, len(lines)):
        if (
            alone[i - 1]
            or alone[i]
            or _begins(lines[i - 1], lines[i], leading, reach[_column(lines[i - 1])])
        ):
            yield group
            group = []
        group.append(lines[i])
    yield group


def _begins(before: Line, line: Line, leading: float, reach: float) -> bool:
    """Whether a line begins a new paragraph after the one before."""
    larger, smaller = max(before.size, line.size), max(min(before.size, line.size), 0.1)
    if larger > (OTHER_SIZE if before.font == line.font else OTHER_FONT_SIZE) * smaller:
        return True
    if before.hyphenated:
        return False
    step = before.baseline - line.baseline
    if step < 0:  # the next column
        return bool(_SENTENCE_END.search(before.text)) or not line.text[0].islower()
    if step > PARAGRAPH_LEADING * max(leading, line.size):
        return True
    indent = line.box[0] - before.box[0]
    if step > 0 and INDENT * line.size < indent < MAX_INDENT * line.size:
        return True
    if step > 0 and -indent > MAX_INDENT * line.size:  # after a centred heading
        return True
    if step <= 0 or not _SENTENCE_END.search(before.text):
        return False
    letter = (line.box[2] - line.box[0]) / len(line.text)
    first_word = line.text.partition(" ")[0]
    room = reach - before.box[2]
    return room > SPARE_ROOM * letter * (len(first_word) + 1) or bool(_OPENING.match(line.text))


def _column(line: Line) -> int:
    return round(line.box[0] / COLUMN_STEP)


def _reach(lines: Sequence[Line]) -> dict[int, float]:
    """How far to the right the lines reach that begin where a column begins, or near it."""
    furthest: dict[int, float] = {}
    for line in lines:
        column = _column(line)
        furthest[column] = max(furthest.get(column, 0.0), line.box[2])
    return {
        column: max(furthest.get(near, 0.0) for near in (column - 1, column, column + 1))
        for column in furthest
    }


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The type size most characters are set in."""
    return _most(pages, lambda line: round(line.size, 1)) or 0.0


def _most(pages: Sequence[Sequence[Line]], trait: Callable[[Line], Trait]) -> Trait | None:
    """The trait that most characters' lines have; None where there are no lines."""
    counts: Counter[Trait] = Counter()
    for line in (line for lines in pages for line in lines):
        counts[trait(line)] += len(line.text)
    return max(sorted(counts), key=counts.__getitem__, default=None)


def _bold_level(group: Sequence[Line], body_font: str | None, larger: int) -> int | None:
    """The level of a heading that only its bold type sets off, below those of larger type."""
    bold = all("bold" in line.font.lower() for line in group) and group[0].font != body_font
    return None if not bold or _SENTENCE_END.search(group[-1].text) else min(larger + 1, 6)


def _heading_levels(pages: Sequence[Sequence[Line]], body: float) -> dict[float, int]:
    """Levels 1 to 6 for the sizes of type that are clearly larger than the text's."""
    larger = {
        round(line.size) for lines in pages for line in lines if line.size >= HEADING_SIZE * body
    }
    return {size: min(level, 6) for level, size in enumerate(sorted(larger, reverse=True), 1)}


def _running_heads(pages: Sequence[Sequence[Line]], body: float) -> frozenset[str]:
    """The lines, digits aside, that many pages begin or end with, set no larger than the text."""
    seen: Counter[str] = Counter()
    for lines in pages:
        edges = [line for line in [*lines[:2], *lines[-2:]] if line.size < OTHER_SIZE * body]
        seen.update({_masked(line.text) for line in edges})
    return frozenset(text for text, count in seen.items() if count >= RUNNING_PAGES)


def _is_running(line: Line, index: int, lines: Sequence[Line], running: frozenset[str]) -> bool:
    if 2 <= index < len(lines) - 2:
        return False
    edge = index in (0, len(lines) - 1)
    return _masked(line.text) in running or (edge and bool(_PAGE_NUMBER.fullmatch(line.text)))


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _listed(numbers: Sequence[int]) -> str:
    """Page numbers as people write them: "page 2 is", "pages 2, 5-7 are"."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges[:50])
    return f"pages {shown} are" if len(numbers) > 1 else f"page {shown} is"
