"""Collate: the copies of one text side by side, and how they differ."""

from variorum.establish.collate.apparatus import Entry, Reading, apparatus, printed
from variorum.establish.collate.collation import LOST, OMITTED, Collation, collate, readings
from variorum.establish.collate.moves import Move
from variorum.establish.collate.variants import Difference, variants
from variorum.establish.collate.witness import Tokens, Witness

__all__ = [
    "LOST",
    "OMITTED",
    "Collation",
    "Difference",
    "Entry",
    "Move",
    "Reading",
    "Tokens",
    "Witness",
    "apparatus",
    "collate",
    "printed",
    "readings",
    "variants",
]
