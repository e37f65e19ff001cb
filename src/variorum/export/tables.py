"""The tables as files: JSON Lines, CSV or Parquet, one file a table."""

import csv
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from variorum.dossier import Dossier
from variorum.model.tables import TABLES, columns

FORMATS = ("jsonl", "csv", "parquet")
ROWS_AT_ONCE = 10_000
"""Rows of a Parquet row group: a few megabytes of memory."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection)."""


class ExportError(RuntimeError):
    """The export cannot be made; the message says what to do."""


def tables(dossier: Dossier, folder: Path, format: str = "jsonl") -> list[Path]:
    """Write every table of the public contract into ``folder`` and return the files.

    ``jsonl``: one JSON object a line, in UTF-8. ``csv``: nested values as JSON, and an apostrophe
    before a text that a spreadsheet would run as a formula. ``parquet``: nested values as JSON too
    (needs the extra ``variorum[frames]``). Each file is whole or not there. Raises ``ExportError``.
    """
    if format not in FORMATS:
        raise ExportError(f"{format!r} is no format; use one of {', '.join(FORMATS)}")
    writers = {"jsonl": _write_jsonl, "csv": _write_csv, "parquet": _write_parquet}
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in TABLES:
        path = folder / f"{name}.{format}"
        with _whole(path) as partial:
            writers[format](partial, columns(name), dossier.rows(name))
        written.append(path)
    return written


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    partial = path.with_name(path.name + ".partial")
    try:
        yield partial
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def _open(path: Path) -> IO[str]:
    # A text may hold lone surrogates, which UTF-8 cannot: they are written as \udXXX.
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="")


def _write_jsonl(path: Path, _: list[str], rows: Iterator[dict[str, Any]]) -> None:
    with _open(path) as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_csv(path: Path, names: list[str], rows: Iterator[dict[str, Any]]) -> None:
    with _open(path) as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for row in rows:
            writer.writerow(_inert(_flat(row[column])) for column in names)


def _write_parquet(path: Path, names: list[str], rows: Iterator[dict[str, Any]]) -> None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExportError("Parquet needs pyarrow: pip install 'variorum[frames]'") from error
    flat = [{column: _flat(row[column]) for column in names} for row in rows]
    schema = pa.schema(
        [(column, _arrow_type(pa, [row[column] for row in flat])) for column in names]
    )
    pq.write_table(pa.Table.from_pylist(flat, schema=schema), path, row_group_size=ROWS_AT_ONCE)


def _arrow_type(pa: Any, values: list[Any]) -> Any:
    kinds = {type(value) for value in values if value is not None}
    if kinds and kinds <= {bool}:
        return pa.bool_()
    if kinds and kinds <= {int}:
        return pa.int64()
    if kinds and kinds <= {int, float}:
        return pa.float64()
    return pa.string()


def _flat(value: Any) -> Any:
    return (
        json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | tuple) else value
    )


def _inert(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
