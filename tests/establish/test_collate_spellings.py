"""Words written otherwise: by another spelling, or by a scanner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.establish.collate.slips import slip
from variorum.establish.collate.spellings import is_misread, same_in_any_spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harbour", "harbor"),
        ("realise", "realize"),
        ("travelled", "traveled"),
        ("centre", "center"),
        ("defence", "defense"),
        ("grey", "gray"),
        ("encyclopaedia", "encyclopedia"),
    ],
)
def test_two_spellings(one: str, other: str) -> None:
    assert same_in_any_spelling(one, other, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("shoe", "she"),
        ("dye", "die"),
        ("wise", "wize"),
        ("diner", "dinner"),
        ("filed", "filled"),
        ("flour", "flor"),
    ],
)
def test_other_words_are_no_other_spelling(one: str, other: str) -> None:
    assert not same_in_any_spelling(one, other, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("no", "n0"),
        ("not", "uot"),
        ("lock", "1ock"),
        ("masters", "rnasters"),
        ("committee", "cornmittee"),
        ("14", "l4"),
        ("of", "cf"),
        ("не", "ие"),
        ("как", "кaк"),
    ],
)
def test_misread(one: str, other: str) -> None:
    assert is_misread(one, other)
    assert is_misread(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("10", "70"), ("man", "men"), ("now", "not"), ("thirty", "eighty"), ("a", "i")],
)
def test_not_misread(one: str, other: str) -> None:
    assert not is_misread(one, other)


_FORMS = st.text(alphabet="abcelmnortu01'ни", min_size=1, max_size=8).filter(
    lambda w: w[0].isalnum()
)


@given(_FORMS, _FORMS, st.sampled_from(["en", "ru", "de", "he", "und"]), st.booleans())
def test_neither_side_comes_first(one: str, other: str, language: str, noisy: bool) -> None:
    assert is_misread(one, other) == is_misread(other, one)
    used = {one, other}
    assert slip(one, other, language, used, noisy) == slip(other, one, language, used, noisy)
    assert slip(one, other, language, (), noisy) == slip(other, one, language, (), noisy)
