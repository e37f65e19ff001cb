"""Collation: any number of copies of one text, set out in columns.

Copies are aligned two and two, then the aligned with the aligned, along a guide tree (Hogeweg and Hesper
1984, for sequences; Spadini 2017 on what the order does to a collation). What the columns are depends on
the texts alone, not on the order in which they are given or on their names.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from variorum.establish.collate.likeness import Likeness
from variorum.establish.collate.moves import Move, moves
from variorum.establish.collate.profile import LACUNA, WEIGHTS, aligned, merged, profile_of
from variorum.establish.collate.tree import guide_tree
from variorum.establish.collate.witness import Tokens, Witness, is_word, tokens

OMITTED = -1
"""In the table: the witness goes on, without a word in this column."""
LOST = -2
"""In the table: what the witness had cannot be known; the copy begins later, ends
before, or lacks a leaf."""

Table = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Collation:
    """Witnesses in columns, sorted by name.

    ``tokens[w]`` are the tokens of ``witnesses[w]``; ``table[rows[w], c]`` is which of them stands in
    column ``c``, or ``OMITTED`` or ``LOST``. Witnesses with the same words share a row. Reading a row
    from left to right gives every token once, in the order of the text. ``moves``: columns that hold
    the same words, in one place in some witnesses, in another place in others.
    """

    witnesses: tuple[Witness, ...]
    tokens: tuple[Tokens, ...]
    rows: tuple[int, ...]
    table: Table
    moves: tuple[Move, ...]

    def row(self, witness: int) -> Table:
        """The row of a witness, by its number."""
        own: Table = self.table[self.rows[witness]]
        return own

    def number(self, name: str) -> int:
        """The number of the witness of that name; KeyError if there is none."""
        number = bisect_left(self.witnesses, name, key=lambda witness: witness.name)
        if number < len(self.witnesses) and self.witnesses[number].name == name:
            return number
        raise KeyError(f"no witness is called {name!r}")

    def text(self, witness: int, column: int) -> str:
        """What stands in a cell, as written; empty where the witness has nothing."""
        index = int(self.row(witness)[column])
        if index < 0:
            return ""
        own = self.tokens[witness]
        return self.witnesses[witness].text[own.starts[index] : own.ends[index]]


def collate(witnesses: Sequence[Witness]) -> Collation:
    """Collate the copies of one text.

    Any number of witnesses in any order, language and script; empty ones and fragments too. A text
    that begins later or ends earlier than others, or from which more than ``LACUNA`` tokens in a row
    are missing, is lost there: that is no omission. The time is linear in the witnesses and, as long
    as the texts have anything in common, nearly so in their length. ValueError when two witnesses have
    one name.
    """
    if len({witness.name for witness in witnesses}) < len(witnesses):
        raise ValueError("two witnesses have one name")
    ordered = tuple(sorted(witnesses, key=lambda w: w.name))
    read: dict[str, Tokens] = {}
    own = tuple(read.setdefault(w.text, tokens(w.text)) for w in ordered)
    keys = {text: _content(found) for text, found in read.items()}
    kinds = sorted({(-len(read[w.text]), keys[w.text]) for w in ordered})
    number = {key: k for k, (_, key) in enumerate(kinds)}
    rows = tuple(number[keys[w.text]] for w in ordered)
    distinct = [own[rows.index(k)] for k in range(len(kinds))]
    ids: dict[str, int] = {}
    texts = [
        np.array([ids.setdefault(form, len(ids)) for form in found.forms], np.int64)
        for found in distinct
    ]
    forms = list(ids)
    places, width = _aligned(texts, Likeness(forms, WEIGHTS))
    table = np.full((len(texts), width), OMITTED, np.int32)
    for row, at in zip(table, places, strict=True):
        row[at] = np.arange(len(at))
    words = np.array([is_word(form) for form in forms], np.bool_)
    found_moves = moves(table, np.bincount(rows, minlength=len(texts)), texts, forms, words)
    _mark_lost(table, found_moves)
    return Collation(ordered, own, rows, table, found_moves)


def readings(collation: Collation) -> dict[str, list[str | None]]:
    """For each witness what it has in each column: the folded form, empty where it has nothing, None
    where it is lost. Only columns in which some witness has a word, not punctuation."""
    kept = [
        column
        for column in range(collation.table.shape[1])
        if any(is_word(form) for form in _column_forms(collation, column))
    ]
    found: dict[str, list[str | None]] = {}
    for number, witness in enumerate(collation.witnesses):
        forms, row = collation.tokens[number].forms, collation.row(number).tolist()
        found[witness.name] = [
            forms[row[c]] if row[c] >= 0 else "" if row[c] == OMITTED else None for c in kept
        ]
    return found


def _column_forms(collation: Collation, column: int) -> set[str]:
    return {
        own.forms[index]
        for own, row in zip(collation.tokens, collation.rows, strict=True)
        if (index := int(collation.table[row, column])) >= 0
    }


def _content(found: Tokens) -> str:
    return sha256("\0".join(found.forms).encode("utf-8", "surrogatepass")).hexdigest()


def _aligned(
    texts: Sequence[NDArray[np.int64]], likeness: Likeness
) -> tuple[list[NDArray[np.int64]], int]:
    """The column of each token of each text, and how many columns there are."""
    if not texts:
        return [], 0
    merges = guide_tree(texts)
    profiles = {k: profile_of(ids) for k, ids in enumerate(texts)}
    went: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    for step, (one, other) in enumerate(merges):
        a, b = profiles.pop(one), profiles.pop(other)
        made, a_at, b_at = merged(a, b, aligned(a, b, likeness))
        profiles[len(texts) + step] = made
        went.append((a_at, b_at))
    (last,) = profiles.values()
    places = {len(texts) + len(merges) - 1: np.arange(len(last))}
    for step in range(len(merges) - 1, -1, -1):
        whole = places.pop(len(texts) + step)
        for node, at in zip(merges[step], went[step], strict=True):
            places[node] = whole[at]
    return [places[k] for k in range(len(texts))], len(last)


def _mark_lost(table: Table, found: Sequence[Move]) -> None:
    moved = np.zeros(table.shape[1] + 1, np.bool_)
    for move in found:
        moved[list(move.here)] = True
        moved[list(move.there)] = True
    for row in table:
        here = np.flatnonzero(row >= 0)
        if not len(here):
            row[:] = LOST
            continue
        row[: here[0]] = LOST
        row[here[-1] + 1 :] = LOST
        for k in np.flatnonzero(np.diff(here) > LACUNA).tolist():
            gap = slice(int(here[k]) + 1, int(here[k + 1]))
            others = (table[:, gap] >= 0).sum(axis=0)
            full = others.max() if len(others) else 0
            if int((others * 2 >= full).sum() - moved[gap].sum()) > LACUNA:
                row[gap] = LOST
