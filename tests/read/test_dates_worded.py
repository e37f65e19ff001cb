"""Dates in words, in both styles and with their hours; days between which a night lies."""

import pytest
from accounts import read_one


def dates(text: str, **how: str) -> list[tuple[str, str]]:
    return [(d.passage.quote, d.edtf) for d in read_one(text, **how).dates]


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("on the 4th day of June in the year 1891", "1891-06-04"),
        ("in June in the year of our Lord 1691", "1691-06"),
        ("in nineteen hundred and five", "1905"),
        ("in eighteen hundred and ninety-one", "1891"),
        ("in the year nineteen hundred", "1900"),
        ("in mid-March 1920", "1920-03-11/1920-03-20"),
        ("on the night of 3/4 March 1911", "1911-03-03/1911-03-04"),
        ("about 300 BC", "-0299~"),
        ("on March 4 and 5, 1911", "1911-03-04/1911-03-05"),
        ("in the early summer", "XXXX-22"),
        ("in two thousand and four", "2004"),
        ("on March 9, 1911, at 7.15 p.m.", "1911-03-09T19:15"),
        ("at 0430 hours on March 9, 1911", "1911-03-09T04:30"),
    ],
)
def test_english(phrase: str, edtf: str) -> None:
    ((_, value),) = dates(f"The mill burned {phrase}.")
    assert value == edtf


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("по ст. ст. 3 февраля 1865 года", "1865-02-15"),
        ("3 февраля (ст. ст.) 1865 года", "1865-02-15"),
        ("по новому стилю 15 февраля 1865 года", "1865-02-15"),
        ("примерно в 1650 году", "1650~"),
        ("около 500 года до н. э.", "-0499~"),
        ("в ночь с 3 на 4 марта 1911 года", "1911-03-03/1911-03-04"),
        ("в ночь с 31 декабря на 1 января 1912 года", "1911-12-31/1912-01-01"),
        ("между мартом и июлем 1920 года", "1920-03/1920-07"),
        ("в 7 часов вечера 9 марта 1911 года", "1911-03-09T19:00"),
    ],
)
def test_russian(phrase: str, edtf: str) -> None:
    ((_, value),) = dates(f"Мельница на реке сгорела {phrase}.", language="ru")
    assert value == edtf


def test_what_has_no_year_is_listed_and_open() -> None:
    assert dates("К концу мая он уехал из города.", language="ru") == [("К концу мая", "XXXX-05")]
    assert dates("Прошло тридцать лет, и он вернулся.", language="ru")[0][1] == ""


def test_years_pass_in_a_story() -> None:
    found = dates(
        "В 1911 году сгорела мельница. Прошло тридцать лет, и он вернулся.", language="ru"
    )
    assert found[1] == ("Прошло тридцать лет", "1941")


def test_hundreds_of_things_are_no_year_and_figures_no_span() -> None:
    assert dates("He sold nineteen hundred and five sacks of flour.") == []
    assert dates("The verses stand on page 1881-94.") == []
    assert dates("He was there 1881-94.") == [("1881-94", "1881/1894")]


def test_a_stamp_stays_a_day() -> None:
    assert dates("Posted on March 9, 2012, at 18:02")[0][1] == "2012-03-09"


def test_a_date_of_speaking_leaves_the_years_of_what_follows_open() -> None:
    text = "In 1947 the bridge at Kem fell. Mroz denied it in 1956. The witness was arrested on March 1."
    assert dates(text)[2] == ("March 1", "[1947-03-01,1956-03-01]")
    told = "In 1947 the bridge at Kem fell. Mroz denied it. The witness was arrested on March 1."
    assert dates(told)[1] == ("March 1", "1947-03-01")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The case is to be heard in May.", "2000-05"),
        ("The talks are to resume Friday.", "2000-03-31"),
        ("The court gave them until Friday to pay.", "2000-03-31"),
        ("The hearing was set for Friday.", "2000-03-31"),
        ("They waited until Friday.", "../2000-03-24"),
        ("The December figures fell.", "1999-12"),
        ("They met in the week of March 6.", "2000-03-06/2000-03-12"),
        ("He fell at 10 p.m. Friday.", "2000-03-24T22:00"),
    ],
)
def test_what_is_to_come_and_what_was(text: str, edtf: str) -> None:
    """An account of Wednesday, 29 March 2000."""
    ((_, value),) = dates(text, date="2000-03-29")
    assert value.removeprefix("../" if not edtf.startswith("..") else "") == edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 1917 he was hurt. After the war he came home. Thirty years had passed.", ""),
        ("In 1917 he was hurt. After the war he came home. On May 5 he died.", "XXXX-05-05"),
        ("She wed in 1911. From 1912 to 1931 she taught. On May 5 she died.", "XXXX-05-05"),
        (
            "She wed in 1911. Between March and July 1938 she wrote. On May 5 she died.",
            "1938-05-05",
        ),
    ],
)
def test_a_story_that_went_on_to_an_unnamed_time_is_not_counted_on(text: str, value: str) -> None:
    assert dates(text)[-1][1] == value


def test_until_an_event_with_its_date() -> None:
    found = dates("Rhys was chairman from 1899 until his death in 1921.")
    assert found == [("from 1899 until his death in 1921", "1899/1921")]


def test_a_year_of_two_digits_is_listed() -> None:
    assert dates("He died in '78, aged 55.")[0] == ("'78", "XX78")


def test_short_spans_of_years_are_no_months() -> None:
    found = dates("The Circle, 1902-08, met often. It met in the winter of 1902-03.")
    assert found == [("1902-08", "1902/1908"), ("winter of 1902-03", "1902-12/1903-02")]


def test_a_part_of_one_of_two_months_stays_both() -> None:
    text = (
        "In 1947 the bridge at Kem fell. Mroz denied it in 1956. Work began in the middle of March."
    )
    assert dates(text)[2][1] == "[1947-03,1956-03]"
