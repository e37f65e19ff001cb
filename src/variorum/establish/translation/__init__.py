"""Translations: which accounts translate each other, and what was lost, added and changed on the way.

``candidates`` proposes pairs, ``align`` aligns their sentences, ``direction`` judges whether it is a
translation and which side came first, ``coverage`` and ``clauses`` find what one side lacks and ``altered``
what both have otherwise.
"""

from collections.abc import Mapping, Sequence

from variorum.establish.meaning import Encoder, open_encoder
from variorum.establish.translation.align import align
from variorum.establish.translation.candidates import candidates
from variorum.establish.translation.nouns import Bead, Change, Translation
from variorum.establish.translation.report import report
from variorum.establish.translation.sides import Side, side
from variorum.model.critique import Meaning
from variorum.model.reading import ReadingText

__all__ = ["Bead", "Change", "Translation", "translations"]


def translations(
    readings: Sequence[ReadingText], meanings: Mapping[str, Meaning]
) -> tuple[Translation, ...]:
    """The pairs of accounts in different languages that translate each other, by their order.

    ``meanings`` has one for each account's id. Accounts without words, and boilerplate, are left out. A pair
    is given only where a translation is likelier than not: two reports of one event are none.
    """
    told = [
        r
        for r in readings
        if r.account.kind != "boilerplate" and meanings[r.account.id].starts
    ]
    pairs = candidates(told, meanings)
    if not pairs:
        return ()
    encoder = open_encoder()
    sides: dict[int, Side] = {}
    found = []
    for i, j in pairs:
        for k in (i, j):
            if k not in sides:
                sides[k] = side(told[k], meanings[told[k].account.id], encoder)
        one = report(told[i], told[j], align(sides[i], sides[j], _known(sides[i], sides[j], encoder)), encoder)
        if one is not None:
            found.append(one)
    return tuple(found)


def _known(a: Side, b: Side, encoder: Encoder) -> Encoder | None:
    return encoder if a.knows == b.knows == "well" else None
