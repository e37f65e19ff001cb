"""How well and how fast copies are collated, beside CollateX: ``python benchmarks/collate.py``.

Traditions with known alignment are simulated from the King James Version (looked at while the
weights were set), from novels and from gospels in five languages (not looked at). CollateX runs in
its own interpreter, named by VARIORUM_COLLATEX_PYTHON, on the same tokens, under a time limit.
"""

import json
import os
import random
import resource
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from _report import write_section
from _traditions import BENCH, Tradition, pair_scores, tradition
from variorum.establish.collate import Collation, Witness, apparatus, collate, variants
from variorum.establish.hands.copies import Change, Copy, copy_hands
from variorum.model.critique import Account
from variorum.model.reading import reading_text

PEER = os.environ.get("VARIORUM_COLLATEX_PYTHON", "")
LIMIT = 60
"""Seconds that CollateX gets for one tradition."""
SIZES = ((5, 500), (10, 1000), (20, 2000), (40, 5000))
KINDS = ("kjv", "novels", "gospels")
SEEDS = 3
CALIBRATED = 12
"""Traditions that the confidences are compared with."""
NAMES = {
    "kjv": "King James Version (looked at while writing)",
    "novels": "novels",
    "gospels": "gospels, 5 languages",
}
_PEER_PROGRAM = """
import json, sys, time
from collatex import collate
given = json.load(sys.stdin)
witnesses = [
    {"id": name, "tokens": [{"t": w + " ", "n": w.lower(), "i": k} for k, w in enumerate(words)]}
    for name, words in given.items()
]
begun = time.perf_counter()
found = json.loads(collate({"witnesses": witnesses}, output="json", segmentation=False))
seconds = time.perf_counter() - begun
columns = {}
for name, row in zip(found["witnesses"], found["table"]):
    columns[name] = [c for c, cell in enumerate(row) for token in cell or ()]
json.dump({"seconds": seconds, "columns": columns}, sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of words: true, found, both; ``unmoved`` the same without transpositions; ``seconds``."""

    true: int
    found: int
    both: int
    unmoved: tuple[int, int, int]
    seconds: float


def ours(given: Tradition) -> Score:
    witnesses = [Witness(name, given.text(name), given.language) for name in given.copies]
    begun = time.perf_counter()
    collation = collate(witnesses)
    seconds = time.perf_counter() - begun
    return Score(
        *pair_scores(given.copies, columns(collation, moved=True)),
        pair_scores(given.copies, columns(collation, moved=False)),
        seconds,
    )


def columns(collation: Collation, moved: bool) -> dict[str, list[int]]:
    """The column of each word of each witness; of a moved word the column where others have it."""
    label = np.arange(collation.table.shape[1])
    if moved:
        for move in collation.moves:
            label[list(move.here)] = move.there
    found = {}
    for number, witness in enumerate(collation.witnesses):
        row = collation.row(number)
        found[witness.name] = label[np.flatnonzero(row >= 0)].tolist()
    return found


def peer(given: Tradition) -> Score | None:
    """What CollateX makes of the same words; None when it fails or needs too long."""
    words = {name: [word for _, word in copy] for name, copy in given.copies.items()}
    try:
        run = subprocess.run(
            [PEER, "-c", _PEER_PROGRAM],
            input=json.dumps(words),
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    found = json.loads(run.stdout)
    scores = pair_scores(given.copies, found["columns"])
    return Score(*scores, scores, found["seconds"])


def f1(true: int, found: int, both: int) -> float:
    return 2 * both / (true + found) if true + found else 1.0


def peak() -> int:
    """Megabytes this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def accuracy() -> list[str]:
    rows = [
        "| text | copies x words | traditions | precision | recall | F1 (lowest) | F1 without moves |"
        " seconds |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for kind in KINDS:
        for witnesses, length in SIZES:
            scores = [ours(tradition(100 + s, kind, witnesses, length)) for s in range(SEEDS)]
            true, found, both = (
                sum(getattr(s, k) for s in scores) for k in ("true", "found", "both")
            )
            lowest = min(f1(s.true, s.found, s.both) for s in scores)
            plain = f1(*(sum(s.unmoved[k] for s in scores) for k in range(3)))
            seconds = sum(s.seconds for s in scores) / len(scores)
            rows.append(
                f"| {NAMES[kind]} | {witnesses} x {length:,} | {len(scores)} | {both / found:.4f} |"
                f" {both / true:.4f} | {f1(true, found, both):.4f} ({lowest:.4f}) | {plain:.4f} |"
                f" {seconds:.2f} |"
            )
            print(rows[-1], flush=True)
    return rows


def beside() -> list[str]:
    if not PEER:
        return ["CollateX was not run: VARIORUM_COLLATEX_PYTHON names no interpreter that has it."]
    rows = [
        "| text | copies x words | F1 here | F1 CollateX | seconds here | seconds CollateX | faster |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, witnesses, length in (
        ("novels", 5, 500),
        ("gospels", 5, 500),
        ("novels", 10, 500),
        ("novels", 5, 1000),
        ("gospels", 10, 1000),
        ("novels", 20, 2000),
        ("novels", 40, 5000),
    ):
        given = tradition(200, kind, witnesses, length)
        mine, theirs = ours(given), peer(given)
        score = f"{f1(mine.true, mine.found, mine.both):.4f} | "
        if theirs is None:
            score += f"- | {mine.seconds:.2f} | over {LIMIT} | over {LIMIT / mine.seconds:.0f} |"
        else:
            score += (
                f"{f1(theirs.true, theirs.found, theirs.both):.4f} | {mine.seconds:.2f} |"
                f" {theirs.seconds:.1f} | {theirs.seconds / mine.seconds:.0f} |"
            )
        rows.append(f"| {NAMES[kind]} | {witnesses} x {length:,} | {score}")
        print(rows[-1], flush=True)
    return rows


def growth() -> list[str]:
    rows = ["| copies x words | seconds | microseconds a word |", "|---|---|---|"]
    for witnesses, length in (
        (5, 1000),
        (50, 1000),
        (500, 1000),
        (5, 2000),
        (5, 10_000),
        (2, 11_000),
    ):
        given = tradition(300, "novels" if length < 5000 else "gospels", witnesses, length)
        seconds = ours(given).seconds
        words = sum(len(copy) for copy in given.copies.values())
        rows.append(f"| {witnesses} x {length:,} | {seconds:.2f} | {1e6 * seconds / words:.0f} |")
        print(rows[-1], flush=True)
    return rows


def hostile() -> list[str]:
    leaf = "On the fourth of May the committee met at the harbour office. " * 25
    given: list[tuple[str, Callable[[], Sequence[str]]]] = [
        (
            "one word 1,000,000 times, again 999,000 times, and two in turn 1,000,000 times",
            lambda: ["w " * 10**6, "w " * 999_000, "w x" * 10**6],
        ),
        ("500 copies of one leaflet", lambda: [leaf] * 500),
        ("1,000,000 letters without a space", lambda: ["x" * 10**6, "x" * 10**6 + "y"]),
        ("1,000,000 brackets", lambda: ["(" * 10**6, "()" * 500_000]),
        (
            "two words in turn, 200,000 in all, no run unique",
            lambda: ["a b " * 50_000, "a b b " * 33_000],
        ),
        ("Thai, no spaces", lambda: ["ผมไปตลาดเมื่อวานนี้" * 500, "ผมไปตลาดวานนี้" * 500]),
    ]
    rows = ["| input | seconds | columns |", "|---|---|---|"]
    for name, make in given:
        witnesses = [Witness(str(k), text) for k, text in enumerate(make())]
        begun = time.perf_counter()
        width = collate(witnesses).table.shape[1]
        rows.append(f"| {name} | {time.perf_counter() - begun:.2f} | {width:,} |")
        print(rows[-1], flush=True)
    return rows


def editing() -> str:
    """What naming all variants and making the apparatus cost."""
    given = tradition(400, "novels", 40, 5000)
    collation = collate([Witness(name, given.text(name), given.language) for name in given.copies])
    begun = time.perf_counter()
    entries = apparatus(collation, collation.witnesses[0].name)
    seconds = time.perf_counter() - begun
    return f"An apparatus of 40 copies of 5,000 words: {len(entries):,} entries in {seconds:.1f} s."


def certainty() -> list[str]:
    """How often a variant is rightly cut, by the confidence it is given: no word in it has its
    counterpart outside of it."""
    right: dict[float, int] = defaultdict(int)
    total: dict[float, int] = defaultdict(int)
    for seed in range(CALIBRATED):
        for noise in (0.005, 0.02, 0.08):
            given = tradition(500 + seed, "kjv", 6, 800, noise)
            names = sorted(given.copies)
            collation = collate([Witness(n, given.text(n), given.language) for n in names])
            for a, b in pairwise(names):
                sides = [_origins(collation, given, name) for name in (a, b)]
                for found in variants(collation, a, b):
                    inside = [
                        {o for (s, e), o in side.items() if s >= span[0] and e <= span[1]}
                        for side, span in zip(sides, (found.a, found.b), strict=True)
                    ]
                    outside = [
                        set(side.values()) - own for side, own in zip(sides, inside, strict=True)
                    ]
                    cut = not (inside[0] & outside[1] or inside[1] & outside[0])
                    total[found.confidence] += 1
                    right[found.confidence] += cut
    rows = ["| confidence given | variants | rightly cut |", "|---|---|---|"]
    rows += [f"| {c:.2f} | {total[c]:,} | {right[c] / total[c]:.3f} |" for c in sorted(total)]
    print("\n".join(rows), flush=True)
    return rows


def _origins(collation: Collation, given: Tradition, name: str) -> dict[tuple[int, int], int]:
    """Where each word of a copy comes from, by its span, punctuation left out."""
    own = collation.tokens[collation.number(name)]
    spans = zip(own.starts.tolist(), own.ends.tolist(), strict=True)
    return {
        span: origin
        for span, (origin, word) in zip(spans, given.copies[name], strict=True)
        if word[0].isalpha()
    }


def blame(kind: str, first: int) -> list[str]:
    """How often the copy that is blamed for a reading did change it, by how many agree against it."""
    right: dict[int, int] = defaultdict(int)
    total: dict[int, int] = defaultdict(int)
    for seed in range(CALIBRATED):
        given = tradition(first + seed, kind, 20, 800)
        chance = random.Random(seed)
        for size in (3, 4, 5, 7, 10):
            names = sorted(chance.sample(sorted(given.copies), size))
            collation = collate([Witness(n, given.text(n), given.language) for n in names])
            copies = [_copy(given, name) for name in names]
            changes, _ = copy_hands(collation, copies, [c.reading.account for c in copies], {})
            origins = {name: _origins(collation, given, name) for name in names}
            for change in changes:
                if change.hand == "unknown" or change.difference.kind == "transposition":
                    continue
                agreeing = min(4, int(change.reasons[0].split()[0]))
                total[agreeing] += 1
                right[agreeing] += _changed(given, origins, change)
    rows = ["| copies that agree against one | readings | truly that copy's |", "|---|---|---|"]
    rows += [
        f"| {n}{' or more' if n == 4 else ''} | {total[n]:,} | {right[n] / total[n]:.3f} |"
        for n in sorted(total)
    ]
    print("\n".join(rows), flush=True)
    return rows


def _changed(
    given: Tradition, origins: dict[str, dict[tuple[int, int], int]], change: Change
) -> bool:
    """Whether the other copy has the words of the original there, and the blamed one has not."""
    theirs, own = (
        [
            (o, given.text(name)[s:e])
            for (s, e), o in origins[name].items()
            if s >= span[0] and e <= span[1]
        ]
        for name, span in (
            (change.against, change.difference.a),
            (change.witness, change.difference.b),
        )
    )
    first = {o: given.original[o] for o, _ in (*theirs, *own) if o < len(given.original)}
    kept = sum(first.get(o) == word for o, word in theirs)
    ours_kept = sum(first.get(o) == word for o, word in own)
    added = sum(o >= len(given.original) for o, _ in own)
    theirs_added = sum(o >= len(given.original) for o, _ in theirs)
    return kept - theirs_added > ours_kept - added


def _copy(given: Tradition, name: str) -> Copy:
    text = given.text(name)
    account = Account(name, name, 0, len(text), "", "", "", "", given.language, "article")
    return Copy(name, reading_text(account, text, []), text, 0)


def main() -> None:
    """Measure, print, and write the section ``collate`` of RESULTS.md."""
    if not (BENCH / "kjv").is_dir():
        print(f"No benchmark data at {BENCH}; set VARIORUM_BENCH to measure collation.")
        return
    scores, speed = accuracy(), peak()
    cost, memory = growth(), peak()
    lines = [
        "## Collation: copies in columns",
        "",
        "`python benchmarks/collate.py`",
        "",
        "Pairs of words that stand in one column, of those that come from one word (misspelled, replaced"
        " or moved by the way); traditions of 5 to 40 copies with omissions, additions, transpositions"
        " and lost leaves, half to two words in a hundred changed at every copying. At least .97 was"
        " asked.",
        "",
        *scores,
        "",
        f"Peak memory of the whole process: {speed} MB.",
        "",
        f"Beside CollateX (no near matches), at most {LIMIT} s each; 20 times faster was asked:",
        "",
        *beside(),
        "",
        "Growth:",
        "",
        *cost,
        "",
        f"Peak memory: {memory} MB. {editing()}",
        "",
        "How sure a variant's place is (King James Version, copies of 800 words, half a word to eight"
        " words in a hundred changed at every copying):",
        "",
        *certainty(),
        "",
        "Whose doing a reading is, with nothing known of who copied whom; the King James Version,"
        " then novels (the confidences given are those of both together):",
        "",
        *blame("kjv", 600),
        "",
        *blame("novels", 700),
        "",
        "Hostile input:",
        "",
        *hostile(),
        "",
        f"Peak memory: {peak()} MB.",
    ]
    write_section("collate", "\n".join(lines))


if __name__ == "__main__":
    main()
