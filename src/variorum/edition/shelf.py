"""Writing pages: only what changed, each page whole or not at all, nothing left over."""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

MANIFEST = ".pages.json"
"""Which pages there are, and from what each was made."""

_PAGE_NAME = re.compile(r"(?:[a-z]+/)?[A-Za-z0-9_-]+\.(?:html|css|js)")


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the edition: ``content`` is made only when the digest of its ``inputs`` is new."""

    name: str
    digest: str
    content: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


def inputs_digest(fingerprint: str, inputs: object) -> str:
    """The digest of what a page is made from: frozen records, whose ``repr`` tells all of them."""
    hashed = hashlib.sha256(fingerprint.encode())
    hashed.update(repr(inputs).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()


def shelve(pages: Iterable[Page], folder: Path) -> Published:
    """Write the ``pages`` into ``folder``, one at a time; remove those of an earlier edition.

    A page is skipped when it was made from the same inputs and is still there, and it is not
    touched when its bytes are the same. Raises ``OSError`` when the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = _manifest(folder)
    after: dict[str, str] = {}
    written = 0
    for page in pages:
        if not _PAGE_NAME.fullmatch(page.name):
            raise ValueError(f"{page.name!r} is no name for a page")
        after[page.name] = page.digest
        path = folder / page.name
        if before.get(page.name) == page.digest and path.is_file():
            continue
        content = page.content().encode("utf-8", "replace")
        if path.is_file() and path.read_bytes() == content:
            continue
        if not written:
            _forget(before, folder)
        path.parent.mkdir(exist_ok=True)
        _replace(path, content)
        written += 1
    stale = sorted(set(before) - set(after))
    for name in stale:
        (folder / name).unlink(missing_ok=True)
    for parent in sorted({(folder / name).parent for name in stale} - {folder}):
        if parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()
    _write_manifest(folder, after)
    return Published(written, len(after) - written, len(stale))


def _manifest(folder: Path) -> dict[str, str]:
    """The earlier edition's pages; none when the manifest is missing or not ours."""
    try:
        pages = json.loads((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    if not isinstance(pages, dict):
        return {}
    return {
        name: digest
        for name, digest in pages.items()
        if _PAGE_NAME.fullmatch(name) and isinstance(digest, str)
    }


def _forget(before: dict[str, str], folder: Path) -> None:
    """Keep the names but not the digests: an edition that is interrupted is checked page by page."""
    _write_manifest(folder, dict.fromkeys(before, ""))


def _write_manifest(folder: Path, pages: dict[str, str]) -> None:
    content = json.dumps(pages, indent=0, sort_keys=True).encode() + b"\n"
    path = folder / MANIFEST
    if not path.is_file() or path.read_bytes() != content:
        _replace(path, content)


def _replace(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of a file, so that a reader sees the old or the new one."""
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
