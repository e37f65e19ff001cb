"""A weighing in words, and a sum as a table: the reasons of a finding laid out for a reader."""

import re
from collections.abc import Iterable, Sequence

WEIGHTS = ((0.8, "carried furthest"), (0.5, "carried further"), (0.2, "carried less"))
"""Words for a side's weight; below the last, hardly carried."""

LEAST = 0.005
"""A weight below which the number in words would be nought, though it is not."""

LONGEST_NAME = 40
"""Characters of an answer by which a verdict names its side."""

LEAD = re.compile(r"side \d{1,4} carried")
"""The verdict that one side is likelier than all else together."""

_OF_SIDE = re.compile(r"side (\d{1,4}) \(.*?(?:\), probability [\d.]+|”\)): (.+)")
_SIDE = re.compile(r"(“)?\bside (\d{1,4})\b( carried)?(?(1)”)")
_AGE = re.compile(
    r"(?:(?P<who>.{1,200}), |Who was )born in (?P<born>[^,]{1,60}?),? was (?P<was>.{1,60}) "
    r"in (?P<year>[^,]{1,60}), not (?P<told>.{1,200})"
)
_WEEKDAY = re.compile(
    r"(?P<day>.{1,80}) was an? (?P<was>\w{1,20}day), not an? (?P<told>\w{1,20}day)\.?"
)
_EQUAL = re.compile(r"(?P<left>.*\d.*?)(?P<sign> = |: )(?P<right>.+)")


def percent(weight: float | None) -> int | None:
    """A side's weight as the length of its bar, 0 to 100; None where it is not weighed."""
    return None if weight is None else round(100 * min(1.0, max(0.0, weight)))


def weight_words(weight: float | None) -> str:
    """How far a side is carried, and the number: ``carried furthest: 78 in 100``."""
    if weight is None:
        return ""
    words = next((words for least, words in WEIGHTS if weight >= least), "hardly carried")
    share = "less than 1" if 0 < weight < LEAST else str(percent(weight))
    return f"{words}: {share} in 100"


def by_side(reasons: Iterable[str], count: int) -> tuple[dict[int, list[str]], list[str]]:
    """The reasons that speak of one side, by its number from 0, and the others."""
    of_sides: dict[int, list[str]] = {}
    others = []
    for reason in reasons:
        match = _OF_SIDE.fullmatch(reason)
        if match and 1 <= int(match[1]) <= count:
            of_sides.setdefault(int(match[1]) - 1, []).append(match[2])
        else:
            others.append(reason)
    return of_sides, others


def named_sides(text: str, values: Sequence[str]) -> str:
    """``side 1 carried`` with the side's own answer in the place of its number."""

    def name(match: re.Match[str]) -> str:
        quoted, number, carried = match[1], int(match[2]) - 1, match[3]
        if not 0 <= number < len(values) or not values[number]:
            return match[0]
        value = values[number]
        shown = value if len(value) <= LONGEST_NAME else f"{value[: LONGEST_NAME - 1]}…"
        return f"{'that ' if quoted else ''}“{shown}”{' is carried' if carried else ''}"

    return _SIDE.sub(name, text)


def sums(reasons: Iterable[str]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The arithmetic in the reasons of an impossibility as rows of two cells, and the other reasons.

    What is reckoned from an age or a weekday is one row each for what is given and what follows from
    it; an equation is a row of its own; what is told stands last, as under a line.
    """
    rows: list[tuple[str, str]] = []
    told: list[tuple[str, str]] = []
    others = []
    for reason in reasons:
        if match := _AGE.fullmatch(reason):
            rows.append((f"{match['who'] or 'who was'}, born", match["born"]))
            rows.append((f"so, in {match['year']}", match["was"]))
            told.append(("but told", match["told"]))
        elif match := _WEEKDAY.fullmatch(reason):
            rows.append((f"{match['day']}, by the calendar", match["was"]))
            told.append(("but told", match["told"]))
        elif match := _EQUAL.fullmatch(reason):
            rows.append((f"{match['left']}{match['sign'].rstrip(' :')}", match["right"]))
        else:
            others.append(reason)
    return (*rows, *told), tuple(others)
