"""Who did it, told by clefts, stations and Russian word orders; and what only looks like it."""

import pytest
from read_through import confronted

from variorum.model.findings import Disagreement

STAGE = (
    "Captain Ilmar Voss commanded the barge Perpetua on Lake Orrin, and Tomas Kell was her stoker. "
)
RUSSIAN = (
    "Капитан Илья Восков командовал баржей «Вега» на озере Орлин, а Пётр Ломов был кочегаром. "
)


def between(one: str, other: str, russian: bool = False) -> list[Disagreement]:
    stage, language = (RUSSIAN, "ru") if russian else (STAGE, "en")
    found = confronted(
        ("testimony", "1907-05-01", stage + one, language),
        ("testimony", "1907-05-09", stage + other, language),
    )
    return [row for row in found.disagreements if row.type == "person"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It was Tomas Kell who opened the sluice gate.", "Voss opened the sluice gate himself."),
        (
            "It was Captain Voss, not Tomas Kell, who gave the order to stop.",
            "Tomas Kell gave the order to stop.",
        ),
        ("Not Captain Voss but Tomas Kell rang the bell.", "It was Voss who rang the bell."),
        ("The one who cut the cable was Tomas Kell.", "Captain Voss cut the cable."),
        ("Voss himself had the tiller.", "Tomas Kell had the tiller when we struck."),
        ("At the wheel was Tomas Kell.", "Captain Voss held the wheel."),
        (
            "The hatch was forced by Captain Voss.",
            "Tomas Kell, who had slept till noon, forced the hatch.",
        ),
        (
            "Tomas Kell, the stoker, a quiet man, lit the beacon.",
            "It was Ilmar Voss who lit the beacon.",
        ),
        (
            "The gate was opened by Tomas Kell before the bell rang.",
            "Captain Voss opened the gate after the bell had rung.",
        ),
    ],
)
def test_another_doer(one: str, other: str) -> None:
    (row,) = between(one, other)
    assert len(row.sides) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Это Пётр Ломов открыл ворота шлюза.", "Ворота шлюза открыл Илья Восков."),
        (
            "Ворота шлюза открыл не Илья Восков, а Пётр Ломов.",
            "Ворота шлюза открыл капитан Восков.",
        ),
        ("За штурвалом стоял Пётр Ломов.", "За штурвалом стоял сам капитан Восков."),
        ("Трос был перерублен Петром Ломовым.", "Капитан Восков перерубил трос."),
    ],
)
def test_another_doer_in_russian(one: str, other: str) -> None:
    (row,) = between(one, other, russian=True)
    assert len(row.sides) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It was Tomas Kell who opened the sluice gate.", "Kell opened the sluice gate."),
        ("It was Tomas Kell, not Voss, who rang the bell.", "It was Kell who rang the bell."),
        ("Voss had the wheel until noon; then Kell had the wheel.", "Kell had the wheel."),
        ("Tomas Kell opened the hatch.", "Captain Voss opened a letter."),
        ("Captain Voss swam well.", "Tomas Kell swam in the lake as a boy."),
        ("It was Captain Voss who gave the order.", "It was Tomas Kell who heard the order."),
        ("Voss did not ring the bell.", "Kell rang the bell."),
        ("Voss and Kell rang the bell.", "Kell rang the bell."),
        ("Kell saw the beacon.", "Voss saw the beacon."),
    ],
)
def test_no_other_doer(one: str, other: str) -> None:
    assert between(one, other) == []


def test_who_names_another_doer_stands_on_no_others_side() -> None:
    found = confronted(
        *(
            ("testimony", f"1907-05-0{day}", STAGE + told)
            for day, told in enumerate(
                (
                    "Captain Voss gave the order to fire.",
                    "It was Tomas Kell who gave the order to fire.",
                    "Captain Ilmar Voss gave the order to fire.",
                    "The order to fire was given by Tomas Kell.",
                    "Lars Birk gave the order to fire.",
                ),
                1,
            )
        )
    )
    (row,) = [row for row in found.disagreements if row.type == "person"]
    assert sorted(sorted(p.quote for p in side.passages) for side in row.sides) == [
        ["Captain Ilmar Voss gave", "Captain Voss gave"],
        ["Lars Birk gave"],
        ["Tomas Kell who gave", "given by Tomas Kell"],
    ]
