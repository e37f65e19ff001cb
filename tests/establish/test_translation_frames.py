"""What stands round a translation: bylines, quotation marks, other text; and what looks like one."""

from dataclasses import replace

import pytest

from variorum.establish.meaning import meaning, open_encoder
from variorum.establish.translation import Translation, translations
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, Run

RUSSIAN = """\
В августе пришли плоты с верховьев. На первом плоту сидела старуха с петухом и курила трубку. \
Плотовщики звали её Матрёной и боялись. За три дня она не сказала им ни слова. На четвёртый день \
она встала и велела причалить к острову. Там она сошла, отдала им петуха и ушла в лес. Плоты \
дошли до города без единой потери."""

ENGLISH = """\
In August the rafts came down from the upper river. On the first raft sat an old woman with a \
cockerel, smoking a pipe. The raftsmen called her Matryona and were afraid of her. For three days \
she did not say a word to them. On the fourth day she stood up and told them to tie up at the \
island. There she went ashore, gave them the cockerel and walked off into the forest. The rafts \
reached the city without a single loss."""

ANEW = """\
I was a raftsman once, for one summer, to pay for my boots. There was a grandmother on the raft \
before ours. She smoked like a chimney, and she carried a rooster in her lap as other women carry \
a child. My friend Luka said that she could stop the river if she liked. I did not believe that, \
but I kept my cap on straight when she looked at us. We ate fish and slept on the logs. It rained \
on the second night and the fire went out. She never spoke. Then she got up, just before the \
island, and pointed. We moored there. She left the bird behind and nobody saw her again. My boots \
cost four roubles and let the water in."""

ARTICLE = """\
The museum on the embankment has bought a box of papers at an auction. Most of them are bills. \
Among them lies a school notebook which belonged to Yegor Plotnikov, a village clerk. The ink has \
faded to the colour of tea. The director hopes to have it printed within the year.

"{}"

The museum is open from Tuesday to Sunday. Pensioners and soldiers pay half."""

NOTEBOOK = """\
Живу я при пристани второй год. Жалованье малое, а чаю не пьют вовсе. Зимой читал календарь.

{}

Осенью приезжал ревизор и хвалил почерк. Сестра пишет, что корова отелилась."""


def reading(name: str, language: str, text: str, author: str = "", date: str = "") -> ReadingText:
    account = Account(name, f"{name}.txt", 0, len(text), "", author, "", date, language, "memoir")
    return ReadingText(account, text, (Run(0, 0, len(text)),))


def found(*readings: ReadingText, texts: dict[str, str] | None = None) -> tuple[Translation, ...]:
    encoder = open_encoder()
    return translations(readings, {r.account.id: meaning(r, encoder) for r in readings}, texts)


def test_titles_and_bylines_are_in_no_bead_and_no_change() -> None:
    english = (
        f"The Old Woman on the Raft\nBy Yegor Plotnikov\nTranslated by A. Bell, 1990\n\n{ENGLISH}"
    )
    russian = f"Старуха\nЕгор Плотников\nНаписано в 1912 году\n\n{RUSSIAN}"
    (one,) = found(reading("en", "en", english), reading("ru", "ru", russian))
    assert not one.changes
    assert one.beads[0].a.start == english.index("In August")
    assert one.beads[0].b.start == russian.index("В августе")
    assert one.direction == "b→a"


def test_what_is_translated_in_part_loses_nothing_outside_the_part() -> None:
    english, russian = ARTICLE.format(ENGLISH), NOTEBOOK.format(RUSSIAN)
    (one,) = found(
        reading("en", "en", english, "Clara Dunn"), reading("ru", "ru", russian, "Егор Плотников")
    )
    assert not one.changes
    assert one.beads[-1].b.end == russian.index(RUSSIAN) + len(RUSSIAN)
    assert one.direction == "b→a"
    assert "named as the author in the other" in one.reasons
    assert "stands in quotation marks in the other" in one.reasons


def test_a_byline_outside_the_text_names_the_translator() -> None:
    byline = "By Yegor Plotnikov. Translated by Agnes Bell\n\n"
    whole = byline + ENGLISH
    mine = reading("en", "en", ENGLISH)
    mine = ReadingText(
        replace(mine.account, end=len(whole)), ENGLISH, (Run(0, len(byline), len(ENGLISH)),)
    )
    theirs = reading("ru", "ru", RUSSIAN)
    (one,) = found(mine, theirs)
    assert one.direction == "unknown"
    (one,) = found(mine, theirs, texts={"en.txt": whole, "ru.txt": RUSSIAN})
    assert one.direction == "b→a"


def test_a_story_told_anew_in_another_language_is_no_translation() -> None:
    assert not found(reading("en", "en", ANEW), reading("ru", "ru", RUSSIAN))


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("She could not have been more than thirty.", "Было ей от силы лет тридцать."),
        ("There were no more than six logs in it.", "Брёвен в нём было штук шесть."),
    ],
)
def test_a_bound_is_no_negation(english: str, russian: str) -> None:
    (one,) = found(
        reading("en", "en", f"{ENGLISH} {english} The boys cheered."),
        reading("ru", "ru", f"{RUSSIAN} {russian} Мальчишки кричали ура."),
    )
    assert not [c for c in one.changes if c.what == "polarity"]
