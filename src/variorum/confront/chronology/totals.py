"""Totals in prose: a sentence that sums up the one before it: "Passengers 88, crew 7. Total: 105."."""

import re
from collections.abc import Iterator
from itertools import pairwise

from variorum.confront.chronology.row import CERTAIN, impossible
from variorum.confront.laid import Ground, Scene
from variorum.model.findings import Impossibility
from variorum.model.testimony import Quantity

_SUMS_UP = re.compile(
    r"\W{0,3}(?:a\s|the\s)?(?:grand\s)?(?:(?:sum\s)?total|in all|altogether|all told|together|"
    r"всего|итого|в общей сложности|вместе|в сумме)\b(?:[\s,:—–-]+[^\W\d_]+){0,4}?[\s,:—–-]*",
    re.IGNORECASE,
)
"""What stands from the beginning of the second sentence to its number."""

_SAID_AFTER = re.compile(
    r"(?:\s[^\W\d_]+){0,3}?\s(?:in all|in total|altogether|all told|всего|вместе)\W*$",
    re.IGNORECASE,
)
_REST = re.compile(r"(?:\s[^\W\d_]+){0,4}\W*")
_GAP = re.compile(r"(?:[\s,;:—–-]|\band\b|\bи\b|[^\W\d_]+){1,16}")
MOST_WORDS = 5
"""Words between two parts, and before the first."""

_LOOSE = re.compile(
    r"\b(?:of (?:whom|which|these|them)|includ\w*|among|counting|besides|other|others|more|another|not|"
    r"no|without|except|less|out of|from|than|per|each|из (?:них|которых)|в том числе|кроме|ещё|еще|без|"
    r"включая|по|каждый|не|или|or)\b",
    re.IGNORECASE,
)
"""Words by which a number is a part of another, or not the whole of its kind."""

MOST_PARTS, MOST_OFF = 8, 0.25
"""Parts of the longest sum, and by what part of the total they may miss it: by more, the total is of
something else. Set by hand, as for tables."""


def totals(ground: Ground) -> Iterator[Impossibility]:
    """A total named in all, right after the sentence of its parts, that they do not make. Exact numbers
    without a unit; one pass over the sentences."""
    for parts, whole in pairwise(ground.scenes):
        if parts.sentence.account != whole.sentence.account or len(whole.quantities) != 1:
            continue
        total = whole.quantities[0]
        if not 2 <= len(parts.quantities) <= MOST_PARTS or not _sums_up(whole, total):
            continue
        if parts.dates or not all(_plain(row) for row in (*parts.quantities, total)):
            continue
        summed = sum(row.low for row in parts.quantities)
        largest = max(row.low for row in parts.quantities)
        off = abs(summed - total.low)
        if not off or off > max(2, MOST_OFF * total.low) or largest >= total.low:
            continue
        if _is_row(parts):
            terms = " + ".join(f"{row.low:g}" for row in parts.quantities)
            reason = f"The parts make {summed:g}, not {total.low:g}"
            passages = [row.passage for row in (*parts.quantities, total)]
            yield impossible(passages, (reason, f"{terms} = {summed:g}"), CERTAIN)


def _plain(row: Quantity) -> bool:
    exact = row.exactness == "exact" and row.low == row.high and row.low == int(row.low)
    return exact and not row.unit and row.counted != "age"


def _sums_up(scene: Scene, total: Quantity) -> bool:
    place = scene.sentence.passage
    begin, end = total.passage.start - place.start, total.passage.end - place.start
    before, after = place.quote[:begin], place.quote[end:]
    if _LOOSE.search(place.quote) or scene.dates:
        return False
    led = _SUMS_UP.fullmatch(before) is not None and _REST.fullmatch(after) is not None
    return led or (len(before.split()) <= MOST_WORDS and _SAID_AFTER.fullmatch(after) is not None)


def _is_row(scene: Scene) -> bool:
    """Whether a sentence is little more than its numbers and what they count."""
    place = scene.sentence.passage
    if _LOOSE.search(place.quote):
        return False
    spots = [
        (row.passage.start - place.start, row.passage.end - place.start) for row in scene.quantities
    ]
    gaps = [place.quote[a[1] : b[0]] for a, b in pairwise(spots)]
    ends = [place.quote[: spots[0][0]], place.quote[spots[-1][1] :]]
    short = all(len(words.split()) <= MOST_WORDS for words in (*gaps, *ends))
    return short and all(_GAP.fullmatch(gap) for gap in gaps)
