"""Finding the dates of an account: its phrases are read, then resolved in order of the telling."""

import re

from variorum.model.critique import Account
from variorum.read.dates.anchors import Anchors, anchors_of, speaking_at, tense_at
from variorum.read.dates.arithmetic import grain
from variorum.read.dates.atoms import CALENDAR
from variorum.read.dates.composition import PARTS, QUALIFIED, WHOLES, styled
from variorum.read.dates.events import before_christ, dated_events, new_years, open_eras
from variorum.read.dates.expressions import (
    STORY,
    Around,
    Between,
    Bound,
    Calendar,
    Event,
    Expression,
    Named,
    OldStyle,
    Part,
    Qualified,
    Reference,
    Shift,
)
from variorum.read.dates.lexing import Item, items
from variorum.read.dates.named import Place, Value
from variorum.read.dates.page import Page, reduced
from variorum.read.dates.relative import RELATIVE
from variorum.read.dates.resolution import resolve
from variorum.read.parse import Parse
from variorum.read.spans import DateSpan

_SHORT_YEAR = re.compile(r"[-/.’']\d\d(?!\d)")
_YEARS = re.compile(r"(\d{4})[-–](\d\d)")
LAST_SHORT = 1990
"""Before this "1902-08" is six years, which hold the month it may be; later it is as soon a stamp."""
_ASIDE = re.compile(
    r"(?:\([^()]{0,60}|\b(?:born|b\.|род\.|родил\w+)(?:\s(?:in|on|в))?\s?)$", re.IGNORECASE
)
"""A date in brackets or of a birth does not move the story on."""


def find_dates(parses: list[Parse], account: Account) -> list[DateSpan]:
    """The dates of an account, in order; none overlap. Linear in its length."""
    spans: list[DateSpan] = []
    anchors = anchors_of(account)
    read_in = [phrases(parse) for parse in parses]
    anchors.years = frozenset(
        year for found in read_in for _, _, read in found for year in _years(read)
    )
    for number, parse in enumerate(parses):
        anchors.paragraph = number
        for start, end, read in read_in[number]:
            edtf, said = resolve(read, _place(anchors, parse, start))
            spans.append(DateSpan(number, parse.start + start, parse.start + end, edtf, said))
            told = bool(_years(read)) and speaking_at(parse, Page(parse, parse.text).token(start))
            if told and anchors.retelling(edtf):
                continue
            _remember(anchors, read, (edtf, said), parse.text[max(0, start - 14) : start])
    return spans


def _years(read: Expression) -> list[str]:
    """The years an expression names outright."""
    match read:
        case Calendar(edtf) | OldStyle(edtf):
            return [edtf[:4]] if edtf[:4].isdigit() else []
        case Between(first, last):
            return [*_years(first), *_years(last)]
        case Part(of) | Qualified(of) | Bound(of):
            return _years(of)
    return []


def phrases(parse: Parse) -> list[tuple[int, int, Expression]]:
    """The phrases of time of a paragraph, in order: characters and what each says."""
    page = Page(parse, parse.text)
    found = items(parse.text)
    if all(item.code in "_;,.taifAOFZ~<>-/" for item in found):
        return []
    found = reduced(found, page, CALENDAR)
    found = reduced(_undated(found, parse.text), page, RELATIVE)
    found = styled(page, found)
    for rules in (PARTS, QUALIFIED, WHOLES, QUALIFIED):
        if any(item.read is not None for item in found) or rules is PARTS:
            found = reduced(found, page, rules)
    told = [item for item in found if item.read is not None]
    events = sorted(
        [
            *dated_events(parse.text),
            *before_christ(parse.text),
            *new_years(parse.text),
            *open_eras(parse.text),
        ],
        key=lambda item: item.start,
    )
    if events:
        told = [t for t in told if not any(t.start < e.end and e.start < t.end for e in events)]
        told = sorted(told + events, key=lambda item: item.start)
    return [(item.start, item.end, item.read) for item in told if item.read is not None]


def _undated(found: list[Item], text: str) -> list[Item]:
    """ "19-Nov-12": which century, or whether the first number is the year, nobody knows."""
    kept: list[Item] = []
    until = -1
    for item in found:
        if item.start < until:
            continue
        if isinstance(item.read, Calendar) and item.read.edtf.startswith("XXXX"):
            short = _SHORT_YEAR.match(text, item.end, item.end + 4)
            if short:
                until = short.end()
                item = Item("D", item.start, until, None, Calendar(""))
        years = _YEARS.fullmatch(text, item.start, item.end) if item.code == "C" else None
        if years and years[2] > years[1][2:] and int(years[1]) < LAST_SHORT:
            item = Item("C", item.start, item.end, None, Calendar(_span_of(years)))
        kept.append(item)
    return kept


def _span_of(years: re.Match[str]) -> str:
    return f"{years[1]}/{years[1][:2]}{years[2]}"


def _place(anchors: Anchors, parse: Parse, start: int) -> Place:
    known: list[str] = []

    def tense() -> str:
        if not known:
            known.append(tense_at(parse, Page(parse, parse.text).token(start)))
        return known[0]

    return Place(anchors, tense, _quoted(parse.text[:start]))


def _quoted(before: str) -> bool:
    """Whether quotation marks are open after these characters of a paragraph."""
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1


def _back(read: Shift | Around | Named) -> bool:
    if isinstance(read, Shift):
        return read.sign < 0
    return (
        read.base == STORY and ((read.offset if isinstance(read, Around) else read.which) or 0) < 0
    )


def _remember(anchors: Anchors, read: Expression, value: Value, before: str) -> None:
    """Let a date move the story on, unless it is a bound, an aside or too vague to count from."""
    edtf, said = value
    core = read
    while isinstance(core, Part | Qualified):
        core = core.of
    if isinstance(core, Bound) and (years := _years(core)) and not anchors.is_own_date(years[0]):
        anchors.bound(years[0])
    if isinstance(core, Shift | Around | Named) and _back(core):
        return  # a look back, "three years earlier", after which the story goes on where it was
    if isinstance(core, Reference) or anchors.is_own_date(edtf):
        return
    if isinstance(core, Event) and not edtf:
        anchors.lose()
        return
    if not grain(edtf) or edtf[0] == "[" or _ASIDE.search(before):
        return
    told = isinstance(core, OldStyle) or (isinstance(core, Calendar) and core.edtf[:4].isdigit())
    if (
        isinstance(core, Calendar)
        and core.edtf[:4] == "XXXX"
        and said.startswith(("narrative", "last date"))
    ):
        told = True  # the narrative goes on in its year
    if "/" in edtf and _years(core) and isinstance(core, Between):
        anchors.mention(edtf, False)
        begin, _, end = edtf.partition("/")
        if begin[:4] == end[:4]:
            anchors.bound(end[:4])
        else:
            anchors.spanned_at = anchors.paragraph
    elif "/" in edtf and not told:
        anchors.mention(edtf, False)
    else:
        anchors.mention(edtf, told and "/" not in edtf)
