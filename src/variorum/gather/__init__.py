"""Gather: what do we have? Files in, text with offsets out, divided into accounts."""
