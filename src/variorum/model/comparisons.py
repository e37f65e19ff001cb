"""Parallels and variants as findings: whose words stand where, and what became of them, in a sentence.

A passage with five hundred witnesses is one finding; what differs in the same way in many copies is
one finding too. Stock phrases are none: they stand among the parallels.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.model.critique import Account, Parallel, Variant
from variorum.model.findings import Finding
from variorum.model.homes import Homes, home, homes
from variorum.model.ids import content_id
from variorum.model.masking import Masks, hidden_spans, masked, plain
from variorum.model.passage import Passage

LONGEST_TITLE = 60
"""Characters of an account's title in a sentence."""

LONGEST_WORDS = 180
"""Characters of a text's words in a sentence: two lines; all of them stand on the finding's page."""

PART = 0.5
"""Share of an account below which a translation is said to be of a passage only."""

UNTOLD = ("", "wording", "spelling")
"""What a variant may concern that changes no sense, and so is no finding."""

WHAT = {
    "number": "a number", "date": "a date", "name": "a name", "place": "a place",
    "polarity": "a negation", "hedge": "a word of doubt", "kin": "a word of kinship",
    "sentence": "a sentence", "clause": "part of a sentence", "misprint": "a misprint",
}  # fmt: skip
"""What differs, as a sentence names it."""

_FOLLOWS = {"a→b": (0, 1), "b→a": (1, 0)}


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences need to know of the dossier: accounts, their names, homes, masks."""

    accounts: Mapping[str, Account]
    names: Mapping[str, str]
    homes: Mapping[str, Homes]
    masks: Masks


@dataclass(frozen=True, slots=True)
class _Difference:
    """A variant with its sides in order: the original's or the first's, then the other's."""

    row: Parallel
    variant: Variant
    known: bool
    first: Passage | None
    other: Passage | None

    @property
    def sure(self) -> float:
        return self.row.score * self.variant.confidence


def compared(
    parallels: Sequence[Parallel],
    variants: Iterable[Variant],
    accounts: Iterable[Account],
    masks: Masks,
) -> Iterator[Finding]:
    """The findings of kinds borrowing, omission, alteration and addition, in no order."""
    rows = {account.id: account for account in accounts}
    told = Told(rows, _names(rows.values(), masks), homes(rows.values()), masks)
    groups: dict[str, list[Parallel]] = {}
    for row in parallels:
        if row.kind != "formula":
            groups.setdefault(group_of(row), []).append(row)
    for identity, group in groups.items():
        yield _borrowing(told, identity, group)
    yield from _differences(told, {row.id: row for row in parallels}, variants)


def group_of(row: Parallel) -> str:
    """What the rows of one passage, translation or episode have in common; also its finding's id."""
    return row.group or row.id


def sides(row: Parallel) -> tuple[Passage, Passage, bool]:
    """Its passages, the original first where it is known which that is."""
    pair = (row.a, row.b)
    first, other = _FOLLOWS.get(row.direction, (0, 1))
    return pair[first], pair[other], row.direction in _FOLLOWS


def _names(accounts: Iterable[Account], masks: Masks) -> dict[str, str]:
    """What each account is called; the author or the source beside titles that occur twice."""
    rows = list(accounts)
    called = [_title(a) for a in rows]
    again = Counter(called)
    called = [
        f"{name} ({a.author or a.publisher or a.source})" if again[name] > 1 else name
        for a, name in zip(rows, called, strict=True)
    ]
    again = Counter(called)
    called = [
        f"{name} ({a.source})" if again[name] > 1 and a.source not in name else name
        for a, name in zip(rows, called, strict=True)
    ]
    return {a.id: plain(masked(masks, name)) for a, name in zip(rows, called, strict=True)}


def _title(account: Account) -> str:
    title = " ".join(account.title.split())
    if title:
        return f"“{_cut(title, LONGEST_TITLE)}”"
    kind = account.kind or "text"
    by = " ".join(account.author.split())
    return f"the {kind} by {_cut(by, LONGEST_TITLE)}" if by else f"the {kind} in {account.source}"


def _name(told: Told, passage: Passage) -> str:
    identity = home(told.homes, passage)
    return told.names.get(identity or "") or plain(masked(told.masks, passage.source))


def _borrowing(told: Told, identity: str, group: Sequence[Parallel]) -> Finding:
    whole = [row for row in group if row.manner == "whole"] or list(group)
    best = max(whole, key=lambda row: (row.direction in _FOLLOWS, row.score, row.id))
    passages = tuple(sorted({p for row in whole for p in (row.a, row.b)}))
    accounts = len({home(told.homes, p) or p.source for p in passages})
    sentence = {"translation": _translation, "retelling": _retelling}.get(best.kind, _copy)
    return Finding(
        identity,
        "borrowing",
        _upper(sentence(told, best, passages, accounts)),
        passages,
        best.score,
        best.reasons,
    )


def _translation(told: Told, row: Parallel, passages: Sequence[Passage], accounts: int) -> str:
    first, other, known = sides(row)
    a, b = _name(told, first), _name(told, other)
    if not known:
        return f"One of {a} and {b} translates the other; which is the original is not known."
    what = "" if _share(told, first) >= PART else "a part of "
    who = f"{b} is a translation of" if _share(told, other) >= PART else f"{b} translates"
    return f"{who} {what}{a}."


def _retelling(told: Told, row: Parallel, passages: Sequence[Passage], accounts: int) -> str:
    first, other, known = sides(row)
    words = _quoted(told, first)
    if accounts == 1:
        times = "twice" if len(passages) == 2 else f"{len(passages)} times"
        return _closed(f"{_name(told, first)} tells one episode {times}: {words}")
    if accounts > 2:
        return _closed(f"{accounts} accounts tell one episode in other words: {words}")
    if known:
        return _closed(f"{_name(told, other)} retells an episode of {_name(told, first)}: {words}")
    both = f"{_name(told, first)} and {_name(told, other)}"
    return _closed(f"{both} tell one episode in other words: {words}")


def _copy(told: Told, row: Parallel, passages: Sequence[Passage], accounts: int) -> str:
    first, other, known = sides(row)
    words = _quoted(told, first)
    if accounts == 1:
        times = "twice" if len(passages) == 2 else f"{len(passages)} times"
        return _closed(f"The same passage stands {times} in {_name(told, first)}: {words}")
    if accounts > 2:
        first = min(passages, key=lambda p: _age(told, p))
        return _closed(f"The same passage stands in {accounts} accounts: {_quoted(told, first)}")
    a, b = _name(told, first), _name(told, other)
    if not known:
        return _closed(f"The same passage stands in {a} and in {b}: {words}")
    if row.manner == "quotation":
        return _closed(f"{b} quotes {a}: {words}")
    how = " with changes" if row.manner == "adapted" else ", word for word"
    return _closed(f"{b} takes over a passage of {a}{how}: {words}")


def _age(told: Told, passage: Passage) -> tuple[bool, str, Passage]:
    account = told.accounts.get(home(told.homes, passage) or "")
    date = account.date if account else ""
    return not date, date, passage


def _share(told: Told, passage: Passage) -> float:
    account = told.accounts.get(home(told.homes, passage) or "")
    if account is None or account.end <= account.start:
        return 1.0
    return (passage.end - passage.start) / (account.end - account.start)


def _differences(
    told: Told, rows: Mapping[str, Parallel], variants: Iterable[Variant]
) -> Iterator[Finding]:
    """What differs in the same words in many copies of one passage is one finding."""
    merged: dict[tuple[str, ...], list[_Difference]] = {}
    for variant in variants:
        row = rows.get(variant.parallel)
        if row is None or variant.what in UNTOLD or variant.kind == "transposition":
            continue
        if not (variant.a or variant.b) or _insertion(told, variant):
            continue
        pair = (variant.a, variant.b)
        first, other = _FOLLOWS.get(row.direction, (0, 1))
        found = _Difference(row, variant, row.direction in _FOLLOWS, pair[first], pair[other])
        words = sorted(_folded(p) for p in pair)
        merged.setdefault((group_of(row), variant.what, *words), []).append(found)
    for key, found_all in merged.items():
        best = max(found_all, key=lambda d: (d.known, d.sure, d.variant.weight, d.row.id))
        passages = {p for d in found_all for p in (d.first, d.other) if p}
        kind = "alteration"
        if best.first is None or best.other is None:
            kind = "omission" if best.first else "addition"
        yield Finding(
            content_id("variant", *key),
            kind,
            _upper(_difference(told, kind, best)),
            tuple(sorted(passages)),
            best.sure,
            tuple(dict.fromkeys((*best.variant.reasons, *best.row.reasons))),
            max(d.variant.weight for d in found_all),
        )


def _difference(told: Told, kind: str, found: _Difference) -> str:
    """In a sentence what became of which words, in whose text."""
    first, other, _ = sides(found.row)
    a, b = _name(told, first), _name(told, other)
    translated = found.row.kind == "translation" and found.known
    what = WHAT.get(found.variant.what, "words")
    if found.first and found.other:
        stands = f"{_quoted(told, found.other)} stands in"
        has = f"{_quoted(told, found.first)}"
        if translated:
            return _closed(f"{stands} the translation {b} where the original has {has}")
        follows = ", which it follows," if found.known else ""
        return _closed(f"{stands} {b} where {a}{follows} has {has}")
    words = _quoted(told, found.first or found.other)
    if kind == "omission":
        if translated:
            return _closed(f"The translation {b} leaves out {what}: {words}")
        if found.known:
            return _closed(f"{b} leaves out {what} of {a}: {words}")
        return _closed(f"{a} has {what} that {b} has not: {words}")
    if translated:
        return _closed(f"The translation {b} adds {what}: {words}")
    if found.known:
        return _closed(f"{b} adds {what} to what it has from {a}: {words}")
    return _closed(f"{b} has {what} that {a} has not: {words}")


def _insertion(told: Told, variant: Variant) -> bool:
    """Whether the words that only one side has are masked: the insertion is a finding of its own."""
    only = variant.a if variant.b is None else variant.b if variant.a is None else None
    if only is None:
        return False
    hidden = hidden_spans(told.masks, only.source, only.start, only.end)
    shown = [True] * len(only.quote)
    for start, end in hidden:
        shown[start - only.start : end - only.start] = [False] * (end - start)
    return not any(on and c.isalnum() for on, c in zip(shown, only.quote, strict=True))


def _folded(passage: Passage | None) -> str:
    return " ".join(passage.quote.casefold().split()) if passage else ""


def _quoted(told: Told, passage: Passage | None) -> str:
    """Words in quotation marks: inserted places masked, and the inserted words wherever they stand."""
    if passage is None:
        return ""
    shown = plain(masked(told.masks, passage.quote, passage.source, passage.start))
    return f"“{_cut(plain(masked(told.masks, ' '.join(shown.split()))), LONGEST_WORDS)}”"


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rsplit(None, 1)[0].rstrip(',;:–—-')}…"


def _closed(sentence: str) -> str:
    return sentence if sentence.rstrip("”")[-1:] in ".?!…" else f"{sentence}."


def _upper(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
