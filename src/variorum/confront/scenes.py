"""Scenes that several accounts tell alike: sentences that share a name or a number and rare words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.confront.laid import DAY, Ground, Scene
from variorum.confront.questions import TELLING
from variorum.model.passage import Passage

Told = tuple[str, tuple[Passage, ...]]
"""What is told alike, and where: a sentence ("" for the words of the first passage) and its passages."""

LEAST_SHARED, LEAST_COVERED = 3, 0.4
"""Words that two sentences must share beside a name, and the share of the shorter one they must be."""
LEAST_DENSE = 0.3
"""The least share of the words, from the first shared one to the last, that are shared."""
LEAST_NAMELESS = 5
"""Words two sentences must share that have no name and no number in common."""
MOST_SHARING = 40
"""Sentences that share a word, up to which they are compared: a commoner word tells little."""
SMALL = 12
"""Up to this number many things are counted alike. Set on the example dossier."""
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


def scenes(ground: Ground) -> Iterator[Told]:
    """Sentences of different accounts that share a name and rare words, each cut to what is shared."""
    postings: dict[str, list[int]] = defaultdict(list)
    signs = {scene.number: _signs(scene) for scene in ground.scenes}
    for number, own in signs.items():
        for sign in own:
            if sign[0] == "n" or ground.rarity.get(sign, 0.0) >= TELLING:
                postings[sign].append(number)
    days = days_of(ground)
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
    joined = Groups(len(numbers))
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
    return None if put_elsewhere(one.quote, other.quote) else (one, other)


_PLACED = re.compile(
    r"\b(?P<where>in|on|into|onto|under|behind|near|inside|в|во|на|под|за)\s"
    r"(?:(?:the|a|an|his|her|our|my|their)\s)?(?P<what>[^\W\d_]{3,})",
    re.IGNORECASE,
)


def put_elsewhere(one: str, other: str) -> bool:
    """Whether the two put what they tell in different places: "in the saloon", "in Dunmere"."""
    mine, yours = _places(one), _places(other)
    return any(mine[where].isdisjoint(yours[where]) for where in mine.keys() & yours.keys())


def _places(words: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for match in _PLACED.finditer(words):
        found[match["where"].casefold()].add(match["what"][:STEM].casefold())
    return found


STEM = 5
"""Letters by which the noun after a preposition is known again."""


def _denied(scene: Scene, span: Passage) -> bool:
    """Whether a word of denial stands in a part of a scene or close before or behind it."""
    place = scene.sentence.passage
    start = max(0, span.start - place.start - AROUND)
    return denies(place.quote[start : span.end - place.start + AROUND])


AROUND = 30
"""Characters before and behind in which a denial bears on what is shared."""


def denies(words: str) -> bool:
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


def days_of(ground: Ground) -> Mapping[str, str]:
    """The days of the accounts in a dossier of many days, as journals are: what is told of two of them
    is two events. None in a dossier of few: accounts of one event are written years apart."""
    days = {row.id: row.date for row in ground.accounts.values() if len(row.date) == DAY}
    return days if len(set(days.values())) > MANY_DAYS else {}


MANY_DAYS = 40
"""Different days that the accounts of a dossier bear, beyond which it is one of many days."""


class Groups:
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
