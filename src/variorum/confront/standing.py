"""What is left standing: the dossier's events, each with how it is attested."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from variorum.confront.compare import same_value
from variorum.confront.context import Ground
from variorum.confront.evidence import Evidence
from variorum.confront.questions import Question
from variorum.confront.weigh.testimonies import Index, index, links, testimony, voice_at
from variorum.confront.wording import in_plain_words, value_in_words
from variorum.model.findings import Disagreement, Impossibility, Standing
from variorum.model.ids import content_id
from variorum.model.passage import Passage
from variorum.model.testimony import Sentence

Told = tuple[str, tuple[Passage, ...]]
"""What is told alike, and where: a sentence ("" for the words of the first passage) and its passages."""

MOST_SINGLE = 200
"""Things told by one that are listed: those with most names, days and numbers first."""
MOST_TOLD = 60
"""Passages of one event that are looked at."""
LONGEST = 300
"""Characters of a source's words that a sentence repeats; longer ones are cut at a word."""
LEAST_NAMES = 2
"""Names, days and numbers a sentence must have to be listed as an event told by one."""
TELLS_ALIKE = ("copy", "translation", "retelling")
LEAST_PARALLEL = 0.5
LEAST_LINK = 0.9
"""Probability that two answers are to one question, from which equal ones are called agreement."""
_ORDER = ("agreed", "disputed", "impossible", "one origin", "single")


def standing(
    evidence: Evidence,
    disagreements: Sequence[Disagreement],
    impossibilities: Sequence[Impossibility],
    agreements: Iterable[Told] = (),
) -> tuple[Standing, ...]:
    """The dossier's events as sentences: agreed by independent witnesses, disputed, impossible, told by
    several from one origin, told by one.

    Told alike is what ``parallels`` join, statements that say the same of the same, and
    ``agreements`` (a question's answer and its passages). Tellers who copy, translate or draw on each
    other are one origin; circles of them too. What touches a disagreement or an impossibility is not
    listed a second time as agreed or single. Linear in the evidence; things told by one are capped at
    MOST_SINGLE. The result does not depend on the order of the evidence.
    """
    laid = index(evidence)
    rows = [_disputed(row) for row in disagreements] + [_impossible(row) for row in impossibilities]
    touched = _Spans(
        [p for row in disagreements for side in row.sides for p in side.passages]
        + [p for row in impossibilities for p in row.passages]
    )
    told = [
        *sorted(set(agreements)),
        *_stated(evidence),
        *_parallel(evidence),
    ]
    seen: set[tuple[Passage, ...]] = set()
    used: list[Passage] = []
    for sentence, passages in told:
        kept = tuple(sorted(set(passages)))[:MOST_TOLD]
        if kept in seen or any(touched.meets(p) for p in kept):
            continue
        seen.add(kept)
        row = _attested(sentence, kept, laid)
        if row is not None:
            rows.append(row)
            used += kept
    rows += _single(evidence, laid, touched, _Spans(used))
    unique = {row.id: row for row in rows}
    return tuple(
        sorted(unique.values(), key=lambda row: (_ORDER.index(row.verdict), row.passages, row.id))
    )


def agreement(question: Question, ground: Ground) -> list[Told]:
    """What a question's answers tell alike, if several accounts give one value and are sure enough to
    speak of one thing; else nothing."""
    answers = question.answers
    if len({answer.account for answer in answers}) < 2:
        return []
    if any(not same_value(answers[0], answer) for answer in answers[1:]):
        return []
    if max(question.links.values(), default=0.0) < LEAST_LINK:
        return []
    said = f"{in_plain_words(answers, ground)} {value_in_words(answers[0])}"
    return [(said, tuple(answer.passage for answer in answers))]


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


def _impossible(row: Impossibility) -> Standing:
    sentence = "; ".join(f"“{_short(p.quote)}”" for p in row.passages)
    return _row("impossible", sentence, row.passages, row.id, row.reasons)


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
    joined = links(given, laid)
    for link in joined:
        root[origin(link.follower)] = origin(link.followed)
    origins: dict[int, list[str]] = {}
    for number, one in enumerate(given):
        names = origins.setdefault(origin(number), [])
        if one.name not in names:
            names.append(one.name)
    words = sentence or _short(passages[0].quote)
    groups = [" and ".join(names) for names in origins.values()]
    if len(origins) > 1:
        reason = f"{len(origins)} tellers who do not have it from each other: " + "; ".join(groups)
        return _row("agreed", words, passages, "", [reason])
    kinds = sorted({link.kind for link in joined})
    reason = f"told by {groups[0]}, which have it from one origin"
    reason += f" ({', '.join(kinds)})" if kinds else ""
    return _row("one origin", words, passages, "", [reason])


def _voices_at(passage: Passage, laid: Index) -> tuple[str, ...]:
    voice = voice_at(passage, laid)
    return (voice,) if voice else ()


def _stated(evidence: Evidence) -> Iterator[Told]:
    """Statements that say the same of the same person or place, not hedged, in plain words."""
    called = {entity.id: entity.name for entity in evidence.entities}
    same: dict[tuple[str, str, str, str], list[Passage]] = {}
    for row in sorted(evidence.statements, key=lambda s: (s.passage, s.id)):
        if row.subject in called and row.value and row.modality == "asserted":
            key = row.subject, row.relation, row.value, row.polarity
            same.setdefault(key, []).append(row.passage)
    for (subject, relation, value, polarity), passages in same.items():
        if len(passages) > 1:
            denied = "not " if polarity == "negative" else ""
            said = called.get(value, value)
            yield f"{called[subject]}, {relation}: {denied}{said}", tuple(passages)


def _parallel(evidence: Evidence) -> Iterator[Told]:
    """Passages that tell one episode, brought together over all rows that share one."""
    rows = sorted(
        (r for r in evidence.parallels if r.kind in TELLS_ALIKE and r.score >= LEAST_PARALLEL),
        key=lambda r: (r.a, r.b, r.id),
    )
    # the whole of a text is no event: its sentences stand in rows of their own
    rows = [r for r in rows if max(len(r.a.quote), len(r.b.quote)) <= 4 * LONGEST]
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
    for passages in together.values():
        yield "", tuple(passages)


def _single(
    evidence: Evidence, laid: Index, touched: "_Spans", used: "_Spans"
) -> Iterator[Standing]:
    """Sentences that state something, tell most, and stand nowhere else."""
    asserted = _Spans([s.passage for s in evidence.statements if s.modality == "asserted"])
    told = _Spans(
        [q.passage for q in evidence.quantities] + [d.passage for d in evidence.dates if d.edtf]
    )
    ranked = sorted(
        (
            (-weight, sentence.passage, sentence)
            for sentence in evidence.sentences
            if (weight := _substance(sentence, told)) >= LEAST_NAMES
            and asserted.meets(sentence.passage)
            and not touched.meets(sentence.passage)
            and not used.meets(sentence.passage)
        ),
        key=lambda row: row[:2],
    )
    for _, passage, _ in ranked[:MOST_SINGLE]:
        one = testimony(0, passage, _voices_at(passage, laid), laid)
        reasons = ["told by one: " + one.name]
        reasons += list(one.reasons)
        if len(ranked) > MOST_SINGLE:
            reasons.append(f"{len(ranked) - MOST_SINGLE} further things told by one are not listed")
        yield _row("single", _short(passage.quote), [passage], "", reasons)


def _substance(sentence: Sentence, told: "_Spans") -> int:
    return len({m for m in sentence.mentions if m.startswith("e_")}) + told.count(sentence.passage)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    if len(plain) <= LONGEST:
        return plain
    return plain[:LONGEST].rsplit(" ", 1)[0] + " …"


class _Spans:
    """Passages to be asked whether one meets them; each question is a bisection."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        by_source: dict[str, list[tuple[int, int]]] = {}
        for p in set(passages):
            by_source.setdefault(p.source, []).append((p.start, p.end))
        self._starts: dict[str, list[int]] = {}
        self._reach: dict[str, list[int]] = {}
        for source, spans in by_source.items():
            spans.sort()
            self._starts[source] = [start for start, _ in spans]
            reach = 0
            self._reach[source] = [reach := max(reach, end) for _, end in spans]

    def meets(self, p: Passage) -> bool:
        at = bisect_left(self._starts.get(p.source, []), p.end)
        return at > 0 and self._reach[p.source][at - 1] > p.start

    def count(self, p: Passage) -> int:
        """How many begin inside ``p``."""
        starts = self._starts.get(p.source, [])
        return bisect_left(starts, p.end) - bisect_left(starts, p.start)


def _share(weight: float) -> str:
    """How far a side is carried; nothing is carried wholly or not at all."""
    if weight > MOST_CARRIED:
        return f"over {MOST_CARRIED:.0%}"
    if weight < 1 - MOST_CARRIED:
        return f"under {1 - MOST_CARRIED:.0%}"
    return f"{weight:.0%}"


MOST_CARRIED = 0.99
"""Beyond this a share is not told: the calibration does not reach so far."""
