"""Records: what was found in a reading text, pinned to the source and given its ids."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from variorum.model.ids import content_id
from variorum.model.passage import Passage
from variorum.model.reading import ReadingText, source_passage
from variorum.model.testimony import (
    Argument,
    DateMention,
    Mention,
    Quantity,
    Relation,
    Sentence,
    Statement,
    Voice,
    mention_id,
)
from variorum.read.kinship.relations import RelationSpan
from variorum.read.parse import Parse
from variorum.read.sentences import sentence_spans, terms
from variorum.read.spans import DateSpan, NameSpan, QuantitySpan, ReferenceSpan, VoiceSpan
from variorum.read.statements.page import StatementSpan
from variorum.read.voices.chains import chains, parents

BESIDE = 16
"""Voices that begin within a sentence and are looked at for whether they say most of it."""

NARRATOR = "narrator"
"""Who says "I" in an account whose author is not known: the same throughout the account."""


@dataclass(frozen=True, slots=True)
class Records:
    """Makes the records of one account from spans of its reading text."""

    reading: ReadingText
    text: str
    parses: list[Parse]

    def passage(self, start: int, end: int) -> Passage:
        """The passage of the source for a span of the reading text."""
        return source_passage(self.reading, self.text, start, end)

    def mention(self, span: NameSpan) -> Mention:
        """A name's record; until identified, its entity is its own mention id."""
        passage = self.passage(span.start, span.stop)
        own = mention_id(passage, span.kind)
        account = self.reading.account.id
        return Mention(passage, span.kind, own, span.form, span.titles, account, cues=span.cues)

    def reference(
        self, span: ReferenceSpan, names: list[NameSpan], mentions: list[Mention]
    ) -> Mention:
        """A pronoun's or description's record; its entity is the mention it stands for, if one."""
        passage = self.passage(span.start, span.stop)
        known = [span.name] if span.name >= 0 else list(span.candidates)
        kinds = {names[number].kind for number in known}
        meant = mentions[span.name] if span.name >= 0 else None
        return Mention(
            passage,
            kinds.pop() if len(kinds) == 1 else "",
            meant.entity if meant else "",
            # the name it stands for: a pronoun's own words name nobody
            meant.form if meant else "",
            account=self.reading.account.id,
            kind=span.kind,
            candidates=tuple(mentions[number].entity for number in span.candidates),
        )

    def date(self, span: DateSpan) -> DateMention:
        """A date's record."""
        passage = self.passage(span.start, span.end)
        return DateMention(passage, span.edtf, span.anchor, account=self.reading.account.id)

    def quantity(self, span: QuantitySpan) -> Quantity:
        """A quantity's record."""
        return Quantity(
            self.passage(span.start, span.end),
            span.low,
            span.high,
            span.unit,
            span.counted,
            span.exactness,
            self.reading.account.id,
        )

    def voices(
        self, spans: list[VoiceSpan], mentions: list[Mention], dates: list[DateSpan]
    ) -> list[Voice]:
        """The voices' records, each with its chain from the speaker up to the publication."""
        account = self.reading.account
        found = []
        links = chains(spans, mentions, dates, account, self.reading.text)
        for span, chain in zip(spans, links, strict=True):
            passage = self.passage(span.start, span.end)
            cue = self.passage(*span.cue) if span.cue else None
            own = content_id("v", passage.source, passage.start, passage.end, span.direct)
            found.append(Voice(own, passage, cue, chain, span.direct, account.id))
        return found

    def statements(
        self,
        spans: list[StatementSpan],
        mentions: list[Mention],
        voices: list[VoiceSpan],
        spoken: list[Voice],
    ) -> Iterator[Statement]:
        """The statements' records, each with the innermost voice that says it."""
        account = self.reading.account
        at = _Within(voices)
        narrator = self._narrator(mentions)
        for span in spans:
            passage = self.passage(span.start, span.end)
            number = at.voice(span.start, span.end)
            subject = mentions[span.subject].entity if span.subject >= 0 else span.subject_words
            if subject == "I":
                around = at.voice(span.start, span.end, direct=True)
                spoken_by = _first_person(around, voices, mentions)
                subject = narrator if spoken_by is None else spoken_by
                if not subject:
                    continue
            value = mentions[span.object].entity if span.object >= 0 else span.value
            place = mentions[span.place].entity if span.place >= 0 else ""
            yield Statement(
                content_id(
                    "s",
                    passage.source,
                    passage.start,
                    passage.end,
                    span.relation,
                    span.value_type,
                    subject,
                    value,
                ),
                passage,
                subject,
                span.relation,
                value,
                span.value_type,
                span.time,
                place,
                span.polarity,
                span.modality,
                spoken[number].id if number >= 0 else "",
                account.id,
                tuple(Argument(kind, self.passage(a, b)) for kind, a, b in span.parts),
            )

    def _narrator(self, mentions: list[Mention]) -> str:
        """Who "I" is outside quotations: the author, by their mention where the account names them."""
        account = self.reading.account
        if not account.author or account.kind == "interview":
            return NARRATOR  # an interview's author may be who asks or who answers
        own = (mention.entity for mention in mentions if mention.form == account.author)
        return next(own, account.author)

    def relations(
        self, spans: list[RelationSpan], mentions: list[Mention], voices: list[VoiceSpan]
    ) -> Iterator[Relation]:
        """The kinships' records; "my" is the speaker's or the narrator's, as in ``statements``."""
        at = _Within(voices)
        narrator = self._narrator(mentions)
        for span in spans:
            other = mentions[span.object].entity
            if span.subject >= 0:
                subject = mentions[span.subject].entity
            else:
                around = at.voice(span.start, span.end, direct=True)
                spoken_by = _first_person(around, voices, mentions)
                subject = narrator if spoken_by is None else spoken_by
            if subject and subject != other:
                passage = self.passage(span.start, span.end)
                account = self.reading.account.id
                yield Relation(passage, subject, span.relation, other, account, span.reason)

    def sentences(
        self,
        names: list[NameSpan],
        mentions: list[Mention],
        references: list[ReferenceSpan],
        voices: list[VoiceSpan],
        spoken: list[Voice],
    ) -> Iterator[Sentence]:
        """Every sentence; its voice is the one that says most of it. Who is in it is who is named in
        it and, by the name they stand for, whom its pronouns and descriptions mean."""
        at = _Within(voices)
        here: dict[int, list[tuple[int, str]]] = {}
        for span, mention in zip(names, mentions, strict=True):
            here.setdefault(span.paragraph, []).append((span.first, mention.entity))
        for tie in references:
            if tie.name >= 0:
                here.setdefault(tie.paragraph, []).append((tie.first, mentions[tie.name].entity))
        for number, parse in enumerate(self.parses):
            placed = sorted(here.get(number, []), key=lambda place: place[0])
            position = 0
            for first, end in sentence_spans(parse):
                inside = []
                while position < len(placed) and placed[position][0] < end:
                    if placed[position][0] >= first:
                        inside.append(placed[position][1])
                    position += 1
                start, stop = parse.starts[first], parse.ends[end - 1]
                voice = at.mostly(start, stop)
                yield Sentence(
                    self.passage(start, stop),
                    terms(parse, first, end),
                    tuple(dict.fromkeys(inside)),
                    spoken[voice].id if voice >= 0 else "",
                    parse.language,
                    self.reading.account.id,
                )


def _first_person(number: int, voices: list[VoiceSpan], mentions: list[Mention]) -> str | None:
    """Who "I" is inside a quotation: its speaker, empty when not known; None outside."""
    if number < 0:
        return None
    voice = voices[number]
    if voice.name < 0 and (voice.role == "narrator" or voice.speaker in ("i", "я")):
        return None
    return mentions[voice.name].entity if voice.name >= 0 else voice.speaker


class _Within:
    """Which voice says a span. Linear to make; a look-up climbs from the nearest voice outwards."""

    __slots__ = ("_inside", "_order", "_starts", "_voices")

    def __init__(self, voices: list[VoiceSpan]) -> None:
        self._order = sorted(range(len(voices)), key=lambda n: (voices[n].start, -voices[n].end))
        self._starts = [voices[n].start for n in self._order]
        self._voices = voices
        self._inside = parents(voices)

    def _around(self, start: int) -> Iterator[int]:
        at = bisect_right(self._starts, start) - 1
        number = self._order[at] if at >= 0 else -1
        while number >= 0:
            yield number
            number = self._inside[number]

    def voice(self, start: int, end: int, direct: bool = False) -> int:
        """The innermost voice around ``[start, end)`` that states facts, or -1; of direct speech
        alone where ``direct``."""
        for number in self._around(start):
            voice = self._voices[number]
            says = voice.stated and (voice.direct or not direct)
            if says and voice.start <= start and end <= voice.end:
                return number
        return -1

    def mostly(self, start: int, end: int) -> int:
        """The voice that says more than half of ``[start, end)``, or -1."""

        def shared(n: int) -> int:
            return min(end, self._voices[n].end) - max(start, self._voices[n].start)

        at = bisect_right(self._starts, start)
        beginning = takewhile(lambda n: self._voices[n].start < end, self._order[at : at + BESIDE])
        near = [n for n in (*self._around(start), *beginning) if self._voices[n].stated]
        best = max(near, key=lambda n: (shared(n), -n), default=-1)
        return best if best >= 0 and 2 * shared(best) > end - start else -1
