"""Births and deaths as asides: "Ann Lee (1850–1901)", "Mrs Pym kept a diary until her death in 1803"."""

import re
from collections.abc import Iterator

from variorum.confront.chronology.fact import Fact, dated
from variorum.confront.laid import Ground, Scene
from variorum.model.passage import Passage
from variorum.model.testimony import Mention

_SPAN = re.compile(
    r"\s?\((?:b\.\s?|born\s|род\.\s?|geb\.\s?)?(?P<born>1\d{3}|20\d\d)\s?[–—-]\s?"
    r"(?:d\.\s?)?(?P<died>1\d{3}|20\d\d)\)"
)
_ONE = re.compile(
    r"\s?\((?:(?P<b>b\.|born|род\.|geb\.|\*)|(?P<d>d\.|died|ум\.|gest\.|†|\+))\s?(?:in\s|в\s)?"
    r"(?P<year>1\d{3}|20\d\d)\)"
)
_DEATH_OF = re.compile(
    r"\b(?:until|till|before|after|since|to|on|at|by)\s(?:his|her)\s(?:own\s)?death\s(?:in|on)\s$"
    r"|\b(?:до|после|вплоть до)\s(?:своей|его|её)\sсмерти\sв\s$",
    re.IGNORECASE,
)
_REIGNS = re.compile(
    r"\b(?:king|queen|emperor|empress|pope|bishop|abbot|abbess|prince|duke|earl|tsar|president|mayor|"
    r"governor|minister|король|царь|император\w*|князь|епископ|директор)\b",
    re.IGNORECASE,
)
"""Whose years in brackets may be those of a reign or an office."""

SHORTEST_LIFE, LONGEST_LIFE = 20, 105
"""Years between two in brackets that are taken for a life: fewer are those of an office."""


def lifespans(scene: Scene, ground: Ground) -> Iterator[tuple[str, Fact]]:
    """Births and deaths told in brackets after a name, and "until her death in 1803" where one person
    alone is named. Pronouns and reigns tell none."""
    people = [
        m for m in scene.mentions if m.kind == "name" and ground.types.get(m.entity) == "person"
    ]
    place = scene.sentence.passage
    for mention in people:
        end = mention.passage.end - place.start
        titled = _REIGNS.search(f"{' '.join(mention.titles)} {place.quote[max(0, end - 60) : end]}")
        span, one = _SPAN.match(place.quote, end), _ONE.match(place.quote, end)
        if span and not titled:
            years = int(span["died"]) - int(span["born"])
            if SHORTEST_LIFE <= years <= LONGEST_LIFE:
                words = _words(place, mention, span.end())
                yield from _facts(mention, "birth", span["born"], words, scene)
                yield from _facts(mention, "death", span["died"], words, scene)
        elif one:
            words = _words(place, mention, one.end())
            yield from _facts(mention, "birth" if one["b"] else "death", one["year"], words, scene)
    if len({m.entity for m in people}) != 1:
        return
    for row in scene.dates:
        begin = row.passage.start - place.start
        before = _DEATH_OF.search(place.quote, max(0, begin - 60), begin)
        if before and not row.anchor:
            start = place.start + before.start()
            quote = place.quote[before.start() : row.passage.end - place.start]
            words = Passage(place.source, start, row.passage.end, quote)
            yield from _facts(people[0], "death", row.edtf, words, scene)


def _facts(
    mention: Mention, kind: str, edtf: str, words: Passage, scene: Scene
) -> Iterator[tuple[str, Fact]]:
    for fact in dated(kind, edtf, words, mention.account, kind, True, scene.number):
        yield mention.entity, fact


def _words(place: Passage, mention: Mention, end: int) -> Passage:
    start = mention.passage.start
    return Passage(place.source, start, place.start + end, place.quote[start - place.start : end])
