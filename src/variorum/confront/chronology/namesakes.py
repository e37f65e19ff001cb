"""Namesakes: of whom a text says, or two entities show, that another bears the name."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.confront.chronology.words import ANOTHER, HIS_KIN, OF_TWO, TWO_OF_A_NAME
from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground, Scene
from variorum.model.passage import Passage
from variorum.model.testimony import Mention

NEAR = 30
"""Characters before and after a name in which it is said to be one of two."""

_APPOSED = re.compile(
    r",\s(?:the\s|a\s|an\s|our\s|his\s|her\s)?(?P<who>[a-zа-яё][\w’' -]{2,40}?)(?=[,.;:)]|\swho\b|$)"
)
"""What stands right after a name: ", deacon,", ", the miller's son,"."""

_NO_DESCRIPTION = re.compile(
    r"^(?:aged?|then|now|who|when|was|were|is|and|in|on|at|of|with|to|by|\w+ed|\w+ing|which|"
    r"и|в|на|\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Namesakes:
    """``kept_apart``: people beside whom identifying found another of the name. ``told``: people of whom
    a text says that there is another, who was not found."""

    told: frozenset[str]
    kept_apart: frozenset[str]


def namesakes(evidence: Evidence, ground: Ground) -> Namesakes:
    """The people of whom another bears the name: "another John Roe", "John Roe the younger"; everybody
    a text names where it says of nobody in particular that two have one name; and two entities of one
    full name. Linear in the mentions."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for mention in evidence.mentions:
        name = (mention.form or mention.passage.quote).casefold()
        if mention.type == "person" and mention.kind == "name" and " " in name:
            bearers[name].add(mention.entity)
    apart = {entity for several in bearers.values() if len(several) > 1 for entity in several}
    for entity in evidence.entities:
        if any("another of the name" in reason for reason in entity.against):
            apart.add(entity.id)
    found: set[str] = set()
    named: set[tuple[str, str]] = set()
    warned: set[str] = set()
    for scene in ground.scenes:
        quote, start = scene.sentence.passage.quote, scene.sentence.passage.start
        people = _people(scene, ground)
        if TWO_OF_A_NAME.search(quote):
            found |= {m.entity for m in people}
            if not people:
                warned.add(scene.sentence.account)
        for mention in people:
            begin, end = mention.passage.start - start, mention.passage.end - start
            before, after = quote[max(0, begin - NEAR) : begin], quote[end : end + NEAR]
            known = (scene.sentence.account, mention.entity) in named
            if ANOTHER.search(before) or OF_TWO.search(after) or (known and HIS_KIN.search(after)):
                found.add(mention.entity)
        named |= {(scene.sentence.account, m.entity) for m in people}
    for mention in evidence.mentions:
        if mention.account in warned and mention.type == "person":
            found.add(mention.entity)
    return Namesakes(frozenset(found - apart), frozenset(apart))


def _people(scene: Scene, ground: Ground) -> list[Mention]:
    return [
        m for m in scene.mentions if m.kind == "name" and ground.types.get(m.entity) == "person"
    ]


def described_apart(places: Sequence[tuple[Passage, int]], entity: str, ground: Ground) -> bool:
    """Whether sentences of one account describe who is named in them with no word in common: "Ann Lee,
    widow", "Ann Lee, spinster". ``places`` are passages with the numbers of their scenes."""
    told: dict[int, frozenset[str]] = {}
    for _, number in places:
        if number < 0 or number in told:
            continue
        scene = ground.scenes[number]
        start = scene.sentence.passage.start
        for mention in scene.mentions:
            if mention.entity != entity or mention.kind != "name":
                continue
            match = _APPOSED.match(scene.sentence.passage.quote, mention.passage.end - start)
            if match and not _NO_DESCRIPTION.match(match["who"]):
                words = frozenset(match["who"].casefold().split())
                told[number] = told.get(number, frozenset()) | words
    rows = [words for _, words in sorted(told.items())]
    return len(rows) > 1 and not frozenset.intersection(*rows)
