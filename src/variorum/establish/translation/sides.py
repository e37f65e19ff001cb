"""One side of a pair: the sentences of an account with all that aligning compares."""

import base64
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from anyascii import anyascii

from variorum.establish.meaning import LONGEST, Encoder, Vectors, vectors
from variorum.model.critique import Meaning
from variorum.model.reading import ReadingText

LETTERS_WIDTH = 512
"""Numbers in a vector of letters: collisions of two n-grams stay below the noise of the
language."""

PREFIX = 5
"""Letters of a word that count as its stem: kin words and names agree in them across languages."""

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDED = re.compile(r"[.!?…。！？։।؟]+[\"»”’')\]」』）]*\s*$")
_LATIN_OR_CYRILLIC = re.compile("[A-Za-zÀ-ɏЀ-ӿ]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Side:
    """Sentences of one account. ``sense`` has a row for each: its meaning, centred on the account
    (shape ``(n, 0)`` where no encoder can be asked); ``letters`` the same for its letter n-grams,
    not yet weighed against the other side. ``knows`` says how well the encoder knows the language:
    "well", "little" (its letters, not its words), "not", or "learnt": by a lexicon of the pair.
    """

    account: str
    language: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sense: Vectors
    middle: Vectors
    knows: str
    sizes: Vectors
    numbers: tuple[frozenset[str], ...]
    stems: tuple[frozenset[str], ...]
    grams: tuple[Mapping[str, int], ...]
    open_ended: tuple[bool, ...]
    wordless: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def quote(self, first: int, end: int) -> str:
        """The text of sentences ``[first, end)``."""
        return self.text[self.starts[first] : self.ends[end - 1]]


def side(reading: ReadingText, meaning: Meaning, encoder: Encoder | None) -> Side:
    """What is compared of an account. A language the encoder does not know, but whose letters it
    does, is encoded all the same: names and words in common still carry some meaning over."""
    texts = [reading.text[s:e] for s, e in zip(meaning.starts, meaning.ends, strict=True)]
    raw, knows = vectors(meaning), "well"
    if not meaning.width:
        sample = "".join(texts[:20])[:2_000]
        known = len(_LATIN_OR_CYRILLIC.findall(sample)) * 2 > len(_LETTER.findall(sample))
        if encoder is not None and known and texts:
            raw, knows = encoder.encode([t[:LONGEST] for t in texts]), "little"
        else:
            knows = "not"
    middle = raw.mean(axis=0) if len(raw) else np.zeros(raw.shape[1], np.float32)
    return Side(
        meaning.account,
        meaning.language,
        reading.text,
        meaning.starts,
        meaning.ends,
        unit(raw - middle),
        middle,
        knows,
        np.array([max(1, e - s) for s, e in zip(meaning.starts, meaning.ends, strict=True)], float),
        tuple(frozenset(n.lstrip("0") for n in _NUMBER.findall(t)) for t in texts),
        tuple(stems(t) for t in texts),
        tuple(grams(t) for t in texts),
        tuple(not _ENDED.search(t[-12:]) for t in texts),
        tuple(sum(1 for _ in _LETTER.finditer(t[:200])) < 6 for t in texts),
    )


def part(found: Meaning, kept: Sequence[int]) -> Meaning:
    """The meaning of some of an account's sentences."""
    packed = base64.b64decode(found.vectors)
    rows = (packed[n * found.width : (n + 1) * found.width] for n in kept)
    return replace(
        found,
        starts=tuple(found.starts[n] for n in kept),
        ends=tuple(found.ends[n] for n in kept),
        vectors=base64.b64encode(b"".join(rows)).decode() if found.width else found.vectors,
    )


def unit(rows: Vectors) -> Vectors:
    """Rows scaled to length 1; rows of zeros stay so."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), np.float32)


def stems(text: str) -> frozenset[str]:
    """The first letters, in one alphabet, of long words and of capitalised ones."""
    words = _WORD.findall(text)
    kept = (
        anyascii(w).lower() for w in words if len(w) >= PREFIX or (w[0].isupper() and len(w) > 2)
    )
    return frozenset(w[:PREFIX] for w in kept if w)


def grams(text: str) -> dict[str, int]:
    """Letter n-grams of four, in one alphabet, and numbers, with how often they stand."""
    found: Counter[str] = Counter()
    for word in _WORD.findall(text):
        plain = f"^{anyascii(word).lower()}$"
        found.update(plain[i : i + 4] for i in range(max(1, len(plain) - 3)))
    found.update({f"#{n}": 3 for n in _NUMBER.findall(text)})
    return dict(found)


def rarity(bags: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Inverse document frequency (Spärck Jones 1972) of what stands in the bags."""
    seen: Counter[str] = Counter()
    total = 0
    for bag in bags:
        seen.update(bag.keys())
        total += 1
    return {gram: float(np.log((total + 1) / (count + 0.5))) for gram, count in seen.items()}


def hashed(bags: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> Vectors:
    """Bags as rows of ``LETTERS_WIDTH`` numbers by feature hashing (Weinberger et al. 2009)."""
    rows = np.zeros((len(bags), LETTERS_WIDTH), np.float32)
    for row, bag in zip(rows, bags, strict=True):
        for gram, count in bag.items():
            one = zlib.crc32(gram.encode())
            other = zlib.crc32(b"x" + gram.encode())
            weight = weights[gram] * count**0.5
            row[one % LETTERS_WIDTH] += weight if one >> 20 & 1 else -weight
            row[other % LETTERS_WIDTH] += weight if other >> 20 & 1 else -weight
    return rows
