"""Naming: what one reading is, once cut: its spans, its kind and what it is about."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from variorum.establish.collate.classing import WEIGHTS, Words, classed
from variorum.establish.collate.cutting import same_words
from variorum.establish.collate.difference import Difference, Side, Sides, Span, Step, sentence_end
from variorum.establish.collate.printing import is_running_head
from variorum.establish.collate.witness import is_word
from variorum.establish.particulars import Particular

CERTAINTY = ((0.75, 0.94), (0.5, 0.85), (0.25, 0.7), (0.0, 0.5))
"""Share of the words around that agree, and how often a variant cut there was one: the places where
the two copies truly stood for each other (``benchmarks/collate.py``, simulated traditions)."""
MARKED = 0.5
"""What is left of the weight of an omission that dots admit."""
CITING = 9
"""Tokens of the longest remark by which an author names whom he follows ("as Groom relates")."""
_REWRITTEN = "rewritten: too little agrees to set word against word"
_DOTS = re.compile(r"…|\.\s?\.\s?\.")
_TELLS = (
    r"(?:relates?d?|writes?|wrote|says?|said|tells|told|reports?|reported|puts\sit|recalls|recalled|"
    r"remembers|remembered|describes?d?|notes|noted|states?d?|has\sit|adds|added|observes?d?)"
)
_NAME = r"[^\W\d_a-zа-яё][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,3}"
_CITES = re.compile(
    rf"[Aa]s\s+{_NAME}\s+{_TELLS}|[Aa]s\s+{_TELLS}\s+{_NAME}|"
    rf"[Кк]ак\s+(?:пишет|писала?|рассказывает|рассказала?|сообщает|сообщила?|вспоминает|"
    rf"вспоминала?|говорит|говорила?)\s+{_NAME}|"
    rf"[Ww]ie\s+{_NAME}\s+(?:schreibt|schrieb|berichtet|berichtete|erzählt|erzählte|sagt|sagte)|"
    rf"[Cc]omme\s+l['’ea]\s*(?:écrit|raconte|rapporte|dit)\s+{_NAME}"
)
"""That a copyist names his source alters nothing of it. "According to" is left out: who drops it makes
a doubtful word a certain one."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The steps of two witnesses, the forms they use elsewhere, and whether one of them was scanned."""

    steps: Sequence[Step]
    sides: Sides
    used: Collection[str]
    noisy: bool


def named(
    ground: Ground, first: int, last: int, around: float, rewritten: bool
) -> Difference | None:
    """The difference ``[first, last)`` of the steps; none where both have the same words, or what one
    has more is the printer's or names whom its author follows. ``around``: the share of the words
    beside it that agree."""
    steps, sides = ground.steps, ground.sides
    own = [[s[1 + k] for s in steps[first:last] if s[1 + k] >= 0] for k in (0, 1)]
    own = [_without_citing(_without_heads(own[k], sides[k]), sides[k], own[1 - k]) for k in (0, 1)]
    forms = [[f for i in own[k] if is_word(f := sides[k].tokens.forms[i])] for k in (0, 1)]
    if forms[0] == forms[1] or _is_only_broken(own, forms, sides):
        return None
    spans = [
        sides[k].span(_trimmed(own[k], sides[k]), _last_before(steps, first, k)) for k in (0, 1)
    ]
    inside = [
        [*side.inside(span), *_broken_hedges(side, span)]
        for side, span in zip(sides, spans, strict=True)
    ]
    sentence = [sentence_end(sides[k], spans[k]) for k in (0, 1)]
    kind = "substitution" if all(forms) else "omission" if forms[0] else "addition"
    numbers = [sorted(p.value for p in found if p.kind == "number") for found in inside]
    if (
        all(forms)
        and numbers[0] == numbers[1]
        and (sorted(forms[0]) == sorted(forms[1]) or same_words(steps[first:last], sides))
    ):
        kind = "transposition"
    columns = steps[first][0], steps[last - 1][0] + 1
    confidence = next(value for share, value in CERTAINTY if around >= share)
    if rewritten and all(forms):
        weight = WEIGHTS["clause"]
        return Difference(
            spans[0],
            spans[1],
            "substitution",
            "clause",
            confidence,
            (_REWRITTEN,),
            weight,
            columns,
        )
    words = Words(forms, inside, sides[0].witness.language, ground.used, ground.noisy)
    what, weight, reasons = classed(kind, words, max(sentence) >= 0)
    if what == "sentence":
        spans = [(s, max(e, end)) for (s, e), end in zip(spans, sentence, strict=True)]
    if kind in ("omission", "addition") and _marked(sides, spans):
        weight, reasons = round(weight * MARKED, 2), (*reasons, "marked by an ellipsis")
    return Difference(spans[0], spans[1], kind, what, confidence, reasons, weight, columns)


def _broken_hedges(side: Side, span: Span) -> list[Particular]:
    """The hedges of which a span has half or more, and not all: "said to" of "is said to"."""
    start, end = span
    return [
        p
        for p in side.touching(span)
        if p.kind == "hedge"
        and not (start <= p.start and p.end <= end)
        and 2 * (min(end, p.end) - max(start, p.start)) >= p.end - p.start
    ]


def _last_before(steps: Sequence[Step], first: int, k: int) -> int:
    """The token of a side before a step, -1 if there is none near."""
    return max((s[1 + k] for s in steps[max(0, first - 200) : first]), default=-1)


def _without_heads(own: list[int], side: Side) -> list[int]:
    """Tokens without those of running heads and page numbers."""
    if not own:
        return own
    return [i for i in own if not is_running_head(side.witness.text, int(side.tokens.starts[i]))]


def _without_citing(own: list[int], side: Side, other: Sequence[int]) -> list[int]:
    """Tokens without a remark that names whom the author follows, where it stands at either end and is
    no more than set beside what the other has."""
    if len(own) < 2:
        return own
    text, tokens = side.witness.text, side.tokens
    whole = text[tokens.starts[own[0]] : tokens.ends[own[-1]]]
    if len(own) <= CITING:
        bare = _trimmed(own, side)
        if bare and _CITES.fullmatch(text[tokens.starts[bare[0]] : tokens.ends[bare[-1]]]):
            return []
    if not other or len(whole) > 2_000:
        return own
    for size in range(min(CITING, len(own) - 1), 2, -1):
        for part, rest in ((own[-size:], own[:-size]), (own[:size], own[size:])):
            bare = _trimmed(part, side)
            if len(bare) >= 3 and _CITES.fullmatch(
                text[tokens.starts[bare[0]] : tokens.ends[bare[-1]]]
            ):
                return rest
    return own


def _is_only_broken(
    own: Sequence[Sequence[int]], forms: Sequence[Sequence[str]], sides: Sides
) -> bool:
    """Whether both have the same letters, parted at the end of a line or by a hyphen alone."""
    if not all(forms) or "".join(forms[0]) != "".join(forms[1]):
        return False
    texts = [
        side.witness.text[side.tokens.starts[one[0]] : side.tokens.ends[one[-1]]]
        for side, one in zip(sides, own, strict=True)
    ]
    return all(len(words) == 1 or "-" in text for words, text in zip(forms, texts, strict=True))


def _marked(sides: Sides, spans: Sequence[Span]) -> bool:
    """Whether dots stand where one side has nothing: whoever left the words out says so."""
    return any(
        start == end and _DOTS.search(side.witness.text, max(0, start - 2), end + 6)
        for side, (start, end) in zip(sides, spans, strict=True)
    )


def _trimmed(indexes: Sequence[int], side: Side) -> Sequence[int]:
    """Tokens without punctuation at their edges, unless they are a whole stretch in brackets."""
    forms = side.tokens.forms
    if len(indexes) > 2 and forms[indexes[0]] in "([{<" and forms[indexes[-1]] in ")]}>":
        return indexes
    words = [k for k, index in enumerate(indexes) if is_word(forms[index])]
    return indexes[words[0] : words[-1] + 1] if words else []
