"""Web archives (WARC): every page in the archive is one article, with its address and capture time."""

import io

from variorum.gather.readers import plain, web
from variorum.gather.readers.draft import Draft, Reading, Unreadable

MAX_RECORD_BYTES = 50_000_000
"""A page that unpacks to more is passed over."""
MAX_TOTAL_BYTES = 500_000_000
"""What all pages of one archive together may unpack to."""

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_KINDS = ("response", "resource", "conversion")


def read(data: bytes, name: str) -> Reading:
    """Read a ``.warc`` or ``.warc.gz`` file.

    The origins' bytes are those of the whole record, compressed or not; an article's detail is
    "ADDRESS TIME".
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    draft = Draft()
    skipped = pages = total = 0
    records = ArchiveIterator(io.BytesIO(data), arc2warc=True)
    number = 0
    try:
        for record in records:
            number += 1
            if record.rec_type not in _KINDS or not _succeeded(record.http_headers):
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            date = record.rec_headers.get_header("WARC-Date") or ""
            kind = _kind(record)
            if kind not in _PAGES:
                skipped += 1
                continue
            content = record.content_stream().read(MAX_RECORD_BYTES + 1)
            total += len(content)
            if total > MAX_TOTAL_BYTES:
                raise Unreadable("unpacks to too much; divide it into smaller archives")
            if len(content) > MAX_RECORD_BYTES:
                skipped += 1
                continue
            first = records.get_record_offset()
            span = (first, min(len(data), first + max(1, records.get_record_length())))
            reading = _page(content, kind, address)
            if reading is None or not reading.text:
                continue
            if draft.length:
                draft.add("\n\n", f"record[{number}]", span)
            start = draft.length
            draft.include(reading, f"record[{number}]", span)
            draft.mark(start, draft.length, "article", f"{address} {date}".strip())
            pages += 1
            if pages == 1:
                draft.meta.extend(reading.meta)
                draft.told("url", address)
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        if not pages:
            raise Unreadable("is damaged or cut off; copy it again from where it came") from error
        draft.notes.append(
            f"{name} is damaged after record {number}; what comes before it was read, the rest needs a "
            "whole copy."
        )
    if pages > 1:
        draft.meta.clear()  # what one page says is not said of them all
    if skipped:
        draft.notes.append(f"{name} holds {skipped} records that are no pages and were not read.")
    return draft.reading()


def _succeeded(headers: object) -> bool:
    return headers is None or str(getattr(headers, "get_statuscode", lambda: "200")()).startswith(
        "2"
    )


def _kind(record: object) -> str:
    for headers in (getattr(record, "http_headers", None), getattr(record, "rec_headers", None)):
        if headers is not None and (found := headers.get_header("Content-Type")):
            return str(found).partition(";")[0].strip().lower()
    return ""


def _page(content: bytes, kind: str, address: str) -> Reading | None:
    try:
        return plain.read(content, address) if kind == "text/plain" else web.read(content, address)
    except Unreadable:
        return None
