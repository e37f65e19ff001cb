"""Relative dates: counted from an anchor that is said, never from today, never beyond the words."""

import pytest
from accounts import account, read_one
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.paragraphs import Paragraph
from variorum.model.edtf import bounds
from variorum.read.dates import find_dates
from variorum.read.dates.lexicon import WORDS
from variorum.read.pipelines import read_plainly


def dates(text: str, **how: str) -> list[tuple[str, str, str]]:
    return [(d.passage.quote, d.edtf, d.anchor) for d in read_one(text, **how).dates]


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("The next day", "1931-06-04"),
        ("Two days later", "1931-06-05"),
        ("Three years later", "1934"),
        ("Two months later", "1931-08"),
        ("Thirty years had passed", "1961"),
        ("The following April", "1932-04"),
        ("That same evening", "1931-06-03"),
        ("Two days before", "1931-06-01"),
        ("Two decades earlier", "1911~"),
        ("About ten years later", "1941~"),
        ("Two or three years later", "1933/1934"),
        ("In the autumn of that year", "1931-23"),
        ("In March of the following year", "1932-03"),
    ],
)
def test_a_story_goes_on_from_the_last_date(phrase: str, edtf: str) -> None:
    found = dates(f"On 3 June 1931 the ship sailed. {phrase}, he wept.", kind="memoir")
    quote, value, anchor = found[1]
    assert quote.casefold() in phrase.casefold()
    assert (value, anchor) == (edtf, "last date 1931-06-03")


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("Last Friday", "1998-05-08"),
        ("Yesterday", "1998-05-11"),
        ("The day before yesterday", "1998-05-10"),
        ("A week ago", "1998-05-05~"),
        ("Three years ago", "1995"),
        ("Last year", "1997"),
        ("This year", "1998"),
        ("Last April", "1998-04"),
        ("Last week", "1998-05-04/1998-05-10"),
        ("Now", "1998-05~"),
        ("In the past three years", "1995/1998"),
        ("Earlier this month", "1998-05-01/1998-05-12"),
    ],
)
def test_news_speaks_from_its_own_day(phrase: str, edtf: str) -> None:
    (found,) = dates(f"{phrase}, the mill burned.", date="1998-05-12")
    assert found[1:] == (edtf, "account 1998-05-12")


def test_without_an_anchor_nothing_is_resolved() -> None:
    for phrase in ("Yesterday", "Three years ago", "The next day", "Last Friday", "Now"):
        assert all(not edtf for _, edtf, _ in dates(f"{phrase} he left.", kind="memoir"))


def test_several_years_are_no_date_but_say_from_when() -> None:
    found = dates("In 1931 he left. Several years later he came back.", kind="memoir")
    assert found[1] == ("Several years later", "", "after last date 1931")


def test_a_day_after_a_year_is_nothing() -> None:
    assert dates("In 1931 he left. The next day it rained.", kind="memoir")[1][1] == ""


def test_a_day_after_a_month_is_as_vague_as_the_month() -> None:
    found = dates("In March 1920 he left. The next day it rained.", kind="memoir")
    assert found[1][1:] == ("1920-03-02/1920-04-01", "last date 1920-03")


def test_a_story_told_over_the_new_year_has_two_years() -> None:
    found = dates("On 20 December 1941 they left. On 5 January they came.", kind="memoir")
    assert found[1][1] == "[1941-01-05,1942-01-05]"


def test_durations_and_recurrences_are_no_dates() -> None:
    text = "He was away for three years. It lasted two days. Two days before the fire she left."
    assert dates(text, kind="memoir") == []
    assert dates("Every Sunday they sang.", date="1998-05-12") == []


def test_words_that_are_no_months() -> None:
    assert dates("He may go. The march began. It was the fall of Rome. May I?", kind="memoir") == []


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("На следующий день", "1941-06-23"),
        ("Через три года", "1944"),
        ("Годом раньше", "1940"),
        ("Два года спустя", "1943"),
        ("Спустя два месяца", "1941-08"),
        ("В тот же вечер", "1941-06-22"),
        ("Накануне", "1941-06-21"),
        ("Осенью того же года", "1941-23"),
        ("Следующей весной", "1942-21"),
        ("В том же году", "1941"),
    ],
)
def test_russian_stories(phrase: str, edtf: str) -> None:
    text = f"22 июня 1941 года началась война. {phrase} отец ушёл."
    assert dates(text, language="ru", kind="memoir")[1][1:] == (edtf, "last date 1941-06-22")


def test_russian_news() -> None:
    text = "Вчера он приехал. В прошлом году его не было. Пять лет тому назад он уехал."
    found = dates(text, language="ru", date="1998-05-12")
    assert [edtf for _, edtf, _ in found] == ["1998-05-11", "1997", "1993"]


def test_before_some_revolution_stays_open() -> None:
    assert dates("До революции тут была лавка.", language="ru", kind="memoir") == [
        ("До революции", "", "event revolution")
    ]


def test_a_short_year_is_of_the_time_told_of() -> None:
    text = "Летом 1942 года шли бои. Рядовой погиб 17.08.42 у брода."
    found = dates(text, language="ru", kind="post")
    assert found[1][1:] == ("1942-08-17", "narrative 1942")


def test_ages_of_named_persons_are_births() -> None:
    text = "Karl Berg is 71 years old and lives in Oslo. A man of forty came."
    (born,) = read_one(text, date="1998-05-12").dates
    assert (born.passage.quote, born.edtf) == ("71 years old", "1926/1927")
    assert (born.event, born.anchor) == ("birth", "account 1998-05-12")
    assert born.entity


def test_an_age_of_another_time_is_no_birth() -> None:
    text = "In 1931 Jonas Berg, 34, sailed. Anna Holm was 12."
    assert [d.event for d in read_one(text, date="1998-05-12").dates if d.event == "birth"] == []


def test_an_hour_on_its_day() -> None:
    (found,) = read_one("The bridge fell at 18:30 on March 4, 1931.").dates
    assert (found.passage.quote, found.edtf) == ("18:30 on March 4, 1931", "1931-03-04T18:30")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell at 7.15 p.m. on March 4, 1931.", "1931-03-04T19:15"),
        ("It fell on Saturday evening at twenty minutes to ten.", "1931-03-07T21:40"),
        ("It fell at ten o'clock on March 4, 1931.", "1931-03-04"),
    ],
)
def test_an_hour_that_may_be_either_is_not_asserted(text: str, value: str) -> None:
    assert value in {found.edtf for found in read_one(text, date="1931-03-08").dates}


_PIECES = (*sorted(WORDS), "March", "May", "31", "1942", "17.08.42", "1914-18", "1980s", "2nd",
           "XIX", ",", ".", "(", ")", "-", "/", "12/24", "O.S.", "9999", "0001", "9" * 30)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=30),
    st.sampled_from(("", "1998", "1998-05-12", "0001-01-01", "9999-12-31")),
    st.sampled_from(("article", "memoir")),
)
def test_any_words_of_time_give_dates_in_order(words: list[str], date: str, kind: str) -> None:
    text = " ".join(words)
    last = 0
    own = account(text, kind=kind, date=date)
    for span in find_dates(list(read_plainly([Paragraph(0, text, "en")])), own):
        assert last <= span.start < span.end <= len(text)
        assert not span.edtf or bounds(span.edtf) is not None
        last = span.end


@pytest.mark.parametrize("text", ["(" * 20_000, "1" * 20_000, "the " * 5_000, "two or " * 4_000])
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    assert find_dates(list(read_plainly([Paragraph(0, text, "en")])), account(text)) == []


def test_news_that_tells_history_goes_on_in_its_year_in_the_next_paragraph() -> None:
    text = (
        "The Marta was launched in Tarn on October 4, 1938.\n\n"
        "The ship left on October 6. Three days later, she was lost."
    )
    found = [row[1] for row in dates(text, date="1998-05-12")]
    assert found == ["1938-10-04", "1938-10-06", "1938-10-09"]


@pytest.mark.parametrize("phrase", ["Ten years later", "Two days later"])
def test_what_is_told_as_past_is_not_after_its_telling(phrase: str) -> None:
    ((_, edtf, _),) = dates(f"{phrase} he met her.", date="1998-05-12")
    assert edtf == ""


def test_that_day_is_not_a_whole_year() -> None:
    assert dates("In 1931 he left. That day it rained.", kind="memoir")[1][1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "The captain drowned with the ship. Anton Lemm, 44, was the pilot.",
        "Eleven men were lost in 1938. They had no boats. Anton Lemm, 44, was the pilot.",
    ],
)
def test_an_age_beside_a_death_or_another_time_is_no_birth(text: str) -> None:
    assert [d for d in read_one(text, date="1998-05-12").dates if d.event == "birth"] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He left on Christmas Day 1911.", "1911-12-25"),
        ("On the night of 3 to 4 March 1911 it burned.", "1911-03-03/1911-03-04"),
    ],
)
def test_a_feast_day_and_a_night_have_their_own_year(text: str, edtf: str) -> None:
    assert [row[1] for row in dates(f"He came in 1891. {text}", kind="memoir")][1:] == [edtf]


def test_a_year_named_in_passing_leaves_the_next_paragraph_open() -> None:
    text = "The harbour was built in 1947.\n\nThe report was signed on April 2."
    assert [row[1] for row in dates(text, date="1987-03-08")] == ["1947", "XXXX-04-02"]


@pytest.mark.parametrize(
    ("text", "language", "quote"),
    [
        ("After the war he baked bread.", "en", "After the war"),
        ("Мельница стояла до революции.", "ru", "до революции"),
    ],
)
def test_a_war_without_a_name_stays_open(text: str, language: str, quote: str) -> None:
    ((found, edtf, _),) = dates(text, language=language, kind="memoir")
    assert (found, edtf) == (quote, "")


def test_that_autumn_is_of_the_year_its_own_paragraph_names() -> None:
    text = (
        "The Kestrel was launched in 1909, and that autumn she ran aground.\n\n"
        "She had a new master. (He died in 1949, at seventy.)\n\nPetrov was thirty-eight that autumn."
    )
    found = [(row.passage.quote, row.edtf) for row in read_one(text, date="1958-10-12").dates]
    assert found == [
        ("1909", "1909"), ("that autumn", "1909-23"), ("1949", "1949"), ("that autumn", "XXXX-23"),
    ]  # fmt: skip
