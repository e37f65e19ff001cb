"""Markdown: the text exactly as it is, its signs kept, with marks that say what they mean."""

import re

from variorum.gather.readers import plain
from variorum.gather.readers.draft import Reading, in_order
from variorum.model.transcript import Mark

LINK_TEXT = 500
"""A longer text between brackets, or address between parentheses, is not looked at as a link."""

_LINES = re.compile(r"[^\r\n]+")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_QUOTED = re.compile(r" {0,3}>")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*")
_META = re.compile(r"(title|author|date|language|lang|url|publisher):[ \t]*(\S.*)", re.I)
_INLINE = re.compile(
    rf"(?P<image>!\[[^\[\]\n]{{0,{LINK_TEXT}}}\]\((?P<src>[^()\s]{{1,{LINK_TEXT}}})[^()\n]{{0,200}}\))"
    rf"|(?P<link>\[(?P<label>[^\[\]\n^][^\[\]\n]{{0,{LINK_TEXT}}})\]"
    rf"\((?P<href>[^()\s]{{1,{LINK_TEXT}}})[^()\n]{{0,200}}\))"
    r"|(?P<marker>\[\^(?P<note>[^\]\s]{1,100})\](?!:))"
    r"|(?<![\w*])\*{1,3}(?P<starred>[^*\s](?:[^*\n]{0,500}[^*\s])?)\*{1,3}(?![\w*])"
    r"|(?<![\w_])_{1,3}(?P<scored>[^_\s](?:[^_\n]{0,500}[^_\s])?)_{1,3}(?![\w_])"
)


def read(data: bytes, name: str) -> Reading:
    """Read a Markdown file as plain text does, and mark what its signs say."""
    decoded = plain.text_of(data)
    text = decoded.text
    lines = [m.span() for m in _LINES.finditer(text)]
    marks: list[Mark] = []
    meta, first = _front_matter(text, lines, marks)
    _blocks(text, lines[first:], marks)
    running = [m for m in marks if m.kind in ("preformatted", "hidden")]
    marks.extend(_inline(text, running))
    taken = {m.start for m in marks if m.kind in ("heading", "preformatted", "hidden")}
    marks.extend(
        Mark(start, end, "paragraph")
        for start, end in plain.paragraphs(text)
        if start not in taken and not _HEADING.match(text, start)
    )
    notes = tuple(plain.notes(decoded, name))
    return Reading(text, plain.origins(decoded), in_order(marks), tuple(meta), notes)


def _front_matter(
    text: str, lines: list[tuple[int, int]], marks: list[Mark]
) -> tuple[list[tuple[str, str]], int]:
    """What a YAML head says, and the index of the first line after it."""
    words = [text[start:end].strip() for start, end in lines[:50]]
    if not words or words[0].lstrip("\ufeff") != "---" or "---" not in words[1:]:
        return [], 0
    last = words.index("---", 1)
    marks.append(Mark(lines[0][0], lines[last][1], "hidden", "front matter"))
    meta = []
    for word in words[1:last]:
        if found := _META.match(word):
            key = {"lang": "language"}.get(found[1].lower(), found[1].lower())
            meta.append((key, found[2].strip("'\" ")))
    return meta, last + 1


def _blocks(text: str, lines: list[tuple[int, int]], marks: list[Mark]) -> None:
    fence, opened = "", 0
    quote = quote_end = -1
    before: tuple[int, int] | None = None  # a line that an underline would make a heading
    for start, end in lines:
        blank_before = before is not None and text.count("\n", before[1], start) > 1
        found = _FENCE.match(text, start, end)
        if fence or found:
            if found and not fence:
                fence, opened = found[1], start
            elif found and found[1] == fence:
                marks.append(Mark(opened, end, "preformatted"))
                fence = ""
            before = None
            continue
        if _QUOTED.match(text, start, end):
            if quote < 0 or text.count("\n", quote_end, start) > 1:
                _close(marks, quote, quote_end)
                quote = start
            quote_end = end
            before = None
            continue
        if heading := _HEADING.match(text, start, end):
            stop = heading.start(2) + len(heading[2].rstrip().rstrip("#").rstrip())
            marks.append(Mark(heading.start(2), stop, "heading", str(len(heading[1]))))
            before = None
        elif before and not blank_before and (line := _UNDERLINE.fullmatch(text, start, end)):
            marks.append(Mark(*before, "heading", "1" if line[1][0] == "=" else "2"))
            before = None
        elif note := _NOTE.match(text, start, end):
            marks.append(Mark(note.end(), max(end, note.end()), "footnote", note[1]))
            before = None
        elif item := _ITEM.match(text, start, end):
            marks.append(Mark(item.end(), end, "list_item"))
            before = None
        else:
            before = (start, end)
    _close(marks, quote, quote_end)
    if fence:
        marks.append(Mark(opened, len(text), "preformatted"))


def _close(marks: list[Mark], start: int, end: int) -> None:
    if start >= 0:
        marks.append(Mark(start, end, "quotation"))


def _inline(text: str, skipped: list[Mark]) -> list[Mark]:
    marks = []
    spans = iter(sorted((m.start, m.end) for m in skipped))
    span = next(spans, None)
    for found in _INLINE.finditer(text):
        while span and span[1] <= found.start():
            span = next(spans, None)
        if span and span[0] <= found.start():
            continue
        if found["image"]:
            marks.append(Mark(found.start(), found.end(), "image", found["src"]))
        elif found["link"]:
            marks.append(Mark(*found.span("label"), "link", found["href"]))
        elif found["marker"]:
            marks.append(Mark(found.start(), found.end(), "footnote_marker", found["note"]))
        else:
            group = "starred" if found["starred"] else "scored"
            marks.append(Mark(*found.span(group), "emphasis"))
    return marks
