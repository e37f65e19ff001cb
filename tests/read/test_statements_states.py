"""Roles and marriages with their times, further places, and what is no statement of the kind."""

import pytest
from accounts import read_one


def rows(text: str, language: str = "en", date: str = "") -> list[tuple[str, str, str, str, str]]:
    testimony = read_one(text, language=language, date=date)
    forms = {m.entity: m.form for m in testimony.mentions}
    return [
        (
            forms.get(s.subject, s.subject), s.relation, forms.get(s.value, s.value), s.time,
            "" if (s.polarity, s.modality) == ("positive", "asserted") else f"{s.polarity} {s.modality}",
        )
        for s in testimony.statements
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ada Holt, secretary of the League since 1911, spoke.",
         ("Ada Holt", "role", "secretary of the league", "1911/..", "")),
        ("Hilda Veld served as postmistress from 1899 until 1912.",
         ("Hilda Veld", "role", "postmistress", "1899/1912", "")),
        ("Tom Lund was a captain then, not a major.",
         ("Tom Lund", "rank", "major", "", "negative asserted")),
        ("Ada Veld was married to Tom Rask in 1899.",
         ("Ada Veld", "married", "Tom Rask", "1899", "")),
        ("Rosa Holt was at the mill on 5 May 1911.",
         ("Rosa Holt", "was at", "mill", "1911-05-05", "")),
        ("Ada Holt went to London and then to Paris.",
         ("Ada Holt", "went", "Paris", "", "")),
        ("Tom Holt was wounded twice, in 1915 and 1916.",
         ("Tom Holt", "wounded", "1916", "1916", "")),
    ],
)  # fmt: skip
def test_english(text: str, row: tuple[str, str, str, str, str]) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Анна Кротова служила учительницей с 1899 по 1912 год.",
         ("Анна Кротова", "role", "учительница", "1899/1912", "")),
        ("Пётр Лунин, секретарь союза с 1911 года, выступил.",
         ("Пётр Лунин", "role", "secretary", "1911/..", "")),
        ("Пётр Лунин собирался напасть на мельницу.",
         ("Пётр Лунин", "attacked", "мельница", "", "positive planned")),
        ("Пётр Лунин отрицал, что поджёг мельницу.",
         ("Пётр Лунин", "поджечь", "мельницу", "", "positive denied")),
    ],
)  # fmt: skip
def test_russian(text: str, row: tuple[str, str, str, str, str]) -> None:
    assert row in rows(text, "ru")


def test_what_is_compared_or_another_name_is_no_age_and_no_birth() -> None:
    assert not [row for row in rows("Elena Holt was five years younger than I.") if row[1] == "age"]
    assert not [row for row in rows("Otto Veld, born Otto Feld, wept.") if row[1] == "born"]


def test_a_number_stays_in_its_sentence_and_means_what_it_counts() -> None:
    found = rows("Пожар длился 5 часов. Дудко получил 10 лет.", "ru")
    assert [row[2] for row in found if row[1] == "lasted"] == ["5 hour"]
    assert not [row for row in rows("Ada Holt had two brothers.") if row[1] == "number"]


def test_a_named_time_is_not_what_was_opened() -> None:
    found = rows("The trial opened in May 1912. The inquest opened the following spring.")
    assert ("trial", "opened", "1912-05", "1912-05", "") in found
    assert not [row for row in found if row[1] == "opened by"]


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        ("The paper put the number of dead at nine.", "killed", "9"),
        ("In the storm 10 went missing.", "missing", "10"),
        ("Of the 48 on board 17 were saved.", "rescued", "17"),
        ("Wounded: 240.", "wounded", "240"),
        ("Of the crew, 9 were soldiers.", "number", "9"),
    ],
)
def test_tolls(text: str, relation: str, value: str) -> None:
    assert (relation, value) in [(row[1], row[2]) for row in rows(text)]


def test_an_age_in_apposition_is_a_birth_and_no_part_of_the_role() -> None:
    text = "Henrik Moll, an 84-year-old keeper, lives in London."
    found = rows(text, date="1998-05-14")
    assert ("Henrik Moll", "age", "84", "", "") in found
    assert ("Henrik Moll", "role", "keeper", "", "") in found
    births = [d for d in read_one(text, date="1998-05-14").dates if d.event == "birth"]
    assert [(d.passage.quote, d.edtf) for d in births] == [("84-year-old", "1913/1914")]


def test_russian_ages() -> None:
    text = (
        "Пётр Лунин умер в 1911 году в возрасте 44 лет. Ивану Сомову идёт семьдесят первый год. "
        "Анне Кротовой было 19 лет, когда она уехала в Москву в 1931 году."
    )
    births = [d for d in read_one(text, "ru", date="1998-05-14").dates if d.event == "birth"]
    assert [d.edtf for d in births] == ["1866/1867", "1927/1928", "1911/1912"]


def test_some_of_a_number_is_not_the_number() -> None:
    found = rows("Утром сгорело 14 из 60 домов.", "ru")
    assert [row[2] for row in found if row[1] == "number"] == ["60"]
    found = rows("A third of the houses burned.")
    assert ("houses", "share", "0.3333 share", "", "") in found
