"""One or several: what one account counts and another tells of one only."""

import pytest
from reading_by_hand import evidence

from variorum.confront import confront


def numbers(*texts: str) -> list[tuple[str, set[str]]]:
    found = confront(evidence(*texts))
    return [
        (row.question, {" ".join(side.passages[0].quote.split()) for side in row.sides})
        for row in found.disagreements
        if row.type == "number"
    ]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "At the ford of [Orlo/place] {two blind beggars/2//beggar} sat by the road and shouted.",
            "A blind beggar sat by the road at the ford of [Orlo/place], and he shouted.",
            {"two blind beggars", "A blind beggar"},
        ),
    ],
)
def test_a_count_against_a_single_one(one: str, other: str, sides: set[str]) -> None:
    assert [found for _, found in numbers(one, other)] == [sides]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "At the ford of [Orlo/place] {two blind beggars/2//beggar} sat by the road and shouted.",
            "A pair of blind beggars sat at the ford of [Orlo/place] and shouted.",
        ),
        (
            "At the ford of [Orlo/place] {two blind beggars/2//beggar} sat by the road and shouted.",
            "A soldier bought bread in the town of [Lund/place] and paid the baker.",
        ),
    ],
)
def test_what_is_no_single_one(one: str, other: str) -> None:
    assert numbers(one, other) == []
