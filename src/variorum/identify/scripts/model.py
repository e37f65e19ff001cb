"""The learned model: its weights, read once and only when a pair needs them, and its judgement."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from variorum.identify.scripts.alignment import (
    BOUNDARY,
    NOTHING,
    UNSEEN,
    Batch,
    Floats,
    Paths,
    batch,
    best_paths,
)

WEIGHTS = Path(__file__).with_name("weights.npz")
CHECKSUM = Path(__file__).with_name("weights.sha256")
HASHED = 1 << 18
"""Weights of edges in context, by their hash; one more stands for no edge and is nought."""
DENSE = 4
"""Numbers of a whole pair: log probability, the same for each letter, and both lengths."""
FLOOR, NEVER = -14.0, -40.0
"""Log probability of an edge not seen in training, and of a substring not in the vocabulary."""
_PARTS = ("names", "gaps", "values", "weights", "linear")
LARGE = 4096
"""Pairs that are aligned at once."""


@dataclass(frozen=True, slots=True)
class Model:
    """Of one script: indices of its letters and of Latin substrings, the log probability
    [letter, substring], weights of hashed edges and of the ``DENSE`` numbers with their constant."""

    letters: Mapping[str, int]
    substrings: Mapping[str, int]
    table: Floats
    weights: Floats
    linear: Floats


class WeightsError(Exception):
    """The file of weights is not the one the package was made with."""


def log_odds(script: str, pairs: Sequence[tuple[str, str]]) -> Floats:
    """For each pair (Latin letters, units of ``script``) the log odds that they are one name.

    Raises ``WeightsError`` when the weights in the package are not whole, and ``KeyError`` for a
    script without a model.
    """
    return judged(_models()[script], pairs)


def judged(model: Model, pairs: Sequence[tuple[str, str]]) -> Floats:
    """The log odds under ``model``; pairs of like length are aligned together."""
    order = sorted(range(len(pairs)), key=lambda i: (len(pairs[i][1]), len(pairs[i][0])))
    odds = np.zeros(len(pairs), np.float32)
    for start in range(0, len(order), LARGE):
        part = order[start : start + LARGE]
        rows = batch([pairs[i] for i in part], model.letters, model.substrings)
        features, numbers = edge_features(best_paths(rows, model.table), rows)
        odds[part] = (
            model.weights[features].sum(axis=1) + numbers @ model.linear[:-1] + model.linear[-1]
        )
    return odds


def edge_features(paths: Paths, rows: Batch) -> tuple[NDArray[np.int32], Floats]:
    """Hashes of each alignment's edges in their contexts [pair, feature], and the pair's numbers."""
    ends = ((0, 0), (1, 1))
    source = np.pad(paths.source, ends, constant_values=BOUNDARY).astype(np.uint32)
    target = np.pad(paths.target, ends, constant_values=NOTHING).astype(np.uint32)
    s, u = source[:, 1:-1], target[:, 1:-1]
    later_s, later_u, before_s, before_u = (
        source[:, :-2],
        target[:, :-2],
        source[:, 2:],
        target[:, 2:],
    )
    edge = _mixed(s, u)
    contexts = (
        edge,
        _mixed(_mixed(edge, before_s), 1),
        _mixed(_mixed(edge, later_s), 2),
        _mixed(_mixed(edge, before_u), 3),
        _mixed(_mixed(edge, later_u), 4),
        _mixed(_mixed(edge, _mixed(before_s, before_u)), 5),
        _mixed(_mixed(edge, _mixed(before_s, later_s)), 6),
    )
    nothing = s == BOUNDARY
    found = [np.where(nothing, HASHED, context % HASHED) for context in contexts]
    features = np.concatenate(found, axis=1).astype(np.int32)
    lengths = np.maximum(rows.source_lengths + rows.target_lengths, 1)
    scores = np.maximum(paths.scores, -300.0)
    numbers = np.column_stack(
        [scores, scores / lengths, rows.source_lengths, rows.target_lengths]
    ).astype(np.float32)
    return features, numbers


def _mixed(a: NDArray[np.uint32], b: NDArray[np.uint32] | int) -> NDArray[np.uint32]:
    """A multiplicative hash (Knuth 1973) of two numbers."""
    mixed = (a * np.uint32(2654435761)) ^ (np.asarray(b, np.uint32) * np.uint32(2246822519))
    return np.asarray(mixed ^ (mixed >> np.uint32(15)), np.uint32)


def packed(models: Mapping[str, Model]) -> bytes:
    """The models as bytes: arrays without pickled objects, weights in 127 steps of their largest.

    The same models give the same bytes: the archive bears no date.
    """
    arrays: dict[str, NDArray[Any]] = {}
    for script, model in models.items():
        cells = np.nonzero(model.table.ravel() > FLOOR)[0]
        largest = max(float(np.abs(model.weights).max()), 1e-6)
        names = json.dumps([list(model.letters), list(model.substrings)], ensure_ascii=False)
        parts: tuple[NDArray[Any], ...] = (
            np.frombuffer(names.encode(), np.uint8),
            np.diff(cells, prepend=0).astype(np.uint16),
            model.table.ravel()[cells].astype(np.float16),
            np.round(model.weights[:HASHED] * (127 / largest)).astype(np.int8),
            np.append(model.linear, np.float32(largest / 127)),
        )
        arrays |= {f"{script}_{part}": values for part, values in zip(_PARTS, parts, strict=True)}
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, values in sorted(arrays.items()):
            one = io.BytesIO()
            np.save(one, values, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), one.getvalue(), zipfile.ZIP_DEFLATED)
    return content.getvalue()


def unpacked(content: bytes) -> dict[str, Model]:
    """The models that ``packed`` made ``content`` from."""
    models: dict[str, Model] = {}
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        for script in sorted({name.rpartition("_")[0] for name in arrays.files}):
            names, gaps, values, steps, linear = (arrays[f"{script}_{part}"] for part in _PARTS)
            letters, substrings = json.loads(names.tobytes().decode())
            table = np.full((len(letters) + 3, len(substrings) + 2), FLOOR, np.float32)
            table[:, UNSEEN] = NEVER
            table.ravel()[np.cumsum(gaps, dtype=np.int64)] = values
            weights = np.append(steps.astype(np.float32) * linear[-1], np.float32(0))
            models[script] = Model(
                {letter: index for index, letter in enumerate(letters, 3)},
                {part: index for index, part in enumerate(substrings, 2)},
                table,
                weights,
                linear[:-1],
            )
    return models


@cache
def _models() -> dict[str, Model]:
    content = WEIGHTS.read_bytes()
    if hashlib.sha256(content).hexdigest() != CHECKSUM.read_text("ascii").strip():
        raise WeightsError(f"{WEIGHTS.name} is not whole; install variorum again")
    return unpacked(content)
