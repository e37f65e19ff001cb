"""Copies: a passage with all its witnesses as rows, two and two, each with its differences."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from variorum.establish.collate import Difference, Witness, collate
from variorum.establish.collate.variants import between, side
from variorum.establish.dependence import Bond, Direction, direction
from variorum.establish.dependence.naming import is_quoted
from variorum.establish.hands.completions import PutIn, put_in
from variorum.establish.hands.copies import UNKNOWN, Change, Copy, copy_hands
from variorum.establish.parallels.gaps import Pair
from variorum.establish.parallels.ground import (
    MIRRORED,
    TURNED,
    Ground,
    bond_of,
    ordered,
    parallel_row,
    variant_row,
)
from variorum.establish.parallels.quotations import QUOTES, is_outside, share
from variorum.establish.reuse import Shared
from variorum.establish.stretches import Stretch
from variorum.model.critique import Hand, Parallel, Variant
from variorum.model.ids import content_id

ALL_PAIRS = 6
"""Witnesses up to which each is set beside each; of more, each beside the likeliest origin alone: five
hundred copies of one leaflet are five hundred rows and not a hundred thousand."""

BRACKETED = 0.3
"""The weight of words put in in brackets. Set by hand."""


STOPS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Copied:
    """The rows of one shared passage."""

    parallels: tuple[Parallel, ...]
    variants: tuple[Variant, ...]
    hands: tuple[Hand, ...]
    bonds: tuple[Bond, ...]
    pairs: tuple[Pair, ...]


def copied(ground: Ground, passage: Shared, hands: Mapping[str, Sequence[Hand]]) -> Copied:
    """The rows of one shared passage; a stock phrase is not collated.

    ``hands`` are those found before, by source: what they say is not said again."""
    group = content_id("g", *((s.account, s.start, s.end) for s in passage.witnesses))
    if passage.kind == "formula":
        return Copied(tuple(_stock(ground, passage, group)), (), (), (), ())
    collation = collate([_witness(ground, s) for s in passage.witnesses])
    rows: list[Parallel] = []
    differences: list[Variant] = []
    sides = {w.name: (n, side(collation, n)) for n, w in enumerate(collation.witnesses)}

    @cache
    def differ(a: Stretch, b: Stretch) -> tuple[Difference, ...]:
        (one, mine), (other, theirs) = sides[_name(a)], sides[_name(b)]
        return between(collation, one, other, mine, theirs)

    pairs = [ordered(ground, *pair)[:2] for pair in _pairs(ground, passage.witnesses)]
    ways = _ways(ground, differ, pairs)
    copies = [_copy(ground, stretch) for stretch in passage.witnesses]
    touched = sorted({copy.reading.account.source for copy in copies})
    accounts = [account for source in touched for account in ground.accounts(source)]
    known = [hand for source in touched for hand in hands.get(source, ())]
    follows = _follows(pairs, ways)
    changes, betrayed = copy_hands(collation, copies, accounts, follows, known)
    brackets = put_in(collation, copies, accounts, follows, known)
    titles = {_name(stretch): _title(ground, stretch) for stretch in passage.witnesses}
    doings = _doings(changes, titles)
    bonds: list[Bond] = []
    for (a, b), way in zip(pairs, ways, strict=True):
        reasons = (*passage.reasons, *way.reasons)
        row = parallel_row(
            ground, a, b, "copy", way.value, passage.score, reasons, passage.manner, group
        )
        rows.append(row)
        errors = _errors(ground, differ, a, b, passage.witnesses)
        bonds.append(bond_of(row, a, b, way.probability, errors))
        own = [found for found in differ(a, b) if _is_reading(ground, found, a, b)]
        here = [one for one in brackets if {one.witness, one.against} == {_name(a), _name(b)}]
        own = [found for found in own if not any(_is_replaced(found, one, a) for one in here)]
        differences.extend(_differences(ground, row, own, a, b, doings))
        differences.extend(_bracketed(ground, row, one, differ(a, b), a, b, titles) for one in here)
    told = {side for row in differences for side in (row.a, row.b)}
    betrayed = (*betrayed, *(one.hand for one in brackets if one.hand))
    named = tuple(_titled(hand, titles) for hand in betrayed if hand.passage in told)
    stood = tuple((*pair, row) for pair, row in zip(pairs, rows, strict=True))
    return Copied(tuple(rows), tuple(differences), named, tuple(bonds), stood)


def _is_replaced(found: Difference, one: PutIn, a: Stretch) -> bool:
    """Whether a difference is that the one copy has not got what the other has in brackets."""
    mine, theirs = (found.a, found.b) if one.against == _name(a) else (found.b, found.a)
    return theirs[0] == theirs[1] and mine == one.replaced and mine[0] < mine[1]


def _bracketed(
    ground: Ground,
    row: Parallel,
    one: PutIn,
    differences: Sequence[Difference],
    a: Stretch,
    b: Stretch,
    titles: Mapping[str, str],
) -> Variant:
    """The row of a bracket that another copy shows to be put in; where it replaces words, it is about
    what they were about."""
    against = a if one.against == _name(a) else b
    start, end = (against.start + place for place in one.replaced)
    other = ground.passage(Stretch(against.account, start, end)) if end > start else None
    mine, theirs = (other, one.passage) if against is a else (one.passage, other)
    added = (against is a) != (row.direction == "b→a")
    kind = "substitution" if other else "addition" if added else "omission"
    lost = [found for found in differences if _is_replaced(found, one, a)]
    what = lost[0].what if lost else "wording"
    weight = lost[0].weight if lost else BRACKETED
    reasons = tuple(_readable(reason, titles) for reason in one.reasons)
    return Variant(row.id, mine, theirs, kind, what, round(one.confidence, 3), reasons, weight)


def _follows(
    pairs: Sequence[tuple[Stretch, Stretch]], ways: Sequence[Direction]
) -> dict[tuple[str, str], float]:
    """The probability that the second witness was made from the first, by their names."""
    follows: dict[tuple[str, str], float] = {}
    for (a, b), way in zip(pairs, ways, strict=True):
        if way.value in TURNED:
            first, second = (a, b) if way.value == "a→b" else (b, a)
            follows[_name(first), _name(second)] = way.probability
    return follows


Place = tuple[str, str, tuple[int, int]]
"""A witness, whom it is compared with (only where it has nothing itself), and where."""


def _doings(changes: Sequence[Change], titles: Mapping[str, str]) -> dict[Place, tuple[str, ...]]:
    """Why what a witness has, or lacks, is its own doing."""
    found: dict[Place, tuple[str, ...]] = {}
    for change in changes:
        if change.hand != UNKNOWN:
            lost, put = change.difference.a, change.difference.b
            gone = put[0] == put[1]
            key = (change.witness, change.against if gone else "", lost if gone else put)
            found[key] = tuple(_readable(reason, titles) for reason in change.reasons)
    return found


def _name(stretch: Stretch) -> str:
    """What a witness is called in its collation."""
    return f"{stretch.account} {stretch.start}"


def _title(ground: Ground, stretch: Stretch) -> str:
    """What a reader is told a witness is."""
    account = ground.reading(stretch).account
    return account.author or account.title or account.source


def _readable(reason: str, titles: Mapping[str, str]) -> str:
    """A reason that names accounts as a reader knows them."""
    for key in sorted((key for key in titles if key in reason), key=len, reverse=True):
        reason = reason.replace(key, titles[key])
    return reason


def _titled(hand: Hand, titles: Mapping[str, str]) -> Hand:
    return replace(hand, reasons=tuple(_readable(reason, titles) for reason in hand.reasons))


def _witness(ground: Ground, stretch: Stretch) -> Witness:
    """A witness with the stop that ends its sentence: what one lacks before it was left out, and is not
    merely where its passage ends."""
    reading = ground.reading(stretch)
    end = stretch.end + (reading.text[stretch.end : stretch.end + 1] in STOPS)
    return Witness(_name(stretch), reading.text[stretch.start : end], reading.account.language)


def _copy(ground: Ground, stretch: Stretch) -> Copy:
    reading = ground.reading(stretch)
    text = ground.texts[reading.account.source]
    return Copy(_name(stretch), reading, text, stretch.start, is_quoted(reading, stretch))


def _stock(ground: Ground, passage: Shared, group: str) -> Iterator[Parallel]:
    first, *others = passage.witnesses
    for other in others:
        a, b, _ = ordered(ground, first, other)
        yield parallel_row(
            ground, a, b, "formula", "unknown", passage.score, passage.reasons, "", group
        )


def _pairs(ground: Ground, witnesses: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    if len(witnesses) <= ALL_PAIRS:
        yield from combinations(witnesses, 2)
        return
    origin = min(witnesses, key=lambda s: _age(ground, s))
    yield from ((origin, other) for other in witnesses if other != origin)


def _age(ground: Ground, stretch: Stretch) -> tuple[bool, str, int, str, int]:
    """The sort key that puts the likeliest origin first: dated before undated, early, long, and among
    like copies the first of the sources."""
    account = ground.reading(stretch).account
    length = stretch.end - stretch.start
    return not account.date, account.date, -length, account.source, account.start + stretch.start


def _direction(ground: Ground, a: Stretch, b: Stretch) -> Direction:
    if a.account == b.account:
        return Direction("unknown", 0.5, ("both stand in one account",))
    return direction(ground.reading(a), ground.reading(b), a, b, ground.texts)


Differ = Callable[[Stretch, Stretch], tuple[Difference, ...]]


def _ways(
    ground: Ground, differ: Differ, pairs: Sequence[tuple[Stretch, Stretch]]
) -> list[Direction]:
    """Who had the passage from whom, pair by pair. Two that both follow a third are only said to follow
    one another where they share what the third has not."""
    ways = [_direction(ground, a, b) for a, b in pairs]
    origins: dict[Stretch, set[Stretch]] = defaultdict(set)
    for (a, b), way in zip(pairs, ways, strict=True):
        if way.value in TURNED:
            source, copy = (a, b) if way.value == "a→b" else (b, a)
            origins[copy].add(source)
    for number, (a, b) in enumerate(pairs):
        for third in sorted(origins[a] & origins[b]):
            if ways[number].value in TURNED and not _share(ground, differ, third, a, b):
                reason = f"both follow {_title(ground, third)}"
                ways[number] = Direction("unknown", 0.5, (*ways[number].reasons, reason))
    return ways


def _share(ground: Ground, differ: Differ, third: Stretch, a: Stretch, b: Stretch) -> int:
    """How many readings two copies share that the third has not."""
    mine, theirs = (
        {
            (found.columns, found.kind, words[found.b[0] : found.b[1]].lower())
            for found in differ(third, one)
            if found.what != "spelling"
        }
        for one in (a, b)
        for words in (ground.words(one),)
    )
    return len(mine & theirs)


def _errors(
    ground: Ground, differ: Differ, a: Stretch, b: Stretch, witnesses: Sequence[Stretch]
) -> int:
    """How many readings two copies share against all others."""
    others = [one for one in witnesses if one not in (a, b)]
    if not others or len(witnesses) > ALL_PAIRS:
        return 0
    return min(_share(ground, differ, third, a, b) for third in others)


def _is_reading(ground: Ground, found: Difference, a: Stretch, b: Stretch) -> bool:
    """Whether a difference is one of the text: not in a title, and not whoever quotes speaking between
    the quotation marks."""
    spans = [
        (ground.reading(one).text, one.start + start, one.start + end)
        for one, (start, end) in ((a, found.a), (b, found.b))
    ]
    titled = [
        text.startswith(title) and end <= len(title)
        for (text, _, end), one in zip(spans, (a, b), strict=True)
        if (title := ground.reading(one).account.title)
    ]
    if any(titled):
        return False
    shares = [share(ground.reading(one).text, one.start, one.end) for one in (a, b)]
    marked = [is_quoted(ground.reading(one), one) for one in (a, b)]
    for quoting, other in ((0, 1), (1, 0)):
        quotes = shares[quoting] - shares[other] >= QUOTES or (
            marked[quoting] and not marked[other]
        )
        if quotes and is_outside(*spans[quoting]):
            return False
    return True


def _differences(
    ground: Ground,
    row: Parallel,
    differences: Sequence[Difference],
    a: Stretch,
    b: Stretch,
    doings: Mapping[Place, tuple[str, ...]],
) -> Iterator[Variant]:
    for found in differences:
        doing: tuple[str, ...] = ()
        for me, mine, other, theirs in ((b, found.b, a, found.a), (a, found.a, b, found.b)):
            gone = mine[0] == mine[1]
            key = (_name(me), _name(other) if gone else "", theirs if gone else mine)
            doing = doing or doings.get(key, ())
        kind = MIRRORED.get(found.kind, found.kind) if row.direction == "b→a" else found.kind
        yield variant_row(
            ground,
            row.id,
            Stretch(a.account, a.start + found.a[0], a.start + found.a[1]),
            Stretch(b.account, b.start + found.b[0], b.start + found.b[1]),
            kind,
            found.what,
            found.confidence,
            tuple(dict.fromkeys((*found.reasons, *doing))),
            found.weight,
        )
