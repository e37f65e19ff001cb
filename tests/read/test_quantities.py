"""Quantities: value or interval, unit, what is counted, how exactly."""

import pytest
from accounts import read_one


def quantities(text: str, **how: str) -> list[tuple[str, float, float | None, str, str, str]]:
    return [
        (q.passage.quote, q.low, q.high, q.unit, q.counted, q.exactness)
        for q in read_one(text, **how).quantities
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They stayed a day or two.", ("a day or two", 1, 2, "day", "", "between")),
        ("The mill is a mile or so off.", ("a mile or so", 1, 1, "mile", "", "about")),
        (
            "One hundred and forty-two sailors drowned.",
            ("One hundred and forty-two sailors", 142, 142, "", "sailor", "exact"),
        ),
        ("About 300 people watched.", ("About 300 people", 300, 300, "", "people", "about")),
        (
            "There were more than 40 horses.",
            ("more than 40 horses", 40, None, "", "horse", "at_least"),
        ),
        ("They had two or three boats.", ("two or three boats", 2, 3, "", "boat", "between")),
        (
            "It measured one and 1/8 inches.",
            ("one and 1/8 inches", 1.125, 1.125, "inch", "", "exact"),
        ),
        ("They rode 2 and 1/2 miles.", ("2 and 1/2 miles", 2.5, 2.5, "mile", "", "exact")),
        (
            "It took two and three quarter hours.",
            ("two and three quarter hours", 2.75, 2.75, "hour", "", "exact"),
        ),
        ("The wing was 31/4 inches.", ("31/4 inches", 3.25, 3.25, "inch", "", "exact")),
        (
            "She died in her ninetieth year.",
            ("in her ninetieth year", 89, 89, "year", "age", "exact"),
        ),
        ("They walked 12 miles north.", ("12 miles", 12, 12, "mile", "", "exact")),
        ("She was 34 years old then.", ("34 years old", 34, 34, "year", "age", "exact")),
        ("The loss came to $5 million.", ("$5 million", 5e6, 5e6, "dollar", "", "exact")),
        ("It began at 6:45 p.m. sharp.", ("6:45 p.m.", 18.75, 18.75, "clock", "", "exact")),
        ("It ended at half past six.", ("half past six", 6.5, 6.5, "clock", "", "exact")),
    ],
)
def test_english(text: str, expected: tuple[str, float, float | None, str, str, str]) -> None:
    assert quantities(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Погибло сорок два человека.", ("сорок два человека", 42, 42, "", "человек", "exact")),
        ("Прошли около 300 метров.", ("около 300 метров", 300, 300, "metre", "", "about")),
        ("Ивану было 45 лет.", ("45 лет", 45, 45, "year", "age", "exact")),
        ("Ждали час или два.", ("час или два", 1, 2, "hour", "", "between")),
    ],
)
def test_russian(text: str, expected: tuple[str, float, float | None, str, str, str]) -> None:
    assert quantities(text, language="ru") == [expected]


def test_dates_and_codes_are_no_quantities() -> None:
    assert quantities("In 1931 the ship No. 5 sank; see page 12.") == []


def test_scores_and_unclear_abbreviations_are_no_quantities() -> None:
    assert quantities("It was an 88-72 loss. See 45 ms for more[12].") == []


def test_dozens_are_a_lower_bound() -> None:
    assert quantities("Hundreds of people fled.") == [
        ("Hundreds of people", 100, None, "", "people", "at_least")
    ]


def test_a_length_without_a_number() -> None:
    found = [
        (row.passage.quote, row.low, row.high, row.unit, row.exactness)
        for row in read_one(
            "They waited for a month and worked there for years, twice a week, at $5 an hour. "
            "It took several days. He had come a year ago. It cost 14 billion last year."
        ).quantities
        if row.unit in ("year", "month", "week", "day", "hour")
    ]
    assert found == [
        ("a month", 1, 1, "month", "about"),
        ("years", 2, None, "year", "at_least"),
        ("several days", 2, None, "day", "at_least"),
    ]


def test_large_numbers_in_groups_and_by_halves() -> None:
    for text, low in (
        ("Half a million people came.", 500_000),
        ("A couple of hundred men drowned.", 200),
        ("Some 1 000 000 people came.", 1_000_000),
        ("They paid 12 000 000 roubles.", 12_000_000),
    ):
        assert [row.low for row in read_one(text).quantities] == [low], text
