"""Births: a named person's age, with the time it was theirs, is a birth within two years."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from variorum.model.critique import Account
from variorum.model.edtf import bounds
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Sentence, Statement
from variorum.read.dates.anchors import DATED_KINDS, TOLD_KINDS
from variorum.read.dates.arithmetic import days

BIRTH = "birth"
"""The ``event`` of a date that an age implies; what the words themselves date is ``born``."""

_AGE = re.compile(r"(?P<about>~)?(?P<low>\d{1,3})(?:\.\.(?P<high>\d{1,3}))?")
_WAS = re.compile(
    r"\b(?:was|were|had\sbeen|turned|been)\s(?:\w+\s){0,2}\w*$|\bбыл[аои]?\b", re.IGNORECASE
)
_IS = re.compile(r"\b(?:am|is|are)\s(?:\w+\s){0,2}$|['’]m\s$", re.IGNORECASE)
_NOW = re.compile(
    r"[,)]{1,2}\s(?:who\s)?(?:now\s)?(?:sa(?:ys|id)|recall(?:s|ed)|remember(?:s|ed)|t(?:ells|old)|lives|is)\b"
)
"""After an age: what somebody does at the time of the account, whatever they speak of."""
_GOING = re.compile(r"ид[её]т\s", re.IGNORECASE)
"""An age told in the present: "ему идёт 71-й год"."""
_LOST = re.compile(
    r"\b(?:died|dead|drowned|perished|killed|murdered|shot|executed|missing|lost|sank|went\sdown"
    r"|victims?|bod(?:y|ies)|buried|погиб\w*|утонул\w*|умер\w*|убит\w*|расстрел\w*|пропал\w*)\b",
    re.IGNORECASE,
)
"""Words of a death or a loss: an age beside them is of that time, not of the account's."""
_SENTENCES_BACK = 2
"""How many sentences before an age may tell of the death, or the other time, that it is of."""
LONGEST_MOMENT = 366
"""Days of the longest time that an age is counted from: an age in a decade is no birth."""


def find_births(
    statements: Sequence[Statement],
    sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
    people: Collection[str],
    account: Account,
) -> Iterator[DateMention]:
    """The births that stated ages of persons imply, with the age's own words, in order of the text.

    Eighty-four in May 1998 is born in ``1913/1914``. The time is the statement's own; else the
    account's, where it speaks of its own days, and of no others and no death just there.
    ``people`` are the mention ids of persons.
    What was an age at another time, or whose, stays an age only.
    """
    starts = [sentence.passage.start for sentence in sentences]
    placed = sorted(dates, key=lambda row: row.passage)
    at = [row.passage.start for row in placed]
    for statement in sorted(statements, key=lambda row: row.passage):
        age = _AGE.fullmatch(statement.value)
        asserted = statement.polarity != "negative" and statement.modality == "asserted"
        at_event = statement.relation.startswith("age when ") and bool(statement.time)
        if not (statement.relation == "age" or at_event) or age is None or not asserted:
            continue
        if statement.subject not in people:
            continue
        words = next((a.passage for a in statement.arguments if a.part == "value"), None)
        where = bisect_right(starts, statement.passage.start) - 1
        if words is None or where < 0:
            continue
        here = sentences[where].passage
        first = sentences[max(0, where - _SENTENCES_BACK)].passage.start
        beside = placed[bisect_right(at, first - 1) : bisect_right(at, here.end)]
        told = [row.passage.quote for row in sentences[max(0, where - _SENTENCES_BACK) : where + 1]]
        lost = any(_LOST.search(quote) for quote in told)
        time, said = _time(statement, words, here, beside, lost, account)
        span = days(time)
        if span is None or (span[1] - span[0]).days >= LONGEST_MOMENT:
            continue
        low, high = int(age["low"]), int(age["high"] or age["low"])
        mark = "~" if age["about"] else ""
        first, last = span[0].year - high - 1, span[1].year - low
        if first > 0:
            edtf = f"{first:04d}{mark}/{last:04d}{mark}"
            yield DateMention(words, edtf, said, statement.subject, BIRTH, account.id)


def _time(
    statement: Statement,
    words: Passage,
    sentence: Passage,
    beside: Sequence[DateMention],
    lost: bool,
    account: Account,
) -> tuple[str, str]:
    """When somebody was of an age: EDTF and the anchor; empty where nothing tells.

    ``beside``: the dates of the sentence and of those just before; ``lost``: a death is told there.
    """
    if statement.time:
        return statement.time, f"date {statement.time}"
    before = sentence.quote[: max(0, words.start - sentence.start)]
    own = bounds(account.date)
    if own is None:
        return "", ""
    current = account.kind in DATED_KINDS and not _WAS.search(before)
    if not current and not (account.kind in DATED_KINDS | TOLD_KINDS and _IS.search(before)):
        return "", ""
    said_now = _NOW.match(sentence.quote, words.end - sentence.start) or _GOING.match(words.quote)
    times = [bounds(row.edtf) for row in beside if row.edtf[:4] != "XXXX" and row.passage != words]
    other = any(
        told is not None and (told[1].year < own[0].year - 1 or told[0].year > own[1].year + 1)
        for told in times
    )
    if (other or lost) and not said_now and not _IS.search(before):
        return "", ""  # a death or another time is told of, and the age may be of that
    return account.date, f"account {account.date}"
