"""The tables: which record stands in which, and records to and from JSON values."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

import msgspec

from variorum.model.critique import (
    Account,
    Dependence,
    Fingerprint,
    Hand,
    ImagePair,
    Meaning,
    Parallel,
    Sighting,
    Variant,
)
from variorum.model.findings import (
    Decision,
    Disagreement,
    Finding,
    Growth,
    Impossibility,
    Standing,
)
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
    "standing": Standing,
    "dependences": Dependence,
    "images": ImagePair,
    "decisions": Decision,
}
"""The public contract, in the order of the method."""

INTERNAL_TABLES: Mapping[str, type] = {
    "sightings": Sighting,
    "fingerprints": Fingerprint,
    "meanings": Meaning,
    "quantities": Quantity,
    "sentences": Sentence,
    "identities": Identity,
    "doubts": Finding,
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
    """A record as plain dicts, sequences, strings and numbers, its fields in their declared order."""
    return msgspec.to_builtins(record)


def from_json(kind: type, value: Any) -> Any:
    """The record of dataclass ``kind`` that ``to_json`` made ``value`` from.

    Fields that ``value`` lacks take their defaults, so that an older file still reads.
    """
    return msgspec.convert(value, kind)


def encode(record: Any) -> str:
    """A record as one line of JSON; the same record gives the same line. Raises
    ``UnicodeEncodeError`` on a lone surrogate, which no text can hold."""
    return _ENCODER.encode(record).decode()


def decode(kind: type, line: str) -> Any:
    """The record of dataclass ``kind`` that ``encode`` made ``line`` from."""
    return _decoder(kind).decode(line)


_ENCODER = msgspec.json.Encoder()


@cache
def _decoder(kind: type) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
