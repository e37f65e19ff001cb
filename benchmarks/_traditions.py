"""Traditions whose true alignment is known: every word carries where it came from through all copies.

A text is copied and its copies are copied; scribes misspell, confuse, skip, add and transpose words and
lines, and leaves are lost. The surviving copies are texts; two words belong together when they come
from one word of an ancestor, whatever has become of its letters.
"""

import json
import math
import os
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
WORD = re.compile(r"[^\W\d_]+|[.,;:!?]")
Item = tuple[int, str]
"""Where a word comes from, and how it is written."""


@dataclass(frozen=True, slots=True)
class Tradition:
    """``copies[name]``: the words of each surviving copy with where they come from: the place among
    the words of the ``original``, or a greater number for what was added. ``noise`` and ``lacunae`` say
    what was done to them."""

    copies: dict[str, list[Item]]
    noise: float
    lacunae: bool
    language: str
    original: tuple[str, ...]

    def text(self, name: str) -> str:
        return " ".join(word for _, word in self.copies[name])


def sources(kind: str) -> list[tuple[str, list[str]]]:
    """Languages and words of texts to copy: ``kjv``, ``novels`` or ``gospels``."""
    if kind == "kjv":
        books: dict[str, list[str]] = {}
        for line in (BENCH / "kjv/kjv_verses.tsv").read_text(encoding="utf-8").splitlines():
            _, book, _, _, verse = line.split("\t")
            books.setdefault(book, []).extend(WORD.findall(verse))
        return [("en", words) for words in books.values() if len(words) > 6000]
    if kind == "novels":
        files = sorted((BENCH / "litbank/coref/brat").glob("*.txt"))
        texts = [WORD.findall(file.read_text(encoding="utf-8")) for file in files]
        return [("en", texts[k] + texts[k + 1] + texts[k + 2]) for k in range(0, 96, 3)]
    found = []
    for file in sorted((BENCH / "gospels/text").glob("*.jsonl")):
        verses = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        words = WORD.findall(" ".join(verse["text"] for verse in verses))
        found.append((file.stem.partition("_")[0], words))
    return found


def tradition(
    seed: int, kind: str, witnesses: int, length: int, noise: float | None = None
) -> Tradition:
    """One tradition; the same for the same arguments."""
    chance = random.Random(f"{kind} {seed} {witnesses} {length}")
    language, words = chance.choice(sources(kind))
    start = chance.randrange(max(1, len(words) - length))
    vocabulary = sorted(set(words))
    scribe = _Scribe(chance, [w for w in vocabulary if w[0].isalpha()], length)
    noise = chance.choice((0.005, 0.01, 0.02)) if noise is None else noise
    lost = chance.random() < 0.5
    copies = [list(enumerate(words[start : start + length]))]
    total = math.ceil(witnesses * 1.6)
    while len(copies) < total:
        copies.append(scribe.copied(chance.choice(copies[-12:]), noise))
    kept = chance.sample(copies[1:], witnesses)
    if lost:
        kept = [_torn(chance, copy) if chance.random() < 0.4 else copy for copy in kept]
    return Tradition(
        {f"w{k:02d}": copy for k, copy in enumerate(kept)},
        noise,
        lost,
        language,
        tuple(words[start : start + length]),
    )


class _Scribe:
    def __init__(self, chance: random.Random, vocabulary: list[str], fresh: int) -> None:
        self.chance, self.vocabulary, self.fresh = chance, vocabulary, fresh

    def copied(self, exemplar: list[Item], noise: float) -> list[Item]:
        chance = self.chance
        copy: list[Item] = []
        place = 0
        while place < len(exemplar):
            origin, word = exemplar[place]
            place += 1
            if chance.random() >= noise:
                copy.append((origin, word))
                continue
            kind = chance.random()
            if kind < 0.40:
                copy.append((origin, _misspelled(chance, word)))
            elif kind < 0.60:
                copy.append((origin, chance.choice(self.vocabulary)))
            elif kind < 0.78:
                place += chance.choice((0, 0, 0, 0, 1, 1, 2, 4, 9))
            elif kind < 0.90:
                copy.append((origin, word))
                copy += self._added(chance.choice((1, 1, 1, 1, 2, 3, 8)))
            elif kind < 0.97:
                if place < len(exemplar):
                    copy.append(exemplar[place])
                    place += 1
                copy.append((origin, word))
            else:
                block = exemplar[place : place + chance.randint(5, 15)]
                place += len(block)
                rest = exemplar[place : place + chance.randint(5, 40)]
                place += len(rest)
                copy += [(origin, word), *rest, *block]
        return copy

    def _added(self, count: int) -> Iterator[Item]:
        for _ in range(count):
            self.fresh += 1
            yield self.fresh, self.chance.choice(self.vocabulary)


def _misspelled(chance: random.Random, word: str) -> str:
    if len(word) < 3:
        return word
    at = chance.randrange(len(word))
    kind = chance.random()
    if kind < 0.3:
        return word[:at] + word[at + 1 :]
    if kind < 0.6:
        return word[:at] + chance.choice(word).lower() + word[at + 1 :]
    if kind < 0.8:
        return word[:at] + chance.choice(word).lower() + word[at:]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at else word


def _torn(chance: random.Random, copy: list[Item]) -> list[Item]:
    """Without some of its leaves: its beginning, its end, or something between."""
    size = max(1, round(len(copy) * chance.uniform(0.1, 0.4)))
    start = chance.choice((0, len(copy) - size, chance.randrange(len(copy) - size + 1)))
    return copy[:start] + copy[start + size :]


def pair_scores(true: dict[str, list[Item]], columns: dict[str, list[int]]) -> tuple[int, int, int]:
    """True pairs of words, pairs found, and those in both; ``columns``: of each copy's words."""
    origins = [[origin for origin, _ in copy] for copy in true.values()]
    found = [columns[name] for name in true]
    both = [list(zip(a, b, strict=True)) for a, b in zip(origins, found, strict=True)]
    return _pairs(origins), _pairs(found), _pairs(both)


def _pairs(copies: Iterable[Iterable[object]]) -> int:
    counts = Counter(item for copy in copies for item in copy)
    return sum(n * (n - 1) // 2 for n in counts.values())
