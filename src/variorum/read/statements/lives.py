"""Lives: births and deaths that stand in brackets after a name; marriages that are told as a state."""

import re
from collections.abc import Iterator

from variorum.read.spans import DateSpan
from variorum.read.statements.clauses import clause_of
from variorum.read.statements.page import Page, StatementSpan, is_verb
from variorum.read.statements.values import said_of
from variorum.read.vocabulary import BORN, DIED, MARRIED
from variorum.read.words import listed

SHORTEST_LIFE, LONGEST_LIFE = 25, 115
"""Two years in brackets after a name are a life; fewer years apart they are as soon an office held."""

LIFE_REACH = 9
"""Tokens between a name and "b. 1899" or "d. 1970" in the brackets after it."""

_DASHES = frozenset(("—", "–", "-"))
_BRIDGE = listed("( b b. d d. . , ; born died – - — род род. ум ум.")
_LIFE = re.compile(r"(\d{4})\s?[-–—]\s?(\d{4})$")


def lives(page: Page) -> Iterator[StatementSpan]:
    """Births and deaths in brackets: "(1899–1970)", "b. 1899", "d. 1970"."""
    parse = page.parse
    for first, stop, date in page.dates:
        words = parse.text[date.start - parse.start : date.end - parse.start]
        number = _bracketed(page, first)
        span = _span_of_life(page, first, stop, date)
        if number < 0 and span is not None:
            number = _before_bracket(page, first)
        if number < 0:
            continue
        name = page.names[number]

        def said(
            relation: str,
            value: str,
            told: tuple[int, int],
            number: int = number,
            end: int = date.end,
        ) -> StatementSpan:
            start = page.names[number].start
            parts = (("subject", start, page.names[number].stop), ("value", *told))
            return StatementSpan(
                page.number, start, end, number, "", relation, value, -1, "date", value, parts=parts
            )

        life = _LIFE.match(words)
        closed = parse.words[stop : stop + 1] == [")"]
        if life and closed and name.end == first - 1 and parse.words[first - 1] == "(":
            if SHORTEST_LIFE <= int(life[2]) - int(life[1]) <= LONGEST_LIFE:
                yield said(BORN, life[1], (date.start, date.start + 4))
                yield said(DIED, life[2], (date.end - 4, date.end))
            continue
        following = [word.lower().strip(".") for word in parse.words[stop : stop + 5]]
        following = [word for word in following if word not in ("", "г", "года")]
        if parse.language == "ru" and following[:1] in (["р"], ["рожд"], ["рождения"]):
            yield said(BORN, date.edtf, (date.start, date.end))
            continue
        if span is not None:
            yield said(BORN, date.edtf, (date.start, date.end))
            yield said(DIED, span.edtf, (span.start, span.end), end=span.end)
            continue
        cue = parse.words[first - 1].lower() if first else ""
        if cue == "." and first > 1:
            cue = parse.words[first - 2].lower()
        relation = {"b": BORN, "b.": BORN, "d": DIED, "d.": DIED}.get(cue, "")
        if relation and "/" not in date.edtf:
            yield said(relation, date.edtf, (date.start, date.end))


def marriages(page: Page) -> Iterator[StatementSpan]:
    """ "Ada was married to Tom in 1899", where "married" is read as an adjective."""
    parse = page.parse
    for token, lemma in enumerate(parse.lemmas):
        verb = parse.heads[token]
        if lemma != "married" or parse.deps[token] != "acomp" or not is_verb(parse, verb):
            continue
        clause = clause_of(page, verb)
        whom = [
            inner
            for prep in page.below.get(token, ())
            if parse.words[prep].lower() == "to"
            for inner in page.below.get(prep, ())
            if page.at_token.get(inner, -1) >= 0
        ]
        if not whom or not clause.subjects or clause.subjects[0][0] < 0:
            continue
        number = page.at_token[whom[0]]
        name = page.names[number]
        value = ("value", name.start, name.stop)
        yield said_of(page, clause, clause.subjects[0], MARRIED, "", number, name.kind, value)


def _span_of_life(page: Page, first: int, stop: int, date: DateSpan) -> DateSpan | None:
    """The second date of "(2 February 1913, Luda — 16 October 1966, Kem)", or None."""
    words = page.parse.words
    if first < 1 or words[first - 1] not in ("(", ";", ","):
        return None
    for begun, _, later in page.dates:
        between = words[stop:begun]
        if stop < begun <= stop + LIFE_REACH and not _DASHES.isdisjoint(between):
            closed = ")" in between or "(" in between
            return later if not closed and _is_life(date.edtf, later.edtf) else None
    return None


def _before_bracket(page: Page, first: int) -> int:
    """The person named right before the bracket that a date stands in; else -1."""
    for token in range(first - 1, max(0, first - LIFE_REACH), -1):
        if page.parse.words[token] == "(":
            number = page.at_token.get(token - 1, -1)
            return number if number >= 0 and page.names[number].kind == "person" else -1
        if page.parse.words[token] in (")", "."):
            return -1
    return -1


def _is_life(born: str, died: str) -> bool:
    """Whether two dates are as far apart as a birth and a death."""
    years = born[:4], died[:4]
    if not all(year.isdigit() for year in years):
        return False
    return SHORTEST_LIFE <= int(years[1]) - int(years[0]) <= LONGEST_LIFE


def _bracketed(page: Page, first: int) -> int:
    """The person named before a date with nothing but other dates of theirs between; else -1."""
    for token in range(first - 1, max(-1, first - LIFE_REACH), -1):
        number = page.at_token.get(token, -1)
        if number >= 0:
            return number if page.names[number].kind == "person" else -1
        word = page.parse.words[token].lower()
        if word not in _BRIDGE and not any(f <= token < s for f, s, _ in page.dates):
            return -1
    return -1
