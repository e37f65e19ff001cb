"""Retell: the same episode in other words, between accounts and within one."""

from variorum.establish.retell.retelling import Retelling, retellings

__all__ = ["Retelling", "retellings"]
