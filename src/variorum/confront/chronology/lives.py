"""Lives: births, ages, deeds, words and deaths of one person as one network of moments."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.confront.answers import Answer
from variorum.confront.chronology.network import (
    YEAR,
    Constraint,
    Contradiction,
    between,
    contradiction,
    units,
)
from variorum.confront.chronology.row import DOUBTFUL, LIKELY, impossible
from variorum.confront.context import Ground, Scene
from variorum.confront.evidence import Evidence
from variorum.confront.moments import CURRENT_KINDS
from variorum.confront.wording import when_in_words
from variorum.model.edtf import APPROXIMATE_YEARS, LATEST_YEAR, Bounds, bounds, is_approximate
from variorum.model.findings import Impossibility
from variorum.model.passage import Passage
from variorum.model.testimony import Statement, Voice

SLACK_YEARS = 1
"""Years an age may be off without being called impossible: counted in running years, or misdated."""

ABOUT = 8
"""Further years by which "nearly 50" may miss the age: people are seldom asked for theirs."""

MOST_OFF = 10
"""Years by which accounts may contradict each other about one man; by more they rather speak of two,
of father and son, say. Set by hand."""

MOST_OFF_INSIDE = 40
"""The same within one account, which may tell of a grandson under one name. Set by hand."""

MOST_FACTS = 40
"""Facts of one person that are weighed, the first of each account before the second of any."""

ANCHORS = ("birth", "death")
"""The facts that a life is told by."""

MOST_ANCHORS = 3
"""Different births, and different deaths, of one person that are tried."""

MOST_FOUND = 6
"""Contradictions that are shown of one person: more, and the name is rather several people's."""

DEED_RELATIONS = frozenset(
    (
        "met", "joined", "married", "attacked", "returned", "arrived", "left", "landed", "signed",
        "retired", "saw", "visited", "testified", "interviewed", "spoke",
    )
)  # fmt: skip
"""Relations whose subject must be alive."""

BIRTH, DEATH = frozenset(("born", "was born")), frozenset(("died", "killed"))

_WITNESS = frozenset(("eyewitness", "participant"))
_SPEAKERS = _WITNESS | {"speaker", "hearsay"}

_SAW = re.compile(
    r"\b(?:I|we)\s(?:myself\s)?(?:saw|watched|witnessed|met|heard|was (?:there|present|aboard)|stood)\b"
    r"(?:\s(?!of\b|from\b|that\b|which\b|who\b|how\b|about\b|born\b|built\b|painted\b|made\b|"
    r"written\b|dated\b|taken\b)[^\W\d_]+){0,6}\sin\s(?P<year>1\d{3}|20\d\d)(?![\d-])"
    r"|\b(?:я|мы)\s(?:сам\w*\s)?(?:видел\w*|был\w* там|встретил\w*|слышал\w*|стоял\w*)"
    r"(?:\s(?!как\b|что\b|котор\w*|постро\w*|из\b|от\b|о\b|об\b)[^\W\d_]+){0,6}"
    r"\sв\s(?P<год>1\d{3}|20\d\d)(?!\d)",
    re.IGNORECASE,
)
"""Somebody says that he saw a thing in a year: the year right after "in", in the clause of the seeing,
and no word by which it may be the year of a picture, a letter or a tale."""

_REMAINS = re.compile(
    r"\b(?:body|bodies|remains|corpse|coffin|ashes|skull|bones|ghost|spirit|soul|memory|statue|"
    r"portrait|monument|posthum\w*|grave|tomb|dream\w*|named after|namesake|тел[оау]|останк\w*|"
    r"прах\w*|гроб\w*|памят\w*|посмертн\w*|призрак\w*|портрет\w*|снил\w*)\b",
    re.IGNORECASE,
)
"""Words beside which the dead may return, arrive and be seen."""

_AT_THAT_TIME = re.compile(
    r"\W{0,2}(?:years?\sold\s|лет\s|год\s|года\s)?(?:then|at the time|тогда|в то время)\b",
    re.IGNORECASE,
)
"""After an age: it was that of the time just told of."""

_ORIGIN, _BORN, _DIED = "", "born", "died"
_ALWAYS = -1
"""The row of what needs no passage: nobody dies before being born."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """What a passage demands of one life. ``kind``: birth, death, age, deed; ``low``/``high`` are the
    moment's bounds in units; ``said`` tells it in words after the name."""

    kind: str
    low: int
    high: int
    passage: Passage
    account: str
    said: str
    first_year: int
    last_year: int
    age: int = 0
    sure: bool = True


def lives(evidence: Evidence, found: Sequence[Answer], ground: Ground) -> Iterator[Impossibility]:
    """What cannot be true of one person, whoever is right: a smallest set of passages each.

    Two dates of one birth are a disagreement and no impossibility: each is tried by itself. What cannot
    stand beside it is shown; of what is left, the shortest contradiction, until all can be true.
    Linear in the facts but for MOST_FACTS of a person.
    """
    facts = _facts(evidence, found, ground)
    doubted = {entity.id for entity in evidence.entities if entity.against}
    for subject in sorted(facts):
        rows = _fewer(facts[subject])
        name = ground.names.get(subject, "") or "One person"
        shown: set[tuple[object, ...]] = set()
        for anchors in _worlds(rows):
            for members in _clashes(anchors, [f for f in rows if f.kind not in ANCHORS]):
                # equal years are said once, however many passages give them
                key = tuple(sorted((f.kind, f.low, f.high) for f in members))
                if key not in shown and len(shown) < MOST_FOUND:
                    shown.add(key)
                    yield _told(name, members, subject in doubted)


def _worlds(rows: Sequence[_Fact]) -> list[list[_Fact]]:
    """One birth and one death each, of those that are told: every pair of different ones."""
    births = {(f.low, f.high): f for f in reversed(rows) if f.kind == "birth"}
    deaths = {(f.low, f.high): f for f in reversed(rows) if f.kind == "death"}
    none: list[_Fact | None] = [None]
    born = [*births.values()][-MOST_ANCHORS:] or none
    died = [*deaths.values()][-MOST_ANCHORS:] or none
    return [
        [fact for fact in (birth, death) if fact is not None] for birth in born for death in died
    ]


def _clashes(anchors: Sequence[_Fact], rows: Sequence[_Fact]) -> Iterator[list[_Fact]]:
    """The facts that cannot stand together, where a birth and a death are as ``anchors`` tell."""
    alone = contradiction(_constraints(anchors))
    if alone is not None:
        if not _namesakes(alone, anchors):
            yield list(anchors)
        return
    left = list(anchors)
    for fact in rows:
        clash = contradiction(_constraints([*anchors, fact]))
        if clash is None:
            left.append(fact)
            continue
        members = [[*anchors, fact][row] for row in clash.rows if row != _ALWAYS]
        if not _namesakes(clash, members):
            yield members
    while (clash := contradiction(_constraints(left))) is not None:
        members = [left[row] for row in clash.rows if row != _ALWAYS]
        if not _namesakes(clash, members):
            yield members
        left.remove(_weakest(members, left))


def _facts(evidence: Evidence, found: Sequence[Answer], ground: Ground) -> dict[str, list[_Fact]]:
    facts: dict[str, list[_Fact]] = defaultdict(list)
    # a date that was reckoned from another is less sure than one that stands in the words
    reckoned = {row.passage for row in evidence.dates if row.anchor}
    for answer in found:
        if not answer.subject or ground.types.get(answer.subject) != "person":
            continue
        if answer.kind == "age":
            facts[answer.subject] += _age(answer, _moment(answer, ground))
        elif answer.kind == "date" and answer.topic in (*BIRTH, *DEATH, "buried"):
            kind = "birth" if answer.topic in BIRTH else "death"
            kind = "burial" if answer.topic == "buried" else kind
            sure = answer.passage not in reckoned
            facts[answer.subject] += _dated(
                kind, answer.edtf, answer.passage, answer.account, answer.topic, sure
            )
    for scene in ground.scenes:
        for row in scene.statements:
            if not row.time or row.polarity == "negative" or row.modality not in ("asserted", ""):
                continue
            sure = not any(a.part == "time" and a.passage in reckoned for a in row.arguments)
            subject = _subject(row, scene, ground)
            if subject:
                facts[subject] += _stated(row, sure)
    for voice in evidence.voices:
        if voice.chain and ground.types.get(voice.chain[0].entity) == "person":
            facts[voice.chain[0].entity] += _spoken(voice, ground)
    return facts


def _age(answer: Answer, moment: Bounds | None) -> list[_Fact]:
    if answer.exactness not in ("exact", "about"):
        return []
    if moment is None or answer.high is None or moment[1].year - moment[0].year > 1:
        return []
    first, last = moment
    slack = SLACK_YEARS * YEAR + (0 if answer.exactness == "exact" else ABOUT * YEAR)
    low = units(first) - (int(answer.high) + 1) * YEAR - slack
    high = units(last) - int(answer.low) * YEAR + slack
    return [
        _Fact(
            "age", low, high, answer.passage, answer.account, answer.shown,
            first.year, last.year, int(answer.low), answer.exactness == "exact",
        )
    ]  # fmt: skip


def _moment(answer: Answer, ground: Ground) -> Bounds | None:
    """When an age is told of: "then", at its sentence's date, or, where that is a stretch of years
    ("in the ferry since 1926"), when the account was given."""
    moment = _then(answer, ground) or answer.moment
    account = ground.accounts.get(answer.account)
    if moment is not None and moment[1].year - moment[0].year > 1 and account is not None:
        given = bounds(account.date) if account.kind in CURRENT_KINDS else None
        return given if given is not None and moment[1].year == LATEST_YEAR else None
    return moment


def _then(answer: Answer, ground: Ground) -> Bounds | None:
    """The one date of the sentence before, for "He was twenty-four then"."""
    scene = ground.scenes[answer.scene]
    place = scene.sentence.passage
    if scene.number == 0 or not _AT_THAT_TIME.match(place.quote, answer.passage.end - place.start):
        return None
    before = ground.scenes[scene.number - 1]
    dates = [row for row in before.dates if not row.edtf.startswith("XXXX")]
    if scene.dates or len(dates) != 1 or before.sentence.account != scene.sentence.account:
        return None
    return bounds(dates[0].edtf)


def _stated(row: Statement, sure: bool) -> list[_Fact]:
    if _REMAINS.search(row.passage.quote):
        return []
    if row.relation == "age when died" and row.value.isdigit():
        return _dated("age", row.time, row.passage, row.account, row.value, sure)
    if row.relation in BIRTH:
        return _dated("birth", row.time, row.passage, row.account, "was born", sure)
    if row.relation in DEATH:
        return _dated("death", row.time, row.passage, row.account, row.relation, sure)
    if row.relation in DEED_RELATIONS:
        return _dated("deed", row.time, row.passage, row.account, row.relation, sure)
    return []


def _dated(
    kind: str, edtf: str, passage: Passage, account: str, said: str, sure: bool
) -> list[_Fact]:
    span = bounds(edtf)
    if span is None or "X" in edtf[:4] or (kind in ("birth", "death") and "/" in edtf):
        return []
    wider = APPROXIMATE_YEARS * YEAR if is_approximate(edtf) else 0
    low, high = units(span[0]) - wider, units(span[1]) + wider
    if kind == "age":
        age = int(said)
        early, late = low - (age + 1 + SLACK_YEARS) * YEAR, high - (age - SLACK_YEARS) * YEAR
        years = span[0].year, span[1].year
        return [_Fact(kind, early, late, passage, account, said, *years, age, sure)]
    words = {"birth": "was born", "killed": "was killed", "buried": "was buried"}
    told = f"{words.get(said, words.get(kind, said))} {when_in_words(edtf)}"
    sure = sure and not wider and not edtf.endswith("?")
    return [_Fact(kind, low, high, passage, account, told, span[0].year, span[1].year, 0, sure)]


def _subject(row: Statement, scene: Scene, ground: Ground) -> str:
    """The person a statement is about; where somebody's birth or death is told of what is no person
    ("Skipper" taken for a place), the one person whose name stands in its words."""
    if ground.types.get(row.subject) == "person":
        return row.subject
    if row.relation not in BIRTH | DEATH:
        return ""
    place = row.passage
    named = {
        mention.entity
        for mention in scene.mentions
        if mention.type == "person"
        and mention.kind == "name"
        and place.start <= mention.passage.start < place.end
    }
    return named.pop() if len(named) == 1 else ""


def _spoken(voice: Voice, ground: Ground) -> list[_Fact]:
    """Who speaks is alive then, and was born when what he says he saw took place."""
    link, facts = voice.chain[0], []
    account = ground.accounts.get(voice.account)
    published = account.date if account is not None else ""
    if link.date and link.role in _SPEAKERS and link.date != published:
        facts += _dated("deed", link.date, voice.passage, voice.account, "spoke", False)
    for match in _SAW.finditer(voice.passage.quote) if link.role in _WITNESS else ():
        begin, end = match.span()
        start = voice.passage.start
        words = Passage(
            voice.passage.source, start + begin, start + end, voice.passage.quote[begin:end]
        )
        year = match["year"] or match["год"]
        facts += _dated("deed", year, words, voice.account, "says “I was there”", True)
    return facts


def _fewer(facts: Sequence[_Fact]) -> list[_Fact]:
    """The facts in the order of the sources, each once; MOST_FACTS at most, births and deaths first."""
    order = {"birth": 0, "death": 1, "age": 2, "burial": 3, "deed": 4}
    once = {(f.kind, f.low, f.high, f.passage): f for f in facts}.values()
    # the same date read off the words and off a statement about them is one fact
    kept: list[_Fact] = []
    seen: dict[tuple[str, int, int, str], list[Passage]] = defaultdict(list)
    for fact in sorted(once, key=lambda f: (order[f.kind], f.passage, f.said)):
        others = seen[fact.kind, fact.low, fact.high, fact.passage.source]
        if not any(p.start < fact.passage.end and fact.passage.start < p.end for p in others):
            kept.append(fact)
            others.append(fact.passage)
    return kept[:MOST_FACTS]


def _constraints(rows: Sequence[_Fact]) -> Iterator[Constraint]:
    yield Constraint(_DIED, _BORN, 0, _ALWAYS)
    for row, fact in enumerate(rows):
        if fact.kind in ("birth", "age"):
            yield from between(_ORIGIN, _BORN, fact.low, fact.high, row)
        elif fact.kind == "death":
            yield from between(_ORIGIN, _DIED, fact.low, fact.high, row)
        elif fact.kind == "burial":
            yield Constraint(_ORIGIN, _DIED, fact.high, row)
        if fact.kind == "deed":
            yield Constraint(_ORIGIN, _BORN, fact.high, row)
            yield Constraint(_DIED, _ORIGIN, -fact.low, row)


def _namesakes(clash: Contradiction, members: Sequence[_Fact]) -> bool:
    """Whether accounts that differ so much rather speak of two people; or whether it is but two answers
    to one question, of which one may be right: two ages at one time are a disagreement."""
    across = len({fact.account for fact in members}) > 1
    if clash.excess > (MOST_OFF if across else MOST_OFF_INSIDE) * YEAR:
        return True
    first, last = members[0], members[-1]
    ages = len(members) == 2 and first.kind == last.kind == "age"
    return ages and abs(first.first_year - last.first_year) <= SLACK_YEARS


def _weakest(members: Sequence[_Fact], rows: Sequence[_Fact]) -> _Fact:
    """The fact that fewest others bear out; of equals the one told last."""

    def borne_out(fact: _Fact) -> int:
        return sum(
            other.kind == fact.kind and other.low <= fact.high and fact.low <= other.high
            for other in rows
        )

    return min(
        members,
        key=lambda f: (borne_out(f), f.kind in ("birth", "death"), [-f.passage.start], f.said),
    )


def _told(name: str, members: Sequence[_Fact], doubted: bool) -> Impossibility:
    """The contradiction with its arithmetic in words."""
    births = [f for f in members if f.kind == "birth"]
    deaths = [f for f in members if f.kind == "death"]
    ages = [f for f in members if f.kind == "age"]
    deeds = [f for f in members if f.kind in ("deed", "burial")]
    reasons: tuple[str, ...]
    if births and ages and len(members) == 2:
        reasons = _age_against_birth(name, births[0], ages[0])
    elif len(ages) == 2 and len(members) == 2:
        one, other = (
            f"“{f.said}” in {f.first_year}: born in {_years(f)}"
            for f in sorted(ages, key=lambda f: (f.first_year, f.passage))
        )
        reasons = (f"{name} cannot have been both of these ages", one, other)
    elif deeds and (deaths or births) and len(members) == 2:
        reasons = (f"{name} {deeds[0].said}, but {(deaths or births)[0].said}",)
    else:
        words = [
            f"was “{f.said}” in {f.first_year}" if f.kind == "age" else f.said for f in members
        ]
        reasons = (f"{name} {', '.join(words[:-1])} and {words[-1]}: these cannot all be true",)
    unsure = doubted or not all(fact.sure for fact in members)
    confidence = DOUBTFUL if unsure else LIKELY
    return impossible([fact.passage for fact in members], reasons, confidence)


def _years(fact: _Fact) -> str:
    """The years of birth that an age allows, without the slack."""
    first, last = fact.first_year - fact.age - 1, fact.last_year - fact.age
    return f"{first} or {last}" if last - first == 1 else f"{first} to {last}"


def _age_against_birth(name: str, birth: _Fact, age: _Fact) -> tuple[str, ...]:
    reached = age.first_year - birth.first_year
    was = f"{reached - 1} or {reached}" if reached > 0 else "not yet born"
    born = birth.first_year
    reason = f"{name}, born in {born}, was {was} in {age.first_year}, not “{age.said}”"
    return reason, f"{born} + {age.age} = {born + age.age}"
