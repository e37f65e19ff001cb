"""Bylines and datelines: what is one, what is none, and what it says."""

import pytest

from variorum.gather.divide.bylines import SURE, parse_byline
from variorum.gather.divide.datelines import dateline, is_only_a_date


@pytest.mark.parametrize(
    ("line", "author", "publisher", "date"),
    [
        ("Weekly Z - 5 March 1999 - Mara Kern", "Mara Kern", "Weekly Z", "1999-03-05"),
        (
            "Mara Kern / The Southern Post / 28 November 2011",
            "Mara Kern",
            "The Southern Post",
            "2011-11-28",
        ),
        ("From Radio West of March 3, 1999, by Mara Kern", "Mara Kern", "Radio West", "1999-03-03"),
        ("Written by Mara Kern for Weekly Z", "Mara Kern", "Weekly Z", ""),
        ("журнал «Маяк», № 14, 5 марта 1998 г.", "", "Маяк", "1998-03-05"),
        (
            "Текст: Глеб Лучко. Горный курьер, 05.03.1998",
            "Глеб Лучко",
            "Горный курьер",
            "1998-03-05",
        ),
    ],
)
def test_a_line_of_labelled_parts_is_a_byline(
    line: str, author: str, publisher: str, date: str
) -> None:
    byline = parse_byline(line)
    assert byline is not None
    assert byline.score >= SURE
    assert (byline.author, byline.publisher, byline.date) == (author, publisher, date)


@pytest.mark.parametrize(
    "line",
    [
        "The ship went down on March 3, 1999.",
        "In March 1999, Mara Kern died of her wounds.",
        "“Yes,” he said.",
        "Nobody Came Down That Evening",
        "By the time they came the fire was out.",
        "x" * 100_000,
        "," * 200,
    ],
)
def test_running_text_and_titles_are_no_bylines(line: str) -> None:
    byline = parse_byline(line)
    assert byline is None or byline.score < SURE


def test_a_translator_is_no_author() -> None:
    byline = parse_byline("Перевод с английского: Марина Лучко")
    assert byline is not None
    assert (byline.author, byline.translator) == ("", "Марина Лучко")


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Tuesday, November 23, 2010", "2010-11-23"),
        ("City Times, Oct. 2011", "2011-10"),
        ("© 1999", "1999"),
        ("03/05/2016", "[2016-03-05,2016-05-03]"),
        ("The war of 1959—1964", ""),
        ("3 March", "XXXX-03-03"),
    ],
)
def test_a_dateline_says_only_what_it_says(line: str, edtf: str) -> None:
    assert dateline(line)[0] == edtf


def test_a_heading_of_a_day_is_nothing_but_a_date() -> None:
    assert is_only_a_date("Tuesday, November 23, 2010, 10:15")
    assert is_only_a_date("3rd of March, 1999")
    assert not is_only_a_date("City Times, March 3, 1999")
