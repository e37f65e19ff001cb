"""Names and places that a bead has otherwise on its two sides."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from variorum.establish.particulars import Particular, likeness, particulars
from variorum.establish.translation.chain import Link
from variorum.establish.translation.differing import (
    CONFIDENCE,
    Altered,
    is_close,
    of_kind,
    unmatched,
)
from variorum.establish.translation.sides import Side

_ALIKE = 0.62
_SURELY = 0.72
_UNLIKE = 0.5
"""Names less alike than this are two names, if nothing else joins them."""

_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|near|from|to|towards|outside|into|off|в|во|на|под|из|у|до|около|возле|близ|"
    r"к|за)\s+)"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_STRAIGHT = re.compile(
    r"\b(?:in|at|near|from|to|outside|в|во|на|под|из|у|до|около|возле|близ|к)\s$", re.IGNORECASE
)
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|sir|lady|captain|colonel|major|general|lieutenant|sergeant|father|"
    r"professor|"
    r"мистер\w?|миссис|мисс|доктор\w*|капитан\w*|полковник\w*|майор\w*|генерал\w*|лейтенант\w*|"
    r"сержант\w*|"
    r"господин\w*|госпож\w|товарищ\w*|профессор\w*|г-н\w?|г-ж\w)\.?\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """The particulars of both sides by sentence; names that stand for each other here though
    nothing in
    them is alike; and the names of either side that stand beside their like in some bead."""

    a: tuple[tuple[Particular, ...], ...]
    b: tuple[tuple[Particular, ...], ...]
    equivalents: frozenset[tuple[str, str]]
    names_a: frozenset[str]
    names_b: frozenset[str]


def known(a: Side, b: Side, links: Sequence[Link]) -> Known:
    """What both sides say in particular. Offsets are those of the reading texts."""
    mine, theirs = by_sentence(a), by_sentence(b)
    met: dict[tuple[str, str], int] = {}
    counts: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for link in links:
        xs = {p.value for i in range(link.a, link.a_end) for p in mine[i] if p.kind == "name"}
        ys = {p.value for j in range(link.b, link.b_end) for p in theirs[j] if p.kind == "name"}
        for x in xs:
            counts[0][x] = counts[0].get(x, 0) + 1
        for y in ys:
            counts[1][y] = counts[1].get(y, 0) + 1
        for x in xs:
            for y in ys:
                met[x, y] = met.get((x, y), 0) + 1
    joined = frozenset(
        (x, y) for (x, y), n in met.items() if n > 1 and 2 * n > max(counts[0][x], counts[1][y])
    )
    liked = [(x, y) for x, y in met if likeness(x, y) >= _SURELY or (x, y) in joined]
    return Known(
        mine, theirs, joined, frozenset(x for x, _ in liked), frozenset(y for _, y in liked)
    )


def by_sentence(one: Side) -> tuple[tuple[Particular, ...], ...]:
    """The particulars of each sentence."""
    found = particulars(one.text, one.language)
    rows: list[list[Particular]] = [[] for _ in range(len(one))]
    i = 0
    for particular in found:
        while i < len(one) and one.ends[i] <= particular.start:
            i += 1
        if i < len(one) and one.starts[i] <= particular.start:
            rows[i].append(particular)
    return tuple(tuple(row) for row in rows)


def names(
    a: Side,
    b: Side,
    link: Link,
    xs: list[Particular],
    ys: list[Particular],
    wide_x: list[Particular],
    wide_y: list[Particular],
    both: Known,
) -> Iterator[Altered]:
    """A name that stands where another should. Both must be names that elsewhere do have a
    counterpart,
    or at least one of them and the other like nothing here: words that are translated ("Board",
    "Управление") have none by sound."""

    def same(x: Particular, y: Particular) -> bool:
        return likeness(x.value, y.value) >= _ALIKE or (x.value, y.value) in both.equivalents

    left, right = unmatched(of_kind(xs, ("name",)), of_kind(ys, ("name",)), same)
    mine, theirs = _distinct(left), _distinct(right)
    pair = _counterparts(mine, theirs, both)
    sure = 0.0
    if pair is None:
        mine = [x for x in mine if not any(same(x, y) for y in of_kind(wide_y, ("name",)))]
        theirs = [y for y in theirs if not any(same(x, y) for x in of_kind(wide_x, ("name",)))]
        pair, sure = _in_one_setting(a, b, mine, theirs, xs, ys, same), 0.1
        if pair is None and "de" not in (a.language, b.language) and is_close(link):
            pair, sure = _one_known(mine, theirs, both), 0.15
    if pair is None or likeness(pair[0].value, pair[1].value) > _UNLIKE:
        return
    x, y = pair
    place = any(
        _LOCATIVE.search(one.text[max(0, p.start - 16) : p.start]) for one, p in ((a, x), (b, y))
    )
    what = "place" if place else "name"
    yield Altered(
        (x.start, x.end), (y.start, y.end), what, CONFIDENCE[what] - sure, ("names differ",)
    )


def _counterparts(
    mine: list[Particular], theirs: list[Particular], both: Known
) -> tuple[Particular, Particular] | None:
    """The one name of each side that elsewhere stands beside its like, and here does not."""
    left = [x for x in mine if x.value in both.names_a]
    right = [y for y in theirs if y.value in both.names_b]
    return (left[0], right[0]) if len(left) == len(right) == 1 else None


def _one_known(
    mine: list[Particular], theirs: list[Particular], both: Known
) -> tuple[Particular, Particular] | None:
    """Of one unmatched name on each side, one stands elsewhere beside its like, the other
    nowhere."""
    if len(mine) != 1 or len(theirs) != 1:
        return None
    x, y = mine[0], theirs[0]
    return (x, y) if (x.value in both.names_a) != (y.value in both.names_b) else None


def _in_one_setting(
    a: Side, b: Side, mine: list[Particular], theirs: list[Particular],
    xs: list[Particular], ys: list[Particular], same: Callable[[Particular, Particular], bool],
) -> tuple[Particular, Particular] | None:  # fmt: skip
    """Names without a like anywhere, but beside the same first name, kin term or form of
    address."""

    def joined(p: Particular, q: Particular) -> bool:
        return p.kind == q.kind and (p.value == q.value if p.kind == "kin" else same(p, q))

    found = [
        (x, y)
        for x in mine
        for y in theirs
        if (_addressed(a, x) and _addressed(b, y))
        or (_bare_place(a, x) and _bare_place(b, y))
        or any(joined(p, q) for p in _beside(a, x, xs) for q in _beside(b, y, ys))
    ]
    return found[0] if len(found) == 1 else None


def _beside(one: Side, name: Particular, among: list[Particular]) -> list[Particular]:
    """The names and kin terms next to a name."""
    return [
        p
        for p in among
        if p.kind in ("name", "kin")
        and (0 <= name.start - p.end <= 1 or 0 <= p.start - name.end <= 1)
        and "\n" not in one.text[min(p.end, name.end) : max(p.start, name.start)]
    ]


def _bare_place(one: Side, name: Particular) -> bool:
    """One capitalised word straight after a preposition of place, without an article."""
    before, after = (
        one.text[max(0, name.start - 12) : name.start],
        one.text[name.end : name.end + 2],
    )
    return bool(_STRAIGHT.search(before)) and not (len(after) == 2 and after[1].isupper())


def _addressed(one: Side, name: Particular) -> bool:
    return bool(_TITLED.search(one.text[max(0, name.start - 14) : name.start]))


def _distinct(some: list[Particular]) -> list[Particular]:
    """Names with parts of one name ("Captain Tolland") and repetitions counted once."""
    kept: list[Particular] = []
    for p in some:
        if not any(p.value == k.value for k in kept):
            kept.append(p)
    return kept
