"""Confidence: how far a finding on each ground is to be trusted.

``benchmarks/hands.py`` measures the grounds of a compiler's word by planting words: every report on
the two main grounds was right (over 6,000 of them), stated here as .97 and .98 and never as 1. The
grounds "in two texts" and "of one text" came up too seldom there to be measured and are set lower.
Those of brackets and lines were all right on the hand-labelled list of 71, which is too short to
tell them apart; they are ranked by how much the ground leaves open.
"""

CONFIDENCE = {
    # what the file's own format says
    "marked by the file": 0.99,
    # brackets
    "named by its cue": 0.97,
    "ellipsis": 0.98,
    "marker": 0.93,
    "square bracket": 0.92,
    "angle or curly bracket": 0.85,
    "line in square brackets": 0.9,
    "round bracket": 0.9,
    "other script in round brackets": 0.8,
    "unclosed bracket": 0.7,
    # lines
    "cue at the start of a line": 0.93,
    "footnote": 0.9,
    "caption line": 0.9,
    "web page furniture": 0.93,
    "line repeated across texts": 0.85,
    "byline": 0.85,
    "account of this kind": 0.9,
    # a compiler's word
    "bracketed, in several texts": 0.98,
    "breaks the grammar, in several texts": 0.98,
    "set before the name throughout several texts": 0.97,
    "set after the name throughout several texts": 0.95,
    "set before the name in two texts": 0.85,
    "capitalised, set between first name and surname": 0.8,
    "breaks the grammar of one text": 0.7,
}


def confidence(ground: str) -> float:
    """The confidence of a finding on ``ground``; raises ``KeyError`` for an unknown one."""
    return CONFIDENCE[ground]
