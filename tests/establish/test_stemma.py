"""Pedigrees of small traditions made by hand, where the true one is known."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.collate import Witness, collate, readings
from variorum.establish.dependence import Stemma, ancestors, stemma

TEXT = """when the river rose above the second step the ferryman took down the bell and carried it up to
the chapel and the miller who had seen nine floods and feared none of them sat upon his sacks
and said that water is only water until it comes into the house then he counted the sacks and
the children and the lamps and found that of each there was one too few so he went out again
with a rope around his body and a lantern in his teeth and nobody saw him until the morning
when the ferryman found him asleep beside the bell in the dry chapel"""
Row = list[str | None]


def copied(row: Row, *changes: tuple[int, str]) -> Row:
    """A copy that reads otherwise at some places."""
    made = list(row)
    for place, reading in changes:
        made[place] = reading
    return made


def slips(row: Row, *places: int) -> Row:
    """A copy in which words are misspelled."""
    return copied(row, *((place, f"{row[place]}x{place}") for place in places))


def lost(row: Row, start: int, end: int) -> Row:
    """A copy of which a leaf is gone."""
    return [*row[:start], *([None] * (end - start)), *row[end:]]


def edges(found: Stemma, main: bool = True) -> set[tuple[str, str]]:
    return {(one.parent, one.child) for one in found.descents if one.main == main}


def checked(table: dict[str, Row]) -> Stemma:
    """The pedigree, of which is asked what must hold of any."""
    found = stemma(table)
    children = [child for _, child in edges(found)]
    nodes = {*found.witnesses, *found.supposed}
    assert found.witnesses == tuple(sorted(table))
    assert len(children) == len(set(children))
    assert set(children) | {found.root} == nodes
    assert all(0 < one.probability < 1 for one in found.descents)
    above: dict[str, set[str]] = {node: set() for node in nodes}
    for one in found.descents:
        above[one.child].add(one.parent)
    waiting = dict(above)
    while free := [node for node, over in waiting.items() if not over & set(waiting)]:
        for node in free:
            del waiting[node]
    assert not waiting, "somebody is his own ancestor"
    return found


FIRST: Row = list(TEXT.split())


def test_a_chain_of_copies() -> None:
    b = slips(FIRST, 5, 17, 40)
    c = slips(b, 9, 33, 60)
    d = slips(c, 2, 22, 77)
    found = checked({"d": d, "a": FIRST, "c": c, "b": b})
    assert found.root == "a"
    assert not found.supposed
    assert edges(found) == {("a", "b"), ("b", "c"), ("c", "d")}


def test_two_families_under_one_first_copy() -> None:
    b, c = slips(FIRST, 5, 17, 40, 51), slips(FIRST, 8, 20, 44, 63)
    table = {
        "a": FIRST,
        "b": b,
        "b1": slips(b, 10, 11),
        "b2": slips(b, 70, 81),
        "c": c,
        "c1": slips(c, 12, 30),
        "c2": slips(c, 72, 84),
    }
    found = checked(table)
    assert found.root == "a"
    assert edges(found) == {
        ("a", "b"),
        ("a", "c"),
        ("b", "b1"),
        ("b", "b2"),
        ("c", "c1"),
        ("c", "c2"),
    }


def test_a_lost_copy_is_supposed_where_its_copies_share_errors() -> None:
    gone = copied(
        FIRST, (5, ""), (17, "meadow"), (40, ""), (51, "harvest"), (60, "shepherd"), (71, "")
    )
    table = {
        "a": FIRST,
        "b": slips(gone, 10, 13, 23, 26),
        "c": slips(gone, 30, 32, 44, 46),
        "d": slips(gone, 80, 82, 84, 87),
    }
    found = checked(table)
    assert found.root == "a"
    assert found.supposed == ("α",)
    assert edges(found) == {("a", "α"), ("α", "b"), ("α", "c"), ("α", "d")}
    assert {(up, name) for up, name, _ in ancestors(found)} == {("a", "b"), ("a", "c"), ("a", "d")}


def test_lost_leaves_are_unknown_and_no_reading() -> None:
    """Two fragments lack the same leaf and have nothing else in common: each goes with its own kind."""
    b, c = slips(FIRST, 5, 8, 12, 15), slips(FIRST, 6, 9, 13, 16)
    table = {
        "a": FIRST,
        "b": b,
        "c": c,
        "b1": lost(slips(b, 20, 22), 30, len(FIRST)),
        "c1": lost(slips(c, 21, 23), 30, len(FIRST)),
    }
    assert edges(checked(table)) == {("a", "b"), ("a", "c"), ("b", "b1"), ("c", "c1")}


def test_words_left_out_are_a_reading() -> None:
    b = copied(FIRST, (30, ""), (50, ""), (70, ""))
    found = checked({"a": FIRST, "b": b, "b1": slips(b, 5, 7), "a1": slips(FIRST, 11, 13)})
    assert edges(found) == {("a", "b"), ("b", "b1"), ("a", "a1")}


def test_a_copy_from_two_exemplars() -> None:
    left = slips(FIRST, *range(3, 90, 8))
    right = slips(FIRST, *range(6, 90, 8))
    mixed = slips([*left[:50], *right[50:]], 1)
    table = {
        "a": FIRST,
        "left": left,
        "left2": slips(left, 10, 80),
        "right": right,
        "right2": slips(right, 24, 88),
        "mixed": mixed,
    }
    found = checked(table)
    both = {up for up, name, _ in ancestors(found) if name == "mixed"}
    assert both == {"left", "right"}
    (second,) = [one for one in found.descents if not one.main]
    assert second.child == "mixed"
    other_half = (50, len(FIRST)) if second.parent == "right" else (0, 50)
    assert other_half[0] <= second.start < second.end <= other_half[1]


def test_without_contamination_there_is_no_second_exemplar() -> None:
    b = slips(FIRST, 5, 17, 40, 51)
    found = checked({"a": FIRST, "b": b, "c": slips(b, 60, 70), "d": slips(FIRST, 30, 31)})
    assert not edges(found, main=False)


def test_from_texts_by_way_of_their_collation() -> None:
    """A lost end is no omission: the fragment of the second copy goes with the second copy."""
    b = slips(copied(FIRST, (33, "")), 5, 17, 60)
    c = slips(b, 9, 22, 70)
    texts = {"a": FIRST, "b": b, "c": c, "fragment": slips(b, 12, 25)[:40]}
    witnesses = [Witness(name, " ".join(w for w in row if w), "en") for name, row in texts.items()]
    found = checked(readings(collate(witnesses)))
    assert edges(found) == {("a", "b"), ("b", "c"), ("b", "fragment")}


def test_a_date_turns_what_the_words_leave_open() -> None:
    one = copied(FIRST, (5, "ferry"), (17, "chapel"))
    table = {"x": list(FIRST), "y": one}
    later_y = stemma(table, {"x": "1849", "y": "1908"})
    later_x = stemma(table, {"x": "1908", "y": "1849"})
    assert edges(later_y) == {("x", "y")}
    assert edges(later_x) == {("y", "x")}


def test_copies_that_differ_nowhere() -> None:
    found = checked({name: list(FIRST) for name in "abc"})
    assert found.root == "a"
    assert edges(found) == {("a", "b"), ("a", "c")}
    assert {one.probability for one in found.descents} == {0.5}


def test_no_witness_one_witness_and_nothing_but_gaps() -> None:
    assert stemma({}) == Stemma((), (), "", ())
    assert stemma({"a": list(FIRST)}) == Stemma(("a",), (), "a", ())
    assert checked({"a": [None] * 5, "b": [None] * 5}).witnesses == ("a", "b")
    assert checked({"a": [], "b": []}).witnesses == ("a", "b")
    assert checked({"a": list(FIRST), "b": lost(FIRST, 0, len(FIRST))}).witnesses == ("a", "b")


def test_rows_of_unequal_length() -> None:
    with pytest.raises(ValueError, match="equally long"):
        stemma({"a": ["one"], "b": ["one", "two"]})


def test_five_hundred_copies_of_one_leaflet() -> None:
    chance = random.Random(4)
    table = {f"w{n:03d}": slips(FIRST, *chance.sample(range(40), n % 2)) for n in range(500)}
    assert len(checked(table).witnesses) == 500


READINGS = st.sampled_from(["one", "two", "three", "", None, "ones"])


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 7), st.integers(0, 8), st.data(), st.randoms())
def test_any_table_in_any_order(
    count: int, width: int, data: st.DataObject, chance: object
) -> None:
    rows = data.draw(
        st.lists(st.lists(READINGS, min_size=width, max_size=width), min_size=count, max_size=count)
    )
    table = {f"w{n}": row for n, row in enumerate(rows)}
    found = checked(table)
    names = list(table)
    chance.shuffle(names)  # type: ignore[attr-defined]
    assert stemma({name: table[name] for name in names}) == found


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_grown_traditions_keep_what_holds_of_any(seed: int) -> None:
    chance = random.Random(seed)
    rows = [list(FIRST)]
    while len(rows) < 9:
        rows.append(slips(chance.choice(rows), *chance.sample(range(len(FIRST)), 4)))
    rows[3] = lost(rows[3], 10, 40)
    table = {f"w{n}": row for n, row in enumerate(rows)}
    assert stemma(dict(reversed(table.items()))) == checked(table)
