"""Episodes that two accounts tell in another order: first the temple, or first the mountain."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair, features_of
from variorum.model.passage import Passage

SPAN = 14
"""Sentences within which two episodes must stand in both accounts: what stands farther apart may be
told where the teller found room for it."""

LEAST_LIKE = 0.5
"""Likeness from which on a sentence tells what the other's tells."""

LEAST_SHARED = 1.4
"""Rarity they must share."""

UNORDERED = frozenset(("article", "post", "comment", "notes", "caption"))
"""Kinds of account that do not tell things in the order in which they happened."""

MOST_TURNS = 400
"""Turned pairs looked at in two accounts."""


def turned(found: Sequence[Pair], ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """Two episodes, close together in both of two accounts, that follow each other the other way.

    Each sentence is held against its likeliest counterpart only, and only where each is the other's.
    """
    likely: dict[tuple[int, str], tuple[float, int]] = {}
    for pair in found:
        if pair.day < 0 or pair.likeness < LEAST_LIKE or pair.shared < LEAST_SHARED:
            continue
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            key = one, ground.scenes[other].sentence.account
            if key[1] != ground.scenes[one].sentence.account:
                likely[key] = max(likely.get(key, (0.0, 0)), (pair.likeness, -other))
    couples: dict[tuple[str, str], list[tuple[int, int, Pair]]] = defaultdict(list)
    for pair in found:
        mine = ground.scenes[pair.a].sentence.account
        yours = ground.scenes[pair.b].sentence.account
        if likely.get((pair.a, yours), (0, 0))[1] != -pair.b:
            continue
        if likely.get((pair.b, mine), (0, 0))[1] != -pair.a:
            continue
        kinds = {getattr(ground.accounts.get(name), "kind", "") for name in (mine, yours)}
        if kinds & UNORDERED:
            continue
        couples[mine, yours].append((pair.a, pair.b, pair))
    for _, rows in sorted(couples.items()):
        rows.sort(key=lambda row: row[:2])
        yield from _turns(rows, ground)


def _turns(
    rows: Sequence[tuple[int, int, Pair]], ground: Ground
) -> Iterator[tuple[Pair, Difference]]:
    seen = 0
    done: set[int] = set()
    turned_here: set[int] = set()
    for number, (a, b, pair) in enumerate(rows):
        following = bisect_left(rows, a + SPAN + 1, key=lambda row: row[0])
        for c, d, other in rows[number + 1 : following]:
            if not (c - a > 1 and 1 < b - d <= SPAN) or number in done or d in turned_here:
                continue
            if not (pair.parallel and other.parallel) or _spoken(ground, c, d):
                continue
            seen += 1
            if seen > MOST_TURNS:
                return
            done.add(number)
            turned_here.add(d)
            first, second = _topic(a, b, ground), _topic(c, d, ground)
            if not first or not second or set(first.split()) & set(second.split()) - {"and"}:
                continue
            yield (
                other,
                Difference(
                    "sequence", "order", f"{first} {second}",
                    f"Which came first, {_saying(a, ground)} or {_saying(c, ground)}?",
                    Told(f"{first}, then {second}", _whole(a, ground), a, (_whole(c, ground),)),
                    Told(f"{second}, then {first}", _whole(d, ground), d, (_whole(b, ground),)),
                    min(pair.shared, other.shared) / 2,
                    ("both tell both, close together, the other way round",),
                ),
            )  # fmt: skip


def _saying(n: int, ground: Ground, most: int = 60) -> str:
    """The beginning of a sentence between quotation marks."""
    words = " ".join(ground.scenes[n].sentence.passage.quote.split()).strip('“”"«» ')
    short = words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
    return f"“{short.rstrip('.,;:')}”"


def _spoken(ground: Ground, *numbers: int) -> bool:
    """Whether all of these are somebody's spoken words: the order of sayings is no order of events."""
    return all(ground.scenes[n].voice for n in numbers)


def _topic(a: int, b: int, ground: Ground) -> str:
    """What two sentences share, in a word: the rarest name or word."""
    common = features_of(ground.scenes[a]) & features_of(ground.scenes[b])
    ranked = sorted(common, key=lambda f: (-ground.rarity.get(f, 0.0), f))
    words = [ground.names.get(f[2:], "") if f[0] == "e" else f[2:] for f in ranked]
    different = {word.casefold(): word for word in reversed(words) if word}
    return " and ".join(list(reversed(different.values()))[:2])


def _whole(n: int, ground: Ground) -> Passage:
    return ground.scenes[n].sentence.passage
