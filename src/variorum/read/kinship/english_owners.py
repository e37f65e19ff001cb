"""Whose relation an English kin term names: possessives, pronouns, lists, "had a son", labels."""

from variorum.read.kinship.page import (
    OTHER_NAME,
    Kin,
    Page,
    Term,
    couple_before,
    head_of,
    listed_names,
    name_ending,
    names_ending,
    owns,
    people_between,
    sex,
    word,
)
from variorum.read.kinship.relations import TELLER
from variorum.read.kinship.vocabulary import GENDERS, MUTUAL, SINGULAR
from variorum.read.words import listed

_MINE = listed("my our mine")
_HERS = {"his": "m", "her": "f", "their": ""}
_ARTICLES = listed("the a an one another")
_JOINS = listed("and with & ,")
_HAVING = listed(
    "have leave bear beget raise father adopt lose bury welcome deliver expect survive"
)


def said_owners(page: Page, term: Term, begin: int, low: int) -> tuple[tuple[int, ...], int]:
    """Whose relation it is by the word before it, and the first token that says so."""
    back = begin - 1
    if back < low:
        return (), begin
    said = word(page, back)
    if said in _MINE:
        known = page.pronouns.get(back, TELLER)
        return (known,), back
    if said in _HERS:
        return _meant(page, back, low, _HERS[said])
    if said == "whose":
        number = name_ending(page, back - 1 - (word(page, back - 1) == ","))
        return ((number,), page.names[number].first) if number >= 0 else ((), begin)
    if said in ("'s", "’s", "'", "’"):
        owners = names_ending(page, back - 1, low)
        if owners:
            return tuple(owners), page.names[owners[0]].first
        known = page.pronouns.get(back - 1, -2)
        if known >= 0:
            return (known,), back - 1
    return (), begin


def _meant(page: Page, token: int, low: int, gender: str) -> tuple[tuple[int, ...], int]:
    """Whom "his", "her" or "their" means: the name it is joined to ("X and his wife"), the one it was
    found to stand for, or the only person it can be."""
    joined = token - 1
    while word(page, joined) in _JOINS or word(page, joined) in ("then", "later", "by", "also"):
        joined -= 1
    if token - joined > 1 and word(page, token - 1) in ("and", "with", "&", ","):
        beside = [number for number in names_ending(page, joined, low) if not owns(page, number)]
        fitting = [number for number in beside if not _clash(sex(page, number), gender)]
        earlier = people_between(page, low, page.names[beside[0]].first if beside else low)
        others = [n for n in earlier.values() if not _clash(sex(page, n), gender)]
        if gender and len(beside) == 1 and fitting and not others:
            return (fitting[0],), token
        if not gender and len(beside) > 1:
            return tuple(beside), token
        parent = _of_parent(page, joined, low)
        if gender and not beside and parent >= 0 and not _clash(sex(page, parent), gender):
            return (parent,), token
        if GENDERS.get(SINGULAR.get(word(page, joined), "")) == gender:
            return (), token  # "with his wife and her brother Saul"
    known = page.pronouns.get(token, -1)
    if known >= 0 and gender:
        return (known,), token
    before = people_between(page, low, token)
    if not gender:
        owners = _couple(page, low, token) or (() if before else couple_before(page, token))
        return owners, token
    fitting = [number for number in before.values() if not _clash(_sex(page, number), gender)]
    if len(fitting) == 1:
        return (fitting[0],), token
    if not before and not _pronoun_before(page, low, token):
        known = _just_named(page, low, gender)
        if known >= 0:
            return (known,), token
    fits = page.before >= 0 and not _clash(sex(page, page.before), gender)
    if not before and fits and not _pronoun_before(page, low, token):
        return (page.before,), token
    return (), token


def _sex(page: Page, number: int) -> str:
    """The gender a name shows, or the kin term right before it: "her brother, Clive"."""
    token = page.names[number].first - 1
    token -= word(page, token) == ","
    return sex(page, number) or GENDERS.get(SINGULAR.get(word(page, token), ""), "")


def _of_parent(page: Page, token: int, low: int) -> int:
    """The name in "the son of Foma Lysenko, a baker" that ends on ``token``; -1 where none does."""
    for here in range(token, max(low, token - APPOSED), -1):
        number = name_ending(page, here)
        if number >= 0:
            begin = page.names[number].first
            of = word(page, begin - 1) == "of" and word(page, begin - 2) in SINGULAR
            apposed = here == token or word(page, here + 1) == ","
            return number if of and apposed else -1
    return -1


APPOSED = 7
"""Tokens of what somebody is, between commas after the name."""


def _just_named(page: Page, low: int, gender: str) -> int:
    """The one man or woman whom the sentence before names, other names of theirs apart; else -1."""
    place = next((n for n, (first, _) in enumerate(page.parse.sentences) if first == low), 0)
    if place == 0:
        return -1
    people = people_between(page, *page.parse.sentences[place - 1])
    named = [number for number in people.values() if OTHER_NAME not in page.names[number].cues]
    fitting = [number for number in named if not _clash(sex(page, number), gender)]
    return fitting[0] if len(fitting) == 1 and sex(page, fitting[0]) == gender else -1


def _pronoun_before(page: Page, low: int, token: int) -> bool:
    return any(word(page, t) in ("you", "i", "we") for t in range(low, token))


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _couple(page: Page, low: int, token: int) -> tuple[int, ...]:
    """The two people whom "their" means, where a sentence has named two and joined them."""
    people = people_between(page, low, token)
    if len(people) != 2:
        return ()
    one, other = people.values()
    between = {word(page, t) for t in range(page.names[one].end, page.names[other].first)}
    joined = between & {"and", "&", "married", "wed", "wife", "husband", "with"}
    return (one, other) if joined else ()


def unsaid_owners(
    page: Page, term: Term, begin: int, low: int, before: Kin | None
) -> tuple[tuple[int, ...], int]:
    """Whose relation it is where no word says so: a list's owner, "had a son", "X and wife Y"."""
    parse, back = page.parse, begin - 1
    if before is not None and before.owners and back >= low and _continues(page, before, begin):
        return before.owners, before.first
    while back >= low and word(page, back) in ("a", "an", "the", "one", "only", "twin"):
        back -= 1
    if word(page, back) in ("and", "with", "&", ",") and word(page, begin - 1) not in _ARTICLES:
        number = name_ending(page, back - 1)
        if number < 0 and word(page, back - 1) == ",":
            number = name_ending(page, back - 2)
        alone = term.relation not in MUTUAL or not term.plural or word(page, back) == "with"
        listed = before is not None and not before.owners and number in before.others
        if listed:
            return (), begin  # "the brothers Lev, Osip, and sons Pavel and Grisha": whose?
        if number >= 0 and alone and word(page, begin - 1) != "the" and not owns(page, number):
            return (number,), page.names[number].first
    verb = parse.heads[term.head]
    for _ in range(3):
        if parse.tags[verb][:2] == "VB":
            break
        verb = parse.heads[verb]
    giving = word(page, verb) in ("gave", "give", "giving") and "birth" in parse.words[verb:begin]
    if parse.lemmas[verb] in _HAVING or giving:
        subjects = [
            token for token in range(low, len(parse.words))
            if parse.heads[token] == verb and parse.deps[token] in ("nsubj", "nsubjpass")
        ]  # fmt: skip
        owners = _subject(page, subjects[0], low) if subjects else ()
        if owners:
            return owners, page.names[owners[0]].first if subjects[0] in page.at else subjects[0]
    if _labels(page, term, begin, low):
        head = head_of(page, low)
        if head >= 0:
            return (head,), begin
    return (), begin


def _subject(page: Page, token: int, low: int) -> tuple[int, ...]:
    if token in page.at:
        first = page.at[token]
        names = listed_names(page, page.names[first].first, token + 12, 2, commas=False)
        return tuple(names) or (first,)
    if token in page.pronouns:
        return (page.pronouns[token],)
    if word(page, token) == "they":
        return _couple(page, low, token)
    if word(page, token) == "i":
        return (TELLER,)
    beside = page.at.get(token + 1, -1)  # "Anna's grandmother Hilda Veld had a daughter"
    if beside >= 0 and page.names[beside].first == token + 1 and not owns(page, beside):
        return (beside,)
    return ()


def _continues(page: Page, before: Kin, begin: int) -> bool:
    """Whether a term goes on with the list of the relation before it: "…, and sons Pavel and Ilya"."""
    token = before.end
    while token < begin:
        low = word(page, token)
        if (
            low not in (",", ";", "and", "&", "the", "a", "an", "his", "her", ")", "(", "one")
            and not low.isdigit()
        ):
            return False
        token += 1
    return True


def _labels(page: Page, term: Term, begin: int, low: int) -> bool:
    """ "Children: Anna (1890), Pyotr", "Wife: Marfa.", "Husband Pyotr N., daughters Vera and Anna"."""
    parse = page.parse
    if begin != low and word(page, begin - 1) not in (";", ".", ":", "—", "–", "•", "*"):
        return False
    after = word(page, term.end)
    rest = parse.tags[term.end : _end(page, term)]
    verbs = any(tag[:2] in ("VB", "MD") and tag not in ("VBN", "VBG") for tag in rest)
    return after in (":", "—", "–", "-") or not verbs


def _end(page: Page, term: Term) -> int:
    end = term.end
    while end < len(page.parse.words) and word(page, end) not in (".", ";", "!", "?"):
        end += 1
    return end
