"""Statements in full: what a relation takes from a clause, its stance, its parts' own words."""

import pytest
from accounts import read_one
from hypothesis import given, settings
from hypothesis import strategies as st

Row = tuple[str, str, str, str, str]


def rows(text: str, language: str = "en") -> list[Row]:
    testimony = read_one(text, language)
    forms = {mention.entity: mention.form for mention in testimony.mentions if mention.form}
    return [
        (
            forms.get(s.subject, s.subject),
            s.relation,
            forms.get(s.value, s.value),
            s.polarity,
            s.modality,
        )
        for s in testimony.statements
    ]


@pytest.mark.parametrize(
    ("text", "subject", "relation", "value"),
    [
        ("Karl Weiss met Anna Brandt in Vienna.", "Karl Weiss", "met", "Anna Brandt"),
        ("Karl Weiss was killed by Ivan Petrov.", "Karl Weiss", "killed by", "Ivan Petrov"),
        ("Karl Weiss was appointed keeper of it.", "Karl Weiss", "appointed", "keeper of it"),
        ("Karl Weiss wore a grey coat.", "Karl Weiss", "wore", "grey coat"),
        ("Karl Weiss left for London.", "Karl Weiss", "went", "London"),
        ("The town was attacked by the rebels.", "rebels", "attacked", "town"),
        ("The fire was caused by a lamp.", "lamp", "caused", "fire"),
        ("No one was hurt.", "", "wounded", "0"),
        ("Sixty-four of our men were killed.", "men", "killed", "64"),
        ("The dead were seventeen.", "", "killed", "17"),
        ("Karl Weiss held the bridge for nine hours.", "Karl Weiss", "duration", "9 hour"),
        ("Karl Weiss resigned in May 1922.", "Karl Weiss", "resign", ""),
    ],
)  # fmt: skip
def test_english(text: str, subject: str, relation: str, value: str) -> None:
    assert (subject, relation, value, "positive", "asserted") in rows(text)


@pytest.mark.parametrize(
    ("text", "subject", "relation", "value"),
    [
        ("Иван Жердев был убит под Москвой.", "Иван Жердев", "killed", "Москва"),
        ("Ивана Жердева назначили командиром дивизии.", "Иван Жердев", "appointed", "commander"),
        ("Анна Вайс уехала в Москву.", "Анна Вайс", "went", "Москва"),
        ("Павел Брандль открыл плотину.", "плотина", "opened by", "Павел Брандль"),
        ("Иван Жердев умер в возрасте 60 лет.", "Иван Жердев", "age when died", "60"),
        ("Иван Петров — командир батареи.", "Иван Петров", "rank", "commander"),
        ("Погибли двое.", "", "killed", "2"),
        ("Никто не пострадал.", "", "wounded", "0"),
    ],
)
def test_russian_as_english(text: str, subject: str, relation: str, value: str) -> None:
    assert (subject, relation, value, "positive", "asserted") in rows(text, "ru")


@pytest.mark.parametrize(
    ("text", "language", "stance"),
    [
        ("Petrov was said to have left Moscow.", "en", ("positive", "hedged")),
        ("Petrov never left Moscow.", "en", ("negative", "asserted")),
        ("Petrov planned to leave London.", "en", ("positive", "planned")),
        ("Szell denied that Petrov left London.", "en", ("positive", "denied")),
        ("If Petrov had left London, the town would have burned.", "en", ("positive", "counterfactual")),
        ("Perhaps Anna Weiss left Rome.", "en", ("positive", "hedged")),
        ("Анна Вайс якобы уехала в Москву.", "ru", ("positive", "hedged")),
        ("Анна Вайс не уехала в Москву.", "ru", ("negative", "asserted")),
        ("Анна Вайс хотела уехать в Москву.", "ru", ("positive", "planned")),
    ],
)  # fmt: skip
def test_stance(text: str, language: str, stance: tuple[str, str]) -> None:
    assert stance in {row[3:] for row in rows(text, language) if row[1] in ("left", "went")}


def test_several_subjects_and_a_relative_clause() -> None:
    assert {row[0] for row in rows("Anna Weiss and Karl Brandt were born in Odessa.")} == {
        "Anna Weiss",
        "Karl Brandt",
    }
    assert ("ship", "sank", "1912", "positive", "asserted") in rows(
        "The ship, which sank in 1912, was new."
    )


def test_whom_somebody_killed_is_not_who_killed() -> None:
    assert "killed" not in {
        row[1] for row in rows("The horse which Karl Weiss had killed was old.")
    }


def test_what_nobody_named_did_and_what_there_was() -> None:
    assert ("", "smash", "radio", "positive", "asserted") in rows("The radio was smashed.")
    assert ("moon", "was there", "", "positive", "asserted") in rows("There was a moon.")
    assert ("moon", "was there", "", "negative", "asserted") in rows("There was no moon.")


def test_a_date_knows_what_it_dates() -> None:
    testimony = read_one("Anna Weiss was born in 1871 in London.")
    (date,) = testimony.dates
    assert (date.entity, date.event) == (testimony.mentions[0].entity, "born")


def test_every_part_stands_on_its_own_words() -> None:
    text = "Karl Weiss met Anna Brandt in Vienna in May 1911."
    parts = {
        (argument.part, argument.passage.quote)
        for statement in read_one(text).statements
        if statement.value_type == "person"
        for argument in statement.arguments
    }
    assert parts == {
        ("subject", "Karl Weiss"),
        ("value", "Anna Brandt"),
        ("cue", "met"),
        ("time", "May 1911"),
        ("place", "Vienna"),
    }


_ENGLISH = (
    "Karl Weiss was killed by who and never left London in 1912 ( 1899 – 1970 ) forty men , . ? if "
    "said to have"
)
_RUSSIAN = (
    "Иван Жердев убит не родился в Одессе 1870 году который — капитан ему 34 лет , . и сто человек "
    "погибли якобы"
)


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from([("en", _ENGLISH), ("ru", _RUSSIAN)]))
def test_any_words_give_statements_within_the_text(
    data: st.DataObject, told: tuple[str, str]
) -> None:
    language, words = told
    chosen = data.draw(st.lists(st.sampled_from(words.split()), min_size=1, max_size=25))
    text = " ".join(chosen)
    once, again = read_one(text, language), read_one(text, language)
    assert once == again
    for statement in once.statements:
        for place in (statement.passage, *(a.passage for a in statement.arguments)):
            assert place.quote == text[place.start : place.end] != ""


def test_a_number_counts_what_it_counts() -> None:
    assert ("horses", "killed", "48", "positive", "asserted") in rows(
        "Half of the 96 horses drowned."
    )
