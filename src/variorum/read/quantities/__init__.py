"""Quantities: how many, how old, how far, how long, how much, at what hour."""

from variorum.read.quantities.counting import find_quantities

__all__ = ["find_quantities"]
