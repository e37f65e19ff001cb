"""A witness against himself: "I saw it myself … I was not there", "four of us … the three of us"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.confront.evidence import Evidence
from variorum.confront.kinship import APPARATUS
from variorum.confront.laid import Ground, Scene
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair, day_of, features_of
from variorum.establish.particulars import particulars
from variorum.model.passage import Passage

LEAST_SHARED = 1.6
"""Rarity that two sentences of one witness must share beside the words that differ: he was of four one
day and of three on another."""

MOST_TOLD = 16
"""Such sentences of one witness that are compared."""

_SAW = re.compile(
    r"\bI\s(?:myself\s)?saw\b(?:\W+\w+){0,5}?\W+(?:myself|with\smy\sown\seyes)\b"
    r"|\bI\swas\s(?:there|present|standing\sthere)\b"
    r"|\bя\s(?:\w+\s){0,2}?видел[а]?\b(?:\W+\w+){0,4}?\W+(?:сам[а]?|своими\sглазами)\b"
    r"|\bя\sсам[а]?\s(?:\w+\s)?видел[а]?\b|\bя\s(?:сам[а]?\s)?был[а]?\s(?:там|при\sэтом)\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\bI\s(?:was\s(?:not|never)|wasn['’]t)\s(?:there|present)\b"
    r"|\bI\s(?:did\snot|didn['’]t|never)\s(?:see|saw)\s(?:it|this|that)\b"
    r"|\bменя\s(?:там|при\sэтом)\sне\sбыло\b|\bя\s(?:там|при\sэтом)\sне\sбыл[а]?\b"
    r"|\bя\s(?:сам[а]?\s)?(?:этого|того)\s(?:сам[а]?\s)?не\sвидел[а]?\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|[а-яё]+)"
_PARTY = re.compile(
    rf"\b(?:there\swere\s(?P<a>{_NUMBER})\sof\sus\b|the\s(?P<b>{_NUMBER})\sof\sus\b"
    rf"|we\swere\s(?P<c>{_NUMBER})(?=\s(?:in|on|at|of\sus|men|altogether|all)\b|[,.;])"
    rf"|нас\s(?:было\s)?(?P<d>{_NUMBER})\b|мы\s(?P<e>вдвоём|вдвоем|втроём|втроем|вчетвером|впятером))",
    re.IGNORECASE,
)
_TOGETHER = {"вдвоём": 2, "вдвоем": 2, "втроём": 3, "втроем": 3, "вчетвером": 4, "впятером": 5}
_UNSURE = re.compile(
    r"\b(?:if|about|some|only|left|other|more|now|at\sfirst|then|another|almost|perhaps|maybe|или|если"
    r"|около|осталось|остал\w+|ещё|еще|уже|теперь|сначала|потом|почти|другой|only)\b|\?\W*$",
    re.IGNORECASE,
)
"""Words of another moment, of a part, or of doubt."""


@dataclass(frozen=True, slots=True)
class _Own:
    """What a witness says of himself: which kind of thing, the value, and where."""

    kind: str
    value: str
    passage: Passage
    scene: Scene


def selves(evidence: Evidence, ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """What one witness tells of himself in two ways, in one account or in two of his.

    Whether he was there and saw it, and of how many he was one, where the two sentences share rare
    words and names. Grouped by witness; linear but for a capped number of sentences each.
    """
    speakers = {
        voice.id: ground.names.get(voice.chain[0].entity, voice.chain[0].name).casefold()
        for voice in evidence.voices
        if voice.chain
    }
    told: dict[tuple[str, str], list[_Own]] = defaultdict(list)
    for scene in ground.scenes:
        account = ground.accounts.get(scene.sentence.account)
        if account is None or account.kind in APPARATUS:
            continue
        speaker = speakers.get(scene.voice, "") or account.author.casefold() or account.id
        for own in _own(scene):
            told[speaker, own.kind].append(own)
    for _, rows in sorted(told.items()):
        yield from _against(rows[:MOST_TOLD], ground)


def _own(scene: Scene) -> Iterator[_Own]:
    quote = scene.sentence.passage.quote
    if len(quote) > LONGEST or _UNSURE.search(quote):
        return
    missed, saw = _MISSED.search(quote), _SAW.search(quote)
    if missed and not saw:
        yield _Own("there", "no", _cut(scene, missed.start(), missed.end()), scene)
    elif saw and not missed:
        yield _Own("there", "yes", _cut(scene, saw.start(), saw.end()), scene)
    party = _PARTY.search(quote)
    if party:
        words = next(word for word in party.groups() if word).casefold()
        value = str(_TOGETHER[words]) if words in _TOGETHER else _number(words)
        if value:
            yield _Own("party", value, _cut(scene, party.start(), party.end()), scene)


LONGEST = 300
"""Characters of the longest sentence that is held to be about one thing."""


def _number(words: str) -> str:
    language = "en" if words.isascii() else "ru"
    return next((p.value for p in particulars(words, language) if p.kind == "number"), "")


def _cut(scene: Scene, start: int, end: int) -> Passage:
    whole = scene.sentence.passage
    return Passage(whole.source, whole.start + start, whole.start + end, whole.quote[start:end])


def _against(rows: Sequence[_Own], ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    for one, other in combinations(rows, 2):
        if one.value == other.value or one.scene.number == other.scene.number:
            continue
        a, b = one.scene.sentence.account, other.scene.sentence.account
        if day_of(ground, a, b) < 0 or (a == b and one.scene.day != other.scene.day):
            continue
        common = features_of(one.scene) & features_of(other.scene)
        shared = sum(ground.rarity.get(feature, 0.0) for feature in sorted(common))
        if shared < LEAST_SHARED:
            continue
        party = one.kind == "party"
        yield (
            Pair(one.scene.number, other.scene.number, shared, 0.4, 0.0, 0.0, 1.0, 0),
            Difference(
                "number" if party else "polarity", "self", one.kind,
                "Of how many was the witness one?" if party else "Was the witness there?",
                Told(one.value if party else _words(one.passage), one.passage, one.scene.number),
                Told(other.value if party else _words(other.passage), other.passage, other.scene.number),
                shared, ("one witness says both",),
            ),
        )  # fmt: skip


def _words(passage: Passage) -> str:
    return " ".join(passage.quote.split())
