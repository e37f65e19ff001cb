"""Who has it from whom, as a drawing: the oldest accounts above, a line from giver to taker."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NODE = (158.0, 60.0)
"""Width and height of an account's box."""

GAP = 26.0
"""Between two boxes of a row."""

ROWS = 74.0
"""Between two rows: room for the lines."""

MOST_IN_A_ROW = 4
"""Boxes side by side: what a page's width holds."""

THICKNESS = (1.2, 7.0)
"""The thinnest and the thickest line."""

SWEEPS = 4
"""How often the rows are put in order by those they hang on (barycentres; Sugiyama and others, 1981)."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account, or several taken together: its name, its address, when it was written (in words)."""

    id: str
    label: str
    href: str
    when: str


@dataclass(frozen=True, slots=True)
class Loan:
    """What two accounts share: ``giver`` gave where it is ``known``; ``sort`` is copy, translation or
    retelling; ``amount`` in characters."""

    giver: str
    taker: str
    known: bool
    sort: str
    amount: int
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Box:
    """An account in the drawing."""

    account: Account
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its path, the head of its arrow (empty without direction), how thick, where it leads."""

    sort: str
    path: str
    head: str
    width: float
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Lending:
    """The drawing."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def lending(accounts: Sequence[Account], loans: Sequence[Loan]) -> Lending:
    """Lay out ``accounts``, which are sorted by their dates: no row begins before one above it ends."""
    near: dict[str, list[str]] = defaultdict(list)
    for loan in loans:
        near[loan.giver].append(loan.taker)
        near[loan.taker].append(loan.giver)
    rows = _rows(accounts, near)
    _order(rows, near)
    at = _places(rows)
    wide = max((len(row) for row in rows), default=0)
    width = wide * (NODE[0] + GAP) + GAP
    height = len(rows) * (NODE[1] + ROWS) - ROWS + 2 * GAP
    most = max((loan.amount for loan in loans), default=1)
    return Lending(
        round(width, 1),
        round(height, 1),
        tuple(Box(account, *at[account.id]) for row in rows for account in row),
        tuple(_line(loan, at, most) for loan in loans),
    )


def _rows(accounts: Sequence[Account], near: Mapping[str, Sequence[str]]) -> list[list[Account]]:
    """A row goes on until it is full or holds somebody the next account shares words with."""
    rows: list[list[Account]] = []
    for account in accounts:
        full = not rows or len(rows[-1]) == MOST_IN_A_ROW
        if full or {a.id for a in rows[-1]} & set(near[account.id]):
            rows.append([])
        rows[-1].append(account)
    return rows


def _order(rows: list[list[Account]], near: Mapping[str, Sequence[str]]) -> None:
    """Put each row in the order of the middle of those it hangs on, down and up again."""
    for _ in range(SWEEPS):
        for row in (*rows, *reversed(rows)):
            where = {a: x for a, (x, _) in _places(rows).items()}
            row.sort(key=lambda a: (_middle(where, near[a.id], where[a.id]), a.id))


def _middle(where: Mapping[str, float], others: Sequence[str], own: float) -> float:
    return sum(where[o] for o in others) / len(others) if others else own


def _places(rows: Sequence[Sequence[Account]]) -> dict[str, tuple[float, float]]:
    """The upper left corners; every row stands in the middle, every other a little to the side, so that
    a line between two rows does not run through the box between them."""
    wide = max((len(row) for row in rows), default=0)
    at = {}
    for number, row in enumerate(rows):
        space = (wide - len(row)) * (NODE[0] + GAP) / 2
        aside = (number % 2) * GAP * 0.8 if len(row) < wide else 0.0
        for place, account in enumerate(row):
            x = GAP + space + aside + place * (NODE[0] + GAP)
            at[account.id] = (round(x, 1), round(GAP + number * (NODE[1] + ROWS), 1))
    return at


def _line(loan: Loan, at: Mapping[str, tuple[float, float]], most: int) -> Line:
    thin, thick = THICKNESS
    width = thin + (thick - thin) * (loan.amount / max(1, most)) ** 0.5
    (ax, ay), (bx, by) = at[loan.giver], at[loan.taker]
    room = 9.0 if loan.known else 0.0
    wide, high = NODE
    if ay == by:  # in one row: an arch under the boxes
        x1, x2 = ax + wide / 2, bx + wide / 2
        low = ay + high + ROWS * 0.55
        end = by + high + room
        path = f"M{x1:g} {ay + high:g}C{x1:g} {low:g} {x2:g} {low:g} {x2:g} {end:g}"
        head = _head(x2, by + high, -1.0)
    else:
        down = by > ay
        x1 = ax + wide / 2 + _lean(bx - ax)
        x2 = bx + wide / 2 + _lean(ax - bx)
        start = ay + high if down else ay
        stop = by - room if down else by + high + room
        bend = abs(stop - start) * 0.45 * (1 if down else -1)
        side = _round(start, stop, x1, x2)
        path = (
            f"M{x1:g} {start:g}C{x1 + side:g} {start + bend:g} {x2 + side:g} {stop - bend:g} "
            f"{x2:g} {stop:g}"
        )
        head = _head(x2, by if down else by + high, 1.0 if down else -1.0)
    return Line(loan.sort, path, head if loan.known else "", round(width, 1), loan.href, loan.title)


def _lean(distance: float) -> float:
    """How far from a box's middle a line begins, towards where it goes."""
    return max(-NODE[0] * 0.35, min(NODE[0] * 0.35, distance * 0.2))


def _round(start: float, stop: float, x1: float, x2: float) -> float:
    """How far a line that passes other rows swings out, so as not to run through their boxes."""
    far = abs(stop - start) > ROWS + NODE[1]
    return NODE[0] * 0.75 if far and abs(x1 - x2) < NODE[0] else 0.0


def _head(x: float, y: float, down: float) -> str:
    return f"M{x:g} {y:g}l-6 {-11 * down:g}h12Z"
