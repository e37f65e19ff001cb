"""What the passages demand of one person's life: births, deaths, ages, deeds and words, with bounds."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from variorum.confront.answers import Answer
from variorum.confront.chronology.ages import aged, aged_now
from variorum.confront.chronology.datelines import Dateline
from variorum.confront.chronology.deeds import told_deeds
from variorum.confront.chronology.fact import Fact, dated
from variorum.confront.chronology.happenings import happenings
from variorum.confront.chronology.lifespans import lifespans
from variorum.confront.chronology.utterances import spoken, told_me, written
from variorum.confront.chronology.words import ACTS, LEAST_AGES, MET, REMAINS, THIRD_PERSON
from variorum.confront.evidence import Evidence
from variorum.confront.laid import Ground, Scene
from variorum.model.passage import Passage
from variorum.model.testimony import Statement

BIRTH, DEATH = frozenset(("born", "was born")), frozenset(("died", "killed"))

_BIRTH_WORD = re.compile(r"\b(?:born|birth|baptised|baptized|родил\w*|рожд\w*|geboren)\b", re.I)
_DEATH_WORD = re.compile(
    r"\b(?:died|death|killed|drowned|passed away|perished|murdered|executed|умер\w*|погиб\w*|убит\w*|"
    r"скончал\w*|gestorben|starb)\b",
    re.IGNORECASE,
)


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
    known = happenings(ground)
    for answer in found:
        if not answer.subject or ground.types.get(answer.subject) != "person":
            continue
        if answer.kind == "age":
            gathered[answer.subject] += aged(answer, ground, datelines, known)
        elif answer.kind == "date" and answer.topic in (*BIRTH, *DEATH, "buried"):
            kind = "birth" if answer.topic in BIRTH else "death"
            kind, said = "burial" if answer.topic == "buried" else kind, answer.topic
            if kind != "burial" and not _told_by(kind, ground.scenes[answer.scene], answer.passage):
                kind = said = "death" if kind == "birth" else "birth"
                if not _told_by(kind, ground.scenes[answer.scene], answer.passage):
                    continue
            sure = answer.passage not in reckoned
            gathered[answer.subject] += dated(
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
            gathered[mention.entity] += [
                replace(fact, least=LEAST_AGES.get(verb.casefold(), 0))
                for fact in dated("deed", date.edtf, words, date.account, verb, True, scene.number)
            ]
        for who, fact in lifespans(scene, ground):
            gathered[who].append(fact)
        for who, fact in told_me(scene, ground):
            gathered[who].append(fact)
        for who, fact in aged_now(scene, ground, datelines):
            gathered[who].append(fact)
    for voice in evidence.voices:
        if voice.chain and ground.types.get(voice.chain[0].entity) == "person":
            gathered[voice.chain[0].entity] += spoken(voice, ground)
    for writer, fact in written(evidence, ground, datelines):
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
    if subject and whose(row, scene, ground, subject):
        for fact in dated(kind, row.time, row.passage, row.account, said, sure, scene.number):
            yield subject, replace(fact, also=_when(row), least=_least(verb, said))
    if kind == "deed" and verb in MET and ground.types.get(row.value) == "person":
        named = any(m.entity == row.value and m.kind == "name" for m in scene.mentions)
        if named:
            said = "was there"
            for fact in dated(
                "deed", row.time, row.passage, row.account, said, False, scene.number
            ):
                yield row.value, replace(fact, also=_when(row))


def _least(verb: str, said: str) -> int:
    """The years of age a deed takes, by its relation and by its own word."""
    return max(LEAST_AGES.get(word.casefold(), 0) for word in (verb, *said.split()[:1]))


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


def whose(row: Statement, scene: Scene, ground: Ground, subject: str = "") -> bool:
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
            return set(people) == {subject or row.subject}
    return False


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
