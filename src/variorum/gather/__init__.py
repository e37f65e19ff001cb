"""Gather: what do we have? Files in, bytes kept; text with offsets, divided into accounts."""

from variorum.gather.source import gather

__all__ = ["gather"]
