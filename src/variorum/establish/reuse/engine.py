"""Where the one relational expression runs: DuckDB in this process, or Spark on a cluster."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

MEMORY = "1500MB"
"""What DuckDB may hold in memory before it goes on in a temporary file."""

THREADS = 2
"""Threads of DuckDB: each needs its own share of the memory."""


class EngineError(RuntimeError):
    """The engine cannot be started; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An open engine: ``backend`` runs expressions, ``folder`` is its temporary folder."""

    backend: ibis.BaseBackend
    folder: Path
    distributed: bool


@contextmanager
def opened(spark: str) -> Iterator[Engine]:
    """DuckDB, or the Spark whose master ``spark`` names (``local[2]``, ``spark://host:7077``, ``yarn``).

    Nothing is left behind. Raises ``EngineError`` where Spark is asked for and cannot be had.
    """
    folder = Path(tempfile.mkdtemp(prefix="variorum-reuse-"))
    try:
        backend = _spark(spark) if spark else _duckdb(folder)
        try:
            yield Engine(backend, folder, bool(spark))
        finally:
            if not spark:
                backend.disconnect()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def loaded(engine: Engine, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> ibis.Table:
    """The batches as one table of the engine. DuckDB reads them from a file, so that they need never
    be in memory together."""
    if engine.distributed:
        return ibis.memtable(pa.Table.from_batches(list(batches), schema))
    file = engine.folder / "shingles.parquet"
    with pq.ParquetWriter(file, schema, compression="none") as writer:
        for batch in batches:
            writer.write_batch(batch)
    return engine.backend.read_parquet(str(file))


def _duckdb(folder: Path) -> ibis.BaseBackend:
    backend = ibis.duckdb.connect(
        ":memory:",
        threads=THREADS,
        memory_limit=MEMORY,
        temp_directory=str(folder / "duckdb"),
        autoinstall_known_extensions=False,
        autoload_known_extensions=False,
        preserve_insertion_order=False,
    )
    backend.raw_sql("SET enable_progress_bar = false")
    return backend


def _spark(master: str) -> ibis.BaseBackend:
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise EngineError(
            f"the Spark master {master!r} is named, but pyspark is not installed: "
            "pip install 'variorum[spark]'"
        ) from error
    builder = SparkSession.builder.master(master).appName("variorum")
    builder = builder.config("spark.ui.enabled", "false")
    if master.startswith("local"):
        builder = builder.config("spark.sql.shuffle.partitions", "2")
    try:
        session = builder.getOrCreate()
    except Exception as error:
        raise EngineError(
            f"Spark does not start on the master {master!r}: is there a Java runtime (17 or newer), "
            "and does the master answer?"
        ) from error
    return ibis.pyspark.connect(session)
