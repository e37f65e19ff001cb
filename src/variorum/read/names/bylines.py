"""Bylines: the author's own name where the account bears it, which no sentence shows to be a name."""

import re
from collections.abc import Iterator

from variorum.read.names.titles_after import title_word
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan

_JOINED = re.compile(r"\s*(?:,|;|&|\band\b|\bи\b)\s*")


def signed(number: int, parse: Parse, author: str) -> Iterator[NameSpan]:
    """The places of paragraph ``number`` where an author of the account (``author``: one or several,
    in the nominative) stands with the whole name."""
    for name in _JOINED.split(author):
        wanted = _plain(name)
        if wanted.count(" ") < 1 or wanted not in _plain(parse.text):
            continue
        parts = wanted.split(" ")
        words = [_plain(word) for word in parse.words]
        for first in range(len(words)):
            end, rest = first, wanted
            while rest and end < len(words) and words[end] and rest.startswith(words[end]):
                rest = rest[len(words[end]) :].lstrip()
                end += 1
            if rest or not words[first] or not parts[0].startswith(words[first]):
                continue
            while first < end - 1 and (title_word(parse, first) or parse.words[first] == "."):
                first, name = first + 1, name.strip().partition(" ")[2]  # "Mr Lucius Penn"
            yield NameSpan(number, first, end, 0, 0, "person", name.strip(), (), ("author",))


def _plain(text: str) -> str:
    """Lower-cased words with single spaces, initials without their points."""
    return " ".join(re.findall(r"\w+(?:['’\-]\w+)*", text.lower()))
