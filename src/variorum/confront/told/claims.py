"""Statements that say yes and no of one thing: it was there, she opened it, they had been there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair, day_of
from variorum.confront.told.stated import scene_at, scene_index
from variorum.confront.told.words import GENERIC, LIGHT_VERBS
from variorum.model.passage import Passage
from variorum.model.testimony import Statement

LEAST_RARE = 0.7
"""Rarity that what is claimed and denied must have, summed over its parts."""

MOST_CLAIMED = 12
"""Tellings of one thing above which it is too common to be at issue."""

THERE = "was there"
"""The relation of what there was."""

_REAL = frozenset(("asserted", "hedged", "denied", ""))


@dataclass(frozen=True, slots=True)
class _Claim:
    scene: int
    account: str
    passage: Passage
    positive: bool


def claims(evidence: Evidence, ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """What one account states and another denies in the same parts, whatever the words around.

    Statements are grouped by doer, deed and what it was done to, so that no two of them are compared
    that differ in one. Only in a dossier of one event or story, where a thing named is one thing.
    Linear in the statements.
    """
    if ground.when is None and not ground.story:
        return
    index = scene_index(ground)
    told: dict[tuple[str, ...], list[_Claim]] = defaultdict(list)
    for row in evidence.statements:
        scene = scene_at(row.passage, index, ground)
        if scene is None or row.modality not in _REAL or _asks(scene, ground):
            continue
        key = _parts(row, scene, ground)
        if key:
            positive = row.polarity != "negative" and row.modality != "denied"
            told[key].append(_Claim(scene, row.account, row.passage, positive))
    for number, scene_row in enumerate(ground.scenes):
        for quantity in scene_row.quantities:
            if quantity.low == quantity.high == 0 and quantity.counted:
                told[quantity.counted, THERE].append(
                    _Claim(number, scene_row.sentence.account, quantity.passage, False)
                )
    for key, rows in sorted(told.items()):
        yield from _opposed(key, rows, ground)


def _opposed(
    key: tuple[str, ...], rows: list[_Claim], ground: Ground
) -> Iterator[tuple[Pair, Difference]]:
    no, yes = [r for r in rows if not r.positive], [r for r in rows if r.positive]
    if not no or not 0 < len(yes) <= MOST_CLAIMED:
        return
    rare = sum(_rarity(part, ground) for part in key)
    if rare < LEAST_RARE:
        return
    affirmed = {row.account for row in yes}
    for denial in no[:MOST_CLAIMED]:
        if denial.account in affirmed:
            continue  # who says both speaks of two moments
        for claim in yes:
            if not _of_one_story(denial.account, claim.account, ground):
                continue
            if day_of(ground, denial.account, claim.account) < 0:
                continue
            thing = " ".join(_named(part, ground) for part in key)
            first, second = sorted((claim, denial), key=lambda r: r.scene)
            yield (
                Pair(first.scene, second.scene, rare, 0.3, 0.0, 0.0, 0.5, 0),
                Difference(
                    "polarity", "claimed", " ".join(key), _question(key, ground),
                    _told(first), _told(second), rare,
                    (f"one states it and another denies it: {thing}",),
                ),
            )  # fmt: skip


def _told(claim: _Claim) -> Told:
    return Told(" ".join(claim.passage.quote.split()), claim.passage, claim.scene)


def _of_one_story(a: str, b: str, ground: Ground) -> bool:
    return a != b and (ground.when is not None or {a, b} <= ground.story)


def _asks(scene: int, ground: Ground) -> bool:
    return ground.scenes[scene].sentence.passage.quote.rstrip("”’\"'»)] \n").endswith("?")


def _parts(row: Statement, scene: int, ground: Ground) -> tuple[str, ...]:
    """Doer, deed and thing, in one vocabulary; empty where the doer or what it says is not known."""
    subject = _part(row.subject, scene, ground)
    if row.relation == THERE:
        return (subject, THERE) if subject and row.subject not in ground.types else ()
    if row.value_type not in ("open", "person", "place") or not subject:
        return ()
    if row.relation.split()[0] in LIGHT_VERBS and not row.value:
        return ()
    value = _part(row.value, scene, ground) if row.value else ""
    if (row.value and not value) or (not value and row.subject not in ground.types):
        return ()
    return tuple(part for part in (subject, _verb(row.relation, scene, ground), value) if part)


def _verb(relation: str, scene: int, ground: Ground) -> str:
    first, *rest = relation.split()
    row = ground.scenes[scene]
    known: Mapping[str, str] = dict(zip(row.sentence.terms, row.terms, strict=True))
    return " ".join((known.get(first, first), *rest))


def _part(words: str, scene: int, ground: Ground) -> str:
    """An entity, or the base form of the last word; empty for pronouns and whoever it may be."""
    if words in ground.types:
        return words
    last = words.split()[-1].casefold() if words.split() else ""
    row = ground.scenes[scene]
    base = next(
        (
            word
            for term, word in zip(row.sentence.terms, row.terms, strict=True)
            if term[: min(4, len(last))] == last[: min(4, len(term))]
        ),
        "",
    )
    return base if len(last) > 2 and base not in GENERIC else ""


def _rarity(part: str, ground: Ground) -> float:
    if part in ground.types:
        return ground.rarity.get("e:" + part, 0.0)
    first = part.split()[0]
    return max(ground.rarity.get(feature + first, 0.0) for feature in ("t:", "r:"))


def _named(part: str, ground: Ground) -> str:
    return ground.names.get(part, part)


def _question(key: tuple[str, ...], ground: Ground) -> str:
    if key[1:] == (THERE,):
        return f"Was there any {key[0]}?"
    return f"Is it so: {' – '.join(_named(part, ground) for part in key)}?"
