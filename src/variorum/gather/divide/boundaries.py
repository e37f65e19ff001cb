"""Boundaries: the gaps between running text at which one account ends and another begins."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from variorum.gather.divide import cues
from variorum.gather.divide.cohesion import (
    Side,
    Words,
    first_person_begins,
    introduced_again,
    known_bare,
    name_overlap,
    narrator_shift,
    side,
    sign_distance,
    together,
    two_texts,
    words_of,
)
from variorum.gather.divide.roles import (
    BODY,
    BYLINE,
    QUOTED,
    TITLE,
    Reading,
)
from variorum.gather.divide.zones import LIKELY_TITLE, opening_evidence, zone_evidence

WINDOW = 250
"""Words of running text compared on either side of a gap (tuned, see WEIGHTS)."""
WALL = 0.9
"""Probability from which on a boundary of the first pass is a wall in the second."""
MOST_RUNS = 24
"""Runs in a window, where headings leave but a few words between them."""
STEP = 25
"""Words of running text between two gaps that nothing marks, at which the words are compared."""
LANGUAGE_WINDOW = 100
"""Words on either side that show the language."""
EMPHASISED = "emphasis"
"""The level of a heading that is merely set in bold or italics throughout."""
BELOW_HEADING = 3
"""Lines below a heading among which its byline stands."""
SAME_MATTER = -0.25
"""The least the likeness of the words counts: accounts of one event share their words."""
SHORTEST = 60
"""Words: nothing shorter is an account of its own unless a byline heads it."""

BIAS = -10.6
WEIGHTS: dict[str, float] = {
    "article in the markup": 7.0,
    "two texts": 5.7,
    "closing note before a head": 5.5,
    "other language": 5.0,
    "other names": 4.8,
    "head of a post": 4.5,
    "a series' heading": 4.7,
    "heading above a byline": 4.0,
    "other language below a title": 4.0,
    "run together": 4.0,
    "names a document": 3.5,
    "heading at the accounts' level": 3.0,
    "one of several documents": 3.0,
    "wide gap": 2.7,
    "outright byline with a date": 2.5,
    "opens a dispatch": 2.4,
    "byline": 2.3,
    "whole head": 4.0,
    "numbered as a first part": 2.1,
    "title and words": 2.0,
    "boilerplate": 1.7,
    "other quotation marks": 1.7,
    "title": 1.7,
    "comment form": 1.5,
    "first-level heading": 1.5,
    "only a date": 1.5,
    "publisher and date": 1.2,
    "outright byline": 1.1,
    "caption": 1.0,
    "introduces people": 0.6,
    "short side": 0.6,
    "person and date": 0.5,
    "second-level heading": 0.5,
    "something between": 0.5,
    "section heading": 0.4,
    "several titles": 0.4,
    "weight of the words": 0.3,
    "other narrator": 0.2,
    "possible byline": 0.2,
    "left unfinished": 0.0,
    "comments": -0.1,
    "rule": -0.2,
    "introduced again": -0.3,
    "very wide gap": -0.3,
    "recurring heading above a title": -0.4,
    "first person begins": -0.6,
    "known by last name": -0.6,
    "opens in the middle": -1.6,
    "opens with speech": -2.0,
    "note": -3.0,
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two running blocks: ``left`` and ``right`` are their indices, the blocks in
    between are the zone; ``words`` counts the running words before it; ``evidence`` by name."""

    left: int
    right: int
    words: int
    evidence: dict[str, float]


def score(gap: Gap) -> float:
    """The logarithm of the odds that an account begins in this gap."""
    return BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in gap.evidence.items())


def probability(gap: Gap) -> float:
    """How surely an account begins in this gap, from 0 to 1."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score(gap)))))


def find_boundaries(
    readings: Sequence[Reading], languages: Sequence[str]
) -> tuple[tuple[Gap, ...], tuple[Gap, ...]]:
    """The gaps at which accounts begin, in order, and all gaps that were weighed.

    Two passes: the surest boundaries of the first stand as walls in the second, so that the words
    of a short account are not mixed with its neighbours'.
    """
    runs = _runs(readings, languages)
    first = weigh(readings, runs, ())
    walls = [gap.right for gap in _chosen(first) if probability(gap) > WALL]
    gaps = weigh(readings, runs, walls, first) if walls else first
    return _chosen(gaps), gaps


def _chosen(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """The gaps above even odds, the surest first, none too near a surer one."""
    likely = sorted((gap for gap in gaps if score(gap) > 0), key=lambda g: (-score(g), g.left))
    kept: list[Gap] = []
    places: list[int] = []
    for gap in likely:
        index = bisect_left(places, gap.words)
        near = [abs(places[i] - gap.words) for i in (index - 1, index) if 0 <= i < len(places)]
        headed = gap.evidence.get("byline", 0.0) > 0
        if near and min(near) < (SHORTEST // 3 if headed else SHORTEST):
            continue
        insort(places, gap.words)
        kept.append(gap)
    return tuple(sorted(kept, key=lambda gap: gap.left))


@dataclass(frozen=True, slots=True)
class Run:
    """Running blocks ``first`` to ``last`` between which no boundary is looked for: their words, the
    words of their first block, and how many words are in which language."""

    first: int
    last: int
    words: Side
    opening: Words
    languages: Counter[str]


def _runs(readings: Sequence[Reading], languages: Sequence[str]) -> tuple[Run, ...]:
    """Running text in pieces of at least STEP words, parted wherever anything stands between."""
    common_gap = _common_gap(readings)
    runs: list[Run] = []
    pending: list[int] = []
    counted: list[Words] = []
    length = 0
    for index, reading in enumerate(readings):
        if reading.role != BODY:
            continue
        apart = pending and index != pending[-1] + 1
        if pending and (apart or length >= STEP or reading.block.gap > common_gap):
            runs.append(_run(pending, counted, languages))
            pending, counted, length = [], [], 0
        pending.append(index)
        counted.append(words_of(reading.block.text))
        length += counted[-1].length
    if pending:
        runs.append(_run(pending, counted, languages))
    return tuple(runs)


def _run(blocks: list[int], counted: list[Words], languages: Sequence[str]) -> Run:
    spoken: Counter[str] = Counter()
    for index, words in zip(blocks, counted, strict=True):
        spoken[_FAMILY.get(languages[index], languages[index])] += words.length
    return Run(blocks[0], blocks[-1], side(counted), counted[0], spoken)


def weigh(
    readings: Sequence[Reading],
    runs: Sequence[Run],
    walls: Sequence[int],
    known: Sequence[Gap] = (),
) -> tuple[Gap, ...]:
    """Collect the evidence between neighbouring runs; ``walls`` are blocks with which an account
    surely begins, and no window reaches across them. Far from any wall a gap is as ``known``."""
    rates: Counter[str] = Counter()
    for run in runs:
        rates.update(run.words.stems)
    total = rates.total() or 1
    common_gap = _common_gap(readings)
    recurring = _recurring(readings)
    levels, documents = _account_levels(readings), _documents(readings)
    walled = frozenset(walls)
    gaps = []
    words_before = 0
    for position in range(len(runs) - 1):
        left, right = runs[position].last, runs[position + 1].first
        words_before += runs[position].words.length
        if known:
            low = runs[max(0, position - MOST_RUNS)].first
            high = runs[min(len(runs) - 1, position + MOST_RUNS + 1)].last
            if bisect_left(walls, low) == bisect_left(walls, high + 1):
                gaps.append(known[position])
                continue
        before = _window(runs, position, -1, walled)
        after = _window(runs, position + 1, 1, walled)
        evidence = zone_evidence(readings, left, right, common_gap)
        evidence |= _recurring_evidence(readings, left, right, recurring)
        evidence |= _heading_evidence(readings, left, right, levels, documents)
        evidence |= _word_evidence(before, after, rates, total)
        evidence |= _language_evidence(before, after)
        evidence |= opening_evidence(readings[left].block.text, readings[right].block.text)
        likeness = evidence["title"]
        evidence["other language below a title"] = likeness * evidence["other language"]
        evidence["title and words"] = likeness * evidence["two texts"]
        gaps.append(Gap(left, right, words_before, {k: v for k, v in evidence.items() if v}))
    return tuple(gaps)


def _common_gap(readings: Sequence[Reading]) -> int:
    gaps = Counter(r.block.gap for r in readings[1:] if r.role == BODY)
    return max(gaps.items(), key=lambda item: (item[1], -item[0]))[0] if gaps else 1


def _recurring(readings: Sequence[Reading]) -> frozenset[str]:
    """Headings that stand in the file at least twice."""
    counts = Counter(r.block.text for r in readings if r.role == TITLE)
    return frozenset(text for text, count in counts.items() if count > 1)


def _recurring_evidence(
    readings: Sequence[Reading], left: int, right: int, recurring: frozenset[str]
) -> dict[str, float]:
    zone = [r.block.text for r in readings[left + 1 : right] if r.role == TITLE]
    series = any(cues.names_a_series(text) for text in zone)
    above = len(zone) > 1 and zone[0] in recurring and zone[1] not in recurring
    anew = any(cues.begins_anew(r.block.text) for r in readings[left + 1 : right + 1])
    return {
        "a series' heading": 1.0 if series else 0.0,
        "recurring heading above a title": 1.0 if above else 0.0,
        "numbered as a first part": 1.0 if anew else 0.0,
    }


def _level(reading: Reading) -> str:
    """The level of a heading as the file marks it, EMPHASISED, or ""."""
    marked = next((m for m in sorted(reading.block.marks) if m.startswith("heading")), "")
    titled = reading.role == TITLE and (reading.title >= LIKELY_TITLE or reading.title == QUOTED)
    return marked or (EMPHASISED if titled and EMPHASISED in reading.block.marks else "")


def _is_signed_heading(readings: Sequence[Reading], index: int) -> bool:
    """Whether a byline stands among the few lines below a marked heading."""
    below = readings[index + 1 : index + 1 + BELOW_HEADING]
    for reading in below:
        if reading.role == BYLINE:
            return True
        if reading.role == BODY:
            return False
    return False


def _account_levels(readings: Sequence[Reading]) -> frozenset[str]:
    """The levels of headings under which the file's accounts stand: most of them are signed."""
    total: Counter[str] = Counter()
    signed: Counter[str] = Counter()
    for index, reading in enumerate(readings):
        level = _level(reading)
        if level and reading.role in (TITLE, BYLINE):
            total[level] += 1
            signed[level] += _is_signed_heading(readings, index)
    return frozenset(k for k in total if signed[k] > 1 and 2 * signed[k] >= total[k])


def _documents(readings: Sequence[Reading]) -> frozenset[str]:
    """First words of headings that name a document, where several such headings begin with them."""
    named = (
        r.block.text for r in readings if r.role == TITLE and cues.names_a_document(r.block.text)
    )
    counts = Counter(text.split()[0].lower() for text in named)
    return frozenset(word for word, count in counts.items() if count > 1)


def _heading_evidence(
    readings: Sequence[Reading],
    left: int,
    right: int,
    levels: frozenset[str],
    documents: frozenset[str],
) -> dict[str, float]:
    headed = [i for i in range(left + 1, right) if _level(readings[i])]
    titles = [r.block.text for r in readings[left + 1 : right] if r.role == TITLE]
    named = [text for text in titles if cues.names_a_document(text)]
    above = [_level(readings[i]) for i in headed if _is_signed_heading(readings, i)]
    return {
        "heading above a byline": max(
            (0.6 if k == EMPHASISED else 1.0 for k in above), default=0.0
        ),
        "heading at the accounts' level": float(any(_level(readings[i]) in levels for i in headed)),
        "names a document": float(bool(named)),
        "one of several documents": float(any(t.split()[0].lower() in documents for t in named)),
    }


def _window(runs: Sequence[Run], position: int, step: int, walls: frozenset[int]) -> list[Run]:
    """The runs from ``position`` on, nearest first, up to WINDOW words or the next wall."""
    chosen: list[Run] = []
    length = 0
    while 0 <= position < len(runs) and length < WINDOW and len(chosen) < MOST_RUNS:
        run = runs[position]
        if step > 0 and chosen and run.first in walls:
            break
        chosen.append(run)
        length += run.words.length
        if step < 0 and run.first in walls:
            break
        position += step
    return chosen


def _word_evidence(
    before: Sequence[Run], after: Sequence[Run], rates: Counter[str], total: int
) -> dict[str, float]:
    left = together([run.words for run in before])
    right = together([run.words for run in after])
    least = min(left.stems.total(), right.stems.total())
    odds = two_texts(left, right, rates, total)
    introduced = sum(1 for _, last in after[0].opening.full if last not in left.names)
    return {
        "two texts": max(SAME_MATTER, min(1.0, odds / (least + 20))),
        "weight of the words": max(2 * SAME_MATTER, min(2.0, odds / 50)),
        "other names": 1.0 - name_overlap(left, right),
        "introduces people": float(min(2, introduced)),
        "introduced again": float(min(3, introduced_again(left, right))),
        "known by last name": float(min(3, known_bare(left, right))),
        "first person begins": first_person_begins(left, right),
        "other quotation marks": sign_distance(left, right),
        "other narrator": min(3.0, narrator_shift(left, right)),
        "short side": 1.0 if min(left.length, right.length) < SHORTEST else 0.0,
    }


def _language_evidence(before: Sequence[Run], after: Sequence[Run]) -> dict[str, float]:
    left, right = _majority(before), _majority(after)
    return {"other language": 1.0 if left and right and left != right else 0.0}


def _majority(window: Sequence[Run]) -> str:
    """The language of most of the words nearest to the gap, or "" when none clearly prevails."""
    lengths: Counter[str] = Counter()
    for run in window:
        for language, length in run.languages.items():
            lengths[language] = lengths.get(language, 0) + length
        if lengths.total() >= LANGUAGE_WINDOW:
            break
    if lengths.total() < 0.6 * LANGUAGE_WINDOW:
        return ""
    language, length = max(lengths.items(), key=lambda item: (item[1], item[0]))
    return language if language != "und" and length >= 0.7 * lengths.total() else ""


_FAMILY = {"grc": "el"}
"""Languages too near for a guess by the block to tell apart."""
