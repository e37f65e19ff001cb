"""Steps: what each telling changes against the one before, and whether the story grew by it."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from variorum.confront.growth.bare import number_of
from variorum.confront.growth.order import news_of_other_days, of_journals, years_between
from variorum.confront.growth.traits import (
    HEARD,
    NAMED,
    NOBODY,
    PLAIN,
    SEEN,
    SOMEBODY,
    Trait,
    Traits,
    deed_of,
    one_or_unread,
    traits,
)
from variorum.confront.growth.words import CORRECTS, PAST, SO_FAR
from variorum.confront.laid import Ground, Scene
from variorum.model.edtf import Bounds
from variorum.model.findings import Growth, Step
from variorum.model.ids import content_id
from variorum.model.passage import Passage

FEWEST_TELLINGS = 3
"""Tellings that must be there before a change has a direction."""

FEWEST_VALUES = 3
"""Different numbers of one thing that make a growth by themselves."""

FEWEST_SHRINKING = 4
"""Tellings of a number that gets smaller: later accounts correct a first rumour more often than a
story shrinks, so three say little."""

LEAST_GROWTH, LEAST_RECKONED = 1.25, 20
"""By how much a number of at least so many must grow to be a story's, and no other reckoning. Set by
hand: what is retold for its marvel grows by more."""

FEWEST_CHANGES = 2
"""Steps at which something must grow where no number does by itself."""

FEWEST_FRESH = 4
"""Tellings that must be there where all fall into one year: what several witnesses of one day tell
differs without growing."""

MOST_ASIDE = 0.25
"""Share of the tellings that may stand against the direction, and are left out: a late sceptic who
gives the first number again does not undo the growth of the others."""

FEWEST_WORDS = 5
"""Words of a telling that can stand for the story in its question."""

MOST_SHOWN = 60
"""Characters of a telling's words that are shown as its value."""

_PRESENT = re.compile(
    r"\b(?:is|are|am) (?!said|reported|believed|thought|supposed|told)(?:\w+ly )?\w+(?:ed|en|wn)\b",
    re.IGNORECASE,
)
"""A passive of the present: "is composed of twelve feathers"."""

LEAST_WORD, MOST_DETAILS = 4, 3
"""Letters of the shortest thing that is shown as new, and how many are shown at a step."""

_THING = r"(?:\b(?:an?|the|his|her|their|its|my|our|and|with|и|с|со|свой|свою|его|её)\s|,\s)"
"""What stands before a thing's name, where no part of speech is known."""

_DONE = re.compile(r"(?:ed|ing)$", re.IGNORECASE)
"""The end of a deed's word, which is no thing's."""

Told = tuple[Bounds, Scene]


def grown(
    told: Sequence[Told],
    past: frozenset[str],
    ground: Ground,
    bare: frozenset[int] = frozenset(),
    *,
    by_words: bool = True,
) -> Growth | None:
    """The growth along tellings of one anecdote, in their order; None where nothing has a direction.
    ``past`` are the accounts that look back, ``bare`` the tellings that are but a number;
    ``by_words`` whether a growth may show in other things than a number alone.

    Numbers, how sure the telling is (heard, doubted, told, seen), who did it (nobody, somebody,
    a name) and who is named at all are followed; each may stand still, and none but a number's
    sceptic may go back. A correction is no step, and a number of what is at the time of telling none.
    """
    told = [item for item in told if item[1].number in bare or may_grow(item[1], ground)]
    if len(told) < FEWEST_TELLINGS or of_other_days([scene for _, scene in told]):
        return None
    if news_of_other_days(told, past, ground) or of_journals(told, ground):
        return None
    deed = deed_of([scene for _, scene in told])
    rows = [traits(scene, _after(scene, ground), deed, ground) for _, scene in told]
    _fill(rows, [scene for _, scene in told])
    thing = _growing_number(told, rows)
    if thing:
        run = _along(told, rows, thing)
        kept = [n for n, row in enumerate(rows) if n in run or thing not in row]
        told, rows = [told[n] for n in kept], [rows[n] for n in kept]
    appeared = _appeared([scene for _, scene in told], ground)
    rising = {name for name in ("how sure", "who") if _direction(told, rows, name) > 0}
    falling = {name for name in ("how sure", "who") if _direction(told, rows, name) < 0}
    by_number = thing and len({row[thing].level for row in rows if thing in row}) >= FEWEST_VALUES
    if thing and _estimates(told, rows, thing):
        return None
    if not by_number:
        if not by_words or falling or _too_fresh(told):
            return None
        things = {name for row in rows for name in row if name.startswith("n:")}
        rising |= {name for name in things if _direction(told, rows, name) > 0}
        if any(_direction(told, rows, name) < 0 for name in things):
            return None
        steps_up = {n for name in rising for n in _rises(rows, name)}
        steps_up |= {n for n, names in enumerate(appeared) if n and names and n < len(told) - 1}
        if len(steps_up) < FEWEST_CHANGES or not rising:
            return None
    return _growth(told, rows, appeared, thing, deed, ground)


def may_grow(scene: Scene, ground: Ground) -> bool:
    """Whether a telling is of what is over, and neither it nor the sentence before corrects another."""
    before = ground.scenes[scene.number - 1] if scene.number else scene
    quote = scene.sentence.passage.quote
    quotes = [quote]
    if before.sentence.account == scene.sentence.account:
        quotes.append(before.sentence.passage.quote)
    return (
        bool(PAST.search(_PRESENT.sub(" ", quote)))
        and not SO_FAR.search(quote)
        and not any(CORRECTS.search(words) for words in quotes)
    )


def of_other_days(scenes: Sequence[Scene]) -> bool:
    """Whether tellings date themselves, each otherwise: they tell of several events."""
    days = [frozenset(row.edtf for row in s.dates if row.edtf) for s in scenes]
    dated = [own for own in days if own]
    return len(dated) * 2 > len(scenes) and len(frozenset.union(*dated)) >= len(dated)


def _estimates(told: Sequence[Told], rows: Sequence[Traits], thing: str) -> bool:
    """Whether the numbers lie so near each other that they are rather what several reckoned, each on his
    own: "some sixty", 64, 71 drowned."""
    levels = [row[thing].level for row in rows if thing in row]
    tellers = {scene.sentence.account for _, scene in told}
    near = max(levels) < LEAST_GROWTH * min(levels)
    return near and min(levels) >= LEAST_RECKONED and len(tellers) > 1


def _after(scene: Scene, ground: Ground) -> Scene | None:
    number = scene.number + 1
    if number < len(ground.scenes) and (
        ground.scenes[number].sentence.account == scene.sentence.account
    ):
        return ground.scenes[number]
    return None


def _fill(rows: list[dict[str, Trait]], scenes: Sequence[Scene]) -> None:
    """Numbers that were not read as such, where most other tellings count the thing."""
    things = sorted({name for row in rows for name in row if name.startswith("n:")})
    for name in things:
        silent = [n for n, row in enumerate(rows) if name not in row]
        if 2 * len(silent) >= len(rows) + 1:
            continue
        for n in silent:
            found = one_or_unread(scenes[n], name[2:])
            if found is not None:
                rows[n][name] = found


def _later(one: Told, other: Told) -> bool:
    """Whether ``other`` was certainly told after ``one``: in a later account, or later in the same."""
    return one[0][1] < other[0][0] or one[1].sentence.account == other[1].sentence.account


def _run(told: Sequence[Told], rows: Sequence[Traits], name: str, sign: float) -> list[int]:
    """The longest row of tellings none of which goes against ``sign`` (tellings are capped)."""
    best: dict[int, list[int]] = {}
    for n in range(len(rows)):
        if name not in rows[n]:
            continue
        here = rows[n][name].level
        fitting = [
            run
            for m, run in best.items()
            if rows[m][name].level == here
            or (_later(told[m], told[n]) and sign * (here - rows[m][name].level) > 0)
        ]
        best[n] = [*max(fitting, key=len, default=[]), n]
    return max(best.values(), key=len, default=[])


def _growing_number(told: Sequence[Told], rows: Sequence[Traits]) -> str:
    """The thing whose number has a direction through most tellings; "" for none."""
    things = sorted({name for row in rows for name in row if name.startswith("n:")})
    fitting = []
    for name in things:
        run = _along(told, rows, name)
        values = {rows[n][name].level for n in run}
        if len(run) >= FEWEST_TELLINGS and len(values) > 1:
            fitting.append((len(values) >= FEWEST_VALUES, len(run), name))
    best = max(fitting, key=lambda item: (item[0], item[1], item[2]), default=None)
    return best[2] if best is not None else ""


def _along(told: Sequence[Told], rows: Sequence[Traits], name: str) -> list[int]:
    having = [n for n, row in enumerate(rows) if name in row]
    up, down = _run(told, rows, name, 1.0), _run(told, rows, name, -1.0)
    run = down if len(down) > len(up) and len(down) >= FEWEST_SHRINKING else up
    return run if len(having) - len(run) <= MOST_ASIDE * len(having) else []


def _direction(told: Sequence[Told], rows: Sequence[Traits], name: str) -> int:
    """1 where a trait rises and never falls through the tellings that have it, -1 where it falls."""
    having = [n for n, row in enumerate(rows) if name in row]
    rose = False
    for m, n in pairwise(having):
        change = rows[n][name].level - rows[m][name].level
        if change < 0 or (change > 0 and not _later(told[m], told[n])):
            return -1
        rose = rose or change > 0
    return int(rose)


def _rises(rows: Sequence[Traits], name: str) -> list[int]:
    having = [n for n, row in enumerate(rows) if name in row]
    return [n for m, n in pairwise(having) if rows[n][name].level > rows[m][name].level]


def _appeared(scenes: Sequence[Scene], ground: Ground) -> list[list[tuple[str, str]]]:
    """Of each telling the people and places that none before it named anywhere, with their words, that
    the next one names too (of the last telling: all that it names first)."""
    found: list[list[tuple[str, str]]] = []
    known: set[str] = set()
    for n, scene in enumerate(scenes):
        new = []
        for mention in scene.mentions:
            if mention.kind != "name" or mention.entity in known:
                continue
            later = scenes[n + 1 :][:1]
            if all(any(m.entity == mention.entity for m in other.mentions) for other in later):
                new.append((mention.entity, " ".join(mention.passage.quote.split())))
        found.append(list(dict(new).items()))
        known |= ground.cast.get(scene.sentence.account, frozenset())
        known |= {mention.entity for mention in scene.mentions}
    return found


def _details(scenes: Sequence[Scene], n: int) -> list[str]:
    """Things that a telling names first and the next one names too: "the sexton", "his boots"."""
    if not 0 < n < len(scenes) - 1:
        return []
    before = {term for scene in scenes[:n] for term in scene.terms}
    quote = scenes[n].sentence.passage.quote
    found = []
    for term in dict.fromkeys(scenes[n].terms):
        if len(term) < LEAST_WORD or term in before or term not in scenes[n + 1].terms:
            continue
        thing = re.search(_THING + rf"(?P<thing>{re.escape(term[:-1])}\w*)", quote, re.IGNORECASE)
        if (
            thing is not None
            and not thing["thing"][:1].isupper()
            and not _DONE.search(thing["thing"])
        ):
            found.append(thing["thing"])
    return found[:MOST_DETAILS]


def _too_fresh(told: Sequence[Told]) -> bool:
    """Whether all was told within a year, by few: witnesses differ, and news gets better known."""
    first, last = told[0][0], told[-1][0]
    one_account = len({scene.sentence.account for _, scene in told}) == 1
    return not one_account and not years_between(first, last) and len(told) < FEWEST_FRESH


def _growth(
    told: Sequence[Told],
    rows: Sequence[Traits],
    appeared: Sequence[Sequence[tuple[str, str]]],
    thing: str,
    deed: str,
    ground: Ground,
) -> Growth:
    names = sorted({name for row in rows for name in row if name.startswith("n:")})
    steps = []
    last: dict[str, Trait] = {}
    for n, (_, scene) in enumerate(told):
        row = rows[n]
        changes = _changes(last, row, names) if n else []
        if n:
            new = [words for _, words in appeared[n]]
            new += _details([scene for _, scene in told], n)
            changes += [f"“{words}” appears" for words in new if not _said(words, changes)]
        last.update(row)
        spans = [trait.span for name, trait in sorted(row.items()) if trait.span is not None]
        whole = scene.sentence.passage
        passage = _cut(whole, spans) if thing else whole
        value = row[thing].shown if thing and thing in row else ""
        change = "; ".join(changes) or ("told as before" if n else "")
        steps.append(Step(value or _short(passage.quote), passage, scene.voice, change))
    identity = content_id("g", [[s.passage.source, s.passage.start, s.passage.end] for s in steps])
    return Growth(identity, _question(rows, thing, deed, told, ground), tuple(steps))


def _changes(last: Mapping[str, Trait], row: Traits, numbers: Sequence[str]) -> list[str]:
    """What a telling changes against the ones before it, in plain words."""
    found = []
    for name in numbers:
        if name not in row:
            continue
        now, then = row[name], last.get(name)
        if then is None:
            if last:
                found.append(f"“{now.shown}” appears")
        elif now.level != then.level:
            found.append(f"“{now.shown}” instead of “{then.shown}”")
    if "who" in row:
        found += _doer(last.get("who"), row["who"])
    then, now = last.get("how sure", Trait(PLAIN)), row["how sure"]
    if now.level > then.level:
        dropped = f"“{then.shown}” is dropped" if then.shown else ""
        seen = f"told as seen: “{now.shown}”" if now.level == SEEN else ""
        found.append("; ".join(part for part in (dropped, seen) if part))
    elif now.level < then.level:
        heard = "told as hearsay" if now.level == HEARD else "told with a doubt"
        found.append(f"{heard}: “{now.shown}”" if now.level < PLAIN else "no longer told as seen")
    return [part for part in found if part]


def _doer(then: Trait | None, now: Trait) -> list[str]:
    if then is None or then.level == now.level:
        return []
    if then.level == NOBODY:
        return [f"“{now.shown}” does what nobody was said to do (“{then.shown}”)"]
    if then.level == SOMEBODY and now.level == NAMED:
        return [f"“{then.shown}” is now “{now.shown}”"]
    return [f"“{now.shown}” where it was “{then.shown}”"]


def _said(words: str, changes: Sequence[str]) -> bool:
    return any(words in change for change in changes)


def _cut(sentence: Passage, spans: Sequence[tuple[int, int]]) -> Passage:
    """The words from the first trait to the last; the whole sentence where none is pinned."""
    if not spans:
        return sentence
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return Passage(
        sentence.source, sentence.start + start, sentence.start + end, sentence.quote[start:end]
    )


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    if len(words) <= MOST_SHOWN:
        return words
    return words[:MOST_SHOWN].rsplit(" ", 1)[0] + "…"


def _question(
    rows: Sequence[Traits], thing: str, deed: str, told: Sequence[Told], ground: Ground
) -> str:
    """The question in plain words, with the shortest telling in its own words."""
    quotes = [" ".join(scene.sentence.passage.quote.split()) for _, scene in told]
    shortest = min(quotes, key=lambda quote: (len(quote.split()) < FEWEST_WORDS, len(quote), quote))
    shortest = shortest.rstrip(".")
    if thing:
        levels = [row[thing].level for row in rows if thing in row]
        verb = "grew" if levels[-1] > levels[0] else "shrank"
        return f"How {number_of(thing[2:])} {verb} as it was told: “{shortest}”"
    return f"How the story grew as it was told: “{shortest}”"
