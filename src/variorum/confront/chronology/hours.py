"""Two spots at one hour: accounts of one story that have one person in two places at the same time."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.confront.chronology.row import DOUBTFUL, impossible
from variorum.confront.laid import Ground, Scene
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage

_WAS = re.compile(
    r"\s(?:(?:himself|herself|still|already|then)\s)?(?:was|were|sat|stood|lay|knelt|был[аи]?|сидел[аи]?|"
    r"стоял[аи]?|лежал[аи]?|находил(?:ся|ась))\b(?:\s(?:still|just|already|with|standing|sitting|lying|kneeling|"
    r"asleep|alone|back|up|down|out|there|us|me|him|them|ещё|уже|тогда|с нами)){0,4}\s"
    r"(?:in|at|on|under|by|beside|aboard|в|во|на|у|под|возле)\s"
    r"(?:(?:the|a|an|our|my|his|her|their|нашей|нашем|своей|своём)\s)?(?P<spot>[^\W\d_]{3,}"
    r"(?:\s(?!of\b|and\b|at\b|in\b|on\b|with\b|when\b|that\b|by\b|и\b|в\b|на\b|с\b)[^\W\d_]{3,}){0,2})"
    r"(?=[\s,.;:!?)]|$)"
)
"""After a person: where he was. The spot is the first words after the preposition."""

_UNREAL = re.compile(
    r"\b(?:would|should|could|might|may|if|not|never|n['’]t|supposed|perhaps|said to|every|each|always|"
    r"usually|often|next (?:day|morning|evening)|бы|не|если|будто|обычно|всегда|каждый|наутро)\b",
    re.IGNORECASE,
)
_NO_SPOT = re.compile(
    r"(?:time|last|least|first|once|work|rest|ease|peace|war|hand|hands|fire|love|duty|watch|way|age|hour|"
    r"moment|danger|doubt|fear|tears|mood|sight|years?|o['’]?clock)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Stay:
    hour: float
    day: str
    spot: str
    words: Passage
    account: str


def hours(ground: Ground, shared: frozenset[str]) -> Iterator[Impossibility]:
    """One person at one hour in two spots that share no word, by two accounts of one story, neither of
    which dates it to another day. One pass over the sentences; of each hour one pair."""
    stays: dict[tuple[str, float], list[_Stay]] = defaultdict(list)
    for scene in ground.scenes:
        if scene.sentence.account in ground.story:
            for who, stay in _stays(scene, ground):
                stays[who, stay.hour].append(stay)
    for (who, _), rows in sorted(stays.items()):
        first = rows[0]
        for other in rows[1:]:
            apart = not {*first.spot.casefold().split()} & {*other.spot.casefold().split()}
            one_day = not first.day or not other.day or first.day == other.day
            if other.account == first.account or not apart or not one_day or who in shared:
                continue
            name = ground.names.get(who, "") or "One person"
            reason = f"{name} cannot have been at both at one hour: “{first.spot}”, “{other.spot}”"
            yield impossible((first.words, other.words), (reason,), DOUBTFUL)
            break


def _stays(scene: Scene, ground: Ground) -> Iterator[tuple[str, _Stay]]:
    clocks = [row for row in scene.quantities if row.unit == "clock"]
    place = scene.sentence.passage
    told = [
        (row.passage, row.low) for row in clocks if row.exactness == "exact" and row.low == row.high
    ]
    stamped = [(row, _DATED_HOUR.fullmatch(row.edtf)) for row in scene.dates]
    told = told or [  # "at five on 10 March 1921"
        (row.passage, int(m["hour"]) + int(m["minute"]) / 60) for row, m in stamped if m
    ]
    if len(told) != 1 or len(clocks) > 1:
        return
    when, hour = told[0]
    for mention in scene.mentions:
        if ground.types.get(mention.entity) != "person":
            continue
        end = mention.passage.end - place.start
        match = _WAS.match(place.quote, end)
        if match is None or _NO_SPOT.match(match["spot"]):
            continue
        start = min(mention.passage.start, when.start) - place.start
        stop = max(match.end(), when.end - place.start)
        words = place.quote[start:stop]
        if stop - start > _LONGEST or _UNREAL.search(words) or re.search(r"[.;!?]\s", words):
            continue
        days = {row.edtf[:10] for row in scene.dates if re.match(r"\d{4}-\d\d-\d\d", row.edtf)}
        day = days.pop() if len(days) == 1 else ""
        at = Passage(place.source, place.start + start, place.start + stop, words)
        spot = " ".join(match["spot"].split())
        yield mention.entity, _Stay(hour % 12, day, spot, at, scene.sentence.account)


_DATED_HOUR = re.compile(r"\d{4}-\d{2}-\d{2}T(?P<hour>\d{2}):(?P<minute>\d{2})")
_LONGEST = 160
"""Characters from the hour to the spot."""
