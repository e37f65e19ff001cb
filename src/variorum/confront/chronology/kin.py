"""Kin: nobody is born before a parent is grown, nor long after a parent's death."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from variorum.confront.chronology.fact import Fact
from variorum.confront.chronology.network import YEAR
from variorum.confront.chronology.row import DOUBTFUL, LIKELY, impossible
from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import Relation

LEAST_YEARS = 11
"""Years a parent is at least older than a child."""

OLDEST_MOTHER = 60
"""Years a mother is at most older than her child."""

MOST_YOUNGER = 30
"""Years by which a parent may be too young and yet be one person: by more, a name was taken for
another's."""

_PARENTS = {"mother": "mother", "father": "father", "parent": "parent"}
_CHILDREN = frozenset(("son", "daughter", "child"))


def kin(
    evidence: Evidence,
    facts: Mapping[str, Sequence[Fact]],
    ground: Ground,
    shared: frozenset[str],
) -> Iterator[Impossibility]:
    """Births of parents and children that cannot both be true: of each pair that the words state to be
    so, and of whom one birth only is told. One pass over the relations."""
    doubted = {entity.id for entity in evidence.entities if entity.against}
    births = {who: _only(rows, "birth") for who, rows in facts.items()}
    deaths = {who: _only(rows, "death") for who, rows in facts.items()}
    seen: dict[tuple[str, str], Relation] = defaultdict()
    for row in evidence.relations:
        if row.reason:
            continue  # put together from others: less sure
        role, child, parent = _roles(row)
        if not role or child in shared or parent in shared or child == parent:
            continue
        if (child, parent) in seen:
            continue
        seen[child, parent] = row
        born = births.get(child)
        if born is None:
            continue
        names = [ground.names.get(who, "") or "one" for who in (child, parent)]
        sure = LIKELY if child not in doubted and parent not in doubted else DOUBTFUL
        bred, died = births.get(parent), deaths.get(parent)
        if bred is not None and born.passage != bred.passage:
            reasons = _against_birth(names, role, born, bred)
            if reasons:
                yield impossible(_words(born, bred, row), reasons, sure)
                continue
        if died is not None and (reasons := _against_death(names, role, born, died)):
            yield impossible(_words(born, died, row), reasons, sure)


def _words(one: Fact, other: Fact, row: Relation) -> tuple[Passage, ...]:
    return one.passage, *one.also, other.passage, *other.also, row.passage


def _roles(row: Relation) -> tuple[str, str, str]:
    """ "father", "mother" or "parent", the child and the parent; "" where the relation is another."""
    if row.relation in _PARENTS:
        return _PARENTS[row.relation], row.subject, row.object
    if row.relation in _CHILDREN:
        return "parent", row.object, row.subject
    return "", "", ""


def _only(rows: Sequence[Fact], kind: str) -> Fact | None:
    """The birth or death all accounts agree upon: the narrowest of those told, where each allows it."""
    told = [row for row in rows if row.kind == kind]
    if not told:
        return None
    narrow = min(told, key=lambda row: (row.high - row.low, row.passage))
    agreed = all(row.low <= narrow.high and narrow.low <= row.high for row in told)
    return narrow if agreed and narrow.sure else None


def _against_birth(names: list[str], role: str, born: Fact, bred: Fact) -> tuple[str, ...]:
    child, parent = names
    most = (born.high - bred.low) / YEAR
    fewest = (born.low - bred.high) / YEAR
    between = born.first_year - bred.first_year
    told = f"{born.first_year} − {bred.first_year} = {between}"
    if -MOST_YOUNGER <= most < LEAST_YEARS:
        years = f"{between} years old" if between > 0 else "not yet born"
        reason = f"{parent}, born in {bred.first_year}, was {years} when {child} was born"
        return f"{reason} in {born.first_year}: no {role}", told
    if role == "mother" and OLDEST_MOTHER < fewest < OLDEST_MOTHER + MOST_YOUNGER:
        reason = f"{parent}, born in {bred.first_year}, was {between} when {child} was born"
        return f"{reason} in {born.first_year}: no mother", told
    return ()


def _against_death(names: list[str], role: str, born: Fact, died: Fact) -> tuple[str, ...]:
    """Nobody is born after the mother's death, nor a year and more after the father's."""
    child, parent = names
    after = (born.low - died.high) / YEAR
    if not (0 if role == "mother" else 1) < after <= MOST_YOUNGER:
        return ()
    reason = f"{child} {born.said}, but {parent}, named as {role}, {died.said}"
    years = born.first_year - died.first_year
    return reason, f"{born.first_year} − {died.first_year} = {years}"
