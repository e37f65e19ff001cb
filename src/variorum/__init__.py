"""Variorum: a variorum edition of testimony."""

__version__ = "0.1.0"
