"""Russian names in the nominative: women's and men's surnames, invariable ones, names of the East."""

import pytest
from accounts import read_one
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.russian import base_name, base_names
from variorum.read.surnames import foreign, possessive


@pytest.mark.parametrize(
    ("inflected", "base"),
    [
        ("Анна Кротова", "Анна Кротова"),
        ("Анну Кротову", "Анна Кротова"),
        ("Анне Кротовой", "Анна Кротова"),
        ("Анной Кротовой", "Анна Кротова"),
        ("Ивана Сомова", "Иван Сомов"),
        ("Бориса Тарна", "Борис Тарн"),
        ("Иван Лемке", "Иван Лемке"),
        ("Ивана Лемке", "Иван Лемке"),
        ("Лидию Щедрину", "Лидия Щедрина"),
        ("Лии Гринберг", "Лия Гринберг"),
        ("Клавдию", "Клавдия"),
        ("Лидия", "Лидия"),
        ("Карла Дорна", "Карл Дорн"),
        ("Йонаса Пелля", "Йонас Пелль"),
        ("Розой Абрамовной", "Роза Абрамовна"),
        ("Дмитрия Донского", "Дмитрий Донской"),
        ("Фомы Лысенко", "Фома Лысенко"),
        ("Гейлом", "Гейл"),
        ("Ким Ир Сеном", "Ким Ир Сен"),
        ("Ли Сын Мана", "Ли Сын Ман"),
        ("Мао Цзэдуна", "Мао Цзэдун"),
        ("ИВАНА СОМОВА", "ИВАН СОМОВ"),
        ("А.Колчака", "А.Колчак"),
    ],
)
def test_base_forms(inflected: str, base: str) -> None:
    assert base_name(tuple(inflected.split()), "person") == base


def test_what_may_be_a_mans_or_a_womans_has_both_forms() -> None:
    assert base_names(("Кротову",), "person") == ("Кротова", "Кротов")
    assert base_names(("Кротовой",), "person") == ("Кротова",)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Иван Сомов ждал. Сомова арестовали в марте.", ["Иван Сомов", "Сомов"]),
        ("Иван Сомов ждал. Сомова пришла поздно.", ["Иван Сомов", "Сомова"]),
        ("Иван Сомов ждал. Рассказ Сомова записан.", ["Иван Сомов", "Сомов"]),
        ("Иван Сомов ждал. Лодка Сомова затонула.", ["Иван Сомов", "Сомов"]),
        ("Иван Сомов ждал. Сомова, его вдова, уехала.", ["Иван Сомов", "Сомова"]),
        ("Анна Кротова ушла. Я видел Кротову.", ["Анна Кротова", "Кротова"]),
        ("Иван Кротов ушёл. Я не верил Кротову.", ["Иван Кротов", "Кротов"]),
        ("Борис Тарн ушёл. Тарна не нашли.", ["Борис Тарн", "Тарн"]),
    ],
)
def test_the_clause_tells_the_woman_from_the_man(text: str, forms: list[str]) -> None:
    found = [m.form for m in read_one(text, "ru").mentions if m.kind == "name"]
    assert found == forms


def test_a_heading_in_the_genitive() -> None:
    found = read_one("Лии Гринберг\n\nЛия Гринберг жила у реки.", "ru").mentions
    assert {m.form for m in found if m.type == "person"} == {"Лия Гринберг"}


def test_two_names_without_a_comma_and_natives_of_a_land() -> None:
    found = read_one(
        "У моста стояли Нина Павел Лёмка и Ольга. Датчанин построил дом.", "ru"
    ).mentions
    people = [m.passage.quote for m in found if m.kind == "name"]
    assert people == ["Нина", "Павел Лёмка", "Ольга"]


@given(st.text(alphabet="абвгдеёинорстуыьйяюо-.А", min_size=1, max_size=30))
def test_any_word_has_a_base_form(word: str) -> None:
    assert base_name((word,), "person")
    for base, gender, case in (*possessive(word), *foreign(word)):
        assert base
        assert case
        assert gender in ("masc", "femn")
