"""Lives: what accounts tell of the bearer of a name, and whether two of them can be one person.

Evidence is added up as log odds (Good 1950), so that every identity and every namesake can be explained
by the words it rests on.
"""

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from variorum.identify.folding import folded
from variorum.identify.names import parsed
from variorum.model.critique import Account
from variorum.model.edtf import bounds
from variorum.model.testimony import Mention, Relation, Statement

SAME_FULL_NAME = 3.0
"""Log odds that two bearers of one full name in one dossier are one, before anything is told of them:
accounts of the same events rarely hold namesakes. Of 3,365 such pairs within a topic of ECB+ 20 are
two people (5.1); less here, since a dossier may hold other times and families."""

BORN_APART, BORN_NEAR = -4.0, 1.5
DIED_APART, DIED_NEAR = -4.0, 1.5
DEAD_BEFORE = -6.0
OTHER_OCCUPATION, SAME_OCCUPATION = -2.5, 1.0
OTHER_STATION = -3.5
OTHER_KIN, SAME_KIN = -2.5, 1.5
SIGNED = -5.0
OTHER_WORLD, SAME_WORLD = -1.0, 0.5
OTHER_AGE = -1.5
"""Log odds of each piece of evidence, set by hand on invented cases: a wrong age or date is common in
testimony, so neither alone outweighs a full name unless it is a lifetime."""

SLIP = 10
"""Years between a deed and a later birth, or two deaths, that may be one witness's mistake about one
person."""

DEEDS = frozenset((
    "arrived", "left", "returned", "went", "married", "met", "appointed", "arrested", "captured",
    "wounded", "rescued", "joined", "commanded", "received", "founded", "built", "published",
    "elected", "signed", "landed", "retired", "took", "take", "led", "lead", "attacked", "won",
))  # fmt: skip
"""Relations of what only the living do."""

GENERATION = 20
"""Years between two dates of birth from which they are no mistake about one person."""
LIFETIME = 60
"""Years between accounts from which they speak of different times."""
COMPANY = 4
"""Names an account needs before it tells in what company a person stands."""

_OCCUPATIONS = """dentist стоматолог| miller мельник| doctor physician врач доктор| surgeon хирург|
nurse медсестра| teacher schoolmaster учитель учительница| professor профессор|
lawyer solicitor barrister адвокат юрист| judge судья| priest pastor vicar
священник| rabbi| monk монах| baker пекарь| butcher мясник| brewer| carpenter joiner
плотник столяр| mason каменщик| blacksmith smith кузнец| farmer крестьянин|
fisherman рыбак| shepherd пастух| weaver ткач| tailor портной| dyer красильщик|
cobbler shoemaker сапожник| watchmaker clockmaker часовщик| merchant купец| grocer|
innkeeper| banker банкир| accountant бухгалтер| engineer инженер| mechanic механик|
electrician электрик| plumber| painter художник| sculptor скульптор| composer
композитор| musician музыкант| singer певец певица| actor actress актёр актриса|
poet поэт| novelist writer писатель| journalist reporter журналист| editor редактор|
printer| photographer фотограф| architect архитектор| chemist химик| pharmacist
аптекарь| biologist биолог| physicist физик| mathematician математик| programmer
программист| footballer футболист| boxer боксёр| cyclist| sailor матрос моряк| pilot
пилот лётчик| navigator штурман| driver шофёр водитель| conductor кондуктор| stoker
кочегар| miner шахтёр| porter| gardener садовник| cook повар| butler| maid
горничная| midwife акушерка| veterinarian ветеринар| optician| hairdresser barber
парикмахер| realtor| watchman сторож|
keeper lock-keeper смотритель"""
"""Work that one does for life more often than not, in two languages; ranks and offices change and tell
nobody apart. Words of one occupation stand together."""
_WORK = {folded(word): line.split()[0] for line in _OCCUPATIONS.split("|") for word in line.split()}

TRADES = frozenset((
    "miller", "monk", "baker", "butcher", "brewer", "carpenter", "mason", "blacksmith", "farmer",
    "fisherman", "shepherd", "weaver", "tailor", "dyer", "cobbler", "watchmaker", "grocer", "plumber",
    "sailor", "stoker", "miner", "porter", "gardener", "cook", "butler", "maid", "midwife",
    "hairdresser", "watchman", "keeper",
))  # fmt: skip
"""Work of the hands, by the first word of each occupation: whoever has one seldom has another too."""
_COMMANDING = "general colonel admiral marshal commodore генерал полковник адмирал маршал"
COMMANDERS = frozenset(map(folded, _COMMANDING.split()))
"""Ranks that hardly anybody has who has a trade, folded."""

_PARENTS = frozenset(("father", "mother", "husband", "wife"))
"""Kin of whom one has one, as far as a name goes."""


@dataclass(slots=True)
class Life:
    """What one account tells of the bearer of a name. ``born``, ``died`` and ``active`` are first
    and last years."""

    account: str
    name: str = ""
    born: list[tuple[int, int]] = field(default_factory=list)
    died: list[tuple[int, int]] = field(default_factory=list)
    active: list[tuple[int, int]] = field(default_factory=list)
    occupations: set[str] = field(default_factory=set)
    commands: set[str] = field(default_factory=set)
    kin: dict[str, set[str]] = field(default_factory=dict)
    company: Set[str] = frozenset()  # all names of the account, in common for all its lives
    signed: bool = False
    years: set[int] = field(default_factory=set)  # of the accounts


@dataclass(frozen=True, slots=True)
class Weighed:
    """Log odds that two lives are one person's, and in plain words what speaks for it and against."""

    odds: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def chance(self) -> float:
        """The odds as a probability."""
        return 1 / (1 + math.exp(-self.odds))


def weigh(a: Life, b: Life) -> Weighed:
    """Whether two bearers of one full name in different accounts are one person."""
    odds, reasons, against = SAME_FULL_NAME, ["the same full name"], list[str]()

    def tell(weight: float, why: str) -> None:
        nonlocal odds
        odds += weight
        (reasons if weight > 0 else against).append(why)

    if a.born and b.born:
        years = min(gap(x, y) for x in a.born for y in b.born)
        if years > GENERATION:
            tell(BORN_APART, f"born {years} years apart")
        elif years == 0:
            tell(BORN_NEAR, "born in the same year")
        else:
            tell(OTHER_AGE, f"born {years} years apart")
    for one, other in ((a, b), (b, a)):
        if one.died and other.born and max(d[1] for d in one.died) < min(x[0] for x in other.born):
            tell(DEAD_BEFORE, "one was dead before the other was born")
        early = min((a[1] for a in one.active), default=None)
        if early is not None and other.born and min(b[0] for b in other.born) - early > SLIP:
            tell(DEAD_BEFORE, f"one did something in {early}, before the other was born")
        elif one.years and other.born and min(b[0] for b in other.born) - min(one.years) > SLIP:
            tell(DEAD_BEFORE, f"one was told of in {min(one.years)}, before the other was born")
        late = max((a[0] for a in one.active), default=None)
        if late is not None and other.died and late - max(d[1] for d in other.died) > SLIP:
            tell(DEAD_BEFORE, f"one did something in {late}, after the other had died")
    if a.died and b.died:
        years = min(gap(x, y) for x in a.died for y in b.died)
        if years > SLIP:
            tell(DIED_APART, f"died {years} years apart")
        elif years == 0:
            tell(DIED_NEAR, "died in the same year")
    work = a.occupations, b.occupations
    if work[0] & work[1]:
        shared = ", ".join(sorted(work[0] & work[1]))
        tell(SAME_OCCUPATION, f"both called {shared}")
    elif work[0] and work[1]:
        tell(OTHER_OCCUPATION, f"one a {min(work[0])}, the other a {min(work[1])}")
    for one, other in ((a, b), (b, a)):
        trades = one.occupations & TRADES
        if trades and other.commands and not (other.occupations & TRADES or one.commands):
            tell(OTHER_STATION, f"one a {min(trades)}, the other a {min(other.commands)}")
    for relation in sorted(a.kin.keys() & b.kin.keys() & _PARENTS):
        mine, yours = a.kin[relation], b.kin[relation]
        if any(x.split()[0] == y.split()[0] or x in y or y in x for x in mine for y in yours):
            tell(SAME_KIN, f"the same {relation}")
        else:
            tell(OTHER_KIN, f"another {relation}: {min(mine)}, {min(yours)}")
    if a.signed != b.signed:
        tell(SIGNED, "one signs a reader’s comment")
    own = {*a.name.split(), *b.name.split()}
    common = {name for name in a.company & b.company if not own & set(name.split())}
    if common:
        tell(SAME_WORLD, f"both stand beside {min(common)}")
    elif min(len(a.company), len(b.company)) >= COMPANY:
        tell(OTHER_WORLD, "their accounts share no other name")
    if a.years and b.years and not common:
        years = min(abs(x - y) for x in a.years for y in b.years)
        if years > LIFETIME:
            tell(OTHER_WORLD, f"their accounts are {years} years apart")
    return Weighed(odds, tuple(reasons), tuple(against))


def together(told: Sequence[Life]) -> Life:
    """What several accounts tell of one person; signed only where all are."""
    whole = Life("", told[0].name, signed=all(life.signed for life in told))
    company: set[str] = set()
    for life in told:
        whole.born += life.born
        whole.died += life.died
        whole.active += life.active
        whole.occupations |= life.occupations
        whole.commands |= life.commands
        whole.years |= life.years
        company |= life.company
        for relation, names in life.kin.items():
            whole.kin.setdefault(relation, set()).update(names)
    whole.company = company
    return whole


def lives(
    mentions: Mapping[str, Sequence[tuple[str, Mention]]],
    accounts: Iterable[Account],
    relations: Iterable[Relation],
    statements: Iterable[Statement],
    company: Mapping[str, Set[str]],
) -> dict[tuple[str, str], Life]:
    """The life that each account (by id) tells of each full name (a key of the caller's).

    ``mentions`` are by that key, with their ids; ``company`` the folded names in each account. Linear.
    """
    of: dict[str, tuple[str, str]] = {}
    found: dict[tuple[str, str], Life] = {}
    known = {account.id: account for account in accounts}
    words: dict[str, str] = {}
    for key, rows in mentions.items():
        for identity, mention in rows:
            of[identity] = key, mention.account
            words[identity] = folded(mention.form)
            life = found.get((key, mention.account))
            if life is None:
                life = found[key, mention.account] = _begun(
                    key, known.get(mention.account), company
                )
            said = [folded(word) for title in mention.titles for word in title.split()]
            life.occupations |= occupations([*mention.titles, *said])
            life.commands |= COMMANDERS.intersection(said)
    for row in statements:
        life = found.get(of.get(row.subject, ("", "")))
        if life is not None and row.polarity == "positive" and row.modality in ("asserted", ""):
            _tell(life, row)
    for told in relations:
        name = of.get(told.subject)
        if name is not None and words.get(told.object):
            found[name].kin.setdefault(told.relation, set()).add(words[told.object])
    return found


def _begun(key: str, account: Account | None, company: Mapping[str, Set[str]]) -> Life:
    if account is None:
        return Life("")
    life = Life(account.id, key, company=company.get(account.id, frozenset()))
    life.signed = account.kind in ("comment", "post") and same_words(key, account.author)
    first = bounds(account.date) if account.date else None
    life.years = {first[0].year} if first else set()
    return life


def same_words(key: str, author: str) -> bool:
    """Whether an author's name is that of a key (given name and surname)."""
    name = parsed(author) if author else None
    return name is not None and bool(name.given) and key == f"{name.given[0]} {name.surname}"


def _tell(life: Life, row: Statement) -> None:
    if row.relation in ("born", "died"):
        value = row.time or (row.value if row.value_type == "date" else "")
        years = bounds(value) if value else None
        if years:
            span = (years[0].year, years[1].year)
            (life.born if row.relation == "born" else life.died).append(span)
    elif row.relation in DEEDS and row.time:
        years = bounds(row.time)
        if years:
            life.active.append((years[0].year, years[1].year))
    elif row.relation == "age" and row.time and row.value.isdigit():
        years = bounds(row.time)
        if years and years[0].year == years[1].year:
            born = years[0].year - int(row.value)
            life.born.append((born - 1, born))
    elif row.relation == "role":
        life.occupations |= occupations(row.value.lower().split())


def occupations(words: Iterable[str]) -> set[str]:
    """The occupations that words name, each by its first word in the list above."""
    return {_WORK[word] for word in map(folded, words) if word in _WORK}


def gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Years between two spans of years; 0 where they meet."""
    return max(0, a[0] - b[1], b[0] - a[1])
