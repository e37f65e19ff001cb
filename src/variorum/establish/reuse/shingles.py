"""Fingerprints: the overlapping pieces of a text by which it is recognised in another.

Two kinds of shingle, both hashed to 64 bits. *Letters*: the ``LETTERS`` letters that begin with a word,
across spaces and punctuation (as Smith, Cordell & Mullen 2015 do for scanned newspapers), so that a
misread letter spoils only the three or four shingles it stands in. *Pairs*: the beginnings of two long
words that stand close to each other, in either order, which survive another ending, another small word
between and a turned phrase. Scripts without spaces have shingles at every letter.
"""

import base64

import numpy as np
from numpy.typing import NDArray

from variorum.establish.reuse.letters import IDEOGRAMS, Words, words
from variorum.model.critique import Fingerprint
from variorum.model.reading import ReadingText

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.uint32]

LETTERS = 14
"""Letters of a shingle: two to four words. Tuned on planted passages: shorter ones find little more
under noise and meet by chance three times as often."""
IDEOGRAM_LETTERS = 7
"""The same for ideograms and kana, of which each says as much as two letters."""
STEM = 5
"""Letters of a word that count in a pair: what inflection mostly leaves alone."""
LONG_WORD = 4
"""Letters from which a word may stand in a pair."""
REPEATED_AFTER = 64
"""Letters after which a shingle counts again in the same text: sooner it is a refrain."""
MOST_REPEATED = 8
"""Times a shingle counts in one text."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))


def fingerprint(reading: ReadingText) -> Fingerprint:
    """The shingles of a reading text, by their place; empty for a text without words."""
    hashes, starts, ends = shingles(words(reading.text))
    return Fingerprint(
        reading.account.id,
        _packed(hashes.astype("<u8")),
        _packed(starts.astype("<u4")),
        _packed(ends.astype("<u4")),
    )


def unpacked(found: Fingerprint) -> tuple[Hashes, Offsets, Offsets]:
    """The hashes of a fingerprint with their start and end offsets."""
    return (
        np.frombuffer(base64.b64decode(found.hashes), "<u8"),
        np.frombuffer(base64.b64decode(found.starts), "<u4"),
        np.frombuffer(base64.b64decode(found.ends), "<u4"),
    )


def shingles(found: Words) -> tuple[Hashes, Offsets, Offsets]:
    """Hashes, start and end offsets of the shingles of a text, sorted by start."""
    count = len(found)
    if not count:
        none = np.zeros(0, np.uint32)
        return np.zeros(0, np.uint64), none, none
    rolled = _Rolling(found.letters)
    pieces = [_of_letters(found, rolled), _of_pairs(found, rolled)]
    hashes = np.concatenate([p[0] for p in pieces])
    first = np.concatenate([p[1] for p in pieces])
    last = np.concatenate([p[2] for p in pieces])
    kept = _not_repeated(hashes, found.at[first])
    kept = kept[np.argsort(first[kept], kind="stable")]
    hashes, first, last = hashes[kept], first[kept], last[kept]
    return hashes, found.starts[first].astype(np.uint32), found.ends[last].astype(np.uint32)


class _Rolling:
    """Hashes of any stretch of letters in constant time (Karp & Rabin 1987, modulo 2**64)."""

    def __init__(self, letters: str) -> None:
        codes = np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
        powers = np.full(len(codes) + 1, _BASE)
        inverses = np.full(len(codes) + 1, _INVERSE)
        powers[0] = inverses[0] = 1
        self._inverses = np.cumprod(inverses)
        self._sums = np.zeros(len(codes) + 1, np.uint64)
        np.cumsum(_mixed(codes) * np.cumprod(powers)[:-1], out=self._sums[1:])

    def of(self, start: NDArray[np.int32], end: NDArray[np.int32]) -> Hashes:
        """The hash of the letters from each start to each end."""
        return _mixed((self._sums[end] - self._sums[start]) * self._inverses[start])


def _of_letters(
    found: Words, rolled: _Rolling
) -> tuple[Hashes, NDArray[np.int64], NDArray[np.int64]]:
    first = np.arange(len(found))
    begins = found.at[:-1]
    length = np.full(len(found), LETTERS)
    if IDEOGRAMS.search(found.letters):
        dense = [IDEOGRAMS.match(found.letters[at]) is not None for at in begins]
        length[np.array(dense)] = IDEOGRAM_LETTERS
    fits = begins + length <= len(found.letters)
    first, begins, ends = first[fits], begins[fits], (begins + length)[fits]
    last = np.searchsorted(found.at, ends, side="left") - 1
    return rolled.of(begins, ends), first, last


def _of_pairs(
    found: Words, rolled: _Rolling
) -> tuple[Hashes, NDArray[np.int64], NDArray[np.int64]]:
    lengths = np.diff(found.at)
    long = np.flatnonzero(lengths >= LONG_WORD)
    begins = found.at[long]
    stems = rolled.of(begins, begins + np.minimum(lengths[long], STEM))
    hashes, first, last = [], [], []
    for step in (1, 2):
        one, other = stems[:-step], stems[step:]
        near = (long[step:] - long[:-step] <= 4 * step) & (one != other)
        hashes.append(_mixed(one[near] + other[near]))
        first.append(long[:-step][near])
        last.append(long[step:][near])
    return np.concatenate(hashes), np.concatenate(first), np.concatenate(last)


def _not_repeated(hashes: Hashes, at: NDArray[np.int64]) -> NDArray[np.int64]:
    """Which shingles count, by their place: not those that come again at once or too often."""
    order = np.lexsort((at, hashes))
    hashes, at = hashes[order], at[order]
    same = np.zeros(len(order), bool)
    same[1:] = hashes[1:] == hashes[:-1]
    again = np.zeros(len(order), bool)
    again[1:] = same[1:] & (at[1:] - at[:-1] < REPEATED_AFTER)
    order, hashes = order[~again], hashes[~again]
    begins = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    rank = np.arange(len(order)) - np.repeat(begins, np.diff(np.r_[begins, len(order)]))
    return np.sort(order[rank < MOST_REPEATED])


def _mixed(values: Hashes) -> Hashes:
    """Every bit of a number spread over all bits (the finisher of SplitMix64, Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _packed(values: NDArray[np.uint64] | NDArray[np.uint32]) -> str:
    return base64.b64encode(values.tobytes()).decode()
