"""Coreference: whom a pronoun or a description means."""

from variorum.read.coreference.pronouns import meant, stands_for

__all__ = ["meant", "stands_for"]
