"""Roles: what each block is taken for before boundaries are looked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from variorum.gather.divide import cues
from variorum.gather.divide.blocks import Block
from variorum.gather.divide.bylines import POSSIBLE, SURE, Byline, names_a_person, parse_byline
from variorum.gather.divide.datelines import dateline, is_only_a_date

TITLE_WORDS = 20
TITLE_LENGTH = 180
"""Words and characters: longer lines are no titles."""
SERIES_WORDS = 8
"""Words: a longer line that speaks of a series or an archive is no heading of one."""
EXCLAIMED = 3
"""Words: a line this short that ends in "!" or "?" is rather somebody's words than a title."""
LONGEST_RUN = 8
"""More short lines in a row than this are a list, verses or a dialogue, not the head of a text."""
EDGE = 3
"""Lines at either end of such a run that may still be a head."""
CONTEXT = 12
"""Blocks before and after that show whether sentences here end with a full stop."""

DAYS = 3
"""Lines with nothing but a date that make a diary."""
LONGEST_DAY = 60
"""Characters: a longer line is no heading of a day."""
QUOTED = 0.4
"""How much a line in quotation marks looks like a title: it may be speech as well."""
ENDED = 0.6
"""Share of the longer lines around that end like sentences, from which on one that does not may be a
title."""
NEAR = 2
"""Lines between a sure line of a byline and another that completes it."""
MOST_BYLINES = 5
"""More lines of this kind in a row are a bibliography or a list of names."""

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
_CLOSING = "\"”»’')]"
_OPENING = "\"“«„‘'(["
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
    readings = [
        _placed(block, _read(_unplaced(block), share >= ENDED))
        for block, share in zip(blocks, stops, strict=True)
    ]
    days = _day_headings(readings)
    start = 0
    while start < len(readings):
        end = start
        while end < len(readings) and readings[end].role != BODY:
            end += 1
        if end > start:
            _settle(readings, start, end, days)
        start = end + 1
    return tuple(readings)


def _unplaced(block: Block) -> Block:
    """A block without its place: lines that recur are read once."""
    return Block(0, 0, block.text, 0, block.marks)


def _placed(block: Block, reading: Reading) -> Reading:
    return Reading(block, reading.role, reading.byline, reading.title)


def _day_headings(readings: Sequence[Reading]) -> bool:
    """Whether lines that hold only a date are a diary's headings here: several stand alone."""
    lines = [i for i, r in enumerate(readings) if _is_day(r)]
    alone = sum(not _beside_byline(readings, i, range(len(readings))) for i in lines)
    return alone >= DAYS


def _is_day(reading: Reading) -> bool:
    return len(reading.block.text) < LONGEST_DAY and is_only_a_date(reading.block.text)


def _beside_byline(readings: Sequence[Reading], index: int, zone: range) -> bool:
    return any(
        readings[j].byline is not None and not _is_day(readings[j])
        for j in (index - 1, index + 1)
        if j in zone
    )


def _settle(readings: list[Reading], start: int, end: int, days: bool) -> None:
    """Revise the roles of the short lines ``[start, end)`` in the light of one another."""
    zone = range(start, end)
    if days:
        for i in zone:
            if _is_day(readings[i]) and not _beside_byline(readings, i, zone):
                readings[i] = Reading(readings[i].block, SECTION, None, 0.0)
    if readings[start].role == BYLINE and start and _is_quoted_title(readings[start - 1]):
        above = readings[start - 1]
        readings[start - 1] = Reading(above.block, TITLE, None, above.title)
    signed = [i for i in zone if readings[i].role == BYLINE and _is_sure(readings[i])]
    supplied = {kind for i in signed for kind in supplies(readings[i])}
    weak = [i for i in zone if readings[i].role == BYLINE and i not in signed]
    for i in sorted(weak, key=lambda i: (min((abs(i - j) for j in signed), default=0), i)):
        near = any(abs(i - j) <= NEAR for j in signed)
        adds = bool(supplies(readings[i]) - supplied)
        titled = i > start and readings[i - 1].role == TITLE
        named = names_a_person(readings[i].block.text)
        if supplies(readings[i]) == {"author"} and not named:
            # a title of two words looks like a name; another line must be the title
            beside = any(abs(i - j) == 1 for j in signed)
            near = near and beside and any(_is_own_title(readings[j]) for j in zone if j != i)
        series = cues.names_a_series(readings[i].block.text)
        if (near and adds and not series) or (not signed and titled and named):
            supplied |= supplies(readings[i])
        else:
            role = TITLE if readings[i].title >= 0.5 else BODY
            readings[i] = Reading(readings[i].block, role, None, readings[i].title)
    bylines = [i for i in zone if readings[i].role == BYLINE]
    if len(bylines) > MOST_BYLINES:
        for i in bylines:
            readings[i] = Reading(readings[i].block, BODY)
    if end - start > LONGEST_RUN:
        for i in range(start + EDGE, end - EDGE):
            if readings[i].role in (TITLE, SECTION) and not is_headed(readings[i].block):
                readings[i] = Reading(readings[i].block, BODY)


def is_headed(block: Block) -> bool:
    """Whether the file marks the block as a heading or title."""
    return any(mark.startswith("heading") or mark == "title" for mark in block.marks)


def _is_own_title(reading: Reading) -> bool:
    return reading.role == TITLE and not cues.names_a_series(reading.block.text)


def _is_quoted_title(reading: Reading) -> bool:
    """A short line wholly in quotation marks that does not end like speech."""
    text = reading.block.text
    within = text.strip('“”«»„"')
    return reading.title == QUOTED and len(within) < len(text) - 1 and within[-1:] not in ".,!?…"


def _is_sure(reading: Reading) -> bool:
    """A byline by itself, or at least a cue or a date that others may stand beside."""
    byline = reading.byline
    return byline is not None and (
        byline.score >= SURE or byline.cued or bool(byline.kinds & {"date", "translator"})
    )


_SUPPLIES = {
    "author": "author",
    "person": "author",
    "translator": "translator",
    "publisher": "publisher",
    "cued publisher": "publisher",
    "url": "publisher",
    "date": "date",
    "role": "role",
}


def supplies(reading: Reading) -> set[str]:
    """What a byline tells: an author, a publisher, a date…"""
    kinds = reading.byline.kinds if reading.byline is not None else frozenset()
    return {_SUPPLIES[kind] for kind in kinds if kind in _SUPPLIES}


def _stop_shares(blocks: Sequence[Block]) -> list[float]:
    """For each block the share of longer blocks around it that end like a sentence."""
    total, ended = [0], [0]
    for block in blocks:
        longer = len(block.text) >= (25 if block.text[0] > "\u2e80" else 60)
        total.append(total[-1] + longer)
        ended.append(ended[-1] + (longer and block.text[-1] in _TERMINAL))
    shares = []
    for index in range(len(blocks)):
        low, high = max(0, index - CONTEXT), min(len(blocks), index + CONTEXT + 1)
        count = total[high] - total[low]
        shares.append((ended[high] - ended[low]) / count if count else 1.0)
    return shares


@lru_cache(maxsize=1 << 12)
def _read(block: Block, ended: bool) -> Reading:
    """A block's reading by itself; ``ended``: sentences around it end with a full stop."""
    text, marks = block.text, block.marks
    headed = is_headed(block)
    if cues.is_rule(text):
        return Reading(block, RULE)
    if marks & {"navigation", "form", "hidden"}:
        return Reading(block, BOILERPLATE)
    if "comment" in marks:
        return Reading(block, COMMENT)
    if "caption" in marks or cues.is_caption(text):
        return Reading(block, CAPTION)
    if "footnote" in marks or cues.is_note(text) or cues.is_footnote(text):
        return Reading(block, NOTE)
    if cues.is_comment(text):
        return Reading(block, COMMENT)
    if "article" in marks and "paragraph" not in marks and FIELD.match(text):
        return _message_field(block)
    if cues.is_reply_subject(text):
        return Reading(block, TITLE, None, 1.0)
    if cues.is_question_or_answer(text):
        return Reading(block, BODY)
    byline = parse_byline(text)
    if byline is not None and byline.score < (SURE if headed else POSSIBLE):
        byline = None
    if cues.is_boilerplate(text) and not (byline and byline.score >= SURE):
        return Reading(block, BOILERPLATE)
    likeness = 1.0 if headed else _title_likeness(text, ended)
    if byline is not None:
        return Reading(block, BYLINE, byline, likeness)
    if cues.names_a_document(text):
        return Reading(block, TITLE, None, 1.0)
    if cues.is_section(text) and not headed:
        return Reading(block, SECTION, None, likeness)
    if likeness >= 0.5:
        return Reading(block, TITLE, None, likeness)
    return Reading(block, BODY, None, likeness)


_ADDRESS = re.compile(r"\s*[<(][^<>()\s]{1,100}@[^<>()\s]{1,100}[>)]")
_SENDER, _SENT = frozenset({"author"}), frozenset({"date"})
FIELD = re.compile(r"^[^\W\d_][\w-]{1,15}:\s+")


def _message_field(block: Block) -> Reading:
    """A line of a message's header, as the file's own marks say: sender, date, subject, or another."""
    value = FIELD.sub("", block.text)
    if "byline" in block.marks:
        sender = _ADDRESS.sub("", value).split("\n")[0].strip(" \"'")
        return Reading(block, BYLINE, Byline(sender, score=SURE, cued=True, kinds=_SENDER))
    if "time" in block.marks:
        return Reading(block, BYLINE, Byline(date=dateline(value)[0], score=SURE, kinds=_SENT))
    return Reading(block, TITLE, None, 1.0) if is_headed(block) else Reading(block, SECTION)


def _title_likeness(text: str, ended: bool) -> float:
    words = text.split()
    if not words or len(text) > TITLE_LENGTH or len(words) > TITLE_WORDS:
        return 0.0
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 3 or text[0].islower() or text[-1] in ",:-–—":
        return 0.0
    if cues.is_turn(text) and text[-1] in _TERMINAL:
        return 0.0
    core = text.rstrip(_CLOSING)
    if core != text and text[0] in _OPENING:
        return QUOTED
    shouting = sum(c.isupper() for c in letters) > 0.9 * len(letters)
    if core[-1:] in (".", "。", "…") and not shouting:
        return 0.3 if len(words) <= 14 and core == text else 0.0
    if shouting:
        return 1.0
    if text[-1] in "!?" and len(words) <= EXCLAIMED:
        return 0.3
    long_words = [w for w in words if len(w) > 3 and w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in long_words)
    if text[0].isdigit() and not (long_words and capitals == len(long_words)):
        return 0.3
    if long_words and capitals >= _CAPITAL * len(long_words):
        return 0.9
    if text[-1] == ";" or (core != text and core[-1:] in ("!", "?")):
        return 0.0
    if cues.names_a_series(text) and len(words) <= SERIES_WORDS:
        return 0.7
    if not ended:
        return 0.0 if len(words) > 6 else 0.3
    if text[-1] in "!?":
        return 0.5
    return 0.7
