"""Pipelines: which reader reads which language, and what to say where none does."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from variorum.establish.paragraphs import Paragraph
from variorum.model.settings import Settings
from variorum.read.parse import Parse
from variorum.read.russian import read_russian

BATCH_CHARS = 30_000
"""Characters in one call of the model: speed grows no more beyond it, memory does."""

_TOKEN = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
_WIDE = re.compile(r"[぀-ヿ㐀-䶿一-鿿]")
_SENTENCE_STOP = re.compile(r"[.!?…]['\"”»’)\]]*(?=\s)|[。！？]")
_LEMMA_KIND = {
    "NNS": "noun", "NNPS": "noun", "VBD": "verb", "VBG": "verb", "VBN": "verb", "VBZ": "verb",
    "JJR": "adj", "JJS": "adj", "RBR": "adv", "RBS": "adv",
}  # fmt: skip


def read_paragraphs(
    pieces: list[Paragraph], settings: Settings
) -> tuple[list[Parse], dict[str, str]]:
    """Parse paragraphs of any languages, in their order; and for each language that could not be
    read in full one sentence that says so."""
    by_language: dict[str, list[int]] = {}
    for index, piece in enumerate(pieces):
        by_language.setdefault(piece.language, []).append(index)
    parses: dict[int, Parse] = {}
    unread: dict[str, str] = {}
    for language, indices in sorted(by_language.items()):
        chosen = [pieces[index] for index in indices]
        reader, complaint = _reader(language, settings.languages.get(language, ""))
        parses.update(zip(indices, reader(chosen), strict=True))
        if complaint:
            unread[language] = complaint
    return [parses[index] for index in range(len(pieces))], unread


def _reader(language: str, pipeline: str) -> tuple[Any, str]:
    """The function that parses this language, and a complaint when it reads less than all."""
    if pipeline:
        nlp = _spacy_pipeline(pipeline)
        if nlp is not None:
            return lambda pieces: _read_spacy(nlp, pieces), ""
        return read_plainly, (
            f"The spaCy pipeline {pipeline!r} for {language!r} cannot be loaded: "
            f"text in {language!r} was divided into sentences, but no names, dates or statements "
            "were read from it; install it for this version of spaCy and build again."
        )
    if language == "ru":
        return read_russian, ""
    if language == "und":
        return read_plainly, (
            "The language of some passages is not known: they were divided into sentences, "
            "but no names or statements were read from them."
        )
    return read_plainly, (
        f"No pipeline is set for {language!r}: text in it was divided into sentences, but no names "
        "or statements were read from it; name an installed spaCy pipeline for it under "
        "[languages] in dossier.toml."
    )


@cache
def _spacy_pipeline(name: str) -> Any:
    """The loaded pipeline, or None where it is not installed or was made for another spaCy.

    The English lemmatizer and what only it needs are left out of the run: its rules are applied once
    per word form instead of once per token, which saves a sixth of the pipeline's time.
    """
    import spacy

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError):
        return None
    if nlp.lang == "en":
        for pipe in ("attribute_ruler", "lemmatizer"):
            if pipe in nlp.pipe_names:
                nlp.disable_pipe(pipe)
    return nlp


def _read_spacy(nlp: Any, pieces: Iterable[Paragraph]) -> Iterator[Parse]:
    columns = ["ORTH", "TAG", "DEP", "HEAD", "IDX", "LENGTH", "SENT_START"]
    strings: dict[int, str] = {}
    lookup = nlp.vocab.strings
    lemma = _english_lemmas(nlp) if nlp.lang == "en" else None
    for doc, piece in _piped(nlp, pieces):
        table = doc.to_array(columns).astype("int64")
        ids = table.astype("uint64")[:, :3].T.tolist()
        for number in {number for column in ids for number in column}:
            if number not in strings:
                strings[number] = lookup[number]
        words, tags, deps = ([strings[number] for number in column] for column in ids)
        base = piece.start
        starts = [base + index for index in table[:, 4].tolist()]
        ends = [start + length for start, length in zip(starts, table[:, 5].tolist(), strict=True)]
        bounds = [i for i, begins in enumerate(table[:, 6].tolist()) if begins == 1 or i == 0]
        names = [(span.start, span.end, span.label_) for span in doc.ents]
        yield Parse(
            base,
            piece.language,
            piece.text,
            words,
            [lemma(word, tag) for word, tag in zip(words, tags, strict=True)]
            if lemma
            else [token.lemma_.lower() or token.lower_ for token in doc],
            tags,
            deps,
            [i + offset for i, offset in enumerate(table[:, 3].tolist())],
            starts,
            ends,
            list(zip(bounds, [*bounds[1:], len(words)], strict=True)),
            names,
        )


def _piped(nlp: Any, pieces: Iterable[Paragraph]) -> Iterator[tuple[Any, Paragraph]]:
    """Documents with their paragraphs, batched by characters so that long paragraphs stay few."""
    batch: list[tuple[str, Paragraph]] = []
    size = 0
    for piece in pieces:
        batch.append((piece.text, piece))
        size += len(piece.text)
        if size >= BATCH_CHARS:
            yield from nlp.pipe(batch, as_tuples=True, batch_size=len(batch))
            batch, size = [], 0
    if batch:
        yield from nlp.pipe(batch, as_tuples=True, batch_size=len(batch))


def _english_lemmas(nlp: Any) -> Any:
    """A memoised function from word and Penn tag to base form, by the pipeline's own tables."""
    tables = {}
    if nlp.has_pipe("lemmatizer") or "lemmatizer" in nlp.component_names:
        lookups = nlp.get_pipe("lemmatizer").lookups
        for name in ("lemma_rules", "lemma_exc", "lemma_index"):
            if lookups.has_table(name):
                tables[name] = lookups.get_table(name)
    rules, exceptions, index = (
        tables.get(n, {}) for n in ("lemma_rules", "lemma_exc", "lemma_index")
    )

    @cache
    def lemma(word: str, tag: str) -> str:
        low, kind = word.lower(), _LEMMA_KIND.get(tag)
        if kind is None:
            return low
        known = exceptions.get(kind, {}).get(low)
        if known:
            return str(known[0])
        forms = [low[: -len(old)] + new for old, new in rules.get(kind, ()) if low.endswith(old)]
        words = index.get(kind, ())
        return next((form for form in forms if form in words), forms[0] if forms else low)

    return lemma


def read_plainly(pieces: Iterable[Paragraph]) -> Iterator[Parse]:
    """Words and sentences of a language nothing is known about; the scripts that set no spaces
    (Chinese, Japanese) one character a word."""
    for piece in pieces:
        pattern = _WIDE_TOKEN if _WIDE.search(piece.text) else _TOKEN
        found = [match.span() for match in pattern.finditer(piece.text)]
        words = [piece.text[start:end] for start, end in found]
        stops = {match.end() for match in _SENTENCE_STOP.finditer(piece.text)}
        bounds = [0] if words else []
        for index, (_, end) in enumerate(found[:-1]):
            if end in stops:
                bounds.append(index + 1)
        yield Parse(
            piece.start,
            piece.language,
            piece.text,
            words,
            [word.lower() for word in words],
            [""] * len(words),
            [""] * len(words),
            list(range(len(words))),
            [piece.start + start for start, _ in found],
            [piece.start + end for _, end in found],
            list(zip(bounds, [*bounds[1:], len(words)], strict=True)),
            [],
        )


_WIDE_TOKEN = re.compile(rf"{_WIDE.pattern}|[^\W぀-ヿ㐀-䶿一-鿿]+|[^\w\s]")
