"""Brackets: pairing, and what each is by its grammar."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.establish import local_hands
from variorum.establish.hands.brackets import find_brackets
from variorum.model.critique import Account
from variorum.model.transcript import Transcript

LABELLED = Path(__file__).parents[2] / "benchmarks" / "hands_brackets.jsonl"


def spans(text: str) -> list[str]:
    return [text[b.start : b.end] for b in find_brackets(text)]


def account(text: str, language: str = "en", kind: str = "article") -> Account:
    return Account("a_1", "t.txt", 0, len(text), "", "", "", "", language, kind)


def rows(text: str, language: str = "en", kind: str = "article") -> dict[str, tuple[str, str]]:
    hands = local_hands(Transcript("t.txt", text), (account(text, language, kind),))
    return {hand.passage.quote: (hand.hand, hand.kind) for hand in hands}


def test_nested_and_crossed_brackets_pair_by_shape() -> None:
    assert spans("a (b [c] d) e") == ["(b [c] d)", "[c]"]
    assert spans("a (b [c) d] e") == ["(b [c)", "[c) d] e"]
    assert spans("1) one 2) two :-) x < 3 > 2 (open") == []


def test_a_remark_signed_with_initials_or_whole_in_itself_is_a_note() -> None:
    text = "We were seven [The roll has ten. – J. H.] and [the] boat [It was the other boat.] left."
    assert rows(text) == {
        "[The roll has ten. – J. H.]": ("editor", "note"),
        "[the]": ("editor", "completion"),
        "[It was the other boat.]": ("editor", "note"),
    }


def test_only_square_brackets_run_over_paragraphs() -> None:
    assert spans("(one\n\ntwo) [one\n\ntwo]") == ["[one\n\ntwo]"]


def test_a_square_bracket_left_open_reaches_to_the_end_of_its_line() -> None:
    found = find_brackets("He left [in haste\nand came back")
    assert [(b.start, b.end, b.closed) for b in found] == [(8, 17, False)]


@given(st.text(alphabet="()[]<>{} a\n", max_size=200))
def test_pairs_never_cross_and_quotes_are_exact(text: str) -> None:
    found = [b for b in find_brackets(text) if b.closed]
    for a in found:
        assert text[a.start] + text[a.end - 1] in ("()", "[]", "<>", "{}")
        for b in found:
            assert not a.start < b.start < a.end < b.end
    for hand in local_hands(Transcript("t.txt", text), (account(text),) if text else ()):
        passage = hand.passage
        assert passage.quote == text[passage.start : passage.end]


@pytest.mark.parametrize("hostile", ["(" * 300_000, "[" * 300_000, "[(" * 100_000 + ")]" * 100_000])
def test_hostile_brackets_take_linear_time(hostile: str) -> None:
    began = time.process_time()
    local_hands(Transcript("t.txt", hostile), (account(hostile),))
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    "hostile", ["\n" * 1_000_000, " " * 1_000_000, "a" * 1_000_000, "* " * 300_000, "¹" * 300_000]
)
def test_hostile_lines_take_linear_time(hostile: str) -> None:
    began = time.process_time()
    local_hands(Transcript("t.txt", hostile), (account(hostile),))
    assert time.process_time() - began < 8


def labelled() -> list[tuple[dict[str, str], str, str, str]]:
    cases = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]
    return [(case, *label) for case in cases for label in case["hands"]]


@pytest.mark.parametrize(("case", "quote", "hand", "kind"), labelled())
def test_labelled(case: dict[str, str], quote: str, hand: str, kind: str) -> None:
    assert rows(case["text"], case["language"], case["kind"])[quote] == (hand, kind)


def test_an_author_who_mentions_a_translator_is_not_one() -> None:
    text = "We waited (the translator, a tall man of forty, smiled at us) for an hour."
    found = rows(text)["(the translator, a tall man of forty, smiled at us)"]
    assert found == ("author", "parenthesis")


def test_a_script_of_its_own_is_a_gloss_only_in_a_translation() -> None:
    text = "We lived in a dacha (дача) by the river."
    assert rows(text)["(дача)"] == ("author", "parenthesis")
    assert rows("Translated by I. O.\n\n" + text)["(дача)"] == ("translator", "gloss")
