"""Plain text and Markdown: exactly what the file holds."""

import codecs
from pathlib import Path

import pytest
from gathering import bytes_at, check, details, gathered, marked, transcript_of, unread
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.gather import gather
from variorum.gather.readers.encoding import byte_offsets, decode

SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
RUSSIAN = "Это было утром. Свидетель видел дым над гаванью."


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-32-be"]
)
def test_unicode_text_is_what_the_codec_decodes(tmp_path: Path, codec: str) -> None:
    text = "The keeper’s log,\r\n\r\nзапись\x00 third line.\n" * 3
    data = text.encode(codec)
    transcript = transcript_of(tmp_path, "log.txt", data)
    kept = "\ufeff" + text if codec == "utf-8-sig" else text
    assert transcript.text == kept


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize(
    "text", [RUSSIAN, "Привет", "СРОЧНО: ПОЖАР НА СКЛАДЕ", "Mr Ivanov (Иванов) wrote"]
)
def test_russian_in_legacy_encodings(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Café déjà vu à la gare", "cp1252"),
        ("“Quoted” – he said… it’s", "cp1252"),
        ("naïve ÀÉÎ", "cp1252"),
        ("Müller größe über Straße", "cp1252"),
        ("Když už jsem byl při tom, až také řekl", "cp1250"),
        ("Nie było się co do tego, że już jest", "cp1250"),
        ("şöyle bir gün için değil", "cp1254"),
        ("これは日本語の文章です。今日は天気がいいですね。", "shift_jis"),
    ],
)
def test_other_legacy_encodings(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_damaged_utf8_is_still_utf8_and_says_so(tmp_path: Path) -> None:
    data = (RUSSIAN * 3).encode()[:-2]
    source, transcript = gathered(tmp_path, "cut.txt", data)
    assert transcript is not None
    assert transcript.text == data.decode("utf-8", "replace")
    assert f"byte {len(data) - 1}" in source.note


def test_origins_name_lines_and_bytes(tmp_path: Path) -> None:
    lines = [f"Строка {i}: " + "слово " * 30 for i in range(1, 40)]
    data = "\r\n".join(lines).encode("koi8-r")
    transcript = transcript_of(tmp_path, "lines.txt", data)
    assert len(transcript.origins) > 5
    assert (
        "".join(data[o.byte_start : o.byte_end].decode("koi8-r") for o in transcript.origins)
        == transcript.text
    )
    assert "Строка 20:" in bytes_at(transcript, data, "Строка 20:").decode("koi8-r")
    assert transcript.origins[0].path == "line[1]"


@SETTINGS
@given(
    text=st.text(max_size=400), codec=st.sampled_from(["utf-8", "utf-16", "utf-16-be", "utf-32"])
)
def test_byte_offsets_are_those_of_the_encoding(text: str, codec: str) -> None:
    data = text.encode(codec)
    marks = sorted({0, len(text) // 3, len(text)})
    offsets = byte_offsets(text, codec, marks)
    assert offsets[-1] == len(data)
    body = data[offsets[1 if len(marks) > 2 else 0] :]
    rest = text[marks[1 if len(marks) > 2 else 0] :]
    assert body.endswith(
        rest.encode({"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(codec, codec))
    )


@SETTINGS
@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_any_text_is_read_exactly_or_called_binary(tmp_path: Path, text: str) -> None:
    data = text.encode()
    source, transcript = gathered(tmp_path, "any.txt", data)
    if transcript is not None and source.media_type == "text/plain":
        # a file may begin with another encoding's byte order mark, or hold the zeros of UTF-16
        assert transcript.text in (text, decode(data).text)
        assert "\0" in text or transcript.text == text


@SETTINGS
@given(
    data=st.binary(max_size=600),
    suffix=st.sampled_from(
        ["txt", "md", "html", "pdf", "docx", "epub", "eml", "mbox", "warc", "xml", "mht", "bin"]
    ),
)
def test_random_bytes_never_raise(tmp_path: Path, data: bytes, suffix: str) -> None:
    gathered(tmp_path, f"random.{suffix}", data)


@SETTINGS
@given(text=st.text(alphabet="#>*_-+`~[]()!^1. \n\r\taя", max_size=300))
def test_markdown_is_read_exactly(tmp_path: Path, text: str) -> None:
    _, transcript = gathered(tmp_path, "any.md", text.encode())
    if transcript is not None:
        assert transcript.text == text


def test_markdown_marks(tmp_path: Path) -> None:
    text = (
        "---\ntitle: The Fire\nauthor: A. Clerk\n---\n"
        "# The *harbour*\n\nIt was _late_ when we came[^1].\n\n> quoted words\n> go on\n\n"
        "- one\n- two\n\nSecond part\n---\n\n[^1]: A note.\n\n![plan](plan.png) [more](https://example.org)\n"
        "\n```\ncode *is* kept\n```\n"
    )
    transcript = transcript_of(tmp_path, "fire.md", text.encode())
    assert transcript.text == text
    assert transcript.meta == (("title", "The Fire"), ("author", "A. Clerk"))
    assert details(transcript, "heading") == [("The *harbour*", "1"), ("Second part", "2")]
    assert marked(transcript, "emphasis") == ["harbour", "late"]
    assert marked(transcript, "quotation") == ["> quoted words\n> go on"]
    assert marked(transcript, "list_item") == ["one", "two"]
    assert details(transcript, "footnote_marker") == [("[^1]", "1")]
    assert details(transcript, "footnote") == [("A note.", "1")]
    assert details(transcript, "image") == [("![plan](plan.png)", "plan.png")]
    assert details(transcript, "link") == [("more", "https://example.org")]
    assert marked(transcript, "preformatted") == ["```\ncode *is* kept\n```"]


def test_empty_binary_and_zero_files_are_told_apart(tmp_path: Path) -> None:
    assert "is empty" in unread(tmp_path, "empty.txt", b"")
    assert "binary" in unread(tmp_path, "noise.txt", bytes(range(256)) * 20)
    assert "zero bytes" in unread(tmp_path, "zeros.txt", b"\0" * 500)


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    source, transcript = gather(tmp_path / "nowhere.txt", "deep/nowhere.txt")
    assert transcript is None
    assert source.note.startswith("deep/nowhere.txt cannot be opened (no such file or directory);")
    source, _ = gather(tmp_path, "folder")
    assert "is a directory" in source.note


def test_too_long_a_text_is_to_be_divided(tmp_path: Path) -> None:
    assert "divide it" in unread(tmp_path, "line.txt", b"a" * 100_000_000)


@pytest.mark.parametrize(
    "data", [b"\n" * 1_000_000, b"a\n\n" * 300_000, b"[" * 500_000, b"x " * 500_000]
)
@pytest.mark.parametrize("name", ["long.txt", "long.md"])
def test_long_texts_in_linear_time(tmp_path: Path, name: str, data: bytes) -> None:
    transcript = transcript_of(tmp_path, name, data)
    assert len(transcript.text) == len(data)
    assert len(transcript.origins) < 5_000


def test_bidirectional_controls_stay_and_are_told(tmp_path: Path) -> None:
    text = "It was \u202enight\u202c then."
    source, transcript = gathered(tmp_path, "bidi.txt", text.encode())
    assert transcript is not None
    assert transcript.text == text
    assert "2 bidirectional control characters (the first at character 7)" in source.note


def test_content_decides_what_a_mislabelled_file_is(tmp_path: Path) -> None:
    assert gathered(tmp_path, "a.pdf", b"Only a line of text.\n")[0].media_type == "text/plain"
    page = b"<!DOCTYPE html><html><body><p>Hello there</p></body></html>"
    assert gathered(tmp_path, "a.txt", page)[0].media_type == "text/html"
    assert gathered(tmp_path, "b.html", b"No tags at all, just a line.")[0].reader == "plain"
    source, _ = gathered(tmp_path, "photo.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    assert (source.media_type, source.reader, source.note) == ("image/png", "image", "")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{\\rtf1 Hello}", "save it as DOCX"),
        (codecs.decode(b"d0cf11e0a1b11ae1", "hex") + b"\0" * 600, "without password"),
        (b"\x1f\x8b\x08\x00" + b"\0" * 40, "unpack it"),
        (b"Rar!\x1a\x07\x00" + b"\0" * 40, "of a kind that is not read"),
    ],
)
def test_known_kinds_that_are_not_read_say_what_to_do(
    tmp_path: Path, data: bytes, words: str
) -> None:
    assert words in unread(tmp_path, "thing.dat", data)


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    data = RUSSIAN.encode("cp1251")
    first = gathered(tmp_path, "same.txt", data)
    assert first == gathered(tmp_path, "same.txt", data)
    assert first[1] is not None
    check(first[1])
