"""Heads: where exactly in a gap an account begins, and what its head and its end say about it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.gather.divide import cues
from variorum.gather.divide.bylines import SURE, Byline, parse_byline
from variorum.gather.divide.roles import (
    BODY,
    BOILERPLATE,
    BYLINE,
    CAPTION,
    COMMENT,
    NOTE,
    RULE,
    SECTION,
    TITLE,
    Reading,
)

HEAD_BLOCKS = 10
"""How many blocks at the beginning may belong to the head."""
TAIL_BLOCKS = 6
"""How many blocks at the end may hold a byline."""

_TAIL_ROLES = frozenset({BOILERPLATE, CAPTION, COMMENT, NOTE})
_AFTER_DASH = re.compile(r"^\s*(?:--?|—|–)\s*")
_TITLE_BY = re.compile(
    r"^(?P<title>.{3,150}?)[,.]?\s+(?:by|автор:?)\s+(?P<author>[^\W\d_a-zа-яё].{2,60})$"
)
_SERIES = re.compile(
    r"\b(?:series|project|archive|archives|special report|collection|library|edition|voices of|history of"
    r"|anthology|dossier|part (?:\d+|one|two|three|[ivx]+)|no\. \d+|серия|проект|архив|цикл|рубрика"
    r"|спецпроект|библиотека|сборник)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What an account says about itself; ``reasons`` name where each part was found."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    translator: str = ""
    reasons: tuple[str, ...] = ()


def signed_at_end(readings: Sequence[Reading]) -> bool:
    """Whether the texts of this file carry their bylines at the end: its last text does, and its
    first has none at its head."""
    first = next((i for i, r in enumerate(readings) if r.role == BODY), len(readings))
    last = next((i for i in range(len(readings) - 1, -1, -1) if readings[i].role == BODY), -1)
    return not _is_signed(readings[:first]) and _is_signed(readings[last + 1 :])


def _is_signed(zone: Sequence[Reading]) -> bool:
    return sum(r.byline.score for r in zone if r.byline is not None) >= SURE


def first_block(readings: Sequence[Reading], left: int, right: int, at_end: bool) -> int:
    """The block between ``left`` and ``right`` (both running text) with which the account begins.

    What closes a text stays with the text before: captions, page machinery, comments, notes, and,
    where this file signs its texts ``at_end``, bylines before the title.
    """
    zone = range(left + 1, right)
    opened = [i for i in zone if "article" in readings[i].block.opens]
    if opened:
        return opened[0]
    rules = [i for i in zone if readings[i].role == RULE]
    if rules:
        return rules[-1] + 1
    heads = [i for i in zone if readings[i].role in (TITLE, BYLINE, SECTION)]
    if not heads:
        return right
    widest = max(readings[i].block.gap for i in range(left + 1, right + 1))
    wide = [i for i in range(left + 1, right + 1) if readings[i].block.gap == widest]
    if widest > 1 and len(wide) == 1 and any(i >= wide[0] for i in heads):
        return wide[0]
    start = left + 1
    for i in zone:
        # machinery between two lines of a head ("Title / Share / By A. B.") does not end it
        if readings[i].role in _TAIL_ROLES and not any(h < i for h in heads):
            start = i + 1
    if at_end:
        titles = [i for i in heads if i >= start and readings[i].role in (TITLE, SECTION)]
        signed = [i for i in heads if i >= start and readings[i].role == BYLINE]
        if titles and signed and signed[0] < titles[0]:
            return titles[0]
        if signed and not titles:
            return min(right, signed[-1] + 1)
        return start
    for i in zone:
        byline = readings[i].byline
        dashed = bool(_AFTER_DASH.match(readings[i].block.text))
        if i == start and byline is not None and dashed and any(h > i for h in heads):
            return i + 1
    return start


def read_head(
    readings: Sequence[Reading], start: int, stop: int, at_end: bool, repeated: frozenset[str]
) -> Head:
    """Title, author, publisher and date of the account of blocks ``[start, stop)``.

    ``repeated`` are lines that stand over several accounts of the file: a series' name is no title.
    """
    body = next((i for i in range(start, stop) if readings[i].role == BODY), stop)
    head = list(range(start, min(body, start + HEAD_BLOCKS)))
    title = _title(readings, head, repeated)
    spare = [i for i in head if i != title]
    facts = _facts(readings, spare, {})
    reasons = ["title above the text"] if title is not None else []
    if facts:
        reasons.append("byline above the text")
    last = next((i for i in range(stop - 1, start - 1, -1) if readings[i].role == BODY), start)
    tail = list(range(last + 1, min(stop, last + 1 + TAIL_BLOCKS)))
    if at_end or "author" not in facts or "date" not in facts:
        before = len(facts)
        facts = _facts(readings, tail, facts)
        if len(facts) > before:
            reasons.append("byline below the text")
    words = readings[title].block.text if title is not None else ""
    match = _TITLE_BY.match(words) if len(words) <= 220 else None
    if match:
        signed = parse_byline(f"by {match['author']}")
        if signed is not None and signed.author:
            words = match["title"]
            facts.setdefault("author", signed.author)
    return Head(
        " ".join(words.split()),
        facts.get("author", ""),
        facts.get("publisher", ""),
        facts.get("date", ""),
        facts.get("translator", ""),
        tuple(reasons),
    )


def _title(
    readings: Sequence[Reading], head: Sequence[int], repeated: frozenset[str]
) -> int | None:
    """The head's title: a marked heading, else the likeliest line that no series' name is."""
    titles = [
        i
        for i in head
        if readings[i].role == TITLE
        or (readings[i].role == BYLINE and _only_a_name(readings[i]) and readings[i].title >= 0.9)
    ]
    plain = [i for i in titles if readings[i].role == TITLE] or titles
    own = [i for i in plain if readings[i].block.text not in repeated] or plain
    if not own:
        sections = [i for i in head if readings[i].role == SECTION]
        return sections[0] if sections else None
    marked = [i for i in own if {"heading1", "title"} & readings[i].block.marks]
    if marked:
        return marked[0]
    if len(own) > 1 and _is_series(readings[own[0]].block.text, readings[own[1]].block.text):
        own = own[1:]
    if own[0] in titles and readings[own[0]].role == BYLINE and _is_signed_beside(readings, head):
        return own[0]
    return own[0] if readings[own[0]].role == TITLE else None


def _is_signed_beside(readings: Sequence[Reading], head: Sequence[int]) -> bool:
    return sum(readings[i].role == BYLINE for i in head) > 2


def _only_a_name(reading: Reading) -> bool:
    return reading.byline is not None and reading.byline.kinds <= {"person", "publisher", "unknown"}


def _is_series(first: str, second: str) -> bool:
    """Whether the first of two headings names a series rather than the text."""
    return bool(_SERIES.search(first)) or (
        first.isupper() and not second.isupper() and len(first.split()) <= 4
    )


def _facts(
    readings: Sequence[Reading], blocks: Sequence[int], known: dict[str, str]
) -> dict[str, str]:
    facts = dict(known)
    bylines: list[Byline] = []
    for i in blocks:
        byline = readings[i].byline
        if byline is not None and readings[i].role == BYLINE:
            bylines.append(byline)
    for byline in sorted(bylines, key=lambda b: not b.cued):
        for name in ("author", "publisher", "date", "translator"):
            value = getattr(byline, name)
            if value:
                if name == "date" and len(facts.get("date", "")) < len(value):
                    facts["date"] = value
                facts.setdefault(name, value)
    return facts


def repeated_lines(readings: Sequence[Reading]) -> frozenset[str]:
    """Short lines that stand in the file more than once."""
    counts = Counter(r.block.text for r in readings if r.role in (TITLE, BYLINE))
    return frozenset(text for text, count in counts.items() if count > 1)


def translator_of(readings: Sequence[Reading], start: int, stop: int) -> str:
    """The translator a short line of the account names, if any."""
    for i in range(start, stop):
        byline = readings[i].byline
        if byline is not None and byline.translator and cues.speaks_of_translation(
            readings[i].block.text
        ):
            return byline.translator
    return ""
