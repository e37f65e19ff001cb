"""Write the reference from the code: the command line, the tables, the Python interface.

Run it after a change to any of them; the tests fail while ``docs/reference`` says something else.
"""

import inspect
import re
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

import typer
from typer.main import get_command

import variorum
from variorum.cli import Exit, app
from variorum.dossier import Dossier
from variorum.model.passage import Passage
from variorum.model.settings import Settings
from variorum.model.tables import TABLES
from variorum.pipeline import build

REFERENCE = Path(__file__).parent / "reference"


def pages() -> dict[str, str]:
    """The reference: file name to text."""
    texts = {
        "command-line.md": _command_line(),
        "tables.md": _tables(),
        "python.md": _python(),
        "settings.md": _settings(),
    }
    return {name: re.sub(r"(?<!`)``(?!`)", "`", text) for name, text in texts.items()}


def _command_line() -> str:
    root = get_command(app)
    parts = ["# The command line\n", f"{root.help}\n"]
    parts += [_command(path, command) for path, command in _commands("variorum", root)]
    parts.append("## Exit codes\n\n" + "\n".join(_exit_codes()) + "\n")
    return "\n".join(parts)


def _commands(path: str, command: Any) -> list[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        return [(path, command)]
    return [pair for name in sorted(inner) for pair in _commands(f"{path} {name}", inner[name])]


def _command(path: str, command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    usage = " ".join([path, *(a.metavar or a.name.upper() for a in arguments)])
    lines = [
        f"## `{usage}`\n",
        f"{inspect.cleandoc(command.help or '')}\n",
        "| option | meaning | default |",
    ]
    lines.append("|---|---|---|")
    for option in options:
        names = ", ".join(f"`{name}`" for name in option.opts)
        default = "" if option.default in (None, "", False) else f"`{option.default}`"
        lines.append(f"| {names} | {option.help} | {default} |")
    return "\n".join(lines) + "\n"


def _exit_codes() -> list[str]:
    import variorum.cli

    meanings = dict(re.findall(r"(\d+) ([^;.]+)", " ".join((variorum.cli.__doc__ or "").split())))
    return [f"- `{code.value}`: {meanings[str(code.value)]}" for code in Exit]


def _tables() -> str:
    parts = [
        "# The tables\n",
        "`variorum export tables DOSSIER -o DIR` writes one file a table: JSON Lines, CSV or Parquet.\n",
        f"A passage is `{{{', '.join(f.name for f in fields(Passage))}}}`: "
        + " ".join((Passage.__doc__ or "").split())
        + "\n",
    ]
    for name, kind in TABLES.items():
        hints = get_type_hints(kind)
        parts.append(f"## `{name}`\n\n{inspect.cleandoc(kind.__doc__ or '')}\n")
        parts.append("| field | type |\n|---|---|")
        parts.append(
            "\n".join(f"| `{f.name}` | {_type(hints[f.name])} |" for f in fields(kind)) + "\n"
        )
    return "\n".join(parts)


def _type(hint: Any) -> str:
    text = (
        hint.__name__ if isinstance(hint, type) and not getattr(hint, "__args__", ()) else str(hint)
    )
    text = re.sub(r"[\w.]+\.(\w+)", r"\1", text)
    text = re.sub(r"tuple\[(.+), \.\.\.\]", r"list of \1", text)
    return text.replace(" | None", " or null").replace("str", "text").lower()


def _python() -> str:
    lines = ["# From Python\n", f"```python\n{_example(variorum.__doc__ or '')}\n```\n"]
    lines.append(_function("variorum.build", build))
    lines.append(_function("variorum.open_dossier", variorum.open_dossier))
    lines.append(f"## `variorum.Dossier`\n\n{inspect.cleandoc(Dossier.__doc__ or '')}\n")
    for name, member in inspect.getmembers(Dossier):
        if not name.startswith("_") and (documented := inspect.getdoc(member)):
            if callable(member):
                lines.append(_function(f"Dossier.{name}", member, "###"))
            else:
                lines.append(f"### `Dossier.{name}`\n\n{documented}\n")
    return "\n".join(lines)


def _example(docstring: str) -> str:
    return "\n".join(
        line[4:] for line in docstring.splitlines() if line.startswith((">>> ", "... "))
    )


def _function(name: str, function: Any, level: str = "##") -> str:
    names = [p for p in inspect.signature(function).parameters if p != "self"]
    return f"{level} `{name}({', '.join(names)})`\n\n{inspect.getdoc(function)}\n"


def _settings() -> str:
    lines = ["# Settings\n", "`dossier.toml` in the dossier's folder.\n"]
    lines.append(inspect.cleandoc(Settings.__doc__ or "") + "\n")
    lines += [f"- `{f.name}`" for f in fields(Settings)]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the pages."""
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
