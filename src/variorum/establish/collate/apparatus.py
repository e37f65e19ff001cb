"""The critical apparatus: under the words of one witness, what the others have instead.

An entry is a lemma (words of the base) and its readings, each with the witnesses that have it. Printed,
it is *negative* when the witnesses of the lemma are left to be understood and *positive* when they are
named too (Maas 1960; West 1973, on the conventions).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from variorum.establish.collate.collation import LOST, Collation
from variorum.establish.collate.variants import Difference, Span, between, side
from variorum.establish.collate.witness import is_word

_Found = tuple[str, str, Difference]
"""A witness, its words, and how it differs."""

_Reached = tuple[list[int], list[int]]

LONG = 5
"""Words of a lemma that is printed by its first and last word."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What some witnesses have for a lemma: ``text`` (empty for an omission; of an addition what is
    added) and, for each of the ``witnesses``, the span of its text in ``spans``."""

    text: str
    witnesses: tuple[str, ...]
    spans: tuple[Span, ...]
    kind: str
    what: str
    weight: float


@dataclass(frozen=True, slots=True)
class Entry:
    """``lemma``: the span of the base's text, empty where words are added after ``before``, the base's
    last word before that place; ``agree``: the other witnesses with the base's words; ``lost``: those
    that cannot be known there."""

    lemma: Span
    text: str
    before: str
    readings: tuple[Reading, ...]
    agree: tuple[str, ...]
    lost: tuple[str, ...]


def apparatus(collation: Collation, base: str) -> tuple[Entry, ...]:
    """The entries of an apparatus under the text of the witness ``base``, in its order.

    KeyError for an unknown name. The time is linear in the witnesses.
    """
    number = collation.number(base)
    own = side(collation, number)
    places: dict[Span, dict[tuple[str, str], list[_Found]]] = defaultdict(lambda: defaultdict(list))
    differing: dict[str, list[Span]] = defaultdict(list)
    for other, witness in enumerate(collation.witnesses):
        if collation.rows[other] == collation.rows[number]:
            continue
        for found in between(collation, number, other, own, side(collation, other)):
            text = " ".join(witness.text[slice(*found.b)].split())
            places[found.a][found.kind, text.casefold()].append((witness.name, text, found))
            differing[witness.name].append(found.a)
    held = np.flatnonzero(collation.row(number) >= 0)
    reached = {name: _reached(spans) for name, spans in differing.items()}
    return tuple(
        _entry(collation, number, place, readings, reached, held)
        for place, readings in sorted(places.items())
    )


def _entry(
    collation: Collation,
    base: int,
    place: Span,
    readings: Mapping[tuple[str, str], Sequence[_Found]],
    reached: Mapping[str, _Reached],
    held: NDArray[np.int64],
) -> Entry:
    text, tokens = collation.witnesses[base].text, collation.tokens[base]
    first = int(tokens.ends.searchsorted(place[0], "right"))
    last = max(first + 1, int(tokens.starts.searchsorted(place[1], "left")))
    columns = held[max(0, first - (place[0] == place[1])) : last]
    made = tuple(
        _reading(kind, sorted(readings[kind, folded], key=_by_name))
        for kind, folded in sorted(
            readings, key=lambda key: (min(map(_by_name, readings[key])), key)
        )
    )
    away = {name for reading in made for name in reading.witnesses}
    gone = (collation.table[:, columns] == LOST).all(axis=1) if len(columns) else []
    lost, agree = [], []
    for number, witness in enumerate(collation.witnesses):
        if number == base or witness.name in away:
            continue
        if len(gone) and gone[collation.rows[number]]:
            lost.append(witness.name)
        elif not _over(place, reached.get(witness.name)):
            agree.append(witness.name)
    word = first - 1
    while word > 0 and not is_word(tokens.forms[word]):
        word -= 1
    before = text[tokens.starts[word] : tokens.ends[word]] if first else ""
    lemma = " ".join(text[slice(*place)].split())
    return Entry(place, lemma, before, made, tuple(agree), tuple(lost))


def _by_name(found: _Found) -> str:
    return found[0]


def _reading(kind: str, found: Sequence[_Found]) -> Reading:
    return Reading(
        "" if kind == "omission" else found[0][1],
        tuple(name for name, _, _ in found),
        tuple(difference.b for _, _, difference in found),
        kind,
        found[0][2].what,
        max(difference.weight for _, _, difference in found),
    )


def _reached(spans: Sequence[Span]) -> _Reached:
    """The beginnings of spans in order, and how far those up to each reach."""
    ordered = sorted(spans)
    return [start for start, _ in ordered], list(accumulate((end for _, end in ordered), max))


def _over(place: Span, reached: _Reached | None) -> bool:
    """Whether some of the spans shares a character with a place."""
    if reached is None:
        return False
    starts, ends = reached
    before = bisect_left(starts, place[1])
    return before > 0 and ends[before - 1] > place[0]


def printed(entry: Entry, positive: bool = False, base: str = "") -> str:
    """An entry as it is printed: ``gate] door B C; om. D``.

    Positive: the lemma's witnesses are named, ``base`` first. A long lemma is given by its first and
    last word; ``def.`` (deficit) names the witnesses that are lost there.
    """
    words = (entry.text or entry.before).split()
    lemma = " ".join(words) if len(words) <= LONG else f"{words[0]} … {words[-1]}"
    holders = " ".join(name for name in (base, *entry.agree) if name) if positive else ""
    parts = [
        f"{_said(reading, entry.text)} {' '.join(reading.witnesses)}" for reading in entry.readings
    ]
    if entry.lost and positive:
        parts.append(f"def. {' '.join(entry.lost)}")
    return f"{lemma}{' ' + holders if holders else ''}] {'; '.join(parts)}"


def _said(reading: Reading, lemma: str) -> str:
    if reading.kind == "omission":
        return "om."
    if reading.kind == "addition":
        return f"add. {reading.text}"
    if reading.kind == "transposition":
        same = reading.text.casefold() == lemma.casefold()
        return "transp." if same else f"transp. {reading.text}"
    return reading.text
