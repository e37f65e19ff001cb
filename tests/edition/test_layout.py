"""Blocks, segments, contexts: nothing of the text is lost, nothing stands twice."""

import time

from hypothesis import given
from hypothesis import strategies as st

from variorum.edition.layout import blocks
from variorum.edition.segments import LONG_PIECE, Span, segments, sentence_ends
from variorum.edition.wording import date_words, visible
from variorum.model.transcript import Mark


def found(text, *marks):
    return [(text[b.start : b.end], b.kind) for b in blocks(text, [(0, len(text))], marks)]


def test_blank_lines_part_paragraphs():
    assert found("One.\n\n \n\tTwo.\n") == [("One.", "paragraph"), ("Two.", "paragraph")]


def test_short_lines_are_kept_and_wrapped_lines_are_joined():
    verse = "The boat is on\nthe water"
    assert found(verse) == [(verse, "lines")]
    wrapped = "\n".join(
        ["so the watchman counted the boats that lay in the roads"] * 3 + ["twice."]
    )
    assert found(wrapped) == [(wrapped, "paragraph")]


def test_the_files_own_marks_make_blocks():
    text = "A heading\nFirst.\nSecond."
    marks = (Mark(0, 9, "heading", "1"), Mark(10, 16, "paragraph"), Mark(17, 24, "list_item"))
    assert found(text, *marks) == [
        ("A heading", "heading"),
        ("First.", "paragraph"),
        ("Second.", "list_item"),
    ]


def test_an_account_inside_parts_the_paragraph_around_it():
    text = "Before it. Inside. After it."
    assert [(b.start, b.end) for b in blocks(text, [(0, 10), (18, 28)], ())] == [(0, 10), (19, 28)]


@given(
    st.text("ab \n\t.", max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), max_size=5),
)
def test_blocks_cover_everything_but_white_space(text, spans):
    marks = sorted((Mark(a, a + n, "paragraph") for a, n in spans), key=lambda m: m.start)
    position = 0
    for block in blocks(text, [(0, len(text))], marks):
        assert not text[position : block.start].strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
        position = block.end
    assert not text[position:].strip()


@given(
    st.text("ab .", min_size=1, max_size=50),
    st.lists(
        st.tuples(
            st.integers(0, 50),
            st.integers(1, 20),
            st.sampled_from(["hand", "hidden", "pin", "cut"]),
        ),
        max_size=6,
    ),
)
def test_segments_are_the_text(text, spans):
    touching, covered = [], -1
    for start, length, sort in sorted(spans):
        if start >= len(text) or (sort == "hidden" and start <= covered):
            continue
        covered = start + length if sort == "hidden" else covered
        touching.append(
            Span(start, start + length, sort, "1", f"f-{start}" if sort == "pin" else "")
        )
    anchored = set()
    parts = segments(text, 0, len(text), touching, anchored)
    assert "".join(part.text for part in parts) == text
    anchors = [anchor for part in parts for anchor in part.anchors]
    assert sorted(anchors) == sorted({s.anchor for s in touching if s.anchor}) == sorted(anchored)


def test_a_masked_stretch_is_never_cut():
    spans = [Span(2, 8, "hidden"), Span(4, 6, "pin", "1", "f-1"), Span(0, 5, "hand", "note")]
    parts = segments("0123456789", 0, 10, spans, set())
    assert [part.text for part in parts if part.hidden] == ["234567"]


def test_long_paragraphs_are_cut_at_sentences():
    text = "A sentence of some length stands here. " * 60
    cuts = sentence_ends(text, 0, len(text))
    assert cuts
    assert all(text[cut - 2 : cut] == ". " for cut in cuts)
    assert all(b - a >= LONG_PIECE for a, b in zip([0, *cuts], cuts, strict=False))


def test_hostile_shapes_take_no_time():
    started = time.perf_counter()
    for text in ("\n" * 300_000, "." * 300_000, ".)" * 150_000, " " * 300_000, "x" * 300_000):
        for block in blocks(text, [(0, len(text))], ()):
            sentence_ends(text, block.start, block.end)
    assert time.perf_counter() - started < 5


def test_dates_are_read_aloud_and_unusual_ones_stay():
    assert date_words("1998-05-03") == "3 May 1998"
    assert date_words("1998-05") == "May 1998"
    assert date_words("1790~") == "about 1790"
    assert date_words("1914/1918") == "1914 to 1918"
    assert date_words("1958/..") == "from 1958"
    assert date_words("1998-21") == "spring 1998"
    assert date_words("188X") == "the 1880s"
    assert date_words("XXXX-03-07") == "7 March"
    assert date_words("[1907,1908]") == "1907 or 1908"
    assert date_words("1998-34") == "1998-34"
    assert date_words("") == ""


def test_characters_that_act_are_written_out():
    assert visible("a\u202eb\x00c\r\n\ud800") == "a⟨RLO⟩b⟨U+0000⟩c\n⟨U+D800⟩"
