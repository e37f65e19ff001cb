"""Whether a pair is a translation at all, and which side is the original."""

import re
from collections.abc import Sequence

import numpy as np

from variorum.establish.translation.align import Alignment, familiarity
from variorum.establish.translation.coverage import views
from variorum.model.reading import ReadingText

PAIR_WEIGHTS = (-9.0, 6.0, 6.5, 4.0, 0.45)
"""Bias, share of the smaller side's text in beads that hold, how alike the beads are, how even their
lengths, and the logarithm of their number. Set by hand: chapters of the gospels and ParIce's
documents against their translations lie above .6, against others' below .4; only another gospel's
account of the same hours, nearly word for word, comes close."""

_UNKNOWN_LIKENESS, _ANCHORED_WORTH = 0.04, 0.4
"""What stands for likeness where the encoder knows too little: so much, and so much more for shared
numbers and names. An unknown language needs more evidence in order and lengths."""

CERTAIN = 0.5

_FROM = re.compile(
    r"\b(?:translated (?:from|by|into)|translation (?:by|from)|translator['’]?s|trans\.|"
    r"in the translation of|"
    r"перев[её]л[аи]?\s|перевод\s+(?:с|со|на)\s|перевод[еа]?:|перевод\s+[А-Я]|пер\.\s+с|"
    r"переводчик\w*|"
    r"übersetzt\s|übersetzung\s+(?:von|aus)|traduit\s+(?:de|du|par)|traducido\s+(?:del?|por)|"
    r"traducción\s+(?:del?|por)|tradotto\s+d)",
    re.IGNORECASE,
)
_MANUSCRIPT = re.compile(
    r"\b(?:manuscript|рукопись|handschrift|manuscrit|manuscrito|original|подлинник)\b", re.I
)
_GLOSS = re.compile(r"\((?P<inside>[^()]{2,30})\)|\[(?P<square>[^\[\]]{2,30})\]")
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[Ѐ-ӿ]")
_EDGE = 1_200
"""Characters at either end of an account in which a note of translation stands."""

_YEAR = re.compile(r"\d{4}")


def translates(found: Alignment) -> tuple[float, tuple[str, ...]]:
    """The probability that one side translates the other, and the reasons."""
    knows = familiarity(found.pair.a, found.pair.b)
    solid = [x for x in found.links if x.probability > 0.5]
    if len(solid) < 2:
        return 0.0, ()
    view = views(found)[0]
    a, b = found.pair.a, found.pair.b
    sims = np.array(
        [
            float(view.sense[x.a_end - x.a - 1][x.a] @ view.other_sense[x.b_end - x.b - 1][x.b])
            for x in solid
        ]
    )
    held = [x for x, sim in zip(solid, sims, strict=True) if knows != "well" or sim > 0.3]
    if len(held) < 2:
        return 0.0, ()
    covered = min(1.0, max(
        sum(float(a.sizes[x.a : x.a_end].sum()) for x in held) / float(a.sizes.sum()),
        sum(float(b.sizes[x.b : x.b_end].sum()) for x in held) / float(b.sizes.sum()),
    ))  # fmt: skip
    ratios = np.log([
        (float(a.sizes[x.a : x.a_end].sum()) + 15) / (float(b.sizes[x.b : x.b_end].sum()) *
        view.ratio + 15)
        for x in held
    ])  # fmt: skip
    even = float(np.exp(-3 * np.mean(np.abs(ratios))))
    alike = (
        float(np.median(sims))
        if knows == "well"
        else _UNKNOWN_LIKENESS + _ANCHORED_WORTH * _anchored(found)
    )
    weights = np.array(PAIR_WEIGHTS)
    rows = np.array([1.0, covered, alike, even, float(np.log(len(held)))])
    score = float(1 / (1 + np.exp(-(weights @ rows))))
    reasons = (
        f"{len(held)} passages in the same order",
        f"{covered:.0%} of the shorter text has a counterpart",
    )
    return score, reasons


def _anchored(found: Alignment) -> float:
    """The share of numbers that beads have on both sides (for languages no encoder knows)."""
    shared = every = 0
    for x in found.links:
        mine = set().union(*found.pair.a.numbers[x.a : x.a_end], *found.pair.a.stems[x.a : x.a_end])
        theirs = set().union(
            *found.pair.b.numbers[x.b : x.b_end], *found.pair.b.stems[x.b : x.b_end]
        )
        shared += len(mine & theirs)
        every += min(len(mine), len(theirs))
    return shared / every if every else 0.0


def original(
    a: ReadingText, b: ReadingText, lost: tuple[float, float], notes: Sequence[str] = ("", "")
) -> tuple[str, float, tuple[str, ...]]:
    """Which of two texts is the original: "a", "b" or "" for unknown; the probability of that; why.

    ``lost`` is the length, in characters, of what each side has and the other has not; ``notes`` is
    text
    beside each account in which a translator may be named.
    """
    weight, reasons = 0.0, []  # above 0: a is the original
    years = [_YEAR.search(x.account.date) for x in (a, b)]
    if years[0] and years[1] and years[0].group() != years[1].group():
        earlier = int(years[0].group()) < int(years[1].group())
        weight += 2.0 if earlier else -2.0
        reasons.append("the earlier date")
    said = [
        bool(_FROM.search(f"{x.text[:_EDGE]}\n{x.text[-_EDGE:]}\n{x.account.title}\n{note}"))
        for x, note in zip((a, b), notes, strict=True)
    ]
    if said[0] != said[1]:
        weight += 2.5 if said[1] else -2.5
        reasons.append("a note that the other is translated")
    scripts = [bool(_MANUSCRIPT.search(f"{x.text[:300]}\n{x.account.title}")) for x in (a, b)]
    if scripts[0] != scripts[1]:
        weight += 0.7 if scripts[0] else -0.7
        reasons.append("called a manuscript or original")
    glosses = [_glosses(x.text) for x in (a, b)]
    if max(glosses) > 0 and glosses[0] != glosses[1]:
        weight += 1.2 if glosses[1] > glosses[0] else -1.2
        reasons.append("words of its language stand as glosses in the other")
    if max(lost) > 60 and max(lost) > 2 * min(lost):
        weight += 0.8 if lost[0] > lost[1] else -0.8
        reasons.append("has what the other lacks")
    chance = float(1 / (1 + np.exp(-abs(weight))))
    if chance < 0.75:
        return "", max(chance, 0.5), tuple(reasons)
    return ("a" if weight > 0 else "b"), chance, tuple(reasons)


def _glosses(text: str) -> int:
    """Short brackets in another script than the text's own."""
    latin, cyrillic = len(_LATIN.findall(text[:3_000])), len(_CYRILLIC.findall(text[:3_000]))
    foreign = _CYRILLIC if latin > cyrillic else _LATIN
    return sum(bool(foreign.search(m["inside"] or m["square"])) for m in _GLOSS.finditer(text))
