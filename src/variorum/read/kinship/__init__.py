"""Kinship: who is whose mother, brother, widow."""

from variorum.read.kinship.finding import find_relations

__all__ = ["find_relations"]
