"""Weigh: how far each side of a disagreement is carried, and by whom."""

from variorum.confront.weigh.weigh import weigh

__all__ = ["weigh"]
