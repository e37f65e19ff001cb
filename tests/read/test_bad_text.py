"""Texts nobody wrote for a program: nothing fails or is invented, and what is not read is said."""

from datetime import date

import pytest
from accounts import passages, read_one
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.model.tables import encode
from variorum.read import Testimony


def passages_hold(testimony: Testimony, text: str) -> bool:
    """Whether every passage of a testimony is exact."""
    return all(p.quote == text[p.start : p.end] for p in passages(testimony))


def lines(testimony: Testimony) -> list[str]:
    return [
        encode(row)
        for rows in (
            testimony.mentions, testimony.dates, testimony.quantities, testimony.voices,
            testimony.statements, testimony.relations, testimony.sentences,
        )
        for row in rows
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "\0\0Ivan\0 Zherdev said.\u202eabc\ud800\udfff",
        "word" * 20_000,
        "(" * 3_000,
        "“" * 3_000,
        '"' * 3_000,
        "There were 123456789012345678901234567890 men on 31 February 1931.",
        "\n".join(f"| {n} | {3 * n} | 19{n % 100:02d} |" for n in range(60)),
    ],
)
def test_hostile_text_is_read_without_inventing(text: str) -> None:
    testimony = read_one(text)
    assert testimony.dates == ()
    assert testimony.quantities == ()
    assert passages_hold(testimony, text)


def test_a_number_of_thirty_digits_counts_nothing() -> None:
    testimony = read_one("They found 123456789012345678901234567890 coins in the mill.")
    assert not [row for row in testimony.quantities if row.low < 1e15]
    assert not testimony.dates


def test_days_that_never_were_have_no_date() -> None:
    for phrase in ("31 February 1931", "30 February", "19-Nov-12", "45 May 1920", "1931-13-40"):
        text = f"He came home on {phrase} with his brother."
        for found in read_one(text).dates:
            assert "02-31" not in found.edtf
            assert "02-30" not in found.edtf
            assert not found.edtf.startswith(("2012-11", "1912-11")), phrase
            assert "05-45" not in found.edtf
            assert "-13" not in found.edtf


def test_today_never_leaks_in() -> None:
    text = (
        "Yesterday he left. Last week she wrote. Three years ago the mill burned. On May 3 we met."
    )
    this_year = str(date.today().year)
    assert not [row for row in read_one(text).dates if this_year in row.edtf]


def test_names_of_one_letter() -> None:
    text = "K. met J. and a Mr A. at B. in the year 1911. M saw N."
    assert passages_hold(read_one(text), text)


def test_ten_thousand_names_in_one_sentence() -> None:
    text = ", ".join(f"Ivan Petrov{letters(number)}" for number in range(10_000)) + " were there."
    testimony = read_one(text)
    assert passages_hold(testimony, text)
    assert len(testimony.mentions) > 5_000


def letters(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(3))


def test_two_scripts_in_one_word() -> None:
    text = "Mr Ivаn Pеtrov (the а and the е are Cyrillic) left Оdеssa in 1931."
    testimony = read_one(text)
    assert passages_hold(testimony, text)
    assert [row.edtf for row in testimony.dates] == ["1931"]


def test_a_table_is_no_prose() -> None:
    text = "\n".join(
        ["Name\tAge\tRank\tDied"]
        + [f"Zherdev\t{20 + n}\tprivate\t{n + 1:02d}.03.1931" for n in range(30)]
    )
    assert passages_hold(read_one(text), text)


def test_noise_of_a_scanner() -> None:
    text = "Capta1n lvan Zh3rdev vvas b0rn jn l9ll. H e di ed i n | 93 1 .\n~~ ,;:. ^ |||  ■ ■ �"
    testimony = read_one(text)
    assert passages_hold(testimony, text)
    assert not [row for row in testimony.statements if row.relation == "born"]


def test_a_language_without_a_model_is_said() -> None:
    text = "Egun hartan itsasontzia ez zen itzuli, eta inork ez zuen ezer esan herrian."
    testimony = read_one(text, "eu")
    assert not testimony.statements
    assert testimony.sentences
    assert "'eu'" in testimony.unread[0]


PIECES = st.sampled_from(
    [
        "Captain Ivan Zherdev", "Иван Жердев", "said", "“", "”", "«", "—", "\n\n", ". ", ", ", " ",
        "in 1931", "the next day", "31 February", "forty-two men", "his brother", "he", "she",
        "was born", "в марте 1920 г.", "брат", "умер", "the Kestrel", "412th division", "(", "\t",
        "…", "’s", "Q: ", "A: ", "[", "]", "О.", "K.", "☠", "1234567890123456789", "0", "née", "I",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["en", "ru"]))
def test_whatever_stands_there_passages_are_exact_and_reading_twice_is_the_same(
    pieces: list[str], language: str
) -> None:
    text = " ".join(pieces)
    once, twice = read_one(text, language), read_one(text, language)
    assert passages_hold(once, text)
    assert lines(once) == lines(twice)
