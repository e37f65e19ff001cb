"""Moments: when an age is told, and which years of birth it allows."""

import re

from variorum.confront.laid import Ground, Scene
from variorum.confront.vocabulary import (
    FULL_DATE,
    WAS,
)
from variorum.model.critique import Account
from variorum.model.edtf import Bounds, bounds
from variorum.model.passage import Passage

CURRENT_KINDS = frozenset(("article", "interview", "letter", "post", "comment", "testimony"))
"""Kinds of account that tell a person's age as of their own date, unless the sentence has a date."""

ABOUT_YEARS = 2
"""Years that "about 40" or "in her forties" is allowed on either side."""

STAMP_WORDS = 9
"""Content words of the longest dateline with a time of day."""

BESIDE_STAMP = 1
"""Words that may stand beside a dateline's date, hour and names."""

_PUBLISHED = re.compile(
    r"\b(?:published|posted|updated|edited|modified|wrote|written|joined|filed|printed|retrieved|sworn|signed"
    r"|dated|entered\son|given\sunder|subscribed|deposed|recorded|transcribed|подписан\w*|записан\w*|показан\w*"
    r"|опубликован\w*|написа[лн]\w*|обновлен\w*|отправлен\w*)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")

SENTENCES_BEFORE = 2
"""Sentences before a past age in which its time is looked for."""

_THEN = re.compile(r"\b(?:then|at (?:that|the) time|тогда|в то время|к тому времени)\b", re.I)
_BORN = re.compile(r"(?:\bborn|родил\w*|рожд\w*)\W+(?:\w+\W+){0,3}$", re.I)
_IS = re.compile(r"\b(?:is|am|are)\s(?:now\s|about\s|nearly\s|only\s)?$|\bсейчас\s$", re.I)
WAS_REACH = 30
"""Characters before an age in which "was" makes it one of the past."""


def born_in(
    low: float, high: float | None, exactness: str, moment: Bounds | None
) -> tuple[int, int] | None:
    """The years of birth that an age at a moment allows: 84 in 1998 is 1913 or 1914."""
    if moment is None or moment[1].year - moment[0].year > 1 or high is None:
        return None
    slack = 0 if exactness == "exact" else ABOUT_YEARS
    return moment[0].year - int(high) - 1 - slack, moment[1].year - int(low) + slack


def age_moment(scene: Scene, at: Passage, account: Account | None, ground: Ground) -> Bounds | None:
    """When somebody is of an age that stands without a date.

    Now, in a report of the day or in the present tense; at the time of the events where the account
    is told in the past tense years after them.
    """
    told = _told_at(account)
    if account is not None and account.kind not in CURRENT_KINDS and _is_present(scene, at):
        return bounds(account.date)
    begin = at.start - scene.sentence.passage.start
    past = WAS.search(scene.sentence.passage.quote[max(0, begin - WAS_REACH) : begin])
    if not past:
        return told
    before = _told_before(scene, ground)
    if before is not None:
        return before
    return ground.when if told is None or ground.when is None or _later(told, ground) else told


def _is_present(scene: Scene, at: Passage) -> bool:
    """ "He is fifty-nine": as of the telling, whatever kind of account it is."""
    begin = at.start - scene.sentence.passage.start
    return _IS.search(scene.sentence.passage.quote[max(0, begin - WAS_REACH) : begin]) is not None


def _told_before(scene: Scene, ground: Ground) -> Bounds | None:
    """The time the sentences right before tell of: "He led the strike of March 1912. He was then 34"."""
    if not _THEN.search(scene.sentence.passage.quote):
        return None
    for number in range(scene.number - 1, max(-1, scene.number - 1 - SENTENCES_BEFORE), -1):
        earlier = ground.scenes[number]
        if earlier.sentence.account != scene.sentence.account:
            return None
        told = [
            bounds(d.edtf)
            for d in earlier.dates
            if d.edtf[:4].isdigit() and not _of_birth(earlier, d.passage)
        ]
        known = [span for span in told if span is not None]
        if known:
            last = known[-1]
            return last if last[1].year - last[0].year <= 1 else None
    return None


def _later(told: Bounds, ground: Ground) -> bool:
    return ground.when is not None and told[0].year > ground.when[1].year + 1


def _told_at(account: Account | None) -> Bounds | None:
    if account is None or account.kind not in CURRENT_KINDS:
        return None
    return bounds(account.date)


def said_moment(scene: Scene, at: Passage) -> Bounds | None:
    """The moment a sentence speaks of, from its own dates other than ``at``; None when it tells none."""
    told = [
        bounds(d.edtf)
        for d in scene.dates
        if d.passage != at and not d.edtf.startswith("XXXX") and not _of_birth(scene, d.passage)
    ]
    known = [span for span in told if span is not None]
    if not known:
        return None
    return min(first for first, _ in known), max(last for _, last in known)


def _of_birth(scene: Scene, at: Passage) -> bool:
    """Whether a date tells when somebody was born, which is no time of what else is told."""
    quote, begin = scene.sentence.passage.quote, at.start - scene.sentence.passage.start
    return _BORN.search(quote[max(0, begin - WAS_REACH) : begin]) is not None


def is_stamp(scene: Scene) -> bool:
    """Whether a clock time stands in a dateline: a full date, words of publishing or none besides."""
    if not any(FULL_DATE.match(date.edtf) for date in scene.dates):
        return False
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    if len(scene.sentence.terms) <= STAMP_WORDS and _PUBLISHED.search(quote):
        return True
    left = list(quote)
    hours = [row for row in scene.quantities if row.unit == "clock"]
    known = [r.passage for rows in (scene.dates, hours, scene.mentions) for r in rows]
    for place in known:
        begin, end = place.start - offset, place.end - offset
        left[begin:end] = " " * (end - begin)
    return len(_LETTERS.findall("".join(left))) <= BESIDE_STAMP
