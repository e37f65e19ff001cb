"""Positions: degrees of latitude and longitude, as logs and reports of ships and surveys give them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from variorum.read.parse import Parse
from variorum.read.spans import QuantitySpan

ARC = "degree of arc"
"""The unit; what is counted is "latitude" or "longitude"."""

_POSITION = re.compile(
    r"(?P<degrees>\d{1,3})\s?[°º]\s{0,2}(?P<minutes>\d{1,2}(?:[.,]\d{1,3})?)\s?['’′](?:\s{0,2}"
    r"(?P<seconds>\d{1,2}(?:[.,]\d{1,2})?)\s?(?:[\"”″]|''|’’)(?:\s?(?P<part>\d)/(?P<of>\d{1,2}))?)?"
    r"\s{0,2}(?P<side>[NSEWСЮВЗ](?![^\W\d_])|(?:north|south|east|west|норд|зюйд)\w{0,2}"
    r"|(?:север|южн|вост|зап)\w{0,6})?",
    re.IGNORECASE,
)
_LONGITUDE = re.compile(
    r"\b(?:long|longd|longitude|долгот\w*)\W{0,4}(?:\w+\W+){0,3}$", re.IGNORECASE
)
_LATITUDE = re.compile(
    r"\b(?:lat|latd|lattd|lattitude|latitude|широт\w*)\W{0,4}(?:\w+\W+){0,3}$", re.IGNORECASE
)
_REACH = 40
"""Characters before an angle in which it is called a latitude or a longitude."""
_EAST_WEST, _NEGATIVE = frozenset("ewвз"), frozenset("swюз")


def find_positions(number: int, parse: Parse) -> Iterator[QuantitySpan]:
    """The latitudes and longitudes of a paragraph in degrees, south and west below zero, in order."""
    for match in _POSITION.finditer(parse.text):
        before = parse.text[max(0, match.start() - _REACH) : match.start()]
        side = (match["side"] or "")[:1].lower()
        said = "longitude" if _LONGITUDE.search(before) else ""
        said = said or ("latitude" if _LATITUDE.search(before) else "")
        if not side and not said:
            continue
        counted = said or ("longitude" if side in _EAST_WEST else "latitude")
        value = float(match["degrees"]) + _parts(match)
        value = -value if side in _NEGATIVE else value
        start, end = (
            parse.start + match.start(),
            parse.start + len(match[0].rstrip()) + match.start(),
        )
        first = max(0, bisect_right(parse.starts, start) - 1)
        yield QuantitySpan(
            number, start, end, first, bisect_left(parse.starts, end), round(value, 6),
            round(value, 6), ARC, counted, "exact",
        )  # fmt: skip


def _parts(match: re.Match[str]) -> float:
    """Minutes and seconds in degrees; tenths of a second may stand as a fraction."""
    seconds = float((match["seconds"] or "0").replace(",", "."))
    if match["part"] and float(match["of"]):
        seconds += float(match["part"]) / float(match["of"])
    return float(match["minutes"].replace(",", ".")) / 60 + seconds / 3600
