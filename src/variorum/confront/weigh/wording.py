"""Reasons in plain words: who carries each side, whom he follows, and what decides."""

from collections.abc import Iterator, Mapping, Sequence

from variorum.confront.weigh.scales import CARRIED, Voiced, verdict
from variorum.confront.weigh.setting import FIXED
from variorum.confront.weigh.testimonies import Link, Testimony
from variorum.model.findings import Disagreement

MOST_NAMED = 6
"""Voices of one side that are named; of the others their number is."""
NOTABLE = 0.1
"""By how much a record differs from what is expected of anybody before it is mentioned."""
SURE = 0.9
"""Probability from which one account is said to draw on another; below it is said that it may."""
FOLLOWS: Mapping[str, str] = {
    "copy": "copies",
    "translation": "translates",
    "dependence": "draws on",
}


def explained(
    row: Disagreement,
    given: Sequence[Testimony],
    links: Sequence[Link],
    voices: Sequence[Voiced],
    counted: Mapping[int, float],
    weights: Sequence[float],
    needed: Sequence[int],
) -> Iterator[str]:
    for number, side in enumerate(row.sides):
        mine = [voice for voice in voices if voice.side == number]
        if not mine:
            yield f"side {number + 1} (“{side.value}”): nobody who affirms it"
            continue
        mine.sort(key=lambda v: (-round(counted[v.number] * v.odds(), 9), v.number))
        told = [_named(voice, given) for voice in mine[:MOST_NAMED]]
        if len(mine) > MOST_NAMED:
            told.append(f"{len(mine) - MOST_NAMED} more")
        alone = sum(counted[voice.number] for voice in mine)
        yield (
            f"side {number + 1} (“{side.value}”), probability {weights[number]:.2f}: told by "
            + "; ".join(told)
            + ("" if alone > len(mine) - 0.05 else f" — as good as {alone:.1f} voices")
        )
    yield from sorted(
        {
            _followed(link, given)
            for link in links
            if given[link.follower].side == given[link.followed].side
            and given[link.follower].name != given[link.followed].name
        }
    )
    if verdict(weights) == "open" and len(voices) > 1:
        yield "open: " + _undecided(weights)
    if needed:
        gone = {(given[number].side, given[number].teller) for number in needed}
        # one witness may be printed in several accounts: he is gone only where all of them are
        names = dict.fromkeys(one.name for one in given if (one.side, one.teller) in gone)
        yield f"without {' and '.join(names)} the verdict would no longer be “{verdict(weights)}”"


def _undecided(weights: Sequence[float]) -> str:
    if max(weights) < CARRIED:
        return "no side is likelier than all else together"
    return "the likeliest side is too little ahead of the next"


def _named(voice: Voiced, given: Sequence[Testimony]) -> str:
    one = given[voice.number]
    notes = list(one.reasons)
    usual = 1 - FIXED.wrong / (FIXED.right + FIXED.vague + FIXED.wrong)
    if abs(voice.right - usual) >= NOTABLE:
        notes.append(
            f"elsewhere {'mostly' if voice.right > usual else 'seldom'} on the side better carried"
        )
    return one.name + (f" ({', '.join(notes)})" if notes else "")


def _followed(link: Link, given: Sequence[Testimony]) -> str:
    later, earlier = given[link.follower], given[link.followed]
    if link.probability < SURE:
        sure = f"{link.probability:.0%}"
        return f"{later.name} may draw on {earlier.name} ({sure}) and counts in part only"
    return f"{later.name} {FOLLOWS[link.kind]} {earlier.name} and adds no voice of its own"
