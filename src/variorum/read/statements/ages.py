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
from variorum.read.vocabulary import AGE_RELATION, CASUALTIES, VERB_RELATIONS
from variorum.read.words import listed

_BEING = listed("be turn быть исполниться")
_DATIVES = listed("ему ей мне")


def ages(page: Page) -> Iterator[StatementSpan]:
    parse = page.parse
    for quantity in page.quantities:
        if quantity.counted != AGE:
            continue
        subject, relation = _aged(page, quantity)
        if subject is None:
            continue
        number, words, first, stop = subject
        apposed = stop in (quantity.first, quantity.first - 1)
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
    if parse.language == "ru" and "летн" in parse.words[quantity.stop - 1].lower():
        return _russian_aged(page, quantity)
    for token in (first - 2, first - 1):
        if token in page.at_token and parse.words[first - 1] in (",", "(", parse.words[token]):
            return named(page, token), AGE_RELATION
    if parse.language == "ru":
        return _russian_aged(page, quantity)
    low, high = sentence_of(parse, first)
    following = parse.words[quantity.stop : quantity.stop + 6]
    for step, word in enumerate(following):
        token = quantity.stop + step
        if token in page.at_token and "-" in parse.words[first : quantity.stop]:
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


def _russian_aged(page: Page, quantity: QuantitySpan) -> tuple[Subject | None, str]:
    """Whose age a Russian sentence tells, by the words beside it."""
    parse, first = page.parse, quantity.first
    low, high = sentence_of(parse, first)
    for token in range(low, min(first, low + 4)):
        if token in page.pronouns and parse.words[token].lower() in _DATIVES:  # "Ему было 34 года."
            return named(page, token), AGE_RELATION
        if parse.words[token].lower() in ("мне", "я"):
            return (-1, "I", token, token + 1), AGE_RELATION
    for token in range(max(low + 2, first - 7), first):
        if parse.lemmas[token] == "который" and parse.words[token - 1] == ",":
            if _is_person(page, token - 2):  # "Петров, которому исполнилось 60 лет"
                return named(page, token - 2), AGE_RELATION
            return None, ""
    glued = "летн" in parse.words[quantity.stop - 1].lower()
    for token in range(quantity.stop, min(high, quantity.stop + (7 if glued else 4))):
        if parse.words[token] in (",", ".", ";", "(") and token > quantity.stop:
            break
        if _is_person(page, token):
            return named(page, token), _event(page, quantity)
    if glued:
        return None, ""
    for token in range(first - 1, max(low, first - 4) - 1, -1):
        if _is_person(page, token):
            return named(page, token), _event(page, quantity)
    verb = governor(parse, quantity.stop - 1, first, quantity.stop)
    if verb is not None and low <= verb < high:
        subject = subject_of(page, verb)
        if subject is not None and subject[0] >= 0:
            return subject, _event(page, quantity)
    return None, ""


def _is_person(page: Page, token: int) -> bool:
    return token in page.at_token and page.names[page.at_token[token]].kind == "person"


def _event(page: Page, quantity: QuantitySpan) -> str:
    """ "умер в возрасте 60 лет", "на 67-м году жизни": an age at an event."""
    parse = page.parse
    low, high = sentence_of(parse, quantity.first)
    before = [word.lower() for word in parse.words[max(low, quantity.first - 2) : quantity.first]]
    if "возрасте" not in before and "жизни" not in parse.words[quantity.first : quantity.stop]:
        return AGE_RELATION
    for token in range(low, high):
        relation = VERB_RELATIONS.get(parse.lemmas[token], "")
        if relation in CASUALTIES and is_verb(parse, token):
            return f"{AGE_RELATION} when {relation}"
    return AGE_RELATION


def _time_of(page: Page, quantity: QuantitySpan, apposed: bool) -> str:
    """When somebody had that age: "nineteen when he came in 1921"; else the sentence's one date."""
    low, high = sentence_of(page.parse, quantity.first)
    if page.parse.words[quantity.stop : quantity.stop + 1] == ["when"]:
        return time_within(page, quantity.stop, high)
    return "" if apposed else time_within(page, low, high)
