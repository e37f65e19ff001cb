"""Parallels as rows: copies with their differences and hands, translations, and who draws on whom."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish import Parallels, fingerprint, meaning, open_encoder, parallels
from variorum.establish.dependence import Bond, dependences
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text

REPORT = (
    "The ferry Merle left the quay at nine with forty-one people and two carts of barley. "
    "Old Tobias Renn stood at the wheel, and nobody who saw him that night thought him drunk. "
    "Half a mile out she struck the wreck of the collier and heeled over. "
    "The boats were lowered in the dark and only one of them came back to the quay."
)
QUOTED = (
    "All that was written of it at the time has been forgotten, except a few lines of Ida Brandt. "
    "She reported: “The ferry Merle left the quay at nine with forty-seven people and two carts "
    "of barley. "
    "Old Tobias Renn stood at the wheel, and nobody who saw him that night thought him drunk. "
    "Half a mile out she struck the wreck of the collier and heeled over.” That is all we have."
)
REPRINT = (
    "Of all the ferries the Merle is the best known. "
    "The ferry Merle left the quay at nine with forty-one people and two carts of barley. "
    "Old zharpik Tobias Renn stood at the wheel, and nobody who saw him that night thought him drunk. "
    "Half a mile out she struck the wreck of the collier and heeled over. "
    "The boats were lowered in the dark and none of them came back to the quay. So ends the story."
)


def account(name: str, text: str, author: str, date: str, language: str = "en") -> ReadingText:
    whole = Account(name, f"{name}.txt", 0, len(text), name, author, "", date, language, "article")
    return reading_text(whole, text, [])


def found(*readings: ReadingText) -> Parallels:
    encoder = open_encoder()
    return parallels(
        readings,
        {r.account.source: r.text for r in readings},
        {r.account.id: fingerprint(r) for r in readings},
        {r.account.id: meaning(r, encoder) for r in readings},
    )


MERLE = (
    account("brandt", REPORT, "Ida Brandt", "1931-03-04"),
    account("falk", QUOTED, "Otto Falk", "1958-06-12"),
    account("lind", REPRINT, "Anna Lind", "1974"),
)


def test_a_report_its_quotation_and_its_reprint() -> None:
    rows = found(*MERLE)
    assert {(p.a.source, p.b.source, p.kind, p.direction) for p in rows.parallels} == {
        ("brandt.txt", "falk.txt", "copy", "a→b"),
        ("brandt.txt", "lind.txt", "copy", "a→b"),
        ("falk.txt", "lind.txt", "copy", "unknown"),
    }
    assert len({p.group for p in rows.parallels}) == 1
    by_id = {p.id: p for p in rows.parallels}
    changed = {
        (v.a and v.a.quote, v.b and v.b.quote, v.kind, v.what)
        for v in rows.variants
        if by_id[v.parallel].a.source == "brandt.txt"
    }
    assert ("forty-one", "forty-seven", "substitution", "number") in changed
    assert (None, "zharpik", "addition", "wording") in changed
    hands = {(h.passage.quote, h.hand, h.kind, h.account) for h in rows.hands}
    assert ("forty-seven", "author", "alteration", "falk") in hands
    # what Anna Lind makes of a loan without quotation marks is her own text, but for a stranger's word
    assert {hand[0] for hand in hands if hand[3] == "lind"} <= {"zharpik"}
    ways = {(d.account_a, d.account_b): d.direction for d in rows.dependences}
    assert (ways["brandt", "falk"], ways["brandt", "lind"]) == ("a→b", "a→b")
    assert ways.get(("falk", "lind"), "unknown") == "unknown"


def test_every_passage_is_the_words_of_its_source() -> None:
    texts: Mapping[str, str] = {r.account.source: r.text for r in MERLE}
    rows = found(*MERLE)
    passages = [p for row in (*rows.parallels, *rows.variants) for p in (row.a, row.b) if p]
    for passage in (*passages, *(hand.passage for hand in rows.hands)):
        assert passage.quote == texts[passage.source][passage.start : passage.end]


def test_the_order_of_the_accounts_changes_nothing() -> None:
    assert found(*MERLE) == found(*reversed(MERLE))


def test_many_copies_of_one_leaflet_are_a_star_from_the_oldest() -> None:
    copies = [
        account(f"copy{n:02}", f"{REPORT} Printed by press number {n}.", "", f"19{31 + n}")
        for n in range(12)
    ]
    rows = [p for p in found(*copies).parallels if p.kind == "copy"]
    assert {p.a.source for p in rows} == {"copy00.txt"}
    assert len({p.b.source for p in rows}) == 11


def test_nothing_in_common_is_nothing_found() -> None:
    other = "The school had four rooms. In winter the children came on skis and left before dark."
    assert found(MERLE[0], account("school", other, "", "")) == Parallels((), (), (), ())


def test_all_passages_together_say_who_draws_on_whom() -> None:
    def bond(parallel: str, direction: str, probability: float) -> Bond:
        return Bond(parallel, "x", "y", "copy", direction, probability, 0.9, 300)

    agreeing = dependences([bond("p1", "a→b", 0.8), bond("p2", "a→b", 0.75)])
    assert [(d.direction, d.evidence) for d in agreeing] == [("a→b", ("p1", "p2"))]
    torn = dependences([bond("p1", "a→b", 0.8), bond("p2", "b→a", 0.8)])
    assert torn[0].direction == "unknown"
    assert dependences([Bond("p", "x", "y", "formula", "a→b", 0.9, 0.9, 300)]) == ()


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["copy", "translation", "retelling", "formula"]),
            st.sampled_from(["a→b", "b→a", "unknown"]),
            st.floats(0.5, 1.0),
            st.floats(0.0, 1.0),
            st.integers(1, 5_000),
            st.integers(0, 5),
        ),
        max_size=8,
    )
)
def test_a_dependence_is_a_probability_and_turns_with_its_accounts(
    given_bonds: list[tuple[str, str, float, float, int, int]],
) -> None:
    turned = {"a→b": "b→a", "b→a": "a→b", "unknown": "unknown"}
    bonds = [
        Bond(f"p{n}", "x", "y", kind, way, sure, score, length, errors)
        for n, (kind, way, sure, score, length, errors) in enumerate(given_bonds)
    ]
    other_way = [
        Bond(
            b.parallel,
            "y",
            "x",
            b.kind,
            turned[b.direction],
            b.probability,
            b.score,
            b.length,
            b.errors,
        )
        for b in bonds
    ]
    rows = dependences(bonds)
    assert rows == dependences(other_way)
    assert all(0 <= row.probability <= 1 and row.evidence for row in rows)


PIER = (
    "The pier at Dolany gave way on Friday while the market boats were being unloaded. "
    "Two porters and a boy of nine were thrown into the water among the crates of pears. "
    "The harbour office had been warned of it in writing by the bridge master in January. "
    "It did not answer him, and it does not answer this newspaper either. "
    "All three were pulled out by the ferryman before the ice could close over them. "
    "The pears drifted as far as the weir, where the children of the mill ate them."
)


def test_sentences_left_out_between_two_copied_passages_are_omissions() -> None:
    sentences = PIER.split(". ")
    short = ". ".join([*sentences[:2], *sentences[4:]])
    rows = found(
        account("first", PIER, "Ivo Lund", "1901-02-02"), account("second", short, "", "1901-02-09")
    )
    lost = {
        v.a.quote for v in rows.variants if v.kind == "omission" and v.a and v.what == "sentence"
    }
    assert any("warned of it in writing" in quote for quote in lost)
    assert any("does not answer this newspaper" in quote for quote in lost)
    assert not any("ferryman" in quote or "porters" in quote for quote in lost)


def test_what_a_quoter_says_between_the_marks_is_no_reading() -> None:
    text = (
        "Under the ice it was quite quiet, and I thought of my mother's blue kettle on the stove. "
        "Then a hand came down and took me by the collar of my father's coat."
    )
    quoted = (
        "The boy remembers it well. “Under the ice it was quite quiet, and I thought of my "
        "mother's red kettle on the stove,” he told us, turning his cap in his hands. “Then a hand "
        "came down and took me by the collar of my father's coat.” He is nine."
    )
    rows = found(
        account("boy", text, "Pavel Renn", "1901"), account("paper", quoted, "Ivo Lund", "1902")
    )
    changed = {(v.a and v.a.quote, v.b and v.b.quote) for v in rows.variants}
    assert changed == {("blue", "red")}
    assert {(h.passage.quote, h.kind) for h in rows.hands} <= {("red", "alteration")}
