"""Voices on an account's page: a letter for each, what it says, from whom the account has it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from variorum.edition.cast import Cast
from variorum.edition.wording import counted, date_words
from variorum.model.critique import Account
from variorum.model.masking import Masks, masked, plain
from variorum.model.testimony import Link, Voice

SHOWN_VOICES = 200
"""Voices that a page tells apart; a reader will not look up more letters."""

SHOWN_WORDS = 12
"""Passages of a voice that its note leads to; the others are counted, and carry its letter."""

LONGEST_WORDS = 70
"""Characters of a passage by which a voice's note names it."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of a voice, in words: who, as what, when, how long after, and what shows it."""

    name: str
    role: str
    date: str
    after: str = ""
    reason: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A passage of a voice: the id of its words on the page, how they begin, what introduces them."""

    anchor: str
    words: str
    cue: str
    direct: bool


@dataclass(frozen=True, slots=True)
class VoiceNote:
    """A voice under the text: its letter, its chain (nearest first), the first of its passages."""

    letter: str
    chain: tuple[ChainLink, ...]
    sayings: tuple[Saying, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Voiced:
    """A passage ``[start, end)`` of the source that a voice says."""

    letter: str
    anchor: str
    start: int
    end: int


def chain_links(
    links: Iterable[Link], masks: Masks, told: Cast | None = None
) -> tuple[ChainLink, ...]:
    """A chain in words, masked; with ``told`` it says whom "he" means, and leads to their pages."""
    return tuple(
        ChainLink(
            _speaker(link, masks, told),
            link.role,
            date_words(link.date),
            _after(link.years),
            plain(masked(masks, link.reason)),
            told.pages.get(link.entity, "") if told else "",
        )
        for link in links
    )


def _speaker(link: Link, masks: Masks, told: Cast | None) -> str:
    called = plain(masked(masks, " ".join(link.name.split()))) or "somebody unnamed"
    entity = told.entities.get(link.entity) if told else None
    if told is None or entity is None or link.name in entity.names:
        return called
    return f"{told.names[entity.id]} (“{called}”)"


def teller(account: Account) -> tuple[Link, ...]:
    """Where no voice is named in the text, its author speaks, and whoever printed it."""
    author = Link(account.author or "somebody unnamed", "", "author", account.date)
    publisher = Link(account.publisher, "", "publisher", account.date)
    return (author, publisher) if account.publisher else (author,)


def voice_notes(
    voices: Sequence[Voice], base: int, masks: Masks, told: Cast
) -> tuple[tuple[VoiceNote, ...], tuple[Voiced, ...]]:
    """The voices of an account whose text begins at ``base``, and where they speak.

    Passages with the same chain are one voice; letters are given in the order of the text.
    """
    notes: dict[tuple[ChainLink, ...], VoiceNote] = {}
    voiced = []
    for voice in sorted(voices, key=lambda v: (v.passage.start, -v.passage.end, v.id)):
        chain = chain_links(voice.chain, masks, told)
        if not chain or (chain not in notes and len(notes) == SHOWN_VOICES):
            continue
        note = notes.get(chain) or VoiceNote(letter(len(notes)), chain, (), 0)
        anchor = f"w{voice.passage.start - base}"
        voiced.append(Voiced(note.letter, anchor, voice.passage.start, voice.passage.end))
        sayings = note.sayings
        if len(sayings) < SHOWN_WORDS:
            sayings = (*sayings, _saying(voice, anchor, masks))
        notes[chain] = replace(note, sayings=sayings, total=note.total + 1)
    return tuple(notes.values()), tuple(voiced)


def letter(number: int) -> str:
    """``a`` for 0, ``z`` for 25, ``aa`` for 26: letters, because numbers are the findings'."""
    written = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        written = _LETTERS[rest] + written
    return written


def _saying(voice: Voice, anchor: str, masks: Masks) -> Saying:
    shown = plain(masked(masks, voice.passage.quote, voice.passage.source, voice.passage.start))
    line = " ".join(shown.split())
    cue = voice.cue
    return Saying(
        anchor,
        line if len(line) <= LONGEST_WORDS else f"{line[:LONGEST_WORDS].rsplit(' ', 1)[0]}…",
        plain(masked(masks, cue.quote, cue.source, cue.start)) if cue else "",
        voice.direct,
    )


def _after(years: int | None) -> str:
    if years is None or years < 0:
        return ""
    return f"{counted(years, 'year')} after" if years else "in the same year"
