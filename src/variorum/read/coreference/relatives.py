"""Relatives and successors: whom "her brother", "his wife" and "her successor" mean, by what is told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.read.coreference.gender import FEMALE, MALE, kin_gender
from variorum.read.kinship.relations import RelationSpan
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP, listed

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


def related_sexes(person: list[int], relations: Iterable[RelationSpan]) -> dict[int, str]:
    """The gender of everybody whom a kinship says to be a man or a woman, unless two disagree."""
    found: dict[int, str] = {}
    for row in relations:
        sex = kin_gender(row.relation)
        if row.object >= 0 and person[row.object] >= 0 and sex:
            known = found.setdefault(person[row.object], sex)
            found[person[row.object]] = sex if known == sex else ""
    return {who: sex for who, sex in found.items() if sex}


def kinship_after(parse: Parse, token: int) -> str:
    """The relation that a possessive pronoun on ``token`` begins to name: "his eldest son"; or empty."""
    for noun in range(token + 1, min(len(parse.words), token + 4)):
        relation = KINSHIP.get(parse.lemmas[noun], "")
        if relation:
            return relation
        if parse.tags[noun][:2] not in ("JJ", "CD") and parse.tags[noun] not in ("ADJ", "NUM"):
            break
    return ""


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
    yield from _called_successor(parse, first, end, person_at)
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


_OPPOSITES = {"successor": "predecessor", "predecessor": "successor"}


def _called_successor(
    parse: Parse, first: int, end: int, person_at: dict[int, int]
) -> Iterator[tuple[tuple[int, str], int]]:
    """ "Her successor, Karl Weiss, closed it", "Weiss, her successor", "her successor was Weiss"."""
    for noun in range(first, end):
        relation = SUCCESSIONS.get(parse.lemmas[noun], "")
        if not relation:
            continue
        owner = other = -1
        for token, who in person_at.items():
            dep, head = parse.deps[token], parse.heads[token]
            if head == noun and dep == "poss":
                owner = who
            elif (head == noun and dep == "appos") or (
                parse.heads[noun] == token and parse.deps[noun] == "appos"
            ):
                other = who
            elif head == parse.heads[noun] and {dep, parse.deps[noun]} == {"nsubj", "attr"}:
                other = who if parse.lemmas[head] == "be" else other
        if parse.language == "ru" and noun and noun - 1 in person_at:  # "её преемник, Карл Дорн,"
            owner = person_at[noun - 1]
            after = noun + 1 + (noun + 1 < end and parse.words[noun + 1] in (",", "—", "–"))
            other = next(
                (who for t, who in sorted(person_at.items()) if after <= t < after + 2), -1
            )
        if owner >= 0 and other >= 0 and owner != other:
            yield (owner, relation), other
            yield (other, _OPPOSITES[relation]), owner
