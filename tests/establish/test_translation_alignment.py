"""The alignment model: beads in order, probabilities, bands, lexicons."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.establish.translation.band import band
from variorum.establish.translation.chain import best, chances
from variorum.establish.translation.clauses import clauses
from variorum.establish.translation.lexicon import words
from variorum.establish.translation.scoring import SHAPES
from variorum.establish.translation.sides import unit


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 10_000))
def test_beads_are_in_order_and_probabilities_are_such(n: int, m: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    within = band(unit(random.normal(size=(n, 4))), unit(random.normal(size=(m, 4))))
    gains = [random.normal(size=(len(SHAPES), m + 1)) for _ in range(n)]
    found = chances(gains, random.normal(size=n), random.normal(size=m), within)
    covered = np.array(found.skipped_a)
    for i, row in enumerate(found.beads):
        for number, (p, _) in enumerate(SHAPES):
            covered[i : i + p] += row[number].sum()
    assert np.allclose(covered, 1.0, atol=1e-6)
    i = j = 0
    for link in best(found, within):
        assert i <= link.a < link.a_end <= n
        assert j <= link.b < link.b_end <= m
        i, j = link.a_end, link.b_end


def test_the_band_holds_the_diagonal_of_long_texts() -> None:
    rows = unit(np.random.default_rng(1).normal(size=(900, 16)))
    gone = np.concatenate([rows[:300], rows[420:]])
    within = band(rows, gone)
    assert all(within.low[i] <= i <= within.high[i] for i in range(300))
    assert all(within.low[i] <= i - 120 <= within.high[i] for i in range(420, 900))
    assert int((within.high - within.low).max()) < 300


def test_clauses_cover_the_words() -> None:
    text = "He came in the evening, which nobody expected, and left before it was light."
    assert [text[s:e] for s, e in clauses(text, 0, len(text))] == [
        "He came in the evening",
        "which nobody expected",
        "and left before it was light",
    ]


def test_words_of_scripts_without_spaces_are_pairs() -> None:
    assert words("船沉了") == ["船沉", "沉了"]
    assert words("Иисуса Иисусу") == ["iisus"]
