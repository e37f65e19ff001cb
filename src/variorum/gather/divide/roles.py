"""Roles: what each block is taken for before boundaries are looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.gather.divide import cues
from variorum.gather.divide.blocks import Block
from variorum.gather.divide.bylines import POSSIBLE, SURE, Byline, parse_byline

TITLE_WORDS = 20
TITLE_LENGTH = 180
"""Words and characters: longer lines are no titles."""
LONGEST_RUN = 8
"""More short lines in a row than this are a list, verses or a dialogue, not the head of a text."""
EDGE = 3
"""Lines at either end of such a run that may still be a head."""
CONTEXT = 12
"""Blocks before and after that show whether sentences here end with a full stop."""

BODY, TITLE, BYLINE, CAPTION, BOILERPLATE, COMMENT, NOTE, SECTION, RULE = (
    "body",
    "title",
    "byline",
    "caption",
    "boilerplate",
    "comment",
    "note",
    "section",
    "rule",
)
_TERMINAL = ".!?…。！？।\"”»’')*"
_CAPITAL = 0.7


@dataclass(frozen=True, slots=True)
class Reading:
    """A block with its role; ``byline`` where it is one, ``title`` how much it looks like one."""

    block: Block
    role: str
    byline: Byline | None = None
    title: float = 0.0


def read_blocks(blocks: Sequence[Block]) -> tuple[Reading, ...]:
    """Give every block its role, by its marks first, then by its own words, then by its company."""
    stops = _stop_shares(blocks)
    readings = [_read(block, share) for block, share in zip(blocks, stops, strict=True)]
    start = 0
    while start < len(readings):
        end = start
        while end < len(readings) and readings[end].role != BODY:
            end += 1
        if end - start > LONGEST_RUN:
            for index in range(start + EDGE, end - EDGE):
                reading = readings[index]
                if reading.role in (TITLE, SECTION) or (
                    reading.byline is not None and reading.byline.score < SURE
                ):
                    readings[index] = Reading(reading.block, BODY)
        start = end + 1
    return tuple(readings)


def _stop_shares(blocks: Sequence[Block]) -> list[float]:
    """For each block the share of longer blocks around it that end like a sentence."""
    total, ended = [0], [0]
    for block in blocks:
        longer = len(block.text) >= 60
        total.append(total[-1] + longer)
        ended.append(ended[-1] + (longer and block.text[-1] in _TERMINAL))
    shares = []
    for index in range(len(blocks)):
        low, high = max(0, index - CONTEXT), min(len(blocks), index + CONTEXT + 1)
        count = total[high] - total[low]
        shares.append((ended[high] - ended[low]) / count if count else 1.0)
    return shares


def _read(block: Block, stops: float) -> Reading:
    text, marks = block.text, block.marks
    headed = any(mark.startswith("heading") or mark == "title" for mark in marks)
    if cues.is_rule(text):
        return Reading(block, RULE)
    if marks & {"navigation", "form", "hidden"}:
        return Reading(block, BOILERPLATE)
    if "comment" in marks:
        return Reading(block, COMMENT)
    if "caption" in marks or cues.is_caption(text):
        return Reading(block, CAPTION)
    if cues.is_note(text):
        return Reading(block, NOTE)
    if cues.is_comment(text):
        return Reading(block, COMMENT)
    byline = parse_byline(text)
    if byline is not None and byline.score < (SURE if headed else POSSIBLE):
        byline = None
    if cues.is_boilerplate(text) and not (byline and byline.score >= SURE):
        return Reading(block, BOILERPLATE)
    likeness = 1.0 if headed else _title_likeness(text, stops)
    if byline is not None:
        return Reading(block, BYLINE, byline, likeness)
    if cues.is_section(text) and not headed:
        return Reading(block, SECTION, None, likeness)
    if likeness >= 0.5:
        return Reading(block, TITLE, None, likeness)
    return Reading(block, BODY, None, likeness)


def _title_likeness(text: str, stops: float) -> float:
    words = text.split()
    if not words or len(text) > TITLE_LENGTH or len(words) > TITLE_WORDS:
        return 0.0
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 3 or text[0].islower() or text[-1] in ",;:-–—":
        return 0.0
    if len(words) == 1 and not text[0].isupper() and len(text) > 20:
        return 0.0
    if cues.is_turn(text) and text[-1] in ".?!…”\"»":
        return 0.0
    shouting = sum(c.isupper() for c in letters) > 0.9 * len(letters) and letters[0].isupper()
    if text[-1] in "\"”»" and text[0] in "\"“«„":
        return 0.4
    if text[-1] in ".。" and not shouting:
        return 0.3 if len(words) <= 14 else 0.0
    if shouting and letters[0].lower() != letters[0]:
        return 1.0
    long_words = [w for w in words if len(w) > 3 and w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in long_words)
    if text[0].isdigit() and not (long_words and capitals == len(long_words)):
        return 0.3
    if long_words and capitals >= _CAPITAL * len(long_words):
        return 0.9
    if stops < 0.6:
        return 0.0 if len(words) > 6 else 0.3
    if text[-1] in "!?":
        return 0.5 if len(words) > 2 else 0.3
    return 0.7
