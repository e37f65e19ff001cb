"""Aligning translations and finding what they dropped, added and changed: ``python
benchmarks/translation.py``.

Alignment on Text+Berg dev (German-French), ParIce (English-Icelandic) and literary Chinese-English;
planted
losses and additions of sentences and clauses and planted exchanges of numbers, dates and names
in Text+Berg dev, ParIce and chapters of the gospels in five languages; labels by people of what
machine
translations omitted and added. ``--fit`` fits the evidence weights anew and prints them.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from _report import write_section
from _translation_data import BENCH, account, mac, parice, sides_of, strict, textberg
from _translation_fit import FOLDS, cases, cross_validated
from _translation_planting import Cache, documents, pair_of, planted_clauses, planted_sentences
from _translation_swaps import planted_swaps, scored, told
from variorum.establish.meaning import open_encoder
from variorum.establish.translation.align import Alignment, align, familiarity
from variorum.establish.translation.chain import Link
from variorum.establish.translation.clauses import missing_clauses
from variorum.establish.translation.coverage import evidence, missing, views
from variorum.establish.translation.lexicon import realigned
from variorum.establish.translation.report import LIKELY, LIKELY_CLAUSE
from variorum.establish.translation.sides import side

SEEDS = range(100, 103)
"""Others than the weights were fitted on (0 to 3)."""

Count = list[int]


def f1(count: Count) -> str:
    right, wrong, missed = count
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return f"{precision:.3f} | {recall:.3f} | {2 * right / max(1, 2 * right + wrong + missed):.3f}"


def alignment(cache: Cache) -> Iterator[str]:
    a, b, gold = textberg()
    groups = [[c] for c in cases(*sides_of(a, b, "de", "fr", cache), gold, FOLDS, cache)]
    yield f"| Text+Berg dev, de-fr, {FOLDS}-fold | {cross_validated(groups, 'well', ())[0.4]:.3f} |"
    for knows, tag in (("little", "en"), ("not", "und")):
        groups = [
            cases(*sides_of(x, y, tag, "is", cache, knows), gold, 1, cache)
            for x, y, gold in parice().values()
        ]
        found = cross_validated(groups, knows, (0, 1) if knows == "not" else ())[0.4]
        how = "letters known" if knows == "little" else "without the encoder"
        yield f"| ParIce, en-is, leaving one document out, {how} | {found:.3f} |"
    totals = np.zeros(3)
    for x, y, gold in list(mac().values())[:6]:
        one = align(*sides_of(x, y, "zh", "en", cache), None)
        totals += strict(
            gold, [(tuple(range(k.a, k.a_end)), tuple(range(k.b, k.b_end))) for k in one.links]
        )
    found = 2 * totals[0] / (totals[1] + totals[2])
    yield f"| literary Chinese-English, 6 texts, weights of Text+Berg | {found:.3f} |"


def _aligned(corpus: str, plants, cache: Cache) -> list[Alignment]:
    """The planted documents of a corpus, those of an unknown language with their common lexicon."""
    found = [align(*pair_of(p, cache), None) for p in plants]
    if familiarity(found[0].pair.a, found[0].pair.b) != "well":
        return realigned(found)
    return found


def sentences(cache: Cache, rows: list) -> Iterator[str]:
    """Planted sentences by corpus. ``rows`` takes (familiarity, document, evidence, truth,
    probability)."""
    by_corpus: dict[str, list[int]] = defaultdict(list)
    for number, (corpus, _, _) in enumerate(documents()):
        by_corpus[corpus].append(number)
    every = [0, 0, 0]
    for corpus, numbers in by_corpus.items():
        count = [0, 0, 0]
        for seed in SEEDS:
            plants = [planted_sentences(n, seed) for n in numbers]
            for n, plant, one in zip(numbers, plants, _aligned(corpus, plants, cache), strict=True):
                knows = familiarity(one.pair.a, one.pair.b)
                for view, chances, truth in zip(
                    views(one), missing(one), (plant.missing_a, plant.missing_b), strict=True
                ):
                    for row, p, mark in zip(evidence(view), chances, truth, strict=True):
                        if mark is not None:
                            rows.append((knows, n, row, mark, p))
                            count[0] += mark == 1 and p >= LIKELY
                            count[1] += mark == 0 and p >= LIKELY
                            count[2] += mark == 1 and p < LIKELY
        every = [x + y for x, y in zip(every, count, strict=True)]
        yield f"| {corpus} | {count[0] + count[2]} | {f1(count)} |"
    yield f"| all | {every[0] + every[2]} | {f1(every)} |"


def clauses(cache: Cache, reliability: list) -> Iterator[str]:
    """Planted clauses: what was added must be touched; what was lost, its sentence's other side."""
    counts: dict[str, Count] = defaultdict(lambda: [0, 0, 0])
    for number, (corpus, tags, _) in enumerate(documents()):
        if corpus == "ParIce" or "grc" in tags or number % 2:
            continue
        for seed in SEEDS:
            planted, plants = planted_clauses(number, seed)
            one = align(*pair_of(planted, cache), None)
            whole = missing(one)
            for where, view in enumerate(views(one)):
                here = [p for p in plants if p[0] == where]
                hit: set[int] = set()
                for clause in missing_clauses(view, cache, whole[where]):
                    at = [
                        k
                        for k, (_, i, how, text) in enumerate(here)
                        if view.mine.starts[i] <= clause.start < view.mine.ends[i]
                        and (
                            how == "lost"
                            or _touches(view.mine.text, view.mine.starts[i], text, clause)
                        )
                    ]
                    reliability.append((clause.probability, bool(at)))
                    if clause.probability >= LIKELY_CLAUSE:
                        hit.update(at)
                        counts[corpus][1] += not at
                counts[corpus][0] += len(hit)
                counts[corpus][2] += len(here) - len(hit)
    for corpus, count in counts.items():
        yield f"| {corpus} | {count[0] + count[2]} | {f1(count)} |"


def _touches(text: str, start: int, planted: str, clause) -> bool:
    at = text.find(planted, start)
    return min(clause.end, at + len(planted)) - max(clause.start, at) > 0


def swaps(cache: Cache) -> Iterator[str]:
    counts: dict[tuple[str, str], Count] = defaultdict(lambda: [0, 0, 0])
    for number, (corpus, _, (a, b, _)) in enumerate(documents()):
        if corpus.startswith("gospels") and number % 2:
            continue
        tags = documents()[number][1]
        plain = align(
            side(*account(a, tags[0], "a", cache), cache),
            side(*account(b, tags[1], "b", cache), cache),
            None,
        )
        natural = {found for found, _, _ in told(plain)}
        for seed in SEEDS:
            planted, plants = planted_swaps(number, seed, cache)
            for kind, count in scored(
                align(*pair_of(planted, cache), None), plants, natural
            ).items():
                for key in ((corpus, kind), ("all", kind)):
                    counts[key] = [x + y for x, y in zip(counts[key], count, strict=True)]
    for (corpus, kind), count in sorted(counts.items()):
        if sum(count):
            what = "names" if kind == "name" else "numbers and dates"
            yield f"| {corpus} | {what} | {count[0] + count[2]} | {f1(count)} |"


def human(cache: Cache) -> Iterator[str]:
    """Average precision of the likeliest missing clause for what two annotators call an omission or
    addition."""
    for name, tags in (("en-de", ("en", "de")), ("zh-en", ("zh", "en"))):
        file = BENCH / f"coverage_errors_human/{name}.annotator1.jsonl"
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        rows = [r for r in rows if len(r["source"]) < 400]
        a = side(*account([r["source"] for r in rows], tags[0], "a", cache), cache)
        b = side(*account([r["data"] for r in rows], tags[1], "b", cache), cache)
        from variorum.establish.translation.scoring import pair

        links = tuple(Link(i, i + 1, i, i + 1, 1.0) for i in range(len(rows)))
        one = Alignment(pair(a, b), links, (0.0,) * len(rows), (0.0,) * len(rows))
        for view, what in zip(views(one), ("omission", "addition"), strict=True):
            truth = np.array([bool(r[f"has_{what}_error_by_any_rater"]) for r in rows])
            scores = np.zeros(len(rows))
            for clause in missing_clauses(view, cache, [0.0] * len(rows)):
                scores[clause.link.a] = max(scores[clause.link.a], clause.probability)
            order = np.argsort(-scores, kind="stable")
            ranked = truth[order]
            precision = np.cumsum(ranked) / np.arange(1, len(rows) + 1)
            average = float((precision * ranked).sum() / max(1, ranked.sum()))
            yield f"| {name}, {what}s | {len(rows)} | {truth.mean():.3f} | {average:.3f} |"


def calibration(pairs: list[tuple[float, bool]]) -> Iterator[str]:
    chances, truth = np.array([p for p, _ in pairs]), np.array([t for _, t in pairs], float)
    for low in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9):
        high = {0.0: 0.1, 0.1: 0.3, 0.3: 0.5, 0.5: 0.7, 0.7: 0.9, 0.9: 1.01}[low]
        inside = (chances >= low) & (chances < high)
        if inside.any():
            mean, true = chances[inside].mean(), truth[inside].mean()
            yield f"| {low:.1f}–{min(high, 1.0):.1f} | {inside.sum()} | {mean:.2f} | {true:.2f} |"


def fitted(rows: list) -> None:
    """Logistic weights (iterated least squares, ridge 1) for each familiarity."""
    for knows in sorted({r[0] for r in rows}):
        x = np.array([r[2] for r in rows if r[0] == knows])
        y = np.array([r[3] for r in rows if r[0] == knows], float)
        w = np.zeros(x.shape[1])
        for _ in range(30):
            p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
            hessian = (x * (p * (1 - p) + 1e-6)[:, None]).T @ x + np.eye(len(w))
            w = w + np.linalg.solve(hessian, x.T @ (y - p) - w)
        print(knows, tuple(float(v) for v in w.round(2)))


def main() -> None:
    if not (BENCH / "textberg_vecalign").is_dir():
        print("translation: no bench data (set VARIORUM_BENCH); skipped")
        return
    begun = time.perf_counter()
    cache = Cache(open_encoder())
    rows: list = []
    reliability: list[tuple[float, bool]] = []
    planted = list(sentences(cache, rows))
    if "--fit" in sys.argv:
        fitted(rows)
        return
    lost = list(clauses(cache, reliability))
    parts = [
        "## Translations",
        "Strict F1 of beads, null beads left out, weights never fitted on the text they are "
        "scored on "
        "(published on other parts or splits: Gale-Church .675 and .786, vecalign .902 on "
        "Text+Berg test; .863 on "
        "Chinese-English).",
        "| text | strict F1 |\n|---|---|",
        *alignment(cache),
        "",
        f"Planted losses (5%) and additions (3%) of sentences on both sides, seeds "
        f"{SEEDS.start} to {SEEDS.stop - 1}; "
        "what the gold itself calls unmatched counts as missing. The weights were fitted on "
        "other seeds of "
        "these texts; fitted on half of the documents and scored on the other they gave .888 where "
        "the encoder "
        "knows both languages and .758 where it does not.",
        "| text | missing | precision | recall | F1 |\n|---|---|---|---|---|",
        *planted,
        "",
        "How far the probabilities of missing sentences hold:",
        "| said | sentences | mean | true |\n|---|---|---|---|",
        *calibration([(r[4], r[3] == 1) for r in rows]),
        "",
        "Planted losses and additions of clauses (one bead in eight). What the texts lack by "
        "themselves "
        "counts as false.",
        "| text | planted | precision | recall | F1 |\n|---|---|---|---|---|",
        *lost,
        "",
        "| said of clauses | clauses | mean | true |\n|---|---|---|---|",
        *calibration(reliability),
        "",
        "Planted exchanges; what the texts differ in without them is not counted.",
        "| text | what | planted | precision | recall | F1 |\n|---|---|---|---|---|---|",
        *swaps(cache),
        "",
        "Omissions and additions in machine translations as people labelled them (by any rater), "
        "ranked by the likeliest missing clause:",
        "| labels | sentences | share with one | average precision |\n|---|---|---|---|",
        *human(cache),
        "",
        f"All of it took {time.perf_counter() - begun:.0f} s on one core.",
    ]
    text = "\n".join(p + ("\n" if not p.startswith("|") else "") for p in parts)
    print(text)
    write_section("translation", text)


if __name__ == "__main__":
    main()
