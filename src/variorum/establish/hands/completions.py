"""Brackets in a quotation that other copies show to be put in.

A bracket seen by itself is taken for an editor's, who completes a sentence ("[the mayor]"); so it is no
part of the reading text, and no collation sees it. Where another copy has the sentence without it, the
sentence was complete: whoever quotes put the words in, or set them in the place of others.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from variorum.establish.collate.collation import Collation
from variorum.establish.collate.witness import is_word
from variorum.establish.hands.majority import SINGULAR, SURE, Follows
from variorum.establish.hands.roles import QUOTES, Copy, accounts_by_source, role
from variorum.model.critique import Account, Hand
from variorum.model.ids import content_id
from variorum.model.lexicon import listed
from variorum.model.passage import Passage

REPORTED = 0.8
"""Probability from which a hand is reported as a row."""
COMPLETED = frozenset({("editor", "completion"), ("editor", "insertion"), ("author", "completion")})
"""What a bracket is taken for by itself."""
ASKED = 12
"""Other copies that are asked, those first that the copy follows."""
NEAR, FAR = 12, 40
"""Words of the other copy that one bracket may stand for, and tokens in which they stand; more, and that
copy goes on otherwise."""
_SMALL = listed(
    """a an the this that these those of to in on at by for from with and or but is was were are be
    been has have had he she it they his her its their him them i my we our you your who which
    sic и а но в на с к по из от до за о об он она оно они его её ее их был была было были"""
)
"""Words with which anybody completes another's sentence: they turn nothing."""
_REASON = "in brackets, and in no other copy"


@dataclass(frozen=True, slots=True)
class PutIn:
    """``witness`` has the words ``passage`` in brackets; ``against`` has nothing there (``replaced`` is
    empty, at the place) or other words, ``replaced`` of its text. ``hand`` is the row, where whose
    doing it is is sure enough."""

    witness: str
    against: str
    passage: Passage
    replaced: tuple[int, int]
    confidence: float
    reasons: tuple[str, ...]
    hand: Hand | None


def put_in(
    collation: Collation,
    copies: Sequence[Copy],
    accounts: Iterable[Account],
    follows: Follows,
    known: Iterable[Hand],
) -> tuple[PutIn, ...]:
    """The brackets in the copies of one passage that another copy shows to be put in.

    Arguments as for ``copy_hands``: ``known`` are the hands found before, of which those that take a
    bracket for an editor's are corrected. A bracket at the very edge of a passage is left alone.
    """
    by_name = {copy.name: copy for copy in copies}
    brackets = [
        hand
        for hand in known
        if (hand.hand, hand.kind) in COMPLETED
        and hand.passage.quote[:1] in "[［"
        and not _SMALL.issuperset(hand.passage.quote.lower().strip("[]［］ .,").split())
    ]
    if not brackets or len(by_name) < 2:
        return ()
    sources = accounts_by_source(copies, accounts)
    lengths = {witness.name: len(witness.text) for witness in collation.witnesses}
    found: list[PutIn] = []
    for name in sorted(by_name):
        for at, hand in _inside(by_name[name], lengths[name], brackets):
            one = _judged(collation, by_name, name, at, hand, follows, lengths, sources)
            if one is not None:
                found.append(one)
    return tuple(found)


def _inside(copy: Copy, length: int, brackets: Sequence[Hand]) -> Iterator[tuple[int, Hand]]:
    """The brackets that were taken out of a copy, and where in its text."""
    account = copy.reading.account
    own = sorted(
        (hand for hand in brackets if hand.passage.source == account.source),
        key=lambda hand: (hand.passage.start, hand.passage.end, hand.id),
    )
    starts = [hand.passage.start for hand in own]
    for before, after in pairwise(copy.reading.runs):
        at = after.start - copy.start
        if not 0 < at < length:
            continue
        first = bisect_left(starts, before.origin + before.length)
        for hand in own[first : bisect_right(starts, after.origin)]:
            if hand.passage.end <= after.origin:
                yield at, hand


def _judged(
    collation: Collation,
    copies: Mapping[str, Copy],
    name: str,
    at: int,
    hand: Hand,
    follows: Follows,
    lengths: Mapping[str, int],
    sources: Mapping[str, int],
) -> PutIn | None:
    place = _place(collation, name, at)
    if place is None:
        return None
    asked = sorted(copies.keys() - {name}, key=lambda x: (-follows.get((x, name), 0.0), x))[:ASKED]
    others = {
        other: span for other in asked if (span := _there(collation, other, place)) is not None
    }
    if not others:
        return None
    exemplar = max(others, key=lambda other: (follows.get((other, name), 0.0), other))
    chance = follows.get((exemplar, name), 0.0)
    agreeing = [other for other in others if _has(others, other) == _has(others, exemplar)]
    reasons: tuple[str, ...] = (_REASON,)
    confidence = 0.0
    if chance >= SURE:
        lacks = "other words" if _has(others, exemplar) else "nothing there"
        confidence, reasons = chance, (f"{name} follows {exemplar}, which has {lacks}", _REASON)
    elif len(agreeing) >= min(SINGULAR):
        confidence = SINGULAR[min(len(agreeing), max(SINGULAR))]
        reasons = (f"{len(agreeing)} other copies agree against this one", _REASON)
    whose, how = role(copies[name], copies[exemplar], lengths, (at, at), sources)
    row = None
    if confidence >= REPORTED and (whose != "author" or how == QUOTES):
        kind = "alteration" if _has(others, exemplar) else "insertion"
        passage = hand.passage
        row = Hand(
            content_id("h", passage.source, passage.start, passage.end, whose, kind),
            passage,
            whose,
            kind,
            confidence,
            (*reasons, how),
            copies[name].reading.account.id,
        )
    said = (*reasons, how) if confidence else reasons
    span = others[exemplar]
    return PutIn(name, exemplar, hand.passage, span, confidence or 0.5, said, row)


def _has(others: Mapping[str, tuple[int, int]], name: str) -> bool:
    start, end = others[name]
    return end > start


def _place(collation: Collation, name: str, at: int) -> tuple[int, int] | None:
    """The columns of the words before and after the place ``at`` of a copy's text."""
    number = collation.number(name)
    own = collation.tokens[number]
    after = int(own.starts.searchsorted(at, "left"))
    before = after - 1
    while before >= 0 and not is_word(own.forms[before]):
        before -= 1
    while after < len(own) and not is_word(own.forms[after]):
        after += 1
    if before < 0 or after >= len(own):
        return None
    held = np.flatnonzero(collation.row(number) >= 0)
    return int(held[before]), int(held[after])


def _there(collation: Collation, other: str, place: tuple[int, int]) -> tuple[int, int] | None:
    """What another copy has between two columns: the span of its words; None where it is lost there, or
    does not go on as the copy does."""
    number = collation.number(other)
    first, last = (int(collation.row(number)[column]) for column in place)
    if first < 0 or last < 0:
        return None
    tokens = collation.tokens[number]
    words = [i for i in range(first + 1, min(last, first + FAR)) if is_word(tokens.forms[i])]
    if len(words) > NEAR:
        return None
    if not words:
        return int(tokens.ends[first]), int(tokens.ends[first])
    return int(tokens.starts[words[0]]), int(tokens.ends[words[-1]])
