"""Hands that only another copy shows: what was put in, left out or altered, and by whom.

One copy of a passage tells nothing of what its scribe did; two tell that something was done, not by
whom; three, or a knowledge of who copied whom, tell that too. A word that one copy alone has against
several that agree is that copy's (the singular reading: Colwell 1965); a word that a copy has against
the one it was made from is the copyist's. Where both speak they must agree, and where neither does
nobody is blamed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.establish.collate.apparatus import Entry, apparatus
from variorum.establish.collate.collation import Collation
from variorum.establish.collate.variants import Difference, Side, between, side
from variorum.establish.hands.foreign import foreign_words
from variorum.model.critique import Account, Hand
from variorum.model.ids import content_id
from variorum.model.passage import overlaps
from variorum.model.reading import ReadingText, source_passage

SURE = 0.7
"""Probability from which one copy is taken to follow another."""
REPORTED = 0.8
"""Probability from which a hand is reported as a row."""
WHOLE = 0.6
"""Share of an account from which a passage is the account itself in another copy, not a loan in it."""
SINGULAR = {2: 0.71, 3: 0.81, 4: 0.87}
"""How often a reading that one copy has against so many (or more) that agree is that copy's doing.
Measured on simulated traditions of the King James Version and of novels, with nothing known of who
copied whom (``benchmarks/collate.py``)."""
QUOTING = 0.5
FOREIGN = 0.4
"""What is left of the doubt when the copy blamed, and none that agree against it, stands in quotation
marks, and when the words are plainly another's. Set by hand."""
PLACED = {"insertion": 0.8, "alteration": 0.9}
"""How surely the words must be cut for a row: where most words around differ the text was rewritten."""
UNKNOWN = "unknown"
_OWN = frozenset({"caption", "notes", "comment", "boilerplate"})
_SILENT = frozenset({"spelling"})
"""What a copyist writes otherwise without altering anything."""


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


@dataclass(frozen=True, slots=True)
class Change:
    """``witness`` has other words than ``against``: ``difference`` has the words of ``against`` as its
    ``a`` and those of ``witness`` as its ``b``. ``hand``: whose doing it is, author (of the account that
    quotes or borrows), editor, compiler or unknown; then which of the two is changed is not known
    either. ``confidence``: of that answer; of unknown, that the copies differ there."""

    witness: str
    against: str
    difference: Difference
    hand: str
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Compared:
    """Witnesses and pairs that were looked at, by their numbers."""

    sides: dict[int, Side]
    pairs: dict[tuple[int, int], dict[tuple[int, int], Difference]]


def copy_hands(
    collation: Collation,
    copies: Sequence[Copy],
    accounts: Iterable[Account],
    follows: Mapping[tuple[str, str], float],
    known: Iterable[Hand] = (),
) -> tuple[tuple[Change, ...], tuple[Hand, ...]]:
    """Who did what in the copies of one passage, and the rows of ``hands`` that follow from it.

    ``collation`` has a witness for each of ``copies``, by name; ``accounts`` are the dossier's.
    ``follows[x, y]`` is the probability that copy ``y`` was made from ``x``, as far as known.
    ``known`` are the hands found before: what stands in one of them is not said again.

    Of each place where copies differ there is one change a reading, in the order of the text. Rows are
    only made of what is surely somebody's: kind ``insertion`` for added words that are plainly
    another's (in brackets, or a word before a name that no copy has anywhere else), ``alteration`` for
    other words that were added or changed in another's text. Words left out leave no characters, and
    so no row; what an author makes of a loan without quotation marks is his own, and no row either.
    KeyError when a copy is no witness of the collation. The time is linear in the copies and, where
    they differ at all, in ``accounts`` and ``known``: only those of the copies' sources matter.
    """
    by_name = {copy.name: copy for copy in copies}
    for name in by_name:
        collation.number(name)
    base = _base(collation, sorted(by_name), follows) if by_name else ""
    entries = apparatus(collation, base) if len(by_name) > 1 else ()
    if not entries:
        return (), ()
    roles = _roles(collation, by_name, accounts)
    quoted = frozenset(name for name, copy in by_name.items() if copy.quoted)
    compared = _Compared({}, {})
    changes: list[Change] = []
    for entry in entries:
        found = _changes(collation, entry, base, follows, quoted, roles, compared)
        changes += [c for c in found if {c.witness, c.against} <= by_name.keys()]
    sources = {copy.reading.account.source for copy in copies}
    taken = [h for h in known if h.passage.source in sources and h.kind != "alteration"]
    rows = [row for change in changes if (row := _row(collation, change, by_name, taken))]
    unique = {row.id: row for row in rows}
    return tuple(changes), tuple(sorted(unique.values(), key=lambda row: (row.passage, row.kind)))


def _roles(
    collation: Collation, copies: Mapping[str, Copy], accounts: Iterable[Account]
) -> dict[str, tuple[str, str]]:
    """Whose hand made each copy, and how that is seen."""
    sources = dict.fromkeys((copy.reading.account.source for copy in copies.values()), 0)
    for account in accounts:
        if account.source in sources and account.parent is None and account.kind not in _OWN:
            sources[account.source] += 1
    found = {}
    for name, copy in copies.items():
        length = len(collation.witnesses[collation.number(name)].text)
        found[name] = _role(copy, length, sources[copy.reading.account.source])
    return found


def _role(copy: Copy, length: int, accounts: int) -> tuple[str, str]:
    """The hand that made a copy, and how that is seen."""
    if copy.quoted:
        return "author", "changed by whoever quotes it"
    if length >= WHOLE * len(copy.reading.text):
        if accounts > 1:
            return "compiler", "the whole text stands here among others"
        return "editor", "the whole text is printed again"
    return "author", "taken into another text without quotation marks"


def _base(
    collation: Collation, names: Sequence[str], follows: Mapping[tuple[str, str], float]
) -> str:
    """The copy the others are compared with: the one most follow, then the fullest."""
    balance = dict.fromkeys(names, 0.0)
    for (one, other), chance in sorted(follows.items()):
        if chance >= SURE and one in balance and other in balance:
            balance[one] += chance
            balance[other] -= chance
    sizes = {w.name: len(t) for w, t in zip(collation.witnesses, collation.tokens, strict=True)}
    return min(names, key=lambda name: (-balance[name], -sizes[name], name))


def _changes(
    collation: Collation,
    entry: Entry,
    base: str,
    follows: Mapping[tuple[str, str], float],
    quoted: frozenset[str],
    roles: Mapping[str, tuple[str, str]],
    compared: _Compared,
) -> Iterator[Change]:
    camps = [(base, *entry.agree), *(reading.witnesses for reading in entry.readings)]
    makers = [_makers(camp, camps, follows) for camp in camps]
    for number, camp in enumerate(camps[1:], 1):
        witness = camp[0]
        difference = _there(collation, base, witness, entry.lemma, compared, mine=True)
        if difference is None:
            continue
        made = _verdict(camp, makers[number], camps[0], follows, quoted)
        original = _verdict(camps[0], makers[0], camp, follows, quoted)
        if len(camps) > 2 and original:
            original = None  # the others do not agree on what the base's word replaced
        if made and original:
            made = original = None
        if made:
            name, confidence, reasons = made
            own = _there(collation, base, name, entry.lemma, compared, mine=True) or difference
            hand, how = roles.get(name, (UNKNOWN, ""))
            yield Change(name, base, own, hand, confidence, (*reasons, how))
        elif original:
            name, confidence, reasons = original
            turned = _there(collation, witness, name, entry.lemma, compared, mine=False)
            if turned is not None:
                hand, how = roles.get(name, (UNKNOWN, ""))
                yield Change(name, witness, turned, hand, confidence, (*reasons, how))
        else:
            reason = "nothing tells which of the copies was changed"
            yield Change(witness, base, difference, UNKNOWN, difference.confidence, (reason,))


def _there(
    collation: Collation,
    one: str,
    other: str,
    span: tuple[int, int],
    compared: _Compared,
    mine: bool,
) -> Difference | None:
    """The difference of two witnesses that has ``span`` on the one side or (not ``mine``) the other."""
    pair = collation.number(one), collation.number(other)
    if pair not in compared.pairs:
        for number in pair:
            if number not in compared.sides:
                compared.sides[number] = side(collation, number)
        found = between(collation, *pair, *(compared.sides[number] for number in pair))
        compared.pairs[pair] = {(d.a if mine else d.b): d for d in found}
    return compared.pairs[pair].get(span)


_Verdict = tuple[str, float, tuple[str, ...]]


def _makers(
    camp: Sequence[str], camps: Sequence[Sequence[str]], follows: Mapping[tuple[str, str], float]
) -> dict[str, tuple[float, str]]:
    """The copies of a camp that follow one outside it and none inside: how probably, and whom."""
    if not follows:
        return {}
    others = [name for other in camps if other is not camp for name in other]
    found: dict[str, tuple[float, str]] = {}
    for name in camp:
        if any(follows.get((inside, name), 0.0) >= SURE for inside in camp):
            continue
        best = max(((follows.get((x, name), 0.0), x) for x in others), default=(0.0, ""))
        if best[0] >= SURE:
            found[name] = best
    return found


def _verdict(
    camp: Sequence[str],
    makers: Mapping[str, tuple[float, str]],
    against: Sequence[str],
    follows: Mapping[tuple[str, str], float],
    quoted: frozenset[str],
) -> _Verdict | None:
    """Which copy of a camp made its reading, if that can be said."""
    reasons: list[str] = []
    doubt = 1.0
    name = camp[0]
    if len(makers) == 1:
        ((name, (chance, exemplar)),) = makers.items()
        doubt *= 1 - chance
        reasons.append(f"{name} follows {exemplar}, which has other words")
    elif makers:
        return None
    agreeing = _independent(against, name, follows)
    if len(camp) == 1 and agreeing >= min(SINGULAR):
        doubt *= 1 - SINGULAR[min(agreeing, max(SINGULAR))]
        reasons.append(f"{agreeing} other copies agree against this one")
    if reasons and name in quoted and not quoted & set(against):
        doubt *= QUOTING
    return (name, round(1 - doubt, 3), tuple(reasons)) if reasons else None


def _independent(
    against: Sequence[str], name: str, follows: Mapping[tuple[str, str], float]
) -> int:
    """How many copies agree that were not made from one another, nor from the copy in question."""
    exemplars = {name, *against}
    from_each_other = {
        other for (one, other), chance in follows.items() if chance >= SURE and one in exemplars
    }
    return sum(other not in from_each_other for other in against)


def _row(
    collation: Collation, change: Change, copies: Mapping[str, Copy], known: Sequence[Hand]
) -> Hand | None:
    difference = change.difference
    start, end = difference.b
    silent = difference.what in _SILENT or difference.kind in ("omission", "transposition")
    if change.hand == UNKNOWN or silent or start >= end:
        return None
    copy = copies[change.witness]
    foreign = foreign_words(collation, change.witness, change.difference)
    confidence = change.confidence
    if foreign:
        confidence = round(1 - FOREIGN * (1 - confidence), 3)
    if (
        confidence < REPORTED
        or difference.confidence < PLACED["insertion" if foreign else "alteration"]
    ):
        return None
    if change.hand == "author" and not copy.quoted:
        return None  # what an author makes of a loan is his own text
    kind = "insertion" if foreign else "alteration"
    whose = "compiler" if foreign and change.hand == "editor" else change.hand
    passage = source_passage(copy.reading, copy.source_text, copy.start + start, copy.start + end)
    for row in known:
        parenthesis = (row.hand, row.kind) == ("author", "parenthesis")
        replaces = foreign and parenthesis and change.hand != "author"
        if overlaps(row.passage, passage) and not replaces:
            return None
    reasons = (*change.reasons, foreign) if foreign else (*change.reasons, *difference.reasons)
    return Hand(
        content_id("h", passage.source, passage.start, passage.end, whose, kind),
        passage,
        whose,
        kind,
        confidence,
        reasons,
        copy.reading.account.id,
    )
