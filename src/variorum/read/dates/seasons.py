"""Seasons of no year: "in the summer", "in the early summer", "осенью"."""

import re
from collections.abc import Sequence

from variorum.read.dates.expressions import STORY, Expression, Named, Part
from variorum.read.dates.lexing import Item
from variorum.read.dates.page import Page, first, values

EACH = re.compile(r"\b(?:every|each|alternate|кажд\w+)\s(?:other\s)?$", re.IGNORECASE)
"""What makes a weekday or a season one of many."""


def the_season(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "In the summer"; "the fall of the city" is no season."""
    season = first(part, "S")
    if EACH.search(page.before(part[0].start)):
        return None
    word = page.text[season.start : season.end].lower()
    if page.after(season.end, 4) == " of " or (
        word in ("fall", "spring") and not _alone(page, season)
    ):
        return None
    return Named(f"XXXX-{season.value}", None, None, STORY)


def early_season(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "In the early summer"."""
    season, narrowing = the_season(page, part), values(part, "b")
    return Part(season, narrowing[0]) if season is not None else None


def _alone(page: Page, item: Item) -> bool:
    """Whether a word stands for itself, not before a noun ("the spring term")."""
    return page.tag_after(item.end) not in ("NN", "NNS", "NNP", "VBG")


def russian_season(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Летом", "осенью": the instrumental is a time."""
    word = page.text[part[0].start : part[0].end].lower()
    if word not in ("весной", "весною", "летом", "осенью", "зимой", "зимою"):
        return None
    return Named(f"XXXX-{part[0].value}", None, None, STORY)
