"""Whose voice a passage is in: it reads like the rest of the one account more than like the other's."""

import re
from collections import Counter
from math import log

from variorum.establish.dependence.clues import Clue
from variorum.establish.stretches import Stretch
from variorum.model.reading import ReadingText

REST = 60_000
"""Characters around a passage that show how its account is written."""
LEAST_REST = 1_500
"""With less text of its own around the passage, an account has no style to compare."""
LEAST_PASSAGE = 150
CLEAR = 0.25
"""Nats a word by which the passage must fit the one account better. Set by hand: between two halves of
one novel the difference stays below this, between two novelists it is above in half the cases."""
_WORD = re.compile(r"\w+|[—–;:!?«»“”]")


def style_clue(
    copy: ReadingText, original: ReadingText, at: Stretch, there: Stretch
) -> tuple[Clue, ...]:
    """A clue where the passage fits the original's own words clearly better than the copy's."""
    if copy.account.language.split("-")[0] != original.account.language.split("-")[0]:
        return ()
    passage = original.text[there.start : min(there.end, there.start + REST)]
    if len(passage) < LEAST_PASSAGE:
        return ()
    mine, theirs = _rest(copy, at), _rest(original, there)
    if min(len(mine), len(theirs)) < LEAST_REST:
        return ()
    size = min(len(mine), len(theirs))
    words = _WORD.findall(passage.lower())
    fits = _fit(words, theirs[:size]) - _fit(words, mine[:size])
    if fits > CLEAR:
        return (Clue("style", "the passage is written like the rest of the other"),)
    return ()


def _rest(reading: ReadingText, at: Stretch) -> str:
    text = reading.text
    before = text[max(0, at.start - REST // 2) : at.start]
    return before + "\n" + text[at.end : at.end + REST // 2]


def _fit(words: list[str], rest: str) -> float:
    """How well the rest foretells the passage: the mean log probability of a word, smoothed."""
    counts = Counter(_WORD.findall(rest.lower()))
    total = sum(counts.values()) + len(counts) + 1
    return sum(log((counts[w] + 0.5) / total) for w in words) / max(1, len(words))
