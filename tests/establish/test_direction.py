"""Who had a passage from whom: small pairs with one clue each, and with none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.dependence import Direction, direction
from variorum.establish.stretches import Stretch
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text

PASSAGE = "the bell of the old mill rang eleven times before the water reached the second step"


def account(
    name: str,
    text: str,
    author: str = "",
    publisher: str = "",
    title: str = "",
    date: str = "",
    language: str = "en",
    kind: str = "article",
) -> ReadingText:
    row = Account(name, name, 0, len(text), title, author, publisher, date, language, kind)
    return reading_text(row, text, [])


def at(reading: ReadingText, words: str = PASSAGE) -> Stretch:
    start = reading.text.index(words)
    return Stretch(reading.account.id, start, start + len(words))


def judged(a: ReadingText, b: ReadingText, one: str = PASSAGE, two: str = PASSAGE) -> Direction:
    found = direction(a, b, at(a, one), at(b, two))
    mirrored = direction(b, a, at(b, two), at(a, one))
    turned = {"a→b": "b→a", "b→a": "a→b", "unknown": "unknown"}
    assert mirrored.value == turned[found.value]
    assert mirrored.probability == found.probability
    assert 0.5 <= found.probability < 1
    assert found.reasons
    return found


PLAIN = f"It was dark, and {PASSAGE}. Nobody slept."
OTHER = f"At home they say it still: {PASSAGE}. I was a child."


def test_nothing_to_tell_by() -> None:
    found = judged(account("x", PLAIN), account("y", PLAIN))
    assert found == Direction("unknown", 0.5, ("nothing tells the two apart",))


LONG = f"{PASSAGE}, and nobody who heard it that night would say afterwards who had pulled the rope"


def test_a_later_date() -> None:
    text = f"It was dark, and {LONG}. Nobody slept."
    early, late = account("x", text, date="1933-10-17"), account("y", text, date="1958")
    found = judged(early, late, LONG, LONG)
    assert found.value == "a→b"
    assert "dated 1958, after 1933-10-17" in found.reasons[0]
    assert found.probability < 0.9


def test_a_later_date_alone_gives_a_short_passage_no_direction() -> None:
    found = judged(account("x", PLAIN, date="1933-10-17"), account("y", PLAIN, date="1958"))
    assert found.value == "unknown"
    assert found.probability > 0.5


def test_overlapping_dates_say_nothing() -> None:
    found = judged(account("x", PLAIN, date="1958"), account("y", PLAIN, date="1958-03-02"))
    assert found.value == "unknown"


def test_a_memoir_printed_later_may_hold_the_older_text() -> None:
    memoir = account("m", PLAIN, date="1961", kind="memoir")
    assert judged(account("x", PLAIN, date="1958"), memoir).value == "unknown"


def test_a_deposition_printed_in_an_article() -> None:
    deposition = account("d", PASSAGE + ".", date="1933", kind="testimony")
    text = f"The clerk Abel Rooke deposed: “{PASSAGE}”. Nobody asked him more. " * 3
    found = judged(account("p", text, date="1958"), deposition)
    assert found.value == "b→a"
    assert found.probability > 0.9
    assert any("quotation marks" in reason for reason in found.reasons)


def test_the_copy_names_the_author() -> None:
    original = account("o", PLAIN, author="Mabel Orrin", publisher="Weir Chronicle")
    copy = account("c", f"Orrin tells it thus. It was dark, and {PASSAGE}.", author="Jude Lamb")
    found = judged(copy, original)
    assert found.value == "b→a"
    assert "names the other’s author beside the passage: Mabel Orrin" in found.reasons[0]


def test_an_inflected_russian_name_in_the_other_alphabet() -> None:
    words = "колокол старой мельницы пробил одиннадцать раз, пока вода не дошла до второй ступени"
    original = account("o", f"Было темно. {words}.", author="Zakhar Belyshev", language="ru")
    copy = account("c", f"По словам Белышева, «{words}».", language="ru")
    assert judged(original, copy, words, words).value == "a→b"


def test_a_name_that_is_the_copys_own_says_nothing() -> None:
    a = account("x", f"By Mabel Orrin. {PLAIN}", author="Mabel Orrin")
    b = account("y", f"By Mabel Orrin. {PLAIN}", author="Mabel Orrin")
    assert judged(a, b).value == "unknown"


def test_an_older_text_quoted_without_dates() -> None:
    copy = account("c", f"As the paper wrote, “{PASSAGE}”, and that was all.")
    assert judged(account("o", PLAIN), copy).value == "a→b"


def test_both_quote_a_third() -> None:
    a = account("x", f"He said: “{PASSAGE}.”", date="1950")
    b = account("y", f"She wrote: “{PASSAGE}.”", date="1960")
    found = judged(a, b)
    assert found.value == "unknown"
    assert "both may quote a third" in found.reasons[-1]


def test_a_quotation_with_the_quoters_own_words_in_it() -> None:
    """Both have what the first to quote put between: the later has it from the earlier."""
    words = f'{PASSAGE}," recalled the ferryman. "Nobody would say who had pulled the rope'
    one = account("x", f'He was asked. "{words}."', date="1950")
    two = account("y", f'This is known. "{words}."', date="1960")
    assert judged(one, two, words, words).value == "a→b"


def test_a_line_skipped_between_like_words() -> None:
    full = (
        "on the second night they came to the bridge, crossed over, "
        "came to the bridge again and slept beside it"
    )
    less = "on the second night they came to the bridge again and slept beside it"
    found = judged(account("x", f"So {full}."), account("y", f"So {less}."), full, less)
    assert found.value == "a→b"
    assert "skips from one word to its like" in found.reasons[0]


def test_dots_where_the_other_has_words() -> None:
    less = "the bell of the old mill rang eleven times … reached the second step"
    assert judged(account("x", PLAIN), account("y", f"And {less}."), PASSAGE, less).value == "a→b"


def test_brackets_of_another_hand_are_seen_in_the_source() -> None:
    text = "He writes that the [old] bell rang eleven times in the night, and no more."
    row = Account("c", "c", 0, len(text), "", "", "", "", "en", "article")
    start = text.index("[old] ")
    copy = reading_text(row, text, [(start, start + 6)])
    words = "the bell rang eleven times in the night"
    original = account("o", f"I know that {words}.")
    places = at(original, words), at(copy, words)
    assert direction(original, copy, *places).value == "unknown"
    found = direction(original, copy, *places, {"c": text})
    assert found.value == "a→b"
    assert "[old]" in found.reasons[0]


def test_from_the_first_person_to_the_third() -> None:
    mine = "I held the lamp and my hands shook until I could not see"
    theirs = "he held the lamp and his hands shook until he could not see"
    found = judged(account("x", f"Then {mine}."), account("y", f"Then {theirs}."), mine, theirs)
    assert found.value == "a→b"


def test_translations_are_not_compared_word_by_word() -> None:
    words = "колокол старой мельницы пробил одиннадцать раз"
    original = account("o", f"Было темно, {words}.", language="ru")
    copy = account("c", f"Translated from the Russian by A. Penn. It was dark, {PASSAGE}.")
    found = judged(original, copy, words, PASSAGE)
    assert found.value == "a→b"
    assert "calls itself a translation" in found.reasons[0]


def test_translated_by_somebody_in_the_byline() -> None:
    words = "колокол старой мельницы пробил одиннадцать раз"
    original = account("o", f"Захар Белышев\n1971\n\nБыло темно, {words}.", language="ru")
    text = f"By Zakhar Belyshev. Translated by Ada Penn\n\nIt was dark, and {PASSAGE}."
    copy = account("c", text, author="Zakhar Belyshev")
    found = judged(copy, original, PASSAGE, words)
    assert found.value == "b→a"
    assert "Translated by" in found.reasons[0]


def test_an_article_quotes_a_notebook_in_another_language_and_names_its_author() -> None:
    words = "колокол старой мельницы пробил одиннадцать раз"
    notebook = account(
        "n", f"Захар Белышев\n1936\n\nБыло темно, {words}.", "Захар Белышев", language="ru"
    )
    text = f"A teacher, Zakhar Belyshev, kept a notebook. One entry reads:\n\n“{PASSAGE}.”"
    copy = account("c", text, author="Flora Marl", date="1991")
    found = judged(copy, notebook, PASSAGE, words)
    assert found.value == "b→a"
    assert any("names the other’s author" in reason for reason in found.reasons)
    assert any("quotation marks" in reason for reason in found.reasons)


def test_what_one_passage_only_begins_later_is_not_left_out() -> None:
    text = f"To the people of the river and the weir. The people of the river know that {PASSAGE}."
    a, b = account("x", text), account("y", text)
    whole = text[:-1]
    less = whole[whole.index("The people") :]
    found = judged(a, b, whole, less)
    assert not any("skips" in reason for reason in found.reasons)


@pytest.mark.parametrize(
    "text", ["", " ", "“" * 50_000, "[" * 50_000, "a " * 50_000, "水" * 20_000]
)
def test_hostile_text(text: str) -> None:
    a, b = account("x", text, date="1900/.."), account("y", text + "!", title="… …")
    whole = Stretch("x", 0, len(text)), Stretch("y", 0, len(text))
    assert direction(a, b, *whole).value == "unknown"


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.integers(0, 200), st.integers(0, 200))
def test_any_text(one: str, two: str, start: int, length: int) -> None:
    a, b = account("x", one, date="1933"), account("y", two, date="1934")
    stretches = [
        Stretch(r.account.id, min(start, len(r.text)), min(start + length, len(r.text)))
        for r in (a, b)
    ]
    assert 0.5 <= direction(a, b, *stretches).probability < 1
