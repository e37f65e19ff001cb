"""Names in lists, ranks one after another, places by what is done there, openings of sentences."""

import pytest
from accounts import read_one


def named(text: str, language: str = "en") -> list[tuple[str, str]]:
    found = read_one(text, language).mentions
    return [(m.type, m.passage.quote) for m in found if m.kind == "name"]


def test_the_names_after_a_word_of_kin_are_people() -> None:
    found = named("They lived there with their sons Vasif, Elnur and Tofig.")
    assert found == [("person", "Vasif"), ("person", "Elnur"), ("person", "Tofig")]


def test_places_by_what_is_done_there() -> None:
    text = "The Orlovka mill burned. They reached Kem by night. The Dnieper froze. Crimea was lost."
    assert named(text) == [
        ("place", "Orlovka"),
        ("place", "Kem"),
        ("place", "Dnieper"),
        ("place", "Crimea"),
    ]


def test_a_dateline_is_a_place() -> None:
    text = "KEM, March 4 - The governor said that his house had burned."
    assert named(text) == [("place", "KEM")]
    assert {m.form for m in read_one(text).mentions} == {"Kem"}


def test_two_who_bear_names_of_towns() -> None:
    assert set(named("Victoria met Florence at the pier. Victoria smiled.")) == {
        ("person", "Victoria"),
        ("person", "Florence"),
    }


@pytest.mark.parametrize(
    ("text", "quote", "titles"),
    [
        ("Rear Admiral Jan Holt arrived.", "Jan Holt", ("Rear Admiral",)),
        ("Captain (later Admiral) Piers Holm left.", "Piers Holm", ("Captain", "later Admiral")),
        (
            "Sergeant, later Lieutenant, Hugo Brandt was wounded.",
            "Hugo Brandt",
            ("Sergeant", "later Lieutenant"),
        ),
        ("The general Ivan Petrov took the city.", "Ivan Petrov", ("general",)),
    ],
)
def test_ranks(text: str, quote: str, titles: tuple[str, ...]) -> None:
    (found,) = [m for m in read_one(text).mentions if m.type == "person" and m.kind == "name"]
    assert (found.passage.quote, found.titles) == (quote, titles)


def test_a_list_with_surnames_first_in_one_line() -> None:
    found = read_one("Crew lost: Adams, J.; Baker, W.; Cole, T.").mentions
    assert [m.form for m in found] == ["J. Adams", "W. Baker", "T. Cole"]


def test_a_paper_by_its_capital_article() -> None:
    text = "According to The Morning Tide, nine died. She wrote for The Northern Lamp."
    assert named(text) == [("work", "Morning Tide"), ("work", "Northern Lamp")]


@pytest.mark.parametrize(
    "text",
    [
        "Neighbours told me that he had gone.",
        "Eleven died that night.",
        "She was older than I. Our father was dead.",
        "Water +4 C. Crew: 52. Dead: 35.",
    ],
)
def test_openings_of_sentences_are_no_names(text: str) -> None:
    assert named(text) == []


def test_twins() -> None:
    assert named("Twins Ada and Ida were born in 1901.") == [("person", "Ada"), ("person", "Ida")]
