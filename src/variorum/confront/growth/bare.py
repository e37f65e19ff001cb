"""Bare numbers: tellings that give a story's number without saying again what is counted."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from variorum.confront.gaps import plural
from variorum.confront.growth.words import HEARSAY, NUMERALS, RESCUES
from variorum.confront.kinship import LONGEST_STORY
from variorum.confront.laid import Ground, Scene
from variorum.confront.topics import topic_of
from variorum.confront.vocabulary import TOLLS
from variorum.model.testimony import Quantity

_NO_STORY = frozenset(("age", "clock", "position"))

REACH = 3
"""Sentences after one that names whom the story is of, in which its bare number may stand."""

LONGEST = 300
"""Characters of the longest sentence that gives a bare number."""

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:!?…»”\"')]|(?:now|today|these days|already|теперь|сейчас|уже)\b)", re.I
)


def bare_scenes(ground: Ground) -> tuple[Scene, ...]:
    """The sentences that are a number alone ("Five."), or say what people say of one ("People will tell
    you nine now")."""
    return tuple(
        scene
        for scene in ground.scenes
        if not scene.quantities
        and len(scene.sentence.passage.quote) <= LONGEST
        and bare_number(scene.sentence.passage.quote)
        and (_is_alone(scene) or HEARSAY.search(scene.sentence.passage.quote))
    )


def _is_alone(scene: Scene) -> bool:
    return len(_WORD.findall(scene.sentence.passage.quote)) == 1


def bare_tellings(
    scenes: Sequence[Scene], bare: Sequence[Scene], ground: Ground
) -> Iterator[Scene]:
    """The tellings among ``bare``, in other accounts, that give the number of ``scenes``' story.

    They stand right after a sentence that names the person whom most of the story's tellings name or,
    in a small dossier, that counts the same thing with a verb of the story. Of an account that gives
    several, the one that people say; none where that leaves several.
    """
    people = _people(scenes, ground)
    things = Counter(thing for scene in scenes for thing in _counted(scene))
    most = min(things, key=lambda thing: (-things[thing], thing), default="")
    small = len(ground.scenes) <= LONGEST_STORY
    deeds = {_deed(term) for scene in scenes for term in scene.terms} if small else set()
    known = {scene.sentence.account for scene in scenes}

    def belongs(scene: Scene) -> bool:
        if any(m.entity in people for m in scene.mentions):
            return True
        return most in _counted(scene) and any(
            _deed(term) in deeds and term != most for term in scene.terms
        )

    near: dict[str, list[Scene]] = defaultdict(list)
    for scene in bare:
        account = scene.sentence.account
        before = ground.scenes[max(0, scene.number - REACH) : scene.number + 1]
        if account not in known and any(
            s.sentence.account == account and belongs(s) for s in before
        ):
            near[account].append(scene)
    for _, told in sorted(near.items()):
        heard = [scene for scene in told if not _is_alone(scene)]
        if len(heard or told) == 1:
            yield (heard or told)[0]


def _deed(term: str) -> str:
    return "rescue" if term in RESCUES else term


def counted_as(scene: Scene, row: Quantity) -> str:
    """What a number counts, under one word for all that are called alike: children and kids; or what
    it measures."""
    kind, topic, _ = topic_of(scene, row)
    if kind != "count":
        return f"{kind} {topic}" if kind and kind not in _NO_STORY else ""
    return row.counted or topic if topic in TOLLS else topic or row.counted


def number_of(thing: str) -> str:
    """ "the number of wolves", "the number of killed"; "the number" of what is measured or unnamed."""
    if not thing or " " in thing:
        return "the number"
    return f"the number of {thing if thing in TOLLS else plural(thing)}"


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
