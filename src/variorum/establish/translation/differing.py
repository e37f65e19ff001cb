"""What the parts of ``altered`` share: a change, and what of one side has no equal on the other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from variorum.establish.particulars import Particular
from variorum.establish.translation.chain import Link

CONFIDENCE = {
    "number": 0.93, "date": 0.94, "name": 0.85, "place": 0.85, "kin": 0.85, "polarity": 0.65,
    "hedge": 0.6,
}  # fmt: skip
"""How often such a change is one: names and numbers near the precision of planted exchanges in
``benchmarks/translation.py``, the rest judged by reading texts of our own."""

WEIGHT = {
    "number": 0.9, "date": 0.9, "name": 0.85, "place": 0.8, "kin": 0.8, "polarity": 0.95,
    "hedge": 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Altered:
    """A change inside a bead, offsets in the two texts; a side without it is None."""

    a: tuple[int, int] | None
    b: tuple[int, int] | None
    what: str
    confidence: float
    reasons: tuple[str, ...]


def of_kind(some: Iterable[Particular], kinds: Sequence[str]) -> list[Particular]:
    return [p for p in some if p.kind in kinds]


def unmatched(
    xs: list[Particular], ys: list[Particular], same: Callable[[Particular, Particular], bool]
) -> tuple[list[Particular], list[Particular]]:
    left, right = [], list(ys)
    for x in xs:
        found = next((y for y in right if same(x, y)), None)
        if found is None:
            left.append(x)
        else:
            right.remove(found)
    return left, right


def is_close(link: Link) -> bool:
    return link.probability > 0.6 and link.a_end - link.a == link.b_end - link.b == 1
