"""From an alignment to a translation: beads, and changes in order of weight."""

from collections.abc import Iterator, Sequence

from variorum.establish.meaning import KINDRED, Encoder
from variorum.establish.stretches import Stretch
from variorum.establish.translation.align import Alignment, familiarity
from variorum.establish.translation.altered import WEIGHT, altered
from variorum.establish.translation.chain import Link
from variorum.establish.translation.clauses import missing_clauses
from variorum.establish.translation.coverage import View, missing, views
from variorum.establish.translation.direction import CERTAIN, original, translates
from variorum.establish.translation.nouns import Bead, Change, Translation
from variorum.establish.translation.sides import Side
from variorum.model.reading import ReadingText

LIKELY = 0.5
"""Probability from which a missing sentence is reported."""

LIKELY_OF_KIN = 0.9
"""The same in a language the encoder knows only by its close relative: it errs more."""

LIKELY_OUTSIDE = 0.75
"""The same at the ends of what is translated, where it may have stopped."""

LIKELY_CLAUSE = 0.45
"""The same for a clause: of those said to be missing with .3 to .5 about half are
(``benchmarks/translation.py``)."""

_EDGE = 2
"""Sentences missing before the first or after the last that has a counterpart, at most: more of
them are
another text."""

_RUN = 5
"""Missing sentences in a row that are told one by one; more are told by the paragraph."""

_FAINT, _HOLDS, _LEFT_OVER = 0.2, 0.3, 0.3
"""Probability below which a bead is none; likeness from which it holds; what a sentence left over
between
beads costs, in beads that hold."""

_SURE = 0.6
"""Probability of the beads at both ends of a part."""

_WHOLE = 0.6
"""Share of both texts in beads from which the translation is of the whole."""

Lost = tuple[int, int, str, float, tuple[str, ...], float]
"""Start, end, what, confidence, reasons, weight."""


def report(
    a: ReadingText,
    b: ReadingText,
    found: Alignment,
    encoder: Encoder,
    notes: tuple[str, str] = ("", ""),
) -> Translation | None:
    """The translation an alignment shows, or None where it shows none. ``notes`` are the lines about the
    accounts that are not their own text."""
    kept = _chain(found)
    if not _is_whole(found, kept):
        kept = _trimmed(kept)
    found = Alignment(found.pair, kept, found.skipped_a, found.skipped_b)
    score, reasons = translates(found)
    if score < CERTAIN:
        return None
    one, other = views(found)
    whole_a, whole_b = missing(found)
    is_whole = _is_whole(found, kept)
    lost_a = _lost(one, whole_a, encoder, is_whole)
    lost_b = _lost(other, whole_b, encoder, is_whole)
    first, chance, why = original(
        a,
        b,
        (sum(x[1] - x[0] for x in lost_a), sum(x[1] - x[0] for x in lost_b)),
        (
            (found.pair.a.starts[kept[0].a], found.pair.a.ends[kept[-1].a_end - 1]),
            (found.pair.b.starts[kept[0].b], found.pair.b.ends[kept[-1].b_end - 1]),
        ),
        notes,
    )
    changed = list(_alterations(found, a, b, first))
    lost = [c for c in _changes(a, b, lost_a, lost_b, first) if not _told_already(c, changed)]
    changes = [*lost, *changed]
    changes.sort(key=lambda c: (-c.weight * c.confidence, _place(c)))
    return Translation(
        a.account.id,
        b.account.id,
        {"a": "a→b", "b": "b→a", "": "unknown"}[first],
        chance,
        score,
        is_whole,
        tuple(_bead(a, b, found.pair.a, found.pair.b, x) for x in kept),
        tuple(changes),
        (*reasons, *why),
    )


def _is_whole(found: Alignment, kept: Sequence[Link]) -> bool:
    """Whether the beads hold most of both texts."""
    mine = sum(x.a_end - x.a for x in kept) / len(found.pair.a)
    return min(mine, sum(x.b_end - x.b for x in kept) / len(found.pair.b)) >= _WHOLE


def _trimmed(kept: tuple[Link, ...]) -> tuple[Link, ...]:
    """The beads from the first to the last that is sure: where only a part is translated, what stands
    beside it is likely another text."""
    sure = [number for number, x in enumerate(kept) if x.probability >= _SURE]
    return kept[sure[0] : sure[-1] + 1] if sure else ()


def _chain(found: Alignment) -> tuple[Link, ...]:
    """The beads of the part that is translated: the stretch in which beads that hold outweigh those
    that
    do not and the sentences left over (a maximum segment, Bentley 1984)."""
    view = views(found)[0]
    known = familiarity(view.mine, view.theirs) == "well"
    links = [x for x in found.links if x.probability > _FAINT]
    best = sum_ = 0.0
    first = begun = end = 0
    for number, x in enumerate(links):
        alike = float(view.sense[x.a_end - x.a - 1][x.a] @ view.other_sense[x.b_end - x.b - 1][x.b])
        before = links[number - 1] if number else x
        gap = max(0, x.a - before.a_end) + max(0, x.b - before.b_end)
        sum_ -= _LEFT_OVER * gap
        if sum_ <= 0:
            sum_, begun = 0.0, number
        sum_ += 1.0 if x.probability > 0.4 and (alike > _HOLDS or not known) else -0.7
        if sum_ > best:
            best, first, end = sum_, begun, number + 1
    return tuple(links[first:end])


def _bead(a: ReadingText, b: ReadingText, mine: Side, theirs: Side, x: Link) -> Bead:
    return Bead(
        Stretch(a.account.id, mine.starts[x.a], mine.ends[x.a_end - 1]),
        Stretch(b.account.id, theirs.starts[x.b], theirs.ends[x.b_end - 1]),
        x.probability,
    )


def _lost(view: View, whole: Sequence[float], encoder: Encoder, edges: bool) -> list[Lost]:
    """What the other side lacks of ``view.mine``: sentences, or paragraphs of them, and clauses; with
    ``edges`` also before the first and after the last bead."""
    found: list[Lost] = []
    run: list[int] = []
    for i in [*_missing_inside(view, whole, edges), -1]:
        if run and i != run[-1] + 1:
            found += _told(view.mine, run, whole)
            run = []
        run.append(i)
    if familiarity(view.mine, view.theirs) == "well":
        for clause in missing_clauses(view, encoder, whole):
            if clause.probability >= LIKELY_CLAUSE:
                reason = ("no counterpart in the sentence that stands for it",)
                found.append((clause.start, clause.end, "clause", clause.probability, reason, 0.55))
    return found


def _missing_inside(view: View, whole: Sequence[float], edges: bool) -> Iterator[int]:
    """Missing sentences between beads. Before the first and after the last only with ``edges``, and only
    what stands in one paragraph with them: what is translated in part ends where it ends."""
    kindred = not KINDRED.keys().isdisjoint((view.mine.language, view.theirs.language))
    least = LIKELY_OF_KIN if kindred else LIKELY
    held = [i for x in view.links for i in range(x.a, x.a_end) if whole[i] < LIKELY]
    if not held:
        return
    text, starts, ends = view.mine.text, view.mine.starts, view.mine.ends
    first, last = held[0], held[-1] + 1
    while edges and first > 0 and "\n" not in text[ends[first - 1] : starts[first]]:
        first -= 1
    while edges and last < len(whole) and "\n" not in text[ends[last - 1] : starts[last]]:
        last += 1
    if held[0] - first > _EDGE:
        first = held[0]
    if last - held[-1] - 1 > _EDGE:
        last = held[-1] + 1
    for i in range(first, last):
        outer = i < view.links[0].a_end or i >= view.links[-1].a
        if whole[i] >= max(least, LIKELY_OUTSIDE if outer else 0.0) and not view.mine.wordless[i]:
            yield i


def _told(one: Side, run: Sequence[int], whole: Sequence[float]) -> Iterator[Lost]:
    reason = ("no counterpart among the sentences around its place",)
    if len(run) <= _RUN:
        for i in run:
            yield one.starts[i], one.ends[i], "sentence", whole[i], reason, _sentence_weight(one, i)
        return
    begun = run[0]
    for i, following in zip(run, [*run[1:], -1], strict=True):
        if following < 0 or "\n" in one.text[one.ends[i] : one.starts[following]]:
            sure = sum(whole[begun : i + 1]) / (i + 1 - begun)
            yield one.starts[begun], one.ends[i], "sentence", sure, reason, 0.9
            begun = following


def _sentence_weight(one: Side, i: int) -> float:
    """Longer sentences and those with names and numbers weigh more: 0.5 to 0.9."""
    return (
        0.5 + 0.2 * min(1.0, float(one.sizes[i]) / 120) + 0.2 * bool(one.numbers[i] or one.stems[i])
    )


def _changes(
    a: ReadingText, b: ReadingText, lost_a: Sequence[Lost], lost_b: Sequence[Lost], first: str
) -> Iterator[Change]:
    gone, come = ("addition", "omission") if first == "b" else ("omission", "addition")
    for start, end, what, sure, reasons, weight in lost_a:
        yield Change(Stretch(a.account.id, start, end), None, gone, what, sure, reasons, weight)
    for start, end, what, sure, reasons, weight in lost_b:
        yield Change(None, Stretch(b.account.id, start, end), come, what, sure, reasons, weight)


def _alterations(found: Alignment, a: ReadingText, b: ReadingText, first: str) -> Iterator[Change]:
    for link, one in altered(found.pair.a, found.pair.b, found.links):
        here = Stretch(a.account.id, *one.a) if one.a else None
        there = Stretch(b.account.id, *one.b) if one.b else None
        kind = "substitution"
        if here is None or there is None:
            kind = "omission" if (there is None) != (first == "b") else "addition"
        sure = one.confidence * (0.6 + 0.4 * min(1.0, link.probability * 1.5))
        yield Change(here, there, kind, one.what, sure, one.reasons, WEIGHT[one.what])


def _told_already(clause: Change, changed: Sequence[Change]) -> bool:
    """Whether what looks like a missing clause is a number or name that stands otherwise."""
    if clause.what != "clause":
        return False
    return any(
        mine is not None and its is not None and mine.start < its.end and its.start < mine.end
        for change in changed
        for mine, its in ((clause.a, change.a), (clause.b, change.b))
    )


def _place(change: Change) -> tuple[str, int]:
    stretch = change.a or change.b
    return (stretch.account, stretch.start) if stretch else ("", 0)
