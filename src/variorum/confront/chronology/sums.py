"""Sums that do not add up: the killed and the wounded, sons and daughters, so many in all."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.confront.answers import Answer
from variorum.confront.chronology.row import CERTAIN, LIKELY, impossible
from variorum.confront.laid import Ground, Scene
from variorum.model.findings import Impossibility
from variorum.model.testimony import Quantity

SUM_REACH = 400
"""Characters within which the parts of a sum of the killed and wounded and the sum stand."""

_LOST = ("killed", "wounded", "killed and wounded")
_BOTH = re.compile(
    r"\b(?:killed\s(?:and|&|or)\swounded|dead\sand\s(?:wounded|injured)|убит\w*\sи\sранен\w*)\b",
    re.IGNORECASE,
)
"""A sum of losses by its own words, where its topic was taken for one part of it."""

_SONS = frozenset(("son", "boy", "сын", "мальчик"))
_DAUGHTERS = frozenset(("daughter", "girl", "дочь", "девочка"))
_CHILDREN = frozenset(("child", "children", "ребёнок", "ребенок", "дети", "дитя"))
_NOT_ALL = re.compile(
    r"\b(?:surviv\w*|lived|living|died|dead|buried|grew|"
    r"of (?:whom|them|these)(?! the (?:eldest|oldest|youngest|first|last))|adopt\w*|step\w*|other|"
    r"more|stillborn|another|besides|infan\w*|grand\w*|выжил\w*|умер\w*|из (?:них|которых)|ещё|еще|"
    r"приёмн\w*|жив\w*|остал\w*|внук\w*|внуч\w*|друг\w*|одн\w*|one|lost|two of|twin\w*)\b",
    re.IGNORECASE,
)
"""Words that make some of the children no part of the sum, or unnamed parts likely."""

_IN_ALL = re.compile(
    r"\s(?:[^\W\d_]+\s)?(?:in all|in total|altogether|all told|всего|итого|в общей сложности)\b",
    re.IGNORECASE,
)
_ALL_BEFORE = re.compile(
    r"(?:in all|in total|altogether|all told|a total of|total|всего|итого)[\s,:—-]{1,3}$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:\s[^\W\d_]+){0,2}(?:,?\s(?:and|и)|,)\s$", re.IGNORECASE)
"""Between two parts of a sum: what the first counts, then "and" or a comma."""

MOST_PARTS = 12
"""Parts of the longest sum in words: a sentence with more numbers before it is a table."""

_LONGEST_GAP = 60
"""Characters between the last part and the sum."""


def sums(found: Sequence[Answer], ground: Ground) -> Iterator[Impossibility]:
    """One account's own sums that do not add up. Exact numbers only."""
    yield from _losses(found, ground)
    for scene in ground.scenes:
        if len(scene.quantities) >= 3:
            yield from _children(scene)
            yield from _in_all(scene)
            yield from _made_of(scene)


def _losses(found: Sequence[Answer], ground: Ground) -> Iterator[Impossibility]:
    """ "Killed: 64. Wounded: 37. Killed and wounded: 111".

    Only where within SUM_REACH characters, and since the sum before, one number of each is told, and
    exactly: where there are two, whose sum it is is not read.
    """
    told: dict[str, list[tuple[str, Answer]]] = defaultdict(list)
    for answer in found:
        if answer.kind == "count" and answer.topic in _LOST:
            words = ground.scenes[answer.scene].sentence.passage.quote
            whole = _BOTH.search(words) and answer.beside == 1
            told[answer.passage.source].append((_LOST[2] if whole else answer.topic, answer))
    for _, rows in sorted(told.items()):
        # in the order of the page: a table may be divided from the post it stands in
        rows.sort(key=lambda row: row[1].passage)
        wholes = [index for index, (topic, _) in enumerate(rows) if topic == _LOST[2]]
        # a table puts its sums either all after their parts or all before them
        leads = bool(wholes) and wholes[0] == 0
        for number, index in enumerate(wholes):
            both = rows[index][1]
            if leads:
                near = rows[index + 1 : [*wholes, len(rows)][number + 1]]
            else:
                near = rows[[-1, *wholes][number] + 1 : index]
            near = [
                row for row in near if abs(row[1].passage.start - both.passage.start) <= SUM_REACH
            ]
            if sorted(kind for kind, _ in near) != sorted(_LOST[:2]):
                continue
            if any(row.exactness != "exact" for row in (both, *(row for _, row in near))):
                continue
            parts = dict(near)
            killed, wounded = parts[_LOST[0]], parts[_LOST[1]]
            if killed.low + wounded.low != both.low:
                parted = f"{killed.low:g} killed and {wounded.low:g} wounded"
                reason = f"{parted} make {killed.low + wounded.low:g}, not {both.low:g}"
                passages = [row.passage for row in (killed, wounded, both)]
                yield impossible(passages, (reason,), LIKELY)


def _children(scene: Scene) -> Iterator[Impossibility]:
    """ "Three sons and two daughters, six children", each counted once, and nobody excepted."""
    if _NOT_ALL.search(scene.sentence.passage.quote):
        return
    kinds = [
        [row for row in scene.quantities if row.counted.casefold() in words]
        for words in (_SONS, _DAUGHTERS, _CHILDREN)
    ]
    if any(len(rows) != 1 or not _exact(rows[0]) for rows in kinds):
        return
    sons, daughters, children = (rows[0] for rows in kinds)
    places = [row.passage for row in (sons, daughters, children)]
    gap = max(p.end for p in places) - min(p.start for p in places)
    if gap <= 2 * _LONGEST_GAP and sons.low + daughters.low != children.low:
        yield _astray([sons, daughters], children)


def _in_all(scene: Scene) -> Iterator[Impossibility]:
    """ "Twelve men and five women, eighteen in all": all parts stand in one row before the sum."""
    place = scene.sentence.passage
    for index, whole in enumerate(scene.quantities):
        if not 2 <= index <= MOST_PARTS or not _exact(whole):
            continue
        begin, end = whole.passage.start - place.start, whole.passage.end - place.start
        said = _IN_ALL.match(place.quote, end) or _ALL_BEFORE.search(
            place.quote, max(0, begin - 20), begin
        )
        last = scene.quantities[index - 1]
        gap = place.quote[last.passage.end - place.start : begin]
        if not said or len(gap) > _LONGEST_GAP or ";" in gap or "." in gap:
            continue
        parts = [last]
        for part in reversed(scene.quantities[: index - 1]):
            between = place.quote[
                part.passage.end - place.start : parts[-1].passage.start - place.start
            ]
            if not _JOINED.fullmatch(between):
                break
            parts.append(part)
        if len(parts) > 2 and parts[-1].low == whole.low:
            parts.pop()  # "412 members, 230 carters and 182 porters, 412 in all"
            index -= 1
        whole_row = len(parts) == index  # a number that stands apart may be a part of it too
        alike = all(_exact(part) and part.unit == whole.unit == "" for part in parts)
        aged = any(row.counted == "age" for row in (*parts, whole))
        if len(parts) < 2 or not whole_row or not alike or aged:
            continue
        if sum(part.low for part in parts) != whole.low and not _NOT_ALL.search(gap):
            yield _astray(parts[::-1], whole)


def _made_of(scene: Scene) -> Iterator[Impossibility]:
    """ "A crew of 31 men: 4 officers and 26 sailors": the parts stand in one row right after the sum,
    and nothing follows them."""
    place = scene.sentence.passage
    if _NOT_ALL.search(place.quote) or len(scene.quantities) > MOST_PARTS:
        return
    for index, whole in enumerate(scene.quantities[:-2]):
        parts = list(scene.quantities[index + 1 :])
        offsets = [
            (q.passage.start - place.start, q.passage.end - place.start) for q in (whole, *parts)
        ]
        gaps = [place.quote[a[1] : b[0]] for a, b in pairwise(offsets)]
        rest = place.quote[offsets[-1][1] :]
        if not _COLON.fullmatch(gaps[0]) or not _CLOSED.fullmatch(rest):
            continue
        if not all(_JOINED.fullmatch(gap) for gap in gaps[1:]) or "," in gaps[-1].strip(", "):
            continue
        alike = all(_exact(row) and row.unit == whole.unit == "" for row in (whole, *parts))
        if not alike or any(row.counted == "age" for row in (whole, *parts)):
            continue
        if not re.search(r"\b(?:and|и|und)\s$", gaps[-1]):
            continue
        children = {row.counted.casefold() for row in (whole, *parts)}
        if children & _SONS and children & _DAUGHTERS and children & _CHILDREN:
            continue  # told by _children
        if sum(part.low for part in parts) != whole.low:
            yield _astray(parts, whole)


_COLON = re.compile(r"\s?(?::|—|–|\()\s?")
_CLOSED = re.compile(r"(?:\s[^\W\d_]+){0,2}\s?[).;]?[\"”»']?\s?")


def _exact(row: Quantity) -> bool:
    return row.exactness == "exact" and row.low == row.high


def _astray(parts: Sequence[Quantity], whole: Quantity) -> Impossibility:
    shown = " and ".join(f"“{' '.join(row.passage.quote.split())}”" for row in parts)
    summed = sum(row.low for row in parts)
    terms = " + ".join(f"{row.low:g}" for row in parts)
    reason = f"{shown} make {summed:g}, not {whole.low:g}"
    told = f"{terms} = {summed:g}"
    return impossible([row.passage for row in (*parts, whole)], (reason, told), CERTAIN)
