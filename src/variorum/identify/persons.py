"""Persons: which names, in which accounts, are one person's. Near-linear: by blocks of a surname."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from variorum.identify.names import Name, fit, given_key, merged, parsed, specificity

Bearing = tuple[str, str, str]
"""Who bears a name where: account id, form as written, gender from its titles."""

SAME_ACROSS_SCRIPTS = 92.0
"""Least rapidfuzz ratio (0 to 100) of two full names in different scripts that are held to be one:
one letter in twelve. Set on hand-made pairs, deliberately strict; weights learned from pairs of
names across scripts are to replace it."""

POSSIBLY_SAME = 90.0
"""Least ratio of two full names in one script that are reported as possibly the same, never merged."""

MAX_BLOCK = 200
"""Persons of one surname compared with one name; beyond it only equal names are brought together."""

MAX_FUZZY = 40
"""Full names of one fuzzy block that are compared with each other."""


@dataclass(slots=True)
class Person:
    """A person while names are being gathered; ``name`` grows fuller."""

    name: Name
    bearings: list[Bearing] = field(default_factory=list)
    reasons: dict[str, None] = field(default_factory=dict)
    account: str = ""  # where a name stays apart because others could bear it too


@dataclass(frozen=True, slots=True)
class Doubt:
    """Persons, by their index, who may be one; ``why`` in plain words."""

    persons: tuple[int, ...]
    why: str


def persons(
    bearings: Iterable[Bearing], cyrillic: Mapping[str, bool]
) -> tuple[list[Person], list[Doubt]]:
    """Bring bearings together into persons, from the fullest names down to the barest.

    A name joins the only person it fits in the dossier; where it fits several, the only one of them
    who is named in its account; where that leaves several or none, it stays apart and a doubt says
    so. ``cyrillic`` tells the script of every form.
    """
    by_name: dict[Name, list[Bearing]] = defaultdict(list)
    for bearing in sorted(set(bearings)):
        by_name[parsed(bearing[1], bearing[2])].append(bearing)
    aliases, doubts_of_names = _near_spellings(by_name, cyrillic)
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name in by_name:
        blocks[aliases.get(name, name).surname].append(name)

    found: list[Person] = []
    doubts: list[Doubt] = []
    home: dict[Name, int] = {}
    single: list[Name] = []
    for surname in sorted(blocks):
        names = sorted(blocks[surname], key=lambda n: (*(-x for x in specificity(n)), str(n)))
        block: list[int] = []
        for name in names:
            if not name.given and not any(found[i].name.given for i in block):
                single.append(name)  # perhaps a given name: when all surnames are known
                continue
            _settle(aliases.get(name, name), by_name[name], found, block, doubts)
            if block:
                home.setdefault(name, block[-1])
    _settle_single_words(single, by_name, found, doubts)
    for one, other, why in doubts_of_names:
        if one in home and other in home and home[one] != home[other]:
            doubts.append(Doubt(tuple(sorted((home[one], home[other]))), why))
    return found, doubts


def _settle(
    name: Name, where: list[Bearing], found: list[Person], block: list[int], doubts: list[Doubt]
) -> None:
    fitting = [i for i in block[:MAX_BLOCK] if fit(found[i].name, name)]
    if not fitting:
        block.append(len(found))
        found.append(Person(name, list(where)))
        return
    if len(fitting) == 1:
        _join(found[fitting[0]], name, where, "the only person in the dossier whom the name fits")
        return
    _settle_by_account(name, where, found, block, fitting, doubts)


def _settle_by_account(
    name: Name,
    where: list[Bearing],
    found: list[Person],
    block: list[int],
    fitting: list[int],
    doubts: list[Doubt],
) -> None:
    by_account: dict[str, list[Bearing]] = defaultdict(list)
    for bearing in where:
        by_account[bearing[0]].append(bearing)
    present = {i: {account for account, _, _ in found[i].bearings} for i in fitting}
    # "Oakes" where others tell of Wilfred Oakes and of Mrs Oakes: she is seldom called so
    named = [i for i in fitting if found[i].name.given]
    bare = not (name.given or name.gender or name.generation)
    usual = named[0] if bare and len(named) == 1 else None
    apart: list[tuple[str, list[Bearing]]] = []
    for account, bearings in sorted(by_account.items()):
        here = [i for i in fitting if account in present[i]]
        if usual is not None and (not here or usual in here):
            _join(found[usual], name, bearings, "the only one of the surname with a given name")
        elif len(here) == 1:
            _join(found[here[0]], name, bearings, "the only person in its account whom it fits")
        else:
            apart.append((account, bearings))
    for account, bearings in apart:
        doubts.append(Doubt((*fitting, len(found)), "the name fits several persons"))
        # not put into the block: a name that is ambiguous itself must not attract others
        found.append(Person(name, bearings, account=account))


def _settle_single_words(
    single: list[Name],
    by_name: Mapping[Name, list[Bearing]],
    found: list[Person],
    doubts: list[Doubt],
) -> None:
    """Names of one word that are nobody's surname: a given name where one person here has it."""
    by_given: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, person in enumerate(found):
        if person.name.given and not person.name.given[0].endswith("."):
            for account in sorted({account for account, _, _ in person.bearings}):
                by_given[account, given_key(person.name.given[0])].append(index)
    blocks: dict[str, list[int]] = defaultdict(list)
    for name in single:
        rest: list[Bearing] = []
        for bearing in by_name[name]:
            bearers = by_given.get((bearing[0], name.surname), [])
            if len(bearers) == 1 and name.gender in (
                "",
                found[bearers[0]].name.gender or name.gender,
            ):
                person = found[bearers[0]]
                person.bearings.append(bearing)
                _because(person, bearing[1], "the only person of this given name in its account")
            else:
                rest.append(bearing)
        if rest:
            _settle(name, rest, found, blocks[name.surname], doubts)


def _join(person: Person, name: Name, where: list[Bearing], why: str) -> None:
    known = {form for _, form, _ in person.bearings}
    for form in sorted({form for _, form, _ in where} - known):
        same = name.given == person.name.given
        _because(person, form, "another spelling of the same name" if same else why)
    person.bearings.extend(where)
    person.name = merged(person.name, name)


def _because(person: Person, form: str, why: str) -> None:
    person.reasons[f"“{form}”: {why}"] = None


def _near_spellings(
    by_name: Mapping[Name, list[Bearing]], cyrillic: Mapping[str, bool]
) -> tuple[dict[Name, Name], list[tuple[Name, Name, str]]]:
    """Full names so near that they are one person's (two scripts) or may be (one script)."""
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(by_name, key=str):
        if name.surname and name.given and not name.given[0].endswith("."):
            blocks[f"{_consonants(name.surname)} {given_key(name.given[0])[:1]}"].append(name)
    aliases: dict[Name, Name] = {}
    doubts: list[tuple[Name, Name, str]] = []
    for _, block in sorted(blocks.items()):
        for index, one in enumerate(block[:MAX_FUZZY]):
            for other in block[index + 1 : MAX_FUZZY]:
                mine, yours = (f"{given_key(n.given[0])} {n.surname}" for n in (one, other))
                if mine == yours or one.generation != other.generation:
                    continue
                ratio = fuzz.ratio(mine, yours)
                scripts = {cyrillic[form] for name in (one, other) for _, form, _ in by_name[name]}
                if len(scripts) == 2 and ratio >= SAME_ACROSS_SCRIPTS and other not in aliases:
                    target = aliases.get(one, one)
                    aliases[other] = Name(
                        target.given[:1] + other.given[1:],
                        target.surname,
                        other.generation,
                        other.gender,
                    )
                elif ratio >= POSSIBLY_SAME:
                    doubts.append((one, other, "the names differ by a letter"))
    return aliases, doubts


def _consonants(surname: str) -> str:
    return surname[:1] + "".join(letter for letter in surname[1:] if letter not in "aeiouyAUT'")[:3]
