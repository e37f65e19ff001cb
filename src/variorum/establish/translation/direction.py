"""Whether a pair is a translation at all, and which side is the original."""

import re
from collections.abc import Sequence

import numpy as np
from anyascii import anyascii

from variorum.establish.furniture import prose
from variorum.establish.particulars import likeness
from variorum.establish.translation.align import Alignment, familiarity
from variorum.establish.translation.chain import Link
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

LEFT_OVER, DOUBTFUL, USUAL_DOUBT = 10.0, 5.0, 0.1
"""What speaks against a translation, in log-odds: the share of the better covered side, from the first
bead to the last, that is in no bead; and the doubt about the beads beyond the usual. A translator may
leave out much and add little; who tells a story anew does both. Set on letters and testimonies of our
own."""

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
_STANDING_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OPENS, _CLOSES = re.compile('["“„«「『]'), re.compile('["”“»」』]')

_ONE_NAME = 0.62
"""Likeness from which two words are one name (as in ``naming``)."""

_MOST_WORDS = 4_000
"""Words of a text among which the other's author is looked for."""

Span = tuple[int, int]


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
    against = _left_over(found, solid) if knows == "well" else 0.0
    score = float(1 / (1 + np.exp(against - weights @ rows)))
    reasons = (
        f"{len(held)} passages in the same order",
        f"{covered:.0%} of the shorter text has a counterpart",
    )
    return score, reasons


def _left_over(found: Alignment, solid: Sequence[Link]) -> float:
    """The log-odds against a translation by what both sides leave over between the beads."""
    a, b = found.pair.a, found.pair.b
    first, last = solid[0], solid[-1]
    mine = sum(float(a.sizes[x.a : x.a_end].sum()) for x in solid)
    theirs = sum(float(b.sizes[x.b : x.b_end].sum()) for x in solid)
    covered = max(
        mine / float(a.sizes[first.a : last.a_end].sum()),
        theirs / float(b.sizes[first.b : last.b_end].sum()),
    )
    doubt = 1 - sum(x.probability for x in found.links) / len(found.links)
    return LEFT_OVER * (1 - covered) + DOUBTFUL * max(0.0, doubt - USUAL_DOUBT)


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
    a: ReadingText,
    b: ReadingText,
    lost: tuple[float, float],
    parts: tuple[Span, Span],
    notes: tuple[str, str] = ("", ""),
) -> tuple[str, float, tuple[str, ...]]:
    """Which of two texts is the original: "a", "b" or "" for unknown; the probability of that; why.

    ``lost`` is the length, in characters, of what each side has and the other has not; ``parts`` the
    span of each text that the other has; ``notes`` the lines about each account that are not its own
    text: bylines, translators' lines.
    """
    weight, reasons = 0.0, []  # above 0: a is the original
    years = [_year(x, note) for x, note in zip((a, b), notes, strict=True)]
    if min(years) and years[0] != years[1]:
        weight += 2.0 if years[0] < years[1] else -2.0
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
    named = [_names(a, b), _names(b, a)]
    if named[0] != named[1]:
        weight += 1.5 if named[1] else -1.5
        reasons.append("named as the author in the other")
    quoted = [_is_quoted(x.text, part) for x, part in zip((a, b), parts, strict=True)]
    if quoted[0] != quoted[1]:
        weight += 1.5 if quoted[1] else -1.5
        reasons.append("stands in quotation marks in the other")
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


def _year(x: ReadingText, note: str) -> int:
    """The year of an account: its date's, else that of its byline or title lines; 0 for none."""
    head = x.text[: prose(x.text)[0]]
    found = _YEAR.search(x.account.date) or _STANDING_YEAR.search(f"{note}\n{head}")
    return int(found.group()) if found else 0


def _names(x: ReadingText, other: ReadingText) -> bool:
    """Whether a text, by another author, names the author of the other by two of his names."""
    sought = _WORD.findall(other.account.author)
    if len(sought) < 2 or _is_one(x.account.author, sought):
        return False
    return _is_one(x.text[: prose(x.text)[1]], sought)


def _is_one(text: str, sought: Sequence[str]) -> bool:
    """Whether the names stand near each other in a text, in whatever script."""
    words = [_plain(w) for w in _WORD.findall(text) if not w[0].islower()]
    first, last = _plain(sought[0]), _plain(sought[-1])
    places = [n for n, w in enumerate(words[:_MOST_WORDS]) if likeness(w, last) >= _ONE_NAME]
    return any(
        likeness(w, first) >= _ONE_NAME for n in places for w in words[max(0, n - 2) : n + 3]
    )


def _plain(word: str) -> str:
    return anyascii(word).lower()


def _is_quoted(text: str, part: Span) -> bool:
    """Whether a part begins and ends at quotation marks."""
    start, end = part
    before, after = text[max(0, start - 2) : start + 2], text[max(0, end - 3) : end + 3]
    return bool(_OPENS.search(before)) and bool(_CLOSES.search(after))


def _glosses(text: str) -> int:
    """Short brackets in another script than the text's own."""
    latin, cyrillic = len(_LATIN.findall(text[:3_000])), len(_CYRILLIC.findall(text[:3_000]))
    foreign = _CYRILLIC if latin > cyrillic else _LATIN
    return sum(bool(foreign.search(m["inside"] or m["square"])) for m in _GLOSS.finditer(text))
