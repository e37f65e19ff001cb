"""Saved web pages: the text as a person sees it, and beside it what the markup says about it.

Hidden parts and menus are text like any other, marked ``hidden`` and ``navigation``: nothing is lost,
and who wants the visible text leaves them out. Scripts, styles and comments are no text.
"""

import re
from dataclasses import replace

from variorum.gather.readers.draft import (
    MAX_CHARACTERS,
    Draft,
    Reading,
    Unreadable,
    in_order,
    too_long,
)
from variorum.gather.readers.encoding import decode, in_bytes
from variorum.gather.readers.markup import Token, tokens
from variorum.gather.readers.page_meta import page_meta
from variorum.gather.readers.plain import refuse_binary
from variorum.gather.readers.signs import keeps_space, signs, xml_signs
from variorum.gather.readers.styles import unseen
from variorum.gather.readers.tree import BLOCK, VOID, Element, Stack
from variorum.model.transcript import Mark

MARKUP_SHARE = 10
"""A page may be this many times longer than the longest text that is read."""

MOST_OF_THE_TEXT = 0.6
"""A class name or style that would make more than this share of the page a menu, or hide it, is misread
or undone by a script, and passed over."""

CERTAIN = frozenset(
    ("navigation", name) for name in ("nav", "menu", "header", "footer", "aside")
) | frozenset(("hidden", name) for name in ("hidden", "template", "noscript", "head"))
"""Signs that leave no doubt, however much of the page they cover."""

LINE_BLOCKS = frozenset(("li", "tr", "dt", "dd", "option", "optgroup", "legend"))
"""Blocks that begin a new line; all others stand between blank lines."""

WHOLE = frozenset(("heading", "list_item", "caption", "preformatted"))
"""What is one of these is not marked as paragraph besides."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_WHITE = " \t\n\r\f"
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{2,40})|<meta[^>]{0,300}charset\s*=\s*[\"']?([\w.:-]{2,40})",
    re.I,
)
_HTML_ROOT = re.compile(r"<(?:\w+:)?html[\s>]", re.I)
_MARKER = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?")
_BASE = re.compile(r"(?:(?<!\d)\d{1,3}|\b(?:[kcmd]?m|ft|in|mi|yd|x|[км]?м|см))$", re.I)
_RUNNING = frozenset(
    ("p", "head", "l", "ab", "seg", "note", "q", "quote", "said", "title", "subtitle")
)


def read(data: bytes, name: str) -> Reading:
    """Read a saved page; origins carry the bytes of every run of text and its DOM path."""
    if len(data) > MARKUP_SHARE * MAX_CHARACTERS:
        raise Unreadable(too_long())
    found = _DECLARED.search(data[:4096])
    declared = (found[1] or found[2]).decode("ascii", "ignore") if found else ""
    decoded = decode(data, declared)
    refuse_binary(decoded.text)
    reading = page(decoded.text, xml=data[:200].lstrip().startswith(b"<?xml"))
    reading = replace(reading, origins=in_bytes(reading.origins, decoded, len(data)))
    if decoded.broken is None:
        return reading
    note = (
        f"{name} has bytes that are not valid {decoded.codec} (first at byte {decoded.broken}), shown "
        "as U+FFFD; if words are missing, save the page again."
    )
    return replace(reading, notes=(note,))


def page(document: str, xml: bool = False) -> Reading:
    """Read a decoded page; the byte ranges of its origins are characters of ``document``."""
    html = not xml or _HTML_ROOT.search(document[:8192]) is not None
    flow = _Flow(xml, html)
    for token in tokens(document, xml, html):
        flow.take(token)
    return flow.finish()


def _selectors(attributes: dict[str, str]) -> list[str]:
    """The simple selectors an element answers to."""
    classes = [f".{name}" for name in attributes.get("class", "").split()[:50]]
    return [*classes, f"#{attributes['id']}"] if "id" in attributes else classes


class _Flow:
    """Lays a page's tokens out as text, line by line."""

    def __init__(self, xml: bool, html: bool) -> None:
        self.xml, self.html = xml, html
        self.draft = Draft()
        self.stack = Stack()
        self.unseen = 0  # open elements before this index have text already
        self.written = 0  # where in the file the last character written ended
        self.lines = 0  # line breaks due before the next character
        self.space = self.tab = False
        self.blocks = False  # a block ended or began since the last character
        self.paragraph = -1
        self.solid = False  # something to read stands in the paragraph begun
        self.last = ("", "")  # the last two runs of text
        self.whole = False  # the paragraph begun is a heading, list item or caption
        self.row = (-1, -1)
        self.images: list[str] = []
        self.pages: list[Mark] = []
        self.doubtful: list[Mark] = []
        self.tags: list[tuple[str, str]] = []
        self.linked: list[str] = []
        self.comments: list[str] = []
        self.titles: list[str] = []
        self.title = self.language = self.canonical = ""
        self.data_script = False
        self.hiding: frozenset[str] = frozenset()  # selectors that the style sheets hide

    def take(self, token: Token) -> None:
        """Go on by one token."""
        if token.kind == "text":
            self.text(token)
        elif token.kind == "open":
            self.open(token)
        elif token.kind == "close":
            self.close(token.name)
        elif token.kind == "raw":
            self.raw(token)
        elif len(self.comments) < 20:
            self.comments.append(token.name[:5000])

    def raw(self, token: Token) -> None:
        if token.name and self.data_script:
            self.linked.append(token.name)
        elif self.stack.innermost.name == "style":
            self.hiding |= unseen(token.name)
        elif self.stack.innermost.name == "title":
            if not self.stack.holds("svg"):
                self.titles.append(" ".join(token.name.split()))
        elif self.stack.innermost.name == "textarea":
            self.text(replace(token, kind="text"))

    def text(self, token: Token) -> None:
        """Write a run of text, its white space as the page would show it."""
        raw = token.name
        if self.html and self.stack.innermost.name == "head" and not raw.isspace():
            self.ended(self.stack.closing("head"))
        if self.stack.innermost.keeps_space:
            content = raw.replace("\r\n", "\n").replace("\r", "\n")
            if self.stack.innermost.start < 0:
                content = content.removeprefix("\n")
            if content.strip(_WHITE) or (content and self.paragraph >= 0):
                self.write(content, token.start, token.end)
            return
        content = _SPACE.sub(" ", raw.strip(_WHITE))
        if not content:
            self.space = self.space or bool(raw)
            return
        self.space = self.space or raw[0] in _WHITE
        before = len(raw) - len(raw.lstrip(_WHITE))
        after = len(raw) - len(raw.rstrip(_WHITE))
        self.write(content, token.start + before, max(token.start + before, token.end - after))
        self.space = raw[-1] in _WHITE

    def write(self, content: str, start: int, end: int) -> None:
        draft, path = self.draft, self.stack.innermost.path()
        if draft.length:
            if self.blocks or self.lines > 1:
                self.end_paragraph()
            gap = "\n" * self.lines or ("\t" if self.tab else " " if self.space else "")
            draft.add(gap, path, (self.written, start))
        self.lines, self.space, self.tab, self.blocks = 0, False, False, False
        at = draft.length
        if self.paragraph < 0:
            self.paragraph = at
            self.whole = any(kind in WHOLE for e in self.stack.elements for kind, _ in e.signs)
        for address in self.images:
            draft.mark(at, at, "image", address)
        self.images.clear()
        for element in self.stack.elements[self.unseen :]:
            element.start = at
        self.unseen = len(self.stack.elements)
        draft.add(content, path, (start, end))
        self.solid = self.solid or not content.isspace()
        self.last = (self.last[1], content)
        self.written = end

    def end_paragraph(self) -> None:
        start, end = self.paragraph, self.draft.length
        in_row = self.row[0] <= start and end <= self.row[1]
        if start >= 0 and self.solid and not self.whole and not in_row:
            self.draft.mark(start, end, "paragraph")
        self.paragraph, self.solid = -1, False

    def break_line(self, lines: int) -> None:
        self.lines = max(self.lines, lines)
        self.blocks = True
        for element in reversed(self.stack.elements):
            if element.broken:
                break
            element.broken = True

    def open(self, token: Token) -> None:
        name = self.local(token.name)
        if name == "html" and self.stack.holds("html") and self.draft.length:
            self.ended(self.stack.close_all())  # another page was pasted behind this one
            self.break_line(2)
        elif name in ("html", "body") and self.stack.holds(name):
            return
        if name in ("meta", "link", "html"):
            self.say(name, token.attributes)
        block = not self.inline(name)
        self.ended(self.stack.opening(name, block))
        cell = name in ("td", "th")
        if block and not cell:
            self.break_line(1 if name in LINE_BLOCKS else 2)
        elif cell and self.stack.innermost.start >= 0:
            self.tab = True
        if name == "br":
            self.lines += 1
        elif name in ("img", "image"):
            self.image(token.attributes)
        if (name in VOID and not self.xml) or (
            token.closed and (self.xml or self.stack.holds("svg", "math"))
        ):
            return
        element = self.stack.push(name, block)
        if element is None:
            return
        article = self.stack.holds("article", "main")
        found = (
            signs(name, token.attributes, article)
            if self.html
            else xml_signs(name, token.attributes)
        )
        if self.hiding and any(name in self.hiding for name in _selectors(token.attributes)):
            found.append(("hidden", "style sheet"))
        element.signs = tuple(found)
        element.keeps_space = element.keeps_space or keeps_space(name, token.attributes)
        kind = token.attributes.get("type", "")
        self.data_script = name == "script" and kind.lower() == "application/ld+json"

    def local(self, name: str) -> str:
        """A tag's name without the prefix of its namespace (Word's "o:p" is no "p")."""
        prefix, _, rest = name.rpartition(":")
        return rest if not prefix or not self.html or prefix in ("html", "xhtml", "h") else name

    def inline(self, name: str) -> bool:
        """Whether an element runs on in its line. What is not HTML's runs on inside running text."""
        if self.html:
            return name not in BLOCK
        parent = self.stack.innermost
        return name != "p" and (not parent.block or parent.name in _RUNNING)

    def close(self, tag: str) -> None:
        name = self.local(tag)
        if name == "br":
            self.lines += 1
        if name in ("html", "body"):
            return
        self.ended(self.stack.closing(name))

    def ended(self, closed: list[Element]) -> None:
        """Set the marks of elements that were closed, and break the line after blocks."""
        for element in closed:
            end = self.draft.length
            if 0 <= element.start < end:
                self.mark(element, element.start, end)
                if element.name == "tr" and not element.broken:
                    self.row = (element.start, end)
                    self.draft.mark(element.start, end, "table_row")
                if element.name == "html":
                    self.pages.append(Mark(element.start, end, "article", self.page_title()))
            if element.name in ("td", "th"):
                if element.broken:
                    self.break_line(2)
            elif element.block:
                self.break_line(1 if element.name in LINE_BLOCKS else 2)
        self.unseen = min(self.unseen, len(self.stack.elements))
        while self.unseen and self.stack.elements[self.unseen - 1].start < 0:
            self.unseen -= 1

    def mark(self, element: Element, start: int, end: int) -> None:
        for kind, detail in element.signs:
            if (kind, detail) == ("footnote_marker", "sup") and not self.raised_marker(end - start):
                continue
            if (kind, detail) not in CERTAIN and kind in ("navigation", "hidden"):
                self.doubtful.append(Mark(start, end, kind, detail))
            elif not (kind == "language" and element.name == "html"):
                self.draft.mark(start, end, kind, detail)

    def raised_marker(self, length: int) -> bool:
        """Whether raised characters just written are a note's marker and no exponent or ordinal."""
        before, raised = self.last
        marker = length == len(raised) and _MARKER.fullmatch(raised)
        return bool(marker) and not _BASE.search(before[-12:])

    def page_title(self) -> str:
        return self.titles[-1] if self.titles else ""

    def image(self, attributes: dict[str, str]) -> None:
        """Keep an image for the place where the next character stands, or mark it in a line begun."""
        address = attributes.get("src", "")
        if not address or address.startswith("data:"):
            later = attributes.get("data-src") or attributes.get("data-original", "")
            address = later or address.partition(";")[0].partition(",")[0]
        if self.draft.length and not self.lines:
            self.draft.mark(self.draft.length, self.draft.length, "image", address)
        else:
            self.images.append(address)

    def say(self, name: str, attributes: dict[str, str]) -> None:
        if name == "html":
            self.language = (
                self.language or attributes.get("lang") or attributes.get("xml:lang", "")
            )
        elif name == "link" and "canonical" in attributes.get("rel", "").lower():
            self.canonical = self.canonical or attributes.get("href", "")
        elif name == "meta":
            key = next(
                (
                    attributes[k]
                    for k in ("property", "name", "itemprop", "http-equiv")
                    if k in attributes
                ),
                "",
            )
            self.tags.append((key.strip().lower(), attributes.get("content", "")))

    def finish(self) -> Reading:
        """The page as read."""
        self.ended(self.stack.close_all())
        self.end_paragraph()
        draft = self.draft
        for address in self.images:
            draft.mark(draft.length, draft.length, "image", address)
        if len(self.pages) > 1:
            for mark in self.pages:
                draft.mark(mark.start, mark.end, mark.kind, mark.detail)
        title = self.titles[0] if self.titles else ""
        for key, value in page_meta(
            self.tags, title, self.language, self.canonical, self.linked, self.comments
        ):
            draft.told(key, value)
        reading = draft.reading()
        menus = [m for m in self.doubtful if m.end - m.start <= MOST_OF_THE_TEXT * draft.length]
        return replace(reading, marks=in_order([*reading.marks, *menus]))
