"""Kinship as a graph: families, generations, and what in it cannot all be true."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MOST_MEMBERS = 40
"""People one tree draws; a bigger family is drawn in several, around those with most kin."""

DESCENT, COUPLE, SIBLINGS, FURTHER = "descent", "couple", "siblings", "further"

_UP, _DOWN, _LEVEL = -1, 1, 0
_SORTS: dict[str, tuple[str, int]] = {
    **dict.fromkeys(("father", "mother", "parent"), (DESCENT, _UP)),
    **dict.fromkeys(("son", "daughter", "child"), (DESCENT, _DOWN)),
    **dict.fromkeys(("husband", "wife", "spouse", "partner"), (COUPLE, _LEVEL)),
    **dict.fromkeys(("brother", "sister", "sibling", "twin"), (SIBLINGS, _LEVEL)),
    **dict.fromkeys(("betrothed", "fiancé", "fiancée", "cousin", "relative"), (FURTHER, _LEVEL)),
    **dict.fromkeys(("stepbrother", "stepsister"), (FURTHER, _LEVEL)),
    **dict.fromkeys(("foster brother", "foster sister"), (FURTHER, _LEVEL)),
    **dict.fromkeys(("brother-in-law", "sister-in-law"), (FURTHER, _LEVEL)),
    **dict.fromkeys(("uncle", "aunt", "father-in-law", "mother-in-law"), (FURTHER, _UP)),
    **dict.fromkeys(("stepfather", "stepmother", "foster father", "foster mother"), (FURTHER, _UP)),
    **dict.fromkeys(("nephew", "niece", "son-in-law", "daughter-in-law"), (FURTHER, _DOWN)),
    **dict.fromkeys(("stepson", "stepdaughter", "foster son", "foster daughter"), (FURTHER, _DOWN)),
    **dict.fromkeys(("stepchild",), (FURTHER, _DOWN)),
    **dict.fromkeys(("great-uncle", "great-aunt"), (FURTHER, 2 * _UP)),
    **dict.fromkeys(("great-nephew", "great-niece"), (FURTHER, 2 * _DOWN)),
    **dict.fromkeys(("grandfather", "grandmother", "grandparent"), (FURTHER, 2 * _UP)),
    **dict.fromkeys(("grandson", "granddaughter", "grandchild"), (FURTHER, 2 * _DOWN)),
    **dict.fromkeys(
        ("great-grandfather", "great-grandmother", "great-grandparent"), (FURTHER, 3 * _UP)
    ),
    **dict.fromkeys(
        ("great-grandson", "great-granddaughter", "great-grandchild"), (FURTHER, 3 * _DOWN)
    ),
    **dict.fromkeys(("great-great-grandfather", "great-great-grandmother"), (FURTHER, 4 * _UP)),
    **dict.fromkeys(("great-great-grandson", "great-great-granddaughter"), (FURTHER, 4 * _DOWN)),
    # how far up or down is not said: drawn where a grandparent's parents and grandchildren stand
    **dict.fromkeys(("ancestor",), (FURTHER, 3 * _UP)),
    **dict.fromkeys(("descendant",), (FURTHER, 3 * _DOWN)),
    **dict.fromkeys(("adoptive father", "adoptive mother"), (FURTHER, _UP)),
    **dict.fromkeys(("adopted son", "adopted daughter"), (FURTHER, _DOWN)),
}
"""How a relation is drawn, and how many generations below the subject its object stands."""

_NO_GENERATION = frozenset(("relative", "ancestor", "descendant"))
"""Relations that do not say how many generations lie between: nothing speaks against them."""

_ONE_EACH = ("father", "mother")


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two people's kinship. ``lower`` stands ``steps`` generations below ``upper`` (0: beside it);
    ``word`` is the relation as stated, for ties that are neither descent nor marriage."""

    upper: str
    lower: str
    sort: str
    steps: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """People who belong together, with their generations (0 the oldest) and their ties.

    ``clashes`` are the ties that do not fit these generations; ``crowded`` those of whom several
    people are said to be the one father or mother: (child, relation, the people).
    """

    members: tuple[str, ...]
    levels: dict[str, int]
    ties: tuple[Tie, ...]
    clashes: tuple[Tie, ...]
    crowded: tuple[tuple[str, str, tuple[str, ...]], ...]


def tie(subject: str, relation: str, object_: str) -> Tie | None:
    """A row of ``relations`` as a tie; None for what no generation can be given (godparents)."""
    known = _SORTS.get(relation)
    if known is None or subject == object_:
        return None
    sort, steps = known
    upper, lower = (subject, object_) if steps > 0 else (object_, subject)
    if steps == 0:
        upper, lower = sorted((subject, object_))
    word = relation if sort == FURTHER else ""
    return Tie(upper, lower, sort, abs(steps), word)


def families(rows: Iterable[tuple[str, str, str]]) -> list[Family]:
    """The families that rows of (subject, relation, object) make, the biggest first.

    A family of more than MOST_MEMBERS is cut: each part is grown around the person who has most ties
    still undrawn, so that everybody's ties are drawn once and some people stand in two parts.
    Near linear in the rows.
    """
    rows = list(rows)
    ties = sorted({found for row in rows if (found := tie(*row))})
    parents: dict[tuple[str, str], set[str]] = defaultdict(set)
    for subject, relation, object_ in rows:
        if relation in _ONE_EACH and subject != object_:
            parents[subject, relation].add(object_)
    crowded = {key: tuple(sorted(who)) for key, who in parents.items() if len(who) > 1}
    trees = [_family(part, crowded) for part in _parts(ties)]
    return sorted(trees, key=lambda f: (-len(f.members), f.members))


def _parts(ties: Sequence[Tie]) -> Iterator[list[Tie]]:
    """The ties of one tree after the other, each tie once."""
    left: dict[str, set[Tie]] = defaultdict(set)
    for one in ties:
        left[one.upper].add(one)
        left[one.lower].add(one)
    for person in sorted(left, key=lambda p: (-len(left[p]), p)):
        while left[person]:
            part = _around(person, left)
            for one in part:
                left[one.upper].discard(one)
                left[one.lower].discard(one)
            yield sorted(part)


def _around(person: str, left: dict[str, set[Tie]]) -> set[Tie]:
    """The ties among the MOST_MEMBERS people nearest to one."""
    inside, waiting = {person}, deque([person])
    part: set[Tie] = set()
    while waiting:
        who = waiting.popleft()
        for one in sorted(left[who]):
            other = one.lower if one.upper == who else one.upper
            if other not in inside:
                if len(inside) == MOST_MEMBERS:
                    continue
                inside.add(other)
                waiting.append(other)
            part.add(one)
    return part


def _family(ties: list[Tie], crowded: dict[tuple[str, str], tuple[str, ...]]) -> Family:
    by_person: dict[str, list[Tie]] = defaultdict(list)
    for one in ties:
        by_person[one.upper].append(one)
        by_person[one.lower].append(one)
    levels = _levels(by_person)
    oldest = min(levels.values())
    levels = {who: level - oldest for who, level in levels.items()}
    clashes = tuple(
        t for t in ties
        if levels[t.lower] - levels[t.upper] != t.steps and t.word not in _NO_GENERATION
    )  # fmt: skip
    return Family(
        tuple(sorted(by_person)),
        levels,
        tuple(ties),
        clashes,
        tuple(
            (child, relation, who)
            for (child, relation), who in sorted(crowded.items())
            if child in by_person and set(who) <= by_person.keys()
        ),
    )


def _levels(by_person: dict[str, list[Tie]]) -> dict[str, int]:
    """Generations, counted from whoever has most ties; near kin decide before far kin."""
    start = min(by_person, key=lambda who: (-len(by_person[who]), who))
    levels = {start: 0}
    near, far = deque([start]), deque[str]()
    while near or far:
        is_near = bool(near)
        who = near.popleft() if is_near else far.popleft()
        if is_near:
            far.append(who)
        for one in by_person[who]:
            if is_near == (one.sort == FURTHER):
                continue
            other, step = (one.lower, one.steps) if one.upper == who else (one.upper, -one.steps)
            if other not in levels:
                levels[other] = levels[who] + step
                near.append(other)
    return levels
