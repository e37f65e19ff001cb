"""Growth: a number that gets larger every time the story is told."""

from itertools import pairwise

from variorum.confront.answers import Answer
from variorum.confront.context import Ground
from variorum.confront.questions import Question
from variorum.confront.wording import in_plain_words, value_in_words
from variorum.model.edtf import bounds
from variorum.model.findings import Growth, Step
from variorum.model.ids import content_id

FEWEST_TELLINGS = 3
"""Accounts of different dates that must each say more than the one before."""

_KINDS = frozenset(("count", "distance", "duration", "amount", "weight"))


def growth(question: Question, ground: Ground) -> Growth | None:
    """The growth among the answers to ``question``: strictly increasing over dated accounts."""
    first = question.answers[0]
    if first.kind not in _KINDS:
        return None
    told: dict[str, list[Answer]] = {}
    for answer in question.answers:
        account = ground.accounts.get(answer.account)
        if account is not None and bounds(account.date) is not None:
            told.setdefault(answer.account, []).append(answer)
    dated = []
    for account_id, answers in told.items():
        span = bounds(ground.accounts[account_id].date)
        if span is not None and len({(a.low, a.high) for a in answers}) == 1:
            dated.append((span, answers[0]))
    dated.sort(key=lambda item: (item[0], item[1].passage))
    if len(dated) < FEWEST_TELLINGS or len(dated) < len({a.account for a in question.answers}):
        return None
    for (earlier, less), (later, more) in pairwise(dated):
        if not (earlier[1] < later[0] and less.low < more.low):
            return None
    steps = tuple(Step(value_in_words(a), a.passage, a.voice) for _, a in dated)
    identity = content_id("g", [[s.passage.source, s.passage.start, s.passage.end] for s in steps])
    return Growth(identity, in_plain_words(question.answers, ground), steps)
