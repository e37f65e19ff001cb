"""Dependence: who follows whom, for one passage, for two accounts, and for a whole tradition."""

from variorum.establish.dependence.direction import Direction, direction
from variorum.establish.dependence.stemma import Descent, Stemma, ancestors, stemma

__all__ = ["Descent", "Direction", "Stemma", "ancestors", "direction", "stemma"]
