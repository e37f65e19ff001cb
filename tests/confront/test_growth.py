"""A story that grows as it is told, and what only looks so."""

import pytest
from reading_by_hand import evidence

from variorum.confront import confront

FILLER = (
    "[Iris Vane] kept the bakery by the canal. Bread was sold until the flour ran out. "
    "A mule stood under the arch. The choir of [Saint Odo/place] sang twice that week. "
)
TOLD = "At [Port Ellery/place] {%s men/%s//man} held the rope yard gate. "


def _values(*numbers: str) -> list[list[str]]:
    texts = [TOLD % (n, n) + FILLER for n in numbers]
    dates = tuple(str(1921 + 9 * n) for n in range(len(numbers)))
    return [[s.value for s in row.steps] for row in confront(evidence(*texts, dates=dates)).growths]


def test_a_number_that_grows_and_stands_still() -> None:
    assert _values("12", "12", "30", "85") == [["12 men", "12 men", "30 men", "85 men"]]


def test_a_number_that_shrinks() -> None:
    assert _values("85", "40", "30", "12") == [["85 men", "40 men", "30 men", "12 men"]]


def test_a_late_sceptic_does_not_undo_it() -> None:
    assert _values("12", "30", "85", "90", "12") == [["12 men", "30 men", "85 men", "90 men"]]


@pytest.mark.parametrize(
    "numbers",
    [("12", "30"), ("12", "12", "30"), ("12", "85", "30", "90", "40"), ("30", "30", "30")],
)
def test_no_direction_is_no_growth(numbers: tuple[str, ...]) -> None:
    assert _values(*numbers) == []


def test_a_growth_that_an_account_tells_of() -> None:
    text = (
        "The first time [Peder Aas] told it he had saved {three people/3//person}. "
        "By 1940 it had become {seven people/7//person}. "
        "When I heard it last winter it was {twelve people/12//person}. "
    )
    (row,) = confront(evidence(text)).growths
    assert [step.value for step in row.steps] == ["three people", "seven people", "twelve people"]
    assert "grew" in row.question


@pytest.mark.parametrize(
    "text",
    [
        "The first time [Peder Aas] came he had {three dogs/3//dog}. "
        "By 1940 he had {nine dogs/9//dog}. ",
        "The first time he told it he had {three sons/3//son}. "
        "When I heard it I was {ten miles/10/mile} off. ",
        "The first time he told it there were {three men/3//man}. "
        "The second time he told it there were {nine men/9//man}. "
        "The third time he told it there were {five men/5//man}. ",
    ],
)
def test_what_is_no_growth_of_a_story(text: str) -> None:
    assert confront(evidence(text)).growths == ()
