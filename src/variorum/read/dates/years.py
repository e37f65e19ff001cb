"""Years, decades, centuries and seasons of years, told from counts by what stands beside them."""

import re
from collections.abc import Sequence

from variorum.read.dates.expressions import Calendar, Expression
from variorum.read.dates.lexing import Item
from variorum.read.dates.page import Page, first, values

FIRST_BARE_YEAR = 1600
"""After an article or "and", a number below this is a count more often than a year."""
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|from|until|till|by|of|around|about|before|after|between|and|to|into|due|through|during|early|late|"
    r"mid|circa|year|[Cc]a?\.|or|The|the|its|our|their|his|her|at|for|fiscal|end|than|late|на|в|с|до|от|к|по"
    r"|после|около|между|и|или|через)\s|mid-|post-|pre-|\(|\d{4},\s|[-–—/]\s?)$|^\s*$",
    re.IGNORECASE,
)
_LIFE_CUE = re.compile(
    r"(?:\b(?:built|rebuilt|launched|scrapped|wrecked|lost|sunk|sank|founded|established|opened|closed"
    r"|demolished|completed|commissioned|born|died|married|killed|drowned|buried|printed"
    r"|published|written|dated|[bd]\.|род\.|ум\.|рожд\.|построен\w*|спущен\w*)(?::|,)?\s?"
    r"|^\s*[A-ZА-ЯЁ][\w ]{2,20}:\s)$|(?<=[bd]\.)$",
    re.IGNORECASE,
)
"""What a bare year dates: a ship built, a man's death; also the label of a line ("Built: 1911")."""
_CALLED_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|of|after|before|from|to|between|was|year|spring|summer|autumn|winter)\s$",
    re.IGNORECASE,
)
"""What stands before a year in words; other hundreds are counted."""
_UNCALLED = re.compile(
    r"(?:\b(?:no|nos|page|pages|pp?|vol|room|rooms|lines?|verses?|box|file|art|section|won|lost|by|score"
    r"|flight|route|№|стр|том|дело|ст)\.?|[^\s\w,;]|\d)\s?$",
    re.IGNORECASE,
)
"""Before "1881-94" these make it no years."""
_CLOSED = re.compile(r"\s?(?:[;:!?)]|[.,](?!\d)|$)")
_ARTICLE = re.compile(r"\b(?:the|its|our|their|his|her|at|for|and|or|в|на|и|или|через)\s$", re.I)
PRICED = re.compile(r"[\w.,$£€№#]$|[$£€№#]\s$")
GOES_ON = re.compile(r"[\w$%°]|[.,:]\d|\s?(?:km|m|kg|lb|ft|hp|tons|метр|км|руб)\b|\s?%")
NOUNS = ("NNS", "NNPS", "NOUN", "ADJ", "CD", "NUM", "$")


def season_of_year(page: Page, part: Sequence[Item]) -> Expression | None:
    (season, *_), (year, *_) = values(part, "S"), values(part, "Y")
    return Calendar(f"{year}-{season}")


def season_span(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The winter of 1902-03", whose years read alone are a month."""
    told = part[-1].read
    shape = re.fullmatch(r"(\d\d(\d\d))-(\d\d)", told.edtf) if isinstance(told, Calendar) else None
    if shape is None or part[0].value != 24 or int(shape[3]) != (int(shape[2]) + 1) % 100:
        return None
    return Calendar(f"{shape[1]}-12/{int(shape[1]) + 1}-02")


def season_years(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The winter of 1871-72"."""
    (season, *_), (year, *_) = values(part, "S"), values(part, "Y")
    last = values(part, "YdN")[-1]
    if last % 100 != (year + 1) % 100 or season != 24:
        return None
    return Calendar(f"{year}-12/{year + 1}-02")


def century_in_words(page: Page, part: Sequence[Item]) -> Expression | None:
    number = values(part, "o&")[-1] + sum(n for n in values(part, "n") if n == 20)
    return Calendar(f"{number - 1:02d}XX") if 1 <= number <= 21 else None


def decade_in_digits(page: Page, part: Sequence[Item]) -> Expression | None:
    number = values(part, "DYdN")[0]
    if number % 10:
        return None
    return Calendar(f"{number // 10}X" if number > 99 else f"XX{number // 10}X")


def worded_decade(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "The nineteen-thirties", "the thirties", "тридцатые годы"; "her thirties" are an age."""
    numbers = values(part, "no")
    tens = values(part, "Go")[-1]
    if tens % 10 or not 20 <= tens <= 90:
        return None
    if part[-1].code == "U" and part[-1].value != "year":
        return None
    if part[0].code == "n":
        return Calendar(f"{numbers[0]}{tens // 10}X") if 15 <= numbers[0] <= 20 else None
    return Calendar(f"XX{tens // 10}X")


def year_span(page: Page, part: Sequence[Item]) -> Expression | None:
    begin, *_ = values(part, "Y")
    last = values(part, "YdN")[-1]
    whole = last > 99
    end = last if whole else begin // 100 * 100 + last
    written = page.text[part[2].start : part[2].end]
    if begin >= end or (not whole and len(written) != 2) or end > 2099:
        return None
    before = page.before(part[0].start)
    if PRICED.search(before) or GOES_ON.match(page.text, part[2].end):
        return None
    cued = whole or before.endswith("(") or bool(_YEAR_CUE.search(before))
    if not cued and not _UNCALLED.search(before):
        cued = begin >= FIRST_BARE_YEAR and bool(_CLOSED.match(page.text, part[2].end))
    return Calendar(f"{begin}/{end}") if cued or part[-1].code in "uU" else None


def short_year(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "In '78": a year whose century is not said."""
    year = part[-1]
    written = page.text[year.start : year.end]
    if len(written) != 2 or part[-2].end != year.start or page.tag_after(year.end) in NOUNS:
        return None
    return None if GOES_ON.match(page.text, year.end) else Calendar(f"XX{written}")


def called_year(page: Page, part: Sequence[Item]) -> Expression | None:
    """A year that is called one: "the year 1931", "1931 году", "1941-й год"."""
    unit = first(part, "uU")
    if unit.value != "year" or PRICED.search(page.before(first(part, "Y").start)):
        return None
    return Calendar(str(values(part, "Y")[0]))


def bare_year(page: Page, part: Sequence[Item]) -> Expression | None:
    """Four digits are a year where a cue stands before them and nothing countable after them."""
    year, start, end = values(part, "Y")[0], part[0].start, part[0].end
    before = page.before(start)
    if PRICED.search(before) and not before.endswith(("-", "–")):
        return None
    marked = re.match(r"\s?(?:гг?|рр?)\.", page.after(end, 5))
    if marked:
        return Calendar(str(year))
    if GOES_ON.match(page.text, end) or re.match(r"-\d", page.after(end, 2)):
        return None
    counted = page.tag_after(end) in NOUNS
    if _LIFE_CUE.search(before):
        return None if counted else Calendar(str(year))
    if not _YEAR_CUE.search(before) or (before.endswith("at ") and year % 100 < 60):
        return None  # "at 1830" is an hour as soon as a year
    if before.endswith(("fiscal ", "Fiscal ")):
        return Calendar(str(year))
    if counted or (_ARTICLE.search(before) and year < FIRST_BARE_YEAR):
        return None
    return Calendar(str(year))


def worded_year(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "In nineteen forty-one"."""
    numbers = values(part, "n")
    if not 15 <= numbers[0] <= 20 or numbers[0] == 20 or not 10 <= numbers[1] < 100:
        return None
    if len(numbers) == 3 and (numbers[1] < 20 or numbers[2] > 9):
        return None
    if page.tag_after(part[-1].end) in NOUNS:
        return None
    return Calendar(f"{numbers[0]}{sum(numbers[1:]):02d}")


def hundred_year(page: Page, part: Sequence[Item]) -> Expression | None:
    """ "In nineteen hundred and five", "it was eighteen hundred and ninety-one"."""
    numbers = values(part, "n")
    hundreds = numbers[1] == 100 and 15 <= numbers[0] < 20
    if not hundreds and numbers[:2] != [2, 1000]:
        return None
    if page.tag_after(part[-1].end) in NOUNS:
        return None
    rest = numbers[2:]
    if len(rest) > 1 and (rest[0] < 20 or rest[0] % 10 or rest[1] > 9):
        return None
    if sum(rest) > 99 or not _CALLED_YEAR.search(page.before(part[0].start)):
        return None
    return Calendar(str(numbers[0] * numbers[1] + sum(rest)))


def worded_month(page: Page, part: Sequence[Item]) -> Expression | None:
    told = worded_year(page, part)
    return (
        Calendar(f"{told.edtf}-{values(part, 'M')[0]:02d}") if isinstance(told, Calendar) else None
    )
