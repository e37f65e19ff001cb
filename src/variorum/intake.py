"""Intake: what the user points at is copied into the dossier, under its own relative name.

Originals are only ever read. A copy whose original has changed is kept under ``replaced/`` before the
new one takes its place, so that nothing is lost.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from variorum.versions import file_digest

DOSSIER_ENDING = ".dossier"
NAME_BYTES = 240
"""Longest part of a name that every common file system keeps, less room for a temporary ending."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file the user pointed at: its name inside ``sources``, and why it could not be taken in
    ("" when it could)."""

    name: str
    trouble: str = ""


def is_dossier(path: Path) -> bool:
    """Whether a folder is a dossier: it has a ``dossier.toml`` beside a ``sources`` folder."""
    return (path / "dossier.toml").is_file() and (path / "sources").is_dir()


def dossier_for(paths: Iterable[Path], out: Path | None) -> Path:
    """The dossier to build: ``out``, or the dossier given, or one beside the first of ``paths``."""
    first = next(iter(paths))
    if out is not None:
        return out
    if is_dossier(first):
        return first
    resolved = first.resolve()
    stem = resolved.name if resolved.is_dir() else resolved.stem
    return resolved.parent / f"{stem or 'variorum'}{DOSSIER_ENDING}"


def title_of(path: Path) -> str:
    """What to call an edition of ``path`` until its reader names it: the file's or folder's name."""
    resolved = path.resolve()
    named = resolved.parent if resolved.name == "sources" else resolved
    stem = named.name if named.is_dir() else named.stem
    words = _safe(stem.removesuffix(DOSSIER_ENDING)).replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def take_in(paths: Iterable[Path], dossier: Path) -> Iterator[Arrival]:
    """Copy every file under ``paths`` into the dossier's sources, in the order of their names.

    Raises ``OSError`` only where the dossier itself cannot be written (a full disk, a read-only
    folder); what cannot be read is an ``Arrival`` with a sentence of trouble.
    """
    sources = dossier / "sources"
    sources.mkdir(parents=True, exist_ok=True)
    taken: dict[str, Path] = {}
    for path in paths:
        if is_dossier(path):
            if path.resolve() == dossier.resolve():
                continue
            path = path / "sources"
        if not os.path.lexists(path):
            yield Arrival(
                _safe(path.name), f"{path.name} does not exist; check the name and build again"
            )
            continue
        for file, name, trouble in _walk(path, dossier):
            if name in taken and taken[name] != file:
                name = _safe(f"{path.resolve().name}/{name}")
            taken[name] = file
            yield Arrival(name, trouble or _copy(file, sources / PurePosixPath(name), dossier))


def sources_in(dossier: Path) -> list[str]:
    """The names of all source files of a dossier, sorted."""
    root = dossier / "sources"
    found = []
    for folder, _, files in os.walk(root):
        found += [(Path(folder) / file).relative_to(root).as_posix() for file in files]
    return sorted(name for name in found if not name.endswith(".partial"))


def _walk(path: Path, dossier: Path) -> Iterator[tuple[Path, str, str]]:
    """File, name inside the sources and trouble of everything under ``path``, hidden files left out."""
    if not path.is_dir():
        yield path, _safe(path.name), _unfit(path)
        return
    refused: list[OSError] = []
    inside = dossier.resolve()
    for folder, folders, files in os.walk(path, onerror=refused.append):
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and (Path(folder) / f).resolve() != inside
        )
        for name in sorted(file for file in files if not file.startswith(".")):
            file = Path(folder) / name
            yield file, _safe(file.relative_to(path).as_posix()), _unfit(file)
        while refused:
            error = refused.pop()
            name = _safe(Path(str(error.filename)).relative_to(path).as_posix())
            yield path, name, f"the folder {name} cannot be opened; give yourself leave to read it"


def _unfit(file: Path) -> str:
    try:
        mode = file.stat().st_mode
    except OSError as error:
        return f"{_safe(file.name)} cannot be read ({error.strerror}); mend it or take it out"
    if not stat.S_ISREG(mode):
        return f"{_safe(file.name)} is not a regular file; copy its content into one"
    return ""


def _copy(file: Path, target: Path, dossier: Path) -> str:
    """Copy ``file`` to ``target``, whole or not at all; returns a sentence of trouble or ""."""
    try:
        content = file.open("rb")
    except OSError as error:
        return f"{_safe(file.name)} cannot be opened ({error.strerror}); give yourself leave to read it"
    with content:
        if target.is_file():
            earlier = file_digest(target)
            if earlier == file_digest(file):
                return ""
            kept = dossier / "replaced" / f"{earlier[:16]}-{target.name}"
            kept.parent.mkdir(exist_ok=True)
            if not kept.exists():
                shutil.copyfile(target, kept)
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(target.name[:200] + ".partial")
        try:
            with partial.open("wb") as copy:
                shutil.copyfileobj(content, copy)
            os.replace(partial, target)
        finally:
            partial.unlink(missing_ok=True)
    return ""


def _safe(name: str) -> str:
    """A name that every table, page and file system can hold: Unicode only, parts of fair length."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text).replace("\\", "_")
    parts = [part for part in text.split("/") if part not in ("", ".", "..")]
    return "/".join(_shortened(part) for part in parts) or "source"


def _shortened(part: str) -> str:
    if len(part.encode()) <= NAME_BYTES:
        return part
    stem, dot, ending = part.rpartition(".")
    keep = NAME_BYTES - 20 - len(ending.encode())
    kept = stem.encode()[:keep].decode("utf-8", "ignore")
    return f"{kept}-{hashlib.sha256(part.encode()).hexdigest()[:12]}{dot}{ending}"
