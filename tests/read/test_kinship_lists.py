"""Kinship in lists and families: whose the relatives are, and who is named by a kin term alone."""

import pytest
from test_kinship import Row, stated, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Erik had three children: Tor, Liv and Nils.",
            [("Erik", "child", "Tor"), ("Erik", "child", "Liv"), ("Erik", "child", "Nils")],
        ),
        ("Nils's cousin Per Rask left.", [("Nils", "cousin", "Per Rask")]),
        (
            "Jan, the eldest son of Pieter and Griet Kuyp, sailed.",
            [("Pieter", "son", "Jan"), ("Griet Kuyp", "son", "Jan")],
        ),
        ("The widow of Otto Dorn, Berta, sold the mill.", [("Otto Dorn", "wife", "Berta")]),
        (
            "Anna Veld's grandmother Hilda Veld had a daughter, Rosa.",
            [
                ("Anna Veld", "grandmother", "Hilda Veld"),
                ("Hilda Veld", "daughter", "Rosa"),
            ],
        ),
        (
            "Maksim Gurevich had a daughter, the pianist Lia Gurevich.",
            [("Maksim Gurevich", "daughter", "Lia Gurevich")],
        ),
        (
            "Lysenko was born in Kem in 1891, the son of Foma Lysenko.",
            [("Foma Lysenko", "son", "Lysenko")],
        ),
        (
            "Stepan Holt was one of three sons of Major Reed.",
            [("Reed", "son", "Stepan Holt")],
        ),
        ("The brothers Lev, Osip, and sons Pavel and Grisha fled.", [("Lev", "brother", "Osip")]),
        ("Stepan Holt was not Boris's son.", []),
        ("Moses Adler came with his wife and her brother Saul.", []),
        ("Семья уехала: отец Карл, мать Эльза, дети Фриц и Хильда.", []),
        ("Kurt Lange was never the husband of Ida Lange.", []),
        ("Степан Лосев не был сыном Ефима Лосева.", []),
        ("Тёща Павла Дарья приехала.", [("Павел", "mother-in-law", "Дарья")]),
        (
            "Мария Ткач осталась. С ней жили муж Пётр, дочери Вера и Анна.",
            [
                ("Мария Ткач", "husband", "Пётр"),
                ("Мария Ткач", "daughter", "Вера"),
                ("Мария Ткач", "daughter", "Анна"),
            ],
        ),
        (
            "Полиция нашла Веру Лемке, внучку Роберта Лемке, брата Ивана Лемке.",
            [
                ("Роберт Лемке", "granddaughter", "Вера Лемке"),
                ("Иван Лемке", "brother", "Роберт Лемке"),
            ],
        ),
        (
            "У купца Ефима Лосева и его жены Марфы был сын Глеб.",
            [
                ("Ефим Лосев", "son", "Глеб"),
                ("Марфа", "son", "Глеб"),
                ("Ефим Лосев", "wife", "Марфа"),
            ],
        ),
    ],
)
def test_whose_relatives(text: str, rows: list[Row]) -> None:
    language = "ru" if text[0] > "z" else "en"
    assert sorted(stated(text, language)) == sorted(rows)


def test_parents_and_later_relatives_are_not_mixed() -> None:
    text = (
        "Adam Gurevich lived in Riga. Stepan Lysenko was born in Kem, the son of Foma Lysenko, a baker, "
        "and his wife, Ulyana. In 1919 he married Elena. His son Nikolai drowned. His daughters, Dora "
        "and Bella, moved to Riga."
    )
    assert sorted(stated(text)) == [
        ("Foma Lysenko", "son", "Stepan Lysenko"),
        ("Foma Lysenko", "wife", "Ulyana"),
        ("Stepan Lysenko", "daughter", "Bella"),
        ("Stepan Lysenko", "daughter", "Dora"),
        ("Stepan Lysenko", "son", "Nikolai"),
        ("Stepan Lysenko", "wife", "Elena"),
        ("Ulyana", "son", "Stepan Lysenko"),
    ]


def test_an_uncle_by_a_parents_brother() -> None:
    assert told("Uncle Felix, my mother's brother, came.", kind="memoir") == [
        (("Jane Roe", "uncle", "Felix"), "mother's brother")
    ]
    assert told("Дядя Фёдор, брат моей матери, приехал.", "ru", "memoir") == [
        (("Jane Roe", "uncle", "Фёдор"), "mother's brother")
    ]
    assert told("Дядя Фёдор, брат матери, приехал.", "ru") == []


def test_siblings_only_within_one_list() -> None:
    derived = [row for row, reason in told("У Ивана были сын Пётр и дочь Вера.", "ru") if reason]
    assert derived == [("Пётр", "sister", "Вера")]
    text = "Anna Veld had two sons, Tor and Nils, and perhaps a daughter, Rosa."
    assert [row for row, reason in told(text) if reason] == [
        ("Anna Veld", "daughter", "Rosa"),
        ("Tor", "sibling", "Nils"),
    ]
    assert next(reason for _, reason in told(text) if reason) == "perhaps"


@pytest.mark.parametrize(
    ("asked", "answered", "row"),
    [
        (
            "Interviewer: Did you know Captain Lysenko's family?",
            "Stepan Voronov: I knew his wife, Elena.",
            ("Lysenko", "wife", "Elena"),
        ),
        (
            "Корреспондент: Вы знали семью капитана Лысенко?",
            "Воронов: Я знал его жену, Елену.",
            ("Лысенко", "wife", "Елена"),
        ),
    ],
)
def test_his_in_an_answer_is_not_who_answers(asked: str, answered: str, row: Row) -> None:
    language = "ru" if asked[0] > "z" else "en"
    assert stated(f"{asked}\n\n{answered}", language, "interview") == [row]


def test_in_a_directory_his_is_the_entrys() -> None:
    text = "Stepan Lysenko: born in Kem. His wife Anna died.\n\nFoma Orlov: a baker."
    assert ("Stepan Lysenko", "wife", "Anna") in stated(text)


def test_whose_relative_an_office_says() -> None:
    text = "Скончался композитор Ежи Крупский. Супруга композитора Эльжбета Крупская уехала."
    assert stated(text, "ru") == [("Ежи Крупский", "wife", "Эльжбета Крупская")]
    text = "Мэр Иван Бойко и мэр Пётр Лунд спорили. Жена мэра Анна ушла."
    assert stated(text, "ru") == []
