"""The author's reading text, and the division of an account's characters among hands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.establish.hands.settled import settled
from variorum.model.critique import Account, Hand
from variorum.model.reading import ReadingText, reading_text

KEPT = frozenset({"ellipsis", "alteration"})
"""Kinds that stay in the reading text though another set them: they tell that something is missing, or
stand for words that are known from another copy only."""
INTERRUPTING = frozenset({"marker", "deletion"})
"""Kinds that go though the author may have set them: they are no part of a sentence."""
OWN_KINDS = frozenset({"caption", "notes", "comment"})
"""Accounts that are nothing but one hand's words keep them: they are their own author's."""
_WHOLE = 0.9
_OPENING = "\n\t“„«\"'‘([{—"


@dataclass(frozen=True, slots=True)
class Share:
    """Characters ``[start, end)`` of a source put there by ``hand`` as ``kind`` (``text`` when they
    are the author's running text)."""

    start: int
    end: int
    hand: str
    kind: str


def reading(
    account: Account, accounts: Sequence[Account], hands: Sequence[Hand], text: str
) -> ReadingText:
    """An account as its author wrote it: ``text`` is the whole source's, offsets lead back to it.

    The rule: what another than the author put there goes, an editor's completions, ``[sic]`` and the
    translator's glosses too, and so do the accounts that stand inside this one, note markers and
    struck-out words. Ellipsis marks stay, and so do the author's parentheses and notes.
    """
    removed = [
        (other.start, other.end)
        for other in accounts
        if other.id != account.id and other.parent == account.id
    ]
    removed += [
        (hand.passage.start, _with_space(hand, account, text))
        for hand in settled(hands)
        if is_removed(hand) and _inside(hand, account) and not _is_all(hand, account)
    ]
    return reading_text(account, text, removed)


def _with_space(hand: Hand, account: Account, text: str) -> int:
    """The end of what goes: where nothing stands before that a space could part, the one after too."""
    start, end = hand.passage.start, hand.passage.end
    opens = start <= account.start or text[start - 1] in _OPENING
    return end + (opens and end < account.end and text[end] == " ")


def is_removed(hand: Hand) -> bool:
    """Whether the words of this row are no part of the author's reading text."""
    if hand.kind in INTERRUPTING:
        return True
    return hand.hand != "author" and hand.kind not in KEPT


def _inside(hand: Hand, account: Account) -> bool:
    passage = hand.passage
    return (
        passage.source == account.source
        and passage.start < account.end
        and account.start < passage.end
    )


def _is_all(hand: Hand, account: Account) -> bool:
    length = hand.passage.end - hand.passage.start
    return account.kind in OWN_KINDS and length >= _WHOLE * (account.end - account.start)


def partition(
    account: Account, accounts: Sequence[Account], hands: Sequence[Hand]
) -> tuple[Share, ...]:
    """For every character of an account's own text, who put it there.

    The shares are sorted, do not overlap, and together with the accounts inside this one cover
    ``[account.start, account.end)``. Where rows nest the innermost speaks: a marker inside an
    editor's note is a marker.
    """
    spans = [
        (max(h.passage.start, account.start), min(h.passage.end, account.end), h.hand, h.kind)
        for h in settled(hands)
        if _inside(h, account)
    ]
    children = [
        (max(c.start, account.start), min(c.end, account.end), "", "")
        for c in accounts
        if c.parent == account.id
        and c.id != account.id
        and c.start < account.end
        and account.start < c.end
    ]
    return tuple(share for share in _innermost(account, spans + children) if share.hand)


def _innermost(account: Account, spans: list[tuple[int, int, str, str]]) -> Iterator[Share]:
    cuts = sorted({account.start, account.end, *(s[0] for s in spans), *(s[1] for s in spans)})
    opening = sorted(spans, key=lambda span: (span[0], -span[1]))
    stack: list[tuple[int, int, str, str]] = []
    following = 0
    pending: Share | None = None
    for start, end in pairwise(cuts):
        while following < len(opening) and opening[following][0] <= start:
            stack.append(opening[following])
            following += 1
        while stack and stack[-1][1] <= start:
            stack.pop()
        child = any(not span[2] for span in stack[:1])
        hand, kind = ("", "") if child else stack[-1][2:] if stack else ("author", "text")
        if pending and (pending.hand, pending.kind) == (hand, kind):
            pending = Share(pending.start, end, hand, kind)
            continue
        if pending:
            yield pending
        pending = Share(start, end, hand, kind)
    if pending:
        yield pending
