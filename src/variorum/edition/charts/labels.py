"""Names beside their points, none upon another: the weightiest is placed first, what has no room
stands without a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

LETTER = 7.1
"""Pixels of an average letter of a label (14 px, a book face)."""

HEIGHT = 16.0
"""Pixels from one label's line to the next."""

GAP = 4.0
"""Pixels between a point and its name."""

CELL = 48.0
"""Pixels of a cell of the grid in which neighbours are looked for."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name at ``x``, ``y`` (its base line); ``anchor`` is start, middle or end."""

    text: str
    x: float
    y: float
    anchor: str


def text_width(text: str) -> float:
    """About how wide a text is drawn, in pixels: no font is at hand when a page is made."""
    letters = (2.0 if east_asian_width(c) in "WF" else 0.0 if combining(c) else 1.0 for c in text)
    return LETTER * sum(letters)


def placed(
    points: Sequence[tuple[float, float, float, str]], width: float, height: float
) -> list[Label | None]:
    """A label for each point (x, y, radius, name), in the order of their weight, or None.

    Eight places around a point are tried; no label covers a point, another label or the edge.
    Near linear: only what shares a grid cell is compared.
    """
    taken: dict[tuple[int, int], list[Box]] = {}
    for x, y, radius, _ in points:
        _take(taken, (x - radius, y - radius, x + radius, y + radius))
    labels: list[Label | None] = []
    for x, y, radius, text in points:
        labels.append(None)
        if not text:
            continue
        for label, box in _around(x, y, radius, text):
            inside = box[0] >= 2 and box[1] >= 2 and box[2] <= width - 2 and box[3] <= height - 2
            if inside and _is_free(taken, box):
                _take(taken, box)
                labels[-1] = label
                break
    return labels


def _around(x: float, y: float, radius: float, text: str) -> Iterator[tuple[Label, Box]]:
    wide, far = text_width(text), radius + GAP
    half = HEIGHT / 2
    for dx, dy, anchor in (
        (1, 0, "start"), (-1, 0, "end"), (0, -1, "middle"), (0, 1, "middle"),
        (1, -1, "start"), (1, 1, "start"), (-1, -1, "end"), (-1, 1, "end"),
    ):  # fmt: skip
        reach = far if not (dx and dy) else far * 0.7
        at = x + dx * reach
        middle = y + dy * (reach + half * (1 if not dx else 0.6))
        left = at - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = (left, middle - half, left + wide, middle + half)
        yield Label(text, round(at, 1), round(middle + HEIGHT * 0.3, 1), anchor), box


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    for column in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for row in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield column, row


def _take(taken: dict[tuple[int, int], list[Box]], box: Box) -> None:
    for cell in _cells(box):
        taken.setdefault(cell, []).append(box)


def _is_free(taken: dict[tuple[int, int], list[Box]], box: Box) -> bool:
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        for cell in _cells(box)
        for other in taken.get(cell, ())
    )
