"""What several accounts tell alike: equal values of one thing, one day, one scene in the same words.

Only candidates are brought together here; whether those who tell them are independent is judged where
the origins are known (``standing``).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from variorum.confront.answers import Answer
from variorum.confront.compare import same_value
from variorum.confront.context import DAY, FEWEST, Ground, Scene
from variorum.confront.linking import link
from variorum.confront.questions import TELLING
from variorum.confront.vocabulary import PERSONAL
from variorum.confront.wording import date_in_words, in_plain_words, value_in_words
from variorum.model.passage import Passage

Told = tuple[str, tuple[Passage, ...]]
"""What is told alike, and where: a sentence ("" for the words of the first passage) and its passages."""

LEAST_LINK = 0.7
"""Probability that two answers are to one question, from which equal ones are agreement: that they are
equal speaks for it too."""
SMALL, LEAST_SMALL = 12, 0.98
"""Up to this number of people or things many things are counted alike: it must be sure that they are
the same. Both were set on the example dossier."""
LEAST_SHARED, LEAST_COVERED = 3, 0.4
"""Words that two sentences must share beside a name, and the share of the shorter one they must be."""
LEAST_DENSE = 0.3
"""The least share of the words, from the first shared one to the last, that are shared."""
LEAST_NAMELESS = 5
"""Words two sentences must share that have no name and no number in common."""
MOST_SHARING = 40
"""Sentences that share a word, up to which they are compared: a commoner word tells little."""
MOST_COMPARED = 12
"""Answers of one value that are compared with each that follows."""
_NEGATIONS = frozenset(
    (
        "not",
        "n't",
        "n’t",
        "never",
        "no",
        "nobody",
        "none",
        "neither",
        "nor",
        "не",
        "нет",
        "никто",
        "ни",
    )
)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def agreements(found: Sequence[Answer], ground: Ground) -> tuple[list[Told], list[Told]]:
    """What two accounts or more tell alike: facts, and scenes, which may hold facts.

    Equal values by what they are about, full days by the names told with them, statements by whom they
    are about, and scenes by a name or a number and rare words. Near-linear: a word that more than
    MOST_SHARING sentences have brings nothing together.
    """
    facts = [*_values(found, ground), *_days(ground), *_statements(ground)]
    return facts, list(_scenes(ground))


def _values(found: Sequence[Answer], ground: Ground) -> Iterator[Told]:
    days = _days_of(ground)
    buckets: dict[tuple[str, str, str], list[Answer]] = defaultdict(list)
    for answer in found:
        if answer.exactness == "at_least":
            continue  # "several days" agrees with too much
        personal = answer.kind == "age" or answer.topic in PERSONAL
        buckets[answer.kind, answer.topic, answer.subject if personal else ""].append(answer)
    for _, bucket in sorted(buckets.items()):
        told = Counter(answer.account for answer in bucket)
        # accounts of one event that count lifebelts count the same ones
        rarity = max(0.0, 1 - log(len(bucket)) / log(max(FEWEST, len(ground.scenes))))
        equal: dict[tuple[float, float, str, str], list[Answer]] = defaultdict(list)
        for answer in bucket:
            high = float("inf") if answer.high is None else answer.high
            equal[answer.low, high, answer.edtf, answer.exactness].append(answer)
        for group in equal.values():
            joined = _Groups(len(group))
            for i, one in enumerate(group):
                for j in range(i + 1, min(len(group), i + 1 + MOST_COMPARED)):
                    other = group[j]
                    if one.account == other.account or not same_value(one, other):
                        continue
                    if days.get(one.account) != days.get(other.account):
                        continue
                    sole = 1 / max(told[one.account], told[other.account])
                    if link(one, other, ground, sole, rarity) >= _needed(one):
                        joined.join(i, j)
            for members in joined.groups():
                same = [group[n] for n in members]
                yield _said(same, ground), tuple(answer.passage for answer in same)


def _said(same: Sequence[Answer], ground: Ground) -> str:
    """The question and its answer; where the question needs words in brackets to be understood, the
    answer and the shortest sentence that gives it."""
    question, value = in_plain_words(same, ground), value_in_words(same[0])
    if not question.endswith(")?"):
        return f"{question} {value}"
    told = [(ground.scenes[answer.scene].sentence.passage, answer.passage) for answer in same]
    return f"{value}: “{_excerpt(*min(told, key=lambda row: (row[0].end - row[0].start, row)))}”"


LONGEST_EXCERPT = 200
"""Characters of a sentence that are told around its value."""


def _excerpt(sentence: Passage, value: Passage) -> str:
    """The words of a sentence; of a long one those around a value in it."""
    words = sentence.quote.split()
    if len(" ".join(words)) <= LONGEST_EXCERPT:
        return " ".join(words)
    at = value.start - sentence.start
    begin = max(0, at - LONGEST_EXCERPT // 2)
    end = min(len(sentence.quote), begin + LONGEST_EXCERPT)
    cut = sentence.quote[begin:end].split()
    cut = (["…", *cut[1:]] if begin else cut)[: None if end == len(sentence.quote) else -1]
    return " ".join(cut) + ("" if end == len(sentence.quote) else " …")


def _needed(answer: Answer) -> float:
    small = answer.kind == "count" and answer.low <= SMALL
    return LEAST_SMALL if small else LEAST_LINK


def _days(ground: Ground) -> Iterator[Told]:
    """Full days that several accounts tell of with the same person, ship or place, each once."""
    by_day: dict[tuple[str, str], list[tuple[Scene, Passage]]] = defaultdict(list)
    for scene in ground.scenes:
        days = [row for row in scene.dates if len(row.edtf) == DAY and "X" not in row.edtf]
        if len({row.edtf for row in days}) != 1 or _denies(scene.sentence.passage.quote):
            continue
        if not any(character.isdigit() for character in days[0].passage.quote):
            continue  # "last Saturday" is a reckoned day, and often a custom
        for name in sorted({m.entity for m in scene.mentions if m.kind == "name" and m.entity}):
            by_day[days[0].edtf, name].append((scene, days[0].passage))
    fullest: dict[str, tuple[tuple[int, bool], str]] = {}
    for (day, name), rows in sorted(by_day.items()):
        many = len({scene.sentence.account for scene, _ in rows})
        weight = many, ground.types.get(name) != "place"
        if many > 1 and (day not in fullest or weight > fullest[day][0]):
            fullest[day] = weight, name
    for day, (_, name) in sorted(fullest.items()):
        rows = by_day[day, name]
        shortest = min((s.sentence.passage for s, _ in rows), key=lambda p: (p.end - p.start, p))
        words = " ".join(shortest.quote.split())
        yield (
            f"{date_in_words(day)}, {ground.names.get(name, '')}: “{words}”",
            tuple(passage for _, passage in rows),
        )


IS = ("role", "rank")
"""What somebody was, so that the value alone says it."""


def _statements(ground: Ground) -> Iterator[Told]:
    """Statements that say the same of the same person, place or ship. What is counted, dated or aged is
    no part of this; who did what is, if no account tells it twice: what is done often is many events."""
    days = _days_of(ground)
    same: dict[tuple[str, str, str, str, str], list[tuple[str, Passage]]] = defaultdict(list)
    for scene in ground.scenes:
        account = scene.sentence.account
        for row in scene.statements:
            if (
                row.subject in ground.names
                and row.value
                and row.value_type not in ("number", "date")
                and row.modality == "asserted"
                and (row.relation not in IS or ground.types.get(row.subject) == "person")
            ):
                day = "" if row.relation in IS else days.get(account, "")
                key = row.subject, row.relation, row.value, row.polarity, day
                same[key].append((account, row.passage))
    for (subject, relation, value, polarity, _), rows in sorted(same.items()):
        told = Counter(account for account, _ in rows)
        if len(told) < 2 or (relation not in IS and max(told.values()) > 1):
            continue
        said = ground.names.get(value, value)
        denied = "not " if polarity == "negative" else ""
        done = f": {denied}{said}" if relation in IS else f", {denied}{relation}: {said}"
        yield ground.names[subject] + done, tuple(passage for _, passage in rows)


def _days_of(ground: Ground) -> Mapping[str, str]:
    """The days of the accounts in a dossier of many days, as journals are: what is told of two of them
    is two events. None in a dossier of few: accounts of one event are written years apart."""
    days = {row.id: row.date for row in ground.accounts.values() if len(row.date) == DAY}
    return days if len(set(days.values())) > MANY_DAYS else {}


MANY_DAYS = 40
"""Different days that the accounts of a dossier bear, beyond which it is one of many days."""


def _scenes(ground: Ground) -> Iterator[Told]:
    """Sentences of different accounts that share a name and rare words, each cut to what is shared."""
    postings: dict[str, list[int]] = defaultdict(list)
    signs = {scene.number: _signs(scene) for scene in ground.scenes}
    for number, own in signs.items():
        for sign in own:
            if sign[0] == "n" or ground.rarity.get(sign, 0.0) >= TELLING:
                postings[sign].append(number)
    days = _days_of(ground)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in postings.values():
        if len(numbers) <= MOST_SHARING:
            for place, a in enumerate(numbers):
                for b in numbers[place + 1 :]:
                    mine, yours = (ground.scenes[n].sentence.account for n in (a, b))
                    if mine != yours and days.get(mine) == days.get(yours):
                        shared[a, b] += 1
    alike = {}
    for (a, b), many in sorted(shared.items()):
        if many >= LEAST_SHARED - 1:
            spans = _alike(ground.scenes[a], ground.scenes[b], signs[a] & signs[b], ground)
            if spans is not None:
                alike[a, b] = spans
    numbers = sorted({n for pair in alike for n in pair})
    place_of = {number: place for place, number in enumerate(numbers)}
    joined = _Groups(len(numbers))
    spans_of: dict[int, list[Passage]] = defaultdict(list)
    for (a, b), (one, other) in alike.items():
        # a third that shares other words with one of two tells of something else
        if all(not spans_of[n] or _meet(spans_of[n][0], p) for n, p in ((a, one), (b, other))):
            joined.join(place_of[a], place_of[b])
            spans_of[a].append(one)
            spans_of[b].append(other)
    for members in joined.groups():
        told = [(spans_of[numbers[n]][0], ground.scenes[numbers[n]]) for n in members]
        shortest, scene = min(told, key=lambda row: (row[0].end - row[0].start, row[0]))
        words = f"“{' '.join(shortest.quote.split())}”"
        yield (
            _named(words, shortest, scene, [s for _, s in told], ground),
            tuple(p for p, _ in told),
        )


def _named(words: str, at: Passage, scene: Scene, scenes: Sequence[Scene], ground: Ground) -> str:
    """The words, after the name of whom all the scenes name, where it does not stand in them."""
    everywhere = set.intersection(*({m.entity for m in s.mentions if m.entity} for s in scenes))
    inside = any(
        m.kind == "name" and m.entity in everywhere and _meet(m.passage, at) for m in scene.mentions
    )
    names = sorted(
        (ground.types.get(entity) != "person", ground.names[entity])
        for entity in everywhere
        if entity in ground.names
    )
    return words if inside or not names else f"{names[0][1]}: {words}"


def _meet(a: Passage, b: Passage) -> bool:
    return a.start < b.end and b.start < a.end


def _signs(scene: Scene) -> frozenset[str]:
    return (
        frozenset(f"t:{term}" for term in scene.terms if len(term) > 2)
        | {f"e:{mention.entity}" for mention in scene.mentions if mention.entity}
        | {f"n:{q.low:g} {q.unit}" for q in scene.quantities if q.low == q.high and q.low > SMALL}
    )


def _alike(
    a: Scene, b: Scene, shared: frozenset[str], ground: Ground
) -> tuple[Passage, Passage] | None:
    """The part of each that holds what both share, if that is enough and nothing speaks against it."""
    names = {sign for sign in shared if sign[0] == "e"}
    numbers = {sign for sign in shared if sign[0] == "n"}
    anchored = bool(names or numbers)
    least = LEAST_SHARED - bool(numbers) if anchored else LEAST_NAMELESS
    if _at_odds(a, b):
        return None
    spoken = {
        word.casefold()
        for scene in (a, b)
        for mention in scene.mentions
        if f"e:{mention.entity}" in names
        for word in _WORD.findall(f"{mention.passage.quote} {mention.form}")
    }
    words = {sign[2:] for sign in shared if sign[0] == "t"} - spoken
    rare = sum(ground.rarity.get(f"t:{word}", 0.0) >= TELLING for word in words)
    shorter = min(len(set(a.terms)), len(set(b.terms)))
    if (
        len(words) < least
        or rare < least - 1
        or len(words) + len(names) + len(numbers) < LEAST_COVERED * shorter
    ):
        return None
    one, other = (_span(scene, words, names, numbers) for scene in (a, b))
    if one is None or other is None or _denied(a, one) != _denied(b, other):
        return None
    return one, other


def _denied(scene: Scene, span: Passage) -> bool:
    """Whether a word of denial stands in a part of a scene or close before or behind it."""
    place = scene.sentence.passage
    start = max(0, span.start - place.start - AROUND)
    return _denies(place.quote[start : span.end - place.start + AROUND])


AROUND = 30
"""Characters before and behind in which a denial bears on what is shared."""


def _denies(words: str) -> bool:
    return any(
        word.casefold() in _NEGATIONS or word.casefold().endswith(("n't", "n’t"))
        for word in _WORD.findall(words)
    )


def _at_odds(a: Scene, b: Scene) -> bool:
    """Whether both give numbers or days, and none that is the same."""
    numbers_a, numbers_b = ({(q.low, q.high) for q in s.quantities} for s in (a, b))
    days_a, days_b = ({d.edtf for d in s.dates if d.edtf} for s in (a, b))
    return any(
        mine and yours and not mine & yours
        for mine, yours in ((numbers_a, numbers_b), (days_a, days_b))
    )


def _span(
    scene: Scene, words: Iterable[str], names: Iterable[str], numbers: Iterable[str]
) -> Passage | None:
    """From the first to the last word of a scene that is shared; none where too few are found, or what
    is shared is thinly spread. A name far off does not stretch it."""
    place = scene.sentence.passage
    stems = {word[:4].casefold() for word in words}
    found = [m.span() for m in _WORD.finditer(place.quote) if m[0][:4].casefold() in stems]
    least = LEAST_SHARED - bool(numbers)
    if len({place.quote[s:e][:4].casefold() for s, e in found}) < least:
        return None
    found += [
        (q.passage.start - place.start, q.passage.end - place.start)
        for q in scene.quantities
        if f"n:{q.low:g} {q.unit}" in numbers
    ]
    start, end = min(s for s, _ in found), max(e for _, e in found)
    named = [
        (m.passage.start - place.start, m.passage.end - place.start)
        for m in scene.mentions
        if m.kind == "name" and f"e:{m.entity}" in names
    ]
    near = [
        span for span in named if 0 < start - span[1] <= NEAR_BY or 0 < span[0] - end <= NEAR_BY
    ]
    if near:
        start, end = min(start, *(s for s, _ in near)), max(end, *(e for _, e in near))
    inside = [m.span() for m in _WORD.finditer(place.quote[start:end])]
    alike = sum(any(s <= start + w < e for s, e in found + named) for w, _ in inside)
    if alike < LEAST_DENSE * len(inside):
        return None
    return Passage(place.source, place.start + start, place.start + end, place.quote[start:end])


NEAR_BY = 12
"""Characters between a name and the words that are shared, up to which the name is told with them."""


class _Groups:
    """Numbers brought together by twos (Tarjan 1975)."""

    def __init__(self, size: int) -> None:
        self._root = list(range(size))

    def _find(self, n: int) -> int:
        while self._root[n] != n:
            self._root[n] = self._root[self._root[n]]
            n = self._root[n]
        return n

    def join(self, a: int, b: int) -> None:
        a, b = sorted((self._find(a), self._find(b)))
        self._root[b] = a

    def groups(self) -> list[list[int]]:
        """Those of two or more, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for n in range(len(self._root)):
            found[self._find(n)].append(n)
        return [group for group in found.values() if len(group) > 1]
