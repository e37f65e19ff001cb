"""The example's ``truth.json`` and how its quotes are found in a text."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).parents[2] / "examples" / "lantern-night"
SOURCES = EXAMPLE / "sources"
TRUTH: Mapping[str, Any] = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))

Span = tuple[str, int, int]


class NotFoundOnceError(AssertionError):
    """A quote of the truth stands nowhere in its source, or in more than one place."""


def entries(table: str, *steps: str) -> list[dict[str, Any]]:
    """The entries of a table of the truth whose step is one of ``steps`` (all when none is given)."""
    return [entry for entry in TRUTH[table] if not steps or entry.get("step") in steps]


def find(quote: str, text: str) -> list[tuple[int, int]]:
    """Where ``quote`` stands in ``text``; its spaces match any white space."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    return [match.span() for match in re.finditer(pattern, text)]


def pin(entry: Mapping[str, Any], text: str) -> tuple[int, int]:
    """The one place in ``text`` that the entry's quote (in its context, where given) means."""
    context, quote = entry.get("context"), entry["quote"]
    places = find(context or quote, text)
    if len(places) != 1:
        raise NotFoundOnceError(
            f"{entry['source']}: {len(places)} times, not once: {context or quote!r}"
        )
    start, end = places[0]
    if context is None:
        return start, end
    inner = find(quote, text[start:end])
    if not inner:
        raise NotFoundOnceError(f"{entry['source']}: {quote!r} is not in {context!r}")
    return start + inner[0][0], start + inner[0][1]


def passages(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every entry with a quote, however deep, in a part of the truth."""
    if isinstance(value, Mapping):
        if "quote" in value and "source" in value:
            yield value
        for inner in value.values():
            yield from passages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from passages(inner)


def accepted(value: Any) -> list[str]:
    """The acceptable values of a field: one string, or a list of them."""
    return value if isinstance(value, list) else [value]
