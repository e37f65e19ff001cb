"""Voices: what is said, by whom, up to the publication; what is in marks but not said."""

from itertools import pairwise

from accounts import account, read_one
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.paragraphs import paragraphs
from variorum.model.settings import Settings
from variorum.read.pipelines import read_paragraphs
from variorum.read.voices import find_voices
from variorum.read.voices.chains import chains
from variorum.read.voices.quotes import find_quoted


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


def chain(text: str, **how: str) -> dict[str, list[tuple[str, str]]]:
    """What is said, and the names and roles of its chain."""
    said = read_one(text, **how).voices
    return {v.passage.quote: [(link.name, link.role) for link in v.chain] for v in said}


def reasons(text: str, **how: str) -> dict[str, tuple[str, str]]:
    said = read_one(text, **how).voices
    return {v.passage.quote: (v.chain[0].role, v.chain[0].reason) for v in said}


PRINTED = [("Jane Roe", "author"), ("Harbour News", "publisher")]


def test_speech_inside_speech_has_every_teller_nearest_first() -> None:
    found = chain("Ivan Zherdev told the clerk that his mother said that the mill burned.")
    assert found["the mill burned"] == [
        ("his mother", "speaker"),
        ("Ivan Zherdev", "hearsay"),
        *PRINTED,
    ]
    outer = found["his mother said that the mill burned"]
    assert outer == [("Ivan Zherdev", "speaker"), ("the clerk", "hearer"), *PRINTED]


def test_a_quotation_inside_a_quotation() -> None:
    text = (
        "“I left,” said Anna Weiss. “My mother told me that the purser said, ‘Nobody is drowned.’”"
    )
    found = chain(text)
    assert found["Nobody is drowned."] == [
        ("the purser", "speaker"),
        ("My mother", "hearsay"),
        ("Anna Weiss", "hearsay"),
        *PRINTED,
    ]


def test_nouns_passives_and_views_name_who_says_it() -> None:
    text = (
        "Anna Weiss’s claim that the boat was empty is old. The captain was told by Karl Stamm that "
        "the tide was low. In Otto Brun’s view, the mill was lost. Captain Brandt claims to have "
        "seen a light."
    )
    assert voices(text) == [
        ("the boat was empty", "Anna Weiss", False),
        ("the tide was low", "Karl Stamm", False),
        ("the mill was lost", "Otto Brun", False),
        ("to have seen a light", "Brandt", False),
    ]


def test_what_nobody_is_named_for_has_no_speaker() -> None:
    text = "It is said that the mill burned twice. Rumour had it that the clerk was drunk."
    assert reasons(text) == {
        "the mill burned twice": ("hearsay", "nobody is named: “said”"),
        "the clerk was drunk": ("speaker", ""),
    }
    assert [name for _, name, _ in voices(text)] == ["", "Rumour"]


def test_the_same_man_is_the_one_before() -> None:
    text = "One stoker said that the boat sank. The same stoker insisted that no lamp was lit."
    assert [name for _, name, _ in voices(text)] == ["One stoker", "One stoker"]


def test_who_saw_it_who_was_there_and_who_was_told() -> None:
    text = (
        "“I saw the mast go,” said Anna Weiss. “We rowed all night,” said Karl Stamm. “I was told the "
        "purser had fled,” said Otto Brun. “It was a bad year,” said Pavel Orlov."
    )
    told = {said: how for said, how in reasons(text).items() if said.endswith(",")}
    assert told == {
        "I saw the mast go,": ("eyewitness", "says “I saw”"),
        "We rowed all night,": ("participant", "says “We rowed”"),
        "I was told the purser had fled,": ("hearsay", "says “I was told”"),
        "It was a bad year,": ("speaker", ""),
    }


def test_a_denied_sight_is_no_sight() -> None:
    assert reasons("“I never saw the mast go,” said Anna Weiss.")["I never saw the mast go,"] == (
        "speaker",
        "",
    )


def test_a_wish_is_a_belief_and_no_report() -> None:
    testimony = read_one("Peter Lund wants to open the archive. Forty people died in Orlo in 1931.")
    (wish,) = testimony.voices
    assert (wish.chain[0].role, wish.chain[0].reason) == ("believer", "“wants”")
    assert [s.voice for s in testimony.statements if s.relation == "killed"] == [""]
    assert {sentence.voice for sentence in testimony.sentences} == {""}


def test_years_between_the_event_and_the_telling() -> None:
    text = "Anna Weiss said in 1951 that the mill burned in 1931."
    (voice,) = read_one(text, date="1998-05-03").voices
    assert [(link.name, link.date, link.years) for link in voice.chain] == [
        ("Anna Weiss", "1951", 20),
        ("Jane Roe", "1998-05-03", 67),
        ("Harbour News", "1998-05-03", 67),
    ]


def test_an_interview_by_initials_has_an_asker_and_a_teller() -> None:
    text = (
        "Lena Orlova met Karl Stamm.\n\nLO: Where were you?\n\nKS: We rowed out to the ship.\n\n"
        "LO: And then?\n\nKS: They say the mayor fled."
    )
    found = chain(text, kind="interview", date="1981")
    assert found["Where were you?"][0] == ("Lena Orlova", "interviewer")
    assert found["We rowed out to the ship."][:2] == [
        ("Karl Stamm", "participant"),
        ("Lena Orlova", "hearer"),
    ]


def test_the_turns_of_a_debate_inside_an_article() -> None:
    text = (
        "Karl Stamm and Otto Brun spoke.\n\nSTAMM: The dam was rotten.\n\nBRUN: It was sound.\n\n"
        "STAMM: You never went there.\n\nBRUN: I did."
    )
    assert [name for _, name, _ in voices(text)][:2] == ["Karl Stamm", "Otto Brun"]
    assert (
        voices("Length: 40 metres, oak\n\nCrew: twelve men\n\nLength: 41 metres\n\nCrew: ten") == []
    )


def test_a_statement_that_a_quotation_follows() -> None:
    text = "Captain Szabo’s statement before the court, that “the rats have strong stomachs”, is known."
    assert voices(text)[0] == ("the rats have strong stomachs", "Szabo", True)


def test_nobody_the_quotation_speaks_of_speaks_it() -> None:
    text = "I wrote to the office. Rossi was dead. “The late Mr Rossi would have gone,” he wrote."
    found = [v for v in read_one(text).voices if v.direct]
    assert [v.chain[0].entity for v in found] == [""]


def test_russian_reports_without_quotation_marks() -> None:
    text = (
        "По словам Марии Ивановой, мельница сгорела дважды. Как сообщил капитан Жердев, погибли "
        "трое. Иван Жердев вспоминает, что лодка была пуста. Говорят, что мельник был пьян. "
        "Соседи утверждали, что дом стоял пустой."
    )
    assert voices(text, language="ru") == [
        ("мельница сгорела дважды", "Мария Иванова", False),
        ("погибли трое", "Жердев", False),
        ("лодка была пуста", "Иван Жердев", False),
        ("мельник был пьян", "", False),
        ("дом стоял пустой", "Соседи", False),
    ]


def test_i_in_a_memoir_is_its_author() -> None:
    found = chain("I told the clerk that the dam was rotten.", kind="memoir", date="1979")
    assert found["the dam was rotten"][0] == ("Jane Roe", "narrator")


MARKS = [
    *"“”\"'‘’«»—„:.?(",
    "\n\n",
    "said",
    "that",
    "I",
    "Anna Weiss",
    "he",
    "saw",
    "сказал",
    "что",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*MARKS, "Q", "A", "according to", "якобы"]), max_size=30))
def test_whatever_the_marks_every_voice_is_words_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    parses, _ = read_paragraphs(list(paragraphs(text, "en")), Settings())
    for kind in ("article", "interview"):
        found = find_voices(parses, [], kind, {})
        for voice in found:
            assert 0 <= voice.start < voice.end <= len(text)
            assert text[voice.start : voice.end].strip()
        linked = chains(found, [], [], account(text, kind=kind), text)
        assert all(linked)


@given(st.text(alphabet="“”\"'‘’«»„ab. ", max_size=60))
def test_quotations_are_found_in_order_and_apart(text: str) -> None:
    found = find_quoted(text, True)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
