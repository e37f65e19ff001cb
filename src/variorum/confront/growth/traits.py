"""Traits: what one telling says of a story that others tell too, each pinned to its words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.confront.growth.bare import bare_number, counted_as
from variorum.confront.growth.words import (
    BY,
    DOUBT,
    FIRST_HAND,
    HEARSAY,
    IRREGULAR,
    NUMERALS,
    PASSIVE,
    RESCUES,
    SAYING,
)
from variorum.confront.laid import Ground, Scene
from variorum.confront.topics import topic_of
from variorum.model.lexicon import listed

HEARD, UNSURE, PLAIN, SEEN = 0, 1, 2, 3
"""How sure a telling is: it has it from others, doubts, tells, was there."""

NOBODY, SOMEBODY, NAMED = 0, 1, 2
"""Who did it: left open by a passive; somebody without a name; a name or the teller."""

LEAST_STEM = 3
"""First letters by which a verb's form is known as its base form's, where it has so many."""

REACH = 45
"""Characters before a verb in which its doer stands."""

NO_DOER = listed(
    "один одна одни сами сама потом тогда снова опять также тоже быстро сразу только было были"
)
"""Words that stand before a Russian verb and do nothing."""

_MEASURED = re.compile(
    r"(?:votes?|f(?:ee|oo)t|miles?|yards?|inch(?:es)?|pounds?|per|percent|o'clock|points?|metres?|hours?|"
    r"days?|years?|minutes?|times?)\b",
    re.IGNORECASE,
)
"""By how much, not by whom."""

Span = tuple[int, int]
"""Offsets in the sentence."""

_DOER = re.compile(
    r"(?P<named>(?:[A-Z][\w'’-]+ ){0,3}[A-Z][\w'’-]+)|(?P<I>\bI\b)|"
    r"(?P<some>\b(?:[Aa]n?|[Tt]he|[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Oo]ne|[Ss]ome) "
    r"(?:[\w'’-]+ ){0,2}[\w'’-]+)|"
    r"(?P<who>\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Ss]omebody|[Ss]omeone)\b)"
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_ONE = re.compile(
    r"\b(?:an?|one(?!\s(?:\w+[^\Ws]s|can|could|may|might|must|would|should|has|is|was|never|always|of)\b))"
    r"\s+(?:[\w-]+\s+){0,2}?$",
    re.IGNORECASE,
)
"""Before a thing: it is one. "As one expects a storm" has nobody in particular."""

_BESIDE = re.compile(r"(?P<doer>[а-яё]{4,})\s+$", re.IGNORECASE)
_INSIDE = re.compile(
    r"\b(?:at|of|in|on|from|to|into|by|near|after|before|with|for|through)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Trait:
    """One trait of a telling: its level, and the words that show it ("" where their absence does)."""

    level: float
    shown: str = ""
    span: Span | None = None


Traits = Mapping[str, Trait]
"""By name: "how sure", "who", "n:child"…"""


def deed_of(scenes: Sequence[Scene]) -> str:
    """The verb of the story: the one that most tellings have, before others a passive; "" for none.

    Ways of bringing out count as one verb, for retellers change them.
    """
    passive, told = Counter[str](), Counter[str]()
    verbs: set[str] = set()
    for scene in scenes:
        told.update({_class(term) for term in scene.terms})
        suffered = {_class(verb) for verb, _ in _passives(scene)}
        passive.update(suffered)
        stated = {row.relation for row in scene.statements}
        verbs |= suffered | {_class(t) for t in scene.terms if t in stated or _is_past(t, scene)}
    fitting = [verb for verb in verbs if told[verb] > 1 and verb not in SAYING]
    return min(fitting, key=lambda v: (-told[v], -passive[v], v), default="")


def _is_past(term: str, scene: Scene) -> bool:
    """Whether a base form stands in the sentence as a past: "follow" in "three wolves followed"."""
    past = rf"\b{re.escape(term.rstrip('ey'))}(?:y?ed|d|ied)\b"
    return len(term) > LEAST_STEM and bool(
        re.search(past, scene.sentence.passage.quote, re.IGNORECASE)
    )


def _class(verb: str) -> str:
    return "rescue" if verb in RESCUES else verb


def _passives(scene: Scene) -> list[tuple[str, Span]]:
    """The verbs in the passive with their places, by base form."""
    found = []
    for match in PASSIVE.finditer(scene.sentence.passage.quote):
        word = (match["en"] or match["ru"]).casefold()
        wanted = IRREGULAR.get(word, "")
        for term in dict.fromkeys(scene.terms):
            if term == wanted or (not wanted and _same_stem(term, word)):
                found.append((term, match.span()))
                break
    return found


def _same_stem(term: str, word: str) -> bool:
    length = max(LEAST_STEM, min(len(term), len(word)) - 3)
    return len(term) >= LEAST_STEM and term[:length] == word[:length]


def traits(scene: Scene, after: Scene | None, deed: str, ground: Ground) -> dict[str, Trait]:
    """All traits of a telling; ``after`` is the sentence that follows it in its account, or None."""
    found = {"how sure": _how_sure(scene, after)}
    who = _who(scene, deed, ground)
    if who is not None:
        found["who"] = who
    for row in scene.quantities:
        thing, scale = counted_as(scene, row), topic_of(scene, row)[2]
        if not thing:
            continue
        start = row.passage.start - scene.sentence.passage.start
        words = " ".join(row.passage.quote.split())
        name = f"n:{thing}"
        if name not in found:
            end = start + len(row.passage.quote)
            found[name] = Trait(row.low * scale, words, (start, end))
        else:
            found[name] = Trait(-1.0)  # two numbers of one thing: which is meant is not known
    return {name: trait for name, trait in found.items() if trait.level >= 0}


def one_or_unread(scene: Scene, thing: str) -> Trait | None:
    """A thing's number where none was read: "a lame man" is one; else the sentence's only numeral."""
    quote = scene.sentence.passage.quote
    words = list(_WORD.finditer(quote))
    numerals = [match for match in words if NUMERALS.get(match[0].casefold(), 0.0) > 1]
    if len({match[0].casefold() for match in numerals}) == 1 and not scene.quantities:
        only = numerals[0]
        span = only.span()
        if bare_number(quote) is None:
            after = next((match for match in words if match.start() > only.start()), only)
            span = (only.start(), after.end())
        shown = " ".join(quote[slice(*span)].split())
        return Trait(NUMERALS[only[0].casefold()], shown, span)
    for match in words:
        word = match[0].casefold()
        if word == thing or (len(thing) > LEAST_STEM and word.startswith(thing[:4])):
            article = _ONE.search(quote[max(0, match.start() - REACH) : match.start()])
            if article is not None:
                start = match.start() - len(article[0])
                return Trait(
                    1.0, " ".join(quote[start : match.end()].split()), (start, match.end())
                )
    return None


def _how_sure(scene: Scene, after: Scene | None) -> Trait:
    quote = scene.sentence.passage.quote
    for level, pattern in ((HEARD, HEARSAY), (UNSURE, DOUBT), (SEEN, FIRST_HAND)):
        match = pattern.search(quote)
        if match is not None and not quote[match.end() :].startswith((" of",)):
            return Trait(level, match[0], match.span())
    if (
        after is not None
        and len(after.terms) <= 2
        and FIRST_HAND.search(after.sentence.passage.quote)
    ):
        return Trait(SEEN, " ".join(after.sentence.passage.quote.split()))
    return Trait(PLAIN)


def _who(scene: Scene, deed: str, ground: Ground) -> Trait | None:
    """Who did the deed, if the telling has it at all."""
    quote, offset = scene.sentence.passage.quote, scene.sentence.passage.start
    if not deed:
        return None
    names = [
        (m.passage.start - offset, m.passage.end - offset, m.kind)
        for m in scene.mentions
        if m.type in ("person", "group", "unit", "")
    ]
    for verb, (start, end) in _passives(scene):
        if _class(verb) != deed:
            continue
        by = BY.search(quote, end)
        if by is None or _MEASURED.search(by["doer"]):
            return Trait(NOBODY, " ".join(quote[start:end].split()), (start, end))
        named = any(
            a < by.end("doer") and by.start("doer") < b and k == "name" for a, b, k in names
        )
        return Trait(NAMED if named else SOMEBODY, by["doer"], by.span("doer"))
    terms = [term for term in scene.terms if _class(term) == deed]
    place = _place(quote, terms[0]) if terms else None
    if place is None:
        return None
    before = quote[max(0, place - REACH) : place]
    shift = place - len(before)
    found = [
        m for m in _DOER.finditer(before) if not before[m.end() :].strip().endswith((".", ";"))
    ]
    for a, b, kind in names:
        if kind == "name" and shift <= a < place:
            return Trait(NAMED, quote[a:b], (a, b))
    for match in found:
        span = (shift + match.start(), shift + match.end())
        if match.lastgroup == "I":
            return Trait(NAMED, match[0], span)
        if match.lastgroup == "some" and not _INSIDE.search(before[: match.start()]):
            return Trait(SOMEBODY, match[0], span)
    for row in scene.quantities:
        end = row.passage.start - offset + len(row.passage.quote)
        if row.counted not in ("", "time") and not row.unit and shift <= end <= place:
            return Trait(
                SOMEBODY, " ".join(row.passage.quote.split()), (end - len(row.passage.quote), end)
            )
    beside = _BESIDE.search(before)
    if beside is not None and beside["doer"].casefold() not in NO_DOER:
        return Trait(
            SOMEBODY, beside["doer"], (shift + beside.start("doer"), shift + beside.end("doer"))
        )
    for match in found:
        if match.lastgroup == "who":
            return Trait(SOMEBODY, match[0], (shift + match.start(), shift + match.end()))
    return None


def _place(quote: str, term: str) -> int | None:
    """Where a verb stands, by its first letters or an irregular form."""
    forms = [form for form, base in IRREGULAR.items() if base == term]
    for match in _WORD.finditer(quote):
        word = match[0].casefold()
        if word in forms or _same_stem(term, word):
            return match.start()
    return None
