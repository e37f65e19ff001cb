"""Collation: which words stand in one column, whatever the order in which the copies come."""

import random
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.collate import LOST, OMITTED, Collation, Witness, collate, readings

GATE = {
    "A": "The old gate of the harbour stood open all night, and nobody came to close it.",
    "B": "The old door of the harbor stood wide open all night, and nobody came to close it.",
    "C": "The old door of the harbour stood open all night, and came to close it.",
    "D": "of the harbour stood open all nigth and nobody came",
}
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "old",
            "gate",
            "door",
            "of",
            "harbour",
            "harbor",
            "stood",
            "open",
            ",",
            ".",
            "night",
            "and",
            "came",
            "12",
            "море",
        ]
    ),
    max_size=24,
).map(" ".join)


def made(texts: dict[str, str], language: str = "en") -> Collation:
    return collate([Witness(name, text, language) for name, text in texts.items()])


def shown(collation: Collation) -> dict[str, str]:
    signs = {OMITTED: "-", LOST: "?"}
    return {
        witness.name: " ".join(
            collation.text(number, column) or signs[int(collation.row(number)[column])]
            for column in range(collation.table.shape[1])
        )
        for number, witness in enumerate(collation.witnesses)
    }


def cells(collation: Collation, number: int) -> str:
    return " ".join(
        text
        for column in range(collation.table.shape[1])
        if (text := collation.text(number, column))
    )


def test_columns_of_a_small_tradition() -> None:
    assert shown(made(GATE)) == {
        "A": "The old gate of the harbour stood - open all night , and nobody came to close it .",
        "B": "The old door of the harbor stood wide open all night , and nobody came to close it .",
        "C": "The old door of the harbour stood - open all night , and - came to close it .",
        "D": "? ? ? of the harbour stood - open all nigth - and nobody came ? ? ? ?",
    }


def test_spelling_and_scanning_noise_are_near_matches() -> None:
    found = shown(made({"a": "her brother came home", "b": "her rnother carne horne"}))
    assert found == {"a": "her brother came home", "b": "her rnother carne horne"}


def test_a_moved_block_is_tied_to_where_the_others_have_it() -> None:
    block = "under the coal jetty by the lamp"
    texts = {
        "a": f"They met {block} when the clock had struck nine and the men were gone home.",
        "b": f"They met {block} when the clock had struck nine and the men were gone home.",
        "c": f"They met when the clock had struck nine and the men were gone home {block}.",
    }
    collation = made(texts)
    (move,) = collation.moves
    here = [collation.text(2, column) for column in move.here]
    there = [collation.text(0, column) for column in move.there]
    assert here == there == block.split()
    assert [collation.text(0, column) for column in move.here] == [""] * len(here)


def test_a_long_gap_is_a_lacuna_and_a_short_one_an_omission() -> None:
    words = [f"word{k}" for k in range(400)]
    whole = " ".join(words)
    torn = " ".join(words[:100] + words[250:])
    short = " ".join(words[:100] + words[110:])
    begun = " ".join(words[30:])
    collation = made({"a": whole, "b": torn, "c": short, "d": begun})
    assert (collation.row(1)[100:250] == LOST).all()
    assert (collation.row(2)[100:110] == OMITTED).all()
    assert (collation.row(3)[:30] == LOST).all()
    assert collation.table.shape[1] == 400


def test_fragments_that_do_not_meet_still_find_their_place() -> None:
    words = [f"word{k}" for k in range(300)]
    texts = {"a": words[:60], "b": words[200:260], "c": words, "d": []}
    collation = made({name: " ".join(own) for name, own in texts.items()})
    assert collation.table.shape[1] == 300
    assert np.flatnonzero(collation.row(0) >= 0).tolist() == list(range(60))
    assert np.flatnonzero(collation.row(1) >= 0).tolist() == list(range(200, 260))
    assert (collation.row(3) == LOST).all()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "我昨天去了市场。",
            "我昨日去市场。",
            ["我 昨 天 去 了 市 场 。", "我 昨 日 去 - 市 场 。"],
        ),
        ("ฉันไปตลาด", "ฉันไปที่ตลาด", ["ฉั น ไ ป - ต ล า ด", "ฉั น ไ ป ที่ ต ล า ด"]),
        ("وصلت السفينة إلى الميناء", "وصلت السفينة الى الميناء", None),
    ],
)
def test_other_scripts(one: str, other: str, expected: list[str] | None) -> None:
    found = list(shown(made({"a": one, "b": other}, "und")).values())
    assert found == (expected or [one, other])


def test_nothing_and_a_name_twice() -> None:
    assert collate([]).table.shape == (0, 0)
    assert made({"a": "", "b": " \n"}).table.shape[1] == 0
    with pytest.raises(ValueError, match="one name"):
        collate([Witness("a", "x"), Witness("a", "y")])
    with pytest.raises(KeyError, match="no witness"):
        made(GATE).number("Z")


def test_the_same_text_twice_is_one_row() -> None:
    collation = made({"a": "One two.", "b": "one  two.", "c": "One\ntwo."})
    assert collation.table.shape == (1, 3)
    assert [collation.text(n, 1) for n in range(3)] == ["two"] * 3


def test_readings_leave_out_punctuation_and_know_what_is_lost() -> None:
    found = readings(made(GATE))
    assert found["A"][:8] == ["the", "old", "gate", "of", "the", "harbour", "stood", ""]
    assert found["D"][:4] == [None, None, None, "of"]
    assert len({len(row) for row in found.values()}) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_the_witnesses_changes_nothing(
    texts: list[str], chance: random.Random
) -> None:
    witnesses = [Witness(f"w{k}", text) for k, text in enumerate(texts)]
    shuffled = witnesses[:]
    chance.shuffle(shuffled)
    one, other = collate(witnesses), collate(shuffled)
    assert one.witnesses == other.witnesses
    assert one.rows == other.rows
    assert one.moves == other.moves
    assert np.array_equal(one.table, other.table)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_the_cells_of_a_witness_are_its_text(texts: list[str]) -> None:
    collation = made({f"w{k}": text for k, text in enumerate(texts)})
    for number, witness in enumerate(collation.witnesses):
        assert cells(collation, number).split() == witness.text.split()
    assert (collation.table >= 0).any(axis=0).all()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_characters(one: str, other: str) -> None:
    collation = made({"a": one, "b": other})
    for number, text in enumerate((one, other)):
        assert "".join(cells(collation, number).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "texts",
    [
        ["word " * 100_000, "word " * 99_000, "word " * 50_000 + "x " + "word " * 49_000],
        ["x" * 200_000, "x" * 200_000 + "y"],
        ["(" * 100_000, "()" * 50_000],
        ["The boat left at nine. " * 20] * 500,
        ["a b " * 10_000, "a b b " * 6_600],
        [" ".join(str(k * 7919 % 100_003) for k in range(9_000)), " ".join(map(str, range(9_000)))],
    ],
)
def test_hostile_input_ends_soon(texts: list[str]) -> None:
    begun = time.process_time()
    collation = made({str(k): text for k, text in enumerate(texts)})
    assert time.process_time() - begun < 10
    assert collation.table.shape[1] < 250_000
