"""Growth between accounts: a number that gets larger, or smaller, as the story is told again."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from variorum.confront.answers import Answer
from variorum.confront.context import Ground
from variorum.confront.questions import Question
from variorum.confront.wording import in_plain_words, value_in_words
from variorum.model.edtf import Bounds
from variorum.model.findings import Growth, Step
from variorum.model.ids import content_id

FEWEST_TELLINGS = 3
"""Accounts of different dates that must be there before a change has a direction."""

FEWEST_VALUES = 3
"""Different values among them: one that differs from all others is a disagreement, no growth."""

FEWEST_SHRINKING = 4
"""Tellings of a number that gets smaller: later accounts correct a first rumour more often than a
story shrinks, so three say little."""

MOST_ASIDE = 0.25
"""Share of the tellings that may stand against the direction or be without a date, and are left out:
a late sceptic who gives the first number again does not undo the growth of the others."""

KINDS = frozenset(("count", "distance", "duration", "amount", "weight"))
"""Kinds of answers that can grow."""

_Told = tuple[Bounds, Answer]


def growth(question: Question, when: Mapping[str, Bounds], ground: Ground) -> Growth | None:
    """The growth among the answers to ``question``, in the order ``when`` the accounts were told.

    Each account tells its value once; equal values in a row are steps too (the story stood still).
    None where the values have no direction, or fewer than FEWEST_VALUES of them differ.
    """
    first = question.answers[0]
    if first.kind not in KINDS:
        return None
    told: dict[str, list[Answer]] = {}
    for answer in question.answers:
        told.setdefault(answer.account, []).append(answer)
    dated: list[_Told] = []
    for account_id, answers in told.items():
        span = when.get(account_id)
        if span is not None and len({(a.low, a.high) for a in answers}) == 1:
            dated.append((span, answers[0]))
    dated.sort(key=lambda item: (item[0], item[1].passage))
    steps, fewer = _run(dated, 1.0), _run(dated, -1.0)
    if len(fewer) > len(steps) and len(fewer) >= FEWEST_SHRINKING:
        steps = fewer
    if len(steps) < FEWEST_TELLINGS or len(told) - len(steps) > MOST_ASIDE * len(told):
        return None
    if len({answer.low for _, answer in steps}) < FEWEST_VALUES:
        return None
    rows = tuple(Step(value_in_words(a), a.passage, a.voice) for _, a in steps)
    identity = content_id("g", [[s.passage.source, s.passage.start, s.passage.end] for s in rows])
    return Growth(identity, in_plain_words(question.answers, ground), rows)


def _run(dated: Sequence[_Told], sign: float) -> list[_Told]:
    """The longest row of tellings, each later than the one before and none against ``sign``.

    Tellings of one question are capped, so all pairs of them are few. Of two that may have been told
    at one time, which came first is not known: they must tell the same.
    """
    best: list[list[_Told]] = []
    for index, item in enumerate(dated):
        before = [run for run in best[:index] if _follows(run[-1], item, sign)]
        best.append([*max(before, key=len, default=[]), item])
    run = max(best, key=len, default=[])
    rising = sum(a.low != b.low for (_, a), (_, b) in pairwise(run))
    return run if rising else []


def _follows(earlier: _Told, later: _Told, sign: float) -> bool:
    (first, less), (then, more) = earlier, later
    if less.low == more.low:
        return True
    return first[1] < then[0] and sign * (more.low - less.low) > 0
