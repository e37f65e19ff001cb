"""Majority: which copy made a reading, by who follows whom and by how many have it.

A word that one copy alone has against several that agree is that copy's (the singular reading: Colwell
1965); a word that a copy has against the one it was made from is the copyist's. Where both speak they
must agree, and where neither does nobody is blamed. What a scanner garbled is the word it garbled.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from variorum.establish.collate.apparatus import Entry, Reading
from variorum.establish.collate.collation import Collation
from variorum.establish.collate.spellings import is_misread
from variorum.establish.collate.witness import folded

SURE = 0.7
"""Probability from which one copy is taken to follow another."""
SINGULAR = {2: 0.71, 3: 0.81, 4: 0.87}
"""How often a reading that one copy has against so many (or more) that agree is that copy's doing.
Measured on simulated traditions of the King James Version and of novels, with nothing known of who
copied whom (``benchmarks/collate.py``)."""
QUOTING = 0.5
"""What is left of the doubt when the copy blamed, and none that agree against it, stands in quotation
marks. Set by hand."""
COLUMNS = 2_000
"""Columns by which it is judged which copy is most like the others."""
LONG, GARBLED, LEADERS = 5, 0.85, 12
"""Words from which two readings that are so alike are one, garbled; and with how many it is tried."""

Follows = Mapping[tuple[str, str], float]
Verdict = tuple[str, float, tuple[str, ...]]
"""The copy that made a reading, how probably, and why."""
Camp = tuple[str, ...]


def base_of(collation: Collation, names: Sequence[str], follows: Follows) -> str:
    """The copy the others are compared with: the one most follow, then the one most like the rest."""
    balance = dict.fromkeys(names, 0.0)
    for (one, other), chance in sorted(follows.items()):
        if chance >= SURE and one in balance and other in balance:
            balance[one] += chance
            balance[other] -= chance
    most = max(balance.values())
    first = sorted(name for name in names if balance[name] == most)
    if len(first) == 1:
        return first[0]
    likeness = _likeness(collation)
    return min(first, key=lambda name: (-likeness[collation.number(name)], name))


def _likeness(collation: Collation) -> list[int]:
    """For each witness, how many words of the others it shares."""
    rows = [collation.row(number)[:COLUMNS].tolist() for number in range(len(collation.witnesses))]
    counts: Counter[tuple[int, str]] = Counter()
    for row, own in zip(rows, collation.tokens, strict=True):
        counts.update((c, own.forms[i]) for c, i in enumerate(row) if i >= 0)
    return [
        sum(counts[c, own.forms[i]] for c, i in enumerate(row) if i >= 0)
        for row, own in zip(rows, collation.tokens, strict=True)
    ]


def camps_of(entry: Entry, base: str) -> list[Camp]:
    """The copies that agree in a place, those with ``base`` first: what is garbled, or only spelled
    otherwise, agrees with what it was."""
    same = [r for r in entry.readings if r.what == "spelling"]
    first = (base, *entry.agree, *(name for reading in same for name in reading.witnesses))
    return [first, *_gathered([r for r in entry.readings if r.what != "spelling"])]


def _gathered(readings: Sequence[Reading]) -> Iterator[Camp]:
    """The witnesses of readings that are one but for misread letters."""
    leaders: list[Reading] = []
    members: dict[int, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: (-len(r.witnesses), r.text, r.witnesses)):
        for number, leader in enumerate(leaders[:LEADERS]):
            if leader.kind == reading.kind and _same_garbled(leader.text, reading.text):
                members[number].append(reading)
                break
        else:
            members[len(leaders)].append(reading)
            leaders.append(reading)
    camps = [tuple(sorted(n for r in group for n in r.witnesses)) for group in members.values()]
    return iter(sorted(camps))


def _same_garbled(one: str, other: str) -> bool:
    words = [text.split() for text in (one, other)]
    if len(words[0]) == len(words[1]) and words[0]:
        pairs = [(folded(a), folded(b)) for a, b in zip(*words, strict=True)]
        if all(a == b or is_misread(a, b) for a, b in pairs):
            return True
    if min(map(len, words)) < LONG or any(c.isdigit() for c in one + other):
        return False
    return Indel.normalized_similarity(one, other, score_cutoff=GARBLED) > 0


def makers_of(camp: Camp, camps: Sequence[Camp], follows: Follows) -> dict[str, tuple[float, str]]:
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


def verdict(
    camp: Camp,
    makers: Mapping[str, tuple[float, str]],
    against: Camp,
    witnesses: int,
    follows: Follows,
    quoted: frozenset[str],
) -> Verdict | None:
    """Which copy of a camp made its reading, if that can be said. ``witnesses``: how many are known
    there; those that agree must be most of them.

    Nobody is surer of the copyist than of who follows whom, when that is all there is to go by."""
    reasons: list[str] = []
    doubt, least = 1.0, 0.0
    name = camp[0]
    if len(makers) == 1:
        ((name, (chance, exemplar)),) = makers.items()
        doubt = least = 1 - chance
        reasons.append(f"{name} follows {exemplar}, which has other words")
    elif makers:
        return None
    agreeing = _independent(against, name, follows)
    if len(camp) == 1 and agreeing >= min(SINGULAR) and 2 * len(against) > witnesses:
        doubt *= 1 - SINGULAR[min(agreeing, max(SINGULAR))]
        least = 0.0
        reasons.append(f"{agreeing} other copies agree against this one")
    if reasons and name in quoted and not quoted & set(against):
        doubt *= QUOTING
    return (name, round(1 - max(doubt, least), 3), tuple(reasons)) if reasons else None


def _independent(against: Camp, name: str, follows: Follows) -> int:
    """How many copies agree that were not made from one another, nor from the copy in question."""
    exemplars = {name, *against}
    from_each_other = {
        other for (one, other), chance in follows.items() if chance >= SURE and one in exemplars
    }
    return sum(other not in from_each_other for other in against)
