"""What does it say, and who says so? People, places, dates, quantities, voices, statements."""

from variorum.read.reading import read
from variorum.read.testimony import Testimony
from variorum.read.workers import ReadingError, read_all

__all__ = ["ReadingError", "Testimony", "read", "read_all"]
