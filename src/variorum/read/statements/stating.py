"""Statements: who was born, died, was killed, held a rank, when, where, how many.

A small closed vocabulary of relations for what people compare. Where a pipeline parses syntax the
arguments are the verb's own dependents; Russian is read by order of words within a sentence.

Values of type ``number`` are written ``42``, ``~300`` (about), ``40..`` (at least), ``..40`` (at most)
or ``10..15`` (between), a unit after a space (``12 mile``); of type ``date`` in EDTF; of type
``place`` or ``person`` as a mention's number here and a mention id in the record.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from variorum.read.names.titles import is_occupation, title_after
from variorum.read.parse import Parse, children, sentence_of, subtree
from variorum.read.quantities.clocks import CLOCK
from variorum.read.quantities.ages import AGE
from variorum.read.quantities.tallies import tally
from variorum.read.spans import DateSpan, NameSpan, QuantitySpan
from variorum.read.statements.ages import ages
from variorum.read.statements.clauses import (
    Page,
    StatementSpan,
    amount,
    governor,
    modality_of,
    place_of,
    polarity_of,
    subject_of,
    time_within,
)
from variorum.read.statements.events import REACH, events
from variorum.read.statements.lives import lives
from variorum.read.vocabulary import (
    HOUR,
    MEASURES,
    NUMBER,
    RANK,
    ROLE,
)
from variorum.read.words import KINSHIP, MILITARY_RANKS, OFFICES, TITLES, listed

_RELATIVE = listed("later ago after before earlier old previously назад спустя через")
_ROLE_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "eer",
    "master",
    "smith",
    "wright",
    "cook",
)
_OFFICE_WORDS = OFFICES | MILITARY_RANKS


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
    for number, parse in enumerate(parses):
        name_numbers, date_numbers, quantity_numbers = (g.get(number, []) for g in by_paragraph)
        if parse.tags and not parse.tags[0]:
            continue
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
            *_titles(page, name_numbers),
            *ages(page),
            *events(page),
            *_roles(page),
            *lives(page),
        ]
        used = {(s.start, s.end) for s in here if s.value_type == "number"}
        here += _numbers(page, sorted(used))
        found += sorted(set(here), key=lambda s: (s.start, s.end, s.relation, s.value))
    return found


def _grouped(spans: Sequence[NameSpan | DateSpan | QuantitySpan]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        groups.setdefault(span.paragraph, []).append(number)
    return groups


def _tokens(parse: Parse, span: DateSpan) -> tuple[int, int, DateSpan]:
    return bisect_right(parse.starts, span.start) - 1, bisect_left(parse.starts, span.end), span


def _titles(page: Page, numbers: list[int]) -> Iterator[StatementSpan]:
    """Ranks and offices that stand before a name."""
    for number in numbers:
        name = page.names[number]
        if name.kind != "person":
            continue
        for title in name.titles:
            words = [word.rstrip(".").lower() for word in title.replace("-", " ").split()]
            relation = RANK if MILITARY_RANKS.intersection(words) else ROLE
            if relation == ROLE and not any(map(_office, words)):
                continue
            at = page.parse.text.rfind(title, 0, name.start - page.parse.start)
            if title == title_after(page.parse, name.end):
                continue  # an apposition, which ``_roles`` reads
            start = page.parse.start + at if at >= 0 else name.start
            yield StatementSpan(
                page.number, start, name.stop, number, "", relation, title.lower(), -1, "text"
            )


def _office(word: str) -> bool:
    return word in _OFFICE_WORDS or (word not in TITLES and is_occupation(word))


def _roles(page: Page) -> Iterator[StatementSpan]:
    """Appositions and "X was the captain": what somebody was."""
    parse = page.parse
    for token, dep in enumerate(parse.deps):
        if dep == "appos":
            head = parse.heads[token]
            pair = (token, head) if head in page.at_token else (head, token)
        elif dep == "attr" and parse.lemmas[parse.heads[token]] == "be":
            subject = subject_of(page, parse.heads[token])
            if subject is None or subject[0] < 0:
                continue
            pair = (token, subject[3] - 1)
        else:
            continue
        role, named = pair
        number = page.at_token.get(named, -1)
        if number < 0 or page.names[number].kind != "person" or role in page.at_token:
            continue
        lemma = parse.lemmas[role]
        if parse.tags[role] != "NN" or lemma in KINSHIP:
            continue
        if lemma not in TITLES and not lemma.endswith(_ROLE_ENDINGS):
            continue
        verb = parse.heads[token] if dep == "attr" else token
        yield _role(page, role, number, verb, dep)


def _role(page: Page, role: int, number: int, verb: int, dep: str) -> StatementSpan:
    parse, name = page.parse, page.names[number]
    first, stop = role, role + 1
    while (
        first > 0
        and parse.heads[first - 1] == role
        and parse.deps[first - 1] in ("amod", "compound")
    ):
        first -= 1
    if stop + 1 < len(parse.words) and parse.words[stop] == "of":
        below = subtree(page.below, stop)
        stop = below[1] if below[1] - stop <= REACH and below[0] == stop else stop
    base = parse.start
    value = " ".join(
        parse.text[parse.starts[first] - base : parse.ends[stop - 1] - base].lower().split()
    )
    words = value.replace("-", " ").split(" ")
    relation = RANK if MILITARY_RANKS.intersection(words) else ROLE
    polarity, modality = ("positive", "asserted")
    if dep == "attr":
        polarity, modality = polarity_of(page, verb), modality_of(page, verb)
    return StatementSpan(
        page.number,
        parse.starts[min(first, name.first)],
        parse.ends[max(stop, name.end) - 1],
        number, "", relation, value, -1, "text", polarity=polarity, modality=modality,
    )  # fmt: skip


def _numbers(page: Page, used: list[tuple[int, int]]) -> Iterator[StatementSpan]:
    """How many there were, how far, how long, at what hour: quantities no event took."""
    parse = page.parse
    syntax = any(parse.deps)
    for quantity in page.quantities:
        at = bisect_right(used, (quantity.start, quantity.end + 1)) - 1
        covered = any(
            s <= quantity.start and quantity.end <= e for s, e in used[max(0, at - 1) : at + 2]
        )
        if quantity.counted == AGE or covered:
            continue
        low, high = sentence_of(parse, quantity.first)
        time = time_within(page, low, high)
        if not quantity.unit:
            begun = parse.starts[quantity.noun] if quantity.noun >= 0 else quantity.end
            words = parse.text[begun - parse.start : quantity.end - parse.start]
            if not quantity.counted:
                words = ""
            told = tally(parse, quantity)
            if not told and not quantity.counted:
                continue
            yield StatementSpan(
                page.number, quantity.start, quantity.end, -1, " ".join(words.split()), told or NUMBER,
                amount(quantity), -1, "number", time,
            )  # fmt: skip
            continue
        relation = HOUR if quantity.unit == CLOCK else MEASURES.get(quantity.unit, "")
        near = (
            parse.words[max(low, quantity.first - 1) : quantity.first]
            + parse.words[quantity.stop : quantity.stop + 1]
        )
        if not relation or not syntax or _RELATIVE.intersection(word.lower() for word in near):
            continue
        if relation == "duration" and not _lasting(parse, quantity):
            continue
        verb = governor(parse, quantity.stop - 1, quantity.first, quantity.stop)
        subject = subject_of(page, verb) if verb is not None and low <= verb < high else None
        if verb is None or subject is None:
            continue
        begin, end = min(subject[2], verb, quantity.first), max(subject[3], verb + 1, quantity.stop)
        if end - begin > 4 * REACH:
            continue
        yield StatementSpan(
            page.number, parse.starts[begin], parse.ends[end - 1], subject[0], subject[1], relation,
            amount(quantity), -1, "number", time, place_of(page, verb), polarity_of(page, verb),
            modality_of(page, verb),
        )  # fmt: skip


def _lasting(parse: Parse, quantity: QuantitySpan) -> bool:
    """Whether a stretch of time is said to last: "for three hours", "took two days"."""
    before = quantity.first - 1
    return before >= 0 and (
        parse.words[before].lower() == "for" or parse.lemmas[before] in _LASTING_VERBS
    )


_LASTING_VERBS = listed("take spend wait serve last live stay remain")
