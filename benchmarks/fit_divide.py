"""Fit the weights of ``variorum.gather.divide.boundaries`` on the tuning half of the composites.

    .venv/bin/python benchmarks/fit_divide.py [--seeds N]

Logistic regression with a ridge (Newton's method) over every gap that the divider weighs, in plain
text and in web pages. Prints ``BIAS`` and ``WEIGHTS`` ready to be pasted. What composites cannot teach
(marks that only real pages have, notes, forms) is held at the value it has. Scoring seeds, texts and
shapes of bylines are never read.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from _composites import composite
from divide import as_page
from variorum.gather.divide import _languages
from variorum.gather.divide.blocks import blocks_of
from variorum.gather.divide.boundaries import WEIGHTS, Gap, find_boundaries
from variorum.gather.divide.roles import Reading, read_blocks
from variorum.model.transcript import Transcript

HELD = frozenset(
    {
        "article in the markup",
        "closing note before a head",
        "comment form",
        "first-level heading",
        "heading above a byline",
        "heading at the accounts' level",
        "names a document",
        "note",
        "numbered as a first part",
        "one of several documents",
        "other language",
        "left unfinished",
        "person and date",
        "caption",
        "byline",
        "outright byline",
        "outright byline with a date",
        "publisher and date",
        "title",
        "title and words",
        "whole head",
        "other language below a title",
        "second-level heading",
    }
)
"""Evidence that composites show too rarely, or in one shape only, to be fitted on them; and what stands
written at a boundary: texts pasted at random differ so much in their words that the fit would rely on
those alone, but accounts of the same events share their words."""
RIDGE = 1.0
"""Strength of the pull towards zero, in observations."""
LEAN = 0.4
"""Added to the fitted bias: a boundary missed costs more than one that a reader merges again."""
STEPS = 30
"""Newton's steps; it has long converged by then."""

Row = tuple[Gap, bool]


def labelled(transcript: Transcript, starts: Sequence[int]) -> Iterator[Row]:
    """Every gap of a transcript, with whether one of ``starts`` lies in it."""
    readings = read_blocks(blocks_of(transcript))
    _, gaps = find_boundaries(readings, _languages(transcript, readings))
    for gap in gaps:
        yield gap, any(_within(readings, gap, start) for start in starts)


def _within(readings: Sequence[Reading], gap: Gap, start: int) -> bool:
    return readings[gap.left].block.end <= start <= readings[gap.right].block.start


def rows(seeds: int) -> Iterator[Row]:
    """The gaps of ``seeds`` composites of the tuning half, as plain text and as web pages."""
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(seeds):
            made = composite(seed, "tune")
            starts = [piece.start for piece in made.pieces[1:]]
            yield from labelled(Transcript("composite.txt", made.text), starts)
            transcript, places = as_page(made, Path(folder))
            if transcript is not None:
                yield from labelled(transcript, places[1:])


def fit(observed: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """The bias and the weights that make the labels likeliest, the held ones as they are."""
    names = sorted({name for gap, _ in observed for name in gap.evidence} - HELD)
    place = {name: i for i, name in enumerate(names, 1)}
    x = np.zeros((len(observed), len(names) + 1))
    x[:, 0] = 1.0
    offset = np.zeros(len(observed))
    for i, (gap, _) in enumerate(observed):
        for name, value in gap.evidence.items():
            if name in place:
                x[i, place[name]] = value
            else:
                offset[i] += WEIGHTS.get(name, 0.0) * value
    y = np.array([float(label) for _, label in observed])
    pull = np.full(len(names) + 1, RIDGE)
    pull[0] = 0.0
    w = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ w + offset, -30, 30)))
        slope = x.T @ (p - y) + pull * w
        curve = (x * (p * (1 - p) + 1e-9)[:, None]).T @ x + np.diag(pull)
        w -= np.linalg.solve(curve, slope)
    fitted = {name: float(w[i]) for name, i in place.items()}
    return float(w[0]) + LEAN, fitted | {name: WEIGHTS[name] for name in HELD}


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seeds", type=int, default=160)
    observed = list(rows(parser.parse_args().seeds))
    bias, weights = fit(observed)
    print(f"# {len(observed)} gaps, {sum(label for _, label in observed)} boundaries")
    print(f"BIAS = {bias:.1f}")
    print("WEIGHTS: dict[str, float] = {")
    for name, weight in sorted(weights.items(), key=lambda item: (-round(item[1], 1), item[0])):
        print(f'    "{name}": {weight:.1f},')
    print("}")


if __name__ == "__main__":
    main()
    sys.exit(0)
