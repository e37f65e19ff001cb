"""Which words stand inside quotation marks."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from variorum.establish.hands.quoted import is_enclosed, quoted_share, quoted_spans


def test_marks_are_found_outward() -> None:
    text = "He wrote: “We came late. It rained.” Then “no,” she said, “never.”"
    at = text.index("It")
    assert is_enclosed(text, at, at + 2)
    said = text.index("she said")
    assert not is_enclosed(text, said, said + 8)
    assert [text[s:e] for s, e in quoted_spans(text)] == [
        "We came late. It rained.",
        "no,",
        "never.",
    ]


def test_a_mark_left_open_opens_nothing() -> None:
    assert quoted_spans("“It rained.\n\nWe went home.") == ()
    long = "“It rained.\n\n“It snowed.” So he said."
    assert [long[s:e] for s, e in quoted_spans(long)] == ["It rained.", "It snowed."]


@given(st.text(alphabet='ab “”"«»„\n', max_size=60))
def test_spans_are_in_order_and_shares_are_shares(text: str) -> None:
    spans = quoted_spans(text)
    assert all(0 <= s <= e <= len(text) for s, e in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert 0 <= quoted_share(text, 0, len(text)) <= 1
