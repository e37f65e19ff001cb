"""The verb: every story that grew as it was told."""

from collections.abc import Iterable, Iterator, Sequence

from variorum.confront.evidence import Evidence
from variorum.confront.growth.bare import bare_scenes, bare_tellings
from variorum.confront.growth.order import (
    copied_in,
    looks_back,
    tellings,
    told_at,
)
from variorum.confront.growth.retold import retold
from variorum.confront.growth.steps import FEWEST_VALUES, Told, grown
from variorum.confront.growth.versions import anecdotes, too_long
from variorum.confront.laid import Ground
from variorum.confront.questions import Question
from variorum.model.findings import Growth, Step

KINDS = frozenset(("count", "distance", "duration", "amount", "weight"))
"""Kinds of answers that can grow."""


def growths(
    evidence: Evidence, ground: Ground, questions: Sequence[Question] = ()
) -> tuple[Growth, ...]:
    """The growths along tellings of one anecdote, of the answers to one question, and those that
    accounts tell of themselves; each once, the longest first."""
    found: list[Growth] = []
    every = [*_told(evidence, ground, questions), *retold(ground)]
    for row in sorted(every, key=lambda row: -len(row.steps)):
        if not any(_tells(known, row) for known in found):
            found.append(row)
    return tuple(found)


def _told(evidence: Evidence, ground: Ground, questions: Sequence[Question]) -> Iterator[Growth]:
    """Growths of answers to one question, with the tellings that belong to them, then all others."""
    when, past = told_at(evidence, ground), looks_back(ground)
    alone = bare_scenes(ground)
    groups = [frozenset(s.number for s in g) for g in anecdotes(ground, evidence.parallels)]
    counting = [question for question in questions if question.answers[0].kind in KINDS]
    asked = [frozenset(answer.scene for answer in question.answers) for question in counting]
    copied = copied_in(evidence.parallels, ground, sorted(frozenset[int]().union(*groups, *asked)))

    def told(numbers: frozenset[int]) -> list[Told]:
        scenes = [ground.scenes[number] for number in sorted(numbers)]
        return tellings([s for s in scenes if not too_long(s)], when, copied)

    group_of = {number: group for group in groups for number in group}
    for question, numbers in zip(counting, asked, strict=True):
        if len({answer.low for answer in question.answers}) < FEWEST_VALUES:
            continue
        beside = [group_of[number] for number in sorted(numbers) if number in group_of]
        most = max(beside, key=lambda group: (beside.count(group), -min(group)), default=numbers)
        wider = numbers | most if 2 * len(numbers & most) > len(numbers) else numbers
        bare = frozenset(
            s.number
            for s in bare_tellings([ground.scenes[n] for n in sorted(wider)], alone, ground)
        )
        for chosen in (wider | bare, wider, numbers):
            fuller = grown(told(chosen), past, ground, bare, by_words=False)
            if fuller is not None:
                yield fuller
                break
    for group in groups:
        fuller = grown(told(group), past, ground)
        if fuller is not None:
            yield fuller


def _tells(known: Growth, growth: Growth) -> bool:
    """Whether half of the steps of a growth, or more, stand in another's."""
    inside = sum(_stands_in(step, known.steps) for step in growth.steps)
    return 2 * inside >= len(growth.steps)


def _stands_in(step: Step, steps: Iterable[Step]) -> bool:
    place = step.passage
    return any(
        other.passage.source == place.source
        and other.passage.start < place.end
        and place.start < other.passage.end
        for other in steps
    )
