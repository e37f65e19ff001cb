"""Same thing: whether two sentences that say one deed or state of a thing mean the same thing and time.

"The door of the cabin" is not "the door of the mill", "the stern rope" not "the bow rope", and who rang
the bell at six may differ from who rang it at noon.
"""

from collections import defaultdict

from variorum.confront.laid import Ground, Scene
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import Line, line
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import noun_group
from variorum.confront.told.spots import SURE
from variorum.confront.told.words import PLAIN
from variorum.model.edtf import compatible

BY_THINGS = frozenset(
    (
        "actor", "described", "lock", "load", "light", "whole", "weapon", "state",
    )
)  # fmt: skip
"""Ways of seeing a difference that rest on a thing's being one."""

NEAR_HOURS = 0.75
"""Hours by which two clock times of one deed may differ."""


def one_thing(pair: Pair, row: Difference, ground: Ground) -> bool:
    """Whether nothing shows that the two tellings are of different things or times: a qualifier of a
    noun both have, an hour or a year that each tells otherwise. A sure parallel needs no such proof."""
    if row.way not in BY_THINGS or pair.parallel >= SURE:
        return True
    a, b = ground.scenes[row.a.scene], ground.scenes[row.b.scene]
    if _other_time(a, b):
        return False
    mine, yours = _qualified(line(a), row.a), _qualified(line(b), row.b)
    return not any(
        mine[noun] and yours[noun] and mine[noun].isdisjoint(yours[noun])
        for noun in sorted(mine.keys() & yours.keys())
    )


def _other_time(a: Scene, b: Scene) -> bool:
    hours = [[q.low for q in s.quantities if q.unit == "clock"] for s in (a, b)]
    if all(hours) and all(abs(x - y) % 12 > NEAR_HOURS for x in hours[0] for y in hours[1]):
        return True
    days = [[d.edtf for d in s.dates if d.edtf] for s in (a, b)]
    return all(days) and not any(compatible(x, y) for x in days[0] for y in days[1])


def _qualified(told: Line, side: Told) -> dict[str, set[str]]:
    """By noun of a line the words that tell which one is meant, before it and behind "of"; not those
    that are the side's own value."""
    own = {
        n
        for n, word in enumerate(told.words)
        if side.passage.start <= word.start and word.end <= side.passage.end
    }
    found: dict[str, set[str]] = defaultdict(set)
    for n, word in enumerate(told.words):
        if not word.content or word.verb or n in told.owner:
            continue
        found[word.base] |= {
            told.words[k].base
            for k in range(noun_group(told, n)[0], n)
            if told.words[k].content and k not in told.owner and k not in own
        }
        after = n + 1
        if after < len(told.words) and told.words[after].form == "of":
            after += 1
            while after < len(told.words) and told.words[after].form in PLAIN:
                after += 1
            if after < len(told.words) and told.words[after].content:
                found[word.base].add(told.words[after].base)
    return found
