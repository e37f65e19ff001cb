"""The first step: one file in, its row of ``sources`` and its transcript out."""

from pathlib import Path

from variorum.model.transcript import Source, Transcript


def gather(path: Path, name: str) -> tuple[Source, Transcript | None]:
    """Read the file at ``path``, which is called ``name`` inside the dossier's sources."""
    return Source(name, "", "", "", 0, f"{name} was not read."), None
