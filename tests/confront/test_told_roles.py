"""Ranks, posts and kin between accounts; what only looks like a difference stays silent."""

from dataclasses import replace

import pytest
from reading_by_hand import evidence

from variorum.confront import Evidence
from variorum.confront.context import ground
from variorum.confront.told.gathering import gathered
from variorum.confront.told.roles import roles
from variorum.model.findings import Disagreement
from variorum.model.ids import content_id
from variorum.model.passage import Passage, cut
from variorum.model.testimony import Relation, Statement

STAGE = "[Pavel Rudin] and [Oskar Lindt] were at [Orlov Quay/place] on <2 May 1922/1922-05-02>. "


def dossier(
    *told: tuple[str, str, str],
    dates: tuple[str, ...] = ("1922-05-03",) * 3,
    kinds: tuple[str, ...] = ("article",) * 3,
) -> Evidence:
    """Accounts that each call Oskar Lindt what the second words say, read as the third."""
    third = ("The brewer slept.", "", "")
    read = evidence(*(STAGE + text for text, _, _ in (*told, third)), dates=dates, kinds=kinds)
    lindt = next(m.entity for m in read.mentions if m.form == "Oskar Lindt")
    rows = []
    for number, (_, words, value) in enumerate(told):
        passage = find(read, f"a{number}", words)
        rows.append(
            Statement(
                content_id("s", number, words), passage, lindt, "rank", value, "open", "", "",
                "positive", "asserted", "", f"a{number}",
            )
        )  # fmt: skip
    return replace(read, statements=tuple(rows))


def find(read: Evidence, account: str, words: str) -> Passage:
    for sentence in read.sentences:
        at = sentence.passage.quote.find(words)
        if sentence.account == account and at >= 0:
            text = " " * sentence.passage.start + sentence.passage.quote
            return cut(sentence.passage.source, text, sentence.passage.start + at,
                       sentence.passage.start + at + len(words))  # fmt: skip
    raise AssertionError(words)


def of(read: Evidence) -> tuple[Disagreement, ...]:
    laid = ground(read)
    return gathered(roles(read, laid), laid, ())


def sides(row: Disagreement) -> list[tuple[str, list[str]]]:
    return sorted((side.value, [p.quote for p in side.passages]) for side in row.sides)


CAPTAIN = ("Captain Lindt came at once.", "Captain Lindt", "captain")
MAJOR = ("Major Lindt came at once.", "Major Lindt", "major")


def test_ranks_of_one_ladder_at_one_time() -> None:
    (row,) = of(dossier(CAPTAIN, MAJOR))
    assert (row.type, row.question) == ("role", "What was Oskar Lindt: captain or major?")
    assert sides(row) == [("captain", ["Captain Lindt"]), ("major", ["Major Lindt"])]
    assert row.confidence >= 0.5
    assert "ladder" in row.reasons[0]


def test_each_rank_is_a_side_of_its_own() -> None:
    russian = ("Поручик Линдт стоял на мосту.", "Поручик Линдт", "поручик")
    (row,) = of(dossier(CAPTAIN, MAJOR, russian, dates=("1922-05-03",) * 4))
    assert [value for value, _ in sides(row)] == ["captain", "lieutenant", "major"]


def test_stoker_in_one_foreman_in_another() -> None:
    stoker = ("Кочегар Линдт пришёл сразу.", "Кочегар Линдт", "кочегар")
    foreman = ("The foreman Lindt came at once.", "foreman Lindt", "foreman")
    (row,) = of(dossier(stoker, foreman))
    assert [value for value, _ in sides(row)] == ["foreman", "stoker"]


@pytest.mark.parametrize(
    ("one", "other", "date", "kind"),
    [
        (CAPTAIN, MAJOR, "1924-05-03", "article"),
        (CAPTAIN, MAJOR, "", "memoir"),
        (CAPTAIN, ("Капитан Линдт пришёл.", "Капитан Линдт", "капитан"), "1922-05-04", "article"),
        (CAPTAIN, ("Capt Lindt came.", "Capt Lindt", "capt"), "1922-05-04", "article"),
        (CAPTAIN, ("Doctor Lindt came.", "Doctor Lindt", "doctor"), "1922-05-04", "article"),
        (CAPTAIN, ("Lindt the engineer came.", "Lindt the engineer", "engineer"), "1922", "article"),
        (CAPTAIN, ("Lindt, later a major, came.", "Lindt, later a major", "major"), "1922", "article"),
        (CAPTAIN, ("Officer Lindt came.", "Officer Lindt", "officer"), "1922-05-04", "article"),
        (
            ("Colonel Lindt came.", "Colonel Lindt", "colonel"),
            ("Подполковник Линдт пришёл.", "Подполковник Линдт", "подполковник"),
            "1922-05-04", "article",
        ),
        (
            ("Фельдшер Линдт пришёл.", "Фельдшер Линдт", "фельдшер"),
            ("The medical assistant Lindt came.", "medical assistant Lindt", "medical assistant"),
            "1922-05-04", "article",
        ),
        (
            ("The manager Lindt came.", "manager Lindt", "manager"),
            ("The chief engineer Lindt came.", "chief engineer Lindt", "chief engineer"),
            "1922-05-04", "article",
        ),
    ],
)  # fmt: skip
def test_what_one_person_can_be_called(
    one: tuple[str, str, str], other: tuple[str, str, str], date: str, kind: str
) -> None:
    assert of(dossier(one, other, dates=("1922-05-03", date, "1922-05-03"),
                      kinds=("article", kind, "article"))) == ()  # fmt: skip


def test_a_rank_of_then_is_of_the_events_however_late_it_is_told() -> None:
    then = ("Lindt, a major at the time, came at once.", "Lindt, a major", "major")
    (row,) = of(dossier(CAPTAIN, then, dates=("1922-05-03", "1961", "1922-05-03")))
    assert [value for value, _ in sides(row)] == ["captain", "major"]


def kin(first: str, second: str, words: tuple[str, str], relations: tuple[str, str]) -> Evidence:
    read = evidence(STAGE + first, STAGE + second)
    people = {m.form: m.entity for m in read.mentions}
    rows = [
        Relation(find(read, f"a{n}", words[n]), people["Pavel Rudin"], relations[n],
                 people["Oskar Lindt"], f"a{n}")
        for n in (0, 1)
    ]  # fmt: skip
    return replace(read, relations=tuple(rows))


def test_brother_in_one_cousin_in_another() -> None:
    read = kin("His brother Oskar wept.", "His cousin Oskar wept.",
               ("brother Oskar", "cousin Oskar"), ("brother", "cousin"))  # fmt: skip
    (row,) = of(read)
    assert row.type == "role"
    assert sides(row) == [("cousin", ["cousin Oskar"]), ("sibling", ["brother Oskar"])]


def test_a_cousin_is_a_brother_of_a_kind_in_russian() -> None:
    read = kin("Двоюродный брат Оскар плакал.", "His cousin Oskar wept.",
               ("брат Оскар", "cousin Oskar"), ("brother", "cousin"))  # fmt: skip
    assert of(read) == ()
