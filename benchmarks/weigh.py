"""Weighing beside voting and the methods of truthdiscovery: ``python benchmarks/weigh.py``.

Four sets of claims with truth (``VARIORUM_BENCH``), all with the one setting of the package; copies,
Brier score and calibration on simulated dossiers, of the world the method supposes and of others.
``VARIORUM_WEIGH_PEERS`` names a Python in which truthdiscovery is installed (it is no dependency).
``python benchmarks/weigh.py choose`` shows what other settings give on the simulated dossiers, the only
ones the setting was chosen on.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from _report import write_section
from _simulated import MISFITS, PLAIN, Simulated, World, dossier
from _weigh_data import Set, sets
from variorum.confront.weigh.claims import Claim, Weighed
from variorum.confront.weigh.estimate import estimate
from variorum.confront.weigh.setting import FIXED, Setting

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
PEERS = os.environ.get("VARIORUM_WEIGH_PEERS", "")
TUNED, HELD = range(60), range(1000, 1100)
"""Seeds of the simulated dossiers the setting was chosen on, and of those reported."""
METHODS = (
    "MajorityVoting",
    "Sums",
    "AverageLog",
    "Investment",
    "PooledInvestment",
    "TruthFinder",
    "CRH",
)
PEER = """
import json, sys
from truthdiscovery import *
triples = [tuple(row) for row in json.load(sys.stdin)]
data, found = Dataset(triples), {}
for name in sys.argv[1:]:
    try:
        result = globals()[name]().run(data)
        found[name] = {q: sorted(map(str, result.get_most_believed_values(q))) for q in result.belief}
    except Exception as error:
        found[name] = type(error).__name__
json.dump(found, sys.stdout)
"""


def best(values: Mapping[str, float]) -> list[str]:
    """All values that no other beats."""
    top = max(values.values())
    return [value for value, weight in values.items() if weight >= top - 1e-9]


def accuracy(right: Mapping[str, frozenset[str]], found: Mapping[str, Sequence[str]]) -> float:
    """The share of questions answered rightly; of several best values each counts its part."""
    return sum(
        sum(value in truth for value in found[q]) / len(found[q])
        for q, truth in right.items()
        if found.get(q)
    ) / max(1, len(right))


def votes(claims: Iterable[Claim]) -> dict[str, list[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in sorted(set(claims)):
        counts[claim.question][claim.value] += 1
    return {q: best(count) for q, count in counts.items()}


def first_votes(claims: Iterable[Claim]) -> dict[str, list[str]]:
    """A vote in which the value that stands first in the file wins every tie."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        counts[claim.question][claim.value] += 1
    return {q: [max(count, key=lambda value: count[value])] for q, count in counts.items()}


def peers(claims: Sequence[Claim]) -> dict[str, dict[str, list[str]] | str]:
    if not PEERS:
        return dict.fromkeys(METHODS, "not installed")
    # only questions with two values: the others every method answers alike, and memory is short
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        told[claim.question].add(claim.value)
    # and the last value of a teller who gives several: the library takes one
    last = {(c.teller, c.question): c.value for c in claims if len(told[c.question]) > 1}
    triples = [(teller, question, value) for (teller, question), value in last.items()]
    found: dict[str, dict[str, list[str]] | str] = {}
    for method in METHODS:
        try:
            run = subprocess.run(
                [PEERS, "-c", PEER, method], input=json.dumps(triples), text=True,
                capture_output=True, timeout=240, check=True,
            )  # fmt: skip
            found.update(json.loads(run.stdout))
        except (subprocess.SubprocessError, json.JSONDecodeError) as error:
            found[method] = type(error).__name__
        answer = found[method]
        if not isinstance(answer, str):
            for question, values in told.items():
                if len(values) == 1:
                    answer[question] = list(values)
    return found


def calibration(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Brier score and expected calibration error (ten bins of equal width) of (probability, right)."""
    brier = sum((p - hit) ** 2 for p, hit in pairs) / max(1, len(pairs))
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for p, hit in pairs:
        bins[min(9, int(p * 10))].append((p, hit))
    error = sum(
        abs(sum(p for p, _ in one) - sum(hit for _, hit in one)) for one in bins.values()
    ) / max(1, len(pairs))
    return brier, error


def judged(weighed: Weighed, right: Mapping[str, frozenset[str]]) -> list[tuple[float, bool]]:
    """The weightiest value of each contested question: its probability, and whether it is right."""
    found = []
    for question, truth in right.items():
        values = weighed.values.get(question, {})
        if len(values) > 1:
            top = max(values, key=lambda v: (values[v], v))
            found.append((values[top], top in truth))
    return found


def simulated(seeds: Iterable[int], world: World = PLAIN) -> list[Simulated]:
    return [dossier(seed, n, world=world) for n in (5, 10, 20) for seed in seeds]


def scored(dossiers: Iterable[Simulated], setting: Setting) -> dict[str, float]:
    hit = said = wanted = 0
    pairs, answers, voted = [], [], []
    for one in dossiers:
        weighed = estimate(one.claims, setting=setting)
        found = {(bond.a, bond.b) for bond in weighed.bonds}
        hit, said = hit + len(found & one.copies), said + len(found)
        wanted += len(one.copies)
        right = {q: frozenset({v}) for q, v in one.right.items()}
        pairs += judged(weighed, right)
        answers.append(accuracy(right, {q: best(v) for q, v in weighed.values.items()}))
        voted.append(accuracy(right, votes(one.claims)))
    brier, error = calibration(pairs)
    precision, recall = hit / max(1, said), hit / max(1, wanted)
    return {
        "copies, precision": precision,
        "copies, recall": recall,
        "copies, F1": 2 * precision * recall / max(1e-9, precision + recall),
        "right answers": sum(answers) / len(answers),
        "right answers of a vote": sum(voted) / len(voted),
        "Brier score": brier,
        "calibration error": error,
    }


POPULATION = (
    "Population stays below what was asked: most of its wrong answers are told by two or "
    "three, one of them a program that saved whatever stood on thousands of pages. Tried, "
    "each with no more than .001 gained: nameless tellers as hearsay (.810), tellers less "
    "believed the less they say (.814), rounding as vagueness (.814), nearness of numbers and "
    "slips of one digit (.815), records from contested questions only (.773), without that "
    "program (.662 of all questions)."
)
"""What was tried on a set that stays below what was asked; figures of one trial each."""

NEIGHBOURS: tuple[Mapping[str, Any], ...] = (
    {"copied": 0.9}, {"copied": 0.8}, {"copier": 0.02}, {"copier": 0.1}, {"common": 1.0},
    {"common": 10.0}, {"falsehoods": 6.0}, {"falsehoods": 20.0}, {"right": 6.0, "wrong": 2.25},
    {"right": 3.0}, {"popular": 10.0}, {"topical": 20.0}, {"rounds": 20}, {"silent": 0.7},
    {"silence": 10.0},
)  # fmt: skip
"""Settings beside the chosen one."""
COOLER: tuple[Mapping[str, Any], ...] = (
    {"temper": 1.0, "together": 0.0, "astray": 0.0}, {"temper": 1.0}, {"temper": 0.6},
    {"together": 0.0}, {"together": 0.2}, {"astray": 0.05}, {"astray": 0.15},
)  # fmt: skip
"""Settings that change the probabilities only."""


def choose() -> None:
    worlds = {"plain": PLAIN, **MISFITS}
    for name, world in worlds.items():
        cases = simulated(TUNED, world)
        for changes in ({}, *NEIGHBOURS, *COOLER):
            got = scored(cases, replace(FIXED, **changes))
            print(name, changes, *(f"{k} {v:.3f}" for k, v in got.items()), sep=", ", flush=True)


def set_lines(one: Set) -> Iterable[str]:
    begun = time.process_time()
    weighed = estimate(one.claims, one.kinship)
    took = time.process_time() - begun
    ours = {q: best(v) for q, v in weighed.values.items()}
    row = [
        one.name, f"{one.asked:.3f}", f"**{accuracy(one.right, ours):.3f}**",
        f"{accuracy(one.right, votes(one.claims)):.3f}",
        f"{accuracy(one.right, first_votes(one.claims)):.3f}",
    ]  # fmt: skip
    row += [
        found if isinstance(found, str) else f"{accuracy(one.right, found):.3f}"
        for found in peers(one.claims).values()
    ]
    brier, error = calibration(judged(weighed, one.right))
    beside = []
    for changes in NEIGHBOURS:
        other = estimate(one.claims, one.kinship, setting=replace(FIXED, **changes))
        beside.append(accuracy(one.right, {q: best(v) for q, v in other.values.items()}))
    row += [
        f"{brier:.3f}",
        f"{error:.3f}",
        f"{min(beside):.3f} to {max(beside):.3f}",
        f"{took:.1f} s",
    ]
    yield "| " + " | ".join(row) + " |"


def main() -> None:
    lines = [
        "## Weighing: which side is right",
        "",
        "`python benchmarks/weigh.py`. Share of questions answered rightly; where a method has several"
        " best values each counts its part, so that no order of the file helps (the second column of"
        " votes lets the first value of the file win). One setting for all, chosen on simulated dossiers"
        " only. Author lists are compared by surnames, times of day in plain form, for every method"
        " alike;"
        " of nested places the narrower is no conflict. Brier score and calibration error (ten bins) are"
        " of the weightiest value of each contested question. The settings beside the chosen one differ"
        " in one number each. The numbers were chosen on"
        " simulated dossiers, but that several beginnings are tried and copies cost was found necessary"
        " on flights. The probabilities are cooled so far as is best, on the mean, in the four simulated"
        " worlds where errors have a cause in common or few speak (log loss).",
        "",
        "| set | asked | Variorum | vote | vote, first in file | "
        + " | ".join(METHODS)
        + " | Brier | calibration error | with 15 other settings | CPU |",
        "|" + "---|" * (9 + len(METHODS)),
    ]
    if not BENCH.is_dir():
        print(f"no benchmark data at {BENCH}: set VARIORUM_BENCH")
        return
    for one in sets(BENCH):
        lines += set_lines(one)
    lines += [
        "",
        POPULATION,
        "",
        "Simulated dossiers, not those the setting was chosen on (100 of each size):",
        "",
    ]
    sizes = {n: scored([dossier(seed, n) for seed in HELD], FIXED) for n in (5, 10, 20)}
    lines += ["| accounts, 20 questions | " + " | ".join(sizes[5]) + " |", "|" + "---|" * 8]
    lines += [
        f"| {n} | " + " | ".join(f"{value:.3f}" for value in got.values()) + " |"
        for n, got in sizes.items()
    ]
    lines += [
        "",
        "The same in worlds the method does not suppose (100 dossiers of 5, 10 and 20 each):",
        "",
    ]
    lines += ["| world | " + " | ".join(sizes[5]) + " |", "|" + "---|" * 8]
    for name, world in MISFITS.items():
        got = scored(simulated(HELD[:100], world), FIXED)
        lines.append(f"| {name} | " + " | ".join(f"{value:.3f}" for value in got.values()) + " |")
    text = "\n".join(lines)
    print(text)
    write_section("weigh", text)


if __name__ == "__main__":
    choose() if sys.argv[1:] == ["choose"] else main()
