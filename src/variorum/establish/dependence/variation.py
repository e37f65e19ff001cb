"""Places of variation as numbers: which readings stand where, and what it costs to get from one to
another.

Costs are negative log odds of a scribe's change against faithful copying. They are not symmetric, and
that alone is what shows the direction of a tradition: a misspelling arises from a word more easily
than a word from a misspelling, and words are dropped more easily than put in (Royse 2008, *Scribal
Habits in Early Greek New Testament Papyri*, on omission).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import ratio

from variorum.model.edtf import bounds

Reading = str | None
"""What a witness has at a place: a word or words, empty where it leaves them out, None where its text
is lost there and nothing can be known."""

Floats = NDArray[np.float32]
Codes = NDArray[np.int8]

MOST_READINGS = 8
"""Different readings of one place that are told apart; rarer ones of a wilder place count as unknown."""
MOST_PLACES = 6_000
"""Places of variation that are weighed, spread evenly over the text: more tell nothing new."""
IMPOSSIBLE = np.float32(1e3)
"""The cost of a reading that does not exist at a place: above any real one, and small enough for
exact sums of float32."""

_OMITTED, _WORD, _SLIP = 0, 1, 2
COSTS: dict[str, float] = {
    "word to slip": 4.5,
    "word to word": 5.0,
    "word omitted": 4.5,
    "word added": 5.5,
    "slip to word": 3.0,
    "slip to slip": 5.0,
    "first a word": 0.0,
    "first a slip": 4.0,
    "first omitted": 0.5,
    "hypothetical": 9.0,
    "second exemplar": 14.0,
    "against its date": 25.0,
}
"""Costs of each kind of change, of each kind of reading in the first copy of all, and of a lost
copy that has to be supposed. Fitted by coordinate search on 60 simulated traditions of the King
James Version (``benchmarks/dependence.py --tune``)."""
_ALIKE = 60.0
"""How alike, of 100, a slip and the word it stands for are written. Set by hand."""


@dataclass(frozen=True, slots=True)
class Variation:
    """``states[w, c]``: which reading of place ``c`` witness ``w`` has, -1 for unknown. ``change[c,
    s, t]``: what it costs that ``t`` was written for ``s``; ``first[c, s]``: that ``s`` stood in
    the first copy. ``places[c]``: the column of the table. ``names``: of the witnesses, one for
    each row. ``later[v, w]``: by their dates ``v`` is certainly later than ``w``."""

    names: tuple[str, ...]
    states: Codes
    change: Floats
    first: Floats
    places: NDArray[np.int64]
    later: NDArray[np.bool_]


def variation(
    table: Mapping[str, Sequence[Reading]], dates: Mapping[str, str] | None = None
) -> Variation:
    """The places of a table of readings at which two witnesses differ, one for each change.

    Neighbouring places that divide the witnesses in the same way count as one: five words skipped are
    one skip. Rows must be equally long, or ValueError is raised.
    """
    names = tuple(sorted(table))
    rows = [table[name] for name in names]
    if len({len(row) for row in rows}) > 1:
        raise ValueError("the rows of a table of readings must be equally long")
    columns = list(zip(*rows, strict=True))
    counts = [Counter(sorted(r for r in column if r is not None)) for column in columns]
    common = Counter(reading for count in counts for reading in count)
    kept: list[int] = []
    codes: list[list[int]] = []
    readings: list[list[str]] = []
    before: list[int] = []
    for place, (column, count) in enumerate(zip(columns, counts, strict=True)):
        if len(count) < 2:
            continue
        ranked = [reading for reading, _ in count.most_common(MOST_READINGS)]
        number = {reading: index for index, reading in enumerate(ranked)}
        code = [-1 if r is None else number.get(r, -1) for r in column]
        if kept and kept[-1] == place - 1 and _same_division(code, before):
            kept[-1] = place
            continue
        before = code
        kept.append(place)
        codes.append(code)
        readings.append(ranked)
    if len(kept) > MOST_PLACES:
        chosen = np.linspace(0, len(kept) - 1, MOST_PLACES).astype(int).tolist()
        kept = [kept[i] for i in chosen]
        codes = [codes[i] for i in chosen]
        readings = [readings[i] for i in chosen]
    width = max((len(ranked) for ranked in readings), default=1)
    change = np.full((len(kept), width, width), IMPOSSIBLE, np.float32)
    first = np.full((len(kept), width), IMPOSSIBLE, np.float32)
    for place, ranked in enumerate(readings):
        kinds = _kinds(ranked, common)
        for s, kind in enumerate(kinds):
            first[place, s] = _FIRST[kind]
            for t, other in enumerate(kinds):
                change[place, s, t] = 0.0 if s == t else _CHANGE[kind][other]
    states = np.array(codes, np.int8).reshape(len(kept), len(names)).T
    later = _later(names, dates or {})
    places = np.array(kept, np.int64)
    return Variation(names, np.ascontiguousarray(states), change, first, places, later)


def chosen(every: Variation, rows: Sequence[int]) -> Variation:
    """The same places for some of the witnesses only."""
    names = tuple(every.names[row] for row in rows)
    later = every.later[np.ix_(rows, rows)] if every.later.size else every.later
    return Variation(
        names, every.states[list(rows)], every.change, every.first, every.places, later
    )


def _later(names: Sequence[str], dates: Mapping[str, str]) -> NDArray[np.bool_]:
    """Empty where no two dates are known."""
    spans = [bounds(dates.get(name, "")) for name in names]
    if sum(span is not None for span in spans) < 2:
        return np.zeros((0, 0), np.bool_)
    return np.array(
        [[bool(v and w and w[1] < v[0]) for w in spans] for v in spans],
        np.bool_,
    )


def _same_division(code: list[int], before: list[int]) -> bool:
    pairs = set(zip(code, before, strict=True))
    return len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})


def _kinds(readings: Sequence[str], common: Counter[str]) -> list[int]:
    """What each reading of a place looks like: an omission, a word, or a slip of the pen for a word.

    A slip stands nowhere else in the tradition, and a reading much like it does.
    """
    words = [reading for reading in readings if reading and common[reading] > 1]
    return [
        _OMITTED
        if not reading
        else _SLIP
        if common[reading] == 1 and any(ratio(reading, word) >= _ALIKE for word in words)
        else _WORD
        for reading in readings
    ]


def _tables() -> tuple[dict[int, dict[int, float]], dict[int, float]]:
    change = {
        _OMITTED: {_OMITTED: 0.0, _WORD: COSTS["word added"], _SLIP: COSTS["word added"]},
        _WORD: {
            _OMITTED: COSTS["word omitted"],
            _WORD: COSTS["word to word"],
            _SLIP: COSTS["word to slip"],
        },
        _SLIP: {
            _OMITTED: COSTS["word omitted"],
            _WORD: COSTS["slip to word"],
            _SLIP: COSTS["slip to slip"],
        },
    }
    first = {
        _OMITTED: COSTS["first omitted"],
        _WORD: COSTS["first a word"],
        _SLIP: COSTS["first a slip"],
    }
    return change, first


_CHANGE, _FIRST = _tables()
