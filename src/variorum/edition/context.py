"""A passage with a sentence or two on each side, as a quotation is given in a book."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.edition.survey import Survey
from variorum.edition.wording import account_imprint
from variorum.model.homes import around, home
from variorum.model.masking import Piece, masked, plain
from variorum.model.passage import Passage

SENTENCES = 1
"""Whole sentences on each side of the one that holds the passage."""

REACH = 320
"""Characters looked at on each side: two sentences of ordinary length. Chosen by eye."""

LONGEST_QUOTE = 1500
"""Characters of a passage that are quoted; a longer one is cut off and says so."""

_STOP = re.compile('[.!?…]["”»’)\\]]{0,3}\\s+|\\n\\s{0,80}\\n')


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage in its context, masked, and the account it stands in; ``cut`` counts the characters
    left out at its end."""

    before: tuple[Piece, ...]
    words: tuple[Piece, ...]
    after: tuple[Piece, ...]
    account: str
    label: str
    imprint: str
    language: str
    cut: int
    anchor: str = ""


def quotations(known: Survey, text: str, passages: Iterable[Passage]) -> dict[Passage, Quotation]:
    """Each passage of one source, whose ``text`` is given, as it is quoted; none reaches beyond the
    account it stands in."""
    return {passage: _quotation(known, text, passage) for passage in passages}


def _quotation(known: Survey, text: str, passage: Passage) -> Quotation:
    source = passage.source
    start = passage.end - len(passage.quote.lstrip())
    end = max(start, passage.start + len(passage.quote.rstrip()))
    identity = home(known.homes, passage)
    account = known.accounts.get(identity or "")
    low, high = around(known.homes, passage, len(text))
    first = _back(text, max(low, start - REACH), start)
    last = _on(text, end, min(high, end + REACH))
    return Quotation(
        masked(known.masks, text[first:start], source, first),
        masked(known.masks, text[start : min(end, start + LONGEST_QUOTE)], source, start),
        masked(known.masks, text[end:last], source, end),
        identity or "",
        known.labels.get(identity or "", "") or plain(masked(known.masks, source)),
        account_imprint(account, known.masks) if account else "",
        account.language if account else "",
        max(0, end - start - LONGEST_QUOTE),
    )


def _back(text: str, low: int, start: int) -> int:
    """Where the sentence before the passage's own begins, or the first word within reach."""
    stops = [match.end() for match in _STOP.finditer(text, low, start)]
    if len(stops) > SENTENCES:
        return stops[-1 - SENTENCES]
    return stops[0] if stops and low > 0 else _next_word(text, low, start)


def _on(text: str, end: int, high: int) -> int:
    """Where the sentence after the passage's own ends, or the last word within reach."""
    stops = [match.start() + 1 for match in _STOP.finditer(text, end, high)]
    if len(stops) > SENTENCES:
        return stops[SENTENCES]
    if stops and high < len(text):
        return stops[-1]
    space = text.rfind(" ", end, high) if high < len(text) and not text[high].isspace() else -1
    return space if space > end else high


def _next_word(text: str, low: int, start: int) -> int:
    if low == 0 or text[low - 1].isspace():
        return low
    space = text.find(" ", low, start)
    return space + 1 if space >= 0 else start
