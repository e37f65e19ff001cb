"""Reading: from reading texts to testimonies, in order, a few accounts at a time."""

from collections.abc import Iterable, Iterator, Mapping

from variorum.establish.paragraphs import Paragraph, paragraphs
from variorum.model.reading import ReadingText
from variorum.model.settings import Settings
from variorum.read.coreference import meant, spoken, stands_for
from variorum.read.dates import find_births, find_dates, with_hours
from variorum.read.kinship import find_relations, with_other_names
from variorum.read.names import find_names
from variorum.read.parse import Parse
from variorum.read.pipelines import read_paragraphs
from variorum.read.quantities import find_quantities
from variorum.read.records import Records
from variorum.read.statements import dated, find_statements
from variorum.read.testimony import Testimony
from variorum.read.voices import find_voices

WINDOW = 200_000
"""Characters of accounts read together, so that a pipeline gets full batches from small accounts."""

LONGEST_MESSAGE = 200
"""Characters of an unforeseen error's own words that are repeated."""


def read(
    readings: Iterable[ReadingText], texts: Mapping[str, str], settings: Settings
) -> Iterator[Testimony]:
    """Read accounts: one testimony each, in the same order, lazily.

    ``texts`` maps a source to its whole text; every passage is a span of it. Only a window of
    accounts is parsed at a time. An account that cannot be read gives a testimony that says so in
    ``unread`` and nothing else; the others are read all the same.
    """
    window: list[ReadingText] = []
    size = 0
    for reading in readings:
        window.append(reading)
        size += len(reading.text)
        if size >= WINDOW:
            yield from _read_safely(window, texts, settings)
            window, size = [], 0
    yield from _read_safely(window, texts, settings)


def _read_safely(
    window: list[ReadingText], texts: Mapping[str, str], settings: Settings
) -> list[Testimony]:
    """The window's testimonies; where reading it fails, each account alone, so that whatever one
    account holds that nobody foresaw costs no other account its reading."""
    try:
        return list(_read_window(window, texts, settings))
    except Exception as error:
        if len(window) == 1:
            return [_unreadable(window[0], error)]
        return [t for reading in window for t in _read_safely([reading], texts, settings)]


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


def _unreadable(reading: ReadingText, error: Exception) -> Testimony:
    said = " ".join(str(error).split())[:LONGEST_MESSAGE]
    return Testimony(
        reading.account.id,
        unread=(
            f"{reading.account.source}: this account could not be read "
            f"({type(error).__name__}: {said}); please report it",
        ),
    )


def _testimony(
    reading: ReadingText, text: str, parses: list[Parse], complaints: Mapping[str, str]
) -> Testimony:
    account = reading.account
    names = with_other_names(parses, find_names(parses, reading.text, account.author))
    dates = find_dates(parses, account)
    ends: dict[int, set[int]] = {}
    for span in names:
        if span.kind == "person":
            ends.setdefault(span.paragraph, set()).add(span.end)
    quantities = find_quantities(parses, dates, ends)
    plain = [row for row in find_relations(parses, names) if row.subject >= 0]
    references = meant(parses, names, plain)
    pronouns = stands_for(references)
    relations = find_relations(parses, names, pronouns)
    voices = find_voices(parses, names, account.kind, pronouns)
    statements = find_statements(parses, names, dates, quantities, pronouns)
    # the author of an interview may be who asks or who answers
    author = "" if account.kind == "interview" else account.author
    references = [*references, *spoken(parses, names, voices, references, author)]
    languages = sorted({parse.language for parse in parses})
    records = Records(reading, text, parses)
    mentions = [records.mention(span) for span in names]
    sayings = records.voices(voices, mentions, dates)
    stated = tuple(records.statements(statements, mentions, voices, sayings))
    sentences = tuple(records.sentences(names, mentions, references, voices, sayings))
    counted = tuple(records.quantity(span) for span in quantities)
    own = {mention.entity for mention in mentions}
    told = tuple(dated([records.date(span) for span in dates], stated, own))
    people = {mention.entity for mention in mentions if mention.type == "person"}
    born = find_births(stated, sentences, told, people, account)
    moments = [*with_hours(told, counted, text), *born]
    return Testimony(
        account.id,
        mentions=(*mentions, *(records.reference(span, names, mentions) for span in references)),
        dates=tuple(sorted(moments, key=lambda row: row.passage)),
        quantities=counted,
        voices=tuple(sayings),
        statements=stated,
        relations=tuple(records.relations(relations, mentions, voices)),
        sentences=sentences,
        unread=tuple(complaints[language] for language in languages if language in complaints),
    )
