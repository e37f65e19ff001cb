"""Quantities of two numbers, with a sign, or of what is left of a number."""

import pytest
from accounts import read_one


def quantities(text: str, language: str = "en") -> list[tuple[str, float, str, str]]:
    rows = read_one(text, language=language).quantities
    return [(q.passage.quote, round(q.low, 3), q.unit, q.exactness) for q in rows]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was minus 30 degrees.", -30),
        ("It was minus thirty degrees.", -30),
        ("It was minus eleven that night.", -11),
        ("It was -25 °C at night.", -25),
        ("The glass showed -15.", -15),
        ("It was 20 degrees below zero.", -20),
        ("The water had +4 C at noon.", 4),
    ],
)
def test_degrees_have_their_sign(text: str, value: float) -> None:
    ((_, low, unit, _),) = [row for row in quantities(text) if row[2] != "clock"]
    assert (low, unit) == (value, "degree")


def test_degrees_in_russian() -> None:
    text = "Температура воздуха была минус 30 градусов. Мороз 20 градусов стоял неделю."
    assert [row[1] for row in quantities(text, "ru")] == [-30, -20]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The march took 3 hours and 20 minutes.",
            ("3 hours and 20 minutes", 3.333, "hour", "exact"),
        ),
        ("The room was 4 by 5 metres.", ("4 by 5 metres", 20, "square metre", "exact")),
        ("It lasted two days and a half.", ("two days and a half", 2.5, "day", "exact")),
        ("A quarter of an hour passed.", ("A quarter of an hour", 0.25, "hour", "exact")),
        ("Nine out of ten houses burned.", ("Nine out of ten houses", 0.9, "share", "exact")),
        ("The 300-strong crew sang.", ("300-strong crew", 300, "", "exact")),
        ("Twenty-odd men came.", ("Twenty-odd men", 20, "", "about")),
    ],
)
def test_two_numbers_are_one(text: str, expected: tuple[str, float, str, str]) -> None:
    assert quantities(text)[0] == expected


def test_all_but_two_are_twelve() -> None:
    assert quantities("All but two of the 14 men drowned.") == [
        ("All but two", 12, "", "exact"),
        ("14 men", 14, "", "exact"),
    ]
    assert quantities("Все, кроме двух из 14 человек, утонули в тот день.", "ru")[0][1] == 12


def test_nobody_knows_how_many_are_left() -> None:
    assert quantities("All but two of the men drowned.") == []


def test_nine_of_the_ten_are_nine() -> None:
    assert quantities("Nine of the ten houses burned.")[0][:2] == ("Nine", 9)
    assert quantities("Утром 9 из 14 человек утонули в реке.", "ru")[0][:2] == ("9", 9)


def test_dozens_are_at_least_so_many() -> None:
    assert quantities("Десятки людей погибли в ту ночь.", "ru")[0][1:] == (10, "", "at_least")
