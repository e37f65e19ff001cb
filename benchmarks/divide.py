"""How well sources are divided into accounts: composites of the bench folder, beside TextTiling.

    .venv/bin/python benchmarks/divide.py [--composites N] [--save]

Scored on seeds, texts and shapes of bylines that nothing was tuned on (see ``_composites``). A
boundary counts as found when an account begins within one paragraph of it.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from nltk.metrics.segmentation import windowdiff
from nltk.tokenize.texttiling import TextTilingTokenizer
from rapidfuzz import fuzz

from _composites import BENCH, Composite, Piece, composite, page, texts
from _report import machine, write_section
from variorum import gather
from variorum.gather.divide import divide
from variorum.gather.divide.style import COMMON
from variorum.model.critique import Account
from variorum.model.transcript import Transcript

FIRST_SEED = 10_000
"""Scoring seeds begin here; tuning used seeds below 1,000 of the other half of the texts."""
SAME = 85
"""Per cent of likeness (rapidfuzz ratio) from which on two titles or names are the same."""
FIELDS = ("title", "author", "publisher", "date")


class Tally:
    """Counts of one condition or method."""

    def __init__(self) -> None:
        self.found = self.wanted = self.given = 0
        self.windows: list[float] = []

    def row(self, name: str) -> list[str]:
        """Name, precision, recall, F1, WindowDiff as they stand in the table."""
        precision = self.found / self.given if self.given else 0.0
        recall = self.found / self.wanted if self.wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.found else 0.0
        window = sum(self.windows) / len(self.windows) if self.windows else 0.0
        return [name, f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", f"{window:.3f}"]


def paragraphs(text: str) -> list[int]:
    """The offset at which each line that is not blank begins."""
    starts, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(position)
        position += len(line) + 1
    return starts


def index_of(starts: Sequence[int], offset: int) -> int:
    """The paragraph an offset lies in."""
    low = 0
    for index, start in enumerate(starts):
        if start > offset:
            break
        low = index
    return low


def match(wanted: Sequence[int], given: Sequence[int]) -> dict[int, int]:
    """Pairs of wanted and given paragraph indices at most one apart, each used once."""
    free = set(given)
    pairs: dict[int, int] = {}
    for distance in (0, 1):
        for place in wanted:
            for candidate in (place, place - distance, place + distance):
                if place not in pairs and candidate in free:
                    pairs[place] = candidate
                    free.discard(candidate)
    return pairs


def tally(score: Tally, count: int, wanted: Sequence[int], given: Sequence[int]) -> dict[int, int]:
    """Add one text's boundaries to a score."""
    pairs = match(wanted, given)
    score.found += len(pairs)
    score.wanted += len(wanted)
    score.given += len(given)
    reference = "".join("1" if i in set(wanted) else "0" for i in range(1, count))
    guess = "".join("1" if i in set(given) else "0" for i in range(1, count))
    k = max(2, round(count / (2 * (len(wanted) + 1))))
    if len(reference) > k:
        score.windows.append(windowdiff(reference, guess, k))
    return pairs


def by_texttiling(text: str) -> list[int]:
    """TextTiling's boundaries, as paragraph indices."""
    lines = [line for line in text.split("\n") if line.strip()]
    try:
        tiles = TextTilingTokenizer(stopwords=sorted(COMMON)).tokenize("\n\n".join(lines))
    except (ValueError, IndexError, ZeroDivisionError):
        return []
    places, seen = [], 0
    for tile in tiles[:-1]:
        seen += sum(1 for line in tile.split("\n") if line.strip())
        places.append(seen)
    return places


def outer(accounts: Sequence[Account]) -> list[Account]:
    """The accounts that stand inside no other."""
    return [account for account in accounts if account.parent is None]


def as_page(made: Composite, folder: Path) -> tuple[Transcript | None, list[int]]:
    """The composite read back as a web page, and where its pieces begin in that text."""
    path = folder / f"{made.seed}.html"
    path.write_text(page(made), encoding="utf-8")
    _, transcript = gather.gather(path, path.name)
    if transcript is None:
        return None, []
    places, position = [], 0
    for kind, line in made.lines:
        words = " ".join(line.split())
        if not words:
            continue
        at = transcript.text.find(words[:40], position)
        if at < 0:
            continue
        if kind.startswith("start-"):
            places.append(at)
        position = at + min(40, len(words))
    return transcript, places


def likeness(field: str, wanted: str, given: str) -> bool:
    """Whether a field was read rightly; names and titles may differ in case and small signs."""
    if field == "date":
        return wanted == given
    return fuzz.ratio(wanted.lower(), given.lower()) >= SAME


def fields_of(
    scores: dict[str, list[int]], pieces: Sequence[tuple[Piece, int]], accounts: list[Account]
) -> None:
    """Count right, wanted and given values of each field for the accounts whose start was found."""
    starts = {account.start: account for account in accounts}
    for piece, start in pieces:
        account = starts.get(start)
        if account is None:
            continue
        for field in FIELDS:
            wanted, given = getattr(piece, field), getattr(account, field)
            count = scores.setdefault(field, [0, 0, 0])
            count[0] += bool(wanted) and likeness(field, wanted, given)
            count[1] += bool(wanted)
            count[2] += bool(given)


def score(number: int) -> tuple[dict[str, Tally], dict[str, list[int]], float]:
    """Score ``number`` composites; by method and by condition; the fields; seconds per million
    characters."""
    tallies: dict[str, Tally] = {
        name: Tally() for name in ("divide, plain text", "divide, web page", "TextTiling")
    }
    found_by: dict[str, Tally] = {name: Tally() for name in ("byline", "title", "nothing")}
    fields: dict[str, list[int]] = {}
    seconds, characters = 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(FIRST_SEED, FIRST_SEED + number):
            made = composite(seed, "score")
            starts = paragraphs(made.text)
            wanted = [index_of(starts, piece.start) for piece in made.pieces[1:]]
            began = time.perf_counter()
            accounts = outer(divide(Transcript("composite.txt", made.text)))
            seconds += time.perf_counter() - began
            characters += len(made.text)
            given = [index_of(starts, account.start) for account in accounts[1:]]
            pairs = tally(tallies["divide, plain text"], len(starts), wanted, given)
            for piece, place in zip(made.pieces[1:], wanted, strict=True):
                found_by[piece.condition].wanted += 1
                found_by[piece.condition].found += place in pairs
            at = {index_of(starts, a.start): a.start for a in accounts}
            named = [
                (piece, at.get(pairs.get(place, place), -1))
                for piece, place in zip(made.pieces, [0, *wanted], strict=True)
            ]
            fields_of(fields, named, accounts)
            tally(tallies["TextTiling"], len(starts), wanted, by_texttiling(made.text))
            transcript, places = as_page(made, Path(folder))
            if transcript is not None:
                lines = paragraphs(transcript.text)
                accounts = outer(divide(transcript))
                tally(
                    tallies["divide, web page"],
                    len(lines),
                    [index_of(lines, place) for place in places[1:]],
                    [index_of(lines, account.start) for account in accounts[1:]],
                )
    return tallies | found_by, fields, seconds / characters * 1e6


def whole_texts(number: int) -> tuple[int, int, Counter[str]]:
    """How many whole single texts there were, how many were split, and of which genres."""
    sample = random.Random(FIRST_SEED).sample(texts("score"), number)
    split: Counter[str] = Counter()
    for text in sample:
        title = [text.title] if text.title else []
        whole = "\n".join([*title, *text.paragraphs])
        if len(outer(divide(Transcript(text.name, whole)))) > 1:
            split[text.genre] += 1
    return len(sample), split.total(), split


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [" | ".join(head), " | ".join("---" for _ in head), *(" | ".join(r) for r in rows)]
    return "\n".join(f"| {line} |" for line in lines)


def main(say: Callable[[str], None] = print) -> list[list[str]]:
    """Score, print and, with ``--save``, write ``RESULTS.md``."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--composites", type=int, default=120)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    if not (BENCH / "polnear").is_dir():
        say(f"skipped: no bench data in {BENCH}; set VARIORUM_BENCH")
        return []
    tallies, fields, pace = score(options.composites)
    methods = ("divide, plain text", "divide, web page", "TextTiling")
    rows = [tallies[name].row(name) for name in methods]
    conditions = [
        [name, str(tallies[name].wanted), tallies[name].row(name)[2]]
        for name in ("byline", "title", "nothing")
    ]
    read = [
        [name, f"{right / max(1, given):.3f}", f"{right / max(1, wanted):.3f}", str(wanted)]
        for name, (right, wanted, given) in fields.items()
    ]
    count, split, genres = whole_texts(options.composites * 2)
    result = "\n\n".join(
        (
            "## Divide: where one account ends and another begins",
            f"{options.composites} composites of three to ten texts, pasted at random; the weights were "
            "fitted on other texts, seeds and byline shapes. A boundary within one paragraph counts. "
            "`benchmarks/divide.py`",
            table(("", "precision", "recall", "F1", "WindowDiff"), rows),
            "Recall by what stands at the boundary (plain text):",
            table(("at the boundary", "boundaries", "recall"), conditions),
            "What was read of each account whose beginning was found:",
            table(("field", "precision", "recall", "accounts that have one"), read),
            f"Whole single texts that were split: {split} of {count}"
            + (f" ({', '.join(f'{g} {n}' for g, n in sorted(genres.items()))})." if split else ".")
            + f" Pace: {pace:.1f} s per million characters.",
        )
    )
    say(result)
    say(machine())
    if options.save:
        write_section("divide", result)
    return rows + conditions + read


if __name__ == "__main__":
    main()
    sys.exit(0)
