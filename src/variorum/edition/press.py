"""The press: templates to pages. Every string is escaped, and characters that act are written out."""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from variorum.edition.charts.lending import NODE
from variorum.edition.charts.tree import BOX
from variorum.edition.shelf import Page, inputs_digest
from variorum.edition.wording import counted, date_words, in_lines, language_name, listed, visible
from variorum.model import comparisons, critique, findings, masking, summaries
from variorum.model.masking import MASK, MASK_LABEL, plain

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
SCRIPT = "variorum.js"
STYLE = "variorum.css"


def assets() -> list[Page]:
    """The style and, where it was built, the script."""
    texts = {name: ASSETS / name for name in (STYLE, SCRIPT) if (ASSETS / name).is_file()}
    return [
        Page(f"assets/{name}", inputs_digest("", path.read_bytes()), _reader(path))
        for name, path in texts.items()
    ]


def page(
    name: str,
    template: str,
    inputs: object,
    view: Callable[[], Mapping[str, Any]] = dict,
) -> Page:
    """A page from a template, which is given the ``inputs`` as ``page`` and what ``view`` makes.

    ``view`` may depend on nothing but the ``inputs``: a page is rendered anew only when they change.
    """

    def content() -> str:
        depth = "../" * name.count("/")
        return (
            _environment()
            .get_template(template)
            .render(page=inputs, root=depth, here=name, script=_has_script(), **view())
        )

    return Page(name, inputs_digest(_fingerprint() + name, inputs), content)


def _reader(path: Path) -> Callable[[], str]:
    return lambda: path.read_text(encoding="utf-8")


def _has_script() -> bool:
    return (ASSETS / SCRIPT).is_file()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=lambda value: _shown(value),
    )
    environment.filters |= {
        "counted": counted,
        "date_words": date_words,
        "in_lines": in_lines,
        "language_name": language_name,
        "listed": listed,
        "plain": plain,
    }
    environment.globals |= {"MASK": MASK, "MASK_LABEL": MASK_LABEL, "BOX": BOX, "NODE": NODE}
    return environment


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _fingerprint() -> str:
    """The hash of all that turns inputs into pages: code, templates, whether there is a script."""
    modules = (Path(str(m.__file__)) for m in (comparisons, critique, findings, masking, summaries))
    files = [*sorted(HERE.rglob("*.py")), *sorted(HERE.glob("templates/*")), *modules]
    hashed = hashlib.sha256(b"script" if _has_script() else b"")
    for file in files:
        hashed.update(file.name.encode() + b"\0" + file.read_bytes())
    return hashed.hexdigest()
