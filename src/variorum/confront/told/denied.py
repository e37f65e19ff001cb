"""One says it was so, the other that it was not."""

import re
from collections.abc import Iterator

from variorum.confront.laid import Ground
from variorum.confront.told.difference import Difference, Told
from variorum.confront.told.lines import REACH, Line
from variorum.confront.told.pairs import Pair
from variorum.confront.told.spans import WIDTH, feature, words_of
from variorum.confront.told.words import ALMOST_NOT, LIGHT_VERBS, NOBODY, NOT, WITHOUT
from variorum.model.passage import Passage
from variorum.read.words import DENIALS

LEAST_NEAR = 0.9
"""Rarity that the denied and the claimed words must share beside the word itself."""

FEWEST_NOUN = 2
"""Words that "no flame" and another's "flame" must share beside the thing itself."""

_NO = WITHOUT | NOT
_UNTIL = frozenset(("until", "till", "пока", "before"))

LEAST_HEAD = 0.35
"""Rarity of a word whose denial tells anything: not "come" and "see"."""


def denied(pair: Pair, a: Line, b: Line, ground: Ground) -> Iterator[Difference]:
    """What one of two lines denies and the other claims in like words."""
    if a.asks or b.asks:
        return
    for no, yes, turned in ((a, b, False), (b, a, True)):
        for place in sorted(no.denied):
            found = _claimed(place, no, yes, ground)
            if found is None:
                continue
            at, near, about = found
            told_no = Told(*_clause(no, place, ground), no.scene)
            told_yes = Told(*_clause(yes, at, ground), yes.scene)
            sides = (told_yes, told_no) if turned else (told_no, told_yes)
            base = no.words[place].base
            yield Difference(
                "polarity",
                "excepted" if at in yes.excepted else "denied",
                base,
                _question(told_yes.value),
                *sides,
                near,
                (f"one says it, the other denies it: “{base}”, beside " + ", ".join(about[:3]),),
            )


def _claimed(
    place: int, no: Line, yes: Line, ground: Ground
) -> tuple[int, float, list[str]] | None:
    """Where the other line claims what is denied at ``place``, and what the two share around it."""
    word = no.words[place]
    if word.part in no.unreal or not word.content or place in no.owner:
        return None
    if any(w.form in _UNTIL for w in no.words[place : place + WIDTH]):
        return None  # "did not come until morning": he came
    if any(other.base in DENIALS for other in yes.words):
        return None  # what it denies itself
    rare = ground.rarity.get("t:" + word.base, 0.0)
    if rare < LEAST_HEAD or len(word.base) < 3:
        return None
    if any(yes.words[n].base == word.base for n in yes.denied):
        return None
    both = len(_denials(no)) <= len(_denials(yes))
    if _weakened(no, place):
        return None
    for at, other in enumerate(yes.words):
        if other.base != word.base:
            continue
        if other.verb and not word.verb and no.words[place - 1].form in WITHOUT:
            continue  # no fire, and "fired"
        excepted = at in yes.excepted
        if (
            not excepted
            and (
                both  # both deny something, only not the same word
                or other.part in yes.unreal
                or any(yes.words[n].clause == other.clause for n in yes.denied)
                or any(w.form in NOBODY and w.clause == other.clause for w in yes.words)
                or any(w.form in _NO for w in yes.words[max(0, at - 3) : at])
                or _weakened(yes, at)
            )
        ):
            continue
        if not (_claims(yes, at) and _claims(no, place)):
            continue
        mine, yours = _about(no, place), _about(yes, at)
        common = sorted(mine & yours, key=lambda f: (-ground.rarity.get(f, 0.0), f))
        near = sum(ground.rarity.get(f, 0.0) for f in common)
        fewest = 1 if word.verb or ground.when is not None else FEWEST_NOUN
        if near + rare < LEAST_NEAR or len(common) < fewest:
            return None
        if _other_doer(no, place, yes, at):
            return None
        named = [ground.names.get(f[2:], "") if f[0] == "e" else f[2:] for f in common]
        return at, near + rare, [name for name in named if name]
    return None


def _denials(line: Line) -> frozenset[int]:
    """The parts of a line that deny something."""
    return frozenset(line.words[n].part for n in line.denied)


def _claims(line: Line, at: int) -> bool:
    """Whether a word's clause says anything: a heading or a caption has no verb."""
    clause = line.words[at].clause
    return any(
        (w.verb or w.form in LIGHT_VERBS or w.form.endswith(("n't", "n’t", "'s", "’s")))
        and w.clause == clause
        for w in line.words
    ) or _russian(line)


def _russian(line: Line) -> bool:
    return any("а" <= word.form[0] <= "я" for word in line.words)


def _weakened(line: Line, at: int) -> bool:
    """Whether the words beside say as good as no: "it had little soil"."""
    around = line.words[max(0, at - REACH) : at + REACH]
    return any(w.form in ALMOST_NOT and w.clause == line.words[at].clause for w in around)


def _about(line: Line, at: int) -> set[str]:
    """The features of a word's clause, pronouns by whom they mean."""
    clause = line.words[at].clause
    return {
        feature(line, n)
        for n in range(max(0, at - 2 * WIDTH), min(len(line.words), at + 2 * WIDTH))
        if n != at and line.words[n].clause == clause and (line.words[n].content or n in line.owner)
    }


def _other_doer(no: Line, place: int, yes: Line, at: int) -> bool:
    """Whether the people nearest before the two words are known and different."""
    mine, yours = _doer(no, place), _doer(yes, at)
    return bool(mine) and bool(yours) and mine != yours


def _doer(line: Line, at: int) -> str:
    clause = line.words[at].clause
    for n in range(at - 1, -1, -1):
        if line.words[n].clause != clause:
            break
        mention = line.owner.get(n)
        if mention is not None and mention.type == "person":
            return mention.entity
        if line.words[n].form in ("i", "я", "we", "мы"):
            return ""
    return ""


def _clause(line: Line, at: int, ground: Ground) -> tuple[str, Passage]:
    """The clause around a word, no longer than needed."""
    clause = line.words[at].clause
    first = end = at
    while first > 0 and line.words[first - 1].clause == clause and at - first < 2 * WIDTH:
        first -= 1
    while end + 1 < len(line.words) and line.words[end + 1].clause == clause and end - at < WIDTH:
        end += 1
    return words_of(line, first, end + 1, ground)


def _question(claim: str) -> str:
    return f"Is it so: “{claim}”?"


_UNSAID = re.compile(
    r"\b(?:(?:did\snot|didn['’]t|never|не)\s(?:say|said|tell|told|claim|claimed|write|wrote|сказал[аи]?"
    r"|говорил[аи]?|писал[аи]?|утверждал[аи]?)|den(?:y|ies|ied)\s(?:saying|having\ssaid|that))\b",
    re.IGNORECASE,
)
"""Frames that deny that something was said."""

LEAST_UNSAID, LEAST_LIKE = 0.9, 0.4
"""Rarity that what was not said shares with what was, and the sentences' likeness."""

_QUOTES = '"“«'


def unsaid(pair: Pair, a: Line, b: Line, ground: Ground) -> Iterator[Difference]:
    """ "I did not say that the men should come back when they were hungry": and another says he did."""
    for no, yes, turned in ((a, b, False), (b, a, True)):
        whole = ground.scenes[no.scene].sentence.passage
        other = ground.scenes[yes.scene].sentence.passage
        frame = _UNSAID.search(whole.quote)
        if frame is None or no.asks or yes.asks or _UNSAID.search(other.quote):
            continue
        after = {
            feature(no, n)
            for n, word in enumerate(no.words)
            if word.start >= whole.start + frame.end() and word.content
        }
        claimed = {feature(yes, n) for n, word in enumerate(yes.words) if word.content}
        near = sum(ground.rarity.get(f, 0.0) for f in sorted(after & claimed))
        spoken = bool(ground.scenes[yes.scene].voice) or any(
            mark in other.quote for mark in _QUOTES
        )
        if not spoken or pair.likeness < LEAST_LIKE:
            continue
        if len(after & claimed) < 2 or near < LEAST_UNSAID or yes.denied:
            continue
        told_no = Told(" ".join(whole.quote.split()), whole, no.scene)
        told_yes = Told(" ".join(other.quote.split()), other, yes.scene)
        sides = (told_yes, told_no) if turned else (told_no, told_yes)
        yield Difference(
            "polarity",
            "unsaid",
            "said",
            f"Was it said: “{_cut(told_yes.value)}”?",
            *sides,
            near,
            ("one gives the words, the other denies that they were said",),
        )


def _cut(words: str, most: int = 110) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
