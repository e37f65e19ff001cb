"""Reuse: what is copied is found with exact spans, and hostile input costs no more than its size."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.reuse import Shared, fingerprint, reuse
from variorum.establish.reuse.letters import words
from variorum.establish.stretches import Stretch
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text

DAM = (
    "A dam above the town of Karsk gave way before dawn on Tuesday, sending a wall of water through "
    "the lower quarter and drowning the bakers at their ovens."
)
FILLER = (
    "Nothing else happened in the valley that month, except that the price of bread went up twice.",
    "My sister kept a diary in those years which her children sold with the furniture.",
    "He had been a pilot for thirty years and trusted neither charts nor owners.",
    "The choir rehearsed in the school because the church was being painted.",
    "Two inspectors came from the capital and measured the cellar of the town hall.",
    "Rain fell through the whole of May and the hay could not be brought in.",
)


def account(name: str, text: str, **fields: str) -> ReadingText:
    source = fields.get("source", name)
    kind, language = fields.get("kind", "article"), fields.get("language", "en")
    row = Account(name, source, 0, len(text), "", "", "", "", language, kind)
    return reading_text(row, text, [])


def found(*readings: ReadingText) -> tuple[Shared, ...]:
    return reuse(readings, {r.account.id: fingerprint(r) for r in readings})


def quotes(shared: Shared, *readings: ReadingText) -> list[tuple[str, str]]:
    texts = {r.account.id: r.text for r in readings}
    return [(w.account, texts[w.account][w.start : w.end]) for w in shared.witnesses]


def test_a_copied_sentence_has_exact_spans() -> None:
    a = account("a", f"{FILLER[0]} {DAM} {FILLER[1]}")
    b = account("b", f"{FILLER[2]} {DAM} {FILLER[3]}")
    (shared,) = found(a, b)
    assert (shared.kind, shared.manner) == ("copy", "verbatim")
    assert quotes(shared, a, b) == [("a", DAM[:-1]), ("b", DAM[:-1])]
    assert shared.score > 0.9


def test_nothing_is_found_where_nothing_is_copied() -> None:
    assert found(*(account(str(k), text) for k, text in enumerate(FILLER))) == ()


def test_a_title_that_many_use_is_no_copy() -> None:
    a = account("a", f"{FILLER[0]} The Reverend Archibald Fotheringay, Bishop of Karsk, was there.")
    b = account(
        "b", f"I met the Reverend Archibald Fotheringay, Bishop of Karsk, once. {FILLER[1]}"
    )
    assert found(a, b) == ()


def test_insertions_and_turned_clauses_make_one_passage() -> None:
    one, other = DAM[:-1].split(", ")
    a = account("a", f"{FILLER[0]} {DAM} {FILLER[1]}")
    b = account("b", f"{FILLER[2]} {other}, and as all agree, {one}. {FILLER[3]}")
    (shared,) = found(a, b)
    assert shared.manner == "adapted"
    assert quotes(shared, a, b) == [("a", DAM[:-1]), ("b", f"{other}, and as all agree, {one}")]


def test_a_bad_scan_is_still_the_same_leaflet() -> None:
    text = " ".join((DAM, *FILLER[:3]))
    bad = text.replace("e", "c").replace("rn", "m").replace("town", "to wn")
    a, b = account("a", text), account("b", bad)
    (shared,) = found(a, b)
    assert shared.witnesses == (
        Stretch("a", 0, len(text) - 1),
        Stretch("b", 0, len(bad) - 1),
    )


def test_a_quotation_is_told_by_its_marks() -> None:
    a = account("a", f"{FILLER[0]} {DAM} {FILLER[1]}")
    b = account("b", f"{FILLER[2]} He wrote: “{DAM}” {FILLER[3]}")
    assert [s.manner for s in found(a, b)] == ["quotation"]


def test_a_sworn_formula_is_no_copy() -> None:
    oath = "being duly sworn and examined, deposes and says as follows"
    a = account("a", f"Thomas Arkle, {oath}: {FILLER[0]}")
    b = account("b", f"Ellen Moss, {oath}: {FILLER[1]}")
    (shared,) = found(a, b)
    assert shared.kind == "formula"
    assert quotes(shared, a, b) == [("a", oath), ("b", oath)]


def test_what_many_unrelated_accounts_share_is_a_formula() -> None:
    phrase = "with the greatest reluctance and under protest at the hour"
    accounts = [account(str(k), f"{text[:-1]} {phrase}.") for k, text in enumerate(FILLER)]
    (shared,) = found(*accounts)
    assert shared.kind == "formula"
    assert len(shared.witnesses) == len(FILLER)


def test_a_passage_told_twice_in_one_account() -> None:
    text = " ".join((DAM, *FILLER, DAM))
    (shared,) = found(account("a", text))
    assert [text[w.start : w.end] for w in shared.witnesses] == [DAM[:-1], DAM[:-1]]


def test_a_witness_more_joins_the_same_passage() -> None:
    readings = [account(str(k), f"{FILLER[k]} {DAM} {FILLER[k + 1]}") for k in range(4)]
    (shared,) = found(*readings)
    assert [w.account for w in shared.witnesses] == ["0", "1", "2", "3"]


def test_a_short_quotation_out_of_a_long_copy_stays_its_own_passage() -> None:
    whole = " ".join((DAM, *FILLER[:5]))
    a, b = account("a", whole), account("b", whole)
    c = account("c", f"Somebody wrote this once. {DAM} I do not believe a word of it.")
    kinds = sorted((len(s.witnesses), s.witnesses[0].end) for s in found(a, b, c))
    assert kinds == [(2, len(whole) - 1), (3, len(DAM) - 1)]


@pytest.mark.parametrize(
    ("language", "before", "passage", "after"),
    [
        (
            "ru",
            "Мы не спали.",
            "Отец сидел у окна и говорил, что слышит, как гудит земля под мостом, "
            "а мать велела нам собрать вещи в узлы",
            "Но архив молчит.",
        ),
        (
            "zh",
            "那天晚上我們都沒有睡覺。",
            "父親坐在窗前，說他聽見橋下的大地在轟鳴，母親叫我們收拾好東西，不要點燈",
            "檔案裡沒有記載。",
        ),
        (
            "ar",
            "في تلك الليلة لم ننم.",
            "جلس أبي عند النافذة وقال إنه يسمع الأرض تهدر تحت الجسر، "
            "وأمرتنا أمي أن نجمع أغراضنا وألا نشعل المصابيح",
            "لكن الأرشيف صامت.",
        ),
        (
            "he",
            "לא ישנו בלילה.",
            "אבי ישב ליד החלון ואמר שהוא שומע את האדמה רועמת מתחת לגשר, "
            "ואמי ציוותה עלינו לאסוף את חפצינו בצרורות",
            "הארכיון שותק.",
        ),
        (
            "hi",
            "उस रात हम नहीं सोए।",
            "पिताजी खिड़की के पास बैठे थे और कह रहे थे कि पुल के नीचे "
            "धरती गरज रही है और माँ ने सामान बाँधने को कहा",
            "अभिलेखागार चुप है।",
        ),
    ],
)
def test_any_script(language: str, before: str, passage: str, after: str) -> None:
    a = account("a", f"{before} {passage}.", language=language)
    b = account("b", f"{passage}. {after}", language=language)
    (shared,) = found(a, b)
    assert quotes(shared, a, b) == [("a", passage), ("b", passage)]


def test_an_account_is_no_copy_of_what_it_stands_in() -> None:
    text = f"{FILLER[0]} {DAM} {FILLER[1]}"
    parent = account("parent", text, source="page")
    start = text.index(DAM)
    row = Account(
        "child", "page", start, start + len(DAM), "", "", "", "", "en", "letter", "parent"
    )
    assert found(parent, reading_text(row, text, [])) == ()


def test_boilerplate_is_left_out() -> None:
    a = account("a", DAM, kind="boilerplate")
    assert found(a, account("b", DAM)) == ()


def test_the_same_file_twice_is_one_passage() -> None:
    text = "\n\n".join((DAM, *FILLER))
    (shared,) = found(account("a", text), account("b", text))
    assert shared.witnesses == (Stretch("a", 0, len(text) - 1), Stretch("b", 0, len(text) - 1))


def test_five_hundred_copies_of_a_leaflet_are_one_passage() -> None:
    rng = random.Random(3)
    text = " ".join((DAM, *FILLER))
    copies = []
    for k in range(500):
        at = rng.randrange(len(text))
        copies.append(account(f"{k:03}", text[:at] + rng.choice("xyz") + text[at + 1 :]))
    started = time.process_time()
    (shared,) = found(*copies)
    assert shared.kind == "copy"
    assert len(shared.witnesses) == 500
    assert time.process_time() - started < 10


def test_one_word_a_million_times() -> None:
    started = time.process_time()
    many = "word " * 1_000_000
    assert found(account("a", many), account("b", f"{FILLER[0]} {FILLER[1]}")) == ()
    assert time.process_time() - started < 10


@pytest.mark.parametrize("text", ["", " \n", "…!?", "x" * 100_000, "(" * 100_000, "\ud800 a\x00b"])
def test_odd_texts(text: str) -> None:
    found(account("a", text), account("b", text))


def test_the_order_of_the_accounts_is_nothing() -> None:
    readings = [account(str(k), f"{FILLER[k]} {DAM} {FILLER[k + 1]}") for k in range(4)]
    assert found(*readings) == found(*reversed(readings))


def test_only_what_a_new_account_shares() -> None:
    other = " ".join(FILLER[3:5])
    a, b = account("a", f"{DAM} {other}"), account("b", f"{FILLER[0]} {other}")
    c = account("c", f"{FILLER[1]} {DAM}")
    prints = {r.account.id: fingerprint(r) for r in (a, b, c)}
    (shared,) = reuse([a, b, c], prints, new=["c"])
    assert [w.account for w in shared.witnesses] == ["a", "c"]


_PIECES = st.sampled_from(
    [DAM, *FILLER, "слово за слово ", "父親坐在窗前，", "x", "\n\n", "“", "”", " "]
)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(_PIECES, max_size=8), min_size=1, max_size=4))
def test_spans_lie_within_their_texts(pieces: list[list[str]]) -> None:
    readings = [account(str(k), " ".join(parts)) for k, parts in enumerate(pieces)]
    texts = {r.account.id: r.text for r in readings}
    for shared in found(*readings):
        assert len(shared.witnesses) > 1
        assert list(shared.witnesses) == sorted(set(shared.witnesses))
        assert 0.5 <= shared.score <= 1
        for witness in shared.witnesses:
            assert 0 <= witness.start < witness.end <= len(texts[witness.account])
            assert texts[witness.account][witness.start : witness.end].strip()


@given(st.text(max_size=200))
@settings(deadline=None)
def test_words_keep_their_place(text: str) -> None:
    made = words(text)
    assert made.at[-1] == len(made.letters)
    previous = 0
    for k in range(len(made)):
        assert previous <= made.starts[k] < made.ends[k] <= len(text)
        assert made.word(k)
        previous = made.ends[k]
