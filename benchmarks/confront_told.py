"""What is told otherwise (who, where, in what order, whether at all): found, and how many are real.

The entries of those kinds in the lists of three dossiers of the bench folder, looked for among the first
10 N of what ``told`` alone reports; and reports read by hand, known by their ids
(``confront_told_labels.json``), by confidence and by dossier. Name dossiers to run only those;
``--show`` prints the reports.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from _report import write_section
from confront import (
    BENCH,
    PER_ENTRY,
    Entry,
    ecbplus,
    evidence_of,
    gospels,
    great_fire,
    is_found,
    lewis_clark,
)
from variorum.confront.context import ground
from variorum.confront.told import told
from variorum.model.critique import Account

KINDS = frozenset(("place", "person", "role", "identity", "sequence", "polarity"))
LABELS = Path(__file__).with_name("confront_told_labels.json")
BINS = (0.3, 0.5, 0.7, 1.0)

Dossier = Callable[[], tuple[list[Account], dict[str, str], list[Entry]]]
DOSSIERS: Mapping[str, Dossier] = {
    "gospels": gospels,
    "great_fire_1666": great_fire,
    "lewis_clark": lewis_clark,
    "ecbplus": ecbplus,
}

NOTE = """
The ways of seeing a difference were written while reading reports of gospels, of lewis_clark and of the
project's example, weights set by hand on the first and the last; ecbplus (420 news stories of twenty
topics, each of two like events) had part in what is refused, not in what is found. Labels were given by
one reader, who held the order in which two episodes are told for a disagreement only where both are
events or sayings on one occasion. Missed most: deeds told with pronouns, who is one of many, what was
done instead ("killed 3 deer", "returned without meat"), and all that is said in other words.

The reports labelled are the ones the weights were set on: the reliability table shows calibration, not a
test. The entries of gospels and two of lewis_clark were looked at while the ways were written, so the
figures of found entries are of tuning too; no dossier was kept apart.
"""


def main() -> None:
    """Read, lay out, and report what is told otherwise."""
    if not BENCH.is_dir():
        return print(f"no benchmark data at {BENCH}; set VARIORUM_BENCH to its folder")
    wanted = [name for name in sys.argv[1:] if name in DOSSIERS] or list(DOSSIERS)
    labels = json.loads(LABELS.read_text("utf-8"))
    table = (
        "| dossier | entries of these kinds | found among 10 N | reported | labelled | real | s |\n"
    )
    table += "|---|---|---|---|---|---|---|\n"
    judged: list[tuple[float, int]] = []
    for name in wanted:
        accounts, texts, listed = DOSSIERS[name]()
        evidence = evidence_of(accounts, texts)[0]
        known = tuple(mention for mention in evidence.mentions if mention.entity)
        evidence = replace(evidence, mentions=known)
        started = time.perf_counter()
        rows = told(evidence, ground(evidence))
        seconds = time.perf_counter() - started
        entries = [entry for entry in listed if entry.kind in KINDS and not entry.trap]
        first = rows[: PER_ENTRY * len(listed)]
        hits = [entry.id for entry in entries if is_found(entry, first)]
        marks = [(r.confidence, labels[name][r.id]) for r in rows if r.id in labels.get(name, {})]
        judged += marks
        print(f"{name}: found {', '.join(hits) or 'none'}; {Counter(row.type for row in rows)}")
        table += (
            f"| {name} | {len(entries)} | {len(hits)} | {len(rows)} | {len(marks)} "
            f"| {sum(real for _, real in marks)} | {seconds:.1f} |\n"
        )
        if "--show" in sys.argv:
            for row in rows:
                print(row.confidence, row.type, row.question, [side.value for side in row.sides])
    table += "\n| confidence | labelled | mean confidence | real |\n|---|---|---|---|\n"
    for low, high in pairwise(BINS):
        inside = [(c, real) for c, real in judged if low <= c < high or c == high == BINS[-1]]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            share = sum(real for _, real in inside) / len(inside)
            table += f"| {low:.2f}-{high:.2f} | {len(inside)} | {mean:.2f} | {share:.2f} |\n"
    print(table)
    if wanted == list(DOSSIERS):
        write_section("confront told", f"## What is told otherwise\n\n{table}{NOTE}")
    return None


if __name__ == "__main__":
    main()
