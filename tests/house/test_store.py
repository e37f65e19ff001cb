"""The store keeps what it is given, whole runs at a time, and decisions for ever."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.model.findings import Decision
from variorum.model.passage import cut
from variorum.model.testimony import Mention
from variorum.model.transcript import Mark, Origin, Source, Transcript, origin_at
from variorum.store import MIGRATIONS, Store, StoreError

TEXT = "The ferry left at six.\nНочью шёл снег."
TRANSCRIPT = Transcript(
    "a.txt",
    TEXT,
    (
        Origin(0, 23, "line 1", 0, 23),
        Origin(23, len(TEXT), "page", None, None, 2, (1.0, 2.0, 3.5, 4.0)),
    ),
    (Mark(0, 22, "paragraph"), Mark(23, len(TEXT), "language", "ru", "")),
    (("title", "The ferry"),),
)


def source(name: str = "a.txt") -> Source:
    return Source(name, "0" * 64, "text/plain", "text", len(TEXT))


def mention(start: int, end: int) -> Mention:
    return Mention(cut("a.txt", TEXT, start, end), "group", "m_1", "ferry", ("the",))


def test_a_transcript_comes_back_as_it_was(tmp_path: Path) -> None:
    with Store(tmp_path / "d.sqlite") as store:
        store.replace("gather", "a.txt", "k", {"sources": [source()]}, TRANSCRIPT)
        assert store.transcript("a.txt") == TRANSCRIPT
        assert store.text("a.txt") == TEXT
        assert store.transcript("b.txt") is None
        assert store.text("b.txt") == ""


def test_a_run_is_replaced_as_a_whole(tmp_path: Path) -> None:
    with Store(tmp_path / "d.sqlite") as store:
        store.replace("read", "a", "k1", {"mentions": [mention(0, 3), mention(4, 9)]})
        store.replace("read", "b", "k1", {"mentions": [mention(4, 9)]})
        store.replace("read", "a", "k2", {"mentions": [mention(10, 14)]})
        assert list(store.records("mentions", "a")) == [mention(10, 14)]
        assert list(store.records("mentions")) == [mention(10, 14), mention(4, 9)]
        assert store.runs("read")["a"][0] == "k2"


def test_the_output_hash_knows_the_records_and_not_the_key(tmp_path: Path) -> None:
    with Store(tmp_path / "d.sqlite") as store:
        first = store.replace("read", "a", "k1", {"mentions": [mention(0, 3)]})
        assert store.replace("read", "a", "k2", {"mentions": [mention(0, 3)]}) == first
        assert store.replace("read", "a", "k2", {"mentions": [mention(4, 9)]}) != first


def test_a_run_that_fails_leaves_the_earlier_one(tmp_path: Path) -> None:
    with Store(tmp_path / "d.sqlite") as store:
        store.replace("read", "a", "k1", {"mentions": [mention(0, 3)]})
        doubled = [TRANSCRIPT, TRANSCRIPT]
        store.replace("gather", "a.txt", "k1", {"sources": [source()]}, doubled[0])
        with pytest.raises(
            sqlite3.IntegrityError
        ):  # the source's transcript belongs to another run
            store.replace("other", "a.txt", "k1", {"sources": [source()]}, doubled[1])
        assert list(store.records("mentions", "a")) == [mention(0, 3)]
        assert store.transcript("a.txt") == TRANSCRIPT
        assert "a.txt" not in store.runs("other")


def test_forgetting_a_source_forgets_its_text_and_its_words(tmp_path: Path) -> None:
    with Store(tmp_path / "d.sqlite") as store:
        store.replace("gather", "a.txt", "k", {"sources": [source()]}, TRANSCRIPT)
        assert [hit[:2] for hit in store.search("снег")] == [("a.txt", 23)]
        assert list(store.search('ferry" OR "x')) == []
        store.forget("gather", ["a.txt"])
        assert store.transcript("a.txt") is None
        assert list(store.records("sources")) == []
        assert list(store.search("ferry")) == []


def test_decisions_are_appended_and_nothing_else(tmp_path: Path) -> None:
    decision = Decision("j_1", "2020-01-01", "N.", "d_1", "reject", "a slip")
    path = tmp_path / "d.sqlite"
    with Store(path) as store:
        store.decide(decision)
        with pytest.raises(StoreError, match="taken already"):
            store.decide(decision)
    with sqlite3.connect(path) as raw:
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            raw.execute("DELETE FROM decision")
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            raw.execute("UPDATE decision SET body = ''")
    with Store(path) as store:
        assert list(store.decisions()) == [decision]


def test_a_newer_or_foreign_database_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "d.sqlite"
    Store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(StoreError, match="newer Variorum"):
        Store(path)
    (tmp_path / "other").write_bytes(b"not a database at all, but long enough to look" * 9)
    with pytest.raises(StoreError, match="cannot be used"):
        Store(tmp_path / "other")


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=80), note=st.text(max_size=20))
def test_any_text_survives_the_store(tmp_path: Path, text: str, note: str) -> None:
    """NULs and control characters included."""
    transcript = Transcript(
        "x", text, (Origin(0, len(text)),) if text else (), (), (("title", note),)
    )
    (tmp_path / "d.sqlite").unlink(missing_ok=True)
    with Store(tmp_path / "d.sqlite") as store:
        row = Source("x", "", "", "", len(text), note)
        store.replace("gather", "x", "k", {"sources": [row]}, transcript)
        assert store.transcript("x") == transcript
        assert list(store.records("sources")) == [row]


def test_every_character_leads_back_to_its_place_in_the_file() -> None:
    assert origin_at(TRANSCRIPT, 22).path == "line 1"
    assert origin_at(TRANSCRIPT, 23).page == 2
    with pytest.raises(IndexError):
        origin_at(TRANSCRIPT, len(TEXT))
