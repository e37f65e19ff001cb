"""What a reader sees of a source, taken without the program, to check ``truth.json`` itself."""

import email
import re
import zipfile
from email import policy
from pathlib import Path

import pypdfium2
from lxml import etree, html

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD_PARTS = ("document", "footnotes", "comments")
_INLINE = frozenset({"i", "b", "strong", "em", "a", "small", "span", "label"})


def visible(path: Path) -> str:
    """The text of ``path`` with every run of white space as one space."""
    return squeeze(_READERS[path.suffix](path))


def squeeze(text: str) -> str:
    """``text`` with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def _html(path: Path) -> str:
    body = html.fromstring(path.read_bytes().decode("utf-8")).body
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag not in _INLINE
        if event == "start":
            pieces += ["\n" if block else "", element.text or ""]
        else:
            pieces += ["\n" if block else "", element.tail or ""]
    return "".join(pieces)


def _pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _docx(path: Path) -> str:
    paragraphs: list[str] = []
    with zipfile.ZipFile(path) as archive:
        for part in _WORD_PARTS:
            root = etree.fromstring(archive.read(f"word/{part}.xml"))
            for paragraph in root.iter(f"{_W}p"):
                runs = paragraph.iter(f"{_W}t", f"{_W}delText")
                paragraphs.append("".join(run.text or "" for run in runs))
    return "\n".join(paragraphs)


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1251")


def _eml(path: Path) -> str:
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    headers = (f"{name}: {message[name]}" for name in ("From", "To", "Subject", "Date"))
    return "\n".join([*headers, message.get_content()])


_READERS = {".html": _html, ".pdf": _pdf, ".docx": _docx, ".txt": _text, ".eml": _eml}
