"""The verb: what cannot be true whoever is right."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from variorum.confront.answers import Answer
from variorum.confront.chronology.datelines import datelines
from variorum.confront.chronology.days import days
from variorum.confront.chronology.facts import facts
from variorum.confront.chronology.hours import hours
from variorum.confront.chronology.kin import kin
from variorum.confront.chronology.lives import lives
from variorum.confront.chronology.namesakes import namesakes
from variorum.confront.chronology.no_such_day import no_such_day
from variorum.confront.chronology.order import order
from variorum.confront.chronology.places import places
from variorum.confront.chronology.sentences import sentences
from variorum.confront.chronology.sums import sums
from variorum.confront.chronology.tables import tables
from variorum.confront.chronology.telling import telling
from variorum.confront.chronology.tolls import tolls
from variorum.confront.chronology.totals import totals
from variorum.confront.chronology.weekdays import weekdays
from variorum.confront.chronology.words import FICTION
from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground
from variorum.model.findings import Impossibility

HEAD_SCENES = 5
"""Sentences at the head of an account in which a line may say that what follows is fiction."""


def impossibilities(
    evidence: Evidence, found: Sequence[Answer], ground: Ground
) -> Iterator[Impossibility]:
    """What cannot be true whoever is right, each with the passages that cannot stand together.

    Weekdays against their dates; sums and series against their parts; lengths of time against their
    ends; lives: births, ages, deeds and deaths as one network of moments a person. One pass over the
    sentences and one over every person's facts, of which at most ``lives.MOST_FACTS`` are weighed.
    Accounts that say they are fiction are not asked.
    """
    shown: dict[tuple[str, int], list[frozenset[tuple[str, int]]]] = defaultdict(list)
    for row in _all(*_without_fiction(evidence, found, ground)):
        # one sum may be read off a table and off its words, one age off a sentence and off a life
        places = frozenset((passage.source, passage.start) for passage in row.passages)
        if len(places) > 1:
            near = [told for place in places for told in shown[place]]
            if any(places <= told or told <= places for told in near):
                continue
            for place in places:
                shown[place].append(places)
        yield row


def _all(evidence: Evidence, found: Sequence[Answer], ground: Ground) -> Iterator[Impossibility]:
    lines = datelines(evidence, ground)
    namesake = namesakes(evidence, ground)
    shared = namesake.told | namesake.kept_apart
    told = facts(evidence, found, ground, lines)
    yield from weekdays(ground, lines)
    yield from no_such_day(ground)
    yield from sentences(ground)
    yield from sums(found, ground)
    yield from tables(ground)
    yield from totals(ground)
    yield from tolls(ground)
    yield from lives(evidence, told, ground, namesake)
    yield from days(ground, shared)
    yield from kin(evidence, told, ground, shared)
    yield from telling(evidence, ground, lines)
    yield from order(ground)
    yield from places(evidence, ground, shared)
    yield from hours(ground, shared)


def _without_fiction(
    evidence: Evidence, found: Sequence[Answer], ground: Ground
) -> tuple[Evidence, Sequence[Answer], Ground]:
    """The same without what stands in accounts that say they are a novel, a tale, a play.

    The scenes stay in their places, emptied, for they are known by their numbers.
    """
    invented = _invented(evidence, ground)
    if not invented:
        return evidence, found, ground
    scenes = tuple(
        replace(scene, mentions=(), quantities=(), dates=(), statements=())
        if scene.sentence.account in invented
        else scene
        for scene in ground.scenes
    )
    kept = replace(
        evidence,
        accounts=tuple(row for row in evidence.accounts if row.id not in invented),
        voices=tuple(row for row in evidence.voices if row.account not in invented),
    )
    answers = [row for row in found if row.account not in invented]
    return kept, answers, replace(ground, scenes=scenes)


def _invented(evidence: Evidence, ground: Ground) -> frozenset[str]:
    """Accounts at whose head stands a line such as "A novel by Ann Lee"; of a title page that was read
    as an account by itself, the next of its source too."""
    said = {account.id for account in evidence.accounts if FICTION.match(account.title.strip())}
    read: Counter[str] = Counter()
    for scene in ground.scenes:
        account = scene.sentence.account
        read[account] += 1
        if read[account] <= HEAD_SCENES and FICTION.match(scene.sentence.passage.quote.strip()):
            said.add(account)
    for hand in evidence.hands:
        if hand.kind in ("byline", "heading") and FICTION.match(hand.passage.quote.strip()):
            said.add(hand.account)
    ordered = sorted(evidence.accounts, key=lambda row: (row.source, row.start))
    following = {
        after.id
        for before, after in pairwise(ordered)
        if before.id in said and before.source == after.source and read[before.id] <= HEAD_SCENES
    }
    return frozenset(said | following)
