"""Voices: what is said, by whom, up to the publication; what is in marks but not said."""

from accounts import read_one


def voices(text: str, **how: str) -> list[tuple[str, str, bool]]:
    return [(v.passage.quote, v.chain[0].name, v.direct) for v in read_one(text, **how).voices]


def test_a_quotation_with_its_speaker_and_cue() -> None:
    text = "“We had no chance,” said Ivan Zherdev. He left."
    (voice,) = read_one(text).voices
    assert voice.passage.quote == "We had no chance,"
    assert voice.cue is not None
    assert voice.cue.quote == "said"
    assert [(link.name, link.role) for link in voice.chain] == [
        ("Ivan Zherdev", "speaker"),
        ("Jane Roe", "author"),
        ("Harbour News", "publisher"),
    ]
    assert voice.chain[0].entity.startswith("m_")


def test_scare_quotes_and_titles_are_no_speech() -> None:
    assert voices("The “great fire” was painted as “The Night of the Long Flames” later.") == []


def test_reported_speech_and_according_to() -> None:
    text = (
        "Anna Weiss said that the mill burned twice. According to Orlo Zherebko, it never burned."
    )
    assert voices(text) == [
        ("the mill burned twice", "Anna Weiss", False),
        ("it never burned", "Orlo Zherebko", False),
    ]


def test_a_quotation_of_several_paragraphs_keeps_its_speaker() -> None:
    text = "“It burned for two days,” Anna Weiss recalled. “And then\n\n“we left.”"
    assert [(quote, who) for quote, who, _ in voices(text)] == [
        ("It burned for two days,", "Anna Weiss"),
        ("And then", "Anna Weiss"),
        ("we left.", "Anna Weiss"),
    ]


def test_russian_quotation_and_dialogue_dash() -> None:
    text = (
        "«Мы видели пожар», — сказала Мария Иванова.\n\n"
        "— Да, я был там, — сказал Иван Жердев. — Мы ушли."
    )
    assert voices(text, language="ru") == [
        ("Мы видели пожар", "Мария Иванова", True),
        ("Да, я был там,", "Иван Жердев", True),
        ("Мы ушли.", "Иван Жердев", True),
    ]


def test_the_turns_of_an_interview() -> None:
    text = "Q: Where were you that night?\n\nA: In the harbour.\n\nQ: Alone?\n\nA: Quite alone."
    assert [quote for quote, _, _ in voices(text, kind="interview")] == [
        "Where were you that night?",
        "In the harbour.",
        "Alone?",
        "Quite alone.",
    ]


def test_unclosed_and_nested_marks_do_no_harm() -> None:
    assert voices("He saw the “old mill and left. It was late.") == []
    text = "“She told me ‘never again’ and went,” said Anna Weiss."
    assert voices(text) == [
        ("She told me ‘never again’ and went,", "Anna Weiss", True),
        ("never again", "she", True),
    ]


def test_the_speaker_of_a_relative_clause_and_of_words_put_on_record() -> None:
    text = (
        "The Board of Inquiry, which reported in 1933, found that “the loss is to be laid to the want "
        "of a second gangway”, and its clerk, Mr Garrod, put on record that “the evidence should be "
        "taken with some allowance”."
    )
    assert [name for _, name, _ in voices(text)] == ["Board of Inquiry", "Garrod"]


def test_a_sentence_after_the_quotation_is_not_its_cue() -> None:
    text = "The captain shouted, “Cut her! Cut her now!” He shouted it twice."
    assert voices(text) == [("Cut her! Cut her now!", "The captain", True)]


def test_a_spelling_is_no_speech() -> None:
    assert voices("The clerk wrote “Soushkoff” in his book.") == []
