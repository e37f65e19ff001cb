"""Weighing: a copy adds nothing, order does not matter, what is named decides."""

import random
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.confront import Evidence
from variorum.confront.weigh import weigh
from variorum.confront.weigh.claims import Claim, Kinship
from variorum.confront.weigh.estimate import estimate
from variorum.confront.weigh.scales import (
    Voiced,
    _surely_not,
    balance,
    decisive,
    shares,
    verdict,
)
from variorum.model.critique import Account, Dependence, Parallel
from variorum.model.findings import Disagreement, Side
from variorum.model.passage import Passage
from variorum.model.testimony import Link, Mention, Sentence, Voice


def words(account: int, place: int, said: str) -> Passage:
    return Passage(f"{account}.txt", place * 100, place * 100 + len(said), said)


def made(
    answers: list[dict[int, str]], copies: tuple[tuple[int, int], ...] = ()
) -> tuple[list[Disagreement], Evidence]:
    """One disagreement for each of ``answers`` (account: what it says); ``copies``: (copy, original)."""
    accounts = sorted({n for one in answers for n in one})
    rows, sentences, parallels = [], [], []
    for place, one in enumerate(answers):
        sides: dict[str, list[Passage]] = {}
        for n, said in sorted(one.items()):
            sides.setdefault(said, []).append(words(n, place, said))
            sentences.append(Sentence(words(n, place, said), (said,), (), account=f"a_{n}"))
        for copy, original in copies:
            if copy in one and original in one and one[copy] == one[original]:
                a, b = words(original, place, one[original]), words(copy, place, one[copy])
                parallels.append(Parallel(f"p_{place}_{copy}", a, b, "copy", "a→b", 0.9))
        rows.append(
            Disagreement(
                f"d_{place}", "number", f"How many {place}?",
                tuple(Side(said, tuple(found)) for said, found in sorted(sides.items())),
                "open", 0.9, ("carried by 1 to 1 accounts",),
            )
        )  # fmt: skip
    return rows, Evidence(
        accounts=tuple(
            Account(f"a_{n}", f"{n}.txt", 0, 10_000, f"Account {n}", "", "", "", "en", "article")
            for n in accounts
        ),
        sentences=tuple(sentences),
        parallels=tuple(parallels),
    )


def test_two_independent_voices_carry_a_side_against_one() -> None:
    rows, evidence = made([{1: "forty", 2: "forty", 3: "sixty"}])
    (row,) = weigh(rows, evidence)
    assert row.verdict == "side 1 carried"
    first, second = (side.weight or 0.0 for side in row.sides)
    assert first > 0.6 > second
    assert first + second <= 1
    assert any("Account 1" in reason and "Account 2" in reason for reason in row.reasons)


def test_one_against_one_is_a_tie_and_says_what_would_break_it() -> None:
    (row,) = weigh(*made([{1: "forty", 2: "sixty"}]))
    assert row.verdict == "tied"
    assert row.reasons[-1].startswith("without Account 1 ")


def test_a_copy_adds_nothing() -> None:
    rows, evidence = made([{1: "forty", 2: "sixty"}])
    copied, with_copies = made([{1: "forty", 2: "sixty", 3: "forty", 4: "forty"}], ((3, 1), (4, 3)))
    (alone,), (row,) = weigh(rows, evidence), weigh(copied, with_copies)
    assert [s.weight for s in row.sides] == [s.weight for s in alone.sides]
    assert row.verdict == "tied"
    assert any(r == "Account 3 copies Account 1 and adds no voice of its own" for r in row.reasons)


def test_circles_of_copies_end_and_are_one_voice() -> None:
    circle = ((1, 2), (2, 3), (3, 1))
    (row,) = weigh(*made([{1: "forty", 2: "forty", 3: "forty", 4: "sixty"}], circle))
    assert row.verdict == "tied"


def test_a_dependent_account_counts_only_as_far_as_it_may_be_independent() -> None:
    rows, evidence = made([{1: "forty", 2: "forty", 3: "sixty"}])
    bond = Dependence("a_1", "a_2", "a→b", 0.9, ())
    (free,) = weigh(rows, evidence)
    (bound,) = weigh(rows, replace(evidence, dependences=(bond,)))
    assert (bound.sides[0].weight or 0) < (free.sides[0].weight or 0)
    assert any("Account 2 draws on Account 1" in reason for reason in bound.reasons)


def spoken(role: str, account: int, said: str, years: int | None = None) -> Voice:
    link = Link("Mara Oll", "e_mara", role, "", "says “I saw”", years)
    return Voice(f"v_{account}", words(account, 0, said), None, (link,), False, f"a_{account}")


def test_an_eyewitness_is_nearer_than_hearsay_and_a_late_telling_farther() -> None:
    rows, evidence = made([{1: "forty", 2: "sixty"}])
    row = replace(rows[0], sides=tuple(replace(side, voices=("v_1",)) for side in rows[0].sides))

    def weighed(voice: Voice) -> float:
        (found,) = weigh([row], replace(evidence, voices=(voice,)))
        return found.sides[0].weight or 0.0

    seen, heard = weighed(spoken("eyewitness", 1, "forty")), weighed(spoken("hearsay", 1, "forty"))
    late = weighed(spoken("eyewitness", 1, "forty", 60))
    assert heard < late < seen


def test_one_witness_printed_twice_is_one_voice() -> None:
    rows, evidence = made([{1: "forty", 2: "forty", 3: "sixty"}])
    voices = tuple(spoken("", n, "forty") for n in (1, 2))
    sides = tuple(replace(side, voices=("v_1", "v_2")) for side in rows[0].sides)
    (row,) = weigh([replace(rows[0], sides=sides)], replace(evidence, voices=voices))
    assert row.verdict == "tied"


def test_who_denies_does_not_carry_what_he_denies() -> None:
    rows, evidence = made([{1: "forty", 2: "sixty"}])
    sides = tuple(replace(side, voices=("v_1",)) for side in rows[0].sides)
    denied = spoken("denies", 1, "forty")
    (row,) = weigh([replace(rows[0], sides=sides)], replace(evidence, voices=(denied,)))
    assert row.sides[0].weight == 0.0
    assert any("nobody who affirms it" in reason for reason in row.reasons)


def test_interest_counts_only_where_the_text_shows_it() -> None:
    rows, evidence = made([{1: "forty", 2: "sixty"}])
    sides = tuple(replace(side, voices=("v_1",)) for side in rows[0].sides)
    row = replace(rows[0], sides=sides)
    quote = "Oll stood to gain by the insurance."
    shown = Sentence(Passage("2.txt", 900, 900 + len(quote), quote), (), ("e_mara",), account="a_2")
    named = Mention(Passage("2.txt", 900, 903, "Oll"), "person", "e_mara")
    voiced = replace(evidence, voices=(spoken("eyewitness", 1, "forty"),), mentions=(named,))
    (plain,) = weigh([row], voiced)
    (with_gain,) = weigh([row], replace(voiced, sentences=(*evidence.sentences, shown)))
    assert (with_gain.sides[0].weight or 0) < (plain.sides[0].weight or 0)
    assert any("stood to gain" in reason for reason in with_gain.reasons)


def test_a_record_elsewhere_breaks_a_tie() -> None:
    elsewhere = [{1: f"yes {n}", 2: f"no {n}", 3: f"yes {n}", 4: f"yes {n}"} for n in range(12)]
    *_, row = weigh(*made([*elsewhere, {1: "forty", 2: "sixty"}]))
    assert (row.sides[0].weight or 0) > (row.sides[1].weight or 0)
    assert row.verdict == "side 1 carried"


answers = st.lists(
    st.dictionaries(st.integers(1, 6), st.sampled_from(["ten", "twenty", "thirty"]), min_size=2),
    min_size=1,
    max_size=6,
).map(lambda rows: [row for row in rows if len(set(row.values())) > 1])


@settings(max_examples=60, deadline=None)
@given(answers, st.randoms(use_true_random=False))
def test_weights_are_probabilities_and_order_does_not_matter(
    said: list[dict[int, str]], draw: random.Random
) -> None:
    rows, evidence = made(said, ((2, 1),))
    found = {row.id: row for row in weigh(rows, evidence)}
    for row in found.values():
        weights = [side.weight or 0.0 for side in row.sides]
        assert all(0 <= weight <= 1 for weight in weights)
        assert sum(weights) <= 1
    shuffled = {
        name: tuple(draw.sample(list(getattr(evidence, name)), len(getattr(evidence, name))))
        for name in ("accounts", "sentences", "parallels")
    }
    again = weigh(draw.sample(rows, len(rows)), replace(evidence, **shuffled))
    assert {row.id: row for row in again} == found


voices = st.lists(
    st.tuples(st.integers(0, 2), st.integers(5, 95), st.integers(-2, 2)), min_size=2, max_size=8
).map(
    lambda rows: [
        Voiced(n, side, f"t{n}", right / 100, near / 2)
        for n, (side, right, near) in enumerate(rows)
    ]
)


@settings(max_examples=200, deadline=None)
@given(voices)
def test_without_the_voices_named_the_verdict_is_another(given_: list[Voiced]) -> None:
    gone = decisive(given_, {}, 3)
    now = verdict(balance(given_, {}, 3))
    if gone:
        left = [voice for voice in given_ if voice.number not in gone]
        assert verdict(balance(left, {}, 3)) != now
        last = [voice for voice in given_ if voice.number not in gone[:-1]]
        assert not (len(gone) > 1 and _surely_not(now, balance(last, {}, 3)))
    elif now != "open":
        raise AssertionError("a verdict that nothing changes")


@settings(max_examples=100, deadline=None)
@given(voices)
def test_a_voice_that_is_wholly_anothers_changes_nothing(given_: list[Voiced]) -> None:
    copy = replace(given_[0], number=len(given_), teller="copy")
    linked = {given_[0].number: {copy.number: 1.0}, copy.number: {given_[0].number: 1.0}}
    assert shares([*given_, copy], linked)[copy.number] == 0
    before, after = balance(given_, {}, 3), balance([*given_, copy], linked, 3)
    assert all(abs(x - y) < 1e-9 for x, y in zip(before, after, strict=True))


@settings(max_examples=60, deadline=None)
@given(answers, st.booleans())
def test_without_the_evidence_named_the_whole_verb_says_otherwise(
    said: list[dict[int, str]], copied: bool
) -> None:
    rows, evidence = made(said, ((2, 1),) if copied else ())
    for row, before in zip(weigh(rows, evidence), rows, strict=True):
        named = re.fullmatch("without (.*) the verdict would no longer be “(.*)”", row.reasons[-1])
        if named is None:
            assert row.verdict == "open"
            continue
        assert named[2] == row.verdict
        gone = {f"{name.split()[1]}.txt" for name in named[1].split(" and ")}
        sides = tuple(
            replace(side, passages=tuple(p for p in side.passages if p.source not in gone))
            for side in before.sides
        )
        fewer = [replace(before, sides=sides) if one is before else one for one in rows]
        (after,) = (one for one in weigh(fewer, evidence) if one.id == row.id)
        assert after.verdict != row.verdict


def test_a_witness_printed_twice_is_named_in_both_places() -> None:
    rows, evidence = made([{1: "forty", 2: "forty", 3: "sixty"}])
    voices = tuple(spoken("", n, "forty") for n in (1, 2))
    sides = tuple(replace(side, voices=("v_1", "v_2")) for side in rows[0].sides)
    (row,) = weigh([replace(rows[0], sides=sides)], replace(evidence, voices=voices))
    assert row.reasons[-1] == (
        "without Mara Oll in Account 1 and Mara Oll in Account 2"
        " the verdict would no longer be “tied”"
    )


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 5), st.integers(0, 4))
def test_equally_many_independent_voices_are_tied(many: int, copies: int) -> None:
    said = {n: "forty" if n <= many else "sixty" for n in range(1, 2 * many + 1)}
    said |= {100 + n: "forty" for n in range(copies)}
    (row,) = weigh(*made([said], tuple((100 + n, 1) for n in range(copies))))
    assert row.verdict == "tied"


def test_many_who_agree_are_still_not_beyond_doubt() -> None:
    (row,) = weigh(*made([{**dict.fromkeys(range(1, 40), "forty"), 40: "sixty"}]))
    assert row.verdict == "side 1 carried"
    assert 0.8 < (row.sides[0].weight or 0) < 0.95


def test_a_lone_claim_says_nothing_about_its_teller() -> None:
    met = [Claim("q", "one", "a"), Claim("q", "two", "b")]
    alone = [Claim(f"lone {n}", "yes", "a") for n in range(500)]
    found = estimate(met + alone).values["q"]
    assert abs(found["one"] - found["two"]) < 1e-6


def test_who_is_silent_where_another_is_speaks_for_copying() -> None:
    def bonds(silent_alike: bool) -> float:
        rows = []
        for n in range(20):
            for teller in ("a", "copy", "c", "d", "e"):
                follows = teller == "a" or (teller == "copy" and silent_alike)
                if (n % 4 == 0) if follows else (n % 4 == ord(teller[0]) % 3 + 1):
                    continue
                wrong = n in (1, 6) and teller in ("a", "copy")
                rows.append(Claim(f"q{n:02}", f"false {n}" if wrong else "true", teller))
        return max((b.probability for b in estimate(rows).bonds if b.b == "copy"), default=0.0)

    assert bonds(True) > bonds(False)


def test_a_vaguer_answer_is_no_conflict() -> None:
    claims = [
        Claim("born", "Luda", "a"), Claim("born", "North Coast", "b"), Claim("born", "Averill", "c")
    ]  # fmt: skip
    kin = Kinship(frozenset({("born", "North Coast", "Luda")}))
    values = estimate(claims, kin).values["born"]
    assert max(values, key=lambda v: values[v]) == "Luda"


def test_shared_errors_betray_a_copy_and_shared_truths_do_not() -> None:
    errs = {"copy": "a"}
    claims = [
        Claim(f"q{n}", "true" if (n + ord(own)) % 5 else f"{own}{n}", teller)
        for n in range(20)
        for teller in ("a", "b", "c", "d", "e", "copy")
        for own in (errs.get(teller, teller),)
    ]
    found = estimate(claims)
    assert [(bond.a, bond.b) for bond in found.bonds] == [("a", "copy")]
    assert len(found.bonds[0].shared_errors) == 4


def test_of_very_many_voices_each_side_keeps_its_part() -> None:
    (row,) = weigh(*made([{n: "forty" if n <= 150 else "sixty" for n in range(1, 301)}]))
    assert row.verdict == "tied"
    assert "200 further passages were not weighed" in row.reasons


def test_an_account_and_its_translation_are_one_voice_throughout() -> None:
    rows, evidence = made([{1: "forty", 2: "forty", 3: "sixty"}])
    joined = tuple(
        Parallel(f"p{n}", words(1, n, "x"), words(2, n, "x"), "translation", "a→b", 0.9)
        for n in range(10, 13)
    )
    more = tuple(
        Sentence(words(account, n, "x"), (), (), account=f"a_{account}")
        for account in (1, 2)
        for n in range(10, 13)
    )
    evidence = replace(evidence, sentences=(*evidence.sentences, *more))
    (two,) = weigh(rows, replace(evidence, parallels=joined[:2]))
    (three,) = weigh(rows, replace(evidence, parallels=joined))
    assert two.verdict == "side 1 carried"
    assert three.verdict == "tied"
    assert "Account 2 translates Account 1 and adds no voice of its own" in three.reasons


def test_who_may_draw_on_another_counts_in_part() -> None:
    rows, evidence = made([{1: "forty", 2: "forty", 3: "sixty"}])
    bond = Dependence("a_1", "a_2", "a→b", 0.5, ())
    (row,) = weigh(rows, replace(evidence, dependences=(bond,)))
    assert "Account 2 may draw on Account 1 (50%) and counts in part only" in row.reasons


def test_an_author_who_is_named_with_his_title_is_one_teller() -> None:
    rows, evidence = made([{1: "forty", 2: "forty", 3: "sixty"}])
    accounts = tuple(replace(a, author="Mrs Mara Oll") for a in evidence.accounts if a.id == "a_1")
    others = tuple(a for a in evidence.accounts if a.id != "a_1")
    sides = tuple(replace(side, voices=("v_1",)) for side in rows[0].sides)
    voiced = replace(evidence, accounts=(*accounts, *others), voices=(spoken("", 1, "forty"),))
    (row,) = weigh([replace(rows[0], sides=sides)], voiced)
    assert any("told by Account 2; Mrs Mara Oll — Account 1" in r for r in row.reasons) or any(
        "told by Mrs Mara Oll — Account 1; Account 2" in r for r in row.reasons
    )
    assert not any("Mara Oll in" in reason for reason in row.reasons)


def test_nothing_to_weigh() -> None:
    assert weigh([], Evidence()) == ()
    assert estimate([]).values == {}
