"""Word documents (DOCX): paragraphs, tables, notes, comments and tracked changes, each somebody's hand.

Tracked insertions and deletions both stand in the text, marked with who made them and when; notes and
comments follow the running text, their markers stand where Word shows them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from variorum.gather.readers.archive import Archive, parse_xml
from variorum.gather.readers.draft import Draft, Reading, Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

CELL_LENGTH = 200
"""A longer paragraph in a table is running text, laid out with it, and marked as paragraph too."""

_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SKIPPED = frozenset(
    ("Fallback", "rPr", "pPr", "sectPr", "tblPr", "tcPr", "trPr", "instrText", "sdtPr")
)
_NOTES = (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"))
_MARKERS = {
    "footnoteReference": "footnote",
    "footnoteRef": "footnote",
    "endnoteReference": "endnote",
    "endnoteRef": "endnote",
}
_CORE = {"title": "title", "creator": "author", "created": "created", "language": "language"}


@dataclass(slots=True)
class _Parts:
    """What is known before the text is walked: styles, links; and where comments began in it."""

    styles: dict[str, tuple[str, str]]
    links: dict[str, str]
    commented: dict[str, int] = field(default_factory=dict)
    anchors: dict[str, tuple[int, int]] = field(default_factory=dict)
    numbers: dict[tuple[str, str], str] = field(
        default_factory=dict
    )  # of notes, as Word counts them


def read(data: bytes, name: str) -> Reading:
    """Read a DOCX file; origins are ``part#pN``, the Nth paragraph of a part."""
    archive = Archive(data)
    document = archive.read("word/document.xml")
    if document is None:
        raise Unreadable(
            "has no document in it; open it in a word processor and save it as DOCX again"
        )
    root = _transitional(parse_xml(document))
    parts = _Parts(_styles(archive), _links(archive))
    draft = Draft()
    _paragraphs(draft, root, "word/document.xml", parts)
    for kind, part in _NOTES:
        _notes(draft, archive, kind, part, parts)
    _comments(draft, archive, parts)
    _core(draft, archive)
    return draft.reading()


def _transitional(root: etree._Element) -> etree._Element:
    """The strict variant of the format has other namespaces for the same names."""
    if str(root.tag).startswith(STRICT):
        for element in root.iter(etree.Element):
            element.tag = str(element.tag).replace(STRICT, W)
            for key in [k for k in element.attrib if str(k).startswith(STRICT)]:
                element.attrib[str(key).replace(STRICT, W)] = element.attrib.pop(key)
    return root


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _part(archive: Archive, name: str) -> etree._Element | None:
    data = archive.read(name)
    return None if data is None else _transitional(parse_xml(data))


def _styles(archive: Archive) -> dict[str, tuple[str, str]]:
    """Paragraph styles by id: (kind of mark, detail). Headings by name, whatever their id is."""
    root = _part(archive, "word/styles.xml")
    found: dict[str, tuple[str, str]] = {}
    for style in root.iter(f"{W}style") if root is not None else ():
        name = style.find(f"{W}name")
        called = (name.get(f"{W}val", "") if name is not None else "").lower()
        level = style.find(f"{W}pPr/{W}outlineLvl")
        if called.startswith("heading ") and called[8:9].isdigit():
            kind = ("heading", called[8])
        elif called in ("title", "subtitle"):
            kind = ("title" if called == "title" else "heading", "1")
        elif "quote" in called:
            kind = ("quotation", called)
        elif called == "caption":
            kind = ("caption", "")
        elif called.startswith("list "):
            kind = ("list_item", "")
        elif level is not None and level.get(f"{W}val", "9") in "012345":
            kind = ("heading", str(int(level.get(f"{W}val", "0")) + 1))
        else:
            continue
        found[style.get(f"{W}styleId", "")] = kind
    return found


def _links(archive: Archive) -> dict[str, str]:
    root = _part(archive, "word/_rels/document.xml.rels")
    return {} if root is None else {r.get("Id", ""): r.get("Target", "") for r in root}


def _walk(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """("open" or "close", element) in document order, without recursion and without skipped parts."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start" and _local(element) in _SKIPPED:
            walker.skip_subtree()
        elif _local(element) not in _SKIPPED:
            yield ("open" if event == "start" else "close"), element


def _paragraphs(draft: Draft, root: etree._Element, part: str, parts: _Parts) -> None:
    """Write the paragraphs of a part, a blank line between them; a table row is one line."""
    number = 0
    starts: dict[etree._Element, int] = {}
    gap = "\n\n" if draft.length else ""  # what stands before the next character
    path = part
    for event, element in _walk(root):
        kind = _local(element)
        if event == "open":
            if kind == "p":
                number += 1
                path = f"{part}#p{number}"
                if any(_local(outer) == "p" for outer in starts):  # a text box inside a paragraph
                    gap = gap or "\n\n"
            elif kind in ("tr", "tc", "hyperlink", "ins", "del", "moveFrom", "moveTo", "r"):
                pass
            elif text := _text(element, kind, parts):
                draft.add(gap, path)
                gap = ""
                at = draft.length
                draft.add(text, path)
                if kind in _MARKERS:
                    draft.mark(at, draft.length, "footnote_marker", text[1:-1])
                continue
            elif kind == "commentRangeStart":
                parts.commented[_id(element)] = draft.length + len(gap)
                continue
            elif kind == "commentRangeEnd":
                start = parts.commented.get(_id(element), draft.length)
                parts.anchors[_id(element)] = (min(start, draft.length), draft.length)
                continue
            elif kind == "blip":
                draft.mark(draft.length, draft.length, "image", _image(element, parts))
                continue
            else:
                continue
            starts[element] = draft.length + len(gap)
        elif element in starts:
            start, end = starts.pop(element), draft.length
            if start < end:
                _mark(draft, element, kind, start, end, parts)
            if kind == "p" and not _in_cell(element) and draft.length:
                gap = "\n\n"
            elif kind == "p" and start < end:
                gap = "\n"
            elif kind == "tc" and draft.length:
                gap = "\t"
            elif kind == "tr" and draft.length:
                gap = "\n" if element.getnext() is not None else "\n\n"


def _text(element: etree._Element, kind: str, parts: _Parts) -> str:
    """What an element without elements inside stands for. Note numbers are bracketed: bare ones, which
    Word raises, would run into the word or year before them."""
    if kind in ("t", "delText"):
        return element.text or ""
    if kind in _MARKERS:
        of = _MARKERS[kind]
        note = element if kind.endswith("Reference") else _note_of(element, of)
        known = parts.numbers.setdefault
        taken = sum(1 for family, _ in parts.numbers if family == of)
        return f"[{known((of, _id(note)), str(taken + 1))}]" if note is not None else ""
    if kind == "sym":
        return "\ufffd"
    return _BREAKS.get(kind, "")


def _note_of(element: etree._Element, kind: str) -> etree._Element | None:
    return next((above for above in element.iterancestors() if _local(above) == kind), None)


def _mark(
    draft: Draft, element: etree._Element, kind: str, start: int, end: int, parts: _Parts
) -> None:
    who, date = element.get(f"{W}author", ""), element.get(f"{W}date", "")
    if kind in ("ins", "moveTo"):
        draft.mark(start, end, "inserted", date, who)
    elif kind in ("del", "moveFrom"):
        draft.mark(start, end, "deleted", date, who)
    elif kind == "tr":
        draft.mark(start, end, "table_row")
    elif kind == "hyperlink":
        draft.mark(start, end, "link", parts.links.get(element.get(REL_ID, ""), ""))
    elif kind == "r":
        if any(_on(element.find(f"{W}rPr/{W}{name}")) for name in ("i", "b", "smallCaps", "u")):
            draft.mark(start, end, "emphasis")
        if _on(element.find(f"{W}rPr/{W}vanish")):
            draft.mark(start, end, "hidden", "vanish")
        if _on(element.find(f"{W}rPr/{W}strike")):
            draft.mark(start, end, "deleted", "strike")
    elif kind == "p":
        style = element.find(f"{W}pPr/{W}pStyle")
        found = parts.styles.get(style.get(f"{W}val", "") if style is not None else "")
        if found:
            draft.mark(start, end, *found)
        if element.find(f"{W}pPr/{W}numPr") is not None:
            draft.mark(start, end, "list_item")
        elif (not found or found[0] == "quotation") and not (
            _in_cell(element) and end - start < CELL_LENGTH
        ):
            draft.mark(start, end, "paragraph")


def _on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "none")


def _in_cell(element: etree._Element) -> bool:
    parent = element.getparent()
    while parent is not None and _local(parent) in ("sdtContent", "sdt"):
        parent = parent.getparent()
    return parent is not None and _local(parent) == "tc"


def _id(element: etree._Element) -> str:
    return element.get(f"{W}id", "")


def _image(element: etree._Element, parts: _Parts) -> str:
    embed = next((v for k, v in element.attrib.items() if str(k).endswith("}embed")), "")
    return parts.links.get(str(embed), "")


def _notes(draft: Draft, archive: Archive, kind: str, part: str, parts: _Parts) -> None:
    root = _part(archive, part)
    for note in root.iter(f"{W}{kind}") if root is not None else ():
        if note.get(f"{W}type", "normal") != "normal":
            continue
        start = draft.length
        _paragraphs(draft, note, f"{part}#{_id(note)}", parts)
        if start < draft.length:
            first = start + 2 if start else start
            number = parts.numbers.get((kind, _id(note)), _id(note))
            draft.mark(first, draft.length, "footnote", number)


def _comments(draft: Draft, archive: Archive, parts: _Parts) -> None:
    """Comments after the text; a mark of the same kind also lies over the words commented on."""
    root = _part(archive, "word/comments.xml")
    for comment in root.iter(f"{W}comment") if root is not None else ():
        who, number = comment.get(f"{W}author", ""), _id(comment)
        start = draft.length
        _paragraphs(draft, comment, f"word/comments.xml#{number}", parts)
        if start < draft.length:
            first = start + 2 if start else start
            draft.mark(first, draft.length, "comment", comment.get(f"{W}date", ""), who)
            if parts.anchors.get(number, (0, 0))[0] < parts.anchors.get(number, (0, 0))[1]:
                draft.mark(*parts.anchors[number], "link", f"word/comments.xml#{number}", who)


def _core(draft: Draft, archive: Archive) -> None:
    try:
        root = _part(archive, "docProps/core.xml")
    except Unreadable:
        return  # the text does not depend on it
    for element in root.iter(etree.Element) if root is not None else ():
        if key := _CORE.get(_local(element)):
            draft.told(key, element.text or "")
