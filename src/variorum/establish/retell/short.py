"""Short accounts: an interview, an article, a chapter, held against another sentence by sentence.

Where there is little text, words and names are no measure of their own rarity, and what stands further
off cannot bear a telling out. Runs of margins take their place (``margins``, ``local``): what a run is
worth is held against how much one would be worth by chance, which grows with the logarithm of the places
where it could stand (Karlin and Altschul 1990).
"""

import math
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from variorum.establish.retell.episodes import Episode
from variorum.establish.retell.known import Known
from variorum.establish.retell.likeness import ROOM
from variorum.establish.retell.local import runs
from variorum.establish.retell.margins import APART, NEVER, alikeness, centred, margins, places
from variorum.establish.retell.units import Floats, Ints, Units

PARTNERS = 12
"""Accounts with which one is compared in full: those its likeliest sentences are of."""

FEWEST = 2
"""Sentences of either account that tell an episode, at least."""

RIVALS = 2
"""What so many other accounts answer as well is a fact of the event all tell of, and no retelling."""

LIKELIEST = 3
"""How many pairs of sentences choose the partners."""

EVEN = 3.0
"""Log-odds above chance at which a run is as likely a telling as not. Set where ``margins`` was tuned:
of some 600 pairs of unrelated accounts ten have a run above it, of eighteen planted tellings all but
one."""


def short_episodes(
    units: Units, pairs: Ints, odds: Floats, known: Known
) -> Iterator[tuple[Episode, float]]:
    """The episodes of accounts of which at least one is short, with their probabilities.

    ``pairs`` and their log-odds say which accounts to compare."""
    rows = centred(units)
    partners = _partners(units, pairs, odds)
    answers = _answers(units, rows, partners)
    for one, other in partners:
        mine, theirs = places(units, one), places(units, other)
        rivals = (
            _rivals(units, answers[one], one, other),
            _rivals(units, answers[other], other, one),
        )
        scores = margins(units, alikeness(units, rows, one, other), one, other, rivals)
        for block in known.blocks(one, other):
            scores[block] = NEVER
        by_chance = math.log(scores.size)
        for cells, worth in runs(scores, EVEN + by_chance):
            first, second = ([cell[side] for cell in cells] for side in (0, 1))
            if min(len(set(first)), len(set(second))) < FEWEST:
                continue
            episode = Episode(
                (int(mine[min(first)]), int(mine[max(first)])),
                (int(theirs[min(second)]), int(theirs[max(second)])),
                tuple((int(mine[a]), int(theirs[b])) for a, b in cells),
                worth,
            )
            yield episode, 1 / (1 + math.exp(by_chance + EVEN - worth))


Answers = dict[int, Floats]


def _answers(units: Units, rows: Floats, partners: list[tuple[int, int]]) -> dict[int, Answers]:
    """For each account, how well the best of each partner's sentences answers each of its own."""
    found: dict[int, Answers] = defaultdict(dict)
    for one, other in partners:
        if one != other:
            alike = alikeness(units, rows, one, other)
            found[one][other], found[other][one] = alike.max(axis=1), alike.max(axis=0)
    return found


def _rivals(units: Units, answers: Answers, one: int, other: int) -> Floats:
    """How well each sentence of ``one`` is answered by the account that does so ``RIVALS``-th best, of
    those in the language of ``other`` beside the two."""
    mine, theirs = places(units, one), places(units, other)
    language = units.language[theirs[0]]
    found = [
        values
        for third, values in sorted(answers.items())
        if third not in (one, other) and units.language[places(units, third)[0]] == language
    ]
    if len(found) < RIVALS:
        return np.full(len(mine), -1, np.float32)
    return np.asarray(np.sort(np.stack(found), axis=0)[-RIVALS], np.float32)


def is_short(units: Units, one: int, other: int) -> bool:
    """Whether one of two accounts is too short to bear a telling out by what stands further off."""
    return min(len(places(units, one)), len(places(units, other))) < ROOM


def _partners(units: Units, pairs: Ints, odds: Floats) -> list[tuple[int, int]]:
    """Which accounts are compared: each with its likeliest, and with itself."""
    best: dict[tuple[int, int], list[float]] = defaultdict(list)
    accounts = units.account[pairs]
    for key, value in zip(map(tuple, accounts.tolist()), odds.tolist(), strict=True):
        best[key].append(value)
    ranked: dict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for (one, other), values in sorted(best.items()):
        if one != other and is_short(units, one, other):
            worth = float(np.sort(values)[-LIKELIEST:].sum())
            ranked[one].append((-worth, (one, other)))
            ranked[other].append((-worth, (one, other)))
    chosen = {pair for rows in ranked.values() for _, pair in sorted(rows)[:PARTNERS]}
    lengths = np.bincount(units.account, minlength=len(units.accounts))
    chosen |= {(n, n) for n, length in enumerate(lengths.tolist()) if APART < length < ROOM}
    return sorted(chosen)
