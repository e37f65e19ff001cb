"""Doubles: two people of one name within one account, told apart by what it says of each.

An account seldom explains that its General Petrov and its baker Petrov are two. What stands beside each
mention does: other dates of birth or death, or trades that one person hardly has both of.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.identify.folding import folded
from variorum.identify.lives import COMMANDERS, SLIP, TRADES, gap, occupations
from variorum.identify.names import parsed
from variorum.identify.ties import form_of, id_of
from variorum.model.edtf import bounds
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, Statement

TRADES_APART, LIVES_APART = 0.3, 0.05
"""Chances that two who are told apart by their trades, or by the years of their lives, are one; set by
hand on invented cases."""


@dataclass(slots=True)
class _Bearer:
    """What an account says of one of those who bear a name in it."""

    told: tuple[str, str] = ("", "")
    born: list[tuple[int, int]] = field(default_factory=list)
    died: list[tuple[int, int]] = field(default_factory=list)
    trades: set[str] = field(default_factory=set)
    commands: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Double:
    """Two mentions of one name in one account that mean two people: why, and the chance they do not."""

    one: Mention
    other: Mention
    why: str
    chance: float


def doubles(
    mentions: Iterable[Mention],
    statements: Iterable[Statement],
    apart: Mapping[Passage, tuple[str, str]],
) -> tuple[dict[Passage, tuple[str, str]], list[Double]]:
    """The mentions of all but the first bearer of a name in an account, with a key and why; and pairs.

    ``apart`` are the mentions that the text itself calls somebody else's. A mention of which nothing is
    told means whom the last one of its name meant. Linear in the mentions, for as few bearers as a name
    has.
    """
    years = _years(statements)
    full: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    alone: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    keys: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in sorted(mentions, key=lambda mention: mention.passage):
        if mention.type != "person":
            continue
        name = parsed(form_of(mention))
        if name.given and name.surname and not name.generation:
            key = f"{name.given[0]} {name.surname}"
            full[mention.account, key].append(mention)
            keys[mention.account, name.surname].add(key)
        elif name.surname and not name.given:
            alone[mention.account, name.surname].append(mention)
    found: dict[Passage, tuple[str, str]] = {}
    pairs: list[Double] = []
    for (account, key), group in sorted(full.items()):
        bearers = _bearers(group, years, apart)
        surname = parsed(form_of(group[0])).surname
        if bearers and len(keys[account, surname]) == 1:
            _with_surnames(bearers, alone.get((account, surname), ()), years)
        for number, bearer in enumerate(bearers[1:], 2):
            why, chance = _against(bearers[0], bearer) or ("", LIVES_APART)
            own = key if number == 2 else f"{key} {number}"
            told = bearer.told if bearer.told[0] else (own, f"another of the name here: {why}")
            found |= {mention.passage: told for mention in bearer.mentions}
            if why and not bearer.told[0]:
                pairs.append(Double(bearers[0].mentions[0], bearer.mentions[0], why, chance))
    return found, pairs


def _bearers(
    group: Sequence[Mention],
    years: Mapping[str, _Bearer],
    apart: Mapping[Passage, tuple[str, str]],
) -> list[_Bearer]:
    """Those who bear a name in an account, the first named first."""
    bearers: list[_Bearer] = []
    last: _Bearer | None = None
    for mention in group:
        own = _told(mention, years)
        if mention.passage in apart:
            home = next((b for b in bearers if b.told == apart[mention.passage]), None)
            if home is None:
                if not bearers:
                    bearers.append(_Bearer())  # who it is that this is another of
                home = _Bearer(told=apart[mention.passage])
                bearers.append(home)
        else:
            home = _home(own, bearers, last)
            if home is None:
                home = _Bearer()
                bearers.append(home)
        _add(home, own, mention)
        last = home
    if bearers and not bearers[0].mentions:
        return []
    return bearers


def _home(own: _Bearer, bearers: Sequence[_Bearer], last: _Bearer | None) -> _Bearer | None:
    """Whom a mention means: the last one of the name, unless what is told of it is another's."""
    sure = [b for b in bearers if b.trades & own.trades or b.commands & own.commands]
    if sure:
        return sure[0]
    fitting = [b for b in bearers if _against(own, b) is None]
    if last is not None and last.told[0]:
        last = None  # "the other Petrov" is told of in passing
    return last if last is not None and last in fitting else next(iter(fitting), None)


def _with_surnames(
    bearers: list[_Bearer], alone: Iterable[Mention], years: Mapping[str, _Bearer]
) -> None:
    """Give the mentions of the surname alone to the bearers."""
    places = sorted((m.passage, n) for n, b in enumerate(bearers) for m in b.mentions)
    # a title that nobody of the full name bears is another's: "General Reid", Samuel being a carpenter
    for mention in alone:
        before = [n for passage, n in places if passage < mention.passage]
        last = bearers[before[-1]] if before else bearers[0]
        own = _told(mention, years)
        shared = any(b.trades & own.trades or b.commands & own.commands for b in bearers)
        home = _home(own, bearers, last)
        if (own.trades or own.commands) and not shared and _against(own, bearers[0]):
            home = _Bearer()
            bearers.append(home)
        _add(home or last, own, mention)


def _add(home: _Bearer, own: _Bearer, mention: Mention) -> None:
    home.born += own.born
    home.died += own.died
    home.trades |= own.trades
    home.commands |= own.commands
    home.mentions.append(mention)


def _told(mention: Mention, years: Mapping[str, _Bearer]) -> _Bearer:
    known = years.get(id_of(mention))
    words = [folded(word) for title in mention.titles for word in title.replace("-", " ").split()]
    return _Bearer(
        born=list(known.born) if known else [],
        died=list(known.died) if known else [],
        trades=occupations(words) & TRADES,
        commands=set(COMMANDERS.intersection(words)),
    )


def _against(one: _Bearer, other: _Bearer) -> tuple[str, float] | None:
    """Why two cannot be one, and the chance that they are; None where they may be."""
    for word, mine, yours in (("born", one.born, other.born), ("died", one.died, other.died)):
        if mine and yours and min(gap(a, b) for a in mine for b in yours) > SLIP:
            years = min(gap(a, b) for a in mine for b in yours)
            return f"{word} {years} years apart", LIVES_APART
    if one.trades and other.trades and not one.trades & other.trades:
        return f"one a {min(one.trades)}, the other a {min(other.trades)}", TRADES_APART
    for a, b in ((one, other), (other, one)):
        if a.trades and b.commands and not (b.trades or a.commands):
            return f"one a {min(a.trades)}, the other a {min(b.commands)}", TRADES_APART
    return None


def _years(statements: Iterable[Statement]) -> dict[str, _Bearer]:
    """The years of birth and death that statements give to mention ids."""
    found: dict[str, _Bearer] = {}
    for row, value in _dated(statements):
        years = bounds(value)
        if years:
            told = found.setdefault(row.subject, _Bearer())
            span = (years[0].year, years[1].year)
            (told.born if row.relation == "born" else told.died).append(span)
    return found


def _dated(statements: Iterable[Statement]) -> Iterator[tuple[Statement, str]]:
    for row in statements:
        value = row.time or (row.value if row.value_type == "date" else "")
        sure = row.polarity == "positive" and row.modality in ("asserted", "")
        if row.relation in ("born", "died") and value and sure:
            yield row, value
