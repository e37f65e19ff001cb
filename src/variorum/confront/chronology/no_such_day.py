"""Days that no month has: the 31st of April, the 29th of February of a year that is no leap year."""

import re
from collections.abc import Iterator

from variorum.confront.chronology.row import CERTAIN, impossible
from variorum.confront.chronology.weekdays import OLD_STYLE_UNTIL
from variorum.confront.laid import Ground
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage

_SHORT = r"april|june|september|november|апреля|июня|сентября|ноября|juni|avril|juin"
_FEBRUARY = r"february|feb\.?|февраля|februar|février"
_DAY = re.compile(
    rf"(?<![\d.,-])(?:"
    rf"(?P<day>29|30|31)(?:st|nd|rd|th|\.|-?го)?\s(?:of\s|day of\s)?(?P<month>{_SHORT}|{_FEBRUARY})"
    rf"(?:,?\s(?P<year>1\d{{3}}|20\d\d)(?!\d))?"
    rf"|(?P<month2>{_SHORT}|{_FEBRUARY})\s(?:the\s)?(?P<day2>29|30|31)(?:st|nd|rd|th)?(?![\d/-])"
    rf"(?:,?\s(?P<year2>1\d{{3}}|20\d\d)(?!\d))?)",
    re.IGNORECASE,
)
_MONTH_END = re.compile(r"29|30|31")
_SAID_SO = re.compile(
    r"\b(?:no such|never|not|there is no|does not exist|jok\w*|sic|until|нет|не|шут\w*)\b|\[",
    re.IGNORECASE,
)
"""The text knows it: a joke, a "sic", "when there is a 30th of February"."""


def no_such_day(ground: Ground) -> Iterator[Impossibility]:
    """Dates that are in no calendar. The 29th of February of 1700, 1800 and 1900 is in the Julian one.
    A title in quotation marks is no date."""
    for scene in ground.scenes:
        place = scene.sentence.passage
        if not _MONTH_END.search(place.quote):
            continue
        for match in _DAY.finditer(place.quote):
            day = int(match["day"] or match["day2"])
            month = (match["month"] or match["month2"]).casefold()
            year = match["year"] or match["year2"]
            february = month.startswith(("feb", "фев", "fév"))
            titled = place.quote[match.end() : match.end() + 1] in ("»", "”", "“", '"')
            if (
                titled
                or _is(day, february, int(year) if year else None)
                or _SAID_SO.search(place.quote)
            ):
                continue
            words = Passage(
                place.source, place.start + match.start(), place.start + match.end(), match.group()
            )
            last = 30 if not february else 29 if _leap(int(year or 4)) else 28
            reason = f"There is no such day: that month had {last} days"
            yield impossible((words,), (reason,), CERTAIN)


def _is(day: int, february: bool, year: int | None) -> bool:
    if not february:
        return day <= 30
    return day == 29 and (year is None or _leap(year))


def _leap(year: int) -> bool:
    """In either calendar, as long as both were in use."""
    julian = year % 4 == 0 and year < OLD_STYLE_UNTIL
    return julian or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
