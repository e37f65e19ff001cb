"""The command line.

Exit codes: 0 done; 1 an error of the program itself; 2 the command was not understood; 3 there was
nothing that could be read; 4 the dossier cannot be used; 5 the disk is full or cannot be written;
130 interrupted.
"""

import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum, StrEnum
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from variorum import __version__
from variorum.model.findings import Finding

app = typer.Typer(
    help="Lay accounts of the same events side by side: what was altered, who copies whom, who says "
    "so, where they disagree. Nothing leaves this machine.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
export_app = typer.Typer(
    help="Write what was found in a form other programs read.", no_args_is_help=True
)
app.add_typer(export_app, name="export")

console = Console(stderr=True)
out = Console()

QUIET_SECONDS = 1.0
"""Work shorter than this shows no progress."""

EXAMPLES = Path(__file__).parents[2] / "examples"
"""Where a checkout keeps the example; an installed package carries it inside."""

STEP_LABELS = {
    "intake": "Taking in",
    "gather": "Gathering",
    "traits": "Comparing",
    "parallels": "Finding parallels",
    "read": "Reading",
    "identify": "Identifying",
    "confront": "Confronting",
    "publish": "Publishing",
}


class Exit(IntEnum):
    """What the exit code says."""

    DONE = 0
    ERROR = 1
    USAGE = 2
    NOTHING_READ = 3
    BAD_DOSSIER = 4
    DISK = 5
    INTERRUPTED = 130


class Format(StrEnum):
    """Formats of exported tables."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of prose.")]
DossierPath = Annotated[Path, typer.Argument(help="The dossier's folder.", metavar="DOSSIER")]


@app.command()
def build(
    paths: Annotated[
        list[Path], typer.Argument(help="A dossier, or any files and folders.", metavar="PATH...")
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Where to make the dossier.", metavar="DIR"),
    ] = None,
    as_json: Json = False,
) -> None:
    """Build a dossier: read the accounts, compare them, and write the edition."""
    _build(paths, output, as_json)


@app.command()
def demo(
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Where to make the dossier.", metavar="DIR")
    ] = Path("demo.dossier"),
    as_json: Json = False,
) -> None:
    """Build the example dossier and say which page to open."""
    with as_file(files("variorum") / "example") as packaged:
        root = packaged if packaged.is_dir() else EXAMPLES
        _build([root / "lantern-night" / "sources"], output, as_json)


@app.command()
def show(
    path: DossierPath,
    kind: Annotated[
        str, typer.Option(help="Only findings of this kind, such as disagreement.", metavar="KIND")
    ] = "",
    most: Annotated[int, typer.Option(help="How many findings to print.", min=1)] = 20,
    as_json: Json = False,
) -> None:
    """Print what was found, weightiest first."""
    from variorum.dossier import Dossier
    from variorum.model.tables import to_json

    with _sentences(), Dossier(path) as dossier:
        found = [f for f in dossier.findings() if not kind or f.kind == kind]
        unread = list(dossier.unread)
        if as_json:
            print(
                json.dumps({"findings": to_json(found[:most]), "of": len(found), "unread": unread})
            )
            return
        for finding in found[:most]:
            _print_finding(finding)
        if len(found) > most:
            out.print(f"… and {len(found) - most} more; see them with --most {len(found)}")
        if not found:
            out.print("Nothing was found." if not kind else f"No finding of kind {escape(kind)}.")
        for source, sentence in unread:
            out.print(f"[dim]Not read:[/] {escape(sentence or source)}")


@export_app.command("tables")
def export_tables(
    path: DossierPath,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="The folder to write into.", metavar="DIR")
    ],
    format: Annotated[Format, typer.Option(help="The form of the tables.")] = Format.jsonl,
    as_json: Json = False,
) -> None:
    """Write every table, one file each."""
    from variorum.dossier import Dossier
    from variorum.export import tables

    with _sentences(), Dossier(path) as dossier:
        written = tables(dossier, output, format.value)
    if as_json:
        print(json.dumps({"files": [str(file) for file in written]}))
    else:
        out.print(f"{len(written)} tables written to {escape(str(output))}", highlight=False)


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Lay accounts of the same events side by side."""
    if version:
        print(f"variorum {__version__}")
        raise typer.Exit(Exit.DONE)


def _build(paths: list[Path], output: Path | None, as_json: bool) -> None:
    with _sentences():
        from variorum.pipeline import build as build_dossier

        with (
            _progress() as progress,
            build_dossier(*paths, out=output, progress=progress) as dossier,
        ):
            counts: dict[str, int] = {}
            for finding in dossier.findings():
                counts[finding.kind] = counts.get(finding.kind, 0) + 1
            unread = list(dossier.unread)
            accounts = len(dossier.accounts)
            page = dossier.path / "edition" / "index.html"
    if as_json:
        print(
            json.dumps(
                {
                    "dossier": str(dossier.path),
                    "edition": str(page),
                    "accounts": accounts,
                    "findings": counts,
                    "unread": unread,
                }
            )
        )
    else:
        _print_summary(accounts, counts, unread, page)
    if not accounts:
        raise typer.Exit(Exit.NOTHING_READ)


def _print_summary(
    accounts: int, counts: dict[str, int], unread: list[tuple[str, str]], page: Path
) -> None:
    listed = ", ".join(f"{number} × {kind}" for kind, number in sorted(counts.items()))
    out.print(f"{accounts} accounts; {listed or 'nothing found'}.", highlight=False)
    for _, sentence in unread[:10]:
        out.print(f"[dim]Not read:[/] {escape(sentence)}", highlight=False)
    if len(unread) > 10:
        out.print(f"[dim]… and {len(unread) - 10} more, listed in the edition.[/]", highlight=False)
    out.print(f"Open {escape(str(page))}", highlight=False, soft_wrap=True)


def _print_finding(finding: Finding) -> None:
    out.print(f"[bold]{escape(finding.kind)}[/]  {escape(finding.summary)}", highlight=False)
    places = {f"{p.source} {p.start}–{p.end}" for p in finding.passages}
    out.print(f"  [dim]{escape('; '.join(sorted(places)[:3]))}[/]", highlight=False)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress bar on the terminal's error stream; nothing at all where it is no terminal."""
    if not console.is_terminal:
        yield None
        return
    began = time.monotonic()
    bar = Progress(
        TextColumn("{task.description:>12}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )
    tasks: dict[str, int] = {}

    def tell(step: str, done: int, total: int) -> None:
        if time.monotonic() - began < QUIET_SECONDS:
            return
        bar.start()
        if step not in tasks:
            tasks[step] = bar.add_task(STEP_LABELS.get(step, step), total=total or None)
        bar.update(tasks[step], completed=done, total=total or None)  # type: ignore[arg-type]

    try:
        yield tell
    finally:
        bar.stop()


@contextmanager
def _sentences() -> Iterator[None]:
    """Turn what can go wrong outside the program into one sentence and an exit code."""
    from variorum.dossier import DossierError
    from variorum.export import ExportError
    from variorum.model.settings import SettingsError
    from variorum.read import ReadingError
    from variorum.store import StoreError

    try:
        yield
    except ReadingError as error:
        _stop(str(error), Exit.ERROR)
    except (DossierError, SettingsError, StoreError, ExportError) as error:
        _stop(str(error), Exit.BAD_DOSSIER)
    except sqlite3.OperationalError as error:
        _stop(f"the dossier cannot be written ({error}); free some room and build again", Exit.DISK)
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        _stop(f"{name}{error.strerror or error}; mend that and build again", Exit.DISK)
    except KeyboardInterrupt:
        _stop("interrupted; build again to go on from here", Exit.INTERRUPTED)


def _stop(sentence: str, code: Exit) -> None:
    console.print(f"variorum: {escape(sentence)}", highlight=False, soft_wrap=True, style="")
    sys.exit(code)
