"""The identity benchmark: ``python benchmarks/identity.py`` (minutes).

Names across scripts (netranslit), labelled pairs of names (OpenSanctions), who is who across news
(ECB+), and speed. ``VARIORUM_PEERS`` names an interpreter that has the peers; they are no dependency.
"""

import csv
import json
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from _coreference_scores import b_cubed, conll, f1
from _report import write_section
from train_names import BENCH, FILES, pairs_of, with_negatives
from variorum.identify import identify
from variorum.identify.comparing import FEATURES, features
from variorum.identify.folding import folded
from variorum.identify.scripts.model import log_odds
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, mention_id

PEERS = os.environ.get("VARIORUM_PEERS", "")
SCRIPTS = ("arabic", "hebrew", "kana", "hangul", "cyrillic", "han")
TRUE_PAIRS = 1500
"""True pairs of each script; as many false ones."""
TUNING_PAIRS = 1000
"""True pairs of the training part on which each method's threshold is set."""
NEAREST = 10
FOLDS, RIDGE, RUNS = 10, 5.0, 5
LARGE = 100_000
TEST_TOPICS = frozenset(map(str, range(36, 46)))


def peers(rows: list[tuple[str, str, str]]) -> dict[str, dict[str, object]]:
    """The peers' scores and seconds; nothing where no interpreter with them is named."""
    if not PEERS:
        return {}
    script = Path(__file__).with_name("_identity_peers.py")
    done = subprocess.run(
        [PEERS, str(script)], input=json.dumps(rows), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def best_threshold(scores: np.ndarray, truth: np.ndarray) -> float:
    """The threshold with the best F1."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    values = 2 * hits / (np.arange(1, len(truth) + 1) + truth.sum())
    values[:-1][np.diff(scores[order]) == 0] = 0
    return float(scores[order][values.argmax()])


def f1_at(scores: np.ndarray, truth: np.ndarray, threshold: float) -> float:
    """F1 where scores from ``threshold`` on say yes."""
    said = scores >= threshold
    return float(2 * (said * truth).sum() / max(1.0, said.sum() + truth.sum()))


def across_scripts() -> str:
    """F1 of names across scripts, false pairs drawn from the most similar Latin names."""
    drawn = random.Random(7)
    table: dict[str, dict[str, float]] = defaultdict(dict)
    rates: dict[str, list[float]] = defaultdict(list)
    for script in SCRIPTS:
        parts, truths = [], []
        known = pairs_of(script, 64) + pairs_of(script, 16)
        for part, size in ((64, TUNING_PAIRS), (16, TRUE_PAIRS)):
            whole = pairs_of(script, part)
            false = dict.fromkeys(with_negatives(whole, known, NEAREST, 1, 12_000))
            true = drawn.sample(whole, size)
            chosen = {other for _, other in true}
            wrong = [pair for pair in false if pair[1] in chosen]
            wrong = drawn.sample(wrong, min(size, len(wrong)))
            parts.append(true + wrong)
            truths.append(np.array([1.0] * len(true) + [0.0] * len(wrong)))
        repeated = parts[1] * 5
        log_odds(script, parts[1][:10])
        began = time.perf_counter()
        odds = log_odds(script, repeated)
        rates["Variorum"].append(len(repeated) / (time.perf_counter() - began))
        tuned = best_threshold(log_odds(script, parts[0]), truths[0])
        table["Variorum"][script] = f1_at(odds[: len(parts[1])], truths[1], tuned)
        for name, answer in peers([("Person", *pair) for pair in parts[0] + parts[1]]).items():
            scores = np.array(answer["scores"])
            tuned = best_threshold(scores[: len(parts[0])], truths[0])
            table[name][script] = f1_at(scores[len(parts[0]) :], truths[1], tuned)
            rates[name].append(len(scores) / float(str(answer["seconds"])))
        print(script, {name: round(row[script], 3) for name, row in table.items()}, flush=True)
    lines = [f"| | {' | '.join(FILES[s] for s in SCRIPTS)} | mean | pairs a second |"]
    lines.append("|---|" + "---:|" * (len(SCRIPTS) + 2))
    for name, row in table.items():
        cells = [row[script] for script in SCRIPTS]
        values = " | ".join(f"{cell:.3f}" for cell in [*cells, sum(cells) / len(cells)])
        lines.append(f"| {name} | {values} | {min(rates[name]):,.0f} |")
    return "\n".join(lines)


def fitted(x: np.ndarray, y: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    """Weights of a logistic regression over standardised features, by Newton's method."""
    mean, scale = x.mean(axis=0), x.std(axis=0)
    mean[0], scale[scale == 0] = 0.0, 1.0
    z = (x - mean) / scale
    weights, penalty = np.zeros(x.shape[1]), np.full(x.shape[1], ridge)
    penalty[0] = 0.0
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ weights))
        hessian = (z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty + 1e-9)
        weights -= np.linalg.solve(hessian, z.T @ (p - y) + penalty * weights)
    result = weights / scale
    result[0] = weights[0] - float((result[1:] * mean[1:]).sum())
    return result


def labelled_pairs() -> tuple[str, np.ndarray]:
    """F1 on OpenSanctions' labelled pairs, cross-validated; no name stands in two folds."""
    with (BENCH / "nomenklatura_bench" / "cases.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    truth = np.array([row["is_match"] == "true" for row in rows], float)
    x = np.array([features([(r["name1"], r["name2"])], r["schema"] == "Person")[0] for r in rows])
    groups = components([(folded(r["name1"]), folded(r["name2"])) for r in rows])
    values = []
    for seed in range(RUNS):
        drawn = random.Random(seed)
        fold_of = {group: drawn.randrange(FOLDS) for group in sorted(set(groups))}
        folds = np.array([fold_of[group] for group in groups])
        said = np.zeros(len(rows))
        for fold in range(FOLDS):
            inside, outside = folds != fold, folds == fold
            weights = fitted(x[inside], truth[inside])
            tuned = best_threshold(x[inside] @ weights, truth[inside])
            said[outside] = x[outside] @ weights >= tuned
        values.append(2 * (said * truth).sum() / (said.sum() + truth.sum()))
    lines = ["| | F1 | |", "|---|---:|---|"]
    spread = f"{min(values):.3f} to {max(values):.3f}"
    lines.append(
        f"| Variorum | {sum(values) / RUNS:.3f} | {FOLDS}-fold, {RUNS} runs ({spread}); pairs "
        f"that share a name in one fold; weights and threshold from the other folds |"
    )
    for name, answer in peers([(r["schema"], r["name1"], r["name2"]) for r in rows]).items():
        scores = np.array(answer["scores"])
        value = f1_at(scores, truth, best_threshold(scores, truth))
        given = f1_at(scores, truth, 0.7)
        lines.append(f"| {name} | {value:.3f} | at its best threshold; {given:.3f} at .7 |")
    print("\n".join(lines), flush=True)
    return "\n".join(lines), fitted(x, truth)


def components(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """For each pair the smallest name that it is linked with through shared names."""
    home: dict[str, str] = {}

    def root(name: str) -> str:
        while home.setdefault(name, name) != name:
            home[name] = home[home[name]]
            name = home[name]
        return name

    for a, b in pairs:
        home[max(root(a), root(b))] = min(root(a), root(b))
    return [root(a) for a, _ in pairs]


_NO_NAMES = "He She They I We It You His Her Their My Our Its Him Them Who The A An"
_PRONOUNS = frozenset(_NO_NAMES.split())
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:(?:de|la|van|von|bin|al|el)\s+)*[A-Z][\w.'’-]*)*")


def news() -> dict[str, tuple[list[Account], list[Mention], dict[str, str]]]:
    """ECB+ by topic: accounts, the named persons and places, and each mention's gold cluster."""
    result: dict[str, tuple[list[Account], list[Mention], dict[str, str]]] = {}
    for line in (BENCH / "ecbplus" / "docs.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        accounts, mentions, gold = result.setdefault(document["topic"], ([], [], {}))
        name = document["doc"]
        accounts.append(
            Account(name, name, 0, len(document["text"]), "", "", "", "", "en", "article")
        )
        for row in document["mentions"]:
            person = row["tag"] == "HUMAN_PART_PER"
            if not (person or row["tag"] in ("LOC_GEO", "LOC_FAC", "LOC_OTHER", "HUMAN_PART_GPE")):
                continue
            found = _NAME.search(row["text"])
            if found is None or found[0] in _PRONOUNS or "cluster" not in row:
                continue
            form = " ".join(w for w in found[0].split() if w not in _PRONOUNS)
            form = re.sub(r"\s*['’]s?$", "", form)
            before = row["text"][: found.start()].split()
            kind = "person" if person else "place"
            passage = Passage(name, row["start"], row["end"], row["text"])
            identity = mention_id(passage, f"{kind} {row['m_id']}")
            titles = tuple(form.split()[:0]) + tuple(before[-1:])
            titles, form = _titled(form, titles)
            mentions.append(Mention(passage, kind, identity, form, titles, name))
            gold[identity] = row["cluster"]
    return result


_OFFICES = """Mr Mrs Ms Dr Sir Lord President Prime Minister Secretary Senator Sen. Gov. Gov
Governor General
Gen. Colonel Captain Judge Justice Coach Officer Detective Police Chief Sheriff Sgt Sgt. Lt. Professor
Mayor King Queen Prince Princess Director CEO Chairman Attorney Deputy Commander Superintendent
Inspector Constable Actor Actress"""
_TITLES = frozenset(_OFFICES.split())


def _titled(form: str, titles: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    words = form.split()
    while len(words) > 1 and words[0].rstrip(".") in {t.rstrip(".") for t in _TITLES}:
        titles += (words.pop(0),)
    return titles, " ".join(words)


def across_news() -> str:
    """Who is who in ECB+: named persons and places with gold spans and types, each topic a dossier."""
    lines = ["| | | CoNLL | B³ | B³ precision | B³ recall |", "|---|---|---:|---:|---:|---:|"]
    doubts = Counter[str]()
    right = Counter[str]()
    for part in ("all topics", "topics 36-45"):
        gold: dict[str, str] = {}
        ours: dict[str, str] = {}
        same: dict[str, str] = {}
        for topic, (accounts, mentions, truth) in sorted(news().items()):
            if part != "all topics" and topic not in TEST_TOPICS:
                continue
            found = identify(mentions, accounts)
            meant = {row.mention: row.entity for row in found.identities}
            clusters: dict[str, Counter[str]] = defaultdict(Counter)
            at: dict[tuple[str, int], str] = {}
            for mention in mentions:
                key = f"{topic} {mention.entity}"
                gold[key] = truth[mention.entity]
                ours[key] = f"{topic} {meant[mention.entity]}"
                same[key] = f"{topic} {mention.type} {folded(mention.form)}"
                clusters[meant[mention.entity]][truth[mention.entity]] += 1
                at[mention.passage.source, mention.passage.start] = meant[mention.entity]
            if part == "all topics":
                for finding in found.doubtful:
                    known = [at[p.source, p.start] for p in finding.passages]
                    heads = [clusters[entity].most_common(1)[0][0] for entity in known]
                    doubts[finding.reasons[0].split(", but")[0]] += 1
                    right[finding.reasons[0].split(", but")[0]] += len(set(heads)) < len(heads)
        for name, answer in (("Variorum", ours), ("same string", same)):
            precision, recall = b_cubed(gold, answer)
            lines.append(
                f"| {part} | {name} | {conll(gold, answer):.3f} | {f1((precision, recall)):.3f} "
                f"| {precision:.3f} | {recall:.3f} |"
            )
    said = "; ".join(f"“{why}” {right[why]} of {n}" for why, n in sorted(doubts.items()))
    text = "\n".join(lines) + f"\n\nDoubts that were one person, all topics: {said or 'none'}."
    print(text, flush=True)
    return text


def synthetic(size: int) -> tuple[list[Account], list[Mention]]:
    """Mentions of invented people in a thousand accounts, under full, short and bare names."""
    drawn = random.Random(3)
    parts = [
        "ba",
        "do",
        "ke",
        "li",
        "mo",
        "nu",
        "ra",
        "si",
        "ta",
        "vo",
        "shche",
        "tch",
        "zhu",
        "ov",
    ]

    def word() -> str:
        return "".join(drawn.choices(parts, k=drawn.randint(2, 4))).capitalize()

    surnames, given = [word() for _ in range(6000)], [word() for _ in range(300)]
    people = [(drawn.choice(given), drawn.choice(surnames)) for _ in range(20_000)]
    accounts = [
        Account(f"a{i}", f"{i}.txt", 0, 10**6, "", "", "", "", "en", "article") for i in range(1000)
    ]
    mentions = []
    for number in range(size):
        first, last = drawn.choice(people)
        form = drawn.choice([f"{first} {last}", f"{first[0]}. {last}", last, f"{last}, {first}"])
        account = accounts[number % 1000]
        start = number * 40
        passage = Passage(account.source, start, start + len(form), form)
        kind = "person"
        mentions.append(Mention(passage, kind, mention_id(passage, kind), form, (), account.id))
    return accounts, mentions


def speed() -> str:
    """Seconds and memory for many mentions, and how both grow."""
    lines = [
        "| mentions | seconds | of one core | entities | memory |",
        "|---:|---:|---:|---:|---:|",
    ]
    for size in (LARGE // 10, LARGE):
        accounts, mentions = synthetic(size)
        began, busy = time.perf_counter(), time.process_time()
        found = identify(mentions, accounts)
        seconds, busy = time.perf_counter() - began, time.process_time() - busy
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        lines.append(
            f"| {size:,} | {seconds:.1f} | {busy:.1f} | {len(found.entities):,} | {memory:,.0f} MB |"
        )
    print("\n".join(lines), flush=True)
    return "\n".join(lines)


def main() -> None:
    """Measure, print, and write the section ``identity`` of RESULTS.md."""
    if not (BENCH / "netranslit").is_dir():
        print(f"No benchmark data at {BENCH}; set VARIORUM_BENCH to measure identity.")
        return
    growth = speed()
    news_table = across_news()
    pairs_table, weights = labelled_pairs()
    scripts_table = across_scripts()
    if "--weights" in sys.argv:
        for feature, weight in zip(FEATURES, weights, strict=True):
            print(f"    {weight:.3f},  # {feature}")
    write_section(
        "identity",
        f"""## Identity

### Names across scripts

{scripts_table}

F1 on netranslit's development parts (CC0; trained on its training parts): {TRUE_PAIRS} true pairs
of each script and as many false ones, whose Latin side is one of the {NEAREST} names of the part
most similar
to the true one (Indel distance) that nowhere stand with that name. Thresholds are set for each method
and script on {TUNING_PAIRS} pairs of the training part. One core; the slowest script's speed.
.667 is what yes to every pair gives.
{"" if PEERS else "Peers were not installed."}

### Labelled pairs of names

{pairs_table}

826 pairs of OpenSanctions' name benchmark, people and companies.

### Across news (ECB+)

{news_table}

Named persons and places of {len(news())} topics with gold spans and types, each topic a dossier. Names
are what has a capital letter; titles are cut off.

### Speed

{growth}

Invented names, a thousand accounts; memory is the process's largest.
""",
    )


if __name__ == "__main__":
    main()
