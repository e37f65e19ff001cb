"""Candidates: where two texts share several rare shingles in one neighbourhood.

One relational expression, the same for DuckDB and for Spark. A shingle that stands in few places pairs
them all; one that stands in many pairs each with the first only, so that five hundred copies of one
leaflet cost five hundred pairs and no more; one that stands in very many says nothing.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import ibis
import numpy as np
import pyarrow as pa
from ibis import _

from variorum.establish.reuse.engine import Engine, loaded
from variorum.establish.reuse.shingles import Hashes, unpacked
from variorum.model.critique import Fingerprint

FEW = 12
"""Places of a shingle up to which all of them are paired with all."""
MANY = 2_000
"""Places of a shingle above which it is a common phrase and pairs nothing."""
DIAGONAL = 64
"""Characters by which two shared shingles of one neighbourhood may have moved against each other."""
STRETCH = 2_048
"""Characters of the first text that one neighbourhood spans."""
LEAST_SHARED = 2
"""Shared shingles of a neighbourhood."""
LEAST_SPAN = 30
"""Characters that they span together at least, unless there are at least DENSE of them: two shingles of
one name are no passage."""
DENSE = 6
BATCH = 5_000
"""Fingerprints that are unpacked, and neighbourhoods that are read, at once."""

_SCHEMA = pa.schema([("hash", pa.int64()), ("place", pa.int64()), ("length", pa.int32())])
_NONE = np.zeros(0, np.uint64)
_ACCOUNT = 2**32
"""``place`` is the account's number times this, plus the offset in its reading text."""


@dataclass(frozen=True, slots=True, order=True)
class Neighbourhood:
    """``shared`` shingles of the accounts numbered ``a`` and ``b`` lie in ``[a_start, a_end)`` and
    ``[b_start, b_end)`` of their reading texts; the rarest of them has ``rarest`` places."""

    a: int
    b: int
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    shared: int
    rarest: int


def neighbourhoods(
    accounts: Sequence[str],
    fingerprints: Mapping[str, Fingerprint],
    engine: Engine,
    new: Collection[str] | None = None,
) -> Iterator[Neighbourhood]:
    """The neighbourhoods shared by two accounts or twice in one, sorted; numbers count ``accounts``.
    Where ``new`` is given, only those of which one side is in it."""
    asked: Hashes | None = None
    if new is not None:
        asked = np.unique(np.concatenate([_NONE, *(unpacked(fingerprints[k])[0] for k in new)]))
    shingles = loaded(engine, _SCHEMA, _batches(accounts, fingerprints, asked))
    rows = engine.backend.to_pyarrow(shared_neighbourhoods(shingles))
    rows = rows.sort_by([(name, "ascending") for name in Neighbourhood.__slots__])
    return _read(rows, None if new is None else {accounts.index(k) for k in new})


def _read(rows: pa.Table, asked: set[int] | None) -> Iterator[Neighbourhood]:
    for batch in rows.to_batches(max_chunksize=BATCH):
        columns = [batch.column(name).to_pylist() for name in Neighbourhood.__slots__]
        for found in map(Neighbourhood, *columns):
            if asked is None or found.a in asked or found.b in asked:
                yield found


def shared_neighbourhoods(shingles: ibis.Table) -> ibis.Table:
    """The expression: from ``hash, place, length`` to the columns of ``Neighbourhood``."""
    places = shingles.group_by("hash").agg(
        times=_.count(), first=_.place.min(), first_length=_.length.max()
    )
    known = shingles.inner_join(places.filter((_.times > 1) & (_.times <= MANY)), "hash")
    few = known.filter(_.times <= FEW).select("hash", "place", "length", "times")
    other = few.select("hash", b="place", b_length="length")
    all_pairs = few.inner_join(other, "hash").filter(_.place < _.b)
    with_first = known.filter((_.times > FEW) & (_.place > _.first))
    pairs = all_pairs.select(
        p="place", p_length="length", q="b", q_length="b_length", times="times"
    ).union(
        with_first.select(
            p="first", p_length="first_length", q="place", q_length="length", times="times"
        )
    )
    placed = pairs.select(
        a=_.p // _ACCOUNT,
        b=_.q // _ACCOUNT,
        a_start=_.p % _ACCOUNT,
        a_end=_.p % _ACCOUNT + _.p_length,
        b_start=_.q % _ACCOUNT,
        b_end=_.q % _ACCOUNT + _.q_length,
        times=_.times,
    )
    cells = placed.group_by(
        _.a,
        _.b,
        diagonal=(_.b_start - _.a_start + _ACCOUNT) // DIAGONAL,
        stretch=_.a_start // STRETCH,
    ).agg(
        a_start=_.a_start.min(),
        a_end=_.a_end.max(),
        b_start=_.b_start.min(),
        b_end=_.b_end.max(),
        shared=_.count(),
        rarest=_.times.min(),
    )
    long = (_.a_end - _.a_start >= LEAST_SPAN) & (_.b_end - _.b_start >= LEAST_SPAN)
    return cells.filter((_.shared >= LEAST_SHARED) & (long | (_.shared >= DENSE))).select(
        *Neighbourhood.__slots__
    )


def _batches(
    accounts: Sequence[str], fingerprints: Mapping[str, Fingerprint], asked: Hashes | None
) -> Iterator[pa.RecordBatch]:
    for begin in range(0, len(accounts), BATCH):
        hashes, places, lengths = [], [], []
        for number, account in enumerate(accounts[begin : begin + BATCH], begin):
            found, starts, ends = unpacked(fingerprints[account])
            if asked is not None:
                kept = np.isin(found, asked)
                found, starts, ends = found[kept], starts[kept], ends[kept]
            hashes.append(found.astype(np.uint64).view(np.int64))
            places.append(starts.astype(np.int64) + number * _ACCOUNT)
            lengths.append((ends - starts).astype(np.int32))
        columns = [np.concatenate(column) for column in (hashes, places, lengths)]
        yield pa.RecordBatch.from_arrays([pa.array(c) for c in columns], schema=_SCHEMA)
