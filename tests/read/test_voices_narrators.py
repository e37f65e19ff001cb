"""Voices: the tellers of memoirs, depositions and transcripts, how they know, and the years between."""

from accounts import read_one


def links(text: str, **how: str) -> dict[str, tuple[str, str, str]]:
    """What is said, by whom, in which role and for which reason."""
    said = read_one(text, **how).voices
    return {v.passage.quote: (v.chain[0].name, v.chain[0].role, v.chain[0].reason) for v in said}


def test_what_a_memoirs_author_saw_and_was_told() -> None:
    text = (
        "I saw the boat burn in 1931. My father, who was not there, said that the captain was drunk. "
        "I was told that forty men drowned. The winter was hard."
    )
    found = links(text, kind="memoir", date="1979")
    assert found["I saw the boat burn in 1931."] == ("Jane Roe", "eyewitness", "says “I saw”")
    assert found["the captain was drunk"] == ("My father", "hearsay", "“who was not there”")
    assert found["I was told that forty men drowned."] == (
        "Jane Roe",
        "hearsay",
        "says “I was told”",
    )
    assert "The winter was hard." not in found
    years = {
        v.passage.quote: v.chain[0].years for v in read_one(text, kind="memoir", date="1979").voices
    }
    assert years["I saw the boat burn in 1931."] == 48
    assert years["I was told that forty men drowned."] is None


def test_a_russian_memoirs_author() -> None:
    text = "Я видел, как сгорела мельница. Дядя Фёдор, которого там не было, уверял, что видел всё."
    found = links(text, language="ru", kind="memoir")
    assert found["Я видел, как сгорела мельница."][1:] == ("eyewitness", "says “Я видел”")
    assert found["видел всё"][1] == "hearsay"


def test_i_inside_a_quotation_is_not_the_author() -> None:
    found = links("“I rowed the boat that night,” said Henry Gale.")
    assert found == {
        "I rowed the boat that night,": ("Henry Gale", "participant", "says “I rowed”")
    }


def test_standing_there_and_seeing_it_is_one_way_of_saying_so() -> None:
    said = "“I was standing on the quay and saw her go down,” said Ida Renn."
    assert links(said)["I was standing on the quay and saw her go down,"][1] == "eyewitness"
    assert links("Ida Renn claimed that she had seen nothing.") == {
        "she had seen nothing": ("Ida Renn", "speaker", "")
    }


def test_years_come_only_from_what_is_told() -> None:
    text = (
        "The trial was in 1956. Otto Brandt insisted until his death in 1961 that the lamp was out. "
        "The mill burned in 1938. Ida Renn said that the men had gone."
    )
    for voice in read_one(text, date="1998-05-14").voices:
        assert voice.chain[0].date == ""
        assert all(link.years is None for link in voice.chain)


def test_a_deposition_in_questions_and_answers() -> None:
    text = (
        "Deposition of Otto Brandt\n\nQ. Where were you that night?\n\nA. On the quay.\n\n"
        "Q. Did you see the boat?\n\nA. I saw it burn."
    )
    found = links(text)
    assert found["On the quay."][:2] == ("Otto Brandt", "narrator")
    assert found["I saw it burn."][:2] == ("Otto Brandt", "eyewitness")


def test_a_transcript_whose_lines_ran_together() -> None:
    text = "Q. Where were you? A. On the quay. I saw it. Q. Who told you? A. Nobody."
    assert list(links(text, kind="testimony")) == [
        "Where were you?",
        "On the quay. I saw it.",
        "Who told you?",
        "Nobody.",
    ]


def test_labels_are_never_speakers() -> None:
    text = (
        "Протокол допроса Дудко Фёдора Ивановича\n\nВопрос: Где вы были?\n\nОтвет: Дома.\n\n"
        "Вопрос: Кто это подтвердит?\n\nОтвет: Жена."
    )
    names = {link.name for v in read_one(text, language="ru").voices for link in v.chain}
    assert not names & {"Вопрос", "Ответ"}
    assert any("Дудко" in name for name in names)


def test_capital_labels_of_two_who_talk() -> None:
    text = "WOLSKA: When did it start?\n\nKROL: At four.\n\nWOLSKA: Who woke you?\n\nKROL: My wife."
    assert [name for name, _, _ in links(text).values()] == ["WOLSKA", "KROL", "WOLSKA", "KROL"]
