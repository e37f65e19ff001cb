"""Dates: phrases of time to EDTF, each with what it was resolved against."""

from variorum.read.dates.finding import find_dates

__all__ = ["find_dates"]
