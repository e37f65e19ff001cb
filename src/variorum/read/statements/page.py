"""A paragraph with what was read in it, and the statements that are made from it."""

from dataclasses import dataclass

from variorum.read.parse import Parse
from variorum.read.quantities.ages import AGE
from variorum.read.quantities.clocks import CLOCK
from variorum.read.spans import DateSpan, NameSpan, QuantitySpan
from variorum.read.words import listed

Part = tuple[str, int, int]
"""What a part of a statement is (subject, value, time, place, cue) and its characters."""

Subject = tuple[int, str, int, int]
"""A name's number or -1, the words, and the tokens they stand on."""

NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "NOUN", "PROPN"))
NUMBER_TAGS = frozenset(("CD", "NUM"))
FIRST_PERSON = listed("i я мне меня")
_PERSONAL = listed(
    "he she they it we you him her them us who which that this these those all some many others each "
    "one none everyone everybody someone somebody anyone nobody something nothing everything anything "
    "он она они оно мы вы ты кто который это все всё тот никто себя"
)
_DESCRIBING = frozenset(("appos", "nmod", "conj", "flat"))
FARTHEST_BEARER = 14
"""Words from a description to the name at its end, at most."""
_PARTS_OF_NAMES = frozenset(("amod", "compound", "nmod", "poss", "nummod"))


@dataclass(frozen=True, slots=True)
class StatementSpan:
    """A statement on ``[start, end)`` of the reading text. ``subject`` and ``object`` are numbers of
    name spans or -1; then ``subject_words`` and ``value`` hold words. ``parts`` are its parts' words."""

    paragraph: int
    start: int
    end: int
    subject: int
    subject_words: str
    relation: str
    value: str
    object: int
    value_type: str
    time: str = ""
    place: int = -1
    polarity: str = "positive"
    modality: str = "asserted"
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph with what was read in it, by token."""

    number: int
    parse: Parse
    below: dict[int, list[int]]
    names: list[NameSpan]
    at_token: dict[int, int]
    dates: list[tuple[int, int, DateSpan]]
    quantities: list[QuantitySpan]
    pronouns: dict[int, int]


def part(page: Page, kind: str, first: int, stop: int) -> Part:
    """The part of a statement that stands on the tokens ``[first, stop)``."""
    return kind, page.parse.starts[first], page.parse.ends[stop - 1]


def subject_part(page: Page, subject: Subject) -> Part:
    """The part that is a statement's subject; a name's own characters where it is one."""
    if subject[0] >= 0 and subject[2] == page.names[subject[0]].first:
        name = page.names[subject[0]]
        return "subject", name.start, name.stop
    return part(page, "subject", subject[2], subject[3])


def quoted(page: Page, first: int, stop: int) -> str:
    """The words of the tokens ``[first, stop)``, single spaces between them."""
    parse = page.parse
    begin, end = parse.starts[first] - parse.start, parse.ends[stop - 1] - parse.start
    return " ".join(parse.text[begin:end].split())


def in_words(page: Page, first: int, stop: int) -> str:
    """A value in words, in small letters; one Russian word in its base form."""
    if page.parse.language == "ru" and stop - first == 1:
        return page.parse.lemmas[first]
    return quoted(page, first, stop).lower()


def amount(quantity: QuantitySpan) -> str:
    """A quantity's value in the form statements give numbers."""
    low, high = _plain(quantity.low), "" if quantity.high is None else _plain(quantity.high)
    written = {
        "about": f"~{low}",
        "at_least": f"{low}..",
        "at_most": f"..{high}",
        "between": f"{low}..{high}",
    }.get(quantity.exactness, low)
    unit = "" if quantity.counted == AGE or quantity.unit == CLOCK else quantity.unit
    return f"{written} {unit}".rstrip()


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.4f}".rstrip("0")


def is_verb(parse: Parse, token: int) -> bool:
    """Whether a token is a verb, by its Penn or Universal tag."""
    return parse.tags[token][:2] == "VB" or parse.tags[token] == "VERB"


def named(page: Page, token: int) -> Subject | None:
    """What a token stands for: its name, the name in apposition to it, or its noun phrase; pronouns
    other than "I" and those whose person is known are nobody."""
    parse = page.parse
    number = page.at_token.get(token)
    if number is not None:
        name = page.names[number]
        return number, "", name.first, name.end
    if token in page.pronouns:
        return page.pronouns[token], "", token, token + 1
    low = parse.words[token].lower()
    if low in FIRST_PERSON:
        return -1, "I", token, token + 1
    tag = parse.tags[token]
    if low in _PERSONAL or (tag not in NOUN_TAGS and tag not in NUMBER_TAGS):
        return None
    if tag in NUMBER_TAGS:
        return -1, "", token, token + 1  # "twelve were killed": of whom, the words do not say
    for child in page.below.get(token, ()):
        apposed = page.at_token.get(child, -1) if parse.deps[child] == "appos" else -1
        if apposed >= 0 and page.names[apposed].kind == "person":
            return apposed, "", page.names[apposed].first, page.names[apposed].end
    bearer = _bearer(page, token) if parse.language == "ru" else -1
    if bearer >= 0:
        return bearer, "", page.names[bearer].first, page.names[bearer].end
    first, stop = phrase(page, token)
    while first < token and (parse.tags[first] in NUMBER_TAGS or first in page.at_token):
        first += 1  # the number is the value; "Petrov's brother" is no name
    if parse.language == "ru" and stop - first == 1:
        return -1, parse.lemmas[token], first, stop
    return -1, quoted(page, first, stop), first, stop


def _bearer(page: Page, token: int) -> int:
    """The person a Russian description names at its end: "актёр театра и кино Владимир Зельдин"; a
    name in another case is no bearer but somebody the description speaks of."""
    stack, seen = [token], {token}
    while stack:
        below = stack.pop()
        for child in page.below.get(below, ()):
            if page.parse.deps[child] not in _DESCRIBING or child in seen or child < token:
                continue
            seen.add(child)
            stack.append(child)
            number = page.at_token.get(child, -1)
            if number >= 0 and page.names[number].kind == "person":
                name = page.names[number]
                written = quoted(page, name.first, name.end)
                if written == name.form and child - token <= FARTHEST_BEARER:
                    return number
    return -1


def phrase(page: Page, token: int) -> tuple[int, int]:
    """The tokens of a noun with the words before it that belong to it."""
    parse = page.parse
    first = token
    while (
        first > 0 and parse.heads[first - 1] == token and parse.deps[first - 1] in _PARTS_OF_NAMES
    ):
        first -= 1
    return first, token + 1


def time_within(page: Page, first: int, stop: int) -> str:
    """The one resolved date within the tokens ``[first, stop)``, or empty."""
    values = {d.edtf for f, s, d in page.dates if first <= f and s <= stop and d.edtf}
    return values.pop() if len(values) == 1 else ""


def time_parts(page: Page, first: int, stop: int) -> tuple[Part, ...]:
    """The words of that one date."""
    found = [
        ("time", d.start, d.end) for f, s, d in page.dates if first <= f and s <= stop and d.edtf
    ]
    return tuple(found[:1]) if time_within(page, first, stop) else ()
