"""The four sets of claims with truth, as claims."""

import csv
import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from variorum.confront.weigh.claims import Claim, Kinship


@dataclass(frozen=True, slots=True)
class Set:
    """``right``: by question, the values that are true."""

    name: str
    asked: float
    claims: tuple[Claim, ...]
    kinship: Kinship
    right: dict[str, frozenset[str]]


def sets(bench: Path) -> Iterable[Set]:
    for name, read in (
        ("books", books),
        ("flights_38src", flights),
        ("population", population),
        ("birthplaces", birthplaces),
    ):
        if (bench / name).is_dir():
            yield read(bench / name)


def flights(folder: Path) -> Set:
    claims, right = [], {}
    with (folder / "dirty.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            claims += [
                Claim(f"{row['flight']} {kind}", _clock(row[kind]), row["src"], kind)
                for kind in list(row)[2:]
            ]
    with (folder / "clean.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for kind in list(row)[2:]:
                right[f"{row['flight']} {kind}"] = frozenset({_clock(row[kind])})
    claims = [c for c in claims if c.value]
    told = {c.question for c in claims}
    return Set(
        "flights_38src",
        0.90,
        tuple(claims),
        Kinship(),
        {q: v for q, v in right.items() if q in told},
    )


_CLOCK = re.compile(r"(?<![\d/])(\d{1,2}):(\d\d)\s*([ap])", re.IGNORECASE)


def _clock(words: str) -> str:
    """The time of day in plain form, the first the field names; no claim where it names none."""
    found = _CLOCK.search(words)
    return f"{int(found[1])}:{found[2]} {found[3].lower()}" if found else ""


def population(folder: Path) -> Set:
    def rows(name: str) -> Iterable[list[str]]:
        with (folder / name).open(encoding="utf-8", errors="replace") as file:
            yield from list(csv.reader(file))[1:]

    claims = [
        Claim(f"{r[0]} {r[1]}", n, r[3], r[1])
        for r in rows("population_claims.csv")
        if len(r) > 3 and (n := _digits(r[2]))
    ]
    right: dict[str, set[str]] = {}
    for r in rows("population_truth.csv"):
        if len(r) > 2 and (n := _digits(r[2])):
            right.setdefault(f"{r[0]} {r[1]}", set()).add(n)
    told = {c.question for c in claims}
    return Set(
        "population", 0.84, tuple(claims), Kinship(),
        {q: frozenset(v) for q, v in right.items() if q in told},
    )  # fmt: skip


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words).lstrip("0")


def birthplaces(folder: Path) -> Set:
    with (folder / "claims.csv").open(encoding="utf-8") as file:
        claims = tuple(
            Claim(r["obj"], r["value"], r["src"], "birthplace") for r in csv.DictReader(file)
        )
    with (folder / "groundtruths.csv").open(encoding="utf-8") as file:
        paths = {r["obj"]: r["value"].split(",") for r in csv.DictReader(file)}
    with (folder / "hierarchy.csv").open(encoding="utf-8") as file:
        places = {r["ID"]: (r["name"], r["parentID"]) for r in csv.DictReader(file)}
    above: dict[str, set[str]] = {}
    for name, parent in places.values():
        while parent in places and parent != "0":
            above.setdefault(name, set()).add(places[parent][0])
            parent = places[parent][1]
    return Set(
        "birthplaces", 0.755, claims,
        Kinship(_parts(claims, lambda said, true: said in above.get(true, ()))),
        {q: frozenset(path[:1]) for q, path in paths.items()},
    )  # fmt: skip


def _parts(
    claims: Iterable[Claim], within: Callable[[str, str], bool]
) -> frozenset[tuple[str, str, str]]:
    values: dict[str, set[str]] = {}
    for claim in claims:
        values.setdefault(claim.question, set()).add(claim.value)
    return frozenset(
        (q, said, true)
        for q, told in values.items()
        for said in told
        for true in told
        if said != true and within(said, true)
    )


def books(folder: Path) -> Set:
    claims = []
    with (folder / "book.txt").open(encoding="utf-8", errors="replace") as file:
        for line in file:
            teller, isbn, _, authors = line.rstrip("\n").split("\t")
            claims.append((isbn, authors, teller))
    right = {}
    with (folder / "book_golden.txt").open(encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.strip():
                isbn, authors = line.rstrip("\n").split("\t")
                right[isbn] = frozenset({";".join(sorted(_surnames(authors)))})
    by_book: dict[str, list[tuple[str, str]]] = {}
    for isbn, authors, teller in claims:
        by_book.setdefault(isbn, []).append((teller, authors))
    found = [
        Claim(isbn, value, teller, "authors")
        for isbn, listings in by_book.items()
        for teller, value in _authors(listings)
    ]
    lists = {c.value: frozenset(c.value.split(";")) for c in found}
    return Set(
        "books", 0.86, tuple(found),
        Kinship(_parts(found, lambda said, true: lists[said] < lists[true])),
        right,
    )  # fmt: skip


_SPLIT = re.compile(
    r"[;/|&]|\band\b|\bwith\b"
    r"|\((?:author|editor|edt|ed|editors|illustrator|translator|joint author)[^)]*\)",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    (
        "not",
        "available",
        "author",
        "authors",
        "unknown",
        "various",
        "none",
        "na",
        "anonymous",
        "by",
        "et",
        "al",
    )
)
_SUFFIXES = frozenset(
    (
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "phd",
        "md",
        "ed",
        "eds",
        "edt",
        "editor",
        "editors",
        "author",
        "dr",
        "prof",
    )
)


def _words(text: str) -> list[str]:
    """Folded words without accents, dots and hyphens; suffixes and titles are left out."""
    plain = unicodedata.normalize("NFKD", html.unescape(text))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    found = re.findall(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*", plain)
    words = (re.sub(r"['’`-]", "", word) for word in found)
    return [word for word in words if word not in _SUFFIXES]


def _surnames(text: str) -> list[str]:
    """The surnames of a list in any of the usual forms: "Last, First; …", "First Last, First Last",
    "Last, First, Last, First"."""
    found = []
    for part in _SPLIT.split(html.unescape(text)):
        pieces = [words for piece in part.split(",") if (words := _words(piece))]
        if not pieces:
            continue
        if len(pieces) == 1:
            found.append(pieces[0][-1])
        elif len(pieces[0]) > 1 and all(len(piece) > 1 for piece in pieces):
            found += [piece[-1] for piece in pieces]
        else:
            found += [piece[-1] for piece in pieces[::2]]
    return [name for name in found if len(name) > 1 and name not in _NOBODY]


def _authors(listings: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """For each (teller, list) of one book its value: the surnames. A word that most lists put in a
    surname's place is one wherever it stands, also run together with the name before it."""
    placed: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for _, text in listings:
        placed.update(set(_surnames(text)))
        seen.update(set(_words(text)))
    known = {w for w, n in placed.items() if n >= 2 and n >= 0.5 * seen[w] and len(w) > 2}
    found = []
    for teller, text in listings:
        words = _words(text)
        names = known.intersection(words)
        unknown = [w for w in words if w not in known]
        names |= {k for w in unknown for k in known if len(k) > 3 and w.endswith(k)}
        if not names:
            names = {w for w in _surnames(text) if placed[w] >= 0.5 * seen[w]}
        if names:
            found.append((teller, ";".join(sorted(names))))
    return found
