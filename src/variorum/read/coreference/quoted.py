"""Quoted words by token: what stands inside quotation marks, also where they run over paragraphs.

Only as exact as coreference needs: whether two mentions stand in one speech or outside of all. Whose
speech it is, and whether it is speech at all, is found later (``voices``).
"""

from bisect import bisect_right

from variorum.read.parse import Parse

_MARKS = frozenset(("“", "”", "„", "«", "»", '"', "``", "''", "‘", "’", "'"))
_OPENING = frozenset(("“", "„", "«", "``", "‘"))
_SINGLE = frozenset(("‘", "’", "'"))
_DASHES = frozenset(("—", "–"))
_STOPS = frozenset((",", ".", "!", "?", "…", "...", ":"))
SHORTEST = 3
"""Tokens from which words in marks are taken for speech; fewer are a title or a term."""

Region = tuple[int, int]


def quoted_regions(parses: list[Parse]) -> list[list[Region]]:
    """For every paragraph the token ranges inside quotation marks, in order. Linear; never raises.

    A quotation that its paragraph does not close goes on where the next one closes it before opening
    another; otherwise it ends with its paragraph, if that is the printers' way of going on.
    """
    found: list[list[Region]] = []
    carried = False
    for number, parse in enumerate(parses):
        marks = [token for token, word in enumerate(parse.words) if word in _MARKS]
        if parse.words and parse.words[0] in _DASHES:
            found.append(_dialogue(parse))
            carried = False
            continue
        if not marks:
            found.append(
                [(0, len(parse.words))] if carried and _closed_later(parses, number) else []
            )
            carried = carried and bool(found[-1])
            continue
        regions, carried = _scan(parse, marks, carried and _begins_closed(parse, marks))
        found.append(regions)
    return found


def _dialogue(parse: Parse) -> list[Region]:
    """The speech in a paragraph that a dash opens: from dash to dash, every other one the teller's."""
    dashes = [
        token
        for token, word in enumerate(parse.words)
        if word in _DASHES and (not token or parse.words[token - 1] in _STOPS)
    ]
    ends = [*dashes[1:], len(parse.words)]
    return [(begun + 1, end) for begun, end in list(zip(dashes, ends, strict=True))[::2]]


LOOKAHEAD = 12
"""Paragraphs without any mark through which an open quotation is followed."""


def _closed_later(parses: list[Parse], number: int) -> bool:
    for parse in parses[number + 1 : number + 1 + LOOKAHEAD]:
        marks = [token for token, word in enumerate(parse.words) if word in _MARKS]
        if marks:
            return _begins_closed(parse, marks)
    return False


def _begins_closed(parse: Parse, marks: list[int]) -> bool:
    """Whether a paragraph's first mark closes: by its form, or as an odd number of straight ones."""
    first = next((t for t in marks if parse.words[t] not in _SINGLE), -1)
    if first < 0 or parse.words[first] in _OPENING:
        return False
    if parse.words[first] in ("”", "»", "''"):
        return True
    straight = sum(parse.words[token] == '"' for token in marks)
    return straight % 2 == 1 and (first > 0 or len(marks) == 1)


def _scan(parse: Parse, marks: list[int], inside: bool) -> tuple[list[Region], bool]:
    regions: list[Region] = []
    mark, begun = ('"', 0) if inside else ("", 0)
    for token in marks:
        word, tag = parse.words[token], parse.tags[token]
        if mark:
            closes = word not in _OPENING and (word in _SINGLE) == (mark in _SINGLE)
            if closes and not (word in _SINGLE and tag != "''"):
                if token - begun >= SHORTEST:
                    regions.append((begun, token))
                mark = ""
        elif word in _OPENING or word == '"' or (word == "'" and tag == "``"):
            mark, begun = word, token + 1
    if mark and mark not in _SINGLE:
        regions.append((begun, len(parse.words)))
        return regions, True
    return regions, False


def region_at(regions: list[Region], token: int) -> int:
    """Which of a paragraph's regions a token stands in, or -1."""
    at = bisect_right(regions, token, key=lambda region: region[0]) - 1
    return at if at >= 0 and token < regions[at][1] else -1
