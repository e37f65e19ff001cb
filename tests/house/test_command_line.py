"""The command line as a person and a program use it: real processes, real exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXT = "The ferry sank on 3 March 1931. Twelve people drowned.\n"
OTHER = "The ferry sank on 4 March 1931. Fourteen people drowned.\n"


def variorum(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "variorum", *map(str, words)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "pile").mkdir()
    (folder / "pile" / "a.txt").write_text(TEXT)
    (folder / "pile" / "b.txt").write_text(OTHER)
    done = variorum("build", folder / "pile")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""  # quiet when piped
    assert str(folder / "pile.dossier" / "edition" / "index.html") in done.stdout
    return folder / "pile.dossier"


def test_show_prints_findings_for_people_and_for_programs(built: Path) -> None:
    assert "disagreement" in variorum("show", built).stdout
    answer = json.loads(variorum("show", built, "--json", "--kind", "disagreement").stdout)
    assert answer["of"] == len(answer["findings"]) >= 1
    assert variorum("show", built, "--kind", "nothing").stdout.startswith("No finding of kind")


def test_build_answers_in_json(built: Path) -> None:
    answer = json.loads(variorum("build", built, "--json").stdout)
    assert answer["accounts"] == 2
    assert Path(answer["edition"]).is_file()


def test_export_writes_every_table(built: Path, tmp_path: Path) -> None:
    assert variorum("export", "tables", built, "-o", tmp_path / "t").returncode == 0
    rows = [json.loads(line) for line in (tmp_path / "t" / "sources.jsonl").open(encoding="utf-8")]
    assert [row["source"] for row in rows] == ["a.txt", "b.txt"]
    assert set(rows[0]) >= {"source", "sha256", "media_type", "reader", "length"}


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["build", "nowhere.txt"], 3, "does not exist"),
        (["show", "nowhere"], 4, "holds no dossier"),
        (["export", "tables", "nowhere", "-o", "t"], 4, "holds no dossier"),
        (["build"], 2, "Missing argument"),
        (["--version"], 0, "variorum 0"),
    ],
)
def test_every_exit_code_comes_with_a_sentence(
    tmp_path: Path, words: list[str], code: int, sentence: str
) -> None:
    done = variorum(*words, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert sentence in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_an_interrupted_build_goes_on_where_it_stopped(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(300):
        (pile / f"{number}.txt").write_text(
            f"On {number % 28 + 1} March 1931 the ferry sank. " * 40
        )
    command = [sys.executable, "-m", "variorum", "build", str(pile)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    database = tmp_path / "pile.dossier" / "dossier.sqlite"
    while not database.exists() and running.poll() is None:
        time.sleep(0.05)
    time.sleep(1.5)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 130, errors
    assert "build again" in errors
    assert "Traceback" not in errors
    done = variorum("build", pile, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["accounts"] == 300


def test_a_full_disk_is_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(small)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a small file system can only be mounted by root")
    try:
        (tmp_path / "big.txt").write_text(TEXT * 20_000)
        done = variorum("build", tmp_path / "big.txt", "-o", small / "d")
        assert done.returncode == 5, done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
        (tmp_path / "big.txt").write_text(TEXT)
        assert variorum("build", tmp_path / "big.txt", "-o", small / "d").returncode in (0, 5)
    finally:
        subprocess.run(["umount", str(small)], check=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_is_listed(tmp_path: Path) -> None:
    locked = tmp_path / "pile" / "locked"
    locked.mkdir(parents=True)
    (tmp_path / "pile" / "a.txt").write_text(TEXT)
    locked.chmod(0)
    try:
        done = variorum("build", tmp_path / "pile")
    finally:
        locked.chmod(0o700)
    assert done.returncode == 0
    assert "locked" in done.stdout
