"""Names: persons, places and groups, from a pipeline's marks corrected by the account as a whole.

A small model labels a foreign name now a person, now an organisation. What a name means is therefore
decided once per account, by what all its mentions show: titles, kin terms, verbs of speech and
prepositions beside it, and the labels themselves, each a vote.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from variorum.read.names.titles import (
    introduced,
    is_title,
    title_after,
    title_length,
    titles_before,
    titles_inside,
)
from variorum.read.names.votes import count_votes, decided, mostly_person
from variorum.read.parse import Parse
from variorum.read.russian import base_name
from variorum.read.spans import NameSpan
from variorum.read.words import (
    GROUP_NOUNS,
    KINSHIP,
    MONTH_NAMES,
    PLACE_NOUNS,
    WEEKDAYS,
    listed,
)

_KINDS = {
    "PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place", "FAC": "place",
    "ORG": "group",
}  # fmt: skip

TITLE_VOTE, CUE_VOTE, FULL_NAME_VOTE, LABEL_VOTE = 4, 2, 2, 1
"""Weights of the votes on a name's type. A title beside a name outweighs any few labels, because the
small English model mislabels foreign surnames more often than not; set on LitBank and PolNeAR."""

MAX_WORDS = 8
"""A person's or place's name has no more words; longer marks are misread lists."""

_TRIM_LEFT = listed("the a an this that these those his her its their our my your")
_JUNK = (
    MONTH_NAMES
    | WEEKDAYS
    | listed(
        "i he she it they we you who god lord sir madam mr mrs ms am pm a.m p.m etc ibid chapter part "
        "page figure fig table photo source editor translator note notes"
    )
)
_IN_PLACE = frozenset(("in", "в", "во", "near", "inside"))
_PLACE_OPENERS = listed(
    "new old north south east west port fort camp san santa saint st. st mount lake cape el los la le"
)
_NAME_TAGS = frozenset(("NNP", "NNPS"))
_WORD = re.compile(r"[^\W\d_]")


def find_names(parses: list[Parse], text: str) -> list[NameSpan]:
    """The names of an account, in order, none overlapping; linear in its length."""
    spans = [
        span
        for number, parse in enumerate(parses)
        for span in _marked(number, parse)
    ]  # fmt: skip
    spans = _without_junk(spans, parses)
    spans += _beside_titles(spans, parses)
    votes, people = count_votes(spans, parses)
    typed = [
        replace(span, kind=decided(span, parses[span.paragraph], votes, people)) for span in spans
    ]
    typed += _more_of(typed, votes, people, parses)
    typed.sort(key=lambda span: (span.paragraph, span.first))
    done = [_finished(span, parses[span.paragraph], text) for span in typed if span.kind]
    return _russian_surnames(done, parses)


def _russian_surnames(spans: list[NameSpan], parses: list[Parse]) -> list[NameSpan]:
    """Give "Петрова" alone, a woman's nominative or a man's genitive, to the one the account names."""
    full = {span.form.rpartition(" ")[2] for span in spans if " " in span.form}
    renewed = []
    for span in spans:
        form = span.form
        russian = span.kind == "person" and parses[span.paragraph].language == "ru"
        if russian and form not in full and form.endswith("а") and form[:-1] in full:
            kin = bool(span.titles) and span.titles[0].lower() in KINSHIP
            titles = span.titles[1:] if kin else span.titles
            renewed.append(replace(span, form=form[:-1], titles=titles))
        else:
            renewed.append(span)
    return renewed


def _marked(number: int, parse: Parse) -> Iterator[NameSpan]:
    """The pipeline's own marks, trimmed to the name and divided at conjunctions."""
    for first, end, label in parse.names:
        kind = _KINDS.get(label)
        if kind:
            begun = first
            for token in range(first, end + 1):
                if token == end or (
                    kind != "group" and parse.words[token] in ("and", "&", ",", ";", "и", "/")
                ):
                    yield from _trimmed(number, parse, begun, token, kind)
                    begun = token + 1


def _trimmed(number: int, parse: Parse, first: int, end: int, kind: str) -> Iterator[NameSpan]:
    words = parse.words
    while first < end and (
        words[first].lower() in _TRIM_LEFT
        or not _WORD.search(words[first])
        or not _cased(words[first])
    ):
        first += 1
    while first < end and (
        parse.tags[end - 1] == "POS"
        or words[end - 1] in ("'s", "’s", "'", "’")
        or not _WORD.search(words[end - 1])
        or (not _cased(words[end - 1]) and kind == "person")
    ):
        end -= 1
    titles, first = titles_inside(parse, first, end, kind)
    if first < end <= first + MAX_WORDS:
        yield NameSpan(number, first, end, 0, 0, kind, "", titles)


def _cased(word: str) -> bool:
    """Whether a word can begin or end a name: it has a capital, or its script knows none."""
    return word != word.lower() or (word == word.upper() and bool(_WORD.search(word)))


def _without_junk(spans: list[NameSpan], parses: list[Parse]) -> list[NameSpan]:
    """Drop what is no name: months, pronouns, and single words that the account also writes small."""
    small: Counter[str] = Counter()
    for parse in parses:
        small.update(word for word in parse.words if word.islower())
    kept = []
    for span in spans:
        parse = parses[span.paragraph]
        words = parse.words[span.first : span.end]
        low = [word.lower().rstrip(".") for word in words]
        if all(word in _JUNK or not _WORD.search(word) or len(word) < 2 for word in low):
            continue
        if len(words) == 1:
            tag = parse.tags[span.first]
            if small[low[0]] > 1 or (small[low[0]] and tag not in _NAME_TAGS):
                continue
            if parse.language == "en" and tag not in _NAME_TAGS and tag not in ("NN", "FW", "NNS"):
                continue
            if low[0] in KINSHIP or is_title(low[0]):
                continue
        elif all(word.isupper() or not _WORD.search(word) for word in words) and all(
            small[word] for word in low if len(word) > 3
        ):
            continue  # a heading in capitals, made of common words
        kept.append(span)
    return kept


def _beside_titles(spans: list[NameSpan], parses: list[Parse]) -> list[NameSpan]:
    """Capitalised words after a title that the pipeline did not mark ("Captain
    Zherebko"), or before one ("Oakes the purser")."""
    taken = _taken(spans)
    found = []
    for number, parse in enumerate(parses):
        words = parse.words
        for token in range(len(words) - 1):
            if _unmarked_name(parse, number, token, taken) and title_after(parse, token + 1):
                found.append(NameSpan(number, token, token + 1, 0, 0, "person", "", ()))
                taken.add((number, token))
            if (words[token][:1].isupper() and is_title(words[token])) or introduced(
                parse, token + 1
            ):
                first = token + 2 if words[token + 1] == "." else token + 1
                end = first
                while end < min(len(words), first + 4) and _unmarked_name(
                    parse, number, end, taken
                ):
                    end += 1
                if end > first and not _JUNK.issuperset({words[first].lower()}):
                    found.append(NameSpan(number, first, end, 0, 0, "person", "", ()))
                    taken.update((number, i) for i in range(first, end))
    return found


def _unmarked_name(parse: Parse, number: int, token: int, taken: set[tuple[int, int]]) -> bool:
    word = parse.words[token]
    return (
        (number, token) not in taken
        and word[:1].isupper()
        and len(word) > 1
        and parse.tags[token] in ("NNP", "")
        and not is_title(word)
        and word.lower() not in _JUNK
        and word.lower() not in GROUP_NOUNS
        and word.lower() not in PLACE_NOUNS
    )


def _taken(spans: list[NameSpan]) -> set[tuple[int, int]]:
    return {(span.paragraph, token) for span in spans for token in range(span.first, span.end)}


def _more_of(
    spans: list[NameSpan], votes: dict[str, Counter[str]], people: set[str], parses: list[Parse]
) -> list[NameSpan]:
    """The mentions of a known surname that the pipeline passed over."""
    taken = _taken(spans)
    surnames = {key for key in people if len(key) > 2 and mostly_person(votes.get(key))}
    found = []
    for number, parse in enumerate(parses):
        column = parse.lemmas if parse.language == "ru" else parse.words
        for token, word in enumerate(parse.words):
            if (
                word[:1].isupper()
                and column[token].lower() in surnames
                and parse.tags[token] in ("NNP", "NOUN", "ADJ")
                and (number, token) not in taken
                and not is_title(word)
            ):
                first = token
                while first > max(0, token - 2) and _unmarked_name(parse, number, first - 1, taken):
                    first -= 1
                found.append(NameSpan(number, first, token + 1, 0, 0, "person", "", ()))
    return found


def _finished(span: NameSpan, parse: Parse, text: str) -> NameSpan:
    """Give a decided name its characters, its base form and the titles before it."""
    start, stop = parse.starts[span.first], parse.ends[span.end - 1]
    titles = span.titles
    if span.kind == "person":
        _, before = titles_before(parse, span.first - title_length(parse, span))
        titles = (before, *titles) if before else titles
        after = title_after(parse, span.end)
        titles = (*titles, after) if after else titles
    form = " ".join(text[start:stop].split())
    words = form.split(" ")
    if parse.language == "ru":
        form = base_name(tuple(words), span.kind)
        if titles and form != " ".join(words) and KINSHIP.get(titles[0].lower()):
            titles = titles[1:]  # "брат Петрова" is another man
    if form.isupper() and (span.kind == "person" or len(form) > 5):
        form = " ".join(w if w.endswith(".") else w.title() for w in form.split(" "))
    return replace(span, start=start, stop=stop, form=form, titles=titles)
