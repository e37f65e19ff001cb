"""Edition: static pages from the tables, to read on a screen, on paper and without a network."""

from variorum.edition.pages import publish
from variorum.edition.shelf import Published

__all__ = ["Published", "publish"]
