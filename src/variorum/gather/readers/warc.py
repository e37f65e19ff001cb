"""Web archives (WARC): every page in the archive is one article, with its address and capture time."""

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass

from variorum.gather.readers import plain, web
from variorum.gather.readers.draft import Draft, Reading, Unreadable

MAX_RECORD_BYTES = 50_000_000
"""A page that unpacks to more is passed over."""
MAX_TOTAL_BYTES = 500_000_000
"""What all pages of one archive together may unpack to."""

_PAGE_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_KINDS = ("response", "resource", "conversion")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of an archive: its content, and where its record stands in the file."""

    content: bytes
    kind: str
    address: str
    date: str
    path: str
    span: tuple[int, int]


def read(data: bytes, name: str) -> Reading:
    """Read a ``.warc`` or ``.warc.gz`` file.

    The origins' bytes are those of the whole record, compressed or not; an article's detail is
    "ADDRESS TIME".
    """
    draft = Draft()
    skipped = Counter[str]()
    pages = total = 0
    try:
        # The library warns on standard error, which belongs to the command line.
        with redirect_stderr(io.StringIO()):
            for page in _pages(data, skipped):
                total += len(page.content)
                if total > MAX_TOTAL_BYTES:
                    raise Unreadable("unpacks to too much; divide it into smaller archives")
                reading = _read_page(page)
                if reading is None or not reading.text:
                    continue
                if draft.length:
                    draft.add("\n\n", page.path, page.span)
                start = draft.length
                draft.include(reading, page.path, page.span)
                draft.mark(start, draft.length, "article", f"{page.address} {page.date}".strip())
                pages += 1
                if pages == 1:
                    draft.meta.extend(reading.meta)
                    draft.told("url", page.address)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # the library stumbles over damaged archives in many ways
        if not pages:
            raise Unreadable("is damaged or cut off; copy it again from where it came") from error
        draft.notes.append(
            f"{name} is damaged after its page {pages}; what comes before was read, the rest needs a "
            "whole copy."
        )
    if pages > 1:
        draft.meta.clear()  # what one page says is not said of them all
    if count := skipped.total():
        draft.notes.append(f"{name} holds {count} records that are no pages and were not read.")
    return draft.reading()


def _pages(data: bytes, skipped: Counter[str]) -> Iterator[_Page]:
    """The archive's pages in order; what else was answered with success is counted in ``skipped``."""
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(io.BytesIO(data), arc2warc=True)
    for number, record in enumerate(records, 1):
        if record.rec_type not in _KINDS or not _succeeded(record.http_headers):
            continue
        kind = _kind(record)
        if kind not in _PAGE_KINDS:
            skipped[kind] += 1
            continue
        content = record.content_stream().read(MAX_RECORD_BYTES + 1)
        if len(content) > MAX_RECORD_BYTES:
            skipped[kind] += 1
            continue
        first = records.get_record_offset()
        span = (first, min(len(data), first + max(1, records.get_record_length())))
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        date = record.rec_headers.get_header("WARC-Date") or ""
        yield _Page(content, kind, address, date, f"record[{number}]", span)


def _succeeded(headers: object) -> bool:
    return headers is None or str(getattr(headers, "get_statuscode", lambda: "200")()).startswith(
        "2"
    )


def _kind(record: object) -> str:
    for headers in (getattr(record, "http_headers", None), getattr(record, "rec_headers", None)):
        if headers is not None and (found := headers.get_header("Content-Type")):
            return str(found).partition(";")[0].strip().lower()
    return ""


def _read_page(page: _Page) -> Reading | None:
    try:
        reader = plain.read if page.kind == "text/plain" else web.read
        return reader(page.content, page.address)
    except Unreadable:
        return None
