"""The store: one SQLite file that holds every record, and the only state there is.

Rows belong to a *run*: a step on a unit (a source, an account, or "" for the whole dossier). A run is
replaced as a whole in one transaction, so an interrupted build leaves finished runs and nothing else.
Decisions belong to no run; triggers forbid changing or deleting them.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from variorum.model.findings import Decision
from variorum.model.ids import digest
from variorum.model.tables import decode, encode, record_type
from variorum.model.transcript import Mark, Origin, Transcript

BUSY_SECONDS = 30
"""How long one program waits for another that is writing to the same dossier."""

MIGRATIONS = (
    """
    CREATE TABLE run (
        step TEXT NOT NULL, unit TEXT NOT NULL, key TEXT NOT NULL, output TEXT NOT NULL,
        PRIMARY KEY (step, unit)
    ) WITHOUT ROWID;
    CREATE TABLE record (
        tbl TEXT NOT NULL, step TEXT NOT NULL, unit TEXT NOT NULL, n INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (tbl, unit, step, n),
        FOREIGN KEY (step, unit) REFERENCES run (step, unit) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE INDEX record_run ON record (step, unit);
    CREATE TABLE transcript (
        source TEXT PRIMARY KEY, step TEXT NOT NULL, text BLOB NOT NULL, origins BLOB NOT NULL,
        marks BLOB NOT NULL, meta BLOB NOT NULL,
        FOREIGN KEY (step, source) REFERENCES run (step, unit) ON DELETE CASCADE
    );
    CREATE VIRTUAL TABLE search USING fts5 (body, source UNINDEXED, start UNINDEXED);
    CREATE TABLE decision (
        n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, body TEXT NOT NULL
    );
    CREATE TRIGGER decision_kept BEFORE DELETE ON decision
        BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
    CREATE TRIGGER decision_unchanged BEFORE UPDATE ON decision
        BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
    """,
)
"""One script a version, applied in order; ``PRAGMA user_version`` counts those applied."""


class StoreError(RuntimeError):
    """The dossier's database cannot be used; the message says why and what to do."""


class Store:
    """The open database of one dossier. Close it, or use it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Open ``path``, creating or upgrading it. Raises ``StoreError``."""
        self.path = path
        self._db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._migrate()
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise StoreError(f"{path} cannot be used as a dossier's database ({error})") from error
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Close the database; the write-ahead log is folded into the one file."""
        self._db.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _migrate(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise StoreError(
                f"{self.path} was written by a newer Variorum; upgrade this one to open it"
            )
        if version == len(MIGRATIONS):
            return
        self._db.execute("PRAGMA journal_mode = WAL")
        for number, script in enumerate(MIGRATIONS[version:], version + 1):
            self._db.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._db.in_transaction:  # SQLite itself rolls back when the disk is full
                self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # Runs and their records

    def runs(self, step: str) -> dict[str, tuple[str, str]]:
        """The key and the output hash of every unit that ``step`` has run on."""
        rows = self._db.execute(
            "SELECT unit, key, output FROM run WHERE step = ? ORDER BY unit", (step,)
        )
        return {unit: (key, output) for unit, key, output in rows}

    def replace(
        self,
        step: str,
        unit: str,
        key: str,
        records: Mapping[str, Iterable[Any]],
        transcript: Transcript | None = None,
    ) -> str:
        """Put a run's records (and, for gathering, its transcript) in place of its earlier ones.

        Returns the hash of the output: the same records give the same hash, whatever the key.
        """
        rows = [
            (table, step, unit, n, encode(record))
            for table, group in records.items()
            for n, record in enumerate(group)
        ]
        blobs = [] if transcript is None else _transcript_columns(transcript)
        output = digest(
            [[row[0], row[4]] for row in rows], [sha256(blob).hexdigest() for blob in blobs]
        )
        with self._transaction():
            self._forget(step, unit)
            self._db.execute("INSERT INTO run VALUES (?, ?, ?, ?)", (step, unit, key, output))
            self._db.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?)", rows)
            if transcript is not None:
                self._db.execute(
                    "INSERT INTO transcript VALUES (?, ?, ?, ?, ?, ?)", (unit, step, *blobs)
                )
                self._db.executemany(
                    "INSERT INTO search VALUES (?, ?, ?)",
                    ((body, unit, start) for start, body in _paragraphs(transcript.text)),
                )
        return output

    def forget(self, step: str, units: Iterable[str]) -> None:
        """Drop these runs with all their records."""
        for unit in units:
            with self._transaction():
                self._forget(step, unit)

    def _forget(self, step: str, unit: str) -> None:
        if self._db.execute(
            "SELECT 1 FROM transcript WHERE source = ? AND step = ?", (unit, step)
        ).fetchone():
            self._db.execute("DELETE FROM search WHERE source = ?", (unit,))
        self._db.execute("DELETE FROM run WHERE step = ? AND unit = ?", (step, unit))

    def records(
        self, table: str, unit: str | None = None, steps: Sequence[str] = ()
    ) -> Iterator[Any]:
        """The records of a table, of one unit or of all, in the order of units and of writing.

        Where ``steps`` are named, only what they gave."""
        kind = record_type(table)
        where, values = ("", [table]) if unit is None else (" AND unit = ?", [table, unit])
        if steps:
            where += f" AND step IN ({', '.join('?' * len(steps))})"
            values += steps
        rows = self._db.execute(
            f"SELECT body FROM record WHERE tbl = ?{where} ORDER BY unit, step, n",  # noqa: S608
            values,
        )
        for (body,) in rows:
            yield decode(kind, body)

    # Texts

    def text(self, source: str) -> str:
        """The text of a source; "" where nothing could be read."""
        row = self._db.execute("SELECT text FROM transcript WHERE source = ?", (source,)).fetchone()
        return row[0].decode() if row else ""

    def transcript(self, source: str) -> Transcript | None:
        """The transcript of a source, or None where nothing could be read."""
        row = self._db.execute(
            "SELECT text, origins, marks, meta FROM transcript WHERE source = ?", (source,)
        ).fetchone()
        if row is None:
            return None
        return Transcript(
            source,
            row[0].decode(),
            tuple(_origin(*values) for values in json.loads(row[1])),
            tuple(Mark(*values) for values in json.loads(row[2])),
            tuple((name, value) for name, value in json.loads(row[3])),
        )

    def search(self, query: str) -> Iterator[tuple[str, int, str]]:
        """Source, offset and words of every paragraph that holds all words of ``query``."""
        words = " ".join('"' + word.replace('"', '""') + '"' for word in query.split())
        if words:
            yield from self._db.execute(
                "SELECT source, start, body FROM search WHERE search MATCH ? ORDER BY rank, rowid",
                (words,),
            )

    # Decisions

    def decide(self, decision: Decision) -> None:
        """Append a decision; on disk for certain when this returns. Raises ``StoreError`` on a second
        decision of the same id."""
        self._db.execute("PRAGMA synchronous = FULL")
        try:
            with self._transaction():
                self._db.execute(
                    "INSERT INTO decision (id, body) VALUES (?, ?)",
                    (decision.id, encode(decision)),
                )
        except sqlite3.IntegrityError as error:
            raise StoreError(f"decision {decision.id} was taken already") from error
        finally:
            self._db.execute("PRAGMA synchronous = NORMAL")

    def decisions(self) -> Iterator[Decision]:
        """All decisions in the order they were taken, the undone ones too."""
        for (body,) in self._db.execute("SELECT body FROM decision ORDER BY n"):
            yield decode(Decision, body)


def _origin(
    start: int, end: int, path: str, first: int | None, last: int | None, page: int | None, box: Any
) -> Origin:
    return Origin(start, end, path, first, last, page, None if box is None else tuple(box))


def _transcript_columns(transcript: Transcript) -> list[bytes]:
    origins = [
        [o.start, o.end, o.path, o.byte_start, o.byte_end, o.page, o.box]
        for o in transcript.origins
    ]
    marks = [[m.start, m.end, m.kind, m.detail, m.who] for m in transcript.marks]
    return [
        transcript.text.encode(),
        *(json.dumps(part).encode() for part in (origins, marks, transcript.meta)),
    ]


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            offset = len(line) - len(line.lstrip())
            yield start + offset, words
        start += len(line)
