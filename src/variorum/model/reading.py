"""The reading text: one account as its author wrote it, with offsets back to the source."""

from bisect import bisect_right
from dataclasses import dataclass

from variorum.model.critique import Account
from variorum.model.passage import Passage, cut


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` characters at ``start`` of a reading text that stand at ``origin`` of the source."""

    start: int
    origin: int
    length: int


@dataclass(frozen=True, slots=True)
class ReadingText:
    """An account's own text without other hands' words and without the accounts inside it.

    ``text[run.start : run.start + run.length]`` is the source's text at ``run.origin`` for every run;
    runs are sorted by both and leave no character of ``text`` out.
    """

    account: Account
    text: str
    runs: tuple[Run, ...]


def reading_text(account: Account, text: str, removed: list[tuple[int, int]]) -> ReadingText:
    """Take the ``removed`` spans (source offsets, any order, may overlap) out of an account.

    ``text`` is the whole source's text. A removed span leaves nothing behind, except that a space is
    not doubled: where both neighbours are spaces the one before the span goes with it.
    """
    runs: list[Run] = []
    pieces: list[str] = []
    position = account.start
    length = 0
    for start, end in [*sorted(removed), (account.end, account.end)]:
        start, end = min(max(start, account.start), account.end), min(end, account.end)
        stop = start
        if (
            stop > position
            and end > start
            and text[stop - 1] == " "
            and end < account.end
            and text[end] in " .,;:!?)"
        ):
            stop -= 1
        if stop > position:
            runs.append(Run(length, position, stop - position))
            pieces.append(text[position:stop])
            length += stop - position
        position = max(position, end)
    return ReadingText(account, "".join(pieces), tuple(runs))


def to_source(reading: ReadingText, position: int) -> int:
    """The source offset of the character at ``position`` of the reading text."""
    if not 0 <= position < len(reading.text):
        raise IndexError(f"the reading text of {reading.account.id} has no character {position}")
    run = reading.runs[bisect_right(reading.runs, position, key=lambda r: r.start) - 1]
    return run.origin + position - run.start


def source_passage(reading: ReadingText, text: str, start: int, end: int) -> Passage:
    """The passage of the source that ``[start, end)`` of the reading text stands for.

    ``text`` is the whole source's text. Where a foreign insertion was taken out inside the span, the
    passage runs over it: a passage is always one exact span of the source.
    """
    first, last = to_source(reading, start), to_source(reading, end - 1)
    return cut(reading.account.source, text, first, last + 1)
