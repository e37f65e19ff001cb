"""Sentences of any language by punctuation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.establish.sentences import sentences


def _told(text: str, language: str) -> list[str]:
    return [text[s:e] for s, e in sentences(text, language)]


def test_abbreviations_end_nothing() -> None:
    assert _told("Mr. Greave came at 5 p.m. on Friday. He left.", "en") == [
        "Mr. Greave came at 5 p.m. on Friday.",
        "He left.",
    ]
    assert _told("Рукопись, 1957 г. хранится у вдовы. Копии нет.", "ru") == [
        "Рукопись, 1957 г. хранится у вдовы.",
        "Копии нет.",
    ]


def test_scripts_without_spaces() -> None:
    assert _told("船沉了。人们在岸上哭泣！", "zh") == ["船沉了。", "人们在岸上哭泣！"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am 7. März kam der Arzt. Er blieb nicht.", "de"),
        ("Der 3. Zug hielt am 12. und am 13. Juni. Niemand stieg aus.", "de"),
        ("Im XIX. Jahrhundert stand dort ein Turm. Er fiel.", "de"),
        ("Zemřel 7. března v Lounech. Pohřbili ho.", "cs"),
        ("Den 7. Marts kom lægen. Han blev ikke.", "da"),
    ],
)
def test_an_ordinal_ends_nothing(text: str, language: str) -> None:
    assert len(_told(text, language)) == 2


def test_a_figure_at_the_end_ends_a_sentence() -> None:
    assert len(_told("Wir waren zusammen 7. Niemand sprach.", "de")) == 2
    assert len(_told("We were 7. Nobody spoke.", "en")) == 2


@given(st.text(max_size=300))
def test_sentences_are_in_order_and_without_space_around(text: str) -> None:
    spans = list(sentences(text, "und"))
    assert all(s < e for s, e in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[s:e] == text[s:e].strip() for s, e in spans)
