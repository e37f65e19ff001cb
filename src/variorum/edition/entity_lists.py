"""Lists of people, of places, and of groups, units, ships and works, those named most first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.edition.cast import Cast, account_of, anchor_in
from variorum.edition.lists import SHOWN_PLACES, Place
from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.survey import Survey
from variorum.model.masking import masked, plain
from variorum.model.testimony import Entity

SHOWN_ENTITIES = 500
"""Names on one page of a list; a browser filters that many without a pause."""

SHOWN_NAMES = 12
"""Names of one entity that a list gives."""

LISTS = {
    "people": ("People", ("person",)),
    "places": ("Places", ("place",)),
    "groups": ("Groups, ships and works", ()),
}
"""The pages of lists: title, and the types they hold (none: whatever no other list holds)."""


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """Somebody or something: how it is called, how often, and where first in each account."""

    id: str
    name: str
    names: tuple[str, ...]
    names_left: int
    type: str
    page: str
    mentions: int
    accounts: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class EntityList:
    """One page of a list; ``first`` is the number of its first entry, ``pages`` are all pages."""

    title: str
    entries: tuple[EntityEntry, ...]
    first: int
    total: int
    pages: tuple[tuple[str, int], ...]


def listed_in(kind: str) -> str:
    """The name of the list that holds entities of a type."""
    return next((name for name, (_, types) in LISTS.items() if kind in types), "groups")


def list_page(name: str, number: int) -> str:
    """The address of a list's page; the first is the list's own."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"


def by_list(told: Cast) -> dict[str, list[Entity]]:
    """The entities of each list that some account names, in its order."""
    lists: dict[str, list[Entity]] = {name: [] for name in LISTS}
    for entity in told.entities.values():
        if told.mentioned.get(entity.id):
            lists[listed_in(entity.type)].append(entity)
    for entities in lists.values():
        entities.sort(key=lambda e: (-len(told.mentioned[e.id]), e.name, e.id))
    return lists


def entity_addresses(told: Cast) -> dict[str, str]:
    """Where each named entity stands: its own page, or else its line in a list."""
    return {
        entity.id: told.pages.get(entity.id)
        or f"{list_page(name, 1 + number // SHOWN_ENTITIES)}#{entity.id}"
        for name, entities in by_list(told).items()
        for number, entity in enumerate(entities)
    }


def entity_lists(known: Survey, told: Cast) -> Iterator[Page]:
    """``people.html``, ``places.html``, ``groups.html``, and further pages where one is too short."""
    for name, entities in by_list(told).items():
        title = LISTS[name][0]
        starts = range(0, max(len(entities), 1), SHOWN_ENTITIES)
        pages = tuple((list_page(name, n), n) for n in range(1, len(starts) + 1))
        for number, start in enumerate(starts, 1):
            entries = _entries(known, told, entities[start : start + SHOWN_ENTITIES])
            inputs = EntityList(title, entries, start + 1, len(entities), pages)
            yield page(list_page(name, number), "entities.html", inputs)


def _entries(known: Survey, told: Cast, entities: Sequence[Entity]) -> tuple[EntityEntry, ...]:
    return tuple(_entry(known, told, entity) for entity in entities)


def _entry(known: Survey, told: Cast, entity: Entity) -> EntityEntry:
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for mention in told.mentioned[entity.id]:
        account = account_of(known, mention)
        counts[account] += 1
        first.setdefault(account, anchor_in(known, account, mention.passage))
    names = sorted(set(entity.names) - {entity.name})
    return EntityEntry(
        entity.id,
        told.names[entity.id],
        tuple(plain(masked(known.masks, name)) for name in names[:SHOWN_NAMES]),
        max(0, len(names) - SHOWN_NAMES),
        entity.type,
        told.pages.get(entity.id, ""),
        counts.total(),
        len(first),
        tuple(Place(a, known.labels[a], first[a]) for a in list(first)[:SHOWN_PLACES]),
    )
