"""Furniture: titles, bylines and signatures on lines of their own; everything else is the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.establish.furniture import prose

BODY = (
    "Before it was light we had left the farm behind us, and the dogs with it, and the well. "
    "Nobody looked round."
)


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("", ""),
        ("The Long Field\nBy Ida Moss\nTranslated from the Danish by P. Low, 1990\n\n", ""),
        ("Who Sold the Field?\nBy Ida Moss\n", ""),
        ("Длинное поле\nИда Мосс\n1957 год\n\n", "\n\nЗаписано в 1957 году"),
        ("Traduit du danois par P. Low.\n\n", "\n\nIda Moss, Odense"),
    ],
)
def test_lines_of_an_edition_are_left_out(head: str, tail: str) -> None:
    text = head + BODY + tail
    start, end = prose(text)
    assert text[start:end] == BODY


@pytest.mark.parametrize(
    "text",
    [
        "My name is the same\nas my grandfather's,\nso nobody asks.",
        "Roses\nand rain\nand the road",
        "",
        "\n\n",
    ],
)
def test_wrapped_paragraphs_and_poems_are_whole(text: str) -> None:
    assert prose(text) == (0, len(text))


@given(st.text("aB.\n ?1", max_size=200))
def test_a_span_is_within_the_text(text: str) -> None:
    start, end = prose(text)
    assert 0 <= start <= end <= len(text)
