"""Coreference: whom a pronoun or a description means."""

from variorum.read.coreference.pronouns import stands_for
from variorum.read.coreference.sieve import meant
from variorum.read.coreference.speech import spoken

__all__ = ["meant", "spoken", "stands_for"]
