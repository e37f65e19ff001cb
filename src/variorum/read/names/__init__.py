"""Names: who and what is called by a name, with titles and roles."""

from variorum.read.names.naming import find_names

__all__ = ["find_names"]
