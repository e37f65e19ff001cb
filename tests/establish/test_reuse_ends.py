"""Where a copied passage begins and ends: changes at its edges belong to it, chance does not."""

import pytest

from variorum.establish.reuse import fingerprint, reuse
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text

BEFORE = "The choir rehearsed in the school because the church was being painted. "
AFTER = " Rain fell through the whole of May and the hay could not be brought in."
BODY = (
    "At seven the miller came down to the weir and saw that the lower gate stood open. He called twice, "
    "nobody answered, and he went back for the lantern"
)


def account(name: str, text: str) -> ReadingText:
    return reading_text(
        Account(name, name, 0, len(text), "", "", "", "", "en", "article"), text, []
    )


def shared(one: str, other: str) -> tuple[str, str]:
    readings = [account("a", one), account("b", other)]
    (found,) = reuse(readings, {r.account.id: fingerprint(r) for r in readings})
    a, b = (
        next(r.text for r in readings if r.account.id == w.account)[w.start : w.end]
        for w in found.witnesses
    )
    return a, b


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BODY + " that I did run", BODY + " that I did not run"),
        (BODY + ", of which the mill has one", BODY + ", of which the mill has two"),
        (BODY + " which was mine", BODY + " which was his"),
        (BODY + ", but found it not", BODY + ", but found it"),
        ("Eleven barrels stood by. " + BODY, "Seventeen barrels stood by. " + BODY),
        ("At six " + BODY[9:], "At nine " + BODY[9:]),
    ],
)
def test_a_change_in_the_last_or_first_words_is_part_of_the_passage(one: str, other: str) -> None:
    assert shared(f"{BEFORE}{one}.{AFTER}", f"My sister kept a diary. {other}. Who would not?") == (
        one,
        other,
    )


def test_a_passage_ends_where_a_sentence_is_of_another_making() -> None:
    one = f"{BODY}, for the night was dark and the path along the river had been washed away in spring."
    other = (
        f"{BODY}; nobody has ever told me what became of the children or of their blind old dog."
    )
    assert shared(BEFORE + one, other) == (BODY, BODY)


def test_a_chance_word_after_a_sentence_is_left_out() -> None:
    one = f"{BEFORE}{BODY}. The prefecture declined to comment."
    other = f"“{BODY},” the agency reported. Nothing came of it."
    assert shared(one, other) == (BODY, BODY)


def test_a_closing_quotation_mark_ends_a_quotation() -> None:
    one = f"“{BODY}.” Lang shut the book."
    other = f"{BEFORE}He wrote: “{BODY}.” So Lang, at least, was content."
    assert shared(one, other) == (BODY, BODY)


def test_a_title_that_is_alike_is_not_the_passage() -> None:
    one = f"From the parish book of Lunden\n\n{BODY}.{AFTER}"
    other = f"From the guild book of Lunden\n\n{BODY}. {BEFORE}"
    assert shared(one, other) == (BODY, BODY)


def test_what_goes_on_alike_after_a_change_belongs_to_it() -> None:
    one = f"{BODY}. Tell him that I did run. Your loving brother Viktor."
    other = f"{BEFORE}{BODY}. Tell him that I did not run. Your loving brother Viktor. {AFTER}"
    assert shared(one, other) == (one[:-1], other[len(BEFORE) : other.index("Viktor") + 6])


def test_a_stock_phrase_is_not_joined_to_what_stands_beside_it() -> None:
    oath = "I make this statement freely and without promise of reward. Sworn before me, the magistrate"
    middle = ("The church bell rang.", "I had drunk two glasses of beer that day and no more.")
    readings = [account(k, f"{BODY}. {m} {oath}.") for k, m in zip("ab", middle, strict=True)]
    found = reuse(readings, {r.account.id: fingerprint(r) for r in readings})
    assert {
        (s.kind, readings[0].text[s.witnesses[0].start : s.witnesses[0].end]) for s in found
    } == {
        ("copy", BODY),
        ("formula", oath),
    }
    assert any("shared by sworn witnesses" in s.reasons for s in found)


def test_the_foot_of_unrelated_accounts_is_a_formula() -> None:
    foot = (
        "The Blackwater Weekly is printed at the old mill every Thursday and sold by our boys at all "
        "stations of the valley line for one penny"
    )
    bodies = (
        "The town council met on Monday and spoke of the drains for three hours. Nobody was satisfied "
        "and the mayor went home early with a cold.",
        "Two goats were found on the roof of the brewery. How they came there is not known, but the "
        "ladder of Mr. Hobbs has been missing since Friday.",
        "A swarm of bees has settled in the clock of Saint Anne. The sexton asks whoever lost it to "
        "come with a basket before the next full hour.",
        "Miss Pell played the harmonium for the last time. She leaves for the coast with her sister "
        "and both parrots, of which one will be missed.",
    )
    readings = [account(str(k), f"{body}\n\n{foot}.") for k, body in enumerate(bodies)]
    (shared,) = reuse(readings, {r.account.id: fingerprint(r) for r in readings})
    assert (shared.kind, len(shared.witnesses)) == ("formula", 4)


def test_what_noise_leaves_of_some_copies_is_the_same_passage() -> None:
    whole = f"{BODY}. {BEFORE}{AFTER.strip()}"
    noisy = [whole.replace("a", "o"), whole.replace("e", "c"), whole.replace("n", "u"), whole]
    readings = [account(str(k), text) for k, text in enumerate(noisy)]
    found = reuse(readings, {r.account.id: fingerprint(r) for r in readings})
    assert [len(s.witnesses) for s in found] == [4]
