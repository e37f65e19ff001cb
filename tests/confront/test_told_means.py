"""Means, things in the hand, ends and states of a story, told otherwise; and what only looks like it."""

import pytest
from read_through import confronted

from variorum.model.findings import Disagreement

STAGE = "Captain Ilmar Voss commanded the barge Perpetua on Lake Orrin. "
RUSSIAN = "Капитан Илья Восков командовал баржей «Вега» на озере Орлин. "


def between(one: str, other: str, russian: bool = False) -> list[Disagreement]:
    stage, language = (RUSSIAN, "ru") if russian else (STAGE, "en")
    found = confronted(
        ("testimony", "1907-05-01", stage + one, language),
        ("testimony", "1907-05-09", stage + other, language),
    )
    return [row for row in found.disagreements if row.type in ("polarity", "place")]


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        (
            "Voss signalled to the lock with a lantern.",
            "He signalled to the lock with the steam whistle.",
            "With what was it: “Voss signalled to the lock with a …”?",
        ),
        (
            "Captain Voss came on deck with a revolver in his hand.",
            "Voss stood there. He had a megaphone in his hand.",
            "What did Ilmar Voss have in hand?",
        ),
        (
            "All that Voss had in his hand was a prayer-book.",
            "Voss came out with a rifle in his hand.",
            "What did Ilmar Voss have in hand?",
        ),
        ("Ilmar Voss was hanged.", "Captain Voss drowned in the lake.", "How did Ilmar Voss die?"),
        (
            "Voss was shot through the window.",
            "They shot Voss in the stables.",
            "Where did Ilmar Voss die?",
        ),
        (
            "Voss was arrested in the chapel.",
            "Voss was arrested on the quay.",
            "Where was it: “Voss was arrested …”?",
        ),
        ("Voss was perfectly sober that night.", "Voss was intoxicated.", "Was Ilmar Voss drunk?"),
        ("Captain Voss was unarmed.", "Voss was armed to the teeth.", "Was Ilmar Voss armed?"),
        ("The east gate was locked.", "The gate stood wide open.", "Was the gate locked?"),
    ],
)
def test_one_thing_told_otherwise(one: str, other: str, question: str) -> None:
    (row,) = between(one, other)
    assert row.question == question


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        (
            "Восков вышел на палубу с фонарём в руке.",
            "Восков вышел на палубу с топором в руке.",
            "What did Илья Восков have in hand?",
        ),
        (
            "Илья Восков разбил стекло топором.",
            "Илья Восков разбил стекло молотком.",
            "With what was it: “Илья Восков разбил стекло …”?",
        ),
        ("Восков был пьян.", "Капитан Восков был трезв.", "Was Илья Восков drunk?"),
        ("Восков был повешен.", "Восков был застрелен.", "How did Илья Восков die?"),
        (
            "Воскова застрелили на лестнице.",
            "Восков был застрелен в конюшне.",
            "Where did Илья Восков die?",
        ),
    ],
)
def test_the_same_in_russian(one: str, other: str, question: str) -> None:
    (row,) = between(one, other, russian=True)
    assert row.question == question


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Voss signalled with a lantern.", "Voss signalled with a light."),
        ("Voss cut the rope with a knife.", "The mate cut the cake with a saw."),
        ("Voss came with a revolver in his hand.", "The mate had a megaphone in his hand."),
        (
            "Voss came with a revolver in his hand. Later he had a pen in his hand.",
            "Voss had a megaphone in his hand.",
        ),
        ("Voss carried a rifle in the war.", "Next year Voss carried a loaf to his mother."),
        ("Voss was shot in the leg.", "Voss drowned in the lake."),
        ("Voss was shot through the window.", "Voss was shot in the office."),
        ("Voss was nearly drowned.", "Voss was shot."),
        ("Voss was shot against the wall.", "Voss was shot in the yard."),
        ("Voss was not drunk.", "The mate was drunk."),
        ("I had never seen Voss drunk.", "Voss was drunk."),
        ("The doors of the saloon were locked.", "The doors of the hold were open."),
        ("The gate was locked. At six the gate was open.", "The gate was locked."),
        ("Voss walked home with the mate.", "Voss walked home with a lamp."),
    ],
)
def test_what_can_both_be_true(one: str, other: str) -> None:
    assert between(one, other) == []
