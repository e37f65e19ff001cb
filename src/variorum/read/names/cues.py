"""Cues: what speaks for a name's meaning a person, a place, a group, a unit, a ship or a work."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from variorum.read.names.nouns import SHIP_PREFIXES

KINDS = ("person", "place", "group", "unit", "ship", "work")
"""What names mean, in the order in which ties are broken."""

NOTHING = ""
"""The kind of what is no name."""

CUES: Mapping[str, Mapping[str, float]] = {
    "title": {"person": 5.0},
    "kin term": {"person": 5.0},
    "kinship": {"person": 5.0},
    "life": {"person": 3.0},
    "patronymic": {"person": 5.0},
    "initials": {"person": 4.0},
    "register": {"person": 8.0},
    "author": {"person": 4.0},
    "full name": {"person": 4.0},
    "first name": {"person": 4.0},
    "first name or place": {"person": 1.5},
    "surname ending": {"person": 1.5},
    "bearer": {"person": 3.0},
    "verb of speech": {"person": 4.0, "group": 0.7, "work": 0.5},
    "verb of a person": {"person": 2.0},
    "what is theirs": {"person": 2.5},
    "beside persons": {"person": 1.5},
    "beside places": {"place": 1.5},
    "after in": {"place": 3.0},
    "after at": {"place": 1.5, "group": 0.3},
    "after to": {"place": 0.5},
    "place noun": {"place": 5.0},
    "place opener": {"place": 1.0},
    "gazetteer": {"place": 2.0},
    "known place": {"place": 4.0},
    "place ending": {"place": 2.0},
    "dateline": {"place": 7.0},
    "goal of a journey": {"place": 3.0},
    "place attacked": {"place": 2.0, "group": 0.5},
    "verb of a place": {"place": 2.0},
    "before a place noun": {"place": 1.5, "person": 0.3},
    "object of a person’s verb": {"person": 2.5},
    "capital article": {"work": 3.0},
    "group noun": {"group": 5.0},
    "noun of a place": {"place": 5.0},
    "noun of a group": {"group": 5.0},
    "noun of a newspaper": {"work": 6.0},
    "article": {"group": 0.35, "place": 0.2, "ship": 0.2, "work": 0.2, "person": -2.5},
    "unit": {"unit": 20.0},
    "ship": {"ship": 8.0},
    "verb of a ship": {"ship": 2.5},
    "aboard": {"ship": 3.0},
    "title of a work": {"work": 9.0},
    "newspaper": {"work": 5.0},
    "people": {NOTHING: 3.0},
    "label PERSON": {"person": 2.0},
    "label GPE": {"place": 2.0},
    "label LOC": {"place": 2.0},
    "label FAC": {"place": 1.5},
    "label ORG": {"group": 1.3},
    "label PER": {"person": 2.0},
    "natasha PER": {"person": 4.0},
    "natasha LOC": {"place": 5.0},
    "natasha ORG": {"group": 4.0},
}
"""Every cue and the weight it has, about the natural logarithm of how much likelier the kind is where
the cue stands than where it does not; set by hand while reading the errors on LitBank."""

OF_THE_FORM = frozenset((
    "first name", "first name or place", "full name", "surname ending", "patronymic", "initials",
    "gazetteer", "known place", "place ending", "beside persons", "beside places",
    "place opener", "place noun", "group noun", "newspaper",
))  # fmt: skip
"""Cues that every mention of a form has alike: they count once, and for no mention more than others."""

LOCAL = 2.0
"""How much more a mention's own cues weigh than one more cue among all the mentions of its name."""


SOLID = 4.0
"""Score from which a name's kind may speak for the names it contains or stands beside."""


def scores(counts: Mapping[str, int]) -> Counter[str]:
    """What counted cues say for each kind: the second of a sort adds less than the first, so that a
    label given twenty-five times in error does not outweigh a title given once."""
    total: Counter[str] = Counter()
    for cue, count in counts.items():
        for kind, weight in CUES.get(cue, {}).items():
            times = 1 if cue in OF_THE_FORM else count
            total[kind] += weight * math.log2(1 + times)  # type: ignore[assignment]
    return total


def best(total: Mapping[str, float]) -> tuple[str, float]:
    """The kind with the highest score and that score; ties go by the order of ``KINDS``."""
    order = (*KINDS, NOTHING)
    kind = max(order, key=lambda kind: total.get(kind, 0.0))
    return kind, total.get(kind, 0.0)


def is_label(cue: str) -> bool:
    """Whether a cue is only what a pipeline's model said."""
    return cue.startswith("label ")


def own(cues: Iterable[str]) -> Counter[str]:
    """What the words beside a mention say, apart from its form and the model's label."""
    return scores(dict.fromkeys((c for c in cues if not is_label(c) and c not in OF_THE_FORM), 1))


def share(ballots: dict[str, Counter[str]]) -> None:
    """Let full names of persons speak for their parts, and certain surnames for full names: the
    counted cues of each name, by its words in small letters."""
    bearers: Counter[str] = Counter()
    certain: set[str] = set()
    ships: list[str] = []
    for key, ballot in ballots.items():
        kind, score = best(scores(ballot))
        words = key.split()
        if kind == "ship" and len(words) > 1 and words[0] in SHIP_PREFIXES:
            ships.append(" ".join(words[1:]))
        if kind != "person" or score < SOLID:
            continue
        if len(words) > 1:
            bearers.update({words[-1], words[0]})
        else:
            certain.add(key)
    for name in ships:
        if name in ballots:
            ballots[name]["ship"] += 1  # "the Kestrel" after "HMS Kestrel"
    for key, ballot in ballots.items():
        words = key.split()
        if len(words) == 1:
            if bearers[key]:
                ballot["bearer"] += bearers[key]
        elif words and (words[-1] in certain or bearers[words[-1]] > 1):
            ballot["bearer"] += 1
