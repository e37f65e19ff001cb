"""Parallels: what stands in more than one account, which way it went, and how the two differ."""

from variorum.establish.parallels.gathering import Parallels, parallels

__all__ = ["Parallels", "parallels"]
