"""Kinship in English: whose relation to whom, in lists, appositions, registers and first person."""

import pytest
from accounts import passages, read_one
from hypothesis import given, settings
from hypothesis import strategies as st

Row = tuple[str, str, str]


def stated(text: str, language: str = "en", kind: str = "article") -> list[Row]:
    """The relations that the words state, by the names' base forms."""
    return [row for row, reason in told(text, language, kind) if not reason]


def told(text: str, language: str = "en", kind: str = "article") -> list[tuple[Row, str]]:
    testimony = read_one(text, language, kind)
    forms = {m.entity: m.form for m in testimony.mentions if m.kind == "name"}
    return [
        ((forms.get(r.subject, r.subject), r.relation, forms.get(r.object, r.object)), r.reason)
        for r in testimony.relations
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Ivan Lunin and his wife Marfa came.", [("Ivan Lunin", "wife", "Marfa")]),
        ("Viktor Lunin's late father, Osip, died.", [("Viktor Lunin", "father", "Osip")]),
        (
            "Elena Sorokina remembered her father, the miller Osip Sorokin.",
            [("Elena Sorokina", "father", "Osip Sorokin")],
        ),
        (
            "Osip Sorokin, father of Elena Sorokina, died young.",
            [("Elena Sorokina", "father", "Osip Sorokin")],
        ),
        ("The widow of Karl Brandt, Greta, kept it.", [("Karl Brandt", "wife", "Greta")]),
        (
            "Greta Brandt, widow of the captain Karl Brandt, kept it.",
            [("Karl Brandt", "wife", "Greta Brandt")],
        ),
        (
            "Elena Sorokina married Viktor Lunin in 1902.",
            [("Elena Sorokina", "husband", "Viktor Lunin")],
        ),
        (
            "Pavel Lunin's mother-in-law, Agafya, left.",
            [("Pavel Lunin", "mother-in-law", "Agafya")],
        ),
        (
            "Anna Lunina's great-grandfather Matvey left.",
            [("Anna Lunina", "great-grandfather", "Matvey")],
        ),
        ("Nora Hale's brother was Peter.", [("Nora Hale", "brother", "Peter")]),
        (
            "Peter Hale is the younger brother of Nora Hale.",
            [("Nora Hale", "brother", "Peter Hale")],
        ),
        (
            "Simon Cole, whose brother Walter was mayor, fled.",
            [("Simon Cole", "brother", "Walter")],
        ),
        ("Walter Cole has a brother named Simon.", [("Walter Cole", "brother", "Simon")]),
        (
            "Emil Krause was godfather to Anton Krause.",
            [("Anton Krause", "godfather", "Emil Krause")],
        ),
        (
            "Ada Finch was the wife of Walter Cole and the mother of Andrew Cole.",
            [("Walter Cole", "wife", "Ada Finch"), ("Andrew Cole", "mother", "Ada Finch")],
        ),
        (
            "Thomas Reed was born to Samuel and Judith Reed in 1880.",
            [("Thomas Reed", "father", "Samuel"), ("Thomas Reed", "mother", "Judith Reed")],
        ),
    ],
)
def test_one_relation_in_many_phrasings(text: str, rows: list[Row]) -> None:
    assert sorted(stated(text)) == sorted(rows)


def test_a_list_names_several_people_of_one_owner() -> None:
    text = "Grigory Petrov, his brothers Lev, Osip, and sons Pavel and Ilya were shot at dawn."
    assert sorted(stated(text)) == [
        ("Grigory Petrov", "brother", "Lev"),
        ("Grigory Petrov", "brother", "Osip"),
        ("Grigory Petrov", "son", "Ilya"),
        ("Grigory Petrov", "son", "Pavel"),
    ]
    assert (("Pavel", "brother", "Ilya"), "children of one person") in told(text)


def test_what_goes_on_after_a_comma_is_the_same_persons() -> None:
    text = "Anna Weber left with her husband Pyotr Weber, daughters Vera and Olga and son Kolya."
    assert sorted(stated(text)) == [
        ("Anna Weber", "daughter", "Olga"),
        ("Anna Weber", "daughter", "Vera"),
        ("Anna Weber", "husband", "Pyotr Weber"),
        ("Anna Weber", "son", "Kolya"),
    ]


def test_their_children_are_the_couples_just_told_of() -> None:
    text = "Anna Gurina kept it. Her husband Pyotr Gurin died. Their sons, Lev and Ilya, left."
    assert sorted(stated(text)) == [
        ("Anna Gurina", "husband", "Pyotr Gurin"),
        ("Anna Gurina", "son", "Ilya"),
        ("Anna Gurina", "son", "Lev"),
        ("Pyotr Gurin", "son", "Ilya"),
        ("Pyotr Gurin", "son", "Lev"),
    ]


def test_a_registers_labels_belong_to_its_entry() -> None:
    text = "Ivan Lunin, merchant. Wife: Marfa. Children: Anna (1890), Pyotr (1892) and Olga."
    assert sorted(stated(text)) == [
        ("Ivan Lunin", "daughter", "Anna"),
        ("Ivan Lunin", "daughter", "Olga"),
        ("Ivan Lunin", "son", "Pyotr"),
        ("Ivan Lunin", "wife", "Marfa"),
    ]


def test_my_father_is_the_narrators_and_in_quotation_marks_the_speakers() -> None:
    assert stated("My father Ivan Petrov worked at the mill.", kind="memoir") == [
        ("Jane Roe", "father", "Ivan Petrov")
    ]
    assert stated("“My sister Vera was there,” said Anna Lunina.") == [
        ("Anna Lunina", "sister", "Vera")
    ]


def test_relations_put_together_say_how() -> None:
    assert told("Andrew Cole's mother's brother, Walter Dunn, left.") == [
        (("Andrew Cole", "uncle", "Walter Dunn"), "mother's brother")
    ]
    assert told("Andrew Cole's grandmother's daughter Vera left.") == [
        (("Andrew Cole", "relative", "Vera"), "grandmother's daughter")
    ]


def test_a_patronymic_is_evidence_where_the_father_is_named() -> None:
    text = "Pyotr Lunin settled here in 1850. Ivan Petrovich Lunin was born in 1861."
    assert told(text) == [(("Ivan Petrovich Lunin", "father", "Pyotr Lunin"), "patronymic")]
    assert told("Pyotr Kern settled here. Ivan Petrovich Lunin was born in 1861.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The mother of four, Zoya Kern, was found at home.",
        "Sister Agnes met Brother Juniper in the yard.",
        "Walter Cole (my grandad's sergeant) left.",
        "Father John blessed Walter Cole.",
        "The general's nephew, Andrew Cole, carried the note.",
        "Walter Cole wrote to the wife of the consul, John Dane.",
        "Peter Stone met Jane Moss's brother in Riga.",
        "Peter Stone told his brother that Walter Cole was dead.",
        "After his father died, Walter Cole took the farm.",
        "Ivan Zherdev met Karl Weiss and his brother Pavel.",
    ],
)
def test_no_relation_is_guessed(text: str) -> None:
    assert told(text) == []


def test_each_relation_stands_on_its_words() -> None:
    testimony = read_one("In May Nora Hale saw her cousin, the baker Ruth Adler, and wept.")
    (row,) = testimony.relations
    assert row.passage.quote == "Nora Hale saw her cousin, the baker Ruth Adler"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                "Anna Weiss",
                "his wife",
                ",",
                "son of",
                "and",
                "brothers",
                "Lev",
                "née",
                "(",
                ")",
                "'s",
                "mother",
                ".",
                "“",
                "my",
            )
        ),
        max_size=20,
    )
)
def test_any_heap_of_kin_terms_is_read_and_pinned(pieces: list[str]) -> None:
    text = " ".join(pieces)
    testimony = read_one(text)
    assert all(p.quote == text[p.start : p.end] for p in passages(testimony))
    assert testimony == read_one(text)
