"""Numbers no event took: how many there were, how far, how long, at what hour."""

from bisect import bisect_right
from collections.abc import Iterator

from variorum.read.parse import Parse, sentence_of
from variorum.read.quantities.ages import AGE
from variorum.read.quantities.clocks import CLOCK
from variorum.read.quantities.ordinals import ORDINAL
from variorum.read.quantities.shares import SHARE
from variorum.read.quantities.tallies import tally
from variorum.read.spans import QuantitySpan
from variorum.read.statements.clauses import AT, clause_of, cue, governor, place_of
from variorum.read.statements.events import REACH
from variorum.read.statements.page import (
    Page,
    StatementSpan,
    amount,
    is_verb,
    part,
    quoted,
    subject_part,
    time_parts,
    time_within,
)
from variorum.read.vocabulary import HOUR, MEASURES, NUMBER
from variorum.read.words import KINSHIP, listed

_RELATIVE = listed("later ago after before earlier old previously назад спустя через")
_LASTING_VERBS = listed(
    "take spend wait serve last live stay remain hold fight keep провести ждать"
)


_UNTOLD = listed(
    "winter summer spring autumn season evening morning afternoon time page line word step way side "
    "thing reason part piece зима лето весна осень вечер утро раз страница строка слово шаг сторона "
    "причина часть"
)
"""Nouns whose number means nothing without what they were of."""


def numbers(page: Page, used: list[tuple[int, int]]) -> Iterator[StatementSpan]:
    """The statements of quantities outside the ``used`` spans, which an event took."""
    for quantity in page.quantities:
        at = bisect_right(used, (quantity.start, quantity.end + 1)) - 1
        covered = any(
            s <= quantity.start and quantity.end <= e for s, e in used[max(0, at - 1) : at + 2]
        )
        if quantity.counted == AGE or quantity.unit == ORDINAL or covered:
            continue
        found = _measured(page, quantity) if quantity.unit else _plain_count(page, quantity)
        if found is not None:
            yield found


def _plain_count(page: Page, quantity: QuantitySpan) -> StatementSpan | None:
    low, high = sentence_of(page.parse, quantity.first)
    told = tally(page.parse, quantity)
    one = quantity.low == quantity.high == 1
    if not told and (not quantity.counted or one):
        return None  # "one afternoon" counts nothing
    partial = page.parse.words[quantity.stop : quantity.stop + 1]
    if not told and partial and partial[0].lower() in ("of", "out", "из"):
        return None  # "14 of the 60 houses": what of them, the number does not say
    if not told and (quantity.counted in _UNTOLD or quantity.counted in KINSHIP):
        return None  # whose brothers, which winters, a number alone does not say
    words = ""
    parts = [part(page, "value", quantity.first, quantity.stop)]
    if quantity.counted and quantity.noun >= 0:
        after = quantity.first <= quantity.noun < quantity.stop
        words = quoted(page, quantity.noun, quantity.stop if after else quantity.noun + 1)
        parts.append(part(page, "subject", quantity.noun, quantity.noun + 1))
    return StatementSpan(
        page.number, quantity.start, quantity.end, -1, words, told or NUMBER, amount(quantity), -1,
        "number", time_within(page, low, high), parts=(*parts, *time_parts(page, low, high)),
    )  # fmt: skip


def _measured(page: Page, quantity: QuantitySpan) -> StatementSpan | None:
    parse = page.parse
    low, high = sentence_of(parse, quantity.first)
    relation = HOUR if quantity.unit == CLOCK else MEASURES.get(quantity.unit, "")
    near = (
        parse.words[max(low, quantity.first - 1) : quantity.first]
        + parse.words[quantity.stop : quantity.stop + 1]
    )
    if not relation or _RELATIVE.intersection(word.lower() for word in near):
        return None
    verb = governor(parse, quantity.stop - 1, quantity.first, quantity.stop)
    if verb is None or not low <= verb < high:
        return None
    if relation == "duration" and not _lasting(parse, quantity, verb):
        return None
    clause = clause_of(page, verb)
    if not clause.subjects:
        return None
    subject = clause.subjects[0]
    if quantity.first <= subject[2] < quantity.stop and not quantity.counted:
        return None  # "прошли 120 км": the kilometres did nothing
    if quantity.unit == SHARE and quantity.noun >= 0:  # "a third of the houses": the houses
        words = quoted(page, quantity.noun, quantity.noun + 1)
        subject = -1, words, quantity.noun, quantity.noun + 1
    begin, end = min(subject[2], verb, quantity.first), max(subject[3], verb + 1, quantity.stop)
    if end - begin > 4 * REACH:
        return None
    at = place_of(page, clause, AT)
    place = page.at_token[at] if at >= 0 else -1
    parts = [
        subject_part(page, subject),
        part(page, "value", quantity.first, quantity.stop),
        cue(page, verb),
        *time_parts(page, low, high),
    ]
    if place >= 0:
        parts.append(("place", page.names[place].start, page.names[place].stop))
    return StatementSpan(
        page.number, parse.starts[begin], parse.ends[end - 1], subject[0], subject[1], relation,
        amount(quantity), -1, "number", time_within(page, low, high), place, clause.polarity,
        clause.modality, tuple(parts),
    )  # fmt: skip


def _lasting(parse: Parse, quantity: QuantitySpan, verb: int) -> bool:
    """Whether a stretch of time is said to last: "for three hours", "took two days", "held it nine
    hours"."""
    before = quantity.first - 1
    if before >= 0 and parse.words[before].lower() == "for":
        return True
    if parse.words[verb].lower() == "been" and before == verb:
        return True
    return is_verb(parse, verb) and parse.lemmas[verb] in _LASTING_VERBS
