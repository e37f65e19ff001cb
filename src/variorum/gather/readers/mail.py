"""E-mail: single messages, mailboxes, and web pages that a browser saved as one (MHTML).

Every message is an article that begins with who wrote it, to whom, when and about what.
"""

import email
import email.policy
import re
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime
from itertools import pairwise

from variorum.gather.readers import plain, web
from variorum.gather.readers.draft import Draft, Reading, Unreadable
from variorum.gather.readers.encoding import decode

MAX_MESSAGE_BYTES = 60_000_000
"""A larger message is passed over: it holds attachments, not text."""
MAX_NESTED = 3
"""Forwarded messages inside forwarded messages are read this deep."""
NAMED_ATTACHMENTS = 10

_POST = re.compile(
    rb"^From [^\r\n]{0,200}\d{4}[^\r\n]{0,20}\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:)", re.M
)
_BODY = re.compile(rb"\r?\n\r?\n")
_QUOTED = re.compile(r"^[ \t]?>[^\n]*(?:\n[ \t]?>[^\n]*)*", re.M)
_MARKED = {"From": "byline", "Date": "time", "Subject": "title"}


def read(data: bytes, name: str) -> Reading:
    """Read an ``.eml``, ``.mbox`` or ``.mht`` file."""
    draft = Draft()
    starts = [m.start() for m in _POST.finditer(data) if _after_blank(data, m.start())]
    mailbox = data.startswith(b"From ") and bool(starts)
    edges = [*starts, len(data)] if mailbox else [0, len(data)]
    unread: list[str] = []
    for number, (start, end) in enumerate(pairwise(edges), 1):
        where = f"message[{number}]"
        if end - start > MAX_MESSAGE_BYTES:
            unread.append(f"{where} (too large)")
            continue
        first = data.index(b"\n", start) + 1 if mailbox else start
        try:
            parsed = email.message_from_bytes(data[first:end], policy=email.policy.default)
            if isinstance(parsed, EmailMessage):
                if not mailbox and _is_saved_page(parsed):
                    return _saved_page(parsed, name)
                span = (first, end)
                unread.extend(_message(draft, parsed, where, span, _body_span(parsed, data, span)))
        except Unreadable:
            raise
        except (
            Exception
        ) as error:  # the parser trips over hostile mail in many ways; the rest stands
            unread.append(f"{where} ({type(error).__name__})")
    if unread:
        shown = ", ".join(unread[:NAMED_ATTACHMENTS])
        more = (
            f" and {len(unread) - NAMED_ATTACHMENTS} more"
            if len(unread) > NAMED_ATTACHMENTS
            else ""
        )
        draft.notes.append(
            f"{name} holds what was not read: {shown}{more}; save what matters as files of their own."
        )
    return draft.reading()


def _after_blank(data: bytes, start: int) -> bool:
    return start == 0 or data[max(0, start - 4) : start].endswith((b"\n\n", b"\n\r\n"))


def _body_span(message: EmailMessage, data: bytes, span: tuple[int, int]) -> tuple[int, int] | None:
    """The bytes of a body that stands in the file as it is: one part, not encoded for transport."""
    encoding = str(message.get("Content-Transfer-Encoding", "7bit")).strip().lower()
    if message.is_multipart() or encoding not in ("7bit", "8bit", "binary"):
        return None
    found = _BODY.search(data, *span)
    return (found.end(), span[1]) if found else None


def _message(
    draft: Draft,
    message: EmailMessage,
    path: str,
    span: tuple[int, int],
    body_span: tuple[int, int] | None = None,
    depth: int = 0,
) -> list[str]:
    """Write one message; returns what of it was not read."""
    if draft.length:
        draft.add("\n\n", path, span)
    start = draft.length
    _headers(draft, message, path, span)
    body = message.get_body(("plain", "html"))
    if body is not None:
        _body(draft, body, path, body_span or span)
    unread = []
    for part in message.iter_attachments():
        inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" else None
        if isinstance(inner, EmailMessage) and depth < MAX_NESTED:
            unread += _message(draft, inner, f"{path}/message", span, depth=depth + 1)
        elif body is None or part is not body:
            unread.append(part.get_filename() or part.get_content_type())
    if draft.length > start:
        draft.mark(start, draft.length, "article", str(message.get("Message-ID", "")).strip())
    return unread


def _headers(draft: Draft, message: Message, path: str, span: tuple[int, int]) -> None:
    begun = draft.length
    for header in ("From", "To", "Date", "Subject"):
        value = " ".join(str(message.get(header, "")).split())
        if not value:
            continue
        if draft.length > begun:
            draft.add("\n", f"{path}/{header}", span)
        draft.add(f"{header}: ", f"{path}/{header}", span)
        start = draft.length
        draft.add(value, f"{path}/{header}", span)
        if kind := _MARKED.get(header):
            detail = _iso(value) if header == "Date" else header
            draft.mark(start, draft.length, kind, detail)


def _iso(value: str) -> str:
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _body(draft: Draft, part: Message, path: str, span: tuple[int, int]) -> None:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return
    text = decode(content, part.get_content_charset("")).text
    if draft.length:
        draft.add("\n\n", path, span)
    if part.get_content_type() == "text/html":
        draft.include(web.page(text), f"{path}/html", span)
        return
    text = text.replace("\r\n", "\n").rstrip("\n")
    start = draft.length
    draft.add(text, f"{path}/body", span)
    for first, last in plain.paragraphs(text):
        draft.mark(start + first, start + last, "paragraph")
    for found in _QUOTED.finditer(text):
        draft.mark(start + found.start(), start + found.end(), "quotation")


def _is_saved_page(message: EmailMessage) -> bool:
    related = message.get_content_type() == "multipart/related"
    return related and ("Snapshot-Content-Location" in message or "To" not in message)


def _saved_page(message: EmailMessage, name: str) -> Reading:
    """The page that the first HTML part of an MHTML file holds."""
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    content = pages[0].get_payload(decode=True) if pages else None
    if not isinstance(content, bytes):
        raise Unreadable("holds no web page; open it in a browser and save it as HTML")
    reading = web.read(content, name)
    draft = Draft()
    draft.include(reading, "part[1]")
    for key, value in reading.meta:
        draft.told(key, value)
    address = message.get("Snapshot-Content-Location") or pages[0].get("Content-Location", "")
    if address and all(key != "url" for key, _ in reading.meta):
        draft.told("url", str(address))
    draft.notes.extend(reading.notes)
    if len(pages) > 1:
        draft.notes.append(f"{name} holds {len(pages) - 1} framed pages that were not read.")
    return draft.reading()
