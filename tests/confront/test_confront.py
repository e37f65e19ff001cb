"""Do they agree? Planted disagreements are found, and what only looks like one is not."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_by_hand import evidence, quotes

from variorum.confront import Confrontation, Evidence, confront
from variorum.model.findings import DISAGREEMENT_TYPES
from variorum.model.testimony import Statement

FILLER = (
    "[Iris Vane] kept the bakery by the canal. Bread was sold until the flour ran out. "
    "A mule stood under the arch. The choir of [Saint Odo/place] sang twice that week. "
)
FIRE_A = "The fire at [Port Ellery/place] killed {forty people/40//person} in the rope yard. "
FIRE_B = (
    "At [Port Ellery/place] {sixty people/60//person} were killed by the fire in the rope yard. "
)


def values(found: Confrontation) -> list[set[str]]:
    return [{side.value for side in row.sides} for row in found.disagreements]


def test_a_number_between_accounts() -> None:
    found = confront(evidence(FILLER + FIRE_A, FIRE_B + "The mayor wept. The quay lay empty. "))
    (row,) = found.disagreements
    assert row.type == "number"
    assert "killed" in row.question
    assert "Port Ellery" in row.question
    assert {side.value for side in row.sides} == {"forty people", "sixty people"}
    assert sorted(q for side in row.sides for q in quotes(side.passages)) == [
        "forty people",
        "sixty people",
    ]
    assert row.verdict == "tied"
    assert 0.5 <= row.confidence <= 1
    assert row.reasons


@pytest.mark.parametrize(
    "other",
    [
        FIRE_A,  # the same words
        FIRE_A.replace("forty people/40//person", "about 43 people/43//person/about"),
        FIRE_A.replace("forty people/40//person", "over 30 people/30//person/at_least"),
        FIRE_A.replace("forty people/40//person", "30 to 50 people/30..50//person/between"),
        FIRE_A.replace("killed {forty", "wounded {ninety").replace("/40", "/90"),
        "The fire at [Lower Marsh/place] killed {six people/6//person} in the mill. ",
        "In <1788/1788> the fire at [Port Ellery/place] killed {sixty people/60//person}. ",
    ],
)
def test_what_can_both_be_true_is_no_disagreement(other: str) -> None:
    first = FIRE_A if "1788" not in other else "In <1921/1921>: " + FIRE_A
    assert confront(evidence(FILLER + first, other + FILLER)).disagreements == ()


def test_many_sides_and_copies_counted_once() -> None:
    third = FIRE_B.replace("sixty", "seventy").replace("/60", "/70")
    found = confront(evidence(FIRE_A + FILLER, FIRE_B, FIRE_B, third + FILLER))
    (row,) = found.disagreements
    assert {side.value for side in row.sides} == {"forty people", "sixty people", "seventy people"}
    assert row.verdict == "tied"  # the copy adds no account
    assert any("copies counted once" in reason for reason in row.reasons)


def test_units_are_converted() -> None:
    near = "[Osip Reve] walked {3 miles/3/mile} to the ferry. "
    same = "[Osip Reve] walked {5 kilometres/5/kilometre} to the ferry. "
    far = "[Osip Reve] walked {9 kilometres/9/kilometre} to the ferry. "
    assert confront(evidence(near + FILLER, same)).disagreements == ()
    (row,) = confront(evidence(near + FILLER, far)).disagreements
    assert row.question.startswith("How far")
    assert any("converted" in reason for reason in row.reasons)


def test_a_date_of_a_once_only_act() -> None:
    a = "[Lev Petrov] was born on <3 May 1914/1914-05-03> in a mill. "
    b = "[Lev Petrov] was born in <1916/1916> by the sea. "
    c = "[Lev Petrov] was born in <May 1914/1914-05>. "
    (row,) = confront(evidence(a, b, c)).disagreements
    assert (row.type, row.question) == ("date", "When was Lev Petrov born?")
    assert len(row.sides) == 2
    assert row.sides[0].value == "3 May 1914 (1914-05-03)"
    assert quotes(row.sides[0].passages) == ["3 May 1914", "May 1914"]
    assert confront(evidence(a, c)).disagreements == ()


def test_ages_with_their_dates() -> None:
    a = "[Lev Petrov], {84/84/year/age}, still mends nets. "
    b = "[Lev Petrov], {aged 86/86/year/age}, still mends nets. "
    born = "[Lev Petrov] was born in <1914/1914>. "
    assert confront(evidence(a, b, dates=("1998-05-01", "2000-06-01"))).disagreements == ()
    (row,) = confront(evidence(a, b, dates=("1998-05-01", "1998-06-01"))).disagreements
    assert (row.type, row.question) == ("age", "How old was Lev Petrov?")
    assert confront(evidence(a, born, dates=("1998-05-01", ""))).impossibilities == ()
    (impossible,) = confront(evidence(a, born, dates=("2003-05-01", ""))).impossibilities
    assert impossible.reasons == (
        "Lev Petrov, born in 1914, was 88 or 89 in 2003, not “84”",
        "1914 + 84 = 1998",
    )
    assert quotes(impossible.passages) == ["84", "1914"]


def test_a_value_is_held_against_its_counterpart_only() -> None:
    a = "[Lead Creek/place] is {120 yards/120/yard} wide, its water kept within {20 yards/20/yard}. "
    b = "[Lead Creek/place] is {120 yards/120/yard} wide, the water kept in {20 yards/20/yard}. "
    c = "[Lead Creek/place] is {90 yards/90/yard} wide, its water kept within {20 yards/20/yard}. "
    assert confront(evidence(a + FILLER, b)).disagreements == ()
    (row,) = confront(evidence(a + FILLER, c)).disagreements
    assert row.question.startswith("How wide")
    assert {side.value for side in row.sides} == {"120 yards", "90 yards"}


def test_clock_times() -> None:
    told = "The bell of [Saint Odo/place] rang at {%s/%s/clock} for the fire. "
    a, b, c = (told % x for x in (("7 o'clock", 7), ("19:00", 19), ("half past eight", 8.5)))
    assert confront(evidence(a + FILLER, b)).disagreements == ()  # seven may be of the evening
    (row,) = confront(evidence(a + FILLER, c)).disagreements
    assert (row.type, row.question[:12]) == ("date", "At what hour")


def test_killed_and_wounded_is_another_question() -> None:
    a = "The blast at [Port Ellery/place] left {41/41} killed in the rope yard. "
    b = "The blast at [Port Ellery/place] left {61/61} killed and injured in the rope yard. "
    assert confront(evidence(a + FILLER, b)).disagreements == ()


def test_a_conversion_in_brackets_is_no_sum() -> None:
    told = (
        "The quake struck [Port Ellery/place] at a depth of {%s/%s/%s} (%s) below the rope yard. "
    )
    a = told % ("22 miles", 22, "mile", "{35 km/35/kilometre}")
    b = told % ("35 km", 35, "kilometre", "so they said")
    assert confront(evidence(a + FILLER, b)).disagreements == ()


def test_dozens_are_at_least_a_dozen() -> None:
    told = "The blast at [Port Ellery/place] wounded {%s/%s//person} in the rope yard. "
    a, b = told % ("dozens of people", 12), told % ("249 people", 249)
    assert confront(evidence(a + FILLER, b)).disagreements == ()


def test_two_short_notes_of_one_event() -> None:
    a = "The ferry sank on <3 March 1931/1931-03-03>. "
    b = "The ferry sank on <4 March 1931/1931-03-04>. "
    other = "The ferry sank on <9 July 1956/1956-07-09>. "
    (row,) = confront(evidence(a, b)).disagreements
    assert row.question.startswith("When did it sink")
    assert confront(evidence(a, other)).disagreements == ()


def _born_in(account: str, place: str, given: Evidence) -> Statement:
    (subject,) = {m.entity for m in given.mentions if m.type == "person"}
    where = next(m for m in given.mentions if m.passage.quote == place and m.account == account)
    return Statement(
        f"s_{account}", where.passage, subject, "born", where.entity, "place", "", where.entity,
        "positive", "asserted", "", account,
    )  # fmt: skip


def test_where_somebody_was_born() -> None:
    a = "[Lev Petrov] was born at [Luda/place], by the mill. "
    b = "[Lev Petrov] was born at [Averill/place], by the sea. "
    given = evidence(a, b)
    told = (_born_in("a0", "Luda", given), _born_in("a1", "Averill", given))
    (row,) = confront(replace(given, statements=told)).disagreements
    assert (row.type, row.question) == ("place", "Where was Lev Petrov born?")
    assert [side.value for side in row.sides] in (["Luda", "Averill"], ["Averill", "Luda"])


def test_a_village_and_its_province_are_one_place() -> None:
    a = "[Lev Petrov] was born at [Luda/place]. "
    b = "[Lev Petrov] was born in [Kem/place]. They wrote to [Luda/place], [Kem/place]. "
    given = evidence(a, b)
    told = (_born_in("a0", "Luda", given), _born_in("a1", "Kem", given))
    assert confront(replace(given, statements=told)).disagreements == ()


def test_namesakes_do_not_disagree() -> None:
    a = "[Lev Petrov] was born in <1914/1914>. "
    b = "[Leonid Petrov] was born in <1931/1931>. "
    assert confront(evidence(a, b)) == Confrontation((), (), ())


def test_a_weekday_that_does_not_fit() -> None:
    wrong = "They met on <Monday, 3 May 1956/1956-05-03> at noon. "
    right = "They met on <Thursday, 3 May 1956/1956-05-03> at noon. "
    outside = "They met on Sunday, <3 May 1956/1956-05-03> at noon. "
    old_style = "They met on <Monday, 3 May 1904/1904-05-03> at noon. "
    (row,) = confront(evidence(wrong)).impossibilities
    assert row.reasons == ("3 May 1956 was a Thursday, not a Monday",)
    assert confront(evidence(right)).impossibilities == ()
    assert confront(evidence(old_style)).impossibilities == ()
    (row,) = confront(evidence(outside)).impossibilities
    assert quotes(row.passages) == ["Sunday, 3 May 1956"]


def _dated(relation: str, time: str, at: int, given: Evidence) -> Statement:
    passage = given.sentences[at].passage
    subject = given.mentions[0].entity
    return Statement(
        f"s_{at}",
        passage,
        subject,
        relation,
        time,
        "date",
        time,
        "",
        "positive",
        "asserted",
        "",
        "a0",
    )


def test_a_deed_after_death_and_one_before_birth() -> None:
    given = evidence("[Lev Petrov] died in <1901/1901>. He joined the ferry in <1912/1912>.")
    died, joined = _dated("died", "1901", 0, given), _dated("joined", "1912", 1, given)
    (row,) = confront(replace(given, statements=(died, joined))).impossibilities
    assert row.reasons == ("Lev Petrov joined in 1912, but died in 1901", "1912 − 1901 = 11")
    planned = replace(joined, modality="planned")
    assert confront(replace(given, statements=(died, planned))).impossibilities == ()
    born = replace(_dated("born", "1916", 0, given), id="s_born")
    (row,) = confront(replace(given, statements=(born, joined))).impossibilities
    assert "born in 1916" in row.reasons[0]


def test_growth_over_dated_accounts() -> None:
    told = "At [Port Ellery/place] {%s men/%s//man} held the rope yard gate. "
    texts = [told % (n, n) + FILLER for n in ("12", "30", "85")]
    dates = ("1921", "1935", "1960-02")
    (row,) = confront(evidence(*texts, dates=dates)).growths
    assert [step.value for step in row.steps] == ["12 men", "30 men", "85 men"]
    assert confront(evidence(*reversed(texts), dates=dates)).growths == ()


def test_unrelated_accounts_have_nothing_to_disagree_about() -> None:
    a = "Police said {3 people/3//person} were killed. [Anna Holt] saw {two boats/2//boat} leave. "
    b = "Police said {5 people/5//person} were killed. [Mark Dowd] carried {four boats/4//boat}. "
    assert confront(evidence(a, b + "The orchard froze. [Bela Ruiz/place] had no snow. ")) == (
        Confrontation((), (), ())
    )


def test_nothing_gives_nothing() -> None:
    assert confront(Evidence()) == Confrontation((), (), ())


def test_three_hundred_accounts_of_one_event() -> None:
    told = "The fire at [Port Ellery/place] killed {%d people/%d//person} in the rope yard. "
    found = confront(evidence(*[told % (40 + n % 5, 40 + n % 5) + FILLER for n in range(300)]))
    (row,) = found.disagreements  # one question, however many answer it
    assert "60 answers were compared, 240 further ones were left out" in row.reasons
    assert not any("people" in one.sentence for one in found.standing if one.about != row.id)


def test_a_table_of_figures_asks_nothing() -> None:
    row = "The toll at [Port Ellery/place] was " + "{%d people/%d//person} " * 40
    a, b = (row % tuple(n + k for k in range(40) for _ in (0, 1)) + ". " for n in (10, 500))
    assert confront(evidence(a * 20, b * 20)).disagreements == ()


PIECES = [FILLER, FIRE_A, FIRE_B, "[Lev Petrov] was born in <1914/1914>. ",
          "[L. Petrov], {84/84/year/age}, said so. ", "It began at {7 o'clock/7/clock}. "]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=5).map("".join), max_size=5))
def test_invariants(texts: list[str]) -> None:
    given_evidence = evidence(*texts)
    found = confront(given_evidence)
    text_of = {f"a{n}.txt": "" for n in range(len(texts))}
    for sentence in given_evidence.sentences:
        place = sentence.passage
        text_of[place.source] = text_of[place.source].ljust(place.start) + place.quote
    for row in found.disagreements:
        assert row.type in DISAGREEMENT_TYPES
        assert len(row.sides) > 1
        assert 0 < row.confidence <= 1
        for side in row.sides:
            for p in side.passages:
                assert p.quote == text_of[p.source][p.start : p.end]
    shuffled = {
        name: tuple(random.Random(1).sample(rows, len(rows)))
        for name in ("accounts", "sentences", "quantities", "dates", "mentions")
        if (rows := getattr(given_evidence, name))
    }
    assert confront(replace(given_evidence, **shuffled)) == found


def test_how_many_were_aboard_in_other_words() -> None:
    a = "The [Pamela/unit] of [Port Ellery/place] left with {160 people/160//person} aboard. "
    b = "There were aboard the [Pamela/unit] {112 passengers/112//passenger} and a crew of nine. "
    (row,) = confront(evidence(a + FILLER, b + FILLER)).disagreements
    assert row.question.startswith("How many people were aboard")
    assert {side.value for side in row.sides} == {"160 people", "112 passengers"}
    over = b.replace("{112 passengers/112//passenger}", "{over 100/100///at_least}")
    assert confront(evidence(a + FILLER, over + FILLER)).disagreements == ()


def test_a_sentence_that_contradicts_itself() -> None:
    told = "He was born in <1907/1907> and he was {%s/%d/year/age} when he came in <1921/1921>. "
    (row,) = confront(evidence(told % ("nineteen", 19))).impossibilities
    assert row.reasons == ("Who was born in 1907 was 13 or 14 in 1921, not “nineteen”",)
    assert quotes(row.passages) == ["1907", "nineteen", "1921"]
    assert confront(evidence(told % ("fourteen", 14))).impossibilities == ()


def test_a_sum_that_does_not_add_up() -> None:
    told = "Losses {64/64} killed. {37/37} wounded. {%d/%d} killed and wounded. "
    (row,) = confront(evidence(told % (111, 111))).impossibilities
    assert row.reasons == ("64 killed and 37 wounded make 101, not 111",)
    assert confront(evidence(told % (101, 101))).impossibilities == ()


def test_who_contradicts_himself_about_one_life() -> None:
    given = evidence("[Lev Petrov] died in <1971/1971>. [Lev Petrov] died in <1970/1970>. ")
    (row,) = confront(given).disagreements
    assert row.question == "When did Lev Petrov die?"
    assert "one account says both" in row.reasons


def test_the_dates_of_a_thing_are_asked_by_its_name() -> None:
    a = "The [Pamela/unit] was built in <1909/1909> at [Port Ellery/place]. "
    b = "[Pamela/unit], steam ferry of [Port Ellery/place], built <1911/1911>. "
    (row,) = confront(evidence(a + FILLER, b + FILLER)).disagreements
    assert row.question == "When was Pamela built?"


@pytest.mark.parametrize(
    "told",
    [
        "The blast at [Port Ellery/place] hurt {two other victims/2//victim} in the rope yard. ",
        "The blast at [Port Ellery/place] hurt the last {two victims/2//victim} in the rope yard. ",
    ],
)
def test_a_part_is_not_the_whole(told: str) -> None:
    whole = "The blast at [Port Ellery/place] hurt {five victims/5//victim} in the rope yard. "
    assert confront(evidence(whole + FILLER, told)).disagreements == ()


def test_a_dateline_has_no_hour() -> None:
    told = "{%s/%d/clock} <Monday 22 July 2013/2013-07-22> [Port Ellery/place]. "
    a, b = told % ("9:53 AM", 9), told % ("4:22 PM", 16)
    assert confront(evidence(a + FILLER, b + FILLER)).disagreements == ()


def test_an_old_style_weekday_where_another_account_counts_in_the_new() -> None:
    old = "It began on <Sunday 3 November 1919/1919-11-03> at noon. "
    new = "It began on <Monday, 3 November 1919/1919-11-03> at noon. "
    assert confront(evidence(old)).impossibilities == ()
    (row,) = confront(evidence(old, new)).impossibilities
    assert quotes(row.passages) == ["Sunday 3 November 1919"]


def test_hands_that_walked_out_are_one_crowd() -> None:
    a = "Some {640 hands/640//hand} walked out of [Port Ellery/place] for [Iris Vane]. "
    b = "At [Port Ellery/place] {412 hands/412//hand} left their work; [Iris Vane] wept. "
    (row,) = confront(evidence(a + FILLER, b + FILLER)).disagreements
    assert row.question.startswith("How many hands were there")
