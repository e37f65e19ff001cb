"""Statements against real texts: relations of NEREL that correspond, and a labelled sample of our own.

``VARIORUM_BENCH=… python benchmarks/statements.py`` writes the section "statements" of RESULTS.md.
NEREL's dev part is read as it is; the rules were tuned on its train part. For every gold relation that
the closed vocabulary has a word for: how many we state (recall), and of ours whose subject and value
both touch gold entities of those types, how many are gold relations (precision). The sample was drawn
by hash from English and Russian texts and labelled by hand: ids and verdicts only.
"""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from _report import write_section
from variorum.model.critique import Account
from variorum.model.reading import reading_text
from variorum.model.settings import Settings
from variorum.model.testimony import Statement
from variorum.read import Testimony, read

BENCH = Path(os.environ.get("VARIORUM_BENCH", Path(__file__).parents[2] / "shared" / "bench"))
LABELS = Path(__file__).with_name("statements_labels.json")
PARTS = ("relation", "subject", "value", "stance")
"""What each labelled statement is judged for; stance: polarity and modality together."""

DOCUMENTS, ENTRIES, ENGLISH, RUSSIAN = 8, 30, 60, 30
"""Documents read of each collection (entries of diaries) and statements labelled in each language."""

LONGEST = 12_000
"""Characters read of a document of the sample."""

CORRESPONDING = {
    "AGE_IS": ({"age"}, "AGE"),
    "AGE_DIED_AT": ({"age when died", "age when killed"}, "AGE"),
    "DATE_OF_BIRTH": ({"born"}, "DATE"),
    "DATE_OF_DEATH": ({"died", "killed", "executed"}, "DATE"),
    "PLACE_OF_BIRTH": ({"born"}, "PLACE"),
    "PLACE_OF_DEATH": ({"died", "killed"}, "PLACE"),
    "WORKS_AS": ({"rank", "role", "appointed", "elected"}, "PROFESSION"),
    "AWARDED_WITH": ({"received"}, "AWARD"),
    "FOUNDED_BY": ({"founded by"}, "PERSON"),
    "DATE_FOUNDED_IN": ({"founded"}, "DATE"),
    "MEMBER_OF": ({"member of", "joined"}, "ORGANIZATION"),
    "PLACE_RESIDES_IN": ({"was at"}, "PLACE"),
    "SPOUSE": ({"married"}, "PERSON"),
}
"""NEREL's relations, ours, and the type of the second argument."""

PERSONAL = frozenset(CORRESPONDING) - {"FOUNDED_BY", "DATE_FOUNDED_IN"}
"""Relations of a person: only our statements about one are counted for precision."""

PLACES = frozenset(("CITY", "COUNTRY", "STATE_OR_PROVINCE", "LOCATION", "DISTRICT", "FACILITY"))
Span = tuple[int, int]


def testimony(name: str, text: str, language: str) -> Testimony:
    """One document, read alone."""
    account = Account("a_1", name, 0, len(text), "", "", "", "", language, "article")
    return next(read([reading_text(account, text, [])], {name: text}, Settings()))


def _gold(path: Path) -> tuple[dict[str, tuple[str, Span]], list[tuple[str, str, str]]]:
    entities, relations = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if line.startswith("T"):
            kind, *where = columns[1].replace(";", " ").split(" ")
            entities[columns[0]] = kind, (int(where[0]), int(where[-1]))
        elif line.startswith("R"):
            kind, one, other = columns[1].split(" ")[:3]
            relations.append((kind, one.split(":")[1], other.split(":")[1]))
    return entities, relations


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _part(statement: Statement, *names: str) -> list[Span]:
    return [
        (row.passage.start, row.passage.end) for row in statement.arguments if row.part in names
    ]


def nerel(folder: Path) -> str:
    """The table of gold relations."""
    found: dict[str, int] = defaultdict(int)
    gold_count: dict[str, int] = defaultdict(int)
    right: dict[str, int] = defaultdict(int)
    ours: dict[str, int] = defaultdict(int)
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        entities, relations = _gold(path)
        told = testimony(path.stem, text, "ru").statements
        for kind, (names, wanted) in CORRESPONDING.items():
            pairs = {(a, b) for r, a, b in relations if r == kind}
            rows = [row for row in told if row.relation in names]
            gold_count[kind] += len(pairs)
            found[kind] += sum(_stated(entities[a][1], entities[b][1], rows) for a, b in pairs)
            for row in rows:
                one = _gold_at(
                    entities, _part(row, "subject"), "PERSON" if kind in PERSONAL else None
                )
                other = _gold_at(entities, _part(row, "value"), wanted)
                if one and other:
                    ours[kind] += 1
                    right[kind] += any(
                        (a, b) in pairs or (b, a) in pairs for a in one for b in other
                    )
    lines = ["| gold relation | gold | recall | ours between gold entities | precision |"]
    lines += ["|---|---|---|---|---|"]
    for kind in CORRESPONDING:
        if gold_count[kind]:
            recall = found[kind] / gold_count[kind]
            precision = f"{right[kind] / ours[kind]:.2f}" if ours[kind] else "-"
            lines.append(
                f"| {kind} | {gold_count[kind]} | {recall:.2f} | {ours[kind]} | {precision} |"
            )
    return "\n".join(lines)


def _stated(subject: Span, value: Span, rows: list[Statement]) -> bool:
    for row in rows:
        ends = _part(row, "subject", "value", "time")
        if any(_touch(subject, end) for end in ends) and any(_touch(value, end) for end in ends):
            return True
    return False


def _gold_at(
    entities: dict[str, tuple[str, Span]], spans: list[Span], wanted: str | None
) -> list[str]:
    return [
        key
        for key, (kind, span) in entities.items()
        if (wanted is None or kind == wanted or (wanted == "PLACE" and kind in PLACES))
        and any(_touch(span, end) for end in spans)
    ]


def _rank(name: str) -> str:
    return sha256(f"statement sample {name}".encode()).hexdigest()


def _documents() -> Iterator[tuple[str, str, str]]:
    """The sample's documents, by hash: name, language, text."""
    places = (
        ("litbank/coref/brat", "*.txt", "en"),
        ("polnear/data/dev", "**/*.txt", "en"),
        ("nerel/NEREL-v1.1/test", "*.txt", "ru"),
        ("factrueval2016/testset", "*.txt", "ru"),
    )
    for folder, pattern, language in places:
        paths = (BENCH / folder).glob(pattern)
        for path in sorted(paths, key=lambda p: _rank(p.name))[:DOCUMENTS]:
            name = str(path.relative_to(BENCH))
            yield name, language, path.read_text(encoding="utf-8", errors="replace")[:LONGEST]
    entries = _lines(BENCH / "lewis_clark" / "entries.jsonl", "id")
    for key in sorted(entries, key=_rank)[:ENTRIES]:
        yield f"lewis_clark/{key}", "en", entries[key]
    verses = BENCH / "gospels" / "text" / "en_web.jsonl"
    chapters: dict[str, list[str]] = defaultdict(list)
    for verse, text in _lines(verses, "id").items():
        chapters[verse.rpartition(".")[0]].append(text)
    for key in sorted(chapters, key=_rank)[:DOCUMENTS]:
        yield f"gospels/{key}", "en", " ".join(chapters[key])


def _lines(path: Path, key: str) -> dict[str, str]:
    if not path.exists():
        return {}
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row[key]: row["text"] for row in rows}


def sample() -> Iterator[tuple[str, Statement, str]]:
    """The statements to judge, by hash: language, statement, its text."""
    pools: dict[str, list[tuple[str, Statement, str]]] = defaultdict(list)
    for name, language, text in _documents():
        collection = name.split("/")[0]
        for row in testimony(name, text, language).statements:
            pools[collection].append((language, row, text))
    languages = {key: pool[0][0] for key, pool in pools.items()}
    for language, count in (("en", ENGLISH), ("ru", RUSSIAN)):
        mine = [key for key in sorted(pools) if languages[key] == language]
        for key in mine:
            ranked = sorted(pools[key], key=lambda item: _rank(item[1].id))
            yield from ranked[: count // len(mine)]


def judged() -> str:
    """The table of the labelled sample: share of right verdicts, by part and by relation."""
    labels = json.loads(LABELS.read_text(encoding="utf-8")) if LABELS.exists() else {}
    tallies: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    missing = 0
    for language, row, _ in sample():
        verdict = labels.get(row.id)
        if verdict is None:
            missing += 1
            continue
        group = "open predicate" if row.value_type == "open" else row.relation
        closed = "open predicate" if row.value_type == "open" else "closed vocabulary"
        for part, right in zip(PARTS, verdict, strict=True):
            for key in ((language, part), (closed, part)):
                tallies[key][0] += right == "1"
                tallies[key][1] += 1
        for key in ((language, "all right"), (closed, "all right"), (f"· {group}", "all right")):
            tallies[key][0] += verdict == "1" * len(PARTS)
            tallies[key][1] += 1
    rows = ["| | statements | " + " | ".join((*PARTS, "all right")) + " |"]
    rows += ["|---|---|" + "---|" * (len(PARTS) + 1)]
    for key in dict.fromkeys(name for name, _ in sorted(tallies)):
        cells = [tallies.get((key, part)) for part in (*PARTS, "all right")]
        total = tallies[key, "all right"][1]
        shown = " | ".join(f"{cell[0] / cell[1]:.2f}" if cell else "" for cell in cells)
        rows.append(f"| {key} | {total} | {shown} |")
    note = f"\n\n{missing} of the sample's statements are not labelled." if missing else ""
    return "\n".join(rows) + note


def main() -> None:
    if not BENCH.is_dir():
        print(f"statements: no bench folder at {BENCH}; set VARIORUM_BENCH")
        return
    if "--show" in sys.argv:
        for language, row, text in sample():
            parts = [(a.part, a.passage.quote) for a in row.arguments]
            around = text[max(0, row.passage.start - 80) : row.passage.end + 80]
            print(
                row.id,
                language,
                row.relation,
                row.value_type,
                row.value,
                row.polarity,
                row.modality,
            )
            print("   ", parts, "\n   ", " ".join(around.split()))
        return
    gold = nerel(BENCH / "nerel" / "NEREL-v1.1" / "dev")
    write_section(
        "statements",
        "## Statements\n\nRelations of NEREL's dev part that the closed vocabulary has a word for "
        "(`benchmarks/statements.py`; tuned on its train part).\n\n"
        f"{gold}\n\nOur own statements, drawn by hash and judged by hand, share right:\n\n{judged()}",
    )


if __name__ == "__main__":
    main()
