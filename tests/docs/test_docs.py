"""Documentation is tested: the reference is true, every example runs, every link leads somewhere."""

import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
EXAMPLE = re.compile(r"^\$ (variorum .+)$", re.M)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


def _reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_reference", ROOT / "docs" / "make_reference.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_says_what_the_code_says() -> None:
    for name, text in _reference().pages().items():
        written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
        assert written == text, f"run: python docs/make_reference.py ({name} is out of date)"


def test_every_command_and_option_is_explained() -> None:
    text = (ROOT / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
    for command in ("build", "show", "demo", "export tables"):
        assert f"`variorum {command}" in text
    assert not re.search(r"\| (None)? ?\|", text.replace("|  |", "| - |")), (
        "an option has no meaning"
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the examples expect it: with some files of one's own in ``my-folder``."""
    folder = tmp_path_factory.mktemp("desk")
    mine = folder / "my-folder"
    mine.mkdir()
    (mine / "letter.txt").write_text("The ferry sank on 3 March 1931. Twelve people drowned.\n")
    (mine / "diary.txt").write_text("The ferry sank on 4 March 1931. Fourteen people drowned.\n")
    return folder


def test_every_example_runs(desk: Path) -> None:
    """The examples of all pages, in the order of the pages, each after the one before it."""
    ran = 0
    seen: set[str] = set()
    for page in PAGES:
        for command in EXAMPLE.findall(page.read_text(encoding="utf-8")):
            if command in seen:
                continue
            seen.add(command)
            words = [sys.executable, "-m", "variorum", *shlex.split(command)[1:]]
            done = subprocess.run(words, cwd=desk, capture_output=True, text=True, timeout=300)
            assert done.returncode == 0, f"{page.name}: $ {command}\n{done.stdout}{done.stderr}"
            ran += 1
    assert ran
