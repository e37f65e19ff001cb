"""Statements: who was born, died, was killed, held a rank, met whom, when, where, how many.

A closed vocabulary of relations for what people compare, and for the rest the verb itself. The
arguments are the verb's own dependents, in Russian by a parse of the sentences that need one.

Values of type ``number`` are written ``42``, ``~300`` (about), ``40..`` (at least), ``..40`` (at most)
or ``10..15`` (between), a unit after a space (``12 mile``); of type ``date`` in EDTF; of type
``place``, ``person``, ``group`` and the like as a name's number here and a mention id in the record;
of type ``text`` in words; of type ``open`` as a name's number or in words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from variorum.read.parse import Parse, children
from variorum.read.spans import DateSpan, NameSpan, QuantitySpan
from variorum.read.statements.ages import ages
from variorum.read.statements.clauses import clause_of
from variorum.read.statements.counts import numbers
from variorum.read.statements.deeds import deed
from variorum.read.statements.events import events, relation_of
from variorum.read.statements.lives import lives, marriages
from variorum.read.statements.page import Page, StatementSpan, is_verb
from variorum.read.statements.roles import roles, titles
from variorum.read.statements.syntax import with_syntax
from variorum.read.statements.whereabouts import presence, whereabouts


def find_statements(
    parses: list[Parse],
    names: list[NameSpan],
    dates: list[DateSpan],
    quantities: list[QuantitySpan],
    pronouns: dict[tuple[int, int], int],
) -> list[StatementSpan]:
    """The statements of an account in order of their passages."""
    found: list[StatementSpan] = []
    by_paragraph = (_grouped(names), _grouped(dates), _grouped(quantities))
    pronouns_by: dict[int, dict[int, int]] = {}
    for (paragraph, token), name in pronouns.items():
        pronouns_by.setdefault(paragraph, {})[token] = name
    for number, parse in enumerate(with_syntax(parses, names)):
        if parse.tags and not parse.tags[0]:
            continue
        name_numbers, date_numbers, quantity_numbers = (g.get(number, []) for g in by_paragraph)
        page = Page(
            number,
            parse,
            children(parse, 0, len(parse.words)),
            names,
            {t: n for n in name_numbers for t in range(names[n].first, names[n].end)},
            [_tokens(parse, dates[n]) for n in date_numbers],
            [quantities[n] for n in quantity_numbers],
            pronouns_by.get(number, {}),
        )
        here = [
            *titles(page, name_numbers),
            *ages(page),
            *_told(page),
            *roles(page),
            *whereabouts(page),
            *presence(page),
            *lives(page),
            *marriages(page),
        ]
        used = {(s.start, s.end) for s in here if s.value_type == "number"}
        here += numbers(page, sorted(used))
        found += sorted(set(here), key=_order)
    return found


def _order(span: StatementSpan) -> tuple[int, int, str, str, int, int, str]:
    return (
        span.start, span.end, span.relation, span.value, span.object, span.subject, span.subject_words,
    )  # fmt: skip


def _grouped(spans: Sequence[NameSpan | DateSpan | QuantitySpan]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        groups.setdefault(span.paragraph, []).append(number)
    return groups


def _tokens(parse: Parse, span: DateSpan) -> tuple[int, int, DateSpan]:
    return bisect_right(parse.starts, span.start) - 1, bisect_left(parse.starts, span.end), span


def _told(page: Page) -> Iterator[StatementSpan]:
    """What every clause tells: events of the closed vocabulary, else the deed in its own verb."""
    parse = page.parse
    for verb in range(len(parse.words)):
        if not is_verb(parse, verb) or not parse.deps[verb]:
            continue
        if parse.deps[verb] in ("aux", "auxpass", "amod", "compound"):
            continue
        clause = clause_of(page, verb)
        relation = relation_of(page, clause)
        found = list(events(page, clause, relation)) if relation else []
        yield from found
        other = None if found else deed(page, clause, relation)
        if other is not None:
            yield other
