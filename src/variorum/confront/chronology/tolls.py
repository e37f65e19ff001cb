"""Tolls: so many killed, so many more died, and another number of dead in all; more than there were."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from variorum.confront.chronology.row import CERTAIN, LIKELY, impossible
from variorum.confront.laid import Ground, Scene
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import Quantity

WITHIN = 5
"""Sentences from the first of the killed to the number of all dead."""

REACH = 60
"""Characters before and after a number by which its part is known."""

_DIED = r"(?:died|killed|drowned|perished|succumbed|dead)"
_FIRST = (
    re.compile(
        r"^(?:\s[\w'’-]+){0,3}?\s(?:was|were|had been)\s(?:[a-z]+ly\s)?"
        r"(?:killed|drowned|crushed|burned|burnt|shot|lost)\b"
    ),
    re.compile(r"\b(?:погибл[аои]|погиб|убит[оы]|утонул[аои])\s$", re.I),
)
"""After a number, or before it: the first of the dead that are told."""

_MORE = (
    re.compile(rf"^(?:\s[\w'’-]+){{0,2}}?\s(?:more|others?)\s(?:[\w'’-]+\s){{0,3}}?{_DIED}\b"),
    re.compile(r"\b(?:ещё|еще)\s$", re.I),
    re.compile(r"\b(?:another|a further)\s$", re.I),
)
_DIES = re.compile(
    r"^(?:\s[\w'’-]+){0,3}?\s(?:умер\w*|погиб\w*|скончал\w*|died|drowned|perished|were killed)\b"
)
_ALL = (
    re.compile(
        r"\b(?:dead|deaths?|toll|lives lost)\s(?:therefore\s|then\s|thus\s)?"
        r"(?:were|was|numbered|came to|stood at|totalled|totaled|reached|rose to)\s$",
        re.I,
    ),
    re.compile(
        r"\b(?:всего|в общей сложности|итого)\s(?:погибло|погибли|умерло|убито)\s$"
        r"|\bчисло (?:погибших|жертв|убитых)\s(?:составило|достигло)\s$",
        re.I,
    ),
)
_ALL_AFTER = re.compile(
    rf"^(?:\s[\w'’-]+){{0,2}}?\s(?:were\s|had\s)?{_DIED}\s(?:in all|altogether|in total|all told)\b"
    rf"|^\s(?:in all|altogether|in total|all told)\s(?:were\s|had\s)?{_DIED}\b"
)
_ALL_IN_ALL = re.compile(r"\b(?:in all|altogether|in total|all told),?\s$", re.I)
_OTHERS = re.compile(
    r"\b(?:missing|includ\w*|among|counting|of whom|of these|besides|unborn|later still|rescuers?|"
    r"пропал\w*|включая|в том числе|из них|кроме)\b",
    re.IGNORECASE,
)
"""Words by which there are other dead that are told of nowhere, or some are counted twice."""

_LOST = re.compile(
    r"\b(?:killed|drowned|died|perished|lost|погибл\w*|утонул\w*|умерл\w*|убит\w*)\b", re.I
)
_SAVED = re.compile(
    r"\b(?:saved|survived|rescued|escaped|came home|lived|returned|"
    r"спасл\w*|спасен\w*|выжил\w*|вернул\w*)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"^\W*(?:Of|Out of|Из)\s(?:(?:the|its|these|those|our|his|their|all)\s)?$")


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    row: Quantity
    scene: int


def tolls(ground: Ground) -> Iterator[Impossibility]:
    """ "Nine were killed… four more died… the dead were seventeen in all", and "of the 46 aboard 15
    drowned and 34 were saved". Within one account, exact numbers; one pass over the sentences."""
    for _, scenes in groupby(ground.scenes, key=lambda scene: scene.sentence.account):
        told: list[_Part] = []
        for scene in scenes:
            if told and scene.number - told[0].scene > WITHIN:
                told = []
            if not scene.quantities:
                continue
            yield from _too_many(scene)
            if _OTHERS.search(scene.sentence.passage.quote):
                told = []
                continue
            for row in scene.quantities:
                kind = _kind(scene, row)
                if kind == "first":
                    told = [_Part(kind, row, scene.number)]
                elif kind == "more" and told:
                    told.append(_Part(kind, row, scene.number))
                elif kind == "all":
                    if len(told) > 1:
                        yield from _summed(told, _Part(kind, row, scene.number))
                    told = []


def _kind(scene: Scene, row: Quantity) -> str:
    """Whether a number is of the first dead, of more, of all; "" where of something else."""
    place = scene.sentence.passage
    begin, end = row.passage.start - place.start, row.passage.end - place.start
    before = place.quote[max(0, begin - REACH) : begin]
    after = place.quote[end : end + REACH]
    if row.exactness != "exact" or row.low != row.high or row.unit or row.counted == "age":
        return ""
    if any(words.search(before) for words in _ALL) or _ALL_AFTER.search(after):
        return "all"
    if _ALL_IN_ALL.search(before) and re.match(
        rf"(?:\s[\w'’-]+){{0,2}}?\s(?:\w+\s)?{_DIED}\b", after
    ):
        return "all"
    more = _MORE[0].search(after) or any(words.search(before) for words in _MORE[1:])
    if more and (_MORE[0].search(after) or _DIES.search(after)):
        return "more"
    if not more and (_FIRST[0].search(after) or _FIRST[1].search(before)):
        return "first"
    return ""


def _summed(told: Sequence[_Part], whole: _Part) -> Iterator[Impossibility]:
    total = sum(part.row.low for part in told)
    if total == whole.row.low:
        return
    terms = " + ".join(f"{part.row.low:g}" for part in told)
    shown = " and ".join(f"“{' '.join(part.row.passage.quote.split())}”" for part in told)
    reason = f"{shown} dead make {total:g}, not {whole.row.low:g}"
    sure = CERTAIN if told[0].scene == whole.scene else LIKELY
    passages = [part.row.passage for part in (*told, whole)]
    yield impossible(passages, (reason, f"{terms} = {total:g}"), sure)


def _too_many(scene: Scene) -> Iterator[Impossibility]:
    """ "Of the 46 aboard, 15 were drowned and 34 were saved": more than there were."""
    rows, place = scene.quantities, scene.sentence.passage
    if len(rows) == 2:
        yield from _of_so_many(scene)
    if len(rows) != 3 or any(row.exactness != "exact" or row.low != row.high for row in rows):
        return
    starts = [row.passage.start - place.start for row in rows]
    ends = [row.passage.end - place.start for row in rows]
    if not _OF_THEM.search(place.quote[: starts[0]]) or any(row.unit for row in rows):
        return
    one, other = place.quote[ends[1] : starts[2]], place.quote[ends[2] :]
    parted = (_LOST.search(one) and _SAVED.search(other)) or (
        _SAVED.search(one) and _LOST.search(other)
    )
    total = rows[1].low + rows[2].low
    if parted and total > rows[0].low and not _OTHERS.search(place.quote):
        reason = (
            f"{rows[1].low:g} and {rows[2].low:g} make {total:g}, more than the {rows[0].low:g}"
        )
        told = f"{rows[1].low:g} + {rows[2].low:g} = {total:g}"
        yield impossible([row.passage for row in rows], (reason, told), CERTAIN)


def _of_so_many(scene: Scene) -> Iterator[Impossibility]:
    """ "Of the eleven, five were drowned and seven were saved": the whole a bare number word."""
    (first, second), place = scene.quantities, scene.sentence.passage
    match = _OF_WORD.match(place.quote)
    many = _SMALL.get(match["n"].casefold(), 0) if match else 0
    if match is None or not many or any(r.exactness != "exact" or r.unit for r in (first, second)):
        return
    ends = first.passage.end - place.start, second.passage.end - place.start
    one, other = place.quote[ends[0] : second.passage.start - place.start], place.quote[ends[1] :]
    parted = (_LOST.search(one) and _SAVED.search(other)) or (
        _SAVED.search(one) and _LOST.search(other)
    )
    total = first.low + second.low
    if match.end() <= first.passage.start - place.start and parted and total > many:
        whole = Passage(
            place.source, place.start + match.start("n"), place.start + match.end("n"), match["n"]
        )
        reason = f"{first.low:g} and {second.low:g} make {total:g}, more than the {many}"
        told = f"{first.low:g} + {second.low:g} = {total:g}"
        yield impossible((whole, first.passage, second.passage), (reason, told), CERTAIN)


_SMALL = {
    word: number
    for number, word in enumerate(
        (
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        ),
        2,
    )
}  # fmt: skip
_OF_WORD = re.compile(
    rf"\W*(?:Of|Out of)\s(?:(?:the|its|these|those|our|his|their|all)\s)?(?P<n>{'|'.join(_SMALL)})\b",
    re.IGNORECASE,
)
