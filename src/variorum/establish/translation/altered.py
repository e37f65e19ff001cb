"""What was changed on the way: numbers, dates, names, negation, hedges and kin terms of a bead.

Only what stands on both sides and differs, or plainly stands on one side alone, is called a change.
A
free translator names the person where the original says "he", says "a couple" for "two": such
things are no changes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.establish.particulars import Particular, likeness, particulars
from variorum.establish.translation.chain import Link
from variorum.establish.translation.clauses import clauses
from variorum.establish.translation.sides import Side

CONFIDENCE = {
    "number": 0.93, "date": 0.94, "name": 0.85, "place": 0.85, "kin": 0.85, "polarity": 0.65,
    "hedge": 0.6,
}  # fmt: skip
"""How often such a change is one: names and numbers near the precision of planted exchanges in
``benchmarks/translation.py``, the rest judged by reading texts of our own."""

WEIGHT = {
    "number": 0.9, "date": 0.9, "name": 0.85, "place": 0.8, "kin": 0.8, "polarity": 0.95,
    "hedge": 0.5,
}  # fmt: skip

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
_NEGATIVE_SENSE = re.compile(
    r"\b(?:un\w{3,}|in(?:capable|ability|visible)\w*|without|fail\w*|refus\w+|hardly|scarcely|"
    r"barely|lack\w*|"
    r"deni\w+|deny|forb\w+|prevent\w*|unable|only|nor|except|but|least|dis\w{4,}|avoid\w*|"
    r"mis\w{4,}|stop\w*|"
    r"без\w*|не\w{3,}|вряд|едва|отказ\w*|лишь|только|запре\w+|мало|кроме|ничт\w*|отсутств\w*|"
    r"лиш\w+|переста\w+|забы\w+|вовсе)\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"\?|\bnot only\b|\bне только\b|\bне то\b|\bчуть не\b|\bпока\b[^.]*\bне\b|\buntil\b|"
    r"\bunless\b|\bесли\b|\bif\b|\bни\b|\bboth\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Altered:
    """A change inside a bead, offsets in the two texts; a side without it is None."""

    a: tuple[int, int] | None
    b: tuple[int, int] | None
    what: str
    confidence: float
    reasons: tuple[str, ...]


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


def altered(a: Side, b: Side, links: Sequence[Link]) -> Iterator[tuple[Link, Altered]]:
    """The changes in every bead."""
    both = known(a, b, links)
    for number, link in enumerate(links):
        xs = [p for i in range(link.a, link.a_end) for p in both.a[i]]
        ys = [p for j in range(link.b, link.b_end) for p in both.b[j]]
        near = links[max(0, number - 1) : number + 2]
        around_x = [p for n in near for i in range(n.a, n.a_end) for p in both.a[i]]
        around_y = [p for n in near for j in range(n.b, n.b_end) for p in both.b[j]]
        found = [
            *_numbers(a, b, link, xs, ys, around_x, around_y),
            *_names(a, b, link, xs, ys, around_x, around_y, both),
            *_kin(xs, ys, around_x, around_y),
            *_hedges(a, b, link, xs, ys),
            *_polarity(a, b, link, xs, ys),
        ]
        for one in sorted(found, key=lambda f: (f.a or f.b or (0, 0), f.what)):
            yield link, one


# --- numbers and dates ---------------------------------------------------------------------------


def _numbers(
    a: Side, b: Side, link: Link, xs: list[Particular], ys: list[Particular],
    wide_x: list[Particular], wide_y: list[Particular],
) -> Iterator[Altered]:  # fmt: skip
    kinds = ("number", "date")
    mine, theirs = _unmatched(_of(xs, kinds), _of(ys, kinds), _same_amount)
    mine = [x for x in mine if not any(_same_amount(x, y) for y in _of(wide_y, kinds))]
    theirs = [y for y in theirs if not any(_same_amount(x, y) for x in _of(wide_x, kinds))]
    for x, y in _paired(mine, theirs, xs, ys):
        what = "date" if "date" in (x.kind, y.kind) else "number"
        yield Altered(
            (x.start, x.end), (y.start, y.end), what, CONFIDENCE[what], (f"{what}s differ",)
        )
        mine.remove(x)
        theirs.remove(y)
    if not _evenly(a, b, link):
        return
    for x in mine:
        if _weighty(a, x, b):
            yield Altered((x.start, x.end), None, x.kind, 0.6, (f"{x.kind} on one side only",))
    for y in theirs:
        if _weighty(b, y, a):
            yield Altered(None, (y.start, y.end), y.kind, 0.6, (f"{y.kind} on one side only",))


def _evenly(a: Side, b: Side, link: Link) -> bool:
    """A sure bead of one sentence each, about as long as the pair's sentences should be."""
    ratio = float(a.sizes.sum() / b.sizes.sum())
    lengths = float(a.sizes[link.a] + 15) / (float(b.sizes[link.b]) * ratio + 15)
    return _close(link) and 0.75 < lengths < 1.33


def _of(some: Iterable[Particular], kinds: Sequence[str]) -> list[Particular]:
    return [p for p in some if p.kind in kinds]


def _unmatched(
    xs: list[Particular], ys: list[Particular], same: Callable[[Particular, Particular], bool]
) -> tuple[list[Particular], list[Particular]]:
    left, right = [], list(ys)
    for x in xs:
        found = next((y for y in right if same(x, y)), None)
        if found is None:
            left.append(x)
        else:
            right.remove(found)
    return left, right


def _paired(
    mine: list[Particular], theirs: list[Particular], xs: list[Particular], ys: list[Particular]
) -> list[tuple[Particular, Particular]]:
    """What is left over on both sides, of one kind, by order; nothing where the counts leave it
    open."""
    pairs = []
    for kind in ("date", "number"):
        left, right = _of(mine, (kind,)), _of(theirs, (kind,))
        if len(left) == len(right) or (left and right and max(len(left), len(right)) <= 2):
            if len(left) == len(right):
                pairs += list(zip(left, right, strict=True))
            else:
                one, other = _closest(left, right, xs, ys)
                pairs.append((one, other))
    used = {id(p) for pair in pairs for p in pair}
    rest_x, rest_y = (
        [x for x in mine if id(x) not in used],
        [y for y in theirs if id(y) not in used],
    )
    if len(rest_x) == len(rest_y) == 1 and {rest_x[0].kind, rest_y[0].kind} == {"date", "number"}:
        bare = rest_x[0].value if rest_x[0].kind == "date" else rest_y[0].value
        if bare.isdigit() or bare.startswith("XX"):
            pairs.append((rest_x[0], rest_y[0]))
    return pairs


def _closest(
    left: list[Particular], right: list[Particular], xs: list[Particular], ys: list[Particular]
) -> tuple[Particular, Particular]:
    rank_x = {id(p): i / max(1, len(xs)) for i, p in enumerate(xs)}
    rank_y = {id(p): i / max(1, len(ys)) for i, p in enumerate(ys)}
    return min(
        ((x, y) for x in left for y in right),
        key=lambda p: abs(rank_x[id(p[0])] - rank_y[id(p[1])]),
    )


def _same_amount(x: Particular, y: Particular) -> bool:
    if x.value == y.value:
        return True
    if x.kind == y.kind == "date":
        return _same_date(x.value, y.value)
    if x.kind == y.kind == "number":
        return _same_hour(x.value, y.value)
    date, number = (x, y) if x.kind == "date" else (y, x)
    if date.kind != "date" or number.kind != "number":
        return False
    parts = date.value.split("-")
    return number.value in (parts[0].lstrip("X"), *(p.lstrip("0") for p in parts[1:])) or (
        len(parts[0]) == 4 and number.value == parts[0][2:].lstrip("0")
    )


def _same_date(x: str, y: str) -> bool:
    """Whether nothing that both dates say differs."""
    if x.startswith("day-") or y.startswith("day-"):
        return x == y
    ones, others = x.split("-"), y.split("-")
    year = all(c == d or "X" in (c, d) for c, d in zip(ones[0], others[0], strict=False))
    rest = list(zip(ones[1:], others[1:], strict=False))
    said = ones[0] != "XXXX" and others[0] != "XXXX"
    return year and all(c == d for c, d in rest) and (said or bool(rest))


def _same_hour(x: str, y: str) -> bool:
    """17 and 5 o'clock; two weeks and "quinze jours"."""
    try:
        one, other = float(x), float(y)
    except ValueError:
        return x.partition(":")[0] == y.partition(":")[0] and ":00" in x + y
    weeks = {one, other} in ({2.0, 15.0}, {2.0, 14.0}, {1.0, 8.0}, {1.0, 7.0}, {24.0, 1.0})
    return one == other or weeks or (abs(one - other) == 12 and max(one, other) <= 24)


def _weighty(one: Side, number: Particular, other: Side) -> bool:
    """Whether a number on one side only is worth a word: digits, or a value that is never said
    loosely."""
    text = one.text[number.start : number.end]
    spelled = ("en", "ru", "de", "fr", "es", "it", "pt")
    words = other.language in spelled and (one.language in spelled or text[:1].isdigit())
    if number.kind == "date":
        return number.value.count("X") < 4 and not number.value.startswith("day-") and words
    if not words or ":" in number.value:
        return False
    value = float(number.value)
    return value > 12 and value not in (15, 20, 30, 40, 50, 100, 1000, 1e6)


# --- names ---------------------------------------------------------------------------------------


def _names(
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

    left, right = _unmatched(_of(xs, ("name",)), _of(ys, ("name",)), same)
    mine, theirs = _distinct(left), _distinct(right)
    pair = _counterparts(mine, theirs, both)
    sure = 0.0
    if pair is None:
        mine = [x for x in mine if not any(same(x, y) for y in _of(wide_y, ("name",)))]
        theirs = [y for y in theirs if not any(same(x, y) for x in _of(wide_x, ("name",)))]
        pair, sure = _in_one_setting(a, b, mine, theirs, xs, ys, same), 0.1
        if pair is None and "de" not in (a.language, b.language) and _close(link):
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


# --- words ---------------------------------------------------------------------------------------

_LOOSE_KIN = frozenset((
    frozenset(("father", "parents")), frozenset(("mother", "parents")),
    frozenset(("wife", "widow")), frozenset(("grandmother", "mother")),
    frozenset(("uncle", "grandfather")),
))  # fmt: skip
"""Terms that free translations exchange without a change of the person meant."""


def _kin(
    xs: list[Particular], ys: list[Particular], wide_x: list[Particular], wide_y: list[Particular]
) -> Iterator[Altered]:
    mine, theirs = _unmatched(_of(xs, ("kin",)), _of(ys, ("kin",)), lambda x, y: x.value == y.value)
    if len(mine) != len(theirs) or len(mine) > 2:
        return
    for x, y in zip(mine, theirs, strict=True):
        if frozenset((x.value, y.value)) not in _LOOSE_KIN:
            reason = f"{x.value} on one side, {y.value} on the other"
            yield Altered((x.start, x.end), (y.start, y.end), "kin", CONFIDENCE["kin"], (reason,))


def _hedges(
    a: Side, b: Side, link: Link, xs: list[Particular], ys: list[Particular]
) -> Iterator[Altered]:
    """A doubt that one side has and the other has not at all."""
    if {a.language, b.language} != {"en", "ru"} or not _close(link):
        return
    mine, theirs = _of(xs, ("hedge",)), _of(ys, ("hedge",))
    if bool(mine) == bool(theirs):
        return
    for x in mine[:1]:
        if x.value in ("maybe", "hearsay"):
            yield Altered(
                (x.start, x.end), None, "hedge", CONFIDENCE["hedge"], ("doubt on one side only",)
            )
    for y in theirs[:1]:
        if y.value in ("maybe", "hearsay"):
            yield Altered(
                None, (y.start, y.end), "hedge", CONFIDENCE["hedge"], ("doubt on one side only",)
            )


def _polarity(
    a: Side, b: Side, link: Link, xs: list[Particular], ys: list[Particular]
) -> Iterator[Altered]:
    """A negation that one side has and the other has in no form."""
    if {a.language, b.language} != {"en", "ru"} or not _close(link):
        return
    mine, theirs = _of(xs, ("polarity",)), _of(ys, ("polarity",))
    texts = a.quote(link.a, link.a_end), b.quote(link.b, link.b_end)
    if any(len(clauses(text, 0, len(text))) > 1 for text in texts):
        return
    if bool(mine) == bool(theirs) or len(mine) + len(theirs) != 1 or max(map(len, texts)) > 160:
        return
    bare = texts[1] if mine else texts[0]
    if _NEGATIVE_SENSE.search(bare) or any(_TAG.search(text) for text in texts):
        return
    where = next((p.start, p.end) for p in (*mine, *theirs))
    reason = ("negation on one side only",)
    yield Altered(
        where if mine else None,
        where if theirs else None,
        "polarity",
        CONFIDENCE["polarity"],
        reason,
    )


def _close(link: Link) -> bool:
    return link.probability > 0.6 and link.a_end - link.a == link.b_end - link.b == 1
