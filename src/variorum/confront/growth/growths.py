"""The verb: every story that grew as it was told."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from variorum.confront.context import Ground
from variorum.confront.evidence import Evidence
from variorum.confront.growth.bare import bare_tellings
from variorum.confront.growth.order import (
    copied_in,
    looks_back,
    news_of_other_days,
    tellings,
    told_at,
)
from variorum.confront.growth.retold import retold
from variorum.confront.growth.steps import Told, grown, may_grow, of_other_days
from variorum.confront.growth.versions import anecdotes
from variorum.model.findings import Growth, Step


def growths(
    evidence: Evidence, ground: Ground, by_question: Sequence[Growth] = ()
) -> tuple[Growth, ...]:
    """The growths along tellings of one anecdote, those that accounts tell of themselves, and those of
    ``by_question`` that neither of them tells already."""
    found: list[Growth] = []
    every = [*_told(evidence, ground, by_question), *retold(ground)]
    for growth in sorted(every, key=lambda row: -len(row.steps)):
        if not any(_tells(known, growth) for known in found):
            found.append(growth)
    return tuple(found)


def _numbers(ground: Ground) -> Mapping[str, Sequence[tuple[int, int]]]:
    """The numbers of the sentences of each source, by where they begin."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for scene in ground.scenes:
        found[scene.sentence.passage.source].append((scene.sentence.passage.start, scene.number))
    return {source: sorted(rows) for source, rows in found.items()}


def _told(evidence: Evidence, ground: Ground, by_question: Sequence[Growth]) -> Iterator[Growth]:
    """Growths of answers to one question, with the tellings that belong to them, then all others."""
    when = told_at(evidence, ground)
    groups = [frozenset(s.number for s in g) for g in anecdotes(ground, evidence.parallels)]
    number_at, past = _numbers(ground), looks_back(ground)
    asked = [frozenset(_scenes(row, number_at)) for row in by_question]
    copied = copied_in(evidence.parallels, ground, sorted(frozenset[int]().union(*groups, *asked)))

    def along(numbers: frozenset[int], bare: frozenset[int] = frozenset()) -> Growth | None:
        scenes = [ground.scenes[number] for number in sorted(numbers | bare)]
        return grown(tellings(scenes, when, copied), past, ground, bare)

    group_of = {number: group for group in groups for number in group}
    for row, numbers in zip(by_question, asked, strict=True):
        beside = [group_of[n] for n in sorted(numbers) if n in group_of]
        most = max(beside, key=lambda group: (beside.count(group), -min(group)), default=numbers)
        wider = numbers | most if 2 * len(numbers & most) > len(numbers) else numbers
        bare = frozenset(s.number for s in bare_tellings([ground.scenes[n] for n in wider], ground))
        fuller = along(wider, bare) or along(wider) or along(numbers)
        scenes = [ground.scenes[number] for number in sorted(numbers)]
        if fuller is not None and len(fuller.steps) >= len(row.steps):
            yield fuller
        elif _of_one_past(tellings(scenes, when, copied), past, ground):
            yield _with_changes(row)
    for group in groups:
        told = along(group)
        if told is not None:
            yield told


def _of_one_past(told: Sequence[Told], past: frozenset[str], ground: Ground) -> bool:
    scenes = [scene for _, scene in told]
    return (
        bool(told)
        and all(may_grow(scene, ground) for scene in scenes)
        and not of_other_days(scenes)
        and not news_of_other_days(told, past, ground)
    )


def _scenes(row: Growth, number_at: Mapping[str, Sequence[tuple[int, int]]]) -> Iterator[int]:
    """The numbers of the sentences in which the steps stand."""
    for step in row.steps:
        rows = number_at[step.passage.source]
        starts = [start for start, _ in rows]
        yield rows[max(0, bisect_right(starts, step.passage.start) - 1)][1]


def _with_changes(row: Growth) -> Growth:
    steps = [row.steps[0]]
    for before, step in pairwise(row.steps):
        same = step.value.casefold() == before.value.casefold()
        change = "told as before" if same else f"“{step.value}” instead of “{before.value}”"
        steps.append(replace(step, change=change))
    return replace(row, steps=tuple(steps))


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
