"""Statements: who did or was what, when, where, how many."""

from variorum.read.statements.hanging import dated
from variorum.read.statements.stating import find_statements

__all__ = ["dated", "find_statements"]
