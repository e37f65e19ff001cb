"""Amounts: how many units of time a phrase counts."""

from collections.abc import Sequence

from variorum.read.dates.expressions import Expression, Shift
from variorum.read.dates.lexing import Item
from variorum.read.dates.page import first, values

AMOUNT = "(?: a v f? | v f? | (?: a n | a | n -? n | [ndNY] (?: [-O] [ndN] )? )? (?: A a ½ )? )"
"""How many: "a couple of", "several", "a hundred", "twenty-five", "two or three", "two and a half"."""

_FEW = (None, None)


def _amount(part: Sequence[Item]) -> tuple[int | None, int | None]:
    """The lowest and highest number of units that the items before a unit count."""
    counted: list[Item] = []
    for item in part:
        if item.code in "uU":
            break
        counted.append(item)
    if any(item.code == "v" for item in counted):
        return _FEW
    numbers = values(counted, "ndNY")
    if not numbers:
        return 1, 1
    if len(numbers) == 1:
        return numbers[0], numbers[0]
    either = any(item.code == "O" for item in counted)
    one, other = numbers[0], numbers[1]
    if not either and 20 <= one <= 90 and one % 10 == 0 and other < 10:
        return one + other, one + other
    if other in (100, 1000):
        return one * other, one * other
    return (one, other) if one < other else _FEW


def counted(part: Sequence[Item]) -> tuple[int | None, int | None]:
    """The amount of units; a bare plural ("years later") is several."""
    number = [item for item in part if item.code not in "q@i"]
    if number and number[0].code == "U":
        return _FEW
    return _amount(number)


def _vague(part: Sequence[Item]) -> bool:
    return any(item.code in "q½" for item in part)


def shift(part: Sequence[Item], sign: int, base: str, of: Expression | None = None) -> Shift:
    """What so many units before or after the base, or another date, mean."""
    low, high = counted(part)
    unit = str(first(part, "uU").value)
    return Shift(unit, low, high, sign, base, _vague(part), of)
