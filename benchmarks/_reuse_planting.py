"""Planted copies: passages of one text put into another, altered in a known way, with exact spans."""

import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"\S+")
LENGTHS = (20, 30, 50, 80, 120, 200)


@dataclass(frozen=True, slots=True)
class Planted:
    """``[start, end)`` of document ``source`` stands, altered, in ``[at, to)`` of document ``host``."""

    source: int
    start: int
    end: int
    host: int
    at: int
    to: int


def planted(
    texts: Sequence[str], count: int, noise: float, edited: bool, seed: int
) -> tuple[list[str], list[Planted]]:
    """``count`` passages of 20 to 200 words, each from a text into another that takes no second one.

    ``noise`` is the share of characters replaced, left out or put in. ``edited``: one word for every
    twelve is put in at one place, out of the host's own, and in every other passage the two halves
    change places. A passage of which five words in a row stand anywhere else is not taken: what the
    texts repeat of themselves is no planted copy.
    """
    rng = random.Random(seed)
    order = rng.sample(range(len(texts)), len(texts))
    repeated = _repeated(texts)
    made: list[str] = list(texts)
    found: list[Planted] = []
    while len(found) < count and len(order) > 1:
        source, host, number = order.pop(), order.pop(), len(found)
        words = list(WORD.finditer(texts[source]))
        length = min(rng.choice(LENGTHS), len(words) - 1)
        for _attempt in range(50):
            first = rng.randrange(len(words) - length)
            if not repeated & set(_fives([w.group() for w in words[first : first + length]])):
                break
        else:
            continue
        start, end = words[first].start(), words[first + length - 1].end()
        copy = texts[source][start:end]
        if edited:
            copy = _edited(copy, rng, turned=bool(number % 2), other=texts[host])
        copy = _noisy(copy, noise, rng)
        places = [m.end() for m in re.finditer(r"[.!?](?=\s)", texts[host])] or [len(texts[host])]
        at = rng.choice(places) + 1
        made[host] = f"{texts[host][: at - 1]} {copy} {texts[host][at:]}"
        found.append(Planted(source, start, end, host, at, at + len(copy)))
    return made, found


def _fives(words: Sequence[str]) -> list[tuple[str, ...]]:
    plain = ["".join(c for c in w.lower() if c.isalnum()) for w in words]
    return [tuple(plain[k : k + 5]) for k in range(len(plain) - 4)]


def _repeated(texts: Sequence[str]) -> set[tuple[str, ...]]:
    seen: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        seen.update(_fives(text.split()))
    return {five for five, times in seen.items() if times > 1}


def _edited(copy: str, rng: random.Random, turned: bool, other: str) -> str:
    words = copy.split(" ")
    if turned:
        middle = len(words) // 2
        words = words[middle:] + words[:middle]
    foreign = other.split()
    begin = rng.randrange(max(1, len(foreign) - 16))
    place = rng.randrange(len(words) // 4, 3 * len(words) // 4 + 1)
    return " ".join(
        words[:place] + foreign[begin : begin + max(1, len(words) // 12)] + words[place:]
    )


def _noisy(copy: str, noise: float, rng: random.Random) -> str:
    letters = "etaoinshrdlucmfwypvbgk"
    out = []
    for character in copy:
        if rng.random() >= noise:
            out.append(character)
            continue
        kind = rng.random()
        if kind < 0.6:
            out.append(rng.choice(letters))
        elif kind < 0.8:
            out.append(character + rng.choice(letters))
    return "".join(out)


def plagdet(
    truth: Sequence[tuple[tuple[int, int, int], tuple[int, int, int]]],
    found: Sequence[tuple[tuple[int, int, int], tuple[int, int, int]]],
) -> tuple[float, float, float, float]:
    """Precision, recall, granularity and plagdet (Potthast et al. 2010), over characters of both sides.

    A case is two spans ``(document, start, end)``, of the original and of the copy. A detection counts
    for a case when it overlaps it on both sides.
    """
    hits = [[d for d in found if _both(d, case)] for case in truth]
    recall = [
        _covered([case[0]], [d[0] for d in hit]) + _covered([case[1]], [d[1] for d in hit])
        for case, hit in zip(truth, hits, strict=True)
    ]
    recalls = [r / (_size(c[0]) + _size(c[1])) for r, c in zip(recall, truth, strict=True)]
    precisions = []
    for detection in found:
        cases = [case for case in truth if _both(detection, case)]
        same = sum(_covered([detection[side]], [c[side] for c in cases]) for side in (0, 1))
        precisions.append(same / (_size(detection[0]) + _size(detection[1])))
    seen = [len(hit) for hit in hits if hit]
    granularity = sum(seen) / len(seen) if seen else 1.0
    precision = sum(precisions) / len(precisions) if precisions else 0.0
    whole = sum(recalls) / len(recalls)
    f1 = 2 * precision * whole / (precision + whole) if precision + whole else 0.0
    return precision, whole, granularity, f1 / math.log2(1 + granularity)


def _size(span: tuple[int, int, int]) -> int:
    return span[2] - span[1]


def _both(one, other) -> bool:
    return all(
        one[k][0] == other[k][0] and one[k][1] < other[k][2] and other[k][1] < one[k][2]
        for k in (0, 1)
    )


def _covered(spans, by) -> int:
    total = 0
    for document, start, end in spans:
        parts = sorted((max(s, start), min(e, end)) for d, s, e in by if d == document)
        reached = start
        for begin, stop in parts:
            if stop > reached:
                total += stop - max(begin, reached)
                reached = stop
    return total
