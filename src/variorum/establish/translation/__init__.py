"""Translations: which accounts translate each other, and what was lost, added and changed on the way.

``candidates`` proposes pairs, ``align`` aligns their sentences, ``direction`` judges whether it is a
translation and which side came first, ``coverage`` and ``clauses`` find what one side lacks and
``altered`` what both have otherwise.
"""

from collections.abc import Mapping, Sequence

from variorum.establish.furniture import prose
from variorum.establish.meaning import open_encoder
from variorum.establish.translation.align import Alignment, align, familiarity
from variorum.establish.translation.candidates import candidates
from variorum.establish.translation.lexicon import realigned
from variorum.establish.translation.nouns import Bead, Change, Translation
from variorum.establish.translation.report import report
from variorum.establish.translation.sides import part, side
from variorum.model.critique import Meaning
from variorum.model.reading import ReadingText

HEAD = 600
"""Characters at the head of an account in which its byline stands."""

__all__ = ["Bead", "Change", "Translation", "translations"]


def translations(
    readings: Sequence[ReadingText],
    meanings: Mapping[str, Meaning],
    texts: Mapping[str, str] | None = None,
) -> tuple[Translation, ...]:
    """The pairs of accounts in different languages that translate each other, by their order.

    ``meanings`` has one for each account's id; ``texts`` are the sources' whole texts by name, for the
    bylines. Accounts without words, and boilerplate, are left out. A pair is given only where a
    translation is likelier than not: two reports of one event are none.
    """
    told = [
        r for r in readings if r.account.kind != "boilerplate" and meanings[r.account.id].starts
    ]
    pairs = candidates(told, meanings)
    if not pairs:
        return ()
    encoder = open_encoder()
    sides = {
        k: side(told[k], _of_prose(told[k], meanings[told[k].account.id]), encoder)
        for k in sorted({k for pair in pairs for k in pair})
    }
    aligned = {(i, j): align(sides[i], sides[j], encoder) for i, j in pairs}
    aligned |= _learnt(aligned)
    notes = {k: _note(told[k], texts or {}) for k in sides}
    found = (
        report(told[i], told[j], aligned[i, j], encoder, (notes[i], notes[j])) for i, j in pairs
    )
    return tuple(one for one in found if one is not None)


def _note(reading: ReadingText, texts: Mapping[str, str]) -> str:
    """The lines at the head of an account that are not its own words: bylines, translators' lines."""
    whole, at = texts.get(reading.account.source, ""), reading.account.start
    last = min(at + HEAD, reading.account.end)
    pieces = []
    for run in sorted(reading.runs, key=lambda run: run.origin):
        if at >= last:
            break
        pieces.append(whole[at : min(last, run.origin)])
        at = max(at, run.origin + run.length)
    return "\n".join(piece.strip() for piece in pieces if piece.strip())


def _of_prose(reading: ReadingText, found: Meaning) -> Meaning:
    """The sentences without titles, bylines, translator's and date lines: those are the edition's."""
    begun, ended = prose(reading.text)
    kept = [
        n
        for n, (start, end) in enumerate(zip(found.starts, found.ends, strict=True))
        if begun <= start and end <= ended
    ]
    return part(found, kept) if 0 < len(kept) < len(found.starts) else found


def _learnt(aligned: Mapping[tuple[int, int], Alignment]) -> dict[tuple[int, int], Alignment]:
    """Pairs of languages the encoder does not know, aligned again with a lexicon of all such
    pairs."""
    by_languages: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for pair, one in aligned.items():
        if familiarity(one.pair.a, one.pair.b) != "well":
            tongues = (one.pair.a.language, one.pair.b.language)
            by_languages.setdefault(tongues, []).append(pair)
    made: dict[tuple[int, int], Alignment] = {}
    for pairs in by_languages.values():
        again = realigned([aligned[pair] for pair in pairs])
        made.update(zip(pairs, again, strict=True))
    return made
