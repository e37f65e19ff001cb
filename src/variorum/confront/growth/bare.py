"""Bare numbers: tellings that give a story's number without saying again what is counted."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from variorum.confront.context import LONGEST_STORY, Ground, Scene
from variorum.confront.growth.words import HEARSAY, NUMERALS, RESCUES
from variorum.confront.linking import TOLLS
from variorum.confront.topics import topic_of
from variorum.model.testimony import Quantity

_NO_STORY = frozenset(("age", "clock"))

REACH = 3
"""Sentences after one that names whom the story is of, in which its bare number may stand."""

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:!?…»”\"')]|(?:now|today|these days|already|теперь|сейчас|уже)\b)", re.I
)


def bare_tellings(scenes: Sequence[Scene], ground: Ground) -> Iterator[Scene]:
    """The tellings of other accounts that give the number of ``scenes``' story bare: a sentence of the
    number alone ("Five."), or what people say ("People will tell you nine now").

    They stand right after a sentence that names the person whom most of the story's tellings name or,
    in a small dossier of one story, that counts the same thing with a verb of the story. Of an account
    that gives several, the one that people say; none where that leaves several.
    """
    people = _people(scenes, ground)
    things = Counter(thing for scene in scenes for thing in _counted(scene))
    most = min(things, key=lambda thing: (-things[thing], thing), default="")
    small = len(ground.scenes) <= LONGEST_STORY
    deeds = {_deed(term) for scene in scenes for term in scene.terms} if small else set()
    known = {scene.sentence.account for scene in scenes}
    near: dict[str, set[int]] = defaultdict(set)
    for scene in ground.scenes:
        account = scene.sentence.account
        named = any(m.entity in people for m in scene.mentions)
        counted = most in _counted(scene) and any(
            _deed(term) in deeds and term != most for term in scene.terms
        )
        if account not in known and (named or counted):
            near[account] |= set(range(scene.number, scene.number + REACH + 1))
    for account, numbers in sorted(near.items()):
        alone, heard = [], []
        for number in sorted(numbers):
            if number >= len(ground.scenes) or ground.scenes[number].sentence.account != account:
                continue
            scene = ground.scenes[number]
            if not scene.quantities and bare_number(scene.sentence.passage.quote):
                if HEARSAY.search(scene.sentence.passage.quote):
                    heard.append(scene)
                elif len(_WORD.findall(scene.sentence.passage.quote)) == 1:
                    alone.append(scene)
        told = heard or alone
        if len(told) == 1:
            yield told[0]


def _deed(term: str) -> str:
    return "rescue" if term in RESCUES else term


def counted_as(scene: Scene, row: Quantity) -> str:
    """What a number counts, under one word for all that are called alike: children and kids; or what
    it measures."""
    kind, topic, _ = topic_of(scene, row)
    if kind != "count":
        return f"{kind} {topic}" if kind and kind not in _NO_STORY else ""
    return row.counted or topic if topic in TOLLS else topic or row.counted


def _counted(scene: Scene) -> set[str]:
    return {counted_as(scene, row) for row in scene.quantities} - {""}


def bare_number(quote: str) -> tuple[float, int, int] | None:
    """The one number of a sentence in which nothing follows that it could count, with its place."""
    found = [
        (NUMERALS[match[0].casefold()], match.start(), match.end())
        for match in _WORD.finditer(quote)
        if NUMERALS.get(match[0].casefold(), 0.0) > 1
    ]
    if len({value for value, _, _ in found}) != 1 or not _FOLLOWS.match(quote, found[0][2]):
        return None
    return found[0]


def _people(scenes: Sequence[Scene], ground: Ground) -> frozenset[str]:
    named: Counter[str] = Counter()
    for scene in scenes:
        here = list(scene.mentions)
        for back in (1, 2):
            before = ground.scenes[scene.number - back] if scene.number >= back else scene
            if before.sentence.account == scene.sentence.account:
                here += before.mentions
        named.update({m.entity for m in here if ground.types.get(m.entity) == "person"})
    return frozenset(entity for entity, count in named.items() if 2 * count > len(scenes))
