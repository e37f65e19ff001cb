"""The language of every passage, in texts that change it in the middle."""

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.gather.readers.language import language_marks, primary
from variorum.model.transcript import Mark

ENGLISH = "The keeper said that he had not been there when the boats came in."
RUSSIAN = "Смотритель сказал, что его там не было, когда пришли лодки."
UKRAINIAN = "Доглядач сказав, що його там не було, коли прийшли човни."
GERMAN = "Der Wärter sagte, dass er nicht dort war, als die Boote kamen."
FRENCH = "Le gardien a dit qu'il n'était pas là quand les bateaux sont arrivés."
BULGARIAN = "Пазачът каза, че не е бил там, когато лодките са пристигнали."


def spans(text: str, *hints: Mark) -> list[tuple[str, str]]:
    return [(mark.detail, text[mark.start : mark.end]) for mark in language_marks(text, hints)]


def test_each_language_alone() -> None:
    for tag, text in (
        ("en", ENGLISH),
        ("ru", RUSSIAN),
        ("uk", UKRAINIAN),
        ("de", GERMAN),
        ("fr", FRENCH),
        ("bg", BULGARIAN),
        ("el", "Ο φύλακας είπε ότι δεν ήταν εκεί."),
        ("ja", "番人はそこにいなかったと言った。"),
        ("he", "השומר אמר שהוא לא היה שם"),
    ):
        assert spans(text) == [(tag, text)]


def test_a_tie_is_the_more_widespread_language() -> None:
    text = "Captain Ivan Zherdev left Seoul. Zherdev was old."
    assert spans(text) == [("en", text)]


def test_paragraphs_in_turn() -> None:
    text = f"{ENGLISH}\n\n{RUSSIAN}\n\n{ENGLISH}\n\n{GERMAN}"
    assert spans(text) == [("en", ENGLISH), ("ru", RUSSIAN), ("en", ENGLISH), ("de", GERMAN)]


def test_short_lines_follow_their_neighbours() -> None:
    text = f"{ENGLISH}\n\nPlan B.\n\n{ENGLISH}\n\n{RUSSIAN}\n\nИ вот.\n\n{RUSSIAN}"
    assert [tag for tag, _ in spans(text)] == ["en", "ru"]


def test_a_name_in_another_script_changes_nothing() -> None:
    text = f"{ENGLISH}\n\nIvan Petrov (Иван Петров) was the man on the quay with them.\n\n{ENGLISH}"
    assert [tag for tag, _ in spans(text)] == ["en"]


def test_russian_and_ukrainian_are_told_apart() -> None:
    text = "\n\n".join([RUSSIAN, UKRAINIAN, RUSSIAN])
    assert [tag for tag, _ in spans(text)] == ["ru", "uk", "ru"]


def test_what_the_file_says_counts_where_words_do_not() -> None:
    text = f"{ENGLISH}\n\nNon liquet\n\n{ENGLISH}"
    start = text.index("Non")
    hint = Mark(start, start + len("Non liquet"), "language", "la")
    assert ("la", "Non liquet") in spans(text, hint)
    wrong = Mark(0, len(ENGLISH), "language", "fr")
    assert spans(ENGLISH, wrong) == [("en", ENGLISH)]


def test_no_letters_no_language() -> None:
    assert spans("1999\n\n12.5 %\n") == []
    assert spans("") == []


def test_primary_languages() -> None:
    tags = ["en-GB", "EN_us", "pt-BR", "nb", "und", "x", "english", ""]
    assert [primary(tag) for tag in tags] == ["en", "en", "pt", "no", "", "", "", ""]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from([ENGLISH, RUSSIAN, "—", "1999", "И", "Mr B.", "かな", "\n"]), max_size=12
    )
)
def test_marks_are_in_order_and_apart(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    end = 0
    for mark in language_marks(text):
        assert end <= mark.start < mark.end <= len(text)
        assert mark.detail.isalpha()
        end = mark.end
