"""Names gathered from their bearings, before anyone is found in them: one name, all its forms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.identify.bearers import Bearing
from variorum.identify.folding import folded
from variorum.identify.given import given_key
from variorum.identify.inflection import base_of
from variorum.identify.names import Name, parsed


def gathered(
    bearings: Iterable[Bearing],
) -> tuple[dict[Name, list[Bearing]], dict[Name, list[str]]]:
    """The bearings of each name, and its forms as written, both sorted. Linear but for sorting."""
    by_name: dict[Name, list[Bearing]] = defaultdict(list)
    forms: dict[Name, list[str]] = defaultdict(list)
    for bearing in sorted(bearings):
        name = parsed(bearing[1], bearing[2])
        by_name[name].append(bearing)
        forms[name].append(bearing[1])
    _one_generation(by_name, forms)
    _uninflected(by_name, forms)
    return dict(by_name), dict(forms)


def spellings(forms: Sequence[str]) -> list[str]:
    """The forms, but for the first, that are not the same letters in another order or case."""
    seen: dict[tuple[str, ...], str] = {}
    for form in forms:
        seen.setdefault(tuple(sorted(folded(form).replace(",", " ").split())), form)
    return list(seen.values())[1:]


def _one_generation(by_name: dict[Name, list[Bearing]], forms: dict[Name, list[str]]) -> None:
    """ "Lev Petrov, Jr." where nobody is Lev Petrov, Sr.: the other texts say plainly Lev Petrov."""
    generations: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in by_name:
        if name.generation and name.given:
            generations[name.surname, given_key(name.given[0])].add(name.generation)
    for name in sorted(by_name, key=str):
        if name.given and len(generations[name.surname, given_key(name.given[0])]) == 1:
            _renamed(name, replace(name, generation=""), by_name, forms)


def _renamed(
    name: Name, renewed: Name, by_name: dict[Name, list[Bearing]], forms: dict[Name, list[str]]
) -> None:
    if name != renewed:
        by_name[renewed] = sorted({*by_name.get(renewed, []), *by_name.pop(name)})
        forms[renewed] = [*forms.get(renewed, []), *forms.pop(name)]


def _uninflected(by_name: dict[Name, list[Bearing]], forms: dict[Name, list[str]]) -> None:
    """Russian surnames that reading left in an oblique case, where the base form is a name here too."""
    known = {name.surname for name in by_name}
    for name in sorted(by_name, key=str):
        base = base_of(forms[name][0], name.surname, known)
        if base:
            _renamed(name, replace(name, surname=base), by_name, forms)
