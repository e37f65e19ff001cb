"""One vocabulary: what is told in several languages is brought together under one language's words.

The sentence encoder places a word beside its translation; two words that are each other's nearest
beyond LEAST_ALIKE are held to be one. Without that, accounts in two languages share only names and
numbers, and no question has sides in both.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set

import numpy as np

from variorum.establish import open_encoder
from variorum.establish.meaning import Vectors
from variorum.model.testimony import Mention, Quantity, Sentence

LEAST_ALIKE = 0.72
"""Cosine from which a word is another's translation, and each the other's nearest. Of 290 pairs of
English and Russian words on four dossiers, read by hand, nine in ten above it are right, half below."""

PERHAPS_ALIKE, MARGIN = 0.62, 0.07
"""The same where the next likeliest word is so much less alike; of 35 such pairs 30 were right."""

SURELY_ALIKE = 0.85
"""Cosine from which a word may share its translation with another."""

MAIN = "en"
"""The language under whose words the others are brought, where it is spoken."""

FEWEST_SENTENCES = 3
"""Sentences a language must have before its words are translated: fewer are quotations and mottoes."""

MOST_WORDS = 20_000
"""Most frequent words of a language that are translated."""

SHORTEST = 3
"""Letters of the shortest word that is translated."""

_BLOCK = 1_024
"""Words compared at once, to bound memory."""


def one_vocabulary(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity] = (),
) -> dict[str, str]:
    """Words of the dossier's other languages and the words of its main one that mean the same.

    The main language is English where it is spoken, in which questions are put, else the largest. Only
    words that no sentence of it has are here, only of languages the encoder knows, and no names: whom
    these mean is known better. Empty where all accounts are in one language.
    Linear in the sentences; up to MOST_WORDS words are held against as many.
    """
    if len({sentence.language for sentence in sentences}) < 2:
        return {}
    encoder = open_encoder()
    names = {word for row in mentions if row.kind == "name" for word in row.form.casefold().split()}
    told: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for sentence in sentences:
        language = sentence.language.partition("-")[0]
        if language in encoder.languages:
            sizes[language] += 1
            told[language].update(sentence.terms)
    languages = {sentence.account: sentence.language.partition("-")[0] for sentence in sentences}
    for row in quantities:
        language = languages.get(row.account, "")
        if row.counted and language in encoder.languages:
            told[language][row.counted] += 1
    spoken = [name for name, size in sizes.items() if size >= FEWEST_SENTENCES]
    if len(spoken) < 2:
        return {}
    main, *others = sorted(spoken, key=lambda name: (name != MAIN, -sizes[name], name))
    known = _frequent(told[main], names)
    if len(known) < 2:
        return {}
    rows = encoder.encode(known)
    found: dict[str, str] = {}
    for language in others:
        words = _frequent(told[language], names | told[main].keys())
        if words:
            found |= _translated(words, encoder.encode(words), known, rows)
    return found


def _frequent(counts: Counter[str], without: Set[str]) -> list[str]:
    fitting = [w for w in counts if len(w) >= SHORTEST and w.isalpha() and w not in without]
    return sorted(fitting, key=lambda word: (-counts[word], word))[:MOST_WORDS]


def _translated(
    words: Sequence[str], mine: Vectors, known: Sequence[str], yours: Vectors
) -> dict[str, str]:
    """The words that are each other's nearest, or so near that it needs no more, block by block."""
    best = np.zeros(len(words), np.int64)
    how = np.zeros(len(words), np.float32)
    margin = np.zeros(len(words), np.float32)
    back = np.full(len(known), -1, np.int64)
    back_how = np.full(len(known), -1.0, np.float32)
    for start in range(0, len(words), _BLOCK):
        block = mine[start : start + _BLOCK] @ yours.T
        here = slice(start, start + len(block))
        best[here], how[here] = block.argmax(axis=1), block.max(axis=1)
        margin[here] = how[here] - np.partition(block, -2, axis=1)[:, -2]
        top = block.max(axis=0)
        better = top > back_how
        back[better] = start + block.argmax(axis=0)[better]
        back_how[better] = top[better]
    mutual = back[best] == np.arange(len(words))
    right = (how >= SURELY_ALIKE) | (mutual & (how >= LEAST_ALIKE))
    right |= mutual & (how >= PERHAPS_ALIKE) & (margin >= MARGIN)
    return {word: known[best[i]] for i, word in enumerate(words) if right[i]}
