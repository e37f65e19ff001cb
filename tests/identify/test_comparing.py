"""Two names compared, and the parts names are made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.identify.comparing import FEATURES, WEIGHTS, compared, features
from variorum.identify.eastern import eastern_key
from variorum.identify.given import gender_of_given, given_key, given_keys
from variorum.identify.names import parsed


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        ("Igor Sechin", "Sechin, Igor", "Igor Lebedev"),
        ("Nikolai Orlov", "Николай Орлов", "Николай Петров"),
        ("Jean-Claude Marsh", "Jean Claude Marsh", "Jean-Paul Hollis"),
        ("Lev Ivanovich Petrov", "Lev Petrov", "Anna Petrov"),
        ("Barack Obama", "باراك أوباما", "محمد بن سلمان"),
        ("PolPot", "Pol Pot", "Paul Murphy"),
    ],
)
def test_people(one: str, same: str, other: str) -> None:
    yes, no = compared([(one, same), (one, other)])
    assert yes.chance > 0.5 > no.chance


def test_companies() -> None:
    yes, no = compared(
        [("Tarsk Limited Liability Company", "Tarsk LLC"), ("Tarsk AG", "Lowmarket AG")], False
    )
    assert yes.chance > 0.5 > no.chance


def test_a_weight_for_each_feature() -> None:
    assert len(WEIGHTS) == len(FEATURES) == len(features([("a", "b")])[0])


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.booleans())
def test_the_order_of_two_names_does_not_matter(a: str, b: str, person: bool) -> None:
    there, back = compared([(a, b), (b, a)], person)
    assert there.chance == pytest.approx(back.chance, abs=1e-3)
    assert 0.0 <= there.chance <= 1.0


def test_given_names() -> None:
    assert given_key("kolya") == given_key("nicholas") == given_key("nikolai")
    assert given_keys("sasha") == {given_key("alexander"), given_key("alexandra")}
    assert given_key("bill") == given_key("william")
    assert [gender_of_given(name) for name in ("varvara", "bill", "sasha")] == ["f", "m", ""]


@pytest.mark.parametrize(
    "family",
    ["mao tse-tung|mao zedong", "chou en-lai|zhou enlai", "rhee syngman|yi seung-man",
     "park chung hee|pak chong-hui", "lin piao|lin biao"],
)  # fmt: skip
def test_romanisations(family: str) -> None:
    keys = {eastern_key(name) for name in family.split("|")}
    assert len(keys) == 1
    assert "" not in keys


def test_parts_of_a_name() -> None:
    assert parsed("Агафья Ивановна").given == ("agafya", "ivanovna")
    assert parsed("Агафья Ивановна").surname == ""
    assert parsed("Агафья Ивановна").gender == "f"
    assert parsed("Орлова Анна Ивановна").surname == parsed("Анна Ивановна Орлова").surname
    assert parsed("Jim O’Brien").given == ("jim",)
