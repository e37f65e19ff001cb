"""The context of an answer: the words, names and dates around it, weighed by their rarity."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log
from typing import Protocol, TypeVar

from variorum.confront.counterparts import counterparts
from variorum.confront.entries import days_told
from variorum.confront.evidence import Evidence
from variorum.confront.kinship import (
    FEWEST_DATED,
    FEWEST_OF_ONE,
    keeps_days,
    one_story,
    signs_of,
    year_of_events,
)
from variorum.confront.laid import DAY, Ground, Scene, Vector
from variorum.confront.tongues import one_vocabulary
from variorum.establish import open_encoder
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Quantity, Relation, Sentence

REACHES = ((30, 1.0), (60, 0.75), (200, 0.4))
"""Up to how many characters from an answer a word of its sentence bears on it, and how much."""

FAR, CLOSE = 200, 0.75
"""Where the last of REACHES ends, and the least weight of what stands close by."""

BEFORE_WEIGHT = 0.4
"""What a name in the sentence before counts: "He carried three children" follows one that names him.
All were set on one dossier (lewis_clark) and the project's example."""


class _Placed(Protocol):
    @property
    def passage(self) -> Passage: ...


P = TypeVar("P", bound=_Placed)

FEWEST = 20
"""Sentences a dossier is taken to have at least when rarity is reckoned: in two short notes every
shared word would be common otherwise."""

SHORTEST = 3
"""Letters of the shortest word that counts: shorter ones are mostly abbreviations ("n.", "st")."""

MOST_MEANT = 4_000
"""Sentences with values that are compared in meaning; each takes about a millisecond."""

BIRTH = "birth"
"""What a date dates that was reckoned from an age."""


def ground(evidence: Evidence) -> Ground:
    """Lay the evidence out by sentence. Linear but for sorting."""
    accounts = {account.id: account for account in evidence.accounts}
    mentions = _by_source(evidence.mentions)
    known = one_vocabulary(evidence.sentences, evidence.mentions, evidence.quantities)
    quantities = _by_source([_renamed(row, known) for row in evidence.quantities])
    # when somebody of an age was born is no time of what the sentence tells
    dates = _by_source([row for row in evidence.dates if row.event != BIRTH])
    statements = _by_source(evidence.statements)
    voices = {voice.id: voice for voice in evidence.voices}
    ordered = sorted(evidence.sentences, key=lambda s: (s.account, s.passage))
    scenes = []
    told = [_inside(dates, sentence.passage) for sentence in ordered]
    days = days_told(ordered, told, accounts)
    for number, sentence in enumerate(ordered):
        place = sentence.passage
        counted, dated = _inside(quantities, place), told[number]
        scenes.append(
            Scene(
                number,
                sentence,
                tuple(known.get(term, term) for term in sentence.terms)
                if known
                else sentence.terms,
                _placed_words(sentence, known) if counted or dated else (),
                _inside(mentions, place),
                counted,
                dated,
                _inside(statements, place),
                sentence.voice if sentence.voice in voices else "",
                days[number],
            )
        )
    names: dict[str, Counter[str]] = defaultdict(Counter)
    types: dict[str, str] = {}
    cast: dict[str, set[str]] = defaultdict(set)
    for mention in evidence.mentions:
        names[mention.entity][mention.form or mention.passage.quote] += 1
        types[mention.entity] = mention.type
        cast[mention.account].add(mention.entity)
    laid = Ground(
        tuple(scenes),
        accounts,
        _rarity(scenes, accounts),
        {entity: _best_name(forms) for entity, forms in names.items()},
        types,
        {account: frozenset(entities) for account, entities in cast.items()},
        signs_of(evidence, scenes),
        None if keeps_days(scenes) else year_of_events(evidence, FEWEST_DATED),
        counterparts(
            evidence.parallels,
            [(s.number, s.sentence.passage) for s in scenes if s.quantities or s.dates],
        ),
        _meant(scenes),
        _kin(evidence.relations),
    )
    story = one_story(laid)
    when = laid.when or (
        None if keeps_days(scenes) or not story else year_of_events(evidence, FEWEST_OF_ONE)
    )
    return replace(laid, story=story, when=when)


def _meant(scenes: Sequence[Scene]) -> dict[int, Vector]:
    """The vectors of the sentences that hold a value, where the encoder knows their language; none
    in a dossier of more than MOST_MEANT such sentences, which share words enough."""
    holding = sum(bool(scene.quantities or scene.dates) for scene in scenes)
    if holding > MOST_MEANT:
        return {}
    encoder = open_encoder()
    told = [
        scene
        for scene in scenes
        if (scene.quantities or scene.dates)
        and scene.sentence.language.partition("-")[0] in encoder.languages
    ]
    rows = encoder.encode([" ".join(scene.sentence.passage.quote.split()) for scene in told])
    return {scene.number: row for scene, row in zip(told, rows, strict=True)}


def _kin(relations: Sequence[Relation]) -> dict[tuple[str, str], str]:
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in relations:
        told[row.subject, row.relation].add(row.object)
    return {key: next(iter(people)) for key, people in told.items() if len(people) == 1}


def features(scene: Scene, before: Scene | None, at: Passage) -> dict[str, float]:
    """What an answer at ``at`` is about, each feature with its weight by nearness (0 to 1)."""
    found: dict[str, float] = {}
    for offset, word in scene.words:
        if at.start <= offset < at.end:
            continue
        distance = at.start - offset if offset < at.start else offset - at.end
        if distance <= FAR:
            found["t:" + word] = max(_weight(distance), found.get("t:" + word, 0.0))
    for mention in scene.mentions:
        distance = max(at.start - mention.passage.end, mention.passage.start - at.end)
        if distance <= FAR and mention.entity:
            feature = "e:" + mention.entity
            found[feature] = max(_weight(distance), found.get(feature, 0.0))
            # the words of a name are the name: they do not count a second time
            for word in (mention.form or mention.passage.quote).casefold().split():
                found.pop("t:" + word, None)
    if before is not None and before.sentence.account == scene.sentence.account:
        for mention in before.mentions:
            found.setdefault("e:" + mention.entity, BEFORE_WEIGHT)
    if scene.day:
        found["d:" + scene.day] = 1.0
    return found


def _weight(distance: int) -> float:
    for reach, weight in REACHES:
        if distance <= reach:
            return weight
    return 0.0


def _renamed(row: Quantity, known: Mapping[str, str]) -> Quantity:
    """A count of what another language calls otherwise, under the dossier's one word for it."""
    return replace(row, counted=known[row.counted]) if row.counted in known else row


def _placed_words(sentence: Sentence, known: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
    """Find each base form's place in the words as written, from left to right.

    A base form unlike its word ("go" for "went") stands where the last one was found.
    """
    quote = sentence.passage.quote.casefold()
    start = sentence.passage.start
    cursor, placed = 0, []
    for term in sentence.terms:
        if len(term.rstrip(".")) < SHORTEST:
            continue
        reach = cursor + FAR + len(term)
        at = quote.find(term[:4], cursor, reach)
        if at < 0 and len(term) > 3:
            at = quote.find(term[:3], cursor, reach)
        if at >= 0:
            cursor = at + 1
        placed.append((start + min(cursor, max(0, len(quote) - 1)), known.get(term, term)))
    return tuple(placed)


def _by_source(rows: Iterable[P]) -> dict[str, tuple[list[int], list[P]]]:
    grouped: dict[str, list[P]] = defaultdict(list)
    for row in rows:
        grouped[row.passage.source].append(row)
    index: dict[str, tuple[list[int], list[P]]] = {}
    for source, found in grouped.items():
        found.sort(key=lambda row: row.passage)
        index[source] = [row.passage.start for row in found], found
    return index


def _inside(index: Mapping[str, tuple[list[int], list[P]]], place: Passage) -> tuple[P, ...]:
    if place.source not in index:
        return ()
    starts, rows = index[place.source]
    return tuple(rows[bisect_left(starts, place.start) : bisect_right(starts, place.end - 1)])


def _rarity(scenes: Sequence[Scene], accounts: Mapping[str, Account]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for scene in scenes:
        counts.update({"t:" + word for word in scene.terms})
        counts.update({"e:" + mention.entity for mention in scene.mentions})
    most = log(max(FEWEST, len(scenes)))
    rarity = {feature: 1 - log(count) / most for feature, count in counts.items()}
    dated = {(scene.sentence.account, scene.day) for scene in scenes if scene.day}
    dated |= {(a.id, a.date) for a in accounts.values() if len(a.date) == DAY}
    days = Counter("d:" + day for _, day in dated)
    # a day shared by two of a thousand accounts tells much; one that all accounts bear tells nothing
    for day, count in days.items():
        rarity[day] = 1 - log(count) / log(max(2, len(accounts), len(dated)))
    return rarity


def _best_name(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-len(form.split()), -forms[form], form))
