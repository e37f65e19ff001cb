"""Kinship: who is whose mother, brother, widow; and which names are one person's."""

from variorum.read.kinship.aliases import with_other_names
from variorum.read.kinship.finding import find_relations

__all__ = ["find_relations", "with_other_names"]
