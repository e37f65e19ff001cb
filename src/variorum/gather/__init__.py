"""Gather: what do we have? Files in, bytes kept; text with offsets, divided into accounts."""

from variorum.gather.divide import divide
from variorum.gather.source import gather

__all__ = ["divide", "gather"]
