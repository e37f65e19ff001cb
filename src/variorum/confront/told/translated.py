"""What a translation says otherwise than its original: another name, another place, yes for no."""

from collections.abc import Iterator

from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair
from variorum.confront.told.stated import scene_at, scene_index

KINDS = {
    "name": ("person", "Who was it?"),
    "place": ("place", "Where was it?"),
    "kin": ("person", "What kin was it?"),
    "polarity": ("polarity", "Was it so or not?"),
}
"""What a variant changes, and what is asked."""

LEAST = 0.7
"""Confidence of a variant from which on it is believed."""


def translated(evidence: Evidence, ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """The variants of a translation that cannot both be true, as differences of two accounts."""
    translations = {row.id: row for row in evidence.parallels if row.kind == "translation"}
    index = scene_index(ground)
    for variant in evidence.variants:
        parallel = translations.get(variant.parallel)
        if parallel is None or variant.a is None or variant.b is None:
            continue
        if variant.kind != "substitution" or variant.what not in KINDS:
            continue
        if variant.confidence < LEAST:
            continue
        a, b = scene_at(variant.a, index, ground), scene_at(variant.b, index, ground)
        if a is None or b is None or a == b:
            continue
        type_, question = KINDS[variant.what]
        yield (
            Pair(min(a, b), max(a, b), 2.0, 0.5, 0.0, parallel.score, 1.0, 0),
            Difference(
                type_, "translated", variant.what, question,
                Told(variant.a.quote, variant.a, a), Told(variant.b.quote, variant.b, b),
                2.0, ("a translation and its original say it otherwise", *variant.reasons),
            ),
        )  # fmt: skip
