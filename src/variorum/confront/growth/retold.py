"""Growth that an account itself tells of: "the first time he told it… by 1950 it had become…"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum.confront.context import Ground, Scene
from variorum.model.findings import Growth, Step
from variorum.model.ids import content_id
from variorum.model.passage import Passage
from variorum.model.testimony import Quantity

REACH = 3
"""Sentences without a telling after which the story is another."""

_FIRST = re.compile(
    r"\b(?:(?:the )?first time (?:\w+ )?(?:\w+ )?(?:told|tells|recounted|heard)|"
    r"(?:when|as) (?:he|she|they) first (?:told|tells)|at first,? (?:he|she|they|it|the story)\b|"
    r"in (?:his|her|the|their) first (?:telling|version|account|letter|report)|"
    r"in the (?:earliest|oldest|first) (?:telling|version|account)|"
    r"впервые рассказ\w*|(?:когда|как) (?:он|она) (?:рассказал\w*|рассказывал\w*) впервые|"
    r"в перв(?:ый|ом) (?:раз|рассказе|варианте)|сначала (?:он|она|говорил\w*|рассказывал\w*))",
    re.IGNORECASE,
)
"""The first telling."""

_LATER = re.compile(
    r"\b(?:(?:it|this|that|they|the (?:number|story|tale|figure|distance|children|men)) (?:had|has) "
    r"(?:become|grown|turned|swollen|shrunk|risen)|(?:when|by the time) (?:I|he|she|we) (?:last )?"
    r"(?:heard|told) it|the (?:second|third|fourth|last|next) time (?:\w+ )?(?:\w+ )?(?:told|heard)|"
    r"in (?:his|her|the|their|a) (?:second|third|last|later|next) (?:telling|version|account)|"
    r"by (?:1\d{3}|20\d\d),? (?:it|he|she|they|there) (?:was|were|had|said|told)|"
    r"(?:people|they|some) (?:will )?(?:tell|say)[^.;]{0,30} now|"
    r"к (?:1\d{3}|20\d\d)(?:-?му)? год[ау] (?:\w+ ){0,2}(?:стал\w*|был\w*|превратил\w*)|"
    r"(?:во второй|в третий|в последний) раз|потом (?:их )?стал\w*|теперь (?:уже )?говорят|"
    r"(?:их|это) (?:уже )?(?:стало|превратилось))",
    re.IGNORECASE,
)
"""A later telling of what was told before."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A number that a telling gave, and the number of its sentence."""

    scene: Scene
    row: Quantity


def retold(ground: Ground) -> Iterator[Growth]:
    """The growths that accounts tell of themselves, in the order of the sentences.

    A first telling with one number of a thing, and the tellings that follow it, each with one number
    of the same thing or of none. One pass over the sentences.
    """
    run: list[_Telling] = []
    silent = 0
    account = ""
    for scene in ground.scenes:
        if scene.sentence.account != account:
            yield from _grown(run)
            run, silent, account = [], 0, scene.sentence.account
        told = list(_tellings(scene))
        if not told:
            silent += 1
            if silent > REACH and run:
                yield from _grown(run)
                run = []
            continue
        silent = 0
        for first, telling in told:
            if first:
                yield from _grown(run)
                run = [telling]
            elif run and _same_thing(run[0].row, telling.row):
                run.append(telling)
    yield from _grown(run)


def _tellings(scene: Scene) -> Iterator[tuple[bool, _Telling]]:
    """The tellings of a sentence: after each cue, the first number before the next one."""
    if not scene.quantities:
        return
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    cues = [(m.start(), m.end(), True) for m in _FIRST.finditer(quote)]
    cues += [(m.start(), m.end(), False) for m in _LATER.finditer(quote)]
    cues.sort()
    for index, (_, end, first) in enumerate(cues):
        until = cues[index + 1][0] if index + 1 < len(cues) else len(quote)
        rows = [
            row
            for row in scene.quantities
            if end <= row.passage.start - offset < until and row.counted != "age"
        ]
        if len(rows) == 1:
            yield first, _Telling(scene, rows[0])


def _same_thing(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers may count one thing: one unit, and one word or none for what is counted."""
    if b.counted and a.counted and a.counted != b.counted:
        return False
    return a.unit == b.unit or not b.unit


def _grown(run: list[_Telling]) -> Iterator[Growth]:
    values = [telling.row.low for telling in run]
    rises = sum(a < b for a, b in pairwise(values))
    falls = sum(a > b for a, b in pairwise(values))
    if len(run) < 2 or (rises and falls) or not (rises or falls):
        return
    steps = tuple(Step(_shown(t.row.passage), t.row.passage, t.scene.voice) for t in run)
    thing = run[0].row.counted or run[0].row.unit or "it"
    grew = "grew" if rises else "shrank"
    question = f"How the story {grew} as it was told ({thing})"
    identity = content_id("g", [[s.passage.source, s.passage.start, s.passage.end] for s in steps])
    yield Growth(identity, question, steps)


def _shown(passage: Passage) -> str:
    return " ".join(passage.quote.split())
