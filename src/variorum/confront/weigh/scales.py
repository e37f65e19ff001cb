"""The scales for one question: what each voice counts, what that makes of the sides, what decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from variorum.confront.weigh.setting import FIXED, tempering

CARRIED = 0.5
"""Probability from which a side may be called carried: it is likelier than all else together."""
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


Linked = Mapping[int, Mapping[int, float]]
"""By the number of a voice, and that of another of its side: how likely the two are one. Both ways."""
NOBODY: Mapping[int, float] = {}


def shares(voices: Sequence[Voiced], linked: Linked) -> dict[int, float]:
    """What of a voice of its own each counts, 0 to 1.

    Of linked voices the one most to be believed counts wholly, every other what it may have said by
    itself. Who stands on several sides gives each a part of himself.
    """
    split: dict[str, int] = {}
    for voice in voices:
        split[voice.teller] = split.get(voice.teller, 0) + 1
    found: dict[int, float] = {}
    for voice in sorted(voices, key=lambda v: (-round(v.odds(), 9), v.number)):
        share = 1.0 / split[voice.teller]
        for other, probability in linked.get(voice.number, NOBODY).items():
            if other in found:
                share *= 1 - probability
        found[voice.number] = share
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
    cooled = tempering(sum(counted.values()))
    top = max([unsaid, *scores])
    risen = [exp(cooled * (score - top)) if n in spoken else 0.0 for n, score in enumerate(scores)]
    whole = sum(risen) + exp(cooled * (unsaid - top))
    return tuple((1 - FIXED.astray) * value / whole for value in risen)


def verdict(weights: Sequence[float]) -> str:
    """ "side 1 carried", "tied" or "open"."""
    if len(weights) < 2:
        return "open"
    first, second = sorted(weights, reverse=True)[:2]
    if first >= CARRIED and first - second >= AHEAD:
        return f"side {weights.index(first) + 1} carried"
    return "tied" if first - second <= TIED and first > 0 else "open"


def decisive(
    voices: Sequence[Voiced], linked: Linked, sides: int, least: int = 1
) -> tuple[int, ...]:
    """The fewest strongest voices, ``least`` or more, without which the verdict is another, by a margin.

    Taken from the weightiest side first, one after the other; beyond FEW in leaps, of which the last is
    then made as small as it can be. Empty where the verdict is "open": nothing decides it.
    """
    weights = balance(voices, linked, sides)
    now = verdict(weights)
    if now == "open":
        return ()
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
    names = [voice.number for voice in order]

    def changes(count: int) -> bool:
        gone = set(names[:count])
        left = [voice for voice in voices if voice.number not in gone]
        return _surely_not(now, balance(left, linked, sides))

    leaps = [*range(1, FEW + 1), *(FEW * 2**n for n in range(1, len(names).bit_length()))]
    kept = least - 1
    for leap in leaps:
        count = min(max(leap, least), len(names))
        if changes(count):
            while count - kept > 1:
                middle = (kept + count) // 2
                kept, count = (kept, middle) if changes(middle) else (middle, count)
            return tuple(names[:count])
        kept = count
    return ()


def _surely_not(said: str, weights: Sequence[float]) -> bool:
    """Whether the verdict on ``weights`` is not ``said``, and would not be if they moved by MARGIN."""
    first, second = sorted(weights, reverse=True)[:2]
    if said == "tied":
        return first == 0 or first - second > TIED + MARGIN
    mine = weights[int(said.split()[1]) - 1]
    return mine < CARRIED - MARGIN or mine < first - MARGIN


MARGIN = 0.08
"""By how much probabilities may move when records and copies are estimated again without a voice: in
made-up dossiers of 3 to 8 accounts, 1,300 verdicts, no verdict came back."""
FEW = 4
"""Voices up to which each is tried whether without it, and those before it, the verdict is another."""
