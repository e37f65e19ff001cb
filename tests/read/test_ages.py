"""Ages: whose they are, in both languages."""

import pytest
from accounts import read_one

Row = tuple[str, str, str]


def ages(text: str, language: str = "en") -> list[Row]:
    testimony = read_one(text, language)
    forms = {m.entity: m.form for m in testimony.mentions if m.kind == "name"}
    return [
        (forms.get(s.subject, s.subject), s.relation, s.value)
        for s in testimony.statements
        if s.relation.split(" ")[0] == "age"
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Anna Weber, 34, lived in Riga.", ("Anna Weber", "age", "34")),
        ("The 84-year-old Karl Weber told the story.", ("Karl Weber", "age", "84")),
        ("Karl Weber, who was 34, drowned.", ("Karl Weber", "age", "34")),
        ("Karl Weber died at the age of 84.", ("Karl Weber", "age when died", "84")),
        ("Karl Weber, then 19, drove the truck.", ("Karl Weber", "age", "19")),
        ("Karl Weber, now 84 years old, lives in Riga.", ("Karl Weber", "age", "84")),
        ("Karl Weber turned 40 in May.", ("Karl Weber", "age", "40")),
        ("A 34-year-old driver was hurt.", ("driver", "age when wounded", "34")),
        ("Karl Weber was in his early forties.", ("Karl Weber", "age", "40..43")),
        ("“I was seventeen then,” said Karl Weber.", ("Karl Weber", "age", "17")),
    ],
)
def test_ages_in_english(text: str, row: Row) -> None:
    assert ages(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Карл Вебер, 34 года, жил в Риге.", ("Карл Вебер", "age", "34")),
        ("84-летний Карл Вебер рассказал.", ("Карл Вебер", "age", "84")),
        ("Карл Вебер, тридцатилетний кочегар, утонул.", ("Карл Вебер", "age", "30")),
        ("Карлу Веберу было 34 года.", ("Карл Вебер", "age", "34")),
        (
            "Анна Вебер, которой тогда было девятнадцать лет, вела грузовик.",
            ("Анна Вебер", "age", "19"),
        ),
        ("На 84 году жизни скончался капитан Карл Вебер.", ("Карл Вебер", "age when died", "83")),
        ("Карл Вебер умер в возрасте 84 лет.", ("Карл Вебер", "age when died", "84")),
        ("Карлу Веберу в мае исполнилось 34 года.", ("Карл Вебер", "age", "34")),
        ("Карл Вебер (Karl Weber), 34 года, врач.", ("Карл Вебер", "age", "34")),
        ("54-летний врач, епископ Карл Вебер уехал.", ("Карл Вебер", "age", "54")),
        ("В 14-летнем возрасте Карл Вебер уехал.", ("Карл Вебер", "age", "14")),
        ("Пострадал 34-летний водитель автобуса.", ("водитель", "age", "34")),
    ],
)
def test_ages_in_russian(text: str, row: Row) -> None:
    assert ages(text, "ru") == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Суд дал Карлу Веберу 12 лет тюрьмы.",
        "Карл Вебер уехал 34 года назад.",
        "Погибла 14-летняя дочь пастора Карла Вебера.",
    ],
)
def test_terms_and_other_peoples_ages_are_not_his(text: str) -> None:
    assert "Карл Вебер" not in {row[0] for row in ages(text, "ru")}
