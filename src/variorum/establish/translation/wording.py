"""Kin terms, doubt and negation that one side of a bead has and the other has not."""

import re
from collections.abc import Iterator

from variorum.establish.particulars import Particular
from variorum.establish.translation.chain import Link
from variorum.establish.translation.clauses import clauses
from variorum.establish.translation.differing import (
    CONFIDENCE,
    Altered,
    is_close,
    of_kind,
    unmatched,
)
from variorum.establish.translation.sides import Side

_NEGATIVE_SENSE = re.compile(
    r"\b(?:un\w{3,}|in(?:capable|ability|visible)\w*|without|fail\w*|refus\w+|hardly|scarcely|"
    r"barely|lack\w*|"
    r"deni\w+|deny|forb\w+|prevent\w*|unable|only|nor|except|but|least|dis\w{4,}|avoid\w*|"
    r"mis\w{4,}|stop\w*|"
    r"без\w*|не\w{3,}|вряд|едва|отказ\w*|лишь|только|запре\w+|мало|кроме|ничт\w*|отсутств\w*|"
    r"лиш\w+|переста\w+|забы\w+|вовсе)\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"\?|\bnot only\b|\bне только\b|\bне то\b|\bчуть не\b|\bпока\b[^.]*\bне\b|\buntil\b|"
    r"\bunless\b|\bесли\b|\bif\b|\bни\b|\bboth\b",
    re.IGNORECASE,
)

_BOUND = re.compile(
    r"(?:\bnot?\b|n['’]t\b|\bnever\b)[^.,;:!?]{0,30}\b(?:more|less|fewer|later|earlier|sooner|older|younger|"
    r"longer|further|bigger|taller|smaller|until|only)\b|"
    r"\bне\s+(?:\w+\s+)?(?:более|менее|больше|меньше|позже|позднее|раньше|ранее|старше|моложе|дольше|дальше)\b|"
    r"\bот\s+силы\b|\bat\s+(?:the\s+)?(?:most|least)\b|\bwithin\b",
    re.IGNORECASE,
)
"""A bound ("not more than twenty", «от силы двадцать»), which denies nothing."""

_LOOSE_KIN = frozenset((
    frozenset(("father", "parents")), frozenset(("mother", "parents")),
    frozenset(("wife", "widow")), frozenset(("grandmother", "mother")),
    frozenset(("uncle", "grandfather")),
))  # fmt: skip
"""Terms that free translations exchange without a change of the person meant."""


def kin(
    xs: list[Particular], ys: list[Particular], wide_x: list[Particular], wide_y: list[Particular]
) -> Iterator[Altered]:
    mine, theirs = unmatched(
        of_kind(xs, ("kin",)), of_kind(ys, ("kin",)), lambda x, y: x.value == y.value
    )
    if len(mine) != len(theirs) or len(mine) > 2:
        return
    for x, y in zip(mine, theirs, strict=True):
        if frozenset((x.value, y.value)) not in _LOOSE_KIN:
            reason = f"{x.value} on one side, {y.value} on the other"
            yield Altered((x.start, x.end), (y.start, y.end), "kin", CONFIDENCE["kin"], (reason,))


def hedges(
    a: Side, b: Side, link: Link, xs: list[Particular], ys: list[Particular]
) -> Iterator[Altered]:
    """A doubt that one side has and the other has not at all."""
    if {a.language, b.language} != {"en", "ru"} or not is_close(link):
        return
    mine, theirs = of_kind(xs, ("hedge",)), of_kind(ys, ("hedge",))
    if bool(mine) == bool(theirs):
        return
    for x in mine[:1]:
        if x.value in ("maybe", "hearsay"):
            yield Altered(
                (x.start, x.end), None, "hedge", CONFIDENCE["hedge"], ("doubt on one side only",)
            )
    for y in theirs[:1]:
        if y.value in ("maybe", "hearsay"):
            yield Altered(
                None, (y.start, y.end), "hedge", CONFIDENCE["hedge"], ("doubt on one side only",)
            )


def polarity(
    a: Side, b: Side, link: Link, xs: list[Particular], ys: list[Particular]
) -> Iterator[Altered]:
    """A negation that one side has and the other has in no form."""
    if {a.language, b.language} != {"en", "ru"} or not is_close(link):
        return
    mine, theirs = of_kind(xs, ("polarity",)), of_kind(ys, ("polarity",))
    texts = a.quote(link.a, link.a_end), b.quote(link.b, link.b_end)
    if any(len(clauses(text, 0, len(text))) > 1 for text in texts):
        return
    if bool(mine) == bool(theirs) or len(mine) + len(theirs) != 1 or max(map(len, texts)) > 160:
        return
    bare = texts[1] if mine else texts[0]
    if _NEGATIVE_SENSE.search(bare) or any(
        _TAG.search(text) or _BOUND.search(text) for text in texts
    ):
        return
    where = next((p.start, p.end) for p in (*mine, *theirs))
    reason = ("negation on one side only",)
    yield Altered(
        where if mine else None,
        where if theirs else None,
        "polarity",
        CONFIDENCE["polarity"],
        reason,
    )
