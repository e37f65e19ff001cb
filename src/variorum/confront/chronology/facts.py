"""What the passages demand of one person's life: births, deaths, ages, deeds and words, with bounds."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.confront.answers import Answer
from variorum.confront.chronology.datelines import Dateline
from variorum.confront.chronology.deeds import told_deeds
from variorum.confront.chronology.network import YEAR, units
from variorum.confront.chronology.words import ACTS, MET, REMAINS, THIRD_PERSON
from variorum.confront.context import Ground, Scene
from variorum.confront.evidence import Evidence
from variorum.confront.moments import CURRENT_KINDS
from variorum.confront.wording import when_in_words
from variorum.model.edtf import APPROXIMATE_YEARS, LATEST_YEAR, Bounds, bounds, is_approximate
from variorum.model.passage import Passage
from variorum.model.testimony import Quantity, Statement, Voice

SLACK_YEARS = 1
"""Years an age may be off without being called impossible: counted in running years, or misdated."""

ABOUT = 8
"""Further years by which "nearly 50" may miss the age: people are seldom asked for theirs."""

BIRTH, DEATH = frozenset(("born", "was born")), frozenset(("died", "killed"))

WRITTEN = frozenset(("letter", "testimony"))
"""Kinds of account whose date is the day on which the writer wrote, or spoke to a clerk."""

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

_AT_THAT_TIME = re.compile(
    r"\W{0,2}(?:years?\sold\s|лет\s|год\s|года\s)?(?:then|at the time|тогда|в то время)\b",
    re.IGNORECASE,
)
"""After an age: it was that of the time just told of."""

_IS_AGED = re.compile(
    r"^\W{0,2}(?:(?:He|She)\sis(?:\s(?:now|today|only|just|already))?\s$"
    r"|(?:Ему|Ей)\s(?:(?:сейчас|теперь|уже|нынче|сегодня)\s)?$"
    r"|(?:Er|Sie)\sist\s(?:(?:jetzt|heute|nun)\s)?$)"
)
"""A sentence that begins with an age in the present, whose it is told by the sentence before."""

_BIRTH_WORD = re.compile(r"\b(?:born|birth|baptised|baptized|родил\w*|рожд\w*|geboren)\b", re.I)
_DEATH_WORD = re.compile(
    r"\b(?:died|death|killed|drowned|passed away|perished|murdered|executed|умер\w*|погиб\w*|убит\w*|"
    r"скончал\w*|gestorben|starb)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a passage demands of one life. ``kind``: birth, death, burial, age, deed; ``low``/``high``
    are the moment's bounds in units; ``said`` tells it in words after the name. ``scene`` is the
    number of its sentence (-1 where none), ``also`` further words it rests on."""

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
    scene: int = -1
    also: tuple[Passage, ...] = ()


def facts(
    evidence: Evidence,
    found: Sequence[Answer],
    ground: Ground,
    datelines: Mapping[str, Dateline],
) -> dict[str, list[Fact]]:
    """Every person's facts. One pass over the answers, the sentences and the voices."""
    gathered: dict[str, list[Fact]] = defaultdict(list)
    # a date that was reckoned from another is less sure than one that stands in the words
    reckoned = {row.passage for row in evidence.dates if row.anchor}
    for answer in found:
        if not answer.subject or ground.types.get(answer.subject) != "person":
            continue
        if answer.kind == "age":
            gathered[answer.subject] += _age(answer, _moment(answer, ground))
        elif answer.kind == "date" and answer.topic in (*BIRTH, *DEATH, "buried"):
            kind = "birth" if answer.topic in BIRTH else "death"
            kind, said = "burial" if answer.topic == "buried" else kind, answer.topic
            if kind != "burial" and not _told_by(kind, ground.scenes[answer.scene], answer.passage):
                kind = said = "death" if kind == "birth" else "birth"
                if not _told_by(kind, ground.scenes[answer.scene], answer.passage):
                    continue
            sure = answer.passage not in reckoned
            gathered[answer.subject] += _dated(
                kind, answer.edtf, answer.passage, answer.account, said, sure, answer.scene
            )
    for scene in ground.scenes:
        for row in scene.statements:
            if not row.time or row.polarity == "negative" or row.modality not in ("asserted", ""):
                continue
            sure = not any(a.part == "time" and a.passage in reckoned for a in row.arguments)
            for subject, fact in _stated(row, scene, ground, sure):
                gathered[subject].append(fact)
        for mention, date, verb, words in told_deeds(scene, ground):
            gathered[mention.entity] += _dated(
                "deed", date.edtf, words, date.account, verb, True, scene.number
            )
        for quantity in scene.quantities:
            subject = _pronoun_aged(scene, quantity, ground)
            if subject:
                gathered[subject] += _present_age(quantity, scene, datelines)
    for voice in evidence.voices:
        if voice.chain and ground.types.get(voice.chain[0].entity) == "person":
            gathered[voice.chain[0].entity] += _spoken(voice, ground)
    for writer, fact in _written(evidence, ground, datelines):
        gathered[writer].append(fact)
    return gathered


def _told_by(kind: str, scene: Scene, at: Passage) -> bool:
    """Whether a date stands nearer to a word of its kind than to one of the other: "who died on 3 May
    1950, was born at Kem" tells no birth of 1950. What follows the word goes before what precedes it."""
    quote, begin = scene.sentence.passage.quote, at.start - scene.sentence.passage.start

    def nearest(words: re.Pattern[str]) -> int:
        near = [
            (begin - m.end() if m.end() <= begin else m.start() - begin - len(at.quote) + 20)
            for m in words.finditer(quote)
            if ";" not in quote[min(m.end(), begin) : max(m.start(), begin)]
        ]
        return min(near, default=len(quote) + 20)

    births, deaths = nearest(_BIRTH_WORD), nearest(_DEATH_WORD)
    if min(births, deaths) > len(quote):
        return kind == "death"  # "✝ 1950", "Ann Lee (1900–1950)"
    return births <= deaths if kind == "birth" else deaths <= births


def _age(answer: Answer, moment: Bounds | None) -> list[Fact]:
    if answer.exactness not in ("exact", "about"):
        return []
    if moment is None or answer.high is None or moment[1].year - moment[0].year > 1:
        return []
    first, last = moment
    slack = SLACK_YEARS * YEAR + (0 if answer.exactness == "exact" else ABOUT * YEAR)
    low = units(first) - (int(answer.high) + 1) * YEAR - slack
    high = units(last) - int(answer.low) * YEAR + slack
    return [
        Fact(
            "age", low, high, answer.passage, answer.account, answer.shown,
            first.year, last.year, int(answer.low), answer.exactness == "exact", answer.scene,
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


def _pronoun_aged(scene: Scene, quantity: Quantity, ground: Ground) -> str:
    """Whose "He is fifty-nine" tells where the pronoun was given to nobody: theirs whose name opens the
    sentence before, and no other name stands in it."""
    place = scene.sentence.passage
    if quantity.counted != "age" or scene.number == 0:
        return ""
    opening = place.quote[: max(0, quantity.passage.start - place.start)]
    if not _IS_AGED.search(opening):
        return ""
    meant = {m.entity for m in scene.mentions if m.type == "person"}
    if meant:
        return ""  # the reader knows, and answers tell it
    before = ground.scenes[scene.number - 1]
    people = [m for m in before.mentions if ground.types.get(m.entity) == "person"]
    if before.sentence.account != scene.sentence.account or not people:
        return ""
    opens = people[0].kind == "name" and people[0].passage.start == before.sentence.passage.start
    return people[0].entity if opens and len({m.entity for m in people}) == 1 else ""


def _present_age(
    quantity: Quantity, scene: Scene, datelines: Mapping[str, Dateline]
) -> Iterator[Fact]:
    """An age in the present tense is that of the day of the account, whatever its kind."""
    dateline = datelines.get(scene.sentence.account)
    if dateline is None or quantity.exactness != "exact" or quantity.low != quantity.high:
        return
    (first, last), age = dateline.bounds, int(quantity.low)
    yield Fact(
        "age", units(first) - (age + 1 + SLACK_YEARS) * YEAR, units(last) - (age - SLACK_YEARS) * YEAR,
        quantity.passage, scene.sentence.account, " ".join(quantity.passage.quote.split()),
        first.year, last.year, age, True, scene.number, (dateline.passage,),
    )  # fmt: skip


def _stated(row: Statement, scene: Scene, ground: Ground, sure: bool) -> Iterator[tuple[str, Fact]]:
    if REMAINS.search(row.passage.quote):
        return
    kind, said = "", row.relation
    verb = row.relation.split()[0] if row.relation else ""
    if row.relation == "age when died" and row.value.isdigit():
        kind, said = "age", row.value
    elif row.relation in BIRTH:
        kind, said = "birth", "was born"
    elif row.relation in DEATH:
        kind = "death"
    elif verb in ACTS and not REMAINS.search(scene.sentence.passage.quote):
        kind, said = "deed", _done(row)
    if not kind:
        return
    subject = _subject(row, scene, ground)
    if subject and _whose(row, scene, ground, subject):
        for fact in _dated(kind, row.time, row.passage, row.account, said, sure, scene.number):
            yield subject, replace(fact, also=_when(row))
    if kind == "deed" and verb in MET and ground.types.get(row.value) == "person":
        named = any(m.entity == row.value and m.kind == "name" for m in scene.mentions)
        if named:
            said = "was there"
            for fact in _dated(
                "deed", row.time, row.passage, row.account, said, False, scene.number
            ):
                yield row.value, replace(fact, also=_when(row))


def _when(row: Statement) -> tuple[Passage, ...]:
    """The words that date a statement, where they stand outside its own."""
    place = row.passage
    return tuple(
        a.passage
        for a in row.arguments
        if a.part == "time" and not (place.start <= a.passage.start and a.passage.end <= place.end)
    )


def _done(row: Statement) -> str:
    """The verb as it stands in the words, of a deed: "ordered", "left"."""
    cue = next((a.passage.quote for a in row.arguments if a.part == "cue"), "")
    return " ".join(cue.split()) or row.relation


def _whose(row: Statement, scene: Scene, ground: Ground, subject: str) -> bool:
    """Whether it is plain whom a statement is about: by name, in the first person, or by a pronoun in
    whose sentence and the two before nobody else is named."""
    said = next((a.passage.quote for a in row.arguments if a.part == "subject"), "")
    if said.casefold() not in THIRD_PERSON:
        return True
    for number in range(scene.number, max(-1, scene.number - 3), -1):
        near = ground.scenes[number]
        if near.sentence.account != scene.sentence.account:
            break
        people = [
            m.entity
            for m in near.mentions
            if m.kind == "name" and ground.types.get(m.entity) == "person"
        ]
        if people:
            return set(people) == {subject}
    return False


def _dated(
    kind: str, edtf: str, passage: Passage, account: str, said: str, sure: bool, scene: int = -1
) -> list[Fact]:
    span = bounds(edtf)
    if span is None or "X" in edtf[:4] or (kind in ("birth", "death") and "/" in edtf):
        return []
    wider = APPROXIMATE_YEARS * YEAR if is_approximate(edtf) else 0
    low, high = units(span[0]) - wider, units(span[1]) + wider
    if kind == "age":
        age = int(said)
        early, late = low - (age + 1 + SLACK_YEARS) * YEAR, high - (age - SLACK_YEARS) * YEAR
        years = span[0].year, span[1].year
        return [Fact(kind, early, late, passage, account, said, *years, age, sure, scene)]
    words = {"birth": "was born", "death": "died", "killed": "was killed", "buried": "was buried"}
    told = f"{words.get(said, words.get(kind, said))} {when_in_words(edtf)}"
    sure = sure and not wider and not edtf.endswith("?")
    years = span[0].year, span[1].year
    return [Fact(kind, low, high, passage, account, told, *years, 0, sure, scene)]


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


def _spoken(voice: Voice, ground: Ground) -> list[Fact]:
    """Who speaks is alive then, and was born when what he says he saw took place."""
    link, found = voice.chain[0], []
    account = ground.accounts.get(voice.account)
    published = account.date if account is not None else ""
    if link.date and link.role in _SPEAKERS and link.date != published:
        found += _dated("deed", link.date, voice.passage, voice.account, "spoke", False)
    for match in _SAW.finditer(voice.passage.quote) if link.role in _WITNESS else ():
        begin, end = match.span()
        start = voice.passage.start
        words = Passage(
            voice.passage.source, start + begin, start + end, voice.passage.quote[begin:end]
        )
        year = match["year"] or match["год"]
        found += _dated("deed", year, words, voice.account, "says “I was there”", True)
    return found


def _written(
    evidence: Evidence, ground: Ground, datelines: Mapping[str, Dateline]
) -> Iterator[tuple[str, Fact]]:
    """Who signs a dated letter or deposes is alive on its day."""
    signatures = _signatures(ground.scenes)
    known: dict[str, set[str]] = defaultdict(set)
    for entity in evidence.entities:
        if entity.type == "person":
            for name in entity.names:
                known[name.casefold()].add(entity.id)
    for account in evidence.accounts:
        dateline = datelines.get(account.id)
        if account.kind not in WRITTEN or dateline is None:
            continue
        signed = signatures.get(account.id)
        writers = {signed[0]} if signed else known.get(account.author.casefold(), set())
        if len(writers) != 1:
            continue
        passage = signed[1] if signed else dateline.passage
        for fact in _dated("deed", account.date, passage, account.id, "wrote", True):
            yield next(iter(writers)), replace(fact, also=(dateline.passage,))


def _signatures(scenes: Iterable[Scene]) -> dict[str, tuple[str, Passage]]:
    """The person whose full name closes an account, of SIGNATURE_WORDS words at most: "Your Ann Lee"."""
    last: dict[str, Scene] = {}
    for scene in scenes:
        last[scene.sentence.account] = scene
    found: dict[str, tuple[str, Passage]] = {}
    for account, scene in last.items():
        words = scene.sentence.passage.quote.split()
        names = [m for m in scene.mentions if m.type == "person" and m.kind == "name"]
        full = len(names) == 1 and len(names[0].passage.quote.split()) > 1
        if full and len(words) <= SIGNATURE_WORDS:
            found[account] = names[0].entity, names[0].passage
    return found


SIGNATURE_WORDS = 7
"""Words of the longest line that signs a letter."""
