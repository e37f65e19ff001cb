"""A lexicon learnt from the pairs themselves, for languages the encoder does not know.

Words that keep to the same beads translate each other: model 1 of Brown et al. (1993), both ways,
on the
beads of a first alignment by lengths, letters and numbers. Only words seen together in several
beads
count, so a wrong bead does not prove itself right. With it the sentences of one side are
written in the other's words, hashed to vectors, and compared like meanings.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from anyascii import anyascii

from variorum.establish.translation.align import Alignment, align
from variorum.establish.translation.sides import PREFIX, Side, hashed, rarity, unit

ROUNDS = 5
"""Rounds of expectation and maximisation; more change nothing to speak of."""

TOGETHER = 2
"""Beads in which two words must meet."""

LEAST = 0.05
"""Geometric mean of both ways' probabilities from which a pair of words is kept."""

_MOST_BEADS = 6_000
_MOST_WORDS = 60
"""Words of a bead that are looked at."""

_LETTERS_WORTH = 0.6
"""Weight of what the encoder makes of an unknown language beside the lexicon's 1."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_DENSE = re.compile("[\u2e80-\u9fff]")

Bag = list[str]
Lexicon = Mapping[str, Sequence[tuple[str, float]]]
"""For a word of ``b`` the words of ``a`` it stands for, with how surely."""


def words(text: str) -> Bag:
    """The words of a text by their first letters in one alphabet, each once; of scripts without
    spaces, pairs of characters."""
    found: dict[str, None] = {}
    for word in _WORD.findall(text):
        if _DENSE.match(word):
            for k in range(len(word) - 1):
                found[word[k : k + 2]] = None
        else:
            found[anyascii(word).lower()[:PREFIX]] = None
    return list(found)[:_MOST_WORDS]


def learnt(found: Iterable[Alignment]) -> Lexicon:
    """The lexicon of alignments of the same two languages."""
    beads: list[tuple[Bag, Bag]] = []
    for one in found:
        a, b = one.pair.a, one.pair.b
        beads += [
            (words(a.quote(x.a, x.a_end)), words(b.quote(x.b, x.b_end)))
            for x in one.links
            if x.probability > 0.3
        ]
    beads = beads[:_MOST_BEADS]
    met = Counter((u, v) for x, y in beads for u in x for v in y)
    kept = {pair for pair, count in met.items() if count >= TOGETHER}
    there = _model(beads, kept)
    back = _model([(y, x) for x, y in beads], {(v, u) for u, v in kept})
    lexicon: dict[str, list[tuple[str, float]]] = {}
    for (u, v), p in sorted(there.items()):
        mean = (p * back.get((v, u), 0.0)) ** 0.5
        if mean >= LEAST:
            lexicon.setdefault(v, []).append((u, mean))
    return lexicon


def _model(
    beads: Sequence[tuple[Bag, Bag]], kept: set[tuple[str, str]]
) -> dict[tuple[str, str], float]:
    """The probability of ``v`` given ``u`` for the kept pairs; "" stands for no word."""
    table: dict[tuple[str, str], float] = {}
    pairs = [(y, [[u for u in x if (u, v) in kept] for v in y]) for x, y in beads]
    for number in range(ROUNDS):
        counts: defaultdict[tuple[str, str], float] = defaultdict(float)
        totals: defaultdict[str, float] = defaultdict(float)
        for targets, sources in pairs:
            for v, among in zip(targets, sources, strict=True):
                shares = [(u, table.get((u, v), 0.0) if number else 1.0) for u in (*among, "")]
                total = sum(share for _, share in shares)
                if total <= 0:
                    continue
                for u, share in shares:
                    counts[u, v] += share / total
                    totals[u] += share / total
        table = {(u, v): c / (totals[u] + 0.3) for (u, v), c in counts.items() if c > 1e-3}
    return {pair: p for pair, p in table.items() if pair[0]}


def realigned(found: Sequence[Alignment]) -> list[Alignment]:
    """Alignments of pairs of the same two languages made again with the lexicon they give."""
    lexicon = learnt(found)
    return [align(*written_alike(x.pair.a, x.pair.b, lexicon), None) for x in found]


def written_alike(a: Side, b: Side, lexicon: Lexicon) -> tuple[Side, Side]:
    """Both sides with vectors of the words of ``a`` that they have or stand for."""
    known = {u for row in lexicon.values() for u, _ in row}
    texts = [[one.quote(i, i + 1) for i in range(len(one))] for one in (a, b)]
    mine: list[dict[str, float]] = [{w: 1.0 for w in words(t) if w in known} for t in texts[0]]
    theirs: list[dict[str, float]] = []
    for text in texts[1]:
        bag: dict[str, float] = {}
        for v in words(text):
            for u, p in lexicon.get(v, ()):
                bag[u] = max(bag.get(u, 0.0), p)
        theirs.append(bag)
    weights = rarity([dict.fromkeys(bag, 1) for bag in mine])
    weights = {w: max(0.0, x) for w, x in weights.items()} | {
        w: 0.0 for bag in theirs for w in bag if w not in weights
    }
    # ``hashed`` takes square roots of counts: squares give the probabilities themselves.
    vectors_a = unit(hashed(mine, weights))
    vectors_b = unit(hashed([{w: c * c for w, c in bag.items()} for bag in theirs], weights))
    if a.sense.shape[1] and a.sense.shape[1] == b.sense.shape[1]:
        vectors_a = unit(np.concatenate([vectors_a, a.sense * _LETTERS_WORTH], axis=1))
        vectors_b = unit(np.concatenate([vectors_b, b.sense * _LETTERS_WORTH], axis=1))
    middle = np.zeros(vectors_a.shape[1], np.float32)
    return (
        replace(a, sense=vectors_a, middle=middle, knows="learnt"),
        replace(b, sense=vectors_b, middle=middle, knows="learnt"),
    )
