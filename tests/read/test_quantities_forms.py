"""The forms quantities take: parts, ordinals, estimates, old units, money, and what is none."""

from itertools import pairwise

import pytest
from accounts import read_one
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.paragraphs import Paragraph
from variorum.read.parse import Parse
from variorum.read.pipelines import read_plainly
from variorum.read.quantities import find_quantities


def quantities(text: str, language: str = "en") -> list[tuple[str, float, float | None, str, str]]:
    return [
        (q.passage.quote, q.low, q.high, q.unit or q.counted, q.exactness)
        for q in read_one(text, language).quantities
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They walked 3½ miles.", ("3½ miles", 3.5, 3.5, "mile", "exact")),
        ("It took 3 1/2 hours.", ("3 1/2 hours", 3.5, 3.5, "hour", "exact")),
        ("Half of the 96 men fled.", ("Half of the 96 men", 48, 48, "man", "exact")),
        ("A third of the crew fled.", ("A third of the crew", 0.3333, 0.3333, "share", "exact")),
        ("He waited an hour and a half.", ("an hour and a half", 1.5, 1.5, "hour", "exact")),
        ("They lost 1 200 men.", ("1 200 men", 1200, 1200, "man", "exact")),
        ("They lost 1.200 horses.", ("1.200 horses", 1200, 1200, "horse", "exact")),
        ("He paid £1,200 for it.", ("£1,200", 1200, 1200, "pound sterling", "exact")),
        ("He paid twelve pounds.", ("twelve pounds", 12, 12, "pound sterling", "exact")),
        ("It weighed twelve pounds.", ("twelve pounds", 12, 12, "pound", "exact")),
        ("It covers 12 square miles.", ("12 square miles", 12, 12, "square mile", "exact")),
        ("No one was hurt.", ("No one", 0, 0, "", "exact")),
        ("There were no casualties.", ("no casualties", 0, 0, "casualty", "exact")),
        ("Both brothers drowned.", ("Both brothers", 2, 2, "brother", "exact")),
        ("Two score men came.", ("Two score men", 40, 40, "man", "exact")),
        ("The pit is ten or twelve feet deep.", ("ten or twelve feet", 10, 12, "foot", "between")),
        (
            "Two or three hundred men came.",
            ("Two or three hundred men", 200, 300, "man", "between"),
        ),
        ("She was in her early forties.", ("in her early forties", 40, 43, "year", "between")),
        ("The 412th Rifle Division came.", ("412th Rifle Division", 412, 412, "ordinal", "exact")),
        ("The Third Army came.", ("Third Army", 3, 3, "ordinal", "exact")),
        ("The forty-second regiment came.", ("forty-second regiment", 42, 42, "ordinal", "exact")),
    ],
)
def test_english(text: str, expected: tuple[str, float, float | None, str, str]) -> None:
    assert quantities(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Стояли человек триста.", ("человек триста", 300, 300, "человек", "about")),
        ("Утонули полтора десятка овец.", ("полтора десятка овец", 15, 15, "овца", "exact")),
        ("Двое утонули.", ("Двое", 2, 2, "", "exact")),
        ("Никто не пострадал.", ("Никто", 0, 0, "", "exact")),
        ("Половина из 96 человек ушла.", ("Половина из 96 человек", 48, 48, "человек", "exact")),
        ("Прошли три с половиной версты.", ("три с половиной версты", 3.5, 3.5, "verst", "exact")),
        (
            "Пришла 412-я стрелковая дивизия.",
            ("412-я стрелковая дивизия", 412, 412, "ordinal", "exact"),
        ),
        ("Пришёл сорок второй полк.", ("сорок второй полк", 42, 42, "ordinal", "exact")),
        ("Пришёл тридцатипятилетний матрос.", ("тридцатипятилетний", 35, 35, "year", "exact")),
        ("Пришло тысяч пять жителей.", ("тысяч пять жителей", 5000, 5000, "житель", "about")),
    ],
)
def test_russian(text: str, expected: tuple[str, float, float | None, str, str]) -> None:
    assert quantities(text, "ru") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He counted 123456789012345678901234567890 of them.",
        "He raised both hands.",
        "I was the third of the family.",
        "The second company to come was late, the first never came.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert [q for q in quantities(text) if q[3] != "ordinal"] == []


_SHREDS = (
    "half a third of the 96 men 3½ 1/2 both no one none and to - – £ $ 412th IV division тысяч пять "
    "полтора десятка сорок второй полк не было жертв лет 1.200 9999999999999999999 ( ) , . % nobody"
)
_WORDS = st.sampled_from(_SHREDS.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=30), st.sampled_from(["en", "ru"]))
def test_any_order_of_words_is_read_without_harm(words: list[str], language: str) -> None:
    text = " ".join(words)
    (parse,) = read_plainly([Paragraph(0, text, language)])
    tagged = Parse(
        parse.start, language, text, parse.words, parse.lemmas, ["NN"] * len(parse.words),
        parse.deps, parse.heads, parse.starts, parse.ends, parse.sentences, [],
    )  # fmt: skip
    spans = find_quantities([tagged], [], {})
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert span.start == tagged.starts[span.first] or span.unit == "clock"
    ordered = sorted(spans, key=lambda span: span.start)
    for one, other in pairwise(ordered):
        assert one.end <= other.start
