"""Divide: which texts does a source hold? A transcript in, its accounts out.

Blocks (``blocks``) are given roles (``roles``, by ``cues`` and ``bylines``), the gaps between running
text are weighed (``boundaries``, by ``cohesion`` and ``style``), the head of each account is read
(``heads``, by ``datelines``), and the texts inside it are found (``nesting``, ``kinds``).
"""

from collections import Counter
from collections.abc import Sequence

from variorum.gather.divide import cues
from variorum.gather.divide.blocks import blocks_of
from variorum.gather.divide.boundaries import WEIGHTS, Gap, find_boundaries, probability
from variorum.gather.divide.heads import (
    Head,
    first_block,
    has_signed_head,
    opening_block,
    read_head,
    repeated_lines,
    signed_at_end,
    titles_first,
)
from variorum.gather.divide.kinds import kind_of
from variorum.gather.divide.nesting import Inner, around, comment_head, inner_texts, own_blocks
from variorum.gather.divide.roles import BODY, Reading, read_blocks
from variorum.gather.divide.style import language_of
from variorum.model.calendar import explicit_dates
from variorum.model.critique import Account
from variorum.model.ids import content_id
from variorum.model.transcript import Transcript

__all__ = ["divide"]

GUESSED_FROM = 40
"""Characters: the language of a shorter block is not guessed."""
NAMED_REASONS = 4
"""How many of the strongest pieces of evidence for a boundary are named."""


def divide(transcript: Transcript) -> tuple[Account, ...]:
    """Divide a transcript into its accounts, outer ones in order, each followed by those inside it.

    The outer accounts, a page's own machinery and its readers' comments among them, tile the text
    from its first to its last character that is not blank; inner ones (captions, notes, quoted
    letters and interviews) name their parent. A source that is one text gives one account; an empty
    one gives none. Time grows linearly with the text.
    """
    blocks = blocks_of(transcript)
    if not blocks:
        return ()
    readings = read_blocks(blocks)
    languages = _languages(transcript, readings)
    boundaries, _ = find_boundaries(readings, languages)
    at_end, order = signed_at_end(readings), titles_first(readings)
    opening = opening_block(readings, transcript) if boundaries else 0
    starts: list[tuple[int, Gap | None]] = [(opening, None)]
    for gap in boundaries:
        signed = has_signed_head(readings, starts[-1][0])
        block = first_block(readings, gap.left, gap.right, at_end, order, signed)
        if block > starts[-1][0]:
            starts.append((block, gap))
    repeated = repeated_lines(readings) if len(starts) > 1 else frozenset()
    accounts: list[Account] = []
    seen: Counter[str] = Counter()
    stops = [start for start, _ in starts[1:]] + [len(readings)]
    if starts[0][0]:
        accounts += _furniture(transcript, readings, languages, (0, starts[0][0]), seen)
    thread = _has_thread(transcript)
    for (start, gap_before), stop in zip(starts, stops, strict=True):
        first, last = own_blocks(readings, start, stop, thread)
        accounts += _furniture(transcript, readings, languages, (start, first), seen)
        head = read_head(readings, first, last, at_end, repeated)
        if len(starts) == 1:
            head = _with_meta(head, transcript)
        accounts += _account(transcript, readings, languages, (first, last), head, gap_before, seen)
        accounts += _furniture(transcript, readings, languages, (last, stop), seen)
    return tuple(accounts)


def _account(
    transcript: Transcript,
    readings: Sequence[Reading],
    languages: Sequence[str],
    span: tuple[int, int],
    head: Head,
    gap: Gap | None,
    seen: Counter[str],
) -> list[Account]:
    start, stop = span
    kind, why = kind_of(readings, start, stop, head)
    reasons = (*_boundary_reasons(gap), *head.reasons, why)
    first, last = readings[start].block.start, readings[stop - 1].block.end
    outer = Account(
        _id(transcript, first, last, seen),
        transcript.source,
        first,
        last,
        head.title,
        head.author,
        head.publisher,
        head.date,
        _language(readings, languages, start, stop),
        kind,
        None,
        round(probability(gap), 3) if gap is not None else 1.0,
        reasons,
    )
    inner = [
        _small_account(transcript, readings, languages, found, outer, head, seen)
        for found in inner_texts(readings, start, stop)
    ]
    return [outer, *inner]


def _has_thread(transcript: Transcript) -> bool:
    """Whether the file's comments are readers' under a page, not somebody's in the margin."""
    return not any(mark.kind == "comment" and mark.who for mark in transcript.marks)


def _furniture(
    transcript: Transcript,
    readings: Sequence[Reading],
    languages: Sequence[str],
    span: tuple[int, int],
    seen: Counter[str],
) -> list[Account]:
    """What stands around the accounts of a page: machinery, and readers' comments one by one."""
    return [
        _small_account(transcript, readings, languages, found, None, Head(), seen)
        for found in around(readings, *span)
    ]


def _small_account(
    transcript: Transcript,
    readings: Sequence[Reading],
    languages: Sequence[str],
    found: Inner,
    outer: Account | None,
    head: Head,
    seen: Counter[str],
) -> Account:
    start, end = readings[found.start].block.start, readings[found.stop - 1].block.end
    language = _language(readings, languages, found.start, found.stop)
    author, date = comment_head(readings, found) if found.kind == "comment" else ("", "")
    if found.kind == "notes" and cues.speaks_of_translation(readings[found.start].block.text):
        author = head.translator
    return Account(
        _id(transcript, start, end, seen),
        transcript.source,
        start,
        end,
        "",
        author,
        "",
        date,
        outer.language if outer is not None and language == "und" else language,
        found.kind,
        outer.id if outer is not None else None,
        found.confidence,
        (found.reason,),
    )


def _id(transcript: Transcript, start: int, end: int, seen: Counter[str]) -> str:
    words = transcript.text[start:end]
    seen[words] += 1
    return content_id("a", transcript.source, words, seen[words])


def _boundary_reasons(gap: Gap | None) -> tuple[str, ...]:
    if gap is None:
        return ("begins the source",)
    shares = {name: WEIGHTS.get(name, 0.0) * value for name, value in gap.evidence.items()}
    named = sorted((n for n in shares if shares[n] > 0), key=lambda n: (-shares[n], n))
    return tuple(named[:NAMED_REASONS])


def _languages(transcript: Transcript, readings: Sequence[Reading]) -> tuple[str, ...]:
    """The language of each block: as its marks say, else guessed from its own words."""
    marks = [m for m in transcript.marks if m.kind == "language" and m.detail]
    languages: list[str] = []
    position = 0
    active: list[tuple[int, str]] = []
    for reading in readings:
        block = reading.block
        while position < len(marks) and marks[position].start <= block.start:
            active.append((marks[position].end, marks[position].detail))
            position += 1
        while active and active[-1][0] <= block.start:
            active.pop()
        if active:
            languages.append(active[-1][1])
        elif reading.role == BODY and len(block.text) >= GUESSED_FROM:
            languages.append(language_of(block.text))
        else:
            languages.append("und")
    return tuple(languages)


def _language(readings: Sequence[Reading], languages: Sequence[str], start: int, stop: int) -> str:
    lengths: Counter[str] = Counter()
    for i in range(start, stop):
        if languages[i] != "und":
            lengths[languages[i]] += len(readings[i].block.text)
    if lengths:
        return max(lengths.items(), key=lambda item: (item[1], item[0]))[0]
    return language_of(
        " ".join(readings[i].block.text for i in range(start, min(stop, start + 20)))
    )


def _with_meta(head: Head, transcript: Transcript) -> Head:
    """What the file says of itself fills what the head of its only text left open."""
    meta: dict[str, str] = {}
    for key, value in transcript.meta:
        meta.setdefault(key, " ".join(value.split()))
    date = next((edtf for _, _, edtf in explicit_dates(meta.get("date", ""))), "")
    return Head(
        head.title or meta.get("title", ""),
        head.author or meta.get("author", ""),
        head.publisher or meta.get("publisher", ""),
        head.date or date,
        head.translator,
        head.reasons,
    )
