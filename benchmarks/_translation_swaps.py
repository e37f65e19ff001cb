"""Texts in which numbers, dates and names of one side were exchanged, by seed."""

import random
import re
from collections import Counter

from _translation_planting import Cache, Planted, documents, pair_of
from variorum.establish.particulars import Particular, likeness, particulars
from variorum.establish.translation.align import Alignment
from variorum.establish.translation.altered import altered, by_sentence

WORDS = {
    "en": ("three", "seven", "twelve", "forty", "five hundred"),
    "ru": ("три", "семь", "двенадцать", "сорок"),
    "es": ("tres", "siete", "doce", "cuarenta"),
    "de": ("drei", "sieben", "zwölf"),
    "fr": ("trois", "sept", "douze"),
}
Plant = tuple[int, int, str, str]
"""Side, sentence, kind, what stands there now."""


def planted_swaps(number: int, seed: int, cache: Cache) -> tuple[Planted, list[Plant]]:
    """One document in which every eighth bead with a particular that both sides have alike has
    another
    one on one side: another number or date, or another name of the same text."""
    random_ = random.Random(f"swap-{number}-{seed}")
    _, languages, (a, b, gold) = documents()[number]
    texts = [list(a), list(b)]
    sides = list(pair_of(Planted(a, b, [], [], languages), cache))
    rows = [by_sentence(one) for one in sides]
    names: list[Counter[str]] = [
        Counter(p.value for row in rows[w] for p in row if p.kind == "name") for w in (0, 1)
    ]
    forms = [
        {
            p.value: sides[w].text[p.start : p.end]
            for row in rows[w]
            for p in row
            if p.kind == "name"
        }
        for w in (0, 1)
    ]
    beads = [
        (x[0], y[0]) for x, y in gold if len(x) == len(y) == 1 and x[0] < len(a) and y[0] < len(b)
    ]
    random_.shuffle(beads)
    plants: list[Plant] = []
    for bead in beads:
        if len(plants) >= max(3, len(beads) // 8):
            break
        where = random_.randrange(2)
        at, other = bead[where], bead[1 - where]
        shared = [p for p in rows[where][at] if any(_alike(p, q) for q in rows[1 - where][other])]
        if not shared:
            continue
        p = random_.choice(shared)
        old = sides[where].text[p.start : p.end]
        if p.kind == "name":
            others = [
                v
                for v in names[where]
                if likeness(v, p.value) < 0.5
                and len(v) > 3
                and any(likeness(v, u) >= 0.7 for u in names[1 - where])
            ]
            new = forms[where][random_.choice(sorted(others))] if others else ""
        else:
            new = _other_amount(old, p, languages[where], random_)
        if not new:
            continue
        start = p.start - sides[where].starts[at]
        line = texts[where][at]
        texts[where][at] = line[:start] + new + line[start + len(old) :]
        plants.append((where, at, p.kind, new))
    return Planted(texts[0], texts[1], [], [], languages), plants


def _alike(p: Particular, q: Particular) -> bool:
    if p.kind != q.kind or p.kind not in ("number", "date", "name"):
        return False
    return likeness(p.value, q.value) >= 0.7 if p.kind == "name" else p.value == q.value


def _other_amount(old: str, p: Particular, language: str, random_: random.Random) -> str:
    digits = re.search(r"\d+", old)
    if not digits:
        if p.kind != "number" or language not in WORDS:
            return ""
        new = random_.choice(WORDS[language])
        values = [q.value for q in particulars(new, language) if q.kind == "number"]
        return new if values and values[0] != p.value else ""
    value = digits.group()
    if p.kind == "date" and len(value) <= 2:
        changed = str(int(value) % 27 + 1)
    else:
        at = random_.randrange(len(value))
        changed = (
            value[:at] + str((int(value[at]) + random_.randrange(1, 9)) % 10) + value[at + 1 :]
        )
    if changed[0] == "0" or changed == value:
        return ""
    return old[: digits.start()] + changed + old[digits.end() :]


Found = tuple[str, str | None, str | None]


def told(one: Alignment) -> list[tuple[Found, tuple[int, int] | None, tuple[int, int] | None]]:
    """The changed numbers, dates and names of an alignment, with their words."""
    a, b = one.pair.a, one.pair.b
    return [
        (
            (
                x.what,
                a.text[x.a[0] : x.a[1]] if x.a else None,
                b.text[x.b[0] : x.b[1]] if x.b else None,
            ),
            x.a,
            x.b,
        )
        for _, x in altered(a, b, one.links)
        if x.what in ("number", "date", "name", "place")
    ]


def scored(one: Alignment, plants: list[Plant], natural: set[Found]) -> dict[str, list[int]]:
    """Right, wrong and missed, for names and for numbers with dates. What the texts differ in
    without
    plants (``natural``) is neither."""
    counts = {"name": [0, 0, 0], "number": [0, 0, 0]}
    sides, hit = (one.pair.a, one.pair.b), set()
    for found, a, b in told(one):
        kind = "name" if found[0] in ("name", "place") else "number"
        at = None
        for number, (where, sentence, _, new) in enumerate(plants):
            span = (a, b)[where]
            if span and sides[where].starts[sentence] <= span[0] < sides[where].ends[sentence]:
                words = sides[where].text[span[0] : span[1]]
                if (
                    words in new
                    or new in words
                    or set(re.findall(r"\d+", words)) & set(re.findall(r"\d+", new))
                ):
                    at = number
        if at is not None:
            counts[kind][0] += at not in hit
            hit.add(at)
        elif found not in natural:
            counts[kind][1] += 1
    for number, plant in enumerate(plants):
        if number not in hit:
            counts["name" if plant[2] == "name" else "number"][2] += 1
    return counts
