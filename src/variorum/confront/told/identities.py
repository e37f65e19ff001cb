"""Are these two the same? "Black Pavel was Pavel Rudin" against "Black Pavel was not Pavel Rudin"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum.confront.laid import Ground, Scene
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.pairs import Pair, day_of
from variorum.confront.told.words import SUPPOSING
from variorum.model.passage import Passage
from variorum.model.testimony import Mention

BETWEEN = 60
"""Characters between two names of which a sentence says that they are one person, or two."""

MOST_TOLD = 8
"""Claims of one kind about one pair of names that are compared."""

_SAME = re.compile(
    r"\W*(?:(?:was|is)(?:\s(?:really|in\sfact|in\sreality|actually|none\sother\sthan|no\sother\sthan"
    r"|the\ssame\s(?:man|woman|person)\sas|one\sand\sthe\ssame\s(?:man|woman|person)\sas))?"
    r"|(?:also\s|otherwise\s|better\s)?known\sas|alias|a\.k\.a\.|whose\sreal\sname\swas"
    r"|он\sже|она\sже|известн(?:ый|ая)\sкак|это\sи\sесть|на\sсамом\sделе)\W*",
    re.IGNORECASE,
)
_DIFFERENT = re.compile(
    r"\W*(?:(?:was|is)\snot(?:\s(?:the\ssame\s(?:man|woman|person)\sas|to\sbe\sconfused\swith))?"
    r"|(?:was|is)\s(?:never|no\skin\sto)|not\sto\sbe\sconfused\swith|это\sне|не\sпутать\sс|вовсе\sне)\W*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s(?:and|и)\s", re.IGNORECASE)
_TWO = re.compile(
    r"\W*(?:were|are)\s(?:two\s)?(?:different|not\sthe\ssame|not\sone)|\W*разные\sлюди|\W*не\sодно\sлицо",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\W*(?:were|are)\s(?:one\sand\s)?(?:the\ssame|one)\s(?:man|woman|person)|\W*одно\s(?:и\sто\sже\s)?лицо",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:of|with|to|by|beside|behind|near|after|before|for|from|under|at|among|like|с|со|у|за|от|при|рядом"
    r"|между|для)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What stands before a name that is not the one the verb speaks of: "the brother of Rudin was Lindt"."""

_UNSURE = re.compile(
    r"\b(?:perhaps|maybe|possibly|whether|like|as\sif|thought|believed|said\sthat|возможно|будто|словно)\b"
    r"|\?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Claim:
    """One sentence about two names: whether they are one person, and its words."""

    one: bool
    outright: bool
    scene: Scene
    passage: Passage


def identities(ground: Ground) -> Iterator[tuple[Pair, Difference]]:
    """Two names that one account gives to one person and another to two.

    At least one account says so outright; naming both side by side ("Rudin and Gray") makes two
    of them as well. Grouped by the pair of names; linear in the mentions.
    """
    told: dict[tuple[str, str], list[_Claim]] = defaultdict(list)
    for scene in ground.scenes:
        people = [
            m for m in scene.mentions if m.kind == "name" and ground.types.get(m.entity) == "person"
        ]
        for first, second in pairwise(people):
            claim = _claim(first, second, scene)
            if claim is not None:
                told[_pair(first, second)].append(claim)
    for (one, other), claims in sorted(told.items()):
        same = [c for c in claims if c.one][:MOST_TOLD]
        apart = [c for c in claims if not c.one][:MOST_TOLD]
        sayers = {c.scene.sentence.account for c in same} & {
            c.scene.sentence.account for c in apart
        }
        for yes in same:
            for no in apart:
                a, b = yes.scene.sentence.account, no.scene.sentence.account
                if a == b or sayers or day_of(ground, a, b) < 0:
                    continue
                yield _difference(one, other, yes, no)


def _pair(first: Mention, second: Mention) -> tuple[str, str]:
    """The two names, whatever their order, spelled alike."""
    low, high = sorted((_form(first), _form(second)))
    return low, high


def _form(mention: Mention) -> str:
    return " ".join((mention.form or mention.passage.quote).split())


def _claim(first: Mention, second: Mention, scene: Scene) -> _Claim | None:
    whole = scene.sentence.passage
    begin, end = first.passage.end - whole.start, second.passage.start - whole.start
    quote = whole.quote
    if not 0 < end - begin <= BETWEEN or _form(first) == _form(second):
        return None
    if _UNSURE.search(quote) or any(word in SUPPOSING for word in quote.casefold().split()):
        return None
    between, stop = quote[begin:end], second.passage.end - whole.start
    start = first.passage.start - whole.start
    if _GOVERNED.search(quote[max(0, start - BETWEEN) : start]):
        return None
    if _JOINED.fullmatch(between):
        after = quote[stop : stop + BETWEEN]
        one = _ONE.match(after)
        if one:
            return _Claim(True, True, scene, _cut(whole, start, stop + one.end()))
        two = _TWO.match(after)
        stop += two.end() if two else 0
        return _Claim(False, two is not None, scene, _cut(whole, start, stop))
    if _DIFFERENT.fullmatch(between):
        return _Claim(False, True, scene, _cut(whole, start, stop))
    if _SAME.fullmatch(between):
        if quote[stop : stop + 2] in ("'s", "’s"):
            return None  # "Rudin was Arno's man"
        return _Claim(True, True, scene, _cut(whole, start, stop))
    return None


def _cut(whole: Passage, start: int, end: int) -> Passage:
    return Passage(whole.source, whole.start + start, whole.start + end, whole.quote[start:end])


def _difference(one: str, other: str, yes: _Claim, no: _Claim) -> tuple[Pair, Difference]:
    first, second = sorted((yes, no), key=lambda claim: claim.scene.number)
    near = 2.0 if no.outright else 1.0
    return (
        Pair(first.scene.number, second.scene.number, near, 0.4, 0.0, 0.0, 0.5, 0),
        Difference(
            "identity", "identity", f"{one} {other}", f"Are {one} and {other} the same person?",
            Told(_words(first.passage), first.passage, first.scene.number),
            Told(_words(second.passage), second.passage, second.scene.number), near,
            ("one account gives both names to one person, another to two",),
        ),
    )  # fmt: skip


def _words(passage: Passage) -> str:
    return " ".join(passage.quote.split())
