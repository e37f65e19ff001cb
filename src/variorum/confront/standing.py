"""What is left standing: the dossier's events, each with how it is attested.

Not every sentence of the sources is an event: listed is what names somebody or some place with a day or
a number, or what several tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from variorum.confront.agreements import IS
from variorum.confront.events import LONGEST, Events, Spans, short
from variorum.confront.evidence import Evidence
from variorum.confront.scenes import Told
from variorum.confront.weigh.testimonies import Index, index, links, testimony, voice_at
from variorum.model.findings import Disagreement, Impossibility, Standing
from variorum.model.ids import content_id
from variorum.model.passage import Passage

MOST_LISTED = 200
"""Things agreed, from one origin, and told by one, that are listed: those first that most tell, then
those with most names, days and numbers."""
MOST_TOLD = 60
"""Passages of one event that are looked at."""
MOST_NAMED = 6
"""Tellers, or doubts about them, that a reason names; of the others it tells how many they are."""
LEAST_TOLD = 2
"""Names, days and numbers a sentence must have to be listed as an event told by one."""
LEAST_WORDS = 4
"""Content words of a sentence that tells an event: a place and a year at a letter's head are none."""
NEAR = 400
"""Characters between two passages of one retelling that are listed as one."""
TELLS_ALIKE = ("copy", "translation", "retelling")
LEAST_PARALLEL = 0.5
LEAST_ORIGIN = 0.7
"""Probability of dependence from which two accounts are one origin; below, the reasons speak of it."""
_ORDER = ("agreed", "disputed", "impossible", "one origin", "single")


def standing(
    evidence: Evidence,
    disagreements: Sequence[Disagreement],
    impossibilities: Sequence[Impossibility],
    facts: Iterable[Told] = (),
    scenes: Iterable[Told] = (),
    beyond: Iterable[Passage] = (),
) -> tuple[Standing, ...]:
    """The dossier's events as sentences: agreed by independent witnesses, disputed, impossible, told by
    several from one origin, told by one.

    Told alike is what ``parallels`` join, ``scenes``, and ``facts`` that stand in none of these
    (sentences and their passages: see ``agreements``). Tellers who copy, translate or draw on each other
    are one origin; circles of them too. What touches a disagreement or an impossibility is not listed a
    second time as agreed or single, nor is ``beyond``: answers to a disagreement that has too many to
    list. Linear in the evidence; of each of agreed, one origin and single MOST_LISTED at most are
    listed, and the reasons say how many are not. The result does not depend on the order of the
    evidence.
    """
    laid = index(evidence)
    rows = [*map(_disputed, disagreements), *_impossible(impossibilities)]
    touched = Spans(
        [p for row in disagreements for side in row.sides for p in side.passages]
        + [p for row in impossibilities for p in row.passages]
        + list(beyond)
    )
    events = Events(evidence)
    attested = _all_attested(_parallel(evidence, events), touched, laid)
    retold = Spans([p for row in attested for p in row.passages])
    others = [row for row in sorted(set(scenes)) if not all(map(retold.meets, row[1]))]
    attested += _all_attested(others, touched, laid)
    wide = Spans([p for row in attested for p in row.passages])
    apart = [row for row in sorted(set(facts)) if not all(map(wide.holds, row[1]))]
    attested += _all_attested(apart, touched, laid)
    used = [p for row in attested for p in row.passages]
    for verdict in ("agreed", "one origin"):
        rows += _listed([row for row in attested if row.verdict == verdict], events)
    rows += _single(evidence, laid, events, touched, Spans(used))
    unique = {row.id: row for row in rows}
    return tuple(
        sorted(unique.values(), key=lambda row: (_ORDER.index(row.verdict), row.passages, row.id))
    )


def _all_attested(told: Iterable[Told], touched: Spans, laid: Index) -> list[Standing]:
    """What is told, each passages once, as agreed or of one origin; nothing of what is touched."""
    seen: set[tuple[Passage, ...]] = set()
    found = []
    for sentence, passages in told:
        kept = tuple(sorted(set(passages)))[:MOST_TOLD]
        if kept in seen or any(touched.meets(p) for p in kept):
            continue
        seen.add(kept)
        row = _attested(sentence, kept, laid)
        if row is not None:
            found.append(row)
    return found


def _listed(rows: Sequence[Standing], events: Events) -> Iterable[Standing]:
    """The fullest MOST_LISTED of one verdict; where there are more, their reasons say so."""
    if len(rows) <= MOST_LISTED:
        return rows

    def rank(row: Standing) -> tuple[int, int, tuple[Passage, ...], str]:
        fullest = max(events.told(events.around(p)) for p in row.passages)
        return -len({p.source for p in row.passages}), -fullest, row.passages, row.id

    more = f"{len(rows) - MOST_LISTED} further things of this kind are not listed"
    return [replace(row, reasons=(*row.reasons, more)) for row in sorted(rows, key=rank)][
        :MOST_LISTED
    ]


def _row(
    verdict: str, sentence: str, passages: Sequence[Passage], about: str, reasons: Sequence[str]
) -> Standing:
    places = [[p.source, p.start, p.end] for p in passages]
    return Standing(
        content_id("l", verdict, sentence, about, places),
        verdict,
        sentence,
        tuple(passages),
        about,
        tuple(reasons),
    )


def _disputed(row: Disagreement) -> Standing:
    sides = [
        f"“{side.value}”" + (f" ({_share(side.weight)})" if side.weight is not None else "")
        for side in row.sides
    ]
    passages = sorted({p for side in row.sides for p in side.passages})
    reasons = [f"the accounts differ: {row.verdict}"]
    reasons += [r for r in row.reasons if r.startswith("without ")]
    return _row("disputed", f"{row.question} {' or '.join(sides)}", passages, row.id, reasons)


def _impossible(rows: Sequence[Impossibility]) -> Iterator[Standing]:
    """Each in the words of its first reason; what holds all passages of another says no more than it."""
    kept: list[tuple[frozenset[Passage], Impossibility]] = []
    for row in sorted(rows, key=lambda row: (len(row.passages), row.passages, row.id)):
        places = frozenset(row.passages)
        if any(smaller <= places for smaller, _ in kept):
            continue
        kept.append((places, row))
        said = row.reasons[0] if row.reasons else ""
        quoted = "; ".join(f"“{short(p.quote)}”" for p in row.passages)
        yield _row(
            "impossible", said or quoted, row.passages, row.id, row.reasons[1:] or row.reasons
        )


def _attested(sentence: str, passages: Sequence[Passage], laid: Index) -> Standing | None:
    """Agreed or one origin, by how many of the tellers do not have it from another of them."""
    given = [testimony(0, passage, _voices_at(passage, laid), laid) for passage in passages]
    accounts = {one.account for one in given}
    if len(accounts) < 2:
        return None
    root = list(range(len(given)))

    def origin(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    by_teller: dict[str, int] = {}
    for number, one in enumerate(given):
        root[origin(number)] = origin(by_teller.setdefault(one.teller, number))
    found = links(given, laid)
    joined = [link for link in found if link.probability >= LEAST_ORIGIN]
    for link in joined:
        root[origin(link.follower)] = origin(link.followed)
    origins: dict[int, list[str]] = {}
    for number, one in enumerate(given):
        names = origins.setdefault(origin(number), [])
        if one.name not in names:
            names.append(one.name)
    words = sentence or short(passages[0].quote)
    groups = [_some(names, " and ") for names in origins.values()]
    if len(origins) > 1:
        reason = f"{len(origins)} tellers who do not have it from each other: "
        reason += _some(groups, "; ")
        doubts = {
            f"{given[link.follower].name} may draw on {given[link.followed].name}"
            for link in found
            if origin(link.follower) != origin(link.followed)
        }
        return _row("agreed", words, passages, "", [reason, *sorted(doubts)[:MOST_NAMED]])
    kinds = sorted({link.kind for link in joined})
    reason = f"told by {groups[0]}, which have it from one origin"
    reason += f" ({', '.join(kinds)})" if kinds else ""
    return _row("one origin", words, passages, "", [reason])


def _some(names: Sequence[str], between: str) -> str:
    more = len(names) - MOST_NAMED
    return between.join(names[:MOST_NAMED]) + (f"{between}{more} more" if more > 0 else "")


def _voices_at(passage: Passage, laid: Index) -> tuple[str, ...]:
    voice = voice_at(passage, laid)
    return (voice,) if voice else ()


def _parallel(evidence: Evidence, events: Events) -> Iterator[Told]:
    """Passages that tell one event, brought together over all rows that share one.

    What follows closely in the same sources is one retelling: its passages stand together, under the
    words of the one that tells most.
    """
    rows = sorted(
        (r for r in evidence.parallels if r.kind in TELLS_ALIKE and r.score >= LEAST_PARALLEL),
        key=lambda r: (r.a, r.b, r.id),
    )
    # the whole of a text is no event: its sentences stand in rows of their own
    rows = [r for r in rows if max(len(r.a.quote), len(r.b.quote)) <= 4 * LONGEST]
    rows = [
        r
        for r in rows
        if max(events.told(events.around(p)) for p in (r.a, r.b)) >= LEAST_TOLD
        and events.alike(r.a, r.b)
    ]
    root: dict[Passage, Passage] = {}

    def find(p: Passage) -> Passage:
        root.setdefault(p, p)
        while root[p] != p:
            root[p] = root[root[p]]
            p = root[p]
        return p

    for row in rows:
        a, b = sorted((find(row.a), find(row.b)))
        root[b] = a
    together: dict[Passage, list[Passage]] = {}
    for p in sorted(root):
        together.setdefault(find(p), []).append(p)
    run: list[Passage] = []
    for passages in sorted(together.values()):
        if run and not _follow(run, passages):
            yield events.fullest(run), tuple(run)
            run = []
        run += passages
    if run:
        yield events.fullest(run), tuple(run)


def _follow(run: Sequence[Passage], next_: Sequence[Passage]) -> bool:
    """Whether passages stand in the same sources as those before, each close behind one of them."""
    if {p.source for p in run} != {p.source for p in next_}:
        return False
    return all(
        any(p.source == q.source and abs(p.start - q.end) <= NEAR for q in run) for p in next_
    )


def _single(
    evidence: Evidence, laid: Index, events: Events, touched: Spans, used: Spans
) -> Iterator[Standing]:
    """Sentences that state something, tell most, and whose names, days and numbers stand together
    nowhere else."""
    # a byline and a signature only say what somebody is
    asserted = Spans(
        [
            s.passage
            for s in evidence.statements
            if s.modality == "asserted" and s.relation not in IS
        ]
    )
    elsewhere = events.pairs(evidence.sentences)
    ranked = sorted(
        (
            (-weight, sentence.passage, sentence)
            for sentence in evidence.sentences
            if (weight := events.told(sentence.passage)) >= LEAST_TOLD
            and len(sentence.terms) >= LEAST_WORDS
            and asserted.meets(sentence.passage)
            and not touched.meets(sentence.passage)
            and not used.meets(sentence.passage)
            and not events.elsewhere(sentence, elsewhere)
        ),
        key=lambda row: row[:2],
    )
    for _, passage, _ in ranked[:MOST_LISTED]:
        one = testimony(0, passage, _voices_at(passage, laid), laid)
        reasons = ["told by one: " + one.name]
        reasons += list(one.reasons)
        if len(ranked) > MOST_LISTED:
            reasons.append(f"{len(ranked) - MOST_LISTED} further things told by one are not listed")
        yield _row("single", short(passage.quote), [passage], "", reasons)


def _share(weight: float) -> str:
    """How far a side is carried; nothing is carried wholly or not at all."""
    if weight > MOST_CARRIED:
        return f"over {MOST_CARRIED:.0%}"
    if weight < 1 - MOST_CARRIED:
        return f"under {1 - MOST_CARRIED:.0%}"
    return f"{weight:.0%}"


MOST_CARRIED = 0.95
"""Beyond this a share is not told: the probabilities are right to about .05 at best."""
