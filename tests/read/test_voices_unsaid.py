"""Voices: what is no speech, what is denied, and who speaks where the teller interrupts."""

import pytest
from accounts import read_one


def told(text: str, **how: str) -> list[tuple[str, str]]:
    return [(v.passage.quote, v.chain[0].name) for v in read_one(text, **how).voices]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brandt wanted me to say it.",
        "Captain Lund declined to be interviewed.",
        "Otto Brandt refused to speak.",
        "She never spoke about the barge.",
        "Otto Brandt asked for bread.",
        "Ida Renn thanked him.",
        "Otto Brandt heard him call my name.",
        "Ida Renn was told what to write.",
        "Otto Brandt told him to be silent.",
        "Ida Renn called him “a man of shut doors”.",
        "Otto Brandt said nothing.",
        "Ida Renn did not say that Karl was dead.",
        "Nobody said that the barge was lost.",
        "He did not deny that the lamp was out.",
        "She refused to answer the question about the barge.",
        "He wanted to know what I had heard.",
        "Did the captain say that the lamp was out?",
    ],
)
def test_what_was_not_said_is_no_voice(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Он хотел, чтобы я это сказал.",
        "Капитан Лунд отказался говорить, что лодка пуста.",
        "Она никогда не говорила о лодке.",
        "Ида Ренн не говорила, что Карл умер.",
        "Никто не говорил, что лодка погибла.",
        "Его называли «Датчанином». Брандт отрицал вину.",
        "Иван Ильин не мог сказать, кто зажёг лампу.",
    ],
)
def test_what_was_not_said_in_russian_is_no_voice(text: str) -> None:
    assert told(text, language="ru") == []


def test_a_year_is_when_it_was_said_and_not_what() -> None:
    assert told("Lena Mroz recalled in 1978 the night of the fire.") == []
    (voice,) = read_one("Otto Brandt denied it in 1956.").voices
    assert voice.passage.quote == "it"
    assert (voice.chain[0].role, voice.chain[0].date) == ("denies", "1956")


def test_who_disputes_it_is_a_voice_of_their_own() -> None:
    for text in (
        "Some say that 30 drowned; others dispute it.",
        "Some say 30 drowned; others dispute it.",
    ):
        some, others = read_one(text).voices
        assert (some.passage.quote, some.chain[0].name) == ("30 drowned", "Some")
        assert (others.chain[0].name, others.chain[0].role) == ("others", "denies")
        assert others.chain[0].reason == "“dispute”"
    first, second = read_one(
        "Раск говорит, что утонуло 30 человек, но Холт это оспаривает.", language="ru"
    ).voices
    assert (first.passage.quote, first.chain[0].name) == ("утонуло 30 человек", "Раск")
    assert (second.chain[0].name, second.chain[0].role) == ("Холт", "denies")


def test_the_teller_inside_what_is_told() -> None:
    assert told("The bridge, Karl Aster argues, was mined.") == [
        ("The bridge, Karl Aster argues, was mined", "Karl Aster")
    ]
    assert told("The lamp, according to Ida Renn, was out.") == [
        ("The lamp, according to Ida Renn, was out", "Ida Renn")
    ]
    assert told("Мост, утверждает Гринберг, был взорван.", language="ru") == [
        ("Мост, утверждает Гринберг, был взорван", "Гринберг")
    ]
    (voice,) = read_one("The mill, Karl Aster insisted in 1951, had burned twice.").voices
    assert voice.chain[0].date == "1951"


def test_what_is_told_by_an_aside_is_not_the_authors() -> None:
    testimony = read_one("The bridge, Karl Aster argues, was captured in 1943.")
    (voice,) = testimony.voices
    assert {row.voice for row in testimony.statements} == {voice.id}


def test_whoever_is_quoted_speaks_and_whoever_quotes_prints() -> None:
    voices = read_one("The Tide quoted Otto Brandt as saying that the lamp was out.").voices
    said = next(v for v in voices if v.passage.quote == "the lamp was out")
    assert [link.name for link in said.chain][:2] == ["Otto Brandt", "The Tide"]


def test_records_and_sources() -> None:
    assert told("The log records that the boat left at noon.") == [
        ("the boat left at noon", "The log")
    ]
    assert told("В журнале записано, что лодка ушла в полдень.", language="ru") == [
        ("лодка ушла в полдень", "журнал")
    ]
    quote, who = told("По словам историка Лемке, мост был взорван.", language="ru")[0]
    assert quote == "мост был взорван"
    assert who in ("Лемке", "Лёмка")


def test_the_teller_inside_russian_marks_is_cut_out() -> None:
    text = (
        "«Мы ждали, — сказал Ильин. — Никто не пришёл». "
        "«Я видела лодку, — говорит Анна Крылова, — и ушла»."
    )
    assert told(text, language="ru") == [
        ("Мы ждали,", "Ильин"),
        ("Никто не пришёл", "Ильин"),
        ("Я видела лодку,", "Анна Крылова"),
        ("и ушла", "Анна Крылова"),
    ]


def test_whom_speech_calls_by_name_does_not_speak() -> None:
    text = "— Тогда иди, Пётр, — сказал он. — И не забудь фонарь.\n\n— Иду, — ответил Пётр."
    assert told(text, language="ru") == [
        ("Тогда иди, Пётр,", "он"),
        ("И не забудь фонарь.", "он"),
        ("Иду,", "Пётр"),
    ]


def test_a_quotation_whose_end_was_forgotten() -> None:
    text = "“I saw the boat, said Ida Renn. It was empty. “Nobody came,” Rask told me."
    assert told(text) == [("I saw the boat,", "Ida Renn"), ("Nobody came,", "Rask")]


def test_a_paragraph_that_introduces_the_next() -> None:
    text = "Otto Brandt put it in one line.\n\nThe mayor wrote in reply:\n\n“Never.”"
    assert told(text)[-1] == ("Never.", "The mayor")


def test_two_who_speak_in_turn() -> None:
    text = (
        "“Well, Anton,” Ignat said, “will she float?” “She will,” said Anton. “Then go,” he said."
    )
    assert told(text)[-1] == ("Then go,", "he")
