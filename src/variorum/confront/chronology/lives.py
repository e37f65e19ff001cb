"""Lives: births, ages, deeds, words and deaths of one person as one network of moments."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from variorum.confront.chronology.fact import SLACK_YEARS, Fact
from variorum.confront.chronology.namesakes import Namesakes, described_apart
from variorum.confront.chronology.network import (
    YEAR,
    Constraint,
    Contradiction,
    between,
    contradiction,
)
from variorum.confront.chronology.row import DOUBTFUL, LIKELY, impossible
from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage

MOST_OFF = 10
"""Years by which accounts may contradict each other about one man, or one account by his ages; by more
they rather speak of two, of father and son, say. Set by hand."""

MOST_OFF_INSIDE = 18
"""The same of births, deaths and deeds within one account, which may tell of a son under one name: a
generation is seldom shorter. Set by hand."""

FEW_OFF = 7
"""The same of ages where somebody else of the name was found. Set by hand."""

NEAR_SCENES = 1
"""How many sentences further a text still speaks of the one of two namesakes it has just named; none
where it says itself that there are two."""

MOST_FACTS = 40
"""Facts of one person that are weighed, the first of each account before the second of any."""

ANCHORS = ("birth", "death")
"""The facts that a life is told by."""

MOST_ANCHORS = 3
"""Different births, and different deaths, of one person that are tried."""

MOST_FOUND = 6
"""Contradictions that are shown of one person: more, and the name is rather several people's."""

MOST_AGAINST = 3
"""Accounts that tell against one birth or death from which on it is not believed itself."""

_ORIGIN, _BORN, _DIED = "", "born", "died"
_ALWAYS = -1
"""The row of what needs no passage: nobody dies before being born."""


def lives(
    evidence: Evidence,
    facts: Mapping[str, Sequence[Fact]],
    ground: Ground,
    shared: Namesakes,
) -> Iterator[Impossibility]:
    """What cannot be true of one person, whoever is right: a smallest set of passages each.

    Two dates of one birth are a disagreement and no impossibility: each is tried by itself. What cannot
    stand beside it is shown; of what is left, the shortest contradiction, until all can be true. Where
    an account's own birth or death allows what it tells, another account's that does not is again but
    the disagreement. Linear in the facts but for MOST_FACTS of a person.
    """
    doubted = {entity.id for entity in evidence.entities if entity.against}
    for subject in sorted(facts):
        rows = _fewer(facts[subject])
        name = ground.names.get(subject, "") or "One person"
        found: dict[tuple[object, ...], list[Fact]] = {}
        for anchors in _worlds(rows):
            for members in _clashes(anchors, [f for f in rows if f.kind not in ANCHORS]):
                # equal years are said once, however many passages give them
                key = tuple(sorted((f.kind, f.low, f.high) for f in members))
                if key in found or not any(fact.sure for fact in members):
                    continue
                if _of_another(members, subject, shared):
                    continue
                if not _borne_at_home(members, rows) and not _of_two(members, subject, ground):
                    found[key] = members
        for members in _believed(list(found.values()))[:MOST_FOUND]:
            yield _told(name, members, subject in doubted)


def _believed(found: Sequence[list[Fact]]) -> list[list[Fact]]:
    """Those of the contradictions whose birth or death is not against many facts of other accounts: then
    it was misread, or is another's."""
    against: dict[Fact, set[str]] = defaultdict(set)
    for members in found:
        for fact in members:
            against[fact] |= {other.account for other in members} - {fact.account}
    return [
        members
        for members in found
        if all(len(against[fact]) < MOST_AGAINST or fact.kind not in ANCHORS for fact in members)
    ]


def _of_another(members: Sequence[Fact], subject: str, shared: Namesakes) -> bool:
    """Whether the contradiction is rather that of two people of one name, whom a text tells of or who
    were found; then only what one breath tells counts, or, of the latter, a birth and ages so near that
    no other generation is meant."""
    told = subject in shared.told
    near = 0 if told else NEAR_SCENES
    if not (told or subject in shared.kept_apart) or _one_breath(members, near):
        return False
    aged = all(fact.kind in ("birth", "age") for fact in members)
    if told or not aged:
        return True
    return max(fact.low for fact in members) - min(fact.high for fact in members) > FEW_OFF * YEAR


def _one_breath(members: Sequence[Fact], near: int) -> bool:
    numbers = [fact.scene for fact in members]
    return min(numbers) >= 0 and max(numbers) - min(numbers) <= near


def _borne_at_home(members: Sequence[Fact], rows: Sequence[Fact]) -> bool:
    """Whether an account that tells a deed or an age tells itself of a birth or a death that allows it,
    and only another account's does not."""
    if len({fact.account for fact in members}) == 1:
        return False
    for fact in members:
        for kind in {f.kind for f in members if f.kind in ANCHORS and f.account != fact.account}:
            own = [
                f for f in rows if f.kind == kind and f.account == fact.account and f is not fact
            ]
            if any(contradiction(_constraints([mine, fact])) is None for mine in own):
                return True
    return False


def _of_two(members: Sequence[Fact], subject: str, ground: Ground) -> bool:
    """Whether one account, a register say, describes the person otherwise at each place."""
    if len({fact.account for fact in members}) > 1:
        return False
    return described_apart([(f.passage, f.scene) for f in members], subject, ground)


def _worlds(rows: Sequence[Fact]) -> list[list[Fact]]:
    """One birth and one death each, of those that are told: every pair of different ones."""
    births = {(f.low, f.high): f for f in reversed(rows) if f.kind == "birth"}
    deaths = {(f.low, f.high): f for f in reversed(rows) if f.kind == "death"}
    none: list[Fact | None] = [None]
    born = [*births.values()][-MOST_ANCHORS:] or none
    died = [*deaths.values()][-MOST_ANCHORS:] or none
    return [
        [fact for fact in (birth, death) if fact is not None] for birth in born for death in died
    ]


def _clashes(anchors: Sequence[Fact], rows: Sequence[Fact]) -> Iterator[list[Fact]]:
    """The facts that cannot stand together, where a birth and a death are as ``anchors`` tell."""
    alone = contradiction(_constraints(anchors))
    if alone is not None:
        if not _namesakes(alone, anchors):
            yield list(anchors)
        return
    left = list(anchors)
    for fact in rows:
        clash = contradiction(_constraints([*anchors, fact]))
        if clash is None:
            left.append(fact)
            continue
        members = [[*anchors, fact][row] for row in clash.rows if row != _ALWAYS]
        if not _namesakes(clash, members):
            yield members
    while (clash := contradiction(_constraints(left))) is not None:
        members = [left[row] for row in clash.rows if row != _ALWAYS]
        if not _namesakes(clash, members):
            yield members
        left.remove(_weakest(members, left))


def _fewer(facts: Sequence[Fact]) -> list[Fact]:
    """The facts in the order of the sources, each once; MOST_FACTS at most, births and deaths first."""
    order = {"birth": 0, "death": 1, "age": 2, "burial": 3, "deed": 4}
    once = {(f.kind, f.low, f.high, f.passage): f for f in facts}.values()
    # the same date read off the words and off a statement about them is one fact
    kept: list[Fact] = []
    seen: dict[tuple[str, int, int, str], list[Passage]] = defaultdict(list)
    for fact in sorted(once, key=lambda f: (order[f.kind], _split(f), f.passage, f.said)):
        others = seen[fact.kind, fact.low, fact.high, fact.passage.source]
        if not any(p.start < fact.passage.end and fact.passage.start < p.end for p in others):
            kept.append(fact)
            others.append(fact.passage)
    return kept[:MOST_FACTS]


def _split(fact: Fact) -> bool:
    """Whether a birth's or death's date stands apart from its words: in one piece it reads better."""
    return fact.kind in ANCHORS and bool(fact.also)


def _constraints(rows: Sequence[Fact]) -> Iterator[Constraint]:
    yield Constraint(_DIED, _BORN, 0, _ALWAYS)
    for row, fact in enumerate(rows):
        if fact.kind in ("birth", "age"):
            yield from between(_ORIGIN, _BORN, fact.low, fact.high, row)
        elif fact.kind == "death":
            yield from between(_ORIGIN, _DIED, fact.low, fact.high, row)
        elif fact.kind == "burial":
            yield Constraint(_ORIGIN, _DIED, fact.high, row)
        if fact.kind == "deed":
            yield Constraint(_ORIGIN, _BORN, fact.high - fact.least * YEAR, row)
            yield Constraint(_DIED, _ORIGIN, -fact.low, row)


def _namesakes(clash: Contradiction, members: Sequence[Fact]) -> bool:
    """Whether accounts that differ so much rather speak of two people; or whether it is but two answers
    to one question, of which one may be right: two ages at one time are a disagreement."""
    across = len({fact.account for fact in members}) > 1
    aged = all(fact.kind == "age" for fact in members)
    if clash.excess > (MOST_OFF if across or aged else MOST_OFF_INSIDE) * YEAR:
        return True
    first, last = members[0], members[-1]
    ages = len(members) == 2 and first.kind == last.kind == "age"
    if ages:
        return abs(first.first_year - last.first_year) <= SLACK_YEARS
    # "born in 1923, he came at 11": the year of birth was taken for that of the age
    born = {first.kind, last.kind} == {"birth", "age"} and first.scene == last.scene >= 0
    return len(members) == 2 and born and first.first_year == last.first_year


def _weakest(members: Sequence[Fact], rows: Sequence[Fact]) -> Fact:
    """The fact that fewest others bear out; of equals the one told last."""

    def borne_out(fact: Fact) -> int:
        return sum(
            other.kind == fact.kind and other.low <= fact.high and fact.low <= other.high
            for other in rows
        )

    return min(
        members,
        key=lambda f: (borne_out(f), f.kind in ("birth", "death"), [-f.passage.start], f.said),
    )


def _told(name: str, members: Sequence[Fact], doubted: bool) -> Impossibility:
    """The contradiction with its arithmetic in words."""
    births = [f for f in members if f.kind == "birth"]
    deaths = [f for f in members if f.kind == "death"]
    ages = [f for f in members if f.kind == "age"]
    deeds = [f for f in members if f.kind in ("deed", "burial")]
    reasons: tuple[str, ...]
    if births and ages and len(members) == 2:
        reasons = _age_against_birth(name, births[0], ages[0])
    elif len(ages) == 2 and len(members) == 2:
        one, other = (
            f"“{f.said}” in {f.first_year}: born in {_years(f)}"
            for f in sorted(ages, key=lambda f: (f.first_year, f.passage))
        )
        reasons = (f"{name} cannot have been both of these ages", one, other)
    elif deeds and (deaths or births) and len(members) == 2:
        reasons = _deed_out_of_life(name, deeds[0], (deaths or births)[0])
    else:
        words = [
            f"was “{f.said}” in {f.first_year}" if f.kind == "age" else f.said for f in members
        ]
        reasons = (f"{name} {', '.join(words[:-1])} and {words[-1]}: these cannot all be true",)
    unsure = doubted or not all(fact.sure for fact in members)
    confidence = DOUBTFUL if unsure else LIKELY
    passages = [passage for fact in members for passage in (fact.passage, *fact.also)]
    return impossible(passages, reasons, confidence)


def _deed_out_of_life(name: str, deed: Fact, end: Fact) -> tuple[str, ...]:
    reason = f"{name} {deed.said}, but {end.said}"
    years = deed.first_year - end.first_year
    if end.kind == "birth" and deed.low > end.high:
        told = f"{deed.first_year} − {end.first_year} = {years}"
        return f"{reason}: {years} year{'s' * (years != 1)} old at most", told
    if not years:
        return (reason,)
    first, last = sorted((deed.first_year, end.first_year))
    return reason, f"{last} − {first} = {last - first}"


def _years(fact: Fact) -> str:
    """The years of birth that an age allows, without the slack."""
    first, last = fact.first_year - fact.age - 1, fact.last_year - fact.age
    return f"{first} or {last}" if last - first == 1 else f"{first} to {last}"


def _age_against_birth(name: str, birth: Fact, age: Fact) -> tuple[str, ...]:
    reached = age.first_year - birth.first_year
    was = f"{reached - 1} or {reached}" if reached > 0 else "not yet born"
    born = birth.first_year
    reason = f"{name}, born in {born}, was {was} in {age.first_year}, not “{age.said}”"
    return reason, f"{born} + {age.age} = {born + age.age}"
