"""Subjects: whose age, birth or death a sentence tells."""

import re

from variorum.confront.laid import Ground, Scene
from variorum.confront.vocabulary import OF_A_NOUN
from variorum.model.passage import Passage
from variorum.model.testimony import Statement

PERSON_REACH = 120
"""Characters between an age and the person whose it is."""

SENTENCES_BACK = 3
"""Sentences before "He was thirty-seven" in which the one person is looked for who was named last."""

_PRONOUN = re.compile(
    r"\W*(?:(?:then|now|at (?:that|the) time|in \d{4}|тогда|теперь|сейчас|в \d{4} году),?\s)?"
    r"(?P<who>he|she|он|она|ему|ей)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:I|me|my|myself|я|мне|мой|моя|меня)\b", re.IGNORECASE)
_KIN = re.compile(
    r"(?:my|his|her|мо(?:й|я|его|ему|ей|ю)|его|е[её])\s(?P<kin>[^\W\d_]+)\b", re.IGNORECASE
)
_RELATIVES = {
    "father": "father", "mother": "mother", "grandfather": "grandfather",
    "grandmother": "grandmother", "husband": "husband", "wife": "wife", "отец": "father",
    "отца": "father", "мать": "mother", "дед": "grandfather", "бабушка": "grandmother",
    "муж": "husband", "жена": "wife",
}  # fmt: skip
"""Relatives of whom one has but one that is spoken of, so that "my father" means one person."""


def whose(scene: Scene, at: Passage, stated: Statement | None, ground: Ground) -> str:
    """The person whose age or date of life stands at ``at``; "" where nobody can be told.

    As stated; the narrator of "I was nine"; the one relative of "my father was born"; the person named
    right beside; or, for a sentence that opens with "he", the only person named just before.
    """
    if stated is not None and ground.types.get(stated.subject) == "person":
        return stated.subject
    if stated is not None and stated.relation not in ("age", "born", "died", "buried", "married"):
        return ""
    before = scene.sentence.passage.quote[: at.start - scene.sentence.passage.start]
    if stated is not None and stated.subject == "narrator":
        return _narrator(scene, ground)
    if relative := _relative(scene, before, ground):
        return relative
    if stated is None and not _describes(scene, at) and (near := nearest_person(scene, at, ground)):
        return near
    opening = _PRONOUN.match(before)
    if opening and not _people(scene, ground, until=at.start):
        return _named_last(scene, ground)
    return ""


def nearest_person(scene: Scene, at: Passage, ground: Ground) -> str:
    """The person nearest before ``at`` in the sentence, or right after it; "" where two contend."""
    before: list[tuple[int, str]] = []
    for mention in scene.mentions:
        if ground.types.get(mention.entity) != "person":
            continue
        place = mention.passage
        if place.start >= at.end and place.start - at.end <= 3:
            return mention.entity
        if place.end <= at.start and at.start - place.end <= PERSON_REACH:
            before.append((at.start - place.end, mention.entity))
    if not before:
        return ""
    before.sort()
    touching = before[0][0] <= len(" (aged ")
    if touching or len({entity for _, entity in before}) == 1:
        return before[0][1]
    return ""


def _describes(scene: Scene, at: Passage) -> bool:
    """ "An 11-year-old girl" is hardly the person named before."""
    after = scene.sentence.passage.quote[at.end - scene.sentence.passage.start :]
    return bool(OF_A_NOUN.search(at.quote)) and after[:2].strip()[:1].islower()


def _narrator(scene: Scene, ground: Ground) -> str:
    """Whom "I" means in the sentence."""
    for mention in scene.mentions:
        if mention.kind == "pronoun" and _FIRST.fullmatch(mention.passage.quote):
            return mention.entity
    return ""


def _relative(scene: Scene, before: str, ground: Ground) -> str:
    """Whom "my father" at the head of the sentence means, where a relation names him."""
    found = _KIN.match(before.lstrip("\"'“«— "))
    relation = _RELATIVES.get(found["kin"].casefold(), "") if found else ""
    owner = next((m.entity for m in scene.mentions if m.kind == "pronoun"), "")
    return ground.kin.get((owner, relation), "") if relation and owner else ""


def _people(scene: Scene, ground: Ground, until: int | None = None) -> set[str]:
    return {
        mention.entity
        for mention in scene.mentions
        if ground.types.get(mention.entity) == "person"
        and not _FIRST.fullmatch(mention.passage.quote)
        and (until is None or mention.passage.start < until)
    }


def _named_last(scene: Scene, ground: Ground) -> str:
    """The only person named in the last sentence before that names anybody."""
    for number in range(scene.number - 1, max(-1, scene.number - 1 - SENTENCES_BACK), -1):
        earlier = ground.scenes[number]
        if earlier.sentence.account != scene.sentence.account:
            return ""
        people = _people(earlier, ground)
        if people:
            return people.pop() if len(people) == 1 else ""
    return ""
