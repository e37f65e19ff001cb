"""What does it say, and who says so? People, places, dates, quantities, voices, statements."""

from variorum.read.reading import Testimony, read

__all__ = ["Testimony", "read"]
