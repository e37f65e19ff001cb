"""Confidence: how often a finding on each ground was right, as measured.

The figures of the compiler's words are the precision of their ground on the half of the bench texts
that no rule was tuned on; those of the brackets and notes on the hand-labelled list; both are
printed by ``benchmarks/hands.py``. Where every case was right, the figure is the lower bound that so
many cases allow ((n - 1) / n at most .99), never 1.
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
    "set before the name in two texts": 0.85,
    "breaks the grammar of one text": 0.7,
}


def confidence(ground: str) -> float:
    """The confidence of a finding on ``ground``; raises ``KeyError`` for an unknown one."""
    return CONFIDENCE[ground]
