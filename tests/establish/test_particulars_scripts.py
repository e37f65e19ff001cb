"""Particulars in scripts that set words together, and figures inside words."""

import pytest

from variorum.establish.particulars import particulars


def told(text: str, language: str) -> list[tuple[str, str, str]]:
    return [(p.kind, text[p.start : p.end], p.value) for p in particulars(text, language)]


def numbers(text: str, language: str) -> list[tuple[str, str]]:
    return [(words, value) for kind, words, value in told(text, language) if kind == "number"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("באו ושלושים ושמונה איש", "he", [("ושלושים ושמונה", "38")]),
        (
            "שלוש עשרה סירות, מאה עשרים וחמישה בתים",
            "he",
            [("שלוש עשרה", "13"), ("מאה עשרים וחמישה", "125")],
        ),
        ("خمسة وسبعون رجلاً وثلاث مئة", "ar", [("خمسة وسبعون", "75"), ("وثلاث مئة", "300")]),
        ("丢了六十二匹马", "zh", [("六十二", "62")]),
        ("来了三百零五人，两万五千人走了", "zh", [("三百零五", "305"), ("两万五千", "25000")]),
        ("千万不要一个人去", "zh", []),
        ("หมูสี่ตัว อายุยี่สิบเอ็ดปี", "th", [("สี่", "4"), ("ยี่สิบเอ็ด", "21")]),
        ("ห้ามนั่งเก้าอี้ของสามี", "th", []),
        ("八人、四十一名", "ja", [("八", "8"), ("四十一", "41")]),
    ],
)
def test_numerals(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert numbers(text, language) == expected


def test_chinese_dates_and_surnames() -> None:
    assert told("一九四四年五月二日，姓何的木匠走了。星期五下雨。", "zh") == [
        ("date", "一九四四年五月二日", "1944-05-02"),
        ("name", "何", "he"),
        ("date", "星期五", "day-5"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("5eventeen n0 l0ck shou1d 1ock seven1een", "en", []),
        ("5km, 10am, the 17th, 5k, 12,5kg", "en", ["5", "10", "17", "5000", "12.5"]),
        ("в 5ч, 3км, 20-й, 15го", "ru", ["5", "3", "20", "15"]),
        ("à 5h30", "fr", ["5:30"]),
        ("ב5 ימים", "he", ["5"]),
        ("丢了47匹马", "zh", ["47"]),
    ],
)
def test_figures_inside_words_are_no_numbers(text: str, language: str, expected: list[str]) -> None:
    assert [value for _, value in numbers(text, language)] == expected
