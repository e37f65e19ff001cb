"""Topics: what a number counts or measures, what befell the counted, which act a date dates."""

import re

from variorum.confront.context import SHORTEST
from variorum.confront.laid import Scene
from variorum.confront.vocabulary import (
    ABOARD,
    ABOARD_COUNTED,
    ALIVE,
    ARE_DEAD,
    BY_SOMEBODY,
    CAME_BACK,
    CASUALTY_RELATIONS,
    CLAUSE,
    COUNTED,
    DIMENSION,
    DIMENSION_OF,
    DIMENSIONS,
    DYING,
    INSIDE,
    JOINED,
    JOINED_IN,
    JOINT,
    KILOGRAMS,
    LIVES,
    METRES,
    MINUTES,
    NEWS_OF_DEATH,
    ONCE,
    ONLY,
    OUT_OF,
    PEOPLE,
    SCOPE_STEMS,
    SCOPES,
    TIMES,
    TRIED,
)
from variorum.model.passage import Passage
from variorum.model.testimony import Quantity, Statement
from variorum.read.quantities.positions import ARC

ACT_REACH = 80
"""Characters between a date and the act it dates, or a count and what befell the counted."""

ABOARD_REACH = 30
"""Characters between "aboard" and the people counted."""

HALF_UNTOLD = "clock of either half"
"""Topic of a clock time that may be of the morning or of the evening."""

_HALF_TOLD = re.compile(
    r"[ap]\.?\s?m\b|noon|midnight|morning|evening|at\s+night|(?:st|rd|th)\s+hour"
    r"|утра|дня|вечера|ночи|полночь|полдень|1[3-9]|2[0-3]|\b0\d?:",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,9})?")


def topic_of(scene: Scene, quantity: Quantity) -> tuple[str, str, float]:
    """Kind, topic and the factor to base units of what a quantity answers; "" for none."""
    unit = quantity.unit
    if unit == "ordinal":
        return "", "", 1.0  # the number of a battery or a division counts nothing
    if quantity.counted == "age":
        return "age", _age_of_what(scene, quantity.passage), 1.0
    if unit == "clock":
        return "clock", "clock" if _HALF_TOLD.search(quantity.passage.quote) else HALF_UNTOLD, 1.0
    if unit in METRES:
        return "distance", dimension(scene, quantity.passage), METRES[unit]
    for kind, factors in (("duration", MINUTES), ("weight", KILOGRAMS)):
        if unit in factors:
            return kind, kind, factors[unit]
    if unit == ARC:
        return "position", quantity.counted, 1.0
    if unit:
        return "amount", unit, 1.0
    scope = scope_of(scene, quantity)
    single = quantity.low == quantity.high == 1 and not _only_one(scene, quantity.passage)
    if scope and (not quantity.counted or quantity.counted in PEOPLE):
        return "count", scope, 1.0
    if quantity.counted in ABOARD_COUNTED:
        for words, topic in ((ABOARD, "aboard"), (INSIDE, "inside")):
            if _stands_near(words, scene, quantity.passage):
                return "count", topic, 1.0
    if (
        len(quantity.counted) >= SHORTEST and not single
    ):  # "one man … another" tells them apart, it does not count
        return "count", _sort(scene, quantity), 1.0
    return "", "", 1.0


def _only_one(scene: Scene, at: Passage) -> bool:
    """ "Only one boat", "a single boat": one is counted, and not told apart from another."""
    before = scene.sentence.passage.quote[: at.start - scene.sentence.passage.start]
    return ONLY.search(before) is not None or ONLY.match(at.quote) is not None


def _sort(scene: Scene, quantity: Quantity) -> str:
    """What is counted: "wolf", "passenger with crew", "time shoot" for how many times one was shot."""
    counted = COUNTED.get(quantity.counted, quantity.counted)
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    if counted in TIMES:
        near = [
            (min(abs(place - quantity.passage.start), abs(place - quantity.passage.end)), word)
            for place, word in scene.words
            if not quantity.passage.start <= place < quantity.passage.end
        ]
        return f"{counted} {min(near)[1]}" if near else counted
    joint = JOINT.match(quote, quantity.passage.end - offset)
    return f"{counted} with {joint['other'].casefold()}" if joint else counted


def _age_of_what(scene: Scene, at: Passage) -> str:
    """ "He died at the age of seventy" is no age at the time of the events."""
    before = scene.sentence.passage.quote[: at.start - scene.sentence.passage.start]
    return "age at death" if DYING.search(CLAUSE.split(before)[-1]) else "age"


def continues(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Whether "2 feet" goes on as "11 inches": one measure in two units, the smaller one second."""
    for factors in (METRES, MINUTES, KILOGRAMS):
        if first.unit in factors and second.unit in factors:
            begin = first.passage.end - scene.sentence.passage.start
            between = scene.sentence.passage.quote[begin:][
                : max(0, second.passage.start - first.passage.end)
            ]
            joined = between.strip(" ,") in ("", "and", "и") and len(between) <= len(", and ")
            return joined and factors[second.unit] < factors[first.unit]
    return False


def _stands_near(words: re.Pattern[str], scene: Scene, at: Passage) -> bool:
    """Whether words of a place stand near the counted people in their clause: "160 people aboard"."""
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    begin, end = at.start - offset, at.end - offset
    after = quote[end : end + ABOARD_REACH]
    before = quote[max(0, begin - ABOARD_REACH) : begin]
    return bool(words.search(CLAUSE.split(after)[0]) or words.search(CLAUSE.split(before)[-1]))


def dimension(scene: Scene, at: Passage) -> str:
    """Which way a length was measured: width, height, depth, length, thickness, or the way between."""
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    after = DIMENSION.match(quote, at.end - offset)
    if after:
        return DIMENSIONS[after["word"].lower()]
    before = DIMENSION_OF.search(quote, max(0, at.start - offset - 24), at.start - offset)
    return DIMENSIONS[before["word"].lower()] if before else "way"


def scope_of(scene: Scene, quantity: Quantity) -> str:
    """What befell the people counted: as stated, else by the nearest word; "" for nothing."""
    at = quantity.passage
    if _is_whole(scene, at):
        return ""
    stated = stated_number(scene, quantity)
    if stated is not None:
        told = CASUALTY_RELATIONS.get(stated.relation, "") or SCOPES.get(quantity.counted, "")
        if not told and stated.relation == "number":
            told = _scope_beside(scene, at)  # a bare count: its verb may have gone unread
    else:
        told = _scope_by_words(scene, at)
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    joined = JOINED.match(quote, at.end - offset) or JOINED_IN.search(at.quote)
    if joined:
        both = {SCOPE_STEMS[joined[part].casefold()] for part in ("one", "other")}
        return " and ".join(sorted(both))
    if told and BY_SOMEBODY.search(quote, 0, at.start - offset):
        return f"{told} by somebody"
    if told == "returned" and quantity.counted:
        return ""  # "the three men who returned" are told apart by it, not counted
    if not told and CAME_BACK.match(quote, at.end - offset):
        return "returned"
    if not told and (ARE_DEAD.match(quote, at.end - offset) or LIVES.search(at.quote)):
        return "killed"
    if not told and ALIVE.match(quote, at.end - offset):
        return "saved"
    return told


def _is_whole(scene: Scene, at: Passage) -> bool:
    """ "Of the thirty men eleven came back": what befell the eleven did not befall the thirty."""
    before = scene.sentence.passage.quote[: at.start - scene.sentence.passage.start]
    return OUT_OF.search(before) is not None and any(
        row.passage.start >= at.end for row in scene.quantities
    )


def _scope_beside(scene: Scene, at: Passage) -> str:
    """ "killed" where the verb stands right beside the count, in its clause."""
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    after = CLAUSE.split(quote[at.end - offset : at.end - offset + ABOARD_REACH])[0]
    for place, word in scene.words:
        if word in SCOPES and at.end <= place < at.end + len(after):
            return SCOPES[word]
    return ""


def _scope_by_words(scene: Scene, at: Passage) -> str:
    """ "killed", "wounded", "killed and wounded"… by the words near ``at``, or ""."""
    found = [
        (max(at.start - offset, offset - at.end), SCOPES[word])
        for offset, word in scene.words
        if word in SCOPES
        and -ACT_REACH <= offset - at.end <= ACT_REACH
        and not _has_object(scene, offset)
        and not _is_counted(scene, at, offset)
        and not _counts_another(scene, at, offset)
    ]
    if not found:
        return ""
    # a clause's own verb only: "12 were killed and 40 wounded" holds two counts, not one of both
    others = [q.passage for q in scene.quantities if q.passage != at]
    nearest = min(distance for distance, _ in found)
    scopes = {s for distance, s in found if distance <= nearest + 20} if not others else None
    chosen = scopes or {min(found)[1]}
    return " and ".join(sorted(chosen))


def _is_counted(scene: Scene, at: Passage, offset: int) -> bool:
    """Whether the word is what another number counts: "four men and two slays" (sleighs)."""
    return any(
        row.counted and row.passage != at and row.passage.start <= offset < row.passage.end
        for row in scene.quantities
    )


def _counts_another(scene: Scene, at: Passage, offset: int) -> bool:
    """Whether another count stands between: "two-and-twenty of them, and six drowned"."""
    between = _between(offset, at)
    return any(row.passage.start in between for row in scene.quantities if row.passage != at)


_OBJECT = re.compile(
    r"(?:killed|wounded|shot|slain|saved|rescued)\s+(?:an|one|two|three|four|\d{1,3}|some|several"
    r"|a(?!\s(?:few|day|week|month|year|mile|short|little)))\s",
    re.IGNORECASE,
)


def _has_object(scene: Scene, offset: int) -> bool:
    """Whether a deed was done to others: four men "killed a deer", and none of them was killed."""
    # a word is placed at its first letter or at its second
    at = max(0, offset - scene.sentence.passage.start - 1)
    return _OBJECT.search(scene.sentence.passage.quote, at, at + ABOARD_REACH) is not None


def once_only_act(scene: Scene, at: Passage) -> str:
    """The once-only act that a date at ``at`` dates: the nearest such word, before rather than after."""
    tried = any(word in TRIED for _, word in scene.words)
    tried = tried or NEWS_OF_DEATH.search(scene.sentence.passage.quote) is not None
    found = [
        (distance + (20 if offset > at.start else 0), ONCE[word])
        for offset, word in scene.words
        if word in ONCE
        and not (tried and ONCE[word] in ("killed", "died"))
        and (distance := max(at.start - offset, offset - at.end)) <= ACT_REACH
        and not any(other.passage.start in _between(offset, at) for other in scene.dates)
    ]
    return min(found)[1] if found else ""


def _between(offset: int, at: Passage) -> range:
    return range(offset, at.start) if offset < at.start else range(at.end, offset)


def statement_at(scene: Scene, at: Passage, value_type: str) -> Statement | None:
    """The shortest statement with a value of this type that covers ``at``."""
    covering = [
        statement
        for statement in scene.statements
        if statement.value_type == value_type
        and statement.passage.start <= at.start
        and at.end <= statement.passage.end
        and statement.polarity != "negative"
    ]
    return min(
        covering, key=lambda s: (s.passage.end - s.passage.start, s.relation, s.id), default=None
    )


def stated_number(scene: Scene, quantity: Quantity) -> Statement | None:
    """The statement whose value this quantity is."""
    stated = statement_at(scene, quantity.passage, "number")
    if stated is None:
        return None
    numbers = {float(number) for number in _NUMBER.findall(stated.value)}
    return stated if {quantity.low, quantity.high} & numbers else None
