"""The context of an answer: the words, names and dates around it, weighed by their rarity."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from math import fsum, log
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from variorum.confront.counterparts import counterparts
from variorum.confront.entries import days_told
from variorum.confront.evidence import Evidence
from variorum.confront.tongues import one_vocabulary
from variorum.establish import open_encoder
from variorum.model.critique import Account
from variorum.model.edtf import Bounds, bounds
from variorum.model.passage import Passage
from variorum.model.testimony import DateMention, Mention, Quantity, Relation, Sentence, Statement

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
Vector = NDArray[np.float32]


FEWEST = 20
"""Sentences a dossier is taken to have at least when rarity is reckoned: in two short notes every
shared word would be common otherwise."""

SHORTEST = 3
"""Letters of the shortest word that counts: shorter ones are mostly abbreviations ("n.", "st")."""

DAY = len("1804-05-14")

SIGNS_WEIGHT = 1.5
"""What the likeness of two accounts' words, dates and numbers counts against that of their casts: on
the example dossier the first is about half of the second between accounts of one event."""

_NO_SIGNS: Mapping[str, float] = {}

LEAST_SIGNS = 15
"""Different words, names and numbers an account must hold to be known by them."""

MOST_MEANT = 4_000
"""Sentences with values that are compared in meaning; each takes about a millisecond."""

APPARATUS = frozenset(("boilerplate", "caption", "comment"))
"""Kinds of accounts that tell nothing of the events themselves."""

MOST_OF_ONE_STORY = 20
"""Accounts of the largest dossier that is held to be of one story; all pairs of them are compared."""

LONGEST_STORY = 1_500
"""Sentences of the largest such dossier: longer ones tell of many things."""

IN_STORY, ONE_STORY = 0.1, 0.12
"""Kinship that joins an account to a story, and the least kinship of two of one story."""

MOST_SIGNS = 80
"""Weightiest signs kept of an account, for speed."""

FEWEST_DATED = 3
"""Accounts that must tell a full date of one year before a dossier is held to be of that year."""

FEWEST_OF_ONE = 2
"""The same for accounts of one story."""

LEAST_NUMBER = 10
"""Smallest number that is a sign of an account: smaller ones stand everywhere."""


BIRTH = "birth"
"""What a date dates that was reckoned from an age."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with what stands in it, in order.

    ``terms`` are its base forms in the dossier's one vocabulary, ``words`` the same with their offsets,
    where it holds a quantity or a date at all; ``day`` is that of its diary's entry or its account.
    """

    number: int
    sentence: Sentence
    terms: tuple[str, ...]
    words: tuple[tuple[int, str], ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]
    voice: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """All scenes, the accounts by id, and how rare each feature is (0 to 1, 1 for a hapax).

    ``aligned`` tells of a scene with values which others are its counterparts in parallels, and how
    surely; ``meant`` holds vectors of length 1 of scenes with values; ``kin`` names a person's
    father, mother or spouse where only one is told of; ``story`` are the accounts of a small dossier
    that hang together as one story.
    """

    scenes: tuple[Scene, ...]
    accounts: Mapping[str, Account]
    rarity: Mapping[str, float]
    names: Mapping[str, str]
    types: Mapping[str, str]
    cast: Mapping[str, frozenset[str]] = field(default_factory=dict)
    signs: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    when: Bounds | None = None
    aligned: Mapping[int, Mapping[int, float]] = field(default_factory=dict)
    meant: Mapping[int, Vector] = field(default_factory=dict)
    kin: Mapping[tuple[str, str], str] = field(default_factory=dict)
    story: frozenset[str] = frozenset()


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
        _signs(evidence, scenes),
        None if _keeps_days(scenes) else _when(evidence, FEWEST_DATED),
        counterparts(
            evidence.parallels,
            [(s.number, s.sentence.passage) for s in scenes if s.quantities or s.dates],
        ),
        _meant(scenes),
        _kin(evidence.relations),
    )
    story = _story(laid)
    when = laid.when or (
        None if _keeps_days(scenes) or not story else _when(evidence, FEWEST_OF_ONE)
    )
    return replace(laid, story=story, when=when)


def _story(ground: Ground) -> frozenset[str]:
    """The accounts of a small dossier each of which is kin to another of them, the most there are.

    Somebody gathered these about one thing: two of them that share few names are of it none the less.
    """
    kinds = {account.id: account.kind for account in ground.accounts.values()}
    told = sorted({s.sentence.account for s in ground.scenes})
    told = [name for name in told if kinds.get(name) not in APPARATUS]
    if _is_news([ground.accounts[name] for name in told if name in ground.accounts]):
        return frozenset()
    if len(told) > MOST_OF_ONE_STORY or len(ground.scenes) > LONGEST_STORY:
        return frozenset()
    left, largest = set(told), frozenset[str]()
    while left:
        joined, front = set[str](), [min(left)]
        while front:
            one = front.pop()
            if one in left:
                left.remove(one)
                joined.add(one)
                front += [o for o in left if kinship_of_accounts(ground, one, o) >= IN_STORY]
        largest = max(largest, frozenset(joined), key=lambda group: (len(group), sorted(group)))
    return largest if len(largest) > 1 else frozenset()


def _is_news(accounts: Sequence[Account]) -> bool:
    """Whether all that tells anything is reports of one season: those of like events are in like words,
    and nothing shows that they are of one."""
    kinds = {account.kind for account in accounts}
    years = [span for account in accounts if (span := bounds(account.date)) is not None]
    apart = years and max(y[1].year for y in years) - min(y[0].year for y in years) > 1
    return kinds <= {"article"} and not apart


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


def kinship_of_accounts(ground: Ground, a: str, b: str) -> float:
    """How far two accounts speak of the same things, 0 to 1.

    The better of two cosines: of their people and places, and of all their rare words, full dates and
    large numbers. The second brings together accounts that hardly name anybody, and, by dates and
    numbers, accounts in different languages.
    """
    if a == b:
        return 1.0
    floor = ONE_STORY if a in ground.story and b in ground.story else 0.0
    mine, yours = ground.cast.get(a, frozenset()), ground.cast.get(b, frozenset())
    shared = len(mine & yours)
    cast = shared / (len(mine) * len(yours)) ** 0.5 if shared else 0.0
    small, large = ground.signs.get(a, _NO_SIGNS), ground.signs.get(b, _NO_SIGNS)
    # summed exactly, for sets have no order
    signs = fsum([small[sign] * large[sign] for sign in small.keys() & large.keys()])
    return min(1.0, max(cast, SIGNS_WEIGHT * signs, floor))


def _keeps_days(scenes: Sequence[Scene]) -> bool:
    """Whether the dossier holds diaries of several days, which are no one event."""
    days: dict[str, set[str]] = defaultdict(set)
    for scene in scenes:
        days[scene.sentence.account].add(scene.day)
    return sum(len(told) > 1 for told in days.values()) > 1


def _when(evidence: Evidence, fewest: int) -> Bounds | None:
    """The year of the events where a dossier is of one event: most accounts that tell a full date
    tell one of this year, no other year comes near. None otherwise."""
    years: dict[str, set[str]] = defaultdict(set)
    for date in evidence.dates:
        if len(date.edtf) == DAY and date.edtf[:4].isdigit():
            years[date.account].add(date.edtf[:4])
    for account in evidence.accounts:
        if len(account.date) == DAY and account.date[:4].isdigit():
            years[account.id].add(account.date[:4])
    counts = Counter(year for told in years.values() for year in told).most_common(2)
    if not counts or counts[0][1] < max(fewest, len(years) / 2):
        return None
    if len(counts) > 1 and counts[1][1] * 2 > counts[0][1]:
        return None
    return bounds(counts[0][0])


def _signs(evidence: Evidence, scenes: Sequence[Scene]) -> dict[str, dict[str, float]]:
    """For every account the signs by which it is known, weighed by how few accounts bear them.

    Vectors of length 1 (Salton & Buckley 1988, "ltc"); names, dates and numbers count double. Signs of
    one account alone count for the length only. An account of fewer than LEAST_SIGNS bears none: two
    scraps of a page share their every word and say nothing.
    """
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for scene in scenes:
        told[scene.sentence.account].update(scene.terms)
    for mention in evidence.mentions:
        told[mention.account]["e:" + mention.entity] += 1
    for row in evidence.quantities:
        if row.low == row.high and row.low >= LEAST_NUMBER:
            told[row.account][f"n:{row.low:g} {row.unit}"] += 1
    for date in evidence.dates:
        if len(date.edtf) == DAY and date.edtf[0] != "X":
            told[date.account]["y:" + date.edtf] += 1
    carried = Counter(sign for counts in told.values() for sign in counts)
    rare = {sign: log((len(told) + 1) / count) for sign, count in carried.items()}
    found: dict[str, dict[str, float]] = {}
    for account, counts in told.items():
        if len(counts) < LEAST_SIGNS:
            continue
        weights = {
            sign: (1 + log(count)) * rare[sign] * (2.0 if sign[1:2] == ":" else 1.0)
            for sign, count in counts.items()
        }
        length = sum(weight * weight for weight in weights.values()) ** 0.5
        borne = ((-w / length, s) for s, w in weights.items() if carried[s] > 1)
        found[account] = {sign: -weight for weight, sign in nsmallest(MOST_SIGNS, borne)}
    return found


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
