"""Composition: the words around dates that change their value, and dates put together."""

import re
from collections.abc import Sequence

from variorum.read.dates.arithmetic import single
from variorum.read.dates.expressions import (
    EITHER,
    SPEECH,
    Around,
    Between,
    Bound,
    Calendar,
    Expression,
    Named,
    OldStyle,
    OneOf,
    Part,
    Qualified,
)
from variorum.read.dates.lexing import Item
from variorum.read.dates.page import Page, first, grammar, reads, values

_STYLES = (
    r"(?:(?P<old>O\.\s?S\.|Old\sStyle|(?:in\s)?the\sJulian\scalendar|(?:по\s)?стар(?:ому|ого)\sстил[юя]"
    r"|(?:по\s)?ст\.\s?ст(?:\.|илю)|ст\.\s?стиля)|(?P<new>N\.\s?S\.|New\sStyle|(?:по\s)?нов(?:ому|ого)\sстил[юя]"
    r"|(?:по\s)?н\.\s?ст(?:\.|илю)))"
)
_STYLE = re.compile(rf",?\s?\(?{_STYLES}\)?", re.IGNORECASE)
_STYLE_BEFORE = re.compile(rf"(?<!\w)\(?{_STYLES}\)?,?\s?(?:это\sбыло\s)?$", re.IGNORECASE)
_STYLE_REACH = 38
"""Characters of the longest words for a style."""
_LONGEST_EVENT = 24
"""Characters of what a time lasted until: "his death", "the liberation"."""


def styled(page: Page, found: list[Item]) -> list[Item]:
    """Days that the words say are of the Old or the New Style, with those words."""
    if not _STYLE.search(page.text):
        return found
    kept: list[Item] = []
    for item in found:
        if kept and item.start < kept[-1].end:
            continue  # a word of what was taken in
        if item.code == "C" and isinstance(item.read, Calendar):
            year = _year_after(page, kept, item)
            if year is not None:
                kept[-1] = year
                continue
            style = _STYLE.match(page.text, item.end)
            low = max(0, item.start - _STYLE_REACH)
            before = None if style else _STYLE_BEFORE.search(page.text[low : item.start])
            told = style or before
            if told:
                read = OldStyle(item.read.edtf) if told["old"] else item.read
                start = low + before.start() if before else item.start
                while before and kept and kept[-1].start >= start:
                    kept.pop()
                item = Item("C", start, style.end() if style else item.end, None, read)
        kept.append(item)
    return kept


def _year_after(page: Page, kept: list[Item], year: Item) -> Item | None:
    """ "3 февраля (ст. ст.) 1865 года": the day with the year that stands after its style."""
    day = kept[-1] if kept else None
    if day is None or not isinstance(day.read, Calendar | OldStyle) or day.code != "C":
        return None
    gap = page.text[day.end : year.start]
    own = isinstance(year.read, Calendar) and re.fullmatch(r"\d{4}", year.read.edtf)
    if not own or gap.strip(" ,") or not day.read.edtf.startswith("XXXX-"):
        return None
    if not page.text[day.start : day.end].endswith((")", ".")):
        return None
    edtf = f"{own.group()}{day.read.edtf[4:]}"
    read = OldStyle(edtf) if isinstance(day.read, OldStyle) else Calendar(edtf)
    return Item("C", day.start, year.end, None, read)


def _part(page: Page, part: Sequence[Item]) -> Expression | None:
    narrowing = first(part, "bB")
    word = page.text[narrowing.start : narrowing.end].lower()
    if narrowing.code == "B" and word in ("close", "opening", "start") and part[0].code not in "tB":
        return None
    told = reads(part)
    value = narrowing.value
    if not isinstance(value, int):
        return None
    return Part(told[-1], value) if told else None


def _part_of_unit(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "At the end of the week", "в конце года": of the one being told of."""
    unit, narrowing = part[-1], first(part, "bB")
    if not isinstance(narrowing.value, int) or unit.value == "day":
        return None
    return Part(Around(str(unit.value), 0, EITHER), narrowing.value)


def _year_end(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Year-end", "month-end"."""
    value = part[-1].value
    return Part(Around(str(part[0].value), 0, SPEECH), value) if isinstance(value, int) else None


def _half(page: Page, part: Sequence[Item]) -> Expression | None:
    number = values(part, "o")[0]
    return Part(reads(part)[-1], 2 + number) if number in (1, 2) else None


def _about(page: Page, part: Sequence[Item]) -> Expression | None:
    inside = next((item for item in part if item.code == "i"), None)
    if inside is not None and page.text[inside.start].isascii():
        return None  # "примерно в 1650 году", but not "about in"
    return Qualified(reads(part)[0], "~")


def _or_so(page: Page, part: Sequence[Item]) -> Expression | None:
    if not re.match(r"\s(?:or\s(?:so|thereabouts|thereabout))\b", page.after(part[0].end, 20)):
        return None
    return Qualified(reads(part)[0], "~")


def _maybe(page: Page, part: Sequence[Item]) -> Expression | None:
    return Qualified(reads(part)[0], "?")


def _either(page: Page, part: Sequence[Item]) -> Expression | None:
    one, other = reads(part)
    return OneOf(one, other) if _alike(one, other) else None


def _between(page: Page, part: Sequence[Item]) -> Expression | None:
    one, other = reads(part)
    return Between(one, other)


def _until_event(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "From 1899 until his death in 1921"."""
    named = next(item for item in part if item.code == "_")
    return _between(page, part) if named.end - named.start <= _LONGEST_EVENT else None


def _night(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "В ночь с 31 декабря на 1 января"."""
    last = part[-2]
    return _between(page, part) if page.text[last.start : last.end].lower() == "на" else None


def _to(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "1914 to 1918", "May – July 1812": without "from" only dates of one kind."""
    one, other = reads(part)
    if not _alike(one, other):
        return None
    return Between(one, other)


def _alike(one: Expression, other: Expression) -> bool:
    """Whether two dates are given equally exactly."""
    if isinstance(one, Named) and isinstance(other, Named):
        return (one.weekday is None) == (other.weekday is None)
    if not isinstance(one, Calendar) or not isinstance(other, Calendar):
        return False
    first_, last = single(one.edtf), single(other.edtf)
    if first_ is None or last is None:
        return False
    return bool(first_["m"]) == bool(last["m"]) and bool(first_["d"]) == bool(last["d"])


def _until(page: Page, part: Sequence[Item]) -> Expression | None:
    return Bound(reads(part)[0], -1)


def _since(page: Page, part: Sequence[Item]) -> Expression | None:
    return Bound(reads(part)[0], 1)


def _russian_since(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "С 1958 года"; "с 3 марта" may open a longer time that goes on elsewhere."""
    told = reads(part)[0]
    if page.text[part[0].start : part[0].end].lower() not in ("с", "со"):
        return None
    if isinstance(told, Calendar) and (match := single(told.edtf)) and not match["d"]:
        return Bound(told, 1)
    return None


def _not_before(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Not before 1712", "no later than May", "не раньше", "not until": the other way round."""
    early = any(item.code in "eEz" for item in part)
    return Bound(reads(part)[0], 1 if early else -1)


def _from_on(page: Page, part: Sequence[Item]) -> Expression | None:
    last = part[-1]
    if last.code == "i" and page.text[last.start : last.end].lower() != "on":
        return None
    if last.code == "i" and part[0].code != "F":
        return None
    if last.code == "i" and not re.match(
        r"[\s]?[,.;:)]|$|\s(?:he|she|it|they|we|I)\b", page.after(last.end, 8)
    ):
        return None
    return Bound(reads(part)[0], 1)


PARTS = grammar(
    ("R", "t? b -? [CR]", _part),
    ("R", "t? [Bb] (?: f t? | t )? [CR]", _part),
    ("R", "t B f t u | B u", _part_of_unit),
    ("R", "u -? B", _year_end),
    ("R", "t? o ½ f? t? [CR]", _half),
)
WHOLES = grammar(
    ("R", "! [eEL] %? i? [CR] | ! z [CR]", _not_before),
    ("R", "I t? [CR] A t? [CR]", _between),
    ("R", "F i? t? [CR] ,? [Zz-] t? [CR]", _between),
    ("R", "F C i C", _night),
    ("R", "F [CR] [zZ] _ i [CR]", _until_event),
    ("R", "[CR] [Zz-] t? [CR]", _to),
    ("R", "[CR] O i? t? [CR]", _either),
    ("R", "F? [CR] (?: \\+ | (?<=[CR]) i )", _from_on),
    ("R", "F q? C", _russian_since),
    ("R", "(?: [kze] | p Z ) t? q? [CR]", _until),
    ("R", "[wV] t? q? [CR]", _since),
)
QUALIFIED = grammar(
    ("R", "q [.]? i? [CR]", _about),
    ("R", "m i? [CR]", _maybe),
    ("R", "[CR] O _", _or_so),
)
"""Parts first, then what is about or perhaps so, then ranges and bounds."""
