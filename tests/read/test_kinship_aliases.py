"""Other names of one person: maiden and married names, pseudonyms, nicknames."""

import pytest
from test_kinship import Row, stated


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Anna Petrova, née Weiss, was born in Riga.", ("Anna Petrova", "maiden name", "Weiss")),
        ("Anna Petrova (nee Weiss) left.", ("Anna Petrova", "maiden name", "Weiss")),
        (
            "Anna Petrova, whose maiden name was Weiss, left.",
            ("Anna Petrova", "maiden name", "Weiss"),
        ),
        (
            "Boris Lunin, whose real name was Osip Kern, left.",
            ("Boris Lunin", "also called", "Osip Kern"),
        ),
        ("Osip Kern adopted the name Boris Lunin.", ("Osip Kern", "also called", "Boris Lunin")),
        ("Osip Kern, alias Boris Lunin, left.", ("Osip Kern", "also called", "Boris Lunin")),
        ("Osip Kern, born Boris Lunin, left.", ("Osip Kern", "also called", "Boris Lunin")),
        ("Osip Kern, nicknamed “the Mole”, left.", ("Osip Kern", "also called", "Mole")),
        (
            "Osip Kern wrote for the paper under the name of Boris Lunin.",
            ("Osip Kern", "also called", "Boris Lunin"),
        ),
        ("Osip Kern hid under the name Lunin.", ("Osip Kern", "also called", "Lunin")),
        ("Osip Kern, known as the Dane, left.", ("Osip Kern", "also called", "Dane")),
        ("Ada Kern signed herself Ida Lunin.", ("Ada Kern", "also called", "Ida Lunin")),
    ],
)
def test_other_names_in_english(text: str, row: Row) -> None:
    assert stated(text) == [row]


def test_a_name_by_birth_and_the_one_it_became() -> None:
    found = stated("Osip Kern was born Osip Korn and became Boris Lunin.")
    assert ("Osip Kern", "also called", "Osip Korn") in found
    assert ("Osip Korn", "also called", "Boris Lunin") in found


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Анна Петрова, урождённая Вейс, уехала.", ("Анна Петрова", "maiden name", "Вейс")),
        ("Анна Вейс, по мужу Петрова, уехала.", ("Анна Вейс", "married name", "Петрова")),
        ("Анна Вейс (в замужестве Петрова) уехала.", ("Анна Вейс", "married name", "Петрова")),
        (
            "Борис Лунин (настоящее имя Осип Керн) писал романы.",
            ("Борис Лунин", "also called", "Осип Керн"),
        ),
        ("Осип Керн, он же Борис Лунин, арестован.", ("Осип Керн", "also called", "Борис Лунин")),
        (
            "Осип Керн, настоящее имя которого Борис Лунин, жил в Риге.",
            ("Осип Керн", "also called", "Борис Лунин"),
        ),
        (
            "Осип Керн, сменивший фамилию на Лунин, уехал.",
            ("Осип Керн", "also called", "Лунин"),
        ),
        ("Осип Керн по прозвищу «Крот» арестован.", ("Осип Керн", "also called", "Крот")),
    ],
)
def test_other_names_in_russian(text: str, row: Row) -> None:
    assert stated(text, "ru") == [row]


def test_a_nickname_among_the_names_is_the_same_persons() -> None:
    assert ("Sasha", "also called", "Aleksandr") in stated("Sasha (Aleksandr) Gurin was arrested.")


@pytest.mark.parametrize(
    "text",
    [
        "Karl Weber, formerly Chairman of the Board, left.",
        "Karl Weber, born Riga 1880, left.",
        "John Weber, also known as London's worst banker, left.",
        "Karl Weber served as President of the Republic.",
    ],
)
def test_offices_and_places_are_no_names_of_his(text: str) -> None:
    assert stated(text) == []
