"""Counted days: who died on the second night does nothing on the fifth day."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.confront.chronology.deeds import VERB
from variorum.confront.chronology.facts import DEATH, whose
from variorum.confront.chronology.row import DOUBTFUL, LIKELY, impossible
from variorum.confront.chronology.words import ACTS, REMAINS
from variorum.confront.laid import Ground, Scene
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import Mention

WITHIN = 12
"""Sentences between a death and a deed within which their days are taken to be counted from one
beginning. Set by hand."""

MOST_NAMES = 60
"""Names of the fullest sentence that is read: one with more is a list."""

_FIRST_TO_LAST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth",
    "перв втор трет четверт пят шест седьм восьм девят десят",
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt",
)
_ENGLISH, _RUSSIAN, _GERMAN = (
    {word: number for number, word in enumerate(words.split(), 1)} for words in _FIRST_TO_LAST
)

_DAY = re.compile(
    rf"\b(?:on|in|during) the (?P<en>{'|'.join(_ENGLISH)}|\d{{1,2}}(?=st|nd|rd|th))(?:st|nd|rd|th)? "
    r"(?:day|night|morning|afternoon|evening)\b"
    r"(?: (?:of|after|from) (?:\w+ ){0,2}?(?P<what>\w{4,})\b)?"
    rf"|\b(?:на|в|во) (?P<ru>{'|'.join(_RUSSIAN)})\w{{1,3}} (?:день|ночь|сутки|утро|вечер)\b"
    r"(?: (?:после|от)? ?(?P<чего>\w{4,}(?:а|я|ы|и|ов|ия|ния))\b)?"
    rf"|\b(?:am|in der) (?P<de>{'|'.join(_GERMAN)})en (?:Tage?|Nacht|Morgen|Abend)\b"
    r"(?: (?:nach|des|der) (?P<wovon>\w{4,}))?",
    re.IGNORECASE,
)
"""A counted day or night, and what it is counted from where that is said."""

_AND = re.compile(r"\s(?:and|и|und)\s")
"""Between a name and another who does the same: "Abel Rusk and I"."""

_UNREAL = re.compile(
    r"\b(?:would|will|shall|should|could|might|if|not|never|without|instead of|nor|plan\w*|supposed|"
    r"бы|не|без|если|будет|würde|nicht|ohne)\b",
    re.IGNORECASE,
)
"""Words of what did not happen, or not yet."""

_EARLIER = re.compile(
    r"\b(?:had|having|already|earlier|before|ещё|еще|уже|ранее|раньше|hatte|war|bereits)\b",
    re.IGNORECASE,
)
"""A death told after a later deed looks back to it, with a "had"; without, the days are counted anew."""

_IN_COMPANY = re.compile(
    r"\b(?:accompanied by|together with|along with|with|helped by|aided by|assisted by|followed by|"
    r"led by|joined by|вместе с|в сопровождении|при помощи|mit)\s"
    r"(?:(?:the|his|two|three|four|our|passengers?|men|sailors|others|Messrs\.?|Mr\.?|Lieutenant|Sergeant|"
    r"Captain|Dr\.?|пассажир\w*|матрос\w*)\s)*$",
    re.IGNORECASE,
)
"""Right before the first of several names: they take part."""

_LISTED = re.compile(
    r",?\s?(?:and|и|und|&)\s(?:[A-ZА-ЯЁ]\w*\.?\s){0,2}|,\s(?:[A-ZА-ЯЁ]\w*\.?\s){0,2}"
)
"""Between two names of one list, with a title."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """One person on one counted day: of a death, or of a deed; ``since`` is what the day counts from."""

    day: int
    since: str
    scene: int
    words: Passage
    said: str
    clause: str


def days(ground: Ground, shared: frozenset[str]) -> Iterator[Impossibility]:
    """Deeds on a later day than that of the doer's death, days being counted in words.

    Only within one account, WITHIN sentences, and where nothing between them says that the days are
    counted from something else or anew. One pass over the sentences; a death meets the deeds near it.
    """
    deaths: dict[tuple[str, str], list[_Counted]] = defaultdict(list)
    deeds: dict[tuple[str, str], list[_Counted]] = defaultdict(list)
    counted: dict[int, int] = {}
    for scene in ground.scenes:
        if len(scene.mentions) > MOST_NAMES:
            continue
        for clause in _clauses(scene.sentence.passage):
            match = _only_day(clause.quote)
            if match is None:
                continue
            day, since = _read(match)
            counted[scene.number] = day
            for who, died, begin, end in _people(scene, clause, ground):
                if who in shared:
                    continue
                words = _cut(clause, min(begin, match.start()), max(end, match.end()))
                said = clause.quote[match.start() : match.end()]
                row = _Counted(day, since, scene.number, words, said, clause.quote)
                (deaths if died else deeds)[scene.sentence.account, who].append(row)
    for key in sorted(deaths):
        for death in deaths[key]:
            for deed in deeds.get(key, ()):
                if _cannot(death, deed, counted):
                    yield _row(ground.names.get(key[1], "") or "One person", death, deed)
                    break


def _clauses(place: Passage) -> Iterator[Passage]:
    """The parts of a sentence between semicolons."""
    start = 0
    for match in re.finditer(r"[;:]|$", place.quote):
        if match.start() > start:
            yield _cut(place, start, match.start())
        start = match.end()


def _cut(place: Passage, begin: int, end: int) -> Passage:
    return Passage(place.source, place.start + begin, place.start + end, place.quote[begin:end])


def _only_day(quote: str) -> re.Match[str] | None:
    found = list(_DAY.finditer(quote.replace("ё", "е")))
    return found[0] if len(found) == 1 else None


def _read(match: re.Match[str]) -> tuple[int, str]:
    since = match["what"] or match["чего"] or match["wovon"] or ""
    if match["en"]:
        told = match["en"].lower()
        return (int(told) if told.isdigit() else _ENGLISH[told]), since.casefold()
    stems = _RUSSIAN if match["ru"] else _GERMAN
    return stems[(match["ru"] or match["de"]).lower()], since.casefold()


def _people(scene: Scene, clause: Passage, ground: Ground) -> Iterator[tuple[str, bool, int, int]]:
    """Who dies (True) or acts (False) in a clause, by name, and where in it that is told."""
    inside = [
        m
        for m in scene.mentions
        if m.kind == "name"
        and ground.types.get(m.entity) == "person"
        and clause.start <= m.passage.start < clause.end
    ]
    if REMAINS.search(clause.quote):
        return
    unreal = _UNREAL.search(clause.quote) is not None
    dead: dict[str, tuple[int, int]] = {}
    doing: set[int] = set()
    for row in scene.statements:
        if not clause.start <= row.passage.start < clause.end:
            continue
        if row.polarity == "negative" or row.modality not in ("asserted", ""):
            continue
        said = {a.passage.start for a in row.arguments if a.part == "subject"}
        if row.relation in DEATH and not unreal:
            begin, end = row.passage.start - clause.start, row.passage.end - clause.start
            named = [
                m
                for m in scene.mentions
                if m.entity == row.subject and m.passage.start in said and whose(row, scene, ground)
            ]
            dead |= {m.entity: (begin, min(end, len(clause.quote))) for m in named}
        elif row.relation.split()[:1] and row.relation.split()[0] in ACTS:
            doing |= said
    for who in sorted(dead):
        yield who, True, *dead[who]
    if unreal or dead:
        return
    for mention in _acting(inside, doing, clause):
        begin, end = mention.passage.start - clause.start, mention.passage.end - clause.start
        yield mention.entity, False, begin, end


def _acting(inside: Sequence[Mention], doing: set[int], clause: Passage) -> Iterator[Mention]:
    """Those who do something, those named in one list with them, and who goes with them."""
    ordered = sorted(inside, key=lambda m: m.passage)
    active = False
    for index, mention in enumerate(ordered):
        begin = mention.passage.start - clause.start
        if index:
            gap = clause.quote[ordered[index - 1].passage.end - clause.start : begin]
            active = active and _LISTED.fullmatch(gap) is not None
        end = mention.passage.end - clause.start
        beside = _AND.match(clause.quote, end)
        active = active or mention.passage.start in doing
        active = active or (beside is not None and clause.start + beside.end() in doing)
        active = active or VERB.match(clause.quote, end) is not None
        active = active or _IN_COMPANY.search(clause.quote[max(0, begin - 60) : begin]) is not None
        if active:
            yield mention


def _cannot(death: _Counted, deed: _Counted, counted: dict[int, int]) -> bool:
    if deed.day <= death.day or not 0 < abs(deed.scene - death.scene) <= WITHIN:
        return False
    if death.since and deed.since and death.since[:4] != deed.since[:4]:
        return False
    if deed.scene < death.scene:
        return _EARLIER.search(death.clause) is not None
    between = [counted[n] for n in range(death.scene + 1, deed.scene) if n in counted]
    return all(day >= death.day for day in between)


def _row(name: str, death: _Counted, deed: _Counted) -> Impossibility:
    reason = f"{name} died “{death.said}” and cannot act “{deed.said}”"
    after = deed.day - death.day
    told = f"{deed.day} − {death.day} = {after} day{'s' * (after > 1)} after the death"
    sure = death.since == deed.since or deed.scene < death.scene
    return impossible((death.words, deed.words), (reason, told), LIKELY if sure else DOUBTFUL)
