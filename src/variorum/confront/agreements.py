"""What several accounts tell alike: equal values of one thing, one day, one scene in the same words.

Only candidates are brought together here; whether those who tell them are independent is judged where
the origins are known (``standing``).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log

from variorum.confront.answers import Answer
from variorum.confront.compare import same_value
from variorum.confront.context import FEWEST
from variorum.confront.gaps import gapped
from variorum.confront.laid import DAY, Ground, Scene
from variorum.confront.linking import link
from variorum.confront.scenes import (
    SMALL,
    Groups,
    Told,
    days_of,
    denies,
    put_elsewhere,
    scenes,
)
from variorum.confront.vocabulary import PERSONAL
from variorum.confront.wording import date_in_words, in_plain_words, value_in_words
from variorum.model.passage import Passage

LEAST_LINK = 0.7
"""Probability that two answers are to one question, from which equal ones are agreement: that they are
equal speaks for it too."""
LEAST_SMALL = 0.98
"""The same for small counts: it must be sure that the same things are meant. Both were set on the
example dossier."""
MOST_COMPARED = 12
"""Answers of one value that are compared with each that follows."""


def agreements(found: Sequence[Answer], ground: Ground) -> tuple[list[Told], list[Told]]:
    """What two accounts or more tell alike: facts, and scenes, which may hold facts.

    Equal values by what they are about, full days by the names told with them, statements by whom they
    are about, and scenes by a name or a number and rare words. Near-linear: a word that more than
    MOST_SHARING sentences have brings nothing together.
    """
    facts = [*_values(found, ground), *_days(ground), *_statements(ground)]
    return facts, list(scenes(ground))


def _values(found: Sequence[Answer], ground: Ground) -> Iterator[Told]:
    days = days_of(ground)
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
            joined = Groups(len(group))
            for i, one in enumerate(group):
                for j in range(i + 1, min(len(group), i + 1 + MOST_COMPARED)):
                    other = group[j]
                    if one.account == other.account or not same_value(one, other):
                        continue
                    if days.get(one.account) != days.get(other.account):
                        continue
                    if put_elsewhere(_clause(one, ground), _clause(other, ground)):
                        continue
                    sole = 1 / max(told[one.account], told[other.account])
                    if link(one, other, ground, sole, rarity) >= _needed(one):
                        joined.join(i, j)
            for members in joined.groups():
                same = [group[n] for n in members]
                yield _said(same, ground), tuple(answer.passage for answer in same)


def _clause(answer: Answer, ground: Ground) -> str:
    return gapped(ground.scenes[answer.scene].sentence.passage, answer.passage)


def _said(same: Sequence[Answer], ground: Ground) -> str:
    """The question and its answer; where the question is asked in the words of a sentence, the answer
    and the shortest sentence that gives it."""
    question = in_plain_words(same, ground)
    if not question.endswith("”?"):
        return f"{question} {value_in_words(same[0])}"
    told = [(ground.scenes[answer.scene].sentence, answer) for answer in same]
    sentence, answer = min(
        told,
        key=lambda row: (
            not row[0].language.startswith("en"), len(row[0].passage.quote), row[0].passage,
        ),
    )  # fmt: skip
    return f"{value_in_words(answer)}: “{_excerpt(sentence.passage, answer.passage)}”"


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
        if len({row.edtf for row in days}) != 1 or denies(scene.sentence.passage.quote):
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
    days = days_of(ground)
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
