"""Whom "he" and "she" mean, and when nobody can say."""

from accounts import read_one


def told(text: str, language: str = "en", kind: str = "article") -> list[tuple[str, str, str, str]]:
    testimony = read_one(text, language, kind)
    forms = {m.entity: m.form for m in testimony.mentions if m.kind == "name"}
    return [
        (forms.get(s.subject, s.subject), s.relation, s.value, s.time) for s in testimony.statements
    ]


def test_a_life_goes_on_with_he() -> None:
    found = told(
        "Captain Ivan Zherdev was born in Odessa. He was twenty-four then. He died in November 1971."
    )
    assert ("Ivan Zherdev", "age", "24", "") in found
    assert ("Ivan Zherdev", "died", "1971-11", "1971-11") in found


def test_an_age_at_an_event_has_its_time() -> None:
    found = told("Ivan Zherdev was nineteen when he came aboard in 1921.")
    assert ("Ivan Zherdev", "age", "19", "1921") in found


def test_two_men_leave_he_open() -> None:
    found = told("Ivan Zherdev met Karl Weiss in the street. He died in 1971.")
    assert not [row for row in found if row[1] == "died"]


def test_she_is_the_woman() -> None:
    found = told("Ivan Zherdev met Mrs Olga Weiss in the street. She died in 1971.")
    assert ("Olga Weiss", "died", "1971", "1971") in found


def test_she_is_not_a_man() -> None:
    assert told("Ivan Zherdev had a boat. She was built in 1909.") == []


def test_russian_he() -> None:
    found = told("Иван Жердев жил в Одессе. Ему было 34 года. Он погиб в 1933 году.", "ru")
    assert ("Иван Жердев", "age", "34", "") in found
    assert ("Иван Жердев", "died", "1933", "1933") in found


def test_i_is_the_author_everywhere() -> None:
    found = told("I was eleven. I was born in January 1922.", kind="memoir")
    assert [row[:3] for row in found] == [
        ("Jane Roe", "age", "11"),
        ("Jane Roe", "born", "1922-01"),
    ]
