"""How well pedigrees of copies are found, beside two other ways: ``python benchmarks/dependence.py``.

Traditions are simulated (``_stemmata``): novels to score on; the King James Version, with other
seeds, to tune on, which ``--tune`` does and prints. Neighbour joining is scikit-bio's, in the
interpreter named by VARIORUM_SKBIO_PYTHON if this one has none; the minimum spanning tree is Prim's.
Both get the same tables.
"""

import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from _report import write_section
from _stemma_peers import (
    Drawn,
    ancestry,
    distances,
    edge_f1,
    joined,
    joined_tree,
    sign_distance,
    spanning_tree,
)
from _stemmata import BENCH, Tradition, traditions
from variorum.establish.dependence import ancestors, direction, stemma
from variorum.establish.dependence import variation as costs
from variorum.establish.dependence.clues import worth
from variorum.establish.dependence.contamination import contaminated
from variorum.establish.dependence.direction import _clues
from variorum.establish.dependence.search import grown, improved
from variorum.establish.dependence.stemma import margins
from variorum.establish.dependence.tree import evidence
from variorum.establish.stretches import Stretch
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text

COUNT = 240
"""Traditions that are scored; 200 were asked."""
TUNED_ON = 60
JOINED_LEAST = 0.008
"""A tip of neighbour joining with a branch no longer than this share of the text is the copy the others
were made from: the length that serves it best on the traditions to tune on (``--tune``)."""
RESAMPLED = 2_000
BINS = 10
METHODS = ("variorum", "neighbour joining", "spanning tree")


@dataclass(frozen=True, slots=True)
class Result:
    """Of one tradition: [method][score], the scores being edge F1 and average sign distance; the
    probabilities of the edges drawn, each with whether it is right; the seconds ours took."""

    scores: dict[str, tuple[float, float]]
    edges: list[tuple[float, bool]]
    seconds: float


def drawn(given: Tradition) -> tuple[Drawn, list[tuple[float, bool]], float]:
    """Our pedigree, its (probability, right) for each nearest surviving ancestor, the seconds."""
    begun = time.perf_counter()
    found = stemma(given.readings)
    seconds = time.perf_counter() - begun
    edges = tuple((one.parent, one.child) for one in found.descents)
    sure = [(p, (up, name) in given.edges) for up, name, p in ancestors(found)]
    return Drawn(edges, frozenset((*found.witnesses, *found.supposed))), sure, seconds


def scored(given: Tradition, tree: list[list] | None) -> Result:
    """All methods on one tradition; ``tree`` is what neighbour joining made of it, if it ran."""
    names, far = distances(given.readings)
    mine, sure, seconds = drawn(given)
    made = {"variorum": mine, "spanning tree": spanning_tree(names, far)}
    if tree is not None:
        made["neighbour joining"] = joined_tree(tree, names, JOINED_LEAST)
    scores = {
        method: (
            edge_f1(ancestry(one, names), given.edges),
            sign_distance(one, given.neighbours, names),
        )
        for method, one in made.items()
    }
    return Result(scores, sure, seconds)


def interval(values: Sequence[float]) -> str:
    """The mean with its 95 % interval, by resampling whole traditions."""
    if not values:
        return "–"
    data = np.array(values)
    chance = np.random.default_rng(1)
    means = data[chance.integers(0, len(data), (RESAMPLED, len(data)))].mean(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return f"{data.mean():.3f} ({low:.3f} to {high:.3f})"


def table(given: Sequence[Tradition], results: Sequence[Result]) -> Iterator[str]:
    """Rows of the table, for all traditions and for those of each kind."""
    kinds: dict[str, Callable[[Tradition], bool]] = {
        "all": lambda t: True,
        "contaminated": lambda t: t.contaminated,
        "with lacunae": lambda t: t.lacunae,
        "both": lambda t: t.contaminated and t.lacunae,
        "neither": lambda t: not t.contaminated and not t.lacunae,
    }
    yield "| traditions | n | method | directed edges F1 | average sign distance |"
    yield "|---|---:|---|---:|---:|"
    for kind, is_kind in kinds.items():
        chosen = [r for t, r in zip(given, results, strict=True) if is_kind(t)]
        for method in METHODS:
            got = [r.scores[method] for r in chosen if method in r.scores]
            if got:
                edges, signs = (interval(list(score)) for score in zip(*got, strict=True))
                yield f"| {kind} | {len(got)} | {method} | {edges} | {signs} |"
            else:
                yield f"| {kind} | 0 | {method} | not installed | |"


def ahead(results: Sequence[Result]) -> Iterator[str]:
    """By how much ours is better than each other method, tradition by tradition."""
    for method in METHODS[1:]:
        both = [r.scores for r in results if method in r.scores]
        for which, name in enumerate(("directed edges F1", "average sign distance")):
            more = interval([s["variorum"][which] - s[method][which] for s in both])
            yield f"- {name}, more than {method} on the same tradition: {more}"


def calibration(sure: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Brier score and expected calibration error of probabilities."""
    chance = np.array([p for p, _ in sure])
    right = np.array([float(r) for _, r in sure])
    bins = np.minimum((chance * BINS).astype(int), BINS - 1)
    error = sum(
        abs(chance[bins == b].mean() - right[bins == b].mean()) * (bins == b).sum()
        for b in np.unique(bins)
    )
    return float(((chance - right) ** 2).mean()), float(error / len(chance))


def edge_pairs(given: Tradition, number: int) -> list[tuple[ReadingText, ReadingText, str]]:
    """An exemplar and its copy as two accounts, in either order, with the true direction."""
    chance = random.Random(number)
    direct = sorted(given.edges - given.second)
    if not direct:
        return []
    up, down = chance.choice(direct)
    readings = [_account(name, given.readings[name]) for name in (up, down)]
    if chance.random() < 0.5:
        return [(readings[1], readings[0], "b→a")]
    return [(readings[0], readings[1], "a→b")]


def _account(name: str, row: Sequence[str | None]) -> ReadingText:
    text = " ".join(word for word in row if word)
    account = Account(name, name, 0, len(text), "", "", "", "", "en", "article")
    return reading_text(account, text, [])


def _whole(reading: ReadingText) -> Stretch:
    return Stretch(reading.account.id, 0, len(reading.text))


def pairs(given: Sequence[Tradition]) -> Iterator[str]:
    """How often the direction of two copies, by their words alone, is stated, and is right."""
    stated: list[tuple[float, bool]] = []
    every: list[tuple[float, bool]] = []
    alike = 0
    for number, one in enumerate(given):
        for a, b, true in edge_pairs(one, number):
            found = direction(a, b, _whole(a), _whole(b))
            if found.probability == 0.5:
                alike += 1
                continue
            way = _likelier(a, b)
            every.append((found.probability, way == true))
            if found.value != "unknown":
                stated.append((found.probability, found.value == true))
    total = len(every) + alike
    right = sum(r for _, r in stated)
    guessed = sum(r for _, r in every)
    brier, error = calibration(every)
    yield (
        f"Two witnesses, of which one was made from the other, with no dates and no names, {total}"
        f" pairs: nothing tells in {alike}; the likelier way is right in {guessed} of {len(every)};"
        f" a direction is stated in {len(stated)} and right in {right}"
        f" ({right / max(1, len(stated)):.3f}; a coin gives .5)."
        f" Brier score {brier:.3f}, expected calibration error {error:.3f}."
    )


def _likelier(a: ReadingText, b: ReadingText) -> str:
    follows_a = _clues(b, a, _whole(b), _whole(a), {})
    follows_b = _clues(a, b, _whole(a), _whole(b), {})
    return "a→b" if worth(follows_a) >= worth(follows_b) else "b→a"


def growth() -> Iterator[str]:
    """Seconds and memory for larger traditions, each in a process of its own."""
    yield "| witnesses | places of the text | seconds | peak memory, MB |"
    yield "|---:|---:|---:|---:|"
    program = (
        "import json,sys,time;from dependence import held,wide;"
        "from variorum.establish.dependence import stemma;"
        "t=wide(int(sys.argv[1]),int(sys.argv[2]));s=time.perf_counter();stemma(t);"
        "print(json.dumps([time.perf_counter()-s,held()]))"
    )
    for witnesses, words in ((10, 1_000), (40, 2_000), (150, 2_000), (500, 1_000)):
        run = subprocess.run(
            [sys.executable, "-c", program, str(witnesses), str(words)],
            capture_output=True,
            text=True,
            check=True,
            cwd=sys.path[0] or ".",
        )
        seconds, memory = json.loads(run.stdout)
        places = len(next(iter(wide(witnesses, words).values())))
        yield f"| {witnesses} | {places} | {seconds:.1f} | {memory} |"


def wide(witnesses: int, words: int) -> dict[str, list[str | None]]:
    """A tradition of any size: every copy changes eight words of one of the copies before it."""
    chance = random.Random(witnesses)
    rows: list[list[str | None]] = [[f"word{n % 300}" for n in range(words)]]
    while len(rows) < witnesses:
        row = list(chance.choice(rows))
        for _ in range(8):
            row[chance.randrange(words)] = f"word{chance.randrange(300)}"
        rows.append(row)
    return {f"w{n:03d}": row for n, row in enumerate(rows)}


def held() -> int:
    """Megabytes this process has held at most, and not the one that started it (0 where not known)."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(x.split()[1]) // 1024 for x in lines if x.startswith("VmHWM")), 0)


def peak() -> int:
    """Megabytes this process and those it started have held at most."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) // 1024


def main() -> None:
    """Measure, print, and write the section ``dependence`` of RESULTS.md."""
    if not (BENCH / "kjv").is_dir():
        print(f"No benchmark data at {BENCH}; set VARIORUM_BENCH to measure dependence.")
        return
    if "--tune" in sys.argv:
        tune()
        return
    given = list(traditions("score", COUNT))
    peer = joined([distances(one.readings) for one in given])
    version, trees = peer or ("", [None] * len(given))
    results = [scored(one, tree) for one, tree in zip(given, trees, strict=True)]
    edges = [edge for result in results for edge in result.edges]
    brier, error = calibration(edges)
    seconds = sorted(result.seconds for result in results)
    lines = [
        "## Dependence: pedigrees of copies",
        "",
        "`python benchmarks/dependence.py`",
        "",
        f"{len(given)} simulated traditions of novels (5 to 40 surviving witnesses of 300 to 1,500"
        " words, 15 to 65 of 100 copies lost, none to 30 of 100 copies made from two exemplars, leaves"
        " lost); constants were tuned on others, of the King James Version. Directed edges:"
        " (nearest surviving ancestor, witness), by either exemplar. Average sign distance"
        " (Roos and Heikkilä 2009), as a similarity: of every three"
        " witnesses, whether both pedigrees agree which of two is nearer the"
        " third, half for a tie in one; lost copies that leave no trace are left out of the true one. In"
        " brackets: 95 of 100 bootstrap samples of whole traditions."
        f" Neighbour joining is scikit-bio's{' ' + version if version else ' (not installed)'}, rooted"
        " at the midpoint, a tip on a branch of next to no length standing for its node; the spanning"
        " tree is rooted at its centre. Better than both was asked.",
        "",
        *table(given, results),
        "",
        *ahead(results),
        "",
        f"Probabilities of the {len(edges)} edges drawn: {sum(p for p, _ in edges) / len(edges):.3f} on"
        f" average, right {sum(r for _, r in edges) / len(edges):.3f}; Brier score {brier:.3f}, expected"
        f" calibration error {error:.3f}.",
        "",
        *pairs(given),
        "",
        f"Seconds for one tradition: {seconds[len(seconds) // 2]:.2f} in the middle, {seconds[-1]:.1f}"
        f" at most. Peak memory of the whole process: {peak()} MB. Growth:",
        "",
        *growth(),
    ]
    print("\n".join(lines))
    write_section("dependence", "\n".join(lines))


def tune() -> None:
    """Fit what the comments of the constants speak of, and print it."""
    given = list(traditions("tune", TUNED_ON))
    _tune_joining(given)
    _tune_edges(given)
    _tune_clues(list(traditions("tune", 400)))
    _tune_costs(given)


def _tune_joining(given: Sequence[Tradition]) -> None:
    matrices = [distances(one.readings) for one in given]
    peer = joined(matrices)
    if peer is None:
        print("scikit-bio is not installed")
        return
    for least in (0.0, 0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064):
        scores = [
            edge_f1(ancestry(joined_tree(tree, names, least), names), one.edges)
            for one, (names, _), tree in zip(given, matrices, peer[1], strict=True)
        ]
        print(f"neighbour joining, tips up to {least}: {np.mean(scores):.4f}")


def _tune_edges(given: Sequence[Tradition]) -> None:
    """Logistic weights of the edges' probabilities, from their margins."""
    seen: list[tuple[float, float, bool]] = []
    for one in given:
        seen += _edge_margins(one)
    rows = np.array([[1.0, math.log1p(nats), float(alive)] for nats, alive, _ in seen])
    print("tree edges:", _logistic(rows, np.array([float(right) for *_, right in seen])))


def _edge_margins(given: Tradition) -> list[tuple[float, float, bool]]:
    """(least margin up to the next witness above, whether that is the parent, whether it is the true
    ancestor) for each witness that has one."""
    every = costs.variation(given.readings)
    seen = evidence(every, every.states)
    tree = improved(grown(every, seen, list(range(len(every.names)))), every, seen)
    tree, _ = contaminated(tree, every, seen)
    out = []
    wide_by = margins(tree, every, seen)
    for node in range(tree.known):
        above, margin = tree.parent.get(node, -1), wide_by.get(node, 0.0)
        alive = 0 <= above < tree.known
        while above >= tree.known:
            margin = min(margin, wide_by.get(above, margin))
            above = tree.parent[above]
        if above >= 0:
            right = (every.names[above], every.names[node]) in given.edges
            out.append((margin, float(alive), right))
    return out


def _tune_clues(given: Sequence[Tradition]) -> None:
    """Weights of the clues of a pair that simulated copies can show."""
    names = ("skip", "slip", "shorter")
    rows, right = [], []
    for number, one in enumerate(given):
        for a, b, true in edge_pairs(one, number):
            sides = []
            for copy, original in ((b, a), (a, b)):
                found = {
                    c.name: min(2.0, math.sqrt(c.times))
                    for c in _clues(copy, original, _whole(copy), _whole(original), {})
                }
                sides.append([found.get(name, 0.0) for name in names])
            rows.append(np.array(sides[0]) - np.array(sides[1]))
            right.append(float(true == "a→b"))
    print("clues:", dict(zip(names, _logistic(np.array(rows), np.array(right)), strict=True)))


def _logistic(rows: np.ndarray, right: np.ndarray, ridge: float = 1.0) -> list[float]:
    """Weights by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (right - chance) - ridge * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge * np.eye(len(weights))
        weights += np.linalg.solve(curve, gradient)
    return [round(float(w), 2) for w in weights]


def _tune_costs(given: Sequence[Tradition]) -> None:
    """Coordinate search: each cost one step up and down, as long as edge F1 grows."""

    def tried(trial: Mapping[str, float]) -> float:
        costs.COSTS.update(trial)
        costs._CHANGE, costs._FIRST = costs._tables()
        scores = []
        for one in given:
            names = sorted(one.readings)
            scores.append(edge_f1(ancestry(drawn(one)[0], names), one.edges))
        return float(np.mean(scores))

    best = dict(costs.COSTS)
    top = tried(best)
    print(f"costs as they are: {top:.4f}", flush=True)
    for name in sorted(set(best) - {"against its date", "first a word"}):
        for factor in (0.8, 1.25):
            trial = {**best, name: best[name] * factor}
            if (got := tried(trial)) > top:
                best, top = trial, got
                print(f"{name} {best[name]:.2f}: {top:.4f}", flush=True)
    print(best)


if __name__ == "__main__":
    main()
