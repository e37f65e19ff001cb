"""Units: the sentences of all accounts in one row, with what can be compared between any two of them."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from variorum.establish.furniture import prose
from variorum.establish.meaning import vectors
from variorum.establish.particulars import particulars
from variorum.model.critique import Meaning
from variorum.model.reading import ReadingText

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

STEM = 6
"""Letters of a word that are compared: inflection is mostly at its end. Tuned on Matthew and Mark."""

LETTER_WIDTH = 512
"""Width of the vectors made of a sentence's letters where no encoder knows its language."""

SAMPLE = 512
"""Sentences of a language that tell how alike any two sentences are by chance."""

CHANCE, SPREAD, TRUST = 0.12, 0.11, 256
"""The mean and deviation of the likeness of any two sentences of the gospels, and to how many sentences
of a sample they count: in a small dossier the sample itself is made of tellings of one thing."""

BRIEF = 15
"""Letters of an alphabet of the shortest sentence that tells something."""

DENSE = 3
"""Characters of an alphabet for which one of a script of syllables or words stands."""

_WORD = re.compile(r"[^\W\d_]+")
_QUESTION = re.compile(r"[?？؟⁇]+[\"”»“’')\]」』\s]*$")
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True)
class Units:
    """All sentences, account by account. Row ``n`` of every array is the same sentence.

    ``account`` counts accounts in the order given, ``language`` languages by name; ``terms`` are stems,
    ``marks`` names and numbers in a form comparable across languages; ``wording`` is the same number
    for sentences of the same words; ``telling`` whether a sentence tells anything: no question, no title
    or byline, and more than a word or two; ``sizes`` their lengths in characters of an alphabet.
    """

    accounts: tuple[str, ...]
    languages: tuple[str, ...]
    account: Ints
    language: Ints
    starts: Ints
    ends: Ints
    vectors: Floats
    terms: tuple[frozenset[str], ...]
    marks: tuple[frozenset[str], ...]
    wording: Ints
    telling: NDArray[np.bool_]
    sizes: Floats

    def __len__(self) -> int:
        return len(self.account)

    @cached_property
    def term_weights(self) -> Mapping[str, float]:
        """The rarity of each stem: the logarithm of how many sentences there are for one with it."""
        return _rarity(self.terms)

    @cached_property
    def mark_weights(self) -> Mapping[str, float]:
        """The rarity of each name and number."""
        return _rarity(self.marks)

    @cached_property
    def lengths(self) -> Floats:
        """The length of each sentence's vector of weighted stems."""
        weigh = self.term_weights
        return np.array(
            [math.sqrt(sum(weigh[t] ** 2 for t in terms)) or 1.0 for terms in self.terms],
            np.float32,
        )

    @cached_property
    def usual(self) -> Floats:
        """The mean of the vectors of each language (shape: languages, width)."""
        return np.stack(
            [self.vectors[self.language == n].mean(axis=0) for n in range(len(self.languages))]
        )

    @cached_property
    def chance(self) -> tuple[Floats, Floats]:
        """For each sentence and language, the mean and the deviation of its likeness to any sentence of
        that language: what likeness is worth (shape: sentences, languages)."""
        means = np.zeros((len(self), len(self.languages)), np.float32)
        deviations = np.ones_like(means)
        for number in range(len(self.languages)):
            of_it = np.flatnonzero(self.language == number)
            step = max(1, len(of_it) // SAMPLE)
            sample = self.vectors[of_it[::step][:SAMPLE]]
            likeness = self.vectors @ sample.T
            share = len(sample) / (len(sample) + TRUST)
            means[:, number] = share * likeness.mean(axis=1) + (1 - share) * CHANCE
            deviations[:, number] = share * likeness.std(axis=1) + (1 - share) * SPREAD
        return means, deviations


def units(readings: Sequence[ReadingText], meanings: Mapping[str, Meaning]) -> Units | None:
    """The sentences of ``readings`` that hold a word; None where there are none."""
    ordered = sorted(readings, key=lambda r: (r.account.source, r.account.start, r.account.id))
    spans: list[tuple[int, int, int, str]] = []
    rows: list[Floats] = []
    terms: list[frozenset[str]] = []
    marks: list[frozenset[str]] = []
    wordings: dict[str, int] = {}
    wording: list[int] = []
    sizes: list[int] = []
    telling: list[bool] = []
    width = max((meanings[r.account.id].width for r in ordered), default=0) or LETTER_WIDTH
    for number, reading in enumerate(ordered):
        found = meanings[reading.account.id]
        begun, ended = prose(reading.text)
        texts = [reading.text[s:e] for s, e in zip(found.starts, found.ends, strict=True)]
        known = (
            vectors(found)
            if found.width
            else np.stack([_letters(t, width) for t in texts] or [_NO])
        )
        language = found.language if found.width else f"{found.language} by its letters"
        for row, (text, start, end) in enumerate(zip(texts, found.starts, found.ends, strict=True)):
            words = _WORD.findall(text.lower())
            if not words:
                continue
            spans.append((number, start, end, language))
            rows.append(known[row])
            sizes.append(len(text) * (DENSE if _DENSE.search(text) else 1))
            letters = sum(map(len, words)) * (DENSE if _DENSE.search(text) else 1)
            within = begun <= start and end <= ended
            telling.append(within and letters >= BRIEF and not _QUESTION.search(text[-8:]))
            wording.append(wordings.setdefault(" ".join(words), len(wordings)))
            terms.append(frozenset(word[:STEM] for word in words))
            marks.append(
                frozenset(
                    f"{p.kind} {p.value}"
                    for p in particulars(text, found.language)
                    if p.kind in ("name", "number")
                )
            )
    if not spans:
        return None
    languages = tuple(sorted({language for *_, language in spans}))
    return Units(
        tuple(r.account.id for r in ordered),
        languages,
        np.array([n for n, *_ in spans], np.int64),
        np.array([languages.index(language) for *_, language in spans], np.int64),
        np.array([start for _, start, *_ in spans], np.int64),
        np.array([end for _, _, end, _ in spans], np.int64),
        np.stack(rows).astype(np.float32),
        tuple(terms),
        tuple(marks),
        np.array(wording, np.int64),
        np.array(telling, np.bool_),
        np.array(sizes, np.float32),
    )


_NO = np.zeros(0, np.float32)


def _letters(text: str, width: int) -> Floats:
    """A sentence as a vector of its letters taken three by three, hashed: the fallback for languages
    the encoder does not know (after Weinberger et al. 2009)."""
    row = np.zeros(width, np.float32)
    line = f" {' '.join(_WORD.findall(text.lower()))} "
    for at in range(len(line) - 2):
        code = crc32(line[at : at + 3].encode())
        row[code % width] += 1.0 if code & 0x10000 else -1.0
    length = float(np.linalg.norm(row))
    return row / np.float32(length) if length else row


def _rarity(sets: Sequence[frozenset[str]]) -> dict[str, float]:
    seen = Counter(term for terms in sets for term in terms)
    return {term: math.log(len(sets) / count) for term, count in seen.items()}
