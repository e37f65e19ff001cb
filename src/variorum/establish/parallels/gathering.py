"""Gathering: copies, translations and retellings of all accounts, as the tables hold them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.establish.dependence import Bond, dependences, direction
from variorum.establish.parallels.copies import ALL_PAIRS, copied
from variorum.establish.parallels.gaps import Pair, gaps
from variorum.establish.parallels.ground import Ground, bond_of, ordered, parallel_row
from variorum.establish.parallels.translated import translated, whole
from variorum.establish.retell import Retelling, retellings
from variorum.establish.reuse import Shared, reuse
from variorum.establish.stretches import Stretch
from variorum.establish.translation import translations
from variorum.model.critique import Dependence, Fingerprint, Hand, Meaning, Parallel, Variant
from variorum.model.ids import content_id
from variorum.model.reading import ReadingText


@dataclass(frozen=True, slots=True)
class Parallels:
    """The rows of the tables parallels, variants, dependences, and the hands that copies betray."""

    parallels: tuple[Parallel, ...]
    variants: tuple[Variant, ...]
    dependences: tuple[Dependence, ...]
    hands: tuple[Hand, ...]


def parallels(
    readings: Sequence[ReadingText],
    texts: Mapping[str, str],
    fingerprints: Mapping[str, Fingerprint],
    meanings: Mapping[str, Meaning],
    hands: Sequence[Hand] = (),
    spark: str = "",
) -> Parallels:
    """Everything that stands in more than one account, or in one account twice.

    ``texts`` are the sources' whole texts by name; ``fingerprints`` and ``meanings`` have one row for
    each reading's account; ``hands`` are those known already. ``spark`` names the Spark master on which
    copies are searched for, if any.
    """
    readings = sorted(readings, key=lambda r: (r.account.source, r.account.start, r.account.id))
    ground = Ground({r.account.id: r for r in readings}, texts)
    rows: list[Parallel] = []
    differences: list[Variant] = []
    shared = reuse(readings, fingerprints, spark)
    betrayed: list[Hand] = []
    bonds: list[Bond] = []
    pairs: list[Pair] = []
    by_source: dict[str, list[Hand]] = defaultdict(list)
    for hand in hands:
        by_source[hand.passage.source].append(hand)
    for passage in shared:
        copies = copied(ground, passage, by_source)
        rows += copies.parallels
        differences += copies.variants
        betrayed += copies.hands
        bonds += copies.bonds
        pairs += copies.pairs
    differences += gaps(ground, pairs)
    translation = translations(readings, meanings, texts)
    for one in translation:
        found, differ = translated(ground, one)
        rows += found
        differences += differ
        bonds.append(bond_of(found[0], *whole(one), one.direction_probability))
    known = [*_copies(shared), *map(whole, translation)]
    for told in retellings(readings, meanings, known):
        row, bond = _retold(ground, told)
        rows.append(row)
        bonds.append(bond)
    return Parallels(
        tuple(_distinct(rows)), tuple(differences), dependences(bonds), tuple(betrayed)
    )


def _copies(shared: Sequence[Shared]) -> Iterator[tuple[Stretch, Stretch]]:
    for passage in shared:
        if len(passage.witnesses) <= ALL_PAIRS:
            yield from combinations(passage.witnesses, 2)
        else:
            first, *others = passage.witnesses
            yield from ((first, other) for other in others)


def _retold(ground: Ground, told: Retelling) -> tuple[Parallel, Bond]:
    a, b, _ = ordered(ground, told.a, told.b)
    way, sure, reasons = "unknown", 0.5, told.reasons
    if a.account != b.account:
        found = direction(ground.reading(a), ground.reading(b), a, b, ground.texts)
        way, sure, reasons = found.value, found.probability, (*reasons, *found.reasons)
    group = content_id("e", told.group)
    row = parallel_row(ground, a, b, "retelling", way, told.score, reasons, "", group)
    return row, bond_of(row, a, b, sure)


def _distinct(rows: Sequence[Parallel]) -> Iterator[Parallel]:
    """Each row once, in the order of the sources."""
    known = {row.id: row for row in rows}
    yield from sorted(known.values(), key=lambda r: (r.a, r.b, r.kind, r.manner, r.id))
