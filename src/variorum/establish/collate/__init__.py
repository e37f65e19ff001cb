"""Collate: the copies of one text side by side, and how they differ."""

from variorum.establish.collate.collation import LOST, OMITTED, Collation, collate, readings
from variorum.establish.collate.moves import Move
from variorum.establish.collate.witness import Tokens, Witness

__all__ = ["LOST", "OMITTED", "Collation", "Move", "Tokens", "Witness", "collate", "readings"]
