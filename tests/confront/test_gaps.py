"""Questions in the words of one answer, with a gap for the value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.confront.gaps import gapped, plural
from variorum.model.passage import Passage


def around(text: str, value: str) -> str:
    at = text.index(value)
    return gapped(
        Passage("a.txt", 40, 40 + len(text), text),
        Passage("a.txt", 40 + at, 40 + at + len(value), value),
    )


@pytest.mark.parametrize(
    ("text", "value", "asked"),
    [
        ("The span went down at dusk on 4 May, they say.", "dusk", "The span went down at … on 4 May"),
        ("On the way, and then, he carried\nthe boy for half a mile.", "half a mile",
         "he carried the boy for …"),
        ("Of those, 212 sacks were sold.", "212 sacks", "Of those, … were sold"),
        ("There were two, and the other burned.", "two", "There were …, and the other burned"),
        ("Forty.", "Forty", ""),
    ],
)  # fmt: skip
def test_the_clause_around_a_value(text: str, value: str, asked: str) -> None:
    assert around(text, value) == asked


def test_a_long_clause_is_cut_at_words() -> None:
    text = "word " * 40 + "twelve men " + "stone " * 40
    told = around(text, "twelve men")
    left, _, right = told.partition(" … ")
    assert set(left.split()) == {"word"}
    assert set(right.split()) == {"stone"}
    assert len(told) < 110


def test_a_value_outside_the_sentence_leaves_no_gap() -> None:
    assert gapped(Passage("a", 0, 3, "one"), Passage("a", 9, 12, "two")) == ""


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 20))
def test_no_sentence_breaks_it(text: str, start: int, length: int) -> None:
    end = min(start + length, len(text))
    if start < end:
        told = gapped(Passage("a", 0, len(text), text), Passage("a", start, end, text[start:end]))
        assert told.count("…") >= (1 if told else 0)
        assert len(told) < 120


def test_plurals() -> None:
    assert [plural(w) for w in ("wolf", "body", "boy", "torch", "shot", "волк")] == [
        "wolves", "bodies", "boys", "torches", "shots", "волк",
    ]  # fmt: skip
