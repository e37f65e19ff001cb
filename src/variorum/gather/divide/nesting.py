"""Nesting: the pieces inside an account that are texts of their own: captions, notes, comments,
page machinery, a letter or an interview quoted whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.gather.divide import cues
from variorum.gather.divide.datelines import dateline
from variorum.gather.divide.roles import (
    BODY,
    BOILERPLATE,
    BYLINE,
    CAPTION,
    COMMENT,
    NOTE,
    TITLE,
    Reading,
    is_headed,
)

TURNS = 4
"""Turns in a row that make an interview."""
QUESTIONS, QUESTION_SHARE, QUESTION_WORDS = 3, 0.25, 25
"""So many questions, so large a share of the paragraphs, and no longer in words: an interview."""
TURN_GAP = 2
"""Running blocks without a speaker that an interview's answer may go on for."""
QUOTED_WORDS = 80
"""Words: a shorter block quotation is a quotation, not a text of its own."""
LETTER_BLOCKS = 40
"""Blocks within which a letter's close is looked for after its salutation."""
INTERVIEW_SHARE = 0.6
"""Share of an account's running blocks from which on the account itself is the interview."""
LATE = 0.6
"""Share of an account after which a note is its closing note, and all that follows belongs to "
"it."""
_SPEAKER = re.compile(r"\s?\d{0,3}\s?[.:)—–]")
_PAGE = frozenset({"navigation", "form", "hidden"})
COMMENT_HEAD = 3
"""Lines of a comment that may name its writer and its date."""
_SAYS = re.compile(
    r"^(?P<who>\S.{0,58}?)\s(?:says|said|wrote|commented|replied|пишет|написала?|ответила?)\b"
)
_BY_ROLE = {CAPTION: "caption", BOILERPLATE: "boilerplate", COMMENT: "comment", NOTE: "notes"}


@dataclass(frozen=True, slots=True)
class Inner:
    """Blocks ``[start, stop)`` of an account that are a text of their own of this kind."""

    start: int
    stop: int
    kind: str
    confidence: float
    reason: str


def inner_texts(readings: Sequence[Reading], start: int, stop: int) -> tuple[Inner, ...]:
    """The texts inside the account of blocks ``[start, stop)``, in order, none overlapping."""
    found: list[Inner] = []
    taken = [False] * (stop - start)
    for inner in (
        *_closing_note(readings, start, stop),
        *_letters(readings, start, stop),
        *_interviews(readings, start, stop),
        *_quotations(readings, start, stop),
        *_runs(readings, start, stop),
    ):
        span = range(inner.start - start, inner.stop - start)
        if inner.stop - inner.start < stop - start and not any(taken[i] for i in span):
            found.append(inner)
            for i in span:
                taken[i] = True
    return tuple(sorted(found, key=lambda inner: inner.start))


def own_blocks(readings: Sequence[Reading], start: int, stop: int, thread: bool) -> tuple[int, int]:
    """The blocks ``[start, stop)`` without what the file marks as a page's machinery at their edges
    and, in a ``thread``, without the readers' comments below."""
    first, last = start, stop
    while first < stop and readings[first].block.marks & _PAGE:
        first += 1
    aside = _PAGE | {"comment"} if thread else _PAGE
    i = stop
    while i > first and (
        readings[i - 1].block.marks & aside or readings[i - 1].role in (BOILERPLATE, COMMENT)
    ):
        i -= 1
        last = i if readings[i].block.marks & aside else last
    return (first, last) if first < last else (start, stop)


def around(readings: Sequence[Reading], start: int, stop: int) -> tuple[Inner, ...]:
    """The machinery and the comments of blocks ``[start, stop)``, which stand outside any account."""
    found: list[Inner] = []
    for i in range(start, stop):
        reading = readings[i]
        written = "comment" in reading.block.marks and not reading.block.marks & _PAGE
        begins = "comment" in reading.block.opens or bool(cues.is_comment(reading.block.text))
        if written and not is_headed(reading.block) and (begins or (found and found[-1].stop == i)):
            if begins or found[-1].kind != "comment":
                found.append(Inner(i, i + 1, "comment", 0.9, "marked as a comment in the file"))
                continue
        elif found and found[-1].kind == "boilerplate" and found[-1].stop == i:
            pass
        else:
            found.append(Inner(i, i + 1, "boilerplate", 0.9, "around the texts of the page"))
            continue
        found[-1] = replace(found[-1], stop=i + 1)
    return tuple(found)


def comment_head(readings: Sequence[Reading], found: Inner) -> tuple[str, str]:
    """Who wrote a comment, and when, by its first lines."""
    author = date = ""
    for reading in readings[found.start : min(found.stop, found.start + COMMENT_HEAD)]:
        text = reading.block.text
        match = _SAYS.match(text) if len(text) < 120 else None
        author = author or (match["who"] if match else "")
        if len(text) < 120:
            date = date or dateline(text)[0]
    return author, "" if date.startswith("XXXX") else date


def _runs(readings: Sequence[Reading], start: int, stop: int) -> Iterator[Inner]:
    """Neighbouring captions, comments or lines of page machinery, each run one text."""
    i = start
    while i < stop:
        kind = _BY_ROLE.get(readings[i].role)
        if kind is None:
            i += 1
            continue
        j = i + 1
        while j < stop and _continues(readings[j], kind):
            j += 1
        yield Inner(i, j, kind, 0.85, f"worded or marked as {kind}")
        i = j


def _continues(reading: Reading, kind: str) -> bool:
    if _BY_ROLE.get(reading.role) == kind:
        return True
    return kind == "comment" and "comment" in reading.block.marks


def _closing_note(readings: Sequence[Reading], start: int, stop: int) -> Iterator[Inner]:
    """A note by translator or editor near the end: it goes on to the end of the account."""
    length = readings[stop - 1].block.end - readings[start].block.start
    for i in range(start + 1, stop):
        late = readings[i].block.start - readings[start].block.start > LATE * length
        if readings[i].role == NOTE and late:
            end = stop
            while end - 1 > i and readings[end - 1].role in (BOILERPLATE, COMMENT, CAPTION):
                end -= 1
            yield Inner(i, end, "notes", 0.8, "headed as a note, at the end of the text")
            return


def _letters(readings: Sequence[Reading], start: int, stop: int) -> Iterator[Inner]:
    opening = -1
    for i in range(start, stop):
        text = readings[i].block.text
        if cues.opens_letter(text):
            # the letter that opens an account is the account
            opening = i if any(r.role == BODY for r in readings[start : min(i, start + 12)]) else -1
        elif opening >= 0 and cues.closes_letter(text) and i - opening <= LETTER_BLOCKS:
            end = i + 1
            if end < stop and readings[end].role in (TITLE, BYLINE) and _short(readings[end]):
                end += 1
            yield Inner(opening, end, "letter", 0.8, "salutation and close of a letter")
            opening = -1


def _short(reading: Reading) -> bool:
    return len(reading.block.text.split()) <= 4


def _interviews(readings: Sequence[Reading], start: int, stop: int) -> Iterator[Inner]:
    first, last = -1, -1
    speakers: Counter[str] = Counter()
    for i in [*range(start, stop), -1]:
        if i >= 0 and cues.is_turn(readings[i].block.text):
            first = i if first < 0 else first
            last = i
            speakers[_SPEAKER.split(readings[i].block.text, maxsplit=1)[0].lower()[:60]] += 1
        elif first >= 0 and (i < 0 or i - last > TURN_GAP):
            # a list of facts ("Built: 1911") names each of its keys but once
            turns = speakers.total()
            if turns >= TURNS and 2 * len(speakers) <= turns:
                yield Inner(first, last + 1, "interview", 0.7, f"{turns} turns of two speakers")
            first, speakers = -1, Counter()


def _quotations(readings: Sequence[Reading], start: int, stop: int) -> Iterator[Inner]:
    i = start
    while i < stop:
        j = i
        while j < stop and "quotation" in readings[j].block.marks:
            j += 1
        words = sum(len(readings[k].block.text.split()) for k in range(i, j))
        if words >= QUOTED_WORDS:
            yield Inner(i, j, "testimony", 0.6, "a long block quotation in the markup")
        i = max(j, i + 1)


def asked_throughout(readings: Sequence[Reading], start: int, stop: int) -> bool:
    """Whether short questions on lines of their own alternate with the paragraphs of an account."""
    texts = [r.block.text for r in readings[start:stop] if r.role in (BODY, TITLE)]
    asked = [
        i for i, text in enumerate(texts) if text[-1] == "?" and len(text.split()) <= QUESTION_WORDS
    ]
    answered = sum(i + 1 < len(texts) and texts[i + 1][-1] != "?" for i in asked)
    return answered >= QUESTIONS and answered >= QUESTION_SHARE * len(texts)


def interview_share(readings: Sequence[Reading], start: int, stop: int) -> float:
    """The share of an account's running blocks that stand in an interview."""
    running = sum(readings[i].role == BODY for i in range(start, stop))
    within = sum(
        sum(readings[i].role == BODY for i in range(inner.start, inner.stop))
        for inner in _interviews(readings, start, stop)
    )
    return within / running if running else 0.0
