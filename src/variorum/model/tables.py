"""The tables: which record stands in which, and records to and from JSON values."""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from variorum.model.critique import (
    Account,
    Dependence,
    Hand,
    ImagePair,
    Parallel,
    Sighting,
    Variant,
)
from variorum.model.findings import Decision, Disagreement, Growth, Impossibility
from variorum.model.settings import Made
from variorum.model.testimony import (
    DateMention,
    Entity,
    Identity,
    Mention,
    Quantity,
    Relation,
    Sentence,
    Statement,
    Voice,
)
from variorum.model.transcript import Source, Unread

TABLES: Mapping[str, type] = {
    "sources": Source,
    "accounts": Account,
    "hands": Hand,
    "mentions": Mention,
    "entities": Entity,
    "dates": DateMention,
    "voices": Voice,
    "statements": Statement,
    "relations": Relation,
    "parallels": Parallel,
    "variants": Variant,
    "disagreements": Disagreement,
    "growths": Growth,
    "impossibilities": Impossibility,
    "dependences": Dependence,
    "images": ImagePair,
    "decisions": Decision,
}
"""The public contract, in the order of the method."""

INTERNAL_TABLES: Mapping[str, type] = {
    "sightings": Sighting,
    "quantities": Quantity,
    "sentences": Sentence,
    "identities": Identity,
    "unread": Unread,
    "made": Made,
}
"""Kept in the store, handed out only as part of the public tables."""


def record_type(table: str) -> type:
    """The dataclass of a table's records; raises ``KeyError`` with the names there are."""
    for tables in (TABLES, INTERNAL_TABLES):
        if table in tables:
            return tables[table]
    raise KeyError(f"no table {table!r}; the tables are {', '.join(TABLES)}")


def columns(table: str) -> list[str]:
    """The names of a table's fields, in their declared order; raises ``KeyError``."""
    return list(_field_names(record_type(table)))


def to_json(record: Any) -> Any:
    """A record as plain dicts, lists, strings and numbers, its fields in their declared order."""
    if is_dataclass(record) and not isinstance(record, type):
        return {name: to_json(getattr(record, name)) for name in _field_names(type(record))}
    if isinstance(record, tuple | list):
        return [to_json(item) for item in record]
    return record


def from_json(kind: type, value: Any) -> Any:
    """The record of dataclass ``kind`` that ``to_json`` made ``value`` from.

    Fields that ``value`` lacks take their defaults, so that an older file still reads.
    """
    return _reader(kind)(value)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        readers = [(name, _reader(hints[name])) for name in _field_names(hint)]

        def read_record(value: dict[str, Any]) -> Any:
            return hint(**{name: read(value[name]) for name, read in readers if name in value})

        return read_record
    if get_origin(hint) is tuple:
        item = _reader(get_args(hint)[0])
        return lambda value: tuple(item(part) for part in value)
    if get_origin(hint) in (Union, types.UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not type(None)))
        return lambda value: None if value is None else inner(value)
    return lambda value: value
