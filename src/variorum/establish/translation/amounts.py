"""Numbers and dates that a bead has otherwise on its two sides."""

from collections.abc import Iterator

from variorum.establish.particulars import Particular
from variorum.establish.translation.chain import Link
from variorum.establish.translation.differing import (
    CONFIDENCE,
    Altered,
    is_close,
    of_kind,
    unmatched,
)
from variorum.establish.translation.sides import Side


def numbers(
    a: Side, b: Side, link: Link, xs: list[Particular], ys: list[Particular],
    wide_x: list[Particular], wide_y: list[Particular],
) -> Iterator[Altered]:  # fmt: skip
    kinds = ("number", "date")
    mine, theirs = unmatched(of_kind(xs, kinds), of_kind(ys, kinds), _same_amount)
    mine = [x for x in mine if not any(_same_amount(x, y) for y in of_kind(wide_y, kinds))]
    theirs = [y for y in theirs if not any(_same_amount(x, y) for x in of_kind(wide_x, kinds))]
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
    return is_close(link) and 0.75 < lengths < 1.33


def _paired(
    mine: list[Particular], theirs: list[Particular], xs: list[Particular], ys: list[Particular]
) -> list[tuple[Particular, Particular]]:
    """What is left over on both sides, of one kind, by order; nothing where the counts leave it
    open."""
    pairs = []
    for kind in ("date", "number"):
        left, right = of_kind(mine, (kind,)), of_kind(theirs, (kind,))
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
