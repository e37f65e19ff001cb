"""The verb: differences of place, person, role, sequence, manner and polarity."""

from collections.abc import Iterator, Mapping

from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground
from variorum.confront.told.absent import absent, lines_of
from variorum.confront.told.actors import actors, deeds
from variorum.confront.told.before import orders, turned_round
from variorum.confront.told.claims import claims
from variorum.confront.told.days import days
from variorum.confront.told.declared import declared, noted
from variorum.confront.told.denied import denied, unsaid
from variorum.confront.told.difference import Difference
from variorum.confront.told.doers import doers
from variorum.confront.told.editors import editors
from variorum.confront.told.ends import ends
from variorum.confront.told.fates import fates
from variorum.confront.told.gathering import gathered
from variorum.confront.told.identities import identities
from variorum.confront.told.lines import Line, line
from variorum.confront.told.means import means
from variorum.confront.told.meant import unlike_in_meaning
from variorum.confront.told.ones import ones
from variorum.confront.told.opposed import opposed, signs, told_once
from variorum.confront.told.pairs import Pair, pairs, told_ground
from variorum.confront.told.roles import roles
from variorum.confront.told.same_thing import one_thing
from variorum.confront.told.selves import selves
from variorum.confront.told.spots import SURE, places_apart, spots
from variorum.confront.told.stated import nested_places, stated
from variorum.confront.told.states import states
from variorum.confront.told.translated import translated
from variorum.confront.told.turned import turned
from variorum.model.findings import Disagreement


def told(evidence: Evidence, laid: Ground) -> tuple[Disagreement, ...]:
    """What accounts tell otherwise that is no number and no date, surest first.

    Sentences that may tell one thing are brought together by parallels and by an index of rare words
    and names; within a pair a difference is one slot filled otherwise while the rest is alike.
    ``laid`` is the evidence by sentence. Linear but for sorting; caps are named in the reasons.
    """
    laid = told_ground(laid)
    seen = (each for each in differences(evidence, laid) if one_thing(*each, laid))
    found = unlike_in_meaning(seen, laid)
    rows = gathered(found, laid, evidence.parallels)
    return tuple(sorted(rows, key=lambda row: (-row.confidence, row.id)))


ALIKE = 0.5
"""Likeness of two sentences from which on a count in one is held against a single one in the other
where no parallel holds both: an old man and three old men are not the same."""

KIN = 0.15
"""Least kinship of two accounts whose sentences are held against each other, unless a parallel or a day
brings them together."""

LEAST_INSIDE = 2.0
"""Rarity that two sentences of one account must share about what one denies, and only in a dossier of
one event: who describes two birds says of each what the other has not."""

LIKELIEST = 0.6
"""How near a pair of sentences must come to the likeliest pair of either."""


def differences(evidence: Evidence, laid: Ground) -> Iterator[tuple[Pair, Difference]]:
    """Every difference seen, each with the pair of sentences it was seen in."""
    found, _ = pairs(laid, evidence.parallels)
    numbers = sorted({n for pair in found for n in (pair.a, pair.b)})
    lines = {n: line(laid.scenes[n]) for n in numbers}
    marked = {n: signs(lines[n]) for n in numbers}
    done = {n: deeds(lines[n]) for n in numbers}
    where = {n: spots(lines[n], laid) for n in numbers}
    ordered = {n: orders(lines[n]) for n in numbers}
    within = {e.id: frozenset(e.within) for e in evidence.entities}
    nested = nested_places(laid)
    for pair in found:
        if pair.day < 0:
            continue  # two days of a journal: not the same event
        if pair.kin < KIN and not (pair.parallel or pair.day > 0 or _note(pair, laid)):
            continue  # accounts of other things share phrases
        a, b = lines[pair.a], lines[pair.b]
        if _elsewhere(pair, a, b, within, nested, laid):
            continue
        inside = laid.scenes[pair.a].sentence.account == laid.scenes[pair.b].sentence.account
        if not inside:
            for row in told_once(pair, a, b, marked, laid):
                yield pair, row
            for row in unsaid(pair, a, b, laid):
                yield pair, row
        if pair.rank < LIKELIEST:
            continue  # each has a better counterpart, which tells the same
        for row in denied(pair, a, b, laid):
            if not inside or (laid.when is not None and row.near >= LEAST_INSIDE):
                yield pair, row
        if inside:
            continue  # one account tells two things in like words far oftener than one thing twice
        for row in opposed(pair, a, b, marked, laid):
            yield pair, row
        if pair.parallel >= SURE or pair.likeness >= ALIKE:
            for row in ones(pair, a, b, laid):
                yield pair, row
        for row in turned_round(pair, a, b, ordered[pair.a], ordered[pair.b], laid):
            yield pair, row
        for row in actors(pair, a, b, done[pair.a], done[pair.b], laid):
            yield pair, row
        for row in places_apart(pair, a, b, where[pair.a], where[pair.b], within, nested, laid):
            yield pair, row
    yield from turned(found, laid)
    yield from declared(found, lines, laid)
    yield from noted(laid)
    yield from editors(evidence, laid)
    yield from stated(evidence, laid)
    yield from claims(evidence, laid)
    yield from fates(laid)
    yield from days(laid)
    yield from roles(evidence, laid)
    yield from selves(evidence, laid)
    yield from identities(laid)
    yield from translated(evidence, laid)
    whole = lines_of(laid)
    yield from absent(whole, laid)
    yield from doers(whole, laid)
    yield from means(whole, laid)
    yield from ends(whole, laid)
    yield from states(whole, laid)


def _elsewhere(
    pair: Pair,
    a: Line,
    b: Line,
    within: Mapping[str, frozenset[str]],
    nested: frozenset[frozenset[str]],
    laid: Ground,
) -> bool:
    """Whether the two sentences name different places only, and nothing else shows that they are of
    one event: what happened elsewhere is another event."""
    if pair.parallel >= SURE or pair.day > 0 or laid.when is not None:
        return False
    mine, yours = _places(a), _places(b)
    if not mine or not yours or mine & yours:
        return False
    return not any(
        x in within.get(y, ()) or y in within.get(x, ()) or frozenset((x, y)) in nested
        for x in mine
        for y in yours
    )


def _places(line: Line) -> frozenset[str]:
    return frozenset(m.entity for m in line.owner.values() if m.type == "place")


def _note(pair: Pair, laid: Ground) -> bool:
    """Whether one of the two accounts is a note to the other."""
    one = laid.accounts.get(laid.scenes[pair.a].sentence.account)
    other = laid.accounts.get(laid.scenes[pair.b].sentence.account)
    return (
        one is not None and other is not None and (one.parent == other.id or other.parent == one.id)
    )
