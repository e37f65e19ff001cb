"""Clauses: who is the subject of a verb, where, whether it is denied, hedged or only planned."""

from dataclasses import dataclass

from variorum.read.parse import Parse
from variorum.read.quantities.clocks import CLOCK
from variorum.read.quantities.ages import AGE
from variorum.read.spans import DateSpan, NameSpan, QuantitySpan
from variorum.read.words import HEDGES, NEGATIONS, listed

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PLANS = listed("plan intend expect hope want mean propose decide")
_MODALS = {
    "will": "planned",
    "shall": "planned",
    "may": "hedged",
    "might": "hedged",
    "could": "hedged",
}
_PERSONAL = listed("he she they it we you him her them who which that this these those")
_PLACE_PREPOSITIONS = listed("in at near on from to off outside into в на под из")


@dataclass(frozen=True, slots=True)
class StatementSpan:
    """A statement on ``[start, end)`` of the reading text. ``subject`` and ``object`` are numbers of
    name spans or -1; then ``subject_words`` and ``value`` hold words."""

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


Subject = tuple[int, str, int, int]
"""A name's number or -1, the words, and the tokens they stand on."""


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


def governor(parse: Parse, token: int, first: int, stop: int) -> int | None:
    """The verb above a token, climbing at most eight heads out of ``[first, stop)``."""
    for _ in range(8):
        head = parse.heads[token]
        if parse.tags[token][:2] == "VB" and not first <= token < stop:
            return token
        if head == token:
            return None
        token = head
    return None


def subject_of(page: Page, verb: int) -> Subject | None:
    """The subject of a verb, its own or the one it shares ("came and died", "Petrov, born in…")."""
    parse = page.parse
    for _ in range(4):
        for token in page.below.get(verb, ()):
            if parse.deps[token] in _SUBJECTS:
                if parse.words[token].lower() in ("who", "which", "that"):
                    if parse.deps[verb] == "relcl":
                        return named(page, parse.heads[verb])
                    return None
                return named(page, token)
        if parse.deps[verb] == "acl":
            return named(page, parse.heads[verb])
        if parse.deps[verb] not in ("conj", "xcomp", "advcl") or parse.heads[verb] == verb:
            return None
        verb = parse.heads[verb]
    return None


def named(page: Page, token: int) -> Subject | None:
    """What a token stands for: its name, or its noun phrase; pronouns other than "I" are nobody."""
    parse = page.parse
    number = page.at_token.get(token)
    if number is not None:
        name = page.names[number]
        return number, "", name.first, name.end
    if token in page.pronouns:
        return page.pronouns[token], "", token, token + 1
    low = parse.words[token].lower()
    if low == "i":
        return -1, "I", token, token + 1
    if low in _PERSONAL or parse.tags[token] not in (
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "NOUN",
        "CD",
        "NUM",
    ):
        return None
    if parse.tags[token] in ("CD", "NUM"):
        return -1, "", token, token + 1  # "twelve were killed": of whom, the words do not say
    first, stop = token, token + 1
    while first > 0 and parse.heads[first - 1] == token and parse.deps[first - 1] in (
        "amod", "compound", "nmod", "poss",
    ):  # fmt: skip
        first -= 1
    base = parse.start
    words = parse.text[parse.starts[first] - base : parse.ends[stop - 1] - base]
    return -1, " ".join(words.split()), first, stop


def time_within(page: Page, first: int, stop: int) -> str:
    """The one resolved date within the tokens ``[first, stop)``, or empty."""
    values = {d.edtf for f, s, d in page.dates if first <= f and s <= stop and d.edtf}
    return values.pop() if len(values) == 1 else ""


def hangs_on(parse: Parse, first: int, stop: int, verb: int) -> bool:
    """Whether a date hangs on this verb and on no other between them."""
    token = stop - 1
    for inside in range(first, stop):
        if not first <= parse.heads[inside] < stop:
            token = inside
    for _ in range(6):
        token = parse.heads[token]
        if token == verb:
            return True
        if parse.tags[token][:2] == "VB":
            return False
    return False


def place_of(page: Page, verb: int) -> int:
    """The number of the place named in a prepositional phrase of the verb, or -1."""
    parse = page.parse
    for token in page.below.get(verb, ()):
        if parse.deps[token] == "prep" and parse.words[token].lower() in _PLACE_PREPOSITIONS:
            for inner in page.below.get(token, ()):
                number = page.at_token.get(inner, -1)
                if number >= 0 and page.names[number].kind == "place":
                    return number
    return -1


def polarity_of(page: Page, verb: int) -> str:
    parse = page.parse
    under = page.below.get(verb, ())
    negated = any(parse.deps[t] == "neg" or parse.words[t].lower() in NEGATIONS for t in under)
    return "negative" if negated else "positive"


def modality_of(page: Page, verb: int) -> str:
    parse = page.parse
    under = page.below.get(verb, ())
    lemmas = [parse.words[t].lower() for t in under if parse.deps[t] in ("aux", "advmod", "mark")]
    if "if" in lemmas or ("would" in lemmas and "have" in lemmas):
        return "counterfactual"
    head = parse.heads[verb]
    if parse.deps[verb] == "xcomp" and parse.lemmas[head] in _PLANS:
        return "planned"
    for word in lemmas:
        if word in _MODALS:
            return _MODALS[word]
        if word in HEDGES:
            return "hedged"
    return "asserted"
