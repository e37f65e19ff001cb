"""Texts with planted losses and additions: whole sentences and clauses, made by seed."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from _translation_data import BENCH, Document, account, parice, textberg
from variorum.establish.meaning import Encoder
from variorum.establish.translation.sides import Side, side

LOST, ADDED = 0.05, 0.03
"""Shares of sentences that are taken out and put in, as a censor's or embellisher's few."""

CHAPTERS = (
    "Matthew.4", "Matthew.13", "Matthew.26", "Mark.2", "Mark.6", "Mark.14",
    "Luke.5", "Luke.9", "Luke.15", "John.4", "John.11", "John.18",
)  # fmt: skip
GOSPELS = {
    "en": "en_web",
    "es": "es_rv1909",
    "ru": "ru_synodal",
    "ko": "ko_krv1961",
    "grc": "grc_nestle1904",
}
PAIRS = (("en", "ru"), ("en", "es"), ("en", "ko"), ("ru", "es"), ("en", "grc"), ("ru", "grc"))


@dataclass(frozen=True, slots=True)
class Planted:
    """Two texts, and which sentences of each the other side lacks: 1, 0, or None where not
    known."""

    a: list[str]
    b: list[str]
    missing_a: list[int | None]
    missing_b: list[int | None]
    languages: tuple[str, str]


@cache
def gospels() -> dict[str, dict[str, list[str]]]:
    made: dict[str, dict[str, list[str]]] = {}
    for language, name in GOSPELS.items():
        verses: dict[str, dict[str, str]] = {}
        for line in (BENCH / f"gospels/text/{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            verses.setdefault(f"{row['book']}.{row['chapter']}", {})[row["id"]] = row["text"]
        made[language] = verses
    out: dict[str, dict[str, list[str]]] = {language: {} for language in GOSPELS}
    for chapter in CHAPTERS:
        common = [v for v in made["en"][chapter] if all(v in made[t][chapter] for t in GOSPELS)]
        for language in GOSPELS:
            out[language][chapter] = [made[language][chapter][v] for v in common]
    return out


@cache
def documents() -> tuple[tuple[str, tuple[str, str], Document], ...]:
    """Corpus, languages and gold of every text that is planted in."""
    made: list[tuple[str, tuple[str, str], Document]] = []
    a, b, gold = textberg()
    for start in range(0, len(gold), 85):
        beads = gold[start : start + 85]
        xs = [i for x, _ in beads for i in x]
        ys = [j for _, y in beads for j in y]
        if len(xs) < 20 or len(ys) < 20:
            continue
        i0, j0 = min(xs), min(ys)
        moved = [(tuple(i - i0 for i in x), tuple(j - j0 for j in y)) for x, y in beads]
        made.append(("Text+Berg", ("de", "fr"), (a[i0 : max(xs) + 1], b[j0 : max(ys) + 1], moved)))
    for x, y, gold in parice().values():
        made.append(("ParIce", ("en", "is"), (x, y, gold)))
    books = gospels()
    for one, other in PAIRS:
        for chapter in CHAPTERS:
            x, y = books[one][chapter], books[other][chapter]
            made.append(
                (
                    f"gospels {one}-{other}",
                    (one, other),
                    (x, y, [((i,), (i,)) for i in range(len(x))]),
                )
            )
    return tuple(made)


def planted_sentences(number: int, seed: int) -> Planted:
    """One document with sentences taken out of both sides and strange ones put in."""
    random_ = random.Random(f"{number}-{seed}")
    _, languages, (a, b, gold) = documents()[number]
    strangers = _strangers(number, languages)
    gone: tuple[set[int], set[int]] = (set(), set())
    for where, lines in enumerate((a, b)):
        wanted = max(1, round(len(lines) * LOST))
        gone[where].update(random_.sample(range(len(lines)), wanted))
    texts, marks = [], []
    for where, lines in enumerate((a, b)):
        status = _status(gold, len(lines), where, gone)
        kept: list[tuple[str, int | None]] = [
            (line, status[i]) for i, line in enumerate(lines) if i not in gone[where]
        ]
        for _ in range(max(1, round(len(lines) * ADDED))):
            kept.insert(
                random_.randrange(1, max(2, len(kept))), (random_.choice(strangers[where]), 1)
            )
        texts.append([line for line, _ in kept])
        marks.append([mark for _, mark in kept])
    return Planted(texts[0], texts[1], marks[0], marks[1], languages)


def _status(gold, count: int, where: int, gone: tuple[set[int], set[int]]) -> list[int | None]:
    status: list[int | None] = [1] * count
    for bead in gold:
        mine, theirs = bead[where], bead[1 - where]
        if not mine:
            continue
        lost = sum(j in gone[1 - where] for j in theirs)
        mark: int | None = 1 if lost == len(theirs) else 0 if not lost else None
        for i in (k for k in mine if k < count):
            status[i] = mark
    return status


def _strangers(number: int, languages: tuple[str, str]) -> tuple[list[str], list[str]]:
    """Sentences of other documents in the same languages."""
    found: tuple[list[str], list[str]] = ([], [])
    for other, (_, tags, (a, b, _gold)) in enumerate(documents()):
        if other != number and tags == languages and len(found[0]) < 400:
            found[0].extend(s for s in a if len(s) > 15)
            found[1].extend(s for s in b if len(s) > 15)
    return found


class Cache:
    """Vectors of sentences, encoded once."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.languages, self.width = encoder.languages, encoder.width
        self._known: dict[str, np.ndarray] = {}

    def encode(self, texts) -> np.ndarray:
        new = sorted({t for t in texts if t not in self._known}, key=lambda t: (len(t), t))
        for start in range(0, len(new), 64):
            some = new[start : start + 64]
            for text, row in zip(some, self.encoder.encode(some), strict=True):
                self._known[text] = row
        return (
            np.stack([self._known[t] for t in texts])
            if texts
            else np.zeros((0, self.width), np.float32)
        )


def pair_of(planted: Planted, encoder: Encoder) -> Iterator[Side]:
    for lines, language, name in (
        (planted.a, planted.languages[0], "a"),
        (planted.b, planted.languages[1], "b"),
    ):
        yield side(*account(lines, language, name, encoder), encoder)


def planted_clauses(number: int, seed: int) -> tuple[Planted, list[tuple[int, int, str, str]]]:
    """One document with clauses taken out or put in. Each plant: side that now has more (0 or 1),
    the
    number of its sentence, what was done ("lost", "added") and the clause's text: of what was added
    exactly as it stands, of what was lost in the other language, as the shorter side had it."""
    from variorum.establish.translation.clauses import clauses

    random_ = random.Random(f"clause-{number}-{seed}")
    _, languages, (a, b, gold) = documents()[number]
    texts = [list(a), list(b)]
    strangers = _strangers(number, languages)
    plants = []
    single = [
        (x[0], y[0])
        for x, y in gold
        if len(x) == len(y) == 1
        and x[0] < len(a)
        and y[0] < len(b)
        and min(len(a[x[0]]), len(b[y[0]])) > 60
    ]
    random_.shuffle(single)
    for x, y in single[: max(2, round(len(single) * 0.12))]:
        side_, (mine, theirs) = random_.randrange(2), (x, y)
        at = (mine, theirs)[side_]
        line = texts[side_][at]
        spans = clauses(line, 0, len(line))
        if len(spans) < 2:
            continue
        if random_.random() < 0.5:
            stranger = random_.choice(strangers[side_])
            parts = [s for s in clauses(stranger, 0, len(stranger)) if 15 <= s[1] - s[0] <= 90]
            if not parts:
                continue
            s, e = random_.choice(parts)
            put = stranger[s:e]
            where = random_.choice(spans[:-1])[1]
            texts[side_][at] = f"{line[:where]}, {put}{line[where:]}"
            plants.append((side_, at, "added", put))
        else:
            choice = [i for i, s in enumerate(spans) if s[1] - s[0] >= 15]
            if not choice:
                continue
            k = random_.choice(choice)
            s, e = spans[k]
            rest = (
                line[:s] + line[spans[k + 1][0] :]
                if k + 1 < len(spans)
                else line[: spans[k - 1][1]] + line[e:]
            )
            texts[side_][at] = rest
            plants.append((1 - side_, (mine, theirs)[1 - side_], "lost", line[s:e]))
    none: list[int | None] = [None]
    return Planted(texts[0], texts[1], none * len(a), none * len(b), languages), plants
