"""Days: one account dates the story a day or two from where the others date it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from variorum.confront.context import BIRTH
from variorum.confront.laid import Ground
from variorum.confront.moments import is_stamp
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair
from variorum.model.passage import Passage

NEAR = 3
"""Days by which a story is misdated in telling; what is farther off is likelier another day's event."""

FEWEST = 2
"""Accounts that date the story alike before another's day is held against theirs."""

REACH = 50
"""Characters around a date in which words may make it the day of something else."""

MOST_NAMED = 3
"""Places of one account where its day is named that are shown."""

_FULL = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d{2})-(?P<day>\d{2})(?:T.*)?")
_AFTER = re.compile(
    r"\b(?:buried|burial|funeral|inquest|inquiry|court|trial|report\w*|telegra\w*|newspaper|news|wrote|written"
    r"|letter|later|after\w*|following|next|hospital|until|till|since|arriv\w+|brought|bodies|body|left|returned"
    r"|day\sbefore|eve|planned|due|ordered|orders|born|birthday|похорон\w*|следств\w+|суд\w*|телеграм\w+|газет\w+"
    r"|письм\w+|после|позже|потом|следующ\w+|накануне|прибы\w+|вернул\w+|привезл\w+|до)\b",
    re.IGNORECASE,
)
"""Words of what comes before or after an event: its day is another by right."""


@dataclass(frozen=True, slots=True)
class _Dated:
    day: date
    scene: int
    passage: Passage


def days(ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """Accounts of one story that know only another day for it than most do, up to NEAR days off.

    The story's day is the one most accounts name. An account that names it anywhere, or names several
    other days, is not held against it: it tells of several days. Linear in the dates.
    """
    if not ground.story:
        return
    told = _told(ground)
    counts = Counter(day for rows in told.values() for day in {row.day for row in rows})
    known = counts.most_common(2)
    if not known or known[0][1] < FEWEST or (len(known) > 1 and known[1][1] == known[0][1]):
        return
    usual = known[0][0]
    right = [
        row
        for _, rows in sorted(told.items())
        for row in [r for r in rows if r.day == usual][:MOST_NAMED]
    ]
    for _, rows in sorted(told.items()):
        others = {row.day for row in rows}
        if usual in others:
            continue
        near = [row for row in rows if 0 < abs((row.day - usual).days) <= NEAR]
        if len({row.day for row in near}) != 1 or _AFTER.search(_around(near[0], ground)):
            continue
        for one, other in product(right, near[:MOST_NAMED]):
            first, second = sorted((one, other), key=lambda row: row.scene)
            yield (
                Pair(first.scene, second.scene, 2.0, 0.3, 0.0, 0.0, 1.0, 0),
                Difference(
                    "date", "day", "day of the story", "On what day was it?",
                    Told(_shown(first), first.passage, first.scene),
                    Told(_shown(second), second.passage, second.scene), 2.0,
                    ("one account knows another day only than the one most accounts name",),
                ),
            )  # fmt: skip


def _told(ground: Ground) -> dict[str, list[_Dated]]:
    """By account of the story, the days it names in what it tells; a day without a year has the year
    most named."""
    scenes = [s for s in ground.scenes if s.sentence.account in ground.story and s.dates]
    years = Counter(
        match["year"]
        for scene in scenes
        for row in scene.dates
        if (match := _FULL.fullmatch(row.edtf)) and match["year"] != "XXXX"
    )
    year = years.most_common(1)[0][0] if years else ""
    found: dict[str, list[_Dated]] = defaultdict(list)
    for scene in scenes:
        account = ground.accounts.get(scene.sentence.account)
        if account is None or is_stamp(scene):
            continue
        for row in scene.dates:
            day = _day(row.edtf, year)
            if day is None or row.event == BIRTH or row.edtf == account.date:
                continue
            found[account.id].append(_Dated(day, scene.number, row.passage))
    return found


def _day(edtf: str, year: str) -> date | None:
    match = _FULL.fullmatch(edtf)
    if match is None:
        return None
    told = year if match["year"] == "XXXX" else match["year"]
    try:
        return date(int(told), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _around(row: _Dated, ground: Ground) -> str:
    whole = ground.scenes[row.scene].sentence.passage
    begin, end = row.passage.start - whole.start, row.passage.end - whole.start
    return whole.quote[max(0, begin - REACH) : end + REACH]


def _shown(row: _Dated) -> str:
    return f"{' '.join(row.passage.quote.split())} ({row.day.isoformat()})"
