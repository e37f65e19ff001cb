"""Numbers without a noun or a year: people in a number word, ages by the number alone, "only one"."""

import pytest
from accounts import read_one


def quantities(text: str, language: str = "en") -> list[tuple[str, float, float | None, str, str]]:
    return [
        (q.passage.quote, q.low, q.high, q.unit or q.counted, q.exactness)
        for q in read_one(text, language).quantities
    ]


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(row.relation, row.value) for row in read_one(text, language).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It lay more than a mile from the quay.",
            ("more than a mile", 1, None, "mile", "at_least"),
        ),
        ("It was barely 200 yards from the gate.", ("barely 200 yards", 200, 200, "yard", "about")),
        ("We were nine in the cart.", ("nine", 9, 9, "person", "exact")),
        ("Eleven in all, they said.", ("Eleven", 11, 11, "person", "exact")),
        ("There was a single ladder in it.", ("a single ladder", 1, 1, "ladder", "exact")),
        ("There was but one lamp on the pier.", ("one lamp", 1, 1, "lamp", "exact")),
        ("Forty or more men came.", ("Forty or more men", 40, None, "man", "at_least")),
        ("My mother was thirty-three.", ("thirty-three", 33, 33, "year", "exact")),
        ("Her uncle was thirty-three and lame.", ("thirty-three", 33, 33, "year", "exact")),
        ("She was a girl of nine then.", ("nine", 9, 9, "year", "exact")),
    ],
)
def test_english(text: str, expected: tuple[str, float, float | None, str, str]) -> None:
    assert quantities(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Моему отцу было двадцать восемь.", ("двадцать восемь", 28, 28, "year", "exact")),
        ("Было ей тогда девятнадцать.", ("девятнадцать", 19, 19, "year", "exact")),
        ("Нас было девять в лодке.", ("девять", 9, 9, "человек", "exact")),
        (
            "Погибло человек сорок с лишним.",
            ("человек сорок с лишним", 40, None, "человек", "at_least"),
        ),
        (
            "Утонуло пятьдесят с лишним человек.",
            ("пятьдесят с лишним человек", 50, None, "человек", "at_least"),
        ),
    ],
)
def test_russian(text: str, expected: tuple[str, float, float | None, str, str]) -> None:
    assert quantities(text, "ru") == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Fifty-two were pulled alive from the mud.", "en", ("rescued", "52")),
        ("They hanged five.", "en", ("killed", "5")),
        ("Застрелили семерых.", "ru", ("killed", "7")),
        ("Вытащили живыми сорок одного.", "ru", ("rescued", "41")),
        ("Моему отцу было двадцать восемь.", "ru", ("age", "28")),
    ],
)
def test_what_they_tell(text: str, language: str, expected: tuple[str, str]) -> None:
    assert expected in told(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "It was cold, as one expects in October.",
        "That is how one remembers it.",
        "There was not a single lamp on the pier.",
        "She was a single-minded woman.",
        "He was first in all races.",
        "My brother was one of them.",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert not [row for row in quantities(text) if row[1] >= 1]


def test_a_part_counts_no_whole() -> None:
    found = quantities("They took thirty prisoners, of whom seven were deserters.")
    assert [row[3] for row in found] == ["prisoner", ""]


@pytest.mark.parametrize(
    ("kind", "date", "expected"),
    [
        ("memoir", "1949", "XXXX-03-11"),
        ("article", "1949", "XXXX-03-11"),
        ("article", "1949-03-20", "1949-03-11"),
        ("letter", "1921", "1921-03-11"),
        ("letter", "1921-03-20", "1921-03-11"),
    ],
)
def test_days_of_a_year_not_named(kind: str, date: str, expected: str) -> None:
    """A text that bears but its year is a book's page: its days are not of the year of writing."""
    found = read_one("On the eleventh of March the guns began.", kind=kind, date=date)
    assert [row.edtf for row in found.dates] == [expected]


def test_days_of_the_year_told_of() -> None:
    text = "The strike began in 1921. On the eleventh of March the mill was shut."
    found = read_one(text, kind="article", date="1949")
    assert [row.edtf for row in found.dates] == ["1921", "1921-03-11"]
