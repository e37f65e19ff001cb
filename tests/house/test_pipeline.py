"""The pipeline: a rebuild is a no-op, one change touches one thing, decisions and copies survive."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import variorum
from variorum.dossier import Dossier, DossierError
from variorum.export import tables
from variorum.model.passage import Passage
from variorum.model.settings import SettingsError
from variorum.model.tables import TABLES

LETTER = """The Night of the Ferry

By Ada Quill, Harbour News, March 9, 1931

The ferry Heron sank on 3 March 1931. Twelve people drowned in the bay. "We heard nothing," said
Captain Orrin Vale, who kept the light. Vale was 41 years old.
"""
DIARY = """A Keeper's Diary

By Tom Ashdown, City Times, April 2, 1961

The ferry Heron sank on 4 March 1931. Fourteen people drowned in the bay. Orrin Vale kept the light
that night.
"""
RUSSIAN = """Паром «Цапля» затонул 3 марта 1931 года. Утонули двенадцать человек. Смотритель Оррин Вейл
сказал: «Мы ничего не слышали».
"""


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "diary.txt").write_text(DIARY, encoding="utf-8")
    (folder / "ru.txt").write_text(RUSSIAN, encoding="cp1251")
    return folder


def state(dossier: Path) -> dict[str, tuple[int, bytes]]:
    return {
        file.relative_to(dossier).as_posix(): (file.stat().st_mtime_ns, file.read_bytes())
        for file in dossier.rglob("*")
        if file.is_file()
    }


def exported(dossier: Dossier, folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in tables(dossier, folder)}


def passages(value: object) -> list[Passage]:
    """Every passage inside a record, however deep."""
    if isinstance(value, Passage):
        return [value]
    if isinstance(value, tuple | list):
        return [p for item in value for p in passages(item)]
    if hasattr(value, "__dataclass_fields__"):
        return [p for name in value.__dataclass_fields__ for p in passages(getattr(value, name))]
    return []


def test_every_passage_of_every_table_is_the_text(pile: Path) -> None:
    with variorum.build(pile) as dossier:
        found = 0
        for name in TABLES:
            for record in dossier.table(name):
                for passage in passages(record):
                    text = dossier.text(passage.source)
                    assert passage.quote == text[passage.start : passage.end]
                    found += 1
        assert found > 20
        assert dossier.text("ru.txt") == RUSSIAN


def test_a_rebuild_with_nothing_changed_writes_nothing(pile: Path) -> None:
    variorum.build(pile).close()
    before = state(pile.with_name("pile.dossier"))
    variorum.build(pile).close()
    assert state(pile.with_name("pile.dossier")) == before
    variorum.build(pile.with_name("pile.dossier")).close()
    assert state(pile.with_name("pile.dossier")) == before


def test_adding_one_source_gives_what_building_all_at_once_gives(
    pile: Path, tmp_path: Path
) -> None:
    late = pile / "diary.txt"
    aside = shutil.move(late, tmp_path / "diary.txt")
    variorum.build(pile, out=tmp_path / "one" / "a.dossier").close()
    shutil.move(aside, late)
    with variorum.build(pile, out=tmp_path / "one" / "a.dossier") as grown:
        grown_tables = exported(grown, tmp_path / "t1")
    with variorum.build(pile, out=tmp_path / "two" / "b.dossier") as fresh:
        assert exported(fresh, tmp_path / "t2") == grown_tables
    pages = [
        {name: body for name, (_, body) in state(tmp_path / d / "edition").items()}
        for d in ("one/a.dossier", "two/b.dossier")
    ]
    assert pages[0] == pages[1]


def test_a_source_taken_out_of_the_dossier_leaves_every_table(pile: Path) -> None:
    variorum.build(pile).close()
    folder = pile.with_name("pile.dossier")
    (folder / "sources" / "diary.txt").unlink()
    with variorum.build(folder) as dossier:
        for name in TABLES:
            for record in dossier.table(name):
                assert all(p.source != "diary.txt" for p in passages(record)), name
        assert "diary.txt" not in {source.source for source in dossier.table("sources")}


def test_decisions_survive_rebuilds_and_can_be_undone(pile: Path) -> None:
    with variorum.build(pile) as dossier:
        kept = dossier.decide("d_1", "reject", "a slip of the pen", who="N.")
        undone = dossier.decide("d_2", "accept", who="N.")
        dossier.decide("d_2", "undo", who="N.", undoes=undone.id)
        with pytest.raises(DossierError, match="no verdict"):
            dossier.decide("d_1", "perhaps")
    (pile / "letter.txt").write_text(LETTER + "\nA line more.\n", encoding="utf-8")
    with variorum.build(pile) as dossier:
        assert list(dossier.decisions()) == [kept]
        assert len(list(dossier.table("decisions"))) == 3


def test_the_disagreement_of_two_plain_accounts_is_found(pile: Path) -> None:
    with variorum.build(pile) as dossier:
        found = {
            frozenset(p.quote for side in d.sides for p in side.passages)
            for d in dossier.table("disagreements")
        }
    values = " | ".join(" ".join(sorted(quotes)) for quotes in found)
    assert "3 March 1931" in values
    assert "4 March 1931" in values
    assert "welve" in values
    assert "ourteen" in values


def test_tables_open_as_data_frames(pile: Path) -> None:
    with variorum.build(pile) as dossier:
        frame = dossier.frame("accounts")
        assert list(frame["source"]) == ["diary.txt", "letter.txt", "ru.txt"]
        assert list(frame["author"])[:2] == ["Tom Ashdown", "Ada Quill"]
        assert list(frame["date"])[:2] == ["1961-04-02", "1931-03-09"]
        assert dossier.frame("images").empty


def test_exports_agree_in_every_format_and_run_no_formula(tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_text("=HYPERLINK(1)\n\n'=1+1' wrote Ada Quill on 3 March 1931.\n")
    with variorum.build(tmp_path / "f.txt") as dossier:
        for form in ("jsonl", "csv", "parquet"):
            assert len(tables(dossier, tmp_path / form, form)) == len(TABLES)
        rows = [json.loads(line) for line in (tmp_path / "jsonl" / "accounts.jsonl").open()]
        import pandas as pd

        flat = pd.read_csv(tmp_path / "csv" / "accounts.csv", keep_default_na=False)
        assert list(flat["id"]) == [row["id"] for row in rows]
        assert list(pd.read_parquet(tmp_path / "parquet" / "accounts.parquet")["id"]) == list(
            flat["id"]
        )
        for file in (tmp_path / "csv").iterdir():
            cells = pd.read_csv(file, dtype=str, keep_default_na=False)
            assert not any(str(v).startswith(("=", "+", "@")) for v in cells.to_numpy().ravel())


def test_bad_settings_are_one_sentence(pile: Path) -> None:
    variorum.build(pile).close()
    toml = pile.with_name("pile.dossier") / "dossier.toml"
    for text, sentence in (
        ("title = [", "not valid TOML"),
        ("colour = 1", "unknown setting"),
        ("title = 1", "title must be"),
        ("[languages]\nde = 1", "languages"),
    ):
        toml.write_text(text)
        with pytest.raises(SettingsError, match=sentence):
            variorum.build(pile)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=200))
def test_any_text_builds_and_every_passage_holds(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "any"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(tmp_path / "any.dossier", ignore_errors=True)
    folder.mkdir()
    (folder / "a.txt").write_bytes(text.encode("utf-8", "replace"))
    with variorum.build(folder) as dossier:
        for name in TABLES:
            for record in dossier.table(name):
                for passage in passages(record):
                    assert (
                        passage.quote == dossier.text(passage.source)[passage.start : passage.end]
                    )
