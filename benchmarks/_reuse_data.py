"""The bench texts of the reuse benchmark, as readings and as sections."""

import json
import os
from pathlib import Path

import numpy as np

from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
SYNOPTIC = ("MAT", "MRK", "LUK")


def as_reading(name: str, text: str, language: str = "en") -> ReadingText:
    account = Account(name, name, 0, len(text), "", "", "", "", language, "article")
    return reading_text(account, text, [])


def eusebian(language: str) -> tuple[dict[str, list[str]], dict[tuple[int, int], np.ndarray]]:
    """The sections of three gospels (``kjv`` or ``greek``), and for every two which are parallel."""
    lines = (BENCH / f"eusebian_pairs/sections_{language}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    sections = {s: [r["text"] for r in rows if r["series"] == s] for s in SYNOPTIC}
    number = {}
    for series in SYNOPTIC:
        for k, row in enumerate(r for r in rows if r["series"] == series):
            number[row["id"]] = (SYNOPTIC.index(series), k)
    sizes = [len(s) for s in sections.values()]
    truth = {
        (i, j): np.zeros((sizes[i], sizes[j]), bool) for i in range(3) for j in range(i + 1, 3)
    }
    for line in (BENCH / "eusebian_pairs/gold_pairs.tsv").read_text("utf-8").splitlines():
        pair = sorted(number[k] for k in line.split() if k in number)
        if len(pair) == 2:
            (a, i), (b, j) = pair
            truth[a, b][i, j] = True
    return sections, truth


def kjv_chapters() -> list[ReadingText]:
    """The 1,189 chapters of the King James Version, a verse a line."""
    chapters: dict[str, list[str]] = {}
    for line in (BENCH / "kjv/kjv_verses.tsv").read_text("utf-8").splitlines():
        _, book, chapter, _, verse = line.split("\t")
        chapters.setdefault(f"{int(book):02}.{int(chapter):03}", []).append(verse)
    return [as_reading(name, "\n".join(verses)) for name, verses in chapters.items()]
