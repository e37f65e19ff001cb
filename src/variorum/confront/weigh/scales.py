"""The scales for one question: what each voice counts, what that makes of the sides, what decides."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from variorum.confront.weigh.setting import FIXED

CARRIED = 0.6
"""Probability from which a side may be called carried."""
AHEAD = 0.15
"""By how much it must be ahead of the next."""
TIED = 0.05
"""Two sides that differ by no more are tied."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """One voice on one side: ``right`` is its record (0 to 1), ``nearness`` is added to its log odds."""

    number: int
    side: int
    teller: str
    right: float
    nearness: float

    def odds(self) -> float:
        kept = min(max(self.right, 0.02), 0.98)
        return log(kept / (1 - kept)) + self.nearness


Linked = Mapping[tuple[int, int], float]
"""By the numbers of two voices of one side, the lower first: how likely the two are one."""


def shares(voices: Sequence[Voiced], linked: Linked) -> dict[int, float]:
    """What of a voice of its own each counts, 0 to 1.

    Of linked voices the one most to be believed counts wholly, every other what it may have said by
    itself. Who stands on several sides gives each a part of himself.
    """
    split: dict[str, int] = {}
    for voice in voices:
        split[voice.teller] = split.get(voice.teller, 0) + 1
    found: dict[int, float] = {}
    taken: list[int] = []
    for voice in sorted(voices, key=lambda v: (-round(v.odds(), 9), v.number)):
        share = 1.0 / split[voice.teller]
        for other in taken:
            share *= 1 - linked.get((min(voice.number, other), max(voice.number, other)), 0.0)
        found[voice.number] = share
        taken.append(voice.number)
    return found


def balance(voices: Sequence[Voiced], linked: Linked, sides: int) -> tuple[float, ...]:
    """The probability of each side, 0 where nobody speaks; what is wanting to 1: none is right."""
    counted = shares(voices, linked)
    errs = log(1 / FIXED.falsehoods)
    total = 0.0
    lifted = [0.0] * sides
    for voice in sorted(voices, key=lambda v: v.number):
        odds = voice.odds()
        total += counted[voice.number] * (errs - log(1 + exp(odds)))
        lifted[voice.side] += counted[voice.number] * (odds - errs)
    spoken = {voice.side for voice in voices}
    scores = [total + lift for lift in lifted]
    unsaid = total + log(max(1.0, FIXED.falsehoods + 1 - len(spoken)))
    top = max([unsaid, *scores])
    risen = [exp(score - top) if n in spoken else 0.0 for n, score in enumerate(scores)]
    whole = sum(risen) + exp(unsaid - top)
    return tuple(value / whole for value in risen)


def verdict(weights: Sequence[float]) -> str:
    """ "side 1 carried", "tied" or "open"."""
    if len(weights) < 2:
        return "open"
    first, second = sorted(weights, reverse=True)[:2]
    if first >= CARRIED and first - second >= AHEAD:
        return f"side {weights.index(first) + 1} carried"
    return "tied" if first - second <= TIED and first > 0 else "open"


def decisive(voices: Sequence[Voiced], linked: Linked, sides: int) -> tuple[tuple[int, ...], str]:
    """The fewest strongest voices without which the verdict is another, and that verdict.

    Taken from the weightiest side first. Empty where nothing changes it.
    """
    weights = balance(voices, linked, sides)
    now = verdict(weights)
    counted = shares(voices, linked)
    order = sorted(
        voices,
        key=lambda v: (
            -round(weights[v.side], 9),
            v.side,
            -round(counted[v.number] * v.odds(), 9),
            v.number,
        ),
    )
    gone: list[int] = []
    for voice in order:
        gone.append(voice.number)
        then = verdict(balance(_without(voices, gone), linked, sides))
        if then != now:
            return tuple(gone), then
    return (), now


def _without(voices: Sequence[Voiced], gone: Collection[int]) -> list[Voiced]:
    return [voice for voice in voices if voice.number not in gone]
