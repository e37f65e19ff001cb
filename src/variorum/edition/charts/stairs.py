"""A story that grows, drawn as stairs: a step for each telling, in the order of telling."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 960
"""Units of the drawing's width."""

RISE = 44
"""Units from one level to the next."""

SHOWN_STEPS = 12
"""Tellings that are drawn: further treads would be narrower than a word."""

LETTER = 9
"""Units a letter of the drawing takes, at most."""


@dataclass(frozen=True, slots=True)
class Tread:
    """One step: where it begins, how high it lies, and what stands above and below it."""

    x: int
    y: int
    above: str
    below: str


@dataclass(frozen=True, slots=True)
class Stairs:
    """A drawing of ``height`` units: its treads and the line along them; ``left`` are not drawn.

    ``measured``: the height of a tread follows the numbers told; else every change is a step up.
    """

    height: int
    path: str
    treads: tuple[Tread, ...]
    measured: bool
    left: int


def stairs(told: Sequence[tuple[str, str, float | None]], changes: Sequence[bool]) -> Stairs:
    """The stairs of tellings (words, when or where, number or None); ``changes`` says of each whether
    it is otherwise than the one before."""
    drawn = told[:SHOWN_STEPS]
    numbers = [number for _, _, number in drawn if number is not None]
    measured = len(numbers) == len(drawn)
    order = sorted(set(numbers))
    levels = [
        order.index(number) if measured and number is not None else sum(changes[1 : place + 1])
        for place, (_, _, number) in enumerate(drawn)
    ]
    broad = WIDTH // max(1, len(drawn))
    high = 34 + max(levels, default=0) * RISE
    treads = tuple(
        Tread(place * broad, high - level * RISE, _short(words, broad), _short(when, broad))
        for place, ((words, when, _), level) in enumerate(zip(drawn, levels, strict=True))
    )
    path = " ".join(
        f"{'V' if place else 'M 0'} {tread.y} H {tread.x + broad}"
        for place, tread in enumerate(treads)
    )
    return Stairs(high + 34, path, treads, measured, len(told) - len(drawn))


def _short(text: str, broad: int) -> str:
    most = max(3, broad // LETTER)
    return text if len(text) <= most else f"{text[: most - 1]}…"
