"""Explicit dates: exact spans and EDTF, nothing invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.calendar import explicit_dates, month_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on March 3, 1999 at noon", [("March 3, 1999", "1999-03-03")]),
        ("3rd of March, 1999", [("3rd of March, 1999", "1999-03-03")]),
        ("Oct. 2 2011", [("Oct. 2 2011", "2011-10-02")]),
        ("5 марта 1998 года", [("5 марта 1998 года", "1998-03-05")]),
        ("im März 1999", [("März 1999", "1999-03")]),
        ("March 3-5, 1999", [("March 3-5, 1999", "1999-03-03/1999-03-05")]),
        ("2016-05-30T10:11", [("2016-05-30", "2016-05-30")]),
        ("30/05/2016", [("30/05/2016", "2016-05-30")]),
        ("03/05/2016", [("03/05/2016", "[2016-03-05,2016-05-03]")]),
        ("5.3.1998", [("5.3.1998", "1998-03-05")]),
        ("Feb. 10, 1665/66", [("Feb. 10, 1665/66", "1666-02-10")]),
        ("5 мая", [("5 мая", "XXXX-05-05")]),
        ("in March\n1999", [("March\n1999", "1999-03")]),
        ("April 25: it rained", [("April 25", "XXXX-04-25")]),
        ("April 18:30", []),
        ("31 April 1999", []),
        ("he may 3 times march 5 miles in 1999", []),
        ("version 1.2.2011.3", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[start:end], edtf) for start, end, edtf in explicit_dates(text)] == expected


@given(st.text(alphabet="0123456789 ./-,марта MarchTh\n", max_size=200))
def test_spans_are_in_order_and_apart(text: str) -> None:
    last = 0
    for start, end, edtf in explicit_dates(text):
        assert last <= start < end <= len(text)
        assert edtf
        last = end


def test_months_by_name() -> None:
    assert month_number("Sept.") == 9
    assert month_number("ЯНВАРЯ") == 1
    assert month_number("Smarch") is None
