"""Sentences that contradict themselves: ages, lengths of time and series against the years they give."""

import re
from collections.abc import Iterator

from variorum.confront.chronology.row import CERTAIN, LIKELY, impossible
from variorum.confront.laid import Ground, Scene
from variorum.confront.topics import once_only_act
from variorum.model.edtf import bounds
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Quantity

SLACK_YEARS = 1
"""Years an age may be off without being called impossible: counted in running years, or misdated."""

_YEAR = re.compile(r"\d{4}(?:-\d{2}){0,2}$")
_WHEN = re.compile(r"^[^;.]{0,60}?\b(?:when|in|on|by|когда|в)\b[^;.]{0,80}$", re.IGNORECASE)
"""From an age to the moment it is told of, within one clause or its "when"."""

_PLAIN = r"(?P<first>1\d{3}|20\d\d)"
_ENDS = re.compile(
    rf"[\s,:(—–-]{{1,4}}(?:(?:from|between|с|со)\s)?{_PLAIN}"
    r"(?:\s?[-–—]\s?|\s(?:to|until|till|and|through|по|до)\s)(?P<last>1\d{3}|20\d\d)(?!\d)",
    re.IGNORECASE,
)
"""The years right after a length of time: ", 1912 to 1914", " (1912–1914)", " from 1912 until 1914"."""

_YEARLY = re.compile(
    rf"\b(?:one|once|a voyage|a trip)\s(?:a|each|every)\s(?:year|summer|winter|season)"
    rf"[\s,]+(?:from|starting in|beginning in|since)\s{_PLAIN}"
    rf"|\bпо одн(?:ому|ой)\s(?:в|каждый)\sгод[\s,]+(?:начиная\s)?с\s(?P<later>1\d{{3}}|20\d\d)",
    re.IGNORECASE,
)
"""A series of one a year, and the year of the first."""

_HOME = re.compile(
    r"\b(?:home|retired|ashore|gave it up|for good|the last|вернул\w*|навсегда|последн\w*)\b"
    r"[^.;]{0,40}?\b(?P<end>1\d{3}|20\d\d)(?!\d)",
    re.IGNORECASE,
)
"""The end of a series: "home for good in 1907", "the last in 1907"."""

_LONGEST_SERIES = 60
"""Of one a year: more are no man's."""

_IN_YEARS = frozenset(("year",))


def sentences(ground: Ground) -> Iterator[Impossibility]:
    """The impossibilities that one sentence holds by itself, in the order of the sentences."""
    for scene in ground.scenes:
        if scene.quantities:
            yield from _ages(scene, ground)
            yield from _lengths(scene)
            yield from _series(scene)


def _ages(scene: Scene, ground: Ground) -> Iterator[Impossibility]:
    """ "Born in 1907 and nineteen when he came aboard in 1921".

    Only where it names one person at most, one birth, one age and, after "when" or within reach of the
    age, one further year: then whose years they are needs no name.
    """
    ages = [q for q in scene.quantities if q.counted == "age" and q.exactness == "exact"]
    years = [d for d in scene.dates if _YEAR.match(d.edtf) and "/" not in d.edtf]
    if len(ages) != 1 or len(years) != 2:
        return
    people = {m.entity for m in scene.mentions if ground.types.get(m.entity) == "person"}
    births = [d for d in years if once_only_act(scene, d.passage) == "born"]
    if len(births) != 1 or len(people) > 1:
        return
    (age,), (birth,) = ages, births
    (later,) = [d for d in years if d is not birth]
    born, told = bounds(birth.edtf), bounds(later.edtf)
    if born is None or told is None or not _WHEN.search(_between(scene, age, later)):
        return
    fewest, most = told[0].year - born[1].year - 1, told[1].year - born[0].year
    if fewest - SLACK_YEARS <= age.low <= most + SLACK_YEARS:
        return
    was = f"{fewest} or {most}" if fewest != most else str(most)
    shown = " ".join(age.passage.quote.split())
    reason = f"Who was born in {born[0].year} was {was} in {told[0].year}, not “{shown}”"
    yield impossible((birth.passage, age.passage, later.passage), (reason,), LIKELY)


def _between(scene: Scene, age: Quantity, later: DateMention) -> str:
    """The words from an age to a later date of the sentence; "" where the date stands first."""
    offset = scene.sentence.passage.start
    begin, end = age.passage.end - offset, later.passage.start - offset
    return scene.sentence.passage.quote[begin:end] if begin < end else ""


def _lengths(scene: Scene) -> Iterator[Impossibility]:
    """ "Served four years, 1912 to 1914". Years may be counted with both ends or with neither."""
    place = scene.sentence.passage
    for row in scene.quantities:
        if row.unit not in _IN_YEARS or row.counted == "age" or row.exactness != "exact":
            continue
        match = _ENDS.match(place.quote, row.passage.end - place.start)
        if match is None or row.low != row.high or row.low != int(row.low):
            continue
        first, last = int(match["first"]), int(match["last"])
        if not first < last or last - first - 1 <= row.low <= last - first + 1:
            continue
        shown = " ".join(row.passage.quote.split())
        reason = f"From {first} to {last} are {last - first} years, not “{shown}”"
        ends = _cut(place, match.start("first"), match.end("last"))
        yield impossible(
            (row.passage, ends), (reason, f"{last} − {first} = {last - first}"), LIKELY
        )


def _series(scene: Scene) -> Iterator[Impossibility]:
    """ "Six voyages, one a year from 1903, and home for good in 1907": the sixth was in 1908."""
    place = scene.sentence.passage
    yearly = _YEARLY.search(place.quote)
    if yearly is None:
        return
    home = _HOME.search(place.quote, yearly.end())
    before = [
        row
        for row in scene.quantities
        if row.passage.end - place.start <= yearly.start() and row.unit == ""
    ]
    if home is None or len(before) != 1:
        return
    (count,) = before
    many = int(count.low)
    if count.exactness != "exact" or count.low != count.high or not 1 < many <= _LONGEST_SERIES:
        return
    first, end = int(yearly["first"] or yearly["later"]), int(home["end"])
    last = first + many - 1
    if not first <= end < last:
        return
    shown = " ".join(count.passage.quote.split())
    reason = f"One a year from {first}, the last of “{shown}” was in {last}, not by {end}"
    told = f"{first} + {many} − 1 = {last}"
    words = (_cut(place, *yearly.span()), _cut(place, *home.span()))
    yield impossible((count.passage, *words), (reason, told), CERTAIN)


def _cut(place: Passage, begin: int, end: int) -> Passage:
    """The part of a sentence between two offsets of it."""
    return Passage(place.source, place.start + begin, place.start + end, place.quote[begin:end])
