"""Anchors: what a phrase may be counted from at the place it stands.

Three times are known while an account is read: its own date, the time being told of (the last date
that named its year) and the last date mentioned. Today is none of them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from variorum.model.critique import Account
from variorum.model.edtf import bounds
from variorum.read.parse import Parse, sentence_of
from variorum.read.words import listed

DATED_KINDS = frozenset(("article", "post", "comment", "letter", "notes", "caption"))
"""Kinds of account that speak of their own days: a date without a year is of about their own year."""

TOLD_KINDS = frozenset(("interview", "testimony", "memoir"))
"""Kinds of account that tell of other days: only what is said of the present counts from their own."""

_OF_THE_DAY = frozenset(("letter", "notes"))
"""Kinds of account that tell of their own days even where only their year is known."""

ANCHOR_REACH = 3
"""How many paragraphs back the time of a narrative still holds for a phrase without one."""

HISTORY_YEARS = 10
"""A news text that names a year further back tells history: its dates are of that year. News of the
day mentions recent years in passing (set on TimeBank)."""

PAST, PRESENT, FUTURE = "past", "present", "future"

_OWN_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_QUARTER = re.compile(r"\d{4}-3[3-6]")
_CLIMB = 8
_LEFT = 6
_WILL = frozenset(("will", "'ll", "’ll", "wo", "shall", "would"))
_COMING = frozenset(
    [
        "scheduled",
        "due",
        "expected",
        "expects",
        "payable",
        "upcoming",
        "planned",
        "plans",
        "slated",
        "effective",
        "postponed",
        "adjourned",
        "rescheduled",
    ]
)
_AHEAD = listed("be are is plan expect hope intend agree schedule have seek vow promise want")
"""Verbs whose infinitive lies ahead of them."""
_SET = frozenset((("set", "for"), ("set", "to")))
_UNTIL = frozenset(("until", "till", "by"))
_GRANTED = frozenset(("give", "have", "extend", "delay", "postpone", "grant", "allow"))
"""Verbs beside which "until Tuesday" is still to come."""
_RETELLING = listed(
    "say tell recall remember testify claim admit confess insist report deny allege assert maintain "
    "state confirm recount relate dispute swear сказать рассказать рассказывать вспоминать вспомнить "
    "утверждать признать признаться настаивать подтвердить отрицать свидетельствовать показать уверять"
)
"""Verbs of who speaks of what was before."""
_BEEN = frozenset(("was", "were", "been"))
_HAD = frozenset(("had", "has", "have", "'ve", "'d", "was", "were", "been", "be", "is", "are"))
_RU_PAST = re.compile(r"[а-яё]{2,}(?:л|ла|ло|ли)(?:с[ья])?$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time to count from and what it is: account, narrative or last date."""

    edtf: str
    kind: str

    @property
    def said(self) -> str:
        """How the table of dates names it."""
        return f"{self.kind} {self.edtf}"


@dataclass(slots=True)
class Anchors:
    """The anchors of an account as far as it is read; ``paragraph`` is the one being read."""

    account: str
    dated: bool
    paragraph: int = 0
    booked: bool = False
    narrative: str = ""
    narrative_at: int = -ANCHOR_REACH - 1
    last: str = ""
    quarter: str = ""
    quarter_at: int = -ANCHOR_REACH - 1
    last_at: int = -ANCHOR_REACH - 1
    years: frozenset[str] = frozenset()
    retold: str = ""
    retold_at: int = -ANCHOR_REACH - 1
    lost_at: int = -ANCHOR_REACH - 1
    spanned_at: int = -ANCHOR_REACH - 1

    def told(self) -> str:
        """The time being told of, while it holds."""
        near = self.paragraph - self.narrative_at <= ANCHOR_REACH
        return self.narrative if near else ""

    def going_on(self) -> str:
        """The time that a story has come to: the last date, relative ones too, while it holds."""
        near = not self.dated and self.paragraph - self.last_at <= ANCHOR_REACH
        return self.last if near and self.last_at >= self.narrative_at else self.told()

    def history(self) -> bool:
        """Whether a dated account tells of years long before its own here.

        The history goes on in the paragraphs after, until a date of the account's own days is named.
        """
        told = self.told()
        if not told or not self.account:
            return False
        return int(self.account[:4]) - int(told[:4]) > HISTORY_YEARS

    def doubtful(self) -> bool:
        """Whether history may go on here: only a year was named, and in a paragraph before."""
        return self.history() and len(self.told()) == 4 and self.narrative_at != self.paragraph

    def speech(self, tense: str, teller: bool = False) -> Anchor | None:
        """When the words are said; None where nobody can know.

        Whoever tells of other days in the past tense may be there with "last Friday"; ``teller``: the
        phrase is the teller's own all the same ("twenty years ago", outside of anybody's quoted words).
        """
        if not self.account or (not self.dated and tense == PAST and not teller):
            return None
        return Anchor(self.account, "account")

    def retelling(self, edtf: str) -> bool:
        """Take a date on which somebody spoke of a story of other years, "Mroz denied it in 1956", and
        say whether it is one: what is told next may be of that year or of the story's."""
        told = self.told()
        if not told or not edtf[:4].isdigit() or edtf[:4] == told[:4]:
            return False
        self.retold, self.retold_at = edtf[:4], self.paragraph
        self.last, self.last_at = edtf, self.paragraph
        return True

    def lose(self) -> None:
        """Forget where the story is: "after the war" it goes on at a time nobody names."""
        self.lost_at, self.last, self.narrative = self.paragraph, "", ""

    def lost(self) -> bool:
        """Whether the story goes on at a time that nobody named."""
        return self.paragraph - self.lost_at <= ANCHOR_REACH

    def spanned(self) -> bool:
        """Whether a stretch of years was named last, in any of which the story may go on."""
        return self.paragraph - self.spanned_at <= ANCHOR_REACH

    def other_year(self) -> str:
        """The year somebody spoke of the story in, where that was told just before."""
        near = self.paragraph - self.retold_at <= ANCHOR_REACH
        return self.retold if near and self.told()[:4] != self.retold else ""

    def untold(self, edtf: str, tense: Callable[[], str]) -> bool:
        """Whether a counted time lies after the telling though it is told as past: it was counted
        from another time, which nobody named."""
        own, counted = bounds(self.account), bounds(edtf)
        later = own is not None and counted is not None and counted[0] > own[1]
        return later and tense() == PAST

    def is_own_date(self, edtf: str) -> bool:
        """Whether a date is that of an interview, memoir or testimony itself, so not of its story."""
        own = self.account
        return bool(own) and not self.dated and (own.startswith(edtf) or edtf.startswith(own))

    def story(self) -> Anchor | None:
        """The time that "later" and "the next day" count from."""
        if self.lost() or self.other_year():
            return None
        if self.last and self.paragraph - self.last_at <= ANCHOR_REACH:
            return Anchor(self.last, "last date")
        if self.told():
            return Anchor(self.narrative, "narrative")
        if self.account and self.dated:
            return Anchor(self.account, "account")
        return None

    def compared(self) -> Anchor | None:
        """The quarter that figures are told of, which "a year earlier" compares with its own."""
        near = self.paragraph - self.quarter_at <= ANCHOR_REACH
        return Anchor(self.quarter, "last date") if self.quarter and near else None

    def mention(self, edtf: str, absolute: bool) -> None:
        """Remember a date that was read; ``absolute``: its own words name the year."""
        self.last, self.last_at = edtf, self.paragraph
        self.lost_at = -ANCHOR_REACH - 1
        if _QUARTER.fullmatch(edtf):
            self.quarter, self.quarter_at = edtf, self.paragraph
        if absolute:
            self.narrative, self.narrative_at = edtf, self.paragraph
            self.retold = ""
            self.spanned_at = -ANCHOR_REACH - 1

    def bound(self, year: str) -> None:
        """Remember the year of "until 1923": the story is about there, but not at that date."""
        if self.narrative[:4] != year or self.narrative_at != self.paragraph:
            self.narrative, self.narrative_at = year, self.paragraph


def anchors_of(account: Account) -> Anchors:
    """The anchors at an account's beginning: its own date, where it is a plain one."""
    own = account.date if _OWN_DATE.fullmatch(account.date) else ""
    # an article or post that bears but a year is a book's page as often as a newspaper's
    booked = len(own) == len("1949") and account.kind not in _OF_THE_DAY
    return Anchors(own, account.kind in DATED_KINDS, booked=booked)


def speaking_at(parse: Parse, token: int) -> bool:
    """Whether the verb above a token is one of speech: "denied it in 1956", "рассказал в 1956 году".

    Russian has no syntax yet where dates are read: there it is a verb at most _LEFT words off.
    """
    if not 0 <= token < len(parse.words):
        return False
    first, end = sentence_of(parse, token)
    if parse.language == "ru":
        near = range(max(first, token - _LEFT), min(end, token + _LEFT))
        return any(parse.lemmas[t] in _RETELLING and _RU_PAST.match(parse.words[t]) for t in near)
    at = token
    for _ in range(_CLIMB):
        if parse.tags[at][:2] == "VB" or parse.heads[at] == at:
            break
        at = parse.heads[at]
    return parse.tags[at][:2] == "VB" and parse.lemmas[at] in _RETELLING


def tense_at(parse: Parse, token: int) -> str:
    """The tense of what is said at a token: past, present or future; past where nothing shows.

    The verb is found by climbing the parse (at most _CLIMB steps), its auxiliaries among the _LEFT
    words before it.
    """
    if not 0 <= token < len(parse.words):
        return PAST
    first, end = sentence_of(parse, token)
    if not parse.tags[token] or parse.language == "ru":
        words = parse.words[first : min(end, first + 60)]
        return PAST if any(_RU_PAST.match(word) for word in words) else PRESENT
    at = token
    for _ in range(_CLIMB):
        if parse.tags[at][:2] in ("VB", "MD") or parse.heads[at] == at:
            break
        at = parse.heads[at]
    tag = parse.tags[at]
    before = [word.lower() for word in parse.words[max(first, at - _LEFT) : at]]
    around = parse.words[max(first, token - 8) : token]
    if not _COMING.isdisjoint(word.lower() for word in around):
        return FUTURE
    if any(pair in _SET for pair in pairwise(around)):
        return FUTURE
    if parse.lemmas[at] in _GRANTED and not _UNTIL.isdisjoint([*around, parse.words[token]]):
        return FUTURE
    if tag == "VBG" and _BEEN.isdisjoint(before) and parse.heads[at] != at:
        at = parse.heads[at]  # "found clinging to a plank in November": when it was found
        tag = parse.tags[at] if parse.tags[at][:2] in ("VB", "MD") else tag
        before = [word.lower() for word in parse.words[max(first, at - _LEFT) : at]]
    if tag in ("VB", "MD"):
        above = parse.lemmas[parse.heads[at]]
        led = above in _AHEAD and (above not in ("be", "are", "is") or parse.deps[at] == "xcomp")
        if before[-1:] == ["to"] and led:
            return FUTURE  # "the talks are to resume Friday"
        if not _WILL.isdisjoint(before) or tag == "MD":
            return FUTURE
        return PAST if "did" in before or "did" in around else PRESENT
    if tag in ("VBD", "VBN"):
        if tag == "VBN" and (not _WILL.isdisjoint(before[-3:]) or before[-2:] == ["to", "be"]):
            return FUTURE
        present = tag == "VBN" and not {"is", "are", "'s", "’s"}.isdisjoint(before[-2:])
        return PRESENT if present else PAST
    if tag == "VBG":
        return PRESENT if _BEEN.isdisjoint(before) else PAST
    if tag in ("VBZ", "VBP"):
        return PRESENT
    return PAST
