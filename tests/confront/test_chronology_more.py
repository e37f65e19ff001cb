"""Impossibilities of deeds, days, kin, places, tellings, tables and tolls; and what only looks so."""

from dataclasses import replace

import pytest
from hypothesis import given as given_that
from hypothesis import settings
from hypothesis import strategies as st
from reading_by_hand import evidence, quotes

from variorum.confront import Evidence, confront
from variorum.confront.chronology.fact import Fact
from variorum.confront.chronology.lives import lives
from variorum.confront.chronology.namesakes import Namesakes
from variorum.confront.chronology.network import YEAR
from variorum.confront.context import ground
from variorum.model.critique import Hand
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage, cut
from variorum.model.testimony import Argument, Relation, Statement

BYLINE = "Port Ellery Mail, 9 October 1950. "


def _found(given: Evidence) -> tuple[Impossibility, ...]:
    return confront(given).impossibilities


def _quotes(given: Evidence) -> list[list[str]]:
    return [quotes(row.passages) for row in _found(given)]


def _text(given: Evidence, account: int = 0) -> str:
    """The text of an account, put together again from its sentences."""
    text = ""
    for sentence in given.sentences:
        if sentence.account == f"a{account}":
            text = text.ljust(sentence.passage.start) + sentence.passage.quote
    return text


def _place(given: Evidence, words: str, account: int = 0) -> Passage:
    text = _text(given, account)
    start = text.index(words)
    return cut(f"a{account}.txt", text, start, start + len(words))


def _does(given: Evidence, who: str, relation: str, words: str, time: str = "") -> Statement:
    """A statement of ``who``, named at the beginning of ``words``."""
    place = _place(given, words)
    subject = next(m.entity for m in given.mentions if m.passage.quote == who)
    named = Passage(place.source, place.start, place.start + len(who), who)
    return Statement(
        f"s{place.start}", place, subject, relation, "", "", time, "", "positive", "asserted", "", "a0",
        (Argument("subject", named),),
    )  # fmt: skip


def _with(given: Evidence, *rows: Statement) -> Evidence:
    return replace(given, statements=rows)


def _dated(told: str, date: str = "1950-10-09") -> Evidence:
    """The evidence of an account whose byline is BYLINE."""
    given = evidence(BYLINE + told, dates=(date,))
    line = cut("a0.txt", _text(given), 0, len(BYLINE) - 2)
    return replace(given, hands=(Hand("h", line, "editor", "byline", 1.0, (), "a0"),))


# counted days


def _nights(death: str, deed: str, between: str = "") -> Evidence:
    given = evidence(f"{death} {between}{deed} ")
    rows = []
    for words, relation in (("Lev Petrov died", "died"), ("Lev Petrov pulled", "pull")):
        if words in _text(given):
            rows.append(_does(given, "Lev Petrov", relation, words))
    return _with(given, *rows)


def test_the_dead_of_the_second_night_pull_nothing_on_the_fifth_day() -> None:
    (row,) = _found(
        _nights(
            "On the second night [Lev Petrov] died of the cold.",
            "On the fifth day [Lev Petrov] pulled the sledge.",
        )
    )
    assert quotes(row.passages) == [
        "On the second night Lev Petrov died",
        "On the fifth day Lev Petrov",
    ]
    assert row.reasons[1] == "5 − 2 = 3 days after the death"


@pytest.mark.parametrize(
    ("death", "deed", "between"),
    [
        ("On the fifth night [Lev Petrov] died.", "On the second day [Lev Petrov] pulled it.", ""),
        ("On the second night [Lev Petrov] died.", "On the fifth day they carried his body.", ""),
        (
            "On the second night of the siege [Lev Petrov] died.",
            "On the fifth day of the trial [Lev Petrov] pulled it.",
            "",
        ),
        (
            "On the second night [Lev Petrov] died.",
            "On the fifth day [Lev Petrov] pulled it.",
            "On the first day of the new year they met. ",
        ),
        (
            "On the second night [Lev Petrov] died.",
            "On the fifth day [Lev Petrov] pulled it.",
            "His namesake Lev Petrov was the smith. ",
        ),
        ("On the second night [Lev Petrov] died.", "On the fifth day [Lev Petrov] would help.", ""),
        ("On the fifth day [Lev Petrov] pulled it.", "On the second night [Lev Petrov] died.", ""),
    ],
)
def test_counted_days_that_may_be(death: str, deed: str, between: str) -> None:
    assert _quotes(_nights(death, deed, between)) == []


def test_a_death_told_later_looks_back() -> None:
    told = "On the fifth day [Lev Petrov] pulled the sledge. [Lev Petrov] had died on the second night. "
    given = evidence(told)
    pulled = _does(given, "Lev Petrov", "pull", "Lev Petrov pulled")
    died = _does(given, "Lev Petrov", "died", "Lev Petrov had died")
    assert len(_found(_with(given, pulled, died))) == 1


# the living and the dead


def test_the_dead_do_not_speak_by_name() -> None:
    told = "[Lev Petrov] died on <1 August 1982/1982-08-01>. %s "
    given = evidence(told % "[Lev Petrov] spoke at the hall on <10 August 1982/1982-08-10>.")
    (row,) = _found(given)
    assert row.reasons[0].startswith(
        "Lev Petrov spoke on 10 August 1982, but died on 1 August 1982"
    )
    for possible in (
        "The portrait of [Lev Petrov] arrived in <1983/1983>.",
        "[Lev Petrov] would have spoken in <1983/1983>.",
        "The book [Lev Petrov] wrote was printed in <1983/1983>.",
        "[Lev Petrov] spoke at the hall in <1982/1982>.",
    ):
        assert _found(evidence(told % possible)) == (), possible


def test_a_letter_later_than_its_writer() -> None:
    letter = "<14 May 1866/1866-05-14>. I have a cold and the rain is on the sea. Your [Ann Lee]. "
    died = "[Ann Lee] died on <2 May %s/%s-05-02>. "
    given = evidence(letter, died % (1866, 1866), dates=("1866-05-14",), kinds=("letter",))
    (row,) = _found(given)
    assert quotes(row.passages) == ["14 May 1866", "Ann Lee", "2 May 1866"]
    given = evidence(letter, died % (1867, 1867), dates=("1866-05-14",), kinds=("letter",))
    assert _found(given) == ()


def test_an_age_in_the_present_tense_of_a_pronoun() -> None:
    told = "[Lev Petrov] lives by the pier. He is {fifty-nine/59/year/age} and thin. "
    born = "[Lev Petrov] was born on <2 June %s/%s-06-02>. "
    dated = _dated(told)
    for year, number in ((1897, 1), (1891, 0)):
        other = evidence(BYLINE + told, born % (year, year), dates=("1950-10-09",))
        found = _found(replace(other, hands=dated.hands))
        assert len(found) == number
    assert quotes(found[0].passages) if found else True


def test_a_register_of_two_men_of_one_name() -> None:
    register = (
        "In <1886/1886> [Lev Petrov], miller's son, aged {24/24/year/age}, was wed. "
        "In <1891/1891> [Lev Petrov], deacon, aged {%s/%s/year/age}, was laid here. %s"
    )
    assert _found(evidence(register % (44, 44, ""))) == ()
    assert _found(evidence(register % (34, 34, ""))) == ()  # described otherwise
    plain = register.replace(", miller's son,", ",").replace(", deacon,", ",")
    assert len(_found(evidence(plain % (34, 34, "")))) == 1
    note = "Two men of one name lived here at one time. "
    assert _found(evidence(plain % (34, 34, note))) == ()


def test_a_grandson_of_the_name() -> None:
    told = "[Lev Petrov] died in <1829/1829>. In <1834/1834> [Lev Petrov]%s sold the house. "
    (row,) = _found(evidence(told % ""))
    assert row.reasons == ("Lev Petrov sold in 1834, but died in 1829", "1834 − 1829 = 5")
    given = evidence(told % ", his grandson,")
    sold = _does(given, "Lev Petrov", "sell", "Lev Petrov, his grandson, sold the house", "1834")
    assert _found(_with(given, sold)) == ()


def test_lives_in_brackets() -> None:
    told = "Miss [Ann Roe] (1841–%s) never married. In <1897/1897> [Ann Roe] taught at the school. "
    (row,) = _found(evidence(told % "1895"))
    assert quotes(row.passages) == ["Ann Roe (1841–1895)", "1897 Ann Roe taught"]
    assert row.reasons[1] == "1897 − 1895 = 2"
    assert _found(evidence(told % "1899")) == ()
    reign = (
        "King [Harold Roe] (1841–1895) was fat. In <1897/1897> [Harold Roe] taught at the school. "
    )
    assert _found(evidence(reign)) == ()


def test_too_young_for_it() -> None:
    told = "[Lev Petrov] was born in <1880/1880>. [Lev Petrov] %s in <1885/1885>. "
    (row,) = _found(evidence(told % "enlisted"))
    assert row.reasons[1] == "1885 − 1880 = 5"
    assert _found(evidence(told % "travelled")) == ()


# things


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The mill was built in <1840/1840>. In <1799/1799> a man was killed in the mill. ", 1),
        ("The mill was built in <1840/1840>. In <1799/1799> a man was killed in the old mill. ", 0),
        ("The mill was built in <1840/1840>. In <1839/1839> a man was killed in the mill. ", 0),
        ("The mill was built in <1840/1840>. In <1799/1799> a man was killed by the mill. ", 0),
        ("The mill was burned down in <1840/1840>. In <1849/1849> they danced in the mill. ", 1),
        ("The mill was damaged in <1840/1840>. In <1849/1849> they danced in the mill. ", 0),
        (
            "The mill was burned down in <1840/1840>. In <1849/1849> they met in the mill's ruins. ",
            0,
        ),
    ],
)
def test_things_before_and_after_their_time(told: str, found: int) -> None:
    given = evidence(told)
    relation = "built" if "built" in told else "burned"
    place = _place(given, "mill was")
    made = Statement(
        "s", place, "mill", relation, "1840", "date", "1840", "", "positive", "asserted", "", "a0"
    )
    assert len(_found(replace(given, statements=(made,)))) == found


# kin


@pytest.mark.parametrize(
    ("relation", "born", "fate", "found"),
    [
        ("mother", "1893", "", 1),
        ("mother", "1873", "", 0),
        ("father", "1820", "<1896/1896>", 1),
        ("father", "1820", "<1898/1898>", 0),
        ("mother", "1870", "<1898/1898>", 1),
        ("grandmother", "1893", "", 0),
    ],
)
def test_parents_and_children(relation: str, born: str, fate: str, found: int) -> None:
    told = f"[Ann Lee] was born in <1899/1899>. [Jane Roe] was born in <{born}/{born}>. "
    told += f"[Jane Roe] died in {fate}. " if fate else ""
    given = evidence(told)
    child, parent = given.mentions[0].entity, given.mentions[1].entity
    kin = Relation(_place(given, "Jane Roe"), child, relation, parent, "a0")
    assert len(_found(replace(given, relations=(kin,)))) == found


# told before it was


def test_told_before_it_happened() -> None:
    told = "The strike began in <1913/1913>. In <1957/1957> the union bought the hall. "
    (row,) = _found(_dated(told))
    assert quotes(row.passages) == [BYLINE[:-2], "1957"]
    assert row.reasons[1] == "1957 − 1950 = 7"


@pytest.mark.parametrize(
    "told",
    [
        "The union will buy the hall in <1957/1957>.",
        "The lease was to run until <1957/1957>.",
        "The union planned to buy the hall in <1957/1957>.",
        "The hall was bought [in <1957/1957>, by the union] for little.",
        "In <1957/1957> the union bought the hall, as the second edition says.",
        "The hall was let to <1957/1957>.",
        "In <1957/1957> it came. In <1958/1958> it went. In <1959/1959> it was over.",
        "On <10 October 1950/1950-10-10> it rained.",
    ],
)
def test_what_an_account_may_say_of_later_years(told: str) -> None:
    assert _found(_dated(f"The strike began in <1913/1913>. {told} ")) == ()


def test_what_another_date_line_begins_has_no_known_date() -> None:
    given = evidence(
        BYLINE + "The strike began in <1913/1913>. Delmont, <2 November 1959/1959-11-02> "
        "He was buried in <1957/1957>. "
    )
    text = _text(given)
    line = text.index("Delmont")
    cuts = []
    for sentence in given.sentences:
        place = sentence.passage
        if place.start <= line < place.end:  # a line of its own ends without a full stop
            head, rest = text.index(" He was"), text.index("He was")
            cuts.append(replace(sentence, passage=cut("a0.txt", text, line, head)))
            cuts.append(replace(sentence, passage=cut("a0.txt", text, rest, place.end)))
        else:
            cuts.append(sentence)
    byline = cut("a0.txt", text, 0, len(BYLINE) - 2)
    given = replace(
        given,
        accounts=(replace(given.accounts[0], date="1950-10-09"),),
        sentences=tuple(cuts),
        hands=(Hand("h", byline, "editor", "byline", 1.0, (), "a0"),),
    )
    assert _found(given) == ()


# the wrong way round


def test_leaving_before_arriving() -> None:
    told = "He arrived on <5 May 1909/1909-05-05> and %sleft on <3 May 1909/1909-05-03>. "
    (row,) = _found(evidence(told % ""))
    assert row.reasons[1] == "3 May 1909 comes before 5 May 1909"
    assert _found(evidence(told % "had ")) == ()
    assert (
        _found(
            evidence("He left on <3 May 1909/1909-05-03> and arrived on <5 May 1909/1909-05-05>. ")
        )
        == ()
    )


# places


def test_two_places_on_one_day() -> None:
    told = (
        "On <6 March 1910/1910-03-06> [Lev Petrov] was in [Bergen/place]. "
        "On <%s/%s> [Lev Petrov] was in [%s/place]. "
    )

    def placed(day: str, name: str, latitude: float, longitude: float) -> Evidence:
        given = evidence(told % (day, day, name))
        entities = []
        where = {"Bergen": (60.4, 5.3), name: (latitude, longitude)}
        for entity in confronted_entities(given):
            spot = where.get(entity.name)
            if spot:
                entity = replace(entity, latitude=spot[0], longitude=spot[1])
            entities.append(entity)
        return replace(given, entities=tuple(entities))

    (row,) = _found(placed("1910-03-06", "Lima", -12.0, -77.0))
    assert "cannot have been in Bergen and in Lima on 6 March 1910" in row.reasons[0]
    assert _found(placed("1910-03-06", "Oslo", 59.9, 10.7)) == ()
    assert _found(placed("1910-04-06", "Lima", -12.0, -77.0)) == ()


def confronted_entities(given: Evidence):  # type: ignore[no-untyped-def]
    from variorum.identify import identify

    return identify(given.mentions, given.accounts).entities


def test_two_places_at_one_hour_and_a_distance_that_is_told() -> None:
    told = (
        "On <14 January 1902 at nine/1902-01-14T21:00> [Lev Petrov] was in [Highmoor/place]. "
        "On <14 January 1902 at nine/1902-01-14T%s:00> [Lev Petrov] was in [Saltby/place]. "
        "[Highmoor/place] lies {%s miles/%s/mile} from [Saltby/place]. "
    )
    for hour, miles, found in (("21", 60, 1), ("21", 6, 0), ("23", 60, 0)):
        given = evidence(told % (hour, miles, miles))
        rows = _found(replace(given, entities=tuple(confronted_entities(given))))
        assert len(rows) == found, (hour, miles)


# weekdays and days


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("It was Sunday, <9 March 1926/1926-03-09>, at noon. ", ["Sunday, 9 March 1926"]),
        ("It was <9 March 1926/1926-03-09>, a Sunday. ", ["9 March 1926, a Sunday"]),
        ("Es war am Sonntag, dem <9. März 1926/1926-03-09>. ", ["Sonntag, dem 9. März 1926"]),
        ("Это было <9 марта 1926/1926-03-09>, в воскресенье. ", ["9 марта 1926, в воскресенье"]),
        ("It was Tuesday, <9 March 1926/1926-03-09>. ", []),
        ("From The Sun, <9 March 1926/1926-03-09>. ", []),
        ("On <9 March 1926/1926-03-09>, Sunday papers in hand, he left. ", []),
        ("Пожар был в четверг, <11 августа 1911/1911-08-11>. ", []),
        ("It was the 30th of February 1841. ", ["30th of February 1841"]),
        ("It was 29 February 1900 in the old style. ", []),
        ("It was 29 February 1999. ", ["29 February 1999"]),
        ("It was 29 February 2000. ", []),
        ("There is no 31 April 1999. ", []),
    ],
)
def test_weekdays_and_days(told: str, found: list[str]) -> None:
    assert [quote for row in _quotes(evidence(told)) for quote in row] == found


# tables and tolls


def _lines(*lines: str) -> list[tuple[str, ...]]:
    """Lines of a page, each a sentence."""
    given = evidence("x. ")
    text = "\n".join(lines)
    sentences, start = [], 0
    for line in lines:
        passage = cut("a0.txt", text, start, start + len(line))
        sentences.append(replace(given.sentences[0], passage=passage, terms=(), account="a0"))
        start += len(line) + 1
    return [row.reasons for row in _found(replace(given, sentences=tuple(sentences)))]


def test_a_table_and_its_total() -> None:
    rows = ["1 Company: killed 12, wounded 31", "2 Company: killed 9, wounded 22"]
    assert _lines(*rows, "Total: killed 21, wounded 58") == [
        ("The parts make 53, not 58", "31 + 22 = 53")
    ]
    assert _lines(*rows, "Total: killed 21, wounded 53") == []
    assert _lines(*rows, "Total: killed 40, wounded 99") == []  # of other companies too
    assert _lines("Carts: 4", "Horses: 9", "In all: 14") == [
        ("The parts make 13, not 14", "4 + 9 = 13")
    ]
    assert _lines("Carts: 4", "Horses: about 9", "In all: 14") == []
    assert _lines("Carts: 4", "Horses: 9, of which lame 3", "In all: 14") == []
    assert _lines("Убито: 34", "Ранено: 21", "Всего: 57") == [
        ("The parts make 55, not 57", "34 + 21 = 55")
    ]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Killed 12, wounded 30, missing 5, total 50.", 1),
        ("Killed 12, wounded 30, missing 5, total 47.", 0),
        ("There were 14 tanks and 5 guns, 20 in all.", 1),
        ("It cost 400 pounds: 150 for coal, 120 for oil and 100 for tar.", 1),
        ("It cost 400 pounds: 150 for coal, 120 for oil and 130 for tar.", 0),
        ("It cost 400 pounds: 150 for coal, 120 for oil, and the rest in 12 parts later on.", 0),
        ("He made 1,200 trips: 700 by day and 600 by night.", 1),
    ],
)
def test_sums_in_a_line(told: str, found: int) -> None:
    assert len(_lines(told)) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (
            "{Nine/9} were killed. {Four/4} more died later. The dead were {seventeen/17} in all. ",
            1,
        ),
        ("{Nine/9} were killed. {Four/4} more died later. The dead were {thirteen/13} in all. ", 0),
        ("{Nine/9} were killed. The dead were {seventeen/17} in all. ", 0),
        (
            "{Nine/9} were killed. {Four/4} more died, {four/4} are missing. The dead were {17/17}. ",
            0,
        ),
        ("Погибли {семеро/7}, ещё {четверо/4} умерли; всего погибло {тринадцать/13}. ", 1),
        ("Of the {46/46} aboard, {15/15} were drowned and {34/34} were saved. ", 1),
        ("Of the {46/46} aboard, {15/15} were drowned and {20/20} were saved. ", 0),
        ("Of the eleven, {five/5} were drowned and {seven/7} were saved. ", 1),
        ("Of the eleven, {five/5} were drowned and {six/6} were saved. ", 0),
        ("Of the {90/90} houses, {60/60} burned and {50/50} were looted. ", 0),
        ("The crew was {31 men/31//man}: {4 officers/4//officer} and {26 hands/26//hand}. ", 1),
        ("The crew was {30 men/30//man}: {4 officers/4//officer} and {26 hands/26//hand}. ", 0),
    ],
)
def test_tolls(told: str, found: int) -> None:
    assert len(_found(evidence(told))) == found


def test_fiction_is_not_asked() -> None:
    given = evidence("It was Friday, <14 May 1933/1933-05-14>. ")
    assert len(_found(given)) == 1
    novel = replace(given.accounts[0], title="A novel by Ann Lee")
    assert _found(replace(given, accounts=(novel,))) == ()


@settings(max_examples=60, deadline=None)
@given_that(
    st.lists(
        st.tuples(st.sampled_from(("birth", "death", "age", "deed")), st.integers(1850, 1950)),
        max_size=8,
    )
)
def test_true_lives_are_never_reported(drawn: list[tuple[str, int]]) -> None:
    """Whatever is told of a life that was lived contradicts nothing."""
    born, died = 1850, 1950
    told = []
    for number, (kind, year) in enumerate(drawn):
        year = born if kind == "birth" else died if kind == "death" else year
        low, high = year * YEAR, year * YEAR + YEAR - 1
        age = year - born
        if kind == "age":
            low, high = low - (age + 2) * YEAR, high - (age - 1) * YEAR
        passage = Passage("a.txt", number * 9, number * 9 + 1, "x")
        told.append(Fact(kind, low, high, passage, "a0", str(age), year, year, age, True, number))
    given = evidence("[Lev Petrov] sat. ")
    none = Namesakes(frozenset(), frozenset())
    assert list(lives(given, {"p": told}, ground(given), none)) == []


def test_hostile_texts_end() -> None:
    for part in ("on the second ", "(" * 50, "12, ", "was were ", "killed 1, ", "\n1 2\n"):
        given = evidence("x. ")
        text = part * (200_000 // len(part))
        sentence = replace(given.sentences[0], passage=cut("a0.txt", text, 0, len(text)), terms=())
        assert _found(replace(given, sentences=(sentence,))) == ()
