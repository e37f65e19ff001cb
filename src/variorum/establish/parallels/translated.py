"""Translations as rows: the whole, each bead of sentences, and what was lost and changed on the way."""

from variorum.establish.parallels.ground import Ground, parallel_row, variant_row
from variorum.establish.stretches import Stretch
from variorum.establish.translation import Change, Translation
from variorum.model.critique import Parallel, Variant
from variorum.model.ids import content_id

Rows = tuple[list[Parallel], list[Variant]]


def whole(found: Translation) -> tuple[Stretch, Stretch]:
    """The two stretches that translate each other, with what was dropped inside them."""
    changed = [
        side for change in found.changes for side in (change.a, change.b) if side is not None
    ]
    sides = []
    for stretches in ([bead.a for bead in found.beads], [bead.b for bead in found.beads]):
        account = stretches[0].account
        stretches += [side for side in changed if side.account == account]
        start, end = min(s.start for s in stretches), max(s.end for s in stretches)
        sides.append(Stretch(account, start, end))
    return sides[0], sides[1]


def translated(ground: Ground, found: Translation) -> Rows:
    """The rows of one translation, whose ``a`` stands before its ``b`` among the sources."""
    group = content_id("t", found.a, found.b)

    def row(
        a: Stretch, b: Stretch, score: float, reasons: tuple[str, ...], manner: str
    ) -> Parallel:
        way = found.direction
        return parallel_row(ground, a, b, "translation", way, score, reasons, manner, group)

    head = row(*whole(found), found.score, found.reasons, "whole")
    beads = [row(bead.a, bead.b, bead.probability, (), "sentence") for bead in found.beads]
    differences = []
    for change in found.changes:
        number = _bead_of(change, found)
        stands_in = head.id if number is None else beads[number].id
        differences.append(
            variant_row(
                ground,
                stands_in,
                change.a,
                change.b,
                change.kind,
                change.what,
                change.confidence,
                change.reasons,
                change.weight,
            )
        )
    return [head, *beads], differences


def _bead_of(change: Change, found: Translation) -> int | None:
    """The number of the bead a change stands in; None for a sentence, which stands in none."""
    if change.what == "sentence":
        return None
    for number, bead in enumerate(found.beads):
        for side, place in ((change.a, bead.a), (change.b, bead.b)):
            if side is not None and place.start <= side.start and side.end <= place.end:
                return number
    return None
