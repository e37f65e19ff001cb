"""Roles: whose hand made a copy, by the place where it stands.

Whoever quotes or borrows a passage is the author of the account it stands in. Where the passage is the
account, and the account is the other's by author and title, it was printed again: by the compiler of
a source that has other accounts too, or by an editor.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from variorum.establish.hands.quoted import is_enclosed, quoted_share
from variorum.model.critique import Account
from variorum.model.reading import ReadingText

UNKNOWN = "unknown"
WHOLE = 0.85
"""Share of an account's body, in both copies, from which a passage is the account itself, printed again,
and not a loan in it. Set by hand."""
SAME_NAME, SAME_TITLE = 85, 70
"""Likeness (0 to 100) of two authors' names, and of two titles, that are one. Set by hand."""
MOSTLY = 0.3
"""Share of a quotation that stands in quotation marks of its own, from which what stands outside them is
the quoter's word."""
QUOTES = "changed by whoever quotes it"
REMARKS = "said between the quotation marks"
BORROWS = "taken into another text without quotation marks"
_OWN = frozenset({"caption", "notes", "comment", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Copy:
    """The witness called ``name`` in a collation: it is ``reading.text[start : start + its length]``.

    ``source_text`` is the text of the whole source, ``quoted`` says whether the passage stands there in
    quotation marks as another's words.
    """

    name: str
    reading: ReadingText
    source_text: str
    start: int
    quoted: bool = False


def accounts_by_source(copies: Iterable[Copy], accounts: Iterable[Account]) -> dict[str, int]:
    """How many accounts of their own each source of the copies has."""
    found = dict.fromkeys((copy.reading.account.source for copy in copies), 0)
    for account in accounts:
        if account.source in found and account.parent is None and account.kind not in _OWN:
            found[account.source] += 1
    return found


def role(
    copy: Copy,
    other: Copy,
    lengths: Mapping[str, int],
    span: tuple[int, int],
    accounts: Mapping[str, int],
) -> tuple[str, str]:
    """The hand that made the words ``span`` of a copy, against ``other``, and how that is seen.

    ``lengths``: of the witnesses' texts, by name; ``accounts``: as ``accounts_by_source`` counts."""
    text, start = copy.reading.text, copy.start
    enclosed = is_enclosed(text, start + span[0], start + span[1])
    if copy.quoted:
        if not enclosed and quoted_share(text, start, start + lengths[copy.name]) >= MOSTLY:
            return "author", REMARKS
        return "author", QUOTES
    if all(_is_whole(one, lengths[one.name]) for one in (copy, other)) and _same_work(
        copy.reading.account, other.reading.account
    ):
        if accounts[copy.reading.account.source] > 1:
            return "compiler", "the whole text stands here among others"
        return "editor", "the whole text is printed again"
    return ("author", QUOTES) if enclosed else ("author", BORROWS)


def _is_whole(copy: Copy, length: int) -> bool:
    """Whether a witness is (nearly) all of an account but its title."""
    text, title = copy.reading.text.strip(), copy.reading.account.title
    body = len(text) - (len(title) if title and text.startswith(title) else 0)
    return length >= WHOLE * body


def _same_work(one: Account, other: Account) -> bool:
    """Whether two accounts may be one by author and title: nothing they name is two."""
    if one.author and other.author:
        return _alike(one.author, other.author) >= SAME_NAME
    if one.title and other.title:
        return _alike(one.title, other.title) >= SAME_TITLE
    return True


def _alike(one: str, other: str) -> float:
    return float(ratio(anyascii(one).lower(), anyascii(other).lower()))
