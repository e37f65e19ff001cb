"""Two events in opposite order: "only when", «до того, как», «после того, как»."""

import pytest
from read_through import confronted

STAGES = {
    "en": "Captain Ilmar Voss commanded the barge Perpetua on Lake Orrin. ",
    "ru": "Капитан Илья Восков командовал баржей «Вега» на озере Орлин. ",
}


def orders(one: str, other: str, language: str) -> int:
    found = confronted(
        ("testimony", "1907-05-01", STAGES[language] + one, language),
        ("testimony", "1907-05-09", STAGES[language] + other, language),
    )
    return sum(row.type == "sequence" for row in found.disagreements)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (
            "The bell rang before the sluice was shut.",
            "The bell rang only when the sluice was shut.",
            "en",
        ),
        (
            "Колокол зазвонил до того, как открыли шлюз.",
            "Колокол зазвонил после того, как открыли шлюз.",
            "ru",
        ),
        (
            "Колокол зазвонил перед тем, как открыли шлюз.",
            "Колокол зазвонил лишь когда открыли шлюз.",
            "ru",
        ),
    ],
)
def test_opposite_order(one: str, other: str, language: str) -> None:
    assert orders(one, other, language) == 1


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (
            "The bell rang before the sluice was shut.",
            "The bell rang when the sluice was shut.",
            "en",
        ),
        ("The bell rang before the war.", "The bell rang only when the sluice was shut.", "en"),
        (
            "Колокол зазвонил до того, как открыли шлюз.",
            "Шлюз открыли после того, как зазвонил колокол.",
            "ru",
        ),
    ],
)
def test_one_order(one: str, other: str, language: str) -> None:
    assert orders(one, other, language) == 0
