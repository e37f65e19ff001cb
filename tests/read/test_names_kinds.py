"""Names of all kinds: units, ships, works, registers, captions; titles whole; the account decides."""

from itertools import pairwise

import pytest
from accounts import passages, read_one
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.read.words import listed


def named(text: str, **how: str) -> list[tuple[str, str]]:
    """The kind and base form of every name."""
    return [(m.type, m.form) for m in read_one(text, **how).mentions if m.kind == "name"]


def titles(text: str, **how: str) -> dict[str, tuple[str, ...]]:
    return {m.form: m.titles for m in read_one(text, **how).mentions if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The 412th Rifle Division crossed the river.", "412th Rifle Division"),
        ("He served in the 3rd battery.", "3rd battery"),
        (
            "The 2nd battalion of the 77th regiment went first.",
            "2nd battalion of the 77th regiment",
        ),
        ("He joined No. 12 Squadron in May.", "No. 12 Squadron"),
        ("He was sent to military unit 12345.", "military unit 12345"),
    ],
)
def test_military_units(text: str, unit: str) -> None:
    assert ("unit", unit) in named(text)


def test_companies_are_units_among_soldiers_only() -> None:
    assert ("unit", "9th company") in named("The soldiers of the 9th company held the trench.")
    assert all(kind != "unit" for kind, _ in named("It was the 9th company to sell ice cream."))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Он служил в 412-й стрелковой дивизии.", "412-я стрелковая дивизия"),
        ("Бойцы 9-й роты 2-го батальона 77-го полка ушли.", "9-я рота 2-го батальона 77-го полка"),
        ("В/ч 12345 стояла у реки.", "в/ч 12345"),
        ("Командир 12 сд молчал.", "12 сд"),
    ],
)
def test_russian_units_in_the_nominative(text: str, unit: str) -> None:
    assert ("unit", unit) in named(text, language="ru")


def test_ships_by_their_noun_and_by_what_they_do() -> None:
    found = named(
        "The steamer Morning Star left. HMS Kestrel followed. The Kestrel sailed at dawn with ninety "
        "men; everyone aboard the Kestrel saw it."
    )
    assert ("ship", "Morning Star") in found
    assert {kind for kind, form in found if form.endswith("Kestrel")} == {"ship"}
    assert ("ship", "Заря") in named("Пароход «Заря» ушёл утром.", language="ru")


def test_works_and_newspapers() -> None:
    found = named(
        'The Daily Herald reported it. In his book "Winter Letters" he told all. He had read '
        '"The Grey Tide," a novel by Anna Weiss.'
    )
    works = {form for kind, form in found if kind == "work"}
    assert works == {"Daily Herald", "Winter Letters", "The Grey Tide"}
    found = named("Об этом писали газета «Правда» и роман «Долгая зима».", language="ru")
    assert found == [("work", "Правда"), ("work", "Долгая зима")]


def test_titles_are_whole_and_on_both_sides() -> None:
    found = titles(
        "They asked Lieutenant-General of Artillery Orlo Zherebko. The then mayor of Sarkal, Tomas "
        "Brehm, agreed. Ex-president Lucas Moro, a retired colonel, wept. Captain Ida Pell, later "
        "head of the harbour office, was there with acting governor Ilse Van der Hoek."
    )
    assert found["Orlo Zherebko"] == ("Lieutenant-General of Artillery",)
    assert found["Tomas Brehm"] == ("then mayor of Sarkal",)
    assert found["Lucas Moro"] == ("Ex-president", "retired colonel")
    assert found["Ilse Van der Hoek"] == ("acting governor",)
    assert found["Ida Pell"][0] == "Captain"


def test_russian_titles_agree_with_their_name() -> None:
    found = titles(
        "Бывший мэр Саркала Пётр Вельский, историк, молчал. Командир полка полковник Дорвин ушёл.",
        language="ru",
    )
    assert found["Пётр Вельский"] == ("Бывший мэр Саркала", "историк")
    assert found["Дорвин"][-1] == "полковник"
    assert ("place", "Мали") in named("Это сказал президент Мали.", language="ru")


def test_registers_and_captions() -> None:
    found = named(
        "Petrov, Ivan Sergeyevich, b. 1911\nTalmina, Vera, b. 1915\nKessler, K. P., 1902-1944\n\n"
        "Front row, left to right: A. B., C. D. and E. F. Back row: Ivan Talmin, Petra Lind.\n\n"
        "IVAN TALMIN, 1933."
    )
    assert found == [
        ("person", "Ivan Sergeyevich Petrov"),
        ("person", "Vera Talmina"),
        ("person", "K. P. Kessler"),
        ("person", "A. B."),
        ("person", "C. D."),
        ("person", "E. F."),
        ("person", "Ivan Talmin"),
        ("person", "Petra Lind"),
        ("person", "Ivan Talmin"),
    ]


def test_russian_lists_and_womens_surnames() -> None:
    text = (
        "Список:\nЛещинская Вера Павловна, 1920 г.р.\nТалмина О. С.\nЖердева\n\n"
        "Лещинская осталась. Мы видели Лещинскую и помним товарища Брандля. Брандль молчал."
    )
    found = [form for kind, form in named(text, language="ru") if kind == "person"]
    assert found == [
        "Лещинская Вера Павловна",
        "Талмина О. С.",
        "Жердева",
        "Лещинская",
        "Лещинская",
        "Брандль",
        "Брандль",
    ]


def test_particles_hyphens_and_names_of_one_letter() -> None:
    people = [
        form
        for kind, form in named(
            "Josef K. was arrested. Mr. N. said nothing. Dr. Maria-Theresa von Braun met Sheikh Omar "
            "bin Rashid al-Jaber and Father Brendan O'Shea. Mao Tse-tung spoke with Anna Rimsky-Vetrov."
        )
        if kind == "person"
    ]
    assert people == [
        "Josef K.",
        "N.",
        "Maria-Theresa von Braun",
        "Omar bin Rashid al-Jaber",
        "Brendan O'Shea",
        "Mao Tse-tung",
        "Anna Rimsky-Vetrov",
    ]


def test_a_family_is_not_a_list_of_towns() -> None:
    found = named(
        "My grandmother Glafira told me that Zhenya and Talmat lived in Orsk with Uncle Matvei. "
        'Talmat worked in the mine. "I loved him," said Zhenya. Zhenya\'s husband drowned.'
    )
    assert {form: kind for kind, form in found} == {
        "Glafira": "person",
        "Zhenya": "person",
        "Talmat": "person",
        "Orsk": "place",
        "Matvei": "person",
    }


def test_cues_are_few_sorted_and_distinct() -> None:
    (mention,) = read_one("Captain Orlo Zherebko left.").mentions
    assert "title" in mention.cues
    assert list(mention.cues) == sorted(set(mention.cues))


_PIECES = sorted(
    listed(
        """Ivan PETROV von of the - . , ( ) " “ « » : 412th Division HMS Kestrel novel b. 1911 A. B.
        Captain left to right мэр Саркала «Заря» 77-го полка в/ч 12345 Mr 's al- I"""
    )
)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*_PIECES, "\n"]), max_size=30),
    st.sampled_from(("en", "ru")),
)
def test_any_order_of_words_is_read_without_harm(words: list[str], language: str) -> None:
    text = " ".join(words)
    if not text.strip():
        return
    found = read_one(text, language=language)
    for passage in passages(found):
        assert passage.quote == text[passage.start : passage.end]
    names = [m.passage for m in found.mentions if m.kind == "name"]
    assert all(a.end <= b.start for a, b in pairwise(names))
