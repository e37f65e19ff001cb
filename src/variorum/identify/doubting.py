"""Doubts: who may be one person but was kept apart, as findings a reader can decide on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.identify.bearers import Doubt
from variorum.identify.doubles import Double
from variorum.identify.namesakes import ANSWERED
from variorum.identify.ties import form_of, id_of
from variorum.model.findings import Finding
from variorum.model.ids import content_id
from variorum.model.passage import Passage
from variorum.model.testimony import Mention

TWO_OTHERS = 0.5
"""Chance that those whom two accounts call "the other" of a name are one; not measured."""

MOST_DOUBTS = 100
"""Doubts that are told of, the likeliest first: more than that nobody decides one by one."""

MOST_NAMED = 4
"""Persons that one doubt names and shows."""


def doubtful(
    doubts: Sequence[Doubt],
    ids: Sequence[str],
    names: Mapping[str, str],
    first: Mapping[str, Passage],
) -> list[Finding]:
    """One finding for each set of persons who may be the same, with the likeliest reason.

    ``ids`` are the entities of the persons that doubts number; ``first`` the first mention of each,
    without which there is nothing to show.
    """
    rows: dict[str, Finding] = {}
    for doubt in sorted(doubts, key=lambda d: (d.chance, d.why)):
        persons = sorted({ids[index] for index in doubt.persons} & first.keys())[:MOST_NAMED]
        alike = sorted({ids[index] for index in doubt.ambiguous} & first.keys())
        same = [*persons, *alike]
        if len(same) < 2:
            continue
        shown = sorted({first[entity] for entity in [*persons, *alike[:MOST_NAMED]]})
        identity = content_id("p", sorted(same))
        summary = f"Possibly the same person: {_named([names[i] for i in persons], names, alike)}."
        rows[identity] = Finding(
            identity, "identity", summary, tuple(shown), round(doubt.chance, 2), (doubt.why,)
        )
    likeliest = sorted(rows.values(), key=lambda row: (-row.confidence, row.id))[:MOST_DOUBTS]
    return sorted(likeliest, key=lambda row: row.id)


def _named(persons: Sequence[str], names: Mapping[str, str], alike: Sequence[str]) -> str:
    quoted = list(dict.fromkeys(f"“{name}”" for name in persons))
    if alike:
        accounts = f" in {len(alike)} accounts" if len(alike) > 1 else ""
        return f"“{names[alike[0]]}”{accounts} and one of {', '.join(quoted)}"
    return f"{len(persons)} called {quoted[0]}" if len(quoted) == 1 else " and ".join(quoted)


def other_doubts(
    others: Mapping[tuple[str, str, str], Sequence[Mention]], ids: Mapping[str, str]
) -> list[Finding]:
    """Namesakes of one name in several accounts: "the other" of each may be the same other."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for (name, told, _), group in sorted(others.items()):
        if told == ANSWERED:
            continue  # a given name alone
        by_name[name].append(min(group, key=lambda mention: mention.passage))
    found = []
    for _, group in sorted(by_name.items()):
        if len(group) > 1:
            same = sorted(ids[id_of(mention)] for mention in group)
            passages = tuple(sorted(mention.passage for mention in group))
            summary = (
                f"Possibly the same person: {len(group)} namesakes called “{form_of(group[0])}”."
            )
            why = ("several accounts tell of another of this name",)
            found.append(
                Finding(content_id("p", same), "identity", summary, passages, TWO_OTHERS, why)
            )
    return found


def double_doubts(pairs: Sequence[Double], identities: Mapping[str, str]) -> list[Finding]:
    """Those of one name whom one account seems to tell apart."""
    found = {}
    for pair in pairs:
        same = sorted({identities.get(id_of(pair.one), ""), identities.get(id_of(pair.other), "")})
        if len(same) == 2 and all(same):
            passages = tuple(sorted((pair.one.passage, pair.other.passage)))
            names = dict.fromkeys(f"“{form_of(m)}”" for m in (pair.one, pair.other))
            called = " and ".join(names) if len(names) > 1 else f"2 called {next(iter(names))}"
            summary = f"Possibly the same person: {called} in one account."
            identity = content_id("p", same)
            found[identity] = Finding(
                identity, "identity", summary, passages, pair.chance, (pair.why,)
            )
    return [found[identity] for identity in sorted(found)]
