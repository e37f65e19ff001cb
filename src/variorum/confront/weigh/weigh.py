"""The verb: how far each side of every disagreement is carried."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor, log

from variorum.confront.evidence import Evidence
from variorum.confront.weigh.claims import Claim
from variorum.confront.weigh.estimate import estimate
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
    weighed = estimate([claim for case in cases for claim in _claims(case)])
    bonds = {(bond.a, bond.b): bond.probability for bond in weighed.bonds}
    kept = records(weighed)
    return tuple(_judged(case, kept, bonds) for case in cases)


def _case(row: Disagreement, laid: Index) -> _Case:
    given = [one for one in testimonies(row, laid) if not one.denied]
    left_out, given = len(given) - MOST_VOICES, given[:MOST_VOICES]
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


def _linked(case: _Case, bonds: Mapping[tuple[str, str], float]) -> dict[tuple[int, int], float]:
    """How likely any two voices of one side are one: by their words, or by the errors they share."""
    chosen = {(case.given[n].side, case.given[n].teller): n for n in case.first}
    found: dict[tuple[int, int], float] = {}
    for link in case.links:
        a, b = (
            chosen[case.given[n].side, case.given[n].teller] for n in (link.follower, link.followed)
        )
        if a != b and case.given[a].side == case.given[b].side:
            key = min(a, b), max(a, b)
            found[key] = max(found.get(key, 0.0), link.probability)
    for i, a in enumerate(case.first):
        for b in case.first[i + 1 :]:
            one, two = case.given[a], case.given[b]
            pair = (one.teller, two.teller) if one.teller < two.teller else (two.teller, one.teller)
            if one.side == two.side and pair in bonds:
                found[a, b] = max(found.get((a, b), 0.0), bonds[pair])
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


def _judged(case: _Case, kept: Records, bonds: Mapping[tuple[str, str], float]) -> Disagreement:
    voices, linked = _voices(case, kept), _linked(case, bonds)
    sides = len(case.row.sides)
    weights = balance(voices, linked, sides)
    said = verdict(weights)
    needed = decisive(voices, linked, sides)
    reasons = tuple(reason.removesuffix("; not weighed") for reason in case.row.reasons)
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
