"""What a passage tells of, for the summary of a dossier's events: names, days and numbers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from variorum.confront.evidence import Evidence
from variorum.model.passage import Passage
from variorum.model.testimony import Sentence

LEAST_NUMBER = 3
"""The least plain count that is one of them: "one day", "two conclusions" tell nothing."""
LONGEST = 300
"""Characters of a source's words that a sentence repeats; longer ones are cut at a word."""


class Events:
    """What a passage tells of: people, places and ships by name, days, and numbers."""

    def __init__(self, evidence: Evidence) -> None:
        self._numbers = _Values(
            (q.passage, f"{q.low:g} {q.unit}")
            for q in evidence.quantities
            if q.unit or q.low >= LEAST_NUMBER
        )
        self._days = _Values((d.passage, d.edtf) for d in evidence.dates if d.edtf)
        self._names = _Values(
            (m.passage, m.entity)
            for m in evidence.mentions
            if m.kind == "name" and m.entity.startswith("e_")
        )

        self._sentences: dict[str, list[Passage]] = {}
        for sentence in sorted(evidence.sentences, key=lambda s: s.passage):
            self._sentences.setdefault(sentence.passage.source, []).append(sentence.passage)

    def around(self, p: Passage) -> Passage:
        """The sentence in which a passage begins, if it is longer; else the passage."""
        here = self._sentences.get(p.source, [])
        at = bisect_right(here, p.start, key=lambda s: s.start) - 1
        holds = at >= 0 and here[at].end >= p.end
        return here[at] if holds else p

    def told(self, p: Passage) -> int:
        """Different names, days and numbers; none without a name or a day."""
        names, days = self._names.inside(p), self._days.inside(p)
        return len(names) + len(days) + len(self._numbers.inside(p)) if names or days else 0

    def alike(self, a: Passage, b: Passage) -> bool:
        """Whether not each of the two gives a number, or a day, that is wanting in the other."""
        for values in (self._numbers, self._days):
            mine, yours = values.inside(a), values.inside(b)
            if mine - yours and yours - mine:
                return False
        return True

    def fullest(self, passages: Sequence[Passage]) -> str:
        return short(max(passages, key=lambda p: (self.told(p), -p.start)).quote)

    def pairs(self, sentences: Iterable[Sentence]) -> dict[tuple[str, str], set[str]]:
        """By two things told in one sentence (a name, a day, a number; not two names, which often
        stand together), the accounts that tell them so."""
        found: dict[tuple[str, str], set[str]] = {}
        for sentence in sentences:
            for pair in self._pairs(sentence.passage):
                found.setdefault(pair, set()).add(sentence.account)
        return found

    def elsewhere(self, sentence: Sentence, pairs: dict[tuple[str, str], set[str]]) -> bool:
        """Whether another account too tells two of these things in one sentence."""
        return any(len(pairs[pair]) > 1 for pair in self._pairs(sentence.passage))

    def _pairs(self, p: Passage) -> list[tuple[str, str]]:
        values = sorted(self._numbers.inside(p) | self._days.inside(p))[:MOST_TOGETHER]
        names = sorted(self._names.inside(p))[:MOST_TOGETHER]
        return [(name, value) for name in names for value in values]


MOST_TOGETHER = 12
"""Names, and days and numbers, of one sentence that are looked for together elsewhere."""


class _Values:
    """Values at passages, to be asked which stand inside one."""

    def __init__(self, rows: Iterable[tuple[Passage, str]]) -> None:
        self._rows: dict[str, list[tuple[int, int, str]]] = {}
        for p, value in sorted(set(rows)):
            self._rows.setdefault(p.source, []).append((p.start, p.end, value))

    def inside(self, p: Passage) -> frozenset[str]:
        rows = self._rows.get(p.source, [])
        at = bisect_left(rows, (p.start, 0, ""))
        found = set()
        while at < len(rows) and rows[at][0] < p.end:
            if rows[at][1] <= p.end:
                found.add(rows[at][2])
            at += 1
        return frozenset(found)


class Spans:
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

    def holds(self, p: Passage) -> bool:
        """Whether ``p`` lies wholly in one of them."""
        at = bisect_right(self._starts.get(p.source, []), p.start)
        return at > 0 and self._reach[p.source][at - 1] >= p.end


def short(words: str) -> str:
    plain = " ".join(words.split())
    if len(plain) <= LONGEST:
        return plain
    return plain[:LONGEST].rsplit(" ", 1)[0] + " …"
