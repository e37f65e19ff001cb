"""Answers that a story has but once: what was in his hand, where she was found, locked or open.

An account of one story that gives one value is held against accounts that give another. Who gives two
values tells of two moments, and so stands on neither side.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import Line
from variorum.confront.told.pairs import Pair, features_of
from variorum.confront.told.spans import words_of
from variorum.confront.told.words import PLAIN, SUPPOSING, UNREAL
from variorum.model.passage import Passage
from variorum.read.words import listed

MOST = 4
"""Tellings of one value in one account that are compared."""

MOST_ACCOUNTS = 20
"""Accounts that are compared; a story has no more."""

Agree = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an account says: ``key`` is what is asked, ``question`` the same in words, ``verb`` the
    base form that every such answer has and that so speaks for nothing."""

    type: str
    way: str
    key: str
    question: str
    value: str
    said: str
    passage: Passage
    scene: int
    account: str
    near: float = 2.0
    verb: str = ""


def apart(
    rows: Iterable[Answer], ground: Ground, agree: Agree, least: float = 0.0, reason: str = ""
) -> Iterator[tuple[Pair, Difference]]:
    """Answers of two accounts of the story to one question that ``agree`` holds to be two.

    ``least``: rarity the sentences must share beyond the question itself.
    Quadratic only in the accounts of one story, of which there are few.
    """
    asked: dict[tuple[str, str], dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.account in ground.story:
            asked[row.way, row.key][row.account].append(row)
    for _, accounts in sorted(asked.items()):
        single = [
            told[:MOST]
            for _, told in sorted(accounts.items())
            if all(agree(one.value, other.value) for one, other in combinations(told, 2))
        ]
        for mine, yours in combinations(single[:MOST_ACCOUNTS], 2):
            for one, other in product(mine, yours):
                if agree(one.value, other.value):
                    continue
                if least and _common(one, other, ground) < least:
                    continue
                a, b = sorted((one, other), key=lambda row: row.scene)
                yield (
                    Pair(a.scene, b.scene, 2.0, 0.3, 0.0, 0.0, 1.0, 0),
                    Difference(
                        a.type, a.way, a.key, a.question,
                        Told(a.said, a.passage, a.scene), Told(b.said, b.passage, b.scene),
                        min(a.near, b.near), (reason,) if reason else (),
                    ),
                )  # fmt: skip


def _common(one: Answer, other: Answer, ground: Ground) -> float:
    """Rarity of the words that two sentences share, but for what is asked and the values."""
    said = {*one.value.split(), *other.value.split(), one.verb, other.verb}
    mine, yours = features_of(ground.scenes[one.scene]), features_of(ground.scenes[other.scene])
    return sum(
        ground.rarity.get(f, 0.0)
        for f in sorted(mine & yours)
        if f[0] != "e" and f[2:] not in said and f[2:] not in one.key
    )


def claimed(line: Line, at: int) -> bool:
    """Whether the word at ``at`` is told as having been, neither denied nor supposed nor asked."""
    return at not in line.denied and told_as_real(line, at)


def told_as_real(line: Line, at: int) -> bool:
    """The same, denied or not. What stands before a later "if" of the sentence, or before the question
    that closes it, is told outright: "He had no gun, where would he get one?"."""
    word = line.words[at]
    if line.asks and not any(
        w.form in _ASKING and w.clause > word.clause for w in line.words[at + 1 :]
    ):
        return False
    if word.part not in line.unreal:
        return True
    if any(w.form in UNREAL and w.part == word.part for w in line.words):
        return False
    return not any(w.form in SUPPOSING for w in line.words[:at])


_ASKING = listed("where who what how why where's who's где кто что как зачем откуда куда")

APPOSED = 7
"""Words of an apposition between a name and its "who": "Strand, a sergeant of the line, who"."""

HE = listed("he she он она")

SENTENCES_BACK = 3
"""Sentences before in which whom an unread "he" means is looked for."""


def person_before(line: Line, at: int, ground: Ground) -> str:
    """The entity of the last person before a word in its clause, or before its "who"; else ""."""
    clause = line.words[at].clause
    n = at - 1
    while n >= 0 and line.words[n].clause == clause and line.words[n].form not in _WHO:
        found = person_at(line, n, ground)
        if found and not _led(line, n):
            return found
        if n == 0 and line.words[n].form in HE and n not in line.owner:
            return _only_person(line, ground)
        n -= 1
    if n + 1 <= at and line.words[n + 1].form in _WHO:
        n += 1
    if n >= 1 and line.words[n].form in _WHO:
        last = line.words[n - 1].clause
        for back in range(n - 1, max(-1, n - 1 - APPOSED), -1):
            found = person_at(line, back, ground)
            if found or line.words[back].clause != last or line.words[back].verb:
                return found
    return ""


def person_at(line: Line, n: int, ground: Ground) -> str:
    """The entity of the person that a word names, or ""; a name that opens a sentence, or follows a
    word that the reading did not part from it, is the one person's who bears it."""
    if n < 0 or n >= len(line.words):
        return ""
    owner = line.owner.get(n)
    if owner is None:
        word = line.words[n]
        return _by_name(word.form, ground) if n == 0 or word.capital else ""
    if ground.types.get(owner.entity) != "person" or line.words[n].form in _POSSESSIVE:
        return ""  # "his hand" belongs to somebody who is named elsewhere
    return owner.entity


def _only_person(line: Line, ground: Ground) -> str:
    """Whom "he" means at the head of a sentence where the reading left it open: the one person whom
    the sentences right before name, if they name one only."""
    account = ground.scenes[line.scene].sentence.account
    for n in range(line.scene - 1, max(-1, line.scene - 1 - SENTENCES_BACK), -1):
        scene = ground.scenes[n]
        if scene.sentence.account != account:
            return ""
        named = {m.entity for m in scene.mentions if ground.types.get(m.entity) == "person"}
        if named:
            return next(iter(named)) if len(named) == 1 else ""
    return ""


def _by_name(form: str, ground: Ground) -> str:
    found = [
        entity
        for entity, name in ground.names.items()
        if ground.types.get(entity) == "person" and _is_named(form, name.casefold().split())
    ]
    return found[0] if len(found) == 1 else ""


def _is_named(form: str, names: list[str]) -> bool:
    """Whether a form is one of a person's names, in Russian in any case: «Мохова» of Мохов."""
    cases = ("", "а", "у", "ым", "ом", "ой", "е") if "а" <= form[0] <= "я" else ("",)
    return any(form == name + case for name in names if name not in PLAIN for case in cases)


def _led(line: Line, n: int) -> bool:
    """Whether a preposition leads the name."""
    first = n
    owner = line.owner.get(n)
    while owner is not None and first > 0 and line.owner.get(first - 1) is owner:
        first -= 1
    return first > 0 and line.words[first - 1].form in _LEADING


_WHO = listed("who whom который которая которого которую кто")
_POSSESSIVE = listed("his her their its my our your whose его её ее их мой свой")
_LEADING = listed("of with by for from about against behind to с со от о об за к ко у")


def noun_after(line: Line, at: int) -> tuple[int, int] | None:
    """The noun group that begins after the small words from ``at`` on: [first, end), its last word
    the head; None where another part of the sentence begins first."""
    if at >= len(line.words):
        return None
    part = line.words[at].part
    first = at
    while first < len(line.words) and line.words[first].form in ARTICLES:
        first += 1
    if first >= len(line.words) or line.words[first].part != part:
        return None
    end = first
    while (
        end < len(line.words)
        and line.words[end].part == part
        and line.words[end].content
        and line.words[end].form not in PLAIN
        and (end == first or not line.words[end].verb)
    ):
        end += 1
    return (first, end) if end > first else None


ARTICLES = listed(
    """the a an his her its their our my your this that some any no one two only small large big old
    own same свой своей своего свою его её их"""
)


def shown(line: Line, first: int, end: int, ground: Ground) -> tuple[str, Passage]:
    """The words from ``first`` to ``end``, back to the beginning of their part of the sentence."""
    part = line.words[min(first, end - 1)].part
    while first > 0 and line.words[first - 1].part == part:
        first -= 1
    return words_of(line, first, end, ground)
