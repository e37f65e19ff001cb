"""The dossier: the folder with everything, opened for reading and for decisions."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.establish import settled
from variorum.model.findings import Decision, Finding
from variorum.model.ids import content_id
from variorum.model.settings import Settings, load_settings
from variorum.model.summaries import findings
from variorum.model.tables import INTERNAL_TABLES, columns, record_type, to_json
from variorum.model.testimony import Mention, resolved
from variorum.model.transcript import Transcript
from variorum.store import Store

if TYPE_CHECKING:
    import pandas as pd

ACCOUNT_TABLES = frozenset(
    {"mentions", "dates", "voices", "statements", "relations", "quantities", "sentences"}
)
"""Tables that are filled account by account; they are handed out in the order of the accounts."""

VERDICTS = ("accept", "reject", "same", "different", "note")
TEXTS_AT_HAND = 4
"""How many sources' texts are kept in memory at once; accounts come source by source."""


class DossierError(RuntimeError):
    """The dossier cannot be opened or used so; the message says what to do."""


class Dossier:
    """An open dossier: its tables, its texts, its findings, and a place for decisions."""

    def __init__(self, path: Path | str) -> None:
        """Open the dossier at ``path``. Raises ``DossierError`` where none was built."""
        path = Path(path)
        if not (path / "dossier.sqlite").is_file():
            raise DossierError(f"{path} holds no dossier; make one with: variorum build {path}")
        self.path = path
        self.settings: Settings = load_settings(path / "dossier.toml")
        self.store = Store(path / "dossier.sqlite")
        self._text = lru_cache(maxsize=TEXTS_AT_HAND)(self.store.text)

    def close(self) -> None:
        """Close the dossier's database."""
        self.store.close()

    def __enter__(self) -> "Dossier":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def title(self) -> str:
        """The title of the edition: as set in ``dossier.toml``, else the folder's name."""
        return self.settings.title or self.path.resolve().name.removesuffix(".dossier")

    @cached_property
    def identities(self) -> Mapping[str, str]:
        """Which entity each mention id was found to mean."""
        return {row.mention: row.entity for row in self.store.records("identities")}

    def table(self, name: str) -> Iterator[Any]:
        """The records of a table, entities resolved, in reading order. Raises ``KeyError``."""
        record_type(name)
        if name == "decisions":
            yield from self.store.decisions()
        elif name in ACCOUNT_TABLES:
            for account in self.accounts:
                for record in self.store.records(name, account.id):
                    yield self._identified(resolved(record, self.identities))
        elif name == "hands":
            yield from settled(self.store.records("hands"))
        else:
            yield from self.store.records(name)

    def _identified(self, record: Any) -> Any:
        """A mention with the type that all mentions of its entity decided together."""
        if not isinstance(record, Mention):
            return record
        kind = self._types.get(record.entity, record.type)
        return record if kind == record.type else replace(record, type=kind)

    @cached_property
    def _types(self) -> Mapping[str, str]:
        return {entity.id: entity.type for entity in self.store.records("entities")}

    @cached_property
    def accounts(self) -> tuple[Any, ...]:
        """All accounts in the order of their sources and of the text."""
        return tuple(self.store.records("accounts"))

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The table as plain values, one dict a row, in the shape of the public contract."""
        if name in INTERNAL_TABLES:
            raise KeyError(f"{name} is no public table")
        return (to_json(record) for record in self.table(name))

    def frame(self, name: str) -> "pd.DataFrame":
        """The table as a pandas data frame (needs the extra ``variorum[frames]``)."""
        try:
            import pandas as pd
        except ImportError as error:
            raise DossierError("data frames need pandas: pip install 'variorum[frames]'") from error
        return pd.DataFrame(self.rows(name), columns=columns(name))

    def text(self, source: str) -> str:
        """The text of a source, on which every passage stands; "" where nothing could be read."""
        return self._text(source)

    def transcript(self, source: str) -> Transcript | None:
        """The transcript of a source, or None where nothing could be read."""
        return self.store.transcript(source)

    def findings(self) -> Iterator[Finding]:
        """Everything the critique found, weightiest first."""
        return findings(self.table)

    @property
    def unread(self) -> Iterator[tuple[str, str]]:
        """What could not be read: the source and one sentence that says why and what to do."""
        for source in self.table("sources"):
            if not source.reader or source.note:
                yield source.source, source.note
        yield from ((row.source, row.sentence) for row in self.store.records("unread"))

    @property
    def made(self) -> Mapping[str, str]:
        """How this was made: versions and settings, the same for the same input."""
        return {row.name: row.value for row in self.store.records("made")}

    def decisions(self) -> Iterator[Decision]:
        """The decisions in force: those that no later one undoes."""
        taken = list(self.store.decisions())
        undone: set[str] = set()
        for decision in reversed(taken):
            if decision.id not in undone and decision.undoes:
                undone.add(decision.undoes)
        return (d for d in taken if d.id not in undone and not d.undoes)

    def decide(
        self, about: str, verdict: str, note: str = "", who: str = "", undoes: str = ""
    ) -> Decision:
        """Take a decision; it is kept for ever and replayed over every rebuild.

        ``verdict`` is one of VERDICTS, or "undo" with the id of the decision it undoes.
        """
        if verdict not in VERDICTS and not (verdict == "undo" and undoes):
            raise DossierError(f"{verdict!r} is no verdict; use one of {', '.join(VERDICTS)}")
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        who = who or os.environ.get("USER", "")
        decision = Decision(
            content_id("j", at, who, about, verdict, note, undoes),
            at,
            who,
            about,
            verdict,
            note,
            undoes,
        )
        self.store.decide(decision)
        return decision
