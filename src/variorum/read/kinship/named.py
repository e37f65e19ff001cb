"""Names that only a kin term shows: "three children: Tor, Liv and Nils", "his cousin Per Rask".

Nothing else may tell that a short foreign name is a person's; it was left unread, or read as a place or
a ship. Beside a kin term with an owner it is somebody's.
"""

from collections.abc import Iterator
from dataclasses import replace

from variorum.read.kinship.vocabulary import GENDERS, PLURAL, SINGULAR
from variorum.read.names.first_names import is_given_name
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan
from variorum.read.words import listed

KIN_NAMED = "named by a kin term"
"""The cue of a name that only a kin term shows to be a person's."""

_TERMS = frozenset(SINGULAR) | frozenset(PLURAL)
_OWNED = listed("his her their my our your whose 's ’s ' ’")
_BEGINS = _OWNED | listed(
    "a an the two three four five six seven eight nine ten eleven twelve only"
)
_NO_NAME = listed(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december english french german russian polish italian spanish
    american british christmas easter god i mr mrs miss dr captain superior nature earth church"""
)
_SEPARATES = frozenset((",", ":", "—", "–"))
_ADJECTIVES = ("JJ", "CD", "HY", "RB")
_CLOSES = frozenset((",", ".", ")", ";", "and", "—", "–", "!", "?", ":"))
LONGEST = 3
"""Words of a name that nobody has read."""

MOST = 12
"""Names of one list that are looked at."""

_Piece = tuple[int, int]
"""The tokens ``[first, end)`` of one name."""


def named_by_kin(parses: list[Parse], names: list[NameSpan]) -> list[NameSpan]:
    """The names, in order, those persons among them that only an English kin term shows. Linear."""
    found: dict[int, dict[int, int]] = {}
    by_paragraph: dict[int, list[NameSpan]] = {}
    for number, parse in enumerate(parses):
        if parse.language == "en" and parse.deps and not _TERMS.isdisjoint(parse.words):
            by_paragraph[number] = []
    if not by_paragraph:
        return names
    for name in names:
        if name.paragraph in by_paragraph:
            by_paragraph[name.paragraph].append(name)
    for number, here in by_paragraph.items():
        at = {token: name for name in here for token in range(name.first, name.end)}
        pieces = dict(_in_paragraph(parses[number], at))
        if pieces:
            found[number] = pieces
    return _with(parses, names, found) if found else names


def _with(
    parses: list[Parse], names: list[NameSpan], found: dict[int, dict[int, int]]
) -> list[NameSpan]:
    persons, kept = [], []
    for number, pieces in sorted(found.items()):
        parse = parses[number]
        for first, end in sorted(pieces.items()):
            start, stop = parse.starts[first], parse.ends[end - 1]
            form = parse.text[start - parse.start : stop - parse.start]
            persons.append(
                NameSpan(number, first, end, start, stop, "person", form, (), (KIN_NAMED,))
            )
    forms = {person.form for person in persons}
    taken = {(p.paragraph, token) for p in persons for token in range(p.first, p.end)}
    for name in names:
        if (name.paragraph, name.first) in taken:
            continue
        if name.kind in ("ship", "group") and name.form in forms:
            name = replace(name, kind="person", cues=(*name.cues, KIN_NAMED))
        kept.append(name)
    return sorted([*kept, *persons], key=lambda name: (name.paragraph, name.first))


def _in_paragraph(parse: Parse, at: dict[int, NameSpan]) -> Iterator[_Piece]:
    words = parse.words
    for token, word in enumerate(words):
        if word not in _TERMS or parse.tags[token][:2] != "NN":
            continue
        begin = token
        while begin and (parse.tags[begin - 1][:2] in _ADJECTIVES or words[begin - 1] == "-"):
            if words[begin - 1].lower() in _BEGINS:
                break
            begin -= 1
        before = words[begin - 1].lower() if begin else ""
        if before in _BEGINS:
            yield from _listed(parse, at, token + 1, before in _OWNED, word in PLURAL)
        if word in PLURAL or GENDERS.get(SINGULAR[word]) is None:
            continue
        if token + 1 < len(words) and words[token + 1] == "of":
            yield from _of_somebody(parse, at, begin, token + 2)


def _listed(
    parse: Parse, at: dict[int, NameSpan], here: int, owned: bool, plural: bool
) -> Iterator[_Piece]:
    """The names after a term: right after it, or set off by a comma or colon."""
    words, count = parse.words, len(parse.words)
    parted = here < count and words[here] in _SEPARATES
    if parted and words[here] == "," and plural:
        first, end = _piece(parse, at, here + 1)
        joined = first < end < count - 1 and words[end] in (",", "and") and not owned
        if not joined:
            return  # "her sons, Aster said"
    here += parted
    for step in range(MOST if plural else 1):
        first, end = _piece(parse, at, here)
        if end == first:
            return
        name = at.get(first)
        closed = end >= count or words[end].lower() in _CLOSES
        if name is None or name.kind != "person" or name.end < end:
            known = is_given_name(words[first])
            unread = name is None and (owned or plural) and (plural or not parted)
            if (known or unread or (name is not None and plural)) and (
                closed or not (parted or step)
            ):
                yield first, end
        here = end
        if here < count and words[here] == ",":
            here += 1
        if here < count and words[here] in ("and", "&"):
            here += 1
        if here == end:
            return


def _piece(parse: Parse, at: dict[int, NameSpan], here: int) -> _Piece:
    """The capitalised words that begin here, a person's name already read as it is."""
    words, first = parse.words, here
    name = at.get(here)
    if name is not None and name.kind == "person" and name.first == here:
        return here, name.end
    while here < len(words) and here - first < LONGEST:
        word = words[here]
        plain = word[:1].isupper() and word.isalpha() and not (len(word) > 1 and word.isupper())
        if not plain or word.lower() in _NO_NAME or parse.tags[here][:2] == "JJ":
            break
        here += 1
    return first, here


def _of_somebody(parse: Parse, at: dict[int, NameSpan], begin: int, here: int) -> Iterator[_Piece]:
    """ "Jan, the eldest son of Pieter Kuyp", "the widow of Otto Dorn, Berta, sold it"."""
    words = parse.words
    owner = at.get(here)
    if owner is None or owner.kind != "person":
        return
    first = begin
    if words[first - 1].lower() in ("the", "a", "an"):
        first -= 1
    beside = first - 2
    if first >= 2 and words[first - 1] == ",":
        yield from _given(at, beside)
    after = owner.end
    if after + 1 < len(words) and words[after] == ",":
        name = at.get(after + 1)
        stop = name.end if name else len(words)
        closed = stop + 1 < len(words) and words[stop] == ","
        if name and name.kind != "person" and closed and parse.tags[stop + 1][:2] == "VB":
            yield name.first, stop


def _given(at: dict[int, NameSpan], token: int) -> Iterator[_Piece]:
    """The name on a token, where it is one word that is given to people and read as something else."""
    name = at.get(token)
    if name and name.kind != "person" and name.end - name.first == 1 and is_given_name(name.form):
        yield name.first, name.end
