"""The critical apparatus: under the words of one witness, what the others have instead.

An entry is a lemma (words of the base) and its readings, each with the witnesses that have it. Printed,
it is *negative* when the witnesses of the lemma are left to be understood and *positive* when they are
named too (Maas 1960; West 1973, on the conventions).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.establish.collate.collation import LOST, Collation
from variorum.establish.collate.variants import Difference, Span, between, side

_Found = tuple[str, str, Difference]
"""A witness, its words, and how it differs."""

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
        if other == number:
            continue
        for found in between(collation, number, other, own, side(collation, other)):
            text = " ".join(witness.text[slice(*found.b)].split())
            places[found.a][found.kind, text.casefold()].append((witness.name, text, found))
            differing[witness.name].append(found.a)
    return tuple(
        _entry(collation, number, place, readings, differing)
        for place, readings in sorted(places.items())
    )


def _entry(
    collation: Collation,
    base: int,
    place: Span,
    readings: Mapping[tuple[str, str], Sequence[_Found]],
    differing: Mapping[str, Sequence[Span]],
) -> Entry:
    text, tokens = collation.witnesses[base].text, collation.tokens[base]
    first = int(tokens.ends.searchsorted(place[0], "right"))
    last = max(first + 1, int(tokens.starts.searchsorted(place[1], "left")))
    row = collation.row(base)
    columns = np.flatnonzero((row >= max(0, first - (place[0] == place[1]))) & (row < last))
    made = []
    for key in sorted(readings, key=lambda k: ([n for n, _, _ in readings[k]], k)):
        found = readings[key]
        named = sorted(found, key=lambda item: item[0])
        made.append(
            Reading(
                "" if key[0] == "omission" else named[0][1],
                tuple(name for name, _, _ in named),
                tuple(d.b for _, _, d in named),
                key[0],
                named[0][2].what,
                max(d.weight for _, _, d in named),
            )
        )
    named_there = {name for reading in made for name in reading.witnesses}
    lost = [
        witness.name
        for number, witness in enumerate(collation.witnesses)
        if witness.name not in named_there
        and len(columns)
        and (collation.row(number)[columns] == LOST).all()
    ]
    away = named_there | set(lost)
    agree = [
        witness.name
        for number, witness in enumerate(collation.witnesses)
        if number != base
        and witness.name not in away
        and not any(_over(place, other) for other in differing.get(witness.name, ()))
    ]
    before = text[tokens.starts[first - 1] : tokens.ends[first - 1]] if first else ""
    lemma = " ".join(text[slice(*place)].split())
    return Entry(place, lemma, before, tuple(made), tuple(agree), tuple(lost))


def _over(one: Span, other: Span) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one == other


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
