"""Before and after: two events that two accounts tell in opposite order, each in one sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import Line
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import feature, words_of
from variorum.model.passage import Passage
from variorum.read.words import listed

BEFORE = listed("before until till прежде раньше")
AFTER = listed("after once since после")
"""Words that put the clause behind them later, or earlier, than the other."""

LONGEST = 16
"""Words of a clause that are looked at."""

LEAST_OF_EACH = 0.5
"""Rarity that the two tellings must share of either event."""

_SAME = listed("it was only not long just soon then")
"""What stands before "after" in "It was only after … that …": no event."""


@dataclass(frozen=True, slots=True)
class Order:
    """Two events of a line by the features of their words: the earlier one, then the later one."""

    first: frozenset[str]
    then: frozenset[str]
    start: int
    end: int


def orders(line: Line) -> tuple[Order, ...]:
    """The pairs of events that a line puts in order by "before", "after" and their like."""
    found = []
    for at, word in enumerate(line.words):
        earlier = _puts_earlier(line, at)
        if earlier is None or line.asks or word.part in line.unreal:
            continue
        behind = [n for n in range(at + 1, len(line.words)) if line.words[n].clause == word.clause]
        led = at - 2 if word.form == "как" else at
        ahead = [n for n in range(max(0, led)) if line.words[n].clause >= word.clause - 1]
        if all(line.words[n].form in _SAME for n in ahead):
            # "After the gate was opened, the bell rang", "It was only after … that the bell rang"
            part = line.words[behind[0]].part if behind else 0
            later = [n for n in range(at + 1, len(line.words)) if n not in behind]
            ahead = later or [n for n in behind if line.words[n].part > part]
            behind = [n for n in behind if n not in ahead]
        ahead, behind = ahead[-LONGEST:], behind[:LONGEST]
        mine, yours = _told(line, ahead), _told(line, behind)
        if not mine or not yours or any(n in line.denied for n in (*ahead, *behind)):
            continue
        first, then = (mine, yours) if earlier else (yours, mine)
        places = [*ahead, at, *behind]
        found.append(Order(first, then, min(places), max(places) + 1))
    return tuple(found)


def _puts_earlier(line: Line, at: int) -> bool | None:
    """Whether the clause ahead of a word is the earlier event ("before", «до того, как») or the later
    one ("after", "only when", «после того, как»); None where the word tells no order."""
    words = line.words
    form = words[at].form
    if form == "как" and at > 1 and words[at - 1].form in ("того", "тем"):
        return {"до": True, "перед": True, "после": False}.get(words[at - 2].form)
    if form in ("when", "когда"):
        near = [w.form for w in words[max(0, at - 2) : at]]
        return False if any(w in ("only", "лишь", "только") for w in near) else None
    if form == "после" and at + 1 < len(words) and words[at + 1].form == "того":
        return None  # the "как" behind it tells
    return True if form in BEFORE else False if form in AFTER else None


def _told(line: Line, places: list[int]) -> frozenset[str]:
    return frozenset(feature(line, n) for n in places if line.words[n].content or n in line.owner)


def turned_round(
    pair: Pair,
    a: Line,
    b: Line,
    mine: tuple[Order, ...],
    yours: tuple[Order, ...],
    ground: Ground,
) -> Iterator[Difference]:
    """What the one line has before and the other after the same event, in accounts of one story: in
    others events of many kinds come before and after each other."""
    accounts = {ground.scenes[line.scene].sentence.account for line in (a, b)}
    for one in mine if accounts <= ground.story else ():
        for other in yours:
            across = [
                _shared(one.first, other.then, ground.rarity),
                _shared(one.then, other.first, ground.rarity),
            ]
            along = [
                _shared(one.first, other.first, ground.rarity),
                _shared(one.then, other.then, ground.rarity),
            ]
            if min(across) < LEAST_OF_EACH or sum(along) >= sum(across):
                continue
            said, place = _words(a, one, ground)
            heard, there = _words(b, other, ground)
            yield Difference(
                "sequence", "before", "order", f"In what order was it: “{said}”?",
                Told(said, place, a.scene), Told(heard, there, b.scene), sum(across),
                ("two events are told in opposite order",),
            )  # fmt: skip


def _words(line: Line, order: Order, ground: Ground) -> tuple[str, Passage]:
    return words_of(line, order.start, order.end, ground)


def _shared(mine: frozenset[str], yours: frozenset[str], rarity: Mapping[str, float]) -> float:
    return sum(rarity.get(f, 0.0) for f in sorted(mine & yours))
