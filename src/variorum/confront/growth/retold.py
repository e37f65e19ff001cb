"""Growth that an account itself tells of: "the first time he told it… by 1950 it had become…"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.confront.gaps import gapped
from variorum.confront.growth.bare import counted_as, number_of
from variorum.confront.growth.versions import too_long
from variorum.confront.growth.words import CORRECTS, NUMERALS
from variorum.confront.laid import Ground, Scene
from variorum.confront.topics import topic_of
from variorum.model.findings import Growth, Step
from variorum.model.ids import content_id
from variorum.model.passage import Passage

REACH = 3
"""Sentences without a telling after which the story is another."""

_WHO = r"(?:I|he|she|we|they|it|you|my \w+|his \w+|her \w+|the \w+|[A-Z]\w+)"
_FIRST = re.compile(
    r"\b(?:(?:the )?first time (?:that )?(?:\w+ ){0,3}(?:told|tells|tell|recounted|heard|wrote|said)|"
    rf"(?:when|as) {_WHO} first (?:told|tells|wrote|recounted)|"
    r"at first,? (?:he|she|they|it|the story)\b|"
    r"in (?:his|her|the|their|my) (?:very )?(?:first|earliest|oldest|original) (?:telling|version|"
    r"account|letter|report|statement)|"
    r"(?:originally|to begin with),? (?:it|he|she|they) (?:was|were|had|said|told)|"
    r"(?:told|wrote|tells) it first|"
    r"впервые рассказ\w*|(?:когда|как) (?:он|она|я) (?:впервые )?рассказ\w+ впервые|"
    r"в (?:самый )?перв(?:ый|ом) (?:раз|рассказе|варианте|письме)|(?:сначала|сперва|поначалу) "
    r"(?:он|она|я|их|это|говорил\w*|рассказывал\w*|был\w*))",
    re.IGNORECASE,
)
"""The first telling."""

_LATER = re.compile(
    r"\b(?:(?:it|this|that|they|the (?:number|story|tale|figure|distance|children|men)) "
    r"(?:had|has|have) (?:become|grown|turned|swollen|shrunk|risen)|"
    r"(?:when|by the time) (?:I|he|she|we) (?:last |next )?"
    r"(?:heard|told) it|the (?:second|third|fourth|fifth|last|next) time (?:that )?(?:\w+ ){0,3}"
    r"(?:told|tells|heard|wrote|said)|(?:told|tells|wrote) (?:it|the story|this) (?:again|once more)|"
    r"in (?:his|her|the|their|a|my) (?:second|third|fourth|last|later|next|latest|final) (?:telling|"
    r"version|account|letter|report|statement)|in the version (?:of|printed|told)|"
    r"by (?:the (?:\w+ )?)?(?:1\d{3}|20\d\d)s?,? (?:(?:it|he|she|they|there) (?:was|were|had|said|told)|"
    r"the \w+ (?:was|were|had))|"
    r"by the time (?:\w+ ){1,6}(?:it|he|she|they|there) (?:was|were|had|weighed)|"
    r"(?:people|they|some|folk|(?:the )?\w+men|the \w+s) (?:will )?(?:tell|say|sing)\b[^.;]{0,30}\bnow|"
    r"(?:now|nowadays|today|these days),?"
    r"(?: the| some| our)?(?: \w+)? (?:will )?(?:tells?|says?|sings?)\b|"
    r"(?:at|for) (?:his|her|the) (?:\w+ )?(?:funeral|anniversary|jubilee|wedding)[^.;]{0,30}"
    r"(?:said|told|was|were)|people will tell you|"
    r"к (?:1\d{3}|20\d\d)(?:-?му)? год[ау] (?:\w+ ){0,2}(?:стал\w*|был\w*|превратил\w*)|"
    r"(?:во второй|в третий|в четвёртый|в последний|в следующий) раз|"
    r"потом (?:их |она |он |уже )?(?:стал\w*|говорил\w*)|"
    r"(?:теперь|сейчас|нынче) (?:уже )?(?:\w+ )?(?:говорят|рассказывают|поют)|"
    r"(?:их|это|он|она) (?:уже )?(?:стало|превратил\w+|сделал\w+сь)|уже говорил[аи]?)",
    re.IGNORECASE,
)
"""A later telling of what was told before."""

_OF_TELLING = re.compile(
    r"\b(?:told|tell\w*|says?|said|heard|stor(?:y|ies)|tale|version|wrote|sings?|говор\w+|расска\w+|поют)\b",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"(?<![\w.,:-])(?:\d{1,6}(?![\w:-]|[.,]\d)|[^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class _Telling:
    """A number that a telling gave: its value in base units, what is counted ("" where that is not
    said) and its words."""

    scene: Scene
    level: float
    thing: str
    place: Passage


def retold(ground: Ground) -> Iterator[Growth]:
    """The growths that accounts tell of themselves, in the order of the sentences.

    A first telling with one number of a thing, and the tellings that follow it, each with one number
    of the same thing or of none; the number stands after the words that tell of a telling, or in the
    sentence that follows them. One pass over the sentences.
    """
    run: list[_Telling] = []
    silent = 0
    account = ""
    for scene in ground.scenes:
        if scene.sentence.account != account:
            yield from _grown(run)
            run, silent, account = [], 0, scene.sentence.account
        told = [] if too_long(scene) else list(_tellings(scene, ground))
        if not told:
            silent += 1
            if silent > REACH and run:
                yield from _grown(run)
                run = []
            continue
        silent = 0
        for first, of_telling, telling in told:
            if first:
                yield from _grown(run)
                run = [telling]
            elif run and _same_thing(run[0], telling):
                run.append(telling)
            elif not run and of_telling:
                run = [*_before(scene, telling, ground), telling]
    yield from _grown(run)


def _tellings(scene: Scene, ground: Ground) -> Iterator[tuple[bool, bool, _Telling]]:
    """The tellings of a sentence: after each cue the first number before the next one; with whether
    it is a first telling, and whether its cue speaks of telling at all."""
    quote = scene.sentence.passage.quote
    cues = [(m.start(), m.end(), True) for m in _FIRST.finditer(quote)]
    cues += [(m.start(), m.end(), False) for m in _LATER.finditer(quote)]
    cues.sort()
    for index, (begin, end, first) in enumerate(cues):
        cue = quote[begin:end]
        if index and begin < cues[index - 1][1]:
            continue
        until = cues[index + 1][0] if index + 1 < len(cues) else len(quote)
        found = _numbers(scene, begin, until)
        following = scene.number + 1
        if not found and index + 1 == len(cues) and following < len(ground.scenes):
            after = ground.scenes[following]
            words = after.sentence.passage.quote
            same = after.sentence.account == scene.sentence.account
            if same and not _FIRST.search(words) and not _LATER.search(words):
                found = _numbers(after, 0, len(words))
        if len(found) == 1:
            yield first, bool(_OF_TELLING.search(cue)), found[0]


def _numbers(scene: Scene, start: int, end: int) -> list[_Telling]:
    """The numbers between two offsets; where none was read, the numerals that stand there bare."""
    found = []
    offset = scene.sentence.passage.start
    for row in scene.quantities:
        if start <= row.passage.start - offset < end:
            thing = counted_as(scene, row) if row.counted or row.unit else ""
            if thing or not (row.counted or row.unit):
                scale = topic_of(scene, row)[2]
                found.append(_Telling(scene, row.low * scale, thing, row.passage))
    if found or any(start <= row.passage.start - offset < end for row in scene.quantities):
        return found
    dated = [(d.passage.start - offset, d.passage.end - offset) for d in scene.dates]
    quote = scene.sentence.passage.quote
    for match in _NUMERAL.finditer(quote, start, end):
        word = match[0].casefold()
        level = float(word) if word.isdigit() else NUMERALS.get(word, 0.0)
        if level > 1 and not any(a <= match.start() < b for a, b in dated):
            place = Passage(
                scene.sentence.passage.source,
                offset + match.start(),
                offset + match.end(),
                match[0],
            )
            found.append(_Telling(scene, level, "", place))
    return found


def _before(scene: Scene, telling: _Telling, ground: Ground) -> list[_Telling]:
    """What was told in plain words right before a later telling: the nearest number of the thing."""
    for number in range(scene.number - 1, max(-1, scene.number - 1 - REACH), -1):
        earlier = ground.scenes[number]
        if earlier.sentence.account != scene.sentence.account:
            break
        rows = _numbers(earlier, 0, len(earlier.sentence.passage.quote))
        same = [row for row in rows if _same_thing(row, telling)]
        if same:
            return same if len(same) == 1 and len(rows) == 1 else []
    return []


def _same_thing(a: _Telling, b: _Telling) -> bool:
    """Whether two numbers may count one thing: it is the same, or the later one does not say what."""
    return a.thing == b.thing or not b.thing


def _grown(run: Sequence[_Telling]) -> Iterator[Growth]:
    values = [telling.level for telling in run]
    rises = sum(a < b for a, b in pairwise(values))
    falls = sum(a > b for a, b in pairwise(values))
    if len(run) < 2 or (rises and falls) or not (rises or falls):
        return
    if any(CORRECTS.search(telling.scene.sentence.passage.quote) for telling in run):
        return
    steps = []
    for n, telling in enumerate(run):
        words, before = _shown(telling.place), _shown(run[n - 1].place) if n else ""
        change = "told as before" if telling.level == run[n - 1].level else ""
        if n and not change:
            change = f"“{words}” instead of “{before}”"
        steps.append(Step(words, telling.place, telling.scene.voice, change if n else ""))
    grew = "grew" if rises else "shrank"
    around = gapped(run[0].scene.sentence.passage, run[0].place)
    question = f"How {number_of(run[0].thing)} {grew} as it was told" + (
        f": “{around}”" if around else ""
    )
    identity = content_id("g", [[s.passage.source, s.passage.start, s.passage.end] for s in steps])
    yield Growth(identity, question, tuple(steps))


def _shown(passage: Passage) -> str:
    return " ".join(passage.quote.split())
