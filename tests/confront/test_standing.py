"""What is left standing: agreed by independent tellers, one origin, single, disputed, impossible."""

import random
from dataclasses import replace

from variorum.confront import Evidence, confront
from variorum.confront.standing import standing
from variorum.model.critique import Account, Dependence, Parallel
from variorum.model.findings import Disagreement, Impossibility, Side, Standing
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Entity, Mention, Quantity, Sentence, Statement

NAMES = {
    "Mara Oll": "e_mara",
    "Ivo Renn": "e_ivo",
    "Averill": "e_averill",
    "Captain Sund": "e_sund",
}


def told(*texts: list[str], dates: tuple[str, ...] = (), counts: tuple[str, ...] = ()) -> Evidence:
    """One account of each list of sentences, with the names, dates (EDTF in words) and counts in it."""
    accounts, sentences, mentions, quantities, days, statements = [], [], [], [], [], []
    for n, quotes in enumerate(texts):
        source, start = f"{n}.txt", 0
        for quote in quotes:
            whole = Passage(source, start, start + len(quote), quote)
            plain = "".join(c if c.isalnum() else " " for c in quote.lower())
            terms = tuple(word for word in plain.split() if len(word) > 2)
            inside = []

            def at(words: str, whole: Passage = whole) -> Passage:
                begin = whole.start + whole.quote.index(words)
                return Passage(whole.source, begin, begin + len(words), words)

            for name, entity in NAMES.items():
                if name in quote:
                    kind = "place" if name == "Averill" else "person"
                    mentions.append(Mention(at(name), kind, entity, name, account=f"a_{n}"))
                    inside.append(entity)
            for words in counts:
                if words in quote:
                    low, counted = words.split()
                    number = {"forty": 40.0, "sixty": 60.0}.get(low) or float(low)
                    quantities.append(
                        Quantity(at(words), number, number, "", counted, "exact", f"a_{n}")
                    )
            days += [
                DateMention(at(words), "1933-10-14", account=f"a_{n}")
                for words in dates
                if words in quote
            ]
            sentences.append(Sentence(whole, terms, tuple(inside), "", "en", f"a_{n}"))
            statements.append(
                Statement(
                    f"s_{n}_{start}", whole, "", "did", "", "text", "", "", "positive",
                    "asserted", "", f"a_{n}",
                )
            )  # fmt: skip
            start += len(quote) + 2
        accounts.append(
            Account(f"a_{n}", source, 0, start, f"Account {n}", "", "", "", "en", "article")
        )
    return Evidence(
        accounts=tuple(accounts),
        sentences=tuple(sentences),
        mentions=tuple(mentions),
        quantities=tuple(quantities),
        dates=tuple(days),
        statements=tuple(statements),
        entities=tuple(Entity(i, "person", name, (name,)) for name, i in NAMES.items()),
    )


def verdicts(rows: tuple[Standing, ...]) -> dict[str, str]:
    return {row.sentence: row.verdict for row in rows}


def where(evidence: Evidence, account: int, sentence: int) -> Passage:
    mine = [s.passage for s in evidence.sentences if s.account == f"a_{account}"]
    return sorted(mine)[sentence]


RANG = "Mara Oll rang the bell at Averill."


def test_a_retelling_is_agreed_and_a_copy_has_one_origin() -> None:
    evidence = told([RANG], ["At Averill it was Mara Oll who rang the bell."], [RANG])
    p = [where(evidence, n, 0) for n in range(3)]
    retold = Parallel("p1", p[0], p[1], "retelling", "unknown", 0.8)
    (row,) = standing(replace(evidence, parallels=(retold,)), [], [])[:1]
    assert (row.verdict, row.sentence, row.passages) == ("agreed", RANG, (p[0], p[1]))
    copy = Parallel("p1", p[0], p[2], "copy", "a→b", 0.9)
    (row,) = standing(replace(evidence, parallels=(copy,)), [], [])[:1]
    assert (row.verdict, row.passages) == ("one origin", (p[0], p[2]))
    assert "Account 0 and Account 2" in row.reasons[0]


def test_one_account_that_draws_on_the_other_is_one_origin() -> None:
    evidence = told([RANG], ["At Averill it was Mara Oll who rang the bell."])
    p = [where(evidence, n, 0) for n in range(2)]
    retold = Parallel("p1", p[0], p[1], "retelling", "unknown", 0.8)
    bond = Dependence("a_0", "a_1", "a→b", 0.9, ())
    rows = standing(replace(evidence, parallels=(retold,), dependences=(bond,)), [], [])
    assert [row.verdict for row in rows] == ["one origin"]


def test_a_translation_with_another_number_is_not_told_alike() -> None:
    quotes = ["Mara Oll counted forty lamps at Averill.", "At Averill Mara Oll saw sixty lamps."]
    evidence = told(*([quote] for quote in quotes), counts=("forty lamps", "sixty lamps"))
    p = [where(evidence, n, 0) for n in range(2)]
    row = Parallel("p1", p[0], p[1], "translation", "a→b", 0.9)
    found = standing(replace(evidence, parallels=(row,)), [], [])
    assert "one origin" not in {row.verdict for row in found}


def test_sentences_translated_one_after_the_other_are_one_row() -> None:
    quotes = ["Mara Oll went to Averill.", "There Captain Sund met Mara Oll.", "It rained."]
    evidence = told(quotes, [quote.upper() for quote in quotes])
    # the capitals hide the names: only one side holds them
    rows = tuple(
        Parallel(f"p{n}", where(evidence, 0, n), where(evidence, 1, n), "translation", "a→b", 0.9)
        for n in range(3)
    )
    (row,) = standing(replace(evidence, parallels=rows), [], [])
    assert row.verdict == "one origin"
    assert len(row.passages) == 4
    assert row.sentence == "Mara Oll went to Averill."


def test_told_by_one_needs_names_and_a_verb_and_nobody_else_who_tells_it() -> None:
    tells = "Mara Oll met Ivo Renn near the mill."
    evidence = told([tells, "I draw two conclusions.", "It was a cold winter everywhere."])
    assert verdicts(standing(evidence, [], [])) == {tells: "single"}
    day = "On 14 October 1933 Mara Oll rowed across the bay."
    twice = told([day], ["Mara Oll, 14 October 1933: over the bay."], dates=("14 October 1933",))
    assert "single" not in verdicts(standing(twice, [], [])).values()


def test_disputed_and_impossible_are_not_listed_again() -> None:
    evidence = told([RANG], ["Mara Oll never went to Averill, where Ivo Renn was."])
    p = [where(evidence, n, 0) for n in range(2)]
    row = Disagreement(
        "d_1", "polarity", "Was she at Averill?",
        (Side("yes", (p[0],), (), 0.45), Side("no", (p[1],), (), 0.45)), "tied", 0.9, (),
    )  # fmt: skip
    never = Impossibility("i_1", (p[0],), ("Nobody was at Averill", "it was drowned"))
    wider = Impossibility("i_2", (p[0], p[1]), ("Neither can be",))
    rows = standing(evidence, [row], [never, wider])
    assert [(r.verdict, r.sentence) for r in rows] == [
        ("disputed", "Was she at Averill? “yes” (45%) or “no” (45%)"),
        ("impossible", "Nobody was at Averill"),
    ]
    assert rows[1].reasons == ("it was drowned",)


def test_a_scene_two_saw_is_agreed_in_the_words_they_share() -> None:
    filler = [f"Line {n} speaks of weather number {n} and nothing besides." for n in range(30)]
    evidence = told(
        ["Late that night Captain Sund stood upon the bridge with a lantern, they say.", *filler],
        ["I saw Captain Sund on the bridge with his lantern raised."],
        ["Captain Sund did not stand on the bridge with a lantern."],
    )
    rows = [row for row in confront(evidence).standing if row.verdict == "agreed"]
    assert [row.sentence for row in rows] == ["“Captain Sund on the bridge with his lantern”"]
    assert {p.quote for p in rows[0].passages} == {
        "Captain Sund stood upon the bridge with a lantern",
        "Captain Sund on the bridge with his lantern",
    }


def test_equal_counts_of_one_thing_are_agreed_with_the_words_around_them() -> None:
    filler = [f"Line {n} speaks of weather and nothing besides." for n in range(30)]
    evidence = told(
        ["Mara Oll sold 48 lifebelts to the ferry at Averill.", *filler],
        ["The ferry at Averill had 48 lifebelts from Mara Oll."],
        ["The ferry at Averill carried 48 lifebelts, says Mara Oll."],
        counts=("48 lifebelts",),
    )
    rows = [row for row in confront(evidence).standing if row.verdict == "agreed"]
    assert len(rows) == 1
    assert "48 lifebelts" in rows[0].sentence
    assert {p.source for p in rows[0].passages} == {"0.txt", "1.txt", "2.txt"}


def test_a_denial_near_by_keeps_a_scene_from_being_agreed() -> None:
    filler = [f"Line {n} speaks of weather and nothing besides." for n in range(30)]
    evidence = told(
        ["Captain Sund left the bridge with a lantern and an axe.", *filler],
        ["Nobody saw that Captain Sund left the bridge with a lantern and an axe."],
    )
    assert "agreed" not in {row.verdict for row in confront(evidence).standing}


def test_a_scene_put_in_two_places_is_not_agreed() -> None:
    filler = [f"Line {n} speaks of weather and nothing besides." for n in range(30)]
    one = "Captain Sund sat with the children in the saloon with a lantern and an axe."
    other = "Captain Sund sat with the children in Averill with a lantern and an axe."
    for second, found in ((other, set()), (one.replace("sat", "was"), {"agreed"})):
        verdicts = {row.verdict for row in confront(told([one, *filler], [second])).standing}
        assert verdicts & {"agreed"} == found


def test_a_doubtful_dependence_is_said_and_does_not_make_one_origin() -> None:
    evidence = told([RANG], ["At Averill it was Mara Oll who rang the bell."])
    p = [where(evidence, n, 0) for n in range(2)]
    retold = Parallel("p1", p[0], p[1], "retelling", "unknown", 0.8)
    bond = Dependence("a_0", "a_1", "a→b", 0.55, ())
    (row,) = standing(replace(evidence, parallels=(retold,), dependences=(bond,)), [], [])
    assert row.verdict == "agreed"
    assert row.reasons[1] == "Account 1 may draw on Account 0"


def test_every_passage_listed_is_its_words() -> None:
    evidence = told(
        [RANG, "Captain Sund stood upon the bridge with a lantern."],
        ["At Averill it was Mara Oll who rang the bell.", "Captain Sund met Ivo Renn at Averill."],
    )
    whole = {s.passage.source: dict[int, str]() for s in evidence.sentences}
    for s in evidence.sentences:
        whole[s.passage.source].update(enumerate(s.passage.quote, s.passage.start))
    for row in confront(evidence).standing:
        assert row.passages
        for p in row.passages:
            letters = whole[p.source]
            assert p.quote == "".join(letters[n] for n in range(p.start, p.end))


def test_the_order_of_the_evidence_does_not_matter() -> None:
    evidence = told(
        [RANG, "Mara Oll met Ivo Renn near the mill."],
        ["At Averill it was Mara Oll who rang the bell.", "Captain Sund saw Ivo Renn at Averill."],
    )
    rows = standing(evidence, [], [])
    draw = random.Random(5)
    for _ in range(5):
        mixed = {
            name: tuple(draw.sample(getattr(evidence, name), len(getattr(evidence, name))))
            for name in ("accounts", "sentences", "mentions", "statements")
        }
        assert standing(replace(evidence, **mixed), [], []) == rows


def test_nothing_stands_where_nothing_is_told() -> None:
    assert standing(Evidence(), [], []) == ()
