"""Margins: how much better a sentence answers one of another account than it answers the next best.

In a small dossier no word is rare and everything is about one thing; likeness by itself says little.
What marks a telling is that a sentence is likest to one of the other account by a margin (after Artetxe
and Schwenk 2019), and that the sentences after it are so too, in one order.
"""

import numpy as np

from variorum.establish.retell.nearest import NEAR, OFTEN
from variorum.establish.retell.units import Floats, Ints, Units

NEXT_BEST = 5
"""Sentences of the other account, the best aside, that tell how alike any are."""

PART = 3
"""Of a short account, no more than one sentence in so many is among the next best."""

ASSUMED = 8
"""Sentences of its whole language to which the mean of an account's own is added, so that a short
account is not measured by itself alone."""

WORDS, NAMES, MOST_NAMES = 0.3, 0.02, 4.0
"""What words and names in common add to likeness of meaning, and the most that names may add up to."""

LONG = 4
"""Letters of the shortest stem that counts: shorter ones are mostly grammar."""

ENOUGH = 0.05
"""The margin at which a pair speaks neither for nor against a telling."""

EACH, KNEE, EACH_BEYOND, AGAINST = 18.0, 0.2, 9.0, -2.0
"""The log-odds of a margin: so much for each unit up to the knee, so much for each beyond, and never
less than what a telling's own sentences show that answer nothing. From the margins of planted tellings
beside those of unrelated accounts."""

LENGTH, LEAST_LENGTH, MOST_LENGTH = 80.0, 0.5, 1.2
"""Characters of a pair of sentences (their geometric mean) whose margin counts once; it grows with the
root of that, within these bounds."""

SILENT = -0.05
"""What a pair counts at most where one of the two is a question or only a word or two: every interview
asks the same. Refrains count as little."""

APART = 12
"""Sentences of one account nearer than this are one passage, not two tellings."""
# All tuned on small dossiers of invented retellings against excerpts of unrelated novels, parts of one
# novel, Russian news, and reports of two events of one kind.

NEVER = -99.0
"""What is no telling at all: a sentence and those before it in its own account."""


def centred(units: Units) -> Floats:
    """The sentences' vectors without what all of their account have in common, length 1."""
    rows = units.vectors.copy()
    for account in range(len(units.accounts)):
        mine = places(units, account)
        if len(mine):
            general = units.usual[units.language[mine[0]]]
            whole = units.vectors[mine].sum(axis=0) + np.float32(ASSUMED) * general
            rows[mine] -= whole / np.float32(len(mine) + ASSUMED)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), np.float32)


def places(units: Units, account: int) -> Ints:
    """The numbers of an account's sentences."""
    first, end = np.searchsorted(units.account, (account, account + 1))
    return np.arange(first, end, dtype=np.int64)


def alikeness(units: Units, rows: Floats, one: int, other: int) -> Floats:
    """How alike the sentences of two accounts are, shape (sentences of ``one``, of ``other``); ``rows``
    are the vectors ``centred``."""
    mine, theirs = places(units, one), places(units, other)
    alike = rows[mine] @ rows[theirs].T
    if units.language[mine[0]] == units.language[theirs[0]]:
        lengths = np.outer(units.lengths[mine], units.lengths[theirs])
        alike += np.float32(WORDS) * _shared(units, mine, theirs, words=True) / lengths
    return np.asarray(alike, np.float32)


def margins(
    units: Units, alike: Floats, one: int, other: int, rivals: tuple[Floats, Floats]
) -> Floats:
    """The log-odds that each pair of sentences of two accounts tells the same, for an even chance.

    ``alike`` is their ``alikeness``; ``rivals`` how well a third account answers each of their
    sentences. Within one account only what comes later counts, and not too near."""
    mine, theirs = places(units, one), places(units, other)
    off = theirs[None] - mine[:, None]
    if one == other:
        alike = np.where(np.abs(off) < NEAR, alike.min(), alike)
    names = np.minimum(_shared(units, mine, theirs, words=False), np.float32(MOST_NAMES))
    left, right = np.maximum(_usual(alike), rivals[0]), np.maximum(_usual(alike.T), rivals[1])
    scores = alike - (left[:, None] + right[None]) / 2
    scores += np.float32(NAMES) * names - np.float32(ENOUGH)
    scores *= np.where(scores > 0, _worth(units, mine, theirs), np.float32(1))
    refrain = units.wording[mine][:, None] == units.wording[theirs][None]
    if one != other:
        refrain &= (np.bincount(units.wording)[units.wording[mine]] > OFTEN)[:, None]
    mute = refrain | ~units.telling[mine][:, None] | ~units.telling[theirs][None]
    scores = np.where(mute, np.minimum(scores, np.float32(SILENT)), scores)
    scores = EACH * np.minimum(scores, KNEE) + EACH_BEYOND * np.maximum(scores - KNEE, 0)
    scores = np.maximum(scores, AGAINST)
    if one == other:
        scores = np.where(off < APART, NEVER, scores)
    return np.asarray(scores, np.float32)


def _usual(alike: Floats) -> Floats:
    """How alike each sentence is to the best of the others but one."""
    count = min(NEXT_BEST, (alike.shape[1] - 1) // PART)
    if count < 1:
        return np.full(len(alike), 0.5, np.float32)
    best = -np.partition(-alike, count, axis=1)[:, : count + 1]
    return np.asarray((best.sum(axis=1) - best.max(axis=1)) / count, np.float32)


def _worth(units: Units, mine: Ints, theirs: Ints) -> Floats:
    """What a margin counts by the length of the two sentences: a long one is seldom alike by chance."""
    both = np.sqrt(np.outer(units.sizes[mine], units.sizes[theirs])) / LENGTH
    return np.clip(np.sqrt(both), LEAST_LENGTH, MOST_LENGTH).astype(np.float32)


def _shared(units: Units, mine: Ints, theirs: Ints, words: bool) -> Floats:
    """The weight of the words (their squares), or of the names, that each pair has in common."""
    sets, weigh = (units.terms, units.term_weights) if words else (units.marks, units.mark_weights)
    found = np.zeros((len(mine), len(theirs)), np.float32)
    there: dict[str, list[int]] = {}
    for column, number in enumerate(theirs.tolist()):
        for term in sets[number]:
            if not words or len(term) >= LONG:
                there.setdefault(term, []).append(column)
    for row, number in enumerate(mine.tolist()):
        for term in sorted(sets[number] & there.keys()):
            found[row, there[term]] += np.float32(weigh[term] ** 2 if words else weigh[term])
    return found
