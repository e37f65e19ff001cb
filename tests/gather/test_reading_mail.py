"""E-mail, mailboxes, pages saved as MHTML, and web archives."""

import io
from email.message import EmailMessage
from pathlib import Path

from gathering import bytes_at, details, gathered, marked, transcript_of, unread
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def a_message(subject: str, body: str, subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Jane Doe <jane@example.org>"
    message["To"] = "keeper@example.org"
    message["Date"] = "Wed, 03 Mar 1999 10:00:00 +0000"
    message["Subject"] = subject
    message.set_content(body, subtype=subtype)
    return message


def test_a_letter_says_who_when_and_what(tmp_path: Path) -> None:
    message = a_message("Пожар в гавани", "Dear all,\n\n> it burned\n> all night\n\nIt did not.\n")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    source, transcript = gathered(tmp_path, "letter.eml", message.as_bytes())
    assert transcript is not None
    assert transcript.text == (
        "From: Jane Doe <jane@example.org>\nTo: keeper@example.org\n"
        "Date: Wed, 03 Mar 1999 10:00:00 +0000\nSubject: Пожар в гавани\n\n"
        "Dear all,\n\n> it burned\n> all night\n\nIt did not."
    )
    assert details(transcript, "byline") == [("Jane Doe <jane@example.org>", "From")]
    assert details(transcript, "time")[0][1] == "1999-03-03T10:00:00+00:00"
    assert marked(transcript, "title") == ["Пожар в гавани"]
    assert marked(transcript, "quotation") == ["> it burned\n> all night"]
    assert marked(transcript, "article") == [transcript.text]
    assert "plan.pdf" in source.note


def test_a_plain_body_knows_its_bytes(tmp_path: Path) -> None:
    data = a_message("Short", "Nobody came.\n").as_bytes()
    transcript = transcript_of(tmp_path, "short.eml", data)
    assert bytes_at(transcript, data, "Nobody") == b"Nobody came.\n"


def test_html_letters_are_read_as_pages(tmp_path: Path) -> None:
    data = a_message("Page", "<p>One</p><p>Two</p>", "html").as_bytes()
    transcript = transcript_of(tmp_path, "page.eml", data)
    assert transcript.text.endswith("\n\nOne\n\nTwo")
    assert transcript.origins[-1].path == "message[1]/html/p[2]"


def test_every_message_of_a_mailbox_is_an_article(tmp_path: Path) -> None:
    post = b"From someone Wed Mar  3 10:00:00 1999\n"
    bodies = ["One.\n\nFrom here on, rain.\n", "Two.\n"]
    data = b"\n".join(post + a_message(f"No {i}", b).as_bytes() for i, b in enumerate(bodies))
    transcript = transcript_of(tmp_path, "box.mbox", data)
    articles = marked(transcript, "article")
    assert len(articles) == 2
    assert articles[0].endswith("One.\n\nFrom here on, rain.")
    assert articles[1].startswith("From: Jane")
    assert marked(transcript, "title") == ["No 0", "No 1"]


def test_a_hostile_message_does_not_take_the_mailbox_along(tmp_path: Path) -> None:
    post = b"From someone Wed Mar  3 10:00:00 1999\n"
    deep = b"Content-Type: multipart/mixed; boundary=x\n\n"
    for _ in range(2_000):
        deep += b"--x\nContent-Type: multipart/mixed; boundary=x\n\n"
    data = (
        post
        + b"From: a@b\nSubject: x\n"
        + deep
        + b"\n\n"
        + post
        + a_message("Good", "Still here.\n").as_bytes()
    )
    transcript = transcript_of(tmp_path, "box.mbox", data)
    assert "Still here." in transcript.text


def test_a_page_saved_as_mhtml(tmp_path: Path) -> None:
    data = (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/p\r\n"
        b'Subject: Page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>Smoke =D0=B4=D1=8B=D0=BC</p></body></html>\r\n--b--\r\n"
    )
    transcript = transcript_of(tmp_path, "page.mht", data)
    assert transcript.text == "Smoke дым"
    assert ("url", "https://example.org/p") in transcript.meta


def an_archive(pages: list[tuple[str, str, bytes]], gzip: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for status, kind, content in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
        record = writer.create_warc_record(
            "https://example.org/page",
            "response",
            payload=io.BytesIO(content),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2001-02-03T04:05:06Z"},
        )
        writer.write_record(record)
    return out.getvalue()


def test_pages_of_a_web_archive_are_articles(tmp_path: Path) -> None:
    page = b"<html><head><title>T</title></head><body><p>%s</p></body></html>"
    pages = [
        ("200 OK", "text/html; charset=utf-8", page % b"First."),
        ("404 Not Found", "text/html", page % b"Gone."),
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", "text/plain", b"Second."),
    ]
    for gzip in (True, False):
        data = an_archive(pages, gzip)
        source, transcript = gathered(tmp_path, "site.warc", data)
        assert transcript is not None
        assert transcript.text == "First.\n\nSecond."
        assert details(transcript, "article") == [
            ("First.", "https://example.org/page 2001-02-03T04:05:06Z"),
            ("Second.", "https://example.org/page 2001-02-03T04:05:06Z"),
        ]
        assert "1 records that are no pages" in source.note
        assert gzip or b"First." in bytes_at(transcript, data, "First.")


def test_a_cut_off_archive_gives_what_it_holds(tmp_path: Path) -> None:
    page = b"<html><body><p>Words %d.</p></body></html>"
    data = an_archive([("200 OK", "text/html", page % i) for i in range(3)], gzip=False)
    _, transcript = gathered(tmp_path, "cut.warc", data[: len(data) - 20])
    assert transcript is not None
    assert "Words 0." in transcript.text
    assert unread(tmp_path, "bad.warc", b"WARC/1.0\r\n")
