"""What accounts tell otherwise: place, person, role, sequence, manner, and whether it was at all."""

from variorum.confront.told.told import told

__all__ = ["told"]
