"""Names: their type, their exact passage, their base form, the titles beside them."""

import subprocess
import sys

from accounts import read_one


def names(text: str, **how: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(m.type, m.passage.quote, m.form, m.titles) for m in read_one(text, **how).mentions]


def test_titles_stand_beside_the_name_not_in_it() -> None:
    text = "Yesterday Lieutenant Colonel Orlo Zherebko met Dr. Anna Weiss in New York."
    assert names(text) == [
        ("person", "Orlo Zherebko", "Orlo Zherebko", ("Lieutenant Colonel",)),
        ("person", "Anna Weiss", "Anna Weiss", ("Dr.",)),
        ("place", "New York", "New York", ()),
    ]


def test_possessives_articles_and_capitals_are_not_part_of_a_name() -> None:
    text = "Ivan Zherdev's ship crossed the Black Sea. IVAN ZHERDEV came home."
    found = names(text)
    assert ("person", "Ivan Zherdev", "Ivan Zherdev", ()) in found
    assert ("place", "Black Sea", "Black Sea", ()) in found
    assert ("person", "IVAN ZHERDEV", "Ivan Zherdev", ()) in found


def test_a_surname_is_a_person_wherever_the_account_shows_it_is() -> None:
    text = (
        "Captain Orlo Zherebko left. Zherebko was seen in port. The men of Zherebko waited. "
        "Zherebko said nothing."
    )
    kinds = {kind for kind, quote, _, _ in names(text) if quote.endswith("Zherebko")}
    assert kinds == {"person"}


def test_months_and_small_words_are_no_names() -> None:
    assert names("In May the harbour was empty, and on Monday it rained.") == []


def test_russian_names_in_their_base_form() -> None:
    text = "Капитан Иван Жердев писал о Марии Ивановой. Брат Жердева жил в Одессе."
    assert names(text, language="ru") == [
        ("person", "Иван Жердев", "Иван Жердев", ("Капитан",)),
        ("person", "Марии Ивановой", "Мария Иванова", ()),
        ("person", "Жердева", "Жердев", ()),
        ("place", "Одессе", "Одесса", ()),
    ]


def test_a_russian_paragraph_in_an_english_account() -> None:
    found = names("The captain left.\n\nОн жил в Одессе.", language="en")
    assert ("place", "Одессе", "Одесса", ()) in found


def test_base_forms_without_the_russian_reader() -> None:
    code = "from variorum.read.russian import base_name; print(base_name(('Льва', 'Жердева'), 'person'))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "Лев Жердев\n"


def test_people_are_seen_by_what_they_do_and_are_called() -> None:
    text = "Penhale, the watchman at the pier, saw Oakes the purser and a deckhand called Orlo Zherebko."
    assert [(kind, form, titles) for kind, _, form, titles in names(text)] == [
        ("person", "Penhale", ("watchman",)),
        ("person", "Oakes", ("purser",)),
        ("person", "Orlo Zherebko", ()),
    ]


def test_a_river_is_no_man() -> None:
    assert all(kind != "person" for kind, *_ in names("We saw the Thames, the river in London."))


def test_russian_pet_names_have_their_base_form() -> None:
    assert names("Гаврюша сказал: «Мука не виновата».", language="ru")[0][2] == "Гаврюша"


def test_a_title_ends_with_its_sentence_and_is_the_next_mans_before_his_name() -> None:
    found = read_one(
        "Tom Rask was the pilot. Karl Dorn drowned. Among them were Sgt. Pell, Pvt. Lund and Lt. Weiss."
    )
    titles = {m.form: m.titles for m in found.mentions if m.kind == "name"}
    assert titles["Karl Dorn"] == ()
    assert (titles["Pell"], titles["Lund"]) == (("Sgt",), ("Pvt",))
    ranks = {s.value for s in found.statements if s.relation == "rank"}
    assert ranks == {"sergeant", "private", "lieutenant"}


def test_words_of_a_headline_and_adverbs_are_no_part_of_a_name() -> None:
    (name, _) = names("Captain Orlo Brask Found Dead At Home\n\nHe was seventy.")
    assert name[1:3] == ("Orlo Brask", "Orlo Brask")
    assert [n[1] for n in names("Nobody spoke. Later Captain Moll came.")] == ["Moll"]


def test_a_surname_at_the_head_of_a_sentence_with_an_office_after_it() -> None:
    assert names("We drifted. Penrose the boatswain cut the rope.")[0] == (
        "person", "Penrose", "Penrose", ("boatswain",),
    )  # fmt: skip
    assert names("Nobody came. Ask the captain.") == []
