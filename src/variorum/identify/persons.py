"""Persons: which names, in which accounts, are one person's. Near-linear: by blocks of a surname."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from variorum.identify.bearers import (
    Bearing,
    Doubt,
    Person,
    Split,
    Splits,
    Strangers,
    no_splits,
    no_strangers,
    usual,
)
from variorum.identify.folding import folded
from variorum.identify.gathering import gathered, spellings
from variorum.identify.given import given_key, given_keys, is_known_given
from variorum.identify.names import (
    MRS,
    Name,
    fit,
    is_patronymic,
    is_woman,
    merged,
    one_gender,
    parsed,
    specificity,
)
from variorum.identify.spellings import one_spelling

MAX_BLOCK = 200
"""Persons of one surname compared with one name; beyond it only equal names are brought together."""

FITS_SEVERAL = 0.8
"""Chance that a name which fits several persons is one of theirs and not another's; in ECB+ ten of ten
were (benchmarks/identity.py), too few to say more."""


@dataclass(slots=True)
class _State:
    found: list[Person] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    weight: Mapping[Bearing, int] = field(default_factory=dict)
    apart: frozenset[tuple[Bearing, Bearing]] = frozenset()
    spellings: dict[Name, list[str]] = field(default_factory=dict)
    strangers: Strangers = no_strangers
    ranks: Mapping[Bearing, Set[str]] = field(default_factory=dict)


def persons(
    bearings: Mapping[Bearing, int],
    splits: Splits = no_splits,
    apart: frozenset[tuple[Bearing, Bearing]] = frozenset(),
    aliases: Sequence[tuple[Bearing, str, str]] = (),
    strangers: Strangers = no_strangers,
    ranks: Mapping[Bearing, Set[str]] | None = None,
) -> tuple[list[Person], list[Doubt]]:
    """Bring bearings, with how often each is written, together into persons, the fullest names first.

    A name joins the only person it fits in the dossier; where it fits several, the only one of them
    who is named in its account, or the one much more often named than the others; where that leaves
    several or none, it stays apart and a doubt says so. ``splits`` tells namesakes, ``apart`` whom
    the text calls kin of each other, ``aliases`` another name of a bearing and who says so,
    ``strangers`` whose lives do not fit each other, ``ranks`` by which titles a bearing is called.
    """
    by_name, forms = gathered(bearings)
    spelt, why, near = one_spelling(by_name, forms)
    state = _State(weight=bearings, apart=apart, strangers=strangers, ranks=ranks or {})
    state.spellings = {name: spellings(forms[name]) for name in by_name if len(forms[name]) > 1}
    _stated(aliases, by_name, spelt, why)
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name in by_name:
        blocks[spelt.get(name, name).surname].append(name)

    home: dict[Name, int] = {}
    single: list[Name] = [name for name in blocks.pop("", []) if name.given]
    nameless = [name for name in by_name if not name.given and not name.surname]
    for surname in sorted(blocks):
        names = sorted(
            blocks[surname], key=lambda n: (*(-x for x in specificity(spelt.get(n) or n)), str(n))
        )
        block: list[int] = []
        for name in names:
            meant = spelt.get(name, name)
            if not meant.given and not any(state.found[i].name.given for i in block):
                single.append(name)  # perhaps a given name: when all surnames are known
                continue
            rest, namesakes = _without_namesakes(meant, by_name[name], state, block, splits)
            rest, strange = _without_strangers(meant, rest, state, block)
            if rest:
                home[name] = _settle(meant, rest, state, block, why.get(name, ""))
            if strange:
                _settle(meant, strange, state, block, why.get(name, ""))
            for index, split in namesakes:
                reason = "the same full name, but " + "; ".join(split.against)
                if name in home:
                    known = state.found[home[name]]
                    known.against |= dict.fromkeys(state.found[index].against)
                    state.doubts.append(Doubt((home[name], index), reason, split.chance))
    _settle_single_words(sorted(single, key=str), by_name, spelt, state, why, home)
    for name in sorted(nameless, key=str):
        state.found.append(Person(name, list(by_name[name])))
    for name, others in state.spellings.items():
        for form in others if name in home else ():
            _because(state.found[home[name]], form, "another spelling of the same name")
    for pair in near:
        one, other = home.get(pair.one, -1), home.get(pair.other, -1)
        if min(one, other) >= 0 and one != other:
            state.doubts.append(Doubt(tuple(sorted((one, other))), pair.why, pair.chance))
    return state.found, state.doubts


def _stated(
    aliases: Sequence[tuple[Bearing, str, str]],
    by_name: Mapping[Name, list[Bearing]],
    spelt: dict[Name, Name],
    why: dict[Name, str],
) -> None:
    """Other names that the text says a bearing has: whoever bears them fully is the same person."""
    bearers: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(by_name, key=str) if aliases else ():
        bearers[name.surname].append(name)
    # full names first: whether a surname alone is another's shows when they are known
    for bearing, form, reason in sorted(aliases, key=lambda row: (-len(row[1].split()), row)):
        name, other = parsed(bearing[1], bearing[2]), parsed(form, bearing[2])
        borne = [n for n in bearers[other.surname] if n.given]
        if not other.given and any(spelt.get(n, n).surname == other.surname for n in borne):
            continue  # others are called so too
        known = [n for n in bearers[other.surname] if _same_name(n, other)]
        target = spelt.get(name, name)
        for same in known:
            if same not in spelt and same != target and target.surname:
                spelt[same] = target
                why[same] = reason


def _same_name(a: Name, b: Name) -> bool:
    return a.surname == b.surname and a.given[:1] == b.given[:1] and bool(a.given or not b.given)


def _without_namesakes(
    name: Name, where: list[Bearing], state: _State, block: list[int], splits: Splits
) -> tuple[list[Bearing], list[tuple[int, Split]]]:
    """The bearings without those of namesakes, who become persons of their own."""
    rest, namesakes = list(where), []
    for split in splits(name, where) if name.given else ():
        block.append(len(state.found))
        namesakes.append((len(state.found), split))
        against = dict.fromkeys(f"not another of the name: {why}" for why in split.against)
        account = min(split.bearings)[0]
        state.found.append(Person(name, list(split.bearings), {}, against, account, True))
        rest = [bearing for bearing in rest if bearing not in split.bearings]
    return rest, namesakes


def _without_strangers(
    name: Name, where: list[Bearing], state: _State, block: list[int]
) -> tuple[list[Bearing], list[Bearing]]:
    """The bearings without those of accounts that tell of another life than that of the only person
    whom the name, in another spelling, fits; none where all do."""
    fitting = [i for i in block[:MAX_BLOCK] if fit(state.found[i].name, name)]
    by_account: dict[str, list[Bearing]] = defaultdict(list)
    for bearing in where:
        by_account[bearing[0]].append(bearing)
    if not name.given or len(fitting) != 1 or len(by_account) < 2:
        return where, []
    known = state.found[fitting[0]].bearings
    strange = {a for a, mine in by_account.items() if state.strangers(known, mine)}
    if len(strange) == len(by_account):
        return where, []
    rest = [bearing for bearing in where if bearing[0] not in strange]
    return rest, [bearing for bearing in where if bearing[0] in strange]


def _settle(
    name: Name, where: list[Bearing], state: _State, block: list[int], why: str = ""
) -> int:
    found = state.found
    fitting = [
        i
        for i in block[:MAX_BLOCK]
        if fit(found[i].name, name)
        and not _kin(found[i], where, state.apart)
        and not (name.given and state.strangers(found[i].bearings, where))
    ]
    if name.gender == MRS and not name.given:
        fitting = [i for i in fitting if _is_mrs(found, i, block)]
    # a namesake draws no name but those of the account that tells of them
    drawn = [i for i in fitting if not found[i].namesake]
    if not fitting or (not drawn and name.given):
        block.append(len(found))
        found.append(Person(name, list(where)))
        return len(found) - 1
    if len(fitting) == 1 or (len(drawn) == 1 and name.given and not _here(found, fitting, where)):
        target = (drawn or fitting)[0]
        _join(
            found[target], name, where, why or "the only person in the dossier whom the name fits"
        )
        return target
    return _settle_by_account(name, where, state, fitting, why)


def _is_mrs(found: Sequence[Person], index: int, block: Sequence[int]) -> bool:
    """Whether "Mrs. Petrov" is this woman, and not a Petrov's wife: she is called Mrs. with her given
    name, or no man of the surname is named."""
    names = [found[i].name for i in block]
    man = any(n.gender == "m" or (n.given and not is_woman(n.gender)) for n in names)
    return found[index].name.gender == MRS or not man


def _here(found: Sequence[Person], fitting: Sequence[int], where: Sequence[Bearing]) -> bool:
    """Whether a namesake is named in one of these accounts."""
    accounts = {bearing[0] for bearing in where}
    return any(b[0] in accounts for i in fitting if found[i].namesake for b in found[i].bearings)


def _kin(
    person: Person, where: Sequence[Bearing], apart: frozenset[tuple[Bearing, Bearing]]
) -> bool:
    return bool(apart) and any(
        (a, b) in apart or (b, a) in apart for a in where for b in person.bearings
    )


def _settle_by_account(
    name: Name, where: list[Bearing], state: _State, fitting: list[int], why: str
) -> int:
    found = state.found
    by_account: dict[str, list[Bearing]] = defaultdict(list)
    for bearing in where:
        by_account[bearing[0]].append(bearing)
    present: dict[int, set[str]] = {}
    counts: dict[int, int] = {}
    for i in fitting:
        present[i] = {account for account, _, _ in found[i].bearings}
        counts[i] = sum(state.weight.get(bearing, 1) for bearing in found[i].bearings)
    ranked = {} if name.given else _of_rank(found, fitting, where, state.ranks)
    usually = usual(name, [i for i in fitting if not found[i].namesake] or fitting, found, counts)
    apart: list[tuple[str, list[Bearing]]] = []
    home = fitting[0]
    for account, bearings in sorted(by_account.items()):
        here = [i for i in fitting if account in present[i]]
        if account in ranked:
            home, title = ranked[account]
            _join(found[home], name, bearings, f"the only one of the surname who is called {title}")
        elif len(here) == 1:
            home = here[0]
            _join(found[home], name, bearings, why or "the only person in its account whom it fits")
        elif usually is not None and (not here or usually[0] in here):
            home = usually[0]
            _join(found[home], name, bearings, usually[1])
        else:
            apart.append((account, bearings))
    if apart:
        new = tuple(range(len(found), len(found) + len(apart)))
        why = "the name fits several persons"
        state.doubts.append(Doubt(tuple(fitting), why, FITS_SEVERAL, new))
    for account, bearings in apart:
        # not put into the block: a name that is ambiguous itself must not attract others
        home = len(found)
        others = ", ".join(dict.fromkeys(f"“{found[i].bearings[0][1]}”" for i in fitting[:3]))
        against = {f"the name fits several: {others}": None}
        found.append(Person(name, bearings, against=against, account=account))
    return home


def _of_rank(
    found: Sequence[Person],
    fitting: Sequence[int],
    where: Sequence[Bearing],
    ranks: Mapping[Bearing, Set[str]],
) -> dict[str, tuple[int, str]]:
    """By account whom a surname with a title means: the only one of the name who bears it anywhere."""
    borne = {i: {title for b in found[i].bearings for title in ranks.get(b, ())} for i in fitting}
    meant = {}
    for bearing in where:
        for title in sorted(ranks.get(bearing, ())):
            bearers = [i for i in fitting if title in borne[i]]
            if len(bearers) == 1:
                meant[bearing[0]] = bearers[0], title
    return meant


def _settle_single_words(
    single: list[Name],
    by_name: Mapping[Name, list[Bearing]],
    spelt: Mapping[Name, Name],
    state: _State,
    why: Mapping[Name, str],
    home: dict[Name, int],
) -> None:
    """Names without a surname, or of one word that is nobody's surname: a given name where one person
    here has it, a pet form too; with a patronymic, of the only such person in the dossier."""
    found = state.found
    by_given: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, person in enumerate(found):
        if person.name.given and not person.name.given[0].endswith("."):
            accounts = sorted({account for account, _, _ in person.bearings})
            for key in sorted(given_keys(person.name.given[0])):
                for account in ["", *accounts]:
                    by_given[account, key].append(index)
    blocks: dict[str, list[int]] = defaultdict(list)
    for name in single:
        meant = spelt.get(name, name)
        word = meant.given[0] if meant.given else _written(by_name[name][0])
        keys = sorted(given_keys(word))
        rest: list[Bearing] = []
        for bearing in by_name[name]:
            here = sorted({i for key in keys for i in by_given.get((bearing[0], key), ())})
            bearers = [i for i in here if _fits_given(found[i].name, meant)]
            with_patronymic = len(meant.given) > 1
            everywhere = not here and (with_patronymic or not is_known_given(word))
            if everywhere:
                there = sorted({i for key in keys for i in by_given.get(("", key), ())})
                bearers = [i for i in there if _fits_given(found[i].name, meant, with_patronymic)]
            if len(bearers) == 1 and not _kin(found[bearers[0]], [bearing], state.apart):
                person = found[bearers[0]]
                person.bearings.append(bearing)
                where = "the dossier" if everywhere else "its account"
                _because(person, bearing[1], f"the only person of this given name in {where}")
            else:
                rest.append(bearing)
        if rest:
            key = meant.surname or " ".join(map(given_key, meant.given))
            home[name] = _settle(meant, rest, state, blocks[key], why.get(name, ""))


def _written(bearing: Bearing) -> str:
    return folded(bearing[1]) or bearing[1]


def _fits_given(person: Name, name: Name, patronymic: bool = False) -> bool:
    """Whether a name of given names alone fits; with ``patronymic`` only where both have the same."""
    if not one_gender(name.gender, person.gender):
        return False
    mine = [g for g in person.given[1:] if is_patronymic(g)]
    yours = [g for g in name.given[1:] if is_patronymic(g)]
    if mine and yours:
        return given_key(mine[0]) == given_key(yours[0])
    return not patronymic


def _join(person: Person, name: Name, where: list[Bearing], why: str) -> None:
    known = {form for _, form, _ in person.bearings}
    for form in sorted({form for _, form, _ in where} - known):
        same = name.given == person.name.given and why.startswith("the only")
        _because(person, form, "another spelling of the same name" if same else why)
    person.bearings.extend(where)
    person.name = merged(person.name, name)


def _because(person: Person, form: str, why: str) -> None:
    person.reasons[f"“{form}”: {why}"] = None
