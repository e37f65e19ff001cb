"""Spellings: full names that are one in two scripts or romanisations, and those a letter apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from variorum.identify.comparing import compared
from variorum.identify.eastern import cyrillic_key, eastern_key, is_eastern, loose_key
from variorum.identify.folding import folded
from variorum.identify.given import given_key, is_known_given
from variorum.identify.names import Name, is_woman
from variorum.identify.scripts import chances, script_of

SAME_ACROSS_SCRIPTS = 92.0
"""Least rapidfuzz ratio (0 to 100) of two full names, one Latin and one Cyrillic, held to be one: one
letter in twelve. Set on hand-made pairs, deliberately strict."""

LEARNED_SAME = 0.85
"""Least chance of the learned model for each word of two names held to be one person's. On pairs whose
Latin side is a similar name's (benchmarks/identity.py) 97 in 100 of those above it are right."""

MARGIN = 0.1
"""How much likelier than any other the likeliest name must be."""

PRIOR_ODDS = 0.5
"""Odds, before their letters are looked at, that two names of one block in two scripts are one; half
of those that the model was calibrated at. Set by hand."""

SURNAME_SAME = 0.75
"""The same for the surname alone, where the given name is the same by other means."""

POSSIBLY_SAME = 90.0
"""Least ratio of two full names in one script that are reported as possibly the same, never merged."""

A_LETTER = 0.7
"""Chance that full names a letter apart are one person's; in ECB+ two of two were: too few."""

MAX_NEAR = 3
"""Pairs of names a letter apart in one block; where there are more, a letter tells people apart."""

LIKELY = 0.5
"""Chance, as ``compared`` gives it, from which names a letter apart are told of."""

MAX_FUZZY = 40
"""Full names of one block that are compared with each other."""

_ALIKE = str.maketrans("wjkqzsfgh", "vicccsvhh")


@dataclass(frozen=True, slots=True)
class Near:
    """Two names so near that they may be one person's: why, and the chance that they are."""

    one: Name
    other: Name
    why: str
    chance: float


def one_spelling(
    names: Iterable[Name], forms: Mapping[Name, Sequence[str]]
) -> tuple[dict[Name, Name], dict[Name, str], list[Near]]:
    """Names to the name they are another spelling of, with the reasons, and those who may be.

    ``forms`` are the names as written, the first of each being looked at. Near linear: only names
    in one block (eastern romanisation, script, first letters and consonants) are compared.
    """
    full = sorted((n for n in names if n.surname), key=lambda n: (n.surname, n.given, str(n)))
    aliases: dict[Name, Name] = {}
    why: dict[Name, str] = {}
    _romanised(full, forms, aliases, why)
    near = _across_scripts(full, forms, aliases, why)
    near += _within_blocks(full, forms, aliases, why)
    return aliases, why, near


def _alias(
    name: Name,
    target: Name,
    reason: str,
    aliases: dict[Name, Name],
    why: dict[Name, str],
    whole: bool = False,
) -> None:
    """Make one name another's spelling; ``whole`` where its words are divided otherwise."""
    target = aliases.get(target, target)
    if name not in aliases and name != target:
        rest = (
            name.given[1:]
            if not whole and len(name.given) > len(target.given)
            else target.given[1:]
        )
        same = Name(
            target.given[:1] + rest, target.surname, name.generation, name.gender or target.gender
        )
        aliases[name] = same
        why[name] = reason


def _romanised(
    full: Sequence[Name],
    forms: Mapping[Name, Sequence[str]],
    aliases: dict[Name, Name],
    why: dict[Name, str],
) -> None:
    blocks: dict[str, list[Name]] = defaultdict(list)
    cyrillic: dict[str, list[Name]] = defaultdict(list)
    for name in full:
        form = forms[name][0]
        if script_of(form) == "cyrillic":
            key = cyrillic_key(folded(form))
            if key:
                cyrillic[key].append(name)
            continue
        key = eastern_key(folded(form))
        if key:
            blocks[key].append(name)
    for block in blocks.values():
        # a hyphen or the order shows that this is no Harry Lee
        if not any(is_eastern(folded(forms[name][0])) for name in block):
            continue
        for other in block[1:]:
            _alias(other, block[0], "another romanisation of the same name", aliases, why, True)
    loose: dict[str, list[Name]] = defaultdict(list)
    for key, block in blocks.items():
        loose[loose_key(key)].append(block[0])
    for key, names in cyrillic.items():
        if len(loose.get(key, ())) == 1:
            for name in names:
                _alias(name, loose[key][0], "the same name in another script", aliases, why, True)


def _across_scripts(
    full: Sequence[Name],
    forms: Mapping[Name, Sequence[str]],
    aliases: dict[Name, Name],
    why: dict[Name, str],
) -> list[Near]:
    """Names in scripts that no table folds to Latin, beside every Latin name of the dossier whose length
    fits; and Cyrillic names beside Latin ones of one block, by the model."""
    latin: dict[int, list[Name]] = defaultdict(list)
    foreign: list[Name] = []
    rough: dict[str, list[Name]] = defaultdict(list)
    cyrillic: list[Name] = []
    for name in full:
        script = script_of(forms[name][0])
        if script == "latin":
            latin[len(forms[name][0].split())].append(name)
            rough[_rough(name)].append(name)
        elif script == "cyrillic" and (name.given or not is_known_given(forms[name][0])):
            cyrillic.append(name)
        elif script not in ("", "greek", "cyrillic") and len(forms[name][0]) > 1:
            foreign.append(name)
    pairs: list[tuple[Name, Name]] = []
    for name in foreign[:MAX_FOREIGN]:
        words = len(forms[name][0].replace("·", " ").split())
        beside = latin[words] if words > 1 else [*latin[1], *latin[2], *latin[3]]
        pairs += [(name, other) for other in beside[:MAX_BESIDE]]
    for name in cyrillic:
        beside = [
            n
            for n in rough.get(_rough(name), ())
            if n.surname != name.surname or not _given_same(n, name)
        ]
        pairs += [
            (name, other) for other in beside[:MAX_FUZZY] if len(other.given) == len(name.given)
        ]
    ranked: dict[Name, list[tuple[float, Name]]] = defaultdict(list)
    for (name, other), chance in zip(pairs, _learned(pairs, forms), strict=True):
        if chance >= LIKELY and not _mans(name, other):
            ranked[name].append((chance, other))
    near = []
    for name, candidates in ranked.items():
        chance, other = max(candidates, key=lambda pair: pair[0])
        rivals = [n for c, n in candidates if n.surname != other.surname and c > chance - MARGIN]
        least = SURNAME_SAME if name.given and _given_same(name, other) else LEARNED_SAME
        if chance >= least and not rivals:
            _alias(name, other, "the same name in another script", aliases, why)
        elif name not in aliases:
            odds = PRIOR_ODDS * chance / (1.0 - min(chance, 0.999))
            near.append(Near(name, other, "perhaps one name in two scripts", odds / (1.0 + odds)))
    return near


MAX_FOREIGN, MAX_BESIDE = 2000, 500
"""Names in other scripts that are looked at, and Latin names that each is compared with."""


def _learned(
    pairs: Sequence[tuple[Name, Name]], forms: Mapping[Name, Sequence[str]]
) -> list[float]:
    """For each pair the chance of its least likely word, word by word, or that of the whole."""
    asked: list[tuple[str, str]] = []
    spans: list[tuple[int, int]] = []
    for name, other in pairs:
        mine = forms[name][0].replace("·", " ").replace("・", " ").split()
        yours = forms[other][0].split()
        start = len(asked)
        if len(mine) == len(yours):
            asked += list(zip(mine, yours, strict=True))
        else:
            asked.append(("".join(mine), "".join(yours)))
            asked.append(("".join(mine), "".join(yours[1:] + yours[:1])))
        spans.append((start, len(asked)))
    known = chances(asked)
    result = []
    for (name, other), (start, end) in zip(pairs, spans, strict=True):
        words = known[start:end]
        for index in range(end - start):
            a, b = asked[start + index]
            if given_key(folded(a)) == given_key(folded(b)) or _abbreviates(a, b):
                words[index] = 1.0
        whole = len(forms[name][0].split()) != len(forms[other][0].split())
        result.append((max if whole else min)(words, default=0.0))
    return result


def _mans(name: Name, other: Name) -> bool:
    """Whether the two are a man's and a woman's form of one surname: Петрова is no Petrov."""
    same = name.surname.removesuffix("a") == other.surname.removesuffix("a")
    return same and not (is_woman(name.gender) and is_woman(other.gender))


def _abbreviates(a: str, b: str) -> bool:
    a, b = folded(a).rstrip("."), folded(b).rstrip(".")
    return min(len(a), len(b)) == 1 and a[:1] == b[:1]


def _given_same(a: Name, b: Name) -> bool:
    return [*map(given_key, a.given)] == [*map(given_key, b.given)]


def _rough(name: Name) -> str:
    """First sound and two consonants of a surname, and the given name's first sound, very coarsely."""
    word = name.surname.lower().translate(_ALIKE)
    letters = [c for c in word if c not in "aeiouyh'"]
    given = given_key(name.given[0]).lower().translate(_ALIKE)[:1] if name.given else ""
    return f"{''.join(letters[:2])} {'' if given in 'aeiouyh' else given} {bool(name.given)}"


def _within_blocks(
    full: Sequence[Name],
    forms: Mapping[Name, Sequence[str]],
    aliases: dict[Name, Name],
    why: dict[Name, str],
) -> list[Near]:
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name in full:
        if name.given and not name.given[0].endswith("."):
            blocks[f"{_consonants(name.surname)} {given_key(name.given[0])[:1]}"].append(name)
    doubts: list[Near] = []
    for _, block in sorted(blocks.items()):
        near: list[Near] = []
        for index, one in enumerate(block[:MAX_FUZZY]):
            for other in block[index + 1 : MAX_FUZZY]:
                mine, yours = (f"{given_key(n.given[0])} {n.surname}" for n in (one, other))
                if mine == yours or one.generation != other.generation:
                    continue
                if aliases.get(one, one) == aliases.get(other, other):
                    continue
                ratio = fuzz.ratio(mine, yours)
                if ratio < min(POSSIBLY_SAME, SAME_ACROSS_SCRIPTS):
                    continue
                a, b = forms[one][0], forms[other][0]
                if {script_of(a), script_of(b)} == {"latin", "cyrillic"}:
                    if ratio >= SAME_ACROSS_SCRIPTS:
                        _alias(other, one, "nearly the same name in another script", aliases, why)
                elif compared([(a, b)])[0].chance >= LIKELY:
                    near.append(Near(one, other, "the names differ by a letter", A_LETTER))
        if len(near) <= MAX_NEAR:
            doubts += near
    return doubts


def _consonants(surname: str) -> str:
    return surname[:1] + "".join(letter for letter in surname[1:] if letter not in "aeiouyAUT'")[:3]
