"""How well kinship and ages are read: ``python benchmarks/kinship.py [dev|train]``.

NEREL's Russian news (Loukachevitch et al. 2021): PARENT_OF, SIBLING, SPOUSE, RELATIVE, and AGE_IS. The
rules were developed on the training part; the dev part was looked at late in the work, so its figures
are of development too. A relation is found where one of the same class ties the same two people in the
right direction, at whichever of their mentions. Beside us in the same run: a kin word between two
adjacent names relates them.
"""

import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from variorum.establish.paragraphs import paragraphs
from variorum.model.critique import Account
from variorum.model.settings import Settings
from variorum.read.coreference import meant, stands_for
from variorum.read.coreference.people import people_of
from variorum.read.dates import find_dates
from variorum.read.kinship import find_relations, with_other_names
from variorum.read.kinship.vocabulary import CHILDREN, PARENTS, RUSSIAN, SIBLINGS, SPOUSES
from variorum.read.names import find_names
from variorum.read.parse import Parse
from variorum.read.pipelines import read_paragraphs
from variorum.read.quantities import find_quantities
from variorum.read.spans import NameSpan
from variorum.read.statements import find_statements
from variorum.read.statements.page import StatementSpan

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
PARENT, SIBLING, SPOUSE, RELATIVE = "parent", "sibling", "spouse", "relative"
CLASSES = {"PARENT_OF": PARENT, "SIBLING": SIBLING, "SPOUSE": SPOUSE, "RELATIVE": RELATIVE}
SOMEBODY = frozenset(("PERSON", "PROFESSION", "NATIONALITY", "FAMILY"))
OTHER_NAMES = frozenset(("maiden name", "married name", "also called"))
MOST = 300
"""Documents of the training part that are read."""

Entity = tuple[str, int, int]
"""A gold entity: its type and characters."""

Tie = tuple[str, int, int]
"""A relation's class and two persons' numbers; of a parent and a child the parent first."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document as it was read, with the gold relations and entities."""

    parses: list[Parse]
    names: list[NameSpan]
    person: list[int]
    ties: list[tuple[Tie, bool]]
    nearest: list[Tie]
    ages: list[StatementSpan]
    gold: list[tuple[str, Entity, Entity]]
    entities: list[Entity]
    seconds: float


def annotated(file: Path) -> tuple[list[tuple[str, Entity, Entity]], list[Entity]]:
    """The relations and entities of a brat file."""
    entities: dict[str, Entity] = {}
    rows: list[list[str]] = []
    for line in file.read_text("utf-8").splitlines():
        key, _, rest = line.partition("\t")
        words = rest.split("\t")[0].split()
        if key.startswith("T"):
            entities[key] = words[0], int(words[1]), int(words[-1])
        elif key.startswith("R"):
            rows.append(words)
    ties = []
    for kind, a, b in rows:
        if a[5:] in entities and b[5:] in entities:
            ties.append((kind, entities[a[5:]], entities[b[5:]]))
    return ties, list(entities.values())


def tie(subject: int, relation: str, other: int) -> Tie:
    if relation in PARENTS:
        return PARENT, other, subject
    if relation in CHILDREN:
        return PARENT, subject, other
    low, high = sorted((subject, other))
    if relation in SIBLINGS:
        return SIBLING, low, high
    return (SPOUSE if relation in SPOUSES or relation.startswith("fianc") else RELATIVE), low, high


def nearest(parses: list[Parse], names: list[NameSpan], person: list[int]) -> Iterator[Tie]:
    """The baseline: a kin word between two adjacent names of a sentence, or before them both."""
    for number, parse in enumerate(parses):
        here = [n for n, name in enumerate(names) if name.paragraph == number and person[n] >= 0]
        for first, end in parse.sentences:
            placed = [n for n in here if first <= names[n].first < end]
            for one, two in pairwise(placed):
                for token in range(names[one].end, names[two].first):
                    relation = RUSSIAN.get(parse.lemmas[token], "")
                    if relation and person[one] != person[two]:
                        yield tie(person[one], relation, person[two])


def read(file: Path) -> Read:
    text = file.read_text("utf-8")
    parses, _ = read_paragraphs(list(paragraphs(text, "ru")), Settings())
    account = Account("a", file.name, 0, len(text), "", "", "", "", "ru", "article")
    names = with_other_names(parses, find_names(parses, text))
    spent = -time.perf_counter()
    plain = [row for row in find_relations(parses, names) if row.subject >= 0]
    spent += time.perf_counter()
    pronouns = stands_for(meant(parses, names, plain))
    begun = time.perf_counter()
    relations = find_relations(parses, names, pronouns)
    spent += time.perf_counter() - begun
    dates = find_dates(parses, account)
    ends: dict[int, set[int]] = defaultdict(set)
    for name in names:
        if name.kind == "person":
            ends[name.paragraph].add(name.end)
    quantities = find_quantities(parses, dates, ends)
    stated = find_statements(parses, names, dates, quantities, pronouns)
    person = people_of(names)
    gold, entities = annotated(file.with_suffix(".ann"))
    ties = [
        (tie(person[r.subject], r.relation, person[r.object]), not r.reason)
        for r in relations
        if r.subject >= 0 and r.relation not in OTHER_NAMES
    ]
    ages = [row for row in stated if row.relation.split(" ")[0] == "age"]
    peer = list(nearest(parses, names, person))
    return Read(parses, names, person, ties, peer, ages, gold, entities, spent)


def touched(read: Read, entity: Entity) -> set[int]:
    """The persons whose names overlap a gold entity."""
    return {
        read.person[n]
        for n, name in enumerate(read.names)
        if read.person[n] >= 0 and name.start < entity[2] and entity[1] < name.stop
    }


def gold_ties(read: Read, sentence: bool = False) -> Iterator[tuple[set[Tie], bool]]:
    """Of every gold relation the ties that would be it, and whether both its people are named."""
    for kind, a, b in read.gold:
        if kind not in CLASSES:
            continue
        if sentence and not _in_one_sentence(read, a, b):
            continue
        one, two = touched(read, a), touched(read, b)
        named = a[0] == b[0] == "PERSON"
        if kind == "PARENT_OF":
            yield {(PARENT, s, o) for s in one for o in two}, named
        else:
            yield {(CLASSES[kind], min(s, o), max(s, o)) for s in one for o in two}, named


def _in_one_sentence(read: Read, a: Entity, b: Entity) -> bool:
    low, high = min(a[1], b[1]), max(a[2], b[2])
    return any(
        parse.starts[first] <= low and high <= parse.ends[end - 1]
        for parse in read.parses
        for first, end in parse.sentences
    )


def scored(right: int, given: int, found: int, wanted: int) -> str:
    precision, recall = right / max(1, given), found / max(1, wanted)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{precision:.3f} | {recall:.3f} | {both:.3f} | {given} | {wanted}"


def kin_row(
    documents: Iterable[Read], said: Callable[[Read], set[Tie]], *, touching: bool, sentence: bool,
    named: bool = False, kind: str = "",
) -> str:  # fmt: skip
    right = given = found = wanted = 0
    for read in documents:
        ours = {row for row in said(read) if not kind or row[0] == kind}
        everything = set().union(*(fits for fits, _ in gold_ties(read)))
        given, right = given + len(ours), right + len(ours & everything)
        for fits, both_named in gold_ties(read, sentence):
            if (touching and not fits) or (named and not both_named):
                continue
            if kind and not any(row[0] == kind for row in fits):
                continue
            wanted, found = wanted + 1, found + bool(fits & ours)
    return scored(right, given, found, wanted)


def stated(read: Read) -> set[Tie]:
    return {row for row, _ in read.ties}


def age_row(documents: Iterable[Read], *, touching: bool, once: bool) -> str:
    """Ages by what they are of; ``once`` counts an age that is annotated of a name and of a
    description of the same person as one."""
    right = given = found = wanted = 0
    for read in documents:
        gold = [(a, b) for kind, a, b in read.gold if kind == "AGE_IS" and a[0] in SOMEBODY]
        died = [(a, b) for kind, a, b in read.gold if kind == "AGE_DIED_AT"]
        hit: Counter[tuple[Entity, Entity]] = Counter()
        for row in read.ages:
            parts = {kind: (start, stop) for kind, start, stop in row.parts}
            if "subject" not in parts or "value" not in parts:
                continue
            if not any(e[0] == "AGE" and _over(parts["value"], e) for e in read.entities):
                continue
            somebody = any(e[0] in SOMEBODY and _over(parts["subject"], e) for e in read.entities)
            if not somebody and row.subject < 0:  # a pronoun is no gold entity, whom it means is
                continue
            fits = [
                (a, b) for a, b in gold + died
                if _over(parts["value"], b) and (_over(parts["subject"], a) or _same(read, row, a))
            ]  # fmt: skip
            given, right = given + 1, right + bool(fits)
            hit.update(fits)
        groups: dict[Entity | tuple[Entity, Entity], list[tuple[Entity, Entity]]] = {}
        for a, b in gold:
            groups.setdefault(b if once else (a, b), []).append((a, b))
        for group in groups.values():
            if touching and not any(touched(read, a) for a, _ in group):
                continue
            wanted, found = wanted + 1, found + any(pair in hit for pair in group)
    return scored(right, given, found, wanted)


def _over(span: tuple[int, int], entity: Entity) -> bool:
    return span[0] < entity[2] and entity[1] < span[1]


def _same(read: Read, row: StatementSpan, entity: Entity) -> bool:
    return row.subject >= 0 and read.person[row.subject] in touched(read, entity)


def report(part: str, documents: list[Read]) -> Iterator[str]:
    head = "precision | recall | F1 | given | wanted |\n|---|---|---|---|---|---|"
    yield f"## Kinship and ages\n\nNEREL {part}, {len(documents)} documents.\n\n| kinship | {head}"
    rows = {
        "both people among our names, in one sentence": {"touching": True, "sentence": True},
        "both people among our names": {"touching": True, "sentence": False},
        "all, descriptions and unread names too": {"touching": False, "sentence": False},
    }
    for name, how in rows.items():
        yield f"| {name} | {kin_row(documents, stated, **how)} |"
    names = kin_row(documents, stated, touching=False, sentence=False, named=True)
    yield f"| between persons' names only | {names} |"
    said = kin_row(
        documents, lambda r: {t for t, said in r.ties if said}, touching=True, sentence=True
    )
    yield f"| … in one sentence, without what follows from lists | {said} |"
    for kind in (PARENT, SIBLING, SPOUSE, RELATIVE):
        yield f"| … {kind} | {kin_row(documents, stated, touching=True, sentence=True, kind=kind)} |"
    peer = kin_row(documents, lambda r: set(r.nearest), touching=True, sentence=True)
    yield f"| a kin word between adjacent names, in one sentence | {peer} |"
    yield f"\n| ages (AGE_IS) | {head}"
    yield f"| each age once | {age_row(documents, touching=False, once=True)} |"
    ours = age_row(documents, touching=True, once=True)
    yield f"| each age once, a name of ours among whose it is | {ours} |"
    yield f"| of names and of descriptions | {age_row(documents, touching=False, once=False)} |"
    took = sum(read.seconds for read in documents)
    yield f"\nFinding the relations, twice, took {took:.1f} s of {len(documents)} documents."
    if part == "dev":
        yield "\nThe dev part was looked at late in the work: these are figures of development."


def main() -> None:
    from _report import write_section

    part = sys.argv[1] if len(sys.argv) > 1 else "dev"
    folder = BENCH / "nerel/NEREL-v1.1" / part
    if not folder.is_dir():
        print(f"skipped: no {folder} (set VARIORUM_BENCH)")
        return
    files = sorted(folder.glob("*.txt"))[: MOST if part == "train" else None]
    markdown = "\n".join(report(part, [read(file) for file in files]))
    print(markdown)
    if part == "dev":
        write_section("kinship", markdown)


if __name__ == "__main__":
    main()
