"""Traditions that never were: a text copied by hand for generations, most of its copies lost.

Every copy is made from one exemplar, some from two; scribes misspell, skip, add and transpose words,
confuse words with other words, repair what is plainly misspelled; leaves are lost before or after a
copy is copied. What survives is a table of readings; the true pedigree is known.
"""

import math
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
FREQUENT = [
    "and",
    "the",
    "of",
    "then",
    "so",
    "also",
    "that",
    "very",
    "there",
    "but",
    "now",
    "all",
    "again",
    "still",
]
TUNE_FROM, SCORE_FROM = 1_000, 9_000
"""First seeds; the texts differ too: the King James Version to tune on, novels to score on."""


@dataclass(frozen=True, slots=True)
class Tradition:
    """``readings[name]``: a reading for each place of the text, None where the copy is damaged.

    ``edges``: (nearest surviving ancestor, witness), one for each line of descent; ``second``: those
    among them that come by contamination alone; ``neighbours``: the whole true pedigree, undirected,
    without lost copies that leave no trace; ``kinds`` says what was simulated.
    """

    readings: dict[str, list[str | None]]
    edges: frozenset[tuple[str, str]]
    second: frozenset[tuple[str, str]]
    neighbours: dict[str, set[str]]
    contaminated: bool
    lacunae: bool


def texts(part: str) -> list[list[str]]:
    """Texts of 300 to 2,000 words to simulate from: ``tune`` or ``score``."""
    if part == "score":
        return [
            file.read_text(encoding="utf-8").split()
            for file in sorted((BENCH / "litbank/coref/brat").glob("*.txt"))
        ]
    chapters: dict[tuple[str, str], list[str]] = {}
    for line in (BENCH / "kjv/kjv_verses.tsv").read_text(encoding="utf-8").splitlines():
        _, book, chapter, _, verse = line.split("\t")
        chapters.setdefault((book, chapter), []).extend(verse.split())
    return [words for words in chapters.values() if len(words) >= 500]


def traditions(part: str, count: int) -> Iterator[Tradition]:
    """``count`` traditions, the same ones every time."""
    sources = texts(part)
    seed = TUNE_FROM if part == "tune" else SCORE_FROM
    made = 0
    while made < count:
        chance = random.Random(seed)
        seed += 1
        tradition = _tradition(chance, chance.choice(sources))
        if tradition.edges:
            made += 1
            yield tradition


def _tradition(chance: random.Random, source: list[str]) -> Tradition:
    words = source[: chance.randint(300, 1500)]
    witnesses = chance.randint(5, 40)
    total = math.ceil(witnesses / chance.uniform(0.35, 0.85)) + 1
    contamination = chance.choice((0.0, 0.0, 0.1, 0.2, 0.3))
    damage = chance.choice((0.0, 0.15, 0.4))
    uneven = chance.choice((0.0, 0.7))
    scribe = _Scribe(chance, words)
    copies: list[list[str | None]] = [[token for word in words for token in (word, "")]]
    parents: list[list[int]] = [[]]
    intact: list[list[str | None]] = [copies[0]]
    for number in range(1, total):
        first = _exemplar(chance, number, uneven)
        base = list(copies[first])
        own = [first]
        if number > 3 and chance.random() < contamination:
            second = chance.randrange(number)
            if second != first:
                start, end = _block(chance, len(base), 0.1, 0.5)
                base[start:end] = [
                    theirs if theirs is not None else mine
                    for mine, theirs in zip(base[start:end], copies[second][start:end], strict=True)
                ]
                own.append(second)
        made = scribe.copied(base)
        intact.append(made)
        if chance.random() < damage and chance.random() < 0.5:
            made = _torn(chance, made)  # before anybody copied it
        copies.append(made)
        parents.append(own)
    alive = sorted(chance.sample(range(1, total), witnesses))
    if chance.random() < 0.2:
        alive = [0, *alive[1:]]
    names = {number: f"w{index:02d}" for index, number in enumerate(_shuffled(chance, alive))}
    readings = {
        names[number]: _torn(chance, copies[number])
        if chance.random() < damage * 0.5
        else copies[number]
        for number in alive
    }
    readings = {name: readings[name] for name in sorted(readings)}
    edges, second_edges = _true_edges(parents, names)
    lacking = any(None in row for row in readings.values())
    return Tradition(
        _only_used(readings),
        edges,
        second_edges,
        _pedigree(parents, names),
        any(len(own) > 1 for own in parents),
        lacking,
    )


class _Scribe:
    """Makes copies. Words are confused in fixed pairs, so that two scribes may err alike."""

    def __init__(self, chance: random.Random, words: list[str]) -> None:
        self.chance = chance
        known = sorted(set(words))
        shuffled = _shuffled(chance, known)
        self.confused = {word: chance.sample(shuffled, min(3, len(shuffled))) for word in known}
        self.rate = chance.choice((0.004, 0.01, 0.02))
        self.repairs = chance.choice((0.0, 0.1, 0.3))
        self.known = set(words)

    def copied(self, exemplar: list[str | None]) -> list[str | None]:
        chance = self.chance
        rate = self.rate * math.exp(chance.gauss(0, 0.6))
        copy = list(exemplar)
        for place in range(0, len(copy), 2):
            word = copy[place]
            if word and word not in self.known and chance.random() < self.repairs:
                copy[place] = min(self.known, key=lambda other: (_unlike(other, word or ""), other))
            if chance.random() >= rate:
                continue
            kind = chance.random()
            if kind < 0.42:
                copy[place] = self._misspelled(word) if word else word
            elif kind < 0.70:
                copy[place] = chance.choice(self.confused.get(word, FREQUENT)) if word else word
            elif kind < 0.86:
                end = place + 2 * (1 if chance.random() < 0.7 else chance.randint(2, 9))
                for gone in range(place, min(end, len(copy))):
                    copy[gone] = None if copy[gone] is None else ""
            elif kind < 0.93:
                if copy[place + 1] == "":
                    copy[place + 1] = chance.choice(FREQUENT)
            elif place + 2 < len(copy) and word and copy[place + 2]:
                copy[place], copy[place + 2] = copy[place + 2], word
        return copy

    def _misspelled(self, word: str) -> str:
        chance = self.chance
        at = chance.randrange(len(word))
        letter = chance.choice("etaoinshrdlu")
        kind = chance.random()
        if kind < 0.35 and len(word) > 3:
            return word[:at] + word[at + 1 :]
        if kind < 0.6:
            return word[:at] + letter + word[at:]
        return word[:at] + letter + word[at + 1 :]


def _unlike(known: str, word: str) -> int:
    """A rough distance: how a reader guesses what a misspelled word was."""
    return abs(len(known) - len(word)) + sum(a != b for a, b in zip(known, word, strict=False))


def _exemplar(chance: random.Random, number: int, uneven: float) -> int:
    """Which copy is copied: any, or, where ``uneven``, one of the last ones as a rule."""
    if chance.random() < uneven:
        return max(0, number - 1 - int(chance.expovariate(0.4)))
    return chance.randrange(number)


def _block(chance: random.Random, length: int, least: float, most: float) -> tuple[int, int]:
    size = int(length * chance.uniform(least, most))
    start = chance.randrange(length - size)
    return start, start + size


def _torn(chance: random.Random, copy: list[str | None]) -> list[str | None]:
    copy = list(copy)
    for _ in range(chance.randint(1, 3)):
        start, end = _block(chance, len(copy), 0.03, 0.25)
        copy[start:end] = [None] * (end - start)
    return copy


def _shuffled(chance: random.Random, items: list) -> list:
    return chance.sample(items, len(items))


def _only_used(readings: dict[str, list[str | None]]) -> dict[str, list[str | None]]:
    """Without the places between words where no copy has anything."""
    rows = list(readings.values())
    used = [place for place in range(len(rows[0])) if any(row[place] for row in rows)]
    return {name: [row[place] for place in used] for name, row in readings.items()}


def _true_edges(
    parents: list[list[int]], names: dict[int, str]
) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    def above(number: int, main: bool) -> set[int]:
        found: set[int] = set()
        for parent in parents[number][: 1 if main else None]:
            found |= {parent} if parent in names else above(parent, main)
        return found

    mine = {(names[up], name) for number, name in names.items() for up in above(number, True)}
    every = {(names[up], name) for number, name in names.items() for up in above(number, False)}
    every = {(up, name) for up, name in every if up != name}
    return frozenset(every | mine), frozenset(every - mine)


def _pedigree(parents: list[list[int]], names: dict[int, str]) -> dict[str, set[str]]:
    """The undirected pedigree, without lost copies that end a line or stand between two others."""
    title = {number: names.get(number, f"lost {number}") for number in range(len(parents))}
    near: dict[str, set[str]] = {name: set() for name in title.values()}
    for number, own in enumerate(parents):
        for parent in own:
            near[title[number]].add(title[parent])
            near[title[parent]].add(title[number])
    kept = set(names.values())
    while True:
        idle = next((x for x in near if x not in kept and len(near[x]) < 3), None)
        if idle is None:
            return near
        around = near.pop(idle)
        for x in around:
            near[x].discard(idle)
            near[x] |= around - {x}
