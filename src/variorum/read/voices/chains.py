"""Chains: who passes a voice on to whom, from the speaker up to the publication, and how long after."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.model.critique import Account
from variorum.model.edtf import bounds
from variorum.model.testimony import Link, Mention
from variorum.read.spans import DateSpan, VoiceSpan
from variorum.read.voices.narrators import NARRATED
from variorum.read.voices.turns import TRANSCRIBED

NEAR = 80
"""Characters beside a verb of speech within which a date says when it was said."""

LONGEST_YEARS = 150
"""Years after which nobody tells what happened to them: a longer time is no teller's."""

_OTHER_TIME = re.compile(
    r"\b(?:until|till|before|after|since|death|birth|wedding|arrest|release|до|после|смерти|"
    r"рождения|ареста|освобождения|who|which|котор\w+)\b",
    re.IGNORECASE,
)
"""Words between a verb of speech and a date that make it the time of something else."""

_HEADING = re.compile(
    r"(?:(?i:deposition|testimony|evidence|examination|interrogation|statement|affidavit) (?i:of)"
    r"|(?i:протокол допроса|показания|допрос)) (?P<who>[A-ZА-ЯЁ][\w.’'-]*(?: [A-ZА-ЯЁ][\w.’'-]*){1,3})"
)
_SELF = frozenset(("i", "me", "я", "мне"))
_UNKNOWN = frozenset(
    ("", "him", "her", "them", "it", "us", "you", "me", "that", "who", "whom", "which")
)


def chains(
    voices: Sequence[VoiceSpan],
    mentions: Sequence[Mention],
    dates: Sequence[DateSpan],
    account: Account,
    text: str,
) -> list[tuple[Link, ...]]:
    """The chain of every voice: its speaker, whom it was told, the voices around it, the author and
    the publisher, each named once. ``text`` is the account's reading text."""
    inside = parents(voices)
    when = _Times(voices, dates, account, text)
    asked = any(voice.role == "interviewer" for voice in voices)
    top = tuple(_publication(account, asked))
    found: list[tuple[Link, ...]] = []
    for number in range(len(voices)):
        links: list[Link] = []
        told = when.told(number)
        for link in _own(voices, inside, number, mentions, account, when):
            if not any(_same(link, other) for other in links):
                links.append(link)
        for link in top:
            same = next((n for n, other in enumerate(links) if _same(link, other)), -1)
            if same < 0:
                links.append(link)
            elif links[same].role in ("speaker", link.role):  # the author's role says more
                links[same] = replace(links[same], role=link.role, date=link.date)
        found.append(tuple(_dated(link, told) for link in links))
    return found


def parents(voices: Sequence[VoiceSpan]) -> list[int]:
    """For every voice the innermost other voice around it, or -1. Linear after sorting."""
    order = sorted(range(len(voices)), key=lambda n: (voices[n].start, -voices[n].end))
    found = [-1] * len(voices)
    around: list[int] = []
    for number in order:
        while around and voices[around[-1]].end < voices[number].end:
            around.pop()
        found[number] = around[-1] if around else -1
        around.append(number)
    return found


def _own(
    voices: Sequence[VoiceSpan],
    inside: list[int],
    number: int,
    mentions: Sequence[Mention],
    account: Account,
    when: "_Times",
) -> Iterator[Link]:
    """The speaker, the hearer, and whoever repeats them, nearest first."""
    voice = voices[number]
    speaker = _link(voices, inside, number, mentions, account)
    yield Link(
        speaker.name, speaker.entity, voice.role or speaker.role, when.spoke(number), voice.reason
    )
    below = speaker.name
    hearer = voice.hearer.lower()
    if voice.hearer_name >= 0:
        mention = mentions[voice.hearer_name]
        yield Link(mention.form, mention.entity, "hearer", "")
    elif hearer not in _UNKNOWN and len(hearer) > 2:
        yield Link(voice.hearer, "", "hearer", "")
    outer = inside[number]
    while outer >= 0:
        if voices[outer].cue is None or voices[outer].cue != voice.cue:
            teller = _link(voices, inside, outer, mentions, account)
            if teller.name and teller.name != below:
                reason = f"tells what {below} said" if below else "tells what was said"
                own = teller.role if teller.role != "speaker" else "hearsay"
                yield Link(teller.name, teller.entity, own, when.spoke(outer), reason)
                below = teller.name
        outer = inside[outer]


def _link(
    voices: Sequence[VoiceSpan],
    inside: list[int],
    number: int,
    mentions: Sequence[Mention],
    account: Account,
) -> Link:
    """Who speaks a voice: "I" inside a quotation is its speaker, elsewhere the account's author."""
    voice = voices[number]
    headed = _deponent(account)
    if headed and voice.name < 0 and voice.speaker == "narrator":
        return Link(headed, "", "narrator", "")
    while voice.speaker in _SELF and voice.name < 0:
        outer = inside[number]
        while outer >= 0 and not voices[outer].direct:
            outer = inside[outer]
        if outer < 0:
            role = "narrator" if account.kind in NARRATED else "author"
            if role == "narrator" and headed:
                return Link(headed, "", role, "")
            return (
                Link(account.author, "", role, "")
                if account.author
                else Link(voice.speaker, "", "narrator", "")
            )
        number, voice = outer, voices[outer]
    if voice.name >= 0:
        mention = mentions[voice.name]
        return Link(mention.form or voice.speaker, mention.entity, "speaker", "")
    return Link("" if voice.speaker == "it" else voice.speaker, "", "speaker", "")


def _deponent(account: Account) -> str:
    """Whose deposition an account is by its own heading, where that is no part of its text."""
    for heading in (account.title, account.publisher):
        match = _HEADING.match(heading)
        if match:
            return match["who"]
    return ""


def _same(a: Link, b: Link) -> bool:
    if a.entity and b.entity:
        return a.entity == b.entity
    return bool(a.name) and a.name.casefold() == b.name.casefold()


def _publication(account: Account, asked: bool) -> Iterator[Link]:
    """The author and the publisher; where somebody asks the questions the author may be either side."""
    if account.author:
        role = "narrator" if account.kind in NARRATED and not asked else "author"
        yield Link(account.author, "", role, account.date)
    if account.publisher and not _HEADING.match(account.publisher):
        yield Link(account.publisher, "", "publisher", account.date)


def _dated(link: Link, told: int | None) -> Link:
    spoke = _year(link.date)
    years = None if told is None or spoke is None else spoke - told
    if years is None or not 0 <= years <= LONGEST_YEARS:
        return link
    return Link(link.name, link.entity, link.role, link.date, link.reason, years)


def _year(edtf: str) -> int | None:
    """The year of a date that is of one year, or runs over into the next; else None."""
    span = bounds(edtf) if edtf else None
    return span[0].year if span and span[1].year - span[0].year <= 1 else None


class _Times:
    """When a voice spoke, and of what year it tells."""

    __slots__ = ("_account", "_dates", "_starts", "_telling", "_text", "_voices")

    def __init__(
        self,
        voices: Sequence[VoiceSpan],
        dates: Sequence[DateSpan],
        account: Account,
        text: str,
    ) -> None:
        self._voices = voices
        self._dates = sorted((d for d in dates if _year(d.edtf) is not None), key=lambda d: d.start)
        self._starts = [date.start for date in self._dates]
        self._account = account
        self._text = text
        self._telling = {date.start for voice in voices for date in self._said_when(voice)}

    def told(self, number: int) -> int | None:
        """The year of the event: the one year that is said; None where none is, or several."""
        voice = self._voices[number]
        at = bisect_right(self._starts, voice.start - 1)
        said = set()
        while at < len(self._dates) and self._dates[at].start < voice.end:
            if self._dates[at].start not in self._telling:
                said.add(_year(self._dates[at].edtf))
            at += 1
        return said.pop() if len(said) == 1 else None

    def spoke(self, number: int) -> str:
        """The date of the telling: one beside the verb of speech, or a narrated account's own."""
        voice = self._voices[number]
        if voice.cue is None:
            kind = self._account.kind
            return self._account.date if not voice.direct or kind in TRANSCRIBED else ""
        return next((date.edtf for date in self._said_when(voice)), "")

    def _said_when(self, voice: VoiceSpan) -> Iterator[DateSpan]:
        """The dates that stand beside a voice's verb, in order."""
        if voice.cue is None:
            return
        at = bisect_right(self._starts, voice.cue[0] - NEAR)
        while at < len(self._dates) and self._dates[at].start < voice.cue[1] + NEAR:
            if self._beside(voice, self._dates[at]):
                yield self._dates[at]
            at += 1

    def _beside(self, voice: VoiceSpan, date: DateSpan) -> bool:
        """Whether a date stands beside a voice's verb, in its sentence and not in what is said:
        "said in 1998", "wrote in his memoir of 1931"."""
        if voice.cue is None:
            return False
        inserted = voice.start <= voice.cue[0] and voice.cue[1] <= voice.end
        if not inserted and voice.start <= date.start < voice.end:
            return False
        low, high = (
            (voice.cue[1], date.start) if date.start >= voice.cue[1] else (date.end, voice.cue[0])
        )
        if high - low > NEAR or low > high:
            return False
        one_word = " " not in self._text[voice.start : voice.end]  # "denied it in 1956"
        if not (inserted or one_word) and low < voice.end and voice.start < high:
            return False  # the words said stand between
        between = self._text[low:high]
        return not any(mark in between for mark in ".!?;,\n") and not _OTHER_TIME.search(between)
