"""Names: persons, places, groups, units, ships and works, an account at a time.

A small model labels a foreign name now a person, now an organisation. What a name means is therefore
decided once per account, by the cues of all its mentions (``evidence``, ``votes``). What its own form
shows is found apart: military units, titles in quotation marks, registers.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from variorum.read.names.bylines import signed
from variorum.read.names.candidates import marked, runs, without_junk
from variorum.read.names.evidence import cues
from variorum.read.names.quoted import quoted
from variorum.read.names.registers import registered
from variorum.read.names.russian_cases import cases_beside
from variorum.read.names.titles import office_before, ranks_before, title_length, titles_before
from variorum.read.names.titles_after import titles_after
from variorum.read.names.units import among_soldiers, units
from variorum.read.names.votes import decided
from variorum.read.parse import Parse
from variorum.read.russian import base_name, base_names
from variorum.read.spans import NameSpan
from variorum.read.words import KINSHIP


def find_names(parses: list[Parse], text: str, author: str = "") -> list[NameSpan]:
    """The names of an account by ``author``, in order, none overlapping; linear in its length."""
    soldiers = among_soldiers(parses)
    certain: list[NameSpan] = []
    open_: list[NameSpan] = []
    for number, parse in enumerate(parses):
        taken: set[int] = set()
        for find in (
            signed(number, parse, author),
            registered(number, parse, text),
            units(number, parse, soldiers),
            quoted(number, parse),
        ):
            certain += _apart(find, taken)
        open_ += _apart(marked(number, parse, taken), taken)
        open_ += _apart(runs(number, parse, taken), taken)
    open_ = [_within_line(span, parses[span.paragraph], text) for span in open_]
    if all(letter.search(text) for letter in _TURNS):
        open_ = [_without_letter(span, parses[span.paragraph], text) for span in open_]
    spans = [*certain, *without_junk(open_, parses)]
    spans.sort(key=lambda span: (span.paragraph, span.first))
    spans = [replace(span, cues=cues(parses[span.paragraph], span)) for span in spans]
    spans = decided(spans, parses)
    done = [_finished(span, parses[span.paragraph], text) for span in spans]
    return _settled(done, parses, text)


def _apart(spans: Iterable[NameSpan], taken: set[int]) -> list[NameSpan]:
    """The spans that share no token with those before them; their tokens are taken."""
    kept = []
    for span in spans:
        tokens = range(span.first, span.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(span)
    return kept


def _finished(span: NameSpan, parse: Parse, text: str) -> NameSpan:
    """Give a decided name its characters, its base form and the titles that stand with it."""
    start, stop = parse.starts[span.first], parse.ends[span.end - 1]
    titles = span.titles
    if span.kind == "person":
        before = _before(parse, span)
        office = "" if titles or before else office_before(parse, span.first)
        titles = tuple(t for t in (office, *before, *titles, *titles_after(parse, span.end)) if t)
    if span.form:
        return replace(span, start=start, stop=stop, titles=titles)  # lists are in the nominative
    form = " ".join(text[start:stop].split())
    words = form.split(" ")
    if parse.language == "ru":
        form = base_name(tuple(words), span.kind, _cases(span, parse, text, start))
        if titles and form != " ".join(words) and KINSHIP.get(titles[0].lower()):
            titles = titles[1:]  # "брат Петрова" is another man
    dated = "dateline" in span.cues
    if form.isupper() and (span.kind == "person" or dated or len(form) > 5):
        form = " ".join(w if w.endswith(".") else w.title() for w in form.split(" "))
    return replace(span, start=start, stop=stop, form=form, titles=titles)


def _before(parse: Parse, span: NameSpan) -> tuple[str, ...]:
    first = span.first - title_length(parse, span)
    several = ranks_before(parse, first)
    if several:
        return several
    _, one = titles_before(parse, first)
    return (one,) if one else ()


def _cases(span: NameSpan, parse: Parse, text: str, start: int) -> frozenset[str]:
    """The cases that a Russian name can stand in; the nominative where it opens a line."""
    beside = cases_beside(span, parse)
    heads = span.kind == "person" and _opens_line(text, start)
    return beside or (_NOMINATIVE if heads else beside)


_NOMINATIVE = frozenset(("nomn",))


def _within_line(span: NameSpan, parse: Parse, text: str) -> NameSpan:
    """A name without what only stands on the next line: a speaker's letter, a text after a heading."""
    for token in range(span.first, span.end - 1):
        if "\n" in text[parse.ends[token] : parse.starts[token + 1]]:
            word, after = parse.words[token], parse.words[token + 1]
            if len(after.rstrip(".:")) < 2 or (len(word) > 2 and word.isupper() != after.isupper()):
                return replace(span, end=token + 1)
    return span


_TURNS = (re.compile(r"^\s*[QВ][.:]\s", re.MULTILINE), re.compile(r"^\s*[AО][.:]\s", re.MULTILINE))
"""The letters of question and answer at the head of lines."""


def _without_letter(span: NameSpan, parse: Parse, text: str) -> NameSpan:
    """A name without the letter of an answer before it: "A. Pell never went down"."""
    letter = parse.words[span.first].rstrip(".:")
    if letter not in ("A", "Q", "О", "В") or not _opens_line(text, parse.starts[span.first]):
        return span
    first = span.first + 1
    while first < span.end and parse.words[first] in (".", ":"):
        first += 1
    return replace(span, first=first) if first < span.end else span


def _opens_line(text: str, start: int) -> bool:
    """Whether a name is the first of a line: in a list of names, where all stand in the nominative."""
    return not text[max(0, text.rfind("\n", 0, start) + 1) : start].strip(" \t•*–—-.)0123456789")


def _settled(spans: list[NameSpan], parses: list[Parse], text: str) -> list[NameSpan]:
    """Give a Russian name whose base form several names share, as "Кротову" those of a man and of a
    woman, to the one whom the account names elsewhere."""
    options = [_options(span, parses[span.paragraph], text) for span in spans]
    sure = {span.form for span, forms in zip(spans, options, strict=True) if len(forms) < 2}
    sure |= {form.rpartition(" ")[2] for form in sure}
    renewed = []
    for span, forms in zip(spans, options, strict=True):
        form = next((form for form in forms if form in sure), span.form)
        if len(forms) > 1 and form != span.form:
            kin = bool(span.titles) and span.titles[0].lower() in KINSHIP
            span = replace(span, form=form, titles=span.titles[1:] if kin else span.titles)
        renewed.append(span)
    return renewed


def _options(span: NameSpan, parse: Parse, text: str) -> tuple[str, ...]:
    """All base forms that a Russian person's name can have; () for others."""
    if span.kind != "person" or parse.language != "ru" or "register" in span.cues:
        return ()
    words = tuple(" ".join(text[span.start : span.stop].split()).split(" "))
    return base_names(words, "person", _cases(span, parse, text, span.start))
