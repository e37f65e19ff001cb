"""Reading: from reading texts to testimonies, in order, a few accounts at a time."""

from collections.abc import Iterable, Iterator, Mapping

from variorum.model.passage import Passage
from variorum.model.reading import ReadingText, source_passage
from variorum.model.settings import Settings
from variorum.model.testimony import Mention, Sentence, mention_id
from variorum.read.names import NameSpan, find_names
from variorum.read.paragraphs import Paragraph, paragraphs
from variorum.read.parse import Parse
from variorum.read.pipelines import read_paragraphs
from variorum.read.sentences import sentence_spans, terms
from variorum.read.testimony import Testimony

WINDOW = 200_000
"""Characters of accounts read together, so that a pipeline gets full batches from small accounts."""


def read(
    readings: Iterable[ReadingText], texts: Mapping[str, str], settings: Settings
) -> Iterator[Testimony]:
    """Read accounts: one testimony each, in the same order, lazily.

    ``texts`` maps a source to its whole text; every passage is a span of it. Only a window of
    accounts is parsed at a time.
    """
    window: list[ReadingText] = []
    size = 0
    for reading in readings:
        window.append(reading)
        size += len(reading.text)
        if size >= WINDOW:
            yield from _read_window(window, texts, settings)
            window, size = [], 0
    yield from _read_window(window, texts, settings)


def _read_window(
    window: list[ReadingText], texts: Mapping[str, str], settings: Settings
) -> Iterator[Testimony]:
    pieces: list[Paragraph] = []
    ends = []
    for reading in window:
        pieces += paragraphs(reading.text, reading.account.language)
        ends.append(len(pieces))
    parses, complaints = read_paragraphs(pieces, settings)
    begin = 0
    for reading, end in zip(window, ends, strict=True):
        text = texts[reading.account.source]
        yield _testimony(reading, text, parses[begin:end], complaints)
        begin = end


def _testimony(
    reading: ReadingText, text: str, parses: list[Parse], complaints: Mapping[str, str]
) -> Testimony:
    account = reading.account

    def passage(start: int, end: int) -> Passage:
        return source_passage(reading, text, start, end)

    names = find_names(parses, reading.text)
    mentions = [_mention(span, passage(span.start, span.stop), account.id) for span in names]
    languages = sorted({parse.language for parse in parses})
    return Testimony(
        account.id,
        mentions=tuple(mentions),
        sentences=tuple(_sentences(parses, names, mentions, passage, account.id)),
        unread=tuple(complaints[language] for language in languages if language in complaints),
    )


def _mention(span: NameSpan, passage: Passage, account: str) -> Mention:
    return Mention(
        passage, span.kind, mention_id(passage, span.kind), span.form, span.titles, account
    )


def _sentences(parses, names, mentions, passage, account):
    by_paragraph = {}
    for span, mention in zip(names, mentions):
        by_paragraph.setdefault(span.paragraph, []).append((span.first, mention.entity))
    for number, parse in enumerate(parses):
        here = by_paragraph.get(number, [])
        for first, end in sentence_spans(parse):
            inside = tuple(m for token, m in here if first <= token < end)
            yield Sentence(
                passage(parse.starts[first], parse.ends[end - 1]),
                terms(parse, first, end),
                inside,
                "",
                parse.language,
                account,
            )
