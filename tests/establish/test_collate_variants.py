"""Variants: how two copies differ, cut and named as an editor would."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.collate import Witness, collate, variants


def told(a: str, b: str, language: str = "en") -> list[tuple[str, str, str, str]]:
    collation = collate([Witness("a", a, language), Witness("b", b, language)])
    return [(d.kind, d.what, a[slice(*d.a)], b[slice(*d.b)]) for d in variants(collation, "a", "b")]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The fire began on 14 October 1933 in the coal store.",
            "The fire began on 15 October 1933 in the coal store.",
            ("substitution", "date", "14 October 1933", "15 October 1933"),
        ),
        (
            "They counted forty-one dead on the quay that day.",
            "They counted forty-three dead on the quay that day.",
            ("substitution", "number", "forty-one", "forty-three"),
        ),
        (
            "He did not see who opened the lock.",
            "He did see who opened the lock.",
            ("omission", "polarity", "not", ""),
        ),
        (
            "I came with my brother Mitya to the pier.",
            "I came with my cousin Mitya to the pier.",
            ("substitution", "kin", "brother", "cousin"),
        ),
        (
            "It was perhaps the wind that did it.",
            "It was the wind that did it.",
            ("omission", "hedge", "perhaps", ""),
        ),
        (
            "We lay in the harbour until noon.",
            "We lay in the harbor until noon.",
            ("substitution", "spelling", "harbour", "harbor"),
        ),
        (
            "They stood before the gate and sang.",
            "They stood before the gale and sang.",
            ("substitution", "misprint", "gate", "gale"),
        ),
        (
            "The captain could now see the shore.",
            "The captain could not see the shore.",
            ("substitution", "misprint", "now", "not"),
        ),
        (
            "The men of the watch were very tired and cold.",
            "The women of the watch were very tired and cold.",
            ("substitution", "wording", "men", "women"),
        ),
        (
            "They carried the lamp and the rope to the boat.",
            "They carried the rope and the lamp to the boat.",
            ("transposition", "wording", "lamp and the rope", "rope and the lamp"),
        ),
        (
            "The bell rang. Nobody had touched the rope. We ran down.",
            "The bell rang. We ran down.",
            ("omission", "sentence", "Nobody had touched the rope.", ""),
        ),
        (
            "The bell rang and we ran down to see.",
            "The bell rang and, as the sexton swore to me, we ran down to see.",
            ("addition", "clause", "", "as the sexton swore to me"),
        ),
        (
            "There stood Captain Tolland on the bridge.",
            "There stood Captain Holland on the bridge.",
            ("substitution", "name", "Tolland", "Holland"),
        ),
    ],
)
def test_one_variant(a: str, b: str, expected: tuple[str, str, str, str]) -> None:
    assert told(a, b) == [expected]


def test_russian() -> None:
    assert told(
        "Капитан сказал, что погиб сорок один человек, и мой двоюродный брат не видел огня.",
        "Капитан сказал, что погиб сорок семь человек, и мой брат видел огня.",
        "ru",
    ) == [
        ("substitution", "number", "сорок один", "сорок семь"),
        ("substitution", "kin", "двоюродный брат", "брат"),
        ("omission", "polarity", "не", ""),
    ]


def test_neighbouring_words_make_one_reading() -> None:
    assert told(
        "In the end the weary old pilot came ashore alone.",
        "In the end our drunken young friend came ashore alone.",
    ) == [("substitution", "wording", "the weary old pilot", "our drunken young friend")]


def test_capitals_and_punctuation_are_no_variants() -> None:
    assert told("“The boat left,” he said – at Nine!", '"the Boat left" he said - at nine.') == []


def test_an_omission_that_dots_admit_weighs_less() -> None:
    a = "The captain, who had been drinking since noon, ran down the stairs and shouted."
    texts = {"a": a, "b": a.replace("who had been drinking since noon, ", ""), "c": ""}
    texts["c"] = a.replace(", who had been drinking since noon,", " …")
    collation = collate([Witness(name, text, "en") for name, text in texts.items()])
    (plain,), (marked,) = variants(collation, "a", "b"), variants(collation, "a", "c")
    assert (plain.what, marked.what) == ("clause", "clause")
    assert marked.weight < plain.weight
    assert "marked by an ellipsis" in marked.reasons


def test_what_is_lost_is_no_variant() -> None:
    assert told("One day the boat left the old pier", "the boat left the old pier at nine") == []


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["the", "old", "gate", "12", ",", "not", "and", "Morvath", ".", "open"]),
        max_size=20,
    ),
    st.lists(
        st.sampled_from(["the", "old", "gate", "14", ",", "and", "Norvath", ".", "open"]),
        max_size=20,
    ),
)
def test_spans_lie_in_the_texts_and_sides_mirror(one: list[str], other: list[str]) -> None:
    a, b = " ".join(one), " ".join(other)
    collation = collate([Witness("a", a, "en"), Witness("b", b, "en")])
    forward, backward = variants(collation, "a", "b"), variants(collation, "b", "a")
    for d in forward:
        assert 0 <= d.a[0] <= d.a[1] <= len(a)
        assert 0 <= d.b[0] <= d.b[1] <= len(b)
        assert (d.a[0] == d.a[1]) == (d.kind == "addition")
        assert (d.b[0] == d.b[1]) == (d.kind == "omission")
    assert sorted((d.a, d.b) for d in forward) == sorted((d.b, d.a) for d in backward)


def test_a_scanner_changes_nothing_of_substance() -> None:
    a = (
        "On Friday no boat shall leave the dock, and the men have not been paid since the ninth of "
        "March. Come at seventeen, to Lime Street, and bring a lamp for the widow."
    )
    b = (
        "On Frlday n0 boat shall 1eave the doek, ond tbe rnen hove uot been poid since the ninth cf "
        "Morch. Come at 5eventeen, to Lirne Sfreet, aud bring o lamp for the wldow."
    )
    found = told(a, b)
    assert {what for _, what, _, _ in found} == {"spelling"}
    assert ("substitution", "spelling", "no", "n0") in found
    assert ("substitution", "spelling", "seventeen", "5eventeen") in found


def test_true_variants_stand_out_of_the_noise() -> None:
    a = "The dues fell by a fifth, and on Monday the third of August no barge shall leave for Torm."
    b = "Tbe dues feII by a third, aud on Tuesday the fourth of Augusf n0 barge shall leave for Torm."
    assert [(what, one, other) for _, what, one, other in told(a, b) if what != "spelling"] == [
        ("number", "fifth", "third"),
        ("date", "Monday", "Tuesday"),
        ("date", "third of August", "fourth of Augusf"),
    ]


@pytest.mark.parametrize(
    ("a", "b", "what"),
    [
        ("We saw four boats on the lake.", "We saw for boats on the lake.", "number"),
        ("He put the shoe by the door.", "He put the she by the door.", "wording"),
        ("They came later than we did.", "They came latter than we did.", "misprint"),
        ("He can see the light.", "He can't see the light.", "polarity"),
        ("It was the last boat to go.", "It was the lost boat to go.", "misprint"),
        ("Then Captain Tarn came aboard.", "Then Captain Farn came aboard.", "name"),
        ("I counted 10 of them there.", "I counted 70 of them there.", "number"),
    ],
)
def test_two_real_words_are_no_spelling(a: str, b: str, what: str) -> None:
    assert [found for _, found, _, _ in told(a, b)] == [what]


def test_two_words_of_a_language_without_a_dictionary() -> None:
    assert [
        what for _, what, _, _ in told("ראיתי שלושים סירות באגם", "ראיתי שמונים סירות באגם", "he")
    ] == ["number"]
    a, b = "Die Leute lebten dort allein.", "Die Leute liebten dort allein."
    assert [what for _, what, _, _ in told(a, b, "de")] == ["wording"]
    a, b = "Он шелъ къ рѣке одинъ.", "Он шел к реке один."
    assert {what for _, what, _, _ in told(a, b, "ru")} == {"spelling"}


def test_lines_broken_by_a_printer() -> None:
    plain = "We waited until midnight under the old footbridge, and a well-known pilot was with us."
    broken = (
        "We waited until mid-\nnight under the old\n\n118                 HARBOUR RECORDS\n\nfoot-\n"
        "bridge, and a well-\nknown pilot was with us."
    )
    assert told(plain, broken) == []


def test_naming_whom_one_follows_alters_nothing() -> None:
    a = "They sat on the deck all night. I went out with a pilot. There was no water."
    b = "They sat on the deck all night, as Groom relates. There was no water."
    assert told(a, b) == [("omission", "sentence", "I went out with a pilot.", "")]
    assert told(b, "They sat on the deck all night. There was no water.") == []


@pytest.mark.parametrize(
    ("a", "b", "language", "expected"),
    [
        (
            "村里凑了三十六块银元修桥。",
            "村里凑了六十三块银元修桥。",
            "zh",
            ("number", "三十六", "六十三"),
        ),
        ("有一位姓何的木匠住在河边。", "有一位姓吴的木匠住在河边。", "zh", ("name", "何", "吴")),
        ("หมูสองตัวหายไปกับน้ำ", "หมูสามตัวหายไปกับน้ำ", "th", ("number", "สอง", "สาม")),
        (
            "יצאו עשרים וארבעה איש אל הים",
            "יצאו ארבעים ושניים איש אל הים",
            "he",
            ("number", "עשרים וארבעה", "ארבעים ושניים"),
        ),
        (
            "Found 47 guns under the nets.",
            "Found 74 guns under the nets.",
            "en",
            ("number", "47", "74"),
        ),
    ],
)
def test_whole_numbers_and_names_in_any_script(
    a: str, b: str, language: str, expected: tuple[str, str, str]
) -> None:
    assert [(what, one, other) for _, what, one, other in told(a, b, language)] == [expected]


def test_a_sentence_left_out_beside_misread_words() -> None:
    a = "Watch for tbe rnen there. Let nobody strike a blow, and let nobody answer one. Thc end is near."
    b = "Watch for the men there. The end is near."
    assert [row for row in told(a, b) if row[1] != "spelling"] == [
        ("omission", "sentence", "Let nobody strike a blow, and let nobody answer one.", "")
    ]


def test_what_is_left_out_of_a_hedge_is_one() -> None:
    a, b = "The boat is said to be the merchant's own.", "The boat is the merchant's own."
    assert told(a, b) == [("omission", "hedge", "said to be", "")]


def test_what_a_scanner_does_in_other_languages() -> None:
    a = "Капитан не видел, как 14 человек упали. Он стоял на палубе."
    b = "Капитан ие видел, кaк l4 человек упали. Он стояп на палубе."
    assert {what for _, what, _, _ in told(a, b, "ru")} == {"spelling"}
    a = "Die Kinder sagten nichts und lebten allein im Haus am Wald."
    b = "Die Kinder sagtcn nichts und leb-\nten allein im Haus am Wa1d."
    assert {what for _, what, _, _ in told(a, b, "de")} == {"spelling"}


def test_first_names_are_names() -> None:
    assert told("Then I saw Joan at the ford.", "Then I saw Jean at the ford.") == [
        ("substitution", "name", "Joan", "Jean")
    ]
