"""Confront: do they agree, and who is independent?"""

from variorum.confront.confrontation import confront
from variorum.confront.evidence import Confrontation, Evidence

__all__ = ["Confrontation", "Evidence", "confront"]
