"""The verb: how far each side of every disagreement is carried."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor, log

from variorum.confront.evidence import Evidence
from variorum.confront.weigh.claims import Bond, Claim
from variorum.confront.weigh.estimate import LEAST_BOND, estimate
from variorum.confront.weigh.records import Records, elsewhere, records
from variorum.confront.weigh.scales import (
    Voiced,
    balance,
    decisive,
    shares,
    verdict,
)
from variorum.confront.weigh.testimonies import (
    COPIED,
    Index,
    Link,
    Testimony,
    index,
    links,
    testimonies,
)
from variorum.confront.weigh.wording import FOLLOWS, explained
from variorum.model.findings import Disagreement

MOST_VOICES = 100
"""Passages of one question that are weighed; further ones are left out, and the reasons say so."""

MOST_TRIED = 150
"""Voices, in all disagreements of a dossier, up to which each verdict is tried without what is said to
decide it."""

ALTERED = -log(4)
"""Log odds of a copy or translation against what it follows, where the two differ. Set by hand."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A disagreement with its testimonies, the links among them, and one voice for each teller and side
    (``first``: the number of the testimony that speaks for it)."""

    row: Disagreement
    given: list[Testimony]
    links: list[Link]
    first: list[int]
    left_out: int


def weigh(disagreements: Iterable[Disagreement], evidence: Evidence) -> tuple[Disagreement, ...]:
    """Each disagreement with its sides' weights, a verdict, and reasons that name who carries what.

    A side's ``weight`` is the probability that it is right, all sides of a question at most 1 in all.
    ``verdict`` is "side 1 carried" (of the first side, and so on), "tied", or "open" where no side is
    carried far enough. A copy or translation adds nothing to what it follows; those who share errors
    elsewhere in the dossier count as less than two; eyewitnesses are nearer than hearsay, and early
    tellings than late ones; a record is made of all other questions (Dong, Berti-Équille and
    Srivastava 2009). The last reason names what decides: without it the verdict is another. The
    result does not depend on the order of the disagreements or of the evidence.
    """
    rows = tuple(disagreements)
    if not rows:
        return ()
    laid = index(evidence)
    cases = [_case(row, laid) for row in rows]
    found = _estimated(cases)
    return tuple(
        _judged(case, found, _needed(number, cases, found, laid))
        for number, case in enumerate(cases)
    )


Bonds = Mapping[str, Mapping[str, Bond]]
"""By two tellers, both ways."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What all cases say of the tellers: their records, and who is bound to whom."""

    records: Records
    bonds: Bonds


def _estimated(cases: Iterable[_Case]) -> _Found:
    weighed = estimate([claim for case in cases for claim in _claims(case)])
    bonds: dict[str, dict[str, Bond]] = {}
    for bond in weighed.bonds:
        bonds.setdefault(bond.a, {})[bond.b] = bond
        bonds.setdefault(bond.b, {})[bond.a] = bond
    return _Found(records(weighed), bonds)


def _needed(number: int, cases: Sequence[_Case], found: _Found, laid: Index) -> tuple[int, ...]:
    """The voices that decide. In a small dossier one question tells much of the records and copies in
    all others, so there it is tried: everything is estimated again without them."""
    case = cases[number]
    voices, linked = _voices(case, found.records), _linked(case, found.bonds)
    sides = len(case.row.sides)
    gone = decisive(voices, linked, sides)
    if sum(len(one.first) for one in cases) > MOST_TRIED:
        return gone
    said = verdict(balance(voices, linked, sides))
    while gone and len(gone) < len(voices):
        silent = {(case.given[n].side, case.given[n].teller) for n in gone}
        left = _without(case, silent, laid)
        after = _estimated([*cases[:number], left, *cases[number + 1 :]])
        weights = balance(_voices(left, after.records), _linked(left, after.bonds), sides)
        if verdict(weights) != said:
            break
        gone = decisive(voices, linked, sides, len(gone) + 1)
    return gone


def _without(case: _Case, silent: Collection[tuple[int, str]], laid: Index) -> _Case:
    dropped = {(one.side, one.passage) for one in case.given if (one.side, one.teller) in silent}
    sides = tuple(
        replace(side, passages=tuple(p for p in side.passages if (number, p) not in dropped))
        for number, side in enumerate(case.row.sides)
    )
    return _case(replace(case.row, sides=sides), laid)


def _case(row: Disagreement, laid: Index) -> _Case:
    given = [one for one in testimonies(row, laid) if not one.denied]
    heard = _heard(given)
    left_out, given = len(given) - len(heard), heard
    found = links(given, laid)
    given = _altered(given, found)
    following = {
        link.follower for link in found if given[link.follower].side == given[link.followed].side
    }
    best: dict[tuple[int, str], int] = {}
    for number, one in enumerate(given):
        key = one.side, one.teller
        old = best.get(key)
        if old is None or _order(number, given, following) < _order(old, given, following):
            best[key] = number
    return _Case(row, given, found, sorted(best.values()), max(0, left_out))


def _heard(given: Sequence[Testimony]) -> list[Testimony]:
    """All; of more than MOST_VOICES each side's part of them, a teller's first before his others."""
    if len(given) <= MOST_VOICES:
        return list(given)
    sides = Counter(one.side for one in given)
    told: set[tuple[int, str]] = set()
    ranked = []
    for number, one in enumerate(given):
        again = (one.side, one.teller) in told
        told.add((one.side, one.teller))
        ranked.append((again, number))
    taken: Counter[int] = Counter()
    kept = []
    for _, number in sorted(ranked):
        side = given[number].side
        if taken[side] < max(1, MOST_VOICES * sides[side] // len(given)):
            taken[side] += 1
            kept.append(number)
    return [given[number] for number in sorted(kept)]


def _altered(given: Sequence[Testimony], found: Sequence[Link]) -> list[Testimony]:
    """Who has his words from another, and alone says otherwise, is less to be believed than he."""
    held = {
        number
        for link in found
        if given[link.follower].side == given[link.followed].side
        for number in (link.follower, link.followed)
    }
    changed = list(given)
    for link in found:
        one = given[link.follower]
        if (
            link.directed
            and link.kind in COPIED
            and link.follower not in held
            and one is changed[link.follower]
        ):
            changed[link.follower] = replace(
                one,
                nearness=one.nearness + ALTERED,
                reasons=(*one.reasons, f"differs from what it {FOLLOWS[link.kind]}"),
            )
    return changed


def _order(number: int, given: Sequence[Testimony], following: set[int]) -> tuple[bool, float, int]:
    return number in following, -given[number].nearness, number


def _voices(case: _Case, records: Records) -> list[Voiced]:
    found = []
    for number in case.first:
        one = case.given[number]
        record = elsewhere(records, one.teller, case.row.id)
        found.append(Voiced(number, one.side, one.teller, record, one.nearness))
    return found


def _linked(case: _Case, bonds: Bonds) -> dict[int, dict[int, float]]:
    """How likely any two voices of one side are one: by their words, or by the errors they share."""
    chosen = {(case.given[n].side, case.given[n].teller): n for n in case.first}
    found: dict[int, dict[int, float]] = {}

    def note(a: int, b: int, probability: float) -> None:
        for one, other in ((a, b), (b, a)):
            mine = found.setdefault(one, {})
            mine[other] = max(mine.get(other, 0.0), probability)

    for link in case.links:
        a, b = (
            chosen[case.given[n].side, case.given[n].teller] for n in (link.follower, link.followed)
        )
        if a != b and case.given[a].side == case.given[b].side:
            note(a, b, link.probability)
    for number in case.first:
        one = case.given[number]
        for teller, bond in bonds.get(one.teller, {}).items():
            other = chosen.get((one.side, teller))
            if other is not None and number < other:
                bound = bond.elsewhere(case.row.id)
                if bound >= LEAST_BOND:
                    note(number, other, bound)
    return found


def _claims(case: _Case) -> Iterable[Claim]:
    voices = _voices(case, {})
    counted = shares(voices, _linked(case, {}))
    for voice in voices:
        yield Claim(
            case.row.id,
            f"{voice.side:03}",
            voice.teller,
            case.row.type,
            voice.nearness,
            round(counted[voice.number], 9),
        )


def _judged(case: _Case, found: _Found, needed: Sequence[int]) -> Disagreement:
    voices, linked = _voices(case, found.records), _linked(case, found.bonds)
    sides = len(case.row.sides)
    weights = balance(voices, linked, sides)
    said = verdict(weights)
    reasons = case.row.reasons
    if case.left_out:
        reasons += (f"{case.left_out} further passages were not weighed",)
    return replace(
        case.row,
        sides=tuple(
            replace(side, weight=floor(weight * 1000) / 1000)
            for side, weight in zip(case.row.sides, weights, strict=True)
        ),
        verdict=said,
        reasons=reasons
        + tuple(
            explained(
                case.row, case.given, case.links, voices, shares(voices, linked), weights, needed
            )
        ),
    )
