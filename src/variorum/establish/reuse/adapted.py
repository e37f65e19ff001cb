"""Adapted copies: where weak traces of one wording lie in sections that are alike as a whole."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from variorum.establish.reuse.likeness import AROUND, likeness
from variorum.establish.reuse.pairs import Pair
from variorum.establish.sentences import sentences
from variorum.establish.stretches import Stretch
from variorum.model.reading import ReadingText

SECTION = 200
"""Characters from which sentences in a row make a section: two or three of them."""
LEAST_TRACES = 2
"""Weak traces two accounts must share before their sections are compared."""
ALIKE = 0.7
"""Likeness from which sections are one text, adapted. Independent reports of one event reach .3."""
MOST_SECTIONS = 600
"""Sections of two accounts that are compared: time and memory grow with their square."""


def adapted(
    weak: Sequence[Pair], strong: Sequence[Pair], readings: Mapping[str, ReadingText]
) -> dict[Pair, float]:
    """The weak pairs that lie in sections alike as a whole, with the likeness of these."""
    traces = Counter((pair.a.account, pair.b.account) for pair in (*weak, *strong))
    of: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in weak:
        accounts = pair.a.account, pair.b.account
        if accounts[0] != accounts[1] and traces[accounts] >= LEAST_TRACES:
            of[accounts].append(pair)
    known = {
        account: sections(readings[account]) for account in sorted({k for pair in of for k in pair})
    }
    found: dict[Pair, float] = {}
    for (a, b), pairs in sorted(of.items()):
        rows = [_section(known[a], pair.a) for pair in pairs]
        columns = [_section(known[b], pair.b) for pair in pairs]
        one, other = _around(rows, len(known[a])), _around(columns, len(known[b]))
        if len(one) + len(other) > MOST_SECTIONS:
            continue
        text, text_b = readings[a].text, readings[b].text
        alike = likeness(
            [
                [text[known[a][k].start : known[a][k].end] for k in one],
                [text_b[known[b][k].start : known[b][k].end] for k in other],
            ]
        )[0, 1]
        for pair, row, column in zip(pairs, rows, columns, strict=True):
            probability = float(alike[one.index(row), other.index(column)])
            if probability >= ALIKE:
                found[pair] = probability
    return found


def _around(numbers: Sequence[int], count: int) -> list[int]:
    """The numbers of the sections given and of those around them, sorted."""
    near = {k for n in numbers for k in range(n - AROUND, n + AROUND + 1)}
    return sorted(near & set(range(count)))


def sections(reading: ReadingText) -> list[Stretch]:
    """The sentences of a reading text put together in sections of about ``SECTION`` characters."""
    made: list[Stretch] = []
    begun: int | None = None
    end = 0
    for start, end in sentences(reading.text, reading.account.language):
        begun = start if begun is None else begun
        if end - begun >= SECTION:
            made.append(Stretch(reading.account.id, begun, end))
            begun = None
    if begun is not None:
        made.append(Stretch(reading.account.id, begun, end))
    return made


def _section(known: Sequence[Stretch], of: Stretch) -> int:
    """The section that holds most of a stretch."""
    return max(
        range(len(known)),
        key=lambda k: (min(known[k].end, of.end) - max(known[k].start, of.start), -k),
    )
