"""A paragraph with its people, as kinship is read in it."""

from dataclasses import dataclass

from variorum.read.coreference.gender import gender_of
from variorum.read.parse import Parse
from variorum.read.spans import NameSpan

OTHER_NAME = "other name"
"""The cue of a name that words call another name of somebody."""

LIST_GAP = 9
"""Tokens of a bracket or an aside between two names of a list: "Anna (born 1890), Pyotr"."""

MOST_LISTED = 30
"""Names of one list that are read."""


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph: ``at`` gives the number of the person's name on a token, ``pronouns`` of the name
    that a pronoun or description ending there stands for, ``person`` who each name is."""

    number: int
    parse: Parse
    names: list[NameSpan]
    at: dict[int, int]
    pronouns: dict[int, int]
    person: list[int]
    before: int = -1
    """The one person the lines before were about, as a name's number; -1 where nobody alone."""

    couples: tuple[tuple[int, int, int], ...] = ()
    """Husbands and wives told of so far: the token where that ends, and their names' numbers."""


@dataclass(frozen=True, slots=True)
class Term:
    """A kin term on the tokens ``[first, end)``; ``head`` is its noun."""

    first: int
    head: int
    end: int
    relation: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """Whose relation (name numbers or ``TELLER``) to whom, and the tokens that say so."""

    owners: tuple[int, ...]
    relation: str
    others: tuple[int, ...]
    first: int
    end: int
    reason: str = ""


def word(page: Page, token: int) -> str:
    """A token's word in small letters; empty outside of the paragraph."""
    return page.parse.words[token].lower() if 0 <= token < len(page.parse.words) else ""


def sex(page: Page, number: int) -> str:
    """``m``, ``f`` or empty for a name."""
    return gender_of(page.names[number])


def enclosed(page: Page, token: int, high: int) -> int:
    """The token after a bracket that opens at ``token``; ``token`` itself where none does."""
    if word(page, token) not in ("(", "["):
        return token
    for step in range(1, LIST_GAP + 1):
        if token + step < high and word(page, token + step) in (")", "]"):
            return token + step + 1
    return token


def after_name(page: Page, number: int, high: int) -> int:
    """The token after a name, its brackets ("(born 1890)") and its age (", 34,")."""
    token = enclosed(page, page.names[number].end, high)
    aged = word(page, token) == "," and word(page, token + 1).isdigit()
    return token + 2 if aged and word(page, token + 2) in (",", "and", ";", "и") else token


def owns(page: Page, number: int) -> bool:
    """Whether a name is a possessor: "Anna's"."""
    return word(page, page.names[number].end) in ("'s", "’s", "'", "’")


_AND = frozenset(("and", "&", "и", "or", "или"))
_BEFORE_LISTED = frozenset(
    ("the", "little", "young", "then", "also", "baby", "а", "также", "мальчик", "девочка")
)


def listed_names(
    page: Page, token: int, high: int, most: int = MOST_LISTED, commas: bool = True
) -> list[int]:
    """The names that begin at ``token`` joined by commas and a last "and"."""
    found: list[int] = []
    last = False
    while token < high and token in page.at and len(found) < most:
        number = page.at[token]
        if owns(page, number) and found:
            break
        found.append(number)
        token = after_name(page, number, high)
        if last:
            break
        comma = word(page, token) in (",", ";")
        if comma:
            token += 1
        if word(page, token) in _AND:
            last, token = True, token + 1
        elif not (comma and commas):
            break
        token = skip_aside(page, token, high)
    return found


def skip_aside(page: Page, token: int, high: int) -> int:
    """The token after an age or small word that stands before a listed name: "30-летняя Арзу"."""
    for _ in range(4):
        low = word(page, token)
        if token >= high or token in page.at:
            break
        if (
            low in _BEFORE_LISTED
            or "летн" in low
            or page.parse.tags[token] == "ADJ"
            or low.isdigit()
            or (low in ("year", "old", "-") and token > 0)
        ):
            token += 1
        else:
            break
    return token


def name_ending(page: Page, token: int) -> int:
    """The number of the name whose last token this is, over a closing bracket; else -1."""
    if word(page, token) in (")", "]"):
        for step in range(1, LIST_GAP):
            if word(page, token - step) in ("(", "["):
                token -= step + 1
                break
    number = page.at.get(token, -1)
    return number if number >= 0 and page.names[number].end == token + 1 else -1


def names_ending(page: Page, token: int, low: int) -> list[int]:
    """The names joined by commas and "and" whose last ends on ``token``, in order."""
    found: list[int] = []
    joined = True
    while joined and token >= low and len(found) < MOST_LISTED:
        number = name_ending(page, token)
        if number < 0:
            break
        found.append(number)
        token = page.names[number].first - 1
        joined = word(page, token) in _AND if len(found) == 1 else word(page, token) == ","
        token -= 1
        if joined and word(page, token) == ",":
            token -= 1
    return found[::-1]


def people_between(page: Page, low: int, high: int) -> dict[int, int]:
    """The persons named on the tokens ``[low, high)``, each with the last name there, in order."""
    found: dict[int, int] = {}
    for token in range(low, high):
        number = page.at.get(token, -1)
        if number >= 0:
            found.pop(page.person[number], None)
            found[page.person[number]] = number
    return found


COUPLE_REACH = 60
"""Tokens after which "their" does not mean a couple told of before any more."""


def couple_before(page: Page, token: int) -> tuple[int, ...]:
    """The husband and wife just told of, whom "their" means."""
    if page.couples and token - page.couples[-1][0] <= COUPLE_REACH:
        return page.couples[-1][1:]
    return ()


def head_of(page: Page, low: int) -> int:
    """The person an entry is about before the sentence at ``low``: the one its first sentence names,
    else the one of the lines before; -1 where nobody alone."""
    first, end = page.parse.sentences[0]
    if low <= first:
        return page.before
    people = list(people_between(page, first, end).values())
    opens = people and page.names[people[0]].first <= first + 3
    return people[0] if len(people) == 1 or opens else -1
