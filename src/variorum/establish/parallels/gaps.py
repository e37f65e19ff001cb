"""Gaps: what one account leaves out between two passages that it copies one after the other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.establish.parallels.ground import MIRRORED, Ground, variant_row
from variorum.establish.sentences import sentences
from variorum.establish.stretches import Stretch
from variorum.model.critique import Parallel, Variant

Pair = tuple[Stretch, Stretch, Parallel]
"""Two stretches with the row they make."""

LONGEST = 3_000
"""Characters of a gap beyond which two passages are loans of their own and nothing was left out."""

SURE = 0.85
"""How surely what stands between two copied passages was left out by whoever copied both without a word
between them. Set by hand."""

WEIGHT = 0.8


def gaps(ground: Ground, pairs: Sequence[Pair]) -> Iterator[Variant]:
    """The sentences that stand between two copied passages in one account, where the other goes on from
    the first passage to the second without a word: omissions, or additions, by the rows' direction."""
    by_accounts: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for a, b, row in pairs:
        if a.account != b.account and row.manner != "quotation":
            by_accounts[a.account, b.account].append((a, b, row))
    for _, found in sorted(by_accounts.items()):
        ordered = sorted(found, key=lambda pair: pair[:2])
        for (a, b, row), (next_a, next_b, _) in pairwise(ordered):
            left = Stretch(a.account, a.end, next_a.start)
            right = Stretch(b.account, b.end, next_b.start)
            if next_b.start < b.end:
                continue
            if _wordless(ground, right):
                yield from _lost(ground, row, left, first=True)
            elif _wordless(ground, left):
                yield from _lost(ground, row, right, first=False)


def _wordless(ground: Ground, gap: Stretch) -> bool:
    return gap.start <= gap.end and not any(map(str.isalnum, ground.words(gap)))


def _lost(ground: Ground, row: Parallel, gap: Stretch, first: bool) -> Iterator[Variant]:
    """The sentences of a gap in the row's first or second account, seen from the original where the
    direction is known."""
    kind = "omission" if first else "addition"
    words = ground.words(gap)
    if not 0 < len(words) <= LONGEST:
        return
    if row.direction == "b→a":
        kind = MIRRORED[kind]
    language = ground.reading(gap).account.language
    reasons = ("the other goes on from the passage before to the passage after without a word",)
    for start, end in sentences(words, language):
        if not any(map(str.isalnum, words[start:end])):
            continue
        side = Stretch(gap.account, gap.start + start, gap.start + end)
        a, b = (side, None) if first else (None, side)
        yield variant_row(ground, row.id, a, b, kind, "sentence", SURE, reasons, WEIGHT)
