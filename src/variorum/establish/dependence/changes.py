"""What only one side of a copied passage has, and which of them therefore is the copy."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from variorum.establish.dependence.clues import Clue
from variorum.establish.stretches import Stretch
from variorum.model.lexicon import listed
from variorum.model.reading import ReadingText

MOST_WORDS = 2_500
"""Words of a passage that are compared: enough to show a direction, and bounded in memory."""
SHORTER = 0.85
"""A passage with fewer words than this share of the other's is shortened. Set by hand."""
EDGE = 4
"""Words of a passage at either end where nothing is said to be left out: it may begin or end there."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|\w+(?:[’'-]\w+)*|\[|…|\.\.\.")
_HEDGES = listed(
    """allegedly reportedly supposedly apparently purportedly perhaps probably possibly presumably
    якобы будто вроде видимо вероятно наверное возможно предположительно кажется
    angeblich offenbar vermutlich wohl prétendument peut-être paraît supuestamente aparentemente"""
)
_FIRST = listed(
    "i me my we us our я мне меня мой моя моё мои мы нас нам наш наша наши ich mir mich wir uns je nous"
)
_THIRD = listed(
    """he him his she her they them their он его ему она её ее ей они их им er ihm ihn sie ihr ihnen
    il elle ils elles lui leur"""
)
_BRACKETED = re.compile(r"\[(?:sic|[^\W\d_][^\[\]\n]{0,40})\]|\(sic\)|<sic>", re.IGNORECASE)


def change_clues(
    copy: ReadingText, original: ReadingText, at: Stretch, there: Stretch, written: str = ""
) -> tuple[Clue, ...]:
    """What speaks for ``copy`` being the copy; ``written``: its passage as its source has it, with what
    other hands put in. Passages of two languages are not compared."""
    mine, theirs = copy.text[at.start : at.end], original.text[there.start : there.end]
    clues: list[Clue] = []
    if (bracket := _BRACKETED.search(written or mine)) and bracket.group() not in theirs:
        clues.append(Clue("brackets", f"has an editor’s brackets in it: {bracket.group()}"))
    if copy.account.language.split("-")[0] == original.account.language.split("-")[0]:
        clues += _compared(copy, original, mine, theirs)
    clues += _context(copy, original, at, there)
    return tuple(clues)


def _compared(copy: ReadingText, original: ReadingText, mine: str, theirs: str) -> Iterator[Clue]:
    a = [w.lower() for w in _WORD.findall(mine)][:MOST_WORDS]
    b = [w.lower() for w in _WORD.findall(theirs)][:MOST_WORDS]
    if not a or not b:
        return
    steps = _steps(b, a)
    gaps = [(i, j, k) for what, i, j, k, m in steps if what == "delete"]
    if (skips := [gap for gap in gaps if _inside(gap, a, b) and _like(b, *gap[:2])]) != []:
        words = " ".join(b[skips[0][0] : skips[0][1]][:8])
        yield Clue("skip", f"skips from one word to its like: “{words}” is left out", len(skips))
    if (
        ("…" in a or "..." in a)
        and not ("…" in b or "..." in b)
        and gaps + [s for s in steps if s[0] == "replace" and s[2] - s[1] > s[4] - s[3] + 2]
    ):
        yield Clue("ellipsis", "has dots where the other has words")
    yield from _slips(copy, original, a, b, steps)
    hedges = sorted(_only(a, b) & _HEDGES)
    if hedges and not _only(b, a) & _HEDGES:
        yield Clue("hedge", f"hedges what the other says outright: “{hedges[0]}”")
    if len(a) < SHORTER * len(b) and len(b) - len(a) > 2:
        yield Clue("shorter", f"is shorter: {len(a)} words of {len(b)}")
    told = [
        (b[i], a[k])
        for what, i, j, k, m in steps
        if what == "replace" and j - i == m - k
        for i, k in zip(range(i, j), range(k, m), strict=True)
    ]
    if sum(x in _FIRST and y in _THIRD for x, y in told) > sum(
        x in _THIRD and y in _FIRST for x, y in told
    ):
        yield Clue("person", "tells of another what the other tells of himself")


def _steps(b: Sequence[str], a: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return [
        (o.tag, o.src_start, o.src_end, o.dest_start, o.dest_end)
        for o in Levenshtein.opcodes(b, a)
        if o.tag != "equal"
    ]


def _inside(gap: tuple[int, int, int], a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether words left out stand well within both passages: at an edge one may only begin later."""
    start, end, here = gap
    return min(start, here) >= EDGE and min(len(b) - end, len(a) - here) >= EDGE


def _like(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words left out end as what stands before them, or begin as what stands after."""
    return end - start > 1 and (
        (start > 0 and words[end - 1] == words[start - 1])
        or (end < len(words) and words[start] == words[end])
    )


def _slips(
    copy: ReadingText,
    original: ReadingText,
    a: Sequence[str],
    b: Sequence[str],
    steps: list[tuple[str, int, int, int, int]],
) -> Iterator[Clue]:
    """Words written wrongly here and rightly there: the right one stands elsewhere in either account."""
    pairs = [
        (a[k + n], b[i + n])
        for what, i, j, k, m in steps
        if what == "replace" and j - i == m - k
        for n in range(j - i)
        if len(a[k + n]) > 3 and 0 < Levenshtein.distance(a[k + n], b[i + n], score_cutoff=2) < 3
    ]
    if not pairs:
        return
    known = Counter(
        w.lower() for reading in (copy, original) for w in _WORD.findall(reading.text[:300_000])
    )
    wrong = [
        (mine, right)
        for mine, right in pairs
        if known[mine] == 1 and known[right] > 1 and mine.isalpha() and right.isalpha()
    ]
    if wrong:
        yield Clue("slip", f"has “{wrong[0][0]}” for “{wrong[0][1]}”", len(wrong))


def _only(a: Sequence[str], b: Sequence[str]) -> set[str]:
    return set(a) - set(b)


def _context(
    copy: ReadingText, original: ReadingText, at: Stretch, there: Stretch
) -> Iterator[Clue]:
    begun = [_mid_sentence(r.text, s.start) for r, s in ((copy, at), (original, there))]
    if begun == [True, False]:
        yield Clue("cut out", "has it within a sentence that in the other begins with it")
    share = (at.end - at.start) / max(1, len(copy.text))
    whole = (there.end - there.start) / max(1, len(original.text))
    if whole > 0.8 and share < 0.4:
        yield Clue("whole", "has within it what is the whole of the other")


def _mid_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start].rstrip(" \t\"“„«‘'—–-(")
    return bool(before) and before[-1] not in ".!?…\n:。！？"
