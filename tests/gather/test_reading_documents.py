"""PDF, DOCX and EPUB, made with the programs people make them with."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from ebooklib import epub
from gathering import details, gathered, marked, transcript_of, unread
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

LINES = [
    "It was early in the morning when the ware-",
    "house caught fire and people came running down",
    "to the quay.",
    "     Nobody knew who had seen the smoke first, and",
    "the keeper said nothing.",
]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_pdf(pages: list[list[str]], password: str = "") -> bytes:
    out = io.BytesIO()
    encrypt = StandardEncryption(password) if password else None
    sheet = canvas.Canvas(out, pagesize=A4, encrypt=encrypt, invariant=1)
    for number, lines in enumerate(pages, 1):
        if lines:
            sheet.setFont("Helvetica", 11)
            sheet.drawString(72, 800, f"Harbour papers {number}")
            sheet.setFont("Helvetica-Bold", 18)
            sheet.drawString(72, 760, f"Part {number}")
            sheet.setFont("Helvetica", 11)
        for i, line in enumerate(lines):
            sheet.drawString(72, 720 - 14 * i, line)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def test_pdf_lines_become_paragraphs_with_pages_and_boxes(tmp_path: Path) -> None:
    data = a_pdf([LINES, [], ["Third page."], ["Fourth page."]])
    source, transcript = gathered(tmp_path, "papers.pdf", data)
    assert transcript is not None
    assert transcript.text.startswith(
        "Harbour papers 1\n\nPart 1\n\nIt was early in the morning when the ware-house caught fire and "
        "people came running down to the quay.\n\nNobody knew who had seen the smoke first, and the "
        "keeper said nothing.\n\nHarbour papers 3"
    )
    assert "page 2 is without a usable text layer" in source.note
    assert marked(transcript, "navigation") == [f"Harbour papers {n}" for n in (1, 3, 4)]
    assert details(transcript, "heading") == [(f"Part {n}", "1") for n in (1, 3, 4)]
    origin = next(o for o in transcript.origins if "Third" in transcript.text[o.start : o.end])
    assert (origin.page, origin.path) == (3, "page[3]/line[3]")
    assert origin.box is not None
    left, bottom, right, top = origin.box
    assert 71 < left < 74 < right < 140
    assert 715 < bottom < 721 < top < 732


def test_pdf_questions_and_answers_stand_apart(tmp_path: Path) -> None:
    lines = [
        "A. I was on the quay with the others and had seen nothing of it all.",
        "Q. Who had told you to go there on that day, and at what hour was it?",
        "A. Nobody.",
        "The witness was then shown the lamp and the paper it had been found in,",
        "and said that he knew it.",
    ]
    transcript = transcript_of(tmp_path, "minutes.pdf", a_pdf([lines]))
    assert marked(transcript, "paragraph")[1:] == [*lines[:3], f"{lines[3]} {lines[4]}"]


def test_pdfs_that_cannot_be_read(tmp_path: Path) -> None:
    whole = a_pdf([LINES])
    assert "is encrypted" in unread(tmp_path, "locked.pdf", a_pdf([LINES], "secret"))
    assert "copy it again" in unread(tmp_path, "cut.pdf", whole[: len(whole) // 3])
    assert "no text layer" in unread(tmp_path, "scan.pdf", a_pdf([[], []]))


def a_docx() -> bytes:
    document = docx.Document()
    document.core_properties.author = "C. Clerk"
    document.core_properties.title = "Deposition"
    document.add_heading("The night", 1)
    paragraph = document.add_paragraph("He said ")
    paragraph.add_run("loudly").italic = True
    paragraph.add_run(" no.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, "abcd", strict=True):
        cell.text = text
    document.add_paragraph("First thing", style="List Bullet")
    document.add_paragraph("Quoted words", style="Quote")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, replaced: dict[str, str]) -> bytes:
    """The same archive with parts put in or exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename not in replaced:
                new.writestr(info, old.read(info))
        for name, text in replaced.items():
            new.writestr(name, text)
    return out.getvalue()


def test_docx_paragraphs_headings_tables_and_lists(tmp_path: Path) -> None:
    transcript = transcript_of(tmp_path, "deposition.docx", a_docx())
    assert transcript.text == (
        "The night\n\nHe said loudly no.\n\na\tb\nc\td\n\nFirst thing\n\nQuoted words"
    )
    assert details(transcript, "heading") == [("The night", "1")]
    assert marked(transcript, "emphasis") == ["loudly"]
    assert marked(transcript, "table_row") == ["a\tb", "c\td"]
    assert marked(transcript, "list_item") == ["First thing"]
    assert marked(transcript, "quotation") == ["Quoted words"]
    assert ("title", "Deposition") in transcript.meta
    assert ("author", "C. Clerk") in transcript.meta
    assert transcript.origins[1].path == "word/document.xml#p2"


def test_docx_notes_comments_and_changes_name_their_hands(tmp_path: Path) -> None:
    change = 'w:id="9" w:author="E. Editor" w:date="2001-02-03T00:00:00Z"'
    body = (
        f"<w:document {W}><w:body><w:p><w:r><w:t>The boat</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="2"/></w:r>'
        f"<w:ins {change}><w:r><w:t> slowly</w:t></w:r></w:ins>"
        f"<w:del {change}><w:r><w:delText> quickly</w:delText></w:r></w:del>"
        '<w:commentRangeStart w:id="0"/><w:r><w:t> sank</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        "<w:r><w:t>.</w:t></w:r></w:p></w:body></w:document>"
    )
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> So she '
        "said.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    comments = (
        f'<w:comments {W}><w:comment w:id="0" w:author="R. Reader" w:date="2002-01-01T00:00:00Z">'
        "<w:p><w:r><w:t>Did it?</w:t></w:r></w:p></w:comment></w:comments>"
    )
    data = with_part(
        a_docx(),
        {
            "word/document.xml": body,
            "word/footnotes.xml": notes,
            "word/comments.xml": comments,
        },
    )
    transcript = transcript_of(tmp_path, "changed.docx", data)
    assert transcript.text == "The boat[1] slowly quickly sank.\n\n[1] So she said.\n\nDid it?"
    hands = {(m.kind, transcript.text[m.start : m.end], m.who, m.detail) for m in transcript.marks}
    assert ("inserted", " slowly", "E. Editor", "2001-02-03T00:00:00Z") in hands
    assert ("deleted", " quickly", "E. Editor", "2001-02-03T00:00:00Z") in hands
    assert ("comment", "Did it?", "R. Reader", "2002-01-01T00:00:00Z") in hands
    assert ("link", " sank", "R. Reader", "word/comments.xml#0") in hands
    assert ("footnote", "[1] So she said.", "", "1") in hands
    assert details(transcript, "footnote_marker") == [("[1]", "1")] * 2


def test_entities_in_a_docx_are_not_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("a secret")
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    body = (
        f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}'
        f'<!ENTITY f SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>Plain &l9; &f; words</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )
    _, transcript = gathered(
        tmp_path, "laugh.docx", with_part(a_docx(), {"word/document.xml": body})
    )
    assert transcript is not None
    assert transcript.text.startswith("Plain")
    assert "ha" not in transcript.text
    assert "secret" not in transcript.text


def a_book(chapters: list[str]) -> bytes:
    book = epub.EpubBook()
    book.set_identifier("one")
    book.set_title("The Harbour Book")
    book.set_language("en")
    book.add_author("A. Writer")
    pages = []
    for number, content in enumerate(chapters, 1):
        page = epub.EpubHtml(title=f"Chapter {number}", file_name=f"c{number}.xhtml", lang="en")
        page.content = content
        book.add_item(page)
        pages.append(page)
    book.spine = pages
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    out = io.BytesIO()
    epub.write_epub(out, book)
    return out.getvalue()


def test_epub_chapters_are_articles(tmp_path: Path) -> None:
    data = a_book(["<h1>Dawn</h1><p>It rained.</p>", "<h1>Dusk</h1><p>It burned.</p>"])
    transcript = transcript_of(tmp_path, "book.epub", data)
    assert transcript.text == "Dawn\n\nIt rained.\n\nDusk\n\nIt burned."
    assert details(transcript, "article") == [
        ("Dawn\n\nIt rained.", "Chapter 1"),
        ("Dusk\n\nIt burned.", "Chapter 2"),
    ]
    assert ("title", "The Harbour Book") in transcript.meta
    assert transcript.origins[-1].path == "EPUB/c2.xhtml/html/body/p[1]"


def test_epub_paths_that_lead_out_of_the_book_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "outside.xhtml").write_text("<html><p>a secret</p></html>")
    data = a_book(["<p>Inside.</p>", "<p>Second.</p>"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = archive.read("EPUB/content.opf").decode()
    package = package.replace('href="c2.xhtml"', 'href="../../../outside.xhtml"')
    source, transcript = gathered(
        tmp_path, "b.epub", with_part(data, {"EPUB/content.opf": package})
    )
    assert transcript is not None
    assert transcript.text == "Inside."
    assert "names chapters it does not hold" in source.note


@pytest.mark.parametrize("kind", ["docx", "epub"])
def test_archives_that_unpack_to_too_much(tmp_path: Path, kind: str) -> None:
    out = io.BytesIO()
    member = {"docx": "word/document.xml", "epub": "META-INF/container.xml"}[kind]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, b"<x>" + b" " * 30_000_000)
    assert "unpacks to far more" in unread(tmp_path, f"bomb.{kind}", out.getvalue())


def test_damaged_and_foreign_archives(tmp_path: Path) -> None:
    whole = a_docx()
    assert "unpack it" in unread(tmp_path, "cut.docx", whole[: len(whole) // 2])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../evil.txt", "words")
    assert "unpack it" in unread(tmp_path, "photos.zip", out.getvalue())
    assert not (tmp_path.parent.parent / "evil.txt").exists()
    broken = with_part(whole, {"word/document.xml": ""})
    assert "broken XML" in unread(tmp_path, "broken.docx", broken)
