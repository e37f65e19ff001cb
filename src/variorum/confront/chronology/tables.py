"""Tables: totals that are not the sum of their lines, and lines that count themselves up wrongly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from variorum.confront.chronology.row import CERTAIN, LIKELY, impossible
from variorum.confront.laid import Ground, Scene
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage

LONGEST_LINE, MOST_WORDS = 150, 14
"""Characters and words of the longest line of a table."""

MOST_LINES = 60
"""Lines of the longest table that is summed."""

NEAR = 0.25
"""By what part of a single column's total its lines may miss it and yet be all of them: by more, the
total is of something else. Set by hand."""

_NUMBER = re.compile(
    r"(?<![\w.,/:£$€-])(?P<n>\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d{1,7})(?![\w/%-]|:\d|[.,]\d)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_TOTAL = re.compile(
    r"\W{0,3}(?:grand\s)?(?:total|totals|sum|in all|in total|altogether|all told|всего|итого|summe|"
    r"gesamt|insgesamt|zusammen)\b",
    re.IGNORECASE,
)
_LAST_TOTAL = re.compile(r"(?:total|in all|всего|итого|summe|gesamt|insgesamt)\W*$", re.IGNORECASE)
_WHOLE_FIRST = re.compile(r"(?:\s[^\W\d_]+,?){0,6}(?:\s\d{4})?\s?[:—–]\s?(?:[^\W\d_]+\s){0,2}")
"""From a sum to the first of its parts: ": ", " pounds: ", " crossings in 1943: "."""
_SENTENCE_END = re.compile(r"(?:\s[\w'’-]+){0,4}\s?\.?[\"”»']?\s?")
MOST_BETWEEN = 7
"""Words between two numbers of one sum."""
_ALL_TOLD = re.compile(
    r"\s(?:[^\W\d_]+\s)?(?:in all|in total|all told|altogether)\b", re.IGNORECASE
)
_LOOSE = re.compile(
    r"[~≈?+<>£$€%]|\b(?:approx\w*|about|circa|ca?\.|some|over|nearly|almost|at least|of whom|of which|"
    r"of these|includ\w*|incl|among|thereof|unknown|average|max|min|около|примерно|более|свыше|"
    r"в том числе|из них|из которых|не менее|неизвестн\w*|davon|etwa|rund|darunter)",
    re.IGNORECASE,
)
"""In a line of a table: its number is no exact part, or a part of another's line."""


@dataclass(frozen=True, slots=True)
class _Cell:
    key: str
    number: int
    words: Passage


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    cells: tuple[_Cell, ...]
    total: bool


def tables(ground: Ground) -> Iterator[Impossibility]:
    """Totals of columns and of lines that do not add up. One pass over the sentences; of a table
    MOST_LINES lines at most. Lines with "about", "of whom", "~" make a table no sum."""
    for _, scenes in groupby(ground.scenes, key=lambda scene: scene.sentence.account):
        run: list[_Line] = []
        head: str = ""
        for scene in scenes:
            for text in _texts(scene):
                line = _line(text) if not _dated(text, scene) else None
                if line is None:
                    yield from _by_lines(head, run)
                    run, head = [], text.quote if len(text.quote) <= LONGEST_LINE else ""
                    continue
                if line.total:
                    yield from _columns(line, run)
                    yield from _by_lines(head, [*run, line])
                    run = []
                    continue
                run = [*run, line] if len(run) < MOST_LINES else [line]
            yield from _within(scene)
        yield from _by_lines(head, run)


def _texts(scene: Scene) -> Iterator[Passage]:
    """The lines of a sentence as written."""
    place, start = scene.sentence.passage, 0
    for part in place.quote.split("\n") if "\n" in place.quote else (place.quote,):
        if part.strip():
            yield _cut(place, start, start + len(part))
        start += len(part) + 1


def _dated(text: Passage, scene: Scene) -> bool:
    """ "Corisande, barge, built 1904": a line whose numbers are all dates counts nothing."""
    numbers = [text.start + match.start() for match in _NUMBER.finditer(text.quote)]
    dates = [row.passage for row in scene.dates]
    alone = all(any(d.start <= at < d.end for d in dates) for at in numbers)
    return bool(numbers) and alone


def _line(text: Passage) -> _Line | None:
    """A label with numbers: "2 Company: killed 9, wounded 22", "Total 23 53"; None for prose."""
    quote = text.quote
    if len(quote) > LONGEST_LINE or not _NUMBER.search(quote):
        return None
    if len(_LETTERS.findall(quote)) > MOST_WORDS:
        return None
    if quote.rstrip().endswith((".", "!", "?")) or _LOOSE.search(quote):
        return None
    colon = quote.find(":")
    offset = colon + 1 if colon >= 0 and _NUMBER.search(quote, colon) else 0
    numbers = list(_NUMBER.finditer(quote, offset))
    if offset == 0 and len(numbers) > 1 and not _LETTERS.search(quote[: numbers[0].start()]):
        numbers = numbers[1:]  # "1903 12 31", "2 Company 9 22": the first is the line's name
    if not numbers:
        return None
    label = quote[: offset or numbers[0].start()]
    cells, last = [], offset or numbers[0].start()
    for match in numbers:
        key = " ".join(_LETTERS.findall(quote[last : match.start()])).casefold()
        value = int(re.sub(r"\D", "", match["n"]))
        cells.append(_Cell(key, value, _cut(text, match.start(), match.end())))
        last = match.end()
    tail = _LETTERS.findall(quote[last:])
    if len(tail) > 2 or (tail and cells[0].key):
        return None
    return _Line(label.strip(" :\t|").casefold(), tuple(cells), _TOTAL.match(quote) is not None)


def _columns(total: _Line, run: Sequence[_Line]) -> Iterator[Impossibility]:
    keys = tuple(cell.key for cell in total.cells)
    if len(keys) == 1:
        yield from _single(total, run)
        return
    parts = list(
        takewhile(lambda line: tuple(cell.key for cell in line.cells) == keys, reversed(run))
    )[::-1]
    if len(parts) < 2:
        return
    sums = [sum(line.cells[at].number for line in parts) for at in range(len(keys))]
    right = [at for at, cell in enumerate(total.cells) if cell.number == sums[at]]
    if not right:
        return  # no column shows that these lines are the total's parts
    for at, cell in enumerate(total.cells):
        if at not in right:
            yield _astray([line.cells[at] for line in parts], cell, CERTAIN)


def _single(total: _Line, run: Sequence[_Line]) -> Iterator[Impossibility]:
    """One column: the lines whose labels the total names, else all since the total before."""
    rows = list(takewhile(lambda line: len(line.cells) == 1, reversed(run)))[::-1]
    named = [line for line in rows if line.label and _named(line.label, total.label)]
    parts = named if len(named) > 1 else rows
    if len(parts) < 2:
        return
    cell = total.cells[0]
    missed = abs(sum(line.cells[0].number for line in parts) - cell.number)
    largest = max(line.cells[0].number for line in parts)
    if 0 < missed <= max(2, NEAR * cell.number) and largest < cell.number:
        yield _astray([line.cells[0] for line in parts], cell, LIKELY)


def _named(label: str, total: str) -> bool:
    words = _LETTERS.findall(label)
    return bool(words) and all(re.search(rf"\b{re.escape(word)}", total) for word in words)


def _by_lines(head: str, run: Sequence[_Line]) -> Iterator[Impossibility]:
    """Lines that end in their own total, as the head says: one of them does not add up, others do."""
    if not _LAST_TOTAL.search(head) or len(run) < 3:
        return
    width = len(run[0].cells)
    if width < 3 or any(len(line.cells) != width for line in run):
        return
    wrong = [
        line for line in run if sum(c.number for c in line.cells[:-1]) != line.cells[-1].number
    ]
    if len(wrong) == 1:
        yield _astray(wrong[0].cells[:-1], wrong[0].cells[-1], CERTAIN)


def _within(scene: Scene) -> Iterator[Impossibility]:
    """ "Killed 12, wounded 30, missing 5, total 50": a sentence that is such a line, its sum last; "14
    tanks and 5 guns, 20 in all"; and "14 reports: 6 on the roof, 5 on the wall and 4 on the door", its
    sum first. In figures; years are none of them."""
    place = scene.sentence.passage
    if len(place.quote) > LONGEST_LINE or len(_NUMBER.findall(place.quote)) < 3:
        return
    if _LOOSE.search(place.quote):
        return
    dated = [(d.passage.start - place.start, d.passage.end - place.start) for d in scene.dates]
    numbers = [
        match
        for match in _NUMBER.finditer(place.quote)
        if not any(begin <= match.start() < end for begin, end in dated)
    ]
    if not 3 <= len(numbers) <= 8 or any(len(m["n"]) == 4 for m in numbers):
        return
    cells = [
        _Cell("", int(re.sub(r"\D", "", m["n"])), _cut(place, m.start(), m.end())) for m in numbers
    ]
    gaps = [place.quote[a.end() : b.start()] for a, b in pairwise(numbers)]
    if any(len(_LETTERS.findall(gap)) > MOST_BETWEEN for gap in gaps):
        return
    rest = place.quote[numbers[-1].end() :]
    if _WHOLE_FIRST.fullmatch(gaps[0]) and _closed(gaps[1:], rest):
        parts, whole = cells[1:], cells[0]
    elif _led_or_told(gaps, rest):
        parts, whole = cells[:-1], cells[-1]
        if len(parts) > 2 and parts[0].number == whole.number:
            parts = parts[1:]  # "412 members, 230 of them carters and 182 porters, 412 in all"
    else:
        return
    total = sum(cell.number for cell in parts)
    if total != whole.number and abs(total - whole.number) <= max(2, NEAR * whole.number):
        yield _astray(parts, whole, CERTAIN)


def _led_or_told(gaps: Sequence[str], rest: str) -> bool:
    """Whether the last number is called the sum of those before it."""
    led = _TOTAL.fullmatch(gaps[-1].strip(" ,;:—-–")) is not None
    told = _ALL_TOLD.match(rest) is not None
    return (led or told) and not any(re.search(r"[.;:()]", gap) for gap in gaps)


def _closed(gaps: Sequence[str], rest: str) -> bool:
    """Whether the numbers after a colon are one list to the sentence's end, closed by "and"."""
    if (
        not gaps
        or not re.search(r"\b(?:and|и|und)\s$", gaps[-1])
        or not _SENTENCE_END.fullmatch(rest)
    ):
        return False
    return not any(re.search(r"[.;:()]", gap) for gap in gaps)


def _astray(parts: Sequence[_Cell], whole: _Cell, sure: float) -> Impossibility:
    terms = " + ".join(str(cell.number) for cell in parts)
    total = sum(cell.number for cell in parts)
    reason = f"The parts make {total}, not {whole.number}"
    passages = [cell.words for cell in (*parts, whole)]
    return impossible(passages, (reason, f"{terms} = {total}"), sure)


def _cut(place: Passage, begin: int, end: int) -> Passage:
    return Passage(place.source, place.start + begin, place.start + end, place.quote[begin:end])
