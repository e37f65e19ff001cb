"""Clock times as people tell them: hours of the day, and what is no time."""

import pytest
from accounts import read_one


def clocks(text: str, language: str = "en") -> list[tuple[str, float]]:
    read = read_one(text, language).quantities
    return [(q.passage.quote, round(q.low, 2)) for q in read if q.unit == "clock"]


@pytest.mark.parametrize(
    ("text", "quote", "hour"),
    [
        ("It began at twenty minutes to ten.", "twenty minutes to ten", 9.67),
        ("It was seen at about 9.40.", "about 9.40", 9.67),
        ("It rained at about half past six.", "about half past six", 6.5),
        ("It began at a quarter past ten.", "a quarter past ten", 10.25),
        ("The boiler burst at 2158.", "2158", 21.97),
        ("He left at 21:40 for home.", "21:40", 21.67),
        ("It left at 9 : 53 AM today.", "9 : 53 AM", 9.88),
        ("It was a quarter past ten at night.", "a quarter past ten at night", 22.25),
    ],
)
def test_a_time_in_words_and_figures(text: str, quote: str, hour: float) -> None:
    assert clocks(text) == [(quote, hour)]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Пожар начался в половине десятого.", 9.5),
        ("Дым увидели без двадцати десять.", 9.67),
        ("Пришли в четверть одиннадцатого.", 10.25),
        ("Ушли в девять часов сорок минут вечера.", 21.67),
    ],
)
def test_a_russian_time(text: str, hour: float) -> None:
    assert [value for _, value in clocks(text, "ru")] == [hour]


def test_a_logs_entries_begin_with_their_hours() -> None:
    text = "9.40. Smoke forward of the mast.\n\n9.52. The rope is cut.\n\n2158. Quiet."
    assert [hour for _, hour in clocks(text)] == [9.67, 9.87, 21.97]


@pytest.mark.parametrize(
    "text",
    [
        "The shares closed at 21.50, up a point.",
        "They counted five to six men.",
        "He waited for 12 hours.",
        "2.1 The tower\n\n2.15 The court",
        "It was built at 1930 prices.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert clocks(text) == []
