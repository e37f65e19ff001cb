"""Who draws on whom by all that two accounts share, and what a third account explains."""

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.dependence import Bond, dependences
from variorum.establish.stretches import Stretch

WORDS = (100, 500)


def bond(
    a: str,
    b: str,
    way: str = "unknown",
    sure: float = 0.5,
    *,
    kind: str = "copy",
    score: float = 0.99,
    length: int = 400,
    errors: int = 0,
    at: tuple[int, int] = WORDS,
    parallel: str = "",
) -> Bond:
    stretches = (Stretch(a, *at), Stretch(b, *at))
    name = parallel or f"{a}{b}{at[0]}"
    return Bond(name, a, b, kind, way, sure, score, length, errors, stretches)


def said(*bonds: Bond) -> set[tuple[str, str, str]]:
    return {(d.account_a, d.account_b, d.direction) for d in dependences(bonds)}


def test_a_passage_with_a_direction() -> None:
    (row,) = dependences([bond("a", "b", "a→b", 0.9)])
    assert (row.account_a, row.account_b, row.direction) == ("a", "b", "a→b")
    assert 0.85 < row.probability < 0.95
    assert row.evidence == ("ab100",)


def test_the_direction_is_turned_with_the_pair() -> None:
    assert said(bond("b", "a", "a→b", 0.9)) == {("a", "b", "b→a")}


def test_nothing_less_probable_than_not_is_listed() -> None:
    assert not said(bond("a", "b", score=0.4))
    assert not said(bond("a", "b", kind="retelling", score=0.8))
    assert not said(bond("a", "b", "a→b", 0.72, score=0.6))


def test_formulas_give_no_dependence() -> None:
    assert not said(bond("a", "b", "a→b", 0.9, kind="formula"))


def test_one_short_sentence_and_no_direction_is_no_dependence() -> None:
    assert not said(bond("a", "b", length=105))
    assert said(bond("a", "b", "a→b", 0.9, length=105)) == {("a", "b", "a→b")}
    many = [bond("a", "b", length=105, at=(n * 200, n * 200 + 105)) for n in range(4)]
    assert said(*many) == {("a", "b", "unknown")}


def test_one_short_sentence_and_a_date_is_no_dependence() -> None:
    assert not said(bond("a", "b", "a→b", 0.818, length=105, score=0.96))
    two = [bond("a", "b", "a→b", 0.818, length=120, at=(n, n + 120)) for n in (0, 500)]
    assert said(*two) == {("a", "b", "a→b")}


def test_a_long_sentence_word_for_word_is_one() -> None:
    assert said(bond("a", "b", length=125, score=1.0)) == {("a", "b", "unknown")}


def test_a_chain_needs_no_link_of_its_ends() -> None:
    found = said(
        bond("diary", "old", "a→b", 0.9),
        bond("old", "young", "a→b", 0.9, errors=2),
        bond("diary", "young", "a→b", 0.9),
    )
    assert found == {("diary", "old", "a→b"), ("old", "young", "a→b")}


def test_a_chain_and_words_from_the_first_itself() -> None:
    found = said(
        bond("diary", "old", "a→b", 0.9),
        bond("old", "young", "a→b", 0.9),
        bond("diary", "young", "a→b", 0.9),
        bond("diary", "young", "a→b", 0.9, at=(700, 1100)),
    )
    assert ("diary", "young", "a→b") in found


def test_an_error_only_the_ends_share_is_not_explained() -> None:
    found = said(
        bond("diary", "old", "a→b", 0.9),
        bond("old", "young", "a→b", 0.9),
        bond("diary", "young", "a→b", 0.9, errors=1),
    )
    assert ("diary", "young", "a→b") in found


def test_two_that_follow_a_third_do_not_depend_on_each_other() -> None:
    found = said(
        bond("agency", "courier", "a→b", 0.9),
        bond("agency", "dawn", "a→b", 0.9),
        bond("courier", "dawn"),
    )
    assert found == {("agency", "courier", "a→b"), ("agency", "dawn", "a→b")}


def test_two_that_follow_a_third_elsewhere_may() -> None:
    found = said(
        bond("agency", "courier", "a→b", 0.9),
        bond("agency", "dawn", "a→b", 0.9),
        bond("courier", "dawn", at=(900, 1300)),
    )
    assert ("courier", "dawn", "unknown") in found


def test_two_sources_of_a_compiler_are_not_explained_by_him() -> None:
    found = said(
        bond("book", "one", "b→a", 0.9),
        bond("book", "two", "b→a", 0.9),
        bond("one", "two"),
    )
    assert ("one", "two", "unknown") in found


def test_copies_without_a_direction_are_one_group() -> None:
    names = [f"leaflet{n}" for n in range(6)]
    found = said(*(bond(a, b) for i, a in enumerate(names) for b in names[i + 1 :]))
    assert len(found) == len(names) - 1
    assert {name for row in found for name in row[:2]} == set(names)


def test_where_nobody_knows_the_place_nothing_is_explained() -> None:
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    bonds = [Bond(x + y, x, y, "copy", "a→b", 0.9, 0.99, 400) for x, y in pairs]
    assert len(dependences(bonds)) == 3


def test_many_copies_of_one_text() -> None:
    star = [bond("c0000", f"c{n:04d}") for n in range(1, 2_000)]
    assert len(dependences(star)) == len(star)


BONDS = st.lists(
    st.builds(
        lambda a, b, way, sure, score, start: bond(
            a, b, way, sure, score=score, at=(start, start + 300)
        ),
        st.sampled_from("abcdef"),
        st.sampled_from("abcdef"),
        st.sampled_from(("a→b", "b→a", "unknown")),
        st.floats(0.7, 0.97),
        st.floats(0, 1),
        st.integers(0, 600),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(BONDS, st.randoms())
def test_any_bonds_in_any_order(bonds: list[Bond], chance: object) -> None:
    numbered = [
        Bond(f"p{n}", b.a, b.b, b.kind, b.direction, b.probability, b.score, 300, 0, b.at)
        for n, b in enumerate(bonds)
    ]
    found = dependences(numbered)
    assert all(0.5 <= row.probability <= 0.98 for row in found)
    assert all(row.account_a < row.account_b for row in found)
    chance.shuffle(numbered)  # type: ignore[attr-defined]
    again = dependences(numbered)
    assert [(r.account_a, r.account_b, r.direction) for r in again] == [
        (r.account_a, r.account_b, r.direction) for r in found
    ]
