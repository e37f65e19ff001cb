"""Titles in quotation marks: works, publications, ships, and what else is called so («Заря»)."""

import re
from collections.abc import Iterator

from variorum.read.names.nouns import (
    QUOTED_GROUPS,
    QUOTED_PLACES,
    SHIP_NOUNS,
    TITLED,
    WORK_NOUNS,
)
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan

_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "``": "''"}
_LETTER = re.compile(r"[^\W\d_]")
LONGEST = 12
"""Tokens of the longest title in quotation marks; what is longer is speech."""
_BY = frozenset(("by", "of", "a", "an", "the", "his", "her"))


def quoted(number: int, parse: Parse) -> Iterator[NameSpan]:
    """What paragraph ``number`` calls by a title in quotation marks after a noun that tells its kind."""
    words, count = parse.words, len(parse.words)
    token = 0
    while token < count:
        closing = _PAIRS.get(words[token])
        if not closing:
            token += 1
            continue
        end = next(
            (i for i in range(token + 1, min(count, token + LONGEST + 2)) if words[i] == closing), 0
        )
        if not end:
            token += 1
            continue
        first, stop = token + 1, end
        while stop > first and words[stop - 1] in (",", ".", ";"):
            stop -= 1
        kind = _kind(parse, token, end) if first < stop and _titled(words[first]) else ""
        if kind:
            cue = {"work": "title of a work", "ship": "ship", "group": "group noun"}
            base = parse.start
            form = parse.text[parse.starts[first] - base : parse.ends[stop - 1] - base]
            cues = (cue.get(kind, "place noun"),)
            yield NameSpan(number, first, stop, 0, 0, kind, " ".join(form.split()), (), cues)
        token = end + 1


def _titled(word: str) -> bool:
    return word[:1].isupper() or (word[:1].isdigit() and len(word) > 1)


def _kind(parse: Parse, opened: int, closed: int) -> str:
    """The kind of what stands in the quotation marks at ``opened`` and ``closed``."""
    before = opened - 1
    if before >= 0 and parse.words[before] in (",", ":", "("):
        before -= 1
    if before < 0:
        return ""
    if parse.lemmas[before] in TITLED or parse.words[before].lower() in TITLED:
        return "work"
    direct = _by_noun(parse.lemmas[before])
    if direct and (before == opened - 1 or (parse.language == "en" and direct == "work")):
        return direct
    if parse.language == "ru":
        # "роман Льва Жердева «Мука»": the noun a few words before
        for token in range(before, max(-1, before - 4), -1):
            if parse.tags[token] not in ("NOUN", "ADJ", "X") and not _LETTER.match(
                parse.words[token][:1]
            ):
                break
            kind = _by_noun(parse.lemmas[token])
            if kind:
                return kind
            if parse.tags[token] in ("VERB", "ADP", "CCONJ"):
                break
    after = closed + 1
    if after < len(parse.words) and parse.words[after] == ",":
        after += 1
    while after < len(parse.words) and after <= closed + 3 and parse.words[after].lower() in _BY:
        after += 1
    if parse.language == "en" and closed + 1 < after < len(parse.words):
        kind = _by_noun(parse.lemmas[after])
        comma = "," in (parse.words[closed + 1], parse.words[closed - 1])
        return kind if kind in ("work", "ship") and comma else ""
    return ""


def _by_noun(lemma: str) -> str:
    if lemma in WORK_NOUNS:
        return "work"
    if lemma in SHIP_NOUNS:
        return "ship"
    if lemma in QUOTED_GROUPS:
        return "group"
    return "place" if lemma in QUOTED_PLACES else ""
