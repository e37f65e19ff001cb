"""Voices: who says it, to whom, who printed it, and how they would know."""

from variorum.read.voices.speech import find_voices

__all__ = ["find_voices"]
