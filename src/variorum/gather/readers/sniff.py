"""What kind of file this is: by its content first, by its name where the content leaves it open."""

import io
import re
import zipfile
import zlib

HEAD_BYTES = 65_536
"""How much of a file is looked at."""

TEXT_SUFFIXES = {
    "md": "text/markdown",
    "markdown": "text/markdown",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
    "json": "application/json",
    "tex": "application/x-tex",
}
"""Texts that are read as plain text, character for character."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"WARC/", "application/warc"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ", "application/x-executable"),
)
_ISO_MEDIA = {
    b"avif": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
}
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_ZIPPED = (
    (
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("META-INF/container.xml", "application/epub+zip"),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (
        "ppt/presentation.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
)
_HTML = re.compile(
    rb"\s*(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_XHTML_ROOT = re.compile(rb"<(?:[a-z]+:)?html[\s>]|<!doctype\s+html", re.I)
_TAG = re.compile(rb"<[!/a-zA-Z]")
_MBOX = re.compile(rb"From \S.{0,200}\d{4}\s*\r?\n[A-Za-z][A-Za-z0-9-]{0,60}:")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60}):", re.M)
_LETTER_HEADERS = frozenset(
    (b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version")
)


def sniff(head: bytes, name: str) -> str:
    """The media type of a file from its first ``HEAD_BYTES`` and its name.

    Anything that is no known container and could be text is ``text/plain``; whether it really is text
    its reader decides.
    """
    suffix = name.rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""
    return _by_magic(head, suffix) or _by_markup(head, suffix) or _by_letter(head, suffix, name)


def zip_kind(names: list[str]) -> str:
    """The media type of a zip archive with these members."""
    for member, kind in _ZIPPED:
        if member in names:
            return kind
    return "application/vnd.oasis.opendocument" if "content.xml" in names else "application/zip"


def _by_magic(head: bytes, suffix: str) -> str:
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "application/zip"
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head[:2] == b"\x1f\x8b":
        start = _unpacked(head)
        return "application/warc" if start.startswith(b"WARC/") else "application/gzip"
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "application/octet-stream")
    if head[4:8] == b"ftyp":
        return _ISO_MEDIA.get(head[8:12], "video/mp4")
    for magic, kind in _MAGIC:
        # Two letters may begin a text: of those kinds the name, or a control byte, must agree.
        if head.startswith(magic) and (
            len(magic) > 3 or suffix in kind or any(c < 9 for c in head[:64])
        ):
            return kind
    return ""


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64)
    except zlib.error:
        return b""


def _by_markup(head: bytes, suffix: str) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4].count(0) >= 2:
        head = head.replace(b"\x00", b"")  # UTF-16 or 32: its ASCII signs remain
        head = head.lstrip(b"\xff\xfe")
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if suffix in ("html", "htm", "xhtml", "shtml") and _TAG.search(head):
        return "application/xhtml+xml" if head.startswith(b"<?xml") else "text/html"
    if _HTML.match(head):
        return "text/html"
    if head.startswith((b"<?xml", b"<!DOCTYPE", b"<!doctype")) or suffix in ("xml", "svg", "tei"):
        if _XHTML_ROOT.search(head[:4096]):
            return "application/xhtml+xml"
        if not head.startswith(b"<"):
            return ""
        return "image/svg+xml" if b"<svg" in head[:4096] else "application/xml"
    return ""


def _by_letter(head: bytes, suffix: str, name: str) -> str:
    """E-mail by its headers, and texts by their names."""
    if suffix not in TEXT_SUFFIXES and suffix != "txt":
        if _MBOX.match(head):
            return "application/mbox"
        block = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
        headers = {key.lower() for key in _HEADER.findall(block)}
        known = headers & _LETTER_HEADERS
        if _HEADER.match(block) and (
            (known and suffix in ("eml", "mht", "mhtml")) or len(known) > 3
        ):
            web = suffix in ("mht", "mhtml") or b"snapshot-content-location" in headers
            return "multipart/related" if web else "message/rfc822"
    return TEXT_SUFFIXES.get(suffix, "text/plain")


def zip_members(data: bytes) -> list[str]:
    """The names in a zip archive; none when it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return []
