"""Pairs: every stretch of one wording that two accounts have, or one account twice."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from variorum.establish.reuse.alignment import Span, aligned, joined, trimmed, without_doubles
from variorum.establish.reuse.candidates import STRETCH, Neighbourhood
from variorum.establish.reuse.ends import grown, without_stock_end
from variorum.establish.reuse.letters import IDEOGRAMS, Words, words
from variorum.establish.reuse.stock import stock_words
from variorum.establish.stretches import Stretch
from variorum.model.reading import ReadingText, to_source

HELD = 120_000_000
"""Characters of the accounts whose words are held at once: about 400 MB."""
IDEOGRAM_WEIGHT = 2.5
"""How many letters of an alphabet one ideogram is worth."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two stretches have in common: ``same`` letters agree (an ideogram counts for several), a
    ``share`` of the longer stretch; ``plain`` of them are in words that are no names, which a title,
    an office or a place would give alone; ``rarest`` is the number of places of their rarest shingle;
    ``verbatim`` when every word is the same; ``repeated`` when both are in one account."""

    same: float
    plain: float
    share: float
    rarest: int
    verbatim: bool
    repeated: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stretches of one wording, ``a`` in the account with the smaller id or first in one account."""

    a: Stretch
    b: Stretch
    evidence: Evidence


def pairs(readings: Sequence[ReadingText], found: Iterable[Neighbourhood]) -> Iterator[Pair]:
    """The pairs in the neighbourhoods, which are sorted and number the readings, by account."""

    mean = max(1, sum(len(r.text) for r in readings) // max(1, len(readings)))

    @lru_cache(maxsize=max(2, HELD // mean))
    def words_of(number: int) -> Words:
        return words(readings[number].text)

    for (a, b), group in groupby(found, key=lambda n: (n.a, n.b)):
        near = list(group)
        one, other = words_of(a), words_of(b)
        spans = {
            span
            for window in _windows(near, one, other)
            for span in aligned(one.letters, other.letters, window)
        }
        if not spans:
            continue
        if a == b:
            spans = {s for s in spans if s.a_end <= s.b}
        texts = readings[a].text, readings[b].text
        parts = [trimmed(one, other, *texts, span) for span in without_doubles(sorted(spans))]
        for span in _together(one, other, texts, [part for part in parts if part is not None]):
            span = grown(one, other, *texts, span)
            if a == b and span.a_end > span.b:
                continue
            pair = _pair(readings[a], readings[b], one, other, span, near)
            if not _same_place(readings[a], readings[b], pair):
                yield pair


def _together(
    one: Words, other: Words, texts: tuple[str, str], parts: Sequence[Span]
) -> list[Span]:
    """Parts put together where they lie close, but none with a stock phrase that stands near it."""
    apart = [piece for part in parts for piece in without_stock_end(one, other, *texts, part)]
    stock = {part for part in apart if stock_words(_text(one, texts[0], part))}
    return sorted([*joined([part for part in apart if part not in stock]), *stock])


def _text(found: Words, text: str, span: Span) -> str:
    first, last = (int(found.at.searchsorted(k)) for k in (span.a, span.a_end))
    return text[int(found.starts[first]) : int(found.ends[last - 1])]


def _windows(near: Sequence[Neighbourhood], one: Words, other: Words) -> Iterator[Span]:
    for n in near:
        a, a_end = _letters(one, n.a_start, n.a_end)
        b, b_end = _letters(other, n.b_start, n.b_end)
        yield Span(a, a_end, b, b_end, n.shared)


def _letters(found: Words, start: int, end: int) -> tuple[int, int]:
    """The letters of the words that touch ``[start, end)`` of the text."""
    first = int(found.ends.searchsorted(start, "right"))
    last = int(found.starts.searchsorted(end, "left"))
    return int(found.at[first]), int(found.at[max(first, last)])


def _pair(
    a: ReadingText,
    b: ReadingText,
    one: Words,
    other: Words,
    span: Span,
    near: Sequence[Neighbourhood],
) -> Pair:
    first, last = (int(one.at.searchsorted(k)) for k in (span.a, span.a_end))
    begin, end = (int(other.at.searchsorted(k)) for k in (span.b, span.b_end))
    longer = max(int(one.at[last] - one.at[first]), int(other.at[end] - other.at[begin]))
    letters = one.letters[one.at[first] : one.at[last]]
    dense = len(IDEOGRAMS.findall(letters)) / max(1, len(letters))
    same = min(span.same, longer)
    weight = 1 + dense * (IDEOGRAM_WEIGHT - 1)
    a_stretch = Stretch(a.account.id, int(one.starts[first]), int(one.ends[last - 1]))
    b_stretch = Stretch(b.account.id, int(other.starts[begin]), int(other.ends[end - 1]))
    begin_near = bisect_left(near, a_stretch.start - 2 * STRETCH, key=lambda n: n.a_start)
    end_near = bisect_left(near, a_stretch.end, key=lambda n: n.a_start)
    rarest = min(
        (
            n.rarest
            for n in near[begin_near:end_near]
            if n.a_end > a_stretch.start and n.b_start < b_stretch.end and n.b_end > b_stretch.start
        ),
        default=2,
    )
    return Pair(
        a_stretch,
        b_stretch,
        Evidence(
            same * weight,
            same * weight * _plain_share(a.text, one, first, last),
            same / longer,
            rarest,
            letters == other.letters[other.at[begin] : other.at[end]],
            a.account.id == b.account.id,
        ),
    )


def _plain_share(text: str, found: Words, first: int, last: int) -> float:
    """The share of letters in words that begin with no capital; in scripts without case, all."""
    plain = sum(
        int(found.at[i + 1] - found.at[i])
        for i in range(first, last)
        if not text[found.starts[i]].isupper() and not text[found.starts[i]].isdigit()
    )
    return plain / max(1, int(found.at[last] - found.at[first]))


def _same_place(a: ReadingText, b: ReadingText, pair: Pair) -> bool:
    """Whether both are the same characters of one source, read in an account and in its parent."""
    if a.account.source != b.account.source or not a.runs or not b.runs:
        return False
    a_from, a_to = to_source(a, pair.a.start), to_source(a, pair.a.end - 1)
    b_from, b_to = to_source(b, pair.b.start), to_source(b, pair.b.end - 1)
    return a_from <= b_to and b_from <= a_to
