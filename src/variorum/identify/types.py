"""Types: what a name means, decided over the whole dossier from all its mentions."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from variorum.identify.folding import folded

MAJORITY = 2 / 3
"""Share of a one-word form's mentions that must carry one type before the others are held to be
misread: below it the form may well name both a person and a place. A name of several words names
one thing, and the commonest type holds."""

TYPES = ("person", "place", "group", "unit", "ship", "work")
"""Order in which ties between types are broken."""


def types(counts: Mapping[tuple[str, str, str, str], int]) -> dict[tuple[str, str], str]:
    """For every (folded form, type) read, the type that nearly all mentions of the form carry.

    ``counts`` are of mentions by account, form, type and gender."""
    read: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, form, kind, _), count in counts.items():
        read[folded(form)][kind] += count
    decided: dict[tuple[str, str], str] = {}
    for form, kinds in read.items():
        best = min(kinds, key=lambda kind: (-kinds[kind], *_rank(kind)))
        needed = 0.0 if " " in form else MAJORITY * kinds.total()
        if len(kinds) > 1 and kinds[best] >= needed:
            decided.update({(form, kind): best for kind in kinds})
    return decided


def _rank(kind: str) -> tuple[int, str]:
    return (TYPES.index(kind) if kind in TYPES else len(TYPES), kind)
