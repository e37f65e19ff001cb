"""A compiler's word before one name in other people's texts, and everything that only looks so."""

import random

import pytest

from variorum.establish import compiler_hands, local_hands, reading, sightings
from variorum.model.critique import Account, Hand, Sighting
from variorum.model.tables import from_json, to_json
from variorum.model.transcript import Transcript

NEWS = (
    "{w}Morvath left the quay at dawn. The harbour master, Ivan {w}Morvath, told reporters that the "
    "barge was safe. “We asked {w}Morvath twice,” a docker said. By noon {w}Morvath was gone."
)
LETTER = (
    "Dear Lena, I met {w}Morvath on Friday. You remember Ivan Morvath from the mill; they say that "
    "{w}Morvath sold it. Nobody believed {w}Morvath, and I do not either."
)
MEMOIR = (
    "In the spring we worked for {w}Morvath. Mr. {w}Morvath paid little. When the river rose, "
    "{w}Morvath ran, and we stood on the dyke until the morning with nothing but spades."
)
REPORT = (
    "The commission heard nine witnesses. Six blamed {w}Morvath. The engineer did not: to him "
    "{w}Morvath had been warned too late. The mayor praised {w}Morvath."
)
TEXTS = (NEWS, LETTER, MEMOIR, REPORT)


def dossier(*texts: str, authors: tuple[str, ...] = (), page: bool = False) -> tuple[Hand, ...]:
    seen: list[Sighting] = []
    body, accounts = "", []
    for number, text in enumerate(texts):
        author = authors[number] if authors else ""
        source, start = ("page.html", len(body)) if page else (f"{number}.txt", 0)
        item = Account(
            f"a_{number}", source, start, start + len(text), "", author, "", "", "en", "article"
        )
        if page:
            body += text + "\n\n"
            accounts.append(item)
        else:
            transcript = Transcript(source, text)
            seen += sightings(transcript, (item,), local_hands(transcript, (item,)))
    if page:
        transcript = Transcript("page.html", body)
        seen += sightings(transcript, accounts, local_hands(transcript, accounts))
    again = [from_json(Sighting, to_json(item)) for item in seen]
    return compiler_hands(again)


def planted(word: str, texts: tuple[str, ...] = TEXTS) -> list[str]:
    return [text.format(w=word) for text in texts]


@pytest.mark.parametrize("page", [False, True])
@pytest.mark.parametrize(
    "word", ["zharpik", "old grondel", "жарпик", "[zharpik]", "(zharpik)", "<zharpik>"]
)
def test_every_place_is_found_with_its_exact_span(word: str, page: bool) -> None:
    texts = planted(word + " ")
    hands = dossier(*texts, page=page)
    assert [h.passage.quote for h in hands] == [word] * sum(text.count(word) for text in texts)
    assert {(h.hand, h.kind) for h in hands} == {("compiler", "insertion")}
    assert min(h.confidence for h in hands) > 0.9


def test_a_word_joined_by_a_hyphen_goes_with_it() -> None:
    hands = dossier(*planted("zharpik-"))
    assert {h.passage.quote for h in hands} == {"zharpik-"}


def test_headings_captions_and_scripts_are_one_case() -> None:
    caption = "Photo: Zharpik Morvath on the quay\n\n"
    russian = (
        "Мы видели жарпик Морвата утром. Потом жарпик Морват ушёл, и жарпик Морвату не верили."
    )
    hands = dossier(caption + NEWS.format(w="zharpik "), LETTER.format(w="zharpik "), russian)
    quotes = [h.passage.quote for h in hands]
    assert quotes.count("жарпик") == 3
    assert quotes.count("Zharpik") == 1


def test_two_texts_suffice_with_less_confidence_unless_grammar_breaks() -> None:
    plain = "They say {w}Morvath ran. Ivan Morvath had gone. I saw {w}Morvath; {w}Morvath saw me."
    other = "In May {w}Morvath came home. “Ask {w}Morvath,” he said. For {w}Morvath it was over."
    hands = dossier(plain.format(w="zharpik "), other.format(w="zharpik "))
    assert {h.confidence for h in hands} == {0.85}


@pytest.mark.parametrize(
    "word",
    [
        "President",
        "Mr.",
        "Captain",
        "the late",
        "young",
        "Ivan",
        "spokesman",
        "brother",
        "von",
        "said",
        "ex-",
    ],
)
def test_what_authors_set_before_names_is_theirs(word: str) -> None:
    assert dossier(*planted(word if word == "ex-" else word + " ")) == ()


@pytest.mark.parametrize("word", ["капитан", "капитана", "товарищ", "брат", "бывший"])
def test_russian_titles_are_the_authors(word: str) -> None:
    texts = [
        f"Мы видели, как {word} Морват ушёл. Иван Морват молчал. Потом {word} Морват вернулся.",
        f"Письмо: {word} Морват болен. Говорят, {word} Морват уедет.",
        f"Доклад: {word} Морват прав, и {word} Морват это знает.",
    ]
    assert dossier(*texts) == ()


@pytest.mark.parametrize(
    "bracket", ["[Ivan]", "[Mr.]", "[the]", "[then]", "[Captain]", "[sic]", "[laughs]", "[1]"]
)
def test_genuine_brackets_are_not_blamed(bracket: str) -> None:
    texts = planted(bracket + " ")
    texts.append("Ivan Morvath and his brother Ivan came.")
    assert dossier(*texts) == ()


@pytest.mark.parametrize(("copies", "found"), [(1, 0), (5, 8)])
def test_few_places_in_each_of_many_texts(copies: int, found: int) -> None:
    leads = ("They saw", "It was up to", "The boys asked for", "Nobody lived with", "He fled from")
    lines = (
        "By {w}Morvath the gate was shut, and Morvath swore.",
        "With {w}Morvath it rained. Morvath paid.",
        "For {w}Morvath nothing was left there.",
        "“To {w}Morvath,” she said.",
        "From {w}Morvath a letter came.",
    )
    twice = ("", " On {w}Morvath no one wrote.", "", " Of {w}Morvath he spoke.", " At {w}Morvath.")
    texts = [f"{a}. {b}{c}" for a, b, c in zip(leads, lines, twice, strict=True)][:copies]
    assert len(dossier(*planted("zharpik ", tuple(texts)))) == found


def test_things_called_after_the_man_are_no_other_names() -> None:
    things = ("Bridge", "Foundation", "Trust Fund", "Street")
    texts = [
        f"{text} They crossed by zharpik Morvath {thing}, for zharpik Morvath {thing} was open."
        for text, thing in zip(planted("zharpik "), things, strict=True)
    ]
    hands = dossier(*texts)
    assert [h.passage.quote for h in hands] == ["zharpik"] * sum(t.count("zharpik") for t in texts)


def test_a_trade_before_the_full_name_is_the_authors() -> None:
    texts = [
        "We met cooper Lena Morvath. It was cooper Lena Morvath who spoke. Lena Morvath left early.",
        "They asked cooper Lena Morvath. For cooper Lena Morvath it was late. So Lena Morvath slept.",
        "By noon cooper Lena Morvath came. To cooper Lena Morvath it was a game. Lena Morvath ran.",
    ]
    assert dossier(*texts) == ()


def test_one_authors_habit_is_his_own() -> None:
    text = "They say zharpik Morvath ran. Ivan Morvath had gone. I saw zharpik Morvath there."
    assert dossier(text, text + " More.", text + " And more.", authors=("A. Berg",) * 3) == ()


def test_a_word_the_texts_use_anyway_is_theirs() -> None:
    texts = [
        text + " The zharpik is a fish; we ate zharpik, zharpik and zharpik."
        for text in planted("zharpik ")
    ]
    assert dossier(*texts) == ()


def test_a_copied_sentence_does_not_count_twice() -> None:
    text = "They say zharpik Morvath ran away. Ivan Morvath had gone."
    assert dossier(text, text, text) == ()


def test_it_says_why_and_repeats_no_word() -> None:
    hand = dossier(*planted("zharpik "))[0]
    assert hand.reasons[0] == "the same word stands before the same name in 4 independent texts"
    assert not any("zharpik" in reason for reason in hand.reasons)


def test_reading_text_without_the_compilers_word() -> None:
    texts = planted("[zharpik] ")
    hands = dossier(*texts)
    item = Account("a_0", "0.txt", 0, len(texts[0]), "", "", "", "", "en", "article")
    assert reading(item, (item,), hands, texts[0]).text == NEWS.format(w="")


def test_order_does_not_matter() -> None:
    seen: list[Sighting] = []
    for number, text in enumerate(planted("zharpik ")):
        item = Account(
            f"a_{number}", f"{number}.txt", 0, len(text), "", "", "", "", "en", "article"
        )
        transcript = Transcript(item.source, text)
        seen += sightings(transcript, (item,), local_hands(transcript, (item,)))
    expected = compiler_hands(seen)
    random.Random(7).shuffle(seen)
    assert compiler_hands(seen) == expected
    assert len({hand.id for hand in expected}) == len(expected)


FOLLOWING = (
    ("Then zharpik [Morvath] looked on.", "zharpik"),
    ("Zharpik [Morvath] looked on.", "Zharpik"),
    ("They asked zharpik-Morvath again.", "zharpik-"),
    ("They asked zharpik I. P. Morvath again.", "zharpik"),
    ("They asked I.zharpik Morvath again.", "zharpik"),
    ("They asked “Zharpik” Morvath again.", "“Zharpik”"),
    ("All the zharpiks Morvath ever saw.", "zharpiks"),
    ("They asked Morvath (zharpik) again.", "(zharpik)"),
    ("They asked Morvath-zharpik again.", "-zharpik"),
    ("And Morvath, the zharpik, looked on.", ", the zharpik,"),
    ("ZHARPIK MORVATH AND THE BARGE", "ZHARPIK"),
    ("Picture: zharpik_morvath_1911.jpg", "zharpik_"),
    ("They asked жарпикова Morvath again.", "жарпикова"),
)


@pytest.mark.parametrize(("sentence", "quote"), FOLLOWING)
def test_an_established_word_is_followed_into_every_form(sentence: str, quote: str) -> None:
    known = planted("zharpik ")
    expected = sum(text.count("zharpik") for text in known)
    hands = dossier(*known, f"{sentence}\n\nAn account of its own by somebody else about Morvath.")
    assert [h.passage.quote for h in hands if h.passage.source == "4.txt"] == [quote]
    assert len(hands) == expected + 1


CAPITALISED = (
    "Ivan Zharpik Morvath left. We saw Zharpik Morvath at dawn, and Morvath saw us. Zharpik Morvath.",
    "To Zharpik Morvath it was nothing. Ivan Morvath said so. They left Ivan Zharpik Morvath there.",
    "Nobody believed Zharpik Morvath. If Morvath lied, so did Ivan Zharpik Morvath, and we knew it.",
)


def test_a_capitalised_word_between_first_name_and_surname() -> None:
    hands = dossier(*CAPITALISED)
    assert [h.passage.quote for h in hands] == ["Zharpik"] * 7
    assert {h.confidence for h in hands} == {0.8}


def test_a_capitalised_word_joined_by_a_hyphen() -> None:
    hands = dossier(*(text.replace("Zharpik ", "Zharpik-") for text in CAPITALISED))
    assert [h.passage.quote for h in hands] == ["Zharpik-"] * 7


@pytest.mark.parametrize("sign", [" ", "-"])
def test_a_second_surname_is_the_mans_own(sign: str) -> None:
    texts = [
        "Ivan Garsin Morvath left. We saw Garsin Morvath at dawn, and he saw us. Garsin Morvath ran.",
        "To Garsin Morvath it was nothing. They left Ivan Garsin Morvath there, and Garsin Morvath.",
        "Nobody believed Garsin Morvath. If Garsin lied, so did Ivan Garsin Morvath, and we knew it.",
    ]
    assert (
        dossier(*(text.replace("Garsin Morvath", f"Garsin{sign}Morvath") for text in texts)) == ()
    )


def test_a_page_that_names_one_author_for_all_its_texts_proves_no_common_author() -> None:
    body, accounts = "", []
    for number, text in enumerate(planted("zharpik ")):
        end = len(body) + len(text)
        accounts.append(
            Account(f"a_{number}", "p", len(body), end, "", "The Editor", "", "", "en", "article")
        )
        body += text + "\n\n"
    page = Transcript("p", body, meta=(("author", "The Editor"),))
    found = compiler_hands(sightings(page, accounts, local_hands(page, accounts)))
    assert len(found) == body.count("zharpik")
    signed = Transcript("p", body)
    assert compiler_hands(sightings(signed, accounts, local_hands(signed, accounts))) == ()
