"""Words for a reader: dates, languages, kinds and counts; and characters that act made visible."""

import re
from collections.abc import Callable
from textwrap import shorten, wrap

from variorum.model.critique import Account
from variorum.model.masking import Masks, masked, plain

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hu": "Hungarian",
    "hy": "Armenian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "yi": "Yiddish", "zh": "Chinese",
}  # fmt: skip

SINGULARS = {
    "growth": "story that grows",
    "retouching": "retouched picture",
    "identity": "open identity",
}

PLURALS = {
    "insertion": "insertions",
    "impossibility": "impossibilities",
    "retouching": "retouched pictures",
    "disagreement": "disagreements",
    "omission": "omissions",
    "alteration": "alterations",
    "growth": "stories that grow",
    "addition": "additions",
    "revision": "revisions",
    "deletion": "deletions",
    "borrowing": "borrowings",
    "identity": "open identities",
}

_EDTF_DAY = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d)(?::\d\d)?)?([~?%]?)")
_EDTF_SEASON = re.compile(r"(-?\d{4})-(2[1-4])([~?%]?)")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_EDTF_ROUND = re.compile(r"(\d{2}|\d{3})(X{1,2})([~?%]?)")
_EDTF_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?([~?%]?)")
_DOUBT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}

_ACTING = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE",
    "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI",
    "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_VISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def visible(text: str) -> str:
    """``text`` with the characters that would reorder or break a page written out: ⟨RLO⟩, ⟨U+0000⟩."""
    return _VISIBLE.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\r":
        return ""
    return f"⟨{_ACTING.get(character) or f'U+{ord(character):04X}'}⟩"


def date_words(edtf: str) -> str:
    """An EDTF date as it is read aloud: ``1998-05-03`` is 3 May 1998; what is unusual stays EDTF."""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        open_ended = {"", ".."}
        if first in open_ended or last in open_ended:
            bound, word = (first, "from") if last in open_ended else (last, "until")
            return f"{word} {date_words(bound)}" if bound not in open_ended else ""
        return f"{date_words(first)} to {date_words(last)}"
    match = _EDTF_DAY.fullmatch(edtf)
    if not match:
        return _unusual(edtf)
    year, month, day, time, doubt = match.groups()
    if month and not 1 <= int(month) <= len(MONTHS):
        return _unusual(edtf)
    parts = [str(int(day))] if day else []
    parts += [MONTHS[int(month) - 1]] if month else []
    parts.append(year.lstrip("0") if not year.startswith("-") else year)
    return f"{_DOUBT[doubt]}{' '.join(parts)}{f', {time}' if time else ''}"


def _unusual(edtf: str) -> str:
    """Seasons, decades, centuries, days of no year, one of several; whatever is none of them stays."""
    if match := _EDTF_SEASON.fullmatch(edtf):
        return f"{_DOUBT[match[3]]}{_SEASONS[match[2]]} {match[1]}"
    if (match := _EDTF_ROUND.fullmatch(edtf)) and len(match[1]) + len(match[2]) == 4:
        return f"{_DOUBT[match[3]]}the {match[1]}{'0' * len(match[2])}s"
    if match := _EDTF_YEARLESS.fullmatch(edtf):
        month, day, doubt = match.groups()
        if 1 <= int(month) <= len(MONTHS):
            return f"{_DOUBT[doubt]}{f'{int(day)} ' if day else ''}{MONTHS[int(month) - 1]}"
    if edtf.startswith("[") and edtf.endswith("]") and ".." not in edtf:
        return " or ".join(date_words(part.strip()) for part in edtf[1:-1].split(","))
    return edtf


def language_name(tag: str) -> str:
    """The English name of a BCP 47 tag's language; an unknown tag as it is, ``und`` as nothing."""
    return "" if tag in ("", "und") else LANGUAGES.get(tag.split("-")[0].lower(), tag)


def counted(count: int, noun: str, plural: str = "") -> str:
    """``1 account``, ``2,000 accounts``."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def listed(items: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return (
        items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
    )


BOX_LETTERS = 20
"""Letters in a line of a name in a family tree."""


def in_lines(name: str) -> list[str]:
    """A name in at most two short lines, as a box of a family tree holds it."""
    lines = wrap(name, BOX_LETTERS, max_lines=2, placeholder="…")
    return lines or [name]


LONGEST_LABEL = 200
"""Characters of a title that are shown: three lines on a title page."""

INCIPIT = 60
"""Characters of the first line by which a text without a title is called, as catalogues of manuscripts
do it."""


def account_label(account: Account, masks: Masks, text: Callable[[str], str]) -> str:
    """What an account is called: its title or, where it has none, its first words; masked.

    ``text`` gives a source's text.
    """
    name = " ".join(account.title.split())
    if name:
        label = plain(masked(masks, name))
        return label if len(label) <= LONGEST_LABEL else f"{label[:LONGEST_LABEL]}…"
    start, end = account.start, min(account.end, account.start + 2 * INCIPIT)
    opening = plain(masked(masks, text(account.source)[start:end], account.source, start))
    lines = [line for line in opening.splitlines() if line.strip()]
    words = shorten(lines[0], INCIPIT, placeholder="…") if lines else ""
    return f"“{words}”" if words.strip("…") else f"Untitled {account.kind or 'text'}"


def account_imprint(account: Account, masks: Masks) -> str:
    """By whom, where and when an account was published: ``A. B., Harbour News, 3 May 1999``."""
    parts = (account.author, account.publisher, date_words(account.date))
    return plain(masked(masks, ", ".join(" ".join(part.split()) for part in parts if part.strip())))
