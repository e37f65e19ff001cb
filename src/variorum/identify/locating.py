"""Locating: which of the places of one name the texts mean, or that they do not say.

After the heuristics of Leidner (2007) for toponyms: the container that the text names, a country it
speaks of, places near it, the larger of namesakes. What these leave open stays without coordinates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import asin, cos, log10, radians, sin, sqrt

from variorum.identify.gazetteer import Gazetteer, Spot

TODAY, SEAT, NAMED_INSIDE, NAMED_LAND, NEARBY = 1.5, 1.0, 4.0, 1.5, 1.0
"""What speaks for a place, in powers of ten of its population: it goes by the name today; it is a
capital; the text says what it lies in; its country is named in the same accounts; a located place of
theirs is near. Set on places of news texts (see ``benchmarks/places.py``)."""

MARGIN = 0.8
"""By how much the best must lead the next: as if it were six times its size."""

NEAR = 300.0
"""Kilometres within which places count as near each other."""

LARGE, LARGE_IN_ITS_LAND = 100_000, 4_000
"""People a town must have to be meant when nothing else in the texts points to it, and when only its
country is spoken of: every word is a hamlet somewhere."""

LONG_NAME = 6
"""Letters of an old or foreign name that is heeded when nothing else points to the place: shorter
ones are words of other languages, and names of other places, too often."""

ENOUGH_TOWNS = 2
"""Located towns of a country that make an account one that speaks of it."""

LIST_TOWN = 15_000
"""People of a town that may stand in a list of towns; after a comma a smaller one is a county."""

MOST_OF_IT = 0.25
"""Share of a region's people above which its name means the town of that name: New York."""

MOST_NEIGHBOURS = 200
"""Located places that a place of many accounts is compared with."""

EARTH, KILOMETRES_OF_A_DEGREE = 6371.0, 111.0
"""The earth's radius, and a degree of latitude, in kilometres."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """A name to be located: how it is written, the accounts it stands in, whether an article stands
    before it, and the names of what the text says it lies in."""

    form: str
    accounts: tuple[str, ...]
    article: bool = False
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """Where a name lies (None: not said) and why, or why not."""

    spot: Spot | None
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(slots=True)
class _Context:
    """What is located already, by account: towns, and the countries that are spoken of with why."""

    towns: dict[str, list[Spot]] = field(default_factory=dict)
    lands: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, accounts: Iterable[str], spot: Spot, gazetteer: Gazetteer) -> None:
        land = gazetteer.country(spot.country)
        name = land.name if land else spot.country
        for account in accounts:
            spoken_of = self.lands.setdefault(account, {})
            if spot.kind != "town":
                spoken_of[spot.country] = f"{name} is named in the same accounts"
                continue
            towns = self.towns.setdefault(account, [])
            towns.append(spot)
            near = [town for town in towns[:MOST_NEIGHBOURS] if town.country == spot.country]
            if len(near) >= ENOUGH_TOWNS:
                said = f"other places of {name} are named in the same accounts"
                spoken_of.setdefault(spot.country, said)


def locate(spotted: Sequence[Spotted], gazetteer: Gazetteer) -> list[Located]:
    """Where each name lies. Linear in the names: candidates and neighbours are capped.

    First what needs no context, lands before towns; then the rest beside it.
    """
    context = _Context()
    answers: dict[int, Located] = {}
    candidates = {number: _candidates(one, gazetteer) for number, one in enumerate(spotted)}
    for wanted in (_is_land, _anything, _anything):
        settled = {}
        for number, spots in candidates.items():
            if number in answers and answers[number].spot:
                continue
            if spots and wanted(spots[0]):
                settled[number] = _chosen(spotted[number], spots, context, gazetteer)
        answers |= settled
        for number, answer in settled.items():
            if answer.spot:
                context.add(spotted[number].accounts, answer.spot, gazetteer)
    unknown = Located(None, (), ("no place of this name in the gazetteer",))
    return [answers.get(number, unknown) for number in range(len(spotted))]


def distance(a: Spot, b: Spot) -> float:
    """Kilometres between two places along the surface (the haversine formula)."""
    up, across = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    root = sin(up / 2) ** 2
    root += cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(across / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(root)))


def containers(spot: Spot, gazetteer: Gazetteer) -> tuple[str, ...]:
    """What a place lies in, the nearest first."""
    lands = []
    if spot.kind == "town" and spot.region:
        lands.append(gazetteer.region(spot.country, spot.region))
    if spot.kind in ("town", "region"):
        lands.append(gazetteer.country(spot.country))
    return tuple(land.name for land in lands if land)


def _is_land(spot: Spot) -> bool:
    return spot.kind != "town"


def _anything(spot: Spot) -> bool:
    return True


def _candidates(one: Spotted, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Places of the name; "the Volga" is no town, and a town that is much of a region of its own
    name is what the name means."""
    found = gazetteer.found(one.form)
    if one.article:
        found = tuple(spot for spot in found if spot.kind != "town")
    towns = [spot for spot in found if spot.kind == "town"]
    return tuple(
        spot for spot in found
        if spot.kind != "region"
        or not any(
            (town.country, town.region) == (spot.country, spot.region)
            and town.population > MOST_OF_IT * spot.population
            for town in towns
        )
    )  # fmt: skip


def _chosen(
    one: Spotted, spots: Sequence[Spot], context: _Context, gazetteer: Gazetteer
) -> Located:
    lands: dict[str, str] = {}
    for account in one.accounts:
        lands |= context.lands.get(account, {})
    beside = (spot for account in one.accounts for spot in context.towns.get(account, ()))
    around = list(islice(beside, MOST_NEIGHBOURS))
    scored = []
    for spot in spots:
        reasons: list[str] = []
        score = log10(spot.population + 1) + (TODAY if spot.main else 0.0)
        score += SEAT if spot.capital and spot.main else 0.0
        said = _said_inside(one, spot, gazetteer)
        if said:
            score += NAMED_INSIDE
            reasons.append(f"the text says it lies in {said}")
        if spot.kind == "town" and spot.country in lands:
            score += NAMED_LAND
            reasons.append(lands[spot.country])
        near = next((other for other in around if other.id != spot.id and _near(spot, other)), None)
        if near:
            score += NEARBY
            reasons.append(f"{near.name}, named in the same accounts, is near")
        scored.append((score, spot, reasons, bool(said or near)))
    scored.sort(key=lambda row: (-row[0], row[1].id))
    score, best, reasons, pointed = scored[0]
    others = [row for row in scored[1:] if _apart(best, row[1])]
    if others and score - others[0][0] < MARGIN:
        names = _described([best, *(row[1] for row in others[:2])], gazetteer)
        return Located(None, (), (f"the texts do not say which is meant: {names}",))
    elsewhere = next((name for name in one.inside if _is_unknown_land(name, gazetteer)), "")
    if others and elsewhere:
        return Located(None, (), (f"the text says it lies in {elsewhere}, which is not known",))
    large = best.population >= (1 if pointed else LARGE_IN_ITS_LAND if reasons else LARGE)
    large &= bool(reasons) or best.main or best.capital or len(one.form) >= LONG_NAME
    if best.kind == "town" and not large:
        names = _described([best], gazetteer)
        return Located(None, (), (f"nothing in the texts points to {names}",))
    if others and not reasons and best.kind == "town":
        reasons.append("the largest of its name")
    return Located(best, tuple(reasons))


def _said_inside(one: Spotted, spot: Spot, gazetteer: Gazetteer) -> str:
    """The container that the text names and that does contain the place."""
    for name in one.inside:
        for land in gazetteer.found(name):
            inside = land.id != spot.id and land.country == spot.country
            if inside and (
                land.kind == "country" or (land.kind == "region" and land.region == spot.region)
            ):
                return land.name
    return ""


def _is_unknown_land(name: str, gazetteer: Gazetteer) -> bool:
    """Whether "Halifax, X" may name a county the gazetteer lacks, and not just go on with a list."""
    return not any(
        spot.kind != "town" or spot.population >= LIST_TOWN for spot in gazetteer.found(name)
    )


def _near(a: Spot, b: Spot) -> bool:
    # a look at the latitudes first spares nearly all of the trigonometry
    return abs(a.latitude - b.latitude) < NEAR / KILOMETRES_OF_A_DEGREE and distance(a, b) < NEAR


def _apart(a: Spot, b: Spot) -> bool:
    """Whether it matters which of two is meant: a village beside its town does not."""
    return a.kind != b.kind or distance(a, b) > NEAR / 10


def _described(spots: Iterable[Spot], gazetteer: Gazetteer) -> str:
    return "; ".join(", ".join((spot.name, *containers(spot, gazetteer))) for spot in spots)
