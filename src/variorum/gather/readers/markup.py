"""Markup into tokens that know where they stand: for pages as they are, not as they should be.

Follows the tokenizer of the HTML standard in what it makes of broken markup, in one pass without
recursion and without going back, and expands no entity but HTML's own characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

RAW_TEXT = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes"))
"""Elements whose content is no markup and no text."""
RAW_CHARACTERS = frozenset(("title", "textarea"))
"""Elements whose content is text without markup."""

_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_TAG_END = re.compile(r"[\s/]*>")
_DOCTYPE = re.compile(r"<!doctype[^>\[]*\[.*?\]\s*>", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of markup at ``[start, end)`` of the decoded file.

    ``kind``: ``text`` (``name`` is the text with its entities resolved), ``open`` and ``close`` (the
    tag's lower-case name; ``closed`` when it ends in ``/>``), ``raw`` (the content of a script, style
    sheet or title, whose ``name`` it stands with), ``comment``.
    """

    kind: Literal["text", "open", "close", "raw", "comment"]
    start: int
    end: int
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    closed: bool = False


def tokens(document: str, xml: bool = False, html: bool = True) -> Iterator[Token]:
    """The tokens of a page, in order; every character of the page lies in at most one of them.

    ``xml``: it is XML; ``html``: its elements are HTML's, so that scripts, say, are no text.
    """
    position, size = 0, len(document)
    last_end = document.rfind(">")
    missing: set[str] = set()  # ends that were searched for and do not come any more
    while position < size:
        found = _MARKUP.search(document, position)
        start = found.start() if found else size
        if start > last_end:
            start = size
        if start > position:
            yield Token("text", position, start, unescape(document[position:start]))
            position = start
            continue
        if document.startswith("<!", position) or document.startswith("<?", position):
            token = _declaration(document, position, xml, missing)
            position = token.end
            yield token
            continue
        name = _TAG_NAME.match(document, position)
        if name is None:  # "</" and no letter
            position = document.find(">", position) + 1
            continue
        token = _tag(document, position, name)
        position = token.end
        yield token
        if token.kind == "open" and html and not (xml and token.closed):
            raw = _raw(document, token, missing)
            if raw:
                yield raw
                position = raw.end


def _declaration(document: str, start: int, xml: bool, missing: set[str]) -> Token:
    """A comment, a document type with all it declares, a CDATA section, an instruction."""
    if document.startswith("<!--", start) and "-->" not in missing:
        end = document.find("-->", start + 2)
        if end >= 0:
            return Token("comment", start, end + 3, document[start + 4 : end])
        missing.add("-->")
    elif xml and document.startswith("<![CDATA[", start) and "]]>" not in missing:
        end = document.find("]]>", start)
        if end >= 0:
            return Token("text", start, end + 3, document[start + 9 : end])
        missing.add("]]>")
    elif document[start : start + 9].lower() == "<!doctype" and "doctype" not in missing:
        missing.add("doctype")  # only the first one may declare anything
        if found := _DOCTYPE.match(document, start):
            return Token("comment", start, found.end(), "")
    end = document.find(">", start) + 1
    return Token("comment", start, end, document[start:end])


def _tag(document: str, start: int, name: re.Match[str]) -> Token:
    closing = document[start + 1] == "/"
    attributes: dict[str, str] = {}
    position = name.end()
    while not (end := _TAG_END.match(document, position)):
        found = _ATTRIBUTE.match(document, position)
        if found is None:  # the file ends inside the tag
            return Token("close" if closing else "open", start, len(document), name[1].lower())
        key = found[1].lower()
        if not closing and key not in attributes:
            value = next((v for v in found.groups()[1:] if v is not None), "")
            attributes[key] = unescape(value) if "&" in value else value
        position = found.end()
    closed = document[end.end() - 2] == "/"
    kind: Literal["open", "close"] = "close" if closing else "open"
    return Token(kind, start, end.end(), name[1].lower(), attributes, closed)


def _raw(document: str, token: Token, missing: set[str]) -> Token | None:
    name = token.name
    if name in missing or name not in RAW_TEXT | RAW_CHARACTERS:
        return None
    end = re.compile(rf"</{name}(?=[\s/>])", re.I).search(document, token.end)
    if end is None:
        missing.add(name)
        if name in RAW_CHARACTERS:  # left open by mistake: the page must not vanish in it
            return None
    stop = end.start() if end else len(document)
    text = document[token.end : stop]
    return Token("raw", token.end, stop, unescape(text) if name in RAW_CHARACTERS else text)
