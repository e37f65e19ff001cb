"""The first step: one file in, its row of ``sources`` and its transcript out."""

import hashlib
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from variorum.gather.readers.draft import Reading, Unreadable, in_order
from variorum.gather.readers.language import language_marks
from variorum.gather.readers.sniff import HEAD_BYTES, sniff, zip_kind, zip_members
from variorum.model.transcript import Mark, Source, Transcript

MAX_FILE_BYTES = 400_000_000
"""A larger file is not read: it would not fit into the memory of a small computer."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READERS = {
    "text/html": "web",
    "application/xhtml+xml": "web",
    "application/xml": "web",
    "multipart/related": "mail",
    "message/rfc822": "mail",
    "application/mbox": "mail",
    "application/pdf": "pdf",
    DOCX: "word",
    "application/epub+zip": "epub",
    "application/warc": "warc",
    "text/markdown": "markdown",
    "text/plain": "plain",
    "text/csv": "plain",
    "text/tab-separated-values": "plain",
    "text/vtt": "plain",
    "application/x-subrip": "plain",
    "application/json": "plain",
    "application/x-tex": "plain",
}
"""The reader of each kind of file: a module of ``readers``, loaded when the first such file comes."""

ADVICE = {
    "application/rtf": "is an RTF document, which is not read; save it as DOCX",
    "application/x-ole-storage": "is an old or encrypted Office document; save it without password "
    "as DOCX",
    "application/vnd.oasis.opendocument": "is an OpenDocument file, which is not read; save it as DOCX",
    "application/gzip": "is a compressed file; unpack it and put what it holds into the folder",
    "application/zip": "is an archive; unpack it and put what it holds into the folder",
}
"""What to do about the kinds that are known and not read."""

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def gather(path: Path, name: str) -> tuple[Source, Transcript | None]:
    """Read the file at ``path``, which is called ``name`` inside the dossier's sources.

    Never raises for bad input: a file that cannot be read gives a ``Source`` without reader whose
    ``note`` says why and what to do next, and None. An image gives a ``Source`` and None.
    """
    try:
        data, size, sha256 = _bytes(path)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        note = f"{name} cannot be opened ({reason}); make it readable and build again."
        return Source(name, "", "", "", 0, note), None
    if not size:
        note = f"{name} is empty; put the file there again or take it away."
        return Source(name, sha256, "inode/x-empty", "", 0, note), None
    media_type = sniff(data[:HEAD_BYTES], name)
    if media_type.startswith("image/"):
        return Source(name, sha256, media_type, "image", 0), None
    if size > MAX_FILE_BYTES:
        note = f"{name} has {size} bytes, too many to read; divide it into smaller files."
        return Source(name, sha256, media_type, "", 0, note), None
    if media_type == "application/zip":
        media_type = zip_kind(zip_members(data))
    reader = READERS.get(media_type, "")
    try:
        reading = _reader(media_type)(data, name)
        transcript = _transcript(name, reading)
    except Unreadable as why:
        return Source(name, sha256, media_type, "", 0, f"{name} {why}."), None
    except MemoryError:
        raise
    except Exception as error:
        # Whatever a library stumbles over in a damaged file must not keep the other sources back.
        note = (
            f"{name} is damaged or not what it seems ({media_type}; {type(error).__name__}); open it in "
            "its own program, save it again and build again."
        )
        return Source(name, sha256, media_type, "", 0, note), None
    note = " ".join([*reading.notes, *_bidi_note(name, reading.text)])
    return Source(name, sha256, media_type, reader, len(reading.text), note), transcript


def _bytes(path: Path) -> tuple[bytes, int, str]:
    """A file's bytes (only its head when it is too large to read), their number and SHA-256."""
    with path.open("rb") as file:
        data = file.read(MAX_FILE_BYTES + 1)
        sha = hashlib.sha256(data)
        size = len(data)
        if size > MAX_FILE_BYTES:
            data = data[:HEAD_BYTES]
            while more := file.read(1 << 20):
                sha.update(more)
                size += len(more)
    return data, size, sha.hexdigest()


def _reader(media_type: str) -> Callable[[bytes, str], Reading]:
    if module := READERS.get(media_type):
        read: Callable[[bytes, str], Reading] = import_module(
            f"variorum.gather.readers.{module}"
        ).read
        return read
    what = f"is of a kind that is not read ({media_type}); save it as text, PDF, DOCX or a web page"
    raise Unreadable(ADVICE.get(media_type, what))


def _transcript(name: str, reading: Reading) -> Transcript:
    if not reading.text:
        raise Unreadable("holds no text; look whether it is the right file")
    said = [mark for mark in reading.marks if mark.kind == "language"]
    default = next((value for key, value in reading.meta if key == "language"), "")
    languages = language_marks(reading.text, said, default)
    # What the file says of a phrase inside one line stands; of whole lines it was heard as evidence.
    phrases = [mark for mark in said if _inside_a_line(reading.text, mark)]
    others = [mark for mark in reading.marks if mark.kind != "language"]
    marks = in_order([*others, *languages, *phrases])
    return Transcript(name, reading.text, reading.origins, marks, reading.meta)


def _inside_a_line(text: str, mark: Mark) -> bool:
    inside = mark.start > 0 and text[mark.start - 1] != "\n"
    inside = inside or (mark.end < len(text) and text[mark.end] != "\n")
    return inside and "\n" not in text[mark.start : mark.end]


def _bidi_note(name: str, text: str) -> list[str]:
    signs = [found.start() for found in _BIDI.finditer(text)]
    if not signs:
        return []
    return [
        f"{name} holds {len(signs)} bidirectional control characters (the first at character "
        f"{signs[0]}); what is shown may stand in another order than what is written."
    ]
