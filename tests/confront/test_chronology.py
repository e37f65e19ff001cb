"""What cannot be true whoever is right, and what only looks so."""

from dataclasses import replace

import pytest
from hypothesis import given as given_that
from hypothesis import settings
from hypothesis import strategies as st
from reading_by_hand import evidence, quotes

from variorum.confront import Evidence, confront
from variorum.confront.chronology.network import Constraint, contradiction
from variorum.model.passage import cut
from variorum.model.testimony import Link, Statement, Voice


def _reasons(*texts: str, dates: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return [row.reasons for row in confront(evidence(*texts, dates=dates)).impossibilities]


def test_a_series_of_one_a_year() -> None:
    told = (
        "[Lev Petrov] made {six voyages/6//voyage}, one a year from <1903/1903>, "
        "and came home for good in <%s/%s>. "
    )
    (row,) = confront(evidence(told % ("1907", "1907"))).impossibilities
    assert row.reasons[1] == "1903 + 6 − 1 = 1908"
    assert quotes(row.passages) == ["six voyages", "one a year from 1903", "home for good in 1907"]
    assert _reasons(told % ("1908", "1908")) == []
    assert _reasons(told % ("1911", "1911")) == []


@pytest.mark.parametrize("years", ["five years/5", "ten years/10"])
def test_a_length_of_time_and_its_ends(years: str) -> None:
    told = f"[Lev Petrov] served {{{years}/year}}, 1912 to 1914, in the coast guard. "
    (reasons,) = _reasons(told)
    assert reasons[1] == "1914 − 1912 = 2"


@pytest.mark.parametrize(
    "told",
    [
        "He served {two years/2/year}, 1912 to 1914. ",
        "He served {three years/3/year}, 1912 to 1914. ",
        "He served {about five years/5/year//about}, 1912 to 1914. ",
        "He served {five years/5/year}; 1912 to 1914 were the worst. ",
        "He served {five years/5/year} under the captains of 1912 to 1914. ",
    ],
)
def test_lengths_that_fit_or_are_of_something_else(told: str) -> None:
    assert _reasons(told) == []


def test_sons_and_daughters() -> None:
    told = (
        "She had {six children/6//child}, {three sons/3//son} and {two daughters/2//daughter}%s. "
    )
    (reasons,) = _reasons(told % "")
    assert reasons[1] == "3 + 2 = 5"
    for excepted in (" who lived", " and a stepson", ", and buried another"):
        assert _reasons(told % excepted) == []


def test_so_many_in_all() -> None:
    told = "Aboard were {12 men/12//man} and {5 boys/5//boy}, {%s hands/%s//hand} in all. "
    (reasons,) = _reasons(told % ("18", "18"))
    assert reasons == ("“12 men” and “5 boys” make 17, not 18", "12 + 5 = 17")
    assert _reasons(told % ("17", "17")) == []
    more = "There were {3 women/3//woman} below. "
    apart = (
        "With {3 women/3//woman} below and {12 men/12//man} and {5 boys/5//boy}, "
        "{20 souls/20//soul} in all. "
    )
    assert _reasons(more + told % ("17", "17")) == []
    assert _reasons(apart) == []


def test_two_ages_at_two_times() -> None:
    young = "In <1909/1909> [Lev Petrov], {24/24/year/age}, was the youngest master. "
    old = "In <1949/1949> [Lev Petrov], {%s/%s/year/age}, was still there. "
    (row,) = confront(evidence(young, old % ("70", "70"))).impossibilities
    assert quotes(row.passages) == ["24", "70"]
    assert row.reasons[1:] == (
        "“24” in 1909: born in 1884 or 1885",
        "“70” in 1949: born in 1878 or 1879",
    )
    assert _reasons(young, old % ("64", "64")) == []
    assert _reasons(young, old % ("nearly 70", "70") + " ") != []
    assert _reasons(young, "In <1949/1949> [Lev Petrov], {about 70/70/year/age/about}, sat. ") == []


def test_two_ages_at_one_time_are_a_disagreement() -> None:
    told = "In <1919/1919> [Lev Petrov], {%s/%s/year/age}, kept the bridge. "
    assert _reasons(told % ("26", "26"), told % ("31", "31")) == []


def test_father_and_son_of_one_name() -> None:
    assert (
        _reasons(
            "[Lev Petrov] was born in <1860/1860>. ",
            "In <1949/1949> [Lev Petrov], {30/30/year/age}, sold the boat. ",
        )
        == []
    )


def _stated(given: Evidence, relation: str, year: str, sentence: int) -> Statement:
    place = given.sentences[sentence].passage
    subject = given.mentions[0].entity
    return Statement(
        f"s_{relation}{year}", place, subject, relation, year, "date", year, "", "positive",
        "asserted", "", "a0",
    )  # fmt: skip


def test_the_dead_do_not_arrive_but_their_bodies_do() -> None:
    for words, found in (("He returned", 1), ("His body returned", 0)):
        given = evidence(f"[Lev Petrov] died in <1901/1901>. {words} in <1903/1903>. ")
        rows = (_stated(given, "died", "1901", 0), _stated(given, "returned", "1903", 1))
        assert len(confront(replace(given, statements=rows)).impossibilities) == found


def _said(words: str, role: str = "eyewitness", spoke: str = "") -> Evidence:
    given = evidence(f"[Lev Petrov] was born in <1921/1921>. {words}. ")
    text = given.sentences[0].passage.quote + " " + words + ". "
    start = text.index(words)
    place = cut("a0.txt", text, start, start + len(words))
    link = Link("Petrov", given.mentions[0].entity, role, spoke)
    return replace(given, voices=(Voice("v_1", place, None, (link,), True, "a0"),))


def test_a_witness_not_yet_born() -> None:
    (row,) = confront(_said("I saw the Tern sink in 1915")).impossibilities
    assert quotes(row.passages) == ["1921", "I saw the Tern sink in 1915"]
    (row,) = confront(_said("Я видел пожар в 1915")).impossibilities
    assert row.confidence < 0.9


@pytest.mark.parametrize(
    "words",
    [
        "I saw the Tern sink in 1935",
        "I saw the portrait painted in 1915",
        "I heard of the wreck that was told in 1915",
        "I saw the letter dated in 1915",
        "They say it sank in 1915",
    ],
)
def test_what_a_witness_may_have_seen(words: str) -> None:
    assert confront(_said(words)).impossibilities == ()


def test_words_later_than_their_speaker() -> None:
    given = _said("It was dark", "speaker", "1968")
    died = _stated(given, "died", "1965", 0)
    rows = confront(replace(given, statements=(died,))).impossibilities
    assert any("spoke in 1968, but died in 1965" in row.reasons[0] for row in rows)
    in_time = replace(died, time="1969", value="1969")
    assert confront(replace(given, statements=(in_time,))).impossibilities == ()


def test_the_shortest_contradiction() -> None:
    rows = [
        Constraint("a", "b", 5, 0),
        Constraint("b", "c", 5, 1),
        Constraint("c", "a", -20, 2),
        Constraint("b", "a", -7, 3),
    ]
    found = contradiction(rows)
    assert found is not None
    assert (found.rows, found.excess) == ((0, 3), 2)
    whole = contradiction(rows[:3])
    assert whole is not None
    assert whole.rows == (0, 1, 2)
    assert contradiction(rows[:2]) is None
    assert contradiction([]) is None


@settings(max_examples=60, deadline=None)
@given_that(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(-9, 9)).filter(
            lambda row: row[0] != row[1]
        ),
        max_size=8,
    )
)
def test_a_contradiction_is_minimal(drawn: list[tuple[int, int, int]]) -> None:
    rows = [Constraint(a, b, most, n) for n, (a, b, most) in enumerate(drawn)]
    found = contradiction(rows)
    if found is None:
        return
    members = [rows[n] for n in found.rows]
    assert contradiction(members) is not None
    for left_out in members:
        assert contradiction([row for row in members if row is not left_out]) is None


def test_hostile_sentences_end() -> None:
    long = "[Lev Petrov] had {six sons/6//son} " + "a year " * 20000 + "in 1907. "
    assert _reasons(long) == []
