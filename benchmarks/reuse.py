"""What is copied, how exactly and how fast it is found: ``python benchmarks/reuse.py [PART…]``.

Parts: ``eusebian`` (parallel sections of the gospels), ``planted`` (copies put into other texts),
``kjv`` (speed on 1,189 chapters), ``scale`` (1,000 and 10,000 documents; ``scale-100k`` for 100,000),
``new`` (one account against 10,000), ``latin`` (Psalms in the New Testament); without arguments all but
``scale-100k``. Each part runs in a process of its own, so that its peak memory is its own, and figures
of parts not run again are kept. Peers are run by the interpreter ``VARIORUM_REUSE_PEERS`` names (rensa,
datasketch), passim from the ``seriatim.py`` that ``VARIORUM_PASSIM`` names.
"""

import csv
import json
import multiprocessing
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np

from _report import write_section
from _reuse_data import BENCH, SYNOPTIC, as_reading, eusebian, kjv_chapters
from _reuse_fit import best_threshold
from _reuse_planting import plagdet, planted
from variorum.establish.reuse import fingerprint, reuse
from variorum.establish.reuse.letters import words
from variorum.establish.reuse.likeness import PARALLEL, likeness
from variorum.model.reading import ReadingText

STATE = Path(__file__).with_name("_reuse_figures.json")
ALL = ("eusebian", "planted", "kjv", "scale", "new", "latin")
PASSIM = [["-n", "25", "-m", "5", "-a", "50"], ["-n", "12", "-m", "2", "-a", "20"]]


def f1(scores: np.ndarray, truth: np.ndarray, threshold: float) -> float:
    taken = scores >= threshold
    return float(2 * (taken & truth).sum() / max(1, taken.sum() + truth.sum()))


def tf_idf(sections: dict[str, list[str]]) -> dict[tuple[int, int], np.ndarray]:
    """Cosine of words weighted by their rarity, the plain peer."""
    texts = [text for series in sections.values() for text in series]
    counts = []
    for text in texts:
        found = words(text)
        counts.append(Counter(found.word(k) for k in range(len(found))))
    times = Counter(word for count in counts for word in count)
    column = {word: k for k, word in enumerate(sorted(times))}
    matrix = np.zeros((len(texts), len(column)), np.float32)
    for row, count in enumerate(counts):
        for word, often in count.items():
            matrix[row, column[word]] = (1 + np.log(often)) * np.log(len(texts) / times[word])
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9
    alike = matrix @ matrix.T
    ends = np.cumsum([0, *(len(s) for s in sections.values())])
    return {
        (i, j): alike[ends[i] : ends[i + 1], ends[j] : ends[j + 1]]
        for i, j in combinations(range(len(sections)), 2)
    }


def peers(task: dict) -> dict:
    """What the peers answer, or nothing where their interpreter is not named."""
    interpreter = os.environ.get("VARIORUM_REUSE_PEERS")
    if not interpreter:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        question, answer = Path(folder, "q.json"), Path(folder, "a.json")
        question.write_text(json.dumps(task), "utf-8")
        script = Path(__file__).with_name("_reuse_peers.py")
        subprocess.run([interpreter, str(script), str(question), str(answer)], check=True)
        return json.loads(answer.read_text("utf-8"))


def eusebian_part() -> str:
    rows = []
    for language, title in (("kjv", "English"), ("greek", "Greek")):
        sections, truth = eusebian(language)
        started = time.perf_counter()
        own = dict(likeness(list(sections.values())))
        took = time.perf_counter() - started
        systems = [("Variorum", own, PARALLEL), ("tf-idf", tf_idf(sections), None)]
        answer = peers({"sections": sections, "passim": PASSIM[1:]})
        for name in ("rensa", "datasketch"):
            if name in answer:
                scores = {
                    (i, j): np.array(answer[name][f"{SYNOPTIC[i]}-{SYNOPTIC[j]}"]) for i, j in truth
                }
                systems.append((name, scores, None))
        best = None
        for run in answer.get("passim", []):
            scores = {pair: np.zeros(t.shape) for pair, t in truth.items()}
            for found in run["found"]:
                ends = sorted(
                    (SYNOPTIC.index(k.split(".")[0]), int(k.split(".")[1]))
                    for k in (found["a"], found["b"])
                )
                (i, row), (j, column) = ends
                if i != j:
                    scores[i, j][row, column] = 1
            at = f1(scores[0, 1], truth[0, 1], 0.5)
            if best is None or at > best[0]:
                best = at, scores, " ".join(run["options"])
        if best:
            systems.append((f"passim {best[2]}", best[1], 0.5))
        for name, scores, threshold in systems:
            if threshold is None:
                threshold, _ = best_threshold(scores[0, 1].ravel(), truth[0, 1].ravel(), 0.0)
            rest = [(0, 2), (1, 2)]
            flat = [np.concatenate([s[p].ravel() for p in rest]) for s in (scores, truth)]
            whole = [np.concatenate([s[p].ravel() for p in truth]) for s in (scores, truth)]
            taken = flat[0] >= threshold
            hits = (taken & flat[1]).sum()
            rows.append(
                f"| {title} | {name} | {f1(scores[0, 1], truth[0, 1], threshold):.3f} | "
                f"{hits / max(1, taken.sum()):.3f} | {hits / flat[1].sum():.3f} | "
                f"**{f1(*flat, threshold):.3f}** | {f1(*whole, threshold):.3f} |"
            )
        rows.append(f"| | | {took:.1f} s for Variorum | | | | |")
    return (
        "### Parallel sections (Eusebian canons)\n\n"
        "Which sections of Matthew, Mark and Luke are parallel: 631 pairs. Every system is tuned on"
        " Matthew-Mark and scored as it then is on Matthew-Luke and Mark-Luke (the rest), and on all"
        " three. Variorum has one setting for both languages.\n\n"
        "| | | F1 Matthew-Mark (tuned) | P rest | R rest | F1 rest | F1 all |\n"
        "|---|---|---|---|---|---|---|\n" + "\n".join(rows)
    )


def searched(texts: list[str]) -> list[tuple[tuple[int, int, int], tuple[int, int, int]]]:
    """All pairs of spans ``(document, start, end)`` of one passage, both ways round."""
    readings = [as_reading(f"{k:06}", text) for k, text in enumerate(texts)]
    found = reuse(readings, {r.account.id: fingerprint(r) for r in readings})
    pairs = []
    for shared in found:
        spans = [(int(w.account), w.start, w.end) for w in shared.witnesses]
        pairs += [(a, b) for a in spans for b in spans if a != b]
    return pairs


def planted_part() -> str:
    news = sorted((BENCH / "polnear/data/dev").rglob("*.txt"))
    novels = sorted((BENCH / "litbank/coref/brat").glob("*.txt"))
    collections = {
        "KJV, every fourth chapter": [r.text for r in kjv_chapters()][::4],
        "news": [file.read_text("utf-8") for file in news],
        "openings of novels": [file.read_text("utf-8") for file in novels],
    }
    rows = []
    for title, texts in collections.items():
        for noise, edited in (
            (0, False),
            (0.05, False),
            (0.15, False),
            (0, True),
            (0.05, True),
            (0.15, True),
        ):
            figures = []
            for seed in (1, 2, 3):
                made, passages = planted(texts, min(80, len(texts) // 2), noise, edited, seed)
                truth = [((p.source, p.start, p.end), (p.host, p.at, p.to)) for p in passages]
                hosts = {(p.source, p.host) for p in passages}
                found = [d for d in searched(made) if (d[0][0], d[1][0]) in hosts]
                figures.append(plagdet(truth, found))
            p, r, g, score = np.mean(figures, axis=0)
            kind = "put in and turned round" if edited else "as it is"
            rows.append(
                f"| {title} | {noise:.0%} | {kind} | {p:.3f} | {r:.3f} | {g:.2f} | **{score:.3f}** |"
            )
    return (
        "### Planted passages\n\nPassages of 20 to 200 words of one text put into another, characters"
        " altered at the rate given (three in five replaced, one in five doubled by another, one in five"
        " lost); *put in and turned round*: one word for every twelve put in at one place, the halves of"
        " every other passage changed round. Mean of three seeds. What the texts repeat of themselves"
        " between other documents is not counted either way.\n\n"
        "| texts | noise | passage | precision | recall | granularity | plagdet |\n"
        "|---|---|---|---|---|---|---|\n" + "\n".join(rows)
    )


def timed(readings: list[ReadingText]) -> tuple[float, float, float, float, int]:
    """Seconds for the fingerprints and for the search, processor seconds of both, and passages."""
    begun = time.process_time()
    started = time.perf_counter()
    found = {r.account.id: fingerprint(r) for r in readings}
    printed = time.perf_counter()
    shared = reuse(readings, found)
    done = time.perf_counter()
    return printed - started, done - printed, time.process_time() - begun, peak(), len(shared)


def peak() -> float:
    """Peak memory of this process in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def kjv_part() -> str:
    readings = kjv_chapters()
    first, second, processor, memory, count = timed(readings)
    rows = [
        f"| Variorum | {first + second:.1f} s ({first:.1f} fingerprints, {second:.1f} search) |"
        f" {processor:.1f} s | {memory:.2f} GB | {count} passages |"
    ]
    documents = {r.account.id: (r.account.id, r.text) for r in readings}
    answer = peers({"documents": documents, "passim": PASSIM[:1]})
    rows += [
        f"| passim {' '.join(run['options'])}, local Spark | {run['seconds']:.0f} s | | |"
        f" {len(run['found'])} aligned pairs |"
        for run in answer.get("passim", [])
    ]
    if not rows[1:]:
        rows.append("| passim | not run: VARIORUM_PASSIM names no seriatim.py | | | |")
    return (
        "### Speed: the 1,189 chapters of the King James Version\n\n"
        "| | time | processor | peak memory | found |\n|---|---|---|---|---|\n" + "\n".join(rows)
    )


def documents(count: int) -> list[ReadingText]:
    """``count`` documents of 300 words, a third of them with 30 to 100 words of an earlier one.

    Each is a walk through news, novels and the Bible that goes on to the next word twice in five steps
    and else jumps to another place of the same word: phrases are as common as they are in real texts.
    """
    rng = random.Random(5)
    files = sorted((BENCH / "polnear/data").rglob("*.txt")) + sorted(
        (BENCH / "litbank/coref/brat").glob("*.txt")
    )
    stock = [word for file in files for word in file.read_text("utf-8").split()]
    stock += [word for reading in kjv_chapters() for word in reading.text.split()]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(stock[:-1]):
        places.setdefault(word, []).append(at)
    made: list[str] = []
    for _ in range(count):
        at = rng.randrange(len(stock) - 1)
        walked = []
        while len(walked) < 300:
            walked.append(stock[at])
            if rng.random() >= 0.4:
                others = places.get(stock[at], [at])
                at = others[int(rng.random() * len(others))]
            at = (at + 1) % (len(stock) - 1)
        if made and rng.random() < 1 / 3:
            other = rng.choice(made[-1000:]).split()
            size = rng.randint(30, 100)
            begin = rng.randrange(len(other) - size)
            walked[100 : 100 + size] = other[begin : begin + size]
        made.append(" ".join(walked))
    return [as_reading(f"{k:07}", text) for k, text in enumerate(made)]


def scale_part(count: int) -> str:
    readings = documents(count)
    before = peak()
    first, second, processor, memory, found = timed(readings)
    return (
        f"| {count:,} | {first:.0f} s | {second:.0f} s | {processor:.0f} s | {memory:.2f} GB"
        f" (texts alone {before:.2f}) | {found:,} |"
    )


def new_part() -> str:
    readings = documents(10_001)
    found = {r.account.id: fingerprint(r) for r in readings}
    started, begun = time.perf_counter(), time.process_time()
    shared = reuse(readings, found, new=[readings[-1].account.id])
    took, processor = time.perf_counter() - started, time.process_time() - begun
    return (
        f"One new account against 10,000, their fingerprints given: **{took:.1f} s**"
        f" ({processor:.1f} s of processor), {len(shared)} passages, peak {peak():.2f} GB."
    )


def latin_part() -> str:
    """Recall by kind: verses of the New Testament and of the Psalms, each an account of its own."""
    file = BENCH / "ps_nt_latin/Ps-NT_reuses_VG.tsv"
    rows = list(csv.DictReader(file.read_text("utf-8").splitlines(), delimiter="\t"))
    texts = {"nt " + row["NT_ref"]: row["NT_text"] for row in rows}
    texts |= {"ps " + row["Ps_ref"]: row["Ps_text"] for row in rows}
    readings = [as_reading(name, text, "la") for name, text in sorted(texts.items())]
    found = set()
    for shared in reuse(readings, {r.account.id: fingerprint(r) for r in readings}):
        names = sorted({w.account for w in shared.witnesses})
        found |= {(a, b) for a in names for b in names}
    kinds: dict[str, list[bool]] = {}
    for row in rows:
        pair = "nt " + row["NT_ref"], "ps " + row["Ps_ref"]
        kinds.setdefault(row["reuse_label"], []).append(pair in found)
    labelled = {("nt " + row["NT_ref"], "ps " + row["Ps_ref"]) for row in rows}
    across = {p for p in found if p[0].startswith("nt") and p[1].startswith("ps")}
    return (
        "### Psalms in the New Testament (Latin)\n\nOf the labelled pairs of verses, those found;"
        f" {len(across - labelled)} pairs found are not labelled.\n\n| kind | found |\n|---|---|\n"
        + "\n".join(
            f"| {kind} | {sum(hits)}/{len(hits)} = {np.mean(hits):.2f} |"
            for kind, hits in sorted(kinds.items())
        )
    )


PARTS = {
    "eusebian": eusebian_part,
    "planted": planted_part,
    "kjv": kjv_part,
    "scale-1k": lambda: scale_part(1_000),
    "scale-10k": lambda: scale_part(10_000),
    "scale-100k": lambda: scale_part(100_000),
    "new": new_part,
    "latin": latin_part,
}


def _run(part: str, queue: "multiprocessing.Queue[str]") -> None:
    queue.put(PARTS[part]())


def main() -> None:
    if not (BENCH / "kjv").is_dir():
        print(f"benchmarks/reuse.py: no bench data at {BENCH}; nothing was measured.")
        return
    asked = sys.argv[1:] or list(ALL)
    if "scale" in asked:
        asked[asked.index("scale") : asked.index("scale") + 1] = ["scale-1k", "scale-10k"]
    figures = json.loads(STATE.read_text("utf-8")) if STATE.exists() else {}
    context = multiprocessing.get_context("spawn")
    for part in asked:
        queue = context.Queue()
        process = context.Process(target=_run, args=(part, queue))
        process.start()
        figures[part] = queue.get()
        process.join()
        print(figures[part], flush=True)
        STATE.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    scale = [figures[k] for k in ("scale-1k", "scale-10k", "scale-100k") if k in figures]
    table = (
        "### Cost against size\n\nDocuments of 300 words; a third have 30 to 100 words of another."
        "\n\n| documents | fingerprints | search | processor | peak memory | passages |\n"
        "|---|---|---|---|---|---|\n" + "\n".join(scale)
    )
    order = ["eusebian", "planted", "kjv", table, "new", "latin"]
    body = [figures.get(k, "") if k in PARTS else k for k in order]
    write_section(
        "reuse",
        "## Reuse\n\n`python benchmarks/reuse.py`\n\n" + "\n\n".join(b for b in body if b),
    )


if __name__ == "__main__":
    main()
