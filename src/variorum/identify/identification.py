"""The verb: mentions of all accounts in, entities and identities out."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from variorum.identify.folding import folded, is_cyrillic
from variorum.identify.gazetteer import Gazetteer
from variorum.identify.names import gender_of, given_key
from variorum.identify.namesakes import namesakes
from variorum.identify.persons import Bearing, Doubt, Person, persons
from variorum.identify.places import places
from variorum.identify.types import types
from variorum.model.critique import Account
from variorum.model.findings import Finding
from variorum.model.ids import content_id
from variorum.model.passage import Passage
from variorum.model.testimony import (
    Entity,
    Identity,
    Mention,
    Relation,
    Sentence,
    Statement,
    mention_id,
)

MOST_REASONS = 8
"""Reasons an entity lists; the rest are counted."""

DOUBT_CONFIDENCE = 0.5
"""Of "possibly the same": not measured; neither yes nor no."""


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

    Persons by equal, abbreviated and transliterated names (``persons``); everything else by the same
    words but for case, diacritics and script. A name's type is decided by all its mentions. Linear in
    the mentions but for the names within one surname, which are capped. The result does not depend on
    the order of the mentions; mentions of no known account are identified like all others. With
    ``sentences`` those whom the text itself calls another of the same name stay apart (``namesakes``).
    """
    accounts = sorted(accounts, key=_place)
    order = {account.id: number for number, account in enumerate(accounts)}
    mentions = [mention for mention in mentions if mention.kind == "name"]
    sentences = list(sentences)
    apart = namesakes(mentions, accounts, sentences)
    groups: dict[tuple[str, str, str, str], list[Mention]] = defaultdict(list)
    others: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.passage in apart and mention.type == "person":
            others[*apart[mention.passage], mention.account].append(mention)
            continue
        form = mention.form or mention.passage.quote
        gender = gender_of(mention.titles) if mention.titles else ""
        groups[mention.account, form, mention.type, gender].append(mention)
    decided = types(groups, relations, statements, gazetteer)
    meant: dict[tuple[str, str, str, str], str] = {}
    entities: list[Entity] = []

    by_bearing: dict[Bearing, list[tuple[str, str, str, str]]] = defaultdict(list)
    by_words: dict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    by_place: dict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for key in groups:
        account, form, kind, gender = key
        kind = decided[key]
        if kind == "person":
            by_bearing[account, form, gender].append(key)
        elif kind == "place":
            by_place[account, form].append(key)
        else:
            by_words[kind, _without_article(folded(form)) or form].append(key)

    found, doubts = persons(by_bearing, {form: is_cyrillic(form) for _, form, _ in by_bearing})
    ids = _person_ids(found)
    for person, identity in zip(found, ids, strict=True):
        keys = [key for bearing in person.bearings for key in by_bearing[bearing]]
        meant.update(dict.fromkeys(keys, identity))
        counts = _counts(keys, groups)
        reasons = (*_equal_names(keys), *person.reasons)
        entities.append(_entity(identity, "person", counts, reasons))
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
        forms = Counter(mention.form or mention.passage.quote for mention in group)
        identity = content_id("e", "person", "namesake", name, account)
        other_ids |= {_id_of(mention): identity for mention in group}
        entities.append(_entity(identity, "person", forms, (why,)))

    first: dict[str, Passage] = {}
    for key, group in sorted(groups.items(), key=lambda item: (order.get(item[0][0], -1), item[0])):
        first.setdefault(meant[key], min(mention.passage for mention in group))
    names = {entity.id: entity.name for entity in entities}
    doubtful = [*_doubtful(doubts, ids, names, first), *_other_doubts(others, other_ids)]
    identities = {
        _id_of(mention): meant[key] for key, group in groups.items() for mention in group
    } | other_ids
    return Identification(
        tuple(sorted(entities, key=lambda entity: (entity.type, entity.name, entity.id))),
        tuple(Identity(mention, identities[mention]) for mention in sorted(identities)),
        tuple(doubtful),
    )


def _id_of(mention: Mention) -> str:
    return mention.entity or mention_id(mention.passage, mention.type)


def _other_doubts(
    others: dict[tuple[str, str, str], list[Mention]], ids: dict[str, str]
) -> list[Finding]:
    """Namesakes of one name in several accounts: "the other" of each may be the same other."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for (name, _, _), group in sorted(others.items()):
        by_name[name].append(min(group, key=lambda mention: mention.passage))
    found = []
    for _, group in sorted(by_name.items()):
        if len(group) > 1:
            same = sorted(ids[_id_of(mention)] for mention in group)
            passages = tuple(sorted(mention.passage for mention in group))
            summary = f"Possibly the same person: {len(group)} namesakes called “{group[0].form}”."
            found.append(
                Finding(
                    content_id("p", same), "identity", summary, passages, DOUBT_CONFIDENCE,
                    ("several accounts tell of another of this name",),
                )
            )  # fmt: skip
    return found


def _place(account: Account) -> tuple[str, int, str]:
    return account.source, account.start, account.id


def _without_article(words: str) -> str:
    return words.removeprefix("the ")


def _of(
    keys: list[tuple[str, str, str, str]], groups: dict[tuple[str, str, str, str], list[Mention]]
) -> list[Mention]:
    return [mention for key in keys for mention in groups[key]]


def _counts(
    keys: list[tuple[str, str, str, str]], groups: dict[tuple[str, str, str, str], list[Mention]]
) -> Counter[str]:
    counts: Counter[str] = Counter()
    for key in keys:
        counts[key[1]] += len(groups[key])
    return counts


def _equal_names(keys: list[tuple[str, str, str, str]]) -> tuple[str, ...]:
    accounts = {key[0] for key in keys}
    return (f"the same name in {len(accounts)} accounts",) if len(accounts) > 1 else ()


def _entity(identity: str, kind: str, counts: Counter[str], reasons: tuple[str, ...]) -> Entity:
    def fullness(form: str) -> tuple[int, int, str]:
        words = [word for word in form.split() if len(word.rstrip(".")) > 1]
        return (-len(words) if kind == "person" else 0, -counts[form], form)

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


def _doubtful(
    doubts: list[Doubt], ids: list[str], names: dict[str, str], first: dict[str, Passage]
) -> list[Finding]:
    rows: dict[str, Finding] = {}
    for doubt in doubts:
        same = sorted({ids[index] for index in doubt.persons})
        passages = tuple(sorted({first[identity] for identity in same}))
        named = " and ".join(dict.fromkeys(f"“{names[identity]}”" for identity in same))
        identity = content_id("p", same)
        summary = f"Possibly the same person: {named}."
        rows[identity] = Finding(
            identity, "identity", summary, passages, DOUBT_CONFIDENCE, (doubt.why,)
        )
    return [rows[identity] for identity in sorted(rows)]
