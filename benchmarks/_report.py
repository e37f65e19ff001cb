"""Writes one benchmark's section of ``RESULTS.md`` and leaves the others alone."""

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
_TITLE = "# Results\n\nEach section is written by the benchmark it names.\n"


def machine() -> str:
    """Processors, system and versions: what a figure depends on, and no name of any host."""
    versions = []
    for package in ("variorum", "spacy", "nltk", "natasha"):
        try:
            versions.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return (
        f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {', '.join(versions)}, "
        f"{datetime.now(UTC).date().isoformat()}"
    )


def write_section(name: str, markdown: str) -> None:
    """Replace the section between ``<!-- name -->`` and ``<!-- /name -->``, or append it."""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else _TITLE
    section = f"<!-- {name} -->\n{markdown.strip()}\n\n_{machine()}_\n<!-- /{name} -->"
    pattern = re.compile(rf"<!-- {re.escape(name)} -->.*?<!-- /{re.escape(name)} -->", re.DOTALL)
    if pattern.search(text):
        text = pattern.sub(lambda _: section, text)
    else:
        text = f"{text.rstrip()}\n\n{section}\n"
    RESULTS.write_text(text, encoding="utf-8")
