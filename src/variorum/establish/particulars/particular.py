"""The noun: one particular of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Particular:
    """One particular ``[start, end)`` of a text. ``kind``: number, date, name, polarity, hedge or
    kin;
    ``value``: comparable across languages, equal for equal particulars. Of a number it is its
    digits ("47", "0.5") or an hour ("5:30", hours 1 to 12); of a date EDTF with X for what is not said
    ("1933-10-14", "XXXX-10-14", "1933", "XX33") or a day of the week ("day-1", Monday); of a name
    its letters in one alphabet."""

    start: int
    end: int
    kind: str
    value: str
