"""Well-known events by name: the few whose dates stand in every reference work."""

import re
from collections.abc import Iterator

from variorum.read.dates.expressions import Calendar, Event, Qualified
from variorum.read.dates.lexing import Item

_EVENTS = (
    (r"(?:First\sWorld\sWar|World\sWar\s(?:I|One)(?!\w)|Перв\w+\sмиров\w+\sвойн\w+)",
     "1914-07-28/1918-11-11", "First World War"),
    (r"(?:Second\sWorld\sWar|World\sWar\s(?:II|Two)(?!\w)|Втор\w+\sмиров\w+\sвойн\w+)",
     "1939-09-01/1945-09-02", "Second World War"),
    (r"(?:Great\sPatriotic\sWar|Велик\w+\sОтечественн\w+(?:\sвойн\w+)?)",
     "1941-06-22/1945-05-09", "Great Patriotic War"),
    (r"(?:October\sRevolution|Октябрьск\w+\sреволюци\w+)", "1917-11-07", "October Revolution"),
    (r"(?:February\sRevolution|Февральск\w+\sреволюци\w+)",
     "1917-03-08/1917-03-16", "February Revolution"),
    (r"(?:Russo-Japanese\sWar|[Рр]усско-[Яя]понск\w+\sвойн\w+)",
     "1904-02-08/1905-09-05", "Russo-Japanese War"),
    (r"(?:American\sCivil\sWar)", "1861-04-12/1865-05-26", "American Civil War"),
    (r"(?:French\sRevolution)(?!\s(?:of|de)\b)", "1789-05-05/1799-11-09", "French Revolution"),
)  # fmt: skip
_BEFORE_CHRIST = re.compile(
    r"(?<![\w.,])(?P<about>(?i:circa|about|around|approximately|roughly|c\.|ca\.|около"
    r"|(?:примерно|приблизительно)(?:\sв)?)\s?)?(?P<year>\d{1,4})"
    r"(?:\s?(?:год\w{0,3}|г\.|рок\w{0,2}|р\.))?"
    r"\s?(?:B\.\s?C\.(?:\s?E\.)?|BCE?\b|до\sн\.\s?[эе]\.?|до\sРождества\sХристова)"
)
_NEW_YEAR = re.compile(
    r"\bNew\sYear['’]?s['’]?\s(?P<feast>Eve|Day)(?:,?\s(?:of\s|in\s)?(?P<year>1\d\d\d|20\d\d)(?!\w))?"
)
_BEFORE = (
    r"(?P<cue>[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Dd]uring|[Дд]о|[Пп]осле|[Вв]о?\s(?:время|годы)"
    r"|[Дд]о\sначала|[Пп]осле\sокончания|с\sначала)\s(?:the\s)?"
)
_EVENT = re.compile(
    _BEFORE
    + "(?:"
    + "|".join(f"(?P<e{n}>{words})" for n, (words, _, _) in enumerate(_EVENTS))
    + ")"
)
_ERA = re.compile(
    r"\b(?:(?:[Bb]efore|[Aa]fter|[Ss]ince|[Dd]uring)\sthe\s(?P<en>war|revolution)"
    r"|(?:[Дд]о|[Пп]осле|[Вв]о\sвремя)\s(?P<ru>войны|революции))\b(?=\s?[.,;:!?)—–]|\s[a-zа-яё]|$)"
    r"(?!\s(?:of|in|with|on|against|за|с|в)\b)"
)
"""A war or revolution that is not named: a time, but nobody knows which."""
_UP_TO, _FROM_ON = ("before", "until", "до"), ("after", "since", "после", "с")


def before_christ(text: str) -> Iterator[Item]:
    """Years before Christ, counted as EDTF does, with a year 0: 264 B.C. is ``-0263``."""
    for match in _BEFORE_CHRIST.finditer(text):
        year = int(match["year"]) - 1
        if year > 0:
            told = Calendar(f"-{year:04d}")
            read = Qualified(told, "~") if match["about"] else told
            yield Item("E", match.start(), match.end(), None, read)


def new_years(text: str) -> Iterator[Item]:
    """ "New Year's Eve 1929", "New Year's Day": feasts whose names are words of time too."""
    for match in _NEW_YEAR.finditer(text):
        day = "12-31" if match["feast"].lower() == "eve" else "01-01"
        yield Item(
            "E", match.start(), match.end(), None, Calendar(f"{match['year'] or 'XXXX'}-{day}")
        )


def open_eras(text: str) -> Iterator[Item]:
    """ "After the war", "до революции": times told of that stay open."""
    for match in _ERA.finditer(text):
        name = match["en"] or {"войны": "war", "революции": "revolution"}[match["ru"]]
        yield Item("E", match.start(), match.end(), None, Event("", name))


def dated_events(text: str) -> Iterator[Item]:
    """ "Before the October Revolution", "во время Великой Отечественной войны": phrases with the time
    that the event gives them, in order. An event alone is no date of what is told."""
    for match in _EVENT.finditer(text):
        number = int((match.lastgroup or "e0")[1:])
        _, span, name = _EVENTS[number]
        begin, _, end = span.partition("/")
        cue = match["cue"].lower().split()[0]
        if cue in _UP_TO:
            value = f"../{end if cue == 'until' and end else begin}"
        elif cue in _FROM_ON:
            value = f"{end or begin}/.." if cue in ("after", "после") else f"{begin}/.."
        else:
            value = span
        yield Item("E", match.start(), match.end(), None, Event(value, name))
