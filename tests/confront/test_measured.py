"""Measured answers: counterparts in parallels, and who was counted."""

from reading_by_hand import evidence

from variorum.confront import confront
from variorum.confront.counterparts import counterparts
from variorum.model.critique import Parallel
from variorum.model.passage import Passage


def _passage(source: str, start: int, end: int) -> Passage:
    return Passage(source, start, end, "x" * (end - start))


def _parallel(kind: str) -> Parallel:
    return Parallel("p", _passage("a", 0, 100), _passage("b", 0, 200), kind, "unknown", 0.8)


PLACES = [
    (0, _passage("a", 0, 20)),
    (1, _passage("a", 80, 100)),
    (2, _passage("b", 0, 40)),
    (3, _passage("b", 160, 200)),
    (4, _passage("b", 300, 320)),
]


def test_counterparts_stand_at_one_share_of_their_passages() -> None:
    assert counterparts([_parallel("retelling")], PLACES) == {
        0: {2: 0.8}, 2: {0: 0.8}, 1: {3: 0.8}, 3: {1: 0.8}
    }  # fmt: skip


def test_a_stock_phrase_makes_no_counterparts() -> None:
    assert counterparts([_parallel("formula")], PLACES) == {}


def test_who_killed_was_not_killed() -> None:
    a = "By [Grey Island/place] near the ford {4 men/4//man} killed a badger in the reeds. "
    b = "By [Grey Island/place] near the ford {7 men/7//man} were killed in the reeds. "
    c = "By [Grey Island/place] near the ford {4 men/4//man} were killed in the reeds. "
    assert confront(evidence(a, b)).disagreements == ()
    (row,) = confront(evidence(b, c)).disagreements
    assert row.question.startswith("How many people were killed")
