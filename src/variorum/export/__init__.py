"""Export: the tables, to take along."""

from variorum.export.tables import ExportError, tables

__all__ = ["ExportError", "tables"]
