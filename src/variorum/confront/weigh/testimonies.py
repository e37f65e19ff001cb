"""Who carries a side: each passage's teller, how near he is to the event, and whose copy it is."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.confront.evidence import Evidence
from variorum.confront.weigh.interest import Interests
from variorum.model.critique import Account, Parallel
from variorum.model.findings import Disagreement
from variorum.model.passage import Passage
from variorum.model.testimony import Voice

NEARNESS: Mapping[str, float] = {
    "eyewitness": math.log(2),
    "participant": math.log(2),
    "hearsay": -math.log(2),
}
"""Log odds of being right, against a teller of whom nothing is known: an eyewitness is supposed to err
half as often, hearsay twice as often. Set by hand: no claims with truth say who stood near."""

PER_TENFOLD_YEARS = -0.25
"""Log odds for each tenfold of the years between event and telling. Set by hand."""

INTERESTED = -math.log(2)
"""Log odds of a teller who, the text says, has something to gain: as for hearsay. Set by hand."""

DENIES = "denies"
COPIED = ("copy", "translation")
LEAST_COPY = 0.5
"""Score from which a copy or translation is held to be one."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """One passage of one side. ``teller`` is who says it, the same wherever he is printed; ``names``
    name the account and, where another speaks in it, that voice; ``reasons`` say what its nearness
    (log odds) is made of."""

    side: int
    passage: Passage
    teller: str
    account: str
    name: str
    nearness: float = 0.0
    reasons: tuple[str, ...] = ()
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """The later testimony ``follower`` has from ``followed`` (their numbers) with ``probability``."""

    follower: int
    followed: int
    probability: float
    kind: str
    directed: bool


Places = tuple[list[int], list[int], list[str], list[str], list[str]]
"""Of a source: its sentences' starts, ends, accounts, voices and words, in order."""

_NOWHERE: Places = ([], [], [], [], [])


@dataclass(frozen=True, slots=True)
class Index:
    """The evidence laid out for looking up: made once, each look-up is a bisection."""

    accounts: Mapping[str, Account]
    labels: Mapping[str, str]
    places: Mapping[str, Places]
    voices: Mapping[str, Voice]
    copies: Mapping[str, list[tuple[Passage, Parallel]]]
    starts: Mapping[str, list[int]]
    longest: Mapping[str, int]
    dependences: Mapping[tuple[str, str], tuple[float, str, str]]
    interests: Interests


def index(evidence: Evidence) -> Index:
    accounts = {account.id: account for account in evidence.accounts}
    copies: dict[str, list[tuple[Passage, Parallel]]] = {}
    for row in evidence.parallels:
        if row.kind in COPIED and row.score >= LEAST_COPY:
            for passage in (row.a, row.b):
                copies.setdefault(passage.source, []).append((passage, row))
    for rows in copies.values():
        rows.sort(key=lambda row: (row[0], row[1].id))
    dependences: dict[tuple[str, str], tuple[float, str, str]] = {}
    places = _places(evidence)
    shared = _shared(evidence, accounts, places)
    for bond in evidence.dependences:
        one, two = sorted((bond.account_a, bond.account_b))
        if shared.get((one, two), 1.0) < LEAST_COVERED:
            continue  # depositions on one form are none of each other
        follower = {"a→b": bond.account_b, "b→a": bond.account_a}.get(bond.direction, "")
        old = dependences.get((one, two), (0.0, "", ""))
        dependences[one, two] = max(old, (bond.probability, follower, "dependence"))
    dependences.update(_translated(evidence, places))
    return Index(
        accounts,
        labels(evidence.accounts),
        places,
        {voice.id: voice for voice in evidence.voices},
        copies,
        {source: [p.start for p, _ in rows] for source, rows in copies.items()},
        {source: max(p.end - p.start for p, _ in rows) for source, rows in copies.items()},
        dependences,
        Interests.of(evidence),
    )


LEAST_COVERED = 0.2
"""Share of the shorter of two accounts that must be copied before all that it tells is held to be."""


def _shared(
    evidence: Evidence, accounts: Mapping[str, Account], places: Mapping[str, Places]
) -> dict[tuple[str, str], float]:
    """By pair of accounts the share of the shorter one that stands in both."""
    found: dict[tuple[str, str], float] = {}
    for row in evidence.parallels:
        a, b = (_standing_in(p, places) for p in (row.a, row.b))
        if row.kind not in COPIED or not a or not b or a == b:
            continue
        length = min(max(1, accounts[x].end - accounts[x].start) for x in (a, b) if x in accounts)
        pair = min(a, b), max(a, b)
        found[pair] = found.get(pair, 0.0) + (row.a.end - row.a.start) / length
    return found


LEAST_TRANSLATED = 3
"""Sentences of one account translated in another, from which the whole is held to be a translation."""


def _translated(
    evidence: Evidence, places: Mapping[str, Places]
) -> dict[tuple[str, str], tuple[float, str, str]]:
    """Pairs of accounts of which one is the other in another language, and which follows."""
    counts: dict[tuple[str, str], list[str]] = {}
    for row in evidence.parallels:
        if row.kind != "translation" or row.score < LEAST_COPY:
            continue
        a, b = (_standing_in(p, places) for p in (row.a, row.b))
        if a and b and a != b:
            follower = {"a→b": b, "b→a": a}.get(row.direction, "")
            counts.setdefault((min(a, b), max(a, b)), []).append(follower)
    return {
        pair: (1.0, max(sorted(set(found)), key=found.count), "translation")
        for pair, found in sorted(counts.items())
        if len(found) >= LEAST_TRANSLATED
    }


def _standing_in(passage: Passage, places: Mapping[str, Places]) -> str:
    """The account of the sentence in which a passage begins, or ""."""
    starts, ends, accounts, *_ = places.get(passage.source, _NOWHERE)
    at = bisect_right(starts, passage.start) - 1
    return accounts[at] if at >= 0 and passage.start < ends[at] else ""


def labels(accounts: Iterable[Account]) -> dict[str, str]:
    """What to call each account: its author and title as far as given; where two would be called alike,
    their source is added."""
    named = {a.id: " — ".join(p for p in (a.author, a.title) if p) or a.source for a in accounts}
    counts: dict[str, int] = {}
    for name in named.values():
        counts[name] = counts.get(name, 0) + 1
    return {
        a.id: named[a.id] if counts[named[a.id]] == 1 else f"{named[a.id]} ({a.source}, {a.start})"
        for a in accounts
    }


def _places(evidence: Evidence) -> dict[str, Places]:
    by_source: dict[str, list[tuple[int, int, str, str, str]]] = {}
    for sentence in evidence.sentences:
        p = sentence.passage
        by_source.setdefault(p.source, []).append(
            (p.start, p.end, sentence.account, sentence.voice, p.quote)
        )
    found = {}
    for source, rows in by_source.items():
        rows.sort()
        found[source] = (
            [r[0] for r in rows],
            [r[1] for r in rows],
            [r[2] for r in rows],
            [r[3] for r in rows],
            [r[4] for r in rows],
        )
    return found


def testimonies(row: Disagreement, laid: Index) -> list[Testimony]:
    """Every passage of every side with its teller, in the order of the sides and sources."""
    return [
        testimony(number, passage, side.voices, laid)
        for number, side in enumerate(row.sides)
        for passage in sorted(set(side.passages))
    ]


def testimony(side: int, passage: Passage, voices: Sequence[str], laid: Index) -> Testimony:
    account = account_of(passage, laid)
    label = laid.labels.get(account, passage.source)
    known = laid.accounts.get(account)
    teller = f"account {account or passage.source}"
    if known and known.author:
        teller = "person " + " ".join(known.author.casefold().split())
    voice = _voice(passage, voices, laid)
    if voice is None or not voice.chain:
        return Testimony(side, passage, teller, account, label)
    near = voice.chain[0]
    name = label
    own = near.role in ("narrator", "author") or (
        known is not None and _same_person(near.name, known.author)
    )
    if not own:
        teller = near.entity or (
            f"voice {account} {near.name.casefold()}" if near.name else f"voice {voice.id}"
        )
        name = f"{near.name or 'a voice without a name'} in {label}"
        if not near.entity and near.role not in NEARNESS:
            near = replace(near, role="hearsay", reason="nobody is named")
    shift, reasons = 0.0, []
    if near.role in NEARNESS:
        shift += NEARNESS[near.role]
        reasons.append(near.role + (f" ({near.reason})" if near.reason else ""))
    if near.years is not None and near.years > 0:
        shift += PER_TENFOLD_YEARS * math.log10(1 + near.years)
        reasons.append(f"{near.years} year{'s' * (near.years != 1)} after the event")
    gain = laid.interests.of_teller(near.entity)
    if gain:
        shift += INTERESTED
        reasons.append(f"has an interest: {gain}")
    return Testimony(
        side, passage, teller, account, name, round(shift, 6), tuple(reasons), near.role == DENIES
    )


def _same_person(name: str, author: str) -> bool:
    """Whether both are one name, with or without a title or a middle name: "Mr Ivo Renn", "Ivo Renn"."""
    mine, yours = set(name.casefold().split()), set(author.casefold().split())
    if mine == yours:
        return bool(mine)
    return len(mine & yours) > 1 and (mine <= yours or yours <= mine)


def account_of(passage: Passage, laid: Index) -> str:
    """The id of the account in which the passage's sentence stands, or ""."""
    account = _standing_in(passage, laid.places)
    if account:
        return account
    holding = [
        a
        for a in laid.accounts.values()
        if a.source == passage.source and a.start <= passage.start < a.end
    ]
    return min(holding, key=lambda a: (a.end - a.start, a.id)).id if holding else ""


def voice_at(passage: Passage, laid: Index) -> str:
    """The id of the voice of the sentence in which a passage begins, or ""."""
    starts, ends, _, voices, _ = laid.places.get(passage.source, _NOWHERE)
    at = bisect_right(starts, passage.start) - 1
    return voices[at] if at >= 0 and passage.start < ends[at] else ""


def _voice(passage: Passage, ids: Sequence[str], laid: Index) -> Voice | None:
    """The innermost of the side's voices that speaks here."""
    here = [
        voice
        for ident in ids
        if (voice := laid.voices.get(ident))
        and voice.passage.source == passage.source
        and voice.passage.start < passage.end
        and passage.start < voice.passage.end
    ]
    return min(here, key=lambda v: (v.passage.end - v.passage.start, v.id)) if here else None


LEAST_ALIKE = 5
"""Words of a sentence that stands in two accounts, from which one has it from the other."""
MOST_COPIES = 200
"""Parallels of one passage that are looked at."""


def links(given: Sequence[Testimony], laid: Index) -> list[Link]:
    """Which of these testimonies have their words from which other.

    A follower is named as such where the direction is known; where not, the one that stands later among
    the sources. That two follow each other in a circle is no matter: a link only says that the two are
    not two voices.
    """
    at: dict[str, list[int]] = {}
    for number, one in enumerate(given):
        at.setdefault(one.passage.source, []).append(number)
    found: dict[tuple[int, int], Link] = {}

    def note(a: int, b: int, follower: int, probability: float, kind: str, directed: bool) -> None:
        followed = a if follower == b else b
        key = min(a, b), max(a, b)
        if key not in found or found[key].probability < probability:
            found[key] = Link(follower, followed, probability, kind, directed)

    for number, one in enumerate(given):
        for here, row in _copies(one.passage, laid):
            other = row.b if here is row.a else row.a
            for second in at.get(other.source, ()):
                p = given[second].passage
                if second != number and p.start < other.end and other.start < p.end:
                    a, b = (number, second) if here is row.a else (second, number)
                    follower = a if row.direction == "b→a" else b
                    if row.direction == "unknown":
                        follower = max(a, b)
                    note(a, b, follower, 1.0, row.kind, row.direction != "unknown")
    first: dict[str, int] = {}
    for number, one in enumerate(given):
        words = _sentence(one.passage, laid)
        if len(words) >= LEAST_ALIKE:
            second = first.setdefault(" ".join(words), number)
            if given[second].account != one.account:
                note(second, number, number, 1.0, "copy", False)
    for a, x in enumerate(given[:MOST_COPIES]):
        for b in range(a + 1, min(len(given), MOST_COPIES)):
            pair = sorted((x.account, given[b].account))
            bond = laid.dependences.get((pair[0], pair[1]))
            if bond and x.account != given[b].account and bond[0] >= LEAST_COPY:
                # a quoted witness speaks for himself, whoever prints him
                if x.teller.startswith("e_") and given[b].teller.startswith("e_"):
                    continue
                note(a, b, a if bond[1] == x.account else b, bond[0], bond[2], bool(bond[1]))
    return sorted(found.values(), key=lambda link: (link.follower, link.followed))


def _sentence(passage: Passage, laid: Index) -> list[str]:
    """The words of the sentence in which a passage begins, in small letters."""
    starts, ends, *_, quotes = laid.places.get(passage.source, _NOWHERE)
    at = bisect_right(starts, passage.start) - 1
    return quotes[at].casefold().split() if at >= 0 and passage.start < ends[at] else []


def _copies(passage: Passage, laid: Index) -> Iterable[tuple[Passage, Parallel]]:
    rows = laid.copies.get(passage.source, [])
    if not rows:
        return
    starts = laid.starts[passage.source]
    at = bisect_right(starts, passage.end - 1)
    for number in range(at - 1, max(-1, at - 1 - MOST_COPIES), -1):
        here, row = rows[number]
        if here.start + laid.longest[passage.source] <= passage.start:
            break
        if here.end > passage.start:
            yield here, row
