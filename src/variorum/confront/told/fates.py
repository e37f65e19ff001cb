"""Fates: one account has somebody die in the events, another has them live on."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.confront.laid import Ground, Scene
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair
from variorum.confront.told.words import SUPPOSING
from variorum.model.edtf import bounds
from variorum.model.passage import Passage
from variorum.model.testimony import Mention

REACH = 70
"""Characters between a name and the words of a fate, in one sentence."""

MOST = 6
"""Tellings of one fate that are compared."""

_DYING = (
    r"killed|drowned|drownded|perished|murdered|slain|executed|hanged|shot\sdead|burned\sto\sdeath|burnt\sto\sdeath"
    r"|crushed\sto\sdeath|beaten\sto\sdeath|lost\s(?:his|her)\slife|died\s(?:that|the\ssame|there|in\sthe|of\s(?:the|his"
    r"|her)\b)|погиб(?:ла)?|утонул[а]?|убит[а]?|расстрелян[а]?|сгорел[а]?|умер(?:ла)?\s(?:там|тогда|в\sту|той)"
)
_DEAD = re.compile(
    rf"[^.;!?]{{0,{REACH}}}?\b(?:was|were|is|had\sbeen|being|been|who|he|she|and|был[а]?)?\s?\b(?:{_DYING})\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:body|corpse|remains|тело|труп)\s(?:of\s)?(?:the\s|our\s|poor\s|старого\s)?(?:[\w-]+,?\s){0,3}$",
    re.IGNORECASE,
)
_LIVING = re.compile(
    rf"[^.;!?]{{0,{REACH}}}?\b(?:lived\s(?:until|till|to\s|on\b|through|another|for\s(?:many|some|\w+ty)|many)"
    r"|survived\b(?!\sby)|outlived|still\slives|is\sstill\salive|is\salive|came\sthrough\salive|escaped\swith\s(?:his|her)\slife"
    r"|дожил[а]?|выжил[а]?|уцелел[а]?|пережил[а]?|остал(?:ся|ась)\s(?:жив|в\sживых))\b",
    re.IGNORECASE,
)
_DIED_IN = re.compile(
    rf"[^.;!?]{{0,{REACH}}}?\b(?:died|passed\saway|умер(?:ла)?|скончал(?:ся|ась))\s",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|nearly|almost|thought|believed|supposed|feared|reported|rumou?red|не|чуть|едва)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:his|her|whose|their)\s\w+\s(?:was|were|had|is)\b|\bwhom\b|\bby\s$", re.I
)


@dataclass(frozen=True, slots=True)
class _Fate:
    scene: int
    account: str
    passage: Passage
    value: str


def fates(ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """People who die in one account and live on in another, in a dossier of one event or story.

    Only deaths by the event's own violence and bodies found count as deaths in it, so that a later
    death in bed is none. Linear in the mentions.
    """
    if ground.when is None and not ground.story:
        return
    dead: dict[str, list[_Fate]] = defaultdict(list)
    alive: dict[str, list[_Fate]] = defaultdict(list)
    for scene in ground.scenes:
        for mention in scene.mentions:
            if ground.types.get(mention.entity) != "person":
                continue
            found = _fate(mention, scene, ground)
            if found is not None:
                living, fate = found
                (alive if living else dead)[mention.entity].append(fate)
    for entity, deaths in sorted(dead.items()):
        lives = alive.get(entity, [])
        sayers = {row.account for row in deaths} & {row.account for row in lives}
        for death in deaths[:MOST]:
            for life in lives[:MOST]:
                if death.account == life.account or sayers:
                    continue
                first, second = sorted((death, life), key=lambda row: row.scene)
                who = ground.names.get(entity, "")
                yield (
                    Pair(first.scene, second.scene, 2.0, 0.4, 0.0, 0.0, 1.0, 0),
                    Difference(
                        "polarity", "fate", f"fate {entity}", f"Did {who} die in the events?",
                        Told(first.value, first.passage, first.scene),
                        Told(second.value, second.passage, second.scene), 2.0,
                        (f"one account has {who} die, another has them live on",),
                    ),
                )  # fmt: skip


def _fate(mention: Mention, scene: Scene, ground: Ground) -> tuple[bool, _Fate] | None:
    """Whether somebody lives on (True) or dies (False) in a sentence that names them, and its words."""
    whole = scene.sentence.passage
    begin, end = mention.passage.start - whole.start, mention.passage.end - whole.start
    quote = whole.quote
    if quote.rstrip("”’\"'»)] \n").endswith("?") or any(w in SUPPOSING for w in quote.split()):
        return None
    body = _BODY.search(quote[:begin])
    if body:
        return False, _told(scene, body.start(), end)
    for pattern, living in ((_LIVING, True), (_DEAD, False), (_DIED_IN, True)):
        match = pattern.match(quote, end)
        if match is None or _NOT.search(match[0]) or _OTHERS.search(match[0]):
            continue
        if _another_named(mention, scene, match.end(), ground):
            continue
        if pattern is _DIED_IN and not _later(scene, match.end(), ground):
            continue
        return living, _told(scene, begin, match.end())
    return None


def _another_named(mention: Mention, scene: Scene, until: int, ground: Ground) -> bool:
    """Whether somebody else is named between the name and the words of the fate."""
    offset = scene.sentence.passage.start
    return any(
        mention.passage.end <= other.passage.start < offset + until
        and other.entity != mention.entity
        and ground.types.get(other.entity) == "person"
        for other in scene.mentions
    )


def _later(scene: Scene, at: int, ground: Ground) -> bool:
    """Whether the date right after "died" is of a year after the events."""
    if ground.when is None:
        return False
    offset = scene.sentence.passage.start + at
    for date in scene.dates:
        span = bounds(date.edtf)
        if 0 <= date.passage.start - offset <= len("on or about ") and span is not None:
            return span[0].year > ground.when[1].year
    return False


def _told(scene: Scene, begin: int, end: int) -> _Fate:
    whole = scene.sentence.passage
    begin, end = max(0, begin), len(whole.quote[:end].rstrip())
    passage = Passage(whole.source, whole.start + begin, whole.start + end, whole.quote[begin:end])
    return _Fate(scene.number, scene.sentence.account, passage, " ".join(passage.quote.split()))
