"""Saved web pages: what is seen, what is hidden, and where each word stands in the file."""

import time
from pathlib import Path

import pytest
from gathering import bytes_at, details, gathered, marked, transcript_of
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.gather.readers import web
from variorum.gather.readers.signs import signs
from variorum.gather.readers.styles import unseen

PAGE = """<!DOCTYPE html>
<!-- saved from url=(0025)https://example.org/fire -->
<html lang="en"><head><meta charset="utf-8"><title>Fire &amp; Water</title>
<meta name="author" content="A. Writer"><meta property="og:site_name" content="Harbour News">
<style>p { color: red }</style><script>var p = "<p>not text</p>";</script>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "1999-03-03"}</script>
</head><body class="right-sidebar">
<nav><ul><li><a href="/">Home</a><li>News</ul></nav>
<div id="content"><h1>Fire at the <em>harbour</em></h1>
<p class="byline">By A. Writer<p><time datetime="1999-03-03">March 3, 1999</time>
<p>It   was caf&eacute; time &lt;early&gt;.<br>Nobody <!-- not this --> slept.<br><br>A third part.
<figure><img src="quay.jpg"><figcaption>The quay</figcaption></figure>
<table><tr><td>tons<td>12<tr><td>men</td><td>3</td></table>
<blockquote>He said <i lang="la">sic <b>transit</i> so</b></blockquote>
<p style="display: none">unseen words</p>
<pre>
a  b
  c</pre><p>One<o:p></o:p> line
<div id="respond" class="comment-respond"><form>Leave a reply <button>Post</button></form></div>
</div><footer>All rights</footer></body></html>"""


def test_a_page_reads_as_a_person_sees_it(tmp_path: Path) -> None:
    transcript = transcript_of(tmp_path, "fire.html", PAGE.encode())
    assert transcript.text == (
        "Home\nNews\n\nFire at the harbour\n\nBy A. Writer\n\nMarch 3, 1999\n\n"
        "It was café time <early>.\nNobody slept.\n\nA third part.\n\nThe quay\n\n"
        "tons\t12\nmen\t3\n\nHe said sic transit so\n\nunseen words\n\na  b\n  c\n\nOne line\n\n"
        "Leave a reply Post\n\nAll rights"
    )


def test_marks_say_what_the_markup_says(tmp_path: Path) -> None:
    transcript = transcript_of(tmp_path, "fire.html", PAGE.encode())
    assert details(transcript, "heading") == [("Fire at the harbour", "1")]
    assert details(transcript, "navigation") == [("Home\nNews", "nav"), ("All rights", "footer")]
    assert details(transcript, "byline") == [("By A. Writer", "class=byline")]
    assert details(transcript, "time") == [("March 3, 1999", "1999-03-03")]
    assert marked(transcript, "caption") == ["The quay"]
    assert marked(transcript, "table_row") == ["tons\t12", "men\t3"]
    assert marked(transcript, "quotation") == ["He said sic transit so"]
    assert marked(transcript, "hidden") == ["unseen words"]
    assert marked(transcript, "preformatted") == ["a  b\n  c"]
    assert marked(transcript, "form")[0] == "Leave a reply Post"
    assert details(transcript, "link") == [("Home", "/")]
    image = next(m for m in transcript.marks if m.kind == "image")
    assert image.detail == "quay.jpg"
    assert transcript.text.startswith("The quay", image.start)
    assert ("sic transit", "la") in details(transcript, "language")
    assert "A third part." in marked(transcript, "paragraph")
    assert "Fire at the harbour" not in marked(transcript, "paragraph")


def test_a_page_says_who_and_when(tmp_path: Path) -> None:
    transcript = transcript_of(tmp_path, "fire.html", PAGE.encode())
    assert dict(transcript.meta) == {
        "title": "Fire & Water",
        "author": "A. Writer",
        "date": "1999-03-03",
        "publisher": "Harbour News",
        "language": "en",
        "url": "https://example.org/fire",
    }


@pytest.mark.parametrize("codec", ["utf-8", "cp1251", "utf-16"])
def test_every_word_knows_its_bytes(tmp_path: Path, codec: str) -> None:
    page = (
        "<html><p>Дом &laquo;у воды&raquo; <b>сгорел</b> ночью</p><p>Пепел летел долго</p></html>"
    )
    data = page.encode(codec)
    transcript = transcript_of(tmp_path, "dom.html", data)
    assert transcript.text == "Дом «у воды» сгорел ночью\n\nПепел летел долго"
    place = {"utf-16": "utf-16-le"}.get(codec, codec)
    assert bytes_at(transcript, data, "Дом").decode(place) == "Дом &laquo;у воды&raquo;"
    assert bytes_at(transcript, data, "сгорел").decode(place) == "сгорел"
    assert bytes_at(transcript, data, "\n\n").decode(place) == "</p><p>"
    origin = next(o for o in transcript.origins if transcript.text[o.start :].startswith("сгорел"))
    assert origin.path == "html/p[1]/b[1]"


def test_declared_encoding_is_used(tmp_path: Path) -> None:
    page = '<html><meta charset="iso-8859-2"><p>Žluťoučký</p></html>'
    assert transcript_of(tmp_path, "a.html", page.encode("iso-8859-2")).text == "Žluťoučký"


def test_pages_pasted_behind_each_other_are_articles(tmp_path: Path) -> None:
    one = "<html><head><title>{0}</title></head><body><p>Text {0}.</p></body></html>\n"
    data = (one.format("one") + one.format("two")).encode()
    transcript = transcript_of(tmp_path, "both.html", data)
    assert details(transcript, "article") == [("Text one.", "one"), ("Text two.", "two")]
    assert transcript.origins[-1].path == "html[2]/body/p[1]"


def test_a_header_inside_an_article_is_no_navigation() -> None:
    assert signs("header", {}, in_article=True) == []
    assert signs("header", {}, in_article=False) == [("navigation", "header")]


def test_classes_say_what_a_block_is() -> None:
    def kinds(name: str, words: str) -> list[tuple[str, str]]:
        return signs(name, {"class": words}, in_article=False)

    assert kinds("article", "comment-body") == [("article", ""), ("comment", "comment-body")]
    assert kinds("div", "post-17 hentry") == [("article", "post-17")]
    assert kinds("div", "hidden md:block") == []
    assert kinds("div", "hidden") == [("hidden", "hidden")]
    assert kinds("div", "site-footer") == [("navigation", "site-footer")]
    assert kinds("div", "compost bypass") == []
    assert kinds("body", "author single-post menu") == []


def test_a_class_that_would_hide_the_whole_page_is_passed_over(tmp_path: Path) -> None:
    page = b'<div class="widget"><p>All the words there are stand in here.</p></div><p>End</p>'
    assert marked(transcript_of(tmp_path, "a.html", b"<html>" + page), "navigation") == []


def test_note_markers_are_told_from_exponents(tmp_path: Path) -> None:
    page = (
        "<html><p>It burned in 1945<sup>1</sup> over 30 m<sup>2</sup> on the 4<sup>th</sup> day"
        '<a href="#_ftn2">[2]</a>.<p>&nbsp;<div id="ftn2"><a href="#_ftnref2">[2]</a> So he said.</div>'
    )
    transcript = transcript_of(tmp_path, "a.html", page.encode())
    assert details(transcript, "footnote_marker") == [("1", "sup"), ("[2]", "#_ftn2")]
    assert details(transcript, "footnote") == [("[2] So he said.", "ftn2")]
    assert "\xa0" not in marked(transcript, "paragraph")


def test_what_a_style_sheet_hides_is_known_as_hidden(tmp_path: Path) -> None:
    sheet = (
        "/* .a { display:none } */ @media print { .b { display: none } } @import url(x); .c,div#d "
        "{ color: red; display : none } .e .f { display: none } .g:hover { display: none }"
    )
    assert unseen(sheet) == {".c", "#d"}
    page = (
        f"<html><style>{sheet}</style><p>Seen <span class='z c'>kept away</span> words.</p></html>"
    )
    transcript = transcript_of(tmp_path, "a.html", page.encode())
    assert transcript.text == "Seen kept away words."
    assert details(transcript, "hidden") == [("kept away", "style sheet")]


def test_xhtml_and_other_xml(tmp_path: Path) -> None:
    head = b'<?xml version="1.0"?><html><head><title/></head>'
    xhtml = head + b"<body><p/><p>A <![CDATA[<b>]]></p></body></html>"
    assert transcript_of(tmp_path, "a.xhtml", xhtml).text == "A <b>"
    tei = (
        b'<?xml version="1.0"?><TEI><text><div><head>Letter</head><p>By <name>X</name> said'
        b' <note n="1">aside</note></p></div></text></TEI>'
    )
    transcript = transcript_of(tmp_path, "a.xml", tei)
    assert transcript.text == "Letter\n\nBy X said aside"
    assert details(transcript, "heading") == [("Letter", "2")]
    assert details(transcript, "footnote") == [("aside", "1")]


def test_entities_that_a_file_declares_are_never_expanded(tmp_path: Path) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "zz"><!ENTITY b "&a;&a;&a;">'
        f'<!ENTITY f SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]><x><p>One &b; &f; two</p></x>'
    )
    (tmp_path / "secret.txt").write_text("a secret")
    assert transcript_of(tmp_path, "bomb.xml", bomb.encode()).text == "One &b; &f; two"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 30_000 + "x",
        "<b><p>x</b>" * 20_000,
        "<!--" * 100_000 + "x",
        '<a b="' * 100_000 + "x",
        "<" * 500_000,
        "x<!DOCTYPE [" * 50_000,
        "<table><td>x" * 10_000,
        "x</p>" * 50_000,
        "&" * 500_000,
        "<textarea>" * 20_000 + "x",
    ],
)
def test_broken_markup_in_linear_time(tmp_path: Path, markup: str) -> None:
    began = time.monotonic()
    gathered(tmp_path, "broken.html", f"<html>{markup}".encode())
    assert time.monotonic() - began < 10


PIECES = (
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<i",
        ">",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
    ),
    *("<li>", "<ul>", "</ul>", "<br>", "<pre>", "</pre>", "<!--", "-->", "<script>", "</script>"),
    *("<title>", "</title>", "<html>", "</html>", "<img src=x>", '<a href="y">', "</a>", '"', "<"),
    *("&amp;", "&#0;", "&#xD800;", "&lt", "word", "й", " ", "\n", "\t"),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=40,
    )
)
def test_any_markup_covers_its_text(pieces: list[str]) -> None:
    document = "".join(pieces)
    reading = web.page(document)
    position = last = 0
    for origin in reading.origins:
        assert origin.start == position < origin.end
        assert origin.byte_start is not None
        assert origin.byte_end is not None
        assert last <= origin.byte_start <= origin.byte_end <= len(document)
        position, last = origin.end, origin.byte_end
    assert position == len(reading.text)
    assert all(0 <= m.start <= m.end <= position for m in reading.marks)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="aя .,-", min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_paragraphs_come_back_as_they_were(paragraphs: list[str]) -> None:
    shown = [" ".join(text.split(" ")).strip() for text in paragraphs]
    shown = [" ".join(word for word in text.split(" ") if word) for text in shown]
    reading = web.page("".join(f"<p>{text}</p>" for text in paragraphs))
    assert reading.text == "\n\n".join(shown)
    found = [reading.text[m.start : m.end] for m in reading.marks if m.kind == "paragraph"]
    assert found == shown
