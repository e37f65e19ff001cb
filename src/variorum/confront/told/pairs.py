"""Which two sentences may tell of the same thing. Never by comparing all pairs."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from variorum.confront.context import FEWEST
from variorum.confront.kinship import kinship_of_accounts
from variorum.confront.laid import DAY, Ground, Scene
from variorum.model.critique import Parallel
from variorum.read.vocabulary import VERB_RELATIONS

INDEXED = 7
"""Features by which a sentence is found: its rarest."""

WINDOW = 10
"""Of the sentences that share a feature, how many that follow are compared with each."""

MOST_SENTENCES = 150_000
"""Pairs weighed at all; a dossier that has more says so."""

MOST_PAIRS = 24
"""Pairs kept for one sentence, the likeliest."""

LEAST_SHARED, LEAST_ONE_EVENT = 0.9, 0.7
"""Rarity two sentences must share, summed over words and names; the second in a dossier of one event."""

AROUND = 2.0
"""Rarity that the sentences around must share where two sentences themselves share less."""

STRONG = 0.4
"""Likeness of two sentences from which on their neighbours are held against each other too."""

JOURNALS = frozenset(("memoir", "letter", ""))
"""Kinds of account that may be entries of a journal, each for its day."""

MANY = 30
"""Accounts of one event from which on a word's rarity is reckoned by account."""

PARALLEL = 2.0
"""What a certain parallel counts, in the rarity of shared words."""

LEAST_RARE = 0.25
"""A feature below this rarity brings nothing together."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two scenes by number, and what speaks for their telling one thing.

    ``shared`` sums the rarity of common features, ``likeness`` is their cosine (0 to 1), ``around`` is
    the likeness of the sentences around, ``parallel`` the score of a parallel that holds both, ``kin``
    how far the accounts are about the same, ``day``: both of one day (1), of two days (-1) or unknown.
    ``rank``: how near it comes to the likeliest pair of either sentence with the other's account.
    """

    a: int
    b: int
    shared: float
    likeness: float
    around: float
    parallel: float
    kin: float
    day: int
    rank: float = 1.0


def told_ground(ground: Ground) -> Ground:
    """The ground with the rarity of relations too ("start" and "begin" are one, "r:began"), and with
    rarity by account where many tell of one event: there what all tell is no stock phrase."""
    counts: Counter[str] = Counter()
    for scene in ground.scenes:
        counts.update(features_of(scene))
    most = log(max(FEWEST, len(ground.scenes)))
    rarity = dict(ground.rarity)
    rarity.update({f: 1 - log(count) / most for f, count in counts.items() if f[0] == "r"})
    tellers = len({scene.sentence.account for scene in ground.scenes})
    if ground.when is not None and tellers > MANY:
        most = log(1 + max(FEWEST, len(ground.scenes) / tellers))
        for feature, count in counts.items():
            once = 1 - log(1 + count / tellers) / most
            rarity[feature] = max(rarity.get(feature, 0.0), once)
    return replace(ground, rarity=rarity)


def features_of(scene: Scene) -> frozenset[str]:
    """Words, deeds and named entities of a sentence, as the ground's rarity names them."""
    found = {verb_feature(term) for term in scene.terms if len(term) > 2}
    return frozenset(
        found | {"e:" + mention.entity for mention in scene.mentions if mention.kind != "pronoun"}
    )


def verb_feature(base: str) -> str:
    """A word's feature: what a verb of the closed vocabulary states, else the word."""
    relation = VERB_RELATIONS.get(base)
    return "r:" + relation if relation else "t:" + base


def pairs(ground: Ground, parallels: Sequence[Parallel]) -> tuple[tuple[Pair, ...], bool]:
    """Pairs of sentences that may tell one thing, by number; and whether any were left out.

    By parallels, sentence against sentence in order, and by an index of rare words and names, where
    only neighbours in a feature's list are compared. Linear but for sorting.
    """
    featured = [features_of(scene) for scene in ground.scenes]
    mass = [sum(ground.rarity.get(f, 0.0) ** 2 for f in sorted(found)) ** 0.5 for found in featured]
    weighed: dict[tuple[int, int], float] = {}
    full = False
    for a, b, score in _by_parallels(ground, parallels, featured):
        weighed[a, b] = max(weighed.get((a, b), 0.0), score)
    for a, b in _by_index(ground, featured):
        if len(weighed) >= MOST_SENTENCES:
            full = True
            break
        weighed.setdefault((a, b), 0.0)
    for a, b in _beside(ground, featured, mass, weighed):
        weighed.setdefault((a, b), 0.0)
    kin: dict[tuple[str, str], float] = {}
    best: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
    kept: dict[tuple[int, int], Pair] = {}
    top: dict[tuple[int, str], float] = defaultdict(float)
    for (a, b), score in sorted(weighed.items()):
        pair = _pair(ground, featured, mass, kin, a, b, score)
        least = LEAST_ONE_EVENT if ground.when is not None else LEAST_SHARED
        if pair.shared < least and not score and pair.around < AROUND:
            continue
        if pair.day < 0 and not score:
            continue
        kept[a, b] = pair
        rank = _strength(pair)
        for one, other in ((a, b), (b, a)):
            key = one, _account(ground, other)
            top[key] = max(top[key], _strength(pair))
        best[a].append((-rank, a, b))
        best[b].append((-rank, a, b))
    chosen: set[tuple[int, int]] = set()
    for ranked in best.values():
        chosen.update((a, b) for _, a, b in sorted(ranked)[:MOST_PAIRS])
    return tuple(_ranked(kept[key], top, ground) for key in sorted(chosen)), full


def _strength(pair: Pair) -> float:
    return pair.shared * (0.5 + pair.likeness) + PARALLEL * pair.parallel


def _ranked(pair: Pair, top: Mapping[tuple[int, str], float], ground: Ground) -> Pair:
    best = max(top[pair.a, _account(ground, pair.b)], top[pair.b, _account(ground, pair.a)], 0.001)
    return replace(pair, rank=_strength(pair) / best)


def _pair(
    ground: Ground,
    featured: Sequence[frozenset[str]],
    mass: Sequence[float],
    kin: dict[tuple[str, str], float],
    a: int,
    b: int,
    score: float,
) -> Pair:
    rarity = ground.rarity
    one, other = ground.scenes[a].sentence.account, ground.scenes[b].sentence.account
    common = sorted(featured[a] & featured[b])
    shared = sum(rarity.get(f, 0.0) for f in common if rarity.get(f, 0.0) >= LEAST_RARE)
    square = sum(rarity.get(f, 0.0) ** 2 for f in common)
    likeness = square / (mass[a] * mass[b]) if mass[a] and mass[b] else 0.0
    if (one, other) not in kin:
        kin[one, other] = kinship_of_accounts(ground, one, other)
    return Pair(
        a, b, shared, min(1.0, likeness), _around(ground, featured, a, b), score,
        kin[one, other], day_between(ground, a, b),
    )  # fmt: skip


def _around(ground: Ground, featured: Sequence[frozenset[str]], a: int, b: int) -> float:
    """Rarity shared by the neighbouring sentences of two sentences, beyond what these share."""
    mine = _neighbourhood(ground, featured, a)
    yours = _neighbourhood(ground, featured, b)
    own = featured[a] & featured[b]
    return sum(ground.rarity.get(f, 0.0) ** 2 for f in sorted((mine & yours) - own))


def _neighbourhood(ground: Ground, featured: Sequence[frozenset[str]], n: int) -> frozenset[str]:
    account = ground.scenes[n].sentence.account
    found = featured[n]
    for other in (n - 1, n + 1):
        if 0 <= other < len(featured) and ground.scenes[other].sentence.account == account:
            found = found | featured[other]
    return found


def day_between(ground: Ground, a: int, b: int) -> int:
    """The same of two sentences, whose diaries may be of several days each."""
    one, other = ground.scenes[a], ground.scenes[b]
    kept = [ground.accounts.get(scene.sentence.account) for scene in (one, other)]
    if (
        one.day
        and other.day
        and any(k is not None and k.date != s.day for k, s in zip(kept, (one, other), strict=True))
    ):
        if one.sentence.account == other.sentence.account:
            return 0
        return 1 if one.day == other.day else -1 if ground.when is None else 0
    return day_of(ground, one.sentence.account, other.sentence.account)


def day_of(ground: Ground, a: str, b: str) -> int:
    """1 for two accounts of one day, -1 for entries of a journal for two days, 0 where nobody knows.

    A report, a deposition or a letter is dated by its telling, not by what it tells.
    """
    one, other = ground.accounts.get(a), ground.accounts.get(b)
    if one is None or other is None or a == b or not len(one.date) == DAY == len(other.date):
        return 0
    if one.kind not in JOURNALS or other.kind not in JOURNALS:
        return 0
    if one.date == other.date:
        return 1
    return -1 if ground.when is None else 0


def _beside(
    ground: Ground,
    featured: Sequence[frozenset[str]],
    mass: Sequence[float],
    weighed: Mapping[tuple[int, int], float],
) -> Iterator[tuple[int, int]]:
    """The neighbours of two sentences that are much alike: what follows there is told here."""
    rarity = ground.rarity
    for (a, b), score in sorted(weighed.items()):
        square = sum(rarity.get(f, 0.0) ** 2 for f in sorted(featured[a] & featured[b]))
        if not score and (square < 1 or square < STRONG * mass[a] * mass[b]):
            continue
        for x, y in (
            (a + 1, b + 1),
            (a - 1, b - 1),
            (a + 1, b),
            (a, b + 1),
            (a - 1, b),
            (a, b - 1),
        ):
            if not (0 <= x < y < len(featured)):
                continue
            if _account(ground, x) == _account(ground, a) and _account(ground, y) == _account(
                ground, b
            ):
                yield x, y


def _account(ground: Ground, n: int) -> str:
    return ground.scenes[n].sentence.account


def _by_index(ground: Ground, featured: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(featured):
        ranked = sorted(found, key=lambda f: (-ground.rarity.get(f, 0.0), f))
        for feature in ranked[:INDEXED]:
            if ground.rarity.get(feature, 0.0) >= LEAST_RARE:
                postings[feature].append(number)
        day = _sort_key(ground, ground.scenes[number])
        if len(day) == DAY:
            # two journals of one day tell one day: there every word brings sentences together
            for feature in ranked[INDEXED:]:
                postings[f"{feature} {day}"].append(number)
    # journals of one day stand side by side in a list that is sorted by day
    when = [_sort_key(ground, scene) for scene in ground.scenes]
    for _, numbers in sorted(postings.items()):
        ordered = sorted(numbers, key=lambda n: (when[n], n))
        for place, a in enumerate(ordered):
            for b in ordered[place + 1 : place + 1 + WINDOW]:
                if abs(a - b) > 1 or ground.scenes[a].sentence.account != (
                    ground.scenes[b].sentence.account
                ):
                    yield (a, b) if a < b else (b, a)


def _sort_key(ground: Ground, scene: Scene) -> str:
    account = ground.accounts.get(scene.sentence.account)
    return account.date if account is not None else ""


def _by_parallels(
    ground: Ground, parallels: Sequence[Parallel], featured: Sequence[frozenset[str]]
) -> Iterator[tuple[int, int, float]]:
    """Sentences of two parallel passages that share a rare word, or stand at the same share of them."""
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for scene in ground.scenes:
        where[scene.sentence.passage.source].append((scene.sentence.passage.start, scene.number))
    for found in where.values():
        found.sort()
    for row in parallels:
        if row.kind == "formula":
            continue
        mine = _scenes_in(where, ground, row.a.source, row.a.start, row.a.end)
        yours = _scenes_in(where, ground, row.b.source, row.b.start, row.b.end)
        holders: dict[str, list[int]] = defaultdict(list)
        for b in yours:
            for feature in featured[b]:
                if ground.rarity.get(feature, 0.0) >= LEAST_RARE:
                    holders[feature].append(b)
        whole = len(mine) == len(yours) == 1
        for a in mine:
            met: dict[int, float] = defaultdict(float)
            for feature in sorted(featured[a]):
                for b in holders.get(feature, ())[:WINDOW]:
                    met[b] += ground.rarity.get(feature, 0.0)
            if whole:
                met.setdefault(yours[0], 0.0)
            for b in met:
                if a != b:
                    yield min(a, b), max(a, b), row.score


def _scenes_in(
    where: Mapping[str, list[tuple[int, int]]], ground: Ground, source: str, start: int, end: int
) -> list[int]:
    rows = where.get(source, [])
    first = bisect_left(rows, (start - 2000, -1))
    found = []
    for begin, number in rows[first:]:
        if begin >= end:
            break
        if ground.scenes[number].sentence.passage.end > start:
            found.append(number)
    return found[:200]
