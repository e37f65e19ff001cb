"""In a dossier of one event: "there was no order", and others tell of the order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import Line, line
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import words_of
from variorum.confront.told.words import GENERIC, NOBODY
from variorum.model.passage import Passage
from variorum.read.words import listed

LEAST_RARE = 0.35
"""Rarity of a thing whose absence answers who tells of it."""

MOST_TOLD = 10
"""Sentences that tell of a thing above which it is too common to be at issue."""

_DEFINITE = listed("the an a his her this that")
_GIVING = listed(
    """give receive get have hear issue send telephone order make see find bring carry obey read"""
)
"""Verbs of having, giving and perceiving: with these "no order" says that there was none."""

_PERCEIVING = listed("see hear notice find give receive have get issue send witness")
"""Verbs whose denied object was not there: "I did not see any stones"."""


def lines_of(ground: Ground) -> Mapping[int, Line]:
    """All lines of a dossier of one story; none of another: news tells of many like things."""
    if not ground.story:
        return {}
    return {scene.number: line(scene) for scene in ground.scenes}


def absent(lines: Mapping[int, Line], ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """Things that one account says there were none of and another tells of as there."""
    missing: dict[str, list[tuple[int, int]]] = defaultdict(list)
    told: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, row in sorted(lines.items()):
        if row.asks:
            continue
        for at, word in enumerate(row.words):
            common = word.base in GENERIC or len(word.base) < 4
            if not word.content or word.verb or common or word.part in row.unreal:
                continue
            before = row.words[at - 1].form if at else ""
            none = at in row.denied and before in ("no", "such") and _there(row, at)
            if any(after.form[:1].isdigit() for after in row.words[at + 1 : at + 3]):
                continue  # "no register for 1887": there are others
            if none or _unperceived(row, at):
                missing[word.base].append((number, at))
            elif at not in row.denied and _had(row, at):
                told[word.base].append((number, at))
    for base, places in sorted(missing.items()):
        claims = told.get(base, [])
        if not 0 < len(claims) <= MOST_TOLD or ground.rarity.get("t:" + base, 0.0) < LEAST_RARE:
            continue
        for number, at in places:
            for other, there in claims:
                mine = ground.scenes[number].sentence.account
                if ground.scenes[other].sentence.account == mine:
                    continue
                yield (
                    Pair(min(number, other), max(number, other), 0.0, 0.0, 0.0, 0.0, 0.5, 0),
                    Difference(
                        "polarity", "absent", base, f"Was there {_a(base)} {base}?",
                        Told(*_around(lines[number], at, ground), number),
                        Told(*_around(lines[other], there, ground), other),
                        1.5, (f"one says that there was no {base}, another tells of it",),
                    ),
                )  # fmt: skip


def _a(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def _there(row: Line, at: int) -> bool:
    """ "There was no order", "gave no order", "no order was received"."""
    clause = row.words[at].clause
    return any(
        word.clause == clause and (word.base in _GIVING or word.form in ("there", "gave", "had"))
        for word in row.words[max(0, at - 5) : at + 8]
    )


def _unperceived(row: Line, at: int) -> bool:
    """ "Nobody gave an order", "I did not see any stones": none given, none seen."""
    word = row.words[at]
    before = row.words[at - 1].form if at else ""
    if before not in ("a", "an", "any"):
        return False
    near = range(max(0, at - 5), at)
    nobody = any(row.words[n].form in NOBODY and row.words[n].clause == word.clause for n in near)
    return any(
        row.words[n].clause == word.clause
        and row.words[n].base in _PERCEIVING
        and (n in row.denied or nobody)
        for n in near
    )


def _had(row: Line, at: int) -> bool:
    """Whether the thing is told as there: in a clause that denies nothing, with a verb and an article,
    or as the plural that opens it."""
    word = row.words[at]
    if any(row.words[n].clause == word.clause for n in row.denied):
        return False
    before = row.words[at - 1].form if at else ""
    opens = not at or row.words[at - 1].clause != word.clause
    if before not in _DEFINITE and not (opens and word.form.endswith("s")):
        return False
    return any(w.clause == word.clause and w.verb for w in row.words[max(0, at - 6) : at + 6])


def _around(row: Line, at: int, ground: Ground) -> tuple[str, Passage]:
    clause = row.words[at].clause
    first = end = at
    while first > 0 and row.words[first - 1].clause == clause and at - first < 6:
        first -= 1
    while end + 1 < len(row.words) and row.words[end + 1].clause == clause and end - at < 6:
        end += 1
    return words_of(row, first, end + 1, ground)
