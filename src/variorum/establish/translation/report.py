"""From an alignment to a translation: beads, and changes in order of weight."""

from collections.abc import Iterator, Sequence

from variorum.establish.meaning import Encoder
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

LIKELY_CLAUSE = 0.6
"""The same for a clause: a false one is worse than a missed one."""

_RUN = 5
"""Missing sentences in a row that are told one by one; more are told by the paragraph."""

_WHOLE = 0.6
"""Share of both texts in beads from which the translation is of the whole."""

Lost = tuple[int, int, str, float, tuple[str, ...], float]
"""Start, end, what, confidence, reasons, weight."""


def report(
    a: ReadingText, b: ReadingText, found: Alignment, encoder: Encoder
) -> Translation | None:
    """The translation an alignment shows, or None where it shows none."""
    score, reasons = translates(found)
    if score < CERTAIN:
        return None
    kept = _chain(found.links)
    found = Alignment(found.pair, kept, found.skipped_a, found.skipped_b)
    one, other = views(found)
    whole_a, whole_b = missing(found)
    lost_a, lost_b = _lost(one, whole_a, encoder), _lost(other, whole_b, encoder)
    first, chance, why = original(
        a, b, (sum(x[1] - x[0] for x in lost_a), sum(x[1] - x[0] for x in lost_b))
    )
    changes = [*_changes(a, b, lost_a, lost_b, first), *_alterations(found, a, b, first)]
    changes.sort(key=lambda c: (-c.weight * c.confidence, _place(c)))
    covered = [
        sum(x.a_end - x.a for x in kept) / len(found.pair.a),
        sum(x.b_end - x.b for x in kept) / len(found.pair.b),
    ]
    return Translation(
        a.account.id,
        b.account.id,
        {"a": "a→b", "b": "b→a", "": "unknown"}[first],
        chance,
        score,
        min(covered) >= _WHOLE,
        tuple(_bead(a, b, found.pair.a, found.pair.b, x) for x in kept),
        tuple(changes),
        (*reasons, *why),
    )


def _chain(links: Sequence[Link]) -> tuple[Link, ...]:
    """The beads from the first to the last that are not alone among sentences without counterparts."""
    return tuple(x for x in links if x.probability > 0.2)


def _bead(a: ReadingText, b: ReadingText, mine: Side, theirs: Side, x: Link) -> Bead:
    return Bead(
        Stretch(a.account.id, mine.starts[x.a], mine.ends[x.a_end - 1]),
        Stretch(b.account.id, theirs.starts[x.b], theirs.ends[x.b_end - 1]),
        x.probability,
    )


def _lost(view: View, whole: Sequence[float], encoder: Encoder) -> list[Lost]:
    """What the other side lacks of ``view.mine``: sentences, or paragraphs of them, and clauses."""
    found: list[Lost] = []
    run: list[int] = []
    for i in [*_missing_inside(view, whole), -1]:
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


def _missing_inside(view: View, whole: Sequence[float]) -> Iterator[int]:
    """Missing sentences between beads. Before the first and after the last only what stands in one
    paragraph with them: heads, dates and signatures belong to the edition, not to the text."""
    if not view.links:
        return
    first, last = view.links[0].a, view.links[-1].a_end
    text, starts, ends = view.mine.text, view.mine.starts, view.mine.ends
    while first > 0 and "\n" not in text[ends[first - 1] : starts[first]]:
        first -= 1
    while last < len(whole) and "\n" not in text[ends[last - 1] : starts[last]]:
        last += 1
    for i in range(first, last):
        if whole[i] >= LIKELY and not view.mine.wordless[i]:
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


def _place(change: Change) -> tuple[str, int]:
    stretch = change.a or change.b
    return (stretch.account, stretch.start) if stretch else ("", 0)
