"""Types: what a name means, decided over the whole dossier from all its mentions.

Reading decides within an account and leaves its cues; here the cues of all accounts meet, with what
only the dossier shows: who is kin to whom, of whom it is told that they were born or how old they
were, which full names hold the name, and how large a place the gazetteer knows by it. One account's
mentions may still differ from another's: Victoria of one article is a queen, of the next a city.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.identify.folding import folded
from variorum.identify.gazetteer import Gazetteer
from variorum.model.testimony import Mention, Relation, Statement, mention_id
from variorum.read.names.cues import KINDS, LOCAL, NOTHING, is_label, own, scores, share
from variorum.read.vocabulary import AGE_RELATION, BORN, DIED

Key = tuple[str, str, str, str]
"""Mentions that are identified together: account, form, type read, gender."""

AS_READ = 1.0
"""Weight of what reading decided, for mentions that no cue stands beside."""

ACCOUNT = 2.0
"""How much more the words beside a name in its own account weigh than the dossier's: a name seldom
means two things in one account. The models' labels are no words of the account. Set on LitBank."""

TOWN = 4.0
"""Decimal logarithm of the population from which a place of that name speaks for a place: nearly every
surname is a village's name too."""

GAZETTEER = 1.0
"""Weight of each power of ten of population beyond ``TOWN``; it tips names that little else tells."""

SURELY = 8.0
"""Score from which a name of the dossier is a person's, whatever article an account sets before it."""
_ARTICLE = frozenset(("article",))
CITY, UNTOLD = 100_000, 1.5
"""People a city has of which the texts tell nothing more than a model's label, and its weight then."""

_LIVED = frozenset((BORN, DIED, AGE_RELATION, "married", "buried", "retired", "arrested"))
"""Relations whose subject is a person."""


def types(
    groups: Mapping[Key, Sequence[Mention]],
    relations: Iterable[Relation] = (),
    statements: Iterable[Statement] = (),
    gazetteer: Gazetteer | None = None,
) -> dict[Key, str]:
    """The type of each group of mentions. Linear in the mentions; no order of theirs matters."""
    lives = _told(relations, statements)
    dossier: dict[str, Counter[str]] = defaultdict(Counter)
    accounts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    read: dict[str, Counter[str]] = defaultdict(Counter)
    for (account, form, kind, _), group in groups.items():
        name = folded(form)
        cues = Counter(cue for mention in group for cue in mention.cues)
        cues.update(cue for mention in group for cue in lives.get(_id(mention), ()))
        dossier[name] += cues
        accounts[account, name] += Counter({c: n for c, n in cues.items() if not is_label(c)})
        plain = sum(not mention.cues for mention in group)
        read[name][kind] += plain
        read[f"{account}\n{name}"][kind] += plain
    share(dossier)
    by_name = {name: _scored(ballot, read[name]) for name, ballot in dossier.items()}
    for name, total in by_name.items():
        if gazetteer is not None and total["place"] < total.total():
            known = gazetteer.known(name)
            total["place"] += max(0.0, GAZETTEER * (math.log10(max(1, known)) - TOWN))  # type: ignore[assignment]
            labels = all(is_label(cue) or cue == "article" for cue in dossier[name])
            if labels and known >= CITY and not name.isupper():
                total["place"] += UNTOLD  # type: ignore[assignment]
    by_account = {
        (account, name): _scored(ballot, read[f"{account}\n{name}"], AS_READ / ACCOUNT)
        for (account, name), ballot in accounts.items()
    }
    return {
        key: _decided(key, group, by_name[folded(key[1])], by_account[key[0], folded(key[1])])
        for key, group in groups.items()
    }


def _decided(
    key: Key, group: Sequence[Mention], name: Mapping[str, float], account: Mapping[str, float]
) -> str:
    kind = key[2]
    cues = {cue for mention in group for cue in mention.cues}
    beside = own(cues)
    if name.get("person", 0.0) >= SURELY and not own(cues - _ARTICLE):
        account, beside = {}, Counter()  # "the Voronov in the photo" is the one whom all know
    several = len(folded(key[1]).split()) > 1
    here, local = (0.0, 0.0) if several else (ACCOUNT, LOCAL)  # several words name one thing
    total = {k: name.get(k, 0.0) + here * account.get(k, 0.0) + local * beside[k] for k in KINDS}
    best = max(KINDS, key=lambda k: total[k])
    return best if kind == NOTHING or total[best] > total.get(kind, 0.0) else kind


def _scored(ballot: Counter[str], read: Counter[str], weight: float = AS_READ) -> Counter[str]:
    """What counted cues and the types that reading gave say together."""
    total = scores(ballot)
    for kind, count in read.items():
        total[kind] += weight * math.log2(1 + count)  # type: ignore[assignment]
    return total


def _told(relations: Iterable[Relation], statements: Iterable[Statement]) -> dict[str, set[str]]:
    """The cues that relations and statements give to mention ids."""
    told: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        told[relation.subject].add("kinship")
        told[relation.object].add("kinship")
    for statement in statements:
        if statement.relation in _LIVED:
            told[statement.subject].add("life")
    return told


def _id(mention: Mention) -> str:
    return mention.entity or mention_id(mention.passage, mention.type)
