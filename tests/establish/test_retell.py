"""Retellings: one episode in other words is found, what only shares its subject is not."""

import numpy as np
import pytest

from variorum.establish.meaning import meaning, open_encoder
from variorum.establish.retell import Retelling, retellings
from variorum.establish.retell.episodes import episodes
from variorum.establish.retell.units import units
from variorum.establish.stretches import Stretch
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text

MILLER = (
    "In the spring of that year my uncle Anders sold the mill. "
    "The buyer came from Torvik with two grey horses and a purse of silver. "
    "He counted the coins on the millstone, one by one, and my aunt wept behind the door. "
    "When the last coin lay on the stone my uncle pushed them all into the water. "
    "He said that a mill which is paid for never grinds again. "
    "The buyer drove home with an empty purse and never spoke of it."
)
NEIGHBOUR = (
    "Everybody in the valley still tells the story of Anders and his mill. "
    "A man had driven up from Torvik, behind a pair of grey horses, to buy it with silver. "
    "The money was laid down coin after coin upon the millstone while the wife cried behind the door. "
    "But as soon as it was all there, Anders swept the whole of it into the river. "
    "A mill that has been paid for, he told them, will not grind any more. "
    "So the stranger went back the way he had come, and his purse was empty."
)
RUSSIAN = (
    "Весной того года мой дядя Андерс продал мельницу. "
    "Покупатель приехал из Торвика на двух серых лошадях и с кошельком серебра. "
    "Он считал монеты на жернове, одну за другой, а тётка моя плакала за дверью. "
    "Когда последняя монета легла на камень, дядя столкнул их все в воду. "
    "Он сказал, что мельница, за которую заплачено, больше не мелет. "
    "Покупатель уехал домой с пустым кошельком и никогда об этом не говорил."
)
OTHER = (
    "The school at Torvik was built after the war with stones from the old quarry. "
    "It had four rooms and a stove in each of them. "
    "The children came on skis in winter and went home before dark. "
    "Our teacher, Miss Aune, played the organ on Sundays. "
    "In the last year there were only nine pupils left. "
    "Then the county closed it and sold the benches."
)


def account(name: str, text: str, language: str = "en", kind: str = "article") -> ReadingText:
    whole = Account(name, f"{name}.txt", 0, len(text), name, "", "", "", language, kind)
    return reading_text(whole, text, [])


def found(
    *readings: ReadingText, known: tuple[tuple[Stretch, Stretch], ...] = ()
) -> tuple[Retelling, ...]:
    encoder = open_encoder()
    return retellings(readings, {r.account.id: meaning(r, encoder) for r in readings}, known)


def test_one_episode_in_other_words_is_found_and_its_subject_alone_is_not() -> None:
    told = found(account("uncle", MILLER), account("valley", NEIGHBOUR), account("school", OTHER))
    assert [(r.a.account, r.b.account) for r in told] == [("uncle", "valley")]
    assert "two grey horses" in MILLER[told[0].a.start : told[0].a.end]
    assert "pair of grey horses" in NEIGHBOUR[told[0].b.start : told[0].b.end]
    assert any("torvik" in reason for reason in told[0].reasons)
    assert 0.5 <= told[0].score <= 1


def test_an_episode_is_found_across_languages() -> None:
    told = found(
        account("valley", NEIGHBOUR), account("дядя", RUSSIAN, "ru"), account("school", OTHER)
    )
    assert {frozenset((r.a.account, r.b.account)) for r in told} == {frozenset(("valley", "дядя"))}


def test_a_story_its_teller_tells_again_is_found_within_one_account() -> None:
    told = found(account("memoir", f"{MILLER}\n\n{OTHER}\n\n{NEIGHBOUR}"))
    assert told
    assert all(r.a.account == r.b.account == "memoir" and r.a.end <= r.b.start for r in told)


def test_what_is_known_as_a_copy_is_no_retelling() -> None:
    one, other = account("one", MILLER), account("two", MILLER)
    whole = (Stretch("one", 0, len(MILLER)), Stretch("two", 0, len(MILLER)))
    assert found(one, other)
    assert found(one, other, known=(whole,)) == ()


def test_an_unknown_language_is_compared_by_its_letters() -> None:
    told = found(
        account("one", MILLER, "xx"), account("two", NEIGHBOUR, "xx"), account("three", OTHER, "xx")
    )
    assert all({r.a.account, r.b.account} == {"one", "two"} for r in told)


def test_the_order_in_which_accounts_come_changes_nothing() -> None:
    readings = [account("uncle", MILLER), account("valley", NEIGHBOUR), account("school", OTHER)]
    assert found(*readings) == found(*reversed(readings))


@pytest.mark.parametrize(
    "text", ["", " \n", "...", "word " * 20_000, "字" * 5_000, "مرحبا بالعالم. " * 200]
)
def test_poor_text_gives_no_retelling_and_no_error(text: str) -> None:
    assert found(account("poor", text, "und"), account("uncle", MILLER)) == ()


def test_furniture_is_left_out() -> None:
    assert found(account("uncle", MILLER), account("menu", NEIGHBOUR, kind="boilerplate")) == ()


def test_a_long_run_is_divided_and_leaves_no_pair_out() -> None:
    text = " ".join(f"The {n} wagons of winter {n} were counted at gate {n}." for n in range(60))
    one = account("one", text)
    everything = units(
        [one, account("two", text)],
        {n: meaning(account(n, text), open_encoder()) for n in ("one", "two")},
    )
    assert everything is not None
    pairs = np.array([(n, n + 60) for n in range(60)], np.int64)
    divided = episodes(everything, pairs, np.ones(60, np.float32))
    assert sum(len(e.pairs) for e in divided) == 60
    assert all(e.first[1] - e.first[0] < 14 for e in divided)
