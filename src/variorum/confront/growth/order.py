"""The order of telling: when each account was told, and what is no telling of its own."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.confront.answers import JOURNALS
from variorum.confront.evidence import Evidence
from variorum.confront.growth.words import LOOKS_BACK, PRICED
from variorum.confront.laid import DAY, Ground, Scene
from variorum.model.critique import Account, Parallel
from variorum.model.edtf import Bounds, Moment, bounds

HEAD = 400
"""Characters from an account's beginning in which a heading or byline may give its year."""

MORE_THAN_IT = 1.5
"""A copied passage so many times as long as a telling is a copy of the account, not of the anecdote."""

LEAST_SURE = 0.9
"""Least score of a copy that is believed to be one: retold sentences are alike too."""

_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]\d\d|20[0-2]\d)(?![\d.,]\d|\d)")
_BARE = re.compile(r"\W*(?:1[0-9]\d\d|20[0-2]\d)\W*")
HEARD_TOGETHER = "testimony"
"""Kind of account of which several in one source were heard at one sitting."""

REMEMBERING = frozenset(("memoir", "interview", "letter", "post", "comment"))
"""Kinds of account that speak of things past, or of what others there have said."""

SELVES = frozenset(("memoir", "interview"))
"""Kinds of account that tell a story to begin with, and no news."""

ENTRIES = 8
"""Accounts of one author, each dated to a day, that make a journal."""

_ANY_DAY: Bounds = (Moment(0, 1, 1, 0), Moment(0, 1, 1, 0))


def told_at(evidence: Evidence, ground: Ground) -> Mapping[str, Bounds]:
    """When each account was told: by its date, or by the one year in its byline or standing alone at
    its head. Accounts without either are left out."""
    found: dict[str, Bounds] = {}
    years: dict[str, set[str]] = defaultdict(set)
    heads = [
        (row.account, row.passage) for row in evidence.hands if row.kind in ("byline", "heading")
    ]
    heads += [
        (scene.sentence.account, scene.sentence.passage)
        for scene in ground.scenes
        if _BARE.fullmatch(scene.sentence.passage.quote)
    ]
    for account_id, place in heads:
        account = ground.accounts.get(account_id)
        if account is not None and place.start < account.start + HEAD:
            years[account_id] |= set(_YEAR.findall(place.quote))
    last: tuple[str, Bounds] | None = None
    for account in sorted(ground.accounts.values(), key=lambda a: (a.source, a.start, -a.end)):
        given = years.get(account.id, set())
        span = bounds(account.date)
        if span is None and len(given) == 1:
            span = bounds(next(iter(given)))
        if span is None and account.parent is not None:
            span = found.get(account.parent)
        if span is None and account.kind == HEARD_TOGETHER and last and last[0] == account.source:
            span = last[1]
        if span is not None:
            found[account.id] = span
            last = (account.source, span) if account.kind == HEARD_TOGETHER else None
    return found


def looks_back(ground: Ground) -> frozenset[str]:
    """The accounts that tell of what is long over: memories, letters, talk, or by their words."""
    found = {
        scene.sentence.account
        for scene in ground.scenes
        if LOOKS_BACK.search(scene.sentence.passage.quote)
    }
    for account_id, account in ground.accounts.items():
        if account.kind in REMEMBERING or LOOKS_BACK.search(account.title):
            found.add(account_id)
    return frozenset(found)


def copied_in(
    parallels: Sequence[Parallel], ground: Ground, numbers: Iterable[int]
) -> Mapping[int, frozenset[tuple[int, str]]]:
    """For a sentence's number the sides of copies and translations that hold it: two sentences on two
    sides of one are no two tellings. A copy of little more than the sentence is a retelling of it."""
    starts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in numbers:
        place = ground.scenes[number].sentence.passage
        starts[place.source].append((place.start, number))
    for rows in starts.values():
        rows.sort()
    found: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for index, row in enumerate(parallels):
        if row.kind == "translation":
            least = 0.0
        elif row.kind == "copy" and row.score >= LEAST_SURE:
            least = MORE_THAN_IT
        else:
            continue
        for side, whole in (("a", row.a), ("b", row.b)):
            rows = starts.get(whole.source, [])
            for at, number in rows[max(0, bisect_left(rows, (whole.start, -1)) - 1) :]:
                if at >= whole.end:
                    break
                place = ground.scenes[number].sentence.passage
                long = whole.end - whole.start >= least * (place.end - place.start)
                if place.end > whole.start and long:
                    found[number].add((index, side))
    return {number: frozenset(sides) for number, sides in found.items()}


def news_of_other_days(
    told: Sequence[tuple[Bounds, Scene]], past: frozenset[str], ground: Ground
) -> bool:
    """Whether tellings years apart are each the news of its own day: most of the later ones do not look
    back, and have no person in common with the first, or are of one series with it."""
    (first, opening), *rest = told
    late = [(when, s) for when, s in rest if years_between(first, when) >= 1]
    if not late:
        return False
    people = {m.entity for m in opening.mentions if ground.types.get(m.entity) == "person"}
    account = ground.accounts.get(opening.sentence.account)
    if account is not None and account.kind in SELVES:
        return False
    people |= {
        entity
        for entity in ground.cast.get(opening.sentence.account, frozenset())
        if ground.types.get(entity) == "person"
    }
    series = _series(opening, ground)
    fresh = 0
    for _, scene in late:
        teller = scene.sentence.account
        known = people & ground.cast.get(teller, frozenset())
        one_series = bool(series & _series(scene, ground)) or bool(
            PRICED.search(scene.sentence.passage.quote)
        )
        fresh += teller not in past and (one_series or not known)
    return 2 * fresh > len(late)


def of_journals(told: Sequence[tuple[Bounds, Scene]], ground: Ground) -> bool:
    """Whether most tellings are entries of journals, each of its own day within a year."""
    if years_between(told[0][0], told[-1][0]):
        return False
    accounts = [ground.accounts.get(scene.sentence.account) for _, scene in told]
    authors = {account.author for account in accounts if account is not None}
    entries = Counter(
        a.author for a in ground.accounts.values() if a.author in authors and _entry(a)
    )
    found = [a is not None and _entry(a) and entries[a.author] >= ENTRIES for a in accounts]
    return 2 * sum(found) > len(told)


def _entry(account: Account) -> bool:
    return account.kind in JOURNALS and len(account.date) == DAY


def years_between(one: Bounds, other: Bounds) -> int:
    """Full years from the end of one span to the beginning of another, 0 or more."""
    earlier, later = one[1], other[0]
    return max(0, later[0] - earlier[0] - (later[1:3] < earlier[1:3]))


def _series(scene: Scene, ground: Ground) -> frozenset[str]:
    account = ground.accounts.get(scene.sentence.account)
    given = (account.title, account.publisher) if account is not None else ()
    return frozenset(words.casefold().strip() for words in given if words.strip())


def tellings(
    scenes: Sequence[Scene],
    when: Mapping[str, Bounds],
    copied: Mapping[int, frozenset[tuple[int, str]]],
) -> list[tuple[Bounds, Scene]]:
    """The dated tellings in their order, without copies and translations of earlier ones."""
    if len({scene.sentence.account for scene in scenes}) == 1:
        when = dict.fromkeys([scenes[0].sentence.account], _ANY_DAY)  # its own order is enough
    dated = [(when[s.sentence.account], s) for s in scenes if s.sentence.account in when]
    dated.sort(key=lambda item: (item[0], item[1].number))
    kept: list[tuple[Bounds, Scene]] = []
    seen: set[tuple[int, str]] = set()
    for span, scene in dated:
        sides = copied.get(scene.number, frozenset())
        if any((index, "b" if side == "a" else "a") in seen for index, side in sides):
            continue
        seen |= sides
        kept.append((span, scene))
    return kept
