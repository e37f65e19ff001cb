"""Dependence: who follows whom, for one passage, for two accounts, and for a whole tradition."""

from variorum.establish.dependence.accounts import Bond, dependences
from variorum.establish.dependence.direction import Direction, direction
from variorum.establish.dependence.stemma import Descent, Stemma, ancestors, stemma

__all__ = [
    "Bond",
    "Descent",
    "Direction",
    "Stemma",
    "ancestors",
    "dependences",
    "direction",
    "stemma",
]
