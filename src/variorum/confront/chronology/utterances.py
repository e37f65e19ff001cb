"""Words as facts of a life: who speaks, writes or says that he saw is alive then."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from variorum.confront.chronology.datelines import Dateline
from variorum.confront.chronology.fact import Fact, dated
from variorum.confront.chronology.words import THIRD_PERSON
from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground, Scene
from variorum.model.passage import Passage
from variorum.model.testimony import Voice

WRITTEN = frozenset(("letter", "testimony"))
"""Kinds of account whose date is the day on which the writer wrote, or spoke to a clerk."""

_BOOKS_SAY = re.compile(
    r"(?:says|writes|tells(?: us)?|notes|remarks|states|observes|adds|claims|records|has it|"
    r"according to|пишет|говорит|замечает|вспоминает|утверждает|schreibt|sagt|berichtet)",
    re.IGNORECASE,
)
"""Words in the present by which a book speaks on after its author's death."""

SIGNATURE_WORDS = 7
"""Words of the longest line that signs a letter."""

_DELIVERED = re.compile(
    r"(?:read|delivered|spoken|dictated|recorded|told|taken down|sworn|прочитан\w*|записан\w*)\b",
    re.I,
)
"""A dateline of words that somebody spoke himself on that day."""

_TOLD_ME = re.compile(
    r"\b(?P<who>[Hh]e|[Ss]he|[Оо]н|[Оо]на|[^\W\d_]\w+)\s(?:himself\s|herself\s|once\s|сам\w?\s)?"
    r"(?:told|assured|confided to|said to|wrote to|spoke to|"
    r"рассказал\w?|говорил\w?|сказал\w?|писал\w?)\s"
    r"(?:me|us|this writer|this reporter|the (?:present )?(?:writer|author)|мне|нам)\b"
    r"(?:\s(?:himself|herself|so|once|сам\w?))*,?\s(?:(?:in|on|в)\s)?(?:the\s)?$"
)
"""Up to a date: somebody told the writer something on it, in his own person."""

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


def spoken(voice: Voice, ground: Ground) -> list[Fact]:
    """Who speaks is alive then, and was born when what he says he saw took place."""
    link, found = voice.chain[0], []
    account = ground.accounts.get(voice.account)
    published = account.date if account is not None else ""
    quoted = voice.cue is not None and _BOOKS_SAY.fullmatch(voice.cue.quote.strip())
    if link.date and link.role in _SPEAKERS and link.date != published and not quoted:
        found += dated("deed", link.date, voice.passage, voice.account, "spoke", False)
    for match in _SAW.finditer(voice.passage.quote) if link.role in _WITNESS else ():
        begin, end = match.span()
        start = voice.passage.start
        words = Passage(
            voice.passage.source, start + begin, start + end, voice.passage.quote[begin:end]
        )
        year = match["year"] or match["год"]
        found += dated("deed", year, words, voice.account, "says “I was there”", True)
    return found


def told_me(scene: Scene, ground: Ground) -> Iterator[tuple[str, Fact]]:
    """ "He told me himself, in the summer of 1952": who told the writer something was alive then. Of a
    pronoun, whom the reader knows, else the one person named in the two sentences before."""
    place = scene.sentence.passage
    for date in scene.dates:
        begin = date.passage.start - place.start
        match = _TOLD_ME.search(place.quote, max(0, begin - _TOLD_REACH), begin)
        if match is None or date.anchor:
            continue
        start = place.start + match.start("who")
        end = start + len(match["who"])
        meant = {
            m.entity
            for m in scene.mentions
            if m.passage.start <= start < m.passage.end or m.passage.end == end
        }
        if not meant and match["who"].casefold() in THIRD_PERSON:  # not "his son told me"
            meant = _last_named(scene, ground)
        people = {entity for entity in meant if ground.types.get(entity) == "person"}
        if len(people) != 1:
            continue
        words = Passage(
            place.source,
            start,
            date.passage.end,
            place.quote[start - place.start :][: date.passage.end - start],
        )
        edtf = date.edtf if _CALENDAR.fullmatch(date.edtf) else date.edtf[:4]  # a season: its year
        for fact in dated("deed", edtf, words, date.account, "spoke", True, scene.number):
            yield next(iter(people)), fact


_CALENDAR = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
_TOLD_REACH = 70
"""Characters before a date in which somebody tells the writer."""


def _last_named(scene: Scene, ground: Ground) -> set[str]:
    for number in range(scene.number - 1, max(-1, scene.number - 5), -1):
        near = ground.scenes[number]
        if near.sentence.account != scene.sentence.account:
            return set()
        people = {
            m.entity
            for m in near.mentions
            if m.kind == "name" and ground.types.get(m.entity) == "person"
        }
        if people:
            return people if len(people) == 1 else set()
    return set()


def written(
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
        if dateline is None:
            continue
        if account.kind not in WRITTEN and not _DELIVERED.match(dateline.passage.quote):
            continue
        signed = signatures.get(account.id)
        writers = {signed[0]} if signed else known.get(account.author.casefold(), set())
        if len(writers) != 1:
            continue
        passage = signed[1] if signed else dateline.passage
        for fact in dated("deed", account.date, passage, account.id, "wrote", True):
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
