"""Train the model of names across scripts: ``python benchmarks/train_names.py [script…]``.

Learns from the training parts of netranslit (Merhav and Ash 2018, CC0) and writes the weights that
the package carries, with their checksum: the log probabilities of what each letter stands for, by
expectation maximisation; then, over the edges of the best alignments of true pairs and of pairs whose
Latin side is that of a similar name, the weights of a logistic regression. Takes about
five minutes on one core.
"""

import hashlib
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from variorum.identify.scripts.alignment import (
    INSERTED,
    LONGEST,
    NOTHING,
    UNKNOWN,
    Batch,
    batch,
    best_paths,
)
from variorum.identify.scripts.alphabets import LEARNED, latin_letters, units
from variorum.identify.scripts.model import (
    CHECKSUM,
    DENSE,
    FLOOR,
    HASHED,
    NEVER,
    WEIGHTS,
    Model,
    edge_features,
    packed,
)

FILES = {
    "arabic": "arabic",
    "hebrew": "hebrew",
    "kana": "katakana",
    "hangul": "korean",
    "cyrillic": "russian",
    "han": "chinese",
}
"""netranslit's name of each script's file."""

BENCH = Path(os.environ.get("VARIORUM_BENCH", Path(__file__).parents[2] / "shared" / "bench"))
SEED = 1
LEAST_SUBSTRING = 8
"""Times a Latin substring of several letters must occur to be an edge."""
LEAST_LETTER = 2
LEAST_EDGE = 0.5
"""Expected count below which an edge is forgotten."""
ROUNDS = 6
"""Rounds of expectation maximisation."""
NEGATIVES = 3
"""False pairs for each true one, drawn from the NEAREST most similar Latin names of SAMPLE others."""
NEAREST, SAMPLE = 12, 8000
EPOCHS, RATE, PENALTY = 6, 0.15, 2e-6
"""Passes over the pairs, step of AdaGrad (Duchi et al. 2011) and weight of the squared norm."""
CHUNK = 2048

Pairs = list[tuple[str, str]]


def pairs_of(script: str, part: int) -> Pairs:
    """Distinct pairs (Latin letters, units) of a script's part: 64 is training, 16 development."""
    found: dict[tuple[str, str], None] = {}
    for line in (
        (BENCH / "netranslit" / f"wd_{FILES[script]}_{part}").read_text("utf-8").splitlines()
    ):
        latin, other, _ = line.split("\t")
        pair = latin_letters(latin), units(other.replace(" ", ""))
        if pair[0] and pair[1]:
            found[pair] = None
    return list(found)


def similar(names: list[str], others: list[str], nearest: int) -> list[list[str]]:
    """For each name the ``nearest`` others by Indel similarity, itself left out, the nearest first."""
    result: list[list[str]] = []
    for start in range(0, len(names), CHUNK):
        scores = process.cdist(
            names[start : start + CHUNK],
            others,
            scorer=Indel.normalized_similarity,
            dtype=np.float32,
            score_cutoff=0.3,
        )
        best = np.argpartition(-scores, nearest + 1, axis=1)[:, : nearest + 1]
        for row, columns in enumerate(best):
            order = sorted(columns, key=lambda c, r=row: (-scores[r, c], others[c]))
            name = names[start + row]
            result.append([others[c] for c in order if others[c] != name][:nearest])
    return result


def with_negatives(pairs: Pairs, known: Pairs, nearest: int, each: int, sample: int) -> Pairs:
    """False pairs: for each true pair ``each`` others, the Latin side replaced by a similar name that
    nowhere in ``known`` stands with the same units."""
    drawn = random.Random(SEED)
    truth = set(known)
    others = sorted({latin for latin, _ in pairs})
    if len(others) > sample:
        others = sorted(drawn.sample(others, sample))
    false: Pairs = []
    for (_, other), near in zip(
        pairs, similar([a for a, _ in pairs], others, nearest), strict=True
    ):
        fitting = [name for name in near if (name, other) not in truth]
        false += [(name, other) for name in drawn.sample(fitting, min(each, len(fitting)))]
    return false


def vocabulary(pairs: Pairs) -> tuple[dict[str, int], dict[str, int]]:
    """Indices of the letters and of the Latin substrings that occur often enough."""
    letters = Counter(letter for _, other in pairs for letter in other)
    substrings = Counter(
        latin[j : j + n]
        for latin, _ in pairs
        for n in range(1, LONGEST + 1)
        for j in range(len(latin) - n + 1)
    )
    kept = sorted(letter for letter, count in letters.items() if count >= LEAST_LETTER)
    often = sorted(s for s, count in substrings.items() if len(s) == 1 or count >= LEAST_SUBSTRING)
    return {letter: 3 + i for i, letter in enumerate(kept)}, {s: 2 + i for i, s in enumerate(often)}


def learned(pairs: Pairs, letters: dict[str, int], substrings: dict[str, int]) -> np.ndarray:
    """Log probabilities [letter, substring] by expectation maximisation."""
    lengths = np.array([0, 0] + [len(s) for s in substrings])
    table = np.tile(-2.0 * lengths.astype(np.float32) - 1.0, (len(letters) + 3, 1))
    table[:, 0] = NEVER
    table[INSERTED] = np.where(lengths == 1, -5.0, NEVER)
    rows = [batch(p, letters, substrings) for p in chunks(by_length(pairs))]
    for number in range(ROUNDS):
        counts, total = np.zeros(table.size), 0.0
        for row in rows:
            total += expected(row, table, counts)
        table = renewed(counts.reshape(table.shape), lengths, len(pairs))
        print(f"  round {number + 1}: {total / len(pairs):.3f}", flush=True)
    return table


def renewed(counts: np.ndarray, lengths: np.ndarray, pairs: int) -> np.ndarray:
    """The table that explains expected counts best; what is too seldom becomes as good as unseen."""
    counts = np.where(counts < LEAST_EDGE, 0.0, counts)
    ones, total = lengths == 1, counts.sum()
    table = np.log(np.maximum(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1.0), 1e-30))
    table[INSERTED] = NEVER
    table[INSERTED, ones] = np.log((counts[INSERTED, ones] + 0.5) / (total + pairs))
    table[UNKNOWN] = -1.5 - 2.0 * lengths
    table = np.maximum(table, FLOOR)
    table[:, 0] = NEVER
    return table.astype(np.float32)


def expected(rows: Batch, table: np.ndarray, counts: np.ndarray) -> float:
    """Add the expected counts of a batch's edges to ``counts`` (flat); the sum of log likelihoods."""
    count, high = rows.source.shape
    wide = rows.target.shape[1]
    minus = np.float32(-1e9)
    ins = table[INSERTED][rows.target[:, :, 0]].T
    padded = np.arange(wide)[:, None] >= rows.target_lengths[None, :]
    ins = np.where(padded, minus, ins)
    emit = table[rows.source[:, :, None, None], rows.target[:, None]]  # pair i j n
    emit = np.where(rows.target[:, None] == 0, np.float32(-25), emit)
    none = table[rows.source, NOTHING]
    alpha = np.full((high + 1, wide + 1, count), minus, np.float32)
    alpha[0, 0] = 0
    for i in range(high + 1):
        if i:
            alpha[i] = alpha[i - 1] + none[:, i - 1]
            for n in range(1, min(LONGEST, wide) + 1):
                step = alpha[i - 1, : wide + 1 - n] + emit[:, i - 1, : wide + 1 - n, n - 1].T
                alpha[i, n:] = np.logaddexp(alpha[i, n:], step)
        for j in range(1, wide + 1):
            alpha[i, j] = np.logaddexp(alpha[i, j], alpha[i, j - 1] + ins[j - 1])
    every = np.arange(count)
    beta = np.full((high + 1, wide + 1, count), minus, np.float32)
    beta[rows.source_lengths, rows.target_lengths, every] = 0
    for i in range(high, -1, -1):
        if i < high:
            inside = i < rows.source_lengths
            later = beta[i + 1] + none[:, i]
            for n in range(1, min(LONGEST, wide) + 1):
                step = beta[i + 1, n:] + emit[:, i, : wide + 1 - n, n - 1].T
                later[: wide + 1 - n] = np.logaddexp(later[: wide + 1 - n], step)
            beta[i] = np.where(inside, later, beta[i])
        for j in range(wide - 1, -1, -1):
            beta[i, j] = np.logaddexp(beta[i, j], beta[i, j + 1] + ins[j])
    whole = alpha[rows.source_lengths, rows.target_lengths, every]
    width = table.shape[1]
    with np.errstate(over="ignore"):
        for i in range(high):
            inside = i < rows.source_lengths
            for n in range(LONGEST + 1):
                if n > wide:
                    continue
                step = none[:, i] if n == 0 else emit[:, i, : wide + 1 - n, n - 1].T
                gamma = np.exp(alpha[i, : wide + 1 - n] + step + beta[i + 1, n:] - whole)
                gamma *= inside
                sub = (
                    np.full(gamma.T.shape, NOTHING)
                    if n == 0
                    else rows.target[:, : wide + 1 - n, n - 1]
                )
                if n:
                    # the column beyond the last letter has no substring
                    gamma = gamma[: sub.shape[1]]
                keys = rows.source[:, i][:, None] * width + sub[:, : gamma.shape[0]]
                keep = gamma.T > 1e-4
                counts += np.bincount(keys[keep], gamma.T[keep], counts.size)
        for i in range(high + 1):
            gamma = np.exp(alpha[i, :-1] + ins + beta[i, 1:] - whole).T
            keep = gamma > 1e-4
            keys = INSERTED * width + rows.target[:, :, 0]
            counts += np.bincount(keys[keep], gamma[keep], counts.size)
    return float(whole[whole > -500].sum())


def by_length(pairs: Pairs) -> Pairs:
    return sorted(pairs, key=lambda pair: (len(pair[1]), len(pair[0]), pair))


def chunks(pairs: Pairs) -> list[Pairs]:
    return [pairs[start : start + CHUNK] for start in range(0, len(pairs), CHUNK)]


def pruned(
    table: np.ndarray, letters: dict[str, int], substrings: dict[str, int]
) -> tuple[np.ndarray, dict[str, int]]:
    """The table without the substrings that no letter is likely to give."""
    useful = [s for s, i in substrings.items() if len(s) == 1 or table[3:, i].max() > -6.0]
    columns = [0, 1] + [substrings[s] for s in useful]
    return np.ascontiguousarray(table[:, columns]), {s: 2 + i for i, s in enumerate(useful)}


def regression(model: Model, pairs: Pairs, truth: np.ndarray, epochs: int = EPOCHS) -> Model:
    """The model with the weights of edges that tell true pairs from false ones."""
    order = sorted(range(len(pairs)), key=lambda i: (len(pairs[i][1]), len(pairs[i][0]), i))
    keys, dense, labels = [], [], []
    for start in range(0, len(order), CHUNK):
        part = order[start : start + CHUNK]
        rows = batch([pairs[i] for i in part], model.letters, model.substrings)
        features, numbers = edge_features(best_paths(rows, model.table), rows)
        keys.append(features), dense.append(numbers), labels.append(truth[part])
    numbers = np.concatenate(dense)
    mean, scale = numbers.mean(axis=0), numbers.std(axis=0) + 1e-6
    weights, squares = np.zeros(HASHED + 1), np.full(HASHED + 1, 1e-2)
    linear, linear_squares = np.zeros(DENSE + 1), np.full(DENSE + 1, 1e-2)
    drawn = np.random.default_rng(SEED)
    small = 256
    for epoch in range(epochs):
        loss = 0.0
        pieces = [
            (b, index)
            for b in range(len(keys))
            for index in np.array_split(
                drawn.permutation(len(keys[b])), max(1, len(keys[b]) // small)
            )
        ]
        drawn.shuffle(pieces)
        rate = RATE * (1 - epoch / epochs * 0.7)
        for b, index in pieces:
            feats, y = keys[b][index], labels[b][index]
            nums = np.column_stack([(dense[b][index] - mean) / scale, np.ones(len(index))])
            z = weights[feats].sum(axis=1) + nums @ linear
            p = 1 / (1 + np.exp(-z))
            loss -= float(np.log(np.where(y, p, 1 - p) + 1e-9).sum())
            error = (p - y) / len(index)
            grad = nums.T @ error
            linear_squares += grad * grad
            linear -= rate * grad / np.sqrt(linear_squares)
            flat, wide_error = feats.ravel(), np.repeat(error, feats.shape[1])
            used, inverse = np.unique(flat, return_inverse=True)
            grad = np.bincount(inverse, wide_error) + PENALTY * weights[used]
            squares[used] += grad * grad
            weights[used] -= rate * grad / np.sqrt(squares[used])
            weights[HASHED] = 0.0
        print(f"  pass {epoch + 1}: loss {loss / len(pairs):.4f}", flush=True)
    linear[:-1] /= scale
    linear[-1] -= float(mean @ linear[:-1])
    return Model(
        model.letters,
        model.substrings,
        model.table,
        weights.astype(np.float32),
        linear.astype(np.float32),
    )


def trained(script: str) -> Model:
    pairs = pairs_of(script, 64)
    print(script, len(pairs), flush=True)
    letters, substrings = vocabulary(pairs)
    table, substrings = pruned(learned(pairs, letters, substrings), letters, substrings)
    model = Model(
        letters,
        substrings,
        table,
        np.zeros(HASHED + 1, np.float32),
        np.zeros(DENSE + 1, np.float32),
    )
    false = with_negatives(pairs, pairs, NEAREST, NEGATIVES, SAMPLE)
    truth = np.array([1.0] * len(pairs) + [0.0] * len(false))
    return regression(model, pairs + false, truth)


def main() -> None:
    scripts = sys.argv[1:] or list(LEARNED)
    models = {}
    for script in scripts:
        began = time.time()
        models[script] = trained(script)
        print(f"  {time.time() - began:.0f} s", flush=True)
    content = packed(models)
    WEIGHTS.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    CHECKSUM.write_text(f"{digest}\n", "ascii")
    print(f"{len(content):,} bytes, {digest}")


if __name__ == "__main__":
    main()
