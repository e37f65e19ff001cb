"""Two languages, one meaning: what two tellings call otherwise in two languages may be the same."""

from collections.abc import Iterable, Iterator

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference
from variorum.confront.told.pairs import Pair
from variorum.establish import open_encoder

SAME = 0.5
"""Cosine from which two phrases in two languages are held to mean the same thing, place or doer. Half
of what unlike phrases of one kind reach at most, on the project's own texts."""

_FILLED = frozenset(("place", "person", "role", "identity"))
"""Types of difference whose two values may be one thing in two languages."""


def unlike_in_meaning(
    found: Iterable[tuple[Pair, Difference]], ground: Ground
) -> Iterator[tuple[Pair, Difference]]:
    """The differences without those whose values mean the same in two languages."""
    encoder = open_encoder()
    for pair, row in found:
        if row.type in _FILLED and _language(row.a.scene, ground) != _language(row.b.scene, ground):
            one, other = encoder.encode([row.a.value, row.b.value])
            if float(one @ other) >= SAME:
                continue
        yield pair, row


def _language(scene: int, ground: Ground) -> str:
    return ground.scenes[scene].sentence.language.partition("-")[0]
