"""Marriages: "X married Y", "X and Y were divorced", "X was born to Y and Z"; Russian ones beside."""

from collections.abc import Iterator
from dataclasses import replace

from variorum.read.kinship.page import (
    Kin,
    Page,
    listed_names,
    names_ending,
    owns,
    people_between,
    word,
)
from variorum.read.kinship.relations import TELLER
from variorum.read.kinship.russian_couples import REACH, pair, russian_couples
from variorum.read.kinship.vocabulary import (
    FIANCE,
    PARENT,
)
from variorum.read.words import listed

_MARRY = listed("marry wed divorce remarry")
_MARRIAGE = listed("marriage wedding divorce")


def couples(page: Page, first: int, end: int) -> Iterator[Kin]:
    """The marriages a sentence tells of."""
    yield from (russian_couples if page.parse.language == "ru" else _english)(page, first, end)


def _english(page: Page, first: int, end: int) -> Iterator[Kin]:
    parse = page.parse
    for token in range(first, end):
        lemma = parse.lemmas[token]
        low = parse.words[token].lower()
        if low in ("married", "marries", "marry", "wed", "divorced", "remarried", "marrying"):
            yield from _married(page, token, first, end)
        elif low in ("engaged", "betrothed") and word(page, token + 1) == "to":
            for row in _married(page, token, first, end):
                yield replace(row, relation=FIANCE)
        elif low == "born" and word(page, token + 1) in ("to", "of"):
            yield from _born(page, token, first, end)
        elif lemma in _MARRIAGE and parse.tags[token][:2] == "NN":
            yield from _marriage(page, token, first, end)


def _married(page: Page, verb: int, low: int, high: int) -> Iterator[Kin]:
    parse = page.parse
    subjects = _subjects(page, verb, low)
    here = _after(page, verb, high)
    if here >= 0 and not owns(page, page.at[here]):
        other = page.at[here]
        owners = [number for number in subjects if number != other]
        if len(owners) == 1:
            yield pair(
                owners[0], other, min(verb, _first(page, owners[0], verb)), page.names[other].end
            )
    elif len(subjects) == 2 and here < 0 and TELLER not in subjects:
        one, other = subjects
        yield pair(one, other, page.names[one].first, verb + 1)
    elif parse.deps[verb] == "amod":
        return


def _born(page: Page, verb: int, low: int, high: int) -> Iterator[Kin]:
    """ "X was born to Y and Z"."""
    here = verb + 2
    while here < min(high, verb + 7) and here not in page.at:
        if page.parse.tags[here][:2] not in ("NN", "DT", "JJ") and word(page, here) != ",":
            return
        here += 1
    if here not in page.at or page.names[page.at[here]].first != here:
        return
    parents = listed_names(page, here, high, 2, commas=False)
    if any(owns(page, number) for number in parents):
        return
    for child in _subjects(page, verb, low):
        others = tuple(number for number in parents if number != child)
        if others:
            yield Kin(
                (child,), PARENT, others, _first(page, child, verb), page.names[others[-1]].end
            )


def _first(page: Page, number: int, verb: int) -> int:
    if number == TELLER or page.names[number].paragraph != page.number:
        return verb
    return min(verb, page.names[number].first) if verb - page.names[number].first < 40 else verb


def _subjects(page: Page, verb: int, low: int) -> list[int]:
    """Who marries, by the syntax: the verb's subject, or that of the verb it is joined to."""
    parse = page.parse
    for _ in range(4):
        for token in range(low, verb):
            if parse.heads[token] == verb and parse.deps[token] in ("nsubj", "nsubjpass"):
                if token in page.at:
                    found = names_ending(page, page.names[page.at[token]].end - 1, low)
                    after = listed_names(
                        page, page.names[page.at[token]].first, verb, 2, commas=False
                    )
                    return after if len(after) > 1 else found[-1:]
                if token in page.pronouns:
                    return [page.pronouns[token]]
                if word(page, token) == "i":
                    return [TELLER]
                if word(page, token) == "they":
                    people = list(people_between(page, low, token).values())
                    joined = (
                        people and page.names[people[0]].end == page.names[people[-1]].first - 1
                    )
                    return people if len(people) == 2 and joined else []
                if word(page, token) in ("who", "whom") and parse.heads[verb] in page.at:
                    return [page.at[parse.heads[verb]]]
                return []
        if parse.deps[verb] in ("relcl", "acl") and parse.heads[verb] in page.at:
            return [page.at[parse.heads[verb]]]
        if parse.deps[verb] not in ("conj", "xcomp", "advcl") or parse.heads[verb] == verb:
            return []
        verb = parse.heads[verb]
    return []


def _after(page: Page, token: int, high: int) -> int:
    """The first token of the name that a verb of marrying takes, over "to", titles and what she was."""
    parse = page.parse
    for here in range(token + 1, min(high, token + REACH)):
        if here in page.at:
            return here if page.names[page.at[here]].first == here else -1
        low, tag = parse.words[here].lower(), parse.tags[here]
        if low in ("in", "on", "at") and here + 1 < high and here + 1 not in page.at:
            continue
        if tag[:2] not in _PASSED and low not in (",", "to", "of"):
            return -1
    return -1


_PASSED = ("NN", "JJ", "DT", "CD", "HY", "PR", "TO", "RB")
"""Tags of what may stand between a verb of marrying and the name of whom."""


def _marriage(page: Page, noun: int, low: int, high: int) -> Iterator[Kin]:
    """ "the marriage of X and Y", "his marriage to Y", "X's marriage to Y"."""
    after = word(page, noun + 1)
    here = noun + 2
    while here < min(high, noun + 6) and here not in page.at:
        here += 1
    if here not in page.at or page.names[page.at[here]].first != here:
        return
    if after in ("of", "between"):
        both = listed_names(page, here, high, 2, commas=False)
        if len(both) == 2:
            yield pair(both[0], both[1], noun, page.names[both[1]].end)
    elif after in ("to", "with"):
        back = noun - 1
        while back > low and page.parse.tags[back][:2] == "JJ":
            back -= 1
        owner = page.pronouns.get(back, -2)
        if word(page, back) in ("'s", "’s"):
            owner = page.at.get(back - 1, -2)
        if word(page, back) == "my" and owner == -2:
            owner = TELLER
        if owner > -2 and owner != page.at[here]:
            yield pair(owner, page.at[here], back, page.names[page.at[here]].end)
