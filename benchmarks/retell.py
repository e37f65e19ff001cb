"""Retellings: pericopes of the gospels told by another evangelist, in English and across languages.

    python benchmarks/retell.py          score
    python benchmarks/retell.py --fit    print the weights that Matthew and Mark give

A dossier is two gospels. A passage found is as right as the share of its pairs of verses (one of each
gospel) that lie in one pericope of the synopsis; a pericope is as found as the share of its pairs of
verses that lie in a passage found. Precision and recall are the means over all passages and all
pericopes, so a long one counts no more than a short one. Everything is fitted on Matthew and Mark and
scored on the other five pairs. Beside it, with the same chaining, each with weights and threshold of its
own fitted in the same way: words weighted by rarity alone (tf-idf), and the encoder alone.

Short accounts are scored apart, on news (ECB+): a dossier is two reports each of two events of one kind.
A retelling found is right where both reports are of one event.
"""

import bisect
import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np

import variorum.establish.retell.likeness as likening
from _report import write_section
from variorum.establish.meaning import meaning, open_encoder
from variorum.establish.retell import retellings
from variorum.establish.retell.episodes import Episode, episodes
from variorum.establish.retell.likeness import Weights, features, fit, likeness
from variorum.establish.retell.nearest import candidates
from variorum.establish.retell.order import order
from variorum.establish.retell.retelling import LEAST, probability
from variorum.establish.retell.units import Units, units
from variorum.model.critique import Account, Meaning
from variorum.model.reading import ReadingText, Run

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[1] / "../shared/bench")
)
BOOKS = ("Matthew", "Mark", "Luke", "John")
TEXTS = {"en": "en_web", "ru": "ru_synodal", "ko": "ko_krv1961", "es": "es_rv1909"}
LANGUAGES = (("en", "en"), ("en", "ru"), ("en", "es"), ("en", "ko"))
TUNED = ("Matthew", "Mark")
METHODS = {"words alone (tf-idf)": (1,), "encoder alone": (0,), "retell": (0, 1, 2)}
FITTED = "retell, its threshold fitted like theirs"
Rectangle = tuple[frozenset[int], frozenset[int]]


@dataclass(frozen=True)
class Book:
    """A gospel with its meaning, and the numbers of the verses that each of its sentences touches."""

    reading: ReadingText
    meaning: Meaning
    verses: dict[str, int]
    touched: dict[int, frozenset[int]]


@cache
def book(language: str, name: str) -> Book:
    lines = (BENCH / "gospels/text" / f"{TEXTS[language]}.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["book"] == name]
    text, starts, verses = "", [], {}
    for row in rows:
        starts.append(len(text))
        verses[row["id"]] = len(verses)
        text += row["text"].strip() + "\n\n"
    account = Account(
        f"{language}-{name}", name, 0, len(text), name, "", "", "", language, "article"
    )
    reading = ReadingText(account, text, (Run(0, 0, len(text)),))
    found = meaning(reading, open_encoder())
    touched = {
        start: frozenset(
            range(bisect.bisect_right(starts, start) - 1, bisect.bisect_left(starts, end))
        )
        for start, end in zip(found.starts, found.ends, strict=True)
    }
    return Book(reading, found, verses, touched)


def pericopes(a: Book, b: Book) -> list[Rectangle]:
    """The pericopes that both gospels have, as verse numbers."""
    found = []
    for row in json.loads((BENCH / "gospels/parallels.json").read_text("utf-8"))["pericopes"]:
        sides = []
        for one in (a, b):
            ranges = row["passages"].get(one.reading.account.title, [])
            known = [(one.verses.get(x), one.verses.get(y)) for x, y in ranges]
            sides.append(
                frozenset(n for x, y in known if None not in (x, y) for n in range(x, y + 1))
            )
        if all(sides):
            found.append((sides[0], sides[1]))
    return found


@dataclass(frozen=True)
class Case:
    everything: Units
    pairs: np.ndarray
    features: np.ndarray
    verses: tuple[frozenset[int], ...]
    gold: list[Rectangle]
    seconds: float


@cache
def case(languages: tuple[str, str], names: tuple[str, str]) -> Case:
    a, b = (book(language, name) for language, name in zip(languages, names, strict=True))
    meanings = {one.reading.account.id: one.meaning for one in (a, b)}
    started = time.perf_counter()
    everything = units([a.reading, b.reading], meanings)
    pairs = candidates(everything)
    between = everything.account[pairs[:, 0]] != everything.account[pairs[:, 1]]
    pairs = pairs[between]
    if everything.accounts[0] != a.reading.account.id:
        a, b = b, a
    found = features(everything, pairs)
    verses = tuple(
        (a, b)[int(n)].touched[int(s)]
        for n, s in zip(everything.account, everything.starts, strict=True)
    )
    return Case(everything, pairs, found, verses, pericopes(a, b), time.perf_counter() - started)


def odds(one: Case, weights: Weights | None, used: tuple[int, ...]) -> np.ndarray:
    if weights is None:
        return likeness(one.everything, one.pairs)
    return one.features[:, used] @ np.array(weights.of) + weights.bias


def rectangle(one: Case, episode: Episode) -> Rectangle:
    sides = (episode.first, episode.second)
    return tuple(frozenset().union(*one.verses[s : e + 1]) for s, e in sides)


def cells(rectangles: list[Rectangle]) -> set[tuple[int, int]]:
    return {(x, y) for a, b in rectangles for x in a for y in b}


def shares(of: list[Rectangle], inside: set[tuple[int, int]]) -> list[float]:
    return [sum((x, y) in inside for x in a for y in b) / (len(a) * len(b)) for a, b in of]


def score(found: list[Rectangle], gold: list[Rectangle]) -> tuple[float, float, float]:
    precision = float(np.mean(shares(found, cells(gold)))) if found else 0.0
    recall = float(np.mean(shares(gold, cells(found)))) if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def told(one: Case, gold: set[tuple[int, int]], a: int, b: int) -> bool:
    return any((x, y) in gold for x in one.verses[a] for y in one.verses[b])


def trained(languages: tuple[tuple[str, str], ...], used: tuple[int, ...]) -> Weights:
    """Weights from Matthew and Mark in ``languages``."""
    rows, right = [], []
    for pair in languages:
        one = case(pair, TUNED)
        gold = cells(one.gold)
        rows.append(one.features[:, used])
        right += [told(one, gold, a, b) for a, b in one.pairs.tolist()]
    return fit(np.concatenate(rows), right)


def best_threshold(
    languages: tuple[tuple[str, str], ...], weights: Weights | None, used: tuple[int, ...]
) -> float:
    """The least total of an episode that serves Matthew and Mark best."""
    tries = {}
    for least in (0, 1, 2, 4, 6, 8, 10, 12, 15, 20, 25):
        figures = []
        for pair in languages:
            one = case(pair, TUNED)
            found = episodes(one.everything, one.pairs, odds(one, weights, used))
            kept = [rectangle(one, e) for e in found if e.total >= least]
            figures.append(score(kept, one.gold)[2])
        tries[least] = float(np.mean(figures))
    return max(tries, key=lambda least: tries[least])


def second_look(languages: tuple[tuple[str, str], ...], first: Weights) -> Weights:
    rows, right = [], []
    for pair in languages:
        one = case(pair, TUNED)
        gold = cells(one.gold)
        before = odds(one, first, METHODS["retell"])
        rows.append(np.c_[one.features, order(one.everything, one.pairs, before)])
        right += [told(one, gold, a, b) for a, b in one.pairs.tolist()]
    return fit(np.concatenate(rows), right)


def calibrated(languages: tuple[tuple[str, str], ...]) -> Weights:
    """The log-odds that an episode is right (most of its verse pairs are), by the root of its total."""
    rows, right = [], []
    for pair in languages:
        one = case(pair, TUNED)
        gold = cells(one.gold)
        for episode in episodes(one.everything, one.pairs, likeness(one.everything, one.pairs)):
            rows.append([episode.total**0.5])
            right.append(shares([rectangle(one, episode)], gold)[0] >= 0.5)
    return fit(np.array(rows, np.float32), right)


def refit() -> None:
    first, second = [], []
    for group in (LANGUAGES[:1], LANGUAGES[1:]):
        first.append(trained(group, METHODS["retell"]))
        second.append(second_look(group, first[-1]))
    print(f"FIRST_LOOK = {tuple(first)}\nSECOND_LOOK = {tuple(second)}")
    likening.FIRST_LOOK, likening.SECOND_LOOK = tuple(first), tuple(second)
    print(f"EPISODES = {(calibrated(LANGUAGES[:1]), calibrated(LANGUAGES[1:]))}")


def rows() -> Iterator[str]:
    chances: list[tuple[float, bool]] = []
    seconds = 0.0
    for languages in LANGUAGES:
        for method, used in (*METHODS.items(), (FITTED, METHODS["retell"])):
            if used == (1,) and languages[0] != languages[1]:
                yield f"| {'-'.join(languages)} | {method} | - | - | - | - |"
                continue
            if method == "retell":
                least = None
            else:
                group = (languages,) if languages[0] == languages[1] else LANGUAGES[1:]
                weights = None if method == FITTED else trained(group, used)
                least = best_threshold(group, weights, used)
            right: list[float] = []
            met: list[float] = []
            for names in combinations(BOOKS, 2):
                if names == TUNED:
                    continue
                one = case(languages, names)
                if least is None:
                    found = episodes(one.everything, one.pairs, likeness(one.everything, one.pairs))
                    kept = [e for e in found if probability(one.everything, e) >= LEAST]
                    gold = cells(one.gold)
                    chances += [
                        (
                            probability(one.everything, e),
                            shares([rectangle(one, e)], gold)[0] >= 0.5,
                        )
                        for e in kept
                    ]
                    seconds += one.seconds
                else:
                    found = episodes(one.everything, one.pairs, odds(one, weights, used))
                    kept = [e for e in found if e.total >= least]
                rectangles = [rectangle(one, e) for e in kept]
                right += shares(rectangles, cells(one.gold))
                met += shares(one.gold, cells(rectangles))
            p, r, n = np.mean(right), np.mean(met), len(right)
            f = 2 * p * r / (p + r or 1)
            yield f"| {'-'.join(languages)} | {method} | {p:.3f} | {r:.3f} | {f:.3f} | {n:.0f} |"
    yield ""
    bins = [
        [right for chance, right in chances if low <= chance < low + 0.1]
        for low in (0.5, 0.6, 0.7, 0.8, 0.9)
    ]
    yield (
        "Calibration, "
        + "; ".join(
            f"said {low:.0%} to {low + 0.1:.0%}: {np.mean(b):.0%} of {len(b)} mostly right"
            for low, b in zip((0.5, 0.6, 0.7, 0.8, 0.9), bins, strict=True)
            if b
        )
        + "."
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    yield f"Twenty dossiers took {seconds:.0f} s without encoding; peak memory {peak} MB."


def news() -> Iterator[str]:
    """Reports of two like events: pairs of reports found, and retellings found between strangers."""
    events: dict[str, dict[str, list[str]]] = {}
    for line in (BENCH / "ecbplus/docs.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        events.setdefault(row["topic"], {}).setdefault(row["subtopic"], []).append(row["text"])
    encoder = open_encoder()
    met = pairs = false = dossiers = 0
    for topic in sorted(events, key=int):
        readings = []
        for event, texts in sorted(events[topic].items())[:2]:
            for number, text in enumerate(texts[:2]):
                name = f"{event} {number}"
                whole = Account(name, name, 0, len(text), "", "", "", "", "en", "article")
                readings.append(ReadingText(whole, text, (Run(0, 0, len(text)),)))
        found = {
            frozenset((one.a.account, one.b.account))
            for one in retellings(readings, {r.account.id: meaning(r, encoder) for r in readings})
        }
        of_one = {
            frozenset((a.account.id, b.account.id))
            for a, b in combinations(readings, 2)
            if a.account.id.split()[0] == b.account.id.split()[0]
        }
        dossiers += 1
        met += len(found & of_one)
        pairs += len(of_one)
        false += len(found - of_one)
    yield (
        f"Short accounts: {dossiers} dossiers of two reports each of two like events (ECB+): of {pairs} "
        f"pairs of reports of one event {met} are found to tell the same, of {dossiers * 4} pairs of "
        f"strangers, and {dossiers * 4} reports by themselves, {false}."
    )


def main() -> None:
    if not (BENCH / "gospels").is_dir():
        print(f"benchmarks/retell.py: no bench data at {BENCH}; nothing was measured.")
        return
    if "--fit" in sys.argv:
        refit()
        return
    table = "\n".join([*rows(), "", *news()])
    print(table)
    write_section(
        "retell",
        "## Retellings: pericopes of another gospel\n\n"
        "`python benchmarks/retell.py`. Fitted on Matthew and Mark, scored on the other five pairs.\n\n"
        "| languages | method | precision | recall | passage F1 | passages |\n"
        "|---|---|---|---|---|---|\n" + table,
    )


if __name__ == "__main__":
    main()
