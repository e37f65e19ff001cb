"""Particulars: the numbers, dates, names, negations, hedges and kin terms in a stretch of any
language.

What a copyist or translator may change without the sentence looking changed. Values are made to be
compared across languages: a number is its digits, a name its letters in one alphabet.
"""

from bisect import bisect_right
from collections.abc import Iterator

from variorum.establish.particulars.dates import dates
from variorum.establish.particulars.lexis import terms
from variorum.establish.particulars.names import likeness, names
from variorum.establish.particulars.numbers import numbers
from variorum.establish.particulars.particular import Particular

__all__ = ["Particular", "likeness", "particulars"]


def particulars(text: str, language: str = "und") -> tuple[Particular, ...]:
    """The particulars of a text, by their start. ``language`` is a BCP 47 tag.

    Negation, hedges and kin terms need English or Russian. Number words also German, French, Spanish,
    Italian, Portuguese, Hebrew, Arabic, Chinese, Japanese and Thai; months any language of CLDR; digits
    and names by their capitals need none.
    A number inside a date is the date's.
    """
    tag = language.partition("-")[0].lower() or "und"
    return tuple(sorted(_all(text, tag), key=lambda p: (p.start, p.end, p.kind)))


def _all(text: str, language: str) -> Iterator[Particular]:
    reached, dated = 0, list(dates(text, language))
    for date in dated:
        yield Particular(date.start, date.end, "date", date.value)
    for number in sorted(numbers(text, language), key=lambda n: (n.start, n.end)):
        while reached < len(dated) and dated[reached].end <= number.start:
            reached += 1
        if reached < len(dated) and dated[reached].start < number.end:
            continue
        if number.plain:
            yield Particular(number.start, number.end, "number", number.value)
    starts = [date.start for date in dated]
    for name in names(text, language):
        before = bisect_right(starts, name.start) - 1
        if before < 0 or dated[before].end <= name.start:
            yield Particular(name.start, name.end, "name", name.value)
    for term in terms(text, language):
        yield Particular(term.start, term.end, term.kind, term.value)
