"""Ages: whose they are, and of what time."""

from collections.abc import Iterator

from variorum.read.parse import sentence_of
from variorum.read.quantities.ages import AGE
from variorum.read.spans import QuantitySpan
from variorum.read.statements.clauses import governor, subject_of
from variorum.read.statements.modality import modality_of, polarity_of
from variorum.read.statements.page import (
    Page,
    StatementSpan,
    Subject,
    amount,
    is_verb,
    named,
    subject_part,
    time_parts,
    time_within,
)
from variorum.read.statements.russian_ages import russian_aged
from variorum.read.vocabulary import AGE_RELATION, VERB_RELATIONS
from variorum.read.words import listed

_SINCE = listed("then now only just")
_APPOSING = ([",", "a"], [",", "an"], [",", "the"])
_BEING = listed("be turn быть исполниться")


def ages(page: Page) -> Iterator[StatementSpan]:
    parse = page.parse
    for quantity in page.quantities:
        if quantity.counted != AGE:
            continue
        subject, relation = _aged(page, quantity)
        if subject is None:
            continue
        number, words, first, stop = subject
        if number < 0 and words.startswith("old ") and parse.words[first] == "old":
            subject = number, words, first, stop = number, words[4:], first + 1, stop
        apposed = stop in (quantity.first, quantity.first - 1) and not any(
            is_verb(parse, token) for token in range(stop, quantity.first)
        )
        time = _time_of(page, quantity, apposed)
        start = min(quantity.start, parse.starts[first])
        end = max(quantity.end, parse.ends[stop - 1])
        low, high = sentence_of(parse, quantity.first)
        parts = [subject_part(page, subject), ("value", quantity.start, quantity.end)]
        if time:
            parts += time_parts(page, low, high)
        verb = governor(parse, quantity.stop - 1, quantity.first, quantity.stop)
        denied = verb is not None and low <= verb < high and parse.lemmas[verb] in _BEING
        yield StatementSpan(
            page.number, start, end, number, words, relation, amount(quantity), -1, "number", time,
            polarity=polarity_of(page, verb) if denied and verb is not None else "positive",
            modality=modality_of(page, verb) if denied and verb is not None else "asserted",
            parts=tuple(parts),
        )  # fmt: skip


def _aged(page: Page, quantity: QuantitySpan) -> tuple[Subject | None, str]:
    """Whose age it is, and whether it is an age at an event."""
    parse, first = page.parse, quantity.first
    if parse.language == "ru":
        return russian_aged(page, quantity)
    for token in (first - 2, first - 1):
        if token in page.at_token and parse.words[first - 1] in (",", "(", parse.words[token]):
            return named(page, token), AGE_RELATION
    since = first > 2 and parse.words[first - 1].lower() in _SINCE and parse.words[first - 2] == ","
    if since and first - 3 in page.at_token:  # "Weber, then 19, …"
        return named(page, first - 3), AGE_RELATION
    apposed = [word.lower() for word in parse.words[max(0, first - 2) : first]]
    before = page.at_token.get(first - 3, -1) if apposed in _APPOSING else -1
    if before >= 0 and page.names[before].kind == "person":
        return named(page, first - 3), AGE_RELATION  # "Moll, an 84-year-old keeper"
    low, high = sentence_of(parse, first)
    following = parse.words[quantity.stop : quantity.stop + 6]
    for step, word in enumerate(following):
        token = quantity.stop + step
        person = token in page.at_token and page.names[page.at_token[token]].kind == "person"
        if person and _describes(parse.words[first : quantity.stop]):
            return named(page, token), AGE_RELATION
        if not (word[0].isalpha() or word in (",", "-")):
            break
    verb = governor(parse, quantity.stop - 1, first, quantity.stop)
    if verb is None or not low <= verb < high:
        return None, ""
    subject = subject_of(page, verb)
    if subject is None:
        return None, ""
    event = VERB_RELATIONS.get(parse.lemmas[verb])
    if parse.lemmas[verb] in ("be", "turn") or parse.words[first].lower() == "aged":
        return subject, AGE_RELATION
    return (subject, f"{AGE_RELATION} when {event}") if event else (None, "")


def _describes(words: list[str]) -> bool:
    """ "84-year-old", before whom it describes; "thirty-eight" is a number only."""
    return "-" in words and words[-1].lower() in ("old", "aged", "year", "years")


def _time_of(page: Page, quantity: QuantitySpan, apposed: bool) -> str:
    """When somebody had that age: "nineteen when he came in 1921"; else the sentence's one date."""
    low, high = sentence_of(page.parse, quantity.first)
    after = [word.lower() for word in page.parse.words[quantity.stop : quantity.stop + 2]]
    if after[:1] == ["when"] or after == [",", "когда"]:
        return time_within(page, quantity.stop, high)
    return "" if apposed else time_within(page, low, high)
