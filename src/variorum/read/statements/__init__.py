"""Statements: who did or was what, when, where, how many."""

from variorum.read.statements.stating import find_statements

__all__ = ["find_statements"]
