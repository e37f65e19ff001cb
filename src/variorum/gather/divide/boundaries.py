"""Boundaries: the gaps between running text at which one account ends and another begins."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from variorum.gather.divide import cues
from variorum.gather.divide.bylines import SURE
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
    two_texts,
    words_of,
)
from variorum.gather.divide.roles import (
    BODY,
    BOILERPLATE,
    BYLINE,
    CAPTION,
    COMMENT,
    NOTE,
    RULE,
    SECTION,
    TITLE,
    Reading,
)

WINDOW = 250
"""Words of running text compared on either side of a gap (tuned, see WEIGHTS)."""
STEP = 25
"""Words of running text between two gaps that nothing marks, at which the words are compared."""
LANGUAGE_WINDOW = 100
"""Words on either side that show the language."""
SHORTEST = 60
"""Words: nothing shorter is an account of its own unless a byline heads it."""

BIAS = -9.8
WEIGHTS: dict[str, float] = {
    "closing note before a head": 5.5,
    "other language": 5.0,
    "article in the markup": 5.0,
    "other names": 3.5,
    "run together": 3.5,
    "two texts": 3.3,
    "wide gap": 2.7,
    "outright byline with a date": 2.5,
    "byline": 2.3,
    "numbered as a first part": 2.1,
    "title and words": 2.0,
    "a series' heading": 1.8,
    "title": 1.7,
    "other quotation marks": 1.6,
    "boilerplate": 1.5,
    "comment form": 1.5,
    "first person begins": 1.5,
    "first-level heading": 1.5,
    "opens a dispatch": 1.4,
    "publisher and date": 1.2,
    "outright byline": 1.1,
    "weight of the words": 1.0,
    "caption": 1.0,
    "comments": 1.0,
    "only a date": 0.7,
    "introduces people": 0.6,
    "left unfinished": 0.6,
    "something between": 0.6,
    "rule": 0.5,
    "second-level heading": 0.5,
    "sign-off": 0.5,
    "person and date": 0.5,
    "several titles": 0.4,
    "recurring heading above a title": 0.3,
    "other narrator": 0.1,
    "very wide gap": -0.1,
    "possible byline": -0.4,
    "introduced again": -0.6,
    "section heading": -0.7,
    "short side": -0.7,
    "known by last name": -0.9,
    "opens with speech": -1.3,
    "opens in the middle": -1.5,
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
    counted = [words_of(r.block.text) if r.role == BODY else None for r in readings]
    first = weigh(readings, languages, counted, ())
    walls = [gap.right for gap in _chosen(first) if probability(gap) > 0.9]
    gaps = weigh(readings, languages, counted, walls)
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


def weigh(
    readings: Sequence[Reading],
    languages: Sequence[str],
    counted: Sequence[Words | None],
    walls: Sequence[int],
) -> tuple[Gap, ...]:
    """Collect the evidence at every gap; ``walls`` are blocks no window reaches across."""
    body = [i for i, words in enumerate(counted) if words is not None]
    rates: Counter[str] = Counter()
    for i in body:
        words = counted[i]
        if words is not None:
            rates.update(words.stems)
    total = rates.total() or 1
    common_gap = _common_gap(readings)
    recurring = _recurring(readings)
    gaps = []
    words_before = since = 0
    for position in range(len(body) - 1):
        left, right = body[position], body[position + 1]
        here = counted[left]
        length = here.length if here is not None else 0
        words_before += length
        since += length
        if right == left + 1 and since < STEP and readings[right].block.gap <= common_gap:
            continue
        since = 0
        evidence = _zone_evidence(readings, left, right, common_gap)
        evidence |= _recurring_evidence(readings, left, right, recurring)
        before = _window(body, counted, position, -1, walls)
        after = _window(body, counted, position + 1, 1, walls)
        evidence |= _word_evidence(counted, before, after, rates, total)
        evidence |= _language_evidence(languages, counted, before, after)
        evidence |= _opening_evidence(readings[left].block.text, readings[right].block.text)
        evidence["introduces people"] = float(_introduced(counted, before, right))
        likeness = evidence.get("title", 0.0)
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


def _window(
    body: Sequence[int],
    counted: Sequence[Words | None],
    position: int,
    step: int,
    walls: Sequence[int],
) -> list[int]:
    """Indices of running blocks from ``position`` on, up to WINDOW words or the next wall."""
    chosen: list[int] = []
    length = 0
    wall = bisect_left(walls, body[position] + 1)
    while 0 <= position < len(body) and length < WINDOW:
        index = body[position]
        if step > 0 and wall < len(walls) and index >= walls[wall]:
            break
        chosen.append(index)
        words = counted[index]
        length += words.length if words is not None else 0
        if step < 0 and wall > 0 and index <= walls[wall - 1]:
            break
        position += step
    return chosen


def _word_evidence(
    counted: Sequence[Words | None],
    before: list[int],
    after: list[int],
    rates: Counter[str],
    total: int,
) -> dict[str, float]:
    left, right = _side(counted, before), _side(counted, after)
    least = min(left.stems.total(), right.stems.total())
    return {
        "two texts": max(-1.0, min(1.0, two_texts(left, right, rates, total) / (least + 20))),
        "weight of the words": max(-2.0, min(2.0, two_texts(left, right, rates, total) / 50)),
        "other names": 1.0 - name_overlap(left, right),
        "first person begins": first_person_begins(left, right),
        "introduced again": float(min(3, introduced_again(left, right))),
        "known by last name": float(min(3, known_bare(left, right))),
        "other quotation marks": sign_distance(left, right),
        "other narrator": min(3.0, narrator_shift(left, right)),
        "short side": 1.0 if min(left.length, right.length) < SHORTEST else 0.0,
    }


def _introduced(counted: Sequence[Words | None], before: list[int], right: int) -> int:
    """How many people the first block names in full of whom nothing was said before (at most 2)."""
    opening = counted[right]
    if opening is None:
        return 0
    known = set().union(*(w.names for w in (counted[i] for i in before) if w is not None))
    return min(2, sum(1 for _, last in opening.full if last not in known))


def _side(counted: Sequence[Words | None], indices: list[int]) -> Side:
    return side([w for w in (counted[i] for i in indices) if w is not None])


def _language_evidence(
    languages: Sequence[str],
    counted: Sequence[Words | None],
    before: list[int],
    after: list[int],
) -> dict[str, float]:
    left = _majority(languages, counted, before)
    right = _majority(languages, counted, after)
    return {"other language": 1.0 if left and right and left != right else 0.0}


_FAMILY = {"grc": "el"}
"""Languages too near for a guess by the block to tell apart."""


def _majority(languages: Sequence[str], counted: Sequence[Words | None], indices: list[int]) -> str:
    lengths: Counter[str] = Counter()
    for index in indices:
        words = counted[index]
        lengths[_FAMILY.get(languages[index], languages[index])] += (
            words.length if words is not None else 0
        )
        if lengths.total() >= LANGUAGE_WINDOW:
            break
    if lengths.total() < 0.6 * LANGUAGE_WINDOW:
        return ""
    language, length = max(lengths.items(), key=lambda item: (item[1], item[0]))
    return language if language != "und" and length >= 0.7 * lengths.total() else ""


def _zone_evidence(
    readings: Sequence[Reading], left: int, right: int, common_gap: int
) -> dict[str, float]:
    zone = readings[left + 1 : right]
    edge = readings[left + 1 : right + 1]
    bylines = [r.byline for r in zone if r.byline is not None]
    notes = [i for i, r in enumerate(zone) if r.role == NOTE]
    heads = [i for i, r in enumerate(zone) if r.role in (TITLE, BYLINE)]
    sure = max((b.score for b in bylines if b.score >= SURE), default=0.0)
    scores = sum(b.score for b in bylines)
    several = len({kind for b in bylines for kind in b.kinds} - {"unknown", "yearless"}) > 1
    signed = sure or (scores >= SURE and several)
    dated = [b for b in bylines if b.kinds <= {"date", "yearless", "unknown"}]
    others = [b for b in bylines if b not in dated]
    roles = {r.role for r in zone}
    opened = frozenset().union(*(r.block.opens for r in edge))
    widest = max(r.block.gap for r in edge)
    titles = [r.title for r in zone if r.role in (TITLE, BYLINE)]
    if not titles and len(zone) == 0 and readings[right].title >= 0.3:
        titles = [readings[right].title * 0.5]
    together = {kind for b in bylines for kind in b.kinds}
    return {
        "byline": min(1.0, scores / 3) if signed else 0.0,
        "possible byline": min(1.0, scores / 2) if others and not signed else 0.0,
        "outright byline": 1.0 if any(b.cued for b in bylines) else 0.0,
        "outright byline with a date": 1.0
        if any(b.cued for b in bylines) and "date" in together
        else 0.0,
        "person and date": 1.0 if "date" in together and together & {"person", "author"} else 0.0,
        "publisher and date": 1.0
        if "date" in together and together & {"publisher", "cued publisher", "url"}
        else 0.0,
        "only a date": 1.0 if dated and not others else 0.0,
        "title": max(titles, default=0.0),
        "several titles": 1.0 if sum(r.role == TITLE for r in zone) > 1 else 0.0,
        "first-level heading": 1.0 if opened & {"heading1", "title"} else 0.0,
        "second-level heading": 1.0 if "heading2" in opened else 0.0,
        "article in the markup": 1.0 if "article" in opened else 0.0,
        "section heading": 1.0 if SECTION in roles else 0.0,
        "boilerplate": 1.0 if BOILERPLATE in roles else 0.0,
        "comments": 1.0 if COMMENT in roles else 0.0,
        "caption": 1.0 if CAPTION in roles else 0.0,
        "note": 1.0 if notes and not any(i > notes[-1] for i in heads) else 0.0,
        "closing note before a head": 1.0 if notes and heads and heads[-1] > notes[-1] else 0.0,
        "comment form": 1.0 if any(cues.is_comment_form(r.block.text) for r in zone) else 0.0,
        "rule": 1.0 if RULE in roles else 0.0,
        "wide gap": 1.0 if widest > common_gap else 0.0,
        "very wide gap": 1.0 if widest > common_gap + 1 and widest > 2 else 0.0,
        "run together": 1.0 if any(r.block.gap == 0 for r in edge) else 0.0,
        "sign-off": 1.0 if any(cues.is_sign_off(r.block.text) for r in zone) else 0.0,
        "something between": 1.0 if zone else 0.0,
    }


_CONTINUING = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "their",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "so",
        "yet",
        "then",
        "however",
        "also",
        "meanwhile",
        "still",
        "instead",
        "another",
        "such",
        "both",
        "neither",
        "nor",
        "or",
        "because",
        "“but",
        "“and",
        "он",
        "она",
        "они",
        "его",
        "её",
        "ее",
        "их",
        "это",
        "этот",
        "эта",
        "эти",
        "но",
        "и",
        "а",
        "однако",
        "поэтому",
        "также",
        "тогда",
        "затем",
        "при",
        "тем",
        "кроме",
        "он,",
        "er",
        "sie",
        "und",
        "aber",
        "il",
        "elle",
        "mais",
        "et",
        "pero",
        "y",
        "él",
        "ella",
    ]
)


def _opening_evidence(left: str, right: str) -> dict[str, float]:
    first = right[:40].split()
    word = first[0].lower().strip("“”\"«»„'‘’.,:;") if first else ""
    return {
        "opens in the middle": 1.0 if word in _CONTINUING or right[0].islower() else 0.0,
        "opens with speech": 1.0 if right[0] in "“\"«„'‘`—–" else 0.0,
        "opens a dispatch": 1.0 if cues.opens_dispatch(right) else 0.0,
        "left unfinished": 1.0 if left[-1].isalnum() or left[-1] in ",;:" else 0.0,
    }
