"""What is told otherwise: every kind once, and beside it what only looks like it."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_by_hand import evidence, quotes

from variorum.confront import Evidence
from variorum.confront.context import ground
from variorum.confront.told import told
from variorum.model.critique import Parallel, Variant
from variorum.model.findings import Disagreement
from variorum.model.passage import Passage
from variorum.model.testimony import Sentence

LEMMAS = {
    "opened": "open", "wore": "wear", "locked": "lock", "shot": "shoot", "heard": "hear",
    "given": "give", "gave": "give", "rang": "ring", "arrived": "arrive", "rowed": "row", "fell": "fall",
    "found": "find", "kept": "keep", "carried": "carry", "destroyed": "destroy", "went": "go",
    "entered": "enter", "walked": "walk", "rushed": "rush", "ran": "run",
    "shouted": "shout", "buried": "bury", "told": "tell",
}  # fmt: skip

STAGE = "[Pavel Grishin] kept the mill at [Orlov Quay/place] by the Tarn ferry. "
"""What makes the accounts of one event: they name the same people and places."""

DAYS = ("1921-02-12", "1921-02-20", "1921-03-03", "1921-03-05")


def dossier(*texts: str, kinds: tuple[str, ...] = ("testimony",) * 4) -> Evidence:
    """Accounts of one event, dated, their base forms as a parser would give them."""
    read = evidence(*(STAGE + text for text in texts), dates=DAYS, kinds=kinds)
    return replace(read, sentences=tuple(map(_lemmatised, read.sentences)))


def _lemmatised(sentence: Sentence) -> Sentence:
    return replace(sentence, terms=tuple(LEMMAS.get(term, term) for term in sentence.terms))


def of(given: Evidence) -> tuple[Disagreement, ...]:
    return told(given, ground(given))


def sides(row: Disagreement) -> list[list[str]]:
    return sorted(sorted(quotes(side.passages)) for side in row.sides)


THIRD = "The brewer slept all night. "


@pytest.mark.parametrize(
    ("one", "other", "kind", "question", "found"),
    [
        (
            "A woman in a red shawl climbed the roof.",
            "A woman in a green shawl climbed the roof.",
            "polarity", "Of what colour was the shawl?",
            [["in a green shawl"], ["in a red shawl"]],
        ),
        (
            "A constable shot the carter in the left arm.",
            "A constable shot the carter in the right arm.",
            "place", "On which side was the arm, left or right?",
            [["in the left arm"], ["in the right arm"]],
        ),
        (
            "The east door was locked.",
            "The east door was not locked.",
            "polarity", "Is it so: “The east door was locked”?",
            [["The east door was locked"], ["The east door was not locked"]],
        ),
        (
            "The fire began in the drying loft.",
            "The fire started in the cellar.",
            "place", "Where did the fire begin?",
            [["in the cellar"], ["in the drying loft"]],
        ),
        (
            "[Anton Rudd] opened the sluice gate.",
            "[Vera Moss] opened the sluice gate.",
            "person", "Who opened the sluice gate?",
            [["Anton Rudd opened"], ["Vera Moss opened"]],
        ),
        (
            "“The sluice stays shut tonight,” he shouted.",
            "I did not say that the sluice stays shut tonight.",
            "polarity", "Was it said: ““The sluice stays shut tonight,” he shouted.”?",
            [
                ["I did not say that the sluice stays shut tonight."],
                ["“The sluice stays shut tonight,” he shouted."],
            ],
        ),
    ],
)  # fmt: skip
def test_what_cannot_both_be_true(
    one: str, other: str, kind: str, question: str, found: list[list[str]]
) -> None:
    (row,) = of(dossier(one, other, THIRD))
    assert (row.type, row.question) == (kind, question)
    assert sides(row) == found
    assert 0.3 <= row.confidence <= 1
    assert row.verdict == "tied"
    assert row.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A woman in a red shawl climbed.", "A woman in a scarlet shawl climbed."),
        ("A woman in a red shawl climbed.", "A woman in a green boat climbed."),
        ("The east door was not locked.", "The east door was never locked."),
        ("The east door was locked.", "Was the east door not locked?"),
        ("The east door was locked.", "If the east door was not locked, who knew."),
        ("The mayor arrived at the mill.", "The mayor did not arrive at the mill until noon."),
        ("The fire began in the cellar.", "The fire began in the evening."),
        ("The fire began in the mill.", "The fire began in the cellar of the mill."),
        ("[Anton Rudd] opened the gate.", "He opened the gate."),
        ("[Anton Rudd] opened the gate.", "A man opened the gate."),
        ("[Anton Rudd] opened the gate.", "[Anton Rudd] and [Vera Moss] opened the gate."),
        ("[Yelleppet] opened the gate.", "[Yellept] opened the gate."),
        ("Nobody saw the carter.", "Nobody but the brewer saw the carter."),
    ],
)
def test_what_can_both_be_true_is_no_disagreement(one: str, other: str) -> None:
    assert of(dossier(one, other, THIRD)) == ()


def test_two_fires_in_two_towns_are_two_events() -> None:
    one = "The fire at [Lower Marsh/place] began in the cellar of the inn. "
    other = "The fire at [Port Ellery/place] began in the attic of the inn. "
    assert of(evidence(one, other)) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "People say that he was drunk. He was not drunk.",
            ["He was not drunk.", "People say that he was drunk."],
        ),
        (
            "They say the captain fled. That is not true.",
            ["That is not true.", "They say the captain fled."],
        ),
        (
            "People say he shouted; the carter did not shout.",
            ["People say he shouted", "the carter did not shout"],
        ),
        (
            "The commandant burned the letter. Others dispute this.",
            ["Others dispute this.", "The commandant burned the letter."],
        ),
        (
            "Some say the mayor rowed over, others that he slept.",
            ["Some say the mayor rowed over", "others that he slept"],
        ),
    ],
)  # fmt: skip
def test_a_text_that_disputes_what_it_tells(text: str, found: list[str]) -> None:
    (row,) = of(dossier(text, THIRD, "The cook went home."))
    assert row.type == "polarity"
    assert sorted(quote for side in row.sides for quote in quotes(side.passages)) == found


def test_hearsay_that_is_granted_is_no_dispute() -> None:
    assert (
        of(dossier("People say that he was drunk. And so it was, he was not sober.", THIRD)) == ()
    )


def test_a_note_that_corrects_its_text() -> None:
    given = dossier(
        "The fire broke the cellar vault.",
        "The author is mistaken about the cellar vault.",
        kinds=("memoir", "notes"),
    )
    note = replace(given.accounts[1], parent="a0")
    (row,) = of(replace(given, accounts=(given.accounts[0], note)))
    assert row.reasons[0] == "a note to the text says that it is mistaken"
    assert sides(row) == [
        ["The author is mistaken about the cellar vault."],
        ["The fire broke the cellar vault."],
    ]


def test_an_absence_that_others_contradict() -> None:
    given = dossier("So there was no order.", "The miller gave the order.", THIRD)
    (row,) = of(given)
    assert row.question == "Was there an order?"


def test_what_a_translation_changed() -> None:
    given = dossier("My brother carried the lamp.", "My cousin carried the lamp.")
    a, b = given.sentences[1].passage, given.sentences[3].passage
    parallel = Parallel("p", a, b, "translation", "unknown", 0.99)
    variant = Variant("p", _word(a, "brother"), _word(b, "cousin"), "substitution", "kin", 0.9)
    (row,) = of(replace(given, parallels=(parallel,), variants=(variant,)))
    assert (row.type, sides(row)) == ("person", [["brother"], ["cousin"]])


def _word(passage: Passage, word: str) -> Passage:
    at = passage.start + passage.quote.index(word)
    return Passage(passage.source, at, at + len(word), word)


def test_two_episodes_in_another_order() -> None:
    bell = "The chapel bell rang over the frozen harbour. "
    boat = "A lantern boat rowed beneath the wooden viaduct. "
    between = "Somebody wept. "
    given = dossier(bell + between + boat, boat + between + bell)
    whole = [
        Passage(s.source, s.start, e.end, "")
        for s, e in (
            (given.sentences[1].passage, given.sentences[3].passage),
            (given.sentences[5].passage, given.sentences[7].passage),
        )
    ]
    parallel = Parallel("p", *whole, "retelling", "unknown", 0.9)
    (row,) = of(replace(given, parallels=(parallel,)))
    assert row.type == "sequence"
    assert row.question.startswith("Which came first, “The chapel bell rang")
    assert all(len(side.passages) == 2 for side in row.sides)


def test_accounts_that_say_the_same_stand_on_one_side() -> None:
    red, green = "A woman in a red shawl climbed.", "A woman in a green shawl climbed."
    (row,) = of(dossier(red, green, red))
    assert sorted(len(side.passages) for side in row.sides) == [1, 2]
    assert row.verdict == "open"
    assert any("2 to 1 accounts" in reason for reason in row.reasons)


def test_three_hundred_accounts_of_one_event() -> None:
    shawls = ("red", "green")
    texts = [f"{STAGE}A woman in a {shawls[n % 2]} shawl climbed the roof. " for n in range(300)]
    given = evidence(*texts, dates=("1921-02-12",) * 300, kinds=("testimony",) * 300)
    rows = of(given)
    assert rows
    assert all(sum(len(side.passages) for side in row.sides) <= 12 for row in rows)
    assert any("left out" in reason for reason in rows[0].reasons)


def test_one_endless_sentence() -> None:
    endless = "no " * 20_000 + "door was not locked, " * 2_000 + "and so on."
    assert of(dossier(endless, endless, THIRD)) == ()


_CLAUSES = st.sampled_from(
    [
        "The east door was locked.", "The east door was not locked.", "The fire began in the cellar.",
        "The fire began in the loft.", "[Anton Rudd] opened the gate.", "[Vera Moss] opened the gate.",
        "People say he was drunk.", "He was not drunk.", "A red shawl.", "No order was given.",
    ]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_CLAUSES, max_size=4).map(" ".join), min_size=1, max_size=4), st.randoms())
def test_whatever_the_order_of_the_evidence(texts: list[str], chance: random.Random) -> None:
    given = dossier(*texts)
    texts_of = {s.passage.source: "" for s in given.sentences}
    for row in given.sentences:
        text = texts_of[row.passage.source].ljust(row.passage.start)
        texts_of[row.passage.source] = text + row.passage.quote
    rows = of(given)
    for row in rows:
        assert len(row.sides) >= 2
        for side in row.sides:
            for p in side.passages:
                assert texts_of[p.source][p.start : p.end] == p.quote
    shuffled = replace(
        given,
        sentences=tuple(chance.sample(given.sentences, len(given.sentences))),
        mentions=tuple(chance.sample(given.mentions, len(given.mentions))),
        accounts=tuple(chance.sample(given.accounts, len(given.accounts))),
    )
    assert of(shuffled) == rows
