"""Chronology: what cannot be true whoever is right."""

from variorum.confront.chronology.chronology import impossibilities

__all__ = ["impossibilities"]
