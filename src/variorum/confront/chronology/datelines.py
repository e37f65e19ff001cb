"""Datelines: the words that say when an account was written or published."""

import re
from collections import defaultdict
from dataclasses import dataclass

from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground, Scene
from variorum.model.edtf import Bounds, bounds
from variorum.model.passage import Passage

HEAD, TAIL = 5, 3
"""Sentences at an account's beginning and end in which a line of its date is looked for."""

LINE_WORDS = 14
"""Words of the longest line that is a dateline: place, date and the paper's name."""

NO_END = 2**62
"""An offset no text reaches."""

_CLOSING = (".", "!", "?", "…", "»", "”", '"', ")", ",", ";", ":")

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words of an account's date, and what they mean. From the offset ``until`` on another line
    dates what follows, a letter that was pasted in, say."""

    passage: Passage
    edtf: str
    bounds: Bounds
    until: int = NO_END


def datelines(evidence: Evidence, ground: Ground) -> dict[str, Dateline]:
    """For every dated account the line in which its date stands, where one does.

    An account whose date stands in no line of its own (inferred, or inherited from the page) has none:
    what rests on its date could not show its words.
    """
    bylines: dict[str, list[Passage]] = defaultdict(list)
    for hand in evidence.hands:
        if hand.kind in ("byline", "heading"):
            bylines[hand.account].append(hand.passage)
    scenes: dict[str, list[Scene]] = defaultdict(list)
    for scene in ground.scenes:
        scenes[scene.sentence.account].append(scene)
    found: dict[str, Dateline] = {}
    for account in evidence.accounts:
        span = bounds(account.date)
        if span is None or "X" in account.date or "/" in account.date:
            continue
        passage = _byline(bylines[account.id], account.date) or _line(
            scenes[account.id], account.date
        )
        if passage is not None:
            until = _next_line(scenes[account.id], account.date, passage)
            found[account.id] = Dateline(passage, account.date, span, until)
    return found


def _byline(lines: list[Passage], date: str) -> Passage | None:
    """The one byline in which the date's year stands, and no other year."""
    fitting = [line for line in lines if set(_YEAR.findall(line.quote)) == {date[:4]}]
    return min(fitting) if fitting else None


def _line(scenes: list[Scene], date: str) -> Passage | None:
    """The date's words in a short line at the beginning or the end."""
    for scene in (*scenes[:HEAD], *scenes[HEAD:][-TAIL:]):
        quote = scene.sentence.passage.quote.strip()
        if len(quote.split()) > LINE_WORDS or (quote.endswith(".") and scene.statements):
            continue  # a sentence that tells something
        if quote.endswith(".") and len(date) == len("1954"):
            continue
        for row in scene.dates:
            if row.edtf == date and not row.anchor:
                return row.passage
    return None


def _next_line(scenes: list[Scene], date: str, passage: Passage) -> int:
    """Where the next line after an account's dateline begins that bears another date."""
    for scene in scenes:
        place = scene.sentence.passage
        quote = place.quote.strip()
        if place.start <= passage.start or quote.endswith(_CLOSING) or not scene.dates:
            continue
        full = [row for row in scene.dates if not row.anchor and len(row.edtf) >= len("1950-10-09")]
        if full and full[0].edtf[: len(date)] != date and len(quote.split()) <= LINE_WORDS:
            return place.start
    return NO_END
