"""Places: which names mean one place, and where it lies.

A name is located once for the dossier, from all its mentions (``locating``); names that lie in one
place of the gazetteer are one place, as are names the text itself says are old and new ones.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.identify.folding import folded
from variorum.identify.gazetteer import Gazetteer
from variorum.identify.locating import Located, Spotted, containers, locate
from variorum.model.ids import content_id
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, Sentence

Bearing = tuple[str, str]
"""A name of a place in an account: the account's id and the form."""

WIDEST_GAP = 60
"""Characters between the old and the new name of one place."""

AROUND = 24
"""Characters before and after a name in which an article or a year is looked for."""

MOST_RENAMINGS = 4
"""Renamings that a place's reasons tell."""

_GAP = re.compile(
    r"""['’]?s?,?\s*[(\[—–-]?\s*(?:
      (?:now|today|nowadays|modern|present-day|today['’]s|ныне|теперь|сейчас|современн\w+)
        (?:\s(?:called|known\sas|named))?
    | (?:formerly|once|then|previously)(?:\s(?:called|known\sas|named))?
    | as\sit\swas\s(?:then|once|formerly)\scalled
    | (?:(?:was|is|had\sbeen|has\sbeen|being|later|then|since)\s)*renamed(?:\sto|\sas)?
    | (?:was\s)?later\scalled
    | бывш\w+ | (?:был\w?\s)?переименован\w*\sв
    ),?\s*["“«]?""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands between two names of one place."""

_WHEN = re.compile(
    r"[\s,)\]»”\"]{0,3}(?:in|since|from|until|till|в|с|до)\s(?:the\syear\s)?(1[0-9]\d\d|20\d\d)\b"
)
_IN_YEAR = re.compile(
    r"\b(?:in|since|from|в|с)\s(?:1\d|20)\d\d(?:\sг(?:оду|\.))?,?\s$", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"(?:\b(?:the|rivers?|lakes?|mount|cape)|\b(?:рек|озер|мор|гор|остров)\w{0,3}|\bр\.)\s$",
    re.IGNORECASE,
)
"""Before what is no town: "the Volga", "Lake Como"."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its id, the bearings that mean it, and where it lies, as far as is known."""

    id: str
    bearings: tuple[Bearing, ...]
    latitude: float | None = None
    longitude: float | None = None
    authority_ids: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(slots=True)
class _Name:
    """All bearings that are one name with what the texts say around it."""

    bearings: list[Bearing] = field(default_factory=list)
    articles: int = 0
    mentions: int = 0
    inside: set[str] = field(default_factory=set)


def places(
    mentions: Mapping[Bearing, Sequence[Mention]],
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer | None,
) -> list[Place]:
    """The places that bearings mean, sorted by id; every bearing belongs to one. Near linear."""
    around = _Surroundings(sentences)
    inside, renamed = _neighbours(mentions, around)
    names: dict[tuple[str, str], _Name] = defaultdict(_Name)
    for bearing, group in sorted(mentions.items()):
        said = inside.get(bearing, "")
        name = names[_words(bearing[1]), folded(said)]
        name.bearings.append(bearing)
        name.mentions += len(group)
        name.articles += sum(bool(_ARTICLE.search(around.before(m))) for m in group)
        if said:
            name.inside.add(said)
    order = sorted(names)
    located = _located([names[key] for key in order], gazetteer)
    return _gathered(order, names, located, renamed, gazetteer)


def _words(form: str) -> str:
    return folded(form).removeprefix("the ") or form


def _located(names: Sequence[_Name], gazetteer: Gazetteer | None) -> list[Located]:
    if gazetteer is None:
        return [Located(None)] * len(names)
    spotted = [
        Spotted(
            name.bearings[0][1],
            tuple(sorted({account for account, _ in name.bearings})),
            2 * name.articles > name.mentions,
            tuple(sorted(name.inside)),
        )
        for name in names
    ]
    return locate(spotted, gazetteer)


def _gathered(
    order: Sequence[tuple[str, str]],
    names: Mapping[tuple[str, str], _Name],
    located: Sequence[Located],
    renamed: Mapping[tuple[Bearing, Bearing], str],
    gazetteer: Gazetteer | None,
) -> list[Place]:
    """Names that mean one place put together: those of one spot, and old with new names."""
    of_bearing = {bearing: n for n, key in enumerate(order) for bearing in names[key].bearings}
    leader = list(range(len(order)))

    def top(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    spots = [answer.spot for answer in located]

    def join(a: int, b: int) -> None:
        a, b = sorted((top(a), top(b)))
        leader[b], spots[a] = a, spots[a] or spots[b]

    first_of: dict[int, int] = {}
    for number, answer in enumerate(located):
        if answer.spot:
            join(number, first_of.setdefault(answer.spot.id, number))
    told: dict[int, list[str]] = defaultdict(list)
    for (old, new), words in sorted(renamed.items()):
        a, b = of_bearing[old], of_bearing[new]
        known = {spot.id for spot in (spots[top(a)], spots[top(b)]) if spot}
        if len(known) < 2:  # where the gazetteer knows both names it knows better
            join(a, b)
            told[a].append(words)
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(order)):
        groups[top(number)].append(number)
    found = [_place(group, order, names, located, told, gazetteer) for group in groups.values()]
    return sorted(found, key=lambda place: place.id)


def _place(
    group: Sequence[int],
    order: Sequence[tuple[str, str]],
    names: Mapping[tuple[str, str], _Name],
    located: Sequence[Located],
    told: Mapping[int, Sequence[str]],
    gazetteer: Gazetteer | None,
) -> Place:
    bearings = tuple(bearing for number in group for bearing in names[order[number]].bearings)
    renamings = [words for number in group for words in told.get(number, ())][:MOST_RENAMINGS]
    answers = [located[number] for number in group]
    spot = next((answer.spot for answer in answers if answer.spot), None)
    reasons = dict.fromkeys(
        reason for answer in answers for reason in answer.reasons if answer.spot
    )
    if spot is None or gazetteer is None:
        against = dict.fromkeys(reason for answer in answers for reason in answer.against)
        key = order[group[0]]
        identity = content_id("e", "place", key[0], *([key[1]] if key[1] else []))
        return Place(identity, bearings, reasons=tuple(renamings), against=tuple(against))
    if len(group) > 1:
        called = ", ".join(sorted({names[order[number]].bearings[0][1] for number in group}))
        reasons[f"names of {spot.name} in the gazetteer: {called}"] = None
    return Place(
        content_id("e", "place", "geonames", spot.id),
        bearings,
        round(spot.latitude, 5),
        round(spot.longitude, 5),
        (f"geonames:{spot.id}",),
        containers(spot, gazetteer),
        (*renamings, *reasons),
    )


def _neighbours(
    mentions: Mapping[Bearing, Sequence[Mention]], around: "_Surroundings"
) -> tuple[dict[Bearing, str], dict[tuple[Bearing, Bearing], str]]:
    """What a place is said to lie in ("Halifax, Yorkshire"), and old names with new ones."""
    placed = sorted(
        (mention.passage, bearing) for bearing, group in mentions.items() for mention in group
    )
    beside: dict[Bearing, Counter[str]] = defaultdict(Counter)
    renamed: dict[tuple[Bearing, Bearing], str] = {}
    for (here, a), (there, b) in pairwise(placed):
        width = there.start - here.end
        if (
            here.source != there.source
            or not 0 < width <= WIDEST_GAP
            or _words(a[1]) == _words(b[1])
        ):
            continue
        before, gap, after = around.between(here, there)
        if gap == ", ":
            beside[a][b[1]] += 1
        elif _GAP.fullmatch(gap):
            when = _WHEN.match(after)
            said = f"{a[1]}{gap}{b[1]}{after[: when.end()] if when else ''}"
            since = _IN_YEAR.search(before)
            said = said if when or not since else since.group() + said
            renamed.setdefault((a, b), f"the text gives both names: “{' '.join(said.split())}”")
    inside = {}
    for bearing, counts in beside.items():
        said, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        if 2 * count >= len(mentions[bearing]):
            inside[bearing] = said
    return inside, renamed


class _Surroundings:
    """The words around a passage, by the sentences they stand in."""

    __slots__ = ("_quotes", "_starts")

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts: dict[str, list[int]] = {}
        self._quotes: dict[str, list[str]] = {}
        for passage in sorted(sentence.passage for sentence in sentences):
            self._starts.setdefault(passage.source, []).append(passage.start)
            self._quotes.setdefault(passage.source, []).append(passage.quote)

    def before(self, mention: Mention) -> str:
        """Some characters of the sentence before a mention."""
        passage = mention.passage
        for start, quote in self._sentence(passage.source, passage.start):
            return quote[max(0, passage.start - start - AROUND) : passage.start - start]
        return ""

    def between(self, here: Passage, there: Passage) -> tuple[str, str, str]:
        """The words between two passages, some before and some after; empty across sentences."""
        for start, quote in self._sentence(here.source, here.end):
            first, low, high, end = (
                at - start for at in (here.start, here.end, there.start, there.end)
            )
            if first >= 0 and end <= len(quote):
                before = quote[max(0, first - AROUND) : first]
                return before, quote[low:high], quote[end : end + AROUND]
        return "", "", ""

    def _sentence(self, source: str, position: int) -> Iterator[tuple[int, str]]:
        starts = self._starts.get(source, [])
        at = bisect_right(starts, position) - 1
        if at >= 0:
            yield starts[at], self._quotes[source][at]
