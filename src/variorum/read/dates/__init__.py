"""Dates: phrases of time to EDTF, each with what it was resolved against."""

from variorum.read.dates.births import find_births
from variorum.read.dates.finding import find_dates
from variorum.read.dates.hours import with_hours

__all__ = ["find_births", "find_dates", "with_hours"]
