"""Taking in: originals are only read, names stay inside the dossier, nothing is lost."""

import os
from pathlib import Path

import pytest

from variorum.intake import Arrival, dossier_for, is_dossier, sources_in, take_in, title_of


def test_files_come_under_their_own_relative_names(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    (pile / "letters").mkdir(parents=True)
    (pile / "a.txt").write_text("one")
    (pile / "letters" / "б.txt").write_text("two")
    (pile / ".hidden").write_text("no")
    dossier = tmp_path / "d"
    assert list(take_in([pile], dossier)) == [Arrival("a.txt"), Arrival("letters/б.txt")]
    assert sources_in(dossier) == ["a.txt", "letters/б.txt"]
    assert (dossier / "sources" / "letters" / "б.txt").read_text() == "two"


def test_two_files_of_one_name_both_come_in(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    list(take_in([tmp_path / "x", tmp_path / "y"], tmp_path / "d"))
    assert sources_in(tmp_path / "d") == ["a.txt", "y/a.txt"]


def test_a_changed_original_leaves_the_earlier_copy_behind(tmp_path: Path) -> None:
    original = tmp_path / "a.txt"
    original.write_text("first")
    list(take_in([original], tmp_path / "d"))
    original.write_text("second")
    list(take_in([original], tmp_path / "d"))
    assert (tmp_path / "d" / "sources" / "a.txt").read_text() == "second"
    (kept,) = (tmp_path / "d" / "replaced").iterdir()
    assert kept.read_text() == "first"


def test_an_unchanged_original_is_not_copied_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("first")
    list(take_in([tmp_path / "a.txt"], tmp_path / "d"))
    copy = tmp_path / "d" / "sources" / "a.txt"
    before = copy.stat().st_mtime_ns
    list(take_in([tmp_path / "a.txt"], tmp_path / "d"))
    assert copy.stat().st_mtime_ns == before


def test_what_cannot_be_taken_in_is_said_in_one_sentence(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    os.mkfifo(pile / "pipe")
    (pile / "gone").symlink_to(tmp_path / "nowhere")
    (pile / "loop").symlink_to(pile)
    arrivals = {
        a.name: a.trouble for a in take_in([pile, tmp_path / "missing.txt"], tmp_path / "d")
    }
    assert "not a regular file" in arrivals["pipe"]
    assert "cannot be read" in arrivals["gone"]
    assert "does not exist" in arrivals["missing.txt"]
    assert sources_in(tmp_path / "d") == []


def test_hostile_names_stay_inside_and_readable(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    names = [b"a\nb.txt", b"caf\xe9.txt", "x\u202egpj.txt".encode(), b"n" * 250 + b".txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(pile) + b"/" + name)).write_text("x")
    list(take_in([pile], tmp_path / "d"))
    found = sources_in(tmp_path / "d")
    assert len(found) == len(names)
    assert all(name.isprintable() and len(name.encode()) <= 240 for name in found)
    assert all(name.encode("utf-8") for name in found)


def test_a_dossier_inside_the_pile_is_not_its_own_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    dossier = tmp_path / "d"
    for _ in range(2):
        list(take_in([tmp_path], dossier))
        (dossier / "dossier.toml").write_text("")
    assert sources_in(dossier) == ["a.txt"]
    assert is_dossier(dossier)
    assert list(take_in([dossier], dossier)) == []


@pytest.mark.parametrize(
    ("path", "expected"), [("pile", "pile.dossier"), ("pile/page.html", "page.dossier")]
)
def test_the_dossier_is_made_beside_what_it_is_built_from(
    tmp_path: Path, path: str, expected: str
) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "page.html").write_text("x")
    assert dossier_for([tmp_path / path], None) == (tmp_path / path).parent / expected
    assert dossier_for([tmp_path / path], tmp_path / "o") == tmp_path / "o"


def test_an_edition_is_called_after_what_it_was_built_from(tmp_path: Path) -> None:
    (tmp_path / "ferry-night" / "sources").mkdir(parents=True)
    (tmp_path / "the_log.txt").write_text("x")
    assert title_of(tmp_path / "ferry-night") == "Ferry night"
    assert title_of(tmp_path / "ferry-night" / "sources") == "Ferry night"
    assert title_of(tmp_path / "the_log.txt") == "The log"
