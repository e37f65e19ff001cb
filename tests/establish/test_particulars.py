"""Particulars: numbers, dates, names, negation, hedges and kin terms with comparable values."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.particulars import likeness, particulars


def _of(text: str, language: str, kind: str) -> list[tuple[str, str]]:
    return [(text[p.start : p.end], p.value) for p in particulars(text, language) if p.kind == kind]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("There were forty-seven of them.", "en", "47"),
        ("Их было сорок один.", "ru", "41"),
        ("перед сорока одним свидетелем", "ru", "41"),
        ("с шестьюдесятью семью вагонами", "ru", "67"),
        ("one hundred and five horses", "en", "105"),
        ("двумстам пяти лошадям", "ru", "205"),
        ("12,500 men", "en", "12500"),
        ("12 500 человек", "ru", "12500"),
        ("a column of 3 тысячи", "ru", "3000"),
        ("two and a half miles", "en", "2.5"),
        ("две с половиной версты", "ru", "2.5"),
        ("полтора миллиона", "ru", "1500000"),
        ("three dozen eggs", "en", "36"),
        ("дюжина яиц", "ru", "12"),
        ("half a million people", "en", "500000"),
        ("двадцатипятилетний кочегар", "ru", "25"),
        ("at half past five", "en", "5:30"),
        ("в половине шестого", "ru", "5:30"),
        ("без четверти шесть", "ru", "5:45"),
        ("at 17:30 sharp", "en", "5:30"),
        ("the 31st regiment", "en", "31"),
        ("тридцать первый полк", "ru", "31"),
        ("siebenundvierzig Männer", "de", "47"),
        ("quatre-vingt-dix-sept hommes", "fr", "97"),
        ("treinta y dos barcos", "es", "32"),
    ],
)
def test_a_number_has_one_value_in_any_form(text: str, language: str, value: str) -> None:
    assert [v for _, v in _of(text, language, "number")] == [value]


def test_a_number_is_its_exact_words() -> None:
    assert _of("There were forty-seven of them.", "en", "number") == [("forty-seven", "47")]
    assert _of("Их было сорок один, не больше.", "ru", "number") == [("сорок один", "41")]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("on 14 October 1933", "en", "1933-10-14"),
        ("October 14th, 1933", "en", "1933-10-14"),
        ("the twenty-first of October", "en", "XXXX-10-21"),
        ("14 октября 1933 года", "ru", "1933-10-14"),
        ("двадцать первого октября", "ru", "XXXX-10-21"),
        ("14.10.1933", "ru", "1933-10-14"),
        ("1933-10-14", "en", "1933-10-14"),
        ("в тысяча девятьсот сорок первом году", "ru", "1941"),
        ("в сорок втором году", "ru", "XX42"),
        ("в пятницу", "ru", "day-5"),
        ("am 3. Mai 1950", "de", "1950-05-03"),
        ("le 3 mai 1950", "fr", "1950-05-03"),
    ],
)
def test_a_date_has_one_value_in_any_form(text: str, language: str, value: str) -> None:
    assert [v for _, v in _of(text, language, "date")] == [value]


def test_may_is_no_month_without_a_reason() -> None:
    assert not _of("You may go, and march home.", "en", "date")


def test_kin_terms_take_the_longest() -> None:
    assert _of("My cousin and his father-in-law", "en", "kin") == [
        ("cousin", "cousin"),
        ("father-in-law", "father-in-law"),
    ]
    assert _of("мой двоюродный брат и его брат", "ru", "kin") == [
        ("двоюродный брат", "cousin"),
        ("брат", "brother"),
    ]


def test_negation_and_hedges() -> None:
    assert _of("He did not come, perhaps.", "en", "polarity") == [("not", "not")]
    assert _of("He did not come, perhaps.", "en", "hedge") == [("perhaps", "maybe")]
    assert _of("Он, может быть, не пришёл.", "ru", "hedge") == [("может быть", "maybe")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("lobanov", "lobanova"),
        ("soushkoff", "sushkov"),
        ("jacob", "yakov"),
        ("peter", "petr"),
        ("jesus", "iisusom"),
    ],
)
def test_names_are_alike_over_inflection_and_spelling(a: str, b: str) -> None:
    assert likeness(a, b) > 0.62


@pytest.mark.parametrize(
    ("a", "b"), [("ivan", "petr"), ("haskett", "lobanov"), ("jesus", "iuda"), ("anna", "ivan")]
)
def test_other_names_are_not(a: str, b: str) -> None:
    assert likeness(a, b) < 0.5


@pytest.mark.parametrize(
    "text",
    ["(" * 50_000, "1" * 100_000, "1 " * 20_000, "не " * 20_000, "сорок " * 20_000, "A" * 100_000],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_hostile_text_ends(text: str, language: str) -> None:
    particulars(text, language)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "ru", "de", "und", "ko"]))
def test_particulars_lie_in_the_text_and_kinds_do_not_overlap(text: str, language: str) -> None:
    found = particulars(text, language)
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    for kind in ("number", "date", "kin"):
        spans = [(p.start, p.end) for p in found if p.kind == kind]
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
