"""The pages that draw the dossier as a whole: its timeline, its map, its families."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from variorum.edition.cast import Cast, Words, account_of, anchor_in, words
from variorum.edition.charts.atlas import Spot, maps
from variorum.edition.charts.kin import Family, families
from variorum.edition.charts.land import LAND
from variorum.edition.charts.lanes import Event, extent, is_drawn, timeline
from variorum.edition.charts.tree import tree
from variorum.edition.entity_lists import by_list, entity_addresses
from variorum.edition.entity_page import coordinates
from variorum.edition.press import page
from variorum.edition.shelf import Page, inputs_digest
from variorum.edition.survey import Survey
from variorum.edition.wording import date_words
from variorum.model.masking import masked, plain
from variorum.model.testimony import DateMention, Relation

SHOWN_LANES = 60
"""Accounts a timeline draws, those with most dates."""

SHOWN_EVENTS = 80
"""Dates of one account that are drawn."""

SHOWN_DATES = 600
"""Rows of the table under the timeline."""

SHOWN_SPOTS = 250
"""Places a map draws, those named most."""

SHOWN_ROWS = 500
"""Rows of the table beside the map, and names in the list of places nobody could find."""

SHOWN_FAMILIES = 40
"""Trees on the page of families."""

SHOWN_KIN = 300
"""Rows of the table under one tree."""

SHOWN_TITLES = 6
"""Phrases that one mark of a timeline tells."""


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date in the table: in words, as the text says it, and what it was resolved against."""

    edtf: str
    date: str
    anchor: str
    words: Words


@dataclass(frozen=True, slots=True)
class TimelineInputs:
    """Everything the timeline is made from; ``adrift`` are dates no year is known of."""

    lanes: tuple[tuple[str, str, tuple[Event, ...]], ...]
    lanes_left: int
    rows: tuple[DateRow, ...]
    rows_left: int
    adrift: tuple[DateRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SpotRow:
    """A place in the table beside the map."""

    name: str
    href: str
    at: str
    within: str
    mentions: int
    accounts: int


@dataclass(frozen=True, slots=True)
class MapInputs:
    """Everything the map is made from; ``land`` is the digest of the outlines."""

    spots: tuple[Spot, ...]
    rows: tuple[SpotRow, ...]
    total: int
    unplaced: tuple[SpotRow, ...]
    unplaced_total: int
    land: str


@dataclass(frozen=True, slots=True)
class KinRow:
    """A relation in words: ``name`` is the ``how`` of ``of``."""

    name: str
    href: str
    how: str
    of: str
    of_href: str
    words: Words
    reason: str


@dataclass(frozen=True, slots=True)
class FamilyInputs:
    """One tree: the people's names and addresses, the relations it stands on, what cannot be."""

    title: str
    family: Family
    people: dict[str, tuple[str, str]]
    rows: tuple[KinRow, ...]
    rows_left: int
    clashes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamiliesInputs:
    """Everything the page of families is made from; ``others`` are relations no tree shows."""

    families: tuple[FamilyInputs, ...]
    total: int
    others: tuple[KinRow, ...]


def timeline_page(known: Survey, told: Cast) -> Page:
    """``timeline.html``: a lane for each account, in the order of their telling."""
    lanes = {}
    for account in known.accounts:
        events = _events(known, told, account)
        if events:
            lanes[account] = events
    most = sorted(lanes, key=lambda a: (-len(lanes[a]), told.order[a]))[:SHOWN_LANES]
    most.sort(key=lambda a: (_when(known.accounts[a].date), told.order[a]))
    rows = [
        (account, row)
        for account in known.accounts
        for row in told.dates.get(account, ())
        if row.edtf
    ]
    dated = sorted(
        (r for r in rows if is_drawn(r[1].edtf)),
        key=lambda r: (_when(r[1].edtf), told.order[r[0]], r[1].passage.start),
    )
    adrift = [r for r in rows if not is_drawn(r[1].edtf)]
    inputs = TimelineInputs(
        tuple((known.labels[a], f"accounts/{a}.html", lanes[a]) for a in most),
        len(lanes) - len(most),
        tuple(_date_row(known, *r) for r in dated[:SHOWN_DATES]),
        max(0, len(dated) - SHOWN_DATES),
        tuple(_date_row(known, *r) for r in adrift[:SHOWN_DATES]),
        len(rows),
    )
    return page("timeline.html", "timeline.html", inputs, partial(_timeline_view, inputs))


def _timeline_view(inputs: TimelineInputs) -> dict[str, Any]:
    return {"chart": timeline(inputs.lanes)}


def _when(edtf: str) -> tuple[float, float]:
    """A sort key: the first and the last day of a date, what is not known last."""
    return extent(edtf) if is_drawn(edtf) else (float("inf"), 0.0)


def _events(known: Survey, told: Cast, account: str) -> tuple[Event, ...]:
    """The dates of one account, each once, and when it was itself written or printed."""
    events = []
    rows = sorted(
        (r for r in told.dates.get(account, ()) if is_drawn(r.edtf)), key=lambda r: r.edtf
    )
    for edtf, group in groupby(rows, key=lambda r: r.edtf):
        same = sorted(group, key=lambda r: r.passage.start)
        anchor = anchor_in(known, account, same[0].passage)
        href = f"accounts/{account}.html" + (f"#{anchor}" if anchor else "")
        events.append(Event(edtf, _title(known, edtf, same), href))
    told_at = known.accounts[account].date
    if events and is_drawn(told_at):
        title = f"{date_words(told_at)}: the account itself"
        events.append(Event(told_at, title, f"accounts/{account}.html", True))
    return tuple(events[:SHOWN_EVENTS])


def _title(known: Survey, edtf: str, rows: list[DateMention]) -> str:
    phrases = dict.fromkeys(_phrase(known, row) for row in rows)
    shown = "; ".join(list(phrases)[:SHOWN_TITLES])
    more = f" and {len(phrases) - SHOWN_TITLES} more" if len(phrases) > SHOWN_TITLES else ""
    return f"{date_words(edtf)}: {shown}{more}"


def _phrase(known: Survey, row: DateMention) -> str:
    passage = row.passage
    quote = plain(masked(known.masks, passage.quote, passage.source, passage.start))
    against = date_words(plain(masked(known.masks, row.anchor)))
    return f"“{' '.join(quote.split())}”" + (f", counted from {against}" if against else "")


def _date_row(known: Survey, account: str, row: DateMention) -> DateRow:
    return DateRow(
        row.edtf,
        date_words(row.edtf),
        date_words(plain(masked(known.masks, row.anchor))),
        words(known, account, row.passage),
    )


def map_page(known: Survey, told: Cast) -> Page:
    """``map.html``: the places whose coordinates are known, and the names of those that are not."""
    addresses = entity_addresses(told)
    spots: list[Spot] = []
    rows: list[SpotRow] = []
    unplaced: list[SpotRow] = []
    for entity in by_list(told)["places"]:
        mentions = told.mentioned[entity.id]
        name, href = told.names[entity.id], addresses[entity.id]
        found = entity.latitude is not None and entity.longitude is not None
        (rows if found else unplaced).append(
            SpotRow(
                name,
                href,
                coordinates(entity.latitude or 0.0, entity.longitude or 0.0) if found else "",
                plain(masked(known.masks, ", ".join(entity.within))),
                len(mentions),
                len({account_of(known, mention) for mention in mentions}),
            )
        )
        if entity.latitude is not None and entity.longitude is not None:
            spots.append(Spot(name, entity.latitude, entity.longitude, len(mentions), href))
    inputs = MapInputs(
        tuple(spots[:SHOWN_SPOTS]),
        tuple(rows[:SHOWN_ROWS]),
        len(rows),
        tuple(unplaced[:SHOWN_ROWS]),
        len(unplaced),
        inputs_digest("", LAND.read_bytes()) if spots and LAND.is_file() else "",
    )
    return page("map.html", "map.html", inputs, partial(_map_view, inputs))


def _map_view(inputs: MapInputs) -> dict[str, Any]:
    return {"charts_drawn": maps(inputs.spots)}


def families_page(known: Survey, told: Cast) -> Page:
    """``families.html``: the trees that the stated kinship makes, the biggest first."""
    addresses = entity_addresses(told)
    relations = [row for rows in told.relations.values() for row in rows]
    found = families((r.subject, r.relation, r.object) for r in relations)
    where: dict[frozenset[str], int] = {}
    for number, family in enumerate(found):
        for tie in family.ties:
            where.setdefault(frozenset((tie.upper, tie.lower)), number)
    rows: dict[int, list[Relation]] = {}
    for relation in relations:
        pair = frozenset((relation.subject, relation.object))
        rows.setdefault(where.get(pair, -1), []).append(relation)

    def kin(relation: Relation) -> KinRow:
        return KinRow(
            _name(known, told, relation.object),
            addresses.get(relation.object, ""),
            relation.relation,
            _name(known, told, relation.subject),
            addresses.get(relation.subject, ""),
            words(known, account_of(known, relation), relation.passage),
            plain(masked(known.masks, relation.reason)),
        )

    inputs = FamiliesInputs(
        tuple(
            FamilyInputs(
                _family_title(known, told, family),
                family,
                {who: (_name(known, told, who), addresses.get(who, "")) for who in family.members},
                tuple(kin(row) for row in rows.get(number, [])[:SHOWN_KIN]),
                max(0, len(rows.get(number, [])) - SHOWN_KIN),
                tuple(_clashes(known, told, family)),
            )
            for number, family in enumerate(found[:SHOWN_FAMILIES])
        ),
        len(found),
        tuple(kin(row) for row in rows.get(-1, [])[:SHOWN_KIN]),
    )
    return page("families.html", "families.html", inputs, partial(_families_view, inputs))


def _families_view(inputs: FamiliesInputs) -> dict[str, Any]:
    return {"trees": [tree(one.family) for one in inputs.families]}


def _name(known: Survey, told: Cast, identity: str) -> str:
    return told.names.get(identity) or plain(masked(known.masks, identity))


def _family_title(known: Survey, told: Cast, family: Family) -> str:
    """Whom a tree is called after: those with most ties in it."""
    ties = Counter(who for tie in family.ties for who in (tie.upper, tie.lower))
    first = sorted(family.members, key=lambda who: (-ties[who], who))[:2]
    names = [_name(known, told, who) for who in first]
    others = len(family.members) - len(names)
    more = f" and {others} more" if others else ""
    return f"{names[0]}, {names[1]}{more}" if more else " and ".join(names)


def _clashes(known: Survey, told: Cast, family: Family) -> Iterator[str]:
    for tie in family.clashes:
        upper, lower = (_name(known, told, who) for who in (tie.upper, tie.lower))
        steps = _generations(tie.steps)
        yield f"“{lower}” would stand {steps} “{upper}”, which the other relations do not allow."
    for child, relation, who in family.crowded:
        names = _listed(_name(known, told, one) for one in who)
        yield f"“{_name(known, told, child)}” is given more than one {relation}: {names}."


def _generations(steps: int) -> str:
    if steps == 0:
        return "in one generation with"
    return "a generation below" if steps == 1 else f"{steps} generations below"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
