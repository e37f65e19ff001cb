"""Kinship: how far two accounts tell of the same things, and which hang together as one story."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from math import fsum, log

from variorum.confront.evidence import Evidence
from variorum.confront.laid import DAY, Ground, Scene
from variorum.model.critique import Account
from variorum.model.edtf import Bounds, bounds

SIGNS_WEIGHT = 1.5
"""What the likeness of two accounts' words, dates and numbers counts against that of their casts: on
the example dossier the first is about half of the second between accounts of one event."""

_NO_SIGNS: Mapping[str, float] = {}

LEAST_SIGNS = 15
"""Different words, names and numbers an account must hold to be known by them."""

APPARATUS = frozenset(("boilerplate", "caption", "comment"))
"""Kinds of accounts that tell nothing of the events themselves."""

MOST_OF_ONE_STORY = 20
"""Accounts of the largest dossier that is held to be of one story; all pairs of them are compared."""

LONGEST_STORY = 1_500
"""Sentences of the largest such dossier: longer ones tell of many things."""

IN_STORY, ONE_STORY = 0.1, 0.12
"""Kinship that joins an account to a story, and the least kinship of two of one story."""

MOST_SIGNS = 80
"""Weightiest signs kept of an account, for speed."""

FEWEST_DATED = 3
"""Accounts that must tell a full date of one year before a dossier is held to be of that year."""

FEWEST_OF_ONE = 2
"""The same for accounts of one story."""

LEAST_NUMBER = 10
"""Smallest number that is a sign of an account: smaller ones stand everywhere."""


def kinship_of_accounts(ground: Ground, a: str, b: str) -> float:
    """How far two accounts speak of the same things, 0 to 1.

    The better of two cosines: of their people and places, and of all their rare words, full dates and
    large numbers. The second brings together accounts that hardly name anybody, and, by dates and
    numbers, accounts in different languages.
    """
    if a == b:
        return 1.0
    floor = ONE_STORY if a in ground.story and b in ground.story else 0.0
    mine, yours = ground.cast.get(a, frozenset()), ground.cast.get(b, frozenset())
    shared = len(mine & yours)
    cast = shared / (len(mine) * len(yours)) ** 0.5 if shared else 0.0
    small, large = ground.signs.get(a, _NO_SIGNS), ground.signs.get(b, _NO_SIGNS)
    # summed exactly, for sets have no order
    alike = fsum([small[sign] * large[sign] for sign in small.keys() & large.keys()])
    return min(1.0, max(cast, SIGNS_WEIGHT * alike, floor))


def signs_of(evidence: Evidence, scenes: Sequence[Scene]) -> dict[str, dict[str, float]]:
    """For every account the signs by which it is known, weighed by how few accounts bear them.

    Vectors of length 1 (Salton & Buckley 1988, "ltc"); names, dates and numbers count double. Signs of
    one account alone count for the length only. An account of fewer than LEAST_SIGNS bears none: two
    scraps of a page share their every word and say nothing.
    """
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for scene in scenes:
        told[scene.sentence.account].update(scene.terms)
    for mention in evidence.mentions:
        told[mention.account]["e:" + mention.entity] += 1
    for row in evidence.quantities:
        if row.low == row.high and row.low >= LEAST_NUMBER:
            told[row.account][f"n:{row.low:g} {row.unit}"] += 1
    for date in evidence.dates:
        if len(date.edtf) == DAY and date.edtf[0] != "X":
            told[date.account]["y:" + date.edtf] += 1
    carried = Counter(sign for counts in told.values() for sign in counts)
    rare = {sign: log((len(told) + 1) / count) for sign, count in carried.items()}
    found: dict[str, dict[str, float]] = {}
    for account, counts in told.items():
        if len(counts) < LEAST_SIGNS:
            continue
        weights = {
            sign: (1 + log(count)) * rare[sign] * (2.0 if sign[1:2] == ":" else 1.0)
            for sign, count in counts.items()
        }
        length = sum(weight * weight for weight in weights.values()) ** 0.5
        borne = ((-w / length, s) for s, w in weights.items() if carried[s] > 1)
        found[account] = {sign: -weight for weight, sign in nsmallest(MOST_SIGNS, borne)}
    return found


def one_story(ground: Ground) -> frozenset[str]:
    """The accounts of a small dossier each of which is kin to another of them, the most there are.

    Somebody gathered these about one thing: two of them that share few names are of it none the less.
    """
    kinds = {account.id: account.kind for account in ground.accounts.values()}
    told = sorted({s.sentence.account for s in ground.scenes})
    told = [name for name in told if kinds.get(name) not in APPARATUS]
    if _is_news([ground.accounts[name] for name in told if name in ground.accounts]):
        return frozenset()
    if len(told) > MOST_OF_ONE_STORY or len(ground.scenes) > LONGEST_STORY:
        return frozenset()
    left, largest = set(told), frozenset[str]()
    while left:
        joined, front = set[str](), [min(left)]
        while front:
            one = front.pop()
            if one in left:
                left.remove(one)
                joined.add(one)
                front += [o for o in left if kinship_of_accounts(ground, one, o) >= IN_STORY]
        largest = max(largest, frozenset(joined), key=lambda group: (len(group), sorted(group)))
    return largest if len(largest) > 1 else frozenset()


def _is_news(accounts: Sequence[Account]) -> bool:
    """Whether all that tells anything is reports of one season: those of like events are in like words,
    and nothing shows that they are of one."""
    kinds = {account.kind for account in accounts}
    years = [span for account in accounts if (span := bounds(account.date)) is not None]
    apart = years and max(y[1].year for y in years) - min(y[0].year for y in years) > 1
    return kinds <= {"article"} and not apart


def keeps_days(scenes: Sequence[Scene]) -> bool:
    """Whether the dossier holds diaries of several days, which are no one event."""
    days: dict[str, set[str]] = defaultdict(set)
    for scene in scenes:
        days[scene.sentence.account].add(scene.day)
    return sum(len(told) > 1 for told in days.values()) > 1


def year_of_events(evidence: Evidence, fewest: int) -> Bounds | None:
    """The year of the events where a dossier is of one event: most accounts that tell a full date
    tell one of this year, no other year comes near. None otherwise."""
    years: dict[str, set[str]] = defaultdict(set)
    for date in evidence.dates:
        if len(date.edtf) == DAY and date.edtf[:4].isdigit():
            years[date.account].add(date.edtf[:4])
    for account in evidence.accounts:
        if len(account.date) == DAY and account.date[:4].isdigit():
            years[account.id].add(account.date[:4])
    counts = Counter(year for told in years.values() for year in told).most_common(2)
    if not counts or counts[0][1] < max(fewest, len(years) / 2):
        return None
    if len(counts) > 1 and counts[1][1] * 2 > counts[0][1]:
        return None
    return bounds(counts[0][0])
