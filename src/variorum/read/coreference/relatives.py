"""Relatives and successors: whom "her brother", "his wife" and "her successor" mean, by what is told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.read.coreference.gender import FEMALE, MALE
from variorum.read.kinship.relations import RelationSpan
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import listed

Told = dict[tuple[int, str], int]
"""Of a person and a relation, the person who stands in it; -1 where several do."""

SUCCESSIONS = {"successor": "successor", "predecessor": "predecessor"}
_SUCCEEDS = frozenset(("succeed", "replace"))
_MRS = listed("mrs madame mme frau señora")


def told_relations(
    names: list[NameSpan],
    person: list[int],
    sexes: dict[int, str],
    relations: Iterable[RelationSpan],
) -> Told:
    """Every relation the account tells between two named persons, by kinship or marriage.

    "Mrs X" is the wife of the one man of that name. Who has two brothers has none that "her brother"
    alone would mean.
    """
    found: Told = {}
    pairs = [
        (person[r.subject], r.relation, person[r.object])
        for r in relations
        if r.subject >= 0 and r.object >= 0
    ]
    pairs += _couples(names, person, sexes)
    for subject, relation, other in pairs:
        if subject >= 0 and other >= 0:
            key = (subject, relation)
            found[key] = other if found.get(key, other) == other else -1
    return found


def _couples(
    names: list[NameSpan], person: list[int], sexes: dict[int, str]
) -> Iterator[tuple[int, str, int]]:
    """Husband and wife where a surname has one man and one "Mrs" in the account."""
    men: dict[str, dict[int, None]] = defaultdict(dict)
    wives: dict[str, dict[int, None]] = defaultdict(dict)
    for name, who in zip(names, person, strict=True):
        if who < 0:
            continue
        titles = {word.rstrip(".") for title in name.titles for word in title.lower().split()}
        last = name.form.rpartition(" ")[2].lower()
        if titles & _MRS:
            wives[last][who] = None
        elif sexes.get(who) == MALE:
            men[last][who] = None
    for last, women in wives.items():
        if len(women) == 1 and len(men.get(last, ())) == 1:
            (wife,), (husband,) = women, men[last]
            if sexes.get(wife) == FEMALE:
                yield husband, "wife", wife
                yield wife, "husband", husband


def successions(
    parse: Parse, first: int, end: int, person_at: dict[int, int]
) -> Iterator[tuple[tuple[int, str], int]]:
    """ "Weiss succeeded Brandt in 1931", "she was succeeded by Weiss", in one sentence."""
    if _SUCCEEDS.isdisjoint(parse.lemmas[first:end]):
        return
    for verb in range(first, end):
        if parse.lemmas[verb] not in _SUCCEEDS:
            continue
        new = old = -1
        for token, who in person_at.items():
            dep, head = parse.deps[token], parse.heads[token]
            by = dep == "pobj" and parse.deps[head] == "agent" and parse.heads[head] == verb
            if head != verb and not by:
                continue
            if dep == "nsubj" or by:
                new = who
            elif dep in ("dobj", "nsubjpass"):
                old = who
        if new >= 0 and old >= 0 and new != old:
            yield (old, "successor"), new
            yield (new, "predecessor"), old
