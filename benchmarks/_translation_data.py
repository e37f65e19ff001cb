"""Gold alignments of the bench folder, as sentences and beads."""

import ast
import base64
import os
from pathlib import Path

import numpy as np
from lxml import etree

from variorum.establish.meaning import Encoder
from variorum.establish.translation.sides import Side, side
from variorum.model.critique import Account, Meaning
from variorum.model.reading import ReadingText, Run

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]
Document = tuple[list[str], list[str], Beads]


def textberg() -> Document:
    folder = BENCH / "textberg_vecalign"
    a, b = (
        [x.strip() for x in (folder / f"dev.{t}").read_text("utf-8").splitlines()]
        for t in ("de", "fr")
    )
    return a, b, _beads(folder / "dev.defr")


def parice() -> dict[str, Document]:
    folder = BENCH / "parice_en_is/parice"
    return {
        file.stem: (
            _numbered(folder / "eng" / file.name),
            _numbered(folder / "isl" / file.name),
            _beads(file),
        )
        for file in sorted((folder / "gold").glob("*.txt"))
    }


def _numbered(file: Path) -> list[str]:
    return [line.partition("\t")[2].strip() for line in file.read_text("utf-8").splitlines()]


def _beads(file: Path) -> Beads:
    pairs = [line.split(":")[:2] for line in file.read_text("utf-8").splitlines() if ":" in line]
    return [(tuple(ast.literal_eval(x)), tuple(ast.literal_eval(y))) for x, y in pairs]


def mac() -> dict[str, Document]:
    folder = BENCH / "mac_zh_en/intertext"
    made = {}
    for file in sorted(folder.glob("*_zh.???_en.xml")):
        number = file.name.split(".")[1].split("_")[0]
        zh, en = (_sentences(folder / f"corpus_test.{number}_{t}.xml") for t in ("zh", "en"))
        beads = []
        for link in etree.parse(file).iter("link"):
            # InterText writes the sentences of ``toDoc``, which is English, first.
            y, x = (link.get("xtargets") or ";").split(";")
            bead = (
                tuple(zh[0].get(i, -1) for i in x.split()),
                tuple(en[0].get(i, -1) for i in y.split()),
            )
            if -1 not in (*bead[0], *bead[1]):
                beads.append(bead)
        made[number] = (zh[1], en[1], beads)
    return made


def _sentences(file: Path) -> tuple[dict[str, int], list[str]]:
    found = list(etree.parse(file).iter("s"))
    return {s.get("id"): i for i, s in enumerate(found)}, [
        "".join(s.itertext()).strip() for s in found
    ]


def account(
    lines: list[str], language: str, name: str, encoder: Encoder, kind: str = ""
) -> tuple[ReadingText, Meaning]:
    """Lines as an account whose sentences they are."""
    text, starts, ends = "", [], []
    for line in lines:
        starts.append(len(text))
        text += line or "-"
        ends.append(len(text))
        text += "\n"
    about = Account(name, name, 0, len(text), "", "", "", "", language, kind or "article")
    reading = ReadingText(about, text, (Run(0, 0, len(text)),))
    if language not in encoder.languages:
        return reading, Meaning(name, language, tuple(starts), tuple(ends), 0, "")
    rows = encoder.encode([text[s:e] for s, e in zip(starts, ends, strict=True)])
    packed = base64.b64encode(np.rint(rows * 127).astype(np.int8).tobytes()).decode()
    return reading, Meaning(name, language, tuple(starts), tuple(ends), encoder.width, packed)


def sides_of(
    a: list[str], b: list[str], one: str, other: str, encoder: Encoder, knows: str = "well"
) -> tuple[Side, Side]:
    asked = None if knows == "not" else encoder
    return (
        side(*account(a, one, "a", encoder), asked),
        side(*account(b, other, "b", encoder), asked),
    )


def strict(gold: Beads, found: Beads) -> np.ndarray:
    """Beads right, found and in the gold, those of one side left out (as vecalign scores)."""
    wanted = {(tuple(x), tuple(y)) for x, y in gold if x and y}
    said = {(tuple(x), tuple(y)) for x, y in found if x and y}
    return np.array([len(wanted & said), len(said), len(wanted)], float)
