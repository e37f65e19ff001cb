"""Relative phrases: "three years later", "last Friday", "that June 3rd", "через три года"."""

import re
from collections.abc import Sequence

from variorum.read.dates.amounts import AMOUNT, counted, shift
from variorum.read.dates.expressions import (
    SPEECH,
    STORY,
    Around,
    Calendar,
    DayOfMonth,
    Expression,
    Named,
    Reference,
    Shift,
    Sofar,
    Stretch,
    Week,
)
from variorum.read.dates.lexing import Item
from variorum.read.dates.page import Page, first, grammar, reads, values
from variorum.read.dates.seasons import EACH, early_season, russian_season, the_season

_UNIT = "[uU] (?: A a ½ )?"
_END = re.compile(
    r"\s?(?:[.,;:!?)\]»”\"'’—–-]|$)|\s(?:and|but|or|when|he|she|it|they|we|I|there|и|а|но|когда|он|она|они|мы|я)\b"
)
"""After "the day before": no event is named that the day is before."""
_VERB_AFTER = re.compile(
    r"\s?[.,;:!?)]|$|\s(?:[a-z]+ed|we|I|he|she|they|the|it|and|was|were|came)\b"
)
_SIGN = {"l": -1, "p": -1, "h": 0, "T": 0, "s": 0, "x": 1, "X": 1}


def _ago(page: Page, part: Sequence[Item]) -> Expression | None:
    return shift(part, -1, SPEECH)


def _week_of(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The week of March 6": the week that day lies in."""
    told = reads(part)[0]
    if first(part, "u").value != "week" or not isinstance(told, Calendar):
        return None
    return Week(told) if re.fullmatch(r"[\dX]{4}-\d\d-\d\d", told.edtf) else None


def _later(page: Page, part: Sequence[Item]) -> Expression | None:
    if page.after(part[-1].end, 6).startswith(" than "):
        return None
    return shift(part, 1, STORY)


def _earlier(page: Page, part: Sequence[Item]) -> Expression | None:
    if page.after(part[-1].end, 6).startswith(" than "):
        return None
    return shift(part, -1, STORY)


def _before_or_after(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Two days before." — but not "two days before the fire", whose day nobody can tell."""
    if not _END.match(page.text, part[-1].end):
        return None
    return shift(part, 1 if part[-1].code == "V" else -1, STORY)


def _from_date(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Two days before May 4, 1931"."""
    (told,) = reads(part)
    if next(item for item in part if item.code not in "q@i").code == "U":
        return None
    return shift(part, 1 if first(part, "eV").code == "V" else -1, STORY, told)


def _passed(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Thirty years had passed", "прошло тридцать лет": what is told next is that much later."""
    if part[0].code == "j":
        return shift(part[1:], 1, STORY)
    if page.text[first(part, "J").start : first(part, "J").end].lower() != "had":
        return None
    return shift(part, 1, STORY)


def _in_time(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Через три года", "через день"."""
    return shift(part, 1, STORY)


def _after_time(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Спустя два месяца"."""
    if page.text[part[0].start : part[0].end].lower() != "спустя":
        return None
    return shift(part[1:], 1, STORY)


def _yesterday(page: Page, part: Sequence[Item]) -> Expression | None:
    shift = values(part, "y")[0]
    if any(item.code == "u" for item in part):
        shift += -1 if any(item.code == "e" for item in part) else 1
    return Around("day", shift, SPEECH)


def _picked(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Last Friday", "the next day", "that summer", "this morning", "the same year"."""
    picking = first(part, "lphTsxX")
    articled = part[0].code == "t"
    base = SPEECH
    if picking.code in "pXTs" or (picking.code == "x" and articled):
        base = STORY
    head = part[-1]
    which = _SIGN[picking.code]
    if page.text[picking.start : picking.end].lower() in ("recent", "latest") and head.code != "u":
        return None
    if picking.code == "h" and page.text[picking.start : picking.end].lower() in ("это", "эта"):
        return None
    if (
        picking.code == "l"
        and articled
        and head.code == "u"
        and head.value not in ("week", "month")
    ):
        if head.value == "day":
            return None  # "the last day" of whatever it was
        return Stretch(str(head.value), 1, -1, SPEECH)
    if head.code == "P":
        night = page.text[head.start : head.end].lower() in ("night", "ночь", "ночью")
        if picking.code == "l" and not night:
            return None  # "the last evening" of whatever it was
        if picking.code in "xX":
            return Around("day", 1, base)
        return Around("day", which if picking.code in "lp" else 0, base)
    return _named(head, which, base)


def _named(head: Item, which: int | None, base: str) -> Expression | None:
    if head.code in "uc":
        return Around(str(head.value), which or 0, base)
    if head.code == "W" and isinstance(head.value, int):
        return Named("", head.value, which, base)
    if head.code == "S":
        return Named(f"XXXX-{head.value}", None, which, base)
    if head.code == "M" and isinstance(head.value, int):
        return Named(f"XXXX-{head.value:02d}", None, which, base)
    if head.code == "H":
        value = str(head.value)
        return Named(f"XXXX-{value}", None, which, base) if value[0].isdigit() else None
    if isinstance(head.read, Calendar) and head.read.edtf.startswith("XXXX-"):
        return Named(head.read.edtf, None, which, base)
    return None


def _of_year(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "June last year", "April of that year", "в марте того же года"."""
    picking = first(part, "lphTsxX")
    if part[-1].value != "year":
        return None
    base = STORY if picking.code in "pXTs" else SPEECH
    which = _SIGN[picking.code]
    named = _named(part[0], which, base)
    if isinstance(named, Named) and not named.edtf:
        return None
    # the month of the year before: not the last month of that name
    edtf = named.edtf if isinstance(named, Named) else ""
    return Named(edtf, None, which * 10, base) if edtf else None


def _years_own(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Last year's spring", "this year's third quarter"."""
    unit, possessive = first(part, "u"), first(part, "_")
    if unit.value != "year" or page.text[possessive.start : possessive.end] != "s":
        return None
    picking = first(part, "lphTx")
    base = STORY if picking.code in "pT" else SPEECH
    which = 10 * _SIGN[picking.code]
    if part[-1].code == "u":
        quarter = values(part, "o")[0]
        named = part[-1].value == "quarter" and quarter <= 4
        return Named(f"XXXX-{32 + quarter}", None, which, base) if named else None
    told = _named(part[-1], which, base)
    return told if isinstance(told, Named) and told.edtf else None


def _stretch(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The past three years", "over the next two weeks"."""
    picking = first(part, "lpxX")
    rest = part[[item is picking for item in part].index(True) + 1 :]
    low, high = counted(rest)
    if low != high:
        low = None
    base = STORY if picking.code in "pX" else SPEECH
    return Stretch(str(first(rest, "uU").value), low, _SIGN[picking.code], base)


def _the_quarter(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The quarter": the one being told of."""
    unit = part[-1].value
    if unit == "weekend":
        return Around("weekend", 0, SPEECH)
    return Around("quarter", 0, STORY) if unit == "quarter" else None


def _year_ago(page: Page, part: Sequence[Item]) -> Expression | None:
    unit = str(first(part, "u").value)
    return Shift(unit, 1, 1, -1, SPEECH if any(item.code == "g" for item in part) else STORY)


def _so_far(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Earlier this year", "later that day", "earlier yesterday"."""
    sign = 1 if part[0].code == "L" else -1
    head = part[-1]
    if head.code == "y":
        return _yesterday(page, part)
    story = any(item.code == "T" for item in part)
    if head.code == "P" or head.value == "day":
        return Around("day", 0, STORY if story else SPEECH)
    if head.code == "S":
        return _named(head, 0, STORY if story else SPEECH)
    return Sofar(Around(str(head.value), 0, STORY if story else SPEECH), sign)


def _weekday(page: Page, part: Sequence[Item]) -> Expression | None:
    day = first(part, "W")
    if EACH.search(page.before(part[0].start)):
        return None
    if not day.value and not isinstance(day.value, int):
        return None
    return Named("", day.value if isinstance(day.value, int) else None, None, SPEECH)


def _dated_weekday(page: Page, part: Sequence[Item]) -> Expression | None:
    """A weekday beside its date: the date's value."""
    told = reads(part)[0]
    if isinstance(told, Calendar) and re.fullmatch(r"[\dX]{4}-\d\d-\d\d", told.edtf):
        return told
    return None


def _quarter(page: Page, part: Sequence[Item]) -> Expression | None:
    unit, numbers = first(part, "u"), values(part, "o")
    if unit.value != "quarter" or not numbers or numbers[0] > 4:
        return None
    return Named(f"XXXX-{32 + numbers[0]}", None, None, SPEECH)


def _day_of_month(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "On the 14th we left"; not "on the 14th floor"."""
    day = first(part, "o")
    word = page.text[day.start : day.end]
    said = page.text[part[0].start : part[0].end].lower()
    if said != "on" or not word[0].isdigit() or not 1 <= int(day.value or 0) <= 31:
        return None
    return DayOfMonth(int(day.value or 0)) if _VERB_AFTER.match(page.text, day.end) else None


def _now(page: Page, part: Sequence[Item]) -> Expression | None:
    if page.text[part[0].start : part[0].end].lower() == "now" and re.match(
        r"\s(?:that|and\sthen)\b|,?\sthen\b", page.after(part[0].end, 12)
    ):
        return None
    return Reference(values(part, "r")[0])


def _currently(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The current mayor": of now; "this current" of water is a noun."""
    if page.text[part[0].start : part[0].end].lower() != "current":
        return None
    token = page.token(part[0].start)
    return Reference(0) if page.parse.tags[token] == "JJ" else None


def _day_before(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The day before", "the morning after", where no event follows."""
    if not _END.match(page.text, part[-1].end):
        return None
    sign = -1 if part[-1].code in "eE" else 1
    unit = first(part, "uP")
    return Around("day" if unit.code == "P" else str(unit.value), sign, STORY)


def _eve(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "Накануне"; before a name it is the eve of that."""
    parse, after = page.parse, page.token(part[0].start) + 1
    noun = after < len(parse.words) and parse.tags[after] in ("NOUN", "ADJ", "PROPN")
    if noun and parse.words[after].lower() != parse.lemmas[after]:
        return None  # "накануне войны"
    return Around("day", -1, STORY)


_PICK = "(?: t? [lpX] | t? x | h | T s? | t s | s )"

RELATIVE = grammar(
    ("C", "W P? ,? t? C | C ,? <? W >?", _dated_weekday),
    ("R", "t? u f C", _week_of),
    ("R", "[CMS] ,? [fi]? (?: [lhx] | T s? | t [sX] | X ) u", _of_year),
    ("R", "(?: t? [lhx] | t? p | T s? ) u ~ _ (?: o -? u | [SMC] )", _years_own),
    ("R", "(?: t? u )? [eV] y | y P?", _yesterday),
    ("R", "[EL] i? t? y", _so_far),
    ("R", f"q? {AMOUNT} {_UNIT} T? g", _ago),
    ("R", f"q? {AMOUNT} {_UNIT} [eV] t? C", _from_date),
    ("R", f"q? {AMOUNT} {_UNIT} L", _later),
    ("R", f"L q? {AMOUNT} {_UNIT}", _after_time),
    ("R", f"q? {AMOUNT} {_UNIT} E", _earlier),
    ("R", f"q? {AMOUNT} {_UNIT} [eV]", _before_or_after),
    ("R", f"q? {AMOUNT} {_UNIT} J j", _passed),
    ("R", f"j i? q? {AMOUNT} {_UNIT}", _passed),
    ("R", f"@ q? {AMOUNT} {_UNIT}", _in_time),
    ("R", "t? [lpxX] (?: v f? | n -? n | [ndN] (?: [-O] [ndN] )? )? U", _stretch),
    ("R", "[EL] i? (?: h | T s? | t s? ) [uPS]", _so_far),
    ("R", f"{_PICK} [uPWMSHCc]", _picked),
    ("R", "t? a? u - [gE] u?", _year_ago),
    ("R", "t u", _the_quarter),
    ("R", "t [uP] [eEVL]", _day_before),
    ("R", "t? o -? u", _quarter),
    ("R", "i t o", _day_of_month),
    ("R", "i t b S", early_season),
    ("R", "i t? S", the_season),
    ("R", "S", russian_season),
    ("R", "W P?", _weekday),
    ("R", "Q", _eve),
    ("R", "r", _now),
    ("R", "h", _currently),
)
"""Phrases whose time depends on another, as class R; the dates they take in stay class C."""
