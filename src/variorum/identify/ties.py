"""Ties: what stated relations say of names themselves: two names of one person, one name of two."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from variorum.identify.bearers import Bearing, Split, Splits, Strangers
from variorum.identify.folding import folded
from variorum.identify.given import given_keys
from variorum.identify.lives import Life, Weighed, together, weigh
from variorum.identify.names import ADDRESS, gender_of, parsed
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, Relation, mention_id

MAIDEN_NAME, MARRIED_NAME, ALSO_CALLED = "maiden name", "married name", "also called"
SAME_PERSON = frozenset((MAIDEN_NAME, MARRIED_NAME, ALSO_CALLED))
"""Relations between two mentions of one person, as reading writes them."""

_ELDERS = (
    "father mother grandfather grandmother uncle aunt great-grandfather great-uncle great-aunt"
)
_ELDER = frozenset(_ELDERS.split())
"""Relations whose object is the elder: of two who share a name the other is then told apart."""

MOST_COMPARED = 8
"""Accounts of one person that another's is weighed against."""

TWO_BEAR_IT = 1.0
"""Log odds needed where the text says that two people bear a name; set by hand on invented cases."""


@dataclass(frozen=True, slots=True)
class Ties:
    """``same``: mention ids to the mention whose person they mean, and why; ``aliases``: a bearing, its
    other name, why; ``apart``: bearings of two people; ``namesakes``: mentions of the younger of two kin
    of one name, with a key and why."""

    same: Mapping[str, tuple[str, str]]
    aliases: tuple[tuple[Bearing, str, str], ...]
    apart: frozenset[tuple[Bearing, Bearing]]
    namesakes: Mapping[Passage, tuple[str, str]]


def id_of(mention: Mention) -> str:
    """The id that a name's mention carries until it is identified."""
    return mention.entity or mention_id(mention.passage, mention.type)


def form_of(mention: Mention) -> str:
    """The base form of a mention, or its words where reading gave none."""
    return mention.form or mention.passage.quote


def bearing_of(mention: Mention) -> Bearing:
    """Who bears the name where."""
    gender = gender_of(mention.titles) if mention.titles else ""
    return mention.account, form_of(mention), gender


def ties(mentions: Iterable[Mention], relations: Iterable[Relation]) -> Ties:
    """What the relations between persons' names say of these names. Linear."""
    mentions = list(mentions)
    borne = Counter((m.account, _key(m)) for m in mentions if m.type == "person")
    rows = [row for row in relations if row.subject != row.object]
    wanted = {end for row in rows for end in (row.subject, row.object)}
    known = {id_of(m): m for m in mentions if m.type == "person" and id_of(m) in wanted}
    same: dict[str, tuple[str, str]] = {}
    aliases: set[tuple[Bearing, str, str]] = set()
    apart: set[tuple[Bearing, Bearing]] = set()
    namesakes: dict[Passage, tuple[str, str]] = {}
    for row in sorted(rows, key=lambda row: (row.passage, row.relation)):
        one, other = known.get(row.subject), known.get(row.object)
        if one is None or other is None:
            continue
        mine, yours = bearing_of(one), bearing_of(other)
        if row.relation in SAME_PERSON:
            why = f"the text gives “{form_of(other)}” as {_of(row.relation)} of “{form_of(one)}”"
            # "born Y and became Z" goes back to whose other name Y is
            first = _first(one, same, known)
            mine = bearing_of(first)
            if first != other:
                same.setdefault(id_of(other), (id_of(first), why))
            aliases.add((mine, _full(one, other, row.relation), why))
            if row.relation == ALSO_CALLED:
                # who is called so is mostly called by the surname of it alone
                aliases.add((mine, form_of(other).split()[-1], why))
        elif mine != yours and (kinsman := _namesake(one, other, borne)):
            kin = "a kinsman of the same name"
            namesakes[kinsman.passage] = _key(kinsman), f"the text tells of {kin}"
        elif mine != yours and not _without_surname(mine, yours):
            apart.add((mine, yours))
        elif parsed(form_of(one)).given:
            # "his son Lev Petrov": of the two mentions the son's is known, no other is
            kinsman = one if row.relation in _ELDER else other
            kin = "a kinsman of the same name"
            namesakes[kinsman.passage] = _key(kinsman), f"the text tells of {kin}"
    return Ties(same, tuple(sorted(aliases)), frozenset(apart), namesakes)


def _namesake(one: Mention, other: Mention, borne: Mapping[tuple[str, str], int]) -> Mention | None:
    """Of "Arden's cousin, also Thomas Arden" the cousin, where Thomas Arden is named before."""
    for full, alone in ((one, other), (other, one)):
        a, b = parsed(form_of(full)), parsed(form_of(alone))
        again = borne[full.account, _key(full)] > 1
        if a.given and not b.given and a.surname == b.surname and again:
            later = full.passage > alone.passage
            return full if later and full.passage.start - alone.passage.end < NEAR else None
    return None


NEAR = 40
"""Characters between a surname and the full name of a kinsman who shares it."""


def _first(
    mention: Mention, same: Mapping[str, tuple[str, str]], known: Mapping[str, Mention]
) -> Mention:
    """Whose other name a name is; itself if it is nobody's."""
    seen = {id_of(mention)}
    while id_of(mention) in same and same[id_of(mention)][0] not in seen:
        mention = known[same[id_of(mention)][0]]
        seen.add(id_of(mention))
    return mention


def _without_surname(one: Bearing, other: Bearing) -> bool:
    """Whether "Vasily Petrovich" is told of a kinsman who is called Vasily Orlenko: the surname may be
    that of both, so only the one mention is known to be the other's."""
    a, b = parsed(one[1]), parsed(other[1])
    if not a.given or not b.given or bool(a.surname) == bool(b.surname):
        return False
    return bool(given_keys(a.given[0]) & given_keys(b.given[0]))


def _full(one: Mention, other: Mention, relation: str) -> str:
    """The other name in full: with a maiden name alone goes the given name."""
    form, given = form_of(other), form_of(one).split()[:-1]
    alone = relation != ALSO_CALLED and len(form.split()) == 1
    return " ".join([*given[:1], form]) if alone else form


def _of(relation: str) -> str:
    return "another name" if relation == ALSO_CALLED else f"the {relation}"


def _key(mention: Mention) -> str:
    name = parsed(form_of(mention))
    return f"{name.given[0]} {name.surname}" if name.given else name.surname


def authors(accounts: Iterable[Account]) -> list[Bearing]:
    """The accounts' authors by their full names: whom a bare surname elsewhere may mean."""
    found = []
    for account in accounts:
        for author in account.author.replace(" and ", ", ").split(", "):
            words = author.split()
            while words and folded(words[0]).rstrip(".") in ADDRESS:
                words = words[1:]
            if 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words):
                found.append((account.id, " ".join(words), ""))
    return found


def full_name_key(form: str) -> str:
    """Given name and surname of a full name, for ``lives``; "" where either is missing."""
    name = parsed(form)
    if not name.given or name.given[0].endswith(".") or not name.surname:
        return ""
    return f"{name.given[0]} {name.surname}"


def splitting(
    lives: Mapping[tuple[str, str], Life],
    counts: Mapping[Bearing, int],
    borne: Set[str] = frozenset(),
) -> Splits:
    """A function that tells the namesakes of a full name by what each account tells of its bearer."""

    def split(_: object, bearings: Sequence[Bearing]) -> Sequence[Split]:
        by_account: dict[str, list[Bearing]] = {}
        for bearing in bearings:
            by_account.setdefault(bearing[0], []).append(bearing)
        told = {
            account: life
            for account, mine in by_account.items()
            for life in [lives.get((full_name_key(mine[0][1]), account))]
            if life is not None and account
        }
        if len(told) < 2 or not any(map(_telling, told.values())):
            return ()
        often = {a: sum(counts.get(b, 0) for b in mine) for a, mine in by_account.items()}
        clusters: list[list[str]] = []
        certain = _certain(told, often)
        for account in sorted(told, key=lambda a: (told[a].signed, a not in certain, -often[a], a)):
            weighed = [_together(told, account, cluster) for cluster in clusters]
            least = TWO_BEAR_IT if full_name_key(by_account[account][0][1]) in borne else 0.0
            fitting = [i for i, w in enumerate(weighed) if w.odds > least]
            if fitting:
                clusters[max(fitting, key=lambda i: (weighed[i].odds, -i))].append(account)
            else:
                clusters.append([account])
        # the name is first of all his of whom most is told, but no reader's who signs with it
        first, *rest = sorted(
            clusters,
            key=lambda c: (all(told[a].signed for a in c), -sum(often[a] for a in c), sorted(c)),
        )
        main = together([told[account] for account in first[:MOST_COMPARED]])
        splits = []
        for cluster in rest:
            w = weigh(together([told[account] for account in cluster[:MOST_COMPARED]]), main)
            bearings = tuple(b for a in sorted(cluster) for b in by_account[a])
            splits.append(Split(bearings, w.against, w.chance))
        return splits

    return split


def strangers(lives: Mapping[tuple[str, str], Life]) -> Strangers:
    """A function that tells whether what is told of some bearings of a name and of others, in another
    spelling, cannot be one life."""

    def of(bearings: Sequence[Bearing]) -> list[Life]:
        keys = sorted({(full_name_key(form), account) for account, form, _ in bearings})
        told = [life for life in map(lives.get, keys) if life is not None and _telling(life)]
        return told[:MOST_COMPARED]

    def apart(some: Sequence[Bearing], others: Sequence[Bearing]) -> bool:
        mine, yours = of(some), of(others)
        return bool(mine and yours) and weigh(together(mine), together(yours)).odds <= 0

    return apart


def _certain(told: Mapping[str, Life], often: Mapping[str, int]) -> set[str]:
    """The accounts that cannot tell of one person with another that tells of a life: those that tell
    nothing of it fit many, and should not come between them."""
    tellers = sorted((a for a in told if _telling(told[a])), key=lambda a: (-often[a], a))
    found: set[str] = set()
    for teller in tellers[:MOST_COMPARED]:
        strange = {a for a in told if a != teller and weigh(told[a], told[teller]).odds <= 0}
        found |= {teller, *strange} if strange else strange
    return found


def _telling(life: Life) -> bool:
    told = life.born or life.died or life.active or life.occupations or life.commands or life.kin
    return bool(life.signed or told)


def _together(told: Mapping[str, Life], account: str, cluster: Sequence[str]) -> Weighed:
    """An account's life weighed against what the accounts of a cluster tell together."""
    return weigh(told[account], together([told[other] for other in cluster[:MOST_COMPARED]]))
