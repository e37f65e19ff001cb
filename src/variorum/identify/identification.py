"""The verb: mentions of all accounts in, entities and identities out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.identify.bearers import Bearing, Person
from variorum.identify.doubles import doubles
from variorum.identify.doubting import double_doubts, doubtful, other_doubts
from variorum.identify.folding import folded
from variorum.identify.gazetteer import Gazetteer
from variorum.identify.given import given_key, is_known_given, is_pet_form
from variorum.identify.lives import lives
from variorum.identify.names import MRS, parsed
from variorum.identify.namesakes import generations, namesakes
from variorum.identify.persons import persons
from variorum.identify.places import places
from variorum.identify.ties import (
    Ties,
    authors,
    bearing_of,
    form_of,
    full_name_key,
    id_of,
    splitting,
    strangers,
    ties,
)
from variorum.identify.types import types
from variorum.model.critique import Account
from variorum.model.findings import Finding
from variorum.model.ids import content_id
from variorum.model.passage import Passage
from variorum.model.testimony import Entity, Identity, Mention, Relation, Sentence, Statement
from variorum.read.vocabulary import ENGLISH_TITLES, SHORT_TITLES
from variorum.read.words import MILITARY_RANKS, OFFICES

MOST_REASONS = 8
"""Reasons an entity lists; the rest are counted."""

Key = tuple[str, str, str, str]
"""Mentions that are identified together: account, form, type, gender by their titles."""


@dataclass(frozen=True, slots=True)
class Identification:
    """Entities, what every mention id means, and who may be the same but was kept apart."""

    entities: tuple[Entity, ...]
    identities: tuple[Identity, ...]
    doubtful: tuple[Finding, ...]


def identify(
    mentions: Iterable[Mention],
    accounts: Iterable[Account],
    sentences: Iterable[Sentence] = (),
    relations: Iterable[Relation] = (),
    statements: Iterable[Statement] = (),
    gazetteer: Gazetteer | None = None,
) -> Identification:
    """Find out which mentions mean the same person, place, group, unit or work.

    Persons by their names in all spellings, scripts and orders (``persons``), by what ``relations`` say
    of names (``ties``) and by what ``statements`` tell of lives (``lives``); places by the
    ``gazetteer`` (``places``); everything else by the same words but for case, diacritics, hyphens and
    the scripts that are spelt in Latin. A name's type is decided by all its mentions (``types``). With
    ``sentences`` those whom the text itself calls another of the same name stay apart
    (``namesakes``). Mentions that are no names are left out: they carry the id of the name they stand
    for. Linear in the mentions but for the names within one surname, which are capped; no order of
    theirs matters, and mentions of no known account are identified like all others.
    """
    accounts = sorted(accounts, key=_place)
    order = {account.id: number for number, account in enumerate(accounts)}
    mentions = [mention for mention in mentions if mention.kind == "name"]
    sentences, relations, statements = list(sentences), list(relations), list(statements)
    mentions = generations(mentions, sentences)
    tied = ties(mentions, relations)
    apart = {
        **tied.namesakes,
        **namesakes(mentions, accounts, sentences, frozenset(tied.namesakes)),
    }
    second, pairs = doubles(mentions, statements, apart)
    apart |= second
    groups: dict[Key, list[Mention]] = defaultdict(list)
    others: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    typed: dict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.type == "person" and id_of(mention) in tied.same:
            continue
        account, form, gender = bearing_of(mention)
        key = account, form, mention.type, gender
        typed[key].append(mention)
        if mention.passage in apart and mention.type == "person":
            others[*apart[mention.passage], mention.account].append(mention)
        else:
            groups[key].append(mention)
    _with_kin_names(groups)
    decided = types(typed, relations, statements, gazetteer)
    meant: dict[Key, str] = {}
    entities: list[Entity] = []

    by_bearing: dict[Bearing, list[Key]] = defaultdict(list)
    by_words: dict[tuple[str, str], list[Key]] = defaultdict(list)
    by_place: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in groups:
        account, form, kind, gender = key
        kind = decided[key]
        if kind == "person":
            by_bearing[account, form, gender].append(key)
        elif kind == "place":
            by_place[account, form].append(key)
        else:
            by_words[kind, _plain(folded(form)) or form].append(key)

    often = {bearing: len(_of(keys, groups)) for bearing, keys in by_bearing.items()}
    told = lives(_full_names(by_bearing, groups), accounts, relations, statements, _company(groups))
    written = dict.fromkeys(authors(accounts), 0) | often
    found, doubts = persons(
        written,
        splitting(told, often, {name for name, _ in apart.values()}),
        tied.apart,
        tied.aliases,
        strangers(told),
        {bearing: _ranks(_of(keys, groups)) for bearing, keys in by_bearing.items()},
    )
    ids = _person_ids(found)
    for person, identity in zip(found, ids, strict=True):
        keys = [key for bearing in person.bearings for key in by_bearing.get(bearing, ())]
        if not keys:
            continue  # an author whom no account names
        meant.update(dict.fromkeys(keys, identity))
        counts = _counts(keys, groups)
        reasons = (*_equal_names(keys), *person.reasons)
        entity = _entity(identity, "person", counts, reasons)
        entities.append(replace(entity, against=tuple(person.against)[:MOST_REASONS]))
    for place in places(
        {bearing: _of(keys, groups) for bearing, keys in by_place.items()}, sentences, gazetteer
    ):
        keys = [key for bearing in place.bearings for key in by_place[bearing]]
        meant.update(dict.fromkeys(keys, place.id))
        reasons = (*_equal_names(keys), *place.reasons)
        entities.append(
            replace(
                _entity(place.id, "place", _counts(keys, groups), reasons),
                latitude=place.latitude,
                longitude=place.longitude,
                authority_ids=place.authority_ids,
                within=place.within,
                against=place.against,
            )
        )
    for (kind, words), keys in by_words.items():
        identity = content_id("e", kind, words)
        meant.update(dict.fromkeys(keys, identity))
        entities.append(_entity(identity, kind, _counts(keys, groups), _equal_names(keys)))

    other_ids: dict[str, str] = {}
    for (name, why, account), group in sorted(others.items()):
        forms = Counter(map(form_of, group))
        identity = content_id("e", "person", "namesake", name, account)
        other_ids |= {id_of(mention): identity for mention in group}
        entities.append(_entity(identity, "person", forms, (why,)))

    first: dict[str, Passage] = {}
    for key, group in sorted(groups.items(), key=lambda item: (order.get(item[0][0], -1), item[0])):
        first.setdefault(meant[key], min(mention.passage for mention in group))
    identities = {
        id_of(mention): meant[key] for key, group in groups.items() for mention in group
    } | other_ids
    entities = _with_stated_names(entities, identities, mentions, tied)
    names = {entity.id: entity.name for entity in entities}
    return Identification(
        tuple(sorted(entities, key=lambda entity: (entity.type, entity.name, entity.id))),
        tuple(Identity(mention, identities[mention]) for mention in sorted(identities)),
        (
            *doubtful(doubts, ids, names, first),
            *other_doubts(others, other_ids),
            *double_doubts(pairs, identities),
        ),
    )


def _full_names(
    by_bearing: Mapping[Bearing, Sequence[Key]], groups: Mapping[Key, list[Mention]]
) -> dict[str, list[tuple[str, Mention]]]:
    """The mentions of each full name, with their ids; a surname alone is of the one full name of its
    account that ends in it."""
    found: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for account, form, _ in by_bearing:
        name = full_name_key(form)
        if name:
            bearers[account, name.rpartition(" ")[2]].add(name)
    for (account, form, _), keys in sorted(by_bearing.items()):
        name = full_name_key(form)
        alone = bearers.get((account, parsed(form).surname), set()) if not name else set()
        if not name and len(alone) == 1:
            (name,) = alone
        if name:
            found[name] += [(id_of(mention), mention) for mention in _of(keys, groups)]
    return found


def _ranks(mentions: Iterable[Mention]) -> frozenset[str]:
    """The ranks and offices that stand with mentions, by their English names in full."""
    return frozenset(
        rank
        for mention in mentions
        for title in mention.titles
        for rank in [_rank(title)]
        if rank in MILITARY_RANKS or rank in OFFICES
    )


def _rank(title: str) -> str:
    words = title.lower().replace(".", "").split()
    last = words[-1] if words else ""
    return ENGLISH_TITLES.get(last, SHORT_TITLES.get(last, last))


def _with_kin_names(groups: dict[Key, list[Mention]]) -> None:
    """ "My sister Elena" is the Elena of her account: a given name alone, whose gender a word of kin
    tells, with the mentions of it that no such word stands before."""
    for key in sorted(groups):
        account, form, kind, gender = key
        plain = account, form, kind, ""
        alone = kind == "person" and len(form.split()) == 1 and is_known_given(folded(form))
        others = {"f", "m", "miss", MRS} - {gender}
        clash = any((account, form, kind, other) in groups for other in others)
        if gender in ("f", "m") and alone and plain in groups and not clash:
            groups[plain] += groups.pop(key)


def _company(groups: Iterable[Key]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for account, form, _, _ in groups:
        found[account].add(folded(form))
    return found


def _with_stated_names(
    entities: list[Entity], identities: dict[str, str], mentions: Iterable[Mention], tied: Ties
) -> list[Entity]:
    """Entities with the names the text gives beside their own; ``identities`` learns their mentions."""
    known = {id_of(mention): mention for mention in mentions if id_of(mention) in tied.same}
    added: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for identity in sorted(known):
        other, why = tied.same[identity]
        for _ in range(len(tied.same)):
            if other not in tied.same:
                break
            other = tied.same[other][0]
        entity = identities.get(other)
        if entity is None:
            entity = identities[other] = content_id("e", "person", form_of(known[identity]), other)
            entities.append(_entity(entity, "person", Counter([form_of(known[identity])]), (why,)))
        identities[identity] = entity
        added[entity].append((form_of(known[identity]), why))
    return [
        replace(
            entity,
            names=tuple(sorted({*entity.names, *(form for form, _ in added[entity.id])})),
            reasons=tuple(dict.fromkeys((*(why for _, why in added[entity.id]), *entity.reasons))),
        )
        if entity.id in added
        else entity
        for entity in entities
    ]


def _place(account: Account) -> tuple[str, int, str]:
    return account.source, account.start, account.id


def _plain(words: str) -> str:
    """A folded name without its article and hyphens."""
    return words.removeprefix("the ").replace("-", " ")


def _of(keys: Iterable[Key], groups: Mapping[Key, list[Mention]]) -> list[Mention]:
    return [mention for key in keys for mention in groups[key]]


def _counts(keys: list[Key], groups: dict[Key, list[Mention]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for key in keys:
        counts[key[1]] += len(groups[key])
    return counts


def _equal_names(keys: list[Key]) -> tuple[str, ...]:
    accounts = {key[0] for key in keys}
    return (f"the same name in {len(accounts)} accounts",) if len(accounts) > 1 else ()


def _entity(identity: str, kind: str, counts: Counter[str], reasons: tuple[str, ...]) -> Entity:
    def fullness(form: str) -> tuple[int, bool, int, str]:
        words = [word for word in form.split() if len(word.rstrip(".")) > 1]
        if kind != "person":
            return 0, False, -counts[form], form
        pet = any(is_pet_form(folded(word)) for word in words[:1])
        return -len(words), pet, -counts[form], form

    if len(reasons) > MOST_REASONS:
        more = len(reasons) - MOST_REASONS
        reasons = (*reasons[:MOST_REASONS], f"and {more} more names for like reasons")
    if not reasons:
        reasons = ("the same name throughout one account",)
    best = min(counts, key=fullness)
    return Entity(identity, kind, best, tuple(sorted(counts)), reasons=reasons)


def _person_ids(found: list[Person]) -> list[str]:
    """Ids from surname and first given name, so that a new account seldom changes them; more of the
    name only where several persons would share an id."""
    ids: list[str] = [""] * len(found)
    for discriminate in (_short, _full, _placed):
        shared: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, person in enumerate(found):
            if not ids[index]:
                shared[discriminate(person)].append(index)
        for parts, indices in shared.items():
            if len(indices) == 1 or discriminate is _placed:
                for number, index in enumerate(indices):
                    ids[index] = content_id("e", "person", *parts, *([number] if number else []))
    return ids


def _short(person: Person) -> tuple[str, ...]:
    name = person.name
    return (name.surname, *map(given_key, name.given[:1]), name.generation, person.account)


def _full(person: Person) -> tuple[str, ...]:
    name = person.name
    return (name.surname, " ".join(name.given), name.generation, name.gender, person.account)


def _placed(person: Person) -> tuple[str, ...]:
    return (*_full(person), *min(person.bearings))
