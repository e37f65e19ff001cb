"""The public verb: one testimony per account, every passage exact, the same each time."""

import subprocess
import sys

from accounts import SOURCE, account, passages, read_one

from variorum.model.reading import ReadingText, Run, reading_text
from variorum.model.settings import Settings
from variorum.read import read

STORY = """Captain Ivan Zherdev, 45, said the ship sank in May 1912. “We had no chance,” said his \
brother Pavel.

Forty-two sailors drowned near Odessa.

Капитан Иван Жердев рассказал о Марии Ивановой. Они жили в Одессе."""


def test_every_passage_is_exact() -> None:
    for passage in passages(read_one(STORY)):
        assert passage.quote == STORY[passage.start : passage.end]


def test_reading_twice_gives_the_same() -> None:
    assert read_one(STORY) == read_one(STORY)


def test_one_testimony_per_reading_in_order_and_lazily() -> None:
    texts = {f"{n}.txt": f"Witness number {n} spoke." for n in range(5)}
    asked = []

    def readings():
        for name, text in texts.items():
            asked.append(name)
            plain = account(text)
            yield reading_text(
                type(plain)(name, name, 0, len(text), "", "", "", "", "en", "article"), text, []
            )

    stream = read(readings(), texts, Settings())
    assert asked == []
    assert [testimony.account for testimony in stream] == list(texts)


def test_words_of_another_hand_are_not_read_but_the_passage_runs_over_them() -> None:
    text = "Captain Ivan [zharpik] Zherdev sank the ship in 1912."
    inserted = text.index("[zharpik]")
    told = reading_text(account(text), text, [(inserted, inserted + len("[zharpik]"))])
    mention = next(read([told], {SOURCE: text}, Settings())).mentions[0]
    assert mention.form == "Ivan Zherdev"
    assert mention.passage.quote == "Ivan [zharpik] Zherdev"


def test_sentences_carry_terms_mentions_and_language() -> None:
    first, *_, last = read_one(STORY).sentences
    assert first.language == "en"
    assert last.language == "ru"
    assert "sink" in first.terms
    assert last.terms == ("жить", "одесса")
    assert len(first.mentions) == 1


def test_a_language_without_pipeline_is_said_to_be_unread() -> None:
    testimony = read_one("Der Kapitän ging an Bord. Das Schiff sank.", language="de")
    assert len(testimony.sentences) == 2
    assert testimony.mentions == ()
    assert len(testimony.unread) == 1
    assert "'de'" in testimony.unread[0]


def test_a_missing_pipeline_is_one_clear_sentence() -> None:
    chosen = Settings(languages={"en": "en_no_such_pipeline"})
    testimony = read_one("The ship sank in 1912.", settings=chosen)
    assert "en_no_such_pipeline" in testimony.unread[0]
    assert [sentence.passage.quote for sentence in testimony.sentences] == [
        "The ship sank in 1912."
    ]


def test_one_account_that_fails_costs_no_other_its_reading() -> None:
    texts = {f"{n}.txt": f"Captain Ivan Zherdev sailed in 191{n}." for n in range(3)}
    told = []
    for name, text in texts.items():
        plain = account(text)
        own = type(plain)(name, name, 0, len(text), "", "", "", "", "en", "article")
        told.append(reading_text(own, text, []))
    lacking = "Captain Karl Weiss was not there."
    astray = ReadingText(told[1].account, lacking, (Run(0, 900, len(lacking)),))
    first, second, third = read([told[0], astray, told[2]], texts, Settings())
    assert first.mentions
    assert third.mentions
    assert second.account == "1.txt"
    assert second.mentions == second.sentences == ()
    (sentence,) = second.unread
    assert sentence.startswith("1.txt: this account could not be read (")
    assert sentence.endswith("; please report it")


def test_nothing_heavy_is_imported_before_reading() -> None:
    code = "import sys, variorum.read; sys.exit('spacy' in sys.modules or 'natasha' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
