"""EPUB books: every chapter of the reading order, read as the web page it is, is one article."""

import posixpath
from urllib.parse import unquote

from lxml import etree

from variorum.gather.readers import web
from variorum.gather.readers.archive import Archive, parse_xml
from variorum.gather.readers.draft import Draft, Reading, Unreadable

_META = {
    "title": "title",
    "creator": "author",
    "publisher": "publisher",
    "date": "date",
    "language": "language",
}
_PAGES = ("application/xhtml+xml", "text/html", "application/xml")


def read(data: bytes, name: str) -> Reading:
    """Read an EPUB; origins are the chapter's name in the book and the path inside it."""
    archive = Archive(data)
    package = _package_name(archive)
    content = archive.read(package)
    if content is None:
        raise Unreadable("has no table of its parts; convert it with a book reader and build again")
    root = parse_xml(content)
    chapters = _chapters(root, package)
    if _encrypted(archive) & set(chapters):
        raise Unreadable(
            "is encrypted against copying; get its text in another way and build again"
        )
    draft = Draft()
    lost = []
    for chapter in chapters:
        page = archive.read(chapter)
        if page is None:
            lost.append(chapter)
            continue
        reading = web.read(page, chapter)
        if not reading.text:
            continue
        if draft.length:
            draft.add("\n\n", chapter)
        start = draft.length
        draft.include(reading, chapter)
        title = next((value for key, value in reading.meta if key == "title"), "")
        draft.mark(start, draft.length, "article", title)
        draft.notes.extend(reading.notes)
    for element in root.iter(etree.Element):
        if key := _META.get(str(element.tag).rpartition("}")[2]):
            draft.told(key, "".join(map(str, element.itertext())))
    if lost:
        draft.notes.append(f"{name} names chapters it does not hold: {', '.join(lost[:5])}.")
    return draft.reading()


def _encrypted(archive: Archive) -> set[str]:
    """The members a book's own list says are encrypted (fonts often are, in books anyone may read)."""
    listed = archive.read("META-INF/encryption.xml")
    if listed is None:
        return set()
    return {
        unquote(element.get("URI", ""))
        for element in parse_xml(listed).iter(etree.Element)
        if str(element.tag).endswith("CipherReference")
    }


def _package_name(archive: Archive) -> str:
    container = archive.read("META-INF/container.xml")
    if container is not None:
        for element in parse_xml(container).iter(etree.Element):
            if str(element.tag).endswith("rootfile") and element.get("full-path"):
                return str(element.get("full-path"))
    return next((member for member in archive.names() if member.endswith(".opf")), "")


def _chapters(root: etree._Element, package: str) -> list[str]:
    """The members that hold the chapters, in reading order.

    A path that leads out of the book names no member of it, so nothing outside is ever opened.
    """
    base = posixpath.dirname(package)
    items: dict[str, tuple[str, str]] = {}
    order: list[str] = []
    for element in root.iter(etree.Element):
        kind = str(element.tag).rpartition("}")[2]
        if kind == "item":
            href = unquote(element.get("href", "").partition("#")[0])
            member = posixpath.normpath(posixpath.join(base, href))
            items[element.get("id", "")] = (member, element.get("media-type", ""))
        elif kind == "itemref":
            order.append(element.get("idref", ""))
    listed = [items[item] for item in order if item in items] or sorted(items.values())
    return list(dict.fromkeys(member for member, kind in listed if kind in _PAGES))
